"""The scores of one system: what `evaluate` returns, as a dictionary, as tables and in a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..text.labelled import LabelledText
from .figures import Figure
from .reference import Reference
from .running import Speed
from .schemes import Scheme
from .tables import figure_table, to_html, to_markdown
from .tally import Row, Tally

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Scores:
    """How good a system is, measured against one reference.

    name (str): The system's name.
    reference (Reference): What it was measured against.
    scheme (Scheme): How its labels were read.
    modes (tuple): The modes of matching.
    n_bootstrap (int): How often cables were resampled for the intervals.
    seed (int): Seed of the resampling.
    figures (Mapping): The figure of each row: table, key, mode.
    confusion (Mapping): Number of spans by gold label and predicted label.
    kinds (Mapping): Number of agreements and disagreements by kind.
    speed (Speed | None): How fast it ran, if it is a pipeline.
    size (int | None): Its bytes on disk, if it is a pipeline that was loaded from there.
    gold (tuple): The gold cables.
    predicted (tuple): The same cables with the system's spans, in the gold's labels.
    tally (Tally): The counts by cable.
    """

    name: str
    reference: Reference
    scheme: Scheme
    modes: tuple[str, ...]
    n_bootstrap: int
    seed: int
    figures: Mapping[Row, Figure] = field(repr=False)
    confusion: Mapping[str, Mapping[str, int]] = field(repr=False)
    kinds: Mapping[str, int] = field(repr=False)
    speed: Speed | None = field(repr=False)
    size: int | None = field(repr=False)
    gold: tuple[LabelledText, ...] = field(repr=False)
    predicted: tuple[LabelledText, ...] = field(repr=False)
    tally: Tally = field(repr=False)

    @property
    def micro(self) -> dict[str, Figure]:
        """The figures over all spans, by mode."""
        return self.table("all").get("", {})

    @property
    def macro(self) -> dict[str, Figure]:
        """The means over the labels that the gold has, by mode."""
        return self.table("macro").get("", {})

    @property
    def spans(self) -> Figure:
        """The figure without regard to labels: same bounds are enough."""
        return self.micro["exact"]

    @property
    def labels(self) -> dict[str, dict[str, Figure]]:
        """The figures by label and mode."""
        return self.table("label")

    @property
    def by(self) -> dict[str, dict[str, dict[str, Figure]]]:
        """The breakdowns: figures by the breakdown's name, key and mode."""
        names = dict.fromkeys(table for table, _, _ in self.figures if table not in ("all", "macro", "label"))
        return {name: self.table(name) for name in names}

    def table(self, name: str) -> dict[str, dict[str, Figure]]:
        """The figures of a table.

        name (str): "all", "macro", "label" or the name of a breakdown.
        RETURNS (dict): The figures by key and mode; empty if there is no such table.
        """
        found: dict[str, dict[str, Figure]] = {}
        for (table, key, mode), figure in self.figures.items():
            if table == name:
                found.setdefault(key, {})[mode] = figure
        return found

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys, those of `spacy evaluate` among them: fractions, intervals as pairs."""
        strict = self.micro["strict"]
        return {
            "name": self.name,
            "reference": self.reference.to_dict(),
            "ents_p": round(strict.p, 6),
            "ents_r": round(strict.r, 6),
            "ents_f": round(strict.f, 6),
            "ents_per_type": {
                label: {name: round(getattr(figures["strict"], name), 6) for name in ("p", "r", "f")}
                for label, figures in self.labels.items()
            },
            "speed": None if self.speed is None else round(self.speed.words_per_second, 1),
            "micro": _plain(self.micro),
            "macro": _plain(self.macro),
            "spans": self.spans.to_dict(),
            "labels": {label: _plain(figures) for label, figures in self.labels.items()},
            "by": {name: {key: _plain(figures) for key, figures in table.items()} for name, table in self.by.items()},
            "confusion": {row: dict(columns) for row, columns in self.confusion.items()},
            "kinds": dict(self.kinds),
            "scheme": self.scheme.to_dict(),
            "n_bootstrap": self.n_bootstrap,
            "seed": self.seed,
            "size": self.size,
            "speed_details": None if self.speed is None else self.speed.to_dict(),
        }

    def to_markdown(self) -> str:
        """The scores as Markdown tables."""
        return to_markdown(f"{self.name} on {self.reference}", self.tables())

    def to_dataframe(self) -> pandas.DataFrame:
        """The scores as a table of pandas: a line for each row, columns for scores, intervals and counts.

        RETURNS (DataFrame): The table. Needs pandas.
        """
        import pandas

        return pandas.DataFrame(
            {"table": table, "key": key, "mode": mode, **_flat(figure)}
            for (table, key, mode), figure in self.figures.items()
        )

    def tables(self) -> list[tuple[str, list[list[str]]]]:
        """The tables that are shown: their titles and their lines, the first of which is the header."""
        overall = dict(self.micro)
        if "strict" in self.macro:
            overall["strict, mean of labels"] = self.macro["strict"]
        found = [("Overall", figure_table(overall))]
        for name, table in (("label", self.labels), *self.by.items()):
            title = f"By {name}, strict"
            found.append((title, figure_table({key: figures["strict"] for key, figures in table.items()})))
        return found

    def _repr_html_(self) -> str:
        return to_html(f"{self.name} on {self.reference}", self.tables())


def _plain(figures: Mapping[str, Figure]) -> dict[str, dict[str, Any]]:
    return {mode: figure.to_dict() for mode, figure in figures.items()}


def _flat(figure: Figure) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in figure.to_dict().items():
        if name.endswith("_ci"):
            low, high = value or (None, None)
            flat |= {name.replace("_ci", "_low"): low, name.replace("_ci", "_high"): high}
        else:
            flat[name] = value
    return flat
