"""The line at the top of a page."""

import re

import pytest

from spacy_cables.anatomy.lexicon.page_lines import PAGE_LINE, PAGE_LINE_PART, page_line_start

from ..patterns import check_examples


def test_each_branch_matches_its_example():
    check_examples(PAGE_LINE, 2)


@pytest.mark.parametrize("text", ["LUSAKA 00002643 002 OF 002", "PAGE 02 CAPE T 00097 01 OF 03 182017Z"])
def test_the_part_matches_the_same(text):
    assert re.fullmatch(PAGE_LINE_PART, text) and re.compile(PAGE_LINE_PART).groups == 0


@pytest.mark.parametrize(
    "text, post, start",
    [
        ("LUSAKA 00002643 002 OF 002", "", 0),
        ("IN LUSAKA 00002643 002 OF 002", "", 3),
        ("THE HAGUE 00002643 002 OF 002", "", 0),
        ("IN XANADU 00002643 002 OF 002", "Xanadu", 3),
    ],
)
def test_page_line_start(text, post, start):
    assert page_line_start(PAGE_LINE.match(text), post) == start
