"""The command line's one app, and what its commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version

import typer

from ..errors import CableError
from ..text.progress import Progress
from ..text.tables import Table

app = typer.Typer(
    name="spacy-cables",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and exit, if that is what `--version` asks for."""
    if wanted:
        typer.echo(version("spacy-cables"))
        raise typer.Exit


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


def format_tables(tables: Iterable[Table]) -> str:
    """Format tables for the terminal, numbers to the right.

    tables (Iterable): The tables.
    RETURNS (str): The tables, each under its title.
    """
    return "\n\n".join(f"{each.title}\n\n{each.to_text()}" for each in tables)
