from __future__ import annotations

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
