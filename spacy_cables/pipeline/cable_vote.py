"""A component that lets several whole pipelines vote on the entities of a cable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config

from ..errors import CableError, Errors
from ..tokens.vote import relabel


@Language.factory("cable_vote", assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={})
def make_cable_vote(nlp: Language, name: str) -> CableVote:
    """Create the component that a config names. The pipelines are given in `[initialize.components.cable_vote]`."""
    return CableVote(name)


class CableVote:
    """Let pipelines vote on the entities of a document: what more than half of them find, boundaries and label alike,
    is an entity. They read the plain text, each with its own tokenizer, and are saved with the pipeline that they are
    in.

    name (str): The name of the component.
    """

    def __init__(self, name: str = "cable_vote") -> None:
        self.name = name
        self.voters: dict[str, Language] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that any of the pipelines knows."""
        found = {label for nlp in self.voters.values() for labels in nlp.pipe_labels.values() for label in labels}
        return tuple(sorted(found))

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]] | None = None,
        *,
        nlp: Language | None = None,
        models: dict[str, str] | None = None,
    ) -> None:
        """Load the pipelines that vote.

        get_examples (Callable | None): Not used.
        nlp (Language | None): Not used.
        models (dict | None): For what each pipeline is to be called, its name or path.
        """
        self.voters = {name: spacy.load(model) for name, model in (models or {}).items()}

    def __call__(self, doc: Doc) -> Doc:
        """Vote on a document.

        doc (Doc): The document.
        RETURNS (Doc): The same document.
        RAISES (CableError): CE405 if there are no pipelines.
        """
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Vote on documents.

        stream (Iterable): The documents.
        batch_size (int): Documents handed to a pipeline at once.
        YIELDS (Doc): The same documents.
        RAISES (CableError): CE405 if there are no pipelines.
        """
        if not self.voters:
            raise CableError(Errors.CE405.format(name=self.name))
        voters = list(self.voters.values())
        for doc in relabel(stream, voters, quorum=len(voters) // 2 + 1, models_only=True, batch_size=batch_size):
            doc.set_ents(list(doc.ents), default="outside")  # what they do not agree on is no entity
            yield doc

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Serialize the pipelines.

        exclude (Iterable): Ignored.
        RETURNS (bytes): The pipelines, each with its config.
        """
        parts = {name: [voter.config.to_str(), voter.to_bytes()] for name, voter in self.voters.items()}
        return bytes(srsly.msgpack_dumps(parts))

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> CableVote:
        """Load the pipelines.

        data (bytes): What `to_bytes` gave.
        exclude (Iterable): Ignored.
        RETURNS (CableVote): The component itself.
        """
        self.voters = {
            name: load_model_from_config(Config().from_str(config)).from_bytes(voter)
            for name, (config, voter) in srsly.msgpack_loads(data).items()
        }
        return self

    def to_disk(self, path: str | Path, *, exclude: Any = ()) -> None:
        """Save the pipelines, each in a folder of its name.

        path (str | Path): The folder.
        exclude (Iterable): Ignored.
        """
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, voter in self.voters.items():
            voter.to_disk(Path(path) / name)

    def from_disk(self, path: str | Path, *, exclude: Any = ()) -> CableVote:
        """Load the pipelines.

        path (str | Path): The folder.
        exclude (Iterable): Ignored.
        RETURNS (CableVote): The component itself.
        """
        folders = sorted(folder for folder in Path(path).iterdir() if folder.is_dir())
        self.voters = {folder.name: spacy.load(folder) for folder in folders}
        return self
