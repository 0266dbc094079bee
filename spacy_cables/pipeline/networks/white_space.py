"""Skip white space in networks: find the words of a document, and spread their vectors over all tokens."""

from __future__ import annotations

from collections.abc import Callable

import numpy
from spacy.tokens import Doc
from thinc.api import Ops
from thinc.types import Floats2d

from ...tokens.white_space import find_white_space

#: For each document, a row for each of its tokens or words.
Vectors = list[Floats2d]


def find_words(doc: Doc) -> numpy.ndarray:
    """Find the words of a document: the tokens that a network reads.

    doc (Doc): The document.
    RETURNS (ndarray): Whether each token is a word. In a document of only white space, all tokens are.
    """
    mask = ~find_white_space(doc)
    return mask if mask.any() else numpy.ones_like(mask)


def spread(ops: Ops, vectors: Vectors, masks: list[numpy.ndarray]) -> tuple[Vectors, Callable[[Vectors], Vectors]]:
    """Give white space the vector of the word before it; at the start of a document, that of the first word.

    ops (Ops): The operations of the network.
    vectors (list): For each document, a row for each word.
    masks (list): For each document, which tokens are words.
    RETURNS (tuple): For each document, a row for each token; and the callback for backpropagation.
    """
    rows = [ops.asarray(numpy.maximum(mask.cumsum() - 1, 0).astype("int32")) for mask in masks]

    def backprop(d_output: Vectors) -> Vectors:
        d_vectors = []
        for dY, index, Y in zip(d_output, rows, vectors, strict=True):
            gradient = ops.alloc2f(*Y.shape)
            ops.scatter_add(gradient, index, dY)
            d_vectors.append(gradient)
        return d_vectors

    return [Y[index] for Y, index in zip(vectors, rows, strict=True)], backprop
