"""The identifier of a cable, as in `08LONDON2643`: two digits of the year, the post and its serial number."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Two digits name a year of the hundred that begin here: the oldest cables of the public collection are of 1966.
FIRST_YEAR = 1966

#: What counts and tables say where an identifier does not tell.
UNKNOWN = "unknown"

_CABLE_ID = re.compile(r"(\d\d)([A-Z]+)(\d+)\Z")


class CableId(NamedTuple):
    """What an identifier tells.

    year (int): The year, as in 2008.
    post (str): The post, as in LONDON.
    serial (int): The post's number of the cable in that year.
    """

    year: int
    post: str
    serial: int


def read_cable_id(cable_id: str) -> CableId | None:
    """Take an identifier apart.

    cable_id (str): The identifier.
    RETURNS (CableId | None): Its parts, None if it is not of the form `08LONDON2643`.
    """
    match = _CABLE_ID.match(cable_id)
    return CableId(full_year(match[1]), match[2], int(match[3])) if match else None


def make_cable_id(year: int, post: str, serial: int) -> str:
    """Put an identifier together.

    year (int): The year, 0 if it is not known.
    post (str): The post, in capitals and without blanks.
    serial (int): The post's number of the cable in that year.
    RETURNS (str): As in 08LONDON2643; LONDON2643 without a year.
    """
    return f"{year % 100:02d}{post}{serial}" if year else f"{post}{serial}"


def full_year(digits: str) -> int:
    """A year of two to four digits as four.

    digits (str): The digits.
    RETURNS (int): The year.
    """
    number = int(digits)
    if number > 999:
        return number
    return FIRST_YEAR + (number - FIRST_YEAR) % 100
