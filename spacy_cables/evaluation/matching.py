"""Pair predicted spans with gold spans: in the four modes of SemEval-2013 task 9.1, and by the kind of error."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

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
    """Pair each prediction, in order, with at most one unpaired gold span.

    gold (Sequence): The gold spans, in text order.
    predicted (Sequence): The predicted spans, in text order.
    mode (str): One of `MODES`.
    candidates (Sequence | None): For each prediction, the gold spans it may be paired with. If None, those that it
        overlaps.
    RETURNS (list): One match for each prediction, then one for each unpaired gold span.
    """
    if candidates is None:
        candidates = overlaps(gold, predicted)
    free = [True] * len(gold)
    matches = []
    for index, span in enumerate(predicted):
        outcome, paired = _choose(span, [i for i in candidates[index] if free[i]], gold, mode)
        if paired is not None:
            free[paired] = False
        matches.append(Match(outcome, paired, index))
    matches.extend(Match("missed", index, None) for index, is_free in enumerate(free) if is_free)
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


def _choose(span: CharSpan, candidates: list[int], gold: Sequence[CharSpan], mode: str) -> tuple[str, int | None]:
    start, end, label = span
    if mode == "type":
        same = [i for i in candidates if gold[i][2] == label]
        if same:
            return "correct", min(same, key=lambda i: abs(gold[i][0] - start) + abs(gold[i][1] - end))
    else:
        for i in candidates:
            if gold[i][0] == start and gold[i][1] == end and (mode != "strict" or gold[i][2] == label):
                return "correct", i
    if candidates:
        return "partial" if mode == "partial" else "incorrect", candidates[0]
    return "spurious", None


def _overlap(span: CharSpan, start: int, end: int) -> bool:
    shared = min(span[1], end) - max(span[0], start)
    return shared > 0 and 100 * shared >= span[1] - span[0]


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
