"""The architecture `VisibleWords`: wraps a tok2vec, such as a transformer, to hide line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import numpy
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model

from .white_space import Vectors, find_words, spread


@registry.architectures("spacy_cables.VisibleWords.v1")
def build_visible_words(
    tok2vec: Model[list[Doc], Vectors], frozen: bool = False, bfloat16: bool = False
) -> Model[list[Doc], Vectors]:
    """Construct a tok2vec that passes documents to another tok2vec without white space and HTML tags. A transformer
    would read a tag as words. A white-space token gets the vector of the word before it.

    tok2vec (Model[List[Doc], List[Floats2d]]): The tok2vec of the visible words.
    frozen (bool): Freeze the weights of the tok2vec: only the components that listen to it are trained.
    bfloat16 (bool): Run transformers in bfloat16 on the CPU: several times faster on processors with instructions for
        it (AVX512-BF16, AMX), slower on others.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    """
    return Model(
        "visible_words",
        _forward,
        init=_init,
        layers=[tok2vec],
        dims={"nO": tok2vec.get_dim("nO") if tok2vec.has_dim("nO") else None},
        attrs={"frozen": frozen, "bfloat16": bfloat16},
    )


def _init(model: Model[list[Doc], Vectors], X: list[Doc] | None = None, Y: Vectors | None = None) -> None:
    (tok2vec,) = model.layers
    tok2vec.initialize([_without_space(doc, find_words(doc)) for doc in X] if X is not None else None)
    if tok2vec.has_dim("nO"):
        model.set_dim("nO", tok2vec.get_dim("nO"))


def _forward(
    model: Model[list[Doc], Vectors], docs: list[Doc], is_train: bool
) -> tuple[Vectors, Callable[[Vectors], list[Doc]]]:
    (tok2vec,) = model.layers
    masks = [find_words(doc) for doc in docs]
    words = [_without_space(doc, mask) for doc, mask in zip(docs, masks, strict=True)]
    learns = is_train and not model.attrs["frozen"]
    with _bfloat16(tok2vec) if model.attrs["bfloat16"] else nullcontext():
        encoded, backprop_words = tok2vec(words, learns)
    output, backprop_spread = spread(model.ops, encoded, masks)

    def backprop(d_output: Vectors) -> list[Doc]:
        if learns:
            backprop_words(backprop_spread(d_output))
        return docs

    return output, backprop


@contextmanager
def _bfloat16(tok2vec: Model[list[Doc], Vectors]) -> Iterator[None]:
    """Run transformers in bfloat16. Their outputs are converted to float32, since numpy has no bfloat16."""
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
    """Make a document of the visible words, with one space for any white space."""
    if mask.all():
        return doc
    tokens = [token for token, keep in zip(doc, mask, strict=True) if keep]
    followed = [*mask[1:], True]  # by a word, or by the end
    spaces = [bool(token.whitespace_) or not followed[token.i] for token in tokens]
    return Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces)
