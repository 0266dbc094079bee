"""The line at the top of a printed page: its pattern, and where the post begins in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from .posts import POSTS, post_key

_POST_LINE = (
    r"(?P<post>[A-Z][A-Z.'-]{0,11}(?:[ ][A-Z][A-Z.']{0,9}){0,2})[ ]{1,4}(?P<serial>\d{8}|\d{5,6})"
    r"[ ]{1,3}(?P<page>\d{3})(?:[ ]?\.[ ]?\d)?[ ]{1,3}[O0]F[ ]{1,3}(?P<pages>\d{3})(?!\d)"
)
_OLD_LINE = (
    r"PAGE[ ]+(?P<old_page>\d\d)[ ]{1,12}(?P<old_post>[A-Z]{1,6}(?:[ ][A-Z.]{1,4}){0,2})[ ]{1,8}(?P<old_serial>\d{5,6})"
    r"(?!\d)(?:[ ]{1,3}\d\d[ ]OF[ ](?P<old_pages>\d\d))?(?:[ ]{1,3}\d{6}Z(?:[ ]+POSS[ ]DUPE)?)?"
)
#: The line at the top of a page, and its older form.
PAGE_LINE = re.compile(
    rf"""
    {_POST_LINE}                              # LUSAKA 00002643 002 OF 002
    |{_OLD_LINE}                              # PAGE 02 CAPE T 00097 01 OF 03 182017Z
    """,
    re.VERBOSE,
)
#: The same without groups, to be part of other patterns.
PAGE_LINE_PART = re.sub(r"[?]P<[a-z_]+>", "?:", f"{_POST_LINE}|{_OLD_LINE}")

# What each of the two has, found fast; few places need the long pattern.
_HINTS = (re.compile(r"PAGE +\d"), re.compile(r"F(?<= [O0]F) {1,3}\d{3}"))
_LONGEST = 60

# Printers cut posts to ten characters, earlier ones to six; spaces count.
_PREFIXES = frozenset(post[:size] for post in POSTS for size in (5, 6, 8, 9, 10, len(post)))


def page_lines(text: str) -> Iterator[re.Match[str]]:
    """Find the lines at the top of pages.

    text (str): The text.
    YIELDS (re.Match): Matches of `PAGE_LINE`, in text order.
    """
    last = 0
    for start in sorted(hint.start() for pattern in _HINTS for hint in pattern.finditer(text)):
        if start < last:
            continue
        if text[start] == "P":
            match = PAGE_LINE.match(text, start)
        else:
            match = PAGE_LINE.search(text, max(last, start - _LONGEST), start + 8)
        if match:
            last = match.end()
            yield match


def find_page_line(text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """Find the first line at the top of a page.

    text (str): The text.
    start (int): Where to begin, in characters.
    end (int): Where to end, exclusive.
    RETURNS (re.Match | None): A match of `PAGE_LINE`, None if there is none.
    """
    if any(text.find(word, start, end) >= 0 for word in ("OF", "0F", "PAGE")):
        return PAGE_LINE.search(text, start, end)
    return None


def page_line_start(match: re.Match[str], post: str = "") -> int:
    """Find where the post of a page line begins, since other words in capitals may precede it on the line.

    match (re.Match): A match of `PAGE_LINE`.
    post (str): The post of the cable, if known.
    RETURNS (int): The offset, in characters.
    """
    name = match["post"]
    if name is None:
        return match.start()
    cut = post.upper()[:10].strip()
    if cut and name.upper().endswith(cut):
        return match.start() + len(name) - len(cut)
    words = name.split(" ")
    start = match.start()
    for index, word in enumerate(words):
        if post_key("".join(words[index:])) in _PREFIXES or index == len(words) - 1:
            return start
        start += len(word) + 1
    return start
