"""What a terminal must not obey."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.text.printable import printable, printable_cell, printable_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zürich – 東京 🙂\n\tx", "Zürich – 東京 🙂\n\tx"),
        ("\x1b[31mred\x07\x08", "\\x1b[31mred\\x07\\x08"),
        ("\x9b31m\x7f\x85", "\\x9b31m\\x7f\\x85"),
        ("\r\x0b\x0c\x00", "\\x0d\\x0b\\x0c\\x00"),
        ("a\u202eb\u2066\u200f\u2028", "a\\u202eb\\u2066\\u200f\\u2028"),
        ("\udcff.txt", "\\udcff.txt"),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown


def test_printable_cell():
    assert printable_cell("a\n\tb\x1b") == "a\\n\\tb\\x1b"


@given(st.text(st.characters(codec=None, categories=None), max_size=20))
def test_nothing_is_left_that_a_terminal_obeys(text):
    assert all(char in "\n\t" or not (ord(char) < 32 or 127 <= ord(char) < 160) for char in printable(text))
    data = json.dumps(text, ensure_ascii=False)
    assert json.loads(printable_json(data)) == text
    assert not any(127 <= ord(char) < 160 for char in printable_json(data))
