from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.formats.utf16 import utf16_to_chars


@given(st.text("a\u00e9\uffff\U0001f600"))
def test_utf16_to_chars(text):
    to_chars = utf16_to_chars(text)
    for offset in range(len(text) + 1):
        assert to_chars(len(text[:offset].encode("utf-16-le")) // 2) == offset
