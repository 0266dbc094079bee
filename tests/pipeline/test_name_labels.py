"""Each name of a cable is labelled once, by all of its places."""

import random

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Optimizer

from spacy_cables.errors import CableError
from spacy_cables.pipeline.networks.name_features import places_of, read_names

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


def make_pipeline(count: int) -> tuple[Language, list[Example], Optimizer]:
    """A pipeline that takes every name for a person at first, and has learned nothing."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    ruler = nlp.add_pipe("entity_ruler")
    model = {"@architectures": "spacy_cables.NameLabeller.v1", "width": WIDTH, "hidden_width": 32}
    nlp.add_pipe("name_labels", config={"model": model})
    examples = [make_example(nlp, seed) for seed in range(count)]
    optimizer = nlp.initialize(lambda: examples)
    ruler.add_patterns([{"label": "PER", "pattern": [{"IS_TITLE": True}]}])
    return nlp, examples, optimizer


@pytest.fixture(scope="module")
def nlp() -> Language:
    return make_pipeline(20)[0]


@pytest.fixture(scope="module")
def trained() -> Language:
    """A pipeline that has learned labels from other names than the tests have."""
    nlp, examples, optimizer = make_pipeline(200)
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


@pytest.mark.slow
def test_one_place_tells_for_all(trained):
    right = total = 0
    for seed in range(1000, 1050):
        example = make_example(trained, seed)
        doc = trained(example.text)
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


def test_vectors_of_another_width(nlp):
    doc = nlp.make_doc("we Turku again")
    doc.set_ents([doc.char_span(3, 8, label="LOC")])
    with pytest.raises(CableError, match=r"CE601.*16.*doc\.tensor"):
        nlp.get_pipe("name_labels").predict([doc])


def test_labels_that_the_network_does_not_know(nlp):
    doc = nlp("we Turku again and mister Salonen said")
    doc.set_ents([Span(doc, ent.start, ent.end, label="GPE") for ent in doc.ents], default="outside")
    ((first, second),) = nlp.get_pipe("name_labels").predict([doc])
    assert {first.label_, second.label_} <= set(LABELS)
    names = read_names(nlp.get_pipe("name_labels").model, [places_of(doc)], LABELS)
    assert numpy.isfinite(names.facts).all() and not names.facts[:, :4].any()
