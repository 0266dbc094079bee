"""The Typer app, and helpers that the commands share."""

from __future__ import annotations

import io
import json
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

import srsly
import typer

from ..errors import CableError
from ..text.counted import counted
from ..text.printable import printable, printable_json
from ..text.progress import Progress
from ..text.tables import Table

app = typer.Typer(
    name="spacy-cables",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and exit, if `--version` is given."""
    if wanted:
        typer.echo(version("spacy-cables"))
        raise typer.Exit


@contextmanager
def clean_exit() -> Iterator[None]:
    """Turn bad input into one line on stderr and exit code 1, and warnings into one line each."""

    def show(message: Warning | str, *_: object, **__: object) -> None:
        say(f"⚠ {message}")

    with warnings.catch_warnings():
        warnings.simplefilter("default", UserWarning)
        warnings.showwarning = show
        try:
            yield
        except BrokenPipeError:  # no fault of the input: `| head` has read enough
            raise
        except (CableError, OSError) as error:
            say(f"✘ {error}")
            raise typer.Exit(1) from error


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Show a progress bar on stderr, if stderr is a terminal.

    label (str): The label of the bar.
    YIELDS (Callable): A callback that takes the number done and the total.
    """
    hidden = not sys.stderr.isatty()
    with typer.progressbar(length=0, label=label, file=sys.stderr, hidden=hidden) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(done, total)
            bar.update(done - bar.pos)

        yield progress


def say(message: str) -> None:
    """Write a message to stderr."""
    typer.echo(printable(message), err=True)


def say_json(data: Any) -> None:
    """Write data to stdout, as JSON, which stays valid where the console cannot show all characters."""
    shown = printable_json(srsly.json_dumps(data, indent=2))
    try:
        shown.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        shown = json.dumps(data, indent=2)
    typer.echo(shown)


def use_any_console() -> None:
    """Write characters that the console's encoding lacks as `\\xe9`, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say_left_out(kinds: Mapping[str, int]) -> None:
    """Say which documents were left out, if any, since they are no cables.

    kinds (Mapping): Their number, by what they are.
    """
    if kinds:
        said = ", ".join(f"{kind} {count:,}" for kind, count in kinds.items())
        say(f"ℹ {counted(sum(kinds.values()), 'document')} left out as no cables: {said}")


def format_tables(tables: Iterable[Table]) -> str:
    """Format tables for the terminal, with numbers right-aligned.

    tables (Iterable): The tables.
    RETURNS (str): The tables, each under its title.
    """
    return "\n\n".join(f"{each.title}\n\n{each.to_text()}" for each in tables)
