"""The counts in the data card are those of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from spacy_cables.corpus.stats import stats
from spacy_cables.corpus.stats_tables import stats_markdown, update_section
from spacy_cables.formats.standoff import read_standoff

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
CARD = CORPUS / "README.md"


def test_data_card_counts_the_written_corpus() -> None:
    counts = stats_markdown(stats(CORPUS / "cables", splits=CORPUS / "splits.json"))
    assert update_section(CARD, "written", counts) == CARD.read_text(encoding="utf-8")


@pytest.mark.slow
def test_data_card_counts_the_gold_annotations(assets) -> None:
    """Joins every annotation with its source, too."""
    gold = CORPUS / "gold"
    found = stats(gold / "gold.jsonl", source=assets("cables"), splits=gold / "splits.json")
    assert sum(part.cables for part in found.parts.values()) == len(read_standoff(gold / "gold.jsonl"))
    assert update_section(CARD, "gold", stats_markdown(found)) == CARD.read_text(encoding="utf-8")
