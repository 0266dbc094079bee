"""Token boundaries and entity boundaries: find and fix the places where they do not agree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy
from spacy.attrs import NORM
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from ..text.offsets import CharSpan
from .long_chunks import tokenise


def split_at(doc: Doc, characters: Iterable[int]) -> Doc:
    """Split the tokens of a document at character offsets inside them.

    doc (Doc): The document, as a tokenizer made it. It is not changed.
    characters (Iterable): Offsets in `doc.text`, in characters.
    RETURNS (Doc): The document if no token is split, else a new one.
    """
    cuts: dict[int, list[int]] = {}
    starts = [token.idx for token in doc]
    for character in sorted(set(characters)):
        i = bisect_right(starts, character) - 1
        if i >= 0 and 0 < character - starts[i] < len(doc[i].text):
            cuts.setdefault(i, []).append(character - starts[i])
    if not cuts:
        return doc
    # A new document, since `retokenizer.split` moves all tokens after each token that it splits.
    words: list[str] = []
    spaces: list[bool] = []
    whole: list[int] = []  # the index of each token that is not split
    for token in doc:
        if token.i in cuts:
            edges = [0, *cuts[token.i], len(token.text)]
            words += [token.text[start:end] for start, end in pairwise(edges)]
            spaces += [False] * (len(edges) - 2)
        else:
            whole.append(len(words))
            words.append(token.text)
        spaces.append(bool(token.whitespace_))
    split = Doc(doc.vocab, words=words, spaces=spaces, user_data=dict(doc.user_data))
    # The tokenizer gives some tokens a norm that their word alone does not have, as to "ca" in "can't".
    norms = split.to_array([NORM])
    norms[whole] = numpy.delete(doc.to_array([NORM]), list(cuts), axis=0)
    return split.from_array([NORM], norms)


def cut(doc: Doc, ranges: Sequence[tuple[int, int]]) -> Iterator[Doc]:
    """Make a document of each of several ranges, as `doc[start:end].as_doc()` does. That looks at the whole document
    each time, so a document is halved until each half is one of the ranges.

    doc (Doc): The document.
    ranges (Sequence): Half-open ranges of tokens, in order, without overlap.
    YIELDS (Doc): The documents.
    """
    if len(ranges) == 1:
        yield doc[ranges[0][0] : ranges[0][1]].as_doc()
    elif ranges:
        middle = len(ranges) // 2
        for half in (ranges[:middle], ranges[middle:]):
            first = half[0][0]
            yield from cut(doc[first : half[-1][1]].as_doc(), [(start - first, end - first) for start, end in half])


def misaligned(spans: Iterable[CharSpan], tokenised: Doc) -> list[CharSpan]:
    """Find the entities that start or end inside a token of a pipeline.

    spans (Iterable): The entities, as (start_char, end_char, label), half-open.
    tokenised (Doc): The text that they refer to, tokenised by the pipeline.
    RETURNS (list): The misaligned entities.
    """
    starts = {token.idx for token in tokenised}
    ends = {token.idx + len(token.text) for token in tokenised}
    return [span for span in spans if span[0] not in starts or span[1] not in ends]


def find_misaligned(spans: Sequence[CharSpan], text: str, tokenizer: Callable[[str], Doc]) -> list[CharSpan]:
    """Find the entities that start or end inside a token, as `misaligned` does. spaCy's tokenizer takes what stands
    between white space by itself, so only the surroundings of entities are tokenised.

    spans (Sequence): The entities, as (start_char, end_char, label), half-open, in order.
    text (str): The text.
    tokenizer (Callable): The tokenizer. Any other than `spacy.tokenizer.Tokenizer` gets the whole text.
    RETURNS (list): The misaligned entities.
    """
    if type(tokenizer) is not Tokenizer:
        return misaligned(spans, tokenizer(text))
    found = []
    for span in spans:
        start, end = _to_white_space(text, span[0], span[1])
        moved = (span[0] - start, span[1] - start, span[2])
        if misaligned([moved], tokenise(tokenizer, text[start:end])):
            found.append(span)
    return found


def _to_white_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range until it starts with a word after white space and ends with one before white space."""
    while start > 0 and (text[start].isspace() or not text[start - 1].isspace()):
        start -= 1
    while end < len(text) and (text[end - 1].isspace() or not text[end].isspace()):
        end += 1
    return start, end
