"""Dates in the formats of cable headers."""

from __future__ import annotations

import re
from datetime import date

from ...text.cable_id import full_year

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Two-digit years are in the hundred years from here: cables are declassified up to 25 years later.
_FIRST_YEAR = 1966
#: The first letters of a month.
MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_GAP = r"[ ]?[/.\\-][ ]?"
_TH = "[ ]?(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"""
    (?<!\d)(?P<y1>(?:19|20)\d\d){_GAP}(?P<m1>\d\d?){_GAP}(?P<d1>\d\d?)(?!\d)     # 2018/10/17
    |(?<!\d)0?(?P<m2>\d\d?){_GAP}(?P<d2>\d\d?){_GAP}(?P<y2>(?:19|20)\d\d|\d\d|0\d\d)(?!\d)     # 10/17/2018
    |(?<!\d)(?P<d3>\d\d?){_TH}[ -]?(?P<m3>{MONTH})[a-z]{{0,6}}\.?,?[ -]?(?P<y3>(?:19|20)\d\d|\d\d)(?!\d)    # 17 OCT 18
    |\b(?P<m4>{MONTH})[a-z]{{0,6}}\.?[ ]?(?P<d4>\d\d?){_TH}[ ]?,?[ ]?(?P<y4>(?:19|20)\d\d)(?!\d)    # October 17, 2018
    |(?<!\d)(?P<y5>(?:19|20)\d\d)(?P<m5>[01]\d)(?P<d5>[0-3]\d)(?!\d)     # 20181017
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_date(text: str) -> date | None:
    """Read the first date of a text: 10/17/2018, 2018/10/17, 10/17/18, October 17, 2018, 17 OCT 2018, 20181017.

    text (str): Any text.
    RETURNS (date | None): The first valid date. Month before day, unless only day before month is valid.
    """
    for match in DATE.finditer(text):
        found = _to_date(match)
        if found:
            return found
    return None


def _to_date(match: re.Match[str]) -> date | None:
    index = next(i for i in "12345" if match[f"y{i}"])
    year, month, day = full_year(match[f"y{index}"], _FIRST_YEAR), match[f"m{index}"], match[f"d{index}"]
    if month.isdecimal() and int(month) > 12 >= int(day):
        month, day = day, month
    return make_date(year, month, day)


def make_date(year: int, month: str, day: str) -> date | None:
    """Make a date.

    year (int): The year.
    month (str): The number of the month, or its name, which may be cut after three letters.
    day (str): The day.
    RETURNS (date | None): The date, None if there is no such day.
    """
    try:
        return date(year, int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1, int(day))
    except ValueError:
        return None
