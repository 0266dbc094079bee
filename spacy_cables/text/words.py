"""Split the text of a cable into words and sentences. The edges of marks always separate words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .brackets import Mark
from .markup import PlainText

# A word of natural text.
_WORD = re.compile(
    r"""
    https?://[^\s<>"”]*[^\s<>"”.,;:!?)]                # https://example.org/a
    | (?:[^\W\d_]\.){2,}                               # U.S.
    | \d+(?:[.,:/]\d+)*                                # 10/17/2018
    | [^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*            # O'Brien
    | ['’][sS]\b                                       # 's
    | (\S)\1*                                          # ----
    """,
    re.VERBOSE,
)
_NOT_BLANK = re.compile(r"\S+")


class Entity(NamedTuple):
    """An entity: a half-open range of words, and a label."""

    start: int
    end: int
    label: str


class Cut(NamedTuple):
    """A text split into words.

    words (list): The words.
    offsets (list): The start of each word, in characters.
    ents (tuple): The entities.
    marks (tuple): The marks of the entities, without those around only markup.
    """

    words: list[str]
    offsets: list[int]
    ents: tuple[Entity, ...]
    marks: tuple[Mark, ...]


def cut_words(plain: PlainText, marks: tuple[Mark, ...], style: str) -> Cut:
    """Split a text into words.

    plain (PlainText): The text without markup.
    marks (tuple): The marks, in offsets of the text with markup.
    style (str): `tokenised`: words are separated by spaces; or `inline`: natural text.
    RETURNS (Cut): The words and the entities.
    """
    find = _WORD.finditer if style == "inline" else _NOT_BLANK.finditer
    words: list[str] = []
    offsets: list[int] = []

    def cut(start: int, end: int) -> None:
        for match in find(plain.text, start, end):
            words.append(match[0])
            offsets.append(match.start())

    ents: list[Entity] = []
    kept: list[Mark] = []
    position = 0
    for mark in marks:
        start, end = plain.to_text(mark.start), plain.to_text(mark.end)
        if not plain.text[start:end].strip():
            continue
        cut(position, start)
        first = len(words)
        cut(start, end)
        ents.append(Entity(first, len(words), mark.label))
        kept.append(mark)
        position = end
    cut(position, len(plain.text))
    return Cut(words, offsets, tuple(ents), tuple(kept))


def mark_sentence_starts(offsets: list[int], boundaries: Sequence[int], ents: Sequence[Entity]) -> tuple[bool, ...]:
    """Mark the first word, and the first after each boundary, as sentence starts. None is inside an entity.

    offsets (list): The start of each word, in characters.
    boundaries (Sequence): Where sentences may start, in characters.
    ents (Sequence): The entities.
    RETURNS (tuple): Whether each word starts a sentence.
    """
    starts = [False] * len(offsets)
    if offsets:
        starts[0] = True
    for boundary in boundaries:
        index = bisect_left(offsets, boundary)
        if index < len(offsets):
            starts[index] = True
    for start, end, _ in ents:
        starts[start + 1 : end] = [False] * (end - start - 1)
    return tuple(starts)
