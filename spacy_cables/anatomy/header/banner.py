"""The banner: the first line of a cable, with classification level, post and serial number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.levels import LEVELS, letter_spaced
from ..lexicon.page_lines import PAGE_LINE
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
_SECTION = r"S ?E ?C ?T? ?I ?O ?N {0,3}(?P<section>\d\d?) {0,2}[O0G] ?F {0,2}(?P<sections>\d\d?)"
_POST = r"(?P<post>[A-Z][A-Z.'’-]{1,20}(?: {1,2}[A-Z][A-Z.'’-]{0,20}){0,3})\s{1,8}(?P<serial>\d{3,8})(?![\d/.-]\d|\d|Z)"
_BETWEEN = rf"(?:[\s/,-]{{0,6}}{CAPTION}){{0,4}}[\s/:-]{{0,6}}"
_BANNER = re.compile(
    rf"(?<![A-Za-z])(?:C(?=SE C))?(?:{_LEVEL})(?:(?![A-Za-z])|(?<= [LT])(?=[A-Z]{{3}})){_BETWEEN}"
    rf"(?:{_SECTION}\s{{1,6}})?(?:{CAPTION}\s+)?{_POST}"
)
_LEVEL_ALONE = re.compile(rf"(?<![A-Za-z])(?:{_LEVEL})(?![A-Za-z])")
_BANNER_LOWER = re.compile(rf"^\W{{0,3}}(?:{_LEVEL})\s+(?:{_SECTION}\s{{1,6}})?{_POST}", re.IGNORECASE | re.MULTILINE)
_SECTION_POST = re.compile(rf"(?:^|(?<=\s))(?:{_SECTION}\s{{1,6}}){_POST}")
_POST_ALONE = re.compile(rf"^\s*{_POST}[ \t]*$", re.MULTILINE)
_NOT_POSTS = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "SECTION", "PAGE", "TAGS", "DECL", "SUBJECT", "REF"})
_REACH = 1500


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


def read_banner(fragment: Fragment) -> Banner | None:
    """Read the banner: the first level followed by a post and a number, else the first level.

    fragment (Fragment): The text.
    RETURNS (Banner | None): The banner, None if there is none.
    """
    text = fragment.text[:_REACH]
    for pattern in (_BANNER, _BANNER_LOWER, _SECTION_POST):
        for match in pattern.finditer(text):
            banner = _banner(match)
            if banner:
                return banner
    level = _LEVEL_ALONE.search(text)
    numbered = next(filter(None, map(_banner, _POST_ALONE.finditer(text))), None)
    if not level:
        return numbered
    if numbered and numbered.start_char > level.start():
        return Banner(level[0], *level.span(), _level(level), None, numbered.post, numbered.serial)
    return Banner(level[0], *level.span(), _level(level))


def _banner(match: re.Match[str]) -> Banner | None:
    groups = match.groupdict()
    words = match["post"].split()
    while words and words[0] in _NOT_POSTS:
        del words[0]
    if not words or PAGE_LINE.match(match.string, match.start("post")):
        return None
    section = (int(groups["section"]), int(groups["sections"])) if groups.get("section") else None
    text = " ".join(match[0].split())
    return Banner(text, *match.span(), _level(match), section, " ".join(words).upper(), int(match["serial"]))


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
