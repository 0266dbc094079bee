"""The trainable component `name_labels`: one label for each name of a cable, from all of its mentions."""

# No `from __future__ import annotations`: spaCy evaluates the annotations of `initialize`.
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Model, Optimizer, set_dropout_rate
from thinc.types import Floats2d

from .networks.name_features import Names, Places, places_of, read_names, sample_names

_DEFAULT_MODEL = {"@architectures": "spacy_cables.NameLabeller.v1", "width": 128}


@Language.factory(
    "name_labels",
    default_config={"model": _DEFAULT_MODEL},
    requires=["doc.ents", "doc.tensor"],
    assigns=["doc.ents", "token.ent_type"],
)
def make_name_labels(nlp: Language, name: str, model: Model[Names, Floats2d]) -> "NameLabels":
    """Create the component. The settings are those of `NameLabels`."""
    return NameLabels(nlp.vocab, model, name)


class NameLabels(TrainablePipe):
    """Relabels the entities of a document, with one label for each name. An entity recogniser has a short context. This
    component reads, for each name, the vectors around all of its mentions, their labels, and the longer names that
    contain it. It trains best on names that the recogniser has not seen: see `spacy_cables.unknown_names.v1`.

    vocab (Vocab): The vocabulary.
    model (Model[Names, Floats2d]): The network, such as `spacy_cables.NameLabeller.v1`.
    name (str): The name of the component.
    """

    def __init__(self, vocab: Vocab, model: Model[Names, Floats2d], name: str = "name_labels") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, list[str]] = {"labels": []}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels, in the order of the network's output."""
        return tuple(self.cfg["labels"])

    def predict(self, docs: Iterable[Doc]) -> list[list[Span]]:
        """Find the relabelled entities of documents.

        docs (Iterable): Documents with entities and vectors. They are not changed.
        RETURNS (list): The entities of each document, in order.
        """
        docs = list(docs)
        cables = [places_of(doc) for doc in docs]
        if not any(cables):
            return [[] for _ in docs]
        scores = self.model.predict(read_names(self.model, cables, self.labels))
        choices = iter(self.model.ops.to_numpy(scores).argmax(axis=1).tolist())
        return [
            sorted(
                Span(doc, span.start, span.end, label=self.labels[choice])
                for spans, choice in zip(places.values(), islice(choices, len(places)), strict=True)
                for span in spans
            )
            for doc, places in zip(docs, cables, strict=True)
        ]

    def set_annotations(self, docs: Iterable[Doc], spans: Iterable[list[Span]]) -> None:
        """Set the entities of documents.

        docs (Iterable): The documents.
        spans (Iterable): All entities of each document.
        """
        for doc, ents in zip(docs, spans, strict=True):
            doc.set_ents(ents, default="outside")

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Train on the predicted entities whose boundaries are also in the reference. Other predicted entities are
        ignored.

        examples (Iterable): The examples. Their predicted sides have entities and vectors from earlier components.
        drop (float): The dropout rate.
        sgd (Optimizer | None): The optimizer.
        losses (dict | None): The losses, updated in place.
        RETURNS (dict): The losses.
        """
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        examples = list(examples)
        cables = [places_of(example.predicted) for example in examples]
        pairs = zip(cables, examples, strict=True)
        targets = numpy.concatenate([_targets(places, example.reference, self.labels) for places, example in pairs])
        if not targets.any():
            return losses
        set_dropout_rate(self.model, drop)
        scores, backprop = self.model.begin_update(read_names(self.model, cables, self.labels))
        loss, d_scores = self.get_loss(scores, targets)
        backprop(d_scores)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] += loss
        return losses

    def get_loss(self, scores: Floats2d, targets: numpy.ndarray) -> tuple[float, Floats2d]:
        """Compute the cross entropy of the scores and the label counts of the reference. Names are weighted by the
        square root of their number of mentions.

        scores (Floats2d): A row of scores for each name.
        targets (ndarray): A row of counts for each name. Rows of zeros are ignored.
        RETURNS (tuple): The loss, and its gradient with respect to the scores.
        """
        ops = self.model.ops
        counts = targets.sum(axis=1, keepdims=True)
        weights = ops.asarray2f(numpy.sqrt(counts) / numpy.sqrt(counts).sum())
        shares = ops.asarray2f(targets / numpy.maximum(counts, 1))
        guesses = ops.softmax(scores)
        loss = -(weights * shares * ops.xp.log(guesses + 1e-9)).sum()
        return float(loss), weights * (guesses - shares)

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Sequence[str] | None = None,
    ) -> None:
        """Prepare for training.

        get_examples (Callable): Returns examples. If `labels` is None, the labels of their entities are used.
        nlp (Language | None): The pipeline.
        labels (Sequence | None): The labels.
        """
        if labels is None:
            labels = sorted({ent.label_ for example in get_examples() for ent in example.reference.ents})
        self.cfg["labels"] = list(labels)
        for label in self.labels:
            self.vocab.strings.add(label)
        self.model.initialize(X=sample_names(self.model, self.labels), Y=self.model.ops.alloc2f(1, len(labels)))


def _targets(places: Places, reference: Doc, labels: Sequence[str]) -> numpy.ndarray:
    """Count, for each name, the labels in the reference at the same positions."""
    label_at = {(ent.start_char, ent.end_char): ent.label_ for ent in reference.ents}
    rows = []
    for spans in places.values():
        found = Counter(label_at.get((span.start_char, span.end_char)) for span in spans)
        rows.append([found[label] for label in labels])
    return numpy.asarray(rows, dtype="float32").reshape(-1, len(labels))
