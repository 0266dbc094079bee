"""`spacy-cables check`: count what is in a corpus, and find what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..corpus.check import check
from ..text.counted import counted
from ..text.labels import label_set
from .app import clean_exit, format_tables, progress_bar, say, say_json
from .options import Columns, Format, Labels, Limit, Source, Style


def check_cli(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Annotated cables: a file, a folder or a glob pattern.")],
    format: Format = "auto",
    source: Source = None,
    style: Style = "auto",
    labels: Labels = "conll",
    names: Annotated[bool, typer.Option("--names", help="List names that a cable marks inconsistently.")] = False,
    intended: Annotated[Path | None, typer.Option(help="A JSON file of exceptions for --names.")] = None,
    anatomy: Annotated[bool, typer.Option("--anatomy", help="List header fields that are unsure, and why.")] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Exit with 1 for faults, unreadable names, repeated ids and findings of --names.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the results as JSON.")] = False,
    most: Annotated[int, typer.Option(min=0, help="Maximum number of findings to print. 0 for all.")] = 100,
    columns: Columns = None,
    limit: Limit = 0,
) -> None:
    """Count what is in annotated cables, and list faults and entities that do not align with spaCy's tokens."""
    with clean_exit(), progress_bar("Checking") as progress:
        report = check(
            path,
            format=format,
            source=source,
            style=style,
            labels=label_set(labels),
            names=names,
            intended=intended,
            limit=limit,
            columns=columns,
            anatomy=anatomy,
            progress=progress,
        )
    if as_json:
        say_json(report.to_dict())
    else:
        typer.echo(format_tables(report.tables(most)))
    more = sum(max(0, len(listed) - most) for listed in (report.findings, report.doubts))
    if not as_json and most and more:
        typer.echo(f"... and {more:,} more (--most 0 prints all)")
    bad = len(report.faults) + len(report.of_kind("unreadable", "repeated", "unmarked", "conflict"))
    if strict and bad:
        say(f"✘ {counted(bad, 'finding')} not allowed by --strict")
        raise typer.Exit(1)
