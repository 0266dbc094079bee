"""The lines of a text, and the rules (rows of dashes or stars) between them."""

from __future__ import annotations

import re
from typing import NamedTuple

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


def split_lines(text: str) -> list[Line]:
    """Split a text into lines.

    text (str): The text.
    RETURNS (list): Its lines, including empty ones.
    """
    lines: list[Line] = []
    make = tuple.__new__  # many times faster than the class
    position = 0
    for line in text.split("\n"):
        size = len(line)
        start = position + size - len(line.lstrip())
        end = position + len(line.rstrip())
        lines.append(make(Line, (start, end) if end > start else (position, position)))
        position += size + 1
    return lines
