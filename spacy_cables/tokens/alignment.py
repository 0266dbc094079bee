"""Token boundaries and entity boundaries: find and fix the places where they do not agree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy
from spacy.attrs import NORM
from spacy.tokens import Doc

from ..text.offsets import CharSpan


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
