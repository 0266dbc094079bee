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
        ("Date: 23 March 2009", ""),
        ("DATE: March 23, 2009", ""),
        ("DATE: 03/23/2009", ""),
        ("2009-03-23", ""),
        ("23 March 2009", ""),
        ("MARCH 23, 2009", ""),
    ],
)
def test_date_line(line, time):
    found = parse_anatomy(f"\n{line}\nS E C R E T TUNIS 000123\n").fields.date_line
    assert (found.text, found.year, found.start_char, found.end_char) == (line, 2009, 1, 1 + len(line))
    assert (found.date, found.time) == (date(2009, 3, 23), time)


def test_each_branch_matches_its_example():
    check_examples(date_line._DATE_LINE, 5)


@pytest.mark.parametrize("line", ["2009-03-23", "23 March 2009"])
def test_a_day_below_the_banner_is_no_date_line(line):
    assert parse_anatomy(f"S E C R E T TUNIS 000123\n\nSIPDIS\n\nREF: LETTER OF\n{line}\n").fields.date_line is None


def test_no_such_day():
    assert parse_anatomy("2009-02-30\nS E C R E T TUNIS 000123\n").fields.date_line is None
