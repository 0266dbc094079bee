"""The component `name_consistency`: one name, one label, wherever it stands in a cable."""

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
    """Create the component that a config names. The settings are those of `NameConsistency`."""
    return NameConsistency(name, surname_weight=surname_weight, min_ratio=min_ratio, min_length=min_length)


class NameConsistency(EntityComponent):
    """Make the entities of a document consistent. An entity recogniser sees a few words at a time; a cable introduces
    a person once with name and office, and then speaks of the surname alone. See `with_consistent_names`.

    name (str): The name of the component.
    surname_weight (float): How many votes a person's full name has on its last word alone.
    min_ratio (float): Mark a name where it was missed, if its votes are at least this many times the misses.
    min_length (int): Names of fewer characters are not marked where they were missed.
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
        """Find the entities that a document should have.

        doc (Doc): A document with entities.
        RETURNS (list): The entities, in order.
        """
        return with_consistent_names(
            doc, surname_weight=self.surname_weight, min_ratio=self.min_ratio, min_length=self.min_length
        )
