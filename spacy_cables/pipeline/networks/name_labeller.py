"""The architecture `NameLabeller` of `name_labels`: scores the labels of a name from all of its mentions."""

from __future__ import annotations

from collections.abc import Callable

from spacy.util import registry
from thinc.api import Dropout, Linear, Model, Relu, chain
from thinc.types import Floats2d, Ints2d

from .name_features import Names


@registry.architectures("spacy_cables.NameLabeller.v1")
def build_name_labeller(width: int, hidden_width: int = 128, dropout: float = 0.3) -> Model[Names, Floats2d]:
    """Construct a network that reads all mentions of a name and scores its labels. A score is the sum of the linear
    scores of the mentions and of a score from a hidden layer over the mean and the maximum of the mentions and the
    facts.

    width (int): The width of `doc.tensor`, set by an earlier `tok2vec`.
    hidden_width (int): The width of the hidden layers.
    dropout (float): The dropout rate of the hidden layers; `nlp.update` overrides it.
    RETURNS (Model[Names, Floats2d]): The network. Its output has a row of scores for each name.
    """
    read = chain(Relu(hidden_width, dropout=dropout), Relu(hidden_width))
    weigh: Model[Floats2d, Floats2d] = Linear()
    decide = chain(Dropout(dropout), Relu(hidden_width), Linear())
    return Model(
        "name_labeller",
        _forward,
        init=_init,
        layers=[read, weigh, decide],
        dims={"nO": None},
        attrs={"width": width},
    )


def _init(model: Model[Names, Floats2d], X: Names | None = None, Y: Floats2d | None = None) -> None:
    read, weigh, decide = model.layers
    if X is None or Y is None:
        return
    hidden = read.initialize(X.places).predict(X.places)
    weigh.initialize(X.places, Y)
    decide.initialize(_pool(model, hidden, X)[0], Y)
    model.set_dim("nO", Y.shape[1])


def _forward(
    model: Model[Names, Floats2d], names: Names, is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Names]]:
    read, weigh, decide = model.layers
    ops, counts = model.ops, names.counts
    hidden, backprop_read = read(names.places, is_train)
    shares, backprop_weigh = weigh(names.places, is_train)
    pooled, which = _pool(model, hidden, names)
    scores, backprop_decide = decide(pooled, is_train)

    def backprop(d_scores: Floats2d) -> Names:
        d_pooled = backprop_decide(d_scores)
        width = hidden.shape[1]
        d_hidden = ops.backprop_reduce_mean(ops.as_contig(d_pooled[:, :width]), counts)
        d_hidden += ops.backprop_reduce_max(ops.as_contig(d_pooled[:, width : 2 * width]), which, counts)
        backprop_read(d_hidden)
        backprop_weigh(ops.backprop_reduce_sum(d_scores, counts))
        return names

    return scores + ops.reduce_sum(shares, counts), backprop


def _pool(model: Model[Names, Floats2d], hidden: Floats2d, names: Names) -> tuple[Floats2d, Ints2d]:
    """A row for each name: the mean and maximum of its mentions, and its facts. Also returns the argmax."""
    ops = model.ops
    maximum, which = ops.reduce_max(hidden, names.counts)
    return ops.xp.hstack([ops.reduce_mean(hidden, names.counts), maximum, names.facts]), which
