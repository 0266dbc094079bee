"""The command line's one app, and what its commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from wasabi import table

from ..errors import CableError
from ..text.progress import Progress

app = typer.Typer(
    name="spacy-cables",
    help="Diplomatic cables for spaCy: convert, check, count and evaluate bracket-annotated cables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@contextmanager
def clean_exit() -> Iterator[None]:
    """Turn bad input into one line on stderr and exit code 1."""
    try:
        yield
    except (CableError, OSError) as error:
        say(f"✘ {error}")
        raise typer.Exit(1) from error


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Show a progress bar on stderr (nothing where stderr is not a terminal).

    label (str): What is done.
    YIELDS (Callable): To be called with how much is done, and of how much.
    """
    hidden = not sys.stderr.isatty()
    with typer.progressbar(length=0, label=label, file=sys.stderr, hidden=hidden) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(done, total)
            bar.update(done - bar.pos)

        yield progress


def say(message: str) -> None:
    """Write a message to stderr."""
    typer.echo(message, err=True)


def format_table(rows: Sequence[Sequence[Any]], header: Sequence[str]) -> str:
    """Format a table for the terminal, numbers to the right.

    rows (Sequence): The rows.
    header (Sequence): The names of the columns.
    RETURNS (str): The table.
    """
    numbers = [all(isinstance(row[i], int | float) for row in rows) for i in range(len(header))]
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    return str(
        table(cells, header=header, divider=True, aligns=["r" if number else "l" for number in numbers])
    ).rstrip()
