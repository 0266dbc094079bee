"""Where sentences start in natural text, as far as punctuation tells. Abbreviations of cables end none."""

from __future__ import annotations

import re

# A run of marks is tried once, from its start: a long one would cost the square of its length.
_END = re.compile(r"(?<![.!?…])[.!?…]+[)\]\"”’'*]*(?=\s)")
_NEXT = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“/-])(?:[A-Za-z]|(?:[A-Za-z]\.){1,4}[A-Za-z]?|Amb|AMB|Gen|GEN|Lt|LT|Col|COL|Maj|MAJ|Capt|CAPT"
    r"|Adm|ADM|Sgt|Cpl|Cdr|CDR|Cmdr|Brig|BRIG|"
    r"Mr|MR|Mrs|MRS|Ms|MS|Dr|DR|Prof|PROF|Sen|SEN|Rep|REP|Gov|GOV|Hon|Rev|St|ST|Jr|JR|Sr|SR|Sec|SEC|Dep|DEP|Asst"
    r"|ASST|Min|MIN|Pres|Amb'|Msgr|MSGR|"
    r"No|NO|Nos|vs|VS|etc|ETC|cf|approx|est|ca|para|paras|Para|PARA|Fig|Art|Vol|Inc|Ltd|Corp|Co|Bros|Dept|DEPT"
    r"|Univ|Min|Dir|Gens|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|APR|AUG|SEPT|OCT|NOV|DEC|al|eg|ie|i\.e|e\.g"
    r"|a\.k\.a|Ph\.D|E\.O|U\.S|U\.N|U\.K)\Z"
)
_REASONS = re.compile(r"\b1 ?\.\s?[3-6]?\Z")


def sentence_starts(text: str, start: int = 0, end: int | None = None, *, blank_lines: bool = False) -> list[int]:
    """Find where sentences begin in a stretch of text, its own beginning apart.

    text (str): The text.
    start (int): Where the stretch begins.
    end (int | None): Where it ends; where the text ends by default.
    blank_lines (bool): A blank line ends a sentence, too.
    RETURNS (list): The characters at which further sentences begin, in order.
    """
    end = len(text) if end is None else end
    found = [match.end() for match in _BLANK_LINE.finditer(text, start, end)] if blank_lines else []
    for match in _END.finditer(text, start, end):
        gap = _NEXT.match(text, match.end(), end)
        if not gap or gap.end() >= end or text[gap.end()].islower() or text[gap.end()] in ",;:.)]":
            continue
        if match[0] == "." and not _ends(text, match.start(), gap, end):
            continue
        found.append(gap.end())
    return sorted(set(found))


def _ends(text: str, stop: int, gap: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence: not behind an abbreviation, an initial, or a number of a list or order."""
    before = text[max(0, stop - 14) : stop].rstrip()
    if _REASONS.search(before) or (before[-1:].isdigit() and text[gap.end() : gap.end() + 1] in "([0123456789"):
        return False
    line = before.rsplit("\n", 1)[-1].strip().lstrip("¶")
    if line.isdigit() and len(line) < 3:
        return False  # the number of a list
    if not _ABBREVIATION.search(before):
        return True
    # An abbreviation at a line end before a blank line still ends what it stands in.
    return gap[0].count("\n") > 1
