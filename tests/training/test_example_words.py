"""The words of an example, and an example of changed ones."""

import random

import pytest
from spacy.tokens import Doc, Span
from spacy.training import Example

from spacy_cables.training.example_words import Words, make_augmenter


@pytest.fixture
def example(nlp):
    """`Ada` is a person; of `Oslo` nothing is known."""
    reference = Doc(nlp.vocab, words=["Ada", "left", "Oslo", "."], spaces=[True, True, False, False])
    reference.set_ents([Span(reference, 0, 1, label="PER")], missing=[reference[2:3]], default="outside")
    return Example(nlp.make_doc(reference.text), reference)


def test_what_is_to_be_changed(nlp, example):
    seen = []

    def look(words):
        seen.append(words)
        return words

    (made,) = make_augmenter(1.0, look)(nlp, example)
    assert seen == [Words(["Ada", "left", "Oslo", "."], [True, True, False, False], [(0, 1, "PER")])]
    assert made.text == example.text
    assert [token.ent_iob_ for token in made.reference] == ["B", "O", "", "O"]


def test_entities_move_with_the_words(nlp, example):
    def greet(words):
        return Words(["Dear", *words.words], [True, *words.spaces], [(1, 2, "PER")])

    (made,) = make_augmenter(1.0, greet)(nlp, example)
    assert made.text == "Dear Ada left Oslo."
    assert [(ent.text, ent.label_) for ent in made.reference.ents] == [("Ada", "PER")]


def test_tokens_of_the_pipeline_are_split_where_entities_end(nlp, example):
    def join(words):
        return Words(["pro", "Oslo", "bound"], [False, False, False], [(1, 2, "LOC")])

    (made,) = make_augmenter(1.0, join)(nlp, example)
    assert [token.text for token in made.predicted] == ["pro", "Oslo", "bound"]
    assert made.get_aligned_ner() == ["O", "U-LOC", "O"]


def test_level_is_the_share_of_examples_that_are_changed(nlp, example):
    random.seed(0)
    augment = make_augmenter(0.25, lambda words: words)
    changed = sum(next(iter(augment(nlp, example))) is not example for _ in range(200))
    assert 30 <= changed <= 70
