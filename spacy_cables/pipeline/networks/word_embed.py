"""The architecture `WordEmbed`: hash embeddings, and the word vectors of another pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy
import spacy
from spacy.attrs import LOWER
from spacy.ml.featureextractor import FeatureExtractor
from spacy.ml.models import MultiHashEmbed
from spacy.ml.staticvectors import StaticVectors
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vectors import Mode, Vectors
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.initializers import glorot_uniform_init
from thinc.types import Floats2d, Ragged

from ...errors import CableError, Errors


@registry.architectures("spacy_cables.WordEmbed.v1")
def build_word_embed(
    width: int,
    attrs: Sequence[str],
    rows: Sequence[int],
    include_static_vectors: bool = True,
    word_vectors: str | None = None,
) -> Model[list[Doc], list[Floats2d]]:
    """Construct an embedding layer like `spacy.MultiHashEmbed.v2` that can also use the word vectors of another
    pipeline, such as general vectors trained on much more text beside vectors trained on cables. The vectors are read
    when the network is initialized, and are saved with it.

    width (int): The width of the output, and of the vector of each attribute and each vector table.
    attrs (Sequence): The token attributes with hash embeddings.
    rows (Sequence): The number of rows of each hash embedding.
    include_static_vectors (bool): Whether to also use the vectors of the vocabulary.
    word_vectors (str | None): A pipeline with word vectors, by name or folder. Words are looked up in lower case. None
        for plain `spacy.MultiHashEmbed.v2`.
    RETURNS (Model[List[Doc], List[Floats2d]]): The network.
    RAISES (CableError): On initialization, CE602 if the pipeline has no such vectors, CE603 if there is none.
    """
    if word_vectors is None:
        return MultiHashEmbed(width, list(attrs), list(rows), include_static_vectors)
    tables = [HashEmbed(width, size, column=i, seed=i, dropout=0.0) for i, size in enumerate(rows)]
    parts: list[Model] = [chain(FeatureExtractor(list(attrs)), list2ragged(), with_array(concatenate(*tables)))]
    if include_static_vectors:
        parts.append(StaticVectors(width, dropout=0.0))
    parts.append(_build_word_vectors(width, word_vectors))
    mix = Maxout(width, width * (len(tables) + len(parts) - 1), nP=3, dropout=0.0, normalize=True)
    return chain(concatenate(*parts), with_array(mix), ragged2list())


def _build_word_vectors(width: int, source: str) -> Model[list[Doc], Ragged]:
    """A layer that projects static word vectors to a width. The table is stored in the attributes of the layer, in half
    precision. (Not in `nlp.vocab.vectors`: once saved, it does not record that its words are in lower case.)
    """
    return Model(
        "word_vectors",
        _forward,
        init=partial(_init, source),
        params={"W": None},
        dims={"nO": width, "nM": None},
        attrs={"keys": None, "rows": None, "table": None},
    )


def _init(source: str, model: Model[list[Doc], Ragged], X: list[Doc] | None = None, Y: Ragged | None = None) -> None:
    try:
        vectors = spacy.load(source).vocab.vectors
    except OSError as error:
        raise CableError(Errors.CE603.format(path=source, reason=str(error).partition(".")[0])) from error
    if not isinstance(vectors, Vectors) or vectors.mode != Mode.default or not len(vectors.key2row):
        raise CableError(Errors.CE602.format(path=source))
    keys = numpy.fromiter(vectors.key2row.keys(), dtype="uint64")
    rows = numpy.fromiter(vectors.key2row.values(), dtype="int32")
    table = model.ops.to_numpy(vectors.data).astype("float16")
    order = keys.argsort()
    model.attrs.update(keys=keys[order], rows=rows[order], table=table)
    model.set_dim("nM", vectors.shape[1] + 1, force=True)
    model.set_param("W", glorot_uniform_init(model.ops, (model.get_dim("nO"), model.get_dim("nM"))))


def _forward(
    model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    ops, W = model.ops, model.get_param("W")
    keys, rows, table = (model.attrs[name] for name in ("keys", "rows", "table"))
    words = numpy.concatenate([keys[:0], *(doc.to_array([LOWER]).reshape(-1) for doc in docs)])
    places = numpy.minimum(keys.searchsorted(words), len(keys) - 1)
    known = keys[places] == words
    # The last column says whether the word has a vector.
    inputs = numpy.zeros((len(words), model.get_dim("nM")), dtype="float32")
    inputs[known, :-1] = table[rows[places[known]]]
    inputs[:, -1] = known
    X = ops.asarray2f(inputs)
    lengths = ops.asarray1i([len(doc) for doc in docs])

    def backprop(d_output: Ragged) -> list[Doc]:
        model.inc_grad("W", ops.gemm(d_output.dataXd, X, trans1=True))
        return []

    return Ragged(ops.gemm(X, W, trans2=True), lengths), backprop
