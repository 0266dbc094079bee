"""The executive order line: E.O. 12958: DECL: 10/17/2018."""

from __future__ import annotations

import re
from datetime import date

from ..lexicon.dates import read_date
from ..pieces import Fragment, Piece, clean, on_fragment
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
_END = re.compile(r"\n\s*\n|TAGS?\b|\bSUBJ|\bREF ?:|\bSIPDIS\b|\bCLASSIFIED BY\b", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"N ?[/.\\]? ?A\b", re.IGNORECASE)
_LONGEST = 200


def _order(header: Header) -> re.Match[str] | None:
    return _ORDER.search(header.fragment.text, 0, header.end)


def order_number(header: Header) -> str:
    """The number of the executive order.

    header (Header): The header.
    RETURNS (str): The number as it is written, "" if there is none.
    """
    order = _order(header)
    return (order["number"] or "").upper().replace("I", "1") if order else ""


def declassify_piece(header: Header) -> Piece | None:
    """What stands behind the executive order: a date, N/A, OADR, an event.

    header (Header): The header.
    RETURNS (Optional[Piece]): The value without the label DECL, None if there is none.
    """
    text = header.fragment.text
    found = _order(header) or _DECLASSIFY.search(text, 0, header.end)
    if not found:
        return None
    start = found.end()
    while start < header.end and (text[start].isspace() or text[start] in ":;.,"):
        start += 1
    stop = _END.search(text, start, min(header.end, start + _LONGEST))
    end = stop.start() if stop else min(header.end, start + _LONGEST)
    line_end = text.find("\n", start, end)
    # A line end may come between the label and the date, or into the date; else the line is the value.
    if line_end >= 0 and (read_date(text[start:line_end]) or not read_date(clean(text[start:end]))):
        end = line_end
    while label := _DECLASSIFY.match(text, start, end):
        start = label.end()
        while start < end and (text[start].isspace() or text[start] in ":;.,"):
            start += 1
    piece = header.fragment.piece(start, end)
    return piece if piece.text else None


def is_not_applicable(value: str) -> bool:
    """Whether the order line says that it does not apply.

    value (str): What stands behind the order.
    RETURNS (bool): It says N/A.
    """
    return bool(_NOT_APPLICABLE.match(value))


@on_fragment
def find_executive_order(fragment: Fragment) -> str:
    """Find the number of the executive order that a cable is classified under.

    fragment (Union[str, Fragment]): The text.
    RETURNS (str): The number as it is written, "12958"; "" if there is none.
    """
    return order_number(read_header(fragment))


@on_fragment
def find_declassify_on(fragment: Fragment) -> date | None:
    """Find the date on which a cable is declassified.

    fragment (Union[str, Fragment]): The text.
    RETURNS (Optional[date]): The date, None if there is none (N/A, OADR, an event).
    """
    value = declassify_piece(read_header(fragment))
    return read_date(value.text) if value else None
