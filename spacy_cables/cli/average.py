"""`spacy-cables average`: one pipeline of several that were trained from one start."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..training.averaging import average_models
from .app import clean_exit, say


def average_cli(
    output_path: Annotated[Path, typer.Argument(metavar="OUTPUT", help="The folder to write.")],
    models: Annotated[list[str], typer.Argument(metavar="MODEL...", help="The pipelines, by name or path.")],
) -> None:
    """Average the weights of pipelines of one config that were trained from one start, with other seeds."""
    with clean_exit():
        count = average_models(models, output_path)
        say(f"✔ {output_path}: the mean of {len(models)} pipelines, {count:,} weights")
