"""Addressees: STATE FOR EUR/RUS, NSC FOR SMITH, PARIS PLEASE PASS TO USOECD."""

from __future__ import annotations

import re

from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header

_OFFICE = r"[A-Z][A-Za-z0-9&/.’'-]{0,24}"
_START = re.compile(
    rf"(?<![A-Za-z/,.-])(?:(?:(?:THE )?{_OFFICE}(?:[ ,/]{{1,2}}{_OFFICE}){{0,4}}?[ ,]{{1,2}})??"
    r"(?:ALSO )?(?:(?:PLEASE |PLS |Please )?(?:PASS|RELAY|Pass|pass)(?: ALSO)?(?: TO| to)?|FOR)|(?:FOR|PASS TO"
    r"|PLEASE PASS(?: TO)?|PLS PASS(?: TO)?))"
    r"\b[ :]{1,2}(?=[A-Z@\"])"
)
_KNOWN = re.compile(
    r"(?<![A-Za-z/-])(?:STATE|DEPT|DEPARTMENT|SECSTATE|WASHDC|WASHINGTON|NSC|USDOC|TREASURY|COMMERCE|ENERGY|DOE"
    r"|DOD|OSD|JCS|JOINT STAFF|AMEMBASSY|AMCONSUL|AMEMB|"
    r"USTR|USAID|DHS|DOJ|FBI|EUCOM|CENTCOM|PACOM|SOUTHCOM|AFRICOM|USNATO|USEU|USUN|WHITE HOUSE|HQ|CIA|DIA|NAVY"
    r"|GENEVA|PARIS|LONDON|ROME|MOSCOW|VIENNA|BRUSSELS|"
    r"USMISSION|MISSION|POSTS?|ALL|FROM|OVP|OPIC|EXIM|INTERIOR|LABOR|USDA|FAA|EPA|HHS|CDC|NASA|FDA|PENTAGON|SECDEF)\b"
)
_LIMIT = re.compile(r"\bE ?\. ?O\b|\bEO \d|\bTAGS\b|\bSUBJ|\bREF ?:|\bClassified|\bCLASSIFIED")
_CAPTION = re.compile(
    r"(?:SIPDIS|NOFORN|SENSITIVE|C ?O ?R ?R ?E ?C ?T ?E ?D|EXDIS|NODIS|STADIS|-+|[-* ]+C O R R E C T E D.*)\b"
)

_PART_OF_NAME = re.compile(r"\b(?:AMEMBASSY|AMCONSUL|AMEMB|USMISSION|MISSION)\s+\Z")
_CAPTIONS = re.compile(r"\s*(?:(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|STADIS|CORRECTED COPY)[\s,]+)+")


def read_addressees(header: Header, start: int) -> list[Piece]:
    """The lines that say for whom in Washington, and in other posts, a cable is.

    header (Header): The header.
    start (int): Where the banner ends.
    RETURNS (list): The addressees in the order of the text, one to each FOR or PASS.
    """
    text = header.fragment.text
    stop = _LIMIT.search(text, start, header.end)
    end = min(stop.start() if stop else header.end, start + 3000)
    pieces: list[Piece] = []
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end]
        if not line.strip():
            continue
        if _CAPTION.match(line.strip()) and (not _START.search(line) or line.lstrip(" -*").startswith("C")):
            continue
        starts = [line_start + start for start in _starts(line)]
        if not starts:
            if pieces and _continues(text, pieces[-1], line_start, line):
                pieces[-1] = header.fragment.piece(pieces[-1].start_char, line_end)
            continue
        if starts[0] - line_start < 3:
            starts[0] = _behind_captions(text, line_start, line_end)
        for first, last in zip(starts, [*starts[1:], line_end], strict=True):
            pieces.append(_without_captions(header.fragment.piece(first, last), header))
    return [piece for piece in pieces if piece.text]


def _starts(line: str) -> list[int]:
    """Where addressees begin on a line: at the last office before each FOR or PASS."""
    starts: list[int] = []
    for match in _START.finditer(line):
        offices = match[0]
        first = max(offices.rfind(", ") + 2 if ", " in offices else 0, _last_known(offices))
        if not _is_office(offices[first:]):
            continue
        start = match.start() + first
        # In "DEPARTMENT PASS USAID FOR LAC" the second office belongs to the first.
        if not (starts and line[starts[-1] : start].split()[-1:] in (["PASS"], ["TO"]) and "FOR" in offices):
            starts.append(_behind_captions(line, start, len(line)))
    return starts


def _last_known(offices: str) -> int:
    found = [match.start() for match in _KNOWN.finditer(offices) if not _PART_OF_NAME.search(offices[: match.start()])]
    verb = re.search(r"\b(?:FOR|PASS|RELAY)\b", offices)
    return max(
        (start for start in found if verb and start < verb.start() and not offices[start:].startswith("FROM")),
        default=0,
    )


def _behind_captions(text: str, start: int, end: int) -> int:
    """Where line ends were lost, captions stand before the first addressee."""
    captions = _CAPTIONS.match(text, start, end)
    return captions.end() if captions else start


def _is_office(start: str) -> bool:
    words = start.split()
    return bool(_KNOWN.match(start)) or words[0] in ("FOR", "PASS", "PLEASE", "PLS") or len(words) <= 4


def _continues(text: str, piece: Piece, start: int, line: str) -> bool:
    """Lists of offices go on over line ends: behind a comma or a slash, and in capitals on the very next line."""
    between = text[piece.end_char : start]
    if between.count("\n") > 1:
        return piece.text.endswith((",", "/", " AND")) and between.count("\n") == 2
    return line.strip().upper() == line.strip()


def _without_captions(piece: Piece, header: Header) -> Piece:
    found = re.search(r"\s(?:SIPDIS|NOFORN|SENSITIVE)\b", header.fragment.text[piece.start_char : piece.end_char])
    return header.fragment.piece(piece.start_char, piece.start_char + found.start()) if found else piece


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        lines.append((start, line_end))
        start = line_end + 1
    return lines


@on_fragment
def find_addressees(fragment: Fragment) -> list[Piece]:
    """Find the addressees of a cable: STATE FOR ..., NSC FOR ..., PLEASE PASS TO ...

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The addressees in the order of the text.
    """
    return read_addressees(read_header(fragment), 0)
