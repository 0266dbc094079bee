"""Where a system and the gold disagree, and how: for the confusion matrix and for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .matching import match

#: What a pair of a gold span and a prediction can be.
KINDS: tuple[str, ...] = ("correct", "boundary", "label", "label+boundary", "missed", "spurious")

# Column and row of the confusion matrix for spans that stand alone. No label has brackets.
MISSED = "(missed)"
SPURIOUS = "(spurious)"


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold span and the prediction that overlaps it, or one of the two alone.

    kind (str): One of `KINDS`.
    gold (tuple | None): The gold span.
    predicted (tuple | None): The prediction.
    """

    kind: str
    gold: CharSpan | None
    predicted: CharSpan | None


def iter_pairs(gold: LabelledText, predicted: LabelledText) -> Iterator[Pair]:
    """Pair the spans of a cable by overlap, preferring those of the same label.

    gold (LabelledText): The gold.
    predicted (LabelledText): The predictions over the same text.
    YIELDS (Pair): Each span once.
    """
    for each in match(gold.spans, predicted.spans, "type"):
        gold_span = None if each.gold is None else gold.spans[each.gold]
        span = None if each.predicted is None else predicted.spans[each.predicted]
        yield Pair(_kind(gold_span, span), gold_span, span)


def count_kinds(gold: Sequence[LabelledText], predicted: Sequence[LabelledText]) -> dict[str, int]:
    """How many pairs there are of each kind.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables with predictions.
    RETURNS (dict): The number by kind, in the order of `KINDS`.
    """
    counts = Counter(pair.kind for both in zip(gold, predicted, strict=True) for pair in iter_pairs(*both))
    return {kind: counts[kind] for kind in KINDS}


def confusion(gold: Sequence[LabelledText], predicted: Sequence[LabelledText]) -> dict[str, dict[str, int]]:
    """Which label became which, for spans that overlap; missed and spurious ones have a column and a row of their own.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables with predictions.
    RETURNS (dict): The number by gold label and predicted label. All rows have the same columns.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for both in zip(gold, predicted, strict=True):
        for pair in iter_pairs(*both):
            row = SPURIOUS if pair.gold is None else pair.gold[2]
            counts[row, MISSED if pair.predicted is None else pair.predicted[2]] += 1
    labels = sorted({label for cable in (*gold, *predicted) for _, _, label in cable.spans})
    return {row: {column: counts[row, column] for column in (*labels, MISSED)} for row in (*labels, SPURIOUS)}


def _kind(gold: CharSpan | None, predicted: CharSpan | None) -> str:
    if predicted is None:
        return "missed"
    if gold is None:
        return "spurious"
    wrong = [
        name
        for name, differs in (("label", gold[2] != predicted[2]), ("boundary", gold[:2] != predicted[:2]))
        if differs
    ]
    return "+".join(wrong) or "correct"
