"""Find what a search for files passes over: links to nothing, pipes, folders that are named like a file."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from .files import what_is


def find_unreadable(path: str | Path, suffixes: tuple[str, ...] = ()) -> list[tuple[Path, str]]:
    """Find what `find_files` cannot read although its name lets one expect a file or a folder of files.

    path (str | Path): A file, a folder or a glob pattern, as for `find_files`.
    suffixes (tuple): The suffixes of the files that are wanted. Folders and links without any suffix count too.
    RETURNS (list): What is passed over, in the order of the names, and what it is: `a link to nothing`, `a pipe`.
    """
    root = Path(path)
    found = _in_folder(root) if root.is_dir() else _in_pattern(root)
    return sorted((entry, kind) for entry, kind in found if _is_wanted(entry, kind, suffixes))


def _in_folder(root: Path) -> Iterator[tuple[Path, str]]:
    errors: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            entry = Path(folder, name)
            yield entry, "a link to a folder" if entry.is_symlink() else "a folder"
        for name in files:
            entry = Path(folder, name)
            kind = "" if name.startswith(".") else what_is(entry)
            if kind:
                yield entry, kind
    for error in errors:
        yield Path(error.filename), error.strerror or str(error)


def _in_pattern(pattern: Path) -> Iterator[tuple[Path, str]]:
    for name in glob.iglob(str(pattern), recursive=True):
        kind = what_is(Path(name))
        if kind:
            yield Path(name), kind


def _is_wanted(entry: Path, kind: str, suffixes: tuple[str, ...]) -> bool:
    if kind == "a folder":  # what is in it is found; its name may say that it is a file itself
        return bool(suffixes) and entry.name.lower().endswith(suffixes)
    return not entry.suffix or not suffixes or entry.name.lower().endswith(suffixes)
