"""Cables as people have them: a made-up file of each form, and what is read from it through the one door."""

import shutil
from pathlib import Path

import pytest
from spacy.tokens import Doc, DocBin

from spacy_cables import read_cables, read_labelled
from spacy_cables.formats import CableFiles
from spacy_cables.text.labelled import RawCable

FORMS = Path(__file__).parents[1] / "data/forms"

#: The format of each file, and fields of `Doc._.cable` for each of its cables.
FIELDS: dict[str, tuple[str, list[dict[str, object]]]] = {
    "page.html": ("page", [{
        "cable_id": "04SUVA1234", "date": "2004-03-05", "time": "18:00", "classification": "CONFIDENTIAL",
        "tags": ["PREL", "EFIS", "PE"], "subject": "HARBOR TALKS", "classified_by": "Dana Reed", "reasons": ["b"],
        "signer": "BAKER",
    }]),
    "dump.csv": ("csv", [
        {"cable_id": "04SUVA1234", "date": "2004-03-05", "subject": "HARBOR TALKS", "signer": "BAKER"},
        {"cable_id": "06OSLO987", "date": "2006-07-17", "subject": 'FROZEN FISH, "OLD" AND NEW', "signer": "CARVER"},
    ]),
    "dump.jsonl": ("json", [{"cable_id": "04SUVA1234", "date": "2004-03-05", "subject": "HARBOR TALKS"}]),
    "dump.json": ("json", [{
        "cable_id": "06OSLO987", "date": "2006-07-17", "date_source": "meta", "subject": 'FROZEN FISH, "OLD" AND NEW',
    }]),
    "history_lab.parquet": ("parquet", [
        {"cable_id": "74QUITO77", "date": "1974-03-01", "time": "12:00", "subject": "TUNA BOATS", "signer": "REED"},
        {"cable_id": "74QUITO78", "subject": "MORE TUNA BOATS"},
    ]),
    "archive_record.txt": ("archive", [{
        "cable_id": "74SUVA1234", "date": "1974-03-05", "time": "18:00", "classification": "CONFIDENTIAL",
        "tags": ["PFOR", "EFIS", "PE"], "subject": "HARBOR TALKS",
    }]),
    "tei.xml": ("tei", [{"cable_id": "tei-d5", "date": "1956-12-24", "signer": "Baker"}]),
}  # fmt: skip

FORM = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.extra("pyarrow") if "parquet" in name else ()) for name in FIELDS]
)


@FORM
@pytest.mark.filterwarnings("ignore:.*CW003")
def test_fields(name):
    docs = list(read_cables(FORMS / name))
    expected = FIELDS[name][1]
    assert [{key: doc._.cable[key] for key in fields} for doc, fields in zip(docs, expected, strict=True)] == expected
    assert all(doc._.cable["meta"]["date"].startswith(doc._.cable["date"]) for doc in docs[:1])
    assert not any(doc._.cable["faults"] for doc in docs)


@FORM
def test_the_kind_is_told_by_the_content_too(name, tmp_path):
    shutil.copy(FORMS / name, tmp_path / "file")
    for path in (FORMS / name, tmp_path / "file"):
        files = CableFiles(path)
        assert files.formats == {FIELDS[name][0]}
        assert all(isinstance(cable, RawCable) for cable in files)


@pytest.mark.filterwarnings("ignore:.*CW003")
def test_metadata_survive_a_docbin(en_vocab):
    for doc in read_cables(FORMS / "dump.csv"):
        (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(en_vocab)
        assert back._.cable["meta"]["cable_id"] == doc._.cable["cable_id"]
        assert not Doc(en_vocab, ["x"])._.cable


def test_a_raw_cable_is_not_annotated():
    (doc,) = read_cables(FORMS / "dump.json")
    assert {token.ent_iob for token in doc} == {0}


def test_what_was_left_out_is_said():
    with pytest.warns(UserWarning, match=r"CW003\] 1 document left out as no cables: memorandum 1"):
        list(read_cables(FORMS / "tei.xml"))
    files = CableFiles(FORMS / "tei.xml")
    assert len(list(files)) == 1 and files.left_out_kinds() == {"memorandum": 1}


def test_columns(tmp_path):
    (tmp_path / "a.csv").write_text("number,memo\n04SUVA24,UNCLAS SUVA 0024\n")
    (tmp_path / "a.json").write_text('{"number": "04SUVA24", "memo": "UNCLAS SUVA 0024"}')
    for name in ("a.csv", "a.json"):
        (cable,) = read_labelled(tmp_path / name, columns="cable_id=number,text=memo")
        assert (cable.cable_id, cable.text, cable.meta["cable_id"]) == ("04SUVA24", "UNCLAS SUVA 0024\n", "04SUVA24")
