"""Read untagged cables: one per file, with or without HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..text.cable_id import id_of_file
from ..text.files import read_text
from ..text.labelled import RawCable
from ..text.markup import strip_markup
from .settings import Settings


def read_untagged(file: Path, settings: Settings) -> Iterator[RawCable]:
    """Read an untagged cable.

    file (Path): The file. Its stem is the cable_id.
    settings (Settings): The settings.
    YIELDS (RawCable): The plain text of the cable, without spans.
    """
    text, fault = read_text(file)
    plain = strip_markup(text)
    faults = (fault,) if fault else ()
    yield RawCable(id_of_file(file), plain.text, faults=faults, anchors=plain.anchors, links=plain.links)
