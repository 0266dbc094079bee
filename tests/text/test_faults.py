"""Faults and their places."""

import pytest

from spacy_cables import CableError
from spacy_cables.text.faults import REASONS, Fault, make_fault

TEXT = "one\ntwo [PER Ada and more\r\nend"


def test_a_fault_has_its_place_and_shows_the_rest_of_its_line():
    fault = make_fault(TEXT, "unclosed", 8, "left as text")
    assert fault == Fault("unclosed", 2, 5, "[PER Ada and more", "left as text")
    assert (fault.place("a.txt"), fault.place(None)) == ("a.txt:2:5", "<text>:2:5")


def test_a_fault_shows_no_more_than_60_characters():
    assert make_fault("x" * 99, "nested", 3, "").text == "x" * 60


@pytest.mark.parametrize("kind", REASONS)
def test_strict_reading_says_what_a_fault_means(kind):
    error = make_fault(TEXT, kind, 8, "").error("a.txt")
    assert isinstance(error, CableError)
    assert "a.txt:2:5" in str(error) and REASONS[kind] in str(error) and "'[PER Ada and more'" in str(error)
