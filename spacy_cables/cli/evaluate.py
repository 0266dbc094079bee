"""`spacy-cables evaluate`: how good systems are, where they fail, and which is better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import spacy
import srsly
import typer
from spacy.language import Language

from ..errors import CableError, Errors
from ..evaluation.breakdowns import make_by_seen, read_breakdowns
from ..evaluation.evaluate import evaluate
from ..evaluation.report import write_report
from ..evaluation.results import Results, compare_all
from ..formats import read_labelled
from ..text.files import write_text
from ..text.labelled import LabelledText
from ..text.labels import label_set
from ..text.splits import read_splits
from ..text.tables import Table
from .app import clean_exit, format_tables, progress_bar, say


def evaluate_cli(
    systems: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SYSTEM...",
            help="A pipeline (package or folder), or predictions: bracket files, CoNLL columns, JSON lines, .spacy.",
        ),
    ] = None,
    *,
    gold: Annotated[str, typer.Option(help="The reference: bracket files, stand-off, or any format of predictions.")],
    gold_labels: Annotated[str, typer.Option(help="Labels of gold bracket files, as for --labels.")] = "conll",
    source: Annotated[Path | None, typer.Option(help="The untagged sources of tokenised or stand-off gold.")] = None,
    splits: Annotated[str | None, typer.Option(help="How the gold is divided, as for `convert`; with --part.")] = None,
    part: Annotated[str, typer.Option(help="The part of --splits to evaluate on.")] = "test",
    reference_name: Annotated[str, typer.Option(help="What to call the reference. Its path by default.")] = "",
    reference_kind: Annotated[
        str, typer.Option(help="gold (checked by hand), silver (made by a tagger) or mixed.")
    ] = "unknown",
    installed: Annotated[bool, typer.Option("--installed", help="Evaluate all installed pipelines, too.")] = False,
    name: Annotated[list[str] | None, typer.Option(help="What to call a system, in their order.")] = None,
    disable: Annotated[str, typer.Option(help="Components to leave out of pipelines, separated by commas.")] = "",
    gpu_id: Annotated[int, typer.Option(help="The GPU to run pipelines on. -1 for the CPU.")] = -1,
    format: Annotated[
        str, typer.Option(help="Format of predictions: brackets, conll, jsonl, spacy, or auto.")
    ] = "auto",
    labels: Annotated[
        str, typer.Option(help="Labels of predictions in brackets: conll, ontonotes, or with commas.")
    ] = "conll",
    scheme: Annotated[
        str | None, typer.Option(help="Labels to gold labels: identity, ontonotes->conll, a JSON or YAML file.")
    ] = None,
    strip_the: Annotated[bool | None, typer.Option(help='Leave "the" outside. The scheme says by default.')] = None,
    strip_possessive: Annotated[bool | None, typer.Option(help="Leave 's outside. The scheme says by default.")] = None,
    by: Annotated[str | None, typer.Option(help="Breakdowns to show, separated by commas.")] = None,
    train: Annotated[str | None, typer.Option(help="Training cables, to tell seen from unseen names.")] = None,
    n_bootstrap: Annotated[int, typer.Option(min=0, help="Resamples for the 95 % intervals. 0 for none.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the resampling.")] = 0,
    output: Annotated[Path | None, typer.Option(help="Write the figures as JSON.")] = None,
    markdown: Annotated[Path | None, typer.Option(help="Write the tables as Markdown.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write the report as one HTML file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score systems against gold cables, on characters: by label, in four modes of matching, with 95 % intervals.

    Pipelines meet the plain text with their own tokenizer. Several systems are compared by paired resampling.
    """
    with clean_exit():
        if gpu_id >= 0:
            spacy.require_gpu(gpu_id)
        given = [*(systems or ()), *(spacy.util.get_installed_models() if installed else ())]
        if not given and not installed:
            raise CableError(Errors.CE213)
        gold_cables = read_gold_part(gold, source=source, labels=label_set(gold_labels), splits=splits, part=part)
        breakdowns = read_breakdowns(by.split(",") if by else None)
        if train:
            breakdowns["seen"] = make_by_seen(read_labelled(train, labels=label_set(gold_labels)))
        results = evaluate_systems(
            list(dict.fromkeys(given)),
            gold_cables,
            names=name or (),
            disable=[component for component in disable.split(",") if component],
            format=format,
            labels=label_set(labels),
            scheme=scheme,
            strip_the=strip_the,
            strip_possessive=strip_possessive,
            by=breakdowns,
            n_bootstrap=n_bootstrap,
            seed=seed,
            reference=reference_name or gold,
            reference_kind=reference_kind,
        )
        if not results.systems:
            say("⚠ No pipelines are installed")
        typer.echo(srsly.json_dumps(results.to_dict(), indent=2) if as_json else _format(results, bool(by)))
        _write(results, output, markdown, report)


