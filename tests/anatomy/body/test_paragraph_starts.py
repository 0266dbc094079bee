"""Where paragraphs begin: offsets of number, portion mark and content."""

from spacy_cables.anatomy.body.paragraph_starts import paragraph_starts
from spacy_cables.anatomy.pieces import Fragment


def test_a_start_has_the_offsets_of_its_number_and_its_content():
    text = "Text.\n\n1. (C) One.\n2. Two."
    one, two = paragraph_starts(Fragment(text))
    assert (text[one.start :][:2], text[one.content :].lstrip()[:4], one.mark.text) == ("1.", "One.", "C")
    assert (text[two.start :][:2], text[two.content :], two.mark) == ("2.", "Two.", None)


def test_an_item_of_a_list_gives_way_to_a_marked_paragraph():
    text = "¶1. (C) List:\n¶2. Salt\n¶2. (C) Two."
    assert [text[start.start :] for start in paragraph_starts(Fragment(text))][1] == "¶2. (C) Two."
