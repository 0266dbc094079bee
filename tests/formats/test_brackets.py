import pytest

from spacy_cables import CableError
from spacy_cables.formats import CableFiles
from spacy_cables.text.files import write_text


@pytest.fixture
def folders(tmp_path):
    for name, text in {"a": "[PER Ada  ] left .\n", "b": "[LOC Oslo  ] , too .\n", "deep/c": "No mark .\n"}.items():
        write_text(tmp_path / f"cables/{name}.txt", text)
    write_text(tmp_path / "sources/a.txt", "Ada\n left.")
    write_text(tmp_path / "sources/deep/c.txt", "No  mark.")
    return tmp_path


def test_brackets(folders):
    parsed = list(CableFiles(folders / "cables"))
    assert [cable.cable_id for cable in parsed] == ["a", "b", "c"]
    assert [cable.text for cable in parsed] == ["Ada left.", "Oslo, too.", "No mark."]
    assert len(list(CableFiles(folders / "cables", limit=2))) == 2


def test_brackets_with_sources(folders):
    parsed = list(CableFiles(folders / "cables", source=folders / "sources"))
    assert [cable.text for cable in parsed] == ["Ada\n left.\n", "Oslo, too.", "No  mark.\n"]
    assert [[fault.kind for fault in cable.faults] for cable in parsed] == [[], ["source"], []]
    with pytest.raises(CableError, match=r"CE001.*b\.txt:1:1"):
        list(CableFiles(folders / "cables", source=folders / "sources", strict=True))
    with pytest.raises(CableError, match="CE002"):
        list(CableFiles(folders / "cables", source=folders / "none"))


def test_brackets_bytes_that_are_not_utf8(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"[LOC Z\xfcrich  ] .")
    (parsed,) = CableFiles(tmp_path)
    assert parsed.words[0] == "Zürich"
    assert [fault.kind for fault in parsed.faults] == ["encoding"]
    with pytest.raises(CableError, match=r"CE001.*a\.txt:1:7"):
        list(CableFiles(tmp_path, strict=True))
