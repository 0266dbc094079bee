"""Volumes in TEI."""

from collections import Counter

import pytest

from spacy_cables import CableError
from spacy_cables.formats.settings import Settings
from spacy_cables.formats.tei import begins_tei, read_tei

VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader/><text>
<front><div type="section"><p>Preface. Telegram.</p></div></front><body><div type="chapter"><head>Peru</head>
{}
</div></body></text></TEI>
"""


def document(head: str, rest: str = "<p>Text.</p>", attributes: str = "") -> str:
    return f'<div type="document" n="1" xml:id="d1" {attributes}><head>{head}</head>{rest}</div>'


@pytest.fixture
def read(tmp_path):
    def read_documents(*documents: str, template: str = VOLUME, **settings):
        (tmp_path / "frus1956v01.xml").write_text(template.format("\n".join(documents)), "utf-8")
        return list(read_tei(tmp_path / "frus1956v01.xml", Settings(**settings)))

    return read_documents


def test_a_telegram(read):
    (cable,) = read(
        document(
            '12. Telegram From the Embassy in Peru to the Department of State<note type="source">Source: Made up, '
            "Central Files. Top Secret; Priority. <p>Repeated to Quito.</p></note>",
            """<opener><dateline rendition="#right"><placeName>Lima</placeName>, <date when="1956-12-24T17:09:00-05:00">
            December 24, 1956,<lb/>5:09 p.m.</date></dateline></opener>
            <p>451. Eyes only for <persName>Reed</persName>.<note n="2">Not printed.</note> He
            left<pb n="7"/> <hi rend="italic">no</hi> paper.</p>
            <list><head>Points:</head><item>One.</item><item>Two &amp; three.</item></list>
            <table><row><cell>a</cell><cell>b</cell></row></table>
            <closer><signed><persName><hi rend="strong">Baker</hi></persName><lb/>
            <hi rend="italic">Minister</hi></signed></closer><postscript><p>P.S. None.</p></postscript>""",
        )
    )
    assert cable.cable_id == "frus1956v01-d1" and not cable.faults
    assert cable.text == (
        "Lima, December 24, 1956,\n5:09 p.m.\n\n451. Eyes only for Reed. He left no paper.\n\nPoints:\nOne.\n"
        "Two & three.\n\na b\n\nBaker\nMinister\n\nP.S. None.\n"
    )
    assert cable.meta == {
        "date": "1956-12-24", "classification": "TOP SECRET", "origin": "Embassy in Peru", "to": "Department of State",
        "title": "Telegram From the Embassy in Peru to the Department of State", "post": "Lima", "number": "451",
        "signer": "Baker", "dateline": "Lima, December 24, 1956, 5:09 p.m.", "volume": "frus1956v01", "document": "d1",
        "source": "Source: Made up, Central Files. Top Secret; Priority. Repeated to Quito.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("1. Telegram From the Department of State to the Embassy in Peru", ""),
        ("[12] Circular Telegram From the Department of State to All Posts", ""),
        ("12. Draft Telegram From the Embassy in Peru", ""),
        ("No. 12<lb/>The Ambassador in Peru (Reed) to the Secretary of State",
         '<note rend="inline" type="source">611.23/12–2456: Telegram</note>'),
        ("The Minister in Peru to the Secretary of State", "<opener>[Telegram]</opener>"),
        ("The Minister in Peru to the Secretary of State", "<p>[Telegram—Extract]</p>"),
        ("12. Cable From the Mission", ""),
    ],
)  # fmt: skip
def test_what_is_a_telegram(read, head, rest):
    assert len(read(document(head, rest + "<p>A text.</p>"))) == 1


@pytest.mark.parametrize(
    ("head", "attributes", "kind"),
    [
        ("2. Memorandum of Conversation About a Telegram", "", "memorandum"),
        ("2. Airgram From the Embassy in Peru", "", "airgram"),
        ("2. Letter From the Ambassador, Enclosing a Telegram", "", "letter"),
        ("2. Editorial Note", 'subtype="editorial-note"', "editorial note"),
        ("Editor’s Note", "", "editorial note"),
        ("2. The Ambassador in Peru to the Secretary of State", "", "document"),
    ],
)
def test_what_is_left_out(read, head, attributes, kind):
    left_out: list[tuple[str, str]] = []
    rest = "<p>He read the telegram.</p>"
    assert not read(document(head, rest, attributes), on_left_out=lambda *what: left_out.append(what))
    ((place, found),) = left_out
    assert found == kind and place.endswith("frus1956v01.xml#d1")


DATELINE = "<opener><dateline><placeName>Lima</placeName>, <date {}>a day</date></dateline></opener><p>Text.</p>"


@pytest.mark.parametrize(
    ("rest", "attributes", "date"),
    [
        (DATELINE.format('when="1956-12-24"'), "", "1956-12-24"),
        (DATELINE.format('from="1956-12-24T10:00:00" to="1956-12-24T12:00:00"'), "", "1956-12-24"),
        (DATELINE.format('notBefore="1956-12-24" notAfter="1956-12-26"'), "", None),
        (DATELINE.format('when="1956-12"'), "", "1956-12"),
        (DATELINE.format(""), 'frus:doc-dateTime-min="1956-12-24T00:00:00-05:00" '
         'frus:doc-dateTime-max="1956-12-24T23:59:59-05:00"', "1956-12-24"),
        ("<p>No dateline.</p><closer><dateline>Quito, <date when='1956-12-25'>x</date></dateline></closer>", "",
         "1956-12-25"),
    ],
)  # fmt: skip
def test_dates(read, rest, attributes, date):
    (cable,) = read(document("1. Telegram From the Embassy in Peru to the Department of State", rest, attributes))
    assert cable.meta.get("date") == date
    assert ("date_not_before" in cable.meta) is (date is None)


@pytest.mark.parametrize(
    ("head", "text", "number"),
    [
        ("Telegram From Lima", "Topol 12. For Reed.", "Topol 12"),
        ("Telegram From Lima", "1. He came.", "1"),
        ("Telegram 77 From Lima", "For Reed.", "77"),
        ("Telegram From Lima", "For Reed. 451. No.", None),
    ],
)
def test_numbers(read, head, text, number):
    (cable,) = read(document(head, f"<p>{text}</p>"))
    assert cable.meta.get("number") == number


def test_a_number_of_a_paragraph_is_none_of_a_telegram(read):
    (cable,) = read(document("Telegram From Lima", "<p>1. He came.</p><p>2. He left.</p>"))
    assert "number" not in cable.meta


def test_an_attachment_signs_no_telegram(read):
    attachment = (
        "<frus:attachment><head>Attachment</head><p>A.</p><closer><signed>Reed</signed></closer></frus:attachment>"
    )
    (cable,) = read(document("Telegram From Lima", f"<p>B.</p>{attachment}"))
    assert "signer" not in cable.meta and cable.text == "B.\n\nAttachment\n\nA.\n\nReed\n"


def test_documents_are_counted_one_by_one(read):
    kinds: Counter[str] = Counter()
    documents = [document("1. Telegram From Lima"), document("2. Memorandum")] * 50
    cables = read(*documents, on_left_out=lambda _, kind: kinds.update([kind]))
    assert (len(cables), kinds) == (50, {"memorandum": 50})


BOMB = '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n<TEI>{}<p>&b;</p></TEI>'


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (BOMB, "declares entities"),
        ("<TEI>{}<p>&nbsp;</p></TEI>", "XML that cannot be read"),
        ("<TEI><div type='document'>{}", "XML that cannot be read"),
        ("<TEI>{}</TEI>", "TEI without documents"),
        ("no xml {}", "no XML"),
    ],
)
def test_what_is_refused(read, template, reason):
    with pytest.raises(CableError, match=rf"CE101.*frus1956v01\.xml:\d.*{reason}"):
        read(template=template)


def test_deep_markup_is_no_traceback(read):
    deep = "<hi>" * 50_000 + "</hi>" * 50_000
    with pytest.raises(CableError, match=r"CE101.*too deep"):
        read(document("1. Telegram From Lima", f"<p>{deep}</p>"))


def test_what_begins_like_tei():
    assert begins_tei(VOLUME.encode()[:200]) and begins_tei(b"<tei:TEI ")
    assert not begins_tei(b"<html>") and not begins_tei(b"TEI")
    assert not begins_tei(b"1. He wrote <TEI> on it.")


@pytest.mark.parametrize(
    ("dateline", "post"),
    [
        ("<placeName>Lima</placeName>, May 4", "Lima"),
        ("[Lima, May 4", "Lima"),
        ("Mexico City , May 4", "Mexico City"),
        ("May 4, 1956", None),
    ],
)
def test_the_post_of_a_dateline(read, dateline, post):
    (cable,) = read(document("Telegram From Lima", f"<opener><dateline>{dateline}</dateline></opener><p>A.</p>"))
    assert cable.meta.get("post") == post


def test_a_number_stands_before_numbered_paragraphs(read):
    (cable,) = read(document("Telegram From Lima", "<p>451. 1. He came.</p><p>2. He left.</p>"))
    assert cable.meta["number"] == "451"
