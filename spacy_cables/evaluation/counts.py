"""Count matches over all cables: outcomes for every row, kinds of error, and label confusions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy

from ..text.labelled import LabelledText
from .breakdowns import Breakdown
from .matching import KINDS, OUTCOMES, Match, iter_pairs, match, overlaps
from .metrics import OutcomeCounts, Row

# The column and row of the confusion matrix for unpaired spans. No label has brackets.
MISSED = "(missed)"
SPURIOUS = "(spurious)"

_OUTCOME_INDEX = {outcome: index for index, outcome in enumerate(OUTCOMES)}


def count_outcomes(
    gold: Sequence[LabelledText],
    predicted: Sequence[LabelledText],
    modes: Sequence[str],
    breakdowns: Mapping[str, Breakdown],
) -> OutcomeCounts:
    """Match predictions with gold spans, and count the outcomes.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables, with predicted spans over the same texts.
    modes (Sequence): The modes to match in.
    breakdowns (Mapping): Tables in addition to "all". Spans are only matched within a key, so that a row is the score
        of its spans alone.
    RETURNS (OutcomeCounts): The counts by cable and row.
    """
    cells: dict[Row, Counter[tuple[int, int]]] = {("all", "", mode): Counter() for mode in modes}
    for index, (reference, system) in enumerate(zip(gold, predicted, strict=True)):
        for row, outcome in _outcomes(reference, system, modes, breakdowns):
            cells.setdefault(row, Counter())[index, _OUTCOME_INDEX[outcome]] += 1
    mode_order = {mode: index for index, mode in enumerate(modes)}
    table_order = {table: index for index, table in enumerate(("all", *breakdowns))}
    rows = tuple(sorted(cells, key=lambda row: (table_order[row[0]], row[1], mode_order[row[2]])))
    counts = numpy.zeros((len(gold), len(rows), len(OUTCOMES)), dtype=numpy.int64)
    for number, row in enumerate(rows):
        for (index, outcome_index), count in cells[row].items():
            counts[index, number, outcome_index] = count
    return OutcomeCounts(rows, counts)


def count_kinds(gold: Sequence[LabelledText], predicted: Sequence[LabelledText]) -> dict[str, int]:
    """Count the pairs of gold and predicted spans, by kind.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables with predictions.
    RETURNS (dict): The number by kind, in the order of `KINDS`.
    """
    counts = Counter(pair.kind for both in zip(gold, predicted, strict=True) for pair in iter_pairs(*both))
    return {kind: counts[kind] for kind in KINDS}


def count_confusions(gold: Sequence[LabelledText], predicted: Sequence[LabelledText]) -> dict[str, dict[str, int]]:
    """Count the confusion matrix of overlapping spans, with a column for missed and a row for spurious spans.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables with predictions.
    RETURNS (dict): The counts by gold label and predicted label. All rows have the same columns.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for both in zip(gold, predicted, strict=True):
        for pair in iter_pairs(*both):
            row = SPURIOUS if pair.gold is None else pair.gold[2]
            counts[row, MISSED if pair.predicted is None else pair.predicted[2]] += 1
    labels = sorted({label for cable in (*gold, *predicted) for _, _, label in cable.spans})
    return {row: {column: counts[row, column] for column in (*labels, MISSED)} for row in (*labels, SPURIOUS)}


def _outcomes(
    gold: LabelledText, predicted: LabelledText, modes: Sequence[str], breakdowns: Mapping[str, Breakdown]
) -> Iterator[tuple[Row, str]]:
    """Iterate over the outcomes of the spans of a cable, for each row."""
    candidates = overlaps(gold.spans, predicted.spans)
    overall = {mode: match(gold.spans, predicted.spans, mode, candidates) for mode in modes}
    for mode in modes:
        yield from ((("all", "", mode), each.outcome) for each in overall[mode])
    for table, breakdown in breakdowns.items():
        key_of = breakdown(gold)
        gold_keys = [key_of(span) for span in gold.spans]
        keys = [key_of(span) for span in predicted.spans]
        within = [[i for i in row if gold_keys[i] == key] for row, key in zip(candidates, keys, strict=True)]
        for mode in modes:
            matches = overall[mode] if within == candidates else match(gold.spans, predicted.spans, mode, within)
            yield from (((table, _key(each, gold_keys, keys), mode), each.outcome) for each in matches)


def _key(each: Match, gold_keys: list[str], keys: list[str]) -> str:
    if each.predicted is not None:
        return keys[each.predicted]
    assert each.gold is not None  # a match has at least one of the two
    return gold_keys[each.gold]
