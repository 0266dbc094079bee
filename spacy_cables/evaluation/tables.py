"""Figures as lines of text, and such tables as Markdown and HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from .figures import Difference, Figure, Interval

#: A title and the lines under it, the first of which is the header.
Table = tuple[str, list[list[str]]]


def percent(value: float, bounds: Interval | None = None, *, signed: bool = False) -> str:
    """A fraction as a percentage, with its interval.

    value (float): The fraction.
    bounds (tuple | None): The interval.
    signed (bool): Show a plus.
    RETURNS (str): As in `81.3 (79.9-82.6)`.
    """
    sign = "+" if signed else ""
    text = f"{100 * value:{sign}.1f}"
    # A difference may be below zero, so its bounds are not joined by a hyphen.
    between = " to " if signed else "-"
    return text if bounds is None else f"{text} ({between.join(f'{100 * bound:{sign}.1f}' for bound in bounds)})"


def figure_table(figures: Mapping[str, Figure]) -> list[list[str]]:
    """A line for each figure.

    figures (Mapping): The figures by what the first column shall say.
    RETURNS (list): The lines, the header first.
    """
    lines = [["", "P", "R", "F1", "gold", "predicted"]]
    for name, figure in figures.items():
        counts = [str(figure.gold), str(figure.predicted)] if figure.counts else ["", ""]
        scores = [percent(figure.p, figure.p_ci), percent(figure.r, figure.r_ci), percent(figure.f, figure.f_ci)]
        lines.append([name, *scores, *counts])
    return lines


def difference_table(differences: Mapping[str, Difference]) -> list[list[str]]:
    """A line for each difference.

    differences (Mapping): The differences by what the first column shall say.
    RETURNS (list): The lines, the header first.
    """
    lines = [["", "P", "R", "F1"]]
    for name, each in differences.items():
        pairs = ((each.p, each.p_ci), (each.r, each.r_ci), (each.f, each.f_ci))
        lines.append([name, *(percent(value, bounds, signed=True) for value, bounds in pairs)])
    return lines


def to_markdown(title: str, tables: Sequence[Table]) -> str:
    """Tables as Markdown.

    title (str): The heading.
    tables (Sequence): The tables.
    RETURNS (str): The text.
    """
    parts = [f"## {_cell(title)}\n"]
    for subtitle, (header, *lines) in tables:
        rule = ["---", *("---:" for _ in header[1:])]
        rows = [" | ".join(_cell(cell) for cell in line) for line in (header, rule, *lines)]
        parts.append(f"### {_cell(subtitle)}\n\n" + "".join(f"| {row} |\n" for row in rows))
    return "\n".join(parts)


def to_html(title: str, tables: Sequence[Table]) -> str:
    """Tables as HTML for a notebook.

    title (str): The heading.
    tables (Sequence): The tables.
    RETURNS (str): The HTML.
    """
    parts = [f"<p><strong>{escape(title)}</strong></p>"]
    for subtitle, (header, *lines) in tables:
        head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines)
        caption = f"<caption>{escape(subtitle)}</caption>"
        parts.append(f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
