"""Random sets of spans that the tests of this folder share."""

from __future__ import annotations

from random import Random

from spacy_cables.text.labelled import CharSpan

LABELS = ("PER", "LOC", "ORG", "MISC")


def flat_spans(random: Random, length: int, number: int) -> list[CharSpan]:
    """Spans that do not overlap one another, in the order of the text."""
    bounds = sorted(random.sample(range(length + 1), 2 * number))
    return [(a, b, random.choice(LABELS)) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


def nested_spans(random: Random, length: int, number: int) -> list[CharSpan]:
    """Different spans that may overlap, in the order of the text."""
    found = set()
    while len(found) < number:
        start = random.randrange(length)
        found.add((start, min(length, start + random.randint(1, 12)), random.choice(LABELS)))
    return sorted(found)


def disturbed(random: Random, spans: list[CharSpan], length: int) -> list[CharSpan]:
    """Spans as a system may find them: some kept, moved, relabelled, dropped or added. They do not overlap."""
    found = []
    for start, end, label in spans:
        chance = random.random()
        if chance < 0.15:
            continue
        if chance < 0.35:
            label = random.choice(LABELS)
        if 0.3 < chance < 0.55:
            start, end = start + random.randint(-2, 2), end + random.randint(-2, 2)
        found.append((max(0, start), min(length, end), label))
    found.extend(flat_spans(random, length, 2))
    flat, reach = [], 0
    for start, end, label in sorted(found):
        if reach <= start < end:
            flat.append((start, end, label))
            reach = end
    return flat
