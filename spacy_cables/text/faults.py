"""A breach of the bracket grammar, with its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from ..errors import CableError, Errors


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


class Places:
    """Lines and columns of offsets in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        index = bisect_right(self._starts, offset) - 1
        return index + 1, offset - self._starts[index] + 1

    def fault(self, kind: str, offset: int, repair: str) -> Fault:
        """Build the fault at an offset."""
        line, column = self.place(offset)
        line_end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        text = self.text[offset : min(line_end, offset + 60)].rstrip("\r")
        return Fault(kind, line, column, text, repair)
