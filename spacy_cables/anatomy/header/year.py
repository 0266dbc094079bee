"""The year in which a cable was sent, as its header gives it."""

from __future__ import annotations

from .date_line import DateLine, read_date_line
from .field_labels import Header
from .transmission import TimeGroup, read_time_group


def sent_year(date_line: DateLine | None, time_group: TimeGroup | None) -> int:
    """The year of a date line, else of the date and time group of a transmission header.

    date_line (DateLine | None): The date line.
    time_group (TimeGroup | None): The group.
    RETURNS (int): The year, 0 if there is neither.
    """
    if date_line:
        return date_line.year
    return time_group.year if time_group else 0


def read_year(header: Header) -> int:
    """Read the year.

    header (Header): The header.
    RETURNS (int): The year, 0 if the text does not say.
    """
    return sent_year(read_date_line(header), read_time_group(header))
