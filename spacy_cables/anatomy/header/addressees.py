"""Addressees: STATE FOR EUR/RUS, NSC FOR SMITH, PARIS PLEASE PASS TO USOECD."""

from __future__ import annotations

import re

from ..lexicon.levels import any_of, letter_spaced
from ..lexicon.posts import known_post
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header

_OFFICE = r"[A-Z][A-Za-z0-9&/.’'-]{0,24}"
# In small letters, "for" begins an addressee only behind an office that is known.
_SMALL_OFFICES = ("State", "Dept", "Department", "NSC", "USTR", "USAID", "Commerce", "Treasury", "Energy")
_SMALL_FOR = "(?:" + "|".join(rf"(?<=\b{office}[ ])" for office in _SMALL_OFFICES) + ")"
_START = re.compile(
    rf"""
    (?<![A-Za-z/,.-])
    (?:(?:THE[ ])?{_OFFICE}(?:[ ,/]{{1,2}}{_OFFICE}){{0,4}}?[ ,]{{1,2}})??
    (?:ALSO[ ])?
    (?:
        (?:PLEASE[ ]|PLS[ ]|Please[ ])?(?:PASS|RELAY|Pass|pass)(?:[ ]ALSO)?(?:[ ]TO|[ ]to)?  # DEPT PASS TO USOECD
        |FOR                                                                               # STATE FOR EUR/RUS
        |{_SMALL_FOR}for                                                       # State for EUR/RUS
    )
    \b[ :]{{1,2}}(?=[A-Z@"]|\d{{4}}/)
    """,
    re.VERBOSE,
)
_VERBS = ("FOR", "for ", "PASS", "RELAY", "Pass", "pass")
_KNOWN_WORDS = """
    STATE DEPT DEPARTMENT SECSTATE WASHDC WASHINGTON NSC USDOC TREASURY COMMERCE ENERGY DOC DOE DOD OSD JCS AMEMBASSY
    AMCONSUL AMEMB USTR USAID DHS DOJ FBI EUCOM CENTCOM PACOM SOUTHCOM AFRICOM USNATO USEU USUN HQ CIA DIA NAVY GENEVA
    PARIS LONDON ROME MOSCOW VIENNA BRUSSELS USMISSION MISSION POST POSTS ALL FROM OVP OPIC EXIM INTERIOR LABOR USDA
    FAA EPA HHS CDC NASA FDA PENTAGON SECDEF
"""
_KNOWN = re.compile(rf"(?<![A-Za-z/-]){any_of(*_KNOWN_WORDS.split(), 'JOINT STAFF', 'WHITE HOUSE')}\b")
_LIMIT = re.compile(r"\bE ?\. ?O\b|\bEO \d|\bTAGS\b|\bSUBJ(?:ECT)?\b ?[:;.]|\bREF ?:|\bClassified|\bCLASSIFIED")
_CAPTION = re.compile(
    rf"(?:SIPDIS|NOFORN|SENSITIVE|{letter_spaced('CORRECTED')}|EXDIS|NODIS|STADIS|-+|[-* ]+C O R R E C T E D.*)\b"
)
_CAPTION_BEHIND = re.compile(r"\s(?:SIPDIS|NOFORN|SENSITIVE)\b")
_PART_OF_NAME = re.compile(r"\b(?:AMEMBASSY|AMCONSUL|AMEMB|USMISSION|MISSION)\s+\Z")
_CAPTIONS = re.compile(r"\s*(?:(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|STADIS|CORRECTED COPY)[\s,]+)+")


def read_addressees(header: Header, start: int) -> tuple[Piece, ...]:
    """Read the lines that address a cable to offices in Washington and at other posts.

    header (Header): The header.
    start (int): End of the banner, in characters.
    RETURNS (tuple): The addressees in text order, one for each FOR or PASS.
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
                first = pieces[-1].start_char
                pieces[-1] = Piece(text[first:line_end], first, line_end)
            continue
        if starts[0] - line_start < 3:
            starts[0] = _behind_captions(text, line_start, line_end)
        for first, last in zip(starts, [*starts[1:], line_end], strict=True):
            pieces.append(_without_captions(text, first, last))
    return tuple(piece for piece in pieces if piece.text)


def _starts(line: str) -> list[int]:
    """Find where addressees begin on a line: at the last office before each FOR or PASS."""
    starts: list[int] = []
    if not any(verb in line for verb in _VERBS):
        return starts
    for match in _START.finditer(line):
        offices = match[0]
        behind_comma = offices.rfind(", ") + 2 if ", " in offices else 0
        first = _first_of_posts(offices, behind_comma)
        if first == behind_comma or line[: match.start() + first].strip():
            first = max(behind_comma, _last_known(offices))
        if not _is_office(offices[first:]):
            continue
        start = match.start() + first
        # In "DEPARTMENT PASS USAID FOR LAC" the second office belongs to the first.
        if not (starts and line[starts[-1] : start].split()[-1:] in (["PASS"], ["TO"]) and "FOR" in offices):
            starts.append(_behind_captions(line, start, len(line)))
    return starts


def _first_of_posts(offices: str, start: int) -> int:
    """Where the posts before a comma begin, if they share an addressee with the last: PARIS, ROME FOR REED."""
    while start:
        before = offices.rfind(", ", 0, start - 2) + 2 if ", " in offices[: start - 2] else 0
        if not known_post(offices[before : start - 2]):
            break
        start = before
    return start


def _last_known(offices: str) -> int:
    found = [match.start() for match in _KNOWN.finditer(offices) if not _PART_OF_NAME.search(offices[: match.start()])]
    verb = re.search(r"\b(?:FOR|PASS|RELAY)\b", offices)
    return max(
        (start for start in found if verb and start < verb.start() and not offices[start:].startswith("FROM")),
        default=0,
    )


def _behind_captions(text: str, start: int, end: int) -> int:
    """Skip captions, which precede the first addressee where line ends were lost."""
    captions = _CAPTIONS.match(text, start, end)
    return captions.end() if captions else start


def _is_office(start: str) -> bool:
    words = start.split()
    return bool(_KNOWN.match(start)) or words[0] in ("FOR", "PASS", "PLEASE", "PLS") or len(words) <= 4


def _continues(text: str, piece: Piece, start: int, line: str) -> bool:
    """Whether a list of offices continues on this line: after a comma or slash, or in capitals on the next line."""
    between = text[piece.end_char : start]
    if between.count("\n") > 1:
        return piece.text.endswith((",", "/", " AND")) and between.count("\n") == 2
    return line.strip().upper() == line.strip()


def _without_captions(text: str, start: int, end: int) -> Piece:
    """Cut off captions, which follow the last addressee where line ends were lost."""
    caption = _CAPTION_BEHIND.search(text[start:end].lstrip())
    end = end - len(text[start:end].lstrip()) + caption.start() if caption else end
    end = start + len(text[start:end].rstrip(" ;"))
    return Piece(text[start:end], start, end)


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

    fragment (str | Fragment): The text.
    RETURNS (list): The addressees in text order.
    """
    return list(read_addressees(read_header(fragment), 0))
