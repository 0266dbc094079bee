"""When a cable was sent."""

from datetime import date, datetime, timedelta, timezone

import pytest

from spacy_cables.anatomy import Sent, find_date, read_fragment, read_header
from spacy_cables.anatomy.header.sent import read_sent, sent_in_meta


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("Monday, 23 March 2009, 09:27\nP 101338Z MAY 08\n", date(2008, 5, 10), 2008),
        ("Monday, 23 March 2009, 09:27\nUNCLAS LUSAKA 12\n", date(2009, 3, 23), 2009),
        ("R 310900Z FEB 66\n", None, 1966),
        ("They met in May 2008.", None, 0),
    ],
)
def test_the_time_group_comes_before_the_date_line(text, day, year):
    sent = read_sent(read_header(read_fragment(text)))
    assert (sent.date, sent.year) == (day, year)
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("2004-03-05", Sent(date(2004, 3, 5), "", "meta", 2004)),
        (date(2004, 3, 5), Sent(date(2004, 3, 5), "", "meta", 2004)),
        ("2004-03-05 18:00", Sent(date(2004, 3, 5), "18:00", "meta", 2004)),
        ("2004-03-05T18:00:59Z", Sent(date(2004, 3, 5), "18:00", "meta", 2004)),
        ("2004-03-05T23:30-05:00", Sent(date(2004, 3, 6), "04:30", "meta", 2004)),
        (datetime(2004, 3, 5, 1, tzinfo=timezone(timedelta(hours=2))), Sent(date(2004, 3, 4), "23:00", "meta", 2004)),
        ("5 March", None),
        (20040305, None),
        (None, None),
    ],
)
def test_the_date_in_metadata_is_iso(value, sent):
    assert sent_in_meta({"date": value}) == sent


def test_metadata_without_a_date():
    assert sent_in_meta({}) is None
