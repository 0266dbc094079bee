"""The lines of a text, and the rules (rows of dashes or stars) that are drawn between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: A rule: at least four dashes (stars, ...), which may be broken by blanks where the line was full.
RULE = re.compile(r"[-=*_–—]{4,}(?: {1,3}[-=*_–—]+)*|(?:[-=*] ){4,}[-=*]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, without the white space at its ends; it counts as false if nothing is left.

    start (int): Where it starts.
    end (int): Where it ends.
    """

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start


def split_lines(text: str) -> list[Line]:
    """Divide a text into lines.

    text (str): The text.
    RETURNS (list): Its lines, empty ones included.
    """
    lines = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = position + (line.find(stripped) if stripped else 0)
        lines.append(Line(start, start + len(stripped)))
        position += len(line) + 1
    return lines
