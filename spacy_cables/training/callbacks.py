"""Start training from the weights of another pipeline: the second half of training on silver first and gold after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import registry
from thinc.api import Model

from ..errors import CableError, Errors
from .networks import iter_nodes


@registry.callbacks("spacy_cables.start_from.v1")
def create_start_from(path: str | Path | None = None, words_only: bool = False) -> Callable[[Language], Language]:
    """Create a callback for `[initialize.after_init]` that gives the trainable components of a pipeline the weights
    that the components of the same names have in another pipeline.

    path (str | Path | None): The other pipeline. None to start from random weights.
    words_only (bool): Take only the network `CableTok2Vec`, in whatever component it is: to start a pipeline with a
        transformer from one without.
    RETURNS (Callable): The callback.
    """

    def start_from(nlp: Language) -> Language:
        if path is None or not str(path):
            return nlp
        base = spacy.load(path)
        if words_only:
            for target, source in zip(_networks(nlp, path), _networks(base, path), strict=True):
                target.from_bytes(source.to_bytes())
            return nlp
        for name, component in nlp.pipeline:
            if getattr(component, "is_trainable", False):
                if name not in base.pipe_names:
                    raise CableError(Errors.CE402.format(path=path, name=name))
                component.from_bytes(base.get_pipe(name).to_bytes())
        return nlp

    return start_from


def _networks(nlp: Language, path: str | Path) -> list[Model]:
    """The networks of a pipeline that `spacy_cables.CableTok2Vec.v1` made."""
    found = [node for node in iter_nodes(nlp) if node.name == "cable_tok2vec"]
    if not found:
        raise CableError(Errors.CE404.format(path=path))
    return found
