"""Is one system really better than another? Differences with intervals from paired resampling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import CableError, Errors
from .figures import Difference, make_differences
from .scores import Scores
from .tables import difference_table, to_html, to_markdown
from .tally import Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far a second system is above a first on the same reference.

    first (str): Name of the first system.
    second (str): Name of the second.
    differences (Mapping): Second minus first for each row that both have: table, key, mode.
    """

    first: str
    second: str
    differences: Mapping[Row, Difference] = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys."""
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
        """The differences as a Markdown table."""
        return to_markdown(self.title, self.tables())

    @property
    def title(self) -> str:
        """What is compared, in words."""
        return f"{self.second} minus {self.first}"

    def tables(self) -> list[tuple[str, list[list[str]]]]:
        """The tables that are shown: their titles and their lines, the first of which is the header."""
        overall, labels = {}, {}
        for (table, key, mode), difference in self.differences.items():
            if table == "all":
                overall[mode] = difference
            elif table == "macro" and mode == "strict":
                overall["strict, mean of labels"] = difference
            elif table == "label" and mode == "strict":
                labels[key] = difference
        return [("Overall", difference_table(overall)), ("By label, strict", difference_table(labels))]

    def _repr_html_(self) -> str:
        return to_html(self.title, self.tables())


def compare(first: Scores, second: Scores) -> Comparison:
    """Compare two systems on the same reference.

    first (Scores): The scores of one.
    second (Scores): The scores of the other.
    RETURNS (Comparison): Second minus first, with the number of samples and the seed of the first.
    RAISES (CableError): CE210, if they were not measured against the same reference.
    """
    if first.reference.sha256 != second.reference.sha256:
        raise CableError(Errors.CE210.format(first=first.name, second=second.name, what="their reference"))
    differences = make_differences(first.tally, second.tally, first.n_bootstrap, first.seed)
    return Comparison(first.name, second.name, differences)
