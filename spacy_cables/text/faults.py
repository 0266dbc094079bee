"""Faults: breaches of the bracket grammar, with file, line and column."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from .offsets import Places

#: The kind of fault of a file whose marks are mostly not of the label set.
LABEL_SET = "label_set"


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach of the bracket grammar, and how lenient reading repaired it.

    kind (str): `unclosed`, `nested`, `empty`, `unknown_label`, `encoding`, `source`, `overlap`, `no_text`, `columns`,
        `broken`, `annotations`, `discontinuous`, `duplicate` or `label_set`.
    line (int): The line of the file, from 1.
    column (int): The column, in characters, from 1.
    text (str): The text at that place, truncated to 60 characters.
    repair (str): How lenient reading repaired it. Of `label_set`, the labels, and how to read them.
    """

    kind: str
    line: int
    column: int
    text: str
    repair: str

    def place(self, path: str | Path | None) -> str:
        """Format the place as `path:line:column`."""
        return f"{path or '<text>'}:{self.line}:{self.column}"

    def error(self, path: str | Path | None) -> CableError:
        """Make the error that strict reading raises."""
        reason = REASONS[self.kind]
        if self.kind == LABEL_SET:
            reason += f" ({self.repair})"
        return CableError(Errors.CE001.format(place=self.place(path), reason=reason, text=repr(self.text)))


#: Descriptions of the kinds of fault, for errors and tables.
REASONS: dict[str, str] = {
    "unclosed": "a mark that never closes",
    "nested": "a mark inside another mark",
    "empty": "a mark around nothing",
    "unknown_label": "a label outside of the label set",
    "encoding": "bytes that are not UTF-8",
    "source": "words that are not those of the source",
    "overlap": "an entity that overlaps another",
    "no_text": "a record without a text",
    "columns": "a row of more or fewer columns than the others",
    "broken": "a record in which the file breaks off",
    "annotations": "a text with several annotations, or only predictions",
    "discontinuous": "an entity in pieces, with other words between them",
    "duplicate": "an id that another record has",
    "label_set": "marks of another label set",
}


def make_fault(text: str, kind: str, offset: int, repair: str, places: Places | None = None) -> Fault:
    """Make a fault from an offset in a text.

    text (str): The text.
    kind (str): The kind of fault.
    offset (int): The place, in characters.
    repair (str): How lenient reading repairs it.
    places (Places | None): The lines of the text, if already computed.
    RETURNS (Fault): The fault.
    """
    places = places or Places(text)
    line, column = places.place(offset)
    shown = text[offset : min(places.line_end(line), offset + 60)].rstrip("\r")
    return Fault(kind, line, column, shown, repair)
