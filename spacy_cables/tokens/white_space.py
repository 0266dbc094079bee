"""What counts as white space in a `Doc`: spaces, line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ..text.markup import is_tag


def is_white_space(text: str) -> bool:
    """Check whether a token is white space or an HTML tag.

    text (str): The text of the token.
    RETURNS (bool): Whether it is. No entity starts or ends in such a token.
    """
    return text.isspace() or (text[:1] == "<" and is_tag(text))


def flag_tags(vocab: Vocab) -> None:
    """Make `token.is_space` also true for HTML tags, in all documents of a vocabulary. spaCy's entity recogniser does
    not start or end an entity at such a token.

    The flag belongs to the vocabulary and is not stored with documents. The vocabulary computes it for each new word,
    in every process, since the rule is pickled with it.

    vocab (Vocab): The vocabulary, changed in place.
    """
    if not _knows_tags(vocab):
        vocab.add_flag(is_white_space, IS_SPACE)


def find_white_space(doc: Doc) -> numpy.ndarray:
    """Find white-space tokens and HTML tags, even if the vocabulary does not flag tags.

    doc (Doc): The document.
    RETURNS (ndarray): Whether each token is one.
    """
    if _knows_tags(doc.vocab):
        return doc.to_array(IS_SPACE) != 0
    return numpy.fromiter((is_white_space(token.text) for token in doc), dtype=bool, count=len(doc))


def count_words(doc: Doc) -> int:
    """Count the tokens that are neither white space nor HTML tags.

    doc (Doc): The document.
    RETURNS (int): Their number.
    """
    return int((~find_white_space(doc)).sum())


def trim_spans(spans: Iterable[Span]) -> list[Span]:
    """Trim white space and HTML tags from the edges of spans.

    spans (Iterable): The spans.
    RETURNS (list): The trimmed spans. Empty ones are left out.
    """
    trimmed = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and is_white_space(span.doc[start].text):
            start += 1
        while start < end and is_white_space(span.doc[end - 1].text):
            end -= 1
        if start < end:
            trimmed.append(Span(span.doc, start, end, label=span.label, kb_id=span.kb_id, span_id=span.id))
    return trimmed


def _knows_tags(vocab: Vocab) -> bool:
    return vocab.lex_attr_getters.get(IS_SPACE) is is_white_space  # type: ignore[attr-defined]
