"""The values of metadata in one form, however a database writes them: ids, dates, lists, levels and posts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import Any

from ..text.cable_id import make_cable_id, read_cable_id

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"""\s*(?:
    (?P<y1>\d{4})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)      # 2004-03-05
    |(?P<m2>\d\d?)[-/.](?P<d2>\d\d?)[-/.](?P<y2>\d{4})      # 3/5/2004
    |(?P<d3>\d\d?)[- ](?P<m3>[A-Za-z]{3,9})\.?,?[- ](?P<y3>\d{4})     # 05 MAR 1974
    |(?P<m4>[A-Za-z]{3,9})\.?[ ](?P<d4>\d\d?),?[ ](?P<y4>\d{4})      # March 5, 1974
    |(?P<y5>\d{4})(?P<m5>\d\d)(?P<d5>\d\d)      # 20040305
    )(?:(?:[T, ]|,?[ ]at[ ])\s*(?P<hour>\d\d?):?(?P<minute>\d\d)      # T18:00
    (?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?
    |(?P<bare_zone>Z|[+-]\d\d:\d\d))?\s*\Z
    """,
    re.VERBOSE,
)
# Where people separate the parts of an id.
_BETWEEN = re.compile(r"[\s_.'/-]+")
_NOTHING = frozenset({"", "n/a", "na", "none", "null", "nan", "<na>", "<blank>", r"\n", "[none]"})
_KIND_OF_POST = re.compile(
    r"(?:the )?(?:(?:us|u\.s\.|american) )?(?:embassy|consulate general|consulate|mission(?: to)?|legation|"
    r"american institute|interests section|office|amembassy|amconsul|emb)(?: (?:in|at))? +(?=\S)",
    re.IGNORECASE,
)
_TAG = re.compile(r"\([^()]*\)|[^,;|\n()]+")
_SPACED = re.compile(r"\b(?:[A-Z] ){2,}[A-Z]\b")
#: Integers of at most 64 bits are what a `.spacy` file can hold.
_LARGEST = 2**63


def is_nothing(value: Any) -> bool:
    """Whether a value says that there is none: empty, `n/a`, not a number."""
    if isinstance(value, str):
        return value.strip().lower() in _NOTHING
    return value is None or value in ([], {}, ()) or (isinstance(value, float) and math.isnan(value))


def normal_id(value: Any) -> str:
    """Write a cable id as this package does: `74LIMA1234` for `1974LIMA01234`, `74 Lima 1234`, `74-LIMA-1234`.

    value (Any): The id.
    RETURNS (str): The id; as it is, if it is not the id of a cable.
    """
    return _normal_id(str(value).strip())


@lru_cache(10_000)
def _normal_id(text: str) -> str:
    known = read_cable_id(_BETWEEN.sub("", text).upper())
    return make_cable_id(*known) if known else text


def is_cable_id(value: Any) -> bool:
    """Whether a value is the id of a cable."""
    return isinstance(value, str) and _is_cable_id(value)


@lru_cache(10_000)
def _is_cable_id(text: str) -> bool:
    return read_cable_id(_normal_id(text.strip())) is not None


def iso_date(value: Any) -> str:
    """Write a date as ISO does, with its time if it has one.

    value (Any): A date, seconds or milliseconds since 1970, or a text such as `12/28/1966 18:48`, `05 MAR 1974`,
        `March 5, 1974` or `2004-03-05T18:00:00Z`. Of `3/5/2004` the first number is the month, unless it cannot be.
    RETURNS (str): The date, as in 2004-03-05 or 2004-03-05T18:00; "" if it is none.
    """
    if isinstance(value, Mapping):  # {"$date": "2004-03-05T18:00:00Z"}, {"$date": {"$numberLong": "1078509600000"}}
        inner = value.get("$date", value.get("$numberLong"))
        return "" if inner is None else iso_date(int(inner) if str(inner).lstrip("-").isdecimal() else inner)
    if isinstance(value, datetime):
        return _iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    match = _DATE.match(value) if isinstance(value, str) else None
    return _read_date(match) if match else ""


def _since_1970(number: float) -> str:
    seconds = number / 1000 if abs(number) > 1e11 else number
    try:
        # 19740305 is not a moment of 1970.
        if 19_000_000 < number < 21_000_000:
            return iso_date(str(int(number)))
        return _iso(datetime.fromtimestamp(seconds, timezone.utc))
    except (ValueError, OverflowError, OSError):
        return ""


def _read_date(match: re.Match[str]) -> str:
    index = next(i for i in "12345" if match[f"y{i}"])
    year, month, day = match[f"y{index}"], match[f"m{index}"], int(match[f"d{index}"])
    if not month.isdecimal():
        month = month[:3].lower()
        if month not in _MONTHS:
            return ""
    number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
    if index == "2" and number > 12:
        number, day = day, number
    hour, zone = match["hour"], match["zone"]
    try:
        if hour is None:
            return date(int(year), number, day).isoformat()
        half = (match["half"] or "").lower()
        hours = int(hour) % 12 + (12 if half.startswith("p") else 0) if half else int(hour)
        moment = datetime(int(year), number, day, hours, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return ""
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        return _iso(datetime.fromisoformat(f"{moment.isoformat()}{zone[0]}{digits[:2]}:{digits[2:]}"))
    return _iso(moment)


def _iso(moment: datetime) -> str:
    """In Zulu, and without seconds, which cables do not have."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M}" if moment.year > 999 else ""


def words_of(value: Any, separators: str = r"[,;|\n]") -> list[str]:
    """Split a list that is written as one text: `PFOR, EFIS, PE`.

    value (Any): The text, or a list.
    separators (str): A pattern of what separates two items.
    RETURNS (list): The items.
    """
    items: Iterable[Any] = re.split(separators, value) if isinstance(value, str) else value
    if isinstance(items, Mapping):
        items = items.values()
    elif not isinstance(items, Iterable):
        items = [items]
    return [text for text in (str(item).strip() for item in items) if not is_nothing(text)]


def tags_of(value: Any) -> list[str]:
    """The TAGS of a list, in capitals: `PFOR, UR, (REED, DANA)` has three. Without a comma, each word is one.

    value (Any): The text, or a list.
    RETURNS (list): The TAGS.
    """
    if not isinstance(value, str):
        return [tag.upper() for tag in words_of(value)]
    found = [tag.strip(" ()") for tag in _TAG.findall(value)]
    found = [tag.upper() for tag in found if not is_nothing(tag)]
    return found[0].split() if len(found) == 1 and "(" not in value else found


def level_of(value: Any) -> str:
    """A classification in capitals, not letter-spaced: `CONFIDENTIAL` for `C O N F I D E N T I A L`."""
    return _level_of(str(value))


@lru_cache(1_000)
def _level_of(value: str) -> str:
    text = " ".join(value.upper().split())
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def post_of(origin: Any) -> str:
    """The post in the name of an office: `Lima` for `Embassy Lima`, `Embassy in Lima` or `AMEMBASSY LIMA`."""
    return _post_of(str(origin))


@lru_cache(1_000)
def _post_of(origin: str) -> str:
    return _KIND_OF_POST.sub("", " ".join(origin.split()), count=1)


def plain_value(value: Any) -> Any:
    """Make a value that JSON and `.spacy` files can hold.

    value (Any): Any value.
    RETURNS (Any): The value in strings, numbers, lists and dicts.
    """
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, int):
        return value if -_LARGEST <= value < _LARGEST else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(each) for key, each in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [plain_value(each) for each in value]
    return str(value)
