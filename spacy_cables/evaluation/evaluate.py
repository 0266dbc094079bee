"""Score one or more systems against gold cables, from pipelines or paths to scores."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from warnings import warn

from spacy.language import Language

from ..errors import CableError, Errors, Warnings
from ..text.counted import counted
from ..text.labelled import LabelledText
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
from .systems import System, check_disabled, load_system, pair_with_gold, system_name, system_names


def evaluate(
    system: System,
    gold: Reference | Cables,
    *,
    name: str = "",
    scheme: Scheme | str | Path | Mapping[str, Any] | None = None,
    gold_scheme: Scheme | str | Path | Mapping[str, Any] | None = None,
    by: Iterable[str] | Mapping[str, Breakdown] | None = None,
    train: Cables | None = None,
    modes: Sequence[str] = MODES,
    n_bootstrap: int = 1000,
    seed: int = 0,
    progress: Progress | None = None,
) -> Scores:
    """Score a system by character offsets. A pipeline runs on the plain text, with its own tokenizer.

    system (Language | str | Path | Iterable): A pipeline, or cables with the predictions of any system, as Docs or
        labelled texts; or the name or path of either. `load_system` has more settings.
    gold (Reference | str | Path | Iterable): The gold cables, as Docs or labelled texts, or their path; or a
        `Reference`, which also has a name and a kind, from `read_reference` or `make_reference`.
    name (str): The name of the system. By default the last part of its path, or the name of the pipeline.
    scheme (Scheme | str | Path | Mapping | None): How to map the system's labels: a scheme, the name of a preset, a
        file, or a mapping of labels to gold labels (None to drop one). If None, identity or `ontonotes->conll`,
        depending on the labels.
    gold_scheme (Scheme | str | Path | Mapping | None): How to map the gold's labels, likewise. None to keep them.
    by (Iterable | Mapping | None): Breakdowns: names, or functions by name. None for all that need no other
        data.
    train (str | Path | Iterable | None): The training cables of the system, to break scores down by whether a name
        was seen.
    modes (Sequence): The modes of matching: `strict`, `exact`, `partial` and `type`. The first two are always included.
    n_bootstrap (int): Number of bootstrap samples for the intervals; 0 for none.
    seed (int): The random seed of the bootstrap.
    progress (Callable | None): Called with the number of cables done and the total.
    RETURNS (Scores): The scores.
    RAISES (CableError): If labels, cables or texts do not fit the gold's, or a setting is not known.
    """
    modes = _check_modes(modes)
    _check_bootstrap(n_bootstrap, seed)
    breakdowns = {"label": by_label, **read_breakdowns(by, None if train is None else labelled_texts(train))}
    reference = _reference(gold).with_scheme(gold_scheme)
    name = name or system_name(system)
    if isinstance(system, str | Path):
        system = load_system(system)
    speed = size = None
    if isinstance(system, Language):
        if declared := entity_labels(system):  # fail before a long run rather than after it
            scheme = fit_scheme(scheme, declared, reference.labels)
        found, speed = run_pipeline(system, reference.texts, progress)
        size = size_on_disk(system)
    else:
        found = pair_with_gold(reference.texts, labelled_texts(system), name, left_out=reference.left_out)
    fitted = fit_scheme(scheme, {label for cable in found for _, _, label in cable.spans}, reference.labels)
    predicted = tuple(
        _where_annotated(cable, fitted.apply(each)) for cable, each in zip(reference.texts, found, strict=True)
    )
    _warn_of_nothing(name, found, system)
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
    """Score several systems one after another, and compare all pairs, like the command `evaluate`.

    systems (Sequence): The systems, as for `evaluate`. Those given by name or path are loaded one at a time.
    gold (Reference | str | Path | Iterable): The gold, as for `evaluate`.
    names (Sequence): The names of the systems, in order. Missing names as for `evaluate`. Systems of one name are runs
        of one system: their results also have the means over them.
    disable (Iterable): Components to leave out of pipelines.
    format (str): The format of prediction files; detected if `auto`.
    labels (str | Iterable): The label set of bracket files (predictions and training cables): labels or a name.
    by (Iterable | Mapping | None): Breakdowns, as for `evaluate`.
    train (str | Path | Iterable | None): The training cables of the systems, as for `evaluate`.
    progress (Callable | None): Called with the number of cables done and the total, over all systems.
    **settings: Other arguments of `evaluate`: `scheme`, `gold_scheme`, `modes`, `n_bootstrap` and `seed`.
    RETURNS (Results): The scores and the differences.
    RAISES (CableError): Same as `evaluate`, CE703 or CE704 for a system that cannot be loaded, CE716 for components
        that no pipeline has, CE717 for more names than systems.
    """
    disable, labels = list(disable), label_set(labels)
    check_disabled(systems, disable)
    names = system_names(systems, names)
    breakdowns = read_breakdowns(by, None if train is None else labelled_texts(train, labels=labels))
    reference = _reference(gold)
    scores = []
    for index, system in enumerate(systems):
        if isinstance(system, str | Path):
            system = load_system(system, disable=disable, format=format, labels=labels)
        report = _from(index * reference.cables, len(systems) * reference.cables, progress)
        scores.append(evaluate(system, reference, name=names[index], by=breakdowns, progress=report, **settings))
        report(reference.cables, reference.cables)
    return compare_all(scores)


def _where_annotated(gold: LabelledText, predicted: LabelledText) -> LabelledText:
    """Leave out predictions where the gold has no annotation: they are neither right nor wrong, as in spaCy's
    `Scorer`."""
    if not gold.missing:
        return predicted
    starts = [start for start, _ in gold.missing]
    ends = [end for _, end in gold.missing]
    spans = (span for span in predicted.spans if bisect_right(ends, span[0]) == bisect_left(starts, span[1]))
    return predicted.with_spans(spans)


def _warn_of_nothing(name: str, predicted: Sequence[LabelledText], system: object) -> None:
    if any(cable.spans for cable in predicted):
        return
    if not isinstance(system, Language):
        cause = "Was it annotated at all, and if it is in brackets, with labels of the label set?"
    elif entity_labels(system):
        cause = "Its entity recogniser found nothing: is it trained?"
    else:
        cause = f"No component of it finds entities: {', '.join(system.pipe_names) or 'it has none'}"
    warn(Warnings.CW703.format(system=name, cables=counted(len(predicted), "cable"), cause=cause), stacklevel=3)


def _from(start: int, total: int, progress: Progress | None) -> Progress:
    """Report the progress of one system as part of the total."""
    return lambda done, _: None if progress is None else progress(start + done, total)


def _reference(gold: Reference | Cables) -> Reference:
    if isinstance(gold, Reference):
        return gold
    return read_reference(gold) if isinstance(gold, str | Path) else make_reference(gold)


def _check_bootstrap(n_bootstrap: int, seed: int) -> None:
    for name, value, most in (("n_bootstrap", n_bootstrap, 10**7), ("seed", seed, 2**32 - 1)):
        if not isinstance(value, int) or not 0 <= value <= most:
            raise CableError(Errors.CE719.format(name=name, value=value, most=most))


def _check_modes(modes: Sequence[str]) -> tuple[str, ...]:
    for mode in modes:
        if mode not in MODES:
            raise CableError(Errors.CE006.format(what="mode", name=mode, choices=", ".join(MODES)))
    return tuple(dict.fromkeys(("strict", "exact", *modes)))
