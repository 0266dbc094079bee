"""What `.spacy` outputs may replace."""

import os

import pytest
from spacy.vocab import Vocab

from spacy_cables import CableError, parse_cable
from spacy_cables.formats.shards import write_docbins
from spacy_cables.text.files import write_text
from spacy_cables.tokens import to_doc


def write(path, shard_tokens=500_000):
    docs = [to_doc(parse_cable(f"[PER Ada  ] saw {number} men .\n"), Vocab()) for number in ("one", "two")]
    return write_docbins(docs, path, shard_tokens=shard_tokens)


def listing(folder):
    return sorted(
        (path.relative_to(folder).as_posix(), path.is_file() and path.read_bytes()) for path in folder.rglob("*")
    )


@pytest.mark.parametrize("shard_tokens", [500_000, 5])
@pytest.mark.parametrize(
    "make",
    [
        lambda path: write_text(path / "thesis.txt", "x"),
        lambda path: write_text(path / ".hidden", "x"),
        lambda path: write_text(path / "0001.spacy", "not a DocBin"),
        lambda path: (write(path, 5), write_text(path / "notes.md", "x")),
        lambda path: (write(path, 5), (path / "0003.spacy").symlink_to("0001.spacy")),
        lambda path: (path / "0001.spacy").mkdir(parents=True),
        lambda path: write_text(path, "a text of this name"),
        lambda path: os.mkfifo(path),
        lambda path: path.symlink_to("elsewhere"),
        lambda path: (write(path.with_name("real.spacy")), path.symlink_to("real.spacy")),
    ],
    ids=["folder", "hidden", "shard", "shards and more", "linked shard", "deep", "file", "pipe", "no target", "link"],
)
def test_what_is_not_ours_stays(tmp_path, make, shard_tokens):
    path = tmp_path / "precious.spacy"
    make(path)
    before = [entry for entry in listing(tmp_path) if entry[1] is not True]
    with pytest.raises(CableError, match=rf"CE013\] {path}: not replaced, since"):
        write(path, shard_tokens)
    assert listing(tmp_path) == before


@pytest.mark.parametrize("shard_tokens", [500_000, 5])
def test_what_is_ours_or_empty_is_replaced(tmp_path, shard_tokens):
    path = tmp_path / "a.spacy"
    expected = [file.name for file in write(tmp_path / "b.spacy", shard_tokens)]
    for make in (lambda: path.mkdir(), lambda: path.touch(), lambda: write(path), lambda: write(path, 5)):
        make()
        assert [file.name for file in write(path, shard_tokens)][-1:] in ([expected[-1]], ["a.spacy"])
        if path.is_dir():
            for file in path.iterdir():
                file.unlink()
            path.rmdir()
        else:
            path.unlink()
