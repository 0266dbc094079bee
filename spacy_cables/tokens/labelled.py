"""From a Doc to a labelled text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.labelled import LabelledText

if TYPE_CHECKING:
    from spacy.tokens import Doc


def doc_to_labelled(doc: Doc) -> LabelledText:
    """The text of a Doc with its entities in character offsets.

    doc (Doc): A Doc. Its `_.cable` is the meta data, if it is set.
    RETURNS (LabelledText): The labelled text.
    """
    cable = (doc._.cable if doc.has_extension("cable") else None) or {}
    spans = tuple((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return LabelledText(str(cable.get("id", "")), doc.text, spans, cable)
