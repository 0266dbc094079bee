"""Page breaks: the lines printed at the top of each page, with the levels and captions next to them."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon.page_lines import page_line_start, page_lines
from ..pieces import Fragment, Piece, on_fragment
from .section_heads import has_begun, section_head_end, section_heads
from .stamps import END_LINE, LEVEL_LINE

_NEIGHBOURS = 12  # lines
_WIDEST = 120  # characters of a line


@dataclass(frozen=True, slots=True)
class PageBreak(Piece):
    """A line at the top of a printed page, with the lines of levels and captions next to it. Where a section follows
    that was sent on its own, its whole head.

    post (str): The post as printed (truncated to ten or six characters).
    serial (int): The number of the cable.
    page (int): The page number; 0 if not given.
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
    heads = section_heads(text)
    last = 0
    for match in page_lines(text):
        if match["old_page"]:
            page, pages = int(match["old_page"]), int(match["old_pages"] or 0)
            start, name, number = match.start(), match["old_post"], int(match["old_serial"])
        else:
            page, pages, number = int(match["page"]), int(match["pages"]), int(match["serial"])
            if len(match["serial"]) < 8 and serial and number != serial:
                continue
            start = page_line_start(match, post)
            name = text[start : match.end("post")]
        if start < last:
            continue  # in the head of a section
        end = match.end()
        while heads and heads[0][0] < start:
            head = heads.pop(0)
            if head[1] <= start:
                found.append(_page_break(fragment, *head, last))
                last = found[-1].end_char
            else:
                end = max(end, head[1])
        if page == 1 and match["old_page"] and (found or has_begun(text, start)):
            end = section_head_end(text, end)
        found.append(_page_break(fragment, start, end, last, name.strip(), number, page, pages))
        last = found[-1].end_char
    return found + [_page_break(fragment, *head, last) for head in heads if head[0] >= last]


def _page_break(
    fragment: Fragment, start: int, end: int, least: int, post: str = "", serial: int = 0, page: int = 0, pages: int = 0
) -> PageBreak:
    text = fragment.text
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        start = _above(text, start, least)
    end = _below(text, end)
    piece = fragment.piece(start, end)
    return PageBreak(piece.text, piece.start_char, piece.end_char, post, serial, page, pages)


def _above(text: str, start: int, least: int) -> int:
    """Include the lines of levels, captions and ends of message above."""
    end = start - 1
    for _ in range(_NEIGHBOURS):
        if end <= least:
            break
        line_start = text.rfind("\n", max(least, end - _WIDEST), end) + 1
        line = text[line_start:end].strip()
        if line:
            if line_start < least or not (LEVEL_LINE.fullmatch(line) or END_LINE.fullmatch(line)):
                break
            start = line_start
        end = line_start - 1
    return start


def _below(text: str, end: int) -> int:
    """Include the lines of levels and captions below."""
    last = end
    for _ in range(_NEIGHBOURS):
        line_end = text.find("\n", end, end + _WIDEST)
        if line_end < 0:
            break
        line = text[end:line_end].strip()
        if line:
            if not LEVEL_LINE.fullmatch(line):
                break
            last = line_end
        end = line_end + 1
    return last


@on_fragment
def find_page_breaks(fragment: Fragment) -> list[PageBreak]:
    """Find the lines printed at the top of each page: LONDON 00002643 002 OF 002.

    fragment (str | Fragment): The text.
    RETURNS (list): The page breaks in text order.
    """
    return read_page_breaks(fragment)
