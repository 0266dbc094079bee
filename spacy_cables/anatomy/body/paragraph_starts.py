"""Paragraph numbers and portion marks: where the paragraphs of a cable begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..pieces import Fragment, Piece, on_fragment

_CAVEAT = (
    r"(?:NF|NOFORN|NOFRON|NOF|FOUO|FGI|NATO|ISAF|GCTF|FVEY|ORCON|OC|PROPIN|PR|LIMDIS|EXDIS|NODIS|SBU|SENSITIVE|"
    r"REL(?:EASABLE)?(?: ?(?:TO|/))?(?: ?,? ?[A-Z][A-Z0-9&]{1,14}(?:(?: ?[,/] ?"
    r"| (?:AND )?)[A-Z][A-Z0-9&]{1,14}){0,12})?|"
    r"ENTIRE TEXT|ENTIRE MESSAGE|ENTIRE CABLE|ALL|TEXT)"
)
_LEVEL = r"(?:TS|SBU|LOU|FOUO|UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|S|C|U)"
_INSIDE = rf"{_LEVEL}(?: ?(?:/{{1,2}}|-|,|\\)? ?{_CAVEAT}){{0,4}} ?"
#: A portion mark with both its brackets; `(S/CT)` and its like are offices.
MARK = re.compile(rf"\( ?(?P<inside>{_INSIDE})\)")
# Behind a paragraph number one of the brackets may be lost, and clerks write (c).
_MARK_AFTER_NUMBER = re.compile(
    rf"\(? ?(?P<inside>{_INSIDE})\)|\( ?(?P<open>(?:SBU|S|C|U)(?:/{{1,2}}NF)?)(?=\s+[A-Z])", re.IGNORECASE
)
_NUMBERED = re.compile(r"¶ ?(?P<pilcrow>\d{1,3})(?!\d)|(?<![^\s>])(?P<bare>\d{1,2}) ?[.)]? ?\n?[ ]{0,3}(?=\( ?[A-Z])")
_LISTED = re.compile(r"^ {0,3}(?P<listed>\d{1,2})\.(?!\d) {0,3}(?=[A-Z\"“(])", re.MULTILINE)
_STOP = re.compile(r" ?[.):,-]{0,2}\s{0,3}")
_GLUED = re.compile(r"(?<=[SCU])(?=NF)|\s*//?\s*|(?<=[A-Z])\s*-\s*(?=NF)")


@dataclass(frozen=True, slots=True)
class ParagraphStart:
    """Where a numbered paragraph begins.

    number (int): Its number.
    start (int): Where its paragraph mark or number stands.
    content (int): Where what it says begins, behind number and portion mark.
    mark (Optional[Piece]): Its portion mark, brackets included; the text is the mark alone, as in "S/NF".
    """

    number: int
    start: int
    content: int
    mark: Piece | None


def paragraph_starts(fragment: Fragment) -> list[ParagraphStart]:
    """Find where paragraphs begin. Numbers must rise, by one or two: dates and lists look like paragraphs too.

    fragment (Fragment): The text.
    RETURNS (list): The starts, in the order of the text.
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
        # A bare number gives way to the same number with a portion mark further on: it is an item of a list.
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
        # Without a stop behind it, a number is a paragraph's only where a line begins.
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


def read_mark(text: str, start: int) -> Piece | None:
    """Read the portion mark that stands at an offset, also one that lost a bracket.

    text (str): The text.
    start (int): The offset.
    RETURNS (Optional[Piece]): The mark with its brackets; its text is the mark alone, as in "S/NF".
    """
    match = _MARK_AFTER_NUMBER.match(text, start)
    if not match:
        return None
    inside = match["inside"] or match["open"]
    if not match[0].startswith("(") and len(inside.strip()) < 4 and "/" not in inside:
        return None  # "C)" alone is a letter of a list
    return Piece(mark_text(inside), *match.span())


def mark_text(inside: str) -> str:
    """Write what stands between the brackets of a portion mark in one way: "S / NF" and "SNF" are "S/NF".

    inside (str): What stands there.
    RETURNS (str): The mark.
    """
    return _GLUED.sub(lambda gap: "//" if "//" in gap[0] else "/", " ".join(inside.upper().split()))


def read_marks(fragment: Fragment, starts: Iterable[ParagraphStart], floor: int) -> list[Piece]:
    """The portion marks of paragraphs, and of headings, items and sentences between them.

    fragment (Fragment): The text.
    starts (Iterable): Where paragraphs begin.
    floor (int): Where the body begins: before it, letters in brackets count references.
    RETURNS (list): The marks in the order of the text.
    """
    marks = {start.mark.start_char: start.mark for start in starts if start.mark}
    for match in MARK.finditer(fragment.text, floor):
        before = fragment.text[max(0, match.start() - 8) : match.start()].rstrip(" \t")
        if not before or before[-1] in '\n.:;-*•)"”]' or before[-1].isdigit() or before[-1] == "¶":
            marks[match.start()] = Piece(mark_text(match["inside"]), *match.span())
    return [marks[start] for start in sorted(marks)]


@on_fragment
def find_portion_marks(fragment: Fragment) -> list[Piece]:
    """Find portion marks: (C), (SBU), (S//NF), (C - ENTIRE TEXT), (S/REL TO USA, ISAF).

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The marks, with their brackets; the text of each is the mark alone.
    """
    return read_marks(fragment, paragraph_starts(fragment), 0)
