"""The date and time that a newspaper or an archive put above a cable: Monday, 23 March 2009, 09:27."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..lexicon.dates import MONTH, read_date
from ..pieces import Piece
from .field_labels import Header

_CLOCK = r"(?P<time{}>\d\d?:\d\d)(?::\d\d)?(?P<half{}>[ ]?[AP]M)?"
_DAY = r"(?P<day>(?:\d{1,2}[ ][A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}[ ]\d{1,2}),?[ ]\d{4})"
_DAY_LABEL = r"(?:Cable[ ]dated|(?m:^)[ ]{0,3}(?:Date|DATE))[ ]?:[ ]{0,3}"
_MONTH = rf"(?i:(?:{MONTH})[a-z]{{0,6}})"
_WRITTEN_DAY = rf"(?:\d{{1,2}}[ ]{_MONTH},?[ ]\d{{4}}|{_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}})"
_LABEL = r"(?:(?:Cable[ ]dated|Created|CREATED|Date|DATE)[ ]?:?[ ]?|(?m:^[ ]{0,3}))"
_DATE_LINE = re.compile(
    rf"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ]{_DAY},?[ ]{_CLOCK.format(1, 1)}  # Monday, 23 March 2009, 09:27
    |{_LABEL}(?P<iso>\d{{4}}-\d\d-\d\d)(?:T|[ ]{{1,3}}){_CLOCK.format(2, 2)}  # Cable dated:2009-03-23T09:27
    |{_DAY_LABEL}(?P<alone>\d{{4}}-\d\d-\d\d)      # Date: 2009-03-23
    |{_DAY_LABEL}(?P<written>{_WRITTEN_DAY})       # Date: 23 March 2009
    |{_DAY_LABEL}(?P<slashed>\d\d?/\d\d?/\d{{4}})(?!\d)  # Date: 03/23/2009
    """,
    re.VERBOSE,
)
_HINT = re.compile(r"day|-\d\d-\d\d|D(?:ate|ATE) ?:|[Cc]able dated")
# A day on a line of its own above the cable; further down it may be the end of a wrapped line.
_DAY_LINE = re.compile(
    rf"\A(?:[^\n]{{0,80}}\n){{0,3}}[ ]{{0,8}}(?P<day>\d{{4}}-\d\d-\d\d|{_WRITTEN_DAY})[ ]*$", re.MULTILINE | re.VERBOSE
)
_REACH = 1500


@dataclass(frozen=True, slots=True)
class DateLine(Piece):
    """A date line.

    date (date | None): Its date, None if there is no such day.
    time (str): Its time, "" if it has none.
    year (int): Its year.
    """

    date: date | None = None
    time: str = ""
    year: int = 0


def read_date_line(header: Header) -> DateLine | None:
    """Read the date line.

    header (Header): The header.
    RETURNS (DateLine | None): The date line, None if there is none.
    """
    text = header.fragment.text[: min(header.end, _REACH)]
    match = _DATE_LINE.search(text) if _HINT.search(text) else None
    if not match:
        alone = _DAY_LINE.match(text)
        found = read_date(alone["day"]) if alone else None
        return DateLine(alone["day"], *alone.span("day"), found, "", found.year) if alone and found else None
    day = match["day"] or match["iso"] or match["alone"] or match["written"] or match["slashed"]
    time = _time(match["time1"] or match["time2"] or "", match["half1"] or match["half2"] or "")
    year = re.search(r"\d{4}", day)
    return DateLine(match[0], *match.span(), read_date(day), time, int(year[0]) if year else 0)


def _time(clock: str, half: str) -> str:
    """A time of 24 hours: 2:05 PM is 14:05."""
    if not clock:
        return ""
    hour, minute = map(int, clock.split(":"))
    if half:
        hour = hour % 12 + 12 * half.strip().startswith("P")
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
