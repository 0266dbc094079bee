"""From a Doc to a labelled text."""

from __future__ import annotations

from spacy.tokens import Doc

from ..text.labelled import LabelledText


def doc_to_labelled(doc: Doc) -> LabelledText:
    """The text of a Doc and its entities in character offsets.

    doc (Doc): A Doc. Its `_.cable` is the meta data, if it is set.
    RETURNS (LabelledText): The labelled text.
    """
    meta = doc._.cable or {}
    spans = tuple((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return LabelledText(str(meta.get("cable_id", "")), doc.text, spans, meta)
