"""What a search for files passes over."""

import os

import pytest

from spacy_cables import CableError
from spacy_cables.text.files import find_files, write_text
from spacy_cables.text.unreadable import find_unreadable


@pytest.fixture
def folder(tmp_path):
    write_text(tmp_path / "in/a.txt", "Rain.")
    write_text(tmp_path / "in/sub/b.txt", "Rain.")
    write_text(tmp_path / "in/folder.txt/c.txt", "Rain.")
    write_text(tmp_path / "elsewhere/d.txt", "Rain.")
    os.mkfifo(tmp_path / "in/pipe.txt")
    links = {"nothing.txt": "none", "loop.txt": "loop.txt", "more": "../elsewhere", "gone": "../none", "up": ".."}
    for name, target in {
        **links,
        "sub/loop": "loop",
        "fine.txt": "a.txt",
        ".hidden.txt": "none",
        "gone.md": "x",
    }.items():
        (tmp_path / "in" / name).symlink_to(target)
    return tmp_path / "in"


EXPECTED = {
    "folder.txt": "a folder",
    "gone": "a link to nothing",
    "loop.txt": "a link in a circle",
    "more": "a link to a folder",
    "nothing.txt": "a link to nothing",
    "pipe.txt": "a pipe",
    "sub/loop": "a link in a circle",
    "up": "a link to a folder",
}


def names(found, folder):
    return {entry.relative_to(folder).as_posix(): kind for entry, kind in found}


def test_in_a_folder(folder):
    assert names(find_unreadable(folder, (".txt",)), folder) == EXPECTED
    assert names(find_unreadable(folder / "sub", (".txt",)), folder) == {"sub/loop": "a link in a circle"}
    read = [file.relative_to(folder).as_posix() for file in find_files(folder, ".txt")]
    assert read == ["a.txt", "fine.txt", "folder.txt/c.txt", "sub/b.txt"]


def test_in_a_pattern(folder):
    found = names(find_unreadable(folder / "*.txt", (".txt",)), folder)
    assert found == {name: kind for name, kind in EXPECTED.items() if name.endswith(".txt")}


def test_one_path(folder):
    assert find_unreadable(folder / "a.txt", (".txt",)) == []
    for name in ("nothing.txt", "loop.txt", "pipe.txt"):
        with pytest.raises(CableError, match=rf"CE003\] .*{name}: no cables there \({EXPECTED[name]}\)"):
            find_files(folder / name)
