"""The date and time that a newspaper put above a cable: Monday, 23 March 2009, 09:27."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..pieces import Piece
from .field_labels import Header

_DATE_LINE = re.compile(
    r"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ]\d{1,2}[ ][A-Z][a-z]{2,8},?[ ]
        (?P<year>\d{4}),?[ ]\d\d?:\d\d(?::\d\d)?(?:[ ]?[AP]M)?                  # Monday, 23 March 2009, 09:27
    |Cable[ ]dated[ ]?:[ ]?(?P<iso>\d{4})-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?    # Cable dated:2009-03-23T09:27
    |(?:Date|DATE)[ ]?:[ ]?(?P<other>\d{4})-\d\d-\d\d(?:[ ]\d\d:\d\d(?::\d\d)?)?  # Date: 2009-03-23 09:27
    """,
    re.VERBOSE,
)
_REACH = 1500


@dataclass(frozen=True, slots=True)
class DateLine(Piece):
    """A date line.

    year (int): Its year.
    """

    year: int = 0


def read_date_line(header: Header) -> DateLine | None:
    """Read the date line.

    header (Header): The header.
    RETURNS (DateLine | None): The date line, None if there is none.
    """
    match = _DATE_LINE.search(header.fragment.text, 0, min(header.end, _REACH))
    if not match:
        return None
    return DateLine(match[0], *match.span(), int(match["year"] or match["iso"] or match["other"]))
