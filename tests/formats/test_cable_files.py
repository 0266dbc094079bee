"""The one door."""

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from spacy_cables import CableError, ParsedCable
from spacy_cables.corpus.convert import convert
from spacy_cables.formats import CableFiles
from spacy_cables.text.files import write_text

CONLL = "-DOCSTART- (09OSLO7)\n\nOslo B-LOC\n\n-DOCSTART- (09OSLO8)\n\nAda B-PER\nleft O\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("09OSLO1", "deep/09OSLO2", "09OSLO3"):
        write_text(tmp_path / f"cables/{name}.txt", f"In [LOC {name[-1]}-Oslo]  .\n")
    write_text(tmp_path / "cables/notes.md", "no cable")
    write_text(tmp_path / "more.conll", CONLL)
    return tmp_path


def ids(files):
    return [cable.cable_id for cable in files]


def test_a_folder_is_read_to_all_depths_in_the_order_of_names(folder):
    files = CableFiles(folder / "cables")
    assert ids(files) == ["09OSLO1", "09OSLO3", "09OSLO2"]
    assert all(isinstance(cable, ParsedCable) for cable in files)
    assert [file.name for file in files.files] == ["09OSLO1.txt", "09OSLO3.txt", "09OSLO2.txt"]


def test_several_paths_may_be_of_several_kinds(folder):
    files = CableFiles([folder / "cables", folder / "more.conll"])
    assert len(files) == len(ids(files)) == 5
    assert files.formats == {"brackets", "conll"}
    assert len(CableFiles(folder / "cables", limit=2)) == len(ids(CableFiles(folder / "cables", limit=2))) == 2


def test_what_is_not_wanted_is_not_read(folder):
    (folder / "cables/09OSLO1.txt").write_bytes(b"[PER Ada")
    files = CableFiles(
        [folder / "cables", folder / "more.conll"], wanted={"09OSLO2", "09OSLO8"}.__contains__, strict=True
    )
    assert ids(files) == ["09OSLO2", "09OSLO8"]


def test_files_in_another_order(folder):
    assert ids(CableFiles(folder / "cables", order=lambda file: file.stem)) == ["09OSLO1", "09OSLO2", "09OSLO3"]


def test_untagged_files_are_read_as_they_are(folder):
    write_text(folder / "cables/09OSLO1.txt", "<pre>See [LOC Oslo] &amp; go.</pre>")
    first = next(iter(CableFiles(folder / "cables", format="untagged")))
    assert (first.text, first.spans) == ("See [LOC Oslo] & go.\n", ())


def test_documents_are_the_same_by_way_of_a_spacy_file(folder):
    convert(folder / "cables", folder / "all.spacy")
    nlp = spacy.blank("en")
    ours, converted = (list(CableFiles(path).docs(nlp)) for path in (folder / "cables", folder / "all.spacy"))
    assert [doc.to_json() for doc in converted] == [doc.to_json() for doc in ours]
    wanted = CableFiles(folder / "all.spacy", wanted="09OSLO3".__eq__)
    assert [doc._.cable["cable_id"] for doc in wanted.docs(nlp)] == ["09OSLO3"]
    assert ids(wanted) == ["09OSLO3"]


def test_convert_keeps_the_tokens_of_spacy_files(folder):
    doc = Doc(Vocab(), words=["Os", "lo", "sleeps"], spaces=[False, True, False], ents=["B-LOC", "I-LOC", "O"])
    DocBin(docs=[doc]).to_disk(folder / "docs.spacy")
    stats = convert(folder / "docs.spacy", folder / "again.spacy")
    (again,) = DocBin().from_disk(folder / "again.spacy").get_docs(Vocab())
    assert ([token.text for token in again], again._.cable["n_ents"]) == (["Os", "lo", "sleeps"], 1)
    assert stats.parts["again"].words == 2


def test_convert_takes_columns(folder):
    stats = convert(folder / "more.conll", folder / "out", splits="train=1")
    assert (stats.parts["train"].cables, dict(stats.parts["train"].labels)) == (2, {"LOC": 1, "PER": 1})


def test_a_folder_without_cables_is_an_error(folder):
    (folder / "empty").mkdir()
    write_text(folder / "notes/notes.md", "no cable")
    for name in ("empty", "notes"):
        with pytest.raises(CableError, match=rf"CE003.*{name}"):
            CableFiles(folder / name)
    with pytest.raises(CableError, match=r"CE003.*\*\.spacy"):
        CableFiles(folder / "cables", format="spacy")
    with pytest.raises(CableError, match="CE002"):
        CableFiles(folder / "nothing")


def test_each_file_of_a_pattern_is_of_its_own_kind(folder):
    write_text(folder / "mixed/a.txt", "[PER Ada] left.")
    write_text(folder / "mixed/b.jsonl", '{"text": "In Oslo.", "spans": [[3, 7, "LOC"]]}')
    files = CableFiles(folder / "mixed/*")
    assert [cable.spans for cable in files] == [((0, 3, "PER"),), ((3, 7, "LOC"),)]


def test_a_spacy_file_has_as_many_words_as_what_it_was_made_of(folder):
    convert(folder / "cables", folder / "all.spacy")
    counts = [sum(cable.n_words for cable in CableFiles(folder / name)) for name in ("cables", "all.spacy")]
    assert counts[0] == counts[1] > 0


def test_convert_counts_entities_that_overlap(folder):
    write_text(folder / "lines.jsonl", '{"text": "Met Ada Obi.", "spans": [[4, 11, "PER"], [8, 11, "ORG"]]}')
    stats = convert(folder / "lines.jsonl", folder / "out.spacy")
    assert dict(stats.parts["out"].labels) == {"PER": 1}
    assert [fault.kind for _, fault in stats.faults] == ["overlap"]
