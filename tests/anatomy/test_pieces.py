"""Pieces of a text, and the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.anatomy.pieces import Piece, clean, read_fragment


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
