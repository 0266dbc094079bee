"""The base class of components that revise the entities of a document by rule."""

from __future__ import annotations

from abc import ABC, abstractmethod

from spacy.tokens import Doc, Span

from ..tokens.white_space import trim_spans


class EntityComponent(ABC):
    """A component that takes a document with entities and revises them.

    name (str): The name of the component.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Revise the entities of a document.

        doc (Doc): The document.
        RETURNS (Doc): The same document.
        """
        self.set_annotations(doc, self.predict(doc))
        return doc

    @abstractmethod
    def predict(self, doc: Doc) -> list[Span]:
        """Find the revised entities of a document.

        doc (Doc): A document with entities. It is not changed.
        RETURNS (list): The entities, in order.
        """

    def set_annotations(self, doc: Doc, spans: list[Span]) -> None:
        """Set the entities of a document, with white space at their edges trimmed.

        doc (Doc): The document.
        spans (list): All of its entities.
        """
        doc.set_ents(trim_spans(spans), default="outside")
