"""Dates as headers write them."""

from datetime import date

import pytest

from spacy_cables.anatomy.lexicon.dates import DATE, read_date

from ..patterns import check_examples


def test_each_branch_matches_its_example():
    check_examples(DATE, 5)


@pytest.mark.parametrize(
    "text", ["10/17/2018", "2018/10/17", "10/17/18", "17/10/2018", "October 17, 2018", "17 OCT 2018", "20181017"]
)
def test_read_date(text):
    assert read_date(f"DECL: {text}.") == date(2018, 10, 17)


@pytest.mark.parametrize("text", ["", "13/32/2018", "1/2", "in 2018", "30 FEB 2018"])
def test_no_date(text):
    assert read_date(text) is None
