"""The error browser of the report: the sentences in which systems and gold disagree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...text.labelled import LabelledText
from ...text.offsets import CharSpan
from ...text.sentences import sentence_starts
from ..matching import KINDS, Pair, iter_pairs
from ..scores import Scores

# A longer sentence, such as a header or a list, is split into lines.
_LONG = 320


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A range of a cable in which at least one system disagrees with the gold.

    cable (int): Index of the cable.
    start_char (int): Start of the range in the cable, in characters.
    text (str): The text of the range.
    gold (tuple): The gold spans, in offsets of the excerpt.
    predicted (tuple): The spans of each system, likewise.
    pairs (tuple): The disagreements of each system, likewise.
    """

    cable: int
    start_char: int
    text: str
    gold: tuple[CharSpan, ...]
    predicted: tuple[tuple[CharSpan, ...], ...]
    pairs: tuple[tuple[Pair, ...], ...]


def iter_excerpts(gold: Sequence[LabelledText], systems: Sequence[Sequence[LabelledText]]) -> Iterator[Excerpt]:
    """Find all excerpts, in the order of the cables.

    gold (Sequence): The gold cables.
    systems (Sequence): The same cables with the spans of each system.
    YIELDS (Excerpt): The excerpts. Each disagreement is in exactly one.
    """
    for index, (reference, *found) in enumerate(zip(gold, *systems, strict=True)):
        pairs = [[pair for pair in iter_pairs(reference, cable) if pair.kind != "correct"] for cable in found]
        bounds = _segments(reference.text)
        ranges = sorted({_range(pair, bounds) for each in pairs for pair in each})
        for start, end in _joined(ranges):
            yield Excerpt(
                cable=index,
                start_char=start,
                text=reference.text[start:end].rstrip(),
                gold=_within(reference.spans, start, end),
                predicted=tuple(_within(cable.spans, start, end) for cable in found),
                pairs=tuple(tuple(_shifted(each, start, end)) for each in pairs),
            )


def browser_data(systems: Sequence[Scores], labels: Sequence[str]) -> dict[str, Any]:
    """Make the data for the script of the report. Spans are `[start, end, index of the label]`.

    systems (Sequence): The scores of each system, on one reference.
    labels (Sequence): All labels.
    RETURNS (dict): The data, JSON-serializable.
    """
    gold = systems[0].gold

    def plain(spans: Iterable[CharSpan]) -> list[list[int]]:
        return [[start, end, labels.index(label)] for start, end, label in spans]

    def plain_pair(pair: Pair) -> list[Any]:
        sides = [plain([span])[0] if span else None for span in (pair.gold, pair.predicted)]
        return [KINDS.index(pair.kind), *sides]

    return {
        "systems": [scores.name for scores in systems],
        "labels": list(labels),
        "kinds": list(KINDS),
        "cables": [cable.cable_id or str(index + 1) for index, cable in enumerate(gold)],
        "excerpts": [
            [
                excerpt.cable,
                excerpt.start_char,
                excerpt.text,
                plain(excerpt.gold),
                [plain(spans) for spans in excerpt.predicted],
                [[plain_pair(pair) for pair in pairs] for pairs in excerpt.pairs],
            ]
            for excerpt in iter_excerpts(gold, [scores.predicted for scores in systems])
        ],
    }


def _segments(text: str) -> list[int]:
    """The boundaries of sentences, from 0 to the length of the text."""
    bounds = sorted({0, *sentence_starts(text, blank_lines=True), len(text)})
    lines: list[int] = []
    for start, end in pairwise(bounds):
        if end - start > _LONG:
            lines.extend(position + 1 for position in range(start, end) if text[position] == "\n")
    return sorted({*bounds, *lines})


def _extent(pair: Pair) -> tuple[int, int]:
    spans = [span for span in (pair.gold, pair.predicted) if span is not None]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _range(pair: Pair, bounds: list[int]) -> tuple[int, int]:
    start, end = _extent(pair)
    return bounds[bisect_right(bounds, start) - 1], bounds[bisect_left(bounds, end)]


def _joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sort ranges, and merge those that overlap."""
    start = end = -1
    for low, high in ranges:
        if low >= end:
            if end > 0:
                yield start, end
            start = low
        end = max(end, high)
    if end > 0:
        yield start, end


def _within(spans: Sequence[CharSpan], start: int, end: int) -> tuple[CharSpan, ...]:
    return tuple(
        (max(low, start) - start, min(high, end) - start, label)
        for low, high, label in spans
        if low < end and high > start
    )


def _shifted(pairs: list[Pair], start: int, end: int) -> Iterator[Pair]:
    for pair in pairs:
        low, high = _extent(pair)
        if start <= low and high <= end:
            yield Pair(pair.kind, _shift(pair.gold, start), _shift(pair.predicted, start))


def _shift(span: CharSpan | None, start: int) -> CharSpan | None:
    return None if span is None else (span[0] - start, span[1] - start, span[2])
