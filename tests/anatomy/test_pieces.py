"""Pieces of a text, and the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.anatomy.pieces import Piece, clean, plain_layout, read_fragment


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a , b", "a, b"),
        ("( a ) .", "(a)."),
        ("the minister 's visit", "the minister's visit"),
        ("wait ...", "wait ..."),
        ("two\n  lines", "two lines"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@given(st.text(alphabet=" \nab.,()[]'’:", max_size=20), st.integers(0, 5))
def test_a_piece_has_no_white_space_at_its_ends(text, start):
    piece = Piece(text, start, start + len(text))
    inside = text[piece.start_char - start : piece.end_char - start]
    assert inside == text.strip() and piece.text == clean(text)
    assert Piece(piece.text, piece.start_char, piece.end_char) == piece


def test_back_moves_all_pieces_however_deep():
    source = "<p>A <b>bold</b> move</p>"
    fragment = read_fragment(source)
    start = fragment.text.index("bold")
    bold, again = fragment.back((fragment.piece(start, start + 4), [fragment.piece(start, start + 9)]))
    assert source[bold.start_char : bold.end_char] == bold.text == "bold"
    assert source[again[0].start_char : again[0].end_char] == "bold</b> move"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a\r\nb\rc", "a \nb\nc"),
        ("a\\\n \\\nb", "a \n  \nb"),
        ("\xa0 1.\t(U)\u3000One", "  1. (U) One"),
        ("\ufffd1. One\n\ufffd2) Two, a \ufffd3 note", "¶1. One\n¶2) Two, a \ufffd3 note"),
        ("Â¶1.Â\xa0Âge", " ¶1.  Âge"),
        ("plain", "plain"),
    ],
)
def test_plain_layout_moves_nothing(text, expected):
    assert plain_layout(text) == expected and len(text) == len(expected)
