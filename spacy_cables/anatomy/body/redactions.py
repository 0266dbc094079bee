"""Redactions: what was blacked out before a cable was published."""

from __future__ import annotations

import re

from ..pieces import Fragment, Piece, on_fragment

_REDACTION = re.compile(
    r"[Xx]{5,}|\[[^\[\]\n]{0,60}?\b(?:removed|redacted|deleted|withheld|omitted)\b[^\[\]]{0,80}\]", re.IGNORECASE
)


@on_fragment
def find_redactions(fragment: Fragment) -> list[Piece]:
    """Find what was blacked out: XXXXXXXXXXXX, [Name removed].

    fragment (str | Fragment): The text.
    RETURNS (list): The redactions in text order.
    """
    return [fragment.piece(*match.span()) for match in _REDACTION.finditer(fragment.text)]
