"""Pair predicted spans with gold spans: in the four modes of SemEval-2013 task 9.1, and by the kind of error."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from sys import maxsize
from types import MappingProxyType

from ..text.labelled import LabelledText
from ..text.offsets import CharSpan

#: strict: same bounds and label; exact: same bounds; partial: an overlap counts half; type: overlap and same label.
MODES: tuple[str, ...] = ("strict", "exact", "partial", "type")

#: The outcomes of a span. `incorrect` is a wrong label or wrong boundaries, depending on the mode.
OUTCOMES: tuple[str, ...] = ("correct", "incorrect", "partial", "missed", "spurious")

#: The kinds of pairs of gold and predicted spans.
KINDS: tuple[str, ...] = ("correct", "boundary", "label", "label+boundary", "missed", "spurious")


@dataclass(frozen=True, slots=True)
class Match:
    """A gold span and the prediction paired with it, or one of the two alone.

    outcome (str): One of `OUTCOMES`.
    gold (int | None): Index of the gold span, None if the prediction is spurious.
    predicted (int | None): Index of the prediction, None if the gold span is missed.
    """

    outcome: str
    gold: int | None
    predicted: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold span and an overlapping prediction, or one of the two alone.

    kind (str): One of `KINDS`.
    gold (tuple | None): The gold span, as (start_char, end_char, label).
    predicted (tuple | None): The prediction, likewise.
    """

    kind: str
    gold: CharSpan | None
    predicted: CharSpan | None


def overlaps(gold: Sequence[CharSpan], predicted: Sequence[CharSpan]) -> list[list[int]]:
    """Find, for each prediction, the gold spans that it overlaps by at least one percent of their length.

    gold (Sequence): The gold spans, in text order.
    predicted (Sequence): The predicted spans.
    RETURNS (list): For each prediction, the indices of gold spans, in order.
    """
    starts = [start for start, _, _ in gold]
    reach = list(
        accumulate((end for _, end, _ in gold), max)
    )  # never falls, so it can be bisected even if spans overlap
    found = []
    for start, end, _ in predicted:
        window = range(bisect_right(reach, start), bisect_left(starts, end))
        found.append([i for i in window if _overlap(gold[i], start, end)])
    return found


def match(
    gold: Sequence[CharSpan],
    predicted: Sequence[CharSpan],
    mode: str,
    candidates: Sequence[Sequence[int]] | None = None,
) -> list[Match]:
    """Pair each prediction with at most one unpaired gold span. Spans that agree exactly are paired first: those with
    the same bounds and label, then, unless labels are what counts, those with the same bounds. The other predictions
    follow in the order of the text, as in the evaluation script of SemEval-2013. No outcome depends on the order of
    labels in the alphabet.

    gold (Sequence): The gold spans, in text order.
    predicted (Sequence): The predicted spans, in text order.
    mode (str): One of `MODES`.
    candidates (Sequence | None): For each prediction, the gold spans it may be paired with. If None, those that it
        overlaps.
    RETURNS (list): One match for each prediction, then one for each unpaired gold span.
    """
    if candidates is None:
        candidates = overlaps(gold, predicted)
    paired = _pair_equal(gold, predicted, candidates, 3)
    if mode != "type":
        paired |= _pair_equal(gold, predicted, candidates, 2, paired)
    taken = set(paired.values())
    for _, group in groupby(range(len(predicted)), key=lambda index: predicted[index][:2]):
        indices = list(group)
        if mode == "type" and len(indices) > 1:  # of the same bounds, first those that can be right
            free_labels = {index: {gold[i][2] for i in candidates[index] if i not in taken} for index in indices}
            indices.sort(key=lambda index: predicted[index][2] not in free_labels[index])
        for index in indices:
            free = [i for i in candidates[index] if i not in taken]
            if index not in paired and free:
                paired[index] = _choose(index, free, gold, predicted, mode)
                taken.add(paired[index])
    matches = [
        Match(_outcome(gold[paired[index]], span, mode), paired[index], index)
        if index in paired
        else Match("spurious", None, index)
        for index, span in enumerate(predicted)
    ]
    matches.extend(Match("missed", index, None) for index in range(len(gold)) if index not in taken)
    return matches


def iter_pairs(gold: LabelledText, predicted: LabelledText) -> Iterator[Pair]:
    """Pair the spans of a cable by overlap, preferring pairs with the same label.

    gold (LabelledText): The gold cable.
    predicted (LabelledText): The predictions over the same text.
    YIELDS (Pair): The pairs. Each span is in one of them.
    """
    for each in match(gold.spans, predicted.spans, "type"):
        gold_span = None if each.gold is None else gold.spans[each.gold]
        span = None if each.predicted is None else predicted.spans[each.predicted]
        yield Pair(_kind(gold_span, span), gold_span, span)


def _pair_equal(
    gold: Sequence[CharSpan],
    predicted: Sequence[CharSpan],
    candidates: Sequence[Sequence[int]],
    size: int,
    paired: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, int]:
    """Pair the spans that are equal in their first elements and unpaired."""
    taken, found = set(paired.values()), {}
    for index, span in enumerate(predicted):
        equal = (i for i in candidates[index] if i not in taken and gold[i][:size] == span[:size])
        if index not in paired and (first := next(equal, None)) is not None:
            found[index] = first
            taken.add(first)
    return found


def _choose(index: int, free: list[int], gold: Sequence[CharSpan], predicted: Sequence[CharSpan], mode: str) -> int:
    """Choose the first gold span; in the mode `type`, the closest of the same label, or else the first that no later
    prediction has the label of."""
    if mode != "type":
        return free[0]
    start, end, label = predicted[index]
    if same := [i for i in free if gold[i][2] == label]:
        return min(same, key=lambda i: abs(gold[i][0] - start) + abs(gold[i][1] - end))
    first = [i for i in free if gold[i][:2] == gold[free[0]][:2]]
    return max(first, key=lambda i: _next_of_label(predicted, index, gold[i])) if len(first) > 1 else first[0]


def _next_of_label(predicted: Sequence[CharSpan], index: int, span: CharSpan) -> int:
    """The start of the next prediction that overlaps a gold span and has its label."""
    later = (
        start for start, end, label in predicted[index + 1 :] if label == span[2] and start < span[1] and span[0] < end
    )
    return next(later, maxsize)


def _outcome(gold: CharSpan, predicted: CharSpan, mode: str) -> str:
    if mode == "type":
        right = gold[2] == predicted[2]
    else:
        right = gold[:2] == predicted[:2] and (mode != "strict" or gold[2] == predicted[2])
    return "correct" if right else "partial" if mode == "partial" else "incorrect"


def _overlap(span: CharSpan, start: int, end: int) -> bool:
    shared = min(span[1], end) - max(span[0], start)
    return 100 * shared >= span[1] - span[0]


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
