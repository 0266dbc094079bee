"""Tokens and the edges of entities."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.attrs import ENT_IOB, ENT_TYPE, SENT_START
from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from spacy_cables.formats import CableFiles
from spacy_cables.tokens.alignment import cut, find_misaligned, misaligned, split_at


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        ([], ["pro-Oslobound", "ship", "."]),
        ([4, 8], ["pro-", "Oslo", "bound", "ship", "."]),
        ([8, 4, 4], ["pro-", "Oslo", "bound", "ship", "."]),
        ([0, 13, 14, 18, 19, 99], ["pro-Oslobound", "ship", "."]),
        ([16], ["pro-Oslobound", "sh", "ip", "."]),
    ],
)
def test_split_at(en_vocab, characters, words):
    doc = Doc(en_vocab, words=["pro-Oslobound", "ship", "."], spaces=[True, False, False])
    split = split_at(doc, characters)
    assert [token.text for token in split] == words
    assert split.text == doc.text == "pro-Oslobound ship."
    assert len(doc) == 3


def test_split_at_keeps_norms(nlp):
    split = split_at(nlp("We can't see Oslobound ships."), [17])
    norms = [(token.text, token.norm_) for token in split]
    assert norms[1:6] == [("ca", "can"), ("n't", "not"), ("see", "see"), ("Oslo", "oslo"), ("bound", "bound")]


def test_split_at_many_tokens(en_vocab):
    """spaCy's retokenizer would take hours."""
    doc = split_at(Doc(en_vocab, words=["pro-Oslo"] * 50_000), range(4, 450_000, 9))
    assert len(doc) == 100_000
    assert doc[99_998].text == "pro-"


@pytest.mark.slow
def test_cut_many_pieces(en_vocab):
    """`doc[start:end].as_doc()` of each piece would take an hour."""
    doc = Doc(en_vocab, words=["Oslo"] * 20_000, ents=["B-LOC"] * 20_000)
    pieces = list(cut(doc, [(i, i + 1) for i in range(20_000)]))
    assert {(len(piece), piece.ents[0].label_) for piece in pieces} == {(1, "LOC")}


@given(st.lists(st.sampled_from(["O", "B-LOC", ""]), max_size=20), st.data())
def test_cut_is_as_doc(tags, data):
    doc = Doc(Vocab(), words=[str(i) for i in range(len(tags))], sent_starts=[i % 3 == 0 for i in range(len(tags))])
    doc.set_ents([], missing=[doc[i : i + 1] for i, tag in enumerate(tags) if not tag], default="outside")
    ents = [Span(doc, i, min(i + 2, len(tags)), "LOC") for i, tag in enumerate(tags) if tag == "B-LOC"]
    doc.set_ents(filter_spans(ents), default="unmodified")
    places = sorted(data.draw(st.lists(st.integers(0, len(tags)), unique=True)))
    ranges = list(pairwise(places))[:: data.draw(st.sampled_from([1, 2]))]
    expected = [doc[start:end].as_doc() for start, end in ranges]
    assert [piece.to_json() for piece in cut(doc, ranges)] == [piece.to_json() for piece in expected]
    attributes = [ENT_IOB, ENT_TYPE, SENT_START]
    for piece, other in zip(cut(doc, ranges), expected, strict=True):
        assert piece.to_array(attributes).tolist() == other.to_array(attributes).tolist()


def test_misaligned(en_vocab):
    doc = Doc(en_vocab, words=["pro-Oslobound", "ship", "."], spaces=[True, False, False])
    inside, whole, short, wide = (4, 8, "LOC"), (0, 13, "MISC"), (14, 17, "MISC"), (14, 19, "MISC")
    assert misaligned([inside, whole, short, wide], doc) == [inside, short]
    assert misaligned([], doc) == []


@given(st.text(alphabet="ab-'.$( \n", max_size=40), st.data())
def test_find_misaligned_is_that_of_the_whole_text(text, data):
    nlp = English()
    edges = data.draw(st.lists(st.integers(0, len(text)), unique=True).map(sorted))
    spans = [(start, end, "LOC") for start, end in pairwise(edges)]
    assert find_misaligned(spans, text, nlp.tokenizer) == misaligned(spans, nlp.tokenizer(text))


@pytest.mark.slow
def test_find_misaligned_in_the_public_cables(assets):
    nlp = English()
    for cable in CableFiles(assets("annotated"), limit=100):
        whole = misaligned(cable.spans, nlp.tokenizer(cable.text))
        assert find_misaligned(cable.spans, cable.text, nlp.tokenizer) == whole
