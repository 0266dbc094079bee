"""The scores of one system: as a dictionary, as tables and in a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..text.labelled import LabelledText
from ..text.tables import Table, tables_to_html, tables_to_markdown, tables_to_text
from .gold import Reference
from .metrics import OutcomeCounts, Row, Score
from .pipelines import Speed
from .schemes import Scheme
from .spread import Spread, over_cables, spread_table

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a system on one reference.

    name (str): The system's name.
    reference (Reference): The reference.
    scheme (Scheme): The label scheme.
    modes (tuple): The modes of matching.
    n_bootstrap (int): Number of bootstrap samples for the intervals.
    seed (int): The random seed of the bootstrap.
    rows (Mapping): The score of each row (table, key, mode).
    confusion (Mapping): Number of spans by gold label and predicted label.
    kinds (Mapping): Number of agreements and disagreements by kind.
    speed (Speed | None): Its speed, if it is a pipeline.
    size (int | None): Its size on disk in bytes, if it is a pipeline loaded from disk.
    predicted (tuple): The gold cables with the system's spans, mapped to the gold's labels.
    counts (OutcomeCounts): The counts by cable and row.
    """

    name: str
    reference: Reference
    scheme: Scheme
    modes: tuple[str, ...]
    n_bootstrap: int
    seed: int
    rows: Mapping[Row, Score] = field(repr=False)
    confusion: Mapping[str, Mapping[str, int]] = field(repr=False)
    kinds: Mapping[str, int] = field(repr=False)
    speed: Speed | None = field(repr=False)
    size: int | None = field(repr=False)
    predicted: tuple[LabelledText, ...] = field(repr=False)
    counts: OutcomeCounts = field(repr=False)

    def __str__(self) -> str:
        """Format the scores overall and by label, and their mean over cables, as tables for a terminal."""
        return tables_to_text(self.title, self.tables()[:3])

    @property
    def title(self) -> str:
        """The title of the scores."""
        return f"{self.name} on {self.reference}"

    @property
    def gold(self) -> tuple[LabelledText, ...]:
        """The gold cables."""
        return self.reference.texts

    @property
    def micro(self) -> dict[str, Score]:
        """The micro averages over all spans, by mode."""
        return self.table("all").get("", {})

    @property
    def macro(self) -> dict[str, Score]:
        """The macro averages over the labels in the gold, by mode."""
        return self.table("macro").get("", {})

    @property
    def spans(self) -> Score:
        """The score without regard to labels (mode `exact`)."""
        return self.micro["exact"]

    @property
    def labels(self) -> dict[str, dict[str, Score]]:
        """The scores by label and mode."""
        return self.table("label")

    @property
    def cables(self) -> dict[str, Spread]:
        """The mean and standard deviation of the scores of single cables, by mode."""
        return over_cables(self.counts)

    @property
    def by(self) -> dict[str, dict[str, dict[str, Score]]]:
        """The breakdowns: scores by the breakdown's name, key and mode."""
        names = dict.fromkeys(table for table, _, _ in self.rows if table not in ("all", "macro", "label"))
        return {name: self.table(name) for name in names}

    def table(self, name: str) -> dict[str, dict[str, Score]]:
        """Get the scores of a table.

        name (str): "all", "macro", "label" or the name of a breakdown.
        RETURNS (dict): The scores by key and mode; empty if there is no such table.
        """
        found: dict[str, dict[str, Score]] = {}
        for (table, key, mode), score in self.rows.items():
            if table == name:
                found.setdefault(key, {})[mode] = score
        return found

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys, including those of `spacy evaluate`. Scores are
        fractions."""
        strict = self.micro["strict"]
        return {
            "name": self.name,
            "reference": self.reference.to_dict(),
            "ents_p": round(strict.p, 6),
            "ents_r": round(strict.r, 6),
            "ents_f": round(strict.f, 6),
            "ents_per_type": {
                label: {name: round(getattr(modes["strict"], name), 6) for name in ("p", "r", "f")}
                for label, modes in self.labels.items()
            },
            "speed": None if self.speed is None else round(self.speed.words_per_second, 1),
            "micro": _plain(self.micro),
            "macro": _plain(self.macro),
            "cables": {mode: spread.to_dict() for mode, spread in self.cables.items()},
            "spans": self.spans.to_dict(),
            "labels": {label: _plain(modes) for label, modes in self.labels.items()},
            "by": {name: {key: _plain(modes) for key, modes in table.items()} for name, table in self.by.items()},
            "confusion": {row: dict(columns) for row, columns in self.confusion.items()},
            "kinds": dict(self.kinds),
            "scheme": self.scheme.to_dict(),
            "n_bootstrap": self.n_bootstrap,
            "seed": self.seed,
            "size": self.size,
            "speed_details": None if self.speed is None else self.speed.to_dict(),
        }

    def to_markdown(self) -> str:
        """Format the scores as Markdown tables."""
        return tables_to_markdown(self.title, self.tables())

    def to_dataframe(self) -> pandas.DataFrame:
        """Make a data frame with a line for each row, and columns for scores, intervals and counts. Needs pandas.

        RETURNS (DataFrame): The data frame.
        """
        import pandas

        return pandas.DataFrame(
            {"table": table, "key": key, "mode": mode, **_flat(score)}
            for (table, key, mode), score in self.rows.items()
        )

    def tables(self) -> list[Table]:
        """Make the tables: overall, by label, and the breakdowns."""
        overall = dict(self.micro)
        if "strict" in self.macro:
            overall["strict, mean of labels"] = self.macro["strict"]
        found = [_score_table("Overall", overall)]
        for name, table in (("label", self.labels), *self.by.items()):
            strict = {key: modes["strict"] for key, modes in table.items()}
            found.append(_score_table(f"By {name}, strict", strict))
        found.insert(2, spread_table("Mean over cables ± standard deviation", "cables", self.cables))
        return found

    def _repr_html_(self) -> str:
        return tables_to_html(self.title, self.tables())


def _score_table(title: str, scores: Mapping[str, Score]) -> Table:
    """A row for each score, by the text of the first column."""
    rows = []
    for name, score in scores.items():
        counts = [str(score.gold), str(score.predicted)] if score.counts else ["", ""]
        rows.append([name, *score.cells(), *counts])
    return Table(title, ["", "P", "R", "F1", "gold", "predicted"], rows, "lrrrrr")


def _plain(modes: Mapping[str, Score]) -> dict[str, dict[str, Any]]:
    return {mode: score.to_dict() for mode, score in modes.items()}


def _flat(score: Score) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in score.to_dict().items():
        if name.endswith("_ci"):
            low, high = value or (None, None)
            flat |= {name.replace("_ci", "_low"): low, name.replace("_ci", "_high"): high}
        else:
            flat[name] = value
    return flat
