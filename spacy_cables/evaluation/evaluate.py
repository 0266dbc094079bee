"""Score one system, or several, against gold cables: the whole way from a pipeline or a path to scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from ..errors import CableError, Errors
from ..text.labels import CONLL, label_set
from ..text.progress import Progress
from .breakdowns import Breakdown, by_label, read_breakdowns
from .comparison import Results, compare_all
from .counts import count_confusions, count_kinds, count_outcomes
from .gold import Cables, Reference, labelled_texts, make_reference, read_reference
from .matching import MODES
from .metrics import compute_scores
from .pipelines import entity_labels, run_pipeline, size_on_disk
from .schemes import Scheme, fit_scheme
from .scores import Scores
from .systems import System, load_system, pair_with_gold, system_name


def evaluate(
    system: System,
    gold: Reference | Cables,
    *,
    name: str = "",
    scheme: Scheme | str | Path | Mapping[str, Any] | None = None,
    by: Iterable[str] | Mapping[str, Breakdown] | None = None,
    train: Cables | None = None,
    modes: Sequence[str] = MODES,
    n_bootstrap: int = 1000,
    seed: int = 0,
    progress: Progress | None = None,
) -> Scores:
    """Score a system on characters: a pipeline meets the plain text with its own tokenizer.

    system (Language | str | Path | Iterable): A pipeline, or cables with the predictions of any system, as Docs or
        labelled texts; or the name or path of either. `load_system` has more settings for these.
    gold (Reference | str | Path | Iterable): The gold cables, as Docs or labelled texts, or their path; or what
        `read_reference` or `make_reference` give, which also know a name and whether the gold is gold.
    name (str): What to call the system; if empty, by its path or by a pipeline's own name.
    scheme (Scheme | str | Path | Mapping | None): How to read the system's labels: a scheme, the name of a preset, a
        file, or a mapping of labels to gold labels, None to drop one. If None, identity or `ontonotes->conll`, chosen
        by the labels.
    by (Iterable | Mapping | None): Breakdowns: names, or functions by name. All that need nothing else if None.
    train (str | Path | Iterable | None): The cables that the system was trained on, to break scores down by whether a
        name was seen.
    modes (Sequence): Modes of matching, of `strict`, `exact`, `partial` and `type`. The first two are always made.
    n_bootstrap (int): How often to resample cables for the intervals; 0 for none.
    seed (int): Seed of the resampling.
    progress (Callable | None): Called with how many cables the pipeline has done, and of how many.
    RETURNS (Scores): The scores.
    RAISES (CableError): If labels, cables or texts do not fit the gold's, or a setting is not known.
    """
    modes = _check_modes(modes)
    breakdowns = {"label": by_label, **read_breakdowns(by, None if train is None else labelled_texts(train))}
    reference = _reference(gold)
    name = name or system_name(system)
    if isinstance(system, str | Path):
        system = load_system(system)
    speed = size = None
    if isinstance(system, Language):
        if declared := entity_labels(system):  # better to fail before a long run than after it
            scheme = fit_scheme(scheme, declared, reference.labels)
        found, speed = run_pipeline(system, reference.texts, progress)
        size = size_on_disk(system)
    else:
        found = pair_with_gold(reference.texts, labelled_texts(system), name)
    fitted = fit_scheme(scheme, {label for cable in found for _, _, label in cable.spans}, reference.labels)
    predicted = tuple(fitted.apply(cable) for cable in found)
    counts = count_outcomes(reference.texts, predicted, modes, breakdowns)
    return Scores(
        name=name,
        reference=reference,
        scheme=fitted,
        modes=modes,
        n_bootstrap=n_bootstrap,
        seed=seed,
        rows=compute_scores(counts, n_bootstrap, seed),
        confusion=count_confusions(reference.texts, predicted),
        kinds=count_kinds(reference.texts, predicted),
        speed=speed,
        size=size,
        predicted=predicted,
        counts=counts,
    )


def evaluate_systems(
    systems: Sequence[System],
    gold: Reference | Cables,
    *,
    names: Sequence[str] = (),
    disable: Iterable[str] = (),
    format: str = "auto",
    labels: str | Iterable[str] = CONLL,
    by: Iterable[str] | Mapping[str, Breakdown] | None = None,
    train: Cables | None = None,
    progress: Progress | None = None,
    **settings: Any,
) -> Results:
    """Score one system after the other and compare every two of them: what the command `evaluate` does.

    systems (Sequence): The systems, as for `evaluate`. Those given by name or path are loaded one at a time.
    gold (Reference | str | Path | Iterable): The gold, as for `evaluate`.
    names (Sequence): What to call the systems, in their order; as `evaluate` does where there is no name.
    disable (Iterable): Components to leave out of pipelines.
    format (str): The format of files of predictions; told by the files if `auto`.
    labels (str | Iterable): The label set of bracket files, predictions and training cables: its labels or its name.
    by (Iterable | Mapping | None): Breakdowns, as for `evaluate`.
    train (str | Path | Iterable | None): The cables that the systems were trained on, as for `evaluate`.
    progress (Callable | None): Called with how many cables are done, and of how many, over all systems together.
    **settings: What else `evaluate` takes: `scheme`, `modes`, `n_bootstrap` and `seed`.
    RETURNS (Results): The scores and the differences.
    RAISES (CableError): As `evaluate`, and CE212 or CE215 for a system that cannot be loaded.
    """
    disable, labels = list(disable), label_set(labels)
    breakdowns = read_breakdowns(by, None if train is None else labelled_texts(train, labels=labels))
    reference = _reference(gold)
    scores = []
    for index, system in enumerate(systems):
        name = names[index] if index < len(names) else system_name(system)
        if isinstance(system, str | Path):
            system = load_system(system, disable=disable, format=format, labels=labels)
        report = _from(index * reference.cables, len(systems) * reference.cables, progress)
        scores.append(evaluate(system, reference, name=name, by=breakdowns, progress=report, **settings))
        report(reference.cables, reference.cables)
    return compare_all(scores)


def _from(start: int, total: int, progress: Progress | None) -> Progress:
    """The progress of one system as a part of the progress of all."""
    return lambda done, _: None if progress is None else progress(start + done, total)


def _reference(gold: Reference | Cables) -> Reference:
    if isinstance(gold, Reference):
        return gold
    return read_reference(gold) if isinstance(gold, str | Path) else make_reference(gold)


def _check_modes(modes: Sequence[str]) -> tuple[str, ...]:
    for mode in modes:
        if mode not in MODES:
            raise CableError(Errors.CE208.format(what="mode", name=mode, choices=", ".join(MODES)))
    return tuple(dict.fromkeys(("strict", "exact", *modes)))
