"""Headings: lines over a rule, between rules, between slashes, or alone before a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..lexicon.page_lines import PAGE_LINE
from ..pieces import Fragment, Piece, clean, on_fragment
from .paragraph_starts import MARK, ParagraphStart, paragraph_starts

#: A rule: at least four dashes (stars, ...), which may be broken by blanks where the line was full.
RULE = re.compile(r"[-=*_–—]{4,}(?: {1,3}[-=*_–—]+)*|(?:[-=*] ){4,}[-=*]?")
_SLASHES = re.compile(r"(?<![:/\w])//\s?(?P<text>[^/\n]{2,90}?)\s?//(?!\w)")
_NOT_HEADINGS = re.compile(
    r"https?:|www\.|\.gov|\.mil|@|CORRECTED COPY|C O R R|^[Xx]{5,}|^(?:Visit|VISIT) |[Ww]ebsite|\bSIPDIS\b"
    r"|^(?:REF|SUBJECT|TAGS|E\.O\.|Classified By|CLASSIFIED BY)\b"
    r"|^(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|NNNN|END TEXT|BEGIN TEXT)\.?$|^(?:DECL|DERIVED|REASON)"
    r"|^E(?:ND|nd) [AaSsCcTtNn]"
)
_NUMBERS = re.compile(r"\d[\d,.%]*(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)\]]*\s+(?=[A-Z\"“(/])")
_OPENINGS = re.compile(
    r"(?:EXECUTIVE |BEGIN )?(?:SUMMARY|INTRODUCTION|COMMENT|KEY POINTS|OVERVIEW|BACKGROUND)\b", re.IGNORECASE
)
_ENDS = (".", ",", ";", "!")
_SENTENCE_ENDS = (".", "!", "?", ")", "]", '"', "”", ";")
_BOX = 6  # no box has more lines
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Heading(Piece):
    """A heading; rules are not part of it.

    style (str): "underlined", "boxed", "slashes", "inline" (between rules on one line) or "plain".
    """

    style: str = "underlined"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without white space

    def __bool__(self) -> bool:
        return self.end > self.start


def read_headings(fragment: Fragment, starts: Iterable[ParagraphStart]) -> list[Heading]:
    """Find headings.

    fragment (Fragment): The text.
    starts (Iterable): Where paragraphs begin.
    RETURNS (list): The headings in the order of the text.
    """
    text = fragment.text
    lines = _lines(text)
    starts = list(starts)
    found = [*_ruled(text, lines), *_slashed(text), *_plain(text, lines, starts)]
    first = starts[0].start if starts else 0
    kept: list[Heading] = []
    for heading in sorted(found, key=lambda heading: (heading.start_char, heading.style == "plain")):
        if (kept and heading.start_char < kept[-1].end_char) or _NOT_HEADINGS.search(heading.text):
            continue
        # Before the first paragraph a line alone is a field of the header, unless it says what follows.
        if heading.style == "plain" and heading.start_char < first and not _OPENINGS.match(heading.text):
            continue
        kept.append(heading)
    return kept


def _lines(text: str) -> list[_Line]:
    lines = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        start = position + (line.find(stripped) if stripped else 0)
        lines.append(_Line(start, start + len(stripped)))
        position += len(line) + 1
    return lines


def _ruled(text: str, lines: list[_Line]) -> Iterable[Heading]:
    rules_of: dict[int, list[re.Match[str]]] = {}
    line_starts = [line.start for line in lines]
    for rule in RULE.finditer(text):
        rules_of.setdefault(bisect_right(line_starts, rule.start()) - 1, []).append(rule)
    alone = [index for index, rules in rules_of.items() if _stands_alone(text, lines[index], rules)]
    below = dict(pairwise([*alone, len(lines) + _BOX]))
    previous_rule = -1  # the line of the last rule that stood alone
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


def _stands_alone(text: str, line: _Line, rules: list[re.Match[str]]) -> bool:
    return len(rules) == 1 and not text[line.start : rules[0].start()] and rules[0].end() >= line.end


def _is_sentence(text: str, heading: Heading, lines: list[_Line], rule: int, next_rule: int) -> bool:
    """Whether what stands over a rule is the end of a sentence: the rule is then the top of the box below."""
    if not heading.text.endswith(_SENTENCE_ENDS):
        return False
    boxes = next_rule - rule < _BOX and any(lines[rule + 1 : next_rule])
    return boxes or len(heading.text.split()) > 6


def _above(text: str, lines: list[_Line], index: int, previous_rule: int) -> Heading | None:
    """The heading over a rule: up to three lines, after a blank line, another rule or a line that ends a sentence."""
    bottom = index - 1
    if bottom >= 0 and not lines[bottom] and bottom - 1 != previous_rule:
        bottom -= 1  # one blank line may stand between
    top = bottom
    while (
        top > 0
        and bottom - top < 2
        and lines[top - 1]
        and top - 1 != previous_rule
        and _goes_on(text, lines[top - 1], lines[top])
    ):
        top -= 1
    if bottom < 0 or not lines[bottom] or top == previous_rule or bottom == previous_rule:
        return None
    boxed = previous_rule >= 0 and not any(lines[previous_rule + 1 : top])
    start, end = lines[top].start, lines[bottom].end
    if end - start > _LONGEST:
        if not boxed:
            start = _last_sentence(text, start, end)
        if end - start > _LONGEST:
            return None
    return _heading(text, start, end, "boxed" if boxed else "underlined")


def _goes_on(text: str, line: _Line, below: _Line) -> bool:
    above = text[line.start : line.end]
    return (
        line.end - line.start <= 80
        and not above.endswith((".", ":", ";", "”", '"', ")"))
        and not above.startswith("¶")
        and (above.upper() == above or sum(word[:1].isupper() for word in above.split()) * 2 > len(above.split()))
        and not RULE.match(above)
    )


def _last_sentence(text: str, start: int, end: int) -> int:
    for match in _SENTENCE_END.finditer(text, start, end):
        start = match.end()
    return start


def _within(text: str, line: _Line, rules: list[re.Match[str]]) -> Iterable[Heading]:
    """Headings on one line with their rules: where line ends were lost, what stands before a rule."""
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
                heading = _heading(text, piece_start, end, "inline" if opened else "underlined")
                if heading:
                    yield heading
            closed = False
        else:
            closed = True
        if not stripped and before == line.start:
            closed = True
        before = rule.end()


def _heading(text: str, start: int, end: int, style: str) -> Heading | None:
    raw = text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())
    number = re.match(r"¶? ?\d{1,2} ?\. ?", text[start:end])
    if number:
        start += number.end()
    mark = MARK.match(text, start, end)
    if mark:
        start = mark.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    reading = clean(text[start:end])
    if len(reading) < 3 or not any(char.isalpha() for char in reading) or len(_NUMBERS.findall(reading)) > 3:
        return None
    if PAGE_LINE.search(reading) or "|" in reading or re.search(r" {4,}\S+ {4,}", text[start:end]):
        return None
    if reading[0].islower() and reading.rstrip("'\"”’)")[-1:] in ("", ".", ";", ",", "?", "!"):
        return None
    return Heading(reading, start, end, style)


def _slashed(text: str) -> Iterable[Heading]:
    if "//" not in text:
        return
    for match in _SLASHES.finditer(text):
        inside = match["text"].strip()
        if (
            len(inside) > 3
            and not _NOT_HEADINGS.search(inside)
            and sum(char.isupper() for char in inside) * 2 > sum(char.isalpha() for char in inside)
        ):
            yield Heading(clean(inside), *match.span(), "slashes")


def _plain(text: str, lines: list[_Line], starts: list[ParagraphStart]) -> Iterable[Heading]:
    """A short line without a full stop, alone between blank lines before a paragraph."""
    line_at = {line.start: index for index, line in enumerate(lines)}
    for start in starts:
        index = line_at.get(start.start)
        if index is None:
            continue
        index -= 1
        if index >= 0 and lines[index]:
            continue  # no blank line between
        while index >= 0 and not lines[index]:
            index -= 1
        if index < 1 or lines[index - 1]:
            continue
        line = lines[index]
        reading = clean(text[line.start : line.end])
        if len(reading) < 80 and not reading.endswith(_ENDS) and _is_titled(reading):
            heading = _heading(text, line.start, line.end, "plain")
            if heading:
                yield heading


def _is_titled(reading: str) -> bool:
    if (
        RULE.search(reading)
        or MARK.search(reading)
        or PAGE_LINE.search(reading)
        or "¶" in reading
        or reading[0] in "-*(<"
    ):
        return False
    words = reading.split()
    return reading[0].isupper() and len(words) < 13 and (len(words) > 1 or len(reading) > 3)


@on_fragment
def find_headings(fragment: Fragment) -> list[Heading]:
    """Find the headings of a cable.

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The headings in the order of the text, without their rules.
    """
    return read_headings(fragment, paragraph_starts(fragment))
