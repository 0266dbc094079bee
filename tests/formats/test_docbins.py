import pytest
import srsly
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus
from spacy.vocab import Vocab

from spacy_cables import CableError, parse_cable
from spacy_cables.formats import CableFiles
from spacy_cables.formats.docbins import begins_docbin, read_docbins
from spacy_cables.formats.shards import write_docbins
from spacy_cables.tokens import to_doc

TEXTS = [f"[PER Ada  ] saw {number} men .\n" for number in ("one", "two", "three", "four", "five")]


@pytest.fixture
def docs(en_vocab):
    return [to_doc(parse_cable(text), en_vocab) for text in TEXTS]


def test_one_file(docs, tmp_path):
    path = tmp_path / "new/a.spacy"
    assert write_docbins(docs, path) == [path]
    again = list(read_docbins(path, Vocab()))
    assert [[token.text for token in doc] for doc in again] == [[token.text for token in doc] for doc in docs]
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in again] == [[("Ada", "PER")]] * 5
    # spaCy's DocBin makes tuples of lists.
    assert [srsly.json_dumps(doc._.cable) for doc in again] == [srsly.json_dumps(doc._.cable) for doc in docs]


def test_shards_read_by_spacy(docs, tmp_path, nlp):
    path = tmp_path / "a.spacy"
    files = write_docbins(docs, path, shard_tokens=12)
    assert [file.name for file in files] == ["0001.spacy", "0002.spacy", "0003.spacy"]
    assert sorted(tmp_path.iterdir()) == [path]
    examples = list(Corpus(path)(nlp))
    assert [example.reference.text for example in examples] == [doc.text for doc in docs]
    assert [doc.text for doc in CableFiles(path).docs(nlp)] == [doc.text for doc in docs]


def test_file_and_folder_replace_each_other(docs, tmp_path):
    path = tmp_path / "a.spacy"
    write_docbins(docs, path, shard_tokens=6)
    assert path.is_dir()
    write_docbins(docs, path)
    assert path.is_file()
    assert len(write_docbins(docs, path, shard_tokens=6)) == 5
    assert len(write_docbins(docs, path, shard_tokens=12)) == len(list(path.iterdir())) == 3


def test_failure_leaves_what_was_there(docs, tmp_path):
    path = tmp_path / "a.spacy"
    write_docbins(docs, path)
    before = path.read_bytes()

    def failing():
        yield from docs
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_docbins(failing(), path, shard_tokens=6)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_no_documents(tmp_path):
    write_docbins([], tmp_path / "a.spacy")
    assert list(read_docbins(tmp_path / "a.spacy", Vocab())) == []


def test_unreadable_file(tmp_path):
    (tmp_path / "a.spacy").write_bytes(b"no")
    with pytest.raises(CableError, match=r"CE102.*a\.spacy"):
        list(read_docbins(tmp_path / "a.spacy", Vocab()))


def test_begins_docbin():
    assert begins_docbin(DocBin(docs=[Doc(Vocab())]).to_bytes())
    assert not begins_docbin(b"xylophones [LOC Oslo]")
    assert not begins_docbin(b"x")
    assert not begins_docbin(b"A^2 is no file of spaCy")


def test_a_file_that_is_broken_inside_is_an_error(tmp_path):
    broken = DocBin(docs=[Doc(Vocab(), words=["In", "Oslo"])])
    broken.strings = set()
    (tmp_path / "broken.spacy").write_bytes(broken.to_bytes())
    with pytest.raises(CableError, match=r"CE102.*broken\.spacy"):
        list(read_docbins(tmp_path / "broken.spacy", Vocab()))


def test_lists_come_back_as_lists(tmp_path):
    doc = Doc(Vocab(), words=["Oslo"])
    doc._.cable = {"cable_id": "09OSLO7", "tags": ["PREL", ["A"]], "faults": [{"kind": "empty"}]}
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "a.spacy")
    (again,) = read_docbins(tmp_path / "a.spacy", Vocab())
    assert again._.cable == doc._.cable
