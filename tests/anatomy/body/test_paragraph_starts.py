"""Where paragraphs begin: offsets of number, portion mark and content."""

import pytest

from spacy_cables.anatomy.body.paragraph_starts import paragraph_starts
from spacy_cables.anatomy.pieces import Fragment, read_fragment


def test_a_start_has_the_offsets_of_its_number_and_its_content():
    text = "Text.\n\n1. (C) One.\n2. Two."
    one, two = paragraph_starts(Fragment(text))
    assert (text[one.start :][:2], text[one.content :].lstrip()[:4], one.mark.text) == ("1.", "One.", "C")
    assert (text[two.start :][:2], text[two.content :], two.mark) == ("2.", "Two.", None)


def test_an_item_of_a_list_gives_way_to_a_marked_paragraph():
    text = "¶1. (C) List:\n¶2. Salt\n¶2. (C) Two."
    assert [text[start.start :] for start in paragraph_starts(Fragment(text))][1] == "¶2. (C) Two."


STYLES = [
    "{}. THEY MET.",
    "{}.  They met.",
    "{}.They met.",
    "{}) They met.",
    "({}) They met.",
    "{}.) They met.",
    "{}, THEY MET.",
    "{}- They met.",
    "{} - They met.",
    "{}.- They met.",
    "{}. per reftel, they met.",
    "{}. $5 million came.",
    "{}.\nThey met.",
    "PARA {}. THEY MET.",
    "{}.(C) They met.",
    "{}, (C) They met.",
    "{} (C) They met.",
    "{}) (C) They met.",
    "{}. (c) They met.",
    "{}. ( C ) They met.",
    "     {}. THEY MET.",
    "\xa0{}.\xa0(U)\xa0They met.",
    "\ufffd{}.  (C) They met.",
    "\ufffd{}. They met.",
    "¶{}. (C) They met.",
    "¶ {}. They met.",
    "Â¶{}. (C) They met.",
    "<a id='par{0}' href='#par{0}'>¶</a>{0}. (C) They met.",
]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_numbers(style):
    text = "UNCLAS LIMA 001234\n\nSUBJECT: TALKS\n\n" + "\n\n".join(map(style.format, (1, 2, 3))) + "\n"
    starts = paragraph_starts(read_fragment(text))
    assert [start.number for start in starts] == [1, 2, 3]
    assert [bool(start.mark) for start in starts] == [any(mark in style.lower() for mark in ("(c", "( c", "(u"))] * 3


@pytest.mark.parametrize("end", ["End Summary.  2.  They left.", 'Good.  2. "They left."'])
def test_numbers_in_a_text_without_line_ends(end):
    text = f"UNCLAS LIMA 001234 TAGS: PREL, PE SUBJECT: HARBOR TALKS  1.  Summary: They met in No. 12. {end} BAKER"
    assert [start.number for start in paragraph_starts(Fragment(text))] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: X\n\nThey met on\n1 May and\n2 June.",
        "SUBJECT: X\n\n1.5 million came\n2.5 million left",
        "SUBJECT: X\n\n1/2 of it\n2/3 of it",
        "SUBJECT: X\n\n10. They met.",
    ],
)
def test_no_numbers_of_paragraphs(text):
    assert paragraph_starts(Fragment(text)) == []


def test_items_that_are_indented_are_no_paragraphs():
    text = "1. THEY ASKED FOR\n\n      1. BREAD\n      2. SALT\n\n2. HE LEFT.\n"
    assert [text[start.start :][:5] for start in paragraph_starts(Fragment(text))] == ["1. TH", "2. HE"]
