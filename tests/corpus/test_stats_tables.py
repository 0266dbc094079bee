"""The counts of a corpus as tables."""

from collections import Counter
from pathlib import Path

import pytest

from spacy_cables import CableError
from spacy_cables.corpus.stats import CorpusStats, PartStats, SeenNames
from spacy_cables.corpus.stats_tables import stats_markdown, stats_tables, update_section


@pytest.fixture
def counts() -> CorpusStats:
    train = PartStats(
        2, 30, Counter(PER=1, LOC=3), Counter({"1985": 2}), Counter(Africa=1, unknown=1), Counter(SECRET=2)
    )
    test = PartStats(1, 12, Counter(LOC=2), Counter({"2009": 1}), Counter(Europe=1), Counter())
    test.seen["LOC"] = SeenNames(names=2, seen_names=1, mentions=3, seen_mentions=2)
    return CorpusStats({"train": train, "test": test})


def test_stats_tables(counts: CorpusStats) -> None:
    tables = {table.title: (table.header, table.rows) for table in stats_tables(counts)}
    assert tables == {
        "Parts": (
            ["part", "cables", "words", "entities", "LOC", "PER"],
            [["train", 2, 30, 4, 3, 1], ["test", 1, 12, 2, 2, 0], ["all", 3, 42, 6, 5, 1]],
        ),
        "Cables by year": (["year", "train", "test", "all"], [["1985", 2, 0, 2], ["2009", 0, 1, 1]]),
        "Cables by region": (
            ["region", "train", "test", "all"],
            [["Africa", 1, 0, 1], ["Europe", 0, 1, 1], ["unknown", 1, 0, 1]],
        ),
        "Cables by classification": (["classification", "train"], [["SECRET", 2]]),
        "Names seen in the part train": (
            ["part", "label", "names", "in train", "mentions", "in train", "seen"],
            [["test", "LOC", 2, 1, 3, 2, "67%"]],
        ),
    }


def test_stats_tables_of_annotations_without_texts(counts: CorpusStats) -> None:
    counts.parts["test"].words = counts.parts["test"].classifications = None
    (parts, *_) = stats_tables(counts)
    assert [row[:4] for row in parts.rows] == [["train", 2, 30, 4], ["test", 1, "-", 2], ["all", 3, "-", 6]]
    del counts.parts["train"]
    assert [table.title for table in stats_tables(counts)][:3] == ["Parts", "Cables by year", "Cables by region"]
    assert "| test | 1 | - | 2 | 2 |" in stats_markdown(counts)


def test_update_section_replaces_what_is_between_the_comments(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("# Card\n<!-- stats a -->\nold\n<!-- end of stats -->\nrest <!-- stats b -->\n")
    once = update_section(path, "a", "new\n")
    assert once == ("# Card\n<!-- stats a -->\n\nnew\n\n<!-- end of stats -->\nrest <!-- stats b -->\n")
    path.write_text(once)
    assert update_section(path, "a", "new\n") == once
    with pytest.raises(CableError, match="CE301"):
        update_section(path, "c", "new\n")
