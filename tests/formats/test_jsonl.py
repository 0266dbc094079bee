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


def test_read_json_lines_refuses_a_span_that_is_not_what_it_says(tmp_path):
    record = {"text": "Met Oslo", "spans": [{"start": 3, "end": 7, "label": "LOC", "text": "Oslo"}]}
    with pytest.raises(CableError, match=r"CE101.*:1: .*span 3:7 is ' Osl', not 'Oslo'(?!.*UTF)"):
        read(tmp_path, json.dumps(record))
    for word in ("oslo", "Os ##lo", " Oslo "):
        record["spans"] = [{"start": 4, "end": 8, "entity_group": "LOC", "word": word}]
        assert read(tmp_path, json.dumps(record))[0].spans == ((4, 8, "LOC"),)


def test_read_json_lines_converts_utf16_offsets_if_asked(tmp_path):
    record = {"text": "\U0001f600 Oslo", "spans": [{"start": 3, "end": 7, "label": "LOC", "text": "Oslo"}]}
    record["text"] += " \U0001f600 Rome"
    record["spans"].append({"start": 11, "end": 15, "label": "LOC", "text": "Rome"})
    with pytest.raises(CableError, match=r"UTF-16 offsets.*offsets='utf-16'"):
        read(tmp_path, json.dumps(record))
    path = tmp_path / "predictions.jsonl"
    (cable,) = read_json_lines(path, Settings(offsets="utf-16"))
    assert [cable.text[start:end] for start, end, _ in cable.spans] == ["Oslo", "Rome"]


TASK = {"id": 1, "data": {"text": TEXT, "cable_id": "09OSLO7"}}


def result(start, end, label):
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"type": "labels", "from_name": "label", "to_name": "text", "value": value}


def test_read_json_lines_of_label_studios_standard_export(tmp_path):
    both = [result(14, 18, "LOC"), result(0, 8, "PER"), {"type": "choices", "value": {"choices": ["good"]}}]
    (cable,) = read(tmp_path, json.dumps([{**TASK, "annotations": [{"result": both}]}]))
    assert (cable.cable_id, cable.text, cable.spans, cable.faults) == ("09OSLO7", TEXT, EXPECTED, ())


@pytest.mark.parametrize(
    ("annotations", "label"),
    [
        ([{"result": [result(0, 8, "PER")]}, {"result": [result(0, 8, "ORG")]}], "ORG"),
        ([{"result": [result(0, 8, "PER")], "ground_truth": True}, {"result": [result(0, 8, "ORG")]}], "PER"),
        ([{"result": [result(0, 8, "PER")]}, {"result": [result(0, 8, "ORG")], "was_cancelled": True}], "PER"),
    ],
)
def test_of_several_annotations_one_counts_by_rule(tmp_path, annotations, label):
    (cable,) = read(tmp_path, json.dumps([{**TASK, "annotations": annotations}]))
    assert cable.spans == ((0, 8, label),)
    assert [fault.kind for fault in cable.faults] == ["annotations"] * (not annotations[-1].get("was_cancelled"))


@pytest.mark.parametrize(
    "record",
    [
        {"tokens": ["Ada", "Berg", "left"], "ner_tags": ["B-PER", "I-PER", "O"]},
        {"tokenized_text": ["Ada", "Berg", "left"], "ner": [[0, 1, "PER"]]},
        {"text": "Ada Berg left", "spans": [], "label": [[0, 8, "PER"]]},
        {"text": "Ada Berg left", "spans": None, "entities": [{"start": 0, "end": 8, "label": "PER"}]},
        ["Ada Berg left", {"entities": [[0, 8, "PER"]]}],
    ],
)
def test_read_json_lines_of_words_pairs_and_the_key_that_is_filled(tmp_path, record):
    (cable,) = read(tmp_path, json.dumps(record, indent=1))
    assert (cable.text, cable.spans) == ("Ada Berg left", ((0, 8, "PER"),))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"text": null}', "no text"),
        ('{"text": ["Oslo"], "spans": []}', "no text"),
        ('{"text": "Oslo", "spans": [[0.9, 4, "LOC"]]}', "no whole number: 0.9"),
        ('{"text": "Oslo", "spans": [[false, 4, "LOC"]]}', "no whole number: False"),
        ('{"text": "Oslo", "spans": [[0, 1e999, "LOC"]]}', "no whole number: inf"),
        ('{"text": "Oslo", "spans": [[0, "4", "LOC"]]}', "no whole number: '4'"),
        ('{"text": "Oslo", "spans": [[0, 4, ""]]}', "a label that is no text"),
        ('{"text": "Oslo", "spans": {"sc": []}}', "no list"),
        ('{"text": "Oslo", "marks": [{"start": 0, "end": 4, "label": "LOC"}]}', "not known: 'marks'"),
        ('{"text": "Oslo", "spans": [[0, 4, "LOC"]], "label": [[0, 3, "LOC"]]}', "different spans"),
        ('{"text": "a \\ud800 b", "spans": []}', "half of a character"),
        ('{"tokens": ["Oslo"], "ner_tags": [5]}', "tags that are numbers"),
        ('{"tokens": ["Oslo"], "ner_tags": ["O", "O"]}', "1 words, but 2 tags"),
        ('{"tokenized_text": ["Oslo"], "ner": [[0, 1, "LOC"]]}', "no span of the 1 words"),
        ('{"id": 0, "paragraphs": []}', "spacy convert"),
        ("[" * 200_000, "nested too deep"),
        ('{"text": "Oslo", "spans": [[0, ' + "9" * 5000 + ', "LOC"]]}', "too long a number"),
    ],
)
def test_read_json_lines_refuses_with_a_reason(tmp_path, content, reason):
    with pytest.raises(CableError, match=rf"CE101.*predictions\.jsonl.*{reason}"):
        read(tmp_path, content)


def test_the_last_word_of_a_token_span_is_included(tmp_path):
    record = {"tokenized_text": ["Ada", "met", "Berg"], "ner": [[0, 0, "PER"], [2, 2, "PER"]]}
    (found,) = read(tmp_path, json.dumps(record))
    assert found.spans == ((0, 3, "PER"), (8, 12, "PER"))


def test_an_error_shows_what_is_not_json(tmp_path):
    with pytest.raises(CableError, match=r"not JSON.*Bergen \.\.\. left"):
        read(tmp_path, '{"text": "Oslo"}\n{"text": Bergen ... left}')
