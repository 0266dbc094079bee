import errno
import os

import pytest

from spacy_cables import CableError
from spacy_cables.text.files import find_files, read_text, refuse_inputs, what_is, whole_file, write_text


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


@pytest.mark.parametrize("text", ["", "a\r\nb\rc\n", "\ufeffx", "\x01"])
def test_text_stays_as_it_is(tmp_path, text):
    write_text(tmp_path / "a.txt", text)
    assert read_text(tmp_path / "a.txt") == (text, None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_read_text_in_other_encodings_of_unicode_with_their_mark(tmp_path, encoding):
    mark = "" if encoding in ("utf-16", "utf-32") else "\ufeff"
    (tmp_path / "a.txt").write_bytes((mark + "Zürich \U0001f600\r\n").encode(encoding))
    assert read_text(tmp_path / "a.txt") == ("Zürich \U0001f600\r\n", None)


@pytest.mark.parametrize("content", [b"a\0b", "Zürich".encode("utf-16-le"), b"\xff\xfea\0b", b"\xff\0"])
def test_read_text_refuses_what_is_binary(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(CableError, match=r"CE008.*a\.txt: a binary file.*NUL"):
        read_text(tmp_path / "a.txt")


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


def test_whole_file_of_a_long_name(tmp_path):
    name = "ä" * 120 + ".txt"
    write_text(tmp_path / name, "x")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_whole_file_writes_what_a_link_leads_to(tmp_path):
    write_text(tmp_path / "real/a.txt", "old")
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real/a.txt").read_text() == "new"


def make_unwritable(tmp_path):
    """Targets that cannot be written, each with why."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("x")
    return {
        "folder": "it is a folder",
        "pipe": "it is a pipe",
        "loop": "links lead in a circle",
        "file/a.txt": "(Not a directory|File exists)",
        "x" * 300: "File name too long",
    }


def test_what_cannot_be_written_is_an_error_that_names_it_alone(tmp_path):
    for name, reason in make_unwritable(tmp_path).items():
        with pytest.raises(CableError, match=rf"CE011\] {tmp_path / name}: cannot be written: .*{reason}$"):
            write_text(tmp_path / name, "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "loop", "pipe"]


def test_whole_file_leaves_errors_of_other_files_alone(tmp_path):
    with pytest.raises(FileNotFoundError, match="source"), whole_file(tmp_path / "a.txt"):
        (tmp_path / "source").read_text()


def test_what_is(tmp_path):
    make_unwritable(tmp_path)
    (tmp_path / "nothing").symlink_to("none")
    names = ("file", "folder", "pipe", "loop", "nothing")
    assert [what_is(tmp_path / name) for name in names] == [
        "",
        "a folder",
        "a pipe",
        "a link in a circle",
        "a link to nothing",
    ]


def test_refuse_inputs(tmp_path):
    write_text(tmp_path / "in/a.txt", "x")
    write_text(tmp_path / "b.txt", "x")
    (tmp_path / "symbolic").symlink_to("in/a.txt")
    (tmp_path / "hard").hardlink_to(tmp_path / "in/a.txt")
    inputs = [tmp_path / "in/a.txt", tmp_path / "gone.txt"]
    for name in ("in/a.txt", "in/../in/a.txt", "symbolic", "hard", "in"):
        with pytest.raises(CableError, match=rf"CE012\] {tmp_path / name}: .*in/a\.txt"):
            refuse_inputs([tmp_path / name], inputs)
    refuse_inputs([tmp_path / "b.txt", tmp_path / "gone.txt", tmp_path / "new"], inputs)


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_whole_file_has_the_mode_of_any_new_file(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        write_text(tmp_path / "a.txt", "x")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == mode


def test_whole_file_names_the_target_on_a_full_disk(tmp_path):
    with pytest.raises(CableError, match=r"CE011\].*a\.txt: .*No space left"), whole_file(tmp_path / "a.txt"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with (
        pytest.raises(CableError, match=r"CE011\].*a\.txt: .*No space left"),
        whole_file(tmp_path / "a.txt") as temporary,
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(temporary))
    assert list(tmp_path.iterdir()) == []
