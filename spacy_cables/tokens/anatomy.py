"""The anatomy of a cable on its `Doc`: header fields in `Doc._.cable`, parts in `doc.spans`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from ..anatomy import PARTS, Anatomy

_NO_KEYS: Mapping[str, str] = MappingProxyType({})


def add_anatomy(
    doc: Doc, anatomy: Anatomy, *, prefix: str = "", keys: Mapping[str, str] = _NO_KEYS, overwrite: bool = True
) -> None:
    """Write an anatomy to a document. Other keys of `Doc._.cable` are kept.

    The span of a paragraph has its number as `span.id_` and its portion mark as `span.kb_id_`, which a DocBin keeps.
    Spans consist of whole tokens: a boundary inside a token includes the token. The exact offsets of all parts are in
    `Doc._.cable["parts"]`: for each part, a list of [start_char, end_char, label, id], half-open, in `doc.text`.

    doc (Doc): The document.
    anatomy (Anatomy): The anatomy of `doc.text`.
    prefix (str): Prefix of all keys of `doc.spans`.
    keys (Mapping): Other keys for parts, such as {"paragraphs": "paras"}. A part with an empty key is left out.
    overwrite (bool): Replace existing spans.
    """
    parts: dict[str, list[list[Any]]] = {part: [] for part in PARTS}
    for part, label, identifier, piece in anatomy.parts():
        parts[part].append([piece.start_char, piece.end_char, label, identifier])
    doc._.cable = {**(doc._.cable or {}), **anatomy.to_dict(), "parts": parts}
    marks = {paragraph.start_char: paragraph.mark.text for paragraph in anatomy.paragraphs if paragraph.mark}
    starts = [token.idx for token in doc]
    for part in PARTS:
        key = prefix + keys.get(part, part)
        if keys.get(part, part) and (overwrite or key not in doc.spans):
            kb_ids = marks if part == "paragraphs" else {}
            spans = [
                _span(doc, starts, start, end, label, identifier, kb_ids.get(start, ""))
                for start, end, label, identifier in parts[part]
            ]
            doc.spans[key] = SpanGroup(doc, name=key, spans=[span for span in spans if span is not None])


def _span(
    doc: Doc, starts: list[int], start_char: int, end_char: int, label: str, identifier: str, kb_id: str
) -> Span | None:
    """The tokens that overlap a range of characters."""
    start = max(bisect_right(starts, start_char) - 1, 0)
    if start < len(starts) and starts[start] + len(doc[start].text) <= start_char:
        start += 1  # in the white space after a token
    end = bisect_left(starts, end_char)
    return Span(doc, start, end, label=label, span_id=identifier, kb_id=kb_id) if start < end else None
