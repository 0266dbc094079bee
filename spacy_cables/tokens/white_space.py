"""White space and HTML tags at the edges of spans."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span


def trim_spans(spans: Iterable[Span]) -> list[Span]:
    """Take white space and HTML tags off the edges of spans.

    spans (Iterable): The spans.
    RETURNS (list): The spans without the tokens of white space at their edges. One of nothing else is left out.
    """
    trimmed = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and span.doc[start].is_space:
            start += 1
        while start < end and span.doc[end - 1].is_space:
            end -= 1
        if start < end:
            trimmed.append(Span(span.doc, start, end, label=span.label, kb_id=span.kb_id, span_id=span.id))
    return trimmed
