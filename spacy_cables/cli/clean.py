"""`spacy-cables clean`: remove what a spaCy project has made, on systems without `rm` too."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from ..errors import CableError, Errors
from .app import clean_exit, say


def clean(paths: list[Path]) -> list[Path]:
    """Remove files and folders inside the current folder.

    paths (list): The files and folders. Those that are not there are passed over.
    RETURNS (list): What was removed.
    RAISES (CableError): CE022 for a path outside of the current folder; nothing is removed then.
    """
    here = Path.cwd().resolve()
    for path in paths:
        if here not in path.resolve().parents:
            raise CableError(Errors.CE022.format(path=path))
    removed = [path for path in paths if path.exists()]
    for path in removed:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return removed


def clean_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to remove.")],
) -> None:
    """Remove files and folders that a spaCy project has made. Only inside the current folder."""
    with clean_exit():
        for path in clean(paths):
            say(f"✔ removed {path}")
