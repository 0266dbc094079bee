"""Count outcomes cable by cable, for every row of every table: what scores and their intervals are computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy
import numpy.typing

from ..text.labelled import LabelledText
from ..text.offsets import CharSpan
from .matching import OUTCOMES, Match, match, overlaps

#: Table ("all", "label", "post", ...), key in it ("", "PER", "LONDON", ...) and mode.
Row: TypeAlias = tuple[str, str, str]
#: Takes a cable and returns what takes a span of it to a key.
Breakdown: TypeAlias = Callable[[LabelledText], Callable[[CharSpan], str]]
IntArray: TypeAlias = numpy.typing.NDArray[numpy.int64]

_OUTCOME_INDEX = {outcome: index for index, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes by cable and row.

    rows (tuple): The rows, `(table, key, mode)`.
    counts (ndarray): Integers of the shape (cables, rows, outcomes), outcomes as in `OUTCOMES`.
    """

    rows: tuple[Row, ...]
    counts: IntArray


def by_label(cable: LabelledText) -> Callable[[CharSpan], str]:
    """The breakdown that is always made: a span's key is its label."""
    return lambda span: span[2]


def tally(
    gold: Sequence[LabelledText],
    predicted: Sequence[LabelledText],
    modes: Sequence[str],
    breakdowns: Mapping[str, Breakdown],
) -> Tally:
    """Match each cable's predictions with its gold spans and count.

    gold (Sequence): The gold cables.
    predicted (Sequence): The same cables with predicted spans, over the same texts.
    modes (Sequence): The modes to match in.
    breakdowns (Mapping): Tables to be made beside "all". A span is matched within its key only, so the rows of a table
        are what comes out if everything else is taken away.
    RETURNS (Tally): The counts.
    """
    cells: dict[Row, dict[tuple[int, int], int]] = {("all", "", mode): {} for mode in modes}
    for index, (reference, system) in enumerate(zip(gold, predicted, strict=True)):
        for row, outcome in _outcomes(reference, system, modes, breakdowns):
            cell = cells.setdefault(row, {})
            place = (index, _OUTCOME_INDEX[outcome])
            cell[place] = cell.get(place, 0) + 1
    mode_order = {mode: index for index, mode in enumerate(modes)}
    table_order = {table: index for index, table in enumerate(("all", *breakdowns))}
    rows = tuple(sorted(cells, key=lambda row: (table_order[row[0]], row[1], mode_order[row[2]])))
    counts = numpy.zeros((len(gold), len(rows), len(OUTCOMES)), dtype=numpy.int64)
    for number, row in enumerate(rows):
        for (index, outcome_index), count in cells[row].items():
            counts[index, number, outcome_index] = count
    return Tally(rows, counts)


def _outcomes(
    gold: LabelledText, predicted: LabelledText, modes: Sequence[str], breakdowns: Mapping[str, Breakdown]
) -> list[tuple[Row, str]]:
    candidates = overlaps(gold.spans, predicted.spans)
    overall = {mode: match(gold.spans, predicted.spans, mode, candidates) for mode in modes}
    found = [(("all", "", mode), each.outcome) for mode in modes for each in overall[mode]]
    for table, breakdown in breakdowns.items():
        key_of = breakdown(gold)
        gold_keys = [key_of(span) for span in gold.spans]
        keys = [key_of(span) for span in predicted.spans]
        within = [[i for i in row if gold_keys[i] == key] for row, key in zip(candidates, keys, strict=True)]
        for mode in modes:
            matches = overall[mode] if within == candidates else match(gold.spans, predicted.spans, mode, within)
            found.extend(((table, _key(each, gold_keys, keys), mode), each.outcome) for each in matches)
    return found


def _key(each: Match, gold_keys: list[str], keys: list[str]) -> str:
    if each.predicted is not None:
        return keys[each.predicted]
    assert each.gold is not None  # a match holds one of the two at least
    return gold_keys[each.gold]
