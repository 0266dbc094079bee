"""The anatomy of a whole cable, in all the forms that its text may have; and text that tries to make it slow."""

import json
import re

import pytest

from spacy_cables.anatomy import PARTS, parse_anatomy, running_text

PLAIN = """C O N F I D E N T I A L SECTION 01 OF 02 LUSAKA 000123

NOFORN
SIPDIS

STATE FOR AF/S

E.O. 12958: DECL: 10/17/2018
TAGS: PREL, PGOV, ZA
SUBJECT: A QUIET VISIT
TO THE COAST

REF: A. 07 ACCRA 45
¶B. LUSAKA 99

Classified By: DCM Dana Reed for reasons 1.4 (b) and (d).

¶1. (C) Summary. The minister spoke of

LUSAKA 00000123 002 OF 002


trade. End summary.

On the Coast
------------

¶2. (C/NF) Gen. Oakes met XXXXXXXXXXXX in Mbala. He left early.

¶3. (C) Comment: A bold step. End comment.
PIKE
"""
HTML = (
    "<code><pre>"
    + re.sub(r"¶(\w)", r"<a id='par\1' href='#par\1'>¶</a>\1", PLAIN).replace(
        "PREL, PGOV, ZA",
        "<a href='/tag/PREL_0.html'>PREL</a> <a href='/tag/PGOV_0.html'>PGOV</a> <a href='/tag/ZA_0.html'>ZA</a>",
    )
    + "</pre></code>"
)
FLAT = " ".join(re.sub(r"([.,()])(?=\s|\w|$)", r" \1 ", PLAIN.replace("E.O.", "EO")).split()).replace("1 . 4", "1.4")


@pytest.fixture(params=[PLAIN, HTML, FLAT], ids=["plain", "html", "flat"])
def text(request):
    return request.param


def test_header_fields(text):
    fields = parse_anatomy(text, cable_id="08LUSAKA123").to_dict()
    assert json.loads(json.dumps(fields)) == fields
    references = fields.pop("references")
    assert [(ref["cable_id"], ref["letter"]) for ref in references] == [("07ACCRA45", "A"), ("08LUSAKA99", "B")]
    assert fields == {
        "cable_id": "08LUSAKA123",
        "date": None,
        "time": None,
        "date_source": None,
        "classification": "CONFIDENTIAL",
        "captions": ["NOFORN", "SIPDIS"],
        "section": [1, 2],
        "post": "LUSAKA",
        "serial": 123,
        "addressees": ["STATE FOR AF/S"],
        "executive_order": "12958",
        "declassify_on": "2018-10-17",
        "tags": ["PREL", "PGOV", "ZA"],
        "subject": "A QUIET VISIT TO THE COAST",
        "subject_mark": None,
        "classified_by": "Dana Reed",
        "classified_by_title": "DCM",
        "reasons": ["b", "d"],
        "reasons_section": "1.4",
        "signer": "PIKE",
        "date_line": None,
        "transmission": None,
        "doubts": [],
    }


def test_parts_stand_where_they_say(text):
    anatomy = parse_anatomy(text)
    parts = list(anatomy.parts())
    assert {part for part, *_ in parts} == set(PARTS) - {"notes"}
    for part, _, _, piece in parts:
        source = re.sub(r"<[^>]*>", "", text[piece.start_char : piece.end_char])
        assert source == source.strip() != ""
        if part not in ("portion_marks", "fields"):
            if part != "page_breaks":  # the text of a part leaves out the page line that cuts it
                source = source.replace("LUSAKA 00000123 002 OF 002", "")
            assert re.sub(r"\s", "", source) == re.sub(r"\s", "", piece.text)
    assert [p.number for p in anatomy.paragraphs] == [1, 2, 3]
    assert [mark.text for mark in anatomy.body.portion_marks] == ["C", "C/NF", "C"]
    assert [heading.text for heading in anatomy.body.headings] == ["On the Coast"]
    assert anatomy.summary.text.startswith("The minister spoke of") and anatomy.summary.text.endswith("trade.")
    assert [comment.text for comment in anatomy.body.comments] == ["A bold step."]
    assert [page.serial for page in anatomy.body.page_breaks] == [123]
    assert anatomy.body.signature.text == "PIKE"


