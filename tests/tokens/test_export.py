import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from spacy_cables import CableError, parse_cable, write_cable
from spacy_cables.text.write import write_inline, write_tokenised
from spacy_cables.tokens import to_doc


def test_write_doc_in_its_own_style(en_vocab):
    for text, style in (("[PER Ada]'s\n\naide  left.\n", "inline"), ("[PER Ada  ] 's aide left .\n", "tokenised")):
        assert write_cable(to_doc(parse_cable(text, style=style), en_vocab)) == text


def test_write_doc_of_a_pipeline(nlp):
    doc = nlp("Ada Okoro  left.")
    doc.ents = [Span(doc, 0, 2, "PER")]
    assert write_cable(doc) == "[PER Ada Okoro]  left."
    assert write_cable(doc, style="tokenised") == "[PER Ada Okoro  ] left .\n"


def test_write_keeps_a_line_whole_inside_an_entity():
    assert write_tokenised(["A", "B", "C"], [True, True, True], [(0, 2, "ORG")]) == "[ORG A B  ]\nC\n"


def test_write_of_nothing(en_vocab):
    assert write_cable(Doc(en_vocab)) == write_cable(Doc(en_vocab), style="tokenised") == ""


def test_write_protects_only_where_it_must():
    assert write_inline("R&D a < b [sic]", [(0, 3, "ORG")]) == "[ORG R&D] a < b [sic]"
    assert write_inline("a ] b", [(0, 5, "ORG")]) == "[ORG a &#93; b]"


def test_write_refuses(en_vocab):
    with pytest.raises(CableError, match="CE208"):
        write_cable(Doc(en_vocab), style="prose")
    with pytest.raises(CableError, match="CE006"):
        write_inline("Ada", [(0, 3, "A PERSON")])


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
