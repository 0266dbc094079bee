"""Files are compared with a manifest by content, and nothing that is wrong with the manifest is passed over."""

import hashlib
import shutil
import subprocess

import pytest

from spacy_cables.corpus.verify import read_manifest, verify
from spacy_cables.errors import CableError

TEXTS = {"cables/09OSLO1.txt": b"1. They came.\n2. They left.\n", "cables/09OSLO2.txt": b"1. Nobody came.\n"}


@pytest.fixture
def manifest(tmp_path):
    """A folder `in` of two cables, and its manifest."""
    for name, text in TEXTS.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    path = tmp_path / "in.sha256"
    path.write_text("".join(f"{hashlib.sha256(text).hexdigest()}  {name}\n" for name, text in TEXTS.items()))
    return path


def test_files_as_listed(manifest, tmp_path):
    found = verify(tmp_path / "in", manifest)
    assert (found.files, found.unlisted) == (2, 0)


def test_files_that_are_not_listed_are_counted(manifest, tmp_path):
    (tmp_path / "in/cables/09OSLO3.txt").write_text("1. Others came.\n")
    (tmp_path / "in/elsewhere.txt").write_text("Not beside a listed file.\n")
    found = verify(tmp_path / "in", manifest)
    assert (found.files, found.unlisted) == (2, 1)


def test_line_ends_of_windows_make_no_difference(manifest, tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_bytes(text.replace(b"\n", b"\r\n"))
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(tmp_path / "in", manifest).files == 2


def test_a_changed_file_is_named(manifest, tmp_path):
    (tmp_path / "in/cables/09OSLO2.txt").write_text("1. Nobody came!\n")
    with pytest.raises(CableError, match=r"CE303.* of 2 files in .*, 1 changed \(cables/09OSLO2.txt\)\. "):
        verify(tmp_path / "in", manifest)


def test_missing_files_are_counted(manifest, tmp_path):
    (tmp_path / "in/cables/09OSLO1.txt").unlink()
    (tmp_path / "in/cables/09OSLO1.txt").mkdir()
    with pytest.raises(CableError, match=r"CE303.*1 missing \(cables/09OSLO1.txt\)"):
        verify(tmp_path / "in", manifest)
    shutil.rmtree(tmp_path / "in")
    with pytest.raises(CableError, match=r"CE303.*2 missing"):
        verify(tmp_path / "in", manifest)


def test_at_most_five_names_are_listed(manifest, tmp_path):
    lines = [f"{'0' * 64}  cables/09LIMA{number}.txt\n" for number in range(6)]
    manifest.write_text("".join(lines))
    with pytest.raises(CableError, match=r"6 missing \(.*LIMA4.txt, \.\.\.\)"):
        verify(tmp_path / "in", manifest)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "no checksum"),
        ("0" * 63 + "  cables/a.txt", "no checksum"),
        ("0" * 64 + " ", "no checksum"),
        ("0" * 64 + "  ../a.txt", "not inside"),
        ("0" * 64 + "  /a.txt", "not inside"),
        ("0" * 64 + "  cables/09OSLO1.txt", "twice"),
        ("<html>", "no checksum"),
    ],
)
def test_a_bad_line_of_the_manifest_is_named(manifest, line, reason):
    manifest.write_text(manifest.read_text() + line + "\n")
    with pytest.raises(CableError, match=rf"CE001.*in.sha256:3: .*{reason}"):
        read_manifest(manifest)


def test_a_manifest_of_nothing_is_refused(manifest):
    manifest.write_text("")
    with pytest.raises(CableError, match="CE304"):
        read_manifest(manifest)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum")
def test_the_form_is_that_of_sha256sum(manifest, tmp_path):
    for option in ("--text", "--binary"):
        line = ["sha256sum", option, *TEXTS]
        manifest.write_bytes(subprocess.run(line, cwd=tmp_path / "in", capture_output=True, check=True).stdout)
        assert verify(tmp_path / "in", manifest).files == 2


@pytest.mark.slow
def test_the_public_cables_are_those_of_the_manifest(assets):
    folder = assets("annotated").parent
    assets("cables")
    assert verify(folder, folder.parent / "corpus/assets.sha256").files == 5785
