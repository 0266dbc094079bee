"""Read JSON lines of texts with character offsets, as written by annotation tools and most libraries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import CableError, Errors
from ..text.files import read_text
from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .settings import Settings

# The keys that different tools use, in order of precedence.
_IDS = ("cable_id", "id", "doc_id")
_TEXTS = ("text", "data")
_SPANS = ("spans", "entities", "ents", "label", "labels")
_STARTS = ("start", "start_char", "start_offset")
_ENDS = ("end", "end_char", "end_offset")
_LABELS = ("label", "labels", "type", "entity_group")


def read_json_lines(path: Path, settings: Settings) -> Iterator[LabelledText]:
    """Read a file of JSON lines, or of one JSON list, with a text and its spans in each object.

    path (Path): The file. Spans are objects with start, end and label (Prodigy, spaCy, Label Studio) or lists of these
        three (doccano), under "spans", "entities", "ents", "label" or "labels". The id is under "cable_id", "id" or
        "doc_id", in the object or its "meta". Numbers are ignored, since tools generate them.
    settings (Settings): The settings.
    YIELDS (LabelledText): The texts, except those that the annotator rejected or skipped (`"answer": "reject"`).
    RAISES (CableError): CE101 for a line that is not such an object.
    """
    for place, record in _iter_records(path):
        try:
            if record.get("answer", "accept") == "accept":
                text = _first(record, _TEXTS)
                if not isinstance(text, str):
                    raise TypeError
                yield LabelledText(_find_id(record), text, _find_spans(record))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            if isinstance(error, CableError):
                raise
            reason = "not an object with a text and its spans"
            raise CableError(Errors.CE101.format(place=place, reason=reason, text=str(record)[:60])) from error


def _iter_records(path: Path) -> Iterator[tuple[str, Any]]:
    content = read_text(path)[0].removeprefix("\ufeff")
    whole = content.lstrip().startswith("[")
    # Not splitlines(): JSON strings may contain other line separators.
    lines = [content] if whole else content.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            place = f"{path}:{number + error.lineno - 1}:{error.colno}"
            raise CableError(Errors.CE101.format(place=place, reason="not JSON", text=line[:60])) from error
        if whole:
            yield from ((f"{path}[{index}]", record) for index, record in enumerate(value))
        else:
            yield f"{path}:{number}", value


def _find_id(record: Mapping[str, Any]) -> str:
    meta = record.get("meta")
    for place in (record, meta if isinstance(meta, dict) else {}):
        for name in _IDS:
            if isinstance(place.get(name), str):
                return str(place[name])
    return ""


def _find_spans(record: Mapping[str, Any]) -> tuple[CharSpan, ...]:
    found: list[Any] = next((record[name] for name in _SPANS if isinstance(record.get(name), list)), [])
    return tuple(_span(each) for each in found)


def _span(span: Any) -> CharSpan:
    if isinstance(span, list):
        start, end, label = span
    else:
        start, end, label = (_first(span, names) for names in (_STARTS, _ENDS, _LABELS))
    if isinstance(label, list):  # Label Studio allows several labels; entities have one
        (label,) = label
    return int(start), int(end), str(label)


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return record[next((name for name in names if name in record), names[0])]
