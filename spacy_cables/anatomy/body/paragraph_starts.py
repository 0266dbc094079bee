"""Where the numbered paragraphs of a cable begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.portion_marks import MARK, read_mark
from ..pieces import Fragment, Piece

_PILCROW = re.compile(r"¶ ?(?P<number>\d{1,3})(?!\d)")
# Before a portion mark.
_BEFORE_MARK = re.compile(r"[0-9](?<!\S\d)(?<!¶ \d)\d? ?[.),:/-]{0,2} ?\n?[ ]{0,3}\Z")
_LONGEST_NUMBER = 10
# At the start of a line: 1. They met / 1) they met / (1) They met / 1, THEY MET / 1 - They met / PARA 1. They met
_LISTED = re.compile(
    r"^(?P<indent> {0,10})(?:(?:PARA(?:GRAPH)?|Para) )?(?P<listed>\(?\d{1,2})"
    r"(?:(?: ?\.\)?|,|\)\.?|\.?-| -|:)(?![\d./-])(?: {0,6}(?=[^\W\d_]|[\"“‘'(\[$#])| {0,3}\n {0,6}(?=[A-Z(])))",
    re.MULTILINE,
)
# In a text whose line ends were lost.
_FLAT = re.compile(r"[0-9](?<!\S[0-9])\d?\. {1,3}(?=[A-Z\"“(])")
_FLAT_LINE = 200  # characters a line, on average
_STOP = re.compile(r" ?[.):,/-]{0,2}\s{0,3}")


@dataclass(frozen=True, slots=True)
class ParagraphStart:
    """Where a numbered paragraph begins.

    number (int): Its number.
    start (int): Start of its paragraph mark or number, in characters.
    content (int): Start of its text, after the number and the portion mark.
    mark (Piece | None): Its portion mark, brackets included; the text is the mark alone, as in "S/NF".
    """

    number: int
    start: int
    content: int
    mark: Piece | None


def paragraph_starts(fragment: Fragment) -> list[ParagraphStart]:
    """Find where paragraphs begin. Their numbers must rise by one or two, since dates and list items look similar.

    fragment (Fragment): The text.
    RETURNS (list): The starts, in text order.
    """
    text = fragment.text
    candidates, pilcrows = _numbered(text)
    if not pilcrows:
        candidates = _with_listed(text, candidates)
    starts = _rising(candidates)
    if not starts and text.count("\n") * _FLAT_LINE < len(text):
        flat = _FLAT.finditer(text)
        starts = _rising([_start(text, int(match[0].split(".")[0]), match.start(), match.end()) for match in flat], 1)
    return starts


def _rising(candidates: list[ParagraphStart], step: int = 2) -> list[ParagraphStart]:
    marked_at: dict[int, int] = {}
    for candidate in candidates:
        if candidate.mark:
            marked_at[candidate.number] = candidate.start
    starts: list[ParagraphStart] = []
    last = 0
    for candidate in candidates:
        number = candidate.number
        if not 0 < number - last <= step:
            continue
        # A bare number is a list item if the same number with a portion mark follows later.
        if not candidate.mark and last and marked_at.get(number, -1) > candidate.start and len(marked_at) > 1:
            continue
        starts.append(candidate)
        last = number
    return starts


def _numbered(text: str) -> tuple[list[ParagraphStart], bool]:
    """The numbers with a paragraph mark, or before a portion mark; and whether there is one with a paragraph mark."""
    found = []
    for match in _PILCROW.finditer(text):
        found.append(_start(text, int(match["number"]), match.start(), match.end()))
    pilcrows = bool(found)
    for mark in MARK.finditer(text):
        number = _BEFORE_MARK.search(text, max(0, mark.start() - _LONGEST_NUMBER), mark.start())
        if not number:
            continue
        start = number.start()
        at = start + 1 + (text[start + 1 : start + 2].isdecimal())
        # Without punctuation after it, a number starts a paragraph only at the start of a line.
        dotted = text[at : at + 2].strip()[:1] in (".", ")")
        if dotted or text[max(0, start - 9) : start].rstrip(" ")[-1:] in ("", "\n"):
            found.append(_start(text, int(text[start:at]), start, at))
    return sorted(found, key=lambda candidate: candidate.start), pilcrows


def _with_listed(text: str, found: list[ParagraphStart]) -> list[ParagraphStart]:
    """Add the numbers at the start of a line, indented as the first one is."""
    taken = {candidate.start for candidate in found}
    indent = 3
    for match in _LISTED.finditer(text):
        number, start = int(match["listed"].strip("(")), match.start("listed")
        depth = match.end("indent") - match.start("indent")
        if number == 1 and not taken:
            indent = max(indent, depth)
        if depth <= indent and start not in taken and (match[0].rstrip()[-1] == ")" or match["listed"][0] != "("):
            taken.add(start)
            found.append(_start(text, number, start, match.end()))
    return sorted(found, key=lambda candidate: candidate.start)


def _start(text: str, number: int, start: int, end: int) -> ParagraphStart:
    stop = _STOP.match(text, end)
    content = stop.end() if stop else end
    mark = read_mark(text, content)
    return ParagraphStart(number, start, mark.end_char if mark else content, mark)
