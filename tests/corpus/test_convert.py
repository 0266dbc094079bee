import pytest
import srsly
from spacy.training import Corpus

from spacy_cables import CableError
from spacy_cables.corpus.convert import convert
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    for i, name in enumerate("abcdef"):
        write_text(tmp_path / f"in/{name}.txt", f"[PER Ada  ] saw {i} men in [LOC Oslo  ] .\n")
    write_text(tmp_path / "in/stub.txt", "Appears in these articles:\n")
    return tmp_path / "in"


def test_one_file(folder, tmp_path, nlp):
    stats = convert(folder, tmp_path / "out/all.spacy")
    (part,) = stats.parts.values()
    assert (part.cables, part.words, dict(part.labels)) == (6, 42, {"PER": 6, "LOC": 6})
    assert part.files == [tmp_path / "out/all.spacy"]
    assert (stats.stubs, stats.unassigned, stats.faults) == (["stub"], [], [])
    assert len(list(Corpus(tmp_path / "out/all.spacy")(nlp))) == 6


def test_folder_gets_a_file_with_the_name_of_the_input(folder, tmp_path):
    convert(folder, tmp_path / "out")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["in.spacy"]


@pytest.mark.parametrize("settings", [{}, {"shard_tokens": 10}, {"splits": "train=0.5,dev=0.5"}])
def test_same_input_same_bytes(folder, tmp_path, settings):
    for name in ("one", "two"):
        convert(folder, tmp_path / name, **settings)
    files = sorted(file for file in (tmp_path / "one").rglob("*") if file.is_file())
    assert files
    for file in files:
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


def test_splits_file(folder, tmp_path):
    srsly.write_json(tmp_path / "splits.json", {"train": ["a", "b", "c"], "dev": ["d"], "test": []})
    stats = convert(folder, tmp_path / "out", splits=tmp_path / "splits.json")
    assert {name: part.cables for name, part in stats.parts.items()} == {"train": 3, "dev": 1, "test": 0}
    assert stats.unassigned == ["e", "f"]
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["dev.spacy", "test.spacy", "train.spacy"]


def test_splits_shares(folder, tmp_path):
    stats = convert(folder, tmp_path / "out", splits="train=0.6,dev=0.4")
    assert sum(part.cables for part in stats.parts.values()) == 6
    assert stats.unassigned == []


def test_splits_need_a_folder(folder, tmp_path):
    with pytest.raises(CableError, match="CE008"):
        convert(folder, tmp_path / "out.spacy", splits="train=1")


def test_strict_error_leaves_no_file_behind(folder, tmp_path):
    write_text(folder / "g.txt", "[PER Ada")
    for settings in ({}, {"splits": "train=0.5,dev=0.5"}, {"shard_tokens": 10}):
        with pytest.raises(CableError, match=r"CE001.*g\.txt:1:1"):
            convert(folder, tmp_path / "out", strict=True, **settings)
        assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_lenient_lists_faults(folder, tmp_path):
    write_text(folder / "g.txt", "[PER Ada")
    ((cable_id, fault),) = convert(folder, tmp_path / "out").faults
    assert (cable_id, fault.kind) == ("g", "unclosed")


def test_shards(folder, tmp_path, nlp):
    stats = convert(folder, tmp_path / "all.spacy", shard_tokens=14)
    assert [file.name for file in stats.parts["all"].files] == ["0001.spacy", "0002.spacy", "0003.spacy"]
    assert len(list(Corpus(tmp_path / "all.spacy")(nlp))) == 6


def test_limit_and_progress(folder, tmp_path):
    done = []
    convert(folder, tmp_path / "out", limit=2, progress=lambda *counts: done.append(counts))
    assert done == [(1, 2), (2, 2)]
    convert(folder, tmp_path / "out", progress=lambda *counts: done.append(counts))
    assert done[-1] == (7, 7)


def test_an_entity_that_a_document_cannot_hold_is_a_fault_once(tmp_path):
    line = {"cable_id": "09OSLO1", "text": "Ada Berg left.", "spans": [[0, 8, "PER"], [0, 3, "PER"]]}
    srsly.write_jsonl(tmp_path / "a.jsonl", [line])
    ((cable_id, fault),) = convert(tmp_path / "a.jsonl", tmp_path / "a.spacy").faults
    assert (cable_id, fault.kind) == ("09OSLO1", "overlap")
    assert convert(tmp_path / "a.spacy", tmp_path / "b.spacy").faults == []
