"""From a `Doc` to a labelled text."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from ..text.labelled import LabelledText


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocText(LabelledText):
    """A labelled text that was read from a `Doc`.

    doc (Doc): The document.
    """

    doc: Doc


def doc_to_labelled(doc: Doc) -> DocText:
    """Get the text of a Doc and its entities as character offsets.

    doc (Doc): The Doc. Its `_.cable` becomes the meta data, if set.
    RETURNS (DocText): The labelled text.
    """
    meta = doc._.cable or {}
    spans = tuple((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return DocText(cable_id=str(meta.get("cable_id", "")), text=doc.text, spans=spans, meta=meta, doc=doc)
