"""The one door."""

import os
import sys

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from spacy_cables import CableError, ParsedCable, read_cables
from spacy_cables.corpus.check import check
from spacy_cables.corpus.convert import convert
from spacy_cables.corpus.stats import stats
from spacy_cables.formats import CableFiles
from spacy_cables.formats.standoff import write_standoff
from spacy_cables.text.files import write_text

pytestmark = pytest.mark.filterwarnings("ignore:.*CW005")

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
    assert stats.parts["again"].words == 3


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


def test_files_of_other_kinds_are_named(tmp_path):
    for name in ("a.txt", "b.txt", "deep/c.TXT", "notes.md", "deep/d.docx", "e.csv", "f.json", ".hidden"):
        write_text(tmp_path / name, "[LOC Oslo  ]\n")
    with pytest.warns(UserWarning, match=r"CW005.*4 files of other kinds passed over: d.docx, e.csv, f.json, \.\.\."):
        files = CableFiles(tmp_path)
    assert [file.name for file in files.passed_over] == ["d.docx", "e.csv", "f.json", "notes.md"]
    report = check(tmp_path)
    assert [len(report.passed_over), report.cables] == [4, 3]
    assert CableFiles(tmp_path / "*.csv", format="brackets").passed_over == []


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode elsewhere")
def test_names_of_files_that_are_not_utf8(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"\xe5bo.txt")).write_text("[LOC Oslo  ] .\n")
    (cable,) = CableFiles(folder)
    assert cable.cable_id == "åbo"
    assert [doc._.cable["cable_id"] for doc in read_cables(folder)] == ["åbo"]
    convert(folder, tmp_path / "out.spacy")
    assert [doc._.cable["cable_id"] for doc in read_cables(tmp_path / "out.spacy")] == ["åbo"]
    assert [standoff.cable_id for standoff in write_standoff(CableFiles(folder), tmp_path / "out.jsonl")] == ["åbo"]
    assert stats(folder, splits="train=1").parts["train"].cables == 1
    assert check(folder).findings == []


def test_digits_that_are_no_decimals_are_no_year(tmp_path):
    for name in ("²²OSLO1", "09OSLO²", "٠٩OSLO1", "①OSLO1"):
        write_text(tmp_path / f"in/{name}.txt", "²\n\n[LOC Oslo  ] ² .\n1. (U) No reply.\n")
    assert sorted(stats(tmp_path / "in").parts["all"].years) == ["2009", "unknown"]
    assert convert(tmp_path / "in", tmp_path / "out.spacy", anatomy=True).parts["out"].cables == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("style", ["tokenised", "inline"])
def test_lines_end_in_carriage_returns_too(end, style, tmp_path):
    lines = ["[LOC Oslo  ] is", "", "Calm . He left", "", "[PER Ada", ""]
    (tmp_path / "a.txt").write_bytes(end.join(lines).encode())
    (cable,) = CableFiles(tmp_path, style=style)
    assert [(fault.kind, fault.line, fault.column, fault.text) for fault in cable.faults] == [
        ("unclosed", 5, 1, "[PER Ada")
    ]
    starts = [word for word, starts in zip(cable.words, cable.sent_starts, strict=True) if starts]
    assert starts == (["Oslo", "Calm", "He", "Ada"] if style == "inline" else ["Oslo", "Calm", "Ada"])
