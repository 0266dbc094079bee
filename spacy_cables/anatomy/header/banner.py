"""The banner: the first line of a cable, with classification level, post and serial number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..lexicon.levels import LEVELS, letter_spaced
from ..lexicon.page_lines import PAGE_LINE
from ..lexicon.spelling import nearest
from ..pieces import Fragment, Piece, on_fragment
from .captions import CAPTION


def _garbled(word: str) -> str:
    """A pattern for a level, possibly letter-spaced, its first letter doubled or lost: SS E C R E T, E C R E T."""
    return rf"(?:{word[0]}{{1,2}} {{0,2}}{' {0,2}'.join(word[1:])}|{' '.join(word[1:])})"


# The spellings of LEVELS, in their order.
_SPELLINGS = (
    rf"T ?O ?P {{1,3}}{_garbled('SECRET')}",
    _garbled("SECRET"),
    _garbled("CONFIDENTIAL"),
    r"(?:U{1,2} ?N|N) ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?",
    rf"{letter_spaced('LIMITED OFFICIAL USE')}|LOU",
)
_LEVEL = "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in zip(LEVELS, _SPELLINGS, strict=True))
_COUNTS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_COUNT = rf"\d\d?|(?:{'|'.join(_COUNTS)})\b"
_SECTION = rf"S ?E ?C ?T? ?I ?O ?N {{0,3}}(?P<section>{_COUNT}) {{0,2}}[O0G] ?F {{0,2}}(?P<sections>{_COUNT})"
_SERIAL = r"(?P<serial>[\dØ]{3,8})(?![.-]\d|/\d\d|[\dØ]|Z)"
_POST = rf"(?P<post>[A-Z][A-Z.'’-]{{1,20}}(?: {{1,2}}[A-Z][A-Z.'’-]{{0,20}}){{0,3}})\s{{1,8}}{_SERIAL}"
_BETWEEN = rf"(?:[\s/,-]{{0,6}}{CAPTION}){{0,4}}[\s/:-]{{0,6}}"
_BANNER = re.compile(
    rf"(?<![A-Za-z])(?:C(?=SE C))?(?:{_LEVEL})(?:(?![A-Za-z])|(?<= [LT])(?=[A-Z]{{3}})){_BETWEEN}"
    rf"(?:{_SECTION}\s{{1,6}})?(?:{CAPTION}\s+)?{_POST}"
)
# What a level may begin with.
_HINT = re.compile(r"[CELNOSTU](?<![A-Za-z][CELNOSTU])(?=[A-Z ])")
# The transmission header may end in the middle of the line: INFO AMEMBASSY QUITO PRIORITYUNCLAS LIMA 001234.
_GLUED = re.compile(rf"(?<=[A-Z])(?:{_LEVEL}) {{1,3}}{_BETWEEN}(?:{_SECTION}\s{{1,6}})?{_POST}")
_LEVEL_ALONE = re.compile(rf"(?<![A-Za-z])(?:{_LEVEL})(?![A-Za-z])")
_BANNER_LOWER = re.compile(rf"^\W{{0,3}}(?:{_LEVEL})\s+(?:{_SECTION}\s{{1,6}})?{_POST}", re.IGNORECASE | re.MULTILINE)
_SECTION_POST = re.compile(rf"(?:^|(?<=\s))(?:{_SECTION}\s{{1,6}}){_POST}")
_POST_ALONE = re.compile(rf"^[ \t]*{_POST}[ \t]*$", re.MULTILINE)
_SERIAL_ALONE = re.compile(
    rf"^[ \t]{{0,8}}(?:{_LEVEL})[ \t]+(?:{_SECTION}[ \t]+)?{_SERIAL}(?:/\d)?[ \t]*$", re.MULTILINE
)
_MISSPELT = re.compile(rf"^[ \t]{{0,8}}(?P<words>[A-Z][A-Z0-9 .]{{6,60}}?)[ \t]+{_SERIAL}(?:/\d)?[ \t]*$", re.MULTILINE)
_SENDER = re.compile(r"^\s{0,8}FM (?P<name>[A-Z][A-Z .'-]{2,40})", re.MULTILINE)
_OFFICES = re.compile(r"^(?:AMEMBASSY|AMCONSUL|AMEMB|AMCONGEN|USMISSION|AMLEGATION|USLO|USINT|USDEL|AIT(?= [A-Z]))\s+")
_OLD_PAGE = re.compile(r"PAGE +\d\d +(?P<post>[A-Z]{1,6}(?: [A-Z.]{1,4}){0,2}) {1,8}(?P<serial>\d{5,6})(?!\d)")
_SPELT = {level.replace(" ", ""): level for level in (*LEVELS, "UNCLAS")}
_NOT_POSTS = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "SECTION", "PAGE", "TAGS", "DECL", "SUBJECT", "REF"})
# Words of addresses in the lines of a transmission header.
_ADDRESSES = frozenset(
    {*("TO", "FM", "INFO", "ZEN", "ACTION", "SECSTATE", "SECDEF", "AMEMBASSY", "AMCONSUL", "WASHDC", "COLLECTIVE")}
    | {"PRIORITY", "IMMEDIATE", "ROUTINE", "FLASH", "NIACT"}
)
_REACH = 1500
_FARTHEST = 12000


@dataclass(frozen=True, slots=True)
class Banner(Piece):
    """The first line of a cable.

    level (str): TOP SECRET, SECRET, CONFIDENTIAL, UNCLASSIFIED or LIMITED OFFICIAL USE; "" if missing.
    section (tuple | None): The number of the section, and the number of sections.
    post (str): The post, spaces kept, as in "SAO PAULO"; "" if missing.
    serial (int): The serial number; 0 if missing.
    """

    level: str = ""
    section: tuple[int, int] | None = None
    post: str = ""
    serial: int = 0


def read_banner(fragment: Fragment, end: int = _REACH) -> Banner | None:
    """Read the banner: the first level followed by a post and a number, else the first level.

    Below a transmission header comes the banner, above it the level that is printed on every page. A banner with the
    number of the page line goes before others.

    fragment (Fragment): The text.
    end (int): The end of the header, in characters.
    RETURNS (Banner | None): The banner, None if there is none.
    """
    text = fragment.text[: max(_REACH, min(end, _FARTHEST))]
    sender = _SENDER.search(text) if "FM " in text else None
    page = _OLD_PAGE.search(text)
    post = page["post"] if page else _OFFICES.sub("", sender["name"].strip()) if sender else ""
    unlevelled = None
    for start in (sender.end(), 0) if sender else (0,):
        found = _numbered(text, start, page, post)
        if found and found.level:
            return found
        unlevelled = unlevelled or found
    if unlevelled:
        return _with_level(text, unlevelled)
    start = sender.end() if sender else 0
    level = _LEVEL_ALONE.search(text, start, max(_REACH, start)) or _LEVEL_ALONE.search(text, 0, _REACH)
    if page and level:
        return Banner(level[0], *level.span(), _level(level), None, page["post"], int(page["serial"]))
    return Banner(level[0], *level.span(), _level(level)) if level else None


def _numbered(text: str, start: int, page: re.Match[str] | None, post: str) -> Banner | None:
    """The first banner with a post and a number, or the one with the number of the page line."""
    first = None
    finders = (_find_banners, _GLUED.finditer, _BANNER_LOWER.finditer, _SECTION_POST.finditer)
    for find in finders:
        for match in find(text, start):
            banner = _banner(match)
            if banner and (not page or banner.serial == int(page["serial"])):
                return banner if banner.level else _misspelt(text, start, post) or banner
            first = first or banner
    if first:
        return first
    serial = _SERIAL_ALONE.search(text, start) if post else None
    if serial:
        return _banner(serial, post)
    return _misspelt(text, start, post) or next(filter(None, map(_banner, _POST_ALONE.finditer(text, start))), None)


def _find_banners(text: str, start: int) -> Iterator[re.Match[str]]:
    """What `_BANNER.finditer` finds, in less time."""
    for hint in _HINT.finditer(text, start):
        if hint.start() >= start and (match := _BANNER.match(text, hint.start())):
            start = match.end()
            yield match


def _with_level(text: str, numbered: Banner) -> Banner:
    """A banner whose level is on a line before."""
    level = _LEVEL_ALONE.search(text, 0, _REACH)
    if not level or numbered.section or level.start() > numbered.start_char:
        return numbered
    return Banner(level[0], *level.span(), _level(level), None, numbered.post, numbered.serial)


def _misspelt(text: str, start: int, sender: str) -> Banner | None:
    """A line of a misspelt level, a post, which may be missing if the sender is known, and a number."""
    for match in _MISSPELT.finditer(text, start):
        section = re.search(_SECTION, match["words"])
        words = (match["words"][: section.start()] if section else match["words"]).split()
        behind = match["words"][section.end() :].split() if section else []
        for size in range(len(words), 0, -1):
            post = [*words[size:], *behind] or sender.split()
            spelt = nearest("".join(words[:size]), tuple(_SPELT), 2) if post else ""
            if spelt:
                level = "UNCLASSIFIED" if spelt == "UNCLAS" else _SPELT[spelt]
                numbers = _section(section) if section else None
                line = " ".join(match[0].split())
                return Banner(line, *match.span(), level, numbers, " ".join(post), _number(match["serial"]))
    return None


def _banner(match: re.Match[str], post: str = "") -> Banner | None:
    groups = match.groupdict()
    words = (post or match["post"]).split()
    while words and words[0] in _NOT_POSTS:
        del words[0]
    if not words or (not post and (_ADDRESSES & set(words) or PAGE_LINE.match(match.string, match.start("post")))):
        return None
    if not groups.get("section") and not _level(match) and nearest("".join(words), tuple(_SPELT), 2):
        return None
    section = _section(match) if groups.get("section") else None
    text = " ".join(match[0].split())
    return Banner(text, *match.span(), _level(match), section, " ".join(words).upper(), _number(match["serial"]))


def _section(match: re.Match[str]) -> tuple[int, int]:
    number, count = (
        _COUNTS.index(word) + 1 if word.isalpha() else int(word) for word in (match["section"], match["sections"])
    )
    return number, count


def _number(digits: str) -> int:
    """A number whose zeros may have been crossed out: Ø123."""
    return int(digits.replace("Ø", "0"))


def _level(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return next((name for name in LEVELS if groups.get(name.replace(" ", "_"))), "")


@on_fragment
def find_banner(fragment: Fragment) -> Banner | None:
    """Find the banner of a cable: level, section, post and number.

    fragment (str | Fragment): The text.
    RETURNS (Banner | None): The banner, None if there is none.
    """
    return read_banner(fragment)


@on_fragment
def find_classification(fragment: Fragment) -> str:
    """Find the classification level of a cable.

    fragment (str | Fragment): The text.
    RETURNS (str): TOP SECRET, SECRET, CONFIDENTIAL, UNCLASSIFIED or LIMITED OFFICIAL USE; "" if there is none.
    """
    banner = read_banner(fragment)
    return banner.level if banner else ""
