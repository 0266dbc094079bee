"""The id of a cable, such as `08LONDON2643`: two digits of the year, the post and the serial number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from .streams import mend_text

#: Two-digit years are in the hundred years from here, since telegrams of the 1950s have been published.
FIRST_YEAR = 1940

#: Used in counts and tables where an id has no year, post or region.
UNKNOWN = "unknown"

_CABLE_ID = re.compile(r"(\d\d|(?:19|20)\d\d)([A-Z]+)(\d+)\Z")


class CableId(NamedTuple):
    """The parts of a cable id.

    year (int): The year, such as 2008.
    post (str): The post, such as LONDON.
    serial (int): The serial number, by post and year.
    """

    year: int
    post: str
    serial: int


def read_cable_id(cable_id: str) -> CableId | None:
    """Split a cable id into its parts.

    cable_id (str): The id.
    RETURNS (CableId | None): The parts, None if it is not of the form `08LONDON2643` or `2008LONDON02643`.
    """
    match = _CABLE_ID.match(cable_id)
    return CableId(full_year(match[1]), match[2], int(match[3])) if match else None


def id_of_file(path: str | Path) -> str:
    """The id of a cable that is a file of its own: the stem of the file's name.

    path (str | Path): The file.
    RETURNS (str): The id. Bytes of a name that are not UTF-8 are read as Windows-1252, as those of a text are.
    """
    return mend_text(Path(path).stem)[0]


def make_cable_id(year: int, post: str, serial: int) -> str:
    """Make a cable id from its parts.

    year (int): The year, 0 if unknown.
    post (str): The post, in capitals and without spaces.
    serial (int): The serial number.
    RETURNS (str): The id, such as 08LONDON2643; LONDON2643 without a year.
    """
    return f"{year % 100:02d}{post}{serial}" if year else f"{post}{serial}"


def full_year(digits: str, first: int = FIRST_YEAR) -> int:
    """Expand a year to four digits.

    digits (str): Two to four digits.
    first (int): The first of the hundred years that two digits may mean.
    RETURNS (int): The year.
    """
    number = int(digits)
    if number > 999:
        return number
    return first + (number - first) % 100
