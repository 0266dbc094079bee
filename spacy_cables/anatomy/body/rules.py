"""The lines of a text, and the rules (rows of dashes or stars) between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from ...text.offsets import trim

#: A rule: at least four dashes (stars, ...), possibly broken by spaces where a full line was wrapped.
#: It begins with one character, which makes the search fast.
RULE = re.compile(r"[-=*_–—](?:[-=*_–—]{3,}(?: {1,3}[-=*_–—]+)*|(?<=[-=*]) (?:[-=*] ){3,}[-=*]?)")


class Line(NamedTuple):
    """A line without the white space around it. False if it is empty.

    start (int): Its start, in characters.
    end (int): Its end, exclusive.
    """

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start


class Lines:
    """The lines of a text, including empty ones. Few are ever asked for, so each is trimmed only then.

    text (str): The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[int, Line] = {}
        self._starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> Line:
        line = self._lines.get(index)
        if line is None:
            line = self._lines[index] = Line(*trim(self._text, self._starts[index], self._starts[index + 1] - 1))
        return line

    def at(self, offset: int) -> int:
        """The index of the line that contains an offset."""
        return bisect_right(self._starts, offset) - 1

    def any_text(self, start: int, end: int) -> bool:
        """Whether there is text on the lines from `start` to `end`, exclusive."""
        return start < end and bool(self._text[self._starts[start] : self._starts[end]].strip())


def split_lines(text: str) -> Lines:
    """Split a text into lines.

    text (str): The text.
    RETURNS (Lines): Its lines, including empty ones.
    """
    return Lines(text)
