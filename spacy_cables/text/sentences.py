"""Find sentence starts in natural text by punctuation, with the abbreviations of cables."""

from __future__ import annotations

import re

from .offsets import BLANK_LINE, LINE_END

# A run of marks is matched once, from its start. Otherwise the cost would be quadratic in its length.
_END = re.compile(r"(?<![.!?…])[.!?…]+[)\]\"”’'*]*(?=\s)")
_NEXT = re.compile(r"\s+")
# Abbreviations, without the final full stop, case-sensitive.
_ABBREVIATIONS = """
    Adm ADM Amb AMB Amb' Asst ASST Brig BRIG Capt CAPT Cdr CDR Cmdr Col COL Cpl Dep DEP Dir Dr DR Gen GEN Gens Gov GOV
    Hon Jr JR Lt LT Maj MAJ Min MIN Mr MR Mrs MRS Ms MS Msgr MSGR Pres Prof PROF Rep REP Rev Sec SEC Sen SEN Sgt Sr SR
    St ST
    Art Bros Co Corp Dept DEPT Fig Inc Ltd No NO Nos para Para PARA paras Univ Vol
    al a.k.a approx ca cf e.g eg E.O est etc ETC i.e ie Ph.D U.K U.N U.S vs VS
    Jan JAN Feb FEB Mar Apr APR Jun Jul Aug AUG Sep Sept SEPT Oct OCT Nov NOV Dec DEC
"""
_ANY = "|".join(map(re.escape, _ABBREVIATIONS.split()))
# One of them, an initial, or letters separated by full stops (p.m, U.S.A).
_ABBREVIATION = re.compile(rf"(?:^|[\s(\[\"“/-])(?:[A-Za-z]|(?:[A-Za-z]\.){{1,4}}[A-Za-z]?|{_ANY})\Z")
_REASONS = re.compile(r"\b1 ?\.\s?[3-6]?\Z")


def sentence_starts(text: str, start: int = 0, end: int | None = None, *, blank_lines: bool = False) -> list[int]:
    """Find where sentences start in a range of text, not counting the start of the range.

    text (str): The text.
    start (int): Start of the range, in characters.
    end (int | None): Its end, exclusive; the end of the text by default.
    blank_lines (bool): Whether a blank line also ends a sentence.
    RETURNS (list): The starts of the sentences after the first, in characters.
    """
    end = len(text) if end is None else end
    found = [match.end() for match in BLANK_LINE.finditer(text, start, end)] if blank_lines else []
    for match in _END.finditer(text, start, end):
        gap = _NEXT.match(text, match.end(), end)
        if not gap or gap.end() >= end or text[gap.end()].islower() or text[gap.end()] in ",;:.)]":
            continue
        if match[0] == "." and not _ends(text, match.start(), gap, end):
            continue
        found.append(gap.end())
    return sorted(set(found))


def _ends(text: str, stop: int, gap: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, an initial or the number of a list item."""
    before = text[max(0, stop - 14) : stop].rstrip()
    if _REASONS.search(before) or (before[-1:].isdecimal() and text[gap.end() : gap.end() + 1] in "([0123456789"):
        return False
    line = LINE_END.split(before)[-1].strip().lstrip("¶")
    if line.isdecimal() and len(line) < 3:
        return False  # the number of a list
    if not _ABBREVIATION.search(before):
        return True
    # Before a blank line, even an abbreviation ends the sentence.
    return len(LINE_END.findall(gap[0])) > 1
