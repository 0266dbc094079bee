"""Cables in JSON without annotations."""

import json

import pytest

from spacy_cables import CableError, read_labelled
from spacy_cables.formats.json_records import begins_records, read_json_records
from spacy_cables.formats.settings import Settings

MONGO = {
    "_id": {"$oid": "5d0b"}, "refid": "04LIMA24", "date": {"$date": {"$numberLong": "1078509600000"}},
    "header": "R 051800Z MAR 04", "content": "UNCLAS LIMA 24", "n": {"$numberInt": "3"},
}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    def read_values(value, name="a.json", **settings):
        (tmp_path / name).write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        return list(read_json_records(tmp_path / name, Settings(**settings)))

    return read_values


def test_a_mongo_export(read):
    (cable,) = read(MONGO)
    assert (cable.cable_id, cable.text) == ("04LIMA24", "R 051800Z MAR 04\n\nUNCLAS LIMA 24\n")
    assert cable.meta == {"cable_id": "04LIMA24", "date": "2004-03-05T18:00", "_id": "5d0b", "n": "3"}


@pytest.mark.parametrize(
    "value",
    [
        [{"id": "04LIMA24", "text": "UNCLAS"}],
        {"04LIMA24": {"text": "UNCLAS"}},
        {"cables": [{"id": "2004LIMA00024", "body": "UNCLAS"}]},
        {"cable": {"id": "04LIMA24", "content": "UNCLAS"}},
        {"_id": "17", "_source": {"cable_id": "04 LIMA 24", "full_text": "UNCLAS"}},
        {"id": "04LIMA24", "body": ["UNCLAS"]},
        [{"id": 17, "reference_id": "04LIMA24", "text": "UNCLAS"}],
    ],
)
def test_shapes(read, value):
    (cable,) = read(value)
    assert (cable.cable_id, cable.text) == ("04LIMA24", "UNCLAS\n")


def test_the_stem_of_a_file_with_one_cable(read):
    assert read({"text": "UNCLAS"}, "04LIMA24.json")[0].cable_id == "04LIMA24"
    assert read({"text": "UNCLAS"}, "notes.json")[0].cable_id == ""


def test_columns_by_name(read):
    columns = {"cable_id": "c.no", "text": "memo"}
    (cable,) = read({"c": {"no": "04LIMA24"}, "memo": "UNCLAS", "text": "other"}, columns=columns)
    assert (cable.cable_id, cable.text, cable.meta["text"]) == ("04LIMA24", "UNCLAS\n", "other")


def test_what_is_no_record_is_an_error(read):
    with pytest.raises(CableError, match=r"CE101.*a\.json:2.*not an object"):
        read('{"text": "a"}\n[1]')
    with pytest.raises(CableError, match=r"CE106.*'memo', 'c\.no'"):
        read({"memo": "UNCLAS", "c": {"no": 1}})


def test_an_object_without_a_text_is_a_fault(read):
    cables = read('{"id": "04LIMA1", "text": "a"}\n{"id": "04LIMA2", "text": null}\n{"id": "04LIMA3", "text": 7}')
    assert [[(fault.kind, fault.line) for fault in cable.faults] for cable in cables] == [
        [], [("no_text", 2)], [("no_text", 3)],
    ]  # fmt: skip


def test_what_is_no_character_is_replaced(read):
    (cable,) = read(r'{"id": "04LIMA24", "text": "a \ud800 b \u0000"}')
    assert cable.text == "a � b �\n" and cable.faults[0].kind == "encoding"


@pytest.mark.parametrize(
    "spans",
    [
        {"spans": [{"start": 0, "end": 1, "label": "LOC"}]},
        {"label": [[0, 1, "LOC"]]},
        {"annotations": [{"result": []}]},
    ],
)
def test_annotations_behind_a_long_text_are_not_lost(read, spans):
    with pytest.raises(CableError, match=r"CE110.*a\.json.*a JSON file of annotations.*jsonl"):
        read({"text": "x" * 10_000, **spans})


def test_they_are_read_if_asked_for(tmp_path):
    spans = [{"start": 0, "end": 1, "label": "LOC"}]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x" * 10_000, "spans": spans}))
    (cable,) = read_labelled(tmp_path / "a.jsonl", format="jsonl")
    assert cable.spans == ((0, 1, "LOC"),)


@pytest.mark.parametrize(
    ("head", "are_records"),
    [
        (b'[{"id": 1, "body": "x"', True),
        (b'{"text": "In Oslo."}', True),
        (b'{"text": "In Oslo.", "spans": []}', False),
        (b'{"text": "In Oslo.", "label": [[3, 7, "LOC"]]}', False),
        (b'{"label": "A SUBJECT", "content": "x"}', True),
        (b'{"cable_id":"09OSLO1","sha256":"0","length":9,"spans":[]}', False),
        (b"text: no JSON", False),
    ],
)
def test_what_begins_like_records(head, are_records):
    assert begins_records(head) is are_records
