"""Bracket files and their untagged sources, from the disk to `ParsedCable`, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ..text.cable import ParsedCable, parse_cable
from ..text.faults import Fault
from ..text.files import find_cables, read_text
from ..text.labels import CONLL


def iter_parsed(
    path: str | Path,
    *,
    source: str | Path | None = None,
    style: str = "auto",
    labels: Iterable[str] = CONLL,
    strict: bool = False,
    limit: int = 0,
) -> Iterator[ParsedCable]:
    """Read cables, in the order of their file names, holding one at a time.

    path (str | Path): A bracket file, a folder of them or a glob pattern.
    source (str | Path | None): The untagged source: a file for a file, or a folder with files of the same names.
    style (str): `tokenised`, `inline` or `auto`.
    labels (Iterable): The label set.
    strict (bool): Raise the first fault instead of repairing it.
    limit (int): Read no more cables than this. 0 for all.
    YIELDS (ParsedCable): The cables.
    RAISES (CableError): CE001 for a fault in strict mode, CE002 and CE003 if there are no files.
    """
    labels = tuple(labels)
    files = find_cables(path)
    root = Path(path) if Path(path).is_dir() else None
    if source is not None:
        find_cables(source)  # a folder that is not there is an error, a missing file in it a fault
    for file in islice(files, limit or None):
        text, fault = read_text(file)
        faults = [fault] if fault else []
        source_text = None
        if source is not None:
            source_file = _source_of(file, root, Path(source))
            if source_file.is_file():
                source_text = read_text(source_file)[0]
            else:
                faults.append(Fault("source", 1, 1, f"no file {source_file}", "spaced the words by rule"))
        if strict and faults:
            raise faults[0].error(file)
        parsed = parse_cable(text, source=source_text, style=style, labels=labels, strict=strict, path=file)
        yield replace(parsed, faults=(*faults, *parsed.faults)) if faults else parsed


def _source_of(file: Path, root: Path | None, source: Path) -> Path:
    if not source.is_dir():
        return source
    return source / (file.relative_to(root) if root else file.name)
