"""The outputs of `convert` under load and fault: two runs at once, a full disk, and what must not be replaced."""

import subprocess
import sys
from pathlib import Path

import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from spacy_cables import CableError
from spacy_cables.corpus.convert import convert
from spacy_cables.text.files import write_text

SHARES = "train=0.5,dev=0.5"


def make_folder(folder, letter, count=40, words=3):
    for i in range(count):
        numbers = " ".join(str(number**5) for number in range(i * words, (i + 1) * words))  # hard to compress
        write_text(folder / f"09OSLO{letter}{i}.txt", f"[PER Ada  ] saw {numbers} .\n")
    return folder


def ids_in(path):
    files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
    docs = (doc for file in files for doc in DocBin().from_disk(file).get_docs(Vocab()))
    return [doc._.cable["cable_id"] for doc in docs]


def listing(folder):
    return {path.relative_to(folder).as_posix(): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


RUNS = """
import sys
from spacy_cables.corpus.convert import convert
folder, output = sys.argv[1:]
for _ in range(12):
    convert(folder, output + "/all.spacy", shard_tokens=30)
    convert(folder, output + "/split", splits="train=0.5,dev=0.5", shard_tokens=50)
"""


@pytest.mark.slow
def test_two_processes_with_one_output(tmp_path):
    """Each output is that of one run, whole, and nothing else is left."""
    for letter in "ab":
        make_folder(tmp_path / letter, letter)
    command = [sys.executable, "-c", RUNS]
    runs = [subprocess.Popen([*command, str(tmp_path / letter), str(tmp_path / "out")]) for letter in "ab"]
    assert [run.wait() for run in runs] == [0, 0]
    found = ids_in(tmp_path / "out/all.spacy")
    assert sorted(found) in [sorted(file.stem for file in (tmp_path / letter).iterdir()) for letter in "ab"]
    train, dev = (ids_in(tmp_path / f"out/split/{part}.spacy") for part in ("train", "dev"))
    assert sorted(train + dev) in [sorted(file.stem for file in (tmp_path / letter).iterdir()) for letter in "ab"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["all.spacy", "split"]
    assert sorted(path.name for path in (tmp_path / "out/split").iterdir()) == ["dev.spacy", "train.spacy"]


@pytest.fixture
def limit_of_size():
    """A function that sets how many bytes a file may have, for the length of the test."""
    resource = pytest.importorskip("resource", reason="no limits on this system")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_file_that_cannot_be_written_whole(tmp_path, limit_of_size):
    """The limit lets the small part be written and not the large one."""
    output = tmp_path / "out"
    splits = "dev=0.05,train=0.95"
    convert(make_folder(tmp_path / "old", "a"), output, splits=splits)
    before = listing(output)
    folder = make_folder(tmp_path / "new", "b", count=60, words=90)
    limit_of_size(10_000)
    with pytest.raises(CableError, match=rf"CE011\] {output / 'train.spacy'}: cannot be written: File too large"):
        convert(folder, output, splits=splits)
    assert listing(output) == before


@pytest.mark.slow
def test_a_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=190k", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting needs root")
    try:
        convert(make_folder(tmp_path / "old", "a"), disk / "out", splits=SHARES)
        before = listing(disk)
        folder = make_folder(tmp_path / "new", "b", count=400, words=60)
        with pytest.raises(CableError, match=r"CE011\] \S+/(train|dev)\.spacy: cannot be written: No space left"):
            convert(folder, disk / "out", splits=SHARES)
        assert listing(disk) == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_part_does_not_replace_a_folder_of_yours(tmp_path):
    write_text(tmp_path / "out/dev.spacy/thesis.txt", "x")
    with pytest.raises(CableError, match=r"CE013.*dev\.spacy.*thesis\.txt"):
        convert(make_folder(tmp_path / "in", "a"), tmp_path / "out", splits=SHARES)
    assert listing(tmp_path / "out") == {"dev.spacy": False, "dev.spacy/thesis.txt": b"x"}


@pytest.mark.parametrize("shard_tokens", [500_000, 20])
def test_parts_of_an_earlier_split_are_refused(tmp_path, shard_tokens):
    folder = make_folder(tmp_path / "in", "a")
    convert(folder, tmp_path / "out", splits="train=0.5,dev=0.25,test=0.25", shard_tokens=shard_tokens)
    before = listing(tmp_path / "out")
    with pytest.raises(CableError, match=r"CE302.*test\.spacy.*train, dev"):
        convert(folder, tmp_path / "out", splits=SHARES, shard_tokens=shard_tokens)
    assert listing(tmp_path / "out") == before
    convert(folder, tmp_path / "out", splits="train=0.25,dev=0.25,test=0.5")


@pytest.mark.parametrize("output", ["a.spacy", "sub/../a.spacy", "link/a.spacy", "hard.spacy", "."])
def test_an_input_is_not_overwritten(tmp_path, output):
    folder = make_folder(tmp_path / "in", "a")
    convert(folder, tmp_path / "docs/a.spacy")
    (tmp_path / "docs/sub").mkdir()
    (tmp_path / "docs/link").symlink_to(".")
    (tmp_path / "docs/hard.spacy").hardlink_to(tmp_path / "docs/a.spacy")
    with pytest.raises(CableError, match="CE012"):
        convert(tmp_path / "docs/a.spacy", tmp_path / "docs" / output)


def test_a_shard_of_the_output_is_no_input(tmp_path):
    convert(make_folder(tmp_path / "in", "a"), tmp_path / "a.spacy", shard_tokens=50)
    with pytest.raises(CableError, match="CE012"):
        convert(tmp_path / "a.spacy", tmp_path / "a.spacy")
    with pytest.raises(CableError, match="CE012"):
        convert(tmp_path / "a.spacy/0001.spacy", Path(tmp_path / "a.spacy"))
