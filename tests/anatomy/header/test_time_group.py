"""Date and time groups, in all the spellings of clerks."""

from datetime import date

import pytest

from spacy_cables.anatomy import parse_anatomy, read_fragment, read_header
from spacy_cables.anatomy.header import time_group
from spacy_cables.anatomy.header.time_group import read_time_group

from ..patterns import check_examples


def _read(text):
    return read_time_group(read_header(read_fragment(text)))


@pytest.mark.parametrize(
    ("line", "precedence"),
    [
        ("R 051800Z MAR 04", "R"),
        ("051800Z MAR 04", ""),
        ("  051800Z MAR 04", ""),
        ("O P 051800Z MAR 04", "O"),
        ("OO RR 051800Z MAR 04", "O"),
        ("r 051800z Mar 04", "R"),
        ("P 051800Z MARCH 04", "P"),
        ("P 051800Z MAR. 2004", "P"),
        ("Z 051800Z MAR 04R", "Z"),
        ("O 051800Z MAR 04 ZDK", "O"),
        ("R 051800ZMAR04", "R"),
        ("R 051800 Z MAR 04", "R"),
        ("R 05/1800Z MAR 04", "R"),
        ("DE RUEHPE #1234 0651800 ZNY CCCCC ZZH P 051800Z MAR 04 FM AMEMBASSY LIMA", "P"),
    ],
)
def test_spellings(line, precedence):
    group = _read(f"{line}\nFM AMEMBASSY LIMA\n")
    assert (group.date, group.time, group.year, group.precedence) == (date(2004, 3, 5), "18:00", 2004, precedence)


@pytest.mark.parametrize(("line", "time"), [("R 052500Z MAR 04", ""), ("R 052359Z MAR 04", "23:59")])
def test_a_time_that_there_is(line, time):
    assert _read(line).time == time


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: X\nREF: LIMA DTG 051800Z MAR 04",
        "SUBJECT: X\nREF: LIMA\n051800Z MAR 04",
        "PAGE 01  LIMA 01234  051830Z\n",
        "They met at 051800Z MAR 04",
        "R 1051800Z MAR 04",
    ],
)
def test_groups_of_other_telegrams(text):
    assert _read(text) is None


def test_offsets():
    text = "<pre>R 051800Z MAR 04\nFM AMEMBASSY LIMA\n</pre>"
    group = parse_anatomy(text).fields.transmission.time_group
    assert text[group.start_char : group.end_char] == group.text == "051800Z MAR 04"


def test_each_branch_matches_its_example():
    check_examples(time_group._TIME_GROUP, 2)
