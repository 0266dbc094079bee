"""`spacy-cables vectors`: train word vectors on cables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..text.counted import counted
from ..training.vectors import train_vectors
from .app import clean_exit, progress_bar, say


def vectors_cli(
    sources: Annotated[Path, typer.Argument(help="Untagged cables: a file, a folder or a glob pattern.")],
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The output file, in floret's text format.")],
    exclude: Annotated[
        list[Path] | None,
        typer.Option(help="A JSON file with the cable_ids of each part: leave out these cables. Repeatable."),
    ] = None,
    dim: Annotated[int, typer.Option(min=1, help="The dimension of the vectors.")] = 100,
    epochs: Annotated[int, typer.Option(min=1, help="Number of passes over the text.")] = 8,
) -> None:
    """Train floret vectors on the text of cables, in lower case (needs the package floret).

    Convert them for spaCy with: python -m spacy init vectors en OUTPUT FOLDER --mode floret --attr LOWER
    """
    with clean_exit():
        with progress_bar("Reading") as progress:
            words = train_vectors(
                sources, output_path, exclude=exclude or (), dim=dim, epochs=epochs, progress=progress
            )
        say(f"✔ {output_path}: vectors of {counted(dim, 'dimension')} from {counted(words, 'word')}")
