"""Text and entities as a new bracket file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import CableError, parse_cable
from spacy_cables.text.write import write_inline, write_tokenised


def test_write_refuses_an_impossible_label():
    with pytest.raises(CableError, match="CE004"):
        write_inline("Ada", [(0, 3, "A PERSON")])


def test_write_of_no_words():
    assert write_inline("", []) == write_tokenised([], [], []) == ""


def test_write_tokenised_puts_sentences_on_lines():
    words, starts = ["In", "Oslo", ".", "He", "left"], [True, False, False, True, False]
    assert write_tokenised(words, starts, [(1, 2, "LOC")]) == "In [LOC Oslo  ] .\nHe left\n"


def test_write_keeps_a_line_whole_inside_an_entity():
    assert write_tokenised(["A", "B", "C"], [True, True, True], [(0, 2, "ORG")]) == "[ORG A B  ]\nC\n"


def test_write_begins_a_line_before_an_entity():
    written = write_tokenised(["A", "B", "C", "D"], [True, False, True, True], [(2, 4, "ORG")])
    assert written == "A B\n[ORG C D  ]\n"


def test_write_protects_only_where_it_must():
    assert write_inline("R&D a < b [sic]", [(0, 3, "ORG")]) == "[ORG R&D] a < b [sic]"
    assert write_inline("a ] b", [(0, 5, "ORG")]) == "[ORG a &#93; b]"


PIECES = [
    "Ada",
    " ",
    "\n",
    ".",
    "[",
    "]",
    "[PER ",
    "<b>",
    "<",
    ">",
    "&",
    "&amp;",
    "amp;",
    "\ufeff",
    "[GPE Oslo]",
    "[sic]",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.data())
def test_written_text_reads_back(text, data):
    text = text.strip() and text.strip() + "\n"
    words = parse_cable(write_inline(text, []), style="inline")
    assert words.text == text and not words.ents and not words.faults
    if words.words:
        start = data.draw(st.integers(0, len(words.words) - 1))
        end = data.draw(st.integers(start + 1, len(words.words)))
        again = parse_cable(
            write_tokenised(words.words, words.sent_starts, [(start, end, "LOC")]), style="tokenised", strict=True
        )
        assert again.words == words.words
        assert [tuple(ent) for ent in again.ents] == [(start, end, "LOC")]
