"""The component: what it writes to a Doc, its settings, and that all of it survives."""

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from spacy_cables import CableError
from spacy_cables.anatomy import PARTS, parse_anatomy
from spacy_cables.pipeline import PART_COLORS, CableAnatomy, displacy_options

TEXT = """S E C R E T LUSAKA 000123

SIPDIS

E.O. 12958: DECL: 10/17/2018
TAGS: PREL, ZA
SUBJECT: A QUIET VISIT

REF: 07 ACCRA 45

Classified By: DCM Dana Reed for reasons 1.4 (b) and (d).

1.(S) Summary: Gen. Oakes spoke of

LUSAKA 00000123 002 OF 002


trade. It went well. End summary.

On the Coast
------------

2.(C) He left.
PIKE
"""


def make_nlp(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("cable_anatomy", config=config)
    return nlp


@pytest.fixture(scope="module")
def nlp():
    return make_nlp()


def test_doc_gets_fields_and_spans(nlp):
    doc = nlp(TEXT)
    assert doc._.cable["subject"] == "A QUIET VISIT"
    assert doc._.cable["references"][0]["cable_id"] == "07ACCRA45"
    assert set(PARTS) <= set(doc.spans)
    assert [(span.label_, span.id_) for span in doc.spans["paragraphs"]] == [("PARAGRAPH", "1"), ("PARAGRAPH", "2")]
    assert [span.text for span in doc.spans["signature"]] == ["PIKE"]
    assert {span.label_ for group in doc.spans.values() for span in group} <= set(PART_COLORS)


def test_exact_offsets_are_kept_where_a_token_is_cut(nlp):
    doc = Doc(nlp.vocab, words=["1.(S)Summary:", "One.", "End", "summary."], spaces=[True, True, True, False])
    doc = nlp.get_pipe("cable_anatomy")(doc)
    ((start, end, label, _),) = doc._.cable["parts"]["portion_marks"]
    assert (doc.text[start:end], label) == ("(S)", "PORTION_MARK")
    assert doc.spans["portion_marks"][0].text == "1.(S)Summary:"


def test_parts_and_spans_agree(nlp):
    doc = nlp(TEXT)
    for part, items in doc._.cable["parts"].items():
        for (start, end, label, identifier), span in zip(items, doc.spans[part], strict=True):
            assert span.start_char <= start < end <= span.end_char
            assert (span.label_, span.id_) == (label, identifier)


def test_what_the_reader_wrote_is_kept(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.cable = {"cable_id": "08LUSAKA123", "style": "inline", "faults": []}
    doc = nlp.get_pipe("cable_anatomy")(doc)
    assert doc._.cable["cable_id"] == "08LUSAKA123" and doc._.cable["style"] == "inline"
    assert doc._.cable["classified_by"] == "Dana Reed"


def test_keys_prefix_and_left_out_parts():
    doc = make_nlp(spans_prefix="cable/", spans_keys={"paragraphs": "paras", "redactions": ""})(TEXT)
    assert "cable/paras" in doc.spans and "cable/headings" in doc.spans
    assert not any(key.endswith(("redactions", "paragraphs")) or "/" not in key for key in doc.spans)


def test_unknown_parts_are_named():
    with pytest.raises(CableError, match="CE006"):
        CableAnatomy(spans_keys={"chapters": "x"})


def test_overwrite_false_keeps_spans(nlp):
    doc = nlp(TEXT)
    doc.spans["headings"] = [doc[0:1]]
    CableAnatomy(overwrite=False)(doc)
    assert [span.text for span in doc.spans["headings"]] == [doc[0].text]
    CableAnatomy()(doc)
    assert [span.text for span in doc.spans["headings"]] == ["On the Coast"]


def test_no_sentence_crosses_a_part():
    doc = make_nlp(set_sents=True)(TEXT)
    sentences = [sent.text.strip() for sent in doc.sents]
    assert "1.(S) Summary: Gen. Oakes spoke of" in sentences
    assert "LUSAKA 00000123 002 OF 002" in sentences
    assert "SUBJECT: A QUIET VISIT" in sentences
    assert "Classified By: DCM Dana Reed for reasons 1.4 (b) and (d)." in sentences
    assert sentences[-1] == "PIKE" and "2.(C) He left." in sentences
    assert any(sentence.startswith("On the Coast") for sentence in sentences)


def test_sentences_are_left_alone_without_the_setting(nlp):
    assert not nlp(TEXT).has_annotation("SENT_START")
    doc = nlp.make_doc("He left. She stayed.")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert len(list(CableAnatomy(set_sents=True, overwrite=False)(doc).sents)) == 1
    assert len(list(CableAnatomy(set_sents=True)(doc).sents)) == 2


def test_predict_changes_nothing(nlp):
    doc = nlp.make_doc(TEXT)
    anatomy = nlp.get_pipe("cable_anatomy").predict(doc)
    assert anatomy == parse_anatomy(TEXT)
    assert doc._.cable is None and not doc.spans


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Word"])
def test_texts_without_a_cable(text):
    doc = make_nlp(set_sents=True)(text)
    assert doc.text == text and not any(len(group) for group in doc.spans.values())


def test_html_at_run_time(nlp):
    html = "<pre>" + TEXT.replace("1.(S)", "<a id='par1' href='#par1'>¶</a>1.(S)") + "</pre>"
    doc = nlp(html)
    assert [span.id_ for span in doc.spans["paragraphs"]] == ["1", "2"]
    start, end, *_ = doc._.cable["parts"]["signature"][0]
    assert html[start:end] == "PIKE"


def test_bytes_and_disk(tmp_path):
    nlp = make_nlp(spans_prefix="x/", spans_keys={"summary": "s"}, set_sents=True, overwrite=False)
    component = nlp.get_pipe("cable_anatomy")
    assert component.to_bytes() == CableAnatomy().from_bytes(component.to_bytes()).to_bytes()
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.get_pipe("cable_anatomy").to_bytes() == component.to_bytes()
    assert {key: len(group) for key, group in loaded(TEXT).spans.items()} == {
        key: len(group) for key, group in nlp(TEXT).spans.items()
    }


def test_docbin_and_two_processes(nlp):
    docs = list(nlp.pipe([TEXT] * 4, n_process=2))
    assert [doc._.cable["signer"] for doc in docs] == ["PIKE"] * 4
    data = DocBin(docs=docs, store_user_data=True).to_bytes()
    back = list(DocBin().from_bytes(data).get_docs(nlp.vocab))
    assert [len(doc.spans["paragraphs"]) for doc in back] == [2] * 4
    assert all(doc._.cable["subject"] == "A QUIET VISIT" for doc in back)


def test_analysis_is_clean(nlp):
    analysis = nlp.analyze_pipes()
    assert analysis["problems"] == {"cable_anatomy": []}
    assert set(analysis["summary"]["cable_anatomy"]["assigns"]) == {"doc._.cable", "doc.spans", "token.is_sent_start"}


def test_displacy_options():
    options = displacy_options("headings", colors={"PER": "red"}, compact=True)
    assert options["spans_key"] == "headings" and options["compact"]
    assert options["colors"]["PER"] == "red" and options["colors"]["HEADING"] == PART_COLORS["HEADING"]
