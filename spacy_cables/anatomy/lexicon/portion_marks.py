"""Portion marks: (C), (S//NF), (SBU), (C - ENTIRE TEXT), (S/REL TO USA, FVEY)."""

from __future__ import annotations

import re
from functools import lru_cache

from ..pieces import Piece, clean, clean_piece
from .levels import any_of

_LEVEL = any_of("TS", "SBU", "LOU", "FOUO", "UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "S", "C", "U")
_COUNTRY = "[A-Z][A-Z0-9&]{1,14}"
_RELEASABLE = rf"REL(?:EASABLE)?(?: ?(?:TO|/))?(?: ?,? ?{_COUNTRY}(?:(?: ?[,/] ?| (?:AND )?){_COUNTRY}){{0,12}})?"
_CAVEAT = any_of(
    *("NF", "NOFORN", "NOFRON", "NOF", "FOUO", "FGI", "NATO", "ISAF", "GCTF", "FVEY", "ORCON", "OC", "PROPIN", "PR"),
    *("LIMDIS", "EXDIS", "NODIS", "SBU", "SENSITIVE", _RELEASABLE),
    *("ENTIRE TEXT", "ENTIRE MESSAGE", "ENTIRE CABLE", "ALL", "TEXT"),
)
_INSIDE = rf"{_LEVEL}(?: ?(?:/{{1,2}}|-|,|\\)? ?{_CAVEAT}){{0,4}} ?"
#: A portion mark with both its brackets; `(S/CT)` and its like are offices.
MARK = re.compile(rf"\( ?(?P<inside>{_INSIDE})\)")
# After a paragraph number one of the brackets may be lost, and clerks write (c).
_MARK_AFTER_NUMBER = re.compile(
    rf"\(? ?(?P<inside>{_INSIDE})\)|\( ?(?P<open>(?:SBU|S|C|U)(?:/{{1,2}}NF)?)(?=\s+[A-Z])", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[SCU])(?=NF)|\s*//?\s*|(?<=[A-Z])\s*-\s*(?=NF)")


def read_mark(text: str, start: int) -> Piece | None:
    """Read the portion mark after a paragraph number, even if one of its brackets is lost.

    text (str): The text.
    start (int): Where the mark may start, in characters.
    RETURNS (Piece | None): The mark. Offsets include the brackets, the text does not: "S/NF".
    """
    match = _MARK_AFTER_NUMBER.match(text, start)
    if not match:
        return None
    inside = match["inside"] or match["open"]
    if not match[0].startswith("(") and len(inside.strip()) < 4 and "/" not in inside:
        return None  # "C)" alone is a letter of a list
    return clean_piece(Piece, mark_text(inside), *match.span())


@lru_cache(maxsize=1024)
def mark_text(inside: str) -> str:
    """Normalise the text between the brackets of a portion mark: "S / NF" and "SNF" become "S/NF".

    inside (str): The text between the brackets.
    RETURNS (str): The mark.
    """
    return clean(_GLUED.sub(lambda gap: "//" if "//" in gap[0] else "/", " ".join(inside.upper().split())))
