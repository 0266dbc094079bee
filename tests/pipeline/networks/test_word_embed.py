"""The embedding of words with a second table of vectors."""

from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.ml.models import MultiHashEmbed
from spacy.util import fix_random_seed
from spacy.vectors import Vectors

from spacy_cables import CableError
from spacy_cables.pipeline.networks.word_embed import build_word_embed

TEXTS = ["talks in Oslo and LIMA", "", "Bergen of"]


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("source")
    nlp = spacy.blank("en")
    data = numpy.arange(1, 13, dtype="float32").reshape(3, 4)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=["oslo", "lima", "of"])
    nlp.to_disk(path)
    return str(path)


def build(source: str | None):
    return build_word_embed(16, ["NORM", "SHAPE"], [100, 100], include_static_vectors=False, word_vectors=source)


def table_of(model):
    return next(node for node in model.walk() if node.name == "word_vectors")


def test_word_embed_knows_words_in_any_case(nlp: Language, source: str) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    model = build(source)
    model.initialize(X=docs)
    assert [Y.shape for Y in model.predict(docs)] == [(len(doc), 16) for doc in docs]
    table = table_of(model)
    W = numpy.arange(80, dtype="float32").reshape(16, 5)  # whole numbers, whose sums are exact
    table.set_param("W", W)
    talks, _in, oslo, _and, lima, bergen, of = table.predict(docs).dataXd
    for row, vector in ((oslo, [1, 2, 3, 4, 1]), (lima, [5, 6, 7, 8, 1]), (of, [9, 10, 11, 12, 1])):
        numpy.testing.assert_array_equal(row, W @ numpy.asarray(vector, dtype="float32"))
    for row in (talks, bergen):
        assert not row.any()


def test_word_embed_keeps_its_table_when_saved(nlp: Language, source: str) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    model = build(source)
    model.initialize(X=docs)
    other = build("no such pipeline").from_bytes(model.to_bytes())
    for a, b in zip(model.predict(docs), other.predict(docs), strict=True):
        numpy.testing.assert_array_equal(a, b)


def test_word_embed_learns_to_project_and_leaves_the_table(nlp: Language, source: str) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    model = build(source)
    model.initialize(X=docs)
    table = table_of(model)
    before = table.attrs["table"].copy()
    output, backprop = table.begin_update(docs)
    weights = numpy.random.default_rng(0).standard_normal(output.dataXd.shape).astype("float32")
    output.dataXd[...] = weights
    backprop(output)
    # The gradient of sum(weights * (X @ W.T)) is weights.T @ X.
    X = numpy.zeros((7, 5))
    X[2], X[4], X[6] = [1, 2, 3, 4, 1], [5, 6, 7, 8, 1], [9, 10, 11, 12, 1]
    numpy.testing.assert_allclose(table.get_grad("W"), weights.T @ X, rtol=1e-4, atol=1e-4)
    numpy.testing.assert_array_equal(table.attrs["table"], before)
    assert table.get_param("W").shape == (16, 5)


def test_word_embed_without_a_table_is_spacys(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    outputs = []
    for model in (build(None), MultiHashEmbed(16, ["NORM", "SHAPE"], [100, 100], include_static_vectors=False)):
        fix_random_seed(0)
        model.initialize(X=docs)
        outputs.append(model.predict(docs))
    for ours, spacys in zip(*outputs, strict=True):
        numpy.testing.assert_array_equal(ours, spacys)


@pytest.mark.slow
def test_word_embed_wants_vectors_of_words(nlp: Language, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(CableError, match=r"CE602.*empty"):
        build(str(tmp_path / "empty")).initialize(X=[nlp.make_doc("Oslo")])


def test_word_embed_names_the_command_that_makes_the_vectors(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(CableError, match=r"CE6\d\d.*none.*spacy project run glove"):
        build(str(tmp_path / "none")).initialize(X=[nlp.make_doc("Oslo")])
