"""Sentence boundaries in cables: header fields, headings, paragraphs and page breaks end a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from ..text.sentences import sentence_starts
from .anatomy import Anatomy

_NEXT = re.compile(r"\s+")
_RULES = re.compile(r"[\s=*_/-]*")


def cable_sentence_starts(text: str, anatomy: Anatomy) -> list[int]:
    """Find where the sentences of a cable begin.

    text (str): The text.
    anatomy (Anatomy): Its anatomy.
    RETURNS (list): Offsets in characters, in order. No sentence crosses a field, heading, paragraph or page break.
    """
    body = anatomy.body
    edges = {0, *anatomy.fields.starts}
    for part in (body.paragraphs, body.page_breaks, body.stamps, (anatomy.header, body.signature)):
        for piece in filter(None, part):
            edges.update((piece.start_char, _next_text(text, piece.end_char)))
    for heading in body.headings:
        rule = _RULES.match(text, heading.end_char)
        edges.update((heading.start_char, rule.end() if rule else heading.end_char))
    found = sorted(edge for edge in edges if edge < len(text))
    for start, end in pairwise([*found, len(text)]):
        edges.update(sentence_starts(text, start, end))
    return sorted(edge for edge in edges if edge < len(text))


def _next_text(text: str, offset: int) -> int:
    gap = _NEXT.match(text, offset)
    return gap.end() if gap else offset
