"""Run a pipeline over plain texts, with its own tokenizer, and time it."""

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

from ..text.labelled import LabelledText
from ..text.offsets import CharSpan, transfer_spans
from ..text.progress import Progress, track
from ..tokens.labelled import doc_to_labelled

# Where a text that is too long may be cut, the best first.
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"\s"))
_WARM_UP_WORDS = 1000


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a pipeline ran.

    words_per_second (float): Words, as white space separates them, by wall clock.
    words (int): How many words were timed: all of them, after the warm-up.
    seconds (float): How long they took.
    warm_up (int): How many words were run before the clock started.
    machine (str): What it ran on.
    """

    words_per_second: float
    words: int
    seconds: float
    warm_up: int
    machine: str

    def to_dict(self) -> dict[str, Any]:
        """JSON-able, with stable keys."""
        return asdict(self) | {"words_per_second": round(self.words_per_second, 1), "seconds": round(self.seconds, 3)}


def size_on_disk(nlp: Language) -> int | None:
    """Count the bytes of a pipeline's folder.

    nlp (Language): The pipeline.
    RETURNS (int | None): The bytes; None if it was not loaded from a folder.
    """
    folder = nlp.path
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder else None


def run_pipeline(
    nlp: Language, cables: Sequence[LabelledText], progress: Progress | None = None
) -> tuple[list[LabelledText], Speed]:
    """Let a pipeline find the entities in the cables' plain texts.

    nlp (Language): The pipeline. A text longer than its `max_length` is run in pieces, cut between paragraphs, else
        lines, else words.
    cables (Sequence): The cables. Their spans are not looked at.
    progress (Callable | None): Called with how many cables are done, and of how many.
    RETURNS (tuple): The cables with the spans found, and the speed.
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
    """The labels that a pipeline says it gives to entities.

    nlp (Language): The pipeline.
    RETURNS (set): The labels; empty if no component that sets `doc.ents` says.
    """
    setters = [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]
    return {label for name in setters for label in nlp.pipe_labels.get(name, ())}


def cut_text(text: str, max_length: int) -> Iterator[str]:
    """Cut a text into pieces, none longer than `max_length`, that are the text again when put together.

    text (str): The text.
    max_length (int): The most characters of a piece.
    YIELDS (str): The pieces; a text that is short enough is the only one.
    """
    while len(text) > max_length:
        window = text[:max_length]
        # The cut leaves white space in front of it: a piece never starts inside a word if it can be helped.
        cuts = (max((match.end() for match in cut.finditer(window)), default=0) for cut in _CUTS)
        end = next((cut for cut in cuts if cut), max_length)
        yield text[:end]
        text = text[end:]
    yield text


def _find(nlp: Language, texts: Iterable[str]) -> Iterator[list[CharSpan]]:
    # The limit guards statistical components against lack of memory, so it is kept.
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
    """Each piece, and whether it is the last."""
    piece = next(pieces)
    for following in pieces:
        yield piece, False
        piece = following
    yield piece, True


def _machine() -> str:
    python = f"Python {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {cpu_count()} CPUs, {python}, spaCy {spacy.__version__}"
