"""Classified By: the officer who classified a cable, the title, and the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..lexicon.page_lines import find_page_line
from ..lexicon.portion_marks import MARK
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, read_header
from .officer_names import split_name

_LABEL = re.compile(
    # The C in its two cases makes the search fast.
    r"(?-i:[Cc])(?:(?<=\bC)|(?<!DEC)(?<!UNC)(?=LASSIFIED BY:))L(?:A|AS|ASS|ASSS|SS)[A-Z]{2,9}\s{1,3}B[YTU]\b"
    r"[\s:;.,-]{0,6}(?:(?:CLASS?[A-Z]{2,9}\s{1,3}B[YT]\b|BY\b)[\s:;.,-]{0,6})?",
    re.IGNORECASE,
)
_SHORT_LABEL = re.compile(r"^ {0,4}(?:B[Yy] ?:|CLASSIFIED ?:)\s{0,3}", re.MULTILINE)
_END = re.compile(
    r"""
    (?:\b(?:(?:for|per|under|pursuant|due|based|in[ ]accordance|because|as)\b\s*)*(?:
        \br\s?e\s?a\s?s\s?o\s?n\s?s?\b                                      # Dana Reed, R E A S O N: B
        |\br(?:e|ea|a|es|eas)s?(?:o|a|oa|i|io)?ns?s?\b(?=\s*[:;.,]?\s*\(?1) # Dana Reed for resons (1.4 b)
        |\breas\b                                                           # Dana Reed, reas. b
    )
    |\b(?:based|derived|pursuant)\b                                         # Dana Reed, derived from a cable
    |\bE[ ]?\.[ ]?O[ ]?\.                                                   # Dana Reed, E.O. of the day
    |\bEO[ ]\d                                                              # Dana Reed EO 1
    |\b1[ ]?\.?[ ]?[3-5]\b                                                  # Dana Reed 1.4 (b)
    |\bDECL                                                                 # Dana Reed DECL: N/A
    |\bTAGS\b                                                               # Dana Reed TAGS: PREL
    |\bSUBJ                                                                 # Dana Reed SUBJECT: A VISIT
    |¶                                                                      # Dana Reed ¶1. They met.
    |\n\s*\n                                                                # Dana Reed\n\nThey met.
    |\d{2,}                                                                 # Dana Reed 17
    |\n[ ]?[-=*_]{4}                                                        # Dana Reed\n------
    |\b(?:for|per|under|pursuant)\b(?=\s*(?:$|\(|(?:section|sec|paragraph|para)\b|1))  # Dana Reed per (b)
    |\n\s*(?:summary|comment|introduction|begin[ ]summary|key[ ]points)\b   # Dana Reed\nSummary
    |\n\s*\d[ ]?\.[ ]?\(                                                    # Dana Reed\n1. (C) They met.
    |\n[ ]*(?:CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?|SIPDIS|NOFORN|SENSITIVE)[ ]*(?=\n)  # Dana Reed\nSECRET\n
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REASONS = re.compile(r"1(?<![\d/]1)\s{0,3}[.,:/]?\s{0,3}(?P<section>[3-6])(?!\d)(?P<rest>[^\d¶]{0,80})")
# Without a label, a section counts only with its letters: 1.4 (b).
_UNLABELLED_REASONS = re.compile(
    r"1(?<![\d/.$]1)\s?[.,]\s?(?P<section>[3-6])(?!\d)(?P<rest>\s{0,2}\(\s?[A-Ha-h]\b[^\d¶]{0,80}|[A-Ha-h]\b[^\d¶]{0,80})"
)
_WORDED_REASONS = re.compile(
    r"\b(?:reasons?|resons?|reaons?)\b\s*[:.,]?\s*(?P<rest>\(?\s*[a-h]\b[^\d]{0,40})", re.IGNORECASE
)
_REASON_LETTER = re.compile(r"(?<![A-Za-z])[A-Ha-h](?![A-Za-z])|(?<=[/,( ])[A-Ha-h](?= ?[/,)&])")
_REASON_END = re.compile(r"\n\s*\n|\n ?-{3}|[A-Za-z]{3,}")
_AND = re.compile(r"\ba\s{0,3}n\s{0,3}d\b", re.IGNORECASE)
_LONGEST = 320
_REACH = 3000


@dataclass(frozen=True, slots=True)
class Officer(Piece):
    """The officer who classified a cable: the text between the label and the reasons.

    name (str): The name without the title, "" if only a title is given.
    title (str): The title, and the office, as far as given.
    """

    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """Who classified a cable, and why.

    officer (Officer | None): The officer, None if only reasons are given.
    reasons (tuple): The letters of the reasons, in lower case, without duplicates.
    reasons_section (str): The section of the executive order, "1.4" or "1.5"; "" if none is given.
    """

    officer: Officer | None
    reasons: tuple[str, ...]
    reasons_section: str


def read_classified_by(header: Header) -> ClassifiedBy | None:
    """Read who classified a cable, and why.

    header (Header): The header. The search extends a little beyond it, since some lines are in paragraph 1.
    RETURNS (ClassifiedBy | None): The officer and the reasons, None if there are neither.
    """
    text = header.fragment.text
    starts = [label.end() for label in _LABEL.finditer(text, 0, min(len(text), header.end + 400))]
    starts = starts or [label.end() for label in _SHORT_LABEL.finditer(text, 0, header.end)]
    section_pattern = _REASONS if starts else _UNLABELLED_REASONS
    officer = _best(filter(None, (_officer(text, start) for start in starts)))
    # Some cables give the reasons without a label.
    ranges = [(start, min(len(text), start + 500)) for start in starts] or [(0, min(header.end, _REACH))]
    section, letters = _reasons(text, ranges, section_pattern)
    return ClassifiedBy(officer, letters, section) if officer or letters or section else None


def _best(officers: Iterable[Officer]) -> Officer | None:
    """The first officer with a name. Where a header occurs twice, the first was truncated."""
    found = sorted(officers, key=lambda officer: (officer.text.endswith(("...", "…")), not officer.name))
    return found[0] if found else None


def _officer(text: str, start: int) -> Officer | None:
    mark = MARK.match(text, start)
    start = mark.end() if mark else start
    limit = min(len(text), start + _LONGEST)
    page = find_page_line(text, start, limit)
    limit = page.start() if page else limit
    stop = _END.search(text, start, limit)
    end = stop.start() if stop else limit
    whole = Piece(text[start:end], start, end)
    if not whole.text:
        return None
    return Officer(whole.text.strip(" ,;:-("), whole.start_char, whole.end_char, *split_name(whole.text))


def _reasons(text: str, ranges: Iterable[tuple[int, int]], pattern: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """The section and the letters of the first range that has letters."""
    section = ""
    for start, limit in ranges:
        match = pattern.search(text, start, limit) or _WORDED_REASONS.search(text, start, limit)
        if match:
            rest = _AND.sub(" , ", match["rest"])
            end = _REASON_END.search(rest)
            letters = _REASON_LETTER.findall(rest[: end.start()] if end else rest)
            section = f"1.{match['section']}" if "section" in match.re.groupindex else ""
            if letters:
                return section, tuple(dict.fromkeys(letter.lower() for letter in letters))
    return section, ()


@on_fragment
def find_classified_by(fragment: Fragment) -> str:
    """Find the name of the officer who classified a cable.

    fragment (str | Fragment): The text.
    RETURNS (str): The name without the title, "" if there is none.
    """
    found = read_classified_by(read_header(fragment))
    return found.officer.name if found and found.officer else ""


@on_fragment
def find_reasons(fragment: Fragment) -> list[str]:
    """Find the reasons for which a cable is classified.

    fragment (str | Fragment): The text.
    RETURNS (list): The letters of section 1.4 (or 1.5) of the executive order, in lower case, without duplicates.
    """
    found = read_classified_by(read_header(fragment))
    return list(found.reasons) if found else []
