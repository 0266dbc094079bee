from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from spacy_cables import CableCorpus, CableError, plain_text, read_cables
from spacy_cables.cli import app
from spacy_cables.corpus.convert import convert

SOURCES = {
    "09OSLO1": "<pre>UNCLAS OSLO 000001\n\n1. (U) Kari Vik of\nStatoil left  early.</pre>",
    "09OSLO2": "UNCLAS OSLO 000002\n\n1. (U) Bodo waits.\n",
    "09OSLO3": "UNCLAS OSLO 000003\n\n1. (U) Nobody waits.\n",
}
INLINE = {
    "09OSLO1": "UNCLAS [LOC OSLO] 000001\n\n1. (U) [PER Kari Vik] of\n[ORG Statoil] left  early.\n",
    "09OSLO2": "UNCLAS [LOC OSLO] 000002\n\n1. (U) [LOC Bodo] waits.\n",
    "09OSLO3": "UNCLAS [LOC OSLO] 000003\n\n1. (U) Nobody waits.\n",
}
SPLITS = {"train": ["09OSLO1", "09OSLO3"], "test": ["09OSLO2"]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with gold.jsonl, made by the command, its sources and its splits."""
    for name, texts in (("sources", SOURCES), ("inline", INLINE)):
        (tmp_path / name).mkdir()
        for cable_id, text in texts.items():
            (tmp_path / name / f"{cable_id}.txt").write_bytes(text.encode("utf-8"))
    (tmp_path / "splits.json").write_text(json.dumps(SPLITS), encoding="utf-8")
    result = CliRunner().invoke(app, ["export", str(tmp_path / "inline"), str(tmp_path / "gold.jsonl")])
    assert result.exit_code == 0, result.output
    assert "3 cables, 6 entities" in result.output
    return tmp_path


def test_gold_is_read_as_its_inline_files(gold: Path, nlp: Language) -> None:
    joined = list(read_cables(gold / "gold.jsonl", nlp, source=gold / "sources"))
    inline = list(read_cables(gold / "inline", nlp, style="inline"))
    assert [doc._.cable for doc in joined] == [doc._.cable for doc in inline]
    assert [doc.to_json() for doc in joined] == [doc.to_json() for doc in inline]
    assert [doc.text for doc in joined] == [plain_text(source) for source in SOURCES.values()]


def test_gold_of_a_part(gold: Path, nlp: Language) -> None:
    docs = read_cables(gold / "gold.jsonl", nlp, source=gold / "sources", wanted=SPLITS["test"].__contains__)
    assert [doc._.cable["cable_id"] for doc in docs] == ["09OSLO2"]


def test_convert_joins_gold_with_its_sources(gold: Path, nlp: Language) -> None:
    stats = convert(gold / "gold.jsonl", gold / "docs", source=gold / "sources", splits=gold / "splits.json")
    assert {name: part.cables for name, part in stats.parts.items()} == {"train": 2, "test": 1}
    examples = list(CableCorpus(gold / "docs" / "train.spacy")(nlp))
    assert [ent.text for ent in examples[0].reference.ents] == ["OSLO", "Kari Vik", "Statoil"]
    assert examples[0].reference.text == plain_text(SOURCES["09OSLO1"])


def test_convert_gold_needs_sources(gold: Path) -> None:
    with pytest.raises(CableError, match="CE105"):
        convert(gold / "gold.jsonl", gold / "docs")
    (gold / "sources" / "09OSLO2.txt").unlink()
    with pytest.raises(CableError, match=r"CE104.*09OSLO2"):
        convert(gold / "gold.jsonl", gold / "docs", source=gold / "sources")
    assert not (gold / "docs").exists() or not list((gold / "docs").glob("*.spacy"))
    stats = convert(gold / "gold.jsonl", gold / "docs", source=gold / "sources", skip_missing=True)
    assert stats.missing == ["09OSLO2"]
    assert stats.parts["gold"].cables == 2


def test_convert_command_with_gold(gold: Path) -> None:
    arguments = ["convert", str(gold / "gold.jsonl"), str(gold / "docs"), "--source", str(gold / "sources")]
    (gold / "sources" / "09OSLO1.txt").write_text("Another text.\n", encoding="utf-8")
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "CE010" in result.output and "09OSLO1" in result.output
    (gold / "sources" / "09OSLO1.txt").unlink()
    result = CliRunner().invoke(app, [*arguments, "--skip-missing"])
    assert result.exit_code == 0
    assert "1 cable without a source" in result.output
