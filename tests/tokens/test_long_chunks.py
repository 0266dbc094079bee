"""Long chunks are tokenised in pieces; all other text as spaCy's tokenizer does it."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.tokens.long_chunks import MAX_CHUNK, iter_cuts, tokenise, tokenise_in_pieces

NLP = spacy.blank("en")
IS_ADDRESS = NLP.tokenizer.url_match
ADDRESS = "https://example.org/" + "a/b-c.d?e=" * 60


def words(doc):
    return [token.text for token in doc]


class Recorder:
    """Calls a tokenizer and keeps what it was given."""

    def __init__(self):
        self.texts = []

    def __call__(self, text):
        self.texts.append(text)
        return NLP.tokenizer(text)


@pytest.mark.parametrize("unit", ["[", "$", "'s", ":)", "[a", "¶", "_", "=", "\u0301", "(a.b)", "a@", "http://"])
def test_a_chunk_of_any_signs_is_bounded(unit):
    """The tokenizer never gets a long chunk, which would cost it the square of its length."""
    recorder = Recorder()
    text = (unit * 10_000)[:10_000]
    doc = tokenise_in_pieces(recorder, text, is_address=IS_ADDRESS)
    assert max(map(len, recorder.texts)) <= MAX_CHUNK
    assert doc.text == text


def test_a_run_of_brackets_has_the_tokens_of_the_run(nlp):
    assert words(tokenise(nlp.tokenizer, "a " + "[" * 500 + "Oslo" + "]" * 500 + " b")) == [
        "a", *"[" * 500, "Oslo", *"]" * 500, "b",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a" * 5000, "x " * 500, "12" * 900, "-" * 128, "\n" * 999, ADDRESS, f"({ADDRESS}),"])
def test_what_is_not_cut(text):
    assert list(iter_cuts(text, is_address=IS_ADDRESS)) == []
    assert words(tokenise(NLP.tokenizer, text)) == words(NLP.tokenizer(text))


@pytest.mark.parametrize("text", [ADDRESS * 5, "[" * 300 + ADDRESS, ADDRESS + "[" * 300])
def test_an_address_that_is_no_excuse(text):
    assert list(iter_cuts(text, is_address=IS_ADDRESS))


@given(st.text(alphabet="ab1 [(.'$\n", max_size=60), st.integers(1, 9))
def test_cuts(piece, times):
    text = piece * times
    cuts = list(iter_cuts(text))
    assert cuts == sorted(set(cuts))
    assert all(not (text[cut - 1].isalnum() and text[cut].isalnum()) for cut in cuts)
    doc = tokenise(NLP.tokenizer, text)
    assert doc.text == text
    if not cuts:
        assert words(doc) == words(NLP.tokenizer(text))


def test_another_tokenizer_is_called_as_it_is():
    recorder = Recorder()
    tokenise(recorder, "[" * 200)
    assert recorder.texts == ["[" * 200]
