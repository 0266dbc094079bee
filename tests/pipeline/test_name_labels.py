"""Each name of a cable is labelled once, by all of its places."""

import random

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from spacy_cables.errors import CableError
from spacy_cables.pipeline.networks.name_features import places_of, read_names, sample_names
from spacy_cables.pipeline.networks.name_labeller import build_name_labeller

LABELS = ("LOC", "PER")
WIDTH = 16
TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "width": WIDTH,
    "depth": 1,
    "embed_size": 500,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
    "pretrained_vectors": None,
}


def make_example(nlp: Language, seed: int) -> Example:
    """A name with one place that tells what it is, and others that do not."""
    rng = random.Random(seed)
    names = ["".join(rng.choice("abcdefghiklmnoprstu") for _ in range(7)).title() for _ in range(2)]
    words, tags = [], []
    for name, label in zip(names, rng.sample(LABELS, 2), strict=True):
        for before, after in [
            ("we", "again"),
            ("in", "today") if label == "LOC" else ("mister", "said"),
            ("and", "or"),
        ]:
            words += [before, name, after]
            tags += ["O", f"B-{label}", "O"]
        words += ["\n"]
        tags += ["O"]
    return Example(nlp.make_doc(Doc(nlp.vocab, words).text), Doc(nlp.vocab, words, ents=tags))


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline that takes every name for a person at first, and has learned labels from other names than the tests
    have."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    ruler = nlp.add_pipe("entity_ruler")
    model = {"@architectures": "spacy_cables.NameLabeller.v1", "width": WIDTH, "hidden_width": 32}
    nlp.add_pipe("name_labels", config={"model": model})
    examples = [make_example(nlp, seed) for seed in range(200)]
    optimizer = nlp.initialize(lambda: examples)
    ruler.add_patterns([{"label": "PER", "pattern": [{"IS_TITLE": True}]}])
    optimizer.learn_rate = 0.005
    for _ in range(15):
        losses: dict[str, float] = {}
        for start in range(0, 200, 20):
            batch = [Example(nlp.make_doc(eg.text), eg.reference) for eg in examples[start : start + 20]]
            kwargs = {"annotates": ["tok2vec", "entity_ruler"], "exclude": ["tok2vec"]}
            nlp.update(batch, sgd=optimizer, losses=losses, **kwargs)
    assert losses["name_labels"] < 1
    return nlp


def labels_of(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_one_place_tells_for_all(nlp):
    right = total = 0
    for seed in range(1000, 1050):
        example = make_example(nlp, seed)
        doc = nlp(example.text)
        assert [ent.text for ent in doc.ents] == [ent.text for ent in example.reference.ents]
        assert all(len({ent.label_ for ent in spans}) == 1 for spans in places_of(doc).values())
        right += sum(a == b for a, b in zip(labels_of(doc), labels_of(example.reference), strict=True))
        total += len(doc.ents)
    assert right / total > 0.9  # half of them are places


def test_documents_beside_each_other_do_not_matter(nlp):
    texts = [make_example(nlp, seed).text for seed in (2000, 2001)]
    texts.insert(1, "no names here")
    assert [labels_of(doc) for doc in nlp.pipe(texts)] == [labels_of(nlp(text)) for text in texts]
    assert not nlp("").ents and not nlp("no names here").ents
    assert nlp.get_pipe("name_labels").predict([]) == []


def test_to_and_from_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    text = make_example(nlp, 3000).text
    loaded = spacy.load(tmp_path)
    assert loaded.get_pipe("name_labels").labels == LABELS
    assert labels_of(loaded(text)) == labels_of(nlp(text))


def test_names_that_the_reference_does_not_have_teach_nothing(nlp):
    component = nlp.get_pipe("name_labels")
    before = component.model.to_bytes()
    example = Example(nlp("we Turku again"), nlp.make_doc("we Turku again"))
    assert component.update([example], sgd=nlp.create_optimizer(), losses={}) == {"name_labels": 0.0}
    assert component.model.to_bytes() == before


def test_a_name_counts_by_the_root_of_its_places(nlp):
    component = nlp.get_pipe("name_labels")
    scores = numpy.zeros((3, 2), dtype="f")
    loss, gradient = component.get_loss(scores, numpy.asarray([[4, 0], [0, 1], [0, 0]], dtype="f"))
    assert loss == pytest.approx(numpy.log(2))
    assert gradient == pytest.approx(numpy.asarray([[-1 / 3, 1 / 3], [1 / 6, -1 / 6], [0, 0]]))


def test_places_have_no_white_space_at_their_edges(nlp):
    doc = Doc(nlp.vocab, ["Ada", "Obi", "\n", "ADA", "\n", "Obi"])
    doc.set_ents([Span(doc, 0, 3, label="PER"), Span(doc, 3, 6, label="PER")], default="outside")
    assert {name: [span.text for span in spans] for name, spans in places_of(doc).items()} == {
        ("ada", "obi"): ["Ada Obi", "ADA \n Obi"]
    }


def test_vectors_of_another_width(nlp):
    doc = nlp.make_doc("we Turku again")
    doc.set_ents([doc.char_span(3, 8, label="LOC")])
    with pytest.raises(CableError, match=r"CE407.*16.*doc\.tensor"):
        nlp.get_pipe("name_labels").predict([doc])


def test_labels_that_the_network_does_not_know(nlp):
    doc = nlp("we Turku again and mister Salonen said")
    doc.set_ents([Span(doc, ent.start, ent.end, label="GPE") for ent in doc.ents], default="outside")
    ((first, second),) = nlp.get_pipe("name_labels").predict([doc])
    assert {first.label_, second.label_} <= set(LABELS)
    names = read_names(nlp.get_pipe("name_labels").model, [places_of(doc)], LABELS)
    assert numpy.isfinite(names.facts).all() and not names.facts[:, :4].any()


@pytest.fixture
def network(nlp):
    spacy.util.fix_random_seed(0)
    model = build_name_labeller(WIDTH, hidden_width=8, dropout=0.0)
    return model.initialize(X=sample_names(model, LABELS), Y=model.ops.alloc2f(1, 2))


def test_what_the_network_sees(nlp, network):
    doc = nlp("we Ada Obi again and Obi")
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


def test_gradient(nlp, network):
    """The gradient that goes back is how the scores change with the weights."""
    docs = [nlp(make_example(nlp, seed).text) for seed in (0, 1)]
    names = read_names(network, [places_of(doc) for doc in docs], LABELS)
    rng = numpy.random.default_rng(0)
    direction = rng.normal(size=(len(names.counts), 2)).astype("float32")
    _, backprop = network.begin_update(names)
    backprop(direction)
    for layer in network.walk():
        for name in layer.param_names:
            weights, gradient = layer.get_param(name), layer.get_grad(name)
            step = rng.normal(size=weights.shape).astype("float32")
            step *= 1e-3 / numpy.abs(step).max()
            ends = []
            for sign in (1, -1):
                layer.set_param(name, weights + sign * step)
                ends.append(float((network.predict(names).astype("float64") * direction).sum()))
            layer.set_param(name, weights)
            assert (ends[0] - ends[1]) / 2 == pytest.approx(float((gradient * step).sum()), rel=0.05, abs=2e-4)
