"""Remove files and folders, inside the current folder only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from ..errors import CableError, Errors


def remove(paths: Iterable[Path]) -> list[Path]:
    """Remove files, links and folders inside the current folder. Of a link, the link itself is removed and not what it
    leads to.

    paths (Iterable): The files, links and folders. Missing ones are skipped, as is one that a folder before it had.
    RETURNS (list): What was removed.
    RAISES (CableError): CE009 for a path outside of the current folder. Nothing is removed in that case.
    """
    paths = list(paths)
    here = Path(os.path.realpath("."))
    for path in paths:
        if here not in _place(path).parents:
            raise CableError(Errors.CE009.format(path=path))
    removed = []
    for path in paths:
        if not os.path.lexists(path):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
        removed.append(path)
    return removed


def _place(path: Path) -> Path:
    """Where a path stands, once the links on the way to it are followed, but not the link that it is itself."""
    if path.name in ("", ".."):  # the current folder, or one that is named by the way to it
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent), path.name)
