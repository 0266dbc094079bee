"""`spacy-cables stats`: count what is in a corpus, by part."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..corpus.stats import stats
from ..corpus.stats_tables import stats_markdown, stats_tables, update_section
from ..text.counted import counted
from ..text.files import write_text
from ..text.labels import label_set
from ..text.printable import printable
from .app import clean_exit, format_tables, progress_bar, say, say_json, say_left_out
from .options import Columns, Format, Labels, Limit, SkipMissing, Source, Splits, Style


def stats_cli(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="Annotated cables: a file, a folder or a glob pattern."),
    ],
    splits: Splits = None,
    format: Format = "auto",
    source: Source = None,
    style: Style = "auto",
    labels: Labels = "conll",
    columns: Columns = None,
    limit: Limit = 0,
    skip_missing: SkipMissing = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the counts as Markdown tables.")] = False,
    update: Annotated[Path | None, typer.Option(help="A Markdown file to update, between its stats comments.")] = None,
    section: Annotated[str, typer.Option(help="With --update: NAME of the comment <!-- stats NAME -->.")] = "corpus",
) -> None:
    """Count cables, words, entities by label, years, regions and classifications, by part.

    For every other part, also counts the names that the part train has.
    """
    with clean_exit():
        with progress_bar("Counting") as progress:
            found = stats(
                path,
                splits=splits,
                format=format,
                source=source,
                style=style,
                labels=label_set(labels),
                limit=limit,
                columns=columns,
                skip_missing=skip_missing,
                progress=progress,
            )
        if update is not None:
            write_text(update, update_section(update, section, stats_markdown(found)))
            say(f"✔ {update}: {section}")
    if as_json:
        say_json(found.to_dict())
    elif as_markdown:
        typer.echo(printable(stats_markdown(found)), nl=False)
    elif update is None:
        typer.echo(format_tables(stats_tables(found)))
    say_left_out(found.left_out)
    if found.missing:
        say(f"⚠ {counted(len(found.missing), 'cable')} without a source left out, the first {found.missing[0]}")
