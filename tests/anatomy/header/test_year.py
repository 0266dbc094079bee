"""The year in which a cable was sent."""

import pytest

from spacy_cables.anatomy import read_fragment, read_header
from spacy_cables.anatomy.header.year import read_year


@pytest.mark.parametrize(
    "text, year",
    [
        ("Monday, 23 March 2009, 09:27\nP 101338Z MAY 08\n", 2009),
        ("P R 101338Z MAY 08\nFM AMEMBASSY LUSAKA\n", 2008),
        ("R 051800Z MAR 66\n", 1966),
        ("They met in May 2008.", 0),
    ],
)
def test_read_year(text, year):
    assert read_year(read_header(read_fragment(text))) == year
