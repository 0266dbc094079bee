"""What archives and printers add to a cable: release stamps, a table of attributes, and marks of the end."""

from __future__ import annotations

import re

from ..lexicon.levels import LEVEL_OR_CAPTION

_STAMP = re.compile(
    r"""
    (?:[A-Z][a-z]+[ ](?:[A-Z]\.?[ ])?[A-Z][a-z]+[ ]+)?(?:Declassified/)?Released\s{1,3}US\s{1,3}Department\s{1,3}
        of\s{1,3}State\s{1,3}EO\s{1,3}Systematic\s{1,3}Review\s{1,3}\d\d?\s{1,3}[A-Za-z]{3,9}\s{1,3}\d{4}
    |(?m:^)[ ]*(?:UNCLASSIFIED[ ]+)?U\.?S\.?[ ]Department[ ]of[ ]State[ ]+Case[ ]No\.[^\n]{4,120}
    |(?m:^)[ ]*(?:RELEASED?|DENIED|DECLASSIFIED)[ ]IN[ ](?:FULL|PART)\b[^\n]{0,40}(?m:$)    # RELEASED IN PART B1
    |(?m:^)[ ]*REVIEW[ ]AUTHORITY:[^\n]{0,80}(?m:$)                                        # REVIEW AUTHORITY: Dana Reed
    |(?m:^)[ ]*Approved[ ]for[ ]Release[^\n]{0,80}(?m:$)                                    # Approved for Release 2005
    """,
    re.VERBOSE,
)
# A word of each stamp that other texts seldom have.
_HINTS = ("Systematic", "Case No.", "IN FULL", "IN PART", "REVIEW AUTH", "Approved for Rel")
_ATTRIBUTES = re.compile(
    r"^[ ]*(?:Message Attributes[ ]*$|(?:Automatic Decaptioning|Capture Date|Channel Indicators):)", re.MULTILINE
)
_ATTRIBUTE = re.compile(r"\n[ ]*[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,3}:")
#: A stripped line of levels and captions, as printed above and below each page. For `fullmatch`.
LEVEL_LINE = re.compile(rf"{LEVEL_OR_CAPTION}(?:[ ,/]{{1,4}}{LEVEL_OR_CAPTION}){{0,3}}")
#: A stripped line that ends a transmission. For `fullmatch`.
END_LINE = re.compile(r"N ?N ?N(?: ?N)?(?:[A-Z]{2,20})?|BT|<< ?END OF DOCUMENT ?>>|END OF MESSAGE|\#\d{4}")


def release_stamps(text: str) -> list[tuple[int, int]]:
    """Find the stamps that archives print on a released cable.

    text (str): The text.
    RETURNS (list): Half-open character ranges, in text order.
    """
    if not any(hint in text for hint in _HINTS):
        return []
    return [match.span() for match in _STAMP.finditer(text)]


def attributes_start(text: str) -> int:
    """Find where the attributes begin that an archive puts below a cable.

    text (str): The text.
    RETURNS (int): The offset of their first line; the length of the text if there are none.
    """
    if "Attributes" in text or "Decaptioning" in text or "Capture Date" in text:
        for match in _ATTRIBUTES.finditer(text):
            if match.start() and len(_ATTRIBUTE.findall(text, match.start(), match.start() + 400)) > 1:
                return match.start()
    return len(text)


def closing_lines(text: str, end: int) -> int:
    """Find where the lines begin that end a printout: levels, NNNN and empty lines.

    text (str): The text.
    end (int): The end of the cable, exclusive.
    RETURNS (int): The offset at which they begin, `end` if there are none.
    """
    kept = end
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if line:
            if not (LEVEL_LINE.fullmatch(line) or END_LINE.fullmatch(line)):
                break
            kept = start
        end = start - 1
    return kept
