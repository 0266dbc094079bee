import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from spacy_cables import exact_doc, exact_ents, exact_text, parse_cable
from spacy_cables.tokens import exact_starts, to_doc

TEXT = "1.  [PER Ada\r\nOkoro] left.\n\n2. [LOC Oslo]\tsleeps.\n"


@pytest.fixture
def parsed():
    return parse_cable(TEXT, style="inline")


def test_exact(parsed, en_vocab):
    doc = to_doc(parsed, en_vocab)
    assert doc.text != parsed.text == exact_text(doc)
    assert exact_ents(doc) == list(parsed.iter_offsets())
    assert exact_starts(doc) == list(parsed.starts)
    exact = exact_doc(doc)
    assert exact.text == parsed.text
    assert [ent.text for ent in exact.ents] == ["Ada\r\nOkoro", "Oslo"]
    assert exact._.cable == doc._.cable
    assert exact_doc(exact) is exact
    assert not any(ent[0].is_space or ent[-1].is_space for ent in exact.ents)


def test_exact_doc_has_white_space_as_spacy_tokenises_it(parsed, nlp):
    exact = exact_doc(to_doc(parsed, nlp.vocab))
    spaces = [(token.idx, token.text) for token in exact if token.is_space]
    assert spaces == [(token.idx, token.text) for token in nlp(parsed.text) if token.is_space]


def test_exact_of_any_doc(nlp):
    doc = nlp("Rain  fell.")
    assert exact_doc(doc) is doc
    assert exact_text(doc) == "Rain  fell."
    assert exact_starts(doc) == [0, 5, 6, 10]


def test_bytes(parsed, en_vocab):
    doc = to_doc(parsed, en_vocab)
    again = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert exact_text(again) == parsed.text
    assert exact_ents(again) == list(parsed.iter_offsets())
    assert again._.cable == doc._.cable


def test_docbin_is_read_after_a_bare_import(parsed, en_vocab, tmp_path):
    path = tmp_path / "cables.spacy"
    DocBin(docs=[to_doc(parsed, en_vocab)], store_user_data=True).to_disk(path)
    code = (
        "import sys, spacy_cables\nfrom spacy.tokens import DocBin\nfrom spacy.vocab import Vocab\n"
        "(doc,) = DocBin().from_disk(sys.argv[1]).get_docs(Vocab())\n"
        "print(ascii((spacy_cables.exact_text(doc), doc._.cable['n_ents'], len(list(doc.sents)))))"
    )
    printed = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == ascii((parsed.text, 2, 2))


@given(st.lists(st.sampled_from(["[PER ", "]", "\n", "\r\n", " ", "\t", "Ada", ".", "\xa0", "[ORG "])).map("".join))
def test_exact_of_any_cable(text):
    parsed = parse_cable(text, style="inline")
    doc = to_doc(parsed, Vocab())
    assert exact_text(doc) == parsed.text
    assert exact_doc(doc).text == exact_text(doc)
    assert exact_ents(doc) == list(parsed.iter_offsets())
