"""Make silver training data from a tagger's annotations: correct them by rule, and let models vote on them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from ..errors import CableError, Errors
from ..formats import CableFiles
from ..formats.shards import write_docbins
from ..text.cable_id import id_of_file
from ..text.labelled import LabelledText
from ..text.progress import Progress, track
from ..text.splits import read_held_out
from ..tokens import cable_dict
from .mend import repair_silver
from .vote import relabel

#: Two cables are near-duplicates if they share more than this many n-grams of `RUN` words.
SHARED_RUNS = 15
RUN = 8


@dataclass(slots=True)
class SilverStats:
    """The results of `make_silver`.

    cables (int): Number of cables written.
    words (int): Number of tokens.
    entities (int): Number of entities.
    missing (int): Number of tokens without a majority.
    joined (int): Number of entities left out because they share a token of the pipeline with the one before.
    excluded (list): The cable_ids left out: excluded cables and their near-duplicates.
    """

    cables: int = 0
    words: int = 0
    entities: int = 0
    missing: int = 0
    joined: int = 0
    excluded: list[str] = field(default_factory=list)


def make_silver(
    annotated: str | Path,
    source: str | Path,
    output: str | Path,
    *,
    exclude: Sequence[str | Path] = (),
    models: Sequence[str | Path] = (),
    models_only: bool = False,
    quorum: int | None = None,
    repair: bool = True,
    max_words: int = 0,
    tokenizer: str = "spacy_cables.CableTokenizer.v1",
    progress: Progress | None = None,
) -> SilverStats:
    """Write silver training data (weak supervision): the annotations of a tagger, aligned with the cables' own text and
    corrected by rule. Pipelines trained on gold may vote on them. With only a pipeline as annotator, this is
    self-training or distillation. The same input gives the same bytes.

    annotated (str | Path): The tagger's bracket files.
    source (str | Path): The folder of their untagged sources.
    output (str | Path): The `.spacy` file to write (a folder of that name if it is large).
    exclude (Sequence): Splits, as for `read_splits`. The cables in any of their parts are left out, as are their
        near-duplicates.
    models (Sequence): Pipelines, by name or path. The tagger's corrected annotations have one more vote.
    models_only (bool): Leave the tagger out of the vote.
    quorum (int | None): How many annotators must agree; more than half by default.
    repair (bool): Correct the tagger's annotations by rule. See `repair_silver`.
    max_words (int): Stop after this many words. The order of cables is a hash of their names. 0 for all.
    tokenizer (str): The registered tokenizer of the pipeline to be trained.
    progress (Callable | None): Called after each cable with the number done and the total.
    RETURNS (SilverStats): Counts of what was written and left out.
    RAISES (CableError): CE501 for a quorum that is not a majority, CE502 for `models_only` without models;
        otherwise the same as `read_cables`.
    """
    if models_only and not models:
        raise CableError(Errors.CE502)
    voters = len(models) + (not models_only)
    quorum = voters // 2 + 1 if quorum is None else quorum
    if not voters / 2 < quorum <= voters:
        raise CableError(Errors.CE501.format(quorum=quorum, voters=voters))
    is_excluded = read_held_out(exclude)
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer}}})
    stats = SilverStats()
    files = CableFiles(annotated, source=source, order=_by_hash)
    docs: Iterable[Doc] = _read(nlp, files, source, is_excluded, stats)
    docs = _first_words(docs, max_words)
    if repair and not (models and models_only):  # without the tagger's vote there is nothing to correct
        docs = repair_silver(docs)
    if models:
        pipelines = [spacy.load(model) for model in models]
        docs = relabel(docs, pipelines, models_only=models_only, quorum=quorum)
    write_docbins(track(_count(docs, stats), progress, len(files)), output)
    return stats


def _read(
    nlp: Language, annotated: CableFiles, source: str | Path, is_excluded: Callable[[str], bool], stats: SilverStats
) -> Iterator[Doc]:
    """Read the cables to train on, with the pipeline's tokens and the tagger's entities."""
    holders: dict[int, list[str]] = defaultdict(list)  # the held-out cables that contain each n-gram
    for held_out in CableFiles(source, format="untagged", wanted=is_excluded):
        for run in _runs(held_out.text):
            holders[run].append(held_out.cable_id)
    for cable in annotated:
        if cable.is_stub or not cable.text:
            continue
        if is_excluded(cable.cable_id) or _most_shared(cable.text, holders) > SHARED_RUNS:
            stats.excluded.append(cable.cable_id)
        else:
            yield _project(nlp, cable, stats)


def _by_hash(file: Path) -> bytes:
    """A sort key that depends only on the name of a file."""
    return hashlib.sha256(id_of_file(file).encode()).digest()


def _most_shared(text: str, holders: Mapping[int, list[str]]) -> int:
    """The number of n-grams that a text shares with the most similar held-out cable."""
    shared = Counter(cable_id for run in _runs(text) for cable_id in holders.get(run, ()))
    return max(shared.values(), default=0)


def _runs(text: str) -> set[int]:
    """The hashes of all n-grams of a text."""
    words = text.split()
    return {hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}


def _project(nlp: Language, cable: LabelledText, stats: SilverStats) -> Doc:
    """Tokenise a cable with a pipeline, and expand entities to whole tokens."""
    doc = nlp.make_doc(cable.text)
    spans: list[Span] = []
    for start, end, label in cable.spans:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is None or (spans and span.start < spans[-1].end):
            stats.joined += 1
        else:
            spans.append(span)
    doc.set_ents(spans, default="outside")
    doc._.cable = cable_dict(cable)
    return doc


def _first_words(docs: Iterable[Doc], max_words: int) -> Iterator[Doc]:
    words = 0
    for doc in docs:
        yield doc
        words += len(doc)
        if 0 < max_words <= words:
            return


def _count(docs: Iterable[Doc], stats: SilverStats) -> Iterator[Doc]:
    for doc in docs:
        stats.cables += 1
        stats.words += len(doc)
        stats.entities += len(doc.ents)
        stats.missing += sum(not token.ent_iob_ for token in doc)
        yield doc
