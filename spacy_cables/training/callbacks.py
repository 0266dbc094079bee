"""Start training from the weights of another pipeline, such as one pre-trained on silver."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import registry

from ..errors import CableError, Errors


@registry.callbacks("spacy_cables.start_from.v1")
def create_start_from(path: str | Path | None = None) -> Callable[[Language], Language]:
    """Create a callback for `[initialize.after_init]` that copies the weights of another pipeline: each trainable
    component gets those of the component of the same name.

    path (str | Path | None): The other pipeline. None for random initial weights.
    RETURNS (Callable): The callback. It raises CE402 for a trainable component that the other pipeline does not have.
    """

    def start_from(nlp: Language) -> Language:
        if path is None or not str(path):
            return nlp
        base = spacy.load(path)
        for name, component in nlp.pipeline:
            if getattr(component, "is_trainable", False):
                if name not in base.pipe_names:
                    raise CableError(Errors.CE402.format(path=path, name=name))
                component.from_bytes(base.get_pipe(name).to_bytes())
        return nlp

    return start_from