def read_gold_part(
    path: str, *, source: Path | None, labels: Iterable[str], splits: str | None, part: str
) -> list[LabelledText]:
    """Read the reference, or a part of it.

    path (str): Where it is.
    source (Path | None): The untagged sources of tokenised bracket files or of stand-off annotations.
    labels (Iterable): The label set of bracket files.
    splits (str | None): How it is divided; not at all if None.
    part (str): The part of the division.
    RETURNS (list): The cables.
    RAISES (CableError): CE208, if the division has no such part.
    """
    if splits is None:
        return list(read_labelled(path, source=source, labels=labels))
    parts, part_of = read_splits(splits)
    if part not in parts:
        raise CableError(Errors.CE208.format(what="part", name=part, choices=", ".join(parts)))
    return list(read_labelled(path, source=source, labels=labels, wanted=lambda name: part_of(name) == part))


def evaluate_systems(
    systems: Sequence[str],
    gold: Sequence[LabelledText],
    *,
    names: Sequence[str] = (),
    disable: Sequence[str] = (),
    format: str = "auto",
    labels: Iterable[str] = (),
    **settings: Any,
) -> Results:
    """Evaluate one system after the other and compare them.

    systems (Sequence): Packages, folders or files.
    gold (Sequence): The gold cables.
    names (Sequence): What to call the systems, in their order; as they are given where there is no name.
    disable (Sequence): Components to leave out of pipelines.
    format (str): The format of predictions.
    labels (Iterable): The label set of predictions in brackets.
    **settings: What `evaluate` takes.
    RETURNS (Results): The scores and the differences.
    """
    scores = []
    for index, system in enumerate(systems):
        name = names[index] if index < len(names) else system
        loaded = _load(system, disable, format, labels)
        with progress_bar(f"Evaluating {name}") as progress:
            scores.append(evaluate(loaded, gold, name=name, progress=lambda n: progress(n, len(gold)), **settings))
    return compare_all(scores)


def _load(system: str, disable: Sequence[str], format: str, labels: Iterable[str]) -> Language | Iterable[LabelledText]:
    path = Path(system)
    if (path / "config.cfg").is_file() or spacy.util.is_package(system):
        try:
            return spacy.load(system, disable=list(disable))
        except (ImportError, ValueError) as error:  # such as a component of a package that is not there
            reason = str(error).strip().partition("\n")[0]
            raise CableError(Errors.CE215.format(system=system, reason=reason)) from error
    if not path.exists() and not any(char in system for char in "*?["):
        raise CableError(Errors.CE212.format(system=system))
    return read_labelled(path, format=format, labels=labels)


def _format(results: Results, with_breakdowns: bool) -> str:
    parts = []
    if len(results.systems) > 1:
        parts += [results.title, *_format_tables(results.tables())]
    for scores in results.systems:
        tables = scores.tables()
        parts += [f"{scores.name} on {scores.reference}", *_format_tables(tables if with_breakdowns else tables[:2])]
    return "\n\n".join(parts)


def _format_tables(tables: Iterable[tuple[str, list[list[str]]]]) -> list[str]:
    return [format_tables([Table(title, header, lines)]) for title, (header, *lines) in tables]


def _write(results: Results, output: Path | None, markdown: Path | None, report: Path | None) -> None:
    if output:
        write_text(output, srsly.json_dumps(results.to_dict(), indent=2) + "\n")
    if markdown:
        write_text(markdown, results.to_markdown())
    if report and results.systems:
        write_report(report, results)
    for path in (output, markdown, report if results.systems else None):
        if path:
            say(f"✔ {path}")
