"""The component `name_consistency`: one label for each name of a cable, by a vote of all of its mentions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..tokens.name_consistency import with_consistent_names
from .entity_component import EntityComponent


@Language.factory(
    "name_consistency",
    default_config={"surname_weight": 2.0, "min_ratio": 1.0, "min_length": 3},
    requires=["doc.ents"],
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
)
def make_name_consistency(
    nlp: Language, name: str, surname_weight: float, min_ratio: float, min_length: int
) -> NameConsistency:
    """Create the component. The settings are those of `NameConsistency`."""
    return NameConsistency(name, surname_weight=surname_weight, min_ratio=min_ratio, min_length=min_length)


class NameConsistency(EntityComponent):
    """Makes the entities of a document consistent. An entity recogniser has a short context, but a cable introduces a
    person once with full name and office, and then uses the surname alone. See `with_consistent_names`.

    name (str): The name of the component.
    surname_weight (float): How many votes the full name of a person gives to its last word.
    min_ratio (float): Mark missed mentions of a name if its votes are at least this many times the misses.
    min_length (int): Missed mentions of names with fewer characters are not marked.
    """

    def __init__(
        self,
        name: str = "name_consistency",
        *,
        surname_weight: float = 2.0,
        min_ratio: float = 1.0,
        min_length: int = 3,
    ) -> None:
        super().__init__(name)
        self.surname_weight = surname_weight
        self.min_ratio = min_ratio
        self.min_length = min_length

    def predict(self, doc: Doc) -> list[Span]:
        """Find the revised entities of a document.

        doc (Doc): A document with entities.
        RETURNS (list): The entities, in order.
        """
        return with_consistent_names(
            doc, surname_weight=self.surname_weight, min_ratio=self.min_ratio, min_length=self.min_length
        )
