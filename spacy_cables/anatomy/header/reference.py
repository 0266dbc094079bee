"""A reference of a cable: to another cable, an e-mail, a telephone call, ..."""

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
    ("airgram", re.compile(r"(?<![\w-])C?A-\d")),
    ("letter", re.compile(r"\bLETTER\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Reference(Piece):
    """A cable or other document that a cable refers to.

    kind (str): "cable", "e-mail", "telephone call", "intelligence report", "fax", "memorandum", "airgram" or
        "letter".
    letter (str): Its letter in the list; "" if it has none.
    cable_id (str): The id of the cable, as in file names; without a year if it is unknown; "" if not a cable.
    post (str): The cable's post, without spaces.
    year (int): The cable's year, 0 if unknown.
    serial (int): The cable's serial number.
    """

    kind: str = "cable"
    letter: str = ""
    cable_id: str = ""
    post: str = ""
    year: int = 0
    serial: int = 0

    def to_dict(self) -> dict[str, str | None]:
        """The reference as plain data, for `Doc._.cable`.

        RETURNS (dict): Its cable_id, kind, letter and text; missing values are None.
        """
        cable_id, letter = self.cable_id or None, self.letter or None
        return {"cable_id": cable_id, "kind": self.kind, "letter": letter, "text": self.text}


def other_kind(text: str) -> str:
    """Classify a reference that is not to a cable.

    text (str): The text of the reference.
    RETURNS (str): "e-mail", "telephone call", ...; "" if unknown.
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(text[:300])), "")
