"""The transmission header: VZCZC..., the routing lines, and TO and INFO with their recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header

_TRANSMISSION = re.compile(r"\bV ?Z ?C ?Z ?C ?(?P<id>[A-Z]{3}\d{3,5}|[A-Z]{2,4}\d{3,5})")
_TIME_GROUP = re.compile(r"\b(?P<precedence>[ZOPRY])(?: [ZOPRY])? (?P<group>\d{6}Z [A-Z]{3} \d\d)\b")
_FROM = re.compile(r"^\s{0,3}FM (?P<name>[A-Z][^\n]{2,60}?)(?=\s*$| TO R[A-Z]{4,}/)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^|(?<=\s))(?P<block>TO|INFO)[ :]+(?=[A-Z]{2})")
_ROUTE = re.compile(r"(?<![A-Z/])(?P<route>R[A-Z]{4,7})\s?/\s?(?=[A-Z])")
_PRECEDENCE = r"(?:NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH|CRITIC|NIACT)"
_NAME = re.compile(
    rf"(?P<name>[A-Z0-9][^\n]{{0,90}}?)(?: +(?P<precedence>{_PRECEDENCE}))?"
    rf"(?: +(?P<number>\d{{1,5}}))?(?: +(?P<late>{_PRECEDENCE}))?\s*\Z"
)
_STOP = re.compile(
    r"\n\s*\n|^\s{0,3}(?:BT\b|C O N F|S E C R E T|UNCLAS|CONFIDENTIAL|SECRET|E\.O\.|TAGS|SUBJECT|SIPDIS|XMT|ZNY"
    r"|ZNR|[\"”])|¶|\b(?:C O N F I D|S E C R E T|UNCLAS)\b",
    re.MULTILINE,
)
_ADDRESS = re.compile(
    r"(?:SECSTATE|SECDEF|AMEMB|AMCONSUL|USMISSION|USINT|WHITE HOUSE|NSC|JOINT STAFF|CIA|DIA|ALL )\b|AMEMBASSY"
)
# "TO THE COAST" may be the second line of a subject.
_EVIDENCE = re.compile(rf"V ?Z ?C ?Z ?C|\bFM [A-Z]|\b(?:TO|INFO)[ :]+(?:R[A-Z]{{4,7}}\s?/|{_ADDRESS.pattern})")
_REACH = 12000


@dataclass(frozen=True, slots=True)
class Recipient(Piece):
    """Who a cable was sent to.

    kind (str): "to" or "info".
    name (str): The name, as in "AMEMBASSY PARIS".
    route (str): The routing indicator, as in "RUEHFR"; "" if it is not given.
    precedence (str): IMMEDIATE, PRIORITY, ROUTINE, FLASH or NIACT IMMEDIATE; "" if it is not given.
    number (str): The number of the message for that recipient, "" if it is not given.
    """

    kind: str = "to"
    name: str = ""
    route: str = ""
    precedence: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Transmission:
    """What a transmission header says.

    transmission_id (str): As in "VZCZCXRO8161", "" if it is not given.
    time_group (str): Day, time, month and year of sending, as in "161828Z MAR 07".
    precedence (str): The letter before it: Z, O, P, R.
    sender (str): Behind FM.
    recipients (tuple): Behind TO and INFO.
    """

    transmission_id: str = ""
    time_group: str = ""
    precedence: str = ""
    sender: str = ""
    recipients: tuple[Recipient, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.transmission_id or self.time_group or self.sender or self.recipients)


def read_transmission(header: Header) -> Transmission:
    """Read the transmission header, if a text has one.

    header (Header): The header.
    RETURNS (Transmission): What it says; it counts as false if there is none.
    """
    text = header.fragment.text[: header.end]
    if not _EVIDENCE.search(text):
        return Transmission()
    head = _TRANSMISSION.search(text)
    group = _TIME_GROUP.search(text)
    sender = _FROM.search(text)
    return Transmission(
        "VZCZC" + head["id"] if head else "",
        group["group"] if group else "",
        group["precedence"] if group else "",
        clean(sender["name"]) if sender else "",
        tuple(read_recipients(header.fragment, header.end)),
    )


def read_recipients(fragment: Fragment, end: int | None = None) -> list[Recipient]:
    """Read the recipients of a transmission header.

    fragment (Fragment): The text.
    end (Optional[int]): Where the header ends.
    RETURNS (list): The recipients in their order, each once.
    """
    text = fragment.text[: min(_REACH, len(fragment.text) if end is None else end)]
    found: list[Recipient] = []
    blocks = [match for match in _BLOCK.finditer(text) if _is_block(text, match)]
    for index, block in enumerate(blocks):
        limit = blocks[index + 1].start() if index + 1 < len(blocks) else len(text)
        stop = _STOP.search(text, block.end(), limit)
        for start, last in _entries(text, block.end(), stop.start() if stop else limit):
            recipient = _recipient(fragment, start, last, block["block"].lower())
            if recipient:
                found.append(recipient)
    return list({(r.kind, r.name, r.route, r.number): r for r in reversed(found)}.values())[::-1]


def _is_block(text: str, match: re.Match[str]) -> bool:
    """A route follows TO and INFO, or they open a line and an address follows."""
    if _ROUTE.match(text, match.end()):
        return True
    line = text[max(text.rfind("\n", 0, match.start()), match.start() - 80) + 1 : match.start()]
    return not line.strip() and bool(_ADDRESS.match(text, match.end()))


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One recipient a line; one a route, where line ends were lost."""
    starts = [match.start() for match in _ROUTE.finditer(text, start, end)]
    lines = [start]
    position = text.find("\n", start, end)
    while position >= 0:
        lines.append(position + 1)
        position = text.find("\n", position + 1, end)
    edges = sorted({*starts, *lines, end})
    for first, last in pairwise(edges):
        if text[first:last].strip():
            yield first, last


def _recipient(fragment: Fragment, start: int, end: int, kind: str) -> Recipient | None:
    piece = fragment.piece(start, end)
    route = _ROUTE.match(piece.text)
    rest = piece.text[route.end() :] if route else piece.text
    match = _NAME.match(rest)
    if not match or not re.search(r"[A-Z]{2}", match["name"]):
        return None
    precedence = match["precedence"] or match["late"] or ""
    return Recipient(
        piece.text,
        piece.start_char,
        piece.end_char,
        kind,
        match["name"].strip(),
        route["route"] if route else "",
        precedence,
        match["number"] or "",
    )


@on_fragment
def find_recipients(fragment: Fragment) -> list[Recipient]:
    """Find the recipients in the TO and INFO lines of a transmission header.

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The recipients in their order; `kind` says whether they stand under TO or INFO.
    """
    return read_recipients(fragment)
