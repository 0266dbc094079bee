"""The executive order line: E.O. 12958: DECL: 10/17/2018."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..lexicon.dates import read_date
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header

_ORDER = re.compile(
    r"(?:(?:\bE|E(?=\.O\.)) ?[.,]? ?[O0] ?[.,]?|EXECUTIVE ORDER) ?[:;]? ?(?P<number>[1I]\d{4})(?!\d) ?[:;]?"
    r"|\bE ?\. ?O ?\. ?[:;]?(?=\s{0,3}(?:N/?A|DECL))",
    re.IGNORECASE,
)
_DECLASSIFY = re.compile(
    r"\b(?:DECLASSIF(?:Y|IED)(?: ?ON)?|DECLA?S?|DE ?CL|DELC|DCEL|DECK|DECLE|DEC|DNG)(?: ON)?\b ?[.:;,]+"
    r"|\bDECL(?:ASSIFY)?(?: ON)?\b",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[\s:;.,]*")
_END = re.compile(r"\n\s*\n|TAGS?\b|\bSUBJ|\bREF ?:|\bSIPDIS\b|\bCLASSIFIED BY\b", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ExecutiveOrder(Piece):
    """The executive order line, from its label to the end of its value.

    number (str): The number of the order, "12958"; "" if the line only says when the cable is declassified.
    value (Piece | None): What stands behind the order: a date, N/A, OADR, an event.
    """

    number: str = ""
    value: Piece | None = None

    @property
    def declassify_on(self) -> date | None:
        """The date on which the cable is declassified, None if the line gives none."""
        return read_date(self.value.text) if self.value else None

    @property
    def declassified(self) -> str | None:
        """That date in ISO form, else what stands in its place; None if nothing does."""
        day = self.declassify_on
        if day:
            return day.isoformat()
        return self.value.text if self.value else None


def read_executive_order(header: Header) -> ExecutiveOrder | None:
    """Read the executive order line.

    header (Header): The header.
    RETURNS (ExecutiveOrder | None): The order and when it says that the cable is declassified, None if there is no such
        line.
    """
    text = header.fragment.text
    order = _ORDER.search(text, 0, header.end)
    label = order or _DECLASSIFY.search(text, 0, header.end)
    if not label:
        return None
    start, end = _value(text, label.end(), header.end)
    value = Piece(text[start:end], start, end)
    number = (order["number"] or "").upper().replace("I", "1") if order else ""
    first, last = label.start(), value.end_char if value.text else label.end()
    return ExecutiveOrder(text[first:last], first, last, number, value if value.text else None)


def _value(text: str, start: int, limit: int) -> tuple[int, int]:
    """Where the value stands, without the label DECL."""
    start = _skip(text, start, limit)
    limit = min(limit, start + _LONGEST)
    stop = _END.search(text, start, limit)
    end = stop.start() if stop else limit
    line_end = text.find("\n", start, end)
    # A line end may come between the label and the date, or into the date; else the line is the value.
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
    RETURNS (str): The number as it is written, "12958"; "" if there is none.
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
