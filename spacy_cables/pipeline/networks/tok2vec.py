"""The networks under the entities: spaCy tok2vecs whose context reads on over line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import numpy
from spacy.attrs import IS_SPACE, NORM, ORTH
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, NumpyOps, Ops
from thinc.types import Floats2d

Vectors = list[Floats2d]


@registry.architectures("spacy_cables.CableTok2Vec.v1")
def build_cable_tok2vec(
    embed: Model[list[Doc], Vectors], encode: Model[Vectors, Vectors], context_free: bool = False
) -> Model[list[Doc], Vectors]:
    """Construct a tok2vec like `spacy.Tok2Vec.v2`, but with white space left out before words are encoded. So the
    words at both sides of a line end are neighbours, however a cable is wrapped. A token of white space (or of markup,
    see `CableTokenizer`) gets the vector of the word before it.

    embed (Model[List[Doc], List[Floats2d]]): Embed tokens into word vectors without context.
    encode (Model[List[Floats2d], List[Floats2d]]): Encode context into the embeddings.
    context_free (bool): Whether `embed` sees nothing of a word but its text and its norm, as hash embeddings and tables
        of vectors do. If so, each different word is embedded once, outside of training.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    """
    for node in (*embed.walk(), *encode.walk()):
        if type(node.ops) is NumpyOps:  # numpy's product of matrices is the faster one, see docs/experiments.md
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
    masks = [visible_words(doc) for doc in docs]
    visible = [ops.asarray(numpy.flatnonzero(mask)) for mask in masks]
    encoded, backprop_encode = encode([X[keep] for X, keep in zip(embedded, visible, strict=True)], is_train)
    output, backprop_spread = _spread(ops, encoded, masks)

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
    """The vectors of all words of documents, of which each different one is embedded once. Nothing learns by it."""
    keys = numpy.concatenate([doc.to_array([ORTH, NORM]) for doc in docs])
    if not len(keys):
        return embed(docs, False)
    different, rows = numpy.unique(keys, axis=0, return_inverse=True)
    words = Doc(docs[0].vocab, words=[docs[0].vocab.strings[orth] for orth in different[:, 0]])
    words.from_array([NORM], different[:, 1:])
    (vectors,) = embed.predict([words])
    ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
    return [vectors[embed.ops.asarray(index)] for index in numpy.split(rows.reshape(-1), ends)], lambda _: docs


@registry.architectures("spacy_cables.VisibleWords.v1")
def build_visible_words(
    tok2vec: Model[list[Doc], Vectors], frozen: bool = False, bfloat16: bool = False
) -> Model[list[Doc], Vectors]:
    """Construct a tok2vec that hands on documents without their white space and HTML tags to another tok2vec, such as
    a transformer, which would read a line end or a tag as words. A token of white space gets the vector of the word
    before it.

    tok2vec (Model[List[Doc], List[Floats2d]]): The tok2vec of the visible words.
    frozen (bool): Leave the tok2vec as it is: only what stands behind it learns.
    bfloat16 (bool): Let transformers multiply in bfloat16 on the CPU: several times as fast on processors with
        instructions for it (AVX512-BF16, AMX), slower on others.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    """
    return Model(
        "visible_words",
        _forward_words,
        init=_init_words,
        layers=[tok2vec],
        dims={"nO": tok2vec.get_dim("nO") if tok2vec.has_dim("nO") else None},
        attrs={"frozen": frozen, "bfloat16": bfloat16},
    )


def _init_words(model: Model[list[Doc], Vectors], X: list[Doc] | None = None, Y: Vectors | None = None) -> None:
    (tok2vec,) = model.layers
    tok2vec.initialize([_without_space(doc, visible_words(doc)) for doc in X] if X is not None else None)
    if tok2vec.has_dim("nO"):
        model.set_dim("nO", tok2vec.get_dim("nO"))


def _forward_words(
    model: Model[list[Doc], Vectors], docs: list[Doc], is_train: bool
) -> tuple[Vectors, Callable[[Vectors], list[Doc]]]:
    (tok2vec,) = model.layers
    masks = [visible_words(doc) for doc in docs]
    words = [_without_space(doc, mask) for doc, mask in zip(docs, masks, strict=True)]
    learns = is_train and not model.attrs["frozen"]
    with _bfloat16(tok2vec) if model.attrs["bfloat16"] else nullcontext():
        encoded, backprop_words = tok2vec(words, learns)
    output, backprop_spread = _spread(model.ops, encoded, masks)

    def backprop(d_output: Vectors) -> list[Doc]:
        if learns:
            backprop_words(backprop_spread(d_output))
        return docs

    return output, backprop


@contextmanager
def _bfloat16(tok2vec: Model[list[Doc], Vectors]) -> Iterator[None]:
    """Let transformers multiply in bfloat16. Their outputs are float32, the only one of the two that numpy knows."""
    import torch
    from spacy_transformers.layers import TransformerModel

    def widen(module: object, inputs: object, output: dict[str, torch.Tensor]) -> None:
        for name, value in output.items():
            output[name] = value.float()

    transformers = [node.transformer for node in tok2vec.walk() if isinstance(node, TransformerModel)]
    hooks = [transformer.register_forward_hook(widen) for transformer in transformers]
    try:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            yield
    finally:
        for hook in hooks:
            hook.remove()


def _without_space(doc: Doc, mask: numpy.ndarray) -> Doc:
    """A document of the visible words, with one blank where any white space stood."""
    if mask.all():
        return doc
    tokens = [token for token, keep in zip(doc, mask, strict=True) if keep]
    followed = [*mask[1:], True]  # by a word, or by nothing
    spaces = [bool(token.whitespace_) or not followed[token.i] for token in tokens]
    return Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces)


def _spread(ops: Ops, encoded: Vectors, masks: list[numpy.ndarray]) -> tuple[Vectors, Callable[[Vectors], Vectors]]:
    """Rows for all tokens from rows for the visible ones: each token takes the row of the last visible one up to it."""
    rows = [ops.asarray(numpy.maximum(mask.cumsum() - 1, 0).astype("int32")) for mask in masks]

    def backprop(d_output: Vectors) -> Vectors:
        d_encoded = []
        for dY, index, Y in zip(d_output, rows, encoded, strict=True):
            gradient = ops.alloc2f(*Y.shape)
            ops.scatter_add(gradient, index, dY)
            d_encoded.append(gradient)
        return d_encoded

    return [Y[index] for Y, index in zip(encoded, rows, strict=True)], backprop


def visible_words(doc: Doc) -> numpy.ndarray:
    """Find the words of a document, as the networks of cables read it.

    doc (Doc): The document.
    RETURNS (ndarray): Which tokens are no white space; all of them if there is nothing else.
    """
    mask = doc.to_array([IS_SPACE]).reshape(-1) == 0
    return mask if mask.any() else numpy.ones_like(mask)
