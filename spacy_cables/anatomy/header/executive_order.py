"""The executive order line: E.O. 12958: DECL: 10/17/2018."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..lexicon.dates import read_date
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header

_ORDER = re.compile(
    r"""
    (?:
        (?:\bE|E(?=\.O\.))[ ]?[.,]?[ ]?[O0][ ]?[.,]?                # E.O. 12958
        |EXECUTIVE[ ]ORDER                                          # EXECUTIVE ORDER 12958
    )[ ]?[:;]?[ ]?(?P<number>[1I]\d{4})(?!\d)[ ]?[:;]?
    |\bE[ ]?\.[ ]?O[ ]?\.[ ]?[:;]?(?=\s{0,3}(?:N/?A|DECL))          # E.O.: N/A
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DECLASSIFY = re.compile(
    r"""
    \b(?:
        DECLASSIF(?:Y|IED)(?:[ ]?ON)?         # DECLASSIFIED ON: 2018
        |DECLA?S?                             # DECLAS: 2018
        |DE[ ]?CL                             # DE CL: 2018
        |DELC                                 # DELC: 2018
        |DCEL                                 # DCEL: 2018
        |DECK                                 # DECK: 2018
        |DECLE                                # DECLE: 2018
        |DEC                                  # DEC: 2018
        |DNG                                  # DNG: 2018
    )(?:[ ]ON)?\b[ ]?[.:;,]+
    |\bDECL(?:ASSIFY)?(?:[ ]ON)?\b            # DECL 2018
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PUNCTUATION = re.compile(r"[\s:;.,]*")
_END = re.compile(r"\n\s*\n|TAGS?\b|\bSUBJ|\bREF ?:|\bSIPDIS\b|\bCLASSIFIED BY\b", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ExecutiveOrder(Piece):
    """The executive order line, from its label to the end of its value.

    number (str): The number of the order, "12958"; "" if the line only says when the cable is declassified.
    value (Piece | None): The text after the order: a date, N/A, OADR or an event.
    """

    number: str = ""
    value: Piece | None = None

    @property
    def declassify_on(self) -> date | None:
        """The date on which the cable is declassified, None if the line gives none."""
        return read_date(self.value.text) if self.value else None

    @property
    def declassified(self) -> str | None:
        """The date in ISO format, else the text in its place; None if there is neither."""
        day = self.declassify_on
        if day:
            return day.isoformat()
        return self.value.text if self.value else None


def read_executive_order(header: Header) -> ExecutiveOrder | None:
    """Read the executive order line.

    header (Header): The header.
    RETURNS (ExecutiveOrder | None): The order and the declassification date, None if there is no such line.
    """
    text = header.fragment.text
    order = _ORDER.search(text, 0, header.end)
    label = order or _DECLASSIFY.search(text, 0, header.end)
    if not label:
        return None
    start, end = _value(text, label.end(), header.end)
    end = start + len(text[start:end].rstrip(" \n|"))
    value = Piece(text[start:end], start, end)
    number = (order["number"] or "").upper().replace("I", "1") if order else ""
    first, last = label.start(), value.end_char if value.text else label.end()
    return ExecutiveOrder(text[first:last], first, last, number, value if value.text else None)


def _value(text: str, start: int, limit: int) -> tuple[int, int]:
    """The range of the value, without the label DECL."""
    start = _skip(text, start, limit)
    limit = min(limit, start + _LONGEST)
    stop = _END.search(text, start, limit)
    end = stop.start() if stop else limit
    line_end = text.find("\n", start, end)
    # A line end may precede the date or be inside it. Otherwise the value is the rest of the line.
    if line_end >= 0 and (read_date(text[start:line_end]) or not read_date(Piece(text[start:end], start, end).text)):
        end = line_end
    while label := _DECLASSIFY.match(text, start, end):
        start = _skip(text, label.end(), end)
    return start, end


def _skip(text: str, start: int, end: int) -> int:
    punctuation = _PUNCTUATION.match(text, start, end)
    return punctuation.end() if punctuation else start


@on_fragment
def find_executive_order(fragment: Fragment) -> str:
    """Find the number of the executive order that a cable is classified under.

    fragment (str | Fragment): The text.
    RETURNS (str): The number as written, such as "12958"; "" if there is none.
    """
    order = read_executive_order(read_header(fragment))
    return order.number if order else ""


@on_fragment
def find_declassify_on(fragment: Fragment) -> date | None:
    """Find the date on which a cable is declassified.

    fragment (str | Fragment): The text.
    RETURNS (date | None): The date, None if there is none (N/A, OADR, an event).
    """
    order = read_executive_order(read_header(fragment))
    return order.declassify_on if order else None
