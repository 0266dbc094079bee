"""Words of natural and of tokenised text."""

import pytest

from spacy_cables.text.brackets import scan
from spacy_cables.text.markup import strip_markup
from spacy_cables.text.words import Entity, cut_words, mark_sentence_starts


def cut(text, style):
    found = scan(text, style=style)
    return cut_words(strip_markup(found.text), found.marks, style)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://example.org/a.", ["See", "https://example.org/a", "."]),
        ("the U.S. on 10/17/2018", ["the", "U.S.", "on", "10/17/2018"]),
        ("O'Brien's crew's", ["O'Brien", "'s", "crew", "'s"]),
        ("---- (C) ...", ["----", "(", "C", ")", "..."]),
        ("<b>Oslo</b>", ["Oslo"]),
        ("", []),
    ],
)
def test_words_of_natural_text(text, words):
    assert cut(text, "inline").words == words


def test_words_of_tokenised_text_stand_between_blanks():
    assert cut("O'Brien's U.S. , ( C )", "tokenised").words == ["O'Brien's", "U.S.", ",", "(", "C", ")"]


def test_marks_cut_words():
    found = cut("pro-[LOC Oslo]ers of [ORG New Oslo]", "inline")
    assert found.words == ["pro", "-", "Oslo", "ers", "of", "New", "Oslo"]
    assert found.offsets == [0, 3, 4, 8, 12, 15, 19]
    assert found.ents == (Entity(2, 3, "LOC"), Entity(5, 7, "ORG"))


def test_a_mark_around_nothing_but_markup_is_left_out():
    found = cut("[PER <b>] left [LOC Oslo]", "inline")
    assert [mark.label for mark in found.marks] == ["LOC"]
    assert (found.words, found.ents) == (["left", "Oslo"], (Entity(1, 2, "LOC"),))


@pytest.mark.parametrize(
    ("boundaries", "ents", "expected"),
    [
        ([], [], [True, False, False, False]),
        ([5, 12, 99], [], [True, False, True, True]),
        ([9], [Entity(1, 3, "PER")], [True, False, False, False]),
        ([4], [Entity(1, 3, "PER")], [True, True, False, False]),
    ],
)
def test_mark_sentence_starts(boundaries, ents, expected):
    assert mark_sentence_starts([0, 4, 9, 12], boundaries, ents) == tuple(expected)


def test_mark_sentence_starts_of_no_words():
    assert mark_sentence_starts([], [0], []) == ()
