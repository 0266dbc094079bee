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


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("He left. She stayed.", 2),
        ("Amb. Reed left. She stayed.", 2),
        ("Gen. Oakes of the U.S. Army left.", 1),
        ("The order is 1.4 (b). It holds.", 2),
        ("It is e.g. No. 5 of St. John.", 1),
        ("He said “Stay.” She stayed! Why? Nobody knows...", 4),
        ("J. W. Pike met Dr. Marsh at 5 p.m. and left.", 1),
        ("One line.\nanother in small letters.", 1),
        ("He saw Mr.\nReed.", 1),
        ("At 5 p.m.\n\nReed left.", 2),
        ("At 5 p.m.\n\n\nReed left.", 2),
    ],
)
def test_sentence_starts_are_as_many_as_sentences(text, sentences):
    starts = [0, *sentence_starts(text, 0, len(text))]
    assert len(starts) == sentences
    assert all(text[start].strip() for start in starts)
