"""SUBJECT: what a cable is about, and the portion mark of that line."""

from __future__ import annotations

import re

from ..lexicon.portion_marks import MARK, mark_text
from ..pieces import Fragment, Piece, clean, on_fragment
from .field_labels import Header, Label, read_header

_STOPS = re.compile(
    r"\n\s{0,3}(?:SIPDIS|REF(?:S|TELS?)?\b(?! ?[A-Z]{3,} [A-Z])|E ?\. ?O ?\.|¶|\( ?(?:S|C|U|SBU|S/NF"
    r"|C/NF)(?: ?//? ?NF)? ?\)\s|Q\.\s"
    r"|1 ?\. |(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s*\n|TAGS\b|Summary\b|SUMMARY\b|FOR [A-Z/]+ FROM"
    r"|FROM (?:AMBASSADOR|CHARGE|DCM))"
    r"|\bCLASSIFIED BY\b|\bClassified By\b|\s¶|\bREFS? ?:|\bREFTELS? ?:"
    r"|\n[ \t]{0,9}[-=*_]{4}| -{6}|(?:\.\.\.|…)(?=\s+\d{3})| (?=Summary -{3})|\bDERIVED FROM\b"
)
_LABEL_AGAIN = re.compile(r"\s*(?:SUBJECT|SUBJ) ?[:;]\s*", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# Where line ends were lost, the first paragraph follows on the same line with its mark.
_CLOSING_MARK = re.compile(rf"(?<=[^\n]{{8}})\s{MARK.pattern}(?= [A-Z][a-z]|\s*\Z)")
_LONGEST = 900


def subject_piece(header: Header) -> tuple[Piece, Piece | None] | None:
    """The subject and its portion mark. Where the line stands twice, the first that is not cut short counts.

    header (Header): The header.
    RETURNS (Optional[tuple]): The subject, and its portion mark if it has one; None if there is no subject.
    """
    found = []
    for label in header.labels:
        if label.kind == "subject":
            piece = _read(header, label)
            if piece and piece[0].text:
                found.append(piece)
    whole = [piece for piece in found if not piece[0].text.endswith(("...", "…"))]
    return next(iter(whole or found), None)


def _read(header: Header, label: Label) -> tuple[Piece, Piece | None] | None:
    text = header.fragment.text
    limit = min(header.end, label.end + _LONGEST)
    for other in header.labels:
        if other.start >= label.end:
            limit = min(limit, other.start)
            break
    start = label.end
    while start < limit and (text[start].isspace() or text[start] in ":;.-"):
        start += 1
    stop = _STOPS.search(text, start, limit)
    if stop:
        limit = stop.start()
    end = _last_line(text, start, limit)
    mark = None
    found = MARK.match(text, start, end)
    if found:
        mark = Piece(mark_text(found["inside"]), *found.span())
        start = found.end()
        while start < end and (text[start].isspace() or text[start] in ":;.-"):
            start += 1
    closing = _CLOSING_MARK.search(text, start, end)
    if closing and text[start : closing.start()].isupper():
        if not mark and not text[closing.end() : end].strip():
            mark = Piece(mark_text(closing["inside"]), closing.start() + 1, closing.end())
        end = closing.start()
    piece = header.fragment.piece(start, end)
    # A word broken at the line end is one word again.
    joined = re.sub(r"(?<=[A-Za-z])-\s*\n\s*(?=[A-Za-z])", "-", text[piece.start_char : piece.end_char])
    return Piece(clean(joined), piece.start_char, piece.end_char), mark


def _last_line(text: str, start: int, limit: int) -> int:
    """Where the lines of the subject end: capitals end at a line in small letters, and anything at a blank line, unless
    capitals go on behind it right up to the next field."""
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
    lines = rest.split("\n")
    if (
        rest
        and len(lines) <= 2
        and rest == rest.upper()
        and limit < len(text)
        and rest[0].isalpha()
        and rest[-1] != "."
    ):
        return limit
    return blank.start()


@on_fragment
def find_subject(fragment: Fragment) -> str:
    """Find the subject of a cable.

    fragment (Union[str, Fragment]): The text.
    RETURNS (str): The subject without its portion mark, on one line; "" if there is none.
    """
    found = subject_piece(read_header(fragment))
    return found[0].text if found else ""
