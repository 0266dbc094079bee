"""The text without what printing added."""

from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.anatomy.body.bare_text import blank_out, read_bare_text
from spacy_cables.anatomy.pieces import Fragment

RANGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)))


@given(st.text(" \nab", min_size=12, max_size=12), RANGES)
def test_blanks_keep_offsets_and_line_ends(text, ranges):
    bare = blank_out(text, ranges)
    inside = {offset for start, end in ranges for offset in range(start, end)}
    expected = [" " if i in inside and not char.isspace() else char for i, char in enumerate(text)]
    assert bare == "".join(expected)


def test_page_lines_become_blanks():
    text = "1. They met on\n\nLUSAKA 00000012 002 OF 002\n\nMonday."
    found = read_bare_text(Fragment(text))
    assert found.bare.text.split() == ["1.", "They", "met", "on", "Monday."] and len(found.bare.text) == len(text)
    assert [page.page for page in found.page_breaks] == [2] and found.end == len(text)
