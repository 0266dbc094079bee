"""Page breaks over invented text."""

import pytest

from spacy_cables.anatomy import find_page_breaks


@pytest.mark.parametrize(
    "text, post, page, pages",
    [
        ("talks on\n\nLUSAKA 00002643 002 OF 002\n\ntrade", "LUSAKA", 2, 2),
        ("talks on LUSAKA 00002643 002.2 OF 003 trade", "LUSAKA", 2, 3),
        ("IN THE BUENOS AIR 00002643 002 OF 003 TALKS", "BUENOS AIR", 2, 3),
        ("THE HAGUE 00002643  002.2 OF 003", "THE HAGUE", 2, 3),
        ("of\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        CAPE T  00097  01 OF 03  182017Z\n\nmen", "CAPE T", 2, 3),
    ],
)
def test_find_page_breaks(text, post, page, pages):
    (found,) = find_page_breaks(text)
    assert (found.post, found.page, found.pages) == (post, page, pages)
    assert text[found.start_char :].startswith((post, "CONFIDENTIAL", "PAGE"))


@pytest.mark.parametrize("text", ["LUSAKA 2643", "3 OF 5 men", "ROOM 00012 ON FLOOR 002", ""])
def test_no_page_breaks(text):
    assert find_page_breaks(text) == []


@pytest.mark.parametrize("level", ["CONFIDENTIAL", "S E C R E T", "UNCLAS", "NOFORN", "SIPDIS"])
def test_levels_and_captions_around_it_are_part_of_it(level):
    text = f"talks on\n\n{level}\n\nLUSAKA 00002643 002 OF 002\n\n{level}\n\ntrade"
    (found,) = find_page_breaks(text)
    assert found.text.split() == [*level.split(), "LUSAKA", "00002643", "002", "OF", "002", *level.split()]
