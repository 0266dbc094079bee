"""Metrics: precision, recall and F1 of every row with intervals, and macro averages over labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy

from .bootstrap import FloatArray, IntArray, interval, resample
from .matching import OUTCOMES

#: A table ("all", "label", "post", ...), a key in it ("", "PER", "LONDON", ...) and a mode.
Row: TypeAlias = tuple[str, str, str]
Interval: TypeAlias = tuple[float, float]
_NAMES = ("p", "r", "f")


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """The outcomes of spans, counted by cable and row.

    rows (tuple): The rows, `(table, key, mode)`.
    counts (ndarray): Integers of shape (cables, rows, outcomes), with the outcomes of `OUTCOMES`.
    """

    rows: tuple[Row, ...]
    counts: IntArray

    def only(self, rows: set[Row]) -> OutcomeCounts:
        """Select some of the rows.

        rows (set): The rows.
        RETURNS (OutcomeCounts): Their counts, in the same order.
        """
        places = [index for index, row in enumerate(self.rows) if row in rows]
        return OutcomeCounts(tuple(self.rows[index] for index in places), self.counts[:, places])


@dataclass(frozen=True, slots=True)
class PRF:
    """Precision, recall and F1 as fractions.

    p, r, f (float): The values.
    p_ci, r_ci, f_ci (tuple | None): The 95 % intervals; None if fewer than two cables have a span in this row.
    """

    p: float
    r: float
    f: float
    p_ci: Interval | None
    r_ci: Interval | None
    f_ci: Interval | None

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        values = {name: round(getattr(self, name), 6) for name in _NAMES}
        return values | {f"{name}_ci": _rounded(getattr(self, f"{name}_ci")) for name in _NAMES}

    def cells(self, *, signed: bool = False) -> list[str]:
        """Format the metrics as percentages with intervals, for a row of a table.

        signed (bool): Show a plus sign.
        RETURNS (list): Precision, recall and F1.
        """
        return [percent(getattr(self, name), getattr(self, f"{name}_ci"), signed=signed) for name in _NAMES]


@dataclass(frozen=True, slots=True)
class Score(PRF):
    """Precision, recall and F1 of one row; 0 if the denominator is 0.

    counts (dict): The number of spans by outcome; empty for a macro average.
    """

    counts: dict[str, int]

    @property
    def gold(self) -> int:
        """The number of gold spans."""
        return sum(self.counts.get(outcome, 0) for outcome in ("correct", "incorrect", "partial", "missed"))

    @property
    def predicted(self) -> int:
        """The number of predicted spans."""
        return sum(self.counts.get(outcome, 0) for outcome in ("correct", "incorrect", "partial", "spurious"))

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        return {**PRF.to_dict(self), **self.counts}


@dataclass(frozen=True, slots=True)
class Difference(PRF):
    """The difference between two systems in one row, second minus first, with intervals from paired resampling."""


def percent(value: float, bounds: Interval | None = None, *, signed: bool = False) -> str:
    """Format a fraction as a percentage, with its interval.

    value (float): The fraction.
    bounds (tuple | None): The interval.
    signed (bool): Show a plus sign.
    RETURNS (str): Such as `81.3 (79.9-82.6)`.
    """
    sign = "+" if signed else ""
    text = f"{100 * value:{sign}.1f}"
    # A difference may be negative, so its bounds are not joined by a hyphen.
    between = " to " if signed else "-"
    return text if bounds is None else f"{text} ({between.join(f'{100 * bound:{sign}.1f}' for bound in bounds)})"


def precision_recall_f1(totals: IntArray | FloatArray) -> FloatArray:
    """Compute the metrics from counts of outcomes. In the partial mode, a partial match counts half.

    totals (ndarray): Counts. The last axis is `OUTCOMES`.
    RETURNS (ndarray): The last axis is precision, recall and F1; NaN if there is nothing to count.
    """
    correct, incorrect, partial, missed, spurious = numpy.moveaxis(numpy.asarray(totals, dtype=float), -1, 0)
    credit = correct + partial / 2
    actual = correct + incorrect + partial + spurious
    possible = correct + incorrect + partial + missed
    with numpy.errstate(divide="ignore", invalid="ignore"):
        scores = [credit / actual, credit / possible, 2 * credit / (actual + possible)]
    return numpy.stack(scores, axis=-1)


def compute_scores(counts: OutcomeCounts, n_bootstrap: int, seed: int) -> dict[Row, Score]:
    """Compute the scores of every row and, in the table "macro", their averages over labels.

    counts (OutcomeCounts): The counts.
    n_bootstrap (int): Number of bootstrap samples; 0 for no intervals.
    seed (int): The random seed of the bootstrap.
    RETURNS (dict): The scores by row.
    """
    totals = counts.counts.sum(axis=0)
    rows, values = _with_macro(counts.rows, precision_recall_f1(totals))
    bounds = interval(_samples(counts, n_bootstrap, seed), len(counts.counts))
    enough = _several_cables(counts, rows)
    scores = {}
    for index, row in enumerate(rows):
        outcomes = dict(zip(OUTCOMES, totals[index].tolist(), strict=True)) if index < len(counts.rows) else {}
        p, r, f = numpy.nan_to_num(values[index]).tolist()
        p_ci, r_ci, f_ci = _intervals(bounds[:, index], enough[index])
        scores[row] = Score(p, r, f, p_ci, r_ci, f_ci, outcomes)
    return scores


def compute_differences(
    first: OutcomeCounts, second: OutcomeCounts, n_bootstrap: int, seed: int
) -> dict[Row, Difference]:
    """Compute second minus first for every row that both have, with the same cables resampled for both.

    first (OutcomeCounts): The counts of one system.
    second (OutcomeCounts): The counts of another on the same cables.
    n_bootstrap (int): Number of bootstrap samples; 0 for no intervals.
    seed (int): The random seed of the bootstrap.
    RETURNS (dict): The differences by row.
    """
    shared = set(first.rows) & set(second.rows)
    first, second = first.only(shared), second.only(shared)
    rows, first_values = _with_macro(first.rows, precision_recall_f1(first.counts.sum(axis=0)))
    _, second_values = _with_macro(second.rows, precision_recall_f1(second.counts.sum(axis=0)))
    values = numpy.nan_to_num(second_values) - numpy.nan_to_num(first_values)
    samples = _samples(second, n_bootstrap, seed) - _samples(first, n_bootstrap, seed)
    bounds = interval(samples, len(first.counts))
    enough = _several_cables(first, rows) & _several_cables(second, rows)
    return {
        row: Difference(*values[index].tolist(), *_intervals(bounds[:, index], enough[index]))
        for index, row in enumerate(rows)
    }


def _samples(counts: OutcomeCounts, n_bootstrap: int, seed: int) -> FloatArray:
    """The metrics of every bootstrap sample, by row."""
    found = [
        _with_macro(counts.rows, precision_recall_f1(totals))[1]
        for totals in resample(counts.counts, n_bootstrap, seed)
    ]
    return numpy.concatenate(found) if found else numpy.empty((0, len(_with_macro_rows(counts.rows)), len(_NAMES)))


def _with_macro(rows: tuple[Row, ...], values: FloatArray) -> tuple[tuple[Row, ...], FloatArray]:
    """Append, for each mode, the mean over the labels in the gold."""
    extended = _with_macro_rows(rows)
    means = []
    for _, _, mode in extended[len(rows) :]:
        by_label = values[..., [i for i, row in enumerate(rows) if row[0] == "label" and row[2] == mode], :]
        in_gold = ~numpy.isnan(by_label[..., 1])
        number = in_gold.sum(axis=-1)[..., None]
        total = (numpy.nan_to_num(by_label) * in_gold[..., None]).sum(axis=-2)
        means.append(numpy.divide(total, number, out=numpy.full(total.shape, numpy.nan), where=number > 0))
    if not means:
        return extended, values
    return extended, numpy.concatenate([values, numpy.stack(means, axis=-2)], axis=-2)


def _with_macro_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    modes = dict.fromkeys(mode for table, _, mode in rows if table == "label")
    return (*rows, *(("macro", "", mode) for mode in modes))


def _several_cables(counts: OutcomeCounts, rows: tuple[Row, ...]) -> numpy.typing.NDArray[numpy.bool_]:
    """Whether more than one cable has a span in each row. For a macro average, all spans count."""
    several = (counts.counts.sum(axis=-1) > 0).sum(axis=0) > 1
    overall = {row[2]: bool(several[index]) for index, row in enumerate(counts.rows) if row[0] == "all"}
    return numpy.array([*several.tolist(), *(overall[mode] for _, _, mode in rows[len(counts.rows) :])], dtype=bool)


def _intervals(bounds: FloatArray, enough: bool) -> list[Interval | None]:
    return [
        (float(low), float(high)) if enough and not numpy.isnan(low) else None
        for low, high in zip(bounds[0], bounds[1], strict=True)
    ]


def _rounded(bounds: Interval | None) -> list[float] | None:
    return None if bounds is None else [round(bound, 6) for bound in bounds]
