"""Entities that follow from the layout of a cable: country codes in TAGS, and the signature."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

if TYPE_CHECKING:
    from ..anatomy import Piece

#: Two-letter TAGS that are organisations. The others are countries.
_ORGANISATIONS = frozenset({"EU", "UN"})


def with_header_entities(doc: Doc) -> list[Span]:
    """Add the entities that follow from the layout of a cable to those of a document. In TAGS, a code of two letters is
    a country (LOC), or the United Nations or the European Union (ORG). The signature is a person (PER). All other
    entities stay as they are. A text without a cable header gets none.

    doc (Doc): A document of a whole cable, with entities. It is not changed.
    RETURNS (list): The entities, in order.
    """
    # Imported here, since its patterns take long to compile.
    from ..anatomy import read_fragment, read_header, read_signature, read_tags

    fragment = read_fragment(doc.text)
    header = read_header(fragment)
    tags = read_tags(header)
    codes = [word for word in tags.words if len(word.text) == 2] if tags else []
    found = [(code, "ORG" if code.text in _ORGANISATIONS else "LOC") for code in codes]
    signature = read_signature(fragment) if header.is_cable else None
    if signature is not None:
        found.append((signature, "PER"))
    if not found:
        return list(doc.ents)
    starts = [token.idx for token in doc]
    spans = [_span(doc, starts, fragment.back(piece), label) for piece, label in found]
    sure = filter_spans(span for span in spans if span is not None)
    taken = {i for span in sure for i in range(span.start, span.end)}
    return sorted([*sure, *(ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end)))])


def _span(doc: Doc, starts: list[int], piece: Piece, label: str) -> Span | None:
    """The tokens of a piece, None if it does not start and end at token boundaries."""
    start = bisect_left(starts, piece.start_char)
    end = bisect_right(starts, piece.end_char - 1)
    if start >= end or starts[start] != piece.start_char:
        return None
    if starts[end - 1] + len(doc[end - 1].text) != piece.end_char:
        return None
    return Span(doc, start, end, label=label)
