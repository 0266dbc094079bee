"""The words of a training example, for augmenters to change, and the new example made from them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from ..tokens.alignment import split_at
from .reader import Augmenter


@dataclass(slots=True)
class Words:
    """The words, spaces and entities of an example.

    words (list): The words, with white-space tokens among them.
    spaces (list): Whether each word is followed by a space.
    ents (list): The entities as (start, end, label), half-open, in words.
    """

    words: list[str]
    spaces: list[bool]
    ents: list[tuple[int, int, str]]


def make_augmenter(level: float, change: Callable[[Words], Words]) -> Augmenter:
    """Make an augmenter from a function that changes words.

    level (float): The share of examples that are changed.
    change (Callable): Takes the words of an example and returns others. If their number changes, it also
        moves the entities.
    RETURNS (Callable): The augmenter. It yields one example for each example.
    """

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if random.random() >= level:
            yield example
        else:
            yield _make_example(nlp, example.reference, change(_words_of(example.reference)))

    return augment


def _words_of(doc: Doc) -> Words:
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    return Words([token.text for token in doc], [bool(token.whitespace_) for token in doc], ents)


def _make_example(nlp: Language, original: Doc, words: Words) -> Example:
    """Make an example of the new words. The pipeline tokenises its predicted side. Missing annotation stays missing."""
    reference = Doc(nlp.vocab, words=words.words, spaces=words.spaces)
    missing = []
    if len(reference) == len(original):
        missing = [reference[token.i : token.i + 1] for token in original if not token.ent_iob_]
    reference.set_ents(
        [Span(reference, start, end, label) for start, end, label in words.ents], missing=missing, default="outside"
    )
    edges = (edge for ent in reference.ents for edge in (ent.start_char, ent.end_char))
    return Example(split_at(nlp.make_doc(reference.text), edges), reference)
