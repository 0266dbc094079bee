"""Text files read piece by piece."""

import pytest

from spacy_cables.text.streams import mend_text, open_text

TEXT = "Café “Lima”\r\nOslo\rQuito\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_told_by_their_marks(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes(TEXT.encode(encoding))
    with open_text(tmp_path / "a.csv") as file:
        assert list(file) == ["Café “Lima”\r\n", "Oslo\r", "Quito\n"]


def test_other_bytes_are_windows_1252(tmp_path):
    (tmp_path / "a.csv").write_bytes(TEXT.encode("cp1252") + "Bogotá".encode())
    with open_text(tmp_path / "a.csv") as file:
        first, *_, last = file
    assert mend_text(first) == ("Café “Lima”\r\n", "read the text as Windows-1252")
    assert mend_text(last) == ("Bogotá", "")


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "é\0", "\ud800\udce9"])
def test_what_is_no_character_is_replaced(text):
    mended, how = mend_text(text)
    assert "�" in mended and how
    assert mended.encode("utf-8")
