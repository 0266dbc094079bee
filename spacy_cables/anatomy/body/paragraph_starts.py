"""Where the numbered paragraphs of a cable begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.portion_marks import MARK, read_mark
from ..pieces import Fragment, Piece

# With a paragraph mark, or bare before a portion mark.
_NUMBERED = re.compile(r"¶ ?(?P<pilcrow>\d{1,3})(?!\d)|(?<![^\s>])(?P<bare>\d{1,2}) ?[.)]? ?\n?[ ]{0,3}(?=\( ?[A-Z])")
_LISTED = re.compile(r"^ {0,3}(?P<listed>\d{1,2})\.(?!\d) {0,3}(?=[A-Z\"“(])", re.MULTILINE)
_STOP = re.compile(r" ?[.):,-]{0,2}\s{0,3}")


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
    candidates = list(_candidates(fragment))
    marked_at: dict[int, int] = {}
    for candidate in candidates:
        if candidate.mark:
            marked_at[candidate.number] = candidate.start
    starts: list[ParagraphStart] = []
    last = 0
    for candidate in candidates:
        number = candidate.number
        if not 0 < number - last <= 2:
            continue
        # A bare number is a list item if the same number with a portion mark follows later.
        if not candidate.mark and last and marked_at.get(number, -1) > candidate.start and len(marked_at) > 1:
            continue
        starts.append(candidate)
        last = number
    return starts


def _candidates(fragment: Fragment) -> list[ParagraphStart]:
    text = fragment.text
    found = []
    for match in _NUMBERED.finditer(text):
        if match["pilcrow"]:
            found.append(_start(text, int(match["pilcrow"]), match.start(), match.end()))
            continue
        at = match.end("bare")
        mark = MARK.match(text, match.end())
        # Without punctuation after it, a number starts a paragraph only at the start of a line.
        dotted = text[at : at + 2].strip()[:1] in (".", ")")
        if mark and (dotted or text[max(0, match.start() - 9) : match.start()].rstrip(" ")[-1:] in ("", "\n")):
            found.append(_start(text, int(match["bare"]), match.start(), at))
    if "¶" not in text:
        taken = {candidate.start for candidate in found}
        for match in _LISTED.finditer(text):
            if match.start("listed") not in taken:
                found.append(_start(text, int(match["listed"]), match.start("listed"), match.end("listed")))
        found.sort(key=lambda candidate: candidate.start)
    return found


def _start(text: str, number: int, start: int, end: int) -> ParagraphStart:
    stop = _STOP.match(text, end)
    content = stop.end() if stop else end
    mark = read_mark(text, content)
    return ParagraphStart(number, start, mark.end_char if mark else content, mark)
