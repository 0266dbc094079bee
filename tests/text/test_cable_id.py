"""Identifiers of cables."""

import pytest

from spacy_cables.text.cable_id import full_year, make_cable_id, read_cable_id


@pytest.mark.parametrize(
    ("cable_id", "parts"),
    [
        ("08LONDON2643", (2008, "LONDON", 2643)),
        ("66BUENOSAIRES2481", (1966, "BUENOSAIRES", 2481)),
        ("99OSLO1", (1999, "OSLO", 1)),
        ("56LIMA451", (1956, "LIMA", 451)),
        ("1974LAPAZ00015", (1974, "LAPAZ", 15)),
    ],
)
def test_an_identifier_tells_year_post_and_serial(cable_id, parts):
    assert read_cable_id(cable_id) == parts


@pytest.mark.parametrize("cable_id", ["", "notes", "8LONDON2643", "08LONDON", "08London1", "08LONDON2643.txt"])
def test_other_names_are_no_identifiers(cable_id):
    assert read_cable_id(cable_id) is None


@pytest.mark.parametrize(
    ("digits", "year"), [("40", 1940), ("39", 2039), ("00", 2000), ("010", 2010), ("1951", 1951), ("1000", 1000)]
)
def test_two_digits_are_a_year_from_1940_on(digits, year):
    assert full_year(digits) == year


@pytest.mark.parametrize(
    ("parts", "cable_id"),
    [((2008, "LONDON", 2643), "08LONDON2643"), ((1966, "OSLO", 1), "66OSLO1"), ((0, "LONDON", 2643), "LONDON2643")],
)
def test_an_identifier_is_made_of_year_post_and_serial(parts, cable_id):
    assert make_cable_id(*parts) == cable_id
