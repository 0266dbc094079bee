"""Page breaks: the lines printed at the top of each page, with the levels and captions next to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.levels import LEVEL_OR_CAPTION
from ..lexicon.page_lines import PAGE_LINE, page_line_start
from ..pieces import Fragment, Piece, on_fragment

_ABOVE = re.compile(rf"(?:^|\n)(?:[ \t]*(?:{LEVEL_OR_CAPTION}(?: +{LEVEL_OR_CAPTION})*)?[ \t]*\n){{1,6}}[ \t]*\Z")
_BELOW = re.compile(rf"[ \t]*(?:\n[ \t]*(?:{LEVEL_OR_CAPTION}(?: *[,/]* *{LEVEL_OR_CAPTION})*[ \t]*)?(?=\n)){{1,6}}")
_LEVEL = re.compile(LEVEL_OR_CAPTION)


@dataclass(frozen=True, slots=True)
class PageBreak(Piece):
    """A line at the top of a printed page, with the lines of levels and captions next to it.

    post (str): The post as printed (truncated to ten or six characters).
    serial (int): The number of the cable.
    page (int): The page number.
    pages (int): The number of pages; 0 if not given.
    """

    post: str = ""
    serial: int = 0
    page: int = 0
    pages: int = 0


def read_page_breaks(fragment: Fragment, post: str = "", serial: int = 0) -> list[PageBreak]:
    """Read the page breaks.

    fragment (Fragment): The text.
    post (str): The post of the cable, if known. Capitals before it on the same line are then left out.
    serial (int): The number of the cable, if known. Numbers of fewer than eight digits must match it.
    RETURNS (list): The page breaks in text order.
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
    """Include lines of levels and captions above and below, if the page line is on a line of its own."""
    above = _ABOVE.search(text, max(least, start - 120), start)
    if above and _LEVEL.search(above[0]):
        start = above.start() + (above[0][0] == "\n")
    below = _BELOW.match(text, end, min(len(text), end + 120))
    if below and _LEVEL.search(below[0]):
        end = below.end()
    return start, end


@on_fragment
def find_page_breaks(fragment: Fragment) -> list[PageBreak]:
    """Find the lines printed at the top of each page: LONDON 00002643 002 OF 002.

    fragment (str | Fragment): The text.
    RETURNS (list): The page breaks in text order.
    """
    return read_page_breaks(fragment)
