"""What the network of names is given."""

import numpy
import pytest
from spacy.tokens import Doc, Span

from spacy_cables.errors import CableError
from spacy_cables.pipeline.networks.name_features import places_of, read_names, sample_names
from spacy_cables.pipeline.networks.name_labeller import build_name_labeller

LABELS = ("LOC", "PER")
WIDTH = 4


@pytest.fixture
def network():
    return build_name_labeller(WIDTH)


def with_vectors(doc: Doc) -> Doc:
    """The document with a vector for each token, as a `tok2vec` sets them."""
    doc.tensor = numpy.random.default_rng(0).normal(size=(len(doc), WIDTH)).astype("float32")
    return doc


def test_places_have_no_white_space_at_their_edges(nlp):
    doc = Doc(nlp.vocab, ["Ada", "Obi", "\n", "ADA", "\n", "Obi"])
    doc.set_ents([Span(doc, 0, 3, label="PER"), Span(doc, 3, 6, label="PER")], default="outside")
    assert {name: [span.text for span in spans] for name, spans in places_of(doc).items()} == {
        ("ada", "obi"): ["Ada Obi", "ADA \n Obi"]
    }


def test_what_the_network_sees(nlp, network):
    doc = with_vectors(nlp("we Ada Obi again and Obi"))
    doc.set_ents([doc.char_span(3, 10, label="PER"), doc.char_span(21, 24, label="LOC")], default="outside")
    names = read_names(network, [places_of(doc)], LABELS)
    assert names.counts.tolist() == [1, 1]
    assert names.places.shape == (2, 7 * WIDTH + 2)
    around, nothing = names.places[0].reshape(-1)[: 7 * WIDTH].reshape(7, WIDTH), numpy.zeros(WIDTH)
    vectors = doc.tensor
    expected = [nothing, vectors[0], vectors[1], vectors[2], vectors[3], vectors[4], vectors[1:3].mean(axis=0)]
    assert around == pytest.approx(numpy.asarray(expected), abs=1e-6)
    assert names.places[:, -2:].tolist() == [[0, 1], [1, 0]]
    log2 = pytest.approx(numpy.log(2))
    # obi: once LOC, all of its places; the end, and the rest, of one PER; one word
    assert names.facts[1].tolist() == [log2, 0, 1, 0, 0, log2, 0, 0, 0, log2, 1, 0, 0]


def test_names_of_several_documents(nlp, network):
    docs = [with_vectors(nlp.make_doc(text)) for text in ("Obi met Obi", "nobody", "Obi slept")]
    docs[0].set_ents([Span(docs[0], i, i + 1, label="PER") for i in (0, 2)], default="outside")
    docs[2].set_ents([Span(docs[2], 0, 1, label="PER")], default="outside")
    names = read_names(network, [places_of(doc) for doc in docs], LABELS)
    assert names.counts.tolist() == [2, 1]
    assert names.places.shape == (3, sample_names(network, LABELS).places.shape[1])
    assert names.facts.shape == (2, sample_names(network, LABELS).facts.shape[1])


def test_vectors_of_another_width(nlp, network):
    doc = nlp.make_doc("Obi slept")
    doc.tensor = numpy.zeros((2, WIDTH + 1), dtype="float32")
    doc.set_ents([Span(doc, 0, 1, label="PER")], default="outside")
    with pytest.raises(CableError, match="CE601"):
        read_names(network, [places_of(doc)], LABELS)
