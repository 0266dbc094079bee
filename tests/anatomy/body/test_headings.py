"""Headings of every style over invented text."""

import pytest

from spacy_cables.anatomy import find_headings

RULE = "---------"


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Text.\n\nA Heading\n{RULE}\n\n1. (C) One.", [("A Heading", "underlined")]),
        (f"Text.\n\n{RULE}\nA Heading\n{RULE}\n\n1. (C) One.", [("A Heading", "boxed")]),
        (f"Text.\n{RULE * 5} ----\nA Long Heading\n{RULE * 5} ----\n1. (C) One.", [("A Long Heading", "boxed")]),
        (f"{RULE} SUMMARY {RULE}\n\n1. (C) One.", [("SUMMARY", "inline")]),
        ("1. (C) One.\n\n//A BOLD MOVE//\n\n2. (C) Two.", [("A BOLD MOVE", "slashes")]),
        ("1. (C) One.\n\nPlain Words Alone\n\n2. (C) Two.", [("Plain Words Alone", "plain")]),
        ("1. (C) One.\n\nTwo Lines of\nHeading\n==========\n\n2. (C) Two.", [("Two Lines of Heading", "underlined")]),
        ("1. (C) It ended. A New Start ----------- 2. (C) Two.", [("A New Start", "underlined")]),
        ("1. (C) One.\nA Heading\n- - - - - - -\n2. (C) Two.", [("A Heading", "underlined")]),
        (f"Text.\nhttp://example.org/wiki/\n{RULE}\n", []),
        (f"12 34 56 78 90 12\n{RULE}\n", []),
        (f"XXXXXXXXXXXX\n{RULE}\n", []),
        ("1. (C) One sentence that ends.\n\n2. (C) Two.", []),
    ],
)
def test_find_headings(text, expected):
    found = find_headings(text)
    assert [(heading.text, heading.style) for heading in found] == expected
