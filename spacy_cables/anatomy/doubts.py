"""Where the fields of a cable contradict each other, its id or its metadata: what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..text.cable_id import CableId
from .header.fields import Fields
from .header.sent import sent_in_meta
from .metadata import find_differences


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field that is unsure.

    field (str): Its key in `Anatomy.to_dict()`.
    reason (str): Why, with the values that contradict each other.
    """

    field: str
    reason: str


def find_doubts(fields: Fields, known: CableId | None, meta: Mapping[str, Any]) -> Iterator[Doubt]:
    """Find what contradicts in a cable.

    fields (Fields): The header fields.
    known (CableId | None): The id of the cable, as given.
    meta (Mapping): What is known from elsewhere.
    YIELDS (Doubt): The fields that are unsure.
    """
    yield from _date(fields, known, meta)
    yield from (Doubt(field, reason) for field, reason in find_differences(fields, known, meta))


def _date(fields: Fields, known: CableId | None, meta: Mapping[str, Any]) -> Iterator[Doubt]:
    sent, other = fields.sent, sent_in_meta(meta)
    if meta.get("date") and not other:
        yield Doubt("date", f"metadata have no ISO date: {str(meta['date'])[:40]!r}")
    elif other and sent.date and other.date != sent.date:
        yield Doubt("date", f"{sent.date} in the text, {other.date} in the metadata")
    if known and sent.date and known.year != sent.date.year:
        yield Doubt("date", f"{sent.date} in the text, {known.year} in the id")
