"""Page furniture: the lines that printers put at the top of pages, and what was blacked out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.page_lines import PAGE_LINE, page_line_start
from ..pieces import Fragment, Piece, on_fragment

_LEVEL_LINE = (
    r"(?:C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|UNCLAS(?:SIFIED)?|U N C L A S(?: S I F I E D)?"
    r"|LIMITED OFFICIAL USE|SENSITIVE|SIPDIS"
    r"|NOFORN|NODIS|EXDIS|N O F O R N)"
)
_ABOVE = re.compile(rf"(?:^|\n)(?:[ \t]*(?:{_LEVEL_LINE}(?: +{_LEVEL_LINE})*)?[ \t]*\n){{1,6}}[ \t]*\Z")
_BELOW = re.compile(rf"[ \t]*(?:\n[ \t]*(?:{_LEVEL_LINE}(?: *[,/]* *{_LEVEL_LINE})*[ \t]*)?(?=\n)){{1,6}}")
_WORD_ABOVE = re.compile(_LEVEL_LINE)
_REDACTION = re.compile(
    r"[Xx]{5,}|\[[^\[\]\n]{0,60}?\b(?:removed|redacted|deleted|withheld|omitted)\b[^\[\]]{0,80}\]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageBreak(Piece):
    """A line at the top of a printed page, with the lines of levels and captions next to it.

    post (str): The post as the line gives it (cut short to ten or six characters).
    serial (int): The number of the cable.
    page (int): The page.
    pages (int): How many there are; 0 if the line does not say.
    """

    post: str = ""
    serial: int = 0
    page: int = 0
    pages: int = 0


def read_page_breaks(fragment: Fragment, post: str = "", serial: int = 0) -> list[PageBreak]:
    """Find page lines.

    fragment (Fragment): The text.
    post (str): The post of the cable, if it is known: capitals of the text before it are then left alone.
    serial (int): The number of the cable, if it is known: lines with five or six digits must then bear it.
    RETURNS (list): The page breaks in the order of the text.
    """
    text = fragment.text
    found: list[PageBreak] = []
    if not re.search(r"\d [O0]F \d|\d {2,3}OF|PAGE +\d", text):
        return found
    for match in PAGE_LINE.finditer(text):
        if match["old_page"]:
            page, pages = int(match["old_page"]), int(match["old_pages"] or 0)
            start, name, number = match.start(), match["old_post"], int(match["old_serial"])
        else:
            page, pages, number = int(match["page"]), int(match["pages"]), int(match["serial"])
            if len(match["serial"]) < 8 and serial and number != serial:
                continue
            start = page_line_start(match, post)
            name = text[start : match.end("post")]
        start, end = _with_neighbours(text, start, match.end(), found[-1].end_char if found else 0)
        piece = fragment.piece(start, end)
        found.append(PageBreak(piece.text, piece.start_char, piece.end_char, name, number, page, pages))
    return found


def _with_neighbours(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """Take in lines of levels and captions above and below, if the page line has a line of its own."""
    above = _ABOVE.search(text, max(least, start - 120), start)
    if above and _WORD_ABOVE.search(above[0]):
        start = above.start() + (above[0][0] == "\n")
    below = _BELOW.match(text, end, min(len(text), end + 120))
    if below and _WORD_ABOVE.search(below[0]):
        end = below.end()
    return start, end


@on_fragment
def find_page_breaks(fragment: Fragment) -> list[PageBreak]:
    """Find the lines that printers put at the top of pages: LONDON 00002643 002 OF 002.

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The page breaks in the order of the text.
    """
    return read_page_breaks(fragment)


@on_fragment
def find_redactions(fragment: Fragment) -> list[Piece]:
    """Find what was blacked out: XXXXXXXXXXXX, [Name removed].

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The redactions in the order of the text.
    """
    return [fragment.piece(*match.span()) for match in _REDACTION.finditer(fragment.text)]
