from itertools import pairwise

import pytest

from spacy_cables.text.sentences import sentence_starts


def sentences(text):
    edges = [0, *sentence_starts(text, blank_lines=True), len(text)]
    return [piece for a, b in pairwise(edges) if (piece := text[a:b].strip())]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.|All left.",
        "Mr. Okoro left.|He slept.",
        "J. Ada left.",
        '"Go!"|They went.',
        "No. 5 failed?|Yes.",
        "It cost 3.5 pounds.|\n¶2. More.",
        "SUMMARY\n\n|Rain fell.",
        "Wait ... and see.",
        "Done...|Next.",
    ],
)
def test_sentence_starts(text):
    assert sentences(text.replace("|", " ")) == [piece.strip() for piece in text.split("|")]


def test_sentence_starts_of_nothing():
    assert sentence_starts("", blank_lines=True) == []
