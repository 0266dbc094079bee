"""The portion marks of a cable."""

from spacy_cables.anatomy import find_portion_marks


def test_portion_marks_are_no_offices_and_no_letters_of_a_list():
    text = "1. (C) The office (S/CT) of (S/GC) met. (U) It ended.\nText (a), (b) and (C) of the law."
    assert [mark.text for mark in find_portion_marks(text)] == ["C", "U"]
