import pytest

from spacy_cables import ONTONOTES, CableError, read_cables, read_labelled
from spacy_cables.corpus.check import check
from spacy_cables.corpus.convert import convert
from spacy_cables.corpus.stats import stats
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


OTHERS = {
    "ontonotes": ("[PERSON Ada  ] left [GPE Oslo  ] .\n", "PERSON"),
    "B-PER": ("[B-PER Ada  ] left .\n", "B-PER"),
    "per": ("[per Ada  ] left .\n", "per"),
    "Person": ("[Person Ada  ] left .\n", "Person"),
    "Gpe,Person": ("[Person Ada] left [Gpe Oslo], and no train runs.\n", "Person"),
}


@pytest.mark.parametrize("labels", OTHERS)
def test_brackets_of_another_label_set_are_refused_or_a_fault(labels, tmp_path):
    text, label = OTHERS[labels]
    write_text(tmp_path / "a.txt", text)
    says = rf"CE001.*a\.txt:1:1: marks of another label set.*{label} 1.*--labels {labels} reads them"
    for refused in (
        lambda: list(read_cables(tmp_path, strict=True)),
        lambda: list(read_labelled(tmp_path)),
        lambda: stats(tmp_path),
        lambda: convert(tmp_path, tmp_path / "out/a.spacy"),
    ):
        with pytest.raises(CableError, match=says):
            refused()
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())
    (doc,) = read_cables(tmp_path)
    assert doc._.cable["faults"][0]["kind"] == "label_set"
    assert check(tmp_path).findings[0].kind == "label_set"
    (doc,) = read_cables(tmp_path, labels=labels)
    assert (doc.ents[0].text, doc.ents[0].label_) == ("Ada", label)
    assert doc._.cable["faults"] == []


def test_brackets_with_a_name_for_the_label_set_in_python(tmp_path):
    write_text(tmp_path / "in/a.txt", "[PERSON Ada  ] left [GPE Oslo  ] .\n")
    expected = [(0, 3, "PERSON"), (9, 13, "GPE")]
    for labels in ("ontonotes", ONTONOTES, "PERSON,GPE"):
        assert [list(cable.spans) for cable in CableFiles(tmp_path / "in", labels=labels)] == [expected]
        assert [list(cable.spans) for cable in read_labelled(tmp_path / "in", labels=labels)] == [expected]
        assert stats(tmp_path / "in", labels=labels).parts["all"].labels == {"PERSON": 1, "GPE": 1}
        assert check(tmp_path / "in", labels=labels).findings == []
        assert convert(tmp_path / "in", tmp_path / "out.spacy", labels=labels).parts["out"].labels.total() == 2
