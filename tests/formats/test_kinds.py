"""What kind of file a file is."""

import pytest
from spacy.tokens import DocBin

from spacy_cables import CableError
from spacy_cables.formats.kinds import FORMATS, KINDS, check_kind, detect, kind_of

from .samples import SAMPLES

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
    with pytest.raises(CableError, match=r"CE006.*gate.*auto, brat, brackets"):
        kind_of("gate")


def put(folder, name, content):
    (folder / name).write_bytes(content)
    return folder / name


def test_each_kind_has_a_sample_that_no_other_kind_begins_like(tmp_path):
    assert set(SAMPLES) == set(FORMATS) - {"parquet"}  # which is made with pyarrow
    for kind in KINDS:
        name, content = SAMPLES.get(kind.name, ("", b""))
        file = put(tmp_path, name, content) if name else None
        if file is not None and kind.name != "untagged":
            assert detect([file]).name == kind.name
            assert [other.name for other in KINDS if other.begins(content)] in ([], [kind.name])


@pytest.mark.parametrize(
    "name", ["spacy", "standoff", "conll", "hipe", "webanno", "jsonl", "page", "csv", "json", "archive", "tei"]
)
def test_a_file_of_another_kind_than_asked_for_is_refused_by_name(tmp_path, name):
    file = put(tmp_path, "a.txt", SAMPLES[name][1])
    assert detect([file]).name == name
    asked = "conll" if name == "jsonl" else "jsonl"
    with pytest.raises(CableError, match=rf"CE110.*a\.txt: looks like .*--format {name}"):
        check_kind(file, kind_of(asked))
    check_kind(file, kind_of(name))


UNREAD = {
    "a.docx": (b"PK\x03\x04....word/document.xml", "Word document"),
    "a.zip": (b"PK\x03\x04....a.txt", "zip archive.*unpack"),
    "a.pdf": (b"%PDF-1.7\n", "PDF.*extract its text"),
    "a.txt.xz": (b"\xfd7zXZ\0\0", "xz.*unpack"),
    "a.gz": (b"\x1f\x8b\x08", "gzip"),
    "a.rtf": (b"{\\rtf1 Oslo}", "Rich Text"),
    "a.png": (b"\x89PNG\r\n", "image"),
    "a.xmi": (b'<?xml version="1.0"?><xmi:XMI xmlns:cas="x">', "XMI.*WebAnno TSV"),
    "a.xml": (b"<?xml version='1.0'?><doc/>", "XML"),
    "a.bin": (b"a\0b", "binary"),
    "empty.docx": (b"", "Word document"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_kinds_that_are_not_read_are_named(tmp_path, name):
    content, message = UNREAD[name]
    for each in (name, "cable.txt") if content else (name,):
        file = put(tmp_path, each, content)
        with pytest.raises(CableError, match=rf"CE109.*{message}"):
            detect([file])
        with pytest.raises(CableError, match=r"CE1(09|10)"):
            check_kind(file, kind_of("brackets")) if content else detect([file])


@pytest.mark.parametrize("name", SAMPLES)
def test_suffixes_in_any_case(tmp_path, name):
    file_name, content = SAMPLES[name]
    expected = "brackets" if name == "untagged" else name
    assert detect([put(tmp_path, file_name.upper(), content)]).name == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["conll", "jsonl", "standoff"])
def test_other_encodings_begin_like_their_kind(tmp_path, name, encoding):
    assert detect([put(tmp_path, "a.txt", SAMPLES[name][1].decode().encode(encoding))]).name == name
