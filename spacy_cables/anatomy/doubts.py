"""Where the fields of a cable contradict each other, its id or its metadata: what a person should look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..text.cable_id import CableId
from .body.body import Body
from .header.banner import Banner
from .header.field_labels import Header
from .header.fields import Fields
from .header.sent import sent_in_meta
from .header.subject import read_subjects
from .lexicon.levels import UNCLASSIFIED, letter_spaced
from .metadata import find_differences

_LEVEL = re.compile(
    rf"{letter_spaced('TOP SECRET')}|{letter_spaced('SECRET')}|{letter_spaced('CONFIDENTIAL')}|{UNCLASSIFIED}"
)
# From the lowest; LIMITED OFFICIAL USE is no level of an executive order.
_RANKS = {"UNCLASSIFIED": 0, "CONFIDENTIAL": 1, "SECRET": 2, "TOP SECRET": 3}
_MARK_RANKS = {"U": 0, "SBU": 0, "FOUO": 0, "C": 1, "S": 2, "TS": 3}
_NOT_LETTERS = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field that is unsure.

    field (str): Its key in `Anatomy.to_dict()`.
    reason (str): Why, with the values that contradict each other.
    """

    field: str
    reason: str


def find_doubts(
    header: Header, fields: Fields, body: Body, known: CableId | None, meta: Mapping[str, Any]
) -> Iterator[Doubt]:
    """Find what contradicts in a cable.

    header (Header): The header.
    fields (Fields): Its fields.
    body (Body): The body.
    known (CableId | None): The id of the cable, as given.
    meta (Mapping): What is known from elsewhere.
    YIELDS (Doubt): The fields that are unsure.
    """
    yield from _date(fields, known, meta)
    if fields.banner:
        yield from _serial(fields.banner, body)
        yield from _level(fields.banner, body)
    yield from _subject(header)
    yield from (Doubt(field, reason) for field, reason in find_differences(fields, known, meta))


def _date(fields: Fields, known: CableId | None, meta: Mapping[str, Any]) -> Iterator[Doubt]:
    sent, other = fields.sent, sent_in_meta(meta)
    if meta.get("date") and not other:
        yield Doubt("date", f"metadata have no ISO date: {str(meta['date'])[:40]!r}")
    elif other and sent.date and other.date != sent.date:
        yield Doubt("date", f"{sent.date} in the text, {other.date} in the metadata")
    if known and sent.date and known.year != sent.date.year:
        yield Doubt("date", f"{sent.date} in the text, {known.year} in the id")


def _serial(banner: Banner, body: Body) -> Iterator[Doubt]:
    """A page line with another number than the banner."""
    others = Counter(page.serial for page in body.page_breaks if page.serial != banner.serial)
    if banner.serial and others and sum(others.values()) * 2 > len(body.page_breaks):
        yield Doubt("serial", f"{banner.serial} in the banner, {others.most_common(1)[0][0]} in page lines")


def _level(banner: Banner, body: Body) -> Iterator[Doubt]:
    """Another level on the pages than in the banner, or portion marks that are higher, or all lower."""
    if banner.level not in _RANKS:
        return
    rank = _RANKS[banner.level]
    pages = [found[0] for page in body.page_breaks if (found := _LEVEL.search(page.text))]
    other = next((level for level in pages if _RANKS[_level_name(level)] != rank), None)
    if other:
        yield Doubt("classification", f"{banner.level} in the banner, {_level_name(other)} on a page")
    marks = [mark.text.split("/")[0] for mark in body.portion_marks]
    ranks = [_MARK_RANKS[mark] for mark in marks if mark in _MARK_RANKS]
    if ranks and max(ranks) != rank:
        mark = next(mark for mark in marks if _MARK_RANKS.get(mark) == max(ranks))
        yield Doubt("classification", f"{banner.level} in the banner, ({mark}) the highest portion mark")


def _level_name(found: str) -> str:
    letters = found.replace(" ", "")
    return "UNCLASSIFIED" if letters.startswith("UNCLAS") else "TOP SECRET" if letters[:3] == "TOP" else letters


def _subject(header: Header) -> Iterator[Doubt]:
    """Two subjects. Where a header occurs twice, the first may be truncated."""
    if sum(label.kind == "subject" for label in header.labels) < 2:
        return
    subjects = [subject.text.rstrip(" .…") for subject in read_subjects(header)]
    words = [_NOT_LETTERS.sub("", subject.upper()) for subject in subjects]
    for subject, letters in zip(subjects[1:], words[1:], strict=True):
        if not letters.startswith(words[0]) and not words[0].startswith(letters):
            yield Doubt("subject", f"{subjects[0][:120]!r} and {subject[:120]!r}")
            return
