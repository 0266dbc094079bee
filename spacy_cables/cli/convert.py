"""`spacy-cables convert`: convert cables to `.spacy` files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..corpus.convert import ConvertStats, convert
from ..text.counted import counted
from ..text.labels import label_set
from .app import clean_exit, format_tables, progress_bar, say, say_left_out
from .options import Columns, Format, Labels, Limit, SkipMissing, Source, Splits, Style


def convert_cli(
    input_path: Annotated[
        Path, typer.Argument(metavar="INPUT", help="Annotated cables: a file, a folder or a glob pattern.")
    ],
    output_path: Annotated[
        Path,
        typer.Argument(metavar="OUTPUT", help="A .spacy file; or a folder: with --splits for train.spacy, ..."),
    ],
    splits: Splits = None,
    format: Format = "auto",
    source: Source = None,
    style: Style = "auto",
    labels: Labels = "conll",
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first fault instead of repairing it.")] = False,
    skip_missing: SkipMissing = False,
    anatomy: Annotated[
        bool, typer.Option("--anatomy", help="Also find header fields and parts. Not needed for training.")
    ] = False,
    columns: Columns = None,
    limit: Limit = 0,
) -> None:
    """Convert annotated cables to spaCy's binary format, for training and evaluation.

    A part of more than 500,000 words becomes a folder of .spacy files, which spaCy can also read.
    """
    with clean_exit():
        with progress_bar("Converting") as progress:
            stats = convert(
                input_path,
                output_path,
                splits=splits,
                format=format,
                source=source,
                style=style,
                labels=label_set(labels),
                strict=strict,
                limit=limit,
                columns=columns,
                skip_missing=skip_missing,
                anatomy=anatomy,
                progress=progress,
            )
        _say_stats(stats)


def _say_stats(stats: ConvertStats) -> None:
    say(format_tables([stats.table()]))
    if stats.stubs:
        say(f"ℹ {counted(len(stats.stubs), 'stub')} without a cable left out")
    say_left_out(stats.left_out)
    if stats.missing:
        say(f"⚠ {counted(len(stats.missing), 'cable')} without a source left out, the first {stats.missing[0]}")
    if stats.unassigned:
        say(f"⚠ {counted(len(stats.unassigned), 'cable')} in no part, the first {stats.unassigned[0]}")
    if stats.repeated:
        say(f"⚠ {counted(len(stats.repeated), 'cable')} with the id of another one, the first {stats.repeated[0]}")
    if stats.faults:
        repaired = counted(len(stats.faults), "fault")
        say(f"⚠ {repaired} repaired, the first in {stats.places[0]}: `check` lists them")
    for part in stats.parts.values():
        for file in part.files:
            say(f"✔ {file}")
