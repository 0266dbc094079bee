"""What counts as white space in a Doc, whatever vocabulary it is in."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from spacy_cables.tokens import write_cable
from spacy_cables.tokens.name_consistency import with_consistent_names
from spacy_cables.tokens.white_space import find_white_space, flag_tags, is_white_space, trim_spans

WORDS = ["<pre>", "Banco", "<br/>", "\n", "Sur", "</pre>", "\n", "BANCO", "Sur"]
SPACE = [True, False, True, True, False, True, True, False, False]


def make_doc(vocab):
    doc = Doc(vocab, WORDS)
    doc.set_ents([Span(doc, 1, 5, "ORG")])
    return doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ", True), ("\n\n", True), ("\xa0", True), ("<br/>", True), ("</A>", True), ("<a href='x y'>", True),
        ("", False), ("<", False), ("<220571>", False), ("a <br>", False), ("<br><br>", False), ("&amp;", False),
    ],
)  # fmt: skip
def test_is_white_space(text, expected):
    assert is_white_space(text) is expected


@pytest.mark.parametrize("vocab", [Vocab(), spacy.blank("en").vocab], ids=["Vocab", "en"])
def test_tags_of_a_doc_in_any_vocabulary(vocab):
    doc = make_doc(vocab)
    assert find_white_space(doc).tolist() == SPACE
    assert [span.text for span in trim_spans([doc[0:3], doc[2:4]])] == ["Banco"]
    assert [ent.start for ent in with_consistent_names(doc)] == [1, 7]
    assert write_cable(doc, style="tokenised").split() == ["[ORG", "Banco", "Sur", "]", "BANCO", "Sur"]
    assert find_white_space(Doc(vocab)).tolist() == []


def test_flag_of_old_and_new_words():
    vocab = spacy.blank("en").vocab
    doc = make_doc(vocab)
    assert not doc[0].is_space
    flag_tags(vocab)
    flag_tags(vocab)
    assert [token.is_space for token in doc] == SPACE
    assert vocab["<hr>"].is_space and not vocab["Lima"].is_space
    assert not spacy.blank("en").vocab["<hr>"].is_space


def test_flag_is_pickled_with_the_vocabulary():
    vocab = spacy.blank("en").vocab
    flag_tags(vocab)
    assert [token.is_space for token in make_doc(pickle.loads(pickle.dumps(vocab)))] == SPACE


def test_flag_after_a_docbin_and_bytes():
    doc = make_doc(spacy.blank("en").vocab)
    vocab = spacy.blank("en").vocab
    flag_tags(vocab)
    (stored,) = DocBin(docs=[doc]).get_docs(vocab)
    for again in (stored, Doc(vocab).from_bytes(doc.to_bytes())):
        assert [token.is_space for token in again] == SPACE
        assert [ent.text for ent in again.ents] == [ent.text for ent in doc.ents]
