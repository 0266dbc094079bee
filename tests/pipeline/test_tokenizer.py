"""The tokenizer of cables."""

import pytest
import spacy

from spacy_cables.pipeline.tokenizer import CableTokenizer, create_cable_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> CableTokenizer:
    return create_cable_tokenizer()(spacy.blank("en"))


RAW = "<code><pre>CONFIDENTIAL LIMA 000123\n\nTAGS: <a href='/tag/PE_0.html'>PE</a> PREL\n</pre></code>\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("U.S.-Peru talks", ["U.S.", "-", "Peru", "talks"], id="abbreviation and name"),
        pytest.param("--Parliament met", ["--", "Parliament", "met"], id="dashes of a list"),
        pytest.param("the ministry`s view", ["the", "ministry", "`s", "view"], id="backtick possessive"),
        pytest.param("Rojas (Lima)(protect)", ["Rojas", "(", "Lima", ")(", "protect", ")"], id="brackets that touch"),
        pytest.param("ROJAS,03 MAY 1970,LIMA", ["ROJAS", ",", "03", "MAY", "1970", ",", "LIMA"], id="list of names"),
        pytest.param("3,500 men", ["3,500", "men"], id="number"),
        pytest.param("in Lima.", ["in", "Lima", "."], id="plain"),
    ],
)
def test_tokenizer_splits(tokenizer: CableTokenizer, text: str, words: list[str]) -> None:
    doc = tokenizer(text)
    assert doc.text == text
    assert [token.text for token in doc] == words


def test_tokenizer_keeps_raw_text_and_marks_tags_as_space(tokenizer: CableTokenizer) -> None:
    doc = tokenizer(RAW)
    assert doc.text == RAW
    tags = [token.text for token in doc if token.text.startswith("<")]
    assert tags == ["<code>", "<pre>", "<a href='/tag/PE_0.html'>", "</a>", "</pre>", "</code>"]
    assert all(token.is_space for token in doc if token.text in tags)
    assert [token.text for token in doc if not token.is_space][-5:] == ["000123", "TAGS", ":", "PE", "PREL"]


def test_tokenizer_leaves_what_is_no_tag(tokenizer: CableTokenizer) -> None:
    doc = tokenizer("a < b <rojas@example.org> c")
    assert doc.text == "a < b <rojas@example.org> c"
    assert not any(token.is_space for token in doc)


def test_tokenizer_round_trip(tmp_path) -> None:
    config = {"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}}
    nlp = spacy.blank("en", config=config)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert isinstance(again.tokenizer, CableTokenizer)
    assert [t.text for t in again(RAW)] == [t.text for t in nlp(RAW)]