def test_nothing_is_guessed():
    fields = parse_anatomy("").to_dict()
    assert not any(fields.values())
    fields = parse_anatomy("A walk by the sea is good for the mind.").to_dict()
    assert not any(fields.values())


def test_cable_id_needs_a_year():
    assert parse_anatomy(PLAIN).cable_id == "LUSAKA123"
    assert parse_anatomy("Monday, 23 March 2009, 09:27\n" + PLAIN).cable_id == "09LUSAKA123"


def test_a_known_id_gives_the_year_to_references():
    anatomy = parse_anatomy(PLAIN, cable_id="1999LUSAKA123", meta={"date": "2001-05-02"})
    assert [ref.cable_id for ref in anatomy.fields.references.references] == ["07ACCRA45", "99LUSAKA99"]
    assert anatomy.to_dict()["date"] == "2001-05-02"


@pytest.mark.parametrize(
    ("above", "meta", "sent"),
    [
        ("R 051800Z MAR 04\nFM AMEMBASSY LUSAKA\n", "1999-01-02T03:04", ("2004-03-05", "18:00", "transmission")),
        ("Monday, 23 March 2009, 09:27\n", "1999-01-02", ("2009-03-23", "09:27", "date_line")),
        ("", "1999-01-02T03:04:05Z", ("1999-01-02", "03:04", "meta")),
        ("", "1999-01-02", ("1999-01-02", None, "meta")),
        ("", "", (None, None, None)),
    ],
)
def test_the_date_and_the_year_that_follows_from_it(above, meta, sent):
    anatomy = parse_anatomy(above + PLAIN, meta={"date": meta})
    fields = anatomy.to_dict()
    assert (fields["date"], fields["time"], fields["date_source"]) == sent
    year = (sent[0] or "")[2:4]
    assert fields["cable_id"] == f"{year}LUSAKA123"
    assert [ref["cable_id"] for ref in fields["references"]] == ["07ACCRA45", f"{year}LUSAKA99"]


def test_marks_of_references_are_no_portion_marks():
    text = PLAIN.replace("REF: A. 07 ACCRA 45", "REF: (C) 07 ACCRA 45")
    assert [mark.text for mark in parse_anatomy(text).body.portion_marks] == ["C", "C/NF", "C"]


def test_running_text(text):
    running = running_text(text)
    assert "spoke of trade" in running.text and "00000123" not in running.text and "---" not in running.text
    assert "¶" not in running.text and "PIKE" not in running.text and "SIPDIS" not in running.text
    start = running.text.index("Oakes")
    assert text[running.to_original(start) : running.to_original(start + 5, end=True)] == "Oakes"


LOOK_ALIKES = [
    "1.2 34. 5 .", "1. (C) ", "¶1. ", "-", "- ", "-----\n", "----- a ", "------- x\n", "REF: A. ",
    "REF: LUSAKA ", "(C", "( C", "Classified By: ", "(Comment: ", "COMMENT\n", "SUMMARY: ", "END SUMMARY. ",
    "LUSAKA 00000123 002 OF 002 ", "ABC DEF ", "A B ", " ", "\n", "\n \na", "//AB ", "[", "XXXXXX ", "<a ",
    "&amp;", "TO RUEHC/SECSTATE ", "SUBJECT: ", ". ", "[removed ", "C O N F I D E N T I A L ", "TAGS: ABCD",
    "E.O. 12958: ", "\n\nSIPDIS ", "a.b.", "(S/REL A ", "12/12/", "=*-_",
]  # fmt: skip


@pytest.mark.parametrize("unit", LOOK_ALIKES)
@pytest.mark.parametrize("header", ["", "S E C R E T LUSAKA 000123\nSUBJECT: A VISIT\n1. (C) "], ids=["bare", "headed"])
@pytest.mark.parametrize("length", [5_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_no_text_makes_it_slow(unit, header, length):
    # Work that grew with the square of the length would not end on a megabyte.
    text = header + (unit * (length // len(unit) + 1))[:length]
    anatomy = parse_anatomy(text)
    assert all(0 <= piece.start_char <= piece.end_char <= len(text) for *_, piece in anatomy.parts())
