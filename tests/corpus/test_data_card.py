"""The counts in the data card are those of the corpus."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from spacy_cables.corpus.stats import stats
from spacy_cables.corpus.stats_tables import stats_markdown, update_section
from spacy_cables.formats.standoff import read_standoff

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
CARD = CORPUS / "README.md"
PUBLIC_CABLES = ROOT / "../shared/data/cables.tar.xz"


def test_data_card_counts_the_written_corpus() -> None:
    counts = stats_markdown(stats(CORPUS / "cables", splits=CORPUS / "splits.json"))
    assert update_section(CARD, "written", counts) == CARD.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(not PUBLIC_CABLES.is_file(), reason="the public cables are not there")
def test_data_card_counts_the_gold_annotations(tmp_path: Path) -> None:
    """Joins every annotation with its source, too."""
    wanted = {f"{standoff.cable_id}.txt" for standoff in read_standoff(CORPUS / "gold" / "gold.jsonl")}
    with tarfile.open(PUBLIC_CABLES) as archive:
        for member in archive:
            name = Path(member.name).name
            content = archive.extractfile(member) if name in wanted else None
            if content is not None:
                (tmp_path / name).write_bytes(content.read())
    found = stats(CORPUS / "gold" / "gold.jsonl", source=tmp_path, splits=CORPUS / "gold" / "splits.json")
    assert sum(part.cables for part in found.parts.values()) == len(wanted)
    assert update_section(CARD, "gold", stats_markdown(found)) == CARD.read_text(encoding="utf-8")
