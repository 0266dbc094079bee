"""The date and time group of a cable: 051800Z MAR 04, the day, the time, the month and the year of transmission."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ...text.cable_id import full_year
from ..lexicon.dates import MONTH, make_date
from ..pieces import Piece
from .field_labels import Header

_TIME_GROUP = re.compile(
    rf"""
    (?:
        (?<![A-Z0-9])(?P<precedence>[ZOPRYD])(?:[ ]?[ZOPRYD]){{0,3}}[ ]{{1,3}}  # R 051800Z MAR 04
        |(?m:^[ \t]{{0,8}})                                                # 051800Z MAR 04
    )
    (?P<group>
        (?P<day>\d\d)[ ]?/?(?P<hour>\d\d)(?P<minute>\d\d)[ ]?Z[ ]{{0,3}}
        (?P<month>{MONTH})[A-Z]{{0,6}}\.?,?[ ]{{0,3}}(?P<year>(?:19|20)\d\d|\d\d)(?!\d)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Every group has it, few other texts do.
_ZULU = re.compile(r"[Zz](?:(?<=\d[Zz])|(?<=\d [Zz]))")


@dataclass(frozen=True, slots=True)
class TimeGroup(Piece):
    """The date and time group: day, time, month and year of transmission, such as "161828Z MAR 07".

    precedence (str): The letter before the group: Z, O, P, R or Y; "" if there is none.
    date (date | None): The date of transmission, None if there is no such day.
    time (str): The time of transmission, in Zulu (UTC): "18:28"; "" if there is no such time.
    year (int): The year.
    """

    precedence: str = ""
    date: date | None = None
    time: str = ""
    year: int = 0


def read_time_group(header: Header) -> TimeGroup | None:
    """Read the date and time group.

    header (Header): The header.
    RETURNS (TimeGroup | None): The first group, None if there is none. Without a precedence it must be at the start of
        a line before the references, which may give such groups too.
    """
    text = header.fragment.text
    references = next((label.start_char for label in header.labels if label.kind == "references"), header.end)
    if not _ZULU.search(text, 0, header.end):
        return None
    for match in _TIME_GROUP.finditer(text, 0, header.end):
        if match["precedence"] or match.start() < references:
            return _time_group(match)
    return None


def _time_group(match: re.Match[str]) -> TimeGroup:
    year = full_year(match["year"])
    hour, minute = match["hour"], match["minute"]
    return TimeGroup(
        match["group"],
        *match.span("group"),
        precedence=(match["precedence"] or "").upper(),
        date=make_date(year, match["month"], match["day"]),
        time=f"{hour}:{minute}" if int(hour) < 24 and int(minute) < 60 else "",
        year=year,
    )
