"""What `remove` removes: what stands inside the current folder, and never what a link leads to."""

from pathlib import Path

import pytest

from spacy_cables import CableError
from spacy_cables.text.files import write_text
from spacy_cables.text.removal import remove


@pytest.fixture
def here(tmp_path, monkeypatch):
    for name in ("here/a.txt", "here/deep/b.txt", "outside/kept.txt"):
        write_text(tmp_path / name, "x")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("paths", "left"),
    [
        (["a.txt"], ["deep", "deep/b.txt"]),
        (["a.txt", "a.txt"], ["deep", "deep/b.txt"]),
        (["deep"], ["a.txt"]),
        (["deep", "deep/b.txt"], ["a.txt"]),
        (["deep/b.txt", "deep"], ["a.txt"]),
        (["deep/../a.txt"], ["deep", "deep/b.txt"]),
        (["../here/a.txt"], ["deep", "deep/b.txt"]),
        (["none", "a.txt/none"], ["a.txt", "deep", "deep/b.txt"]),
    ],
)
def test_paths_inside(here, paths, left):
    removed = remove(Path(path) for path in paths)
    assert names(here) == left
    assert len(removed) == (0 if "none" in paths else 2 if paths[:1] == ["deep/b.txt"] else 1)


def test_what_stands_behind_a_missing_path_is_removed(here):
    assert remove([Path("none"), Path("a.txt")]) == [Path("a.txt")]
    assert names(here) == ["deep", "deep/b.txt"]


@pytest.mark.parametrize("path", [".", "", "..", "deep/..", "deep/../..", "../outside", "../outside/kept.txt", "../x"])
def test_paths_outside_and_the_folder_itself(here, path):
    for given in (Path(path), here / path):
        with pytest.raises(CableError, match="CE009"):
            remove([here / "a.txt", given])
    assert names(here.parent) == ["here", "here/a.txt", "here/deep", "here/deep/b.txt", "outside", "outside/kept.txt"]


@pytest.mark.parametrize("target", ["loop", "nothing", "a.txt", "deep", "../outside", "../outside/kept.txt", ".", ".."])
def test_of_a_link_the_link_is_removed(here, target):
    link = here / "loop"
    link.symlink_to(target)
    assert remove([Path("loop")]) == [Path("loop")]
    assert names(here.parent) == ["here", "here/a.txt", "here/deep", "here/deep/b.txt", "outside", "outside/kept.txt"]


def test_what_is_reached_by_a_link_is_outside(here):
    (here / "link").symlink_to("../outside")
    for path in ("link/kept.txt", "link/../here/../outside/kept.txt", "link/.."):
        with pytest.raises(CableError, match="CE009"):
            remove([Path(path)])
    assert (here.parent / "outside/kept.txt").exists()


def test_the_current_folder_reached_by_a_link(here, monkeypatch):
    (here.parent / "link").symlink_to("here")
    monkeypatch.chdir(here.parent / "link")
    assert remove([Path("a.txt"), here / "deep"])
    assert names(here) == []
