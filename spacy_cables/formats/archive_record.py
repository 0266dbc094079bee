"""Read records of the National Archives (AAD, PlusD) as text: a telegram, and the attributes of its message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import CableError, Errors
from ..text.cable_id import id_of_file
from ..text.faults import Fault
from ..text.labelled import RawCable
from ..text.markup import strip_markup
from ..text.streams import mend_text, open_text
from . import values
from .columns import Columns
from .records import metadata
from .settings import Settings

_TEXT = "Message Text"
_ATTRIBUTES = "Message Attributes"
_TITLES = re.compile(rf"^\s*(?:{_TEXT}|{_ATTRIBUTES})\s*$", re.MULTILINE)
# A label is in title case, which a subject in capitals that goes on in a second line is not.
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>(?:[A-Z][a-z]+|TAGS|SAS|ISecure|Message ID|Unique ID)(?: (?:[A-Z][a-z]+|on|of|ID))*|vdkvgwkey|Secure)"
    r":(?:\s(?P<value>.*))?\Z",
    re.DOTALL,
)
#: The first of the attributes.
_FIRST = "Automatic Decaptioning:"
_STAMP = re.compile(r"Declassified/Released|EO Systematic Review")


def begins_archive_record(head: bytes) -> bool:
    """Check whether a file begins like a record of the National Archives."""
    text = head.decode("utf-8-sig", "replace").replace("\r", "\n").strip()
    title = _TITLES.search(text)
    return title is not None and (title.start() == 0 or _STAMP.search(text) is not None or _FIRST in text)


def read_archive_records(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read the records of a file, one at a time.

    path (Path): The file: one record, or several after each other. The attributes stand below the text or above it.
    settings (Settings): The settings.
    YIELDS (RawCable): The telegrams; the attributes are their `meta`. The id is the document number, else the stem of
        the file name. What stands above the first title is left out.
    RAISES (CableError): CE101 if there is no title, CE001 for a fault in strict mode.
    """
    record = _Record(1)
    part = ""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            title = line.strip()
            if title in (_TEXT, _ATTRIBUTES):
                if record.has(title):
                    yield record.cable(path, settings)
                    record = _Record(number)
                part = title
                record.parts.setdefault(title, [])
            elif part:
                record.parts[part].append(line)
    if not part:
        reason = f"no record of the National Archives (no line {_TEXT!r})"
        raise CableError(Errors.CE101.format(place=f"{path}:1", reason=reason, text=repr(path.name)))
    yield record.cable(path, settings)


class _Record:
    """The lines of one record.

    line (int): The line of the file at which it begins, from 1.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        self.parts: dict[str, list[str]] = {}

    def has(self, title: str) -> bool:
        """Whether it is complete when this title follows: the part is there, or its last one is."""
        return title in self.parts

    def cable(self, path: Path, settings: Settings) -> RawCable:
        """Make the cable."""
        text, mended = mend_text("".join(self.parts.get(_TEXT, [])))
        attributes = _read_attributes(self.parts.get(_ATTRIBUTES, []))
        columns = Columns(attributes)
        number = next((attributes[name] for name in columns.by_role["cable_id"] if attributes[name]), id_of_file(path))
        cable_id = values.normal_id(number)
        plain = strip_markup(text)
        faults = [Fault("encoding", self.line, 1, cable_id, mended)] if mended else []
        if not plain.text:
            faults.append(Fault("no_text", self.line, 1, cable_id, "kept its attributes"))
        if not attributes:
            faults.append(Fault("broken", self.line, 1, f"{cable_id}: no {_ATTRIBUTES!r}", "kept the text"))
        if settings.strict and faults:
            raise faults[0].error(path)
        return RawCable(
            cable_id, plain.text, meta=metadata(attributes, columns, cable_id), faults=tuple(faults),
            anchors=plain.anchors, links=plain.links,
        )  # fmt: skip


def _read_attributes(lines: list[str]) -> dict[str, str]:
    """The attributes by their names. A line without a name goes on with the value before it."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        line = mend_text(line)[0].strip()
        match = _ATTRIBUTE.match(line)
        if not line or _STAMP.search(line):
            continue
        if match:
            name = match["name"]
            found[name] = (match["value"] or "").strip()
        elif name:
            found[name] += f" {line}"
    return found
