"""The text of a cable with what printing and archives added blanked out, so that no finder trips over it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..pieces import Fragment
from .page_breaks import PageBreak, read_page_breaks
from .stamps import attributes_start, closing_lines, release_stamps

_SOLID = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class BareText:
    """The text of a cable without page lines, stamps and attributes.

    fragment (Fragment): The text as given.
    bare (Fragment): The same, each character of an addition a blank. All offsets are the same.
    page_breaks (tuple): The page breaks.
    stamps (tuple): Half-open character ranges of release stamps.
    end (int): The end of the cable, exclusive: what follows are attributes, levels and marks of the end.
    """

    fragment: Fragment
    bare: Fragment
    page_breaks: tuple[PageBreak, ...]
    stamps: tuple[tuple[int, int], ...]
    end: int


def read_bare_text(fragment: Fragment) -> BareText:
    """Blank out what printing and archives added to a cable.

    fragment (Fragment): The text.
    RETURNS (BareText): The text, and what was found in it.
    """
    text = fragment.text
    page_breaks = tuple(read_page_breaks(fragment))
    stamps = tuple(release_stamps(text))
    attributes = attributes_start(text)
    blanks = [*stamps, *((page.start_char, page.end_char) for page in page_breaks), (attributes, len(text))]
    bare = blank_out(text, blanks)
    end = closing_lines(bare, attributes)
    bare = blank_out(bare, [(end, attributes)])
    return BareText(fragment, replace(fragment, text=bare), page_breaks, stamps, end)


def blank_out(text: str, ranges: list[tuple[int, int]]) -> str:
    """Replace what is in ranges by blanks, and keep line ends.

    text (str): The text.
    ranges (list): Half-open character ranges.
    RETURNS (str): The text, of the same length.
    """
    pieces: list[str] = []
    position = 0
    for start, end in sorted(ranges):
        if end > position and end > start:
            start = max(start, position)
            pieces += (text[position:start], _SOLID.sub(lambda solid: " " * len(solid[0]), text[start:end]))
            position = end
    return "".join((*pieces, text[position:])) if pieces else text
