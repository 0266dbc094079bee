"""From a Doc to a labelled text."""

from __future__ import annotations

from spacy.tokens import Doc

from ..text.labelled import LabelledText
from .white_space import exact_ents, exact_text


def doc_to_labelled(doc: Doc) -> LabelledText:
    """The text of a Doc, with all of the cable's own white space, and its entities in character offsets.

    doc (Doc): A Doc. Its `_.cable` is the meta data, if it is set.
    RETURNS (LabelledText): The labelled text.
    """
    meta = doc._.cable or {}
    return LabelledText(str(meta.get("cable_id", "")), exact_text(doc), tuple(exact_ents(doc)), meta)
