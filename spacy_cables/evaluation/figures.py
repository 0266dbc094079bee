"""From counts to figures: every row's precision, recall and F1 with intervals, and the means over labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy

from .bootstrap import FloatArray, interval, precision_recall_f1, resample
from .matching import OUTCOMES
from .tally import Row, Tally

Interval: TypeAlias = tuple[float, float]
_NAMES = ("p", "r", "f")


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 of one row, as fractions.

    p, r, f (float): The scores; 0 where there is nothing to divide by.
    p_ci, r_ci, f_ci (tuple): 95 % intervals; None if fewer than two cables have a span in this row.
    counts (dict): How many spans had each outcome; empty for a mean over labels.
    """

    p: float
    r: float
    f: float
    p_ci: Interval | None
    r_ci: Interval | None
    f_ci: Interval | None
    counts: dict[str, int]

    @property
    def gold(self) -> int:
        """Spans in the gold."""
        return sum(self.counts.get(outcome, 0) for outcome in ("correct", "incorrect", "partial", "missed"))

    @property
    def predicted(self) -> int:
        """Spans predicted."""
        return sum(self.counts.get(outcome, 0) for outcome in ("correct", "incorrect", "partial", "spurious"))

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys."""
        scores = {name: round(getattr(self, name), 6) for name in _NAMES}
        bounds = {f"{name}_ci": _rounded(getattr(self, f"{name}_ci")) for name in _NAMES}
        return {**scores, **bounds, **self.counts}


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the second of two systems is above the first in one row, as fractions.

    p, r, f (float): Second minus first.
    p_ci, r_ci, f_ci (tuple): 95 % intervals from paired resampling; None as in `Figure`.
    """

    p: float
    r: float
    f: float
    p_ci: Interval | None
    r_ci: Interval | None
    f_ci: Interval | None

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys."""
        return {name: round(getattr(self, name), 6) for name in _NAMES} | {
            f"{name}_ci": _rounded(getattr(self, f"{name}_ci")) for name in _NAMES
        }


def make_figures(tally: Tally, n_bootstrap: int, seed: int) -> dict[Row, Figure]:
    """The figures of every row and, under the table "macro", their means over labels.

    tally (Tally): The counts.
    n_bootstrap (int): How often to resample; 0 for no intervals.
    seed (int): Seed of the resampling.
    RETURNS (dict): The figures by row.
    """
    rows, points = _with_macro(tally.rows, precision_recall_f1(tally.counts.sum(axis=0)))
    bounds = interval(_samples(tally, n_bootstrap, seed))
    enough = _several_cables(tally, rows)
    totals = tally.counts.sum(axis=0)
    figures = {}
    for index, row in enumerate(rows):
        counts = dict(zip(OUTCOMES, totals[index].tolist(), strict=True)) if index < len(tally.rows) else {}
        p, r, f = numpy.nan_to_num(points[index]).tolist()
        p_ci, r_ci, f_ci = _intervals(bounds[:, index], enough[index])
        figures[row] = Figure(p, r, f, p_ci, r_ci, f_ci, counts)
    return figures


def make_differences(first: Tally, second: Tally, n_bootstrap: int, seed: int) -> dict[Row, Difference]:
    """Second minus first in every row that both have, resampling the same cables for both.

    first (Tally): Counts of one system.
    second (Tally): Counts of another on the same cables.
    n_bootstrap (int): How often to resample; 0 for no intervals.
    seed (int): Seed of the resampling.
    RETURNS (dict): The differences by row.
    """
    shared = set(first.rows) & set(second.rows)
    first, second = _only(first, shared), _only(second, shared)
    rows, first_points = _with_macro(first.rows, precision_recall_f1(first.counts.sum(axis=0)))
    _, second_points = _with_macro(second.rows, precision_recall_f1(second.counts.sum(axis=0)))
    points = numpy.nan_to_num(second_points) - numpy.nan_to_num(first_points)
    bounds = interval(_samples(second, n_bootstrap, seed) - _samples(first, n_bootstrap, seed))
    enough = _several_cables(first, rows) & _several_cables(second, rows)
    return {
        row: Difference(*points[index].tolist(), *_intervals(bounds[:, index], enough[index]))
        for index, row in enumerate(rows)
    }


def _samples(tally: Tally, n_bootstrap: int, seed: int) -> FloatArray:
    found = [
        _with_macro(tally.rows, precision_recall_f1(totals))[1] for totals in resample(tally.counts, n_bootstrap, seed)
    ]
    return numpy.concatenate(found) if found else numpy.empty((0, len(_with_macro_rows(tally.rows)), len(_NAMES)))


def _with_macro(rows: tuple[Row, ...], scores: FloatArray) -> tuple[tuple[Row, ...], FloatArray]:
    """Append for each mode the mean over the labels that the gold has."""
    extended = _with_macro_rows(rows)
    means = []
    for _, _, mode in extended[len(rows) :]:
        by_label = scores[..., [i for i, row in enumerate(rows) if row[0] == "label" and row[2] == mode], :]
        in_gold = ~numpy.isnan(by_label[..., 1])
        number = in_gold.sum(axis=-1)[..., None]
        total = (numpy.nan_to_num(by_label) * in_gold[..., None]).sum(axis=-2)
        means.append(numpy.divide(total, number, out=numpy.full(total.shape, numpy.nan), where=number > 0))
    if not means:
        return extended, scores
    return extended, numpy.concatenate([scores, numpy.stack(means, axis=-2)], axis=-2)


def _with_macro_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    modes = dict.fromkeys(mode for table, _, mode in rows if table == "label")
    return (*rows, *(("macro", "", mode) for mode in modes))


def _several_cables(tally: Tally, rows: tuple[Row, ...]) -> numpy.typing.NDArray[numpy.bool_]:
    several = (tally.counts.sum(axis=-1) > 0).sum(axis=0) > 1
    overall = {row[2]: bool(several[index]) for index, row in enumerate(tally.rows) if row[0] == "all"}
    return numpy.array([*several.tolist(), *(overall[mode] for _, _, mode in rows[len(tally.rows) :])], dtype=bool)


def _only(tally: Tally, rows: Iterable[Row]) -> Tally:
    wanted = set(rows)
    places = [index for index, row in enumerate(tally.rows) if row in wanted]
    return Tally(tuple(tally.rows[index] for index in places), tally.counts[:, places])


def _intervals(bounds: FloatArray, enough: bool) -> list[Interval | None]:
    return [
        (float(low), float(high)) if enough and not numpy.isnan(low) else None
        for low, high in zip(bounds[0], bounds[1], strict=True)
    ]


def _rounded(bounds: Interval | None) -> list[float] | None:
    return None if bounds is None else [round(bound, 6) for bound in bounds]
