import pytest
from spacy.tokens import Doc, Span

from spacy_cables import CableError, parse_cable, write_cable
from spacy_cables.tokens import to_doc


def test_write_doc_in_its_own_style(en_vocab):
    for text, style in (("[PER Ada]'s\n\naide  left.\n", "inline"), ("[PER Ada  ] 's aide left .\n", "tokenised")):
        assert write_cable(to_doc(parse_cable(text, style=style), en_vocab)) == text


def test_write_doc_of_a_pipeline(nlp):
    doc = nlp("Ada Okoro  left.")
    doc.ents = [Span(doc, 0, 2, "PER")]
    assert write_cable(doc) == "[PER Ada Okoro]  left."
    assert write_cable(doc, style="tokenised") == "[PER Ada Okoro  ] left .\n"
    assert write_cable(doc, style="tokenized") == write_cable(doc, style="tokenised")


def test_write_of_nothing(en_vocab):
    assert write_cable(Doc(en_vocab)) == write_cable(Doc(en_vocab), style="tokenised") == ""


def test_write_refuses(en_vocab):
    with pytest.raises(CableError, match="CE006"):
        write_cable(Doc(en_vocab), style="prose")
