"""Offsets that count as UTF-16 does, as tools in JavaScript and Java do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

#: What messages say where UTF-16 explains that a span has another text than it says.
HINT = " (UTF-16 offsets? Read them with offsets='utf-16')"


def utf16_to_chars(text: str) -> Callable[[int], int]:
    """Make a function that converts offsets of UTF-16 to characters.

    text (str): The text.
    RETURNS (Callable): Maps an offset in units of 16 bits to one in characters.
    """
    # A character beyond U+FFFF takes two units. Where they start, in units:
    wide = [i + n for n, i in enumerate(i for i, char in enumerate(text) if ord(char) > 0xFFFF)]
    return lambda offset: offset - bisect_left(wide, offset)
