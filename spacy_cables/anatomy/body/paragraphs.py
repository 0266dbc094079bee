"""Paragraphs: from one number to the next, without the heading or the signature that follows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ..pieces import Fragment, Piece, clean, clean_piece, on_fragment
from .bare_text import BareText, read_bare_text
from .heading_text import Heading
from .headings import read_headings
from .opening_words import ends
from .paragraph_starts import ParagraphStart, paragraph_starts
from .rules import RULE
from .signature import read_signature

_CLOSING = ",.;:!?)]'’"


@dataclass(frozen=True, slots=True)
class Paragraph(Piece):
    """A numbered paragraph, from its number to its last word.

    number (int): Its number.
    mark (Piece | None): Its portion mark, None if it has none; the text is the mark alone, as in "S/NF".
    content (Piece | None): Its text without number and mark; None if it is empty.
    """

    number: int = 0
    mark: Piece | None = None
    content: Piece | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The boundaries in a cable. All other parts are found between them.

    source (BareText): The text as given, its page breaks and stamps.
    fragment (Fragment): The text without them.
    starts (tuple): The paragraph starts.
    headings (tuple): The headings.
    signature (Piece | None): The signature.
    ends (tuple): Where the word END is, in characters.
    """

    source: BareText
    fragment: Fragment
    starts: tuple[ParagraphStart, ...]
    headings: tuple[Heading, ...]
    signature: Piece | None
    ends: tuple[int, ...]
    _numbers: tuple[int, ...] = field(repr=False, default=())
    _edges: tuple[int, ...] = field(repr=False, default=())

    @property
    def body_end(self) -> int:
        """The end of the body: the signature, else the end of the cable."""
        return self.signature.start_char if self.signature else self.source.end

    def start_at(self, offset: int) -> ParagraphStart | None:
        """The start of the paragraph that contains an offset."""
        index = bisect_right(self._numbers, offset) - 1
        return self.starts[index] if index >= 0 else None

    def starts_between(self, start: int, end: int) -> int:
        """The number of paragraphs that begin between two offsets."""
        return max(0, bisect_right(self._numbers, end - 1) - bisect_right(self._numbers, start))

    def heading_end(self, offset: int) -> int:
        """The end of the heading that contains an offset, 0 if none does."""
        index = bisect_right(self.headings, offset, key=lambda heading: heading.start_char) - 1
        end = self.headings[index].end_char if index >= 0 else 0
        return end if end > offset else 0

    def next_edge(self, offset: int) -> int:
        """The start of the next paragraph or heading after an offset, else the end of the body."""
        index = bisect_right(self._edges, offset)
        end = self.body_end if self.body_end > offset else max(self.source.end, offset)
        return min(self._edges[index], end) if index < len(self._edges) else end


def read_layout(fragment: Fragment) -> Layout:
    """Find the boundaries in a cable.

    fragment (Fragment): The text.
    RETURNS (Layout): Paragraph starts, headings and signature.
    """
    source = read_bare_text(fragment)
    bare = source.bare
    starts = tuple(paragraph_starts(bare))
    headings = tuple(read_headings(bare, starts))
    numbers = tuple(start.start for start in starts)
    edges = sorted([*numbers, *(heading.start_char for heading in headings if heading.style != "inline")])
    signature = read_signature(bare, _last_content(bare.text, starts))
    return Layout(source, bare, starts, headings, signature, tuple(ends(bare.text)), numbers, tuple(edges))


def _last_content(text: str, starts: tuple[ParagraphStart, ...]) -> int:
    """Where the content of the last paragraph begins; where its number does, if nothing is on the line of that."""
    if not starts:
        return 0
    last = starts[-1]
    return last.start if "\n" in text[last.start : last.content] else last.content


def read_paragraphs(layout: Layout) -> list[Paragraph]:
    """Read the paragraphs of a cable.

    layout (Layout): The boundaries in the cable.
    RETURNS (list): The paragraphs in text order.
    """
    fragment = layout.fragment
    text = fragment.text
    paragraphs = []
    for start in layout.starts:
        end = max(_without_rule(text, start.content, layout.next_edge(start.content)), start.content)
        content = fragment.piece(start.content, end)
        number = clean(text[start.start : start.content])
        if content.text:
            whole = f"{number} {content.text}" if content.text[0] not in _CLOSING else clean(text[start.start : end])
        else:
            whole, end = number, start.start + len(text[start.start : end].rstrip())
        paragraphs.append(
            clean_piece(Paragraph, whole, start.start, end, start.number, start.mark, content if content.text else None)
        )
    return paragraphs


def _without_rule(text: str, start: int, end: int) -> int:
    """Cut a rule off the end of a paragraph: it is the top of the next heading's box."""
    kept = text[start:end].rstrip()
    line = kept.rfind("\n") + 1
    last = kept[line:].strip()
    if last and RULE.fullmatch(last):
        return start + len(kept[:line].rstrip())
    return start + len(kept)


@on_fragment
def find_paragraphs(fragment: Fragment) -> list[Paragraph]:
    """Find the numbered paragraphs of a cable.

    fragment (str | Fragment): The text.
    RETURNS (list): The paragraphs in text order; their numbers rise by one or two.
    """
    return read_paragraphs(read_layout(fragment))
