"""Score a pipeline, or the output of any system, against gold cables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..tokens.labelled import doc_to_labelled
from .breakdowns import read_breakdowns
from .disagreements import confusion, count_kinds
from .figures import make_figures
from .matching import MODES
from .pairing import pair_with_gold
from .reference import make_reference
from .running import entity_labels, run_pipeline, size_on_disk
from .schemes import Scheme, choose_scheme, read_scheme
from .scores import Scores
from .tally import Breakdown, by_label, tally


def evaluate(
    nlp_or_docs: Language | Iterable[Doc | LabelledText],
    gold_docs: Iterable[Doc | LabelledText],
    *,
    scheme: Scheme | str | Path | Mapping[str, str | None] | None = None,
    strip_the: bool | None = None,
    strip_possessive: bool | None = None,
    modes: Sequence[str] = MODES,
    by: Iterable[str] | Mapping[str, Breakdown] | None = None,
    n_bootstrap: int = 1000,
    seed: int = 0,
    name: str = "",
    reference: str = "gold",
    reference_kind: str = "unknown",
    progress: Callable[[int], object] | None = None,
) -> Scores:
    """Score a system on characters: a pipeline meets the plain text with its own tokenizer.

    nlp_or_docs (Language | Iterable): A pipeline, or cables with the predictions of any system, as Docs or labelled
        texts.
    gold_docs (Iterable): The gold cables, as Docs or labelled texts.
    scheme (Scheme | str | Path | Mapping | None): How to read the system's labels: a scheme, the name of a preset, a
        file, or a mapping of labels to gold labels, None to drop one. If None, identity or `ontonotes->conll`, chosen
        by the labels.
    strip_the (bool | None): Leave a leading "the" outside of the system's spans, or do not. The scheme says if None.
    strip_possessive (bool | None): The same for a trailing "'s" or apostrophe.
    modes (Sequence): Modes of matching, of `strict`, `exact`, `partial` and `type`. The first two are always made.
    by (Iterable | Mapping | None): Breakdowns: names, or functions by name. All that need nothing else if None.
    n_bootstrap (int): How often to resample cables for the intervals; 0 for none.
    seed (int): Seed of the resampling.
    name (str): What to call the system; a pipeline's own name if empty.
    reference (str): What to call the gold.
    reference_kind (str): `gold` for annotations checked by hand, `silver` for those of a tagger, `mixed` or `unknown`.
    progress (Callable | None): Called with how many cables the pipeline has done.
    RETURNS (Scores): The scores.
    RAISES (CableError): CE2xx, if labels, cables or texts do not fit the gold's, or a setting is not known.
    """
    modes = _check_modes(modes)
    breakdowns = {"label": by_label, **read_breakdowns(by)}
    gold = [_labelled(doc) for doc in gold_docs]
    if not gold:
        raise CableError(Errors.CE209)
    described = make_reference(gold, reference, reference_kind)
    gold_labels = {label for cable in gold for _, _, label in cable.spans}
    speed = size = None
    if isinstance(nlp_or_docs, Language):
        name = name or "_".join(str(nlp_or_docs.meta.get(key, "")) for key in ("lang", "name")).strip("_")
        declared = entity_labels(nlp_or_docs)
        if declared:  # better to fail before a long run than after it
            scheme = _choose(scheme, declared, gold_labels)
        found, speed = run_pipeline(nlp_or_docs, gold, progress)
        size = size_on_disk(nlp_or_docs)
    else:
        name = name or "system"
        found = pair_with_gold(gold, (_labelled(doc) for doc in nlp_or_docs), name)
    chosen = _choose(scheme, {label for cable in found for _, _, label in cable.spans}, gold_labels)
    chosen = replace(
        chosen,
        strip_the=chosen.strip_the if strip_the is None else strip_the,
        strip_possessive=chosen.strip_possessive if strip_possessive is None else strip_possessive,
    )
    predicted = [chosen.apply(cable) for cable in found]
    counts = tally(gold, predicted, modes, breakdowns)
    return Scores(
        name=name,
        reference=described,
        scheme=chosen,
        modes=modes,
        n_bootstrap=n_bootstrap,
        seed=seed,
        figures=make_figures(counts, n_bootstrap, seed),
        confusion=confusion(gold, predicted),
        kinds=count_kinds(gold, predicted),
        speed=speed,
        size=size,
        gold=tuple(gold),
        predicted=tuple(predicted),
        tally=counts,
    )


def _check_modes(modes: Sequence[str]) -> tuple[str, ...]:
    for mode in modes:
        if mode not in MODES:
            raise CableError(Errors.CE208.format(what="mode", name=mode, choices=", ".join(MODES)))
    return tuple(dict.fromkeys(("strict", "exact", *modes)))


def _choose(scheme: Scheme | str | Path | Mapping[str, str | None] | None, labels: set[str], gold: set[str]) -> Scheme:
    if scheme is None:
        return choose_scheme(labels, gold)
    chosen = scheme if isinstance(scheme, Scheme) else read_scheme(scheme)
    chosen.check(labels)
    return chosen


def _labelled(doc: Doc | LabelledText) -> LabelledText:
    return doc if isinstance(doc, LabelledText) else doc_to_labelled(doc)
