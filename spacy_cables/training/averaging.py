"""Average the weights of pipelines that were trained from one start, for one that does better than each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model

from ..errors import CableError, Errors


def average_models(models: Sequence[str | Path], output: str | Path) -> int:
    """Save a pipeline whose weights are the means of those of several pipelines. They must have the same config and
    come from the same start, such as one training on silver, after which each saw gold in another order; the means of
    weights that did not start together are worth nothing.

    models (Sequence): The pipelines, by name or path. All but the weights is the first one's.
    output (str | Path): The folder to write.
    RETURNS (int): How many numbers were averaged.
    RAISES (CableError): CE406 for a pipeline with other networks than the first one, or with networks of PyTorch.
    """
    pipelines = [spacy.load(model) for model in models]
    first, shape = pipelines[0], _shape(pipelines[0])
    count = 0
    for model, nlp in zip(models, pipelines, strict=True):
        if _shape(nlp) != shape or any(node.shims for node in _nodes(nlp)):
            raise CableError(Errors.CE406.format(path=model, first=models[0]))
    for nodes in zip(*map(_nodes, pipelines), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                mean = sum(node.get_param(name) for node in nodes) / len(nodes)
                nodes[0].set_param(name, mean)
                count += mean.size
    Path(output).mkdir(parents=True, exist_ok=True)
    first.to_disk(output)
    return count


def _shape(nlp: Language) -> list[tuple[str, str, object]]:
    """What two pipelines have to agree on: the names and sizes of all weights."""
    return [
        (node.name, name, node.get_param(name).shape if node.has_param(name) else None)
        for node in _nodes(nlp)
        for name in sorted(node.param_names)
    ]


def _nodes(nlp: Language) -> Iterator[Model]:
    """All networks of a pipeline, each with the layers inside it, in the order of the components."""
    for _, component in nlp.pipeline:
        if isinstance(getattr(component, "model", None), Model):
            yield from component.model.walk()
