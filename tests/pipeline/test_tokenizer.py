"""The tokenizer of cables."""

import multiprocessing
import pickle
import subprocess
import sys

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, DocBin

from spacy_cables.pipeline.tokenizer import CableTokenizer, create_cable_tokenizer
from spacy_cables.text.files import find_files, read_text
from spacy_cables.text.markup import plain_text


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


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "<b>" + "($" * 50_000 + "</b>", ":)" * 2_000 + "<a href='" + "[" * 300 + "'>x"]
)
def test_tokenizer_of_long_runs_of_signs(tokenizer: CableTokenizer, text: str) -> None:
    """spaCy's tokenizer would take half an hour for the first."""
    doc = tokenizer(text)
    assert doc.text == text
    tags = [token.text for token in doc if token.is_space]
    assert tags == [tag for tag in ("<b>", "</b>", "<a href='" + "[" * 300 + "'>") if tag in text]


@pytest.mark.slow
def test_public_cables_are_tokenised_as_by_the_same_rules_in_one_piece(tokenizer: CableTokenizer, assets) -> None:
    names = ("rules", "prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")
    plain = Tokenizer(tokenizer.vocab, **{name: getattr(tokenizer, name) for name in names})

    def seen(doc: Doc) -> list[tuple[str, str]]:
        return [(token.text, token.norm_) for token in doc]

    for file in find_files(assets("cables"), ".txt")[::10]:
        text = plain_text(read_text(file)[0])
        assert seen(tokenizer(text)) == seen(plain(text))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}})


def spaces(doc: Doc) -> list[bool]:
    return [token.is_space for token in doc]


@pytest.mark.slow
def test_tags_are_white_space_in_every_copy_of_the_pipeline(nlp: Language, tmp_path) -> None:
    expected = spaces(nlp(RAW))
    nlp.to_disk(tmp_path)
    copies = [
        spacy.load(tmp_path),
        spacy.blank("en", config=nlp.config).from_bytes(nlp.to_bytes()),
        pickle.loads(pickle.dumps(nlp)),
    ]
    stored = DocBin(docs=[nlp(RAW)]).to_bytes()
    for copy in copies:
        # Documents of other processes come as bytes, before the pipeline itself has seen the tag.
        (doc,) = DocBin().from_bytes(stored).get_docs(copy.vocab)
        assert spaces(doc) == expected
        assert spaces(copy(RAW)) == expected
    assert [(t.text, t.is_space) for t in pickle.loads(pickle.dumps(nlp.tokenizer))("<hr>x")] == [
        ("<hr>", True),
        ("x", False),
    ]


def test_tags_are_white_space_in_a_memory_zone(nlp: Language) -> None:
    for _ in range(2):
        with nlp.memory_zone():
            assert spaces(nlp("<tt>Lima</tt>")) == [True, False, True]


def test_tags_are_white_space_after_two_processes(nlp: Language) -> None:
    texts = ["<b>Lima</b>", "<hr id='2'>Lima", "Lima<hr id='3'>"]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [spaces(doc) for doc in docs] == [[True, False, True], [True, False], [False, True]]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_tags_and_anatomy_after_two_processes_however_started(method: str, tmp_path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    script = tmp_path / "two.py"
    script.write_text(TWO_PROCESSES, encoding="utf-8")
    subprocess.run([sys.executable, script, method], check=True)


TWO_PROCESSES = """
import multiprocessing, sys, spacy

def seen(doc):
    spans = {key: [(span.text, span.label_, span.id_) for span in group] for key, group in doc.spans.items()}
    return doc.text, [token.is_space for token in doc], doc._.cable, spans

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}})
    nlp.add_pipe("cable_anatomy")
    page = "<pre>UNCLAS LIMA 00000{}<br/>\\n\\nSUBJECT: TALKS<hr id='{}'>\\n\\n1. (U) Talks went on.</pre>"
    texts = [page.format(i, i) for i in range(1, 9)]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert all(token.is_space for doc in docs for token in doc if token.text[0] == "<")
    assert all(doc._.cable["subject"] == "TALKS" and doc.spans["paragraphs"] for doc in docs)
    assert [seen(doc) for doc in docs] == [seen(nlp(text)) for text in texts]
"""
