"""Read untagged cables: one per file, with or without HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..text.files import read_text
from ..text.labelled import LabelledText
from ..text.markup import plain_text
from .settings import Settings


def read_untagged(file: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read an untagged cable.

    file (Path): The file. Its stem is the cable_id.
    settings (Settings): The settings.
    YIELDS (LabelledText): The plain text of the cable, without spans.
    """
    text, fault = read_text(file)
    yield LabelledText(file.stem, plain_text(text), faults=(fault,) if fault else ())
