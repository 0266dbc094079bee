"""`spacy-cables convert`: bracket files to `.spacy`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..corpus.convert import ConvertStats, convert
from ..text.labels import label_set
from .app import clean_exit, format_table, progress_bar, say


def convert_cli(
    input_path: Annotated[
        Path, typer.Argument(metavar="INPUT", help="A bracket file, a folder of them, or stand-off gold (.jsonl).")
    ],
    output_path: Annotated[
        Path,
        typer.Argument(metavar="OUTPUT", help="A .spacy file, or a folder: with --splits it gets train.spacy, ..."),
    ],
    splits: Annotated[
        str | None,
        typer.Option(help="A JSON file {part: [cable_id, ...]}, or shares such as train=0.8,dev=0.1,test=0.1."),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(help="The untagged sources (same file names): the spacing of tokenised files, the texts of gold."),
    ] = None,
    style: Annotated[str, typer.Option(help="tokenised, inline or auto.")] = "auto",
    labels: Annotated[str, typer.Option(help="conll, ontonotes, or labels separated by commas.")] = "conll",
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first fault instead of repairing it.")] = False,
    skip_missing: Annotated[
        bool, typer.Option("--skip-missing", help="Leave out stand-off gold whose source is not there.")
    ] = False,
    anatomy: Annotated[
        bool, typer.Option("--anatomy", help="Find header fields and parts, too. Training does not need them.")
    ] = False,
    limit: Annotated[int, typer.Option(min=0, help="Read no more cables than this. 0 for all.")] = 0,
) -> None:
    """Convert bracket-annotated cables to spaCy's binary format, for training and evaluation.

    A part of more than 500,000 words becomes a folder of .spacy files with the part's name; spaCy reads it as it is.
    """
    with clean_exit():
        with progress_bar("Converting") as progress:
            stats = convert(
                input_path,
                output_path,
                splits=splits,
                source=source,
                style=style,
                labels=label_set(labels),
                strict=strict,
                limit=limit,
                skip_missing=skip_missing,
                anatomy=anatomy,
                progress=progress,
            )
        _say_stats(stats)


def _say_stats(stats: ConvertStats) -> None:
    names = sorted({label for part in stats.parts.values() for label in part.labels})
    rows = [
        (name, part.cables, part.words, sum(part.labels.values()), *(part.labels[label] for label in names))
        for name, part in stats.parts.items()
    ]
    say(format_table(rows, ("part", "cables", "words", "entities", *names)))
    if stats.stubs:
        say(f"ℹ {len(stats.stubs)} stubs without a cable left out")
    if stats.missing:
        say(f"⚠ {len(stats.missing)} cables have no source and were left out, the first {stats.missing[0]}")
    if stats.unassigned:
        say(f"⚠ {len(stats.unassigned)} cables are in no part, the first {stats.unassigned[0]}")
    if stats.faults:
        cable_id, fault = stats.faults[0]
        say(f"⚠ {len(stats.faults)} faults repaired, the first in {fault.place(cable_id)}: `check` lists them")
    for part in stats.parts.values():
        for file in part.files:
            say(f"✔ {file}")
