"""Breakdowns of scores: by part of the cable, classification, decade, post, and whether a name was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from ..errors import CableError, Errors
from ..text.cable_id import read_cable_id
from ..text.labelled import LabelledText
from ..text.names import name_key
from ..text.offsets import CharSpan

if TYPE_CHECKING:
    from ..anatomy import Anatomy

#: Takes a cable and returns a function from a span of it to a key.
Breakdown: TypeAlias = Callable[[LabelledText], Callable[[CharSpan], str]]

UNKNOWN = "(unknown)"
# Header fields that are parts of their own.
_FIELDS = {"SUBJECT": "subject", "TAGS": "tags", "REFERENCES": "references", "CLASSIFIED_BY": "classified by"}
# Parts of the body, innermost first.
_BODY = {
    "page_breaks": "page line",
    "signature": "signature",
    "headings": "heading",
    "comments": "comment",
    "notes": "comment",
    "summary": "summary",
}


def by_label(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of a span is its label. This breakdown is always made."""
    return lambda span: span[2]


def by_part(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of a span is the part of the cable in which it starts."""
    anatomy = _anatomy(cable.text, cable.cable_id)
    fields, body, header = [], [], []
    for key, label, _, piece in anatomy.parts():
        place = (piece.start_char, piece.end_char)
        if label in _FIELDS:
            fields.append((*place, _FIELDS[label]))
        elif key in _BODY:
            body.append((*place, key))
        elif key == "header":
            header.append((*place, "header"))
    body.sort(key=lambda part: list(_BODY).index(part[2]))
    parts = [*fields, *header, *((start, end, _BODY[key]) for start, end, key in body)]
    return lambda span: next((part for start, end, part in parts if start <= span[0] < end), "body")


def by_classification(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of every span is the classification of the cable."""
    banner = _anatomy(cable.text, cable.cable_id).fields.banner
    key = (banner.level if banner else "") or UNKNOWN
    return lambda span: key


@lru_cache(maxsize=1)  # several breakdowns read the same cable in turn
def _anatomy(text: str, cable_id: str) -> Anatomy:
    # Imported here, since its patterns take a tenth of a second to compile and most evaluations do not need it.
    from ..anatomy import parse_anatomy

    return parse_anatomy(text, cable_id=cable_id)


def by_post(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of every span is the post that sent the cable, from the cable id."""
    found = read_cable_id(cable.cable_id)
    key = found.post if found else UNKNOWN
    return lambda span: key


def by_decade(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of every span is the decade of the cable, from the cable id."""
    found = read_cable_id(cable.cable_id)
    key = f"{found.year // 10}0s" if found else UNKNOWN
    return lambda span: key


def make_by_seen(train: Iterable[LabelledText]) -> Breakdown:
    """Make the breakdown by whether a name occurs in the training cables, with any label, in any case and spacing.

    train (Iterable): The training cables of the system.
    RETURNS (Callable): The breakdown, with the keys "seen" and "unseen".
    """
    names = {name_key(cable.text[start:end]) for cable in train for start, end, _ in cable.spans}

    def by_seen(cable: LabelledText) -> Callable[[CharSpan], str]:
        return lambda span: "seen" if name_key(cable.text[span[0] : span[1]]) in names else "unseen"

    return by_seen


#: The breakdowns by name.
BREAKDOWNS: Mapping[str, Breakdown] = MappingProxyType(
    {"part": by_part, "classification": by_classification, "decade": by_decade, "post": by_post}
)


def read_breakdowns(
    by: Iterable[str] | Mapping[str, Breakdown] | None, train: Iterable[LabelledText] | None = None
) -> dict[str, Breakdown]:
    """Look up breakdowns.

    by (Iterable | Mapping | None): Names in `BREAKDOWNS`, or functions by name. None for all of
        `BREAKDOWNS`.
    train (Iterable | None): The training cables of a system, for the breakdown "seen".
    RETURNS (dict): The functions by name.
    RAISES (CableError): CE006 for an unknown name.
    """
    if by is None:
        by = BREAKDOWNS
    if isinstance(by, Mapping):
        found = dict(by)
    else:
        names = [by] if isinstance(by, str) else list(by)
        for name in names:
            if name not in BREAKDOWNS:
                raise CableError(Errors.CE006.format(what="breakdown", name=name, choices=", ".join(BREAKDOWNS)))
        found = {name: BREAKDOWNS[name] for name in names}
    return found if train is None else {**found, "seen": make_by_seen(train)}
