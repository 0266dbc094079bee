"""Read bracket files: one cable per file, with its untagged source if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..text.cable import ParsedCable, parse_cable
from ..text.faults import Fault
from ..text.files import read_text
from .settings import Settings


def read_brackets(file: Path, settings: Settings) -> Iterator[ParsedCable]:
    """Read a bracket file.

    file (Path): The file.
    settings (Settings): The settings.
    YIELDS (ParsedCable): The cable.
    RAISES (CableError): CE001 for a fault in strict mode or of a fatal kind.
    """
    text, fault = read_text(file)
    faults = [fault] if fault else []
    source_text = None
    if settings.source is not None:
        source_file = _source_of(file, settings)
        if source_file.is_file():
            source_text = read_text(source_file)[0]
        else:
            faults.append(Fault("source", 1, 1, f"no file {source_file}", "spaced the words by rule"))
    if settings.strict and faults:
        raise faults[0].error(file)
    parsed = parse_cable(
        text, source=source_text, style=settings.style, labels=settings.labels, strict=settings.strict, path=file
    )
    for each in parsed.faults:
        if each.kind in settings.fatal:
            raise each.error(file)
    yield replace(parsed, faults=(*faults, *parsed.faults)) if faults else parsed


def _source_of(file: Path, settings: Settings) -> Path:
    source = settings.source
    assert source is not None
    if not source.is_dir():
        return source
    return source / (file.relative_to(settings.root) if settings.root else file.name)
