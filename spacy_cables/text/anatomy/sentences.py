"""Sentences of cables: abbreviations end none; fields, headings, paragraphs and page breaks do."""

from __future__ import annotations

import re

from .anatomy import Anatomy

_END = re.compile(r"[.!?…]+[)\]\"”’'*]*(?=\s)")
_NEXT = re.compile(r"\s+")
_RULES = re.compile(r"[\s=*_/-]*")
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


def cable_sentence_starts(text: str, anatomy: Anatomy) -> list[int]:
    """Find where the sentences of a cable begin.

    text (str): The text.
    anatomy (Anatomy): Its anatomy.
    RETURNS (list): Rising offsets. No sentence crosses a header field, heading, paragraph or page break.
    """
    edges = {0, *anatomy.field_starts}
    for part in (anatomy.paragraphs, anatomy.page_breaks, *((piece,) for piece in (anatomy.header, anatomy.signature))):
        for piece in filter(None, part):
            edges.update((piece.start_char, _next_text(text, piece.end_char)))
    for heading in anatomy.headings:
        rule = _RULES.match(text, heading.end_char)
        edges.update((heading.start_char, rule.end() if rule else heading.end_char))
    found = sorted(edge for edge in edges if edge < len(text))
    for start, end in zip(found, [*found[1:], len(text)], strict=True):
        edges.update(sentence_starts(text, start, end))
    return sorted(edge for edge in edges if edge < len(text))


def _next_text(text: str, offset: int) -> int:
    gap = _NEXT.match(text, offset)
    return gap.end() if gap else offset


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Find where sentences begin in a stretch of text: behind each sentence end that is one.

    text (str): The text.
    start (int): Where the stretch begins.
    end (int): Where it ends.
    RETURNS (list): The offsets at which further sentences begin.
    """
    found = []
    for match in _END.finditer(text, start, end):
        gap = _NEXT.match(text, match.end(), end)
        if not gap or gap.end() >= end or text[gap.end()].islower() or text[gap.end()] in ",;:.)]":
            continue
        if match[0] == "." and not _ends(text, match.start(), gap, end):
            continue
        found.append(gap.end())
    return found


def _ends(text: str, stop: int, gap: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence: not behind an abbreviation, an initial, or a number of a list or order."""
    before = text[max(0, stop - 14) : stop].rstrip()
    if _REASONS.search(before) or (before[-1:].isdigit() and text[gap.end() : gap.end() + 1] in "([0123456789"):
        return False
    line = before.rsplit("\n", 1)[-1].strip()
    if line.isdigit() and len(line) < 3:
        return False  # the number of a list
    if not _ABBREVIATION.search(before):
        return True
    # An abbreviation at a line end before a blank line still ends what it stands in.
    return gap[0].count("\n") > 1
