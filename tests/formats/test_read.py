import pytest

from spacy_cables import CableError, read_cables
from spacy_cables.text.files import write_text


@pytest.fixture
def folder(tmp_path):
    for i, text in enumerate(["[PER Ada  ] left .\n", "[PER Ada .\n", "[SHIP Fram] sails.\n"]):
        write_text(tmp_path / f"{i}.txt", text)
    return tmp_path


def test_read_cables(folder, nlp):
    docs = list(read_cables(folder, nlp))
    assert [doc._.cable["cable_id"] for doc in docs] == ["0", "1", "2"]
    assert [doc._.cable["n_ents"] for doc in docs] == [1, 0, 0]
    assert [len(doc._.cable["faults"]) for doc in docs] == [0, 1, 0]
    assert all(doc.vocab is nlp.vocab for doc in docs)
    assert len(list(read_cables(folder, nlp, limit=1))) == 1
    assert [len(doc.ents) for doc in read_cables(folder, nlp, labels=["SHIP"])] == [0, 0, 1]


def test_read_cables_strict(folder, nlp):
    with pytest.raises(CableError, match=r"CE001.*1\.txt:1:1"):
        list(read_cables(folder, nlp, strict=True))
