"""How far words are from each other."""

import pytest

from spacy_cables.anatomy.lexicon.spelling import edit_distance, nearest


@pytest.mark.parametrize(
    "first, second, expected",
    [("TAGS", "TAGS", 0), ("TGAS", "TAGS", 1), ("TAG", "TAGS", 1), ("SUBJETC", "SUBJECT", 1), ("REF", "TAGS", 3)],
)
def test_edit_distance(first, second, expected):
    assert edit_distance(first, second, 2) == expected == edit_distance(second, first, 2)


def test_nearest():
    assert nearest("SUJBECT", ("TAGS", "SUBJECT"), 2) == "SUBJECT"
    assert nearest("XANADU", ("TAGS", "SUBJECT"), 2) == ""
