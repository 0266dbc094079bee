"""The architecture `CableTok2Vec`: a tok2vec that skips line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Callable

import numpy
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, NumpyOps

from .white_space import Vectors, find_words, spread


@registry.architectures("spacy_cables.CableTok2Vec.v1")
def build_cable_tok2vec(
    embed: Model[list[Doc], Vectors], encode: Model[Vectors, Vectors], context_free: bool = False
) -> Model[list[Doc], Vectors]:
    """Construct a tok2vec like `spacy.Tok2Vec.v2` that removes white space and HTML tags before words are encoded. The
    words before and after a line end are then neighbours, however a cable is wrapped. A white-space token gets the
    vector of the word before it.

    embed (Model[List[Doc], List[Floats2d]]): Embed tokens into word vectors without context.
    encode (Model[List[Floats2d], List[Floats2d]]): Encode context into the embeddings.
    context_free (bool): Whether `embed` depends only on the text and the norm of a word, as hash embeddings and vector
        tables do. If so, each distinct word is embedded once in prediction. Training embeds every token.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    """
    for node in (*embed.walk(), *encode.walk()):
        if type(node.ops) is NumpyOps:  # numpy multiplies matrices of this size faster than BLIS
            node.ops = NumpyOps(use_blis=False)
    return Model(
        "cable_tok2vec",
        _forward,
        init=_init,
        layers=[embed, encode],
        dims={"nO": encode.get_dim("nO") if encode.has_dim("nO") else None},
        refs={"embed": embed, "encode": encode},
        attrs={"context_free": context_free},
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
    once = model.attrs["context_free"] and not is_train
    embedded, backprop_embed = _embed_once(embed, docs) if once else embed(docs, is_train)
    masks = [find_words(doc) for doc in docs]
    visible = [ops.asarray(numpy.flatnonzero(mask)) for mask in masks]
    encoded, backprop_encode = encode([X[keep] for X, keep in zip(embedded, visible, strict=True)], is_train)
    output, backprop_spread = spread(ops, encoded, masks)

    def backprop(d_output: Vectors) -> list[Doc]:
        d_encoded = backprop_spread(d_output)
        d_embedded = []
        for dX, X, keep in zip(backprop_encode(d_encoded), embedded, visible, strict=True):
            gradient = ops.alloc2f(*X.shape)
            gradient[keep] = dX
            d_embedded.append(gradient)
        return backprop_embed(d_embedded)

    return output, backprop


def _embed_once(embed: Model[list[Doc], Vectors], docs: list[Doc]) -> tuple[Vectors, Callable[[Vectors], list[Doc]]]:
    """Embed each distinct word of some documents once. For prediction only."""
    keys = numpy.concatenate([doc.to_array([ORTH, NORM]) for doc in docs])
    if not len(keys):
        return embed(docs, False)
    different, rows = numpy.unique(keys, axis=0, return_inverse=True)
    words = Doc(docs[0].vocab, words=[docs[0].vocab.strings[orth] for orth in different[:, 0]])
    words.from_array([NORM], different[:, 1:])
    (vectors,) = embed.predict([words])
    borders = numpy.cumsum([len(doc) for doc in docs])[:-1]
    indices = numpy.split(rows.reshape(-1), borders)
    return [vectors[embed.ops.asarray(index)] for index in indices], lambda _: docs
