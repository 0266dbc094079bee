"""From a `Doc` to a labelled text."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from ..text.labelled import LabelledText
from .white_space import count_words


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocText(LabelledText):
    """A labelled text that was read from a `Doc`.

    doc (Doc): The document.
    """

    doc: Doc

    @property
    def n_words(self) -> int:
        """The number of tokens that are no white space."""
        return count_words(self.doc)


def doc_to_labelled(doc: Doc) -> DocText:
    """Get the text of a Doc and its entities as character offsets.

    doc (Doc): The Doc. Its `_.cable` becomes the meta data, if set.
    RETURNS (DocText): The labelled text.
    """
    meta = doc._.cable or {}
    spans = tuple((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    cable_id, missing = str(meta.get("cable_id", "")), _find_missing(doc)
    return DocText(cable_id=cable_id, text=doc.text, spans=spans, meta=meta, missing=missing, doc=doc)


def _find_missing(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The character ranges of tokens without entity annotation. White space between two of them belongs to both."""
    found: list[tuple[int, int]] = []
    for index in (doc.to_array("ENT_IOB") == 0).nonzero()[0].tolist():
        token = doc[index]
        start, end = token.idx, token.idx + len(token.text_with_ws)
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)
