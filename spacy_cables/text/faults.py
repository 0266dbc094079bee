"""What is wrong in a file of a cable, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors
from .offsets import Places


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach of the bracket grammar, and what lenient reading did about it.

    kind (str): `unclosed`, `nested`, `empty`, `unknown_label`, `encoding` or `source`.
    line (int): The line of the file, from 1.
    column (int): The character of the line, from 1.
    text (str): The text at that place, cut to 60 characters.
    repair (str): What lenient reading did.
    """

    kind: str
    line: int
    column: int
    text: str
    repair: str

    def place(self, path: str | Path | None) -> str:
        """The place as `path:line:column`."""
        return f"{path or '<text>'}:{self.line}:{self.column}"

    def error(self, path: str | Path | None) -> CableError:
        """The error that strict reading raises."""
        reason = REASONS[self.kind]
        return CableError(Errors.CE001.format(place=self.place(path), reason=reason, text=repr(self.text)))


#: What each kind of fault means, as errors and tables say it.
REASONS: dict[str, str] = {
    "unclosed": "a mark that never closes",
    "nested": "a mark inside another mark",
    "empty": "a mark around nothing",
    "unknown_label": "a label outside of the label set",
    "encoding": "bytes that are not UTF-8",
    "source": "words that are not those of the source",
}


def make_fault(text: str, kind: str, offset: int, repair: str, places: Places | None = None) -> Fault:
    """Make the fault at an offset of a text.

    text (str): The text.
    kind (str): The kind of fault.
    offset (int): Where it is.
    repair (str): What lenient reading does.
    places (Places | None): The lines of the text, if they are at hand.
    RETURNS (Fault): The fault.
    """
    places = places or Places(text)
    line, column = places.place(offset)
    shown = text[offset : min(places.line_end(line), offset + 60)].rstrip("\r")
    return Fault(kind, line, column, shown, repair)
