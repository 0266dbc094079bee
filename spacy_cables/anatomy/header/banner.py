"""The banner of a cable: C O N F I D E N T I A L SECTION 01 OF 02 LONDON 002643, and the captions near it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.cable_id import full_year
from ..lexicon.page_lines import PAGE_LINE
from ..lexicon.posts import post_key
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, read_header


def _loose(word: str) -> str:
    """A word that may be letter-spaced."""
    return " ?".join(word)


def _spaced(word: str) -> str:
    """A word that may be letter-spaced; its first letter may be lost or doubled when it is."""
    gaps = " {0,2}".join(word)
    lost = " ".join(word[1:])
    return rf"(?:{word[0]}{{1,2}} {{0,2}}{gaps[7:]}|{lost})" if len(word) > 4 else gaps


_LEVELS = {
    "TOP SECRET": rf"T ?O ?P {{1,3}}{_spaced('SECRET')}",
    "SECRET": _spaced("SECRET"),
    "CONFIDENTIAL": _spaced("CONFIDENTIAL"),
    "UNCLASSIFIED": r"(?:U{1,2} ?N|N) ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?",
    "LIMITED OFFICIAL USE": rf"{_loose('LIMITED')} +{_loose('OFFICIAL')} +{_loose('USE')}|LOU",
}
_LEVEL = "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in _LEVELS.items())
_SECTION = r"S ?E ?C ?T? ?I ?O ?N {0,3}(?P<section>\d\d?) {0,2}[O0G] ?F {0,2}(?P<sections>\d\d?)"
_POST = r"(?P<post>[A-Z][A-Z.'’-]{1,20}(?: {1,2}[A-Z][A-Z.'’-]{0,20}){0,3})\s{1,8}(?P<serial>\d{3,8})(?![\d/.-]\d|\d|Z)"
_CAPTION = (
    rf"(?:{_loose('CORRECTED')}(?: +{_loose('COPY')})?|SIPDIS|NOFORN|SENSITIVE|FOUO|FOR OFFICIAL USE ONLY|EXDIS"
    r"|NODIS|LIMDIS|STADIS|"
    r"E ?F ?T ?O|NOCONTRACT|ORCON|PROPIN|ROGER CHANNEL|DISSENT CHANNEL|EYES ONLY|MEDDIS|NO FOREIGN|"
    r"REL(?:EASABLE)? TO [A-Z]{2,5}(?:, ?[A-Z]{2,5}| AND [A-Z]{2,5}){0,8})"
)
_BETWEEN = rf"(?:[\s/,-]{{0,6}}{_CAPTION}){{0,4}}[\s/:-]{{0,6}}"
_BANNER = re.compile(
    rf"(?<![A-Za-z])(?:C(?=SE C))?(?:{_LEVEL})(?:(?![A-Za-z])|(?<= [LT])(?=[A-Z]{{3}})){_BETWEEN}"
    rf"(?:{_SECTION}\s{{1,6}})?(?:{_CAPTION}\s+)?{_POST}"
)
_LEVEL_ALONE = re.compile(rf"(?<![A-Za-z])(?:{_LEVEL})(?![A-Za-z])")
_BANNER_LOWER = re.compile(rf"^\W{{0,3}}(?:{_LEVEL})\s+(?:{_SECTION}\s{{1,6}})?{_POST}", re.IGNORECASE | re.MULTILINE)
_SECTION_POST = re.compile(rf"(?:^|(?<=\s))(?:{_SECTION}\s{{1,6}}){_POST}")
_POST_ALONE = re.compile(rf"^\s*{_POST}[ \t]*$", re.MULTILINE)
_CAPTIONS = re.compile(rf"(?<![A-Za-z/]){_CAPTION}(?![A-Za-z])")
_DATE_LINE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day,? \d{1,2} [A-Z][a-z]{2,8},? (?P<year>\d{4}),? \d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)"
    r"|Cable dated ?: ?(?P<iso>\d{4})-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?"
    r"|(?:Date|DATE) ?: ?(?P<other>\d{4})-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?"
)
_TIME_GROUP = re.compile(r"\b[ZOPRY] \d{6}Z [A-Z]{3} (?P<year>\d\d)\b")
_NOT_POSTS = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "SECTION", "PAGE", "TAGS", "DECL", "SUBJECT", "REF"})
_REACH = 1500


@dataclass(frozen=True, slots=True)
class Banner(Piece):
    """The first line of a cable.

    level (str): TOP SECRET, SECRET, CONFIDENTIAL, UNCLASSIFIED or LIMITED OFFICIAL USE; "" if it is missing.
    section (Optional[tuple]): The number of the section, and how many there are.
    post (str): The post, blanks kept, as in "SAO PAULO"; "" if it is missing.
    serial (int): The post's number of the cable; 0 if it is missing.
    """

    level: str = ""
    section: tuple[int, int] | None = None
    post: str = ""
    serial: int = 0


def read_banner(fragment: Fragment) -> Banner | None:
    """Read the banner: the first level that a post and its number follow, else the first level.

    fragment (Fragment): The text.
    RETURNS (Optional[Banner]): The banner, None if there is none.
    """
    text = fragment.text[:_REACH]
    for pattern in (_BANNER, _BANNER_LOWER, _SECTION_POST):
        for match in pattern.finditer(text):
            banner = _banner(match)
            if banner:
                return banner
    level = _LEVEL_ALONE.search(text)
    serial = next((m for m in _POST_ALONE.finditer(text) if _banner(m)), None)
    if level and serial and serial.start() > level.start():
        joined = _banner(serial)
        if joined:
            return Banner(clean(level[0]), *level.span(), _level(level), None, joined.post, joined.serial)
    if serial and not level:
        return _banner(serial)
    return Banner(clean(level[0]), *level.span(), _level(level)) if level else None


def _banner(match: re.Match[str]) -> Banner | None:
    groups = match.groupdict()
    words = match["post"].split()
    while words and words[0] in _NOT_POSTS:
        del words[0]
    if not words or PAGE_LINE.match(match.string, match.start("post")):
        return None
    section = (int(groups["section"]), int(groups["sections"])) if groups.get("section") else None
    return Banner(clean(match[0]), *match.span(), _level(match), section, " ".join(words).upper(), int(match["serial"]))


def _level(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return next((name for name in _LEVELS if groups.get(name.replace(" ", "_"))), "")


def read_captions(header: Header) -> list[Piece]:
    """The captions before the subject: SIPDIS, NOFORN, SENSITIVE, ...

    header (Header): The header.
    RETURNS (list): The captions in the order of the text, each as often as it stands there.
    """
    subject = header.first("subject") or header.first("reference")
    end = subject.start if subject else min(header.end, _REACH)
    text = header.fragment.text
    return [Piece(_caption(match[0]), *match.span()) for match in _CAPTIONS.finditer(text, 0, end)]


def _caption(found: str) -> str:
    if found.startswith("C"):
        return "CORRECTED COPY"
    return "FOUO" if found == "FOR OFFICIAL USE ONLY" else clean(found)


def read_date_line(header: Header) -> Piece | None:
    """The line with a date that a newspaper put before the cable.

    header (Header): The header.
    RETURNS (Optional[Piece]): The date line, None if there is none.
    """
    match = _DATE_LINE.search(header.fragment.text, 0, min(header.end, _REACH))
    return header.fragment.piece(*match.span()) if match else None


def written_year(header: Header) -> int:
    """The year that the text itself gives: in a date line, or in the date and time group of a transmission header.

    header (Header): The header.
    RETURNS (int): The year, 0 if the text does not say.
    """
    text = header.fragment.text
    match = _DATE_LINE.search(text, 0, min(header.end, _REACH))
    if match:
        return int(match["year"] or match["iso"] or match["other"])
    group = _TIME_GROUP.search(text, 0, header.end)
    return full_year(group["year"]) if group else 0


def make_cable_id(year: int, post: str, serial: int) -> str:
    """The id of a cable as file names write it.

    year (int): The year, 0 if it is not known.
    post (str): The post.
    serial (int): The number.
    RETURNS (str): YYPOSTn; POSTn without a year.
    """
    return f"{year % 100:02d}{post_key(post)}{serial}" if year else f"{post_key(post)}{serial}"


@on_fragment
def find_banner(fragment: Fragment) -> Banner | None:
    """Find the banner of a cable: level, section, post and number.

    fragment (Union[str, Fragment]): The text.
    RETURNS (Optional[Banner]): The banner, None if there is none.
    """
    return read_banner(fragment)


@on_fragment
def find_classification(fragment: Fragment) -> str:
    """Find the level that a cable is classified at.

    fragment (Union[str, Fragment]): The text.
    RETURNS (str): TOP SECRET, SECRET, CONFIDENTIAL, UNCLASSIFIED or LIMITED OFFICIAL USE; "" if there is none.
    """
    banner = read_banner(fragment)
    return banner.level if banner else ""


@on_fragment
def find_captions(fragment: Fragment) -> list[str]:
    """Find the captions of a cable: SIPDIS, NOFORN, SENSITIVE, CORRECTED COPY, ...

    fragment (Union[str, Fragment]): The text.
    RETURNS (list): The captions in their order, each once.
    """
    return list(dict.fromkeys(caption.text for caption in read_captions(read_header(fragment))))
