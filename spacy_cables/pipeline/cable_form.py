"""A component that marks the entities which the form of a cable gives away."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..tokens.form import mark_form


@Language.factory(
    "cable_form", requires=["doc.ents"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={}
)
def make_cable_form(nlp: Language, name: str) -> CableForm:
    """Create the component that a config names."""
    return CableForm(name)


class CableForm:
    """Mark the entities that the form of a cable gives away: the country codes in TAGS, the signature. An entity
    recogniser sees a few words at a time, and knows neither of the list that a code stands in nor of the end of the
    cable. Only for documents of whole cables. See `mark_form`.

    name (str): The name of the component.
    """

    def __init__(self, name: str = "cable_form") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark the entities of a document.

        doc (Doc): The document.
        RETURNS (Doc): The same document.
        """
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> list[Span]:
        """Find the entities that a document should have.

        doc (Doc): A document with entities.
        RETURNS (list): The entities, in order.
        """
        return mark_form(doc)

    def set_annotations(self, doc: Doc, spans: list[Span]) -> None:
        """Set the entities of a document.

        doc (Doc): The document.
        spans (list): All of its entities.
        """
        doc.set_ents(spans, default="outside")
