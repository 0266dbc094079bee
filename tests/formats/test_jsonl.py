import json

import pytest

from spacy_cables.errors import CableError
from spacy_cables.formats.jsonl import read_json_lines
from spacy_cables.formats.settings import Settings

TEXT = "Ada Berg left Oslo."
EXPECTED = ((0, 8, "PER"), (14, 18, "LOC"))


def read(tmp_path, content):
    path = tmp_path / "predictions.jsonl"
    path.write_text(content, encoding="utf-8")
    return list(read_json_lines(path, Settings()))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            {
                "text": TEXT,
                "spans": [
                    {"start": 0, "end": 8, "token_start": 0, "token_end": 1, "label": "PER"},
                    {"start": 14, "end": 18, "label": "LOC"},
                ],
                "meta": {"cable_id": "09OSLO7"},
                "answer": "accept",
            },
            id="Prodigy",
        ),
        pytest.param({"id": "09OSLO7", "text": TEXT, "label": [[0, 8, "PER"], [14, 18, "LOC"]]}, id="doccano"),
        pytest.param({"id": "09OSLO7", "data": TEXT, "label": [[14, 18, "LOC"], [0, 8, "PER"]]}, id="doccano, old"),
        pytest.param(
            {
                "doc_id": "09OSLO7",
                "id": 12,
                "text": TEXT,
                "entities": [
                    {"id": 3, "label": "PER", "start_offset": 0, "end_offset": 8},
                    {"id": 4, "label": "LOC", "start_offset": 14, "end_offset": 18},
                ],
                "relations": [],
            },
            id="doccano with relations",
        ),
        pytest.param(
            {
                "cable_id": "09OSLO7",
                "text": TEXT,
                "label": [
                    {"start": 0, "end": 8, "text": "Ada Berg", "labels": ["PER"]},
                    {"start": 14, "end": 18, "text": "Oslo", "labels": ["LOC"]},
                ],
            },
            id="Label Studio",
        ),
        pytest.param(
            {
                "cable_id": "09OSLO7",
                "text": TEXT,
                "ents": [{"start": 0, "end": 8, "label": "PER"}, {"start": 14, "end": 18, "label": "LOC"}],
                "tokens": [],
            },
            id="spaCy's Doc.to_json",
        ),
    ],
)
def test_read_json_lines_of_common_tools(tmp_path, record):
    for content in (json.dumps(record) + "\n", json.dumps([record], indent=1)):
        (cable,) = read(tmp_path, content)
        assert (cable.cable_id, cable.text, cable.spans) == ("09OSLO7", TEXT, EXPECTED)


def test_read_json_lines_leaves_out_what_was_rejected(tmp_path):
    answers = ("accept", "reject", "ignore")
    lines = [json.dumps({"text": answer, "spans": [], "answer": answer}) for answer in answers]
    assert [cable.text for cable in read(tmp_path, "\n\n".join(lines))] == ["accept"]


def test_read_json_lines_keeps_line_separators_in_strings(tmp_path):
    assert read(tmp_path, '{"text": "a\u2028b"}\n')[0].text == "a\u2028b"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "Oslo"', "not JSON"),
        ('{"spans": []}', "not an object"),
        ('{"text": 5}', "not an object"),
        ('"Oslo"', "not an object"),
        ('{"text": "Oslo", "spans": [{"start": 0}]}', "not an object"),
        ('{"text": "Oslo", "label": [[0, 4]]}', "not an object"),
        ('{"text": "Oslo", "label": [[0, 4, ["LOC", "ORG"]]]}', "not an object"),
    ],
)
def test_read_json_lines_names_the_line_that_is_wrong(tmp_path, line, reason):
    with pytest.raises(CableError, match=rf"CE101.*predictions.jsonl:2.*{reason}"):
        read(tmp_path, '{"text": "Bergen"}\n' + line)


def test_read_json_lines_refuses_spans_outside_of_the_text(tmp_path):
    with pytest.raises(CableError, match=r"CE005.*09OSLO7"):
        read(tmp_path, '{"id": "09OSLO7", "text": "Oslo", "spans": [{"start": 0, "end": 5, "label": "LOC"}]}')
