"""Several systems on one reference: their scores and every pair's differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from .compare import Comparison, compare
from .scores import Scores
from .tables import difference_table, percent, to_html, to_markdown

# What `spacy evaluate` writes, where `spacy project` and others look for it.
_SPACY_KEYS = ("ents_p", "ents_r", "ents_f", "ents_per_type", "speed")


@dataclass(frozen=True, slots=True)
class Results:
    """The scores of several systems, in the order in which they were given.

    systems (tuple): The scores of each.
    comparisons (tuple): For each two systems, the later minus the earlier.
    """

    systems: tuple[Scores, ...]
    comparisons: tuple[Comparison, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys. One system's scores stand at the top level too, under spaCy's names."""
        systems = [scores.to_dict() for scores in self.systems]
        top = {key: systems[0][key] for key in _SPACY_KEYS} if len(systems) == 1 else {}
        comparisons = [comparison.to_dict() for comparison in self.comparisons]
        reference = systems[0]["reference"] if systems else None
        return {**top, "reference": reference, "systems": systems, "comparisons": comparisons}

    def to_markdown(self) -> str:
        """Everything as Markdown: the comparison, then system by system."""
        parts = [to_markdown(self.title, self.tables())] if len(self.systems) > 1 else []
        return "\n".join([*parts, *(scores.to_markdown() for scores in self.systems)])

    @property
    def title(self) -> str:
        """What was measured, in words."""
        return f"{len(self.systems)} systems on {self.systems[0].reference}" if self.systems else "No systems"

    def tables(self) -> list[tuple[str, list[list[str]]]]:
        """The tables that compare the systems: their titles and their lines, the first of which is the header."""
        lines = [["", "P", "R", "F1", "macro F1", "spans F1", "type F1", "words/s"]]
        for scores in self.systems:
            strict, macro, spans = scores.micro["strict"], scores.macro.get("strict"), scores.spans
            lines.append(
                [
                    scores.name,
                    percent(strict.p, strict.p_ci),
                    percent(strict.r, strict.r_ci),
                    percent(strict.f, strict.f_ci),
                    percent(macro.f, macro.f_ci) if macro else "",
                    percent(spans.f, spans.f_ci),
                    percent(scores.micro["type"].f, scores.micro["type"].f_ci) if "type" in scores.micro else "",
                    f"{scores.speed.words_per_second:,.0f}" if scores.speed else "",
                ]
            )
        differences = {each.title: each.differences["all", "", "strict"] for each in self.comparisons}
        found = [("Systems, strict unless said", lines)]
        return [*found, ("Differences, strict", difference_table(differences))] if differences else found

    def _repr_html_(self) -> str:
        return to_html(self.title, self.tables())


def compare_all(scores: Sequence[Scores]) -> Results:
    """Compare every two of several systems.

    scores (Sequence): The scores, on one reference.
    RETURNS (Results): The scores and the differences.
    RAISES (CableError): CE210, if they were measured against different references.
    """
    return Results(tuple(scores), tuple(compare(first, second) for first, second in combinations(scores, 2)))
