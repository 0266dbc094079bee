"""The case that words of a passage in capitals would have in running text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy
from spacy.attrs import IS_ALPHA, IS_UPPER
from spacy.tokens import Doc

#: The attribute of a network that embeds words in which it keeps their case forms.
CASE_FORMS = "case_forms"
#: A word stands in a passage in capitals if at least `SHARE` of the words up to `REACH` tokens around it are capitals.
REACH = 10
SHARE = 0.9
#: Words that running text has less often than this are taken for names.
LEAST = 2


def in_capitals(doc: Doc) -> numpy.ndarray:
    """Find the words in capitals that stand in a passage in capitals.

    doc (Doc): The document.
    RETURNS (ndarray): For each token whether it is one.
    """
    flags = doc.to_array([IS_ALPHA, IS_UPPER]).reshape(-1, 2).astype("int64")
    alpha = flags[:, 0]
    upper = alpha * flags[:, 1]
    if not upper.any():
        return numpy.zeros(len(doc), dtype=bool)
    index = numpy.arange(len(doc))
    low, high = numpy.maximum(index - REACH, 0), numpy.minimum(index + REACH + 1, len(doc))
    sums = numpy.concatenate([[0], alpha.cumsum()]), numpy.concatenate([[0], upper.cumsum()])
    words, capitals = (total[high] - total[low] for total in sums)
    found: numpy.ndarray = (upper == 1) & (capitals >= SHARE * words)
    return found


def count_case_forms(docs: Iterable[Doc]) -> dict[str, str]:
    """Learn in which case words stand in running text, passages in capitals and the starts of sentences left out.

    docs (Iterable): Documents.
    RETURNS (dict): For a word in lower case the form that it has most often, if it was seen at least `LEAST` times.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        capitals = in_capitals(doc)
        starts = True
        for token, skip in zip(doc, capitals, strict=True):
            if token.is_alpha:
                if not skip and not (starts and token.is_title):
                    counts[token.lower_][token.text] += 1
                starts = False
            elif token.text in '.?!:*-"“”' or (token.is_space and token.text.count("\n") > 1):
                starts = True
    return {
        word: min(forms, key=lambda form: (-forms[form], form))
        for word, forms in sorted(counts.items())
        if sum(forms.values()) >= LEAST
    }


def recase(doc: Doc, case_forms: Mapping[str, str]) -> Doc:
    """Write passages in capitals in the case of running text. Words that it does not know are taken for names.

    doc (Doc): A document. It is not changed.
    case_forms (Mapping): For a word in lower case its form in running text.
    RETURNS (Doc): A document of as many tokens; the same one if it has no passage in capitals.
    """
    capitals = in_capitals(doc)
    if not capitals.any():
        return doc
    words = [
        case_forms.get(token.lower_, token.text.title()) if change else token.text
        for token, change in zip(doc, capitals, strict=True)
    ]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
