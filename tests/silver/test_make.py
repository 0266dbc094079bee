import pytest
import spacy
import srsly
from spacy.tokens import DocBin

from spacy_cables import CableCorpus, CableError
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.silver.make import make_silver
from spacy_cables.text.files import write_text

SOURCES = {
    "a": "<pre>1. (SBU) Minister Ada Obi\nleft for Oslo's port.</pre>\n",
    "b": "2. (C) The Rain Board met in Oslo, and Ito spoke of seven dry years there.\n",
    "held": "Held out is this cable which speaks of " + " ".join(f"word{i}" for i in range(40)) + ".\n",
    "near": "It too speaks of " + " ".join(f"word{i}" for i in range(40)) + " at Oslo.\n",
    "stub": "Appears in these articles:\n",
}
ANNOTATED = {
    "a": "<pre> 1 . ( [ORG SBU  ] ) Minister [PER Ada Obi  ]\nleft for [LOC Oslo  ] 's port . </pre>\n",
    "b": "2 . ( C ) The [ORG Rain Board  ] met in [LOC Oslo  ] , and [PER Ito  ] spoke of seven dry years there .\n",
    "held": "Held out is this cable which speaks of " + " ".join(f"word{i}" for i in range(40)) + " .\n",
    "near": "It too speaks of " + " ".join(f"word{i}" for i in range(40)) + " at [LOC Oslo  ] .\n",
    "stub": "Appears in these articles:\n",
}


@pytest.fixture
def folder(tmp_path):
    for name in SOURCES:
        write_text(tmp_path / f"cables/{name}.txt", SOURCES[name])
        write_text(tmp_path / f"annotated/{name}.txt", ANNOTATED[name])
    srsly.write_json(tmp_path / "splits.json", {"dev": ["held"]})
    return tmp_path


def read(path, nlp):
    docs = DocBin().from_disk(path).get_docs(nlp.vocab)
    return {doc._.cable["cable_id"]: [(ent.text, ent.label_) for ent in doc.ents] for doc in docs}


def test_silver(folder, nlp):
    output = folder / "silver.spacy"
    stats = make_silver(folder / "annotated", folder / "cables", output, exclude=[folder / "splits.json"])
    ents = read(output, nlp)
    assert ents["a"] == [("Ada Obi", "PER"), ("Oslo", "LOC")]
    assert ents["b"] == [("Rain Board", "ORG"), ("Oslo", "LOC"), ("Ito", "PER")]
    assert sorted(ents) == ["a", "b"]
    assert sorted(stats.excluded) == ["held", "near"]
    assert (stats.cables, stats.entities, stats.missing) == (2, 5, 0)


def test_silver_is_on_the_own_text_of_the_cable(folder, nlp):
    make_silver(folder / "annotated", folder / "cables", folder / "silver.spacy", exclude=[folder / "splits.json"])
    texts = {example.reference.text for example in CableCorpus(folder / "silver.spacy")(nlp)}
    assert "1. (SBU) Minister Ada Obi\nleft for Oslo's port.\n" in texts


def test_silver_unmended(folder, nlp):
    output = folder / "silver.spacy"
    make_silver(folder / "annotated", folder / "cables", output, exclude=[folder / "splits.json"], repair=False)
    assert ("SBU", "ORG") in read(output, nlp)["a"]


def test_silver_twice_gives_the_same_bytes_and_a_limit_a_part(folder, nlp):
    paths = [folder / f"{name}.spacy" for name in "xyz"]
    for path in paths[:2]:
        make_silver(folder / "annotated", folder / "cables", path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    make_silver(folder / "annotated", folder / "cables", paths[2], max_words=1)
    assert len(read(paths[2], nlp)) == 1


@pytest.mark.slow
def test_silver_by_vote(folder, nlp):
    for name, patterns in {"m1": ["Oslo", "Ada"], "m2": ["Oslo"]}.items():
        model = spacy.blank("en")
        model.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": pattern} for pattern in patterns])
        model.to_disk(folder / name)
    output = folder / "silver.spacy"
    models = [folder / "m1", folder / "m2"]
    stats = make_silver(
        folder / "annotated", folder / "cables", output, exclude=[folder / "splits.json"], models=models
    )
    assert read(output, nlp)["a"] == [("Oslo", "LOC")]
    assert stats.missing == 5  # Ada Obi; Rain Board, Ito
    stats = make_silver(folder / "annotated", folder / "cables", output, models=models, models_only=True)
    assert read(output, nlp)["b"] == [("Oslo", "LOC")]
    assert stats.missing == 1  # Ada


@pytest.mark.parametrize("quorum", [1, 3])
def test_silver_wants_a_majority(folder, quorum):
    spacy.blank("en").to_disk(folder / "m")
    with pytest.raises(CableError, match="CE501"):
        make_silver(folder / "annotated", folder / "cables", folder / "x", models=[folder / "m"], quorum=quorum)


def test_silver_finds_the_sources_of_subfolders(folder, nlp):
    for name in ("cables", "annotated"):
        (folder / name / "deep").mkdir()
        (folder / name / "a.txt").rename(folder / name / "deep/a.txt")
    make_silver(folder / "annotated", folder / "cables", folder / "silver.spacy")
    texts = {example.reference.text for example in CableCorpus(folder / "silver.spacy")(nlp)}
    assert "1. (SBU) Minister Ada Obi\nleft for Oslo's port.\n" in texts


def test_a_vote_of_models_alone_needs_one(folder):
    with pytest.raises(CableError, match="CE502"):
        make_silver(folder / "annotated", folder / "cables", folder / "silver.spacy", models_only=True)


@pytest.mark.parametrize("quorum", [0, 2, 9])
def test_silver_of_the_tagger_alone_has_a_quorum_of_one(folder, quorum):
    arguments = (folder / "annotated", folder / "cables", folder / "silver.spacy")
    with pytest.raises(CableError, match=rf"CE501\] {quorum} of 1 opinions"):
        make_silver(*arguments, quorum=quorum)
    assert not (folder / "silver.spacy").exists()
    assert make_silver(*arguments, quorum=1).cables
