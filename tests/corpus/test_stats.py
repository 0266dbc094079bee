from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from spacy_cables import CableError
from spacy_cables.anatomy.lexicon.posts import origin
from spacy_cables.cli import app
from spacy_cables.corpus.convert import convert
from spacy_cables.corpus.stats import stats
from spacy_cables.corpus.stats_tables import stats_markdown, update_section

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


@pytest.mark.parametrize(
    ("cable_id", "expected"),
    [
        pytest.param("08LONDON2643", (2008, "LONDON", "Europe"), id="2000s"),
        pytest.param("66BUENOSAIRES2481", (1966, "BUENOSAIRES", "Western Hemisphere"), id="1966"),
        pytest.param("10STATE1", (2010, "STATE", "Washington"), id="Washington"),
        pytest.param("09ATLANTIS7", (2009, "ATLANTIS", "unknown"), id="unknown post"),
        pytest.param("notes", (None, "unknown", "unknown"), id="no identifier"),
    ],
)
def test_origin(cable_id: str, expected: tuple[int | None, str, str]) -> None:
    assert origin(cable_id) == expected


def test_stats_by_part(corpus: Path) -> None:
    parts = stats(corpus / "cables", splits=corpus / "splits.json").to_dict()["parts"]
    assert list(parts) == ["train", "test"]
    assert parts["train"]["cables"] == 1
    assert parts["train"]["words"] == 11
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


def test_update_section_replaces_what_is_between_the_comments(corpus: Path) -> None:
    path = corpus / "README.md"
    path.write_text("# Card\n<!-- stats a -->\nold\n<!-- end of stats -->\nrest <!-- stats b -->\n")
    once = update_section(path, "a", "new\n")
    assert once == ("# Card\n<!-- stats a -->\n\nnew\n\n<!-- end of stats -->\nrest <!-- stats b -->\n")
    path.write_text(once)
    assert update_section(path, "a", "new\n") == once
    with pytest.raises(CableError, match="CE305"):
        update_section(path, "c", "new\n")


def test_stats_command(corpus: Path) -> None:
    arguments = ["stats", str(corpus / "cables"), "--splits", str(corpus / "splits.json")]
    runner = CliRunner()
    shown = runner.invoke(app, arguments)
    assert shown.exit_code == 0 and "Cables by region" in shown.output
    as_json = runner.invoke(app, [*arguments, "--json"])
    assert json.loads(as_json.stdout)["parts"]["test"]["cables"] == 2
    as_markdown = runner.invoke(app, [*arguments, "--markdown"]).stdout
    assert "| train | 1 | 11 | 4 | 2 | 1 | 1 |" in as_markdown
    (corpus / "card.md").write_text("<!-- stats corpus -->\n<!-- end of stats -->\n")
    assert runner.invoke(app, [*arguments, "--update", str(corpus / "card.md")]).exit_code == 0
    assert as_markdown.strip() in (corpus / "card.md").read_text()
    failed = runner.invoke(app, ["stats", str(corpus / "nothing")])
    assert failed.exit_code == 1 and "CE002" in failed.output
