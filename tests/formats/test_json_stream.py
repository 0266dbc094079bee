"""JSON read value by value."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import CableError
from spacy_cables.formats import json_stream
from spacy_cables.formats.json_stream import iter_values


def is_record(key, value):
    return isinstance(value, dict) and "text" in value and key in ("", "04LIMA1", "04LIMA2")


@pytest.fixture
def read(tmp_path):
    def read_content(content: str):
        (tmp_path / "a.json").write_bytes(content.encode("utf-8", "surrogatepass"))
        return [tuple(value) for value in iter_values(tmp_path / "a.json", is_record)]

    return read_content


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ('{"text": 1}\n\n{"text": 2}\n', [(1, {"text": 1}, ""), (3, {"text": 2}, "")]),
        ('\ufeff [{"a": 1},\n {"b": [1, {"c": "}"}]}] ', [(1, {"a": 1}, ""), (2, {"b": [1, {"c": "}"}]}, "")]),
        ("{\n}\r{}", [(1, {}, ""), (3, {}, "")]),
        ("[]", []),
        ("", []),
        ('{"n": 2, "cables": [{"text": 1},\n{"text": 2}], "x": []}', [(1, {"text": 1}, ""), (2, {"text": 2}, "")]),
        (
            '{"04LIMA1": {"text": 1},\n"04LIMA2": {"text": 2}}',
            [(1, {"text": 1}, "04LIMA1"), (2, {"text": 2}, "04LIMA2")],
        ),
        ('{"text": 1, "refs": [{"id": 2}]}', [(1, {"text": 1, "refs": [{"id": 2}]}, "")]),
        ('{"a": 1}, {"b": 2},', [(1, {"a": 1}, ""), (1, {"b": 2}, "")]),
    ],
)
@pytest.mark.parametrize("chunk", [1, 7, 1 << 16])
def test_values(read, monkeypatch, content, values, chunk):
    monkeypatch.setattr(json_stream, "_CHUNK", chunk)
    assert read(content) == values


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"a": 1}\n{"a": }\n{"a": 2}\n', ":2: not JSON"),
        ('[{"a": 1}\n {"a": 2}]', ":2: no comma"),
        ('[{"a": 1},\n', ":2: the file breaks off"),
        ('{"a": 1}\n{"a": "b', ":2: the file breaks off"),
        ('{"a"', ":1: no key"),
        ('{"a": 1', ":1: the file breaks off"),
        ("[1] [2]", ":1: something follows"),
        ("[" * 200_000, ":1: not JSON of a cable"),
        ("[" + "9" * 5000 + "]", ":1: not JSON of a cable"),
        ("nothing", ":1: not JSON"),
    ],
)
def test_what_is_not_json_is_an_error_with_its_line(read, content, place):
    with pytest.raises(CableError, match=f"CE101.*a.json{place}"):
        read(content)


def test_a_value_that_never_ends_is_an_error(read, monkeypatch):
    monkeypatch.setattr(json_stream, "LONGEST_VALUE", 1000)
    monkeypatch.setattr(json_stream, "_CHUNK", 100)
    with pytest.raises(CableError, match="a value of more than 1,000 characters"):
        read('{"a": "' + "b" * 5000)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=9,
)


@given(st.lists(st.dictionaries(st.text(max_size=3), json_values, max_size=3), max_size=4), st.sampled_from([None, 1]))
def test_every_array_and_every_lines_come_back(tmp_path_factory, values, indent):
    folder = tmp_path_factory.mktemp("json")
    (folder / "array.json").write_text(json.dumps(values, indent=indent), "utf-8")
    (folder / "lines.json").write_text("\n".join(json.dumps(each, indent=indent) for each in values), "utf-8")
    for name in ("array.json", "lines.json"):
        found = list(iter_values(folder / name, lambda key, value: False))
        assert [each.value for each in found] == values


def test_an_error_shows_what_comes_next(read):
    with pytest.raises(CableError, match=r"'\{\"b\": 1\}\]'"):
        read('[{"a": 1} {"b": 1}]')
