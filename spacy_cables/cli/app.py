"""The command line's one app, and what its commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from wasabi import table

from ..errors import CableError, Errors
from ..text.labels import LABEL_SETS, check_labels

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
def progress_bar(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a progress bar on stderr (nothing where stderr is not a terminal).

    length (int): How much there is to do.
    label (str): What is done.
    YIELDS (Callable): To be called with how much is done.
    """
    hidden = not sys.stderr.isatty()
    with typer.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield lambda done: bar.update(done - bar.pos)


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


def label_set(value: str) -> tuple[str, ...]:
    """The label set that an option names.

    value (str): `conll`, `ontonotes`, or labels separated by commas.
    RETURNS (tuple): The labels.
    RAISES (CableError): CE006 for a label that cannot be.
    """
    if value.lower() in LABEL_SETS:
        return LABEL_SETS[value.lower()]
    labels = [label.strip() for label in value.split(",") if label.strip()]
    if not labels:
        raise CableError(Errors.CE006.format(label=value))
    return check_labels(labels)
