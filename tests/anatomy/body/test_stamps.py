"""Stamps, attributes and marks of the end, over invented text."""

import pytest

from spacy_cables.anatomy import find_paragraphs, parse_anatomy, running_text
from spacy_cables.anatomy.body.stamps import _STAMP, attributes_start, closing_lines, release_stamps

from ..patterns import check_examples

STAMPS = [
    " Declassified/Released US Department of State EO Systematic Review 01 JAN 2005 ",
    "Dana Reed  Declassified/Released  US Department of State  EO Systematic Review  20 Mar 2014",
    "Dana P. Reed Declassified/Released US Department of State EO Systematic Review 4 May 2006",
    "UNCLASSIFIED U.S. Department of State Case No. F-2010-00001 Doc No. C00000001 Date: 01/01/2013",
    "RELEASED IN FULL",
    "RELEASE IN PART B1, 1.4(B), 1.4(D)",
]


def test_each_branch_matches_its_example():
    check_examples(_STAMP, 3)


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_is_no_part_of_a_sentence(stamp):
    text = f"UNCLAS LIMA 001234\n\nSUBJECT: TALKS\n\n1. THE MINISTER CALLED ON\n{stamp}\n{stamp}\nTHE EMBASSY.\n"
    assert [text[start:end].strip() for start, end in release_stamps(text)] == [stamp.strip()] * 2
    assert find_paragraphs(text)[0].text == "1. THE MINISTER CALLED ON THE EMBASSY."
    assert running_text(text).text == "THE MINISTER CALLED ON THE EMBASSY."


@pytest.mark.parametrize("text", ["They released him in full view.", "The review was systematic.", ""])
def test_no_stamps(text):
    assert release_stamps(text) == []


ATTRIBUTES = "Message Attributes\nAutomatic Decaptioning: X\nCapture Date: 01 JAN 1994\nDraft Date: 05 MAR 1974\n"


@pytest.mark.parametrize("attributes", [ATTRIBUTES, ATTRIBUTES.split("\n", 1)[1], ATTRIBUTES.replace("\n", "\r\n")])
@pytest.mark.parametrize("end", ["\n\nNNN\n\n", "\n\nCONFIDENTIAL\n\n\nNNN\n\n", "\n\n"])
def test_attributes_are_no_part_of_the_cable(attributes, end):
    text = f"CONFIDENTIAL LIMA 1234\n\nSUBJ: TALKS\n\n1. THEY MET.\n\n2. HE LEFT.{end}{attributes}"
    anatomy = parse_anatomy(text)
    assert anatomy.paragraphs[-1].text == "2. HE LEFT."
    assert anatomy.body.end_char <= text.index("Capture") and not anatomy.body.signature
    assert running_text(text).text == "THEY MET.\n\nHE LEFT."


def test_where_attributes_and_the_end_of_a_printout_begin():
    assert attributes_start("They met.\n" + ATTRIBUTES) == 10
    assert attributes_start("They met.\nMessage Attributes matter.\n") == 37
    assert closing_lines("They met.\n\nCONFIDENTIAL\n\nNNN\n", 29) == 11
    assert closing_lines("They met.", 9) == 9
