"""SUBJECT: the subject line of a cable, with its portion mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon.portion_marks import MARK, mark_text
from ..pieces import Fragment, Piece, on_fragment
from .field_labels import Header, Label, read_header

_STOP = re.compile(
    r"""
    \n\s{0,3}(?:
        SIPDIS                                                              # A VISIT\nSIPDIS
        |REF(?:S|TELS?)?\b(?![ ]?[A-Z]{3,}[ ][A-Z])                       # A VISIT\nREF A
        |E[ ]?\.[ ]?O[ ]?\.                                                 # A VISIT\nE.O. 12958
        |¶                                                                  # A VISIT\n\x20¶1. They met.
        |\([ ]?(?:S|C|U|SBU|S/NF|C/NF)(?:[ ]?//?[ ]?NF)?[ ]?\)\s            # A VISIT\n(SBU) They met.
        |Q\.\s                                                              # A VISIT\nQ. Did they meet?
        |1[ ]?\.[ ]                                                         # A VISIT\n1. They met.
        |(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s*\n                          # A VISIT\nSECRET\n
        |TAGS\b                                                             # A VISIT\nTAGS: PREL
        |Summary\b|SUMMARY\b                                                # A VISIT\nSummary
        |FOR[ ][A-Z/]+[ ]FROM                                               # A VISIT\nFOR EUR/RUS FROM REED
        |FROM[ ](?:AMBASSADOR|CHARGE|DCM)                                   # A VISIT\nFROM AMBASSADOR REED
    )
    |\bCLASSIFIED[ ]BY\b|\bClassified[ ]By\b                                # A VISIT Classified By: DCM
    |\s¶                                                                    # A VISIT ¶1. They met.
    |\bREFS?[ ]?:                                                           # A VISIT REF: LUSAKA 12
    |\bREFTELS?[ ]?:                                                        # A VISIT REFTEL: LUSAKA 12
    |\n[ \t]{0,9}[-=*_]{4}                                              # A VISIT\n------
    |[ ]-{6}                                                              # A VISIT ------
    |(?:\.\.\.|…)(?=\s+\d{3})                                             # A VISIT... 002
    |[ ](?=Summary[ ]-{3})                                                # A VISIT Summary ---
    |\bDERIVED[ ]FROM\b                                                     # A VISIT DERIVED FROM: DSCG
    """,
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ADDRESSEE = re.compile(r"[A-Z][A-Z ,/&.-]{2,60} (?:FOR|PASS(?: TO)?) [A-Z]|FOR [A-Z]")
_PUNCTUATION = re.compile(r"[\s:;.-]*")
# Where line ends were lost, the first paragraph follows on the same line, with its portion mark.
_CLOSING_MARK = re.compile(rf"(?<=[^\n]{{8}})\s{MARK.pattern}(?= [A-Z][a-z]|\s*\Z)")
# Rejoin a word that is broken at a line end.
_BROKEN_WORD = re.compile(r"(?<=[A-Za-z])-\s*\n\s*(?=[A-Za-z])")
_LONGEST = 900


@dataclass(frozen=True, slots=True)
class Subject(Piece):
    """The subject, on one line and without its portion mark.

    mark (Piece | None): Its portion mark, brackets included; the text is the mark alone, as in "S/NF".
    """

    mark: Piece | None = None


def read_subject(header: Header) -> Subject | None:
    """Read the subject. If the line occurs twice, use the first that is not truncated.

    header (Header): The header.
    RETURNS (Subject | None): The subject, None if there is none.
    """
    found = read_subjects(header)
    whole = (subject for subject in found if not subject.text.endswith(("...", "…")))
    return next(whole, found[0] if found else None)


def read_subjects(header: Header) -> list[Subject]:
    """Read every subject line of a header, which may occur twice.

    header (Header): The header.
    RETURNS (list): The subjects, in text order.
    """
    text = header.fragment.text
    found = [_read(text, label) for label in header.labels if label.kind == "subject"]
    return [subject for subject in found if subject.text]


def _read(text: str, label: Label) -> Subject:
    limit = min(label.stop_char, label.end_char + _LONGEST)
    start = _skip(text, label.end_char, limit)
    stop = _STOP.search(text, start, limit)
    end = _last_line(text, start, stop.start() if stop else limit)
    mark = None
    opening = MARK.match(text, start, end)
    if opening:
        mark = Piece(mark_text(opening["inside"]), *opening.span())
        start = _skip(text, opening.end(), end)
    closing = _CLOSING_MARK.search(text, start, end) if text.find("(", start, end) >= 0 else None
    if closing and text[start : closing.start()].isupper():
        if not mark and not text[closing.end() : end].strip():
            mark = Piece(mark_text(closing["inside"]), closing.start() + 1, closing.end())
        end = closing.start()
    whole = text[start:end].rstrip()
    return Subject(_BROKEN_WORD.sub("-", whole), start, start + len(whole), mark)


def _skip(text: str, start: int, end: int) -> int:
    punctuation = _PUNCTUATION.match(text, start, end)
    return punctuation.end() if punctuation else start


def _last_line(text: str, start: int, limit: int) -> int:
    """The end of the subject. Capitals end at a line in lower case. Any text ends at a blank line, unless capitals
    continue after it up to the next field."""
    lines = text[start:limit].split("\n")
    if lines[0].isupper():
        length = len(lines[0])
        for line in lines[1:]:
            if sum(map(str.islower, line)) > 2 * sum(map(str.isupper, line)) and len(line.split()) > 3:
                limit = start + length
                break
            length += len(line) + 1
    blank = _BLANK_LINE.search(text, start, limit)
    if not blank:
        return limit
    rest = text[blank.end() : limit].strip()
    goes_on = (
        rest
        and rest.count("\n") < 2
        and rest == rest.upper()
        and limit < len(text)
        and rest[0].isalpha()
        and rest[-1] != "."
        and not _ADDRESSEE.match(rest)
    )
    return limit if goes_on else blank.start()


@on_fragment
def find_subject(fragment: Fragment) -> str:
    """Find the subject of a cable.

    fragment (str | Fragment): The text.
    RETURNS (str): The subject without its portion mark, on one line; "" if there is none.
    """
    subject = read_subject(read_header(fragment))
    return subject.text if subject else ""
