"""Which lines may be headings, and the text of a heading without its number and portion mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.offsets import trim
from ..lexicon.levels import PLAIN_LEVEL
from ..lexicon.page_lines import find_page_line
from ..lexicon.portion_marks import MARK
from ..pieces import Piece, clean
from .rules import RULE

#: Never part of a heading: addresses, header fields, levels, and closing words such as END TEXT.
NOT_HEADING = re.compile(
    rf"""
    https?:                                     # http://example.org
    |www\.                                      # www.example.org
    |\.gov                                      # example.gov
    |\.mil                                      # example.mil
    |@                                          # reed@example.org
    |CORRECTED[ ]COPY                           # CORRECTED COPY
    |C[ ]O[ ]R[ ]R                              # C O R R E C T E D
    |^[Xx]{{5,}}                                  # XXXXXXXXXXXX
    |^(?:Visit|VISIT)[ ]                        # Visit our pages
    |[Ww]ebsite                                 # Our Website
    |\bSIPDIS\b                                 # SIPDIS
    |^(?:REF|SUBJECT|TAGS|E\.O\.|Classified[ ]By|CLASSIFIED[ ]BY)\b    # SUBJECT: A VISIT
    |^(?:NNNN|(?:BEGIN|END)[ ]TEXT)\.?$         # END TEXT.
    |^{PLAIN_LEVEL}\.?$                        # CONFIDENTIAL
    |^(?:DECL|DERIVED|REASON)                   # DECL: 2018
    |^E(?:ND|nd)[ ][AaSsCcTtNn]                 # End Summary
    """,
    re.VERBOSE,
)
_NUMBERS = re.compile(r"\d[\d,.%]*(?:\s|$)")
_PARAGRAPH_NUMBER = re.compile(r"¶? ?\d{1,2} ?\. ?")
_COLUMNS = re.compile(r" {4,}\S+ {4,}")


@dataclass(frozen=True, slots=True)
class Heading(Piece):
    """A heading; rules are not part of it.

    style (str): "underlined", "boxed", "slashes", "inline" (between rules on one line) or "plain".
    """

    style: str = "underlined"


def make_heading(text: str, start: int, end: int, style: str) -> Heading | None:
    """Make a heading from a range of text, unless it is a page line, a table row or the end of a sentence.

    text (str): The text.
    start (int): Start of the range, in characters.
    end (int): End of the range, exclusive.
    style (str): The style of the heading.
    RETURNS (Heading | None): The heading, without paragraph number and portion mark; None if it is not one.
    """
    start, end = trim(text, start, end)
    for prefix in (_PARAGRAPH_NUMBER, MARK):
        if match := prefix.match(text, start, end):
            start, end = trim(text, match.end(), end)
    reading = clean(text[start:end])
    if len(reading) < 3 or not any(char.isalpha() for char in reading) or len(_NUMBERS.findall(reading)) > 3:
        return None
    if find_page_line(reading) or "|" in reading or _COLUMNS.search(text, start, end):
        return None
    if reading[0].islower() and reading.rstrip("'\"”’)")[-1:] in ("", ".", ";", ",", "?", "!"):
        return None
    return Heading(reading, start, end, style)


def is_title_line(reading: str) -> bool:
    """Check whether a line looks like a heading: a few words with an initial capital, not a list item or a rule.

    reading (str): The cleaned line.
    RETURNS (bool): Whether it may be a heading.
    """
    words = len(reading.split())
    if not reading[0].isupper() or words > 12 or (words == 1 and len(reading) < 4):
        return False
    return not ("¶" in reading or RULE.search(reading) or MARK.search(reading) or find_page_line(reading))
