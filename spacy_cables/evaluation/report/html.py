"""Render the report as one self-contained HTML page, with style, script and data."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files

import jinja2

from ...text.labels import CONLL
from ..comparison import Results
from ..counts import MISSED, SPURIOUS
from ..matching import KINDS
from ..metrics import percent
from ..scores import Scores
from .error_browser import browser_data

TITLE = "Named entities in cables"


def render_report(results: Results, *, title: str = TITLE) -> str:
    """Render the report. Text of cables is escaped data, and only the report's own script may run.

    results (Results): The results of at least one system.
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
        data=browser_data(results.systems, labels),
    )


def _labels(systems: Iterable[Scores]) -> list[str]:
    """All labels, with CoNLL's first. Their order determines their colours."""
    found = {label for scores in systems for label in scores.labels}
    return [*(label for label in CONLL if label in found), *sorted(found - set(CONLL))]


def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _csp_hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
