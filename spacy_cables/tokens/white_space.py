"""What counts as white space in a `Doc`: blanks, line ends and HTML tags."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from ..text.markup import is_tag


def is_white_space(text: str) -> bool:
    """Whether a token of this text is white space, or an HTML tag.

    text (str): The text of the token.
    RETURNS (bool): Whether it is. No entity starts or ends in such a token.
    """
    return text.isspace() or (text[:1] == "<" and is_tag(text))


def flag_tags(vocab: Vocab) -> None:
    """Make `token.is_space` true for HTML tags, too, in all documents of a vocabulary. spaCy's own components go by it:
    its entity recogniser starts and ends no entity there.

    The flag belongs to the vocabulary and is not stored with a document, so the vocabulary computes it for each new
    word. It does so in every process, since the rule is pickled with the vocabulary.

    vocab (Vocab): The vocabulary, changed in place.
    """
    if not _knows_tags(vocab):
        vocab.add_flag(is_white_space, IS_SPACE)


def find_white_space(doc: Doc) -> numpy.ndarray:
    """Find the tokens of white space and the HTML tags of a document, also of one whose vocabulary does not flag them.

    doc (Doc): The document.
    RETURNS (ndarray): For each token whether it is one.
    """
    if _knows_tags(doc.vocab):
        return doc.to_array(IS_SPACE) != 0
    return numpy.fromiter((is_white_space(token.text) for token in doc), dtype=bool, count=len(doc))


def trim_spans(spans: Iterable[Span]) -> list[Span]:
    """Take white space and HTML tags off the edges of spans.

    spans (Iterable): The spans.
    RETURNS (list): The spans without the tokens of white space at their edges. One of nothing else is left out.
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
