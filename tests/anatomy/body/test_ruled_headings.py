"""Headings that rules make."""

from spacy_cables.anatomy.body.ruled_headings import ruled_headings
from spacy_cables.anatomy.body.rules import split_lines


def found(text):
    return [(heading.text, heading.style) for heading in ruled_headings(text, split_lines(text))]


def test_above_between_and_beside_rules():
    assert found("A Heading\n-----\n") == [("A Heading", "underlined")]
    assert found("=====\nA Heading\n=====\n") == [("A Heading", "boxed")]
    assert found("----- A Heading ----- Text.") == [("A Heading", "inline")]


def test_a_sentence_above_a_box_is_no_heading():
    text = "It ended well.\n*****\nA Heading\n*****\n"
    assert found(text) == [("A Heading", "boxed")]
