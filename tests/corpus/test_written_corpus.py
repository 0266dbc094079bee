"""The written corpus stays what its data card says: complete, consistent, and divided without overlap."""

from __future__ import annotations

from pathlib import Path

import pytest
import srsly

from spacy_cables import ParsedCable, parse_cable, write_cable
from spacy_cables.corpus.check import CheckReport, check

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
CABLES = CORPUS / "cables"
SEED = "08LONDON2643"


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(CABLES, names=True, intended=CORPUS / "intended.json")


@pytest.fixture(scope="module")
def splits() -> dict[str, list[str]]:
    return srsly.read_json(CORPUS / "splits.json")


@pytest.fixture(scope="module")
def parsed() -> dict[str, ParsedCable]:
    return {path.stem: parse_cable(path.read_bytes().decode("utf-8"), path=path) for path in CABLES.glob("*.txt")}


def test_written_corpus_has_no_fault_and_no_inconsistent_name(report: CheckReport) -> None:
    assert [(f.kind, f.cable_id, f.line, f.text) for f in report.findings if f.kind != "misaligned"] == []


@pytest.mark.slow
def test_written_corpus_intends_only_what_occurs() -> None:
    found = check(CABLES, names=True).of_kind("unmarked", "conflict")
    intended = srsly.read_json(CORPUS / "intended.json")
    listed = {(cable_id, kind, text) for cable_id, kinds in intended.items() for kind in kinds for text in kinds[kind]}
    assert listed == {(f.cable_id, f.kind, f.text) for f in found}


def test_written_corpus_has_its_size(report: CheckReport, parsed: dict[str, ParsedCable]) -> None:
    seed = parsed[SEED]
    assert dict(report.styles) == {"inline": 60, "tokenised": 1}
    written = [cable for cable_id, cable in parsed.items() if cable_id != SEED]
    assert sum(len(cable.text.split()) for cable in written) >= 28_000
    assert sum(report.labels.values()) - len(seed.ents) >= 4_500
    assert all(300 <= len(cable.text.split()) <= 700 for cable in written)


def test_written_corpus_files_are_tidy_and_are_written_back_as_they_are(parsed: dict[str, ParsedCable]) -> None:
    for cable_id, cable in parsed.items():
        assert "\r" not in cable.raw and "\t" not in cable.raw, cable_id
        assert cable.raw.endswith("\n"), cable_id
        assert write_cable(cable) == cable.raw, cable_id


def test_splits_hold_every_cable_once(splits: dict[str, list[str]], parsed: dict[str, ParsedCable]) -> None:
    assert {part: len(names) for part, names in splits.items()} == {"train": 40, "dev": 8, "test": 13}
    assert sorted(name for names in splits.values() for name in names) == sorted(parsed)
    assert SEED in splits["test"]


def test_splits_share_no_sentence(splits: dict[str, list[str]], parsed: dict[str, ParsedCable]) -> None:
    seen: dict[str, str] = {}
    for part, names in splits.items():
        for sentence in {sentence for name in names for sentence in _sentences(parsed[name])}:
            assert seen.setdefault(sentence, part) == part, sentence


def _sentences(cable: ParsedCable) -> list[str]:
    """The sentences of more than 40 characters, white space evened out."""
    starts = [cable.starts[i] for i, is_start in enumerate(cable.sent_starts) if is_start]
    ends = [*starts[1:], len(cable.text)]
    sentences = [" ".join(cable.text[start:end].split()) for start, end in zip(starts, ends, strict=True)]
    return [sentence for sentence in sentences if len(sentence) > 40]
