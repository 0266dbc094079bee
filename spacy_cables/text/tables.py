"""Tables of text: for a terminal, as Markdown, and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, NamedTuple

from .printable import printable_cell


class Table(NamedTuple):
    """A table with a title.

    title (str): The title.
    header (list): The names of the columns.
    rows (list): The rows, one cell for each column.
    aligns (str): The alignment of the columns, such as `lrr`. If empty, columns of numbers are right-aligned.
    """

    title: str
    header: list[str]
    rows: list[list[Any]]
    aligns: str = ""

    def right(self) -> list[bool]:
        """Whether each column is right-aligned."""
        if self.aligns:
            return [align == "r" for align in self.aligns]
        return [all(isinstance(row[i], int | float) for row in self.rows) for i in range(len(self.header))]

    def to_text(self) -> str:
        """Format the table for a terminal, without its title or a final line end."""
        lines = [[printable_cell(format_cell(cell)) for cell in row] for row in (self.header, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        lines.insert(1, ["-" * width for width in widths])
        columns = list(zip(widths, self.right(), strict=True))
        return "\n".join(
            "   ".join(
                cell.rjust(width) if right else cell.ljust(width)
                for cell, (width, right) in zip(line, columns, strict=True)
            ).rstrip()
            for line in lines
        )

    def to_markdown(self) -> str:
        """Format the table as Markdown, without its title or a final line end."""
        rule = ["---:" if right else "---" for right in self.right()]
        lines = [self.header, rule, *([format_cell(cell) for cell in row] for row in self.rows)]
        return "\n".join("| " + " | ".join(map(_markdown_cell, line)) + " |" for line in lines)

    def to_html(self) -> str:
        """Format the table as HTML, with its title as the caption."""
        head = "".join(f"<th>{escape(cell)}</th>" for cell in self.header)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(format_cell(cell))}</td>" for cell in row) + "</tr>" for row in self.rows
        )
        caption = f"<caption>{escape(self.title)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def format_cell(cell: Any) -> str:
    """Format a cell as text, integers with thousands separators."""
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def tables_to_text(title: str, tables: Iterable[Table]) -> str:
    """Format tables under a title, for a terminal.

    title (str): The title.
    tables (Iterable): The tables.
    RETURNS (str): The text, without a final line end.
    """
    return "\n\n".join([title, *(f"{table.title}\n\n{table.to_text()}" for table in tables)])


def tables_to_markdown(title: str, tables: Iterable[Table]) -> str:
    """Format tables as Markdown, each under a heading.

    title (str): The main heading.
    tables (Iterable): The tables.
    RETURNS (str): Markdown.
    """
    parts = [f"## {_markdown_cell(title)}\n"]
    parts += [f"### {_markdown_cell(table.title)}\n\n{table.to_markdown()}\n" for table in tables]
    return "\n".join(parts)


def tables_to_html(title: str, tables: Sequence[Table]) -> str:
    """Format tables under a title, for a notebook.

    title (str): The title.
    tables (Sequence): The tables.
    RETURNS (str): HTML.
    """
    return "\n".join([f"<p><strong>{escape(title)}</strong></p>", *(table.to_html() for table in tables)])


def _markdown_cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
