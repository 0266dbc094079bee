from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from spacy_cables import read_cables
from spacy_cables.cli import app
from spacy_cables.corpus.check import check
from spacy_cables.corpus.convert import convert
from spacy_cables.corpus.stats import stats
from spacy_cables.corpus.stats_tables import stats_markdown

CABLES = {
    "09OSLO1": "UNCLAS [LOC OSLO] 000001\n\n1. (U) [PER Kari Vik] of [ORG Statoil] left [LOC Bodo].\n",
    "85LIMA22": "S E C R E T [LOC LIMA] 000022\n\n1. (S) [PER KARI VIK] met [PER Ana Paz] at [ORG BODO].\n",
    "somewhere": "No banner: [LOC Bodo], [LOC  Oslo].\n",
}
SPLITS = {"train": ["09OSLO1"], "test": ["85LIMA22", "somewhere"]}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "cables").mkdir()
    for cable_id, text in CABLES.items():
        (tmp_path / "cables" / f"{cable_id}.txt").write_bytes(text.encode("utf-8"))
    (tmp_path / "splits.json").write_text(json.dumps(SPLITS), encoding="utf-8")
    return tmp_path


def test_stats_by_part(corpus: Path) -> None:
    parts = stats(corpus / "cables", splits=corpus / "splits.json").to_dict()["parts"]
    assert list(parts) == ["train", "test"]
    assert parts["train"]["cables"] == 1
    assert parts["train"]["words"] == 15
    assert parts["train"]["labels"] == {"LOC": 2, "ORG": 1, "PER": 1}
    assert parts["train"]["classifications"] == {"UNCLASSIFIED": 1}
    assert parts["test"]["years"] == {"1985": 1, "unknown": 1}
    assert parts["test"]["regions"] == {"Western Hemisphere": 1, "unknown": 1}
    assert parts["test"]["classifications"] == {"SECRET": 1, "unknown": 1}


def test_stats_counts_names_that_train_has_in_any_case_and_with_any_label(corpus: Path) -> None:
    parts = stats(corpus / "cables", splits=corpus / "splits.json").to_dict()["parts"]
    assert parts["train"]["seen"] == {}
    assert parts["test"]["seen"] == {
        "LOC": {"names": 3, "seen_names": 2, "mentions": 3, "seen_mentions": 2},
        "ORG": {"names": 1, "seen_names": 1, "mentions": 1, "seen_mentions": 1},
        "PER": {"names": 2, "seen_names": 1, "mentions": 2, "seen_mentions": 1},
    }


def test_stats_are_the_same_for_every_form_of_a_corpus(corpus: Path) -> None:
    inline = stats(corpus / "cables", splits=corpus / "splits.json")
    convert(corpus / "cables", corpus / "docs", splits=corpus / "splits.json")
    assert stats(corpus / "docs", splits=corpus / "splits.json") == inline
    by_file = stats(corpus / "docs").to_dict()["parts"]
    assert {name: part["labels"] for name, part in by_file.items()} == {
        name: dict(part.labels) for name, part in inline.parts.items()
    }
    assert CliRunner().invoke(app, ["export", str(corpus / "cables"), str(corpus / "gold.jsonl")]).exit_code == 0
    for cable_id, text in CABLES.items():
        plain = text.replace("[LOC  ", "[LOC ")
        for mark in ("[LOC ", "[PER ", "[ORG ", "]"):
            plain = plain.replace(mark, "")
        (corpus / f"{cable_id}.txt").write_bytes(plain.encode("utf-8"))
    assert stats(corpus / "gold.jsonl", splits=corpus / "splits.json", source=corpus) == inline


def test_stats_of_standoff_without_sources_tell_what_they_can(corpus: Path) -> None:
    CliRunner().invoke(app, ["export", str(corpus / "cables"), str(corpus / "gold.jsonl")])
    part = stats(corpus / "gold.jsonl", splits=corpus / "splits.json").to_dict()["parts"]["test"]
    assert part["words"] is None and part["classifications"] is None and part["seen"] == {}
    assert part["labels"] == {"LOC": 3, "ORG": 1, "PER": 2}
    markdown = stats_markdown(stats(corpus / "gold.jsonl"))
    assert "| all | 3 | - | 10 | 5 | 2 | 3 |" in markdown
    assert "classification" not in markdown


def test_words_are_counted_alike_everywhere(corpus: Path) -> None:
    """By `convert`, `check`, `stats` and in `Doc._.cable`, of bracket files and what is made of them."""
    converted = convert(corpus / "cables", corpus / "docs.spacy").parts["docs"].words
    assert converted == 43
    for path in (corpus / "cables", corpus / "docs.spacy"):
        assert check(path).words == sum(part.words or 0 for part in stats(path).parts.values()) == converted
        assert sum(doc._.cable["n_words"] for doc in read_cables(path)) == converted
        assert convert(path, corpus / "again.spacy").parts["again"].words == converted


def test_stats_leave_out_stubs_and_cables_without_a_source(corpus: Path) -> None:
    (corpus / "cables" / "stub.txt").write_text("Appears in these articles:\n", encoding="utf-8")
    assert stats(corpus / "cables").parts["all"].cables == 3
    assert stats(corpus / "cables", limit=2).parts["all"].cables == 2
    CliRunner().invoke(app, ["export", str(corpus / "cables"), str(corpus / "gold.jsonl")])
    (corpus / "sources").mkdir()
    found = stats(corpus / "gold.jsonl", source=corpus / "sources", skip_missing=True)
    assert sorted(found.missing) == ["09OSLO1", "85LIMA22", "somewhere"] and found.to_dict()["missing"] == found.missing
