"""Systems under evaluation: load one by name or path, and align its predictions with the gold texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_package_path, is_package, load_config

from ..errors import CableError, Errors
from ..formats import read_labelled
from ..text.counted import counted
from ..text.labelled import LabelledText
from ..text.labels import CONLL
from ..text.offsets import TextsDiffer, transfer_spans

#: A pipeline, by itself, name or path; or predictions, as Docs, labelled texts or files.
System: TypeAlias = Language | str | Path | Iterable[Doc | LabelledText]


def load_system(
    system: str | Path, *, disable: Iterable[str] = (), format: str = "auto", labels: str | Iterable[str] = CONLL
) -> Language | Iterator[LabelledText]:
    """Load a pipeline, or read predictions.

    system (str | Path): The package or folder of a pipeline; or a file, folder or glob pattern of predictions.
    disable (Iterable): Components to leave out of a pipeline.
    format (str): The format of predictions; detected if `auto`.
    labels (str | Iterable): The label set of bracket files: labels or a name.
    RETURNS (Language | Iterator): The pipeline or the predictions.
    RAISES (CableError): CE703 if there is no such system, CE704 for a pipeline that cannot be loaded.
    """
    path = Path(system)
    if (path / "config.cfg").is_file() or is_package(str(system)):
        try:
            return spacy.load(system, disable=list(disable))
        except (ImportError, ValueError) as error:  # such as a component from a missing package
            reason = str(error).strip().partition("\n")[0]
            raise CableError(Errors.CE704.format(system=system, reason=reason)) from error
    if not path.exists() and not any(char in str(system) for char in "*?["):
        raise CableError(Errors.CE703.format(system=system))
    return read_labelled(path, format=format, labels=labels)


def system_name(system: System) -> str:
    """Get the default name of a system.

    system (Language | str | Path | Iterable): The system.
    RETURNS (str): The last part of its path, or the name in the pipeline's meta data.
    """
    if isinstance(system, str | Path):
        return Path(system).name or str(Path(system).resolve())
    if isinstance(system, Language):
        return "_".join(str(system.meta.get(key, "")) for key in ("lang", "name")).strip("_")
    return "system"


def system_names(systems: Sequence[System], names: Sequence[str] = ()) -> list[str]:
    """Name the systems. Default names that are the same get more of their paths.

    systems (Sequence): The systems.
    names (Sequence): The names given, in order. There may be fewer.
    RETURNS (list): A name for each system. Only names that were given can be the same: those of runs of one system.
    RAISES (CableError): CE717 for more names than systems.
    """
    if len(names) > len(systems):
        raise CableError(
            Errors.CE717.format(names=counted(len(names), "name"), systems=counted(len(systems), "system"))
        )
    unnamed = systems[len(names) :]
    found = [system_name(system) for system in unnamed]
    length = 1
    while len({*found, *names}) < len(found) + len({*names}) and length < 20:
        length += 1
        found = [
            "/".join(Path(system).parts[-length:]) if isinstance(system, str | Path) else name
            for system, name in zip(unnamed, found, strict=True)
        ]
    return [
        *names,
        *(f"{name} ({i + 1})" if found.count(name) > 1 or name in names else name for i, name in enumerate(found)),
    ]


def check_disabled(systems: Iterable[System], disable: Iterable[str]) -> None:
    """Check that each component to disable is in a pipeline, before any of them is loaded.

    systems (Iterable): The systems.
    disable (Iterable): The names of components.
    RAISES (CableError): CE716 for components that no pipeline has.
    """
    known: dict[str, None] = {}
    for system in systems:
        if isinstance(system, Language):
            known.update(dict.fromkeys(system.component_names))
        elif isinstance(system, str | Path) and (config := _config_path(system)):
            known.update(dict.fromkeys(load_config(config).get("nlp", {}).get("pipeline", ())))
    unknown = [name for name in dict.fromkeys(disable) if name not in known]
    if unknown:
        message = Errors.CE716.format(names=", ".join(unknown), known=", ".join(known) or "no components at all")
        raise CableError(message)


def _config_path(system: str | Path) -> Path | None:
    """The config of a pipeline's folder or package; None for anything else."""
    folder = Path(system)
    if not (folder / "config.cfg").is_file() and is_package(str(system)):
        folder = get_package_path(str(system))
        folder = next((path.parent for path in sorted(folder.rglob("config.cfg"))), folder)
    config = folder / "config.cfg"
    return config if config.is_file() else None


def pair_with_gold(
    gold: Sequence[LabelledText], predicted: Iterable[LabelledText], system: str, *, left_out: Sequence[int] = ()
) -> list[LabelledText]:
    """Find the predictions for each gold cable: by cable id if all have one, else by order.

    gold (Sequence): The gold cables.
    predicted (Iterable): The cables with the system's spans. With ids, there may be more than in the gold. Their texts
        may differ from the gold's in white space.
    system (str): The system's name, for error messages.
    left_out (Sequence): The places of cables that were left out of the gold, for predictions without ids.
    RETURNS (list): The gold cables, with the system's spans.
    RAISES (CableError): CE705 or CE706 if cables are missing, CE707 if a text differs, CE708 for a duplicate id.
    """
    predicted = list(predicted)
    # A file of columns without marks is one cable, named by its file.
    is_one = len(predicted) == 1 < len(gold) and predicted[0].cable_id not in {cable.cable_id for cable in gold} - {""}
    hint = ": read one text; in a CoNLL file, start each cable with -DOCSTART-" if is_one else ""
    if predicted and all(cable.cable_id for cable in (*gold, *predicted)):
        by_id = _by_id(predicted, system)
        lacking = [cable.cable_id for cable in gold if cable.cable_id not in by_id]
        if lacking:
            message = Errors.CE705.format(
                system=system, cable=lacking[0], count=len(lacking), total=counted(len(gold), "cable"), hint=hint
            )
            raise CableError(message)
        found = [by_id[cable.cable_id] for cable in gold]
    elif len(predicted) == len(gold):
        found = predicted
    elif len(predicted) == len(gold) + len(left_out):
        found = [cable for index, cable in enumerate(predicted) if index not in left_out]
    else:
        raise CableError(
            Errors.CE706.format(
                system=system, cables=counted(len(predicted), "cable"), total=counted(len(gold), "cable"), hint=hint
            )
        )
    return [_onto(reference, cable, system) for reference, cable in zip(gold, found, strict=True)]


def _by_id(cables: Iterable[LabelledText], system: str) -> dict[str, LabelledText]:
    by_id: dict[str, LabelledText] = {}
    for cable in cables:
        if cable.cable_id in by_id:
            raise CableError(Errors.CE708.format(system=system, cable=cable.cable_id))
        by_id[cable.cable_id] = cable
    return by_id


def _onto(gold: LabelledText, cable: LabelledText, system: str) -> LabelledText:
    try:
        spans = transfer_spans(cable.spans, cable.text, gold.text)
    except TextsDiffer as error:
        excerpt = cable.text[error.offset : error.offset + 40]
        name = gold.cable_id or "a cable without id"
        message = Errors.CE707.format(system=system, cable=name, offset=error.offset, text=excerpt)
        raise CableError(message) from error
    return gold.with_spans(spans)
