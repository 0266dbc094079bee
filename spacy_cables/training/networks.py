"""The networks of a pipeline, to read weights from or to write them to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from thinc.api import Model


def iter_nodes(nlp: Language) -> Iterator[Model]:
    """The parts of all networks of a pipeline.

    nlp (Language): The pipeline.
    YIELDS (Model): Each network and the layers inside it, in the order of the components.
    """
    for _, component in nlp.pipeline:
        if isinstance(getattr(component, "model", None), Model):
            yield from component.model.walk()
