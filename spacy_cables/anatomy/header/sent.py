"""When a cable was sent, and where that is said: in its transmission header, in a date line or in its metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

from ..pieces import Fragment, on_fragment
from .date_line import DateLine, read_date_line
from .field_labels import Header, read_header
from .time_group import TimeGroup, read_time_group


@dataclass(frozen=True, slots=True)
class Sent:
    """When a cable was sent.

    date (date | None): The date, None if unknown.
    time (str): The time in Zulu (UTC), as in "18:00"; "" if unknown.
    source (str): "transmission" for the date and time group, "date_line" for a line above the cable, "meta" for its
        metadata; "" if there is none.
    year (int): The year, 0 if unknown. Known also where there is no such day (31 FEB 04).
    """

    date: date | None = None
    time: str = ""
    source: str = ""
    year: int = 0


def sent_on(time_group: TimeGroup | None, date_line: DateLine | None, meta: Sent | None = None) -> Sent:
    """Choose the date: of a date and time group, else of a date line, else of the metadata.

    time_group (TimeGroup | None): The date and time group.
    date_line (DateLine | None): The date line.
    meta (Sent | None): The date in the metadata.
    RETURNS (Sent): The first date; without one, the first year.
    """
    found = []
    if time_group:
        found.append(Sent(time_group.date, time_group.time, "transmission", time_group.year))
    if date_line:
        found.append(Sent(date_line.date, date_line.time, "date_line", date_line.year))
    if meta:
        found.append(meta)
    dated = next((sent for sent in found if sent.date), None)
    return dated or (Sent(year=found[0].year) if found else Sent())


def read_sent(header: Header) -> Sent:
    """Read when a cable was sent.

    header (Header): The header.
    RETURNS (Sent): The date and time, and their source.
    """
    return sent_on(read_time_group(header), read_date_line(header))


def sent_in_meta(meta: Mapping[str, Any]) -> Sent | None:
    """Read the date in the metadata of a cable.

    meta (Mapping): The metadata. Its `date` is an ISO date or date-time, a `date` or a `datetime`. A time without a
        zone is Zulu.
    RETURNS (Sent | None): The date, None if there is none or it is not one.
    """
    value = meta.get("date")
    if isinstance(value, str):
        value = _from_iso(value.strip())
    if isinstance(value, datetime):
        moment = value.astimezone(timezone.utc) if value.tzinfo else value
        return Sent(moment.date(), f"{moment:%H:%M}", "meta", moment.year)
    return Sent(value, "", "meta", value.year) if isinstance(value, date) else None


def _from_iso(text: str) -> date | datetime | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(re.sub(r"Z\Z", "+00:00", text))
    except ValueError:
        return None


@on_fragment
def find_date(fragment: Fragment) -> date | None:
    """Find the date on which a cable was sent.

    fragment (str | Fragment): The text.
    RETURNS (date | None): The date of the date and time group (051800Z MAR 04), else of a date line; None if there is
        neither.
    """
    return read_sent(read_header(fragment)).date
