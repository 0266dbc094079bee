"""Paragraphs over invented text."""

import pytest

from spacy_cables.anatomy import find_paragraphs

RULE = "---------"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1. (C) One.\n\n2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) One.\n\n¶2. (S/NF) Two.", [(1, "C"), (2, "S/NF")]),
        (
            "<a id='par1' href='#par1'>¶</a>1. (C) One.\n<a id='par2' href='#par2'>¶</a>2. (U) Two.",
            [(1, "C"), (2, "U")],
        ),
        ("1.(C) One. 2.(SBU) Two.", [(1, "C"), (2, "SBU")]),
        ("¶1 . \n( C ) One . ¶2 . \n( SBU ) Two .", [(1, "C"), (2, "SBU")]),
        ("1. One text.\n\n2. Another text.", [(1, ""), (2, "")]),
        ("¶1. (C - ENTIRE TEXT)\n\n¶2. Two.", [(1, "C - ENTIRE TEXT"), (2, "")]),
        ("¶1. (C ) One.\n¶2. C/NF) Two.", [(1, "C"), (2, "C/NF")]),
        ("¶1. (SNF) One.\n¶2. (S//NF) Two.", [(1, "S/NF"), (2, "S//NF")]),
        ("¶1. (S/REL TO USA, FVEY) One.", [(1, "S/REL TO USA, FVEY")]),
        ("¶1. (c) One.", [(1, "C")]),
        ("¶1. (C) On 29 November\n¶2009. It went on.\n¶2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) List:\n¶1. Bread\n¶2. Salt\n¶2. (C) Two.", [(1, "C"), (2, "C")]),
        ("¶1. (C) One.\n¶3. (C) Three.", [(1, "C"), (3, "C")]),
        ("¶1. (C) The office (S/CT) came.", [(1, "C")]),
        ("See para 4 (S) of the 1.4 (C) text.", []),
        ("No paragraphs at all.", []),
    ],
)
def test_find_paragraphs(text, expected):
    found = find_paragraphs(text)
    assert [(p.number, p.mark.text if p.mark else "") for p in found] == expected


def test_a_paragraph_ends_before_heading_and_signature():
    text = f"1. (C) One.\n\nA Heading\n{RULE}\n\n2. (C) Two.\n\nREED\n"
    one, two = find_paragraphs(text)
    assert text[one.start_char : one.end_char] == "1. (C) One." and one.content.text == "One."
    assert text[two.start_char : two.end_char] == "2. (C) Two."
