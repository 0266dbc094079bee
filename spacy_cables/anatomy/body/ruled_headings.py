"""Headings with rules: lines above a rule or between two, and text next to rules where line ends were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .heading_text import Heading, make_heading
from .rules import RULE, Line, Lines

_SENTENCE_START = re.compile(r"[.!?:;]['\"”’)\]]*\s+(?=[A-Z\"“(/])")
_SENTENCE_ENDS = (".", "!", "?", ")", "]", '"', "”", ";")
_BOX = 6  # the most lines in a box
_LONGEST = 160


def ruled_headings(text: str, lines: Lines) -> Iterator[Heading]:
    """Find the headings with rules.

    text (str): The text.
    lines (Lines): Its lines.
    YIELDS (Heading): The headings, in the order of their rules.
    """
    rules_of: dict[int, list[re.Match[str]]] = {}
    for rule in RULE.finditer(text):
        rules_of.setdefault(lines.at(rule.start()), []).append(rule)
    alone = [index for index, rules in rules_of.items() if _stands_alone(text, lines[index], rules)]
    below = dict(pairwise([*alone, len(lines) + _BOX]))
    previous_rule = -1  # the line of the last rule on a line of its own
    for index, rules in rules_of.items():
        if index in below:
            heading = _above(text, lines, index, previous_rule)
            if heading and not (
                heading.style == "underlined" and _is_sentence(text, heading, lines, index, below[index])
            ):
                yield heading
            previous_rule = index
        else:
            yield from _within(text, lines[index], rules)


def _stands_alone(text: str, line: Line, rules: list[re.Match[str]]) -> bool:
    return len(rules) == 1 and not text[line.start : rules[0].start()] and rules[0].end() >= line.end


def _is_sentence(text: str, heading: Heading, lines: Lines, rule: int, next_rule: int) -> bool:
    """Whether the text above a rule is the end of a sentence. The rule is then the top of the box below."""
    if not heading.text.endswith(_SENTENCE_ENDS):
        return False
    boxes = next_rule - rule < _BOX and lines.any_text(rule + 1, next_rule)
    return boxes or len(heading.text.split()) > 6


def _above(text: str, lines: Lines, index: int, previous_rule: int) -> Heading | None:
    """The heading above a rule: up to three lines, after a blank line, another rule or the end of a sentence."""
    bottom = index - 1
    if bottom >= 0 and not lines[bottom] and bottom - 1 != previous_rule:
        bottom -= 1  # allow one blank line in between
    top = bottom
    while (
        top > 0 and bottom - top < 2 and lines[top - 1] and top - 1 != previous_rule and _goes_on(text, lines[top - 1])
    ):
        top -= 1
    if bottom < 0 or not lines[bottom] or top == previous_rule or bottom == previous_rule:
        return None
    boxed = previous_rule >= 0 and not lines.any_text(previous_rule + 1, top)
    start, end = lines[top].start, lines[bottom].end
    if end - start > _LONGEST:
        if not boxed:
            start = _last_sentence(text, start, end)
        if end - start > _LONGEST:
            return None
    return make_heading(text, start, end, "boxed" if boxed else "underlined")


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line above a heading is part of it: short, and not the end of a sentence."""
    above = text[line.start : line.end]
    return (
        line.end - line.start <= 80
        and not above.endswith((".", ":", ";", "”", '"', ")"))
        and not above.startswith("¶")
        and (above.upper() == above or sum(word[:1].isupper() for word in above.split()) * 2 > len(above.split()))
        and not RULE.match(above)
    )


def _last_sentence(text: str, start: int, end: int) -> int:
    for match in _SENTENCE_START.finditer(text, start, end):
        start = match.end()
    return start


def _within(text: str, line: Line, rules: list[re.Match[str]]) -> Iterator[Heading]:
    """Headings on one line with their rules, where line ends were lost: the text before a rule."""
    before = line.start
    closed = False
    for rule in rules:
        start, end = before, rule.start()
        stripped = text[start:end].strip()
        if stripped:
            opened = closed
            if not opened:
                start = _last_sentence(text, start, end)
            piece_start = start + len(text[start:end]) - len(text[start:end].lstrip())
            if end - piece_start <= _LONGEST and (opened or len(rule[0]) >= 5):
                heading = make_heading(text, piece_start, end, "inline" if opened else "underlined")
                if heading:
                    yield heading
            closed = False
        else:
            closed = True
        if not stripped and before == line.start:
            closed = True
        before = rule.end()
