"""The longest phrase at each word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.text.phrases import PhraseFinder


def find(phrases, text, taken=()):
    words = text.split()
    found = PhraseFinder(tuple(phrase.split()) for phrase in phrases).find(
        words, [i in taken for i in range(len(words))]
    )
    return [(start, " ".join(words[start:end])) for start, end in found]


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ([], "Ada left", []),
        ([""], "Ada left", []),
        (["Ada"], "Ada met Ada", [(0, "Ada"), (2, "Ada")]),
        (["Ada", "Ada Obi", "Obi"], "Ada Obi met Ada", [(0, "Ada Obi"), (1, "Obi"), (3, "Ada")]),
        (["Ada Obi Ito", "Obi"], "Ada Obi met", [(1, "Obi")]),
        (["a b", "b c", "c"], "a b c", [(0, "a b"), (1, "b c"), (2, "c")]),
        (["a a"], "a a a", [(0, "a a"), (1, "a a")]),
    ],
)
def test_find(phrases, text, found):
    assert find(phrases, text) == found


def test_no_phrase_holds_a_word_that_is_taken():
    assert find(["Ada Obi", "Obi"], "Ada Obi and Obi", taken=[0]) == [(1, "Obi"), (3, "Obi")]
    assert find(["Ada Obi", "Ada"], "Ada Obi", taken=[1]) == [(0, "Ada")]


WORDS = st.lists(st.sampled_from("ab"), max_size=12)


@given(st.lists(WORDS.map(tuple), max_size=6), st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=30))
def test_find_is_what_a_search_at_each_word_finds(phrases, text):
    words, taken = tuple(word for word, _ in text), [is_taken for _, is_taken in text]
    expected = []
    for start in range(len(words)):
        ends = [start + len(phrase) for phrase in phrases if phrase and words[start : start + len(phrase)] == phrase]
        ends = [end for end in ends if not any(taken[start:end])]
        if ends:
            expected.append((start, max(ends)))
    assert PhraseFinder(phrases).find(words, taken) == expected


def test_long_phrases_and_many():
    """A search at each word would look at 10 ** 10 words."""
    words = ["ho"] * 100_000
    found = PhraseFinder([("ho",) * 100_000, ("ha",), *(("ho", str(i)) for i in range(1000))]).find(
        words, [0] * len(words)
    )
    assert found == [(0, 100_000)]
