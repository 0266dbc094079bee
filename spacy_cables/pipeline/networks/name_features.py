"""The features of `name_labels`: all mentions of each name of a cable."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from spacy.tokens import Doc, Span
from thinc.api import Model
from thinc.types import Floats2d, Ints1d

from ...errors import CableError, Errors
from ...tokens.name_consistency import Name, name_of
from ...tokens.white_space import trim_spans
from .white_space import find_words

#: Vectors of each mention: of the two words before it, its first and last word, the two words after it, and the mean of
#: its words.
_VECTORS = 7
#: How a name can be part of a longer one: its last word, its first words, its last words.
_LONGER = 3
#: Lengths of names: one word, two, or more.
_LENGTHS = 3

#: The mentions of each name of a document.
Places = dict[Name, list[Span]]


@dataclass(slots=True)
class Names:
    """The features of the names of one or more documents.

    places (Floats2d): A row for each mention, name by name: the vectors in and around it, and its label.
    counts (Ints1d): The number of mentions of each name.
    facts (Floats2d): A row for each name: the shares of its labels, those of the longer names that contain it, and
        whether it has one word, two, or more.
    """

    places: Floats2d
    counts: Ints1d
    facts: Floats2d


def places_of(doc: Doc) -> Places:
    """Find all mentions of each name of a document.

    doc (Doc): A document with entities.
    RETURNS (dict): The entities of each name, with white space at their edges trimmed.
    """
    places: Places = defaultdict(list)
    for ent in trim_spans(doc.ents):
        places[name_of(ent)].append(ent)
    return dict(places)


def read_names(model: Model[Names, Floats2d], cables: Sequence[Places], labels: Sequence[str]) -> Names:
    """Compute the features of the names of documents.

    model (Model): The network.
    cables (Sequence): The mentions of the names of each document, at least one in total. The documents have the
        vectors of a `tok2vec` in `doc.tensor`.
    labels (Sequence): The labels.
    RETURNS (Names): The features, document by document.
    RAISES (CableError): CE601 if the width of the vectors is not that of the network.
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
    """Make a name with one mention and all features zero, from which the network can infer its shapes.

    model (Model): The network.
    labels (Sequence): The labels.
    RETURNS (Names): The name.
    """
    ops = model.ops
    return Names(
        places=ops.alloc2f(1, _VECTORS * model.attrs["width"] + len(labels)),
        counts=ops.asarray1i([1]),
        facts=ops.alloc2f(1, (2 + _LONGER) * len(labels) + _LENGTHS),
    )


def _vectors(model: Model[Names, Floats2d], spans: list[Span]) -> Floats2d:
    """A row of `_VECTORS` vectors for each span of a document: zeros for words before its start and after its end."""
    ops, width, doc = model.ops, model.attrs["width"], spans[0].doc
    if doc.tensor.shape != (len(doc), width):
        raise CableError(Errors.CE601.format(width=width, shape=doc.tensor.shape))
    words = numpy.flatnonzero(find_words(doc))
    first = numpy.searchsorted(words, [span.start for span in spans])
    last = numpy.searchsorted(words, [span.end - 1 for span in spans])
    around = numpy.stack([first - 2, first - 1, first, last, last + 1, last + 2], axis=1)
    around[(around < 0) | (around >= len(words))] = len(words)
    vectors = ops.xp.vstack([ops.asarray2f(doc.tensor)[ops.asarray(words)], ops.alloc2f(1, width)])
    inside = numpy.concatenate([numpy.arange(start, end + 1) for start, end in zip(first, last, strict=True)])
    means = ops.reduce_mean(vectors[ops.asarray(inside)], ops.asarray1i(last + 1 - first))
    return ops.xp.hstack([vectors[ops.asarray(around)].reshape(len(spans), -1), means])


def _facts(places: Places, labels: Sequence[str]) -> list[numpy.ndarray]:
    """A row for each name: see `Names`."""
    votes = {name: Counter(span.label_ for span in spans) for name, spans in places.items()}
    longer: tuple[dict[Name, Counter[str]], ...] = tuple(defaultdict(Counter) for _ in range(_LONGER))
    for name, count in votes.items():
        for k in range(1, len(name)):
            if k == len(name) - 1:
                longer[0][name[k:]] += count
            longer[1][name[:k]] += count
            longer[2][name[k:]] += count
    rows = []
    for name, count in votes.items():
        own = numpy.asarray([count[label] for label in labels], dtype="float32")
        shares = own / max(own.sum(), 1)  # there may be labels that the network does not know
        parts = [part[name][label] for part in longer for label in labels]
        length = [len(name) == 1, len(name) == 2, len(name) > 2]
        rows.append(numpy.concatenate([numpy.log1p(own), shares, numpy.log1p(parts), length]))
    return rows
