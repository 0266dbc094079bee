"""A `Doc` of ours has one text, the cable's own, whatever becomes of its tokens."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy import displacy
from spacy.pipeline.functions import merge_entities
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from spacy_cables import parse_cable, write_cable
from spacy_cables.tokens import to_doc

TEXT = "1.  [PER Ada\r\nOkoro] left.\n\n2. [LOC Oslo]\tsleeps.\n"


@pytest.fixture
def parsed():
    return parse_cable(TEXT, style="inline")


@pytest.fixture
def doc(parsed, nlp):
    return to_doc(parsed, nlp.vocab)


def spans(doc):
    return tuple((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)


def test_the_text_is_the_text_of_the_cable(doc, parsed):
    assert doc.text == parsed.text
    assert spans(doc) == parsed.spans
    assert [ent.text for ent in doc.ents] == ["Ada\r\nOkoro", "Oslo"]
    assert not any(ent[0].is_space or ent[-1].is_space for ent in doc.ents)


def test_white_space_is_tokenised_as_spacy_does_it(doc, nlp):
    spaces = [(token.idx, token.text) for token in doc if token.is_space]
    assert spaces == [(token.idx, token.text) for token in nlp(doc.text) if token.is_space]


def test_merged_entities(doc, parsed):
    merged = merge_entities(doc)
    assert (merged.text, spans(merged), write_cable(merged)) == (parsed.text, parsed.spans, TEXT)


def test_split_tokens(doc, parsed):
    with doc.retokenize() as retokenizer:
        retokenizer.split(doc[3], ["A", "da"], heads=[(doc[3], 1), doc[4]])
    assert (doc.text, spans(doc), write_cable(doc)) == (parsed.text, parsed.spans, TEXT)


def test_a_span_as_a_document(doc):
    start = next(token.i for token in doc if token.text == "2")
    copied = doc[start:].as_doc(copy_user_data=True)
    assert copied.text == "2. Oslo\tsleeps.\n"
    assert [ent.text for ent in copied.ents] == ["Oslo"]
    assert write_cable(copied) == "2. [LOC Oslo]\tsleeps.\n"


def test_bytes(doc, parsed):
    again = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert (again.text, spans(again), again._.cable) == (parsed.text, parsed.spans, doc._.cable)
    assert write_cable(again) == TEXT
    assert write_cable(again, style="tokenised") == write_cable(doc, style="tokenised")


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipe(doc, parsed, n_process):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"overwrite": False})
    for piped in nlp.pipe([doc, doc], n_process=n_process):
        assert (piped.text, spans(piped), piped._.cable) == (parsed.text, parsed.spans, doc._.cable)
        assert write_cable(piped) == TEXT


@pytest.mark.slow
def test_docbin_is_read_after_a_bare_import(doc, parsed, tmp_path):
    path = tmp_path / "cables.spacy"
    DocBin(docs=[doc], store_user_data=True).to_disk(path)
    code = (
        "import sys, spacy_cables\nfrom spacy.tokens import DocBin\nfrom spacy.vocab import Vocab\n"
        "(doc,) = DocBin().from_disk(sys.argv[1]).get_docs(Vocab())\n"
        "print(ascii((doc.text, doc._.cable['n_ents'], len(list(doc.sents)))))"
    )
    printed = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == ascii((parsed.text, 2, 2))


def test_displacy_shows_the_lines_of_a_cable(doc):
    html = displacy.render(doc, style="ent", jupyter=False)
    assert html.count("<br>") >= doc.text.count("\n") - 2


@given(st.lists(st.sampled_from(["[PER ", "]", "\n", "\r\n", " ", "\t", "Ada", ".", "\xa0", "[ORG "])).map("".join))
def test_any_cable(text):
    parsed = parse_cable(text, style="inline")
    doc = to_doc(parsed, Vocab())
    assert doc.text == parsed.text
    assert spans(doc) == parsed.spans
    assert not any(ent.text[0].isspace() or ent.text[-1].isspace() for ent in doc.ents)
