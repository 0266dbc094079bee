"""The body of a cable: everything between the header and the signature, found in one pass."""

from __future__ import annotations

from dataclasses import dataclass

from ..pieces import Piece
from .heading_text import Heading
from .page_breaks import PageBreak
from .paragraphs import Layout, Paragraph, read_paragraphs
from .portion_marks import read_marks
from .redactions import find_redactions
from .summary_and_comments import Passage, read_comments, read_notes, read_summary


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a cable. Page breaks and redactions may also occur in the header.

    start_char (int): Start of the body, in characters.
    end_char (int): End of the body, exclusive.
    paragraphs, portion_marks, headings, comments, notes, page_breaks, redactions, stamps (tuple): The parts.
    summary (Passage | None): The summary.
    signature (Piece | None): The signature.
    """

    start_char: int
    end_char: int
    paragraphs: tuple[Paragraph, ...]
    portion_marks: tuple[Piece, ...]
    headings: tuple[Heading, ...]
    summary: Passage | None
    comments: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    page_breaks: tuple[PageBreak, ...]
    redactions: tuple[Piece, ...]
    stamps: tuple[Piece, ...]
    signature: Piece | None


def read_body(layout: Layout, start: int) -> Body:
    """Find the parts of a cable.

    layout (Layout): The boundaries in the cable.
    start (int): Start of the body, in characters.
    RETURNS (Body): The parts.
    """
    fragment = layout.fragment
    return Body(
        start_char=start,
        end_char=max(start, layout.body_end),
        paragraphs=tuple(read_paragraphs(layout)),
        portion_marks=tuple(read_marks(fragment, layout.starts, start)),
        headings=layout.headings,
        summary=read_summary(layout),
        comments=tuple(read_comments(layout)),
        notes=tuple(read_notes(layout)),
        page_breaks=layout.source.page_breaks,
        redactions=tuple(find_redactions(fragment)),
        stamps=tuple(layout.source.fragment.piece(*stamp) for stamp in layout.source.stamps),
        signature=layout.signature,
    )
