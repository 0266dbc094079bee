"""`spacy-cables silver`: make silver training data (weak supervision)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..silver.make import make_silver
from ..text.counted import counted
from .app import clean_exit, progress_bar, say


def silver_cli(
    annotated: Annotated[Path, typer.Argument(help="The tagger's bracket files: a folder or a glob pattern.")],
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The .spacy file to write.")],
    source: Annotated[Path, typer.Option(help="The folder of the untagged sources (same file names).")],
    exclude: Annotated[
        list[Path] | None,
        typer.Option(
            help="A JSON file with the cable_ids of each part: leave out these and near-duplicates. Repeatable."
        ),
    ] = None,
    model: Annotated[
        list[str] | None, typer.Option(help="A pipeline that votes on the annotations. Repeatable.")
    ] = None,
    models_only: Annotated[
        bool, typer.Option("--models-only", help="Leave the tagger's annotations out of the vote.")
    ] = False,
    quorum: Annotated[
        int | None, typer.Option(min=1, help="How many annotators must agree; more than half by default.")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Do not correct the tagger's annotations by rule.")] = False,
    max_words: Annotated[int, typer.Option(min=0, help="Stop after this many words. 0 for all.")] = 0,
) -> None:
    """Make silver training data from a tagger's annotations: corrected by rule, with optional votes of pipelines.

    Words without a majority are written as missing and ignored in training.
    """
    with clean_exit():
        with progress_bar("Reading") as progress:
            stats = make_silver(
                annotated,
                source,
                output_path,
                exclude=exclude or (),
                models=model or (),
                models_only=models_only,
                quorum=quorum,
                repair=not raw,
                max_words=max_words,
                progress=progress,
            )
        say(f"ℹ {counted(len(stats.excluded), 'cable')} left out: held out, or near-duplicates of held-out cables")
        if stats.joined:
            joined = counted(stats.joined, "entity", "entities")
            say(f"⚠ {joined} left out, for sharing a token with another entity")
        if model:
            say(f"ℹ undecided words: {stats.missing:,}")
        entities = counted(stats.entities, "entity", "entities")
        say(f"✔ {output_path}: {counted(stats.cables, 'cable')}, {counted(stats.words, 'word')}, {entities}")
