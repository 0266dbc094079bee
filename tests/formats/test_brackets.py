import pytest

from spacy_cables import CableError
from spacy_cables.formats.brackets import iter_parsed
from spacy_cables.text.files import write_text


@pytest.fixture
def folders(tmp_path):
    for name, text in {"a": "[PER Ada  ] left .\n", "b": "[LOC Oslo  ] , too .\n", "deep/c": "No mark .\n"}.items():
        write_text(tmp_path / f"cables/{name}.txt", text)
    write_text(tmp_path / "sources/a.txt", "Ada\n left.")
    write_text(tmp_path / "sources/deep/c.txt", "No  mark.")
    return tmp_path


def test_iter_parsed(folders):
    parsed = list(iter_parsed(folders / "cables"))
    assert [cable.cable_id for cable in parsed] == ["a", "b", "c"]
    assert [cable.text for cable in parsed] == ["Ada left.", "Oslo, too.", "No mark."]
    assert len(list(iter_parsed(folders / "cables", limit=2))) == 2


def test_iter_parsed_with_sources(folders):
    parsed = list(iter_parsed(folders / "cables", source=folders / "sources"))
    assert [cable.text for cable in parsed] == ["Ada\n left.\n", "Oslo, too.", "No  mark.\n"]
    assert [[fault.kind for fault in cable.faults] for cable in parsed] == [[], ["source"], []]
    with pytest.raises(CableError, match=r"CE001.*b\.txt:1:1"):
        list(iter_parsed(folders / "cables", source=folders / "sources", strict=True))
    with pytest.raises(CableError, match="CE002"):
        list(iter_parsed(folders / "cables", source=folders / "none"))


def test_iter_parsed_bytes_that_are_not_utf8(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"[LOC Z\xfcrich  ] .")
    (parsed,) = iter_parsed(tmp_path)
    assert parsed.words[0] == "Zürich"
    assert [fault.kind for fault in parsed.faults] == ["encoding"]
    with pytest.raises(CableError, match=r"CE001.*a\.txt:1:7"):
        list(iter_parsed(tmp_path, strict=True))
