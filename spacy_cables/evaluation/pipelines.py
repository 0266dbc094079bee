"""Run a pipeline on plain texts, with its own tokenizer, and time it."""

from __future__ import annotations

import platform
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from os import cpu_count
from typing import Any

import spacy
from spacy.language import Language

from ..errors import CableError, Errors
from ..text.labelled import LabelledText
from ..text.offsets import CharSpan, transfer_spans
from ..text.progress import Progress, track
from ..tokens.labelled import doc_to_labelled

# Where to cut a text that is too long, in order of preference.
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"\s"))
_WARM_UP_WORDS = 1000


@dataclass(frozen=True, slots=True)
class Speed:
    """The speed of a pipeline.

    words_per_second (float): Words, separated by white space, per second of wall-clock time.
    words (int): Number of words timed: all of them, after the warm-up.
    seconds (float): The time taken, in seconds.
    warm_up (int): Number of words processed before timing.
    machine (str): A description of the machine.
    """

    words_per_second: float
    words: int
    seconds: float
    warm_up: int
    machine: str

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-serializable data, with stable keys."""
        return asdict(self) | {"words_per_second": round(self.words_per_second, 1), "seconds": round(self.seconds, 3)}


def use_gpu(gpu_id: int) -> None:
    """Run pipelines that are loaded from now on on a GPU.

    gpu_id (int): The number of the GPU; below 0 for the CPU.
    RAISES (CableError): CE715 if it cannot be used.
    """
    if gpu_id >= 0:
        try:
            spacy.require_gpu(gpu_id)
        except Exception as error:  # thinc, cupy and torch each raise their own
            reason = str(error).strip().partition("\n")[0]
            raise CableError(Errors.CE715.format(gpu_id=gpu_id, reason=reason)) from error


def size_on_disk(nlp: Language) -> int | None:
    """Get the size of a pipeline's folder.

    nlp (Language): The pipeline.
    RETURNS (int | None): The size in bytes; None if it was not loaded from a folder.
    """
    folder = nlp.path
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder else None


def run_pipeline(
    nlp: Language, cables: Sequence[LabelledText], progress: Progress | None = None
) -> tuple[list[LabelledText], Speed]:
    """Run a pipeline on the plain texts of cables.

    nlp (Language): The pipeline. A text longer than its `max_length` is processed in pieces, cut between paragraphs,
        lines or words.
    cables (Sequence): The cables. Their spans are ignored.
    progress (Callable | None): Called with the number of cables done and the total.
    RETURNS (tuple): The cables with the predicted spans, and the speed.
    """
    texts = [cable.text for cable in cables]
    warm_up = 0
    for text in texts:
        if warm_up >= _WARM_UP_WORDS:
            break
        warm_up += len(text.split())
        list(_find(nlp, [text]))
    start = time.perf_counter()
    found = list(track(_find(nlp, texts), progress, len(texts)))
    seconds = time.perf_counter() - start
    words = sum(len(text.split()) for text in texts)
    speed = Speed(words / seconds if seconds else 0.0, words, seconds, warm_up, _machine())
    return [cable.with_spans(spans) for cable, spans in zip(cables, found, strict=True)], speed


def entity_labels(nlp: Language) -> set[str]:
    """Get the entity labels that a pipeline declares.

    nlp (Language): The pipeline.
    RETURNS (set): The labels; empty if no component that sets `doc.ents` declares any.
    """
    setters = [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]
    return {label for name in setters for label in nlp.pipe_labels.get(name, ())}


def cut_text(text: str, max_length: int) -> Iterator[str]:
    """Cut a text into pieces of at most `max_length` characters, which concatenate to the text.

    text (str): The text.
    max_length (int): Maximum length of a piece, in characters.
    YIELDS (str): The pieces. A short text is its only piece.
    """
    while len(text) > max_length:
        window = text[:max_length]
        # Cut after white space if possible, so that no piece starts inside a word.
        cuts = (max((match.end() for match in cut.finditer(window)), default=0) for cut in _CUTS)
        end = next((cut for cut in cuts if cut), max_length)
        yield text[:end]
        text = text[end:]
    yield text


def _find(nlp: Language, texts: Iterable[str]) -> Iterator[list[CharSpan]]:
    # The limit protects statistical components from running out of memory, so it is kept.
    pieces = ((piece, last) for text in texts for piece, last in _with_last(cut_text(text, nlp.max_length)))
    spans: list[CharSpan] = []
    offset = 0
    for doc, (piece, last) in nlp.pipe(((piece, (piece, last)) for piece, last in pieces), as_tuples=True):
        cable = doc_to_labelled(doc)
        found = transfer_spans(cable.spans, cable.text, piece)
        spans.extend((start + offset, end + offset, label) for start, end, label in found)
        offset += len(piece)
        if last:
            yield spans
            spans, offset = [], 0


def _with_last(pieces: Iterator[str]) -> Iterator[tuple[str, bool]]:
    """Iterate over pieces, each with whether it is the last."""
    piece = next(pieces)
    for following in pieces:
        yield piece, False
        piece = following
    yield piece, True


def _machine() -> str:
    python = f"Python {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {cpu_count()} CPUs, {python}, spaCy {spacy.__version__}"
