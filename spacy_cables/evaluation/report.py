"""The report: one self-contained HTML file that a person can read, filter and send on."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from ..text.files import write_text
from ..text.labels import CONLL
from ..text.offsets import CharSpan
from .disagreements import KINDS, MISSED, SPURIOUS, Pair
from .excerpts import iter_excerpts
from .results import Results
from .scores import Scores
from .tables import percent

_TEMPLATES = files("spacy_cables.evaluation") / "templates"


def write_report(path: str | Path, results: Results, *, title: str = "Named entities in cables") -> None:
    """Write the report.

    path (str | Path): The file.
    results (Results): What is reported.
    title (str): The heading.
    """
    write_text(path, render_report(results, title=title))


def render_report(results: Results, *, title: str = "Named entities in cables") -> str:
    """Make the report. All text of cables is data in it: it is escaped, and only the report's own script may run.

    results (Results): What is reported: at least one system.
    title (str): The heading.
    RETURNS (str): The HTML.
    """
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["percent"] = percent
    style, script = _read("report.css"), _read("report.js")
    labels = _labels(results.systems)
    return environment.from_string(_read("report.html.jinja")).render(
        title=title,
        results=results,
        reference=results.systems[0].reference,
        labels=labels,
        kinds=KINDS,
        missed=MISSED,
        spurious=SPURIOUS,
        style=style,
        script=script,
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
        data=_data(results, labels),
    )


def _data(results: Results, labels: list[str]) -> dict[str, Any]:
    """What the error browser reads. Spans are [start, end, index of the label]."""
    gold = results.systems[0].gold

    def plain(spans: Iterable[CharSpan]) -> list[list[int]]:
        return [[start, end, labels.index(label)] for start, end, label in spans]

    def plain_pair(pair: Pair) -> list[Any]:
        sides = [plain([span])[0] if span else None for span in (pair.gold, pair.predicted)]
        return [KINDS.index(pair.kind), *sides]

    return {
        "systems": [scores.name for scores in results.systems],
        "labels": labels,
        "kinds": list(KINDS),
        "cables": [cable.cable_id or str(index + 1) for index, cable in enumerate(gold)],
        "excerpts": [
            [
                excerpt.cable,
                excerpt.start_char,
                excerpt.text,
                plain(excerpt.gold),
                [plain(spans) for spans in excerpt.predicted],
                [[plain_pair(pair) for pair in pairs] for pairs in excerpt.pairs],
            ]
            for excerpt in iter_excerpts(gold, [scores.predicted for scores in results.systems])
        ],
    }


def _labels(systems: Iterable[Scores]) -> list[str]:
    """All labels, CoNLL's first: the colours go by their order."""
    found = {label for scores in systems for label in scores.labels}
    return [*(label for label in CONLL if label in found), *sorted(found - set(CONLL))]


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _csp_hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
