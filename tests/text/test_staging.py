"""Outputs that appear together, or not at all, also with several runs at once."""

from pathlib import Path

import pytest

from spacy_cables import CableError
from spacy_cables.text.files import write_text
from spacy_cables.text.staging import Staging


def nothing():
    """A check that allows everything."""


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def make(folder, names, text, **settings):
    with Staging(folder, names, check=nothing, **settings) as staging:
        for name in names:
            (staging.work / name).write_text(text)


def test_all_appear_and_replace(tmp_path):
    make(tmp_path / "new", ["a", "b"], "one")
    make(tmp_path / "new", ["b", "c"], "two")
    assert contents(tmp_path) == {"new/a": "one", "new/b": "two", "new/c": "two"}


def test_a_folder_and_a_file_replace_each_other(tmp_path):
    make(tmp_path, ["a"], "file")
    with Staging(tmp_path, ["a"], check=nothing) as staging:
        write_text(staging.work / "a/1", "folder")
    assert contents(tmp_path) == {"a/1": "folder"}
    make(tmp_path, ["a"], "file")
    assert contents(tmp_path) == {"a": "file"}


def test_nothing_appears_if_the_block_fails(tmp_path):
    make(tmp_path, ["a", "b"], "old")
    with pytest.raises(RuntimeError), Staging(tmp_path, ["a", "b"], check=nothing) as staging:
        (staging.work / "a").write_text("new")
        raise RuntimeError
    assert contents(tmp_path) == {"a": "old", "b": "old"}


def test_what_was_there_comes_back_if_one_cannot_be_renamed(tmp_path):
    make(tmp_path, ["a", "b", "c"], "old")
    with (
        pytest.raises(CableError, match=rf"CE011\] {tmp_path / 'b'}: cannot be written: No such file"),
        Staging(tmp_path, ["a", "b", "c"], check=nothing) as staging,
    ):
        (staging.work / "a").write_text("new")
        (staging.work / "c").write_text("new")
    assert contents(tmp_path) == {"a": "old", "b": "old", "c": "old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


def test_the_check_is_asked_again_before_anything_is_replaced(tmp_path):
    make(tmp_path, ["a"], "old")
    allowed = [True, False]

    def check():
        if not allowed.pop(0):
            raise CableError("no")

    with pytest.raises(CableError, match="no"), Staging(tmp_path, ["a"], check=check) as staging:
        (staging.work / "a").write_text("new")
    assert contents(tmp_path) == {"a": "old"}


def test_one_run_at_a_time_swaps(tmp_path):
    make(tmp_path, ["a"], "old")
    write_text(tmp_path / ".spacy-cables-swap/a", "of another run")
    with pytest.raises(CableError, match=r"CE014.*\.spacy-cables-swap"):
        make(tmp_path, ["a"], "new", patience=0.05)
    assert contents(tmp_path) == {"a": "old", ".spacy-cables-swap/a": "of another run"}


def test_a_folder_that_cannot_be_made(tmp_path):
    write_text(tmp_path / "file", "x")
    for folder in (tmp_path / "file", tmp_path / "file/deep", Path("/proc/none")):
        with pytest.raises(CableError, match=rf"CE011\] {folder}: cannot be written"):
            make(folder, ["a"], "x")


def test_folders_above_are_made(tmp_path):
    make(tmp_path / "new" / "deep", ["a"], "one")
    assert contents(tmp_path) == {"new/deep/a": "one"}
