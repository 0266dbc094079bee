"""The network under `name_labels`: from all places of a name in a cable to its label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy
from spacy.tokens import Doc, Span
from spacy.util import registry
from thinc.api import Dropout, Linear, Model, Relu, chain
from thinc.types import Floats2d, Ints1d, Ints2d

from ...errors import CableError, Errors
from ...tokens.name_consistency import Name, name_of
from ...tokens.white_space import trim_spans
from .tok2vec import visible_words

#: Where the vectors around a place are taken: two words before it, its first, mean and last word, two words behind it.
_VECTORS = 7
#: How a name may be part of a longer one: as its last word, its first words or its last words.
_PARTS = 3
#: Names of one, two, or more words.
_LENGTHS = 3


#: The places of each name of a document.
Places = dict[Name, list[Span]]


@dataclass(slots=True)
class Names:
    """The names of a document, or of several, as the network sees them.

    places (Floats2d): A row for each place, name by name: the vectors around it, and the label that it has.
    counts (Ints1d): For each name the number of its places.
    facts (Floats2d): A row for each name: how often it has each label, and longer names that it is part of.
    """

    places: Floats2d
    counts: Ints1d
    facts: Floats2d


@registry.architectures("spacy_cables.NameLabeller.v1")
def build_name_labeller(width: int, hidden_width: int = 128, dropout: float = 0.3) -> Model[Names, Floats2d]:
    """Construct a network that reads all places of a name, and scores its labels. Each place adds its share; their mean
    and their maximum decide along with the facts.

    width (int): The width of `doc.tensor`, the vectors of the `tok2vec` before it.
    hidden_width (int): The width of the hidden layers.
    dropout (float): Dropout of these; `nlp.update` sets its own.
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
        end = hidden.shape[1]
        d_hidden = ops.backprop_reduce_mean(ops.as_contig(d_pooled[:, :end]), counts)
        d_hidden += ops.backprop_reduce_max(ops.as_contig(d_pooled[:, end : 2 * end]), which, counts)
        backprop_read(d_hidden)
        backprop_weigh(ops.backprop_reduce_sum(d_scores, counts))
        return names

    return scores + ops.reduce_sum(shares, counts), backprop


def _pool(model: Model[Names, Floats2d], hidden: Floats2d, names: Names) -> tuple[Floats2d, Ints2d]:
    ops = model.ops
    maximum, which = ops.reduce_max(hidden, names.counts)
    return ops.xp.hstack([ops.reduce_mean(hidden, names.counts), maximum, names.facts]), which


def places_of(doc: Doc) -> Places:
    """The places of each name of a document.

    doc (Doc): A document with entities.
    RETURNS (dict): For each name its entities, without the white space at their edges.
    """
    places: Places = defaultdict(list)
    for ent in trim_spans(doc.ents):
        places[name_of(ent)].append(ent)
    return dict(places)


def read_names(model: Model[Names, Floats2d], cables: Sequence[Places], labels: Sequence[str]) -> Names:
    """What the network sees of documents.

    model (Model): The network.
    cables (Sequence): The places of the names of each document, at least one of them with a name. The documents have
        the vectors of a `tok2vec` in `doc.tensor`.
    labels (Sequence): The labels.
    RETURNS (Names): The names, document by document, in the order of their places.
    RAISES (CableError): If the vectors have another width than the network is built for.
    """
    ops = model.ops
    rows, counts, facts = [], [], []
    for places in filter(None, cables):
        spans = [span for spans in places.values() for span in spans]
        own = numpy.asarray([[span.label_ == label for label in labels] for span in spans], dtype="float32")
        rows.append(ops.xp.hstack([_vectors(model, spans), ops.asarray2f(own)]))
        counts += [len(spans) for spans in places.values()]
        facts += _facts(places, labels)
    return Names(ops.xp.vstack(rows), ops.asarray1i(counts), ops.asarray2f(numpy.asarray(facts, dtype="float32")))


def sample_names(model: Model[Names, Floats2d], labels: Sequence[str]) -> Names:
    """A name with one place and nothing in it, of the shapes that the network is to be built for.

    model (Model): The network.
    labels (Sequence): The labels.
    RETURNS (Names): The name.
    """
    ops = model.ops
    return Names(
        places=ops.alloc2f(1, _VECTORS * model.attrs["width"] + len(labels)),
        counts=ops.asarray1i([1]),
        facts=ops.alloc2f(1, (2 + _PARTS) * len(labels) + _LENGTHS),
    )


def _vectors(model: Model[Names, Floats2d], spans: list[Span]) -> Floats2d:
    """A row of `_VECTORS` vectors for each span of a document. Words that are not there have a vector of zeros."""
    ops, width, doc = model.ops, model.attrs["width"], spans[0].doc
    if doc.tensor.shape != (len(doc), width):
        raise CableError(Errors.CE407.format(width=width, shape=doc.tensor.shape))
    words = numpy.flatnonzero(visible_words(doc))
    first = numpy.searchsorted(words, [span.start for span in spans])
    last = numpy.searchsorted(words, [span.end - 1 for span in spans])
    around = numpy.stack([first - 2, first - 1, first, last, last + 1, last + 2], axis=1)
    around[(around < 0) | (around >= len(words))] = len(words)
    vectors = ops.xp.vstack([ops.asarray2f(doc.tensor)[ops.asarray(words)], ops.alloc2f(1, width)])
    inside = numpy.concatenate([numpy.arange(start, end + 1) for start, end in zip(first, last, strict=True)])
    means = ops.reduce_mean(vectors[ops.asarray(inside)], ops.asarray1i(last + 1 - first))
    return ops.xp.hstack([vectors[ops.asarray(around)].reshape(len(spans), -1), means])


def _facts(places: Places, labels: Sequence[str]) -> list[numpy.ndarray]:
    """A row for each name, see `Names`."""
    votes = {name: Counter(span.label_ for span in spans) for name, spans in places.items()}
    longer: tuple[dict[Name, Counter[str]], ...] = tuple(defaultdict(Counter) for _ in range(_PARTS))
    for name, count in votes.items():
        for k in range(1, len(name)):
            if k == len(name) - 1:
                longer[0][name[k:]] += count
            longer[1][name[:k]] += count
            longer[2][name[k:]] += count
    rows = []
    for name, count in votes.items():
        own = numpy.asarray([count[label] for label in labels], dtype="float32")
        shares = own / max(own.sum(), 1)  # there may be other labels than the network knows
        parts = [part[name][label] for part in longer for label in labels]
        length = [len(name) == 1, len(name) == 2, len(name) > 2]
        rows.append(numpy.concatenate([numpy.log1p(own), shares, numpy.log1p(parts), length]))
    return rows
