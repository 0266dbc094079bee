"""What scores can be broken down by: the post, the decade, whether a name was seen in training."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ..errors import CableError, Errors
from ..text.labelled import CharSpan, LabelledText
from .tally import Breakdown

_CABLE_ID = re.compile(r"(\d\d)([A-Z]+)\d+\Z")
# The oldest cables of the public collection are of 1966.
_FIRST_YEAR = 66
UNKNOWN = "(unknown)"


def by_post(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of every span is the post that sent the cable, from the cable id."""
    found = _CABLE_ID.match(cable.cable_id)
    key = found[2] if found else UNKNOWN
    return lambda span: key


def by_decade(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The key of every span is the decade of the cable, from the cable id."""
    found = _CABLE_ID.match(cable.cable_id)
    key = f"{_century(int(found[1]))}{found[1][0]}0s" if found else UNKNOWN
    return lambda span: key


def make_by_seen(train: Iterable[LabelledText]) -> Breakdown:
    """Make the breakdown by whether a name stands in the training part, under any label, in any case and spacing.

    train (Iterable): The cables that the system was trained on.
    RETURNS (Callable): The breakdown, with the keys "seen" and "unseen".
    """
    names = {_name(cable.text[start:end]) for cable in train for start, end, _ in cable.spans}

    def by_seen(cable: LabelledText) -> Callable[[CharSpan], str]:
        return lambda span: "seen" if _name(cable.text[span[0] : span[1]]) in names else "unseen"

    return by_seen


#: The breakdowns that go by a name.
BREAKDOWNS: Mapping[str, Breakdown] = MappingProxyType({"decade": by_decade, "post": by_post})


def read_breakdowns(by: Iterable[str] | Mapping[str, Breakdown] | None) -> dict[str, Breakdown]:
    """Look breakdowns up.

    by (Iterable | Mapping | None): Names in `BREAKDOWNS`, or functions by the name that results shall give them. All of
        `BREAKDOWNS` if None.
    RETURNS (dict): The functions by name.
    RAISES (CableError): CE208, for an unknown name.
    """
    if by is None:
        return dict(BREAKDOWNS)
    if isinstance(by, Mapping):
        return dict(by)
    names = [by] if isinstance(by, str) else list(by)
    for name in names:
        if name not in BREAKDOWNS:
            raise CableError(Errors.CE208.format(what="breakdown", name=name, choices=", ".join(BREAKDOWNS)))
    return {name: BREAKDOWNS[name] for name in names}


def _century(year: int) -> int:
    return 19 if year >= _FIRST_YEAR else 20


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()
