import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from spacy_cables import parse_cable
from spacy_cables.text.labelled import LabelledText
from spacy_cables.tokens import cable_dict, to_doc

TEXT = "[PER Ada\nOkoro]'s  [ORG DCM]-led team left. All slept. [PER Ito\n"


def test_to_doc_has_the_words_the_entities_and_the_text(en_vocab):
    parsed = parse_cable(TEXT, style="inline")
    doc = to_doc(parsed, en_vocab)
    words = [token for token in doc if not token.is_space]
    assert [token.text for token in words] == list(parsed.words)
    assert [(words.index(ent[0]), words.index(ent[-1]) + 1, ent.label_) for ent in doc.ents] == [
        tuple(ent) for ent in parsed.ents
    ]
    assert doc.text == parsed.text
    assert [sent.text for sent in doc.sents] == ["Ada\nOkoro's  DCM-led team left.", "All slept.", "Ito\n"]
    assert not doc.has_unknown_spaces
    assert all(token.ent_iob_ in "BIO" for token in doc)


def test_cable_dict(en_vocab):
    parsed = parse_cable(TEXT, style="inline", cable_id="09VADUZ1")
    data = to_doc(parsed, en_vocab)._.cable
    assert data == cable_dict(parsed) == srsly.json_loads(srsly.json_dumps(data))
    assert (data["cable_id"], data["style"], data["is_stub"], data["n_ents"]) == ("09VADUZ1", "inline", False, 2)
    assert data["labels"] == {"ORG": 1, "PER": 1}
    assert [fault["kind"] for fault in data["faults"]] == ["unclosed"]


def test_to_doc_of_a_cable_without_words(en_vocab):
    for text in ("", "\n", "[PER ", "[PER ]"):
        doc = to_doc(parse_cable(text), en_vocab)
        assert (len(doc), doc._.cable["n_words"]) == (0, 0)


@given(
    st.lists(st.sampled_from(["[PER ", "]", "\n", " ", "\t", "Ada", ".", "\xa0", "\x00", "&amp;", "[ORG "])).map(
        "".join
    )
)
def test_to_doc_takes_any_cable(text):
    parsed = parse_cable(text, style="inline")
    doc = to_doc(parsed, Vocab())
    assert [token.text for token in doc if not token.text.isspace()] == list(parsed.words)
    assert [ent.text for ent in doc.ents] == [parsed.text[start:end] for start, end, _ in parsed.spans]


def test_to_doc_tokenises_text_that_has_no_words(nlp):
    cable = LabelledText("09OSLO1", "The pro-Oslobound  ship.", ((8, 12, "LOC"), (17, 19, "MISC")), {"source": "x"})
    doc = to_doc(cable, nlp.vocab, tokenizer=nlp.tokenizer)
    assert doc.text == cable.text
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Oslo", "LOC")]
    assert (doc._.cable["cable_id"], doc._.cable["n_words"], doc._.cable["source"]) == ("09OSLO1", 7, "x")


def test_to_doc_lists_entities_that_overlap(nlp):
    cable = LabelledText("09OSLO1", "Met Ada Obi.", ((4, 11, "PER"), (8, 11, "ORG")))
    doc = to_doc(cable, nlp.vocab, tokenizer=nlp.tokenizer)
    assert ([ent.text for ent in doc.ents], doc._.cable["n_ents"]) == (["Ada Obi"], 1)
    assert [(fault["kind"], fault["column"], fault["text"]) for fault in doc._.cable["faults"]] == [
        ("overlap", 9, "Obi.")
    ]
