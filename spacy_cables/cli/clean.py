"""`spacy-cables clean`: remove the outputs of a spaCy project, also on systems without `rm`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..text.removal import remove
from .app import clean_exit, say


def clean_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to remove.")],
) -> None:
    """Remove the outputs of a spaCy project. Only inside the current folder."""
    with clean_exit():
        for path in remove(paths):
            say(f"✔ removed {path}")
