"""`spacy-cables check`: what is in a folder of bracket files, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import srsly
import typer

from ..corpus.check import CheckReport, check
from ..text.labels import label_set
from .app import clean_exit, format_table, progress_bar, say


def check_cli(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A bracket file, or a folder of them.")],
    source: Annotated[Path | None, typer.Option(help="The untagged sources (same file names).")] = None,
    style: Annotated[str, typer.Option(help="tokenised, inline or auto.")] = "auto",
    labels: Annotated[str, typer.Option(help="conll, ontonotes, or labels separated by commas.")] = "conll",
    names: Annotated[
        bool, typer.Option("--names", help="List names that a cable marks in one place only, or with two labels.")
    ] = False,
    intended: Annotated[Path | None, typer.Option(help="A JSON file of names that are meant so.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if there is a fault (or, with --names, such a name).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all that was found as JSON.")] = False,
    most: Annotated[int, typer.Option(min=0, help="Print at the most so many findings. 0 for all.")] = 100,
    limit: Annotated[int, typer.Option(min=0, help="Read no more cables than this. 0 for all.")] = 0,
) -> None:
    """Count what is in a folder of bracket files, and list faults and entities that spaCy's tokens cannot express."""
    with clean_exit(), progress_bar("Checking") as progress:
        report = check(
            path,
            source=source,
            style=style,
            labels=label_set(labels),
            names=names,
            intended=intended,
            limit=limit,
            progress=progress,
        )
    typer.echo(srsly.json_dumps(report.to_dict(), indent=2) if as_json else _format(report, most))
    bad = len(report.faults) + len(report.of_kind("unmarked", "conflict"))
    if strict and bad:
        say(f"✘ {bad} findings that --strict does not allow")
        raise typer.Exit(1)


def _format(report: CheckReport, most: int) -> str:
    counts = {"cables": report.cables, "stubs": report.stubs, "words": report.words}
    counts |= {f"{style} cables": count for style, count in sorted(report.styles.items())}
    counts |= {"entities": sum(report.labels.values()), **dict(sorted(report.labels.items()))}
    for kind in sorted({finding.kind for finding in report.findings}):
        counts[f"findings: {kind}"] = len(report.of_kind(kind))
    text = format_table(list(counts.items()), ("what", "count"))
    if report.findings:
        shown = report.findings[: most or None]
        rows = [(f"{f.cable_id}:{f.line}:{f.column}", f.kind, f.text.replace("\n", " "), f.detail) for f in shown]
        text += "\n\n" + format_table(rows, ("place", "kind", "text", "detail"))
        if len(shown) < len(report.findings):
            text += f"\n... and {len(report.findings) - len(shown):,} more (--most 0 prints all)"
    return text
