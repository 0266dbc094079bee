"""The headings of a cable: lines with rules, text between slashes, and single lines before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..pieces import Fragment, clean, on_fragment
from .heading_text import NOT_HEADING, Heading, is_title_line, make_heading
from .paragraph_starts import ParagraphStart, paragraph_starts
from .ruled_headings import ruled_headings
from .rules import Lines, split_lines

_SLASHES = re.compile(r"/(?<![:/\w]/)/\s?(?P<text>[^/\n]{2,90}?)\s?//(?!\w)")
_OPENINGS = re.compile(
    r"(?:EXECUTIVE |BEGIN )?(?:SUMMARY|INTRODUCTION|COMMENT|KEY POINTS|OVERVIEW|BACKGROUND)\b", re.IGNORECASE
)
_ENDS = (".", ",", ";", "!")


def read_headings(fragment: Fragment, starts: Iterable[ParagraphStart]) -> list[Heading]:
    """Find headings.

    fragment (Fragment): The text.
    starts (Iterable): The paragraph starts.
    RETURNS (list): The headings in text order.
    """
    text = fragment.text
    lines = split_lines(text)
    starts = list(starts)
    found = [*ruled_headings(text, lines), *_slashed(text), *_plain(text, lines, starts)]
    first = starts[0].start if starts else 0
    kept: list[Heading] = []
    for heading in sorted(found, key=lambda heading: (heading.start_char, heading.style == "plain")):
        if (kept and heading.start_char < kept[-1].end_char) or NOT_HEADING.search(heading.text):
            continue
        # Before the first paragraph a single line is a header field, unless it announces what follows.
        if heading.style == "plain" and heading.start_char < first and not _OPENINGS.match(heading.text):
            continue
        kept.append(heading)
    return kept


def _slashed(text: str) -> Iterator[Heading]:
    if "//" not in text:
        return
    for match in _SLASHES.finditer(text):
        inside = match["text"].strip()
        if (
            len(inside) > 3
            and not NOT_HEADING.search(inside)
            and sum(char.isupper() for char in inside) * 2 > sum(char.isalpha() for char in inside)
        ):
            yield Heading(clean(inside), *match.span(), "slashes")


def _plain(text: str, lines: Lines, starts: list[ParagraphStart]) -> Iterator[Heading]:
    """Short lines without a full stop, on their own between blank lines before a paragraph."""
    for start in starts:
        if text[max(0, start.start - 40) : start.start].rstrip().endswith(_ENDS):
            continue
        index = lines.at(start.start)
        if lines[index].start != start.start:
            continue
        index -= 1
        if index >= 0 and lines[index]:
            continue  # no blank line in between
        while index >= 0 and not lines[index]:
            index -= 1
        if index < 1 or lines[index - 1]:
            continue
        line = lines[index]
        reading = clean(text[line.start : line.end])
        if len(reading) < 80 and not reading.endswith(_ENDS) and is_title_line(reading):
            heading = make_heading(text, line.start, line.end, "plain")
            if heading:
                yield heading


@on_fragment
def find_headings(fragment: Fragment) -> list[Heading]:
    """Find the headings of a cable.

    fragment (str | Fragment): The text.
    RETURNS (list): The headings in text order, without their rules.
    """
    return read_headings(fragment, paragraph_starts(fragment))
