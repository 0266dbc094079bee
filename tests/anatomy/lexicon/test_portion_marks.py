"""How portion marks are written."""

import pytest

from spacy_cables.anatomy.lexicon.portion_marks import MARK, mark_text, read_mark


@pytest.mark.parametrize(
    "mark", ["(C)", "( S )", "(S//NF)", "(SBU)", "(C - ENTIRE TEXT)", "(S/REL TO USA, FVEY)", "(S/NF/ORCON)", "(SNF)"]
)
def test_marks(mark):
    assert MARK.fullmatch(mark)


@pytest.mark.parametrize("text", ["(S/CT)", "(c)", "(D)", "C)", "(C/LONDON)"])
def test_no_marks(text):
    assert not MARK.match(text)


@pytest.mark.parametrize(
    "text, expected", [("(c) One", "C"), ("C/NF) One", "C/NF"), ("(SBU One", "SBU"), ("C) One", None), ("One", None)]
)
def test_read_mark(text, expected):
    mark = read_mark(text, 0)
    assert (mark and mark.text) == expected


@pytest.mark.parametrize(
    "inside, expected", [("S / NF", "S/NF"), ("SNF", "S/NF"), ("S // NF", "S//NF"), ("c-nf", "C/NF"), ("sbu ", "SBU")]
)
def test_mark_text(inside, expected):
    assert mark_text(inside) == expected
