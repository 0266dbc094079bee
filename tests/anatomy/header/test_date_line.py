"""Date lines of newspapers."""

from datetime import date

import pytest

from spacy_cables.anatomy import parse_anatomy
from spacy_cables.anatomy.header import date_line

from ..patterns import check_examples


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Monday, 23 March 2009, 09:27", "09:27"),
        ("Monday, March 23, 2009, 9:27", "09:27"),
        ("Monday, 23 March 2009, 09:27 PM", "21:27"),
        ("Monday, 23 March 2009, 12:27AM", "00:27"),
        ("Cable dated:2009-03-23T09:27", "09:27"),
        ("DATE: 2009-03-23 09:27:00", "09:27"),
        ("DATE 2009-03-23 09:27:00", "09:27"),
        ("2009-03-23 09:27:00", "09:27"),
        ("Created: 2009-03-23 09:27", "09:27"),
        ("Date: 2009-03-23", ""),
    ],
)
def test_date_line(line, time):
    found = parse_anatomy(f"\n{line}\nS E C R E T TUNIS 000123\n").fields.date_line
    assert (found.text, found.year, found.start_char, found.end_char) == (line, 2009, 1, 1 + len(line))
    assert (found.date, found.time) == (date(2009, 3, 23), time)


def test_each_branch_matches_its_example():
    check_examples(date_line._DATE_LINE, 3)
