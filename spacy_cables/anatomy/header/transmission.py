"""The transmission header: VZCZC..., the date and time group, the sender and the recipients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header
from .recipients import ADDRESS, Recipient, read_recipients
from .time_group import TimeGroup, read_time_group

_TRANSMISSION = re.compile(r"\bV ?Z ?C ?Z ?C ?(?P<id>[A-Z]{3}\d{3,5}|[A-Z]{2,4}\d{3,5})")
_FROM = re.compile(r"^\s{0,3}FM (?P<name>[A-Z][^\n]{2,60}?)(?=\s*$| TO R[A-Z]{4,}/)", re.MULTILINE)
# "TO THE COAST" may be the second line of a subject.
_EVIDENCE = re.compile(
    r"[VFTI](?:(?<=V) ?Z ?C ?Z ?C|(?<=\bF)M [A-Z]"
    rf"|(?:(?<=\bT)O|(?<=\bI)NFO)[ :]+(?:R[A-Z]{{4,7}}\s?/|{ADDRESS.pattern}))"
)


@dataclass(frozen=True, slots=True)
class Transmission:
    """A transmission header.

    transmission_id (str): Such as "VZCZCXRO8161", "" if not given.
    time_group (TimeGroup | None): The date and time of transmission.
    sender (Piece | None): The post after FM.
    recipients (tuple): The recipients after TO and INFO.
    """

    transmission_id: str = ""
    time_group: TimeGroup | None = None
    sender: Piece | None = None
    recipients: tuple[Recipient, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The header as plain data.

        RETURNS (dict): JSON-serializable. Missing values are None.
        """
        return {
            "transmission_id": self.transmission_id or None,
            "time_group": self.time_group.text if self.time_group else None,
            "precedence": (self.time_group.precedence or None) if self.time_group else None,
            "sender": self.sender.text if self.sender else None,
            "recipients": [
                {"kind": to.kind, "name": to.name, "route": to.route, "precedence": to.precedence, "number": to.number}
                for to in self.recipients
            ],
        }


def read_transmission(header: Header, time_group: TimeGroup | None) -> Transmission | None:
    """Read the transmission header.

    header (Header): The header.
    time_group (TimeGroup | None): Its date and time group.
    RETURNS (Transmission | None): The header, None if there is none.
    """
    text = header.fragment.text[: header.end]
    if not _EVIDENCE.search(text):
        return None
    head = _TRANSMISSION.search(text)
    sender = _FROM.search(text)
    recipients = read_recipients(text)
    if not (head or time_group or sender or recipients):
        return None
    return Transmission(
        "VZCZC" + head["id"] if head else "",
        time_group,
        Piece(sender["name"], *sender.span("name")) if sender else None,
        tuple(recipients),
    )


@on_fragment
def find_transmission(fragment: Fragment) -> Transmission | None:
    """Find the transmission header of a cable: its id, the date and time group, the sender and the recipients.

    fragment (str | Fragment): The text.
    RETURNS (Transmission | None): The header, None if there is none.
    """
    header = read_header(fragment)
    return read_transmission(header, read_time_group(header))
