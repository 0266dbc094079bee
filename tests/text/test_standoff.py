from __future__ import annotations

import json

import pytest

from spacy_cables import CableError, ParsedCable, parse_cable, plain_text, write_cable
from spacy_cables.text.standoff import StandOff, join, take_off

# The same cable as its source has it, and as it was annotated: HTML off, `&amp;` resolved.
SOURCE = """<code><pre>C O N F I D E N T I A L OSLO 000077

TAGS: <a href='/tag/NO_0.html'>NO</a>

<a id='par1' href='#par1'>¶</a>1. (C) Berge &amp; Sons [sic] met
Kari Vik in [LOC] Bodo&#39;s port.  She
left.
</pre></code>
"""
INLINE = """C O N F I D E N T I A L [LOC OSLO] 000077

TAGS: [LOC NO]

¶1. (C) [ORG Berge & Sons] [sic] met
[PER Kari Vik] in [LOC] [LOC Bodo]'s port.  She
left.
"""


@pytest.fixture
def annotated() -> ParsedCable:
    return parse_cable(INLINE, style="inline", cable_id="09OSLO77")


def test_take_off_counts_in_the_plain_text(annotated: ParsedCable) -> None:
    standoff = take_off(annotated)
    text = plain_text(SOURCE)
    assert standoff.length == len(text)
    assert [(text[start:end], label) for start, end, label in standoff.spans] == [
        ("OSLO", "LOC"),
        ("NO", "LOC"),
        ("Berge & Sons", "ORG"),
        ("Kari Vik", "PER"),
        ("Bodo", "LOC"),
    ]


def test_join_gives_the_cable_that_was_annotated(annotated: ParsedCable) -> None:
    joined = join(take_off(annotated), SOURCE)
    for name in ("cable_id", "style", "words", "spaces", "sent_starts", "ents", "text", "starts", "faults"):
        assert getattr(joined, name) == getattr(annotated, name), name
    # What the annotated text has lost, the source still knows.
    assert [joined.text[anchor:][:2] for anchor in joined.anchors] == ["¶1"]
    assert [joined.text[start:end] for start, end in joined.links] == ["NO"]


def test_join_writes_the_marks_into_the_source(annotated: ParsedCable) -> None:
    written = write_cable(join(take_off(annotated), SOURCE))
    assert "<a href='/tag/NO_0.html'>[LOC NO]</a>" in written
    assert "[ORG Berge &amp; Sons] [sic]" in written
    assert written.count("[") == SOURCE.count("[") + 5


def test_join_refuses_another_text(annotated: ParsedCable) -> None:
    with pytest.raises(CableError, match=r"CE010.*09OSLO77.*characters\), not .*characters"):
        join(take_off(annotated), SOURCE.replace("left", "came"))


def test_join_marks_a_whole_character_reference() -> None:
    annotated = parse_cable("Met [ORG Berge &] again.\n", style="inline", cable_id="a")
    written = write_cable(join(take_off(annotated), "<pre>Met Berge &amp; again.</pre>"))
    assert written == "<pre>Met [ORG Berge &amp;] again.</pre>"


def test_a_line_reads_back(annotated: ParsedCable) -> None:
    standoff = take_off(annotated)
    assert StandOff.from_line(standoff.to_line()) == standoff
    assert {standoff, StandOff.from_line(standoff.to_line())} == {standoff}


@pytest.mark.parametrize(
    "change",
    [
        {"cable_id": "../secret"},
        {"cable_id": "/etc/x"},
        {"cable_id": "a\\b"},
        {"cable_id": "C:x"},
        {"cable_id": ""},
        {"cable_id": ".hidden"},
        {"cable_id": "a\0"},
        {"cable_id": 7},
        {"length": True},
        {"length": 1e400},
        {"spans": [[0.9, 2, "LOC"]]},
        {"spans": [[False, 2, "LOC"]]},
        {"spans": [[0, 2]]},
        {"spans": {"0": 1}},
        {"spans": None},
    ],
)
def test_values_that_are_no_annotation_are_refused(change):
    data = {"cable_id": "09OSLO1", "sha256": "0", "length": 9, "spans": [[0, 2, "LOC"]]}
    StandOff.from_line(json.dumps(data))
    with pytest.raises(ValueError, match=r"id|length|span"):
        StandOff.from_line(json.dumps({**data, **change}))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("annotated", ["\n", "\r\n", "\r"])
def test_line_ends_may_differ_from_those_of_the_text_that_was_annotated(annotated, ends):
    text = "One.\nIn Oslo.\n\nTwo\n"
    taken = take_off(parse_cable(text.replace("Oslo", "[LOC Oslo]").replace("\n", annotated), style="inline"))
    joined = join(taken, text.replace("\n", ends))
    assert [joined.text[start:end] for start, end, _ in joined.spans] == ["Oslo"]


@pytest.mark.parametrize("text", ["[LOC Oslo]\n", "[LOC Oslo] and [PER Vik]", "[PER V][PER W]\n"])
def test_an_entity_at_either_end_of_the_text_reads_back(text: str) -> None:
    standoff = take_off(parse_cable(text, style="inline", cable_id="a"))
    assert standoff.spans[0][0] == 0
    assert StandOff.from_line(standoff.to_line()) == standoff


@pytest.mark.parametrize("spans", [[[-1, 4, "LOC"]], [[3, 3, "LOC"]], [[4, 3, "LOC"]], [[5, 10, "LOC"]]])
def test_an_entity_outside_of_the_text_is_refused(spans: list[object]) -> None:
    line = json.dumps({"cable_id": "a", "sha256": "0", "length": 9, "spans": spans})
    with pytest.raises(ValueError, match="span"):
        StandOff.from_line(line)
