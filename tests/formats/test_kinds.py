"""What kind of file a file is."""

import pytest
from spacy.tokens import DocBin

from spacy_cables import CableError
from spacy_cables.formats.kinds import FORMATS, KINDS, detect, kind_of

CONTENTS = {
    "brackets": b"[PER Ada  ] left [LOC Oslo  ] .\n",
    "spacy": DocBin().to_bytes(),
    "standoff": b'{"cable_id":"09OSLO1","sha256":"0","length":9,"spans":[]}\n',
    "conll": b"\n-DOCSTART- -X- O O\n\nOslo B-LOC\n",
    "jsonl": b'{"text": "In Oslo.", "spans": []}\n',
}


@pytest.mark.parametrize("name", CONTENTS)
def test_the_content_tells_where_the_name_does_not(tmp_path, name):
    (tmp_path / "cables.out").write_bytes(CONTENTS[name])
    assert detect([tmp_path / "cables.out"]).name == name


@pytest.mark.parametrize(("content", "name"), [(b"Oslo O\n", "conll"), (b"[ {}]", "jsonl"), (b"", "brackets")])
def test_other_beginnings(tmp_path, content, name):
    (tmp_path / "cables.out").write_bytes(content)
    assert detect([tmp_path / "cables.out"]).name == name


def test_the_content_tells_kinds_of_one_suffix_apart(tmp_path):
    for name in ("standoff", "jsonl"):
        (tmp_path / "a.jsonl").write_bytes(CONTENTS[name])
        assert detect([tmp_path / "a.jsonl"]).name == name


def test_a_folder_is_of_the_first_kind_that_it_has_files_of(tmp_path):
    files = [tmp_path / name for name in ("a.json", "b.spacy", "notes.md")]
    assert detect(files).name == "spacy"
    assert detect([*files, tmp_path / "z.txt"]).name == "brackets"


def test_kinds_go_by_their_names():
    assert [kind_of(name) for name in FORMATS] == list(KINDS)
    with pytest.raises(CableError, match=r"CE006.*brat.*auto, brackets"):
        kind_of("brat")
