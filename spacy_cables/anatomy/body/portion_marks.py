"""The portion marks of a cable: of paragraphs, and of headings, items and sentences between them."""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon.portion_marks import MARK, mark_text
from ..pieces import Fragment, Piece, clean_piece, on_fragment
from .paragraph_starts import ParagraphStart, paragraph_starts


def read_marks(fragment: Fragment, starts: Iterable[ParagraphStart], floor: int) -> list[Piece]:
    """Read the portion marks of paragraphs, and of headings, items and sentences between them.

    fragment (Fragment): The text.
    starts (Iterable): The paragraph starts.
    floor (int): Start of the body, in characters. Before it, letters in brackets number the references.
    RETURNS (list): The marks in text order.
    """
    marks = {start.mark.start_char: start.mark for start in starts if start.mark}
    for match in MARK.finditer(fragment.text, floor):
        if match.start() in marks:
            continue
        before = fragment.text[max(0, match.start() - 8) : match.start()].rstrip(" \t")
        if not before or before[-1] in '\n.:;-*•)"”]' or before[-1].isdecimal() or before[-1] == "¶":
            marks[match.start()] = clean_piece(Piece, mark_text(match["inside"]), *match.span())
    return [marks[start] for start in sorted(marks)]


@on_fragment
def find_portion_marks(fragment: Fragment) -> list[Piece]:
    """Find portion marks: (C), (SBU), (S//NF), (C - ENTIRE TEXT), (S/REL TO USA, ISAF).

    fragment (str | Fragment): The text.
    RETURNS (list): The marks. Offsets include the brackets, the text does not.
    """
    return read_marks(fragment, paragraph_starts(fragment), 0)
