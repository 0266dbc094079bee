"""The heads of later sections: a long cable was sent as several, each with a transmission header and a banner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .stamps import END_LINE, LEVEL_LINE

_LATER_BANNER = re.compile(
    r"S(?:E(?<![a-z]SE)| E(?<![a-z]S E)) ?C ?T ?I ?O ?N {1,3}(?:0?[2-9]|[1-9]\d|TWO|THREE|FOUR|FIVE|SIX|FINAL)"
    r" {1,3}O ?F {1,3}(?:\d|(?:TWO|THREE|FOUR|FIVE|SIX)\b)|FINAL SECTION OF"
)
# What stands before SECTION in a banner: a level, or a post and a number.
_BEFORE_SECTION = re.compile(r"[A-Z0-9 /]{0,60}")
#: A stripped line of a transmission header. For `match`.
_HEAD_LINE = re.compile(
    r"""
    PAGE[ ]+\d\d[ ]                            # PAGE 01 LIMA 01234 02 OF 02 051845Z
    |(?:ACTION|INFO|ORIGIN|COPY)[ ]+[A-Z]{1,8}-\d\d    # ACTION ARA-10
    |(?:[A-Z]{1,8}-\d\d[ ,]*)+(?:/\d.*)?\Z     # OCT-01  EUR-12
    |/\d{3}[ ]?[A-Z]?\b                        # /083 W
    |[-.]{6,}[ ]*[0-9A-F]{4,}                  # ---------------------     004711
    |\d{1,6}\Z                                # 47
    |(?:[A-Z]+[ ]){1,3}[A-Z]{2,4}\d{3,5}\Z     # CONFIDENTIAL PTQ8394
    |VZCZC                                     # VZCZCXRO1456
    |[ZOPRYD]{2}[ ]RUE                         # RR RUEHC
    |DE[ ]RUE                                  # DE RUEHPE #1234/02 0651800
    |ZN[RY][ ]                                 # ZNY CCCCC ZZH
    |>[ ]@@@                                   # > @@@OASYS@@@
    """,
    re.VERBOSE,
)
_SENT_LINE = re.compile(
    r"(?:[ZOPRYD] ?){0,3}\d{6}Z [A-Z]{3} \d\d|FM [A-Z]|TO +[A-Z]|INFO[: ]+[A-Z]|ZEN(?:[ /]|\Z)|XMT |RU[A-Z]{3,6}/"
)
_BANNER_LINE = re.compile(
    r"(?:C ?O ?N ?F ?I ?D ?E ?N|S ?E ?C ?R ?E ?T|U ?N ?C ?L ?A ?S|L ?I ?M ?I ?T ?E ?D ).{0,60}\b\d{3,6}(?:/\d)?\W*\Z"
)
_BELOW_BANNER = re.compile(
    r"(?:NODIS|EXDIS|LIMDIS|STADIS|NOFORN|SIPDIS|SENSITIVE|CHEROKEE|CORRECTED COPY)\b.{0,30}\Z"
    r"|(?:E ?\.? ?O ?\.? ?\d{5}|TAGS?|SUBJ(?:ECT)?|REFS?|REFTEL) ?[:.-]|[A-Z ,/-]{3,40} (?:FOR|PASS) [A-Z ,/-]{2,60}\Z"
)
_BEGUN = re.compile(r"^ {0,4}(?:SUBJ|TAGS|E ?\.? ?O ?\.? ?\d|¶? ?1 ?\.)", re.MULTILINE)
_FARTHEST = 12000
_LINES = 80
_LONGEST_LINE = 2000


def section_heads(text: str) -> list[tuple[int, int]]:
    """Find the heads of later sections, from the end of the section before to the banner and its captions.

    text (str): The text.
    RETURNS (list): Half-open character ranges, in text order.
    """
    heads: list[tuple[int, int]] = []
    if "SECTION" not in text and "S E C" not in text:
        return heads
    for match in _LATER_BANNER.finditer(text):
        start = text.rfind("\n", max(0, match.start() - 61), match.start()) + 1
        least = heads[-1][1] if heads else 0
        if match.start() < least or not (start or match.start() < 61):
            continue
        if _BEFORE_SECTION.fullmatch(text[start : match.start()].strip()) and (heads or has_begun(text, start)):
            heads.append((_top(text, start, least), section_head_end(text, _line_end(text, start))))
    return heads


def has_begun(text: str, offset: int) -> bool:
    """Whether the fields or the first paragraph of a cable are before an offset, so that it is not in the first head.

    text (str): The text.
    offset (int): The offset, in characters.
    RETURNS (bool): Whether they are.
    """
    return offset > _FARTHEST or _BEGUN.search(text, 0, offset) is not None


def section_head_end(text: str, end: int) -> int:
    """Find the end of a head that has begun.

    text (str): The text.
    end (int): The end of a line of the head, exclusive.
    RETURNS (int): The end of its last line.
    """
    banner = sent = False
    for line_end, line in _lines_below(text, end):
        if not line or LEVEL_LINE.fullmatch(line):
            continue
        if _BANNER_LINE.match(line) or _LATER_BANNER.search(line[:80]):
            banner = True
        elif _SENT_LINE.match(line):
            sent = True
        elif not (
            (not banner and (_HEAD_LINE.match(line) or (sent and _is_address(line)))) or _BELOW_BANNER.match(line)
        ):
            break
        end = line_end
    return end


def _top(text: str, start: int, least: int) -> int:
    """The first line of the head above a banner."""
    top = start
    sent = False
    for line_start, line in _lines_above(text, start, least):
        if not line:
            continue
        if _SENT_LINE.match(line):
            # Above the time group and FM there are no more addresses.
            sent = line.startswith("FM") or "Z " in line[:16] or sent
        elif LEVEL_LINE.fullmatch(line) or END_LINE.fullmatch(line) or _HEAD_LINE.match(line):
            if not sent and _HEAD_LINE.match(line) is None and _between(text, line_start, top):
                break
        elif not sent and _is_address(line):
            continue
        else:
            break
        top = line_start
    return top


def _between(text: str, start: int, top: int) -> bool:
    """Whether there is text between a line and the head below it."""
    line_end = _line_end(text, start)
    return bool(text[line_end:top].strip())


def _is_address(line: str) -> bool:
    return len(line) < 70 and line.upper() == line and line[:1].isalpha() and not line.endswith(".")


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _lines_above(text: str, end: int, least: int) -> Iterator[tuple[int, str]]:
    for _ in range(_LINES):
        if end <= least:
            return
        start = text.rfind("\n", max(least, end - 1 - _LONGEST_LINE), end - 1) + 1
        if not start and end > _LONGEST_LINE:
            return
        yield max(start, least), text[max(start, least) : end].strip()
        end = start


def _lines_below(text: str, start: int) -> Iterator[tuple[int, str]]:
    for _ in range(_LINES):
        if start >= len(text):
            return
        start += text[start] == "\n"
        end = _line_end(text, start)
        yield end, text[start : min(end, start + _LONGEST_LINE)].strip()
        start = end
