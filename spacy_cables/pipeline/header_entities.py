"""The component `header_entities`: country codes in TAGS, and the signature."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..tokens.header_entities import with_header_entities
from .entity_component import EntityComponent


@Language.factory(
    "header_entities", requires=["doc.ents"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={}
)
def make_header_entities(nlp: Language, name: str) -> HeaderEntities:
    """Create the component."""
    return HeaderEntities(name)


class HeaderEntities(EntityComponent):
    """Marks country codes in TAGS, and the signature. An entity recogniser with a short context does not know that a
    code is in a list of TAGS, or that a name is at the end of the cable. Only for whole cables. See
    `with_header_entities`.

    name (str): The name of the component.
    """

    def __init__(self, name: str = "header_entities") -> None:
        super().__init__(name)

    def predict(self, doc: Doc) -> list[Span]:
        """Find the revised entities of a document.

        doc (Doc): A document with entities.
        RETURNS (list): The entities, in order.
        """
        return with_header_entities(doc)
