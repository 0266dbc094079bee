"""Data augmentation: training examples in other spellings and layouts of cables, for robust models."""

from __future__ import annotations

import random
from collections import defaultdict, deque
from collections.abc import Iterator

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

from .example_words import Words, make_augmenter
from .reader import Augmenter

_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
#: Names kept by `create_name_augmenter` for each label and number of words.
_POOL = 500
_VOWELS = "aeiou"
_CONSONANTS = "bcdfghjklmnpqrstvwxyz"


@registry.augmenters("spacy_cables.upper_case.v1")
def create_upper_augmenter(level: float) -> Augmenter:
    """Create an augmenter that converts examples to upper case, as in old telegrams and lists of names: `Talks in Oslo`
    becomes `TALKS IN OSLO`.

    level (float): The share of examples to change.
    RETURNS (Callable): The augmenter.
    """

    def upper(words: Words) -> Words:
        # A few letters, such as the sharp s, become two. Entities are counted in words, so this does no harm.
        return Words([word.upper() for word in words.words], words.spaces, words.ents)

    return make_augmenter(level, upper)


@registry.augmenters("spacy_cables.quotes.v1")
def create_quote_augmenter(level: float) -> Augmenter:
    """Create an augmenter that makes curly quotes straight, or straight quotes curly if there are no curly ones:
    `Ito's "crew"` becomes `Ito’s “crew”`, and vice versa.

    level (float): The share of examples to change.
    RETURNS (Callable): The augmenter.
    """

    def swap(words: Words) -> Words:
        straight = [word.translate(_CURLY) for word in words.words]
        if straight == words.words:
            straight = [word.replace("'", "’") for word in straight]
            opening = True
            for i, word in enumerate(straight):
                if '"' in word:
                    straight[i] = word.replace('"', "“" if opening else "”")
                    opening = not opening
        return Words(straight, words.spaces, words.ents)

    return make_augmenter(level, swap)


@registry.augmenters("spacy_cables.page_lines.v1")
def create_page_line_augmenter(level: float) -> Augmenter:
    """Create an augmenter that inserts a page line (`LIMA 00001234  002 OF 003`) at a line end of the
    example, outside of entities. The post in it is one of the locations of the example, and is labelled LOC.

    level (float): The share of examples that are changed, of those with a location and a line end.
    RETURNS (Callable): The augmenter.
    """

    def insert(words: Words) -> Words:
        inside = {i for start, end, _ in words.ents for i in range(start, end)}
        ends = [i for i, word in enumerate(words.words) if "\n" in word and i not in inside]
        posts = [words.words[start] for start, end, label in words.ents if label == "LOC" and end - start == 1]
        if not ends or not posts:
            return words
        at = random.choice(ends) + 1
        page, pages = sorted(random.sample(range(2, 10), 2))
        line = [
            random.choice(posts).upper()[:10],
            f"{random.randrange(10**5):08}",
            " ",
            f"{page:03}",
            "OF",
            f"{pages:03}",
        ]
        line = ["\n", *line, "\n\n"]
        spaces = [False, True, True, False, True, True, True, False]
        ents = [(s, e, label) if e <= at else (s + len(line), e + len(line), label) for s, e, label in words.ents]
        return Words(
            [*words.words[:at], *line, *words.words[at:]],
            [*words.spaces[:at], *spaces, *words.spaces[at:]],
            sorted([*ents, (at + 1, at + 2, "LOC")]),
        )

    return make_augmenter(level, insert)


@registry.augmenters("spacy_cables.names.v1")
def create_name_augmenter(level: float, labels: list[str] | None = None) -> Augmenter:
    """Create an augmenter that replaces names with names of earlier examples, with the same label and number of words:
    `Eva Lund of Turku` becomes `Ada Obi of Oslo`. All mentions of a name in an example get the same new name.

    level (float): The share of examples to change.
    labels (list | None): The labels whose names are replaced. All labels by default.
    RETURNS (Callable): The augmenter.
    """
    pools: dict[tuple[str, int], deque[list[str]]] = defaultdict(lambda: deque(maxlen=_POOL))

    def exchange(words: Words) -> Words:
        changed = list(words.words)
        chosen: dict[tuple[str, ...], list[str]] = {}
        for start, end, label in words.ents:
            name = words.words[start:end]
            pool = pools[label, end - start]
            if (labels is None or label in labels) and pool:
                changed[start:end] = chosen.setdefault(tuple(name), random.choice(pool))
        for start, end, label in words.ents:
            if not any(word.isspace() for word in words.words[start:end]):
                pools[label, end - start].append(words.words[start:end])
        return Words(changed, words.spaces, words.ents)

    return make_augmenter(level, exchange)


@registry.augmenters("spacy_cables.unknown_names.v1")
def create_unknown_name_augmenter(level: float, share: float = 0.4) -> Augmenter:
    """Create an augmenter that makes up unknown names. In words of names, each vowel is replaced by a random vowel and
    each consonant by a random consonant, such as `Nubafol` for `Donegal`. The model learns to rely on the context and
    form of names. A word has the same new spelling throughout an example. Half of the longer words keep their last
    three letters.

    level (float): The share of examples to change.
    share (float): The share of words of names to respell, of those with a capital and at least four letters.
    RETURNS (Callable): The augmenter.
    """

    def respell(words: Words) -> Words:
        changed = list(words.words)
        spelling: dict[str, str] = {}
        for i in (i for start, end, _ in words.ents for i in range(start, end)):
            word, lower = words.words[i], words.words[i].lower()
            if len(word) < 4 or not word.isalpha() or not word[0].isupper() or len(lower) != len(word):
                continue
            if lower not in spelling:
                spelling[lower] = _respell(lower) if random.random() < share else lower
            pairs = zip(spelling[lower], word, strict=True)
            changed[i] = "".join(new.upper() if old.isupper() else new for new, old in pairs)
        return Words(changed, words.spaces, words.ents)

    return make_augmenter(level, respell)


def _respell(word: str) -> str:
    """Replace the letters of a lower-case word with other letters of the English alphabet."""
    kept = word[-3:] if len(word) > 5 and random.random() < 0.5 else ""
    letters = []
    for letter in word.removesuffix(kept):
        alike = next((kind for kind in (_VOWELS, _CONSONANTS) if letter in kind), letter)
        letters.append(random.choice(alike))
    return "".join(letters) + kept


@registry.augmenters("spacy_cables.chain.v1")
def create_chain_augmenter(*augmenters: Augmenter) -> Augmenter:
    """Create an augmenter that applies several augmenters in sequence, each to the output of the one before.

    *augmenters (Callable): The augmenters: in a config, sections `[corpora.train.augmenter.*.NAME]`.
    RETURNS (Callable): The augmenter.
    """

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        examples = [example]
        for augmenter in augmenters:
            examples = [variant for example in examples for variant in augmenter(nlp, example)]
        yield from examples

    return augment
