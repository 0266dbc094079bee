"""Token boundaries and entity boundaries: find and fix the places where they do not agree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from ..text.offsets import CharSpan


def split_at(doc: Doc, characters: Iterable[int]) -> None:
    """Split the tokens of a document, in place, at character offsets inside them.

    doc (Doc): The document.
    characters (Iterable): Offsets in `doc.text`, in characters.
    """
    cuts: dict[int, list[int]] = {}
    starts = [token.idx for token in doc]
    for character in sorted(set(characters)):
        i = bisect_right(starts, character) - 1
        if i >= 0 and 0 < character - starts[i] < len(doc[i].text):
            cuts.setdefault(i, []).append(character - starts[i])
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for i, offsets in cuts.items():
            text = doc[i].text
            pieces = [text[a:b] for a, b in zip([0, *offsets], [*offsets, len(text)], strict=True)]
            retokenizer.split(doc[i], pieces, heads=[(doc[i], k) for k in range(len(pieces))])


def misaligned(spans: Iterable[CharSpan], tokenised: Doc) -> list[CharSpan]:
    """Find the entities that start or end inside a token of a pipeline.

    spans (Iterable): The entities, as (start_char, end_char, label), half-open.
    tokenised (Doc): The text that they refer to, tokenised by the pipeline.
    RETURNS (list): The misaligned entities.
    """
    starts = {token.idx for token in tokenised}
    ends = {token.idx + len(token.text) for token in tokenised}
    return [span for span in spans if span[0] not in starts or span[1] not in ends]
