"""What may be a heading, and what it says."""

import pytest

from spacy_cables.anatomy.body.heading_text import NOT_HEADING, is_title_line, make_heading

from ..patterns import check_examples


def test_each_branch_matches_its_example():
    check_examples(NOT_HEADING, 16)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("  A Heading \n", "A Heading"),
        ("¶3. (C) A Heading", "A Heading"),
        ("A\nHeading", "A Heading"),
        ("ab", None),
        ("---", None),
        ("12 34 56 78 men", None),
        ("name    age    town", None),
        ("name | age", None),
        ("LUSAKA 00002643 002 OF 002", None),
        ("and so it ended.", None),
    ],
)
def test_make_heading(text, expected):
    heading = make_heading(text, 0, len(text), "plain")
    assert (heading and heading.text) == expected


@pytest.mark.parametrize(
    "line, expected",
    [("A Heading", True), ("Outlook", True), ("a heading", False), ("- An item", False), ("A ----- rule", False)],
)
def test_is_title_line(line, expected):
    assert is_title_line(line) is expected
