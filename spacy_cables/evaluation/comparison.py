"""Compare systems on one reference: their scores, and their differences with intervals from paired resampling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from ..errors import CableError, Errors
from ..text.counted import counted
from ..text.tables import Table, tables_to_html, tables_to_markdown, tables_to_text
from .metrics import Difference, Row, compute_differences, percent
from .scores import Scores
from .spread import Runs, over_runs, spread_table

# The keys of `spacy evaluate`, which `spacy project` and others read.
_SPACY_KEYS = ("ents_p", "ents_r", "ents_f", "ents_per_type", "speed")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences between the scores of two systems on the same reference.

    first (str): Name of the first system.
    second (str): Name of the second.
    differences (Mapping): Second minus first, for each row (table, key, mode) that both have.
    """

    first: str
    second: str
    differences: Mapping[Row, Difference] = field(repr=False)

    def __str__(self) -> str:
        """Format the differences as tables for a terminal."""
        return tables_to_text(self.title, self.tables())

    @property
    def title(self) -> str:
        """The title of the comparison."""
        return f"{self.second} minus {self.first}"

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        tables: dict[str, dict[str, dict[str, Any]]] = {}
        for (table, key, mode), difference in self.differences.items():
            tables.setdefault(table, {}).setdefault(key, {})[mode] = difference.to_dict()
        return {
            "first": self.first,
            "second": self.second,
            "micro": tables.pop("all", {}).get("", {}),
            "macro": tables.pop("macro", {}).get("", {}),
            "labels": tables.pop("label", {}),
            "by": tables,
        }

    def to_markdown(self) -> str:
        """Format the differences as Markdown tables."""
        return tables_to_markdown(self.title, self.tables())

    def tables(self) -> list[Table]:
        """Make the tables: overall and by label."""
        overall, labels = {}, {}
        for (table, key, mode), difference in self.differences.items():
            if table == "all":
                overall[mode] = difference
            elif table == "macro" and mode == "strict":
                overall["strict, mean of labels"] = difference
            elif table == "label" and mode == "strict":
                labels[key] = difference
        return [_difference_table("Overall", overall), _difference_table("By label, strict", labels)]

    def _repr_html_(self) -> str:
        return tables_to_html(self.title, self.tables())


@dataclass(frozen=True, slots=True)
class Results:
    """The scores of several systems, in order.

    systems (tuple): The scores of each.
    comparisons (tuple): The comparisons of all pairs, the later system minus the earlier.
    runs (tuple): The means over runs, for each system that was given several times.
    """

    systems: tuple[Scores, ...]
    comparisons: tuple[Comparison, ...]
    runs: tuple[Runs, ...] = ()

    def __str__(self) -> str:
        """Format the comparison and the scores of each system as tables for a terminal."""
        compared = [tables_to_text(self.title, self.tables())] if len(self.systems) > 1 else []
        return "\n\n".join([*compared, *map(str, self.systems)])

    @property
    def title(self) -> str:
        """The title of the results."""
        return (
            f"{counted(len(self.systems), 'system')} on {self.systems[0].reference}" if self.systems else "No systems"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys. A single system's scores are also at the top level, under
        spaCy's names."""
        systems = [scores.to_dict() for scores in self.systems]
        top = {key: systems[0][key] for key in _SPACY_KEYS} if len(systems) == 1 else {}
        comparisons = [comparison.to_dict() for comparison in self.comparisons]
        reference = systems[0]["reference"] if systems else None
        runs = [each.to_dict() for each in self.runs]
        return {**top, "reference": reference, "systems": systems, "comparisons": comparisons, "runs": runs}

    def to_markdown(self) -> str:
        """Format the comparison and the scores of each system as Markdown tables."""
        compared = [tables_to_markdown(self.title, self.tables())] if len(self.systems) > 1 else []
        return "\n".join([*compared, *(scores.to_markdown() for scores in self.systems)])

    def tables(self) -> list[Table]:
        """Make the tables that compare the systems."""
        header = ["", "P", "R", "F1", "macro F1", "spans F1", "type F1", "words/s"]
        rows = [_overview(scores) for scores in self.systems]
        found = [Table("Systems, strict unless said", header, rows, "l" + "r" * (len(header) - 1))]
        if self.runs:
            spreads = {each.name: each.rows["all", "", "strict"] for each in self.runs}
            found.append(spread_table("Mean over runs ± standard deviation, strict", "runs", spreads))
        differences = {each.title: each.differences["all", "", "strict"] for each in self.comparisons}
        return [*found, _difference_table("Differences, strict", differences)] if differences else found

    def _repr_html_(self) -> str:
        return tables_to_html(self.title, self.tables())


def compare(first: Scores, second: Scores) -> Comparison:
    """Compare two systems on the same reference: second minus first, so that a plus says that the second is better.

    first (Scores): The scores of the first system.
    second (Scores): The scores of the second system.
    RETURNS (Comparison): Second minus first, resampled with the settings of the first.
    RAISES (CableError): CE711 if their references differ.
    """
    if first.reference.sha256 != second.reference.sha256:
        raise CableError(Errors.CE711.format(first=first.name, second=second.name, what="their reference"))
    differences = compute_differences(first.counts, second.counts, first.n_bootstrap, first.seed)
    return Comparison(first.name, second.name, differences)


def compare_all(scores: Sequence[Scores]) -> Results:
    """Compare all pairs of several systems.

    scores (Sequence): The scores, on one reference. Scores of one name are those of runs of one system: they are
        numbered, and not compared with each other.
    RETURNS (Results): The scores, the differences, and the means over runs.
    RAISES (CableError): CE711 if their references differ.
    """
    names = [each.name for each in scores]
    repeated = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    runs = [over_runs(name, [each.rows for each in scores if each.name == name]) for name in repeated]
    numbered = [
        replace(each, name=f"{each.name} run {names[: index + 1].count(each.name)}") if each.name in repeated else each
        for index, each in enumerate(scores)
    ]
    pairs = combinations(zip(names, numbered, strict=True), 2)
    comparisons = [compare(first[1], second[1]) for first, second in pairs if first[0] != second[0]]
    return Results(tuple(numbered), tuple(comparisons), tuple(runs))


def _overview(scores: Scores) -> list[str]:
    """The row of a system in the table of systems."""
    macro, kind = scores.macro.get("strict"), scores.micro.get("type")
    return [
        scores.name,
        *scores.micro["strict"].cells(),
        percent(macro.f, macro.f_ci) if macro else "",
        percent(scores.spans.f, scores.spans.f_ci),
        percent(kind.f, kind.f_ci) if kind else "",
        f"{scores.speed.words_per_second:,.0f}" if scores.speed else "",
    ]


def _difference_table(title: str, differences: Mapping[str, Difference]) -> Table:
    """A row for each difference, by the text of the first column."""
    rows = [[name, *difference.cells(signed=True)] for name, difference in differences.items()]
    return Table(title, ["", "P", "R", "F1"], rows, "lrrr")
