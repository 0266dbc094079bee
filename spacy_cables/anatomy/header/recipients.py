"""The recipients of a cable, in the TO and INFO lines of a transmission header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..pieces import Fragment, Piece, on_fragment

_BLOCK = re.compile(r"(?:^|(?<=\s))(?P<block>TO|INFO)[ :]+(?=[A-Z]{2})")
_ROUTE = re.compile(r"(?<![A-Z/])(?P<route>R[A-Z]{4,7})\s?/\s?(?=[A-Z])")
_PRECEDENCE = r"(?:NIACT IMMED(?:IATE)?|IMMED(?:IATE)?|PRIORITY|ROUTINE|FLASH|CRITIC|NIACT)"
_NAME = re.compile(
    rf"(?P<name>[A-Z0-9][^\n]{{0,90}}?)(?: +(?P<precedence>{_PRECEDENCE}))?"
    rf"(?: +(?P<number>\d{{1,5}}))?(?: +(?P<late>{_PRECEDENCE}))?\s*\Z"
)
_STOP = re.compile(
    r"""
    \n\s*\n                                                                 # AMEMBASSY ROME\n\nUNCLAS
    |^\s{0,3}(?:
        BT\b                                                                # AMEMBASSY ROME\nBT
        |C[ ]O[ ]N[ ]F|S[ ]E[ ]C[ ]R[ ]E[ ]T                                # AMEMBASSY ROME\nC O N F I
        |UNCLAS                                                             # AMEMBASSY ROME\nUNCLASSIFIED
        |CONFIDENTIAL|SECRET                                                # AMEMBASSY ROME\nSECRET
        |E\.O\.|TAGS|SUBJECT                                                # AMEMBASSY ROME\nSUBJECT
        |SIPDIS                                                             # AMEMBASSY ROME\nSIPDIS
        |XMT|ZNY|ZNR                                                        # AMEMBASSY ROME\nZNY
        |["”]                                                               # AMEMBASSY ROME\n"
    )
    |¶                                                                      # AMEMBASSY ROME ¶1. They met.
    |\b(?:C[ ]O[ ]N[ ]F[ ]I[ ]D|S[ ]E[ ]C[ ]R[ ]E[ ]T|UNCLAS)\b             # AMEMBASSY ROME UNCLAS
    |(?:C[ ]O[ ]N[ ]F[ ]I[ ]D[ ]E|S[ ]E[ ]C[ ]R[ ]E[ ]T|CONFIDENTIAL|UNCLAS)[ ](?=[A-Z])  # AMEMBASSY ROMEUNCLAS LIMA 12
    """,
    re.MULTILINE | re.VERBOSE,
)
#: The start of a recipient's address that has no route before it.
ADDRESS = re.compile(
    r"(?:SECSTATE|SECDEF|AMEMB|AMCONSUL|USMISSION|USINT|WHITE HOUSE|NSC|JOINT STAFF|CIA|DIA|ALL )\b|AMEMBASSY"
)
_LISTED = re.compile(rf", ?(?={ADDRESS.pattern})")
_REACH = 12000


@dataclass(frozen=True, slots=True)
class Recipient(Piece):
    """Who a cable was sent to.

    kind (str): "to" or "info".
    name (str): The name, such as "AMEMBASSY PARIS".
    route (str): The routing indicator, such as "RUEHFR"; "" if not given.
    precedence (str): IMMEDIATE, PRIORITY, ROUTINE, FLASH or NIACT IMMEDIATE; "" if not given.
    number (str): The number of the message for that recipient, "" if not given.
    """

    kind: str = "to"
    name: str = ""
    route: str = ""
    precedence: str = ""
    number: str = ""


def read_recipients(text: str) -> list[Recipient]:
    """Read the recipients of a transmission header.

    text (str): The header.
    RETURNS (list): The recipients in order, without duplicates.
    """
    text = text[:_REACH]
    found: list[Recipient] = []
    blocks: list[re.Match[str]] = []
    for match in _BLOCK.finditer(text):
        if _is_block(text, match, bool(blocks) and match["block"] == "INFO"):
            blocks.append(match)
    for index, block in enumerate(blocks):
        limit = blocks[index + 1].start() if index + 1 < len(blocks) else len(text)
        stop = _STOP.search(text, block.end(), limit)
        for start, last in _entries(text, block.end(), stop.start() if stop else limit):
            recipient = _recipient(text, start, last, block["block"].lower())
            if recipient:
                found.append(recipient)
    return list({(r.kind, r.name, r.route, r.number): r for r in reversed(found)}.values())[::-1]


def _is_block(text: str, match: re.Match[str], below: bool) -> bool:
    """Whether TO or INFO is followed by a route or, at the start of a line, by an address. Below TO, INFO needs none:
    INFO AFRICAN UNION COLLECTIVE."""
    if _ROUTE.match(text, match.end()):
        return True
    line = text[max(text.rfind("\n", 0, match.start()), match.start() - 80) + 1 : match.start()]
    return not line.strip() and (below or bool(ADDRESS.match(text, match.end())))


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Iterate over recipients: one for each line, for each route where line ends were lost, or for each address behind
    a comma."""
    starts = [match.start() for match in _ROUTE.finditer(text, start, end)]
    lines = [start]
    position = text.find("\n", start, end)
    while position >= 0:
        lines.append(position + 1)
        position = text.find("\n", position + 1, end)
    listed = [match.end() for match in _LISTED.finditer(text, start, end)]
    edges = sorted({*starts, *lines, *listed, end})
    for first, last in pairwise(edges):
        if text[first:last].strip():
            yield first, last


def _recipient(text: str, start: int, end: int, kind: str) -> Recipient | None:
    end = start + len(text[start:end].rstrip(", \n"))
    piece = Piece(text[start:end], start, end)
    route = _ROUTE.match(piece.text)
    match = _NAME.match(piece.text[route.end() :] if route else piece.text)
    if not match or not re.search(r"[A-Z]{2}", match["name"]):
        return None
    return Recipient(
        piece.text,
        piece.start_char,
        piece.end_char,
        kind,
        name=match["name"].strip(),
        route=route["route"] if route else "",
        precedence=re.sub(r"IMMED\Z", "IMMEDIATE", match["precedence"] or match["late"] or ""),
        number=match["number"] or "",
    )


@on_fragment
def find_recipients(fragment: Fragment) -> list[Recipient]:
    """Find the recipients in the TO and INFO lines of a transmission header.

    fragment (str | Fragment): The text.
    RETURNS (list): The recipients in order; `kind` is "to" or "info".
    """
    return read_recipients(fragment.text)
