"""The executive order line, in all its spellings."""

from datetime import date

import pytest

from spacy_cables.anatomy import find_declassify_on, find_executive_order, parse_anatomy
from spacy_cables.anatomy.header import executive_order

from ..patterns import check_examples


@pytest.mark.parametrize("pattern, count", [(executive_order._ORDER, 3), (executive_order._DECLASSIFY, 10)])
def test_each_branch_matches_its_example(pattern, count):
    check_examples(pattern, count)


@pytest.mark.parametrize(
    "text, order, day",
    [
        ("E.O. 12958: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("EO 12958 DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 2018/10/17", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 10/17/18", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL:10-17-2018 TAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 03/19/2024TAGS: PREL", "12958", date(2024, 3, 19)),
        ("E.O. 12958: DECL: 011/2/2019", "12958", date(2019, 11, 2)),
        ("E.O. 12958: DECL: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL ON: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECLASSIFY ON: OCTOBER 17, 2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 17 OCT 2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 24/10/2018", "12958", date(2018, 10, 24)),
        ("E.O. 12958: DECL:\n10/17/2018\nTAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 10/\n17/2018\nTAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O . 12958: DECL: 10 / 17 / 2018", "12958", date(2018, 10, 17)),
        ("E.0. 12958: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12598: DECL: 10/17/2018", "12598", date(2018, 10, 17)),
        ("SIPDISE.O. 12958: DECL: 10/17/2018TAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12065: GDS 8/12/85 (OAKES, TOM P.) OR-P", "12065", date(1985, 8, 12)),
        ("DECL: 10/17/2018", "", date(2018, 10, 17)),
        ("E.O. 12958: N/A", "12958", None),
        ("E.O. 12356: DECL: OADR", "12356", None),
        ("E.O. 12958: DECL: 13/45/2018", "12958", None),
        ("E.O. 12958: DECL: TEN YEARS AFTER THE EVENT\nTAGS: PREL", "12958", None),
        ("the year 2018/10/17 in a text without a label", "", None),
        ("", "", None),
    ],
)
def test_find_executive_order_and_declassify_on(text, order, day):
    assert (find_executive_order(text), find_declassify_on(text)) == (order, day)


@pytest.mark.parametrize(
    "text, value, declassified",
    [
        ("E.O. 12958: DECL: 10/17/2018", "10/17/2018", "2018-10-17"),
        ("E.O. 12356: DECL: OADR", "OADR", "OADR"),
        ("E.O. 12958:\n", None, None),
    ],
)
def test_the_line_says_where_its_value_stands(text, value, declassified):
    order = parse_anatomy(text).fields.executive_order
    assert (order.value and text[order.value.start_char : order.value.end_char]) == value
    assert order.declassified == declassified
    assert text[order.start_char : order.end_char] == text.strip()
