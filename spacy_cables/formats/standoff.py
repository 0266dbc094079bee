"""Read and write stand-off files: the entities of cables without their texts, one line of JSON per cable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import CableError, Errors
from ..text.cable import ParsedCable
from ..text.files import read_text, write_text
from ..text.labelled import LabelledText
from ..text.standoff import StandOff, join, take_off
from .settings import Settings


def begins_standoff(head: bytes) -> bool:
    """Check whether a file begins like stand-off annotations, which have the hash of a text instead of the text."""
    first = head.lstrip().partition(b"\n")[0]
    return first.startswith(b"{") and b'"sha256"' in first and b'"text"' not in first


def count_lines(file: Path) -> int:
    """Count the lines of a file that are not blank."""
    with file.open("rb") as lines:
        return sum(1 for line in lines if not line.isspace())


def read_standoff(path: str | Path) -> list[StandOff]:
    """Read a stand-off file.

    path (str | Path): The file.
    RETURNS (list): The entities of its cables, in the order of the file.
    RAISES (CableError): CE002 if there is no such file, CE103 for a line that is not a stand-off annotation, or a
        second one of the same cable.
    """
    if not Path(path).is_file():
        raise CableError(Errors.CE002.format(path=path))
    found: dict[str, StandOff] = {}
    for number, line in enumerate(read_text(path)[0].split("\n"), 1):
        if line.strip():
            try:
                standoff = StandOff.from_line(line)
                if standoff.cable_id in found:
                    raise ValueError(f"{standoff.cable_id} has a line already")
            except ValueError as error:
                raise CableError(Errors.CE103.format(path=path, line=number, reason=error)) from error
            found[standoff.cable_id] = standoff
    return list(found.values())


def read_joined(file: Path, settings: Settings) -> Iterator[ParsedCable]:
    """Read a stand-off file and join each cable with its source, with one text in memory at a time.

    file (Path): The stand-off file.
    settings (Settings): The settings. `source` is the folder of the untagged sources, `<cable_id>.txt`.
    YIELDS (ParsedCable): The cables.
    RAISES (CableError): CE103 for the file, CE010 for a source that is not the annotated text, CE104 for a missing
        source, CE105 without `source`.
    """
    if settings.source is None:
        raise CableError(Errors.CE105.format(path=file))
    if not settings.source.is_dir():
        raise CableError(Errors.CE002.format(path=settings.source))
    for standoff in read_standoff(file):
        if not settings.wants(standoff.cable_id):
            continue
        source = settings.source / f"{standoff.cable_id}.txt"
        if source.is_file():
            yield join(standoff, read_text(source)[0])
        elif settings.on_missing is None:
            raise CableError(Errors.CE104.format(cable_id=standoff.cable_id, path=source))
        else:
            settings.on_missing(standoff.cable_id)


def write_standoff(cables: Iterable[LabelledText], path: str | Path) -> list[StandOff]:
    """Write the entities of cables as a stand-off file, one line per cable.

    cables (Iterable): The cables.
    path (str | Path): The file to write.
    RETURNS (list): What was written.
    """
    taken = [take_off(cable) for cable in cables]
    write_text(path, "".join(standoff.to_line() + "\n" for standoff in taken))
    return taken
