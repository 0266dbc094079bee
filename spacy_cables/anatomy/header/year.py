"""The year of a cable, as given in its header."""

from __future__ import annotations

from .date_line import DateLine, read_date_line
from .field_labels import Header
from .transmission import TimeGroup, read_time_group


def sent_year(date_line: DateLine | None, time_group: TimeGroup | None) -> int:
    """Get the year from a date line, else from a date and time group.

    date_line (DateLine | None): The date line.
    time_group (TimeGroup | None): The date and time group of the transmission header.
    RETURNS (int): The year, 0 if there is neither.
    """
    if date_line:
        return date_line.year
    return time_group.year if time_group else 0


def read_year(header: Header) -> int:
    """Read the year.

    header (Header): The header.
    RETURNS (int): The year, 0 if not given.
    """
    return sent_year(read_date_line(header), read_time_group(header))
