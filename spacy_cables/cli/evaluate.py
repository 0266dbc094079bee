"""`spacy-cables evaluate`: score and compare systems."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import spacy
import typer

from ..errors import CableError, Errors
from ..evaluation.evaluate import evaluate_systems
from ..evaluation.gold import read_reference
from ..evaluation.pipelines import use_gpu
from ..evaluation.report import check_report_path, write_report
from ..text.labels import label_set
from ..text.printable import printable
from .app import clean_exit, progress_bar, say, say_json
from .options import Labels, Source, Splits

_STDOUT = Path("-")


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
    source: Source = None,
    splits: Splits = None,
    part: Annotated[
        str, typer.Option(help="The part to evaluate on: of --splits, or of a folder of parts. test by default.")
    ] = "",
    labels: Labels = "conll",
    reference_name: Annotated[str, typer.Option(help="The name of the reference. Its path by default.")] = "",
    reference_kind: Annotated[
        str, typer.Option(help="gold (checked by hand), silver (made by a tagger) or mixed.")
    ] = "unknown",
    train: Annotated[str | None, typer.Option(help="Training cables, to distinguish seen and unseen names.")] = None,
    installed: Annotated[bool, typer.Option("--installed", help="Also evaluate all installed pipelines.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="The name of a system. Repeatable, in order; runs of a system share one."),
    ] = None,
    disable: Annotated[str, typer.Option(help="Components to disable in pipelines, separated by commas.")] = "",
    gpu_id: Annotated[int, typer.Option(help="The GPU to run pipelines on. -1 for the CPU.")] = -1,
    scheme: Annotated[
        str | None, typer.Option(help="Mapping to gold labels: identity, ontonotes->conll, or a JSON or YAML file.")
    ] = None,
    gold_scheme: Annotated[str | None, typer.Option(help="Mapping of the gold's own labels, likewise.")] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(help="Output file: .json, .md, or .html for the report; - prints JSON. Repeatable."),
    ] = None,
) -> None:
    """Score systems against gold cables on characters: by label, in four modes of matching, with 95 % intervals.

    Pipelines run on the plain text, with their own tokenizers. Several systems are compared by paired resampling.
    """
    with clean_exit():
        outputs = [path for path in output or () if path != _STDOUT]
        for path in outputs:
            check_report_path(path)
        use_gpu(gpu_id)
        given = [*(systems or ()), *(spacy.util.get_installed_models() if installed else ())]
        if not given and not installed:
            raise CableError(Errors.CE702)
        marks = label_set(labels)
        reference = read_reference(
            gold, name=reference_name, kind=reference_kind, source=source, labels=marks, splits=splits, part=part
        )
        given = list(dict.fromkeys(given))
        with progress_bar("Evaluating") as progress:
            results = evaluate_systems(
                given,
                reference,
                names=name or (),
                disable=[component for component in disable.split(",") if component],
                labels=marks,
                train=train,
                scheme=scheme,
                gold_scheme=gold_scheme,
                progress=progress,
            )
        if not results.systems:
            say("⚠ No pipelines are installed")
            outputs = [path for path in outputs if path.suffix != ".html"]
        if _STDOUT in (output or ()):
            say_json(results.to_dict())
        else:
            typer.echo(printable(str(results)))
        for path in outputs:
            write_report(results, path)
            say(f"✔ {path}")
