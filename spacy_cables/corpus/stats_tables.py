"""Tables of the counts of a corpus: for the terminal, and in a Markdown file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.tables import Table
from .stats import CorpusStats, PartStats, SeenNames


def stats_tables(stats: CorpusStats) -> list[Table]:
    """Make tables of the counts, without empty ones.

    stats (CorpusStats): The counts.
    RETURNS (list): The tables.
    """
    from ..anatomy.lexicon.posts import REGIONS

    parts = stats.parts
    tables = [
        _parts(parts),
        _by("Cables by year", "year", {name: part.years for name, part in parts.items()}),
        _by("Cables by region", "region", {name: part.regions for name, part in parts.items()}, REGIONS),
    ]
    classified = {name: part.classifications for name, part in parts.items() if part.classifications}
    if classified:
        tables.append(_by("Cables by classification", "classification", classified))
    seen = [
        [name, label, row.names, row.seen_names, row.mentions, row.seen_mentions, _percent(row)]
        for name, part in parts.items()
        for label, row in part.seen.items()
    ]
    if seen:
        header = ["part", "label", "names", "in train", "mentions", "in train", "seen"]
        tables.append(Table("Names seen in the part train", header, seen))
    return tables


def stats_markdown(stats: CorpusStats) -> str:
    """Format the counts as Markdown.

    stats (CorpusStats): The counts.
    RETURNS (str): The tables, each under its title.
    """
    return "\n\n".join(f"**{table.title}**\n\n{table.to_markdown()}" for table in stats_tables(stats)) + "\n"


def update_section(path: str | Path, section: str, markdown: str) -> str:
    """Replace a section of a Markdown file, between `<!-- stats NAME -->` and `<!-- end of stats -->`.

    path (str | Path): The file.
    section (str): The name of the section.
    markdown (str): The new content.
    RETURNS (str): The new text of the file. It is not written.
    RAISES (CableError): CE301 if the file has no such section.
    """
    text = Path(path).read_text(encoding="utf-8")
    opening, closing = f"<!-- stats {section} -->", "<!-- end of stats -->"
    start = text.find(opening)
    end = text.find(closing, start)
    if start < 0 or end < 0:
        raise CableError(Errors.CE301.format(path=path, opening=opening, closing=closing))
    return f"{text[: start + len(opening)]}\n\n{markdown.strip()}\n\n{text[end:]}"


def _parts(parts: Mapping[str, PartStats]) -> Table:
    labels = sorted({label for part in parts.values() for label in part.labels})
    rows: list[list[Any]] = []
    for name, part in parts.items():
        counts = [part.labels[label] for label in labels]
        rows.append([name, part.cables, "-" if part.words is None else part.words, sum(counts), *counts])
    if len(rows) > 1:
        columns = zip(*(row[1:] for row in rows), strict=True)
        rows.append(["all", *("-" if "-" in column else sum(column) for column in columns)])
    return Table("Parts", ["part", "cables", "words", "entities", *labels], rows)


def _by(title: str, what: str, counts: Mapping[str, Counter[str]], order: Iterable[str] = ()) -> Table:
    keys = {key for counter in counts.values() for key in counter}
    rows: list[list[Any]] = []
    for key in [key for key in order if key in keys] or sorted(keys):
        row = [counter[key] for counter in counts.values()]
        rows.append([key, *row, *([sum(row)] if len(row) > 1 else [])])
    return Table(title, [what, *counts, *(["all"] if len(counts) > 1 else [])], rows)


def _percent(seen: SeenNames) -> str:
    return f"{seen.seen_mentions / seen.mentions:.0%}"
