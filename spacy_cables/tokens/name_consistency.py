"""One label for each name of a cable, by a vote of all of its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from spacy.attrs import ENT_TYPE, LOWER
from spacy.tokens import Doc, Span

from .white_space import find_white_space, is_white_space

#: A name for comparison: its words in lower case, without white space.
Name = tuple[str, ...]


def with_consistent_names(
    doc: Doc, *, surname_weight: float = 2.0, min_ratio: float = 1.0, min_length: int = 3
) -> list[Span]:
    """Make the entities of a document consistent. Each name gets its most frequent label, and is also marked where it
    was missed, in any case.

    doc (Doc): A document with entities. It is not changed.
    surname_weight (float): How many votes the full name of a person gives to its last word.
    min_ratio (float): Mark missed mentions of a name if its votes are at least this many times the misses.
    min_length (int): Missed mentions of names with fewer characters are not marked.
    RETURNS (list): The entities, in order.
    """
    votes = _count_votes(doc, surname_weight, min_length)
    label_of = {name: max(sorted(labels), key=labels.__getitem__) for name, labels in votes.items()}
    spans = [Span(doc, ent.start, ent.end, label=label_of[name_of(ent)]) for ent in doc.ents]
    missed: dict[Name, list[Span]] = defaultdict(list)
    for name, start, end in _find_missed(doc, label_of, min_length):
        missed[name].append(Span(doc, start, end, label=label_of[name]))
    for name, found in missed.items():
        if sum(votes[name].values()) >= min_ratio * len(found):
            spans += found
    return sorted(spans)


def _count_votes(doc: Doc, surname_weight: float, min_length: int) -> dict[Name, Counter[str]]:
    """Count the votes of each name for each label."""
    votes: dict[Name, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        name = name_of(ent)
        votes[name][ent.label_] += 1
        if ent.label_ == "PER" and len(name) > 1 and len(name[-1]) >= min_length:
            votes[name[-1:]]["PER"] += surname_weight  # type: ignore[assignment]
    return votes


def _find_missed(doc: Doc, label_of: Mapping[Name, str], min_length: int) -> Iterator[tuple[Name, int, int]]:
    """Find names outside of all entities, the longest at each position."""
    # Words are compared by their hashes, for speed: most of a cable is not a name.
    name_of_key = {tuple(doc.vocab.strings[word] for word in name): name for name in label_of}
    lengths: dict[int, set[int]] = defaultdict(set)
    for key in name_of_key:
        lengths[key[0]].add(len(key))
    words = (~find_white_space(doc)).nonzero()[0].tolist()
    table = doc.to_array([LOWER, ENT_TYPE])
    lower, taken = table[words, 0].tolist(), table[words, 1].tolist()
    position = 0
    while position < len(words):
        step = 1
        for length in sorted(lengths.get(lower[position], ()), reverse=True):
            end = position + length
            name = name_of_key.get(tuple(lower[position:end]))
            if end > len(words) or name is None or any(taken[position:end]):
                continue
            piece = doc[words[position] : words[end - 1] + 1]
            if _may_be_name(piece, min_length):
                yield name, piece.start, piece.end
                step = length
                break
        position += step


def _may_be_name(span: Span, min_length: int) -> bool:
    """Whether words that are a name elsewhere may be a name here: "the" and "us" may not."""
    if not span.text[:1].isupper() or len(span.text) < min_length:
        return False
    return len(span) > 1 or not span[0].is_stop


def name_of(span: Span) -> Name:
    """Normalise the name in a span, for comparison.

    span (Span): The span.
    RETURNS (tuple): Its words in lower case, without white space.
    """
    return tuple(token.lower_ for token in span if not is_white_space(token.text))
