"""What scores can be broken down by: part of the cable, classification, decade, post, whether a name was seen."""

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

#: Takes a cable and returns what takes a span of it to a key.
Breakdown: TypeAlias = Callable[[LabelledText], Callable[[CharSpan], str]]

UNKNOWN = "(unknown)"
# Fields of the header that are parts of their own.
_FIELDS = {"SUBJECT": "subject", "TAGS": "tags", "REFERENCES": "references", "CLASSIFIED_BY": "classified by"}
# Parts of the body, the innermost first.
_BODY = {
    "page_breaks": "page line",
    "signature": "signature",
    "headings": "heading",
    "comments": "comment",
    "notes": "comment",
    "summary": "summary",
}


def by_label(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of a span is its label: the breakdown that is always made."""
    return lambda span: span[2]


def by_part(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of a span is the part of the cable that it starts in."""
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


@lru_cache(maxsize=1)  # one cable after the other, by several breakdowns
def _anatomy(text: str, cable_id: str) -> Anatomy:
    # Here, since most evaluations do without, and its patterns take a tenth of a second to compile.
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
    """Make the breakdown by whether a name stands in the training part, under any label, in any case and spacing.

    train (Iterable): The cables that the system was trained on.
    RETURNS (Callable): The breakdown, with the keys "seen" and "unseen".
    """
    names = {name_key(cable.text[start:end]) for cable in train for start, end, _ in cable.spans}

    def by_seen(cable: LabelledText) -> Callable[[CharSpan], str]:
        return lambda span: "seen" if name_key(cable.text[span[0] : span[1]]) in names else "unseen"

    return by_seen


#: The breakdowns that go by a name.
BREAKDOWNS: Mapping[str, Breakdown] = MappingProxyType(
    {"part": by_part, "classification": by_classification, "decade": by_decade, "post": by_post}
)


def read_breakdowns(
    by: Iterable[str] | Mapping[str, Breakdown] | None, train: Iterable[LabelledText] | None = None
) -> dict[str, Breakdown]:
    """Look breakdowns up.

    by (Iterable | Mapping | None): Names in `BREAKDOWNS`, or functions by the name that results shall give them. All of
        `BREAKDOWNS` if None.
    train (Iterable | None): The cables that a system was trained on, for one more breakdown, "seen".
    RETURNS (dict): The functions by name.
    RAISES (CableError): CE208, for an unknown name.
    """
    if by is None:
        by = BREAKDOWNS
    if isinstance(by, Mapping):
        found = dict(by)
    else:
        names = [by] if isinstance(by, str) else list(by)
        for name in names:
            if name not in BREAKDOWNS:
                raise CableError(Errors.CE208.format(what="breakdown", name=name, choices=", ".join(BREAKDOWNS)))
        found = {name: BREAKDOWNS[name] for name in names}
    return found if train is None else {**found, "seen": make_by_seen(train)}
