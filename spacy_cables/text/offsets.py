"""Character offsets: trim ranges, find lines and columns, and map offsets from one text to another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TypeAlias

#: start_char, end_char (half-open) and label.
CharSpan: TypeAlias = tuple[int, int, str]

#: A line end of Unix, of Windows, or of old Macs: a carriage return alone.
LINE_END = re.compile(r"\r\n|\r(?!\n)|\n")
#: An empty line, or one of blanks alone, with the line ends around it.
BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a range inwards over white space.

    text (str): The text.
    start (int): Start of the range, in characters.
    end (int): Its end, exclusive.
    RETURNS (tuple): The trimmed range; an empty one keeps `start`.
    """
    piece = text[start:end]
    end = start + len(piece.rstrip())
    return (start + len(piece) - len(piece.lstrip()), end) if end > start else (start, start)


class Places:
    """The lines of a text, to find the line and column of an offset.

    text (str): The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Get the line and the column of an offset, both from 1."""
        index = bisect_right(self._starts, offset) - 1
        return index + 1, offset - self._starts[index] + 1

    def line_end(self, line: int) -> int:
        """Get the end of a line, before its line end.

        line (int): The line, from 1.
        RETURNS (int): The offset.
        """
        if line == len(self._starts):
            return len(self.text)
        end = self._starts[line]
        return end - 2 if self.text.endswith("\r\n", self._starts[line - 1], end) else end - 1


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A mapping between a text and the source it was cut from. Piece i of the source is the text from `texts[i]` to
    `texts[i + 1]`. What is between two pieces was removed.

    texts (tuple): The starts of the pieces in the text, in characters.
    sources (tuple): Their starts in the source.
    source_ends (tuple): Their ends in the source, exclusive.
    length (int): The length of the text.
    """

    texts: tuple[int, ...]
    sources: tuple[int, ...]
    source_ends: tuple[int, ...]
    length: int

    def to_source(self, offset: int, end: bool = False) -> int:
        """Map an offset of the text to the source.

        offset (int): An offset in the text, 0 to its length.
        end (bool): Whether the offset is the end of a range, which excludes what was removed after it.
        RETURNS (int): The offset in the source.
        """
        texts = self.texts
        index = bisect_right(texts, offset) - 1
        if end and index > 0 and texts[index] == offset:
            return self.source_ends[index - 1]
        source = self.sources[index] + offset - texts[index]
        limit = self.source_ends[index]
        return source if source < limit else limit

    def to_text(self, offset: int) -> int:
        """Map an offset of the source to the text. An offset in a removed range maps to where the range was.

        offset (int): An offset in the source.
        RETURNS (int): The offset in the text.
        """
        index = bisect_right(self.sources, offset) - 1
        if index < 0:
            return 0
        limit = self.texts[index + 1] if index + 1 < len(self.texts) else self.length
        return min(self.texts[index] + offset - self.sources[index], limit)


class TextsDiffer(ValueError):
    """Two texts differ in more than white space.

    offset (int): The first character at which the texts differ, in the first text.
    """

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def transfer_spans(spans: Iterable[CharSpan], text: str, target: str) -> list[CharSpan]:
    """Transfer spans to a text that differs in white space only. White space at the edges of spans is trimmed.
    Spans of only white space are dropped.

    spans (Iterable): Spans in `text`.
    text (str): The text that they refer to.
    target (str): The text to transfer them to.
    RETURNS (list): The spans in `target`.
    RAISES (TextsDiffer): If the texts differ in more than white space.
    """
    if text == target:
        trimmed = ((*trim(text, start, end), label) for start, end, label in spans)
        return [span for span in trimmed if span[0] < span[1]]
    # For each offset, the number of characters before it that are not white space.
    before = [0, *accumulate(not char.isspace() for char in text)]
    solid, solid_target = "".join(text.split()), "".join(target.split())
    if solid != solid_target:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(solid, solid_target, strict=False)))
        raise TextsDiffer(before.index(same + 1) - 1 if same < len(solid) else len(text))
    places = [offset for offset, char in enumerate(target) if not char.isspace()]
    return [
        (places[before[start]], places[before[end] - 1] + 1, label)
        for start, end, label in spans
        if before[start] < before[end]
    ]
