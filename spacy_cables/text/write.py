"""Write text and entities, or words and entities, as a new bracket file. Reading it gives the same entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from .brackets import Mark, Scan, scan, write
from .labels import CONLL
from .markup import has_markup

# Characters that could be read as a mark, a tag or a character reference, as character references.
_REFERENCES = str.maketrans({character: f"&#{ord(character)};" for character in "[]<&\ufeff"})


def write_inline(text: str, ents: Iterable[tuple[int, int, str]]) -> str:
    """Write a text and its entities in the inline style.

    text (str): The text.
    ents (Iterable): The entities, as (start_char, end_char, label), in order, without overlap.
    RETURNS (str): The bracketed text.
    RAISES (CableError): CE004 for an invalid label.
    """
    return _write(text, ents, "inline", "]")


def write_tokenised(words: Sequence[str], sent_starts: Sequence[bool], ents: Iterable[tuple[int, int, str]]) -> str:
    """Write words and entities in the tokenised style: one sentence per line, two spaces before a closing bracket.

    words (Sequence): The words.
    sent_starts (Sequence): Whether each word starts a sentence. No line ends inside an entity.
    ents (Iterable): The entities, as (start, end, label) in words, in order, without overlap.
    RETURNS (str): The bracketed text.
    RAISES (CableError): CE004 for an invalid label.
    """
    ents = list(ents)
    inside = {i for start, end, _ in ents for i in range(start + 1, end)}
    blanks = ["\n" if start and i not in inside else " " for i, start in enumerate(sent_starts)]
    text = "".join(blank + word for blank, word in zip(blanks, words, strict=True))[1:]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    offsets = [(starts[start], starts[end] - 1, label) for start, end, label in ents]
    return _write(text + "\n" if text else "", offsets, "tokenised", "  ]")


def _write(text: str, ents: Iterable[tuple[int, int, str]], style: str, closing: str) -> str:
    marks = tuple(Mark(label, start, end, f"[{label} ", closing) for start, end, label in ents)
    written = write(Scan(text, marks))
    read = scan(written, style=style, labels={mark.label for mark in marks} or CONLL)
    if (read.text, read.marks) == (text, marks) and not read.faults and not has_markup(text):
        return written
    places = [0, *accumulate(len(character.translate(_REFERENCES)) for character in text)]
    marks = tuple(replace(mark, start=places[mark.start], end=places[mark.end]) for mark in marks)
    return write(Scan(text.translate(_REFERENCES), marks))
