"""Means with standard deviations: over cables, and over the runs of one system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from ..text.tables import Table
from .bootstrap import FloatArray
from .metrics import OutcomeCounts, Row, Score, precision_recall_f1


@dataclass(frozen=True, slots=True)
class Spread:
    """Means of precision, recall and F1 as fractions, with sample standard deviations.

    p, r, f (float): The means.
    p_std, r_std, f_std (float): The standard deviations; 0 for a single value.
    n (int): The number of cables or runs.
    """

    p: float
    r: float
    f: float
    p_std: float
    r_std: float
    f_std: float
    n: int

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        return {name: value if name == "n" else round(value, 6) for name, value in self._items()}

    def cells(self) -> list[str]:
        """Format the means as percentages, for a row of a table.

        RETURNS (list): Precision, recall and F1, such as `81.3 ± 2.4`, and the number.
        """
        pairs = ((self.p, self.p_std), (self.r, self.r_std), (self.f, self.f_std))
        return [*(f"{100 * mean:.1f} ± {100 * deviation:.1f}" for mean, deviation in pairs), str(self.n)]

    def _items(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in ("p", "r", "f", "p_std", "r_std", "f_std", "n")]


@dataclass(frozen=True, slots=True)
class Runs:
    """The mean scores of several runs of one system, such as models trained with different seeds.

    name (str): The name of the system.
    rows (Mapping): The mean and deviation of each row (table, key, mode) that all runs have.
    """

    name: str
    rows: Mapping[Row, Spread]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        return {
            "name": self.name,
            "micro": {mode: spread.to_dict() for (table, _, mode), spread in self.rows.items() if table == "all"},
            "macro": {mode: spread.to_dict() for (table, _, mode), spread in self.rows.items() if table == "macro"},
            "labels": {
                key: spread.to_dict()
                for (table, key, mode), spread in self.rows.items()
                if (table, mode) == ("label", "strict")
            },
        }


def over_cables(counts: OutcomeCounts) -> dict[str, Spread]:
    """Compute the mean of the scores of single cables, in which each counts alike however many names it has: the
    document average of the HIPE scorer. Cables are left out of a mean whose denominator is 0 for them.

    counts (OutcomeCounts): The counts by cable and row.
    RETURNS (dict): The means by mode; the number is that of the cables with any span.
    """
    found = {}
    for index, (table, _, mode) in enumerate(counts.rows):
        if table == "all":
            scores = precision_recall_f1(counts.counts[:, index])
            found[mode] = _spread(scores, int((~numpy.isnan(scores[:, 2])).sum()))
    return found


def over_runs(name: str, runs: Sequence[Mapping[Row, Score]]) -> Runs:
    """Compute the mean of the scores of several runs.

    name (str): The name of the system.
    runs (Sequence): The scores of each run by row.
    RETURNS (Runs): The means.
    """
    shared = [row for row in runs[0] if all(row in run for run in runs)]
    values = {row: numpy.array([[run[row].p, run[row].r, run[row].f] for run in runs]) for row in shared}
    return Runs(name, {row: _spread(scores, len(runs)) for row, scores in values.items()})


def spread_table(title: str, counted: str, spreads: Mapping[str, Spread]) -> Table:
    """Make a table of means.

    title (str): The title.
    counted (str): What the mean is over, such as `cables`.
    spreads (Mapping): The means by the text of the first column.
    RETURNS (Table): The table.
    """
    return Table(
        title, ["", "P", "R", "F1", counted], [[name, *each.cells()] for name, each in spreads.items()], "lrrrr"
    )


def _spread(scores: FloatArray, number: int) -> Spread:
    """The spread of scores of shape (cables or runs, 3), in which NaNs are ignored."""
    columns = [column[~numpy.isnan(column)] for column in scores.T]
    p, r, f = (float(column.mean()) if len(column) else 0.0 for column in columns)
    p_std, r_std, f_std = (float(column.std(ddof=1)) if len(column) > 1 else 0.0 for column in columns)
    return Spread(p, r, f, p_std, r_std, f_std, number)
