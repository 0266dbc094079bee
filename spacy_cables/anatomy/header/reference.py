"""One thing that a cable refers to: another cable, an e-mail, a call, ..."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..pieces import Piece

_KINDS = (
    ("e-mail", re.compile(r"\bE ?-? ?MAILS?\b", re.IGNORECASE)),
    (
        "telephone call",
        re.compile(
            r"\bTEL ?-? ?CONS?\b|\bPHONE ?-? ?CONS?\b|\bTELEPHONE (?:CALL|CONV)|\bPHONE CALL|\bTELECON", re.IGNORECASE
        ),
    ),
    ("intelligence report", re.compile(r"\bI\.?I\.?R\.? ?\d|\bTD ?-? ?\d{3}")),
    ("fax", re.compile(r"\bFAX\b", re.IGNORECASE)),
    ("memorandum", re.compile(r"\bMEMO(?:RANDUM|CON)?\b", re.IGNORECASE)),
    ("letter", re.compile(r"\bLETTER\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Reference(Piece):
    """Something that a cable refers to.

    kind (str): "cable", "e-mail", "telephone call", "intelligence report", "fax", "memorandum" or "letter".
    letter (str): The letter it is listed under; "" if it has none.
    cable_id (str): The id of the cable as file names write it; POSTn if nothing says the year; "" if it is no cable.
    post (str): The cable's post, without blanks.
    year (int): The cable's year, 0 if nothing says it.
    serial (int): The cable's number.
    """

    kind: str = "cable"
    letter: str = ""
    cable_id: str = ""
    post: str = ""
    year: int = 0
    serial: int = 0

    def to_dict(self) -> dict[str, str | None]:
        """The reference as plain data, for `Doc._.cable`.

        RETURNS (dict): Its cable_id, kind, letter and text; what is missing is None.
        """
        cable_id, letter = self.cable_id or None, self.letter or None
        return {"cable_id": cable_id, "kind": self.kind, "letter": letter, "text": self.text}


def other_kind(text: str) -> str:
    """What a reference is to that names no cable.

    text (str): The text of the reference.
    RETURNS (str): "e-mail", "telephone call", ...; "" if nothing says so.
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(text[:300])), "")
