import pytest
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from spacy_cables.errors import CableError
from spacy_cables.formats import read_labelled
from spacy_cables.formats.standoff import write_standoff
from spacy_cables.text.cable import parse_cable

SPANS = ((3, 7, "LOC"),)


def make_docbin():
    doc = Doc(Vocab(), words=["In", "Oslo", "."], spaces=[True, False, False])
    doc.ents = [Span(doc, 1, 2, label="LOC")]
    return DocBin(docs=[doc]).to_bytes()


@pytest.fixture
def files(tmp_path):
    contents = {
        "inline.txt": b"In [LOC Oslo].\n",
        "tokenised.txt": b"In [LOC Oslo  ] . \n",
        "columns.conll": b"In O\nOslo B-LOC\n. O\n",
        "lines.jsonl": b'{"text": "In Oslo.", "spans": [{"start": 3, "end": 7, "label": "LOC"}]}\n',
        "docs.spacy": make_docbin(),
    }
    for name, content in contents.items():
        folder = tmp_path / name.replace(".", "_")
        folder.mkdir()
        (folder / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("name", ["inline.txt", "tokenised.txt", "columns.conll", "lines.jsonl", "docs.spacy"])
def test_read_labelled_tells_the_format_by_the_name(files, name):
    folder = files / name.replace(".", "_")
    for path in (folder, folder / name, folder / "*"):
        (cable,) = read_labelled(path)
        assert cable.spans == SPANS
        assert cable.text.split() in (["In", "Oslo."], ["In", "Oslo", "."])


def test_read_labelled_takes_the_format_it_is_told(files, tmp_path):
    path = tmp_path / "system.out"
    path.write_bytes((files / "columns_conll" / "columns.conll").read_bytes())
    (cable,) = read_labelled(path, format="conll")
    assert cable.spans == SPANS


def test_read_labelled_reads_brackets_of_other_labels(tmp_path):
    path = tmp_path / "09OSLO7.txt"
    path.write_text("In [GPE Oslo].\n")
    (cable,) = read_labelled(path, labels=("GPE",))
    assert (cable.cable_id, cable.spans) == ("09OSLO7", ((3, 7, "GPE"),))


def test_read_labelled_refuses_what_it_cannot_read(tmp_path):
    with pytest.raises(CableError, match="CE002"):
        list(read_labelled(tmp_path / "nothing.jsonl"))
    with pytest.raises(CableError, match=r"CE006.*brackets, spacy, standoff, conll, hipe, webanno, jsonl, untagged"):
        list(read_labelled(tmp_path, format="gate"))
    (tmp_path / "a.spacy").write_bytes(b"not a DocBin")
    with pytest.raises(CableError, match=r"CE102.*a\.spacy"):
        list(read_labelled(tmp_path / "a.spacy"))


def test_read_labelled_joins_stand_off_annotations_with_their_sources(tmp_path):
    cables = [parse_cable(f"<pre>In [LOC {name}] &amp; out.</pre>\n", cable_id=name) for name in ("Oslo", "Bergen")]
    write_standoff(cables, tmp_path / "gold.jsonl")
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "Oslo.txt").write_text("<pre>In Oslo &amp; out.</pre>\n")
    (cable,) = read_labelled(tmp_path / "gold.jsonl", source=sources, wanted=lambda cable_id: cable_id == "Oslo")
    assert (cable.cable_id, cable.text, cable.spans) == ("Oslo", "In Oslo & out.\n", SPANS)
    with pytest.raises(CableError, match="CE104"):
        list(read_labelled(tmp_path / "gold.jsonl", source=sources))
    with pytest.raises(CableError, match="CE105"):
        list(read_labelled(tmp_path / "gold.jsonl"))


def test_read_labelled_reads_the_cables_that_are_wanted(tmp_path):
    for name in ("09OSLO7", "09OSLO8"):
        (tmp_path / f"{name}.txt").write_text("In [LOC Oslo].\n")
    assert [cable.cable_id for cable in read_labelled(tmp_path, wanted="09OSLO8".__eq__)] == ["09OSLO8"]


def test_read_labelled_leaves_stubs_out(tmp_path):
    (tmp_path / "09OSLO7.txt").write_text("Appears in these articles:<br />\n")
    assert list(read_labelled(tmp_path)) == []
