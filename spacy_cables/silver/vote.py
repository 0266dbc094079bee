"""Majority vote of several annotators: entities they agree on, and missing annotation where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

Opinion = tuple[int, int, str]  # start_char, end_char (half-open), label


def vote(doc: Doc, opinions: Sequence[Iterable[Opinion]], *, quorum: int) -> Doc:
    """Set the entities on which at least `quorum` annotators agree, in boundaries and label. Words that fewer of them
    mark are set as missing, so that they are ignored when `ner` is trained.

    doc (Doc): The document, changed in place.
    opinions (Sequence): The entities of each annotator, as half-open characters of `doc.text`, without overlap.
    quorum (int): How many must agree; more than half, so that accepted entities cannot overlap.
    RETURNS (Doc): The document. If two accepted entities share a token, the longer one is kept.
    """
    votes = Counter(opinion for annotator in opinions for opinion in set(annotator))
    spans: list[Span] = []
    doubtful: list[Span] = []
    for (start, end, label), count in sorted(votes.items()):
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            (spans if count >= quorum else doubtful).append(span)
    spans = filter_spans(spans)
    taken = {i for span in spans for i in range(span.start, span.end)}
    missing = sorted({i for span in doubtful for i in range(span.start, span.end)} - taken)
    doc.set_ents(spans, missing=[doc[i : i + 1] for i in missing], default="outside")
    return doc


def relabel(
    docs: Iterable[Doc],
    models: Sequence[Language],
    *,
    quorum: int,
    models_only: bool = False,
    batch_size: int = 16,
) -> Iterator[Doc]:
    """Let pipelines vote on annotated documents. The existing annotations have one vote as well.

    docs (Iterable): Documents with entities (silver), tokenised by the pipeline to be trained.
    models (Sequence): The pipelines.
    quorum (int): How many annotators must agree; more than half.
    models_only (bool): Leave the existing annotations out of the vote.
    batch_size (int): Number of documents per batch.
    YIELDS (Doc): The same documents, with the entities of the vote.
    """
    for batch in minibatch(docs, batch_size):
        texts = [doc.text for doc in batch]
        found = [list(map(opinions_of, model.pipe(texts))) for model in models]
        for doc, *opinions in zip(batch, *found, strict=True):
            yield vote(doc, opinions if models_only else [opinions_of(doc), *opinions], quorum=quorum)


def opinions_of(doc: Doc) -> list[Opinion]:
    """Get the entities of a document as an annotator's opinion.

    doc (Doc): The document.
    RETURNS (list): The entities as (start_char, end_char, label), half-open.
    """
    return [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
