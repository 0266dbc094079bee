"""Where the text of a cable and its metadata (a table, a database, the attributes of a record) say different things."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from ..text.cable_id import CableId
from .header.banner import Banner
from .header.fields import Fields
from .lexicon.levels import LEVELS
from .lexicon.posts import known_post

_NOT_WORD = re.compile(r"[^A-Z0-9]+")
_REFERENCE = re.compile(r"(?:\d\d|(?:19|20)\d\d)?([A-Z]+)0*(\d+)\Z")
# A subject is cut in the titles of pages and in databases.
_SHORTEST_CUT = 20


def find_differences(fields: Fields, known: CableId | None, meta: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Find what the text and the metadata say differently. What one of them does not say is no difference.

    fields (Fields): The header fields of the text.
    known (CableId | None): The id of the cable, as given.
    meta (Mapping): The metadata, under the names that `docs/forms.md` lists.
    YIELDS (tuple): The key of the field, and both values.
    """
    banner = fields.banner or Banner("", 0, 0)
    if known and banner.serial and (banner.serial != known.serial or not _same_post(banner.post, known.post)):
        yield "cable_id", f"{banner.post} {banner.serial} in the text, {known.post} {known.serial} in the id"
    yield from _one("classification", banner.level, _text(meta, "classification"), _same_level)
    yield from _one("post", banner.post, _text(meta, "post"), _same_post)
    yield from _one("subject", fields.subject.text if fields.subject else "", _text(meta, "subject"), _same_subject)
    yield from _many("tags", fields.tags.tags if fields.tags else (), _texts(meta, "tags"), _words)
    references = fields.references.references if fields.references else ()
    ids = [reference.cable_id for reference in references if reference.cable_id]
    yield from _many("references", ids, _texts(meta, "references"), _without_year)


def _text(meta: Mapping[str, Any], name: str) -> str:
    value = meta.get(name)
    return value if isinstance(value, str) else ""


def _texts(meta: Mapping[str, Any], name: str) -> list[str]:
    value = meta.get(name)
    return [str(item) for item in value] if isinstance(value, Collection) and not isinstance(value, str) else []


def _one(field: str, text: str, other: str, same: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    if text and other and not same(text, other):
        yield field, f"{text[:60]!r} in the text, {other[:60]!r} in the metadata"


def _many(
    field: str, texts: Iterable[str], others: Iterable[str], key: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    in_meta = {key(each): each for each in others}
    in_text = {key(each): each for each in texts} if in_meta else {}
    if in_text and in_text.keys() != in_meta.keys():
        only_text = [each for name, each in in_text.items() if name not in in_meta]
        only_meta = [each for name, each in in_meta.items() if name not in in_text]
        found = ((only_text, "text"), (only_meta, "metadata"))
        yield field, "; ".join(f"only in the {where}: {', '.join(each)[:60]}" for each, where in found if each)


def _same_level(first: str, second: str) -> bool:
    """Whether two levels are the same, their captions apart: `CONFIDENTIAL//NOFORN`."""
    levels = [next((level for level in LEVELS if value.upper().startswith(level)), "") for value in (first, second)]
    return levels[0] == levels[1] or not all(levels)


def _same_post(first: str, second: str) -> bool:
    """Whether two names may be of one post. Names that are not known may be any."""
    posts = known_post(first), known_post(second)
    return posts[0] == posts[1] or not all(posts)


def _same_subject(first: str, second: str) -> bool:
    shorter, longer = sorted((_words(first), _words(second)), key=len)
    return shorter == longer or (len(shorter) >= _SHORTEST_CUT and longer.startswith(shorter))


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", text.upper()).strip()


def _without_year(cable_id: str) -> str:
    """The post and the number of an id: the year of a reference is often not said."""
    match = _REFERENCE.match(_NOT_WORD.sub("", cable_id.upper()))
    return f"{known_post(match[1]) or match[1]}{match[2]}" if match else cable_id
