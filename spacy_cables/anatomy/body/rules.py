"""The lines of a text, and the rules (rows of dashes or stars) between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A rule: at least four dashes (stars, ...), possibly broken by spaces where a full line was wrapped.
RULE = re.compile(r"[-=*_–—]{4,}(?: {1,3}[-=*_–—]+)*|(?:[-=*] ){4,}[-=*]?")


@dataclass(frozen=True, slots=True)
class Line:
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
    lines = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = position + (line.find(stripped) if stripped else 0)
        lines.append(Line(start, start + len(stripped)))
        position += len(line) + 1
    return lines
