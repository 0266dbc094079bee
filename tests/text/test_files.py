import pytest

from spacy_cables import CableError
from spacy_cables.text.files import find_files, read_text, whole_file, write_text


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.txt", "x.md", ".hidden/d.txt", ".e.txt"):
        write_text(tmp_path / name, name)
    return tmp_path


def test_find_files(folder):
    assert [file.relative_to(folder).as_posix() for file in find_files(folder, ".txt")] == [
        "a.txt",
        "b.txt",
        "deep/c.txt",
    ]
    assert find_files(folder / "x.md") == [folder / "x.md"]
    assert find_files(folder / "?.txt") == [folder / "a.txt", folder / "b.txt"]


def test_find_files_complains(folder):
    with pytest.raises(CableError, match=r"CE002.*none"):
        find_files(folder / "none")
    (folder / "empty").mkdir()
    with pytest.raises(CableError, match=r"CE003.*empty"):
        find_files(folder / "empty")


@pytest.mark.parametrize("text", ["", "a\r\nb\rc\n", "\ufeffx", "\x00"])
def test_text_stays_as_it_is(tmp_path, text):
    write_text(tmp_path / "a.txt", text)
    assert read_text(tmp_path / "a.txt") == (text, None)


def test_read_text_that_is_not_utf8(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\nZ\xfcrich \x81")
    text, fault = read_text(tmp_path / "a.txt")
    assert text == "one\nZürich \ufffd"
    assert (fault.kind, fault.line, fault.column) == ("encoding", 2, 2)


def test_whole_file_leaves_nothing_behind_when_it_fails(tmp_path):
    with pytest.raises(RuntimeError), whole_file(tmp_path / "a.txt") as temporary:
        temporary.write_text("half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_whole_file_replaces(tmp_path):
    write_text(tmp_path / "a.txt", "old")
    write_text(tmp_path / "a.txt", "new")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["new"]
