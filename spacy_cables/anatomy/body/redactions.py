"""Redactions: what was blacked out before a cable was published."""

from __future__ import annotations

import re

from ..pieces import Fragment, Piece, on_fragment

_BLACK = re.compile(r"[Xx][Xx]{4,}")
_REMOVED = re.compile(
    r"\[[^\[\]\n]{0,60}?\b(?:removed|redacted|deleted|withheld|omitted)\b[^\[\]]{0,80}\]", re.IGNORECASE
)


@on_fragment
def find_redactions(fragment: Fragment) -> list[Piece]:
    """Find what was blacked out: XXXXXXXXXXXX, [Name removed].

    fragment (str | Fragment): The text.
    RETURNS (list): The redactions in text order.
    """
    text = fragment.text
    found = []
    if "XX" in text or "xx" in text:
        found += [match.span() for match in _BLACK.finditer(text)]
    if "[" in text:
        removed = [match.span() for match in _REMOVED.finditer(text)]
        found = removed + [span for span in found if not any(start <= span[0] < end for start, end in removed)]
    return [fragment.piece(*span) for span in sorted(found)]
