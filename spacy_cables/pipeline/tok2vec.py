"""The network under the entities: a spaCy tok2vec whose context reads on over line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Callable

import numpy
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.types import Floats2d

Vectors = list[Floats2d]


@registry.architectures("spacy_cables.CableTok2Vec.v1")
def build_cable_tok2vec(embed: Model[list[Doc], Vectors], encode: Model[Vectors, Vectors]) -> Model[list[Doc], Vectors]:
    """Construct a tok2vec like `spacy.Tok2Vec.v2`, but with white space left out before words are encoded. So the
    words at both sides of a line end are neighbours, however a cable is wrapped. A token of white space (or of markup,
    see `CableTokenizer`) gets the vector of the word before it.

    embed (Model[List[Doc], List[Floats2d]]): Embed tokens into word vectors without context.
    encode (Model[List[Floats2d], List[Floats2d]]): Encode context into the embeddings.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    """
    return Model(
        "cable_tok2vec",
        _forward,
        init=_init,
        layers=[embed, encode],
        dims={"nO": encode.get_dim("nO") if encode.has_dim("nO") else None},
        refs={"embed": embed, "encode": encode},
    )


def _init(model: Model[list[Doc], Vectors], X: list[Doc] | None = None, Y: Vectors | None = None) -> None:
    embed, encode = model.layers
    embed.initialize(X)
    encode.initialize(embed.predict(X) if X is not None else None, Y)


def _forward(
    model: Model[list[Doc], Vectors], docs: list[Doc], is_train: bool
) -> tuple[Vectors, Callable[[Vectors], list[Doc]]]:
    embed, encode = model.layers
    ops = model.ops
    embedded, backprop_embed = embed(docs, is_train)
    masks = [_visible(doc) for doc in docs]
    visible = [ops.asarray(numpy.flatnonzero(mask)) for mask in masks]
    # For each token the row of the last visible token up to it.
    rows = [ops.asarray(numpy.maximum(mask.cumsum() - 1, 0).astype("int32")) for mask in masks]
    encoded, backprop_encode = encode([X[keep] for X, keep in zip(embedded, visible, strict=True)], is_train)

    def backprop(d_output: Vectors) -> list[Doc]:
        d_encoded = []
        for dY, index, Y in zip(d_output, rows, encoded, strict=True):
            gradient = ops.alloc2f(*Y.shape)
            ops.scatter_add(gradient, index, dY)
            d_encoded.append(gradient)
        d_embedded = []
        for dX, X, keep in zip(backprop_encode(d_encoded), embedded, visible, strict=True):
            gradient = ops.alloc2f(*X.shape)
            gradient[keep] = dX
            d_embedded.append(gradient)
        return backprop_embed(d_embedded)

    return [Y[index] for Y, index in zip(encoded, rows, strict=True)], backprop


def _visible(doc: Doc) -> numpy.ndarray:
    """Which tokens are no white space; all of them if there is nothing else."""
    mask = doc.to_array([IS_SPACE]).reshape(-1) == 0
    return mask if mask.any() else numpy.ones_like(mask)
