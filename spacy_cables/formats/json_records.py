"""Read cables from JSON without annotations: lines, an array, a Mongo export, objects by id; nested one level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.labelled import RawCable
from . import values
from .columns import Columns
from .json_stream import iter_values
from .records import RecordReader
from .settings import Settings

SUFFIXES = (".jsonl", ".ndjson", ".json")

_STARTS = re.compile(r"\s*[\[{]")
_KEY = re.compile(r'"((?:[^"\\]|\\.){0,60})"\s*:')
# What MongoDB's extended JSON writes around a value.
_WRAPPERS = frozenset({"$oid", "$date", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal", "$binary"})
#: Keys of annotations, which `formats.jsonl` reads.
_SPAN_KEYS = ("spans", "entities", "ents", "label", "labels", "annotations", "predictions")
_SPANS = re.compile(r'"(?:spans|entities|ents|labels?|annotations|predictions|tokens|ner(?:_tags)?)"\s*:\s*[\[{]')


def begins_records(head: bytes) -> bool:
    """Check whether a file begins like JSON with the text of a cable and without annotations."""
    text = head.decode("utf-8-sig", "replace")
    if not _STARTS.match(text) or _SPANS.search(text):
        return False
    return Columns(dict.fromkeys(_KEY.findall(text))).have_text


def read_json_records(path: Path, settings: Settings) -> Iterator[RawCable]:
    """Read cables from a JSON file, one object at a time.

    path (Path): The file: JSON lines, an array, or an object that encloses a list of objects or objects by id. The
        values of a cable stand in the object, or one level deeper.
    settings (Settings): The settings.
    YIELDS (RawCable): The cables.
    RAISES (CableError): CE101 for what is not JSON or no object, CE106 if nothing in an object is a text, CE110 for
        annotations.
    """

    def is_record(key: str, value: Any) -> bool:
        known = not key or values.is_cable_id(key)
        return known and isinstance(value, dict) and Columns(flat(value), settings.columns).have_text

    records = RecordReader(path, settings)
    for line, value, key in iter_values(path, is_record):
        if not isinstance(value, dict):
            reason = "not an object with the values of a cable"
            raise CableError(Errors.CE101.format(place=f"{path}:{line}", reason=reason, text=repr(value)[:60]))
        if any(_is_annotation(value.get(name)) for name in _SPAN_KEYS):  # behind a text longer than a file's head
            what, asked = "a JSON file of annotations", "a JSON file of records"
            raise CableError(Errors.CE110.format(path=path, what=what, asked=asked, format="jsonl"))
        yield records.read({"cable_id": key, **flat(value)} if key else flat(value), line)


def flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """Lift what stands one level deeper: `{"cable": {"id": 1}}` as `{"cable.id": 1}`.

    value (Mapping): An object.
    RETURNS (dict): Its values, without what MongoDB writes around them.
    """
    found: dict[str, Any] = {}
    for key, inner in value.items():
        if isinstance(inner, Mapping) and not _WRAPPERS & set(inner):
            found |= {f"{key}.{name}": _unwrapped(each) for name, each in inner.items()}
        else:
            found[key] = _unwrapped(inner)
    return found


def _is_annotation(value: Any) -> bool:
    """Whether a value is a list of spans: objects with a start, or lists that begin with a number."""
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, list):
        return len(first) > 2 and isinstance(first[0], int)
    return isinstance(first, dict) and bool({"start", "start_char", "start_offset", "value", "result"} & set(first))


def _unwrapped(value: Any) -> Any:
    if isinstance(value, Mapping) and len(value) == 1 and _WRAPPERS & set(value):
        return values.iso_date(value) or value if "$date" in value else _unwrapped(next(iter(value.values())))
    return value
