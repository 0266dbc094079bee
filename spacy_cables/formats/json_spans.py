"""The spans of a JSON object, wherever the tool that wrote it puts them.

| tool | keys |
|---|---|
| Prodigy | `spans`: objects with start, end, label |
| spaCy, `Doc.to_json` | `ents`: objects with start, end, label |
| spaCy 2, training | `entities`: lists of start, end, label |
| doccano | `label` or `labels`: lists of start, end, label; `entities`: objects with start_offset, end_offset, label |
| Label Studio, JSON_MIN | `label`: objects with start, end, text, labels |
| Hugging Face, token classification | objects with start, end, word, entity_group or entity |
| GLiNER, predictions | `entities`: objects with start, end, text, label |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..text.offsets import CharSpan
from .utf16 import HINT, utf16_to_chars

#: What offsets can count.
OFFSETS = ("characters", "utf-16")

_SPANS = ("spans", "entities", "ents", "label", "labels")
_STARTS = ("start", "start_char", "start_offset")
_ENDS = ("end", "end_char", "end_offset")
_LABELS = ("label", "labels", "type", "entity_group", "entity")
_TEXTS = ("text", "word")
_SPAN_KEYS = frozenset((*_STARTS, *_ENDS, "begin", "span", "offset", "offsets"))
_BLANKS = re.compile(r"\s+|##")


def find_spans(record: Mapping[str, Any], text: str, offsets: str) -> tuple[CharSpan, ...]:
    """Find the spans of an object.

    record (Mapping): The object.
    text (str): Its text.
    offsets (str): What the offsets count: one of `OFFSETS`.
    RETURNS (tuple): The spans, as half-open ranges of characters.
    RAISES (ValueError): For spans that are none, are under an unknown key, or are not what they say.
    """
    lists = {name: record[name] for name in _SPANS if record.get(name) is not None}
    for name, value in lists.items():
        if not isinstance(value, list):
            raise ValueError(f"{name!r} is no list of spans")
    found = {name: read_spans(value, text, offsets) for name, value in lists.items() if value}
    if len(set(map(frozenset, found.values()))) > 1:
        raise ValueError(f"different spans under {' and '.join(map(repr, found))}")
    if not lists:
        _refuse_unknown_keys(record)
    return next(iter(found.values()), ())


def read_spans(spans: Iterable[Any], text: str, offsets: str) -> tuple[CharSpan, ...]:
    """Read spans, and compare them with the text that they say they have.

    spans (Iterable): Objects, or lists of start, end and label.
    text (str): The text.
    offsets (str): What the offsets count: one of `OFFSETS`.
    RETURNS (tuple): The spans, as half-open ranges of characters.
    RAISES (ValueError): For what is no span, or has another text than it says.
    """
    read = [_read_span(span) for span in spans]
    as_told = _convert(read, text, offsets)
    wrong = next((i for i, each in enumerate(as_told) if not _is_own(each, text, read[i][3])), None)
    if wrong is not None:
        start, end, _ = as_told[wrong]
        reason = f"the span {start}:{end} is {text[start:end][:40]!r}, not {read[wrong][3]!r} as it says"
        as_utf16 = _convert(read, text, "utf-16")
        if offsets != "utf-16" and all(
            _is_own(span, text, own_text) for span, (*_, own_text) in zip(as_utf16, read, strict=True)
        ):
            reason += HINT
        raise ValueError(reason)
    return tuple(as_told)


def _read_span(span: Any) -> tuple[int, int, str, str | None]:
    own_text = None
    if isinstance(span, list):
        if len(span) != 3:
            raise ValueError(f"no span of start, end and label: {str(span)[:60]}")
        start, end, label = span
    elif isinstance(span, dict):
        start, end, label = (_first(span, names) for names in (_STARTS, _ENDS, _LABELS))
        own_text = next((span[name] for name in _TEXTS if isinstance(span.get(name), str)), None)
    else:
        raise ValueError(f"no span of start, end and label: {str(span)[:60]}")
    if isinstance(label, list):  # Label Studio allows several labels; entities have one
        if len(label) != 1:
            raise ValueError(f"a span of {len(label)} labels: {str(span)[:60]}")
        (label,) = label
    for offset in (start, end):
        if type(offset) is not int:  # not a bool either
            raise ValueError(f"an offset that is no whole number: {offset!r:.40}")
    if not isinstance(label, str) or not label.strip():
        raise ValueError(f"a label that is no text: {label!r:.40}")
    return start, end, label, own_text


def _first(span: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    name = next((name for name in names if name in span), None)
    if name is None:
        raise ValueError(f"a span without {names[0]!r}: {str(span)[:60]}")
    return span[name]


def _convert(spans: Iterable[tuple[int, int, str, str | None]], text: str, offsets: str) -> list[CharSpan]:
    to_chars: Callable[[int], int] = utf16_to_chars(text) if offsets == "utf-16" else int
    return [(to_chars(start), to_chars(end), label) for start, end, label, _ in spans]


def _is_own(span: CharSpan, text: str, own_text: str | None) -> bool:
    start, end, _ = span
    if own_text is None or not 0 <= start < end <= len(text):  # LabelledText refuses the latter
        return True
    found = text[start:end]
    return found == own_text or _bare(found) == _bare(own_text)


def _bare(text: str) -> str:
    """A text without what tokenizers and exports change: white space, case, and marks of pieces of words."""
    return _BLANKS.sub("", text).casefold()


def _refuse_unknown_keys(record: Mapping[str, Any]) -> None:
    for name, value in record.items():
        if isinstance(value, list) and value and name not in ("tokens", "relations", "meta"):
            first = value[0]
            is_span = isinstance(first, dict) and _SPAN_KEYS & first.keys()
            is_triple = isinstance(first, list) and len(first) == 3 and [type(each) for each in first[:2]] == [int, int]
            if is_span or is_triple:
                raise ValueError(f"spans under a key that is not known: {name!r} (known: {', '.join(_SPANS)})")
