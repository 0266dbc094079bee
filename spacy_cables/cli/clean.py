"""`spacy-cables clean`: remove what a spaCy project has made, on systems without `rm` too."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..text.files import remove
from .app import clean_exit, say


def clean_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to remove.")],
) -> None:
    """Remove files and folders that a spaCy project has made. Only inside the current folder."""
    with clean_exit():
        for path in remove(paths):
            say(f"✔ removed {path}")
