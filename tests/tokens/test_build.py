import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from spacy_cables import parse_cable
from spacy_cables.tokens import cable_dict, to_doc

TEXT = "[PER Ada\nOkoro]'s  [ORG DCM]-led team left. All slept. [PER Ito\n"


def test_to_doc_has_the_words_and_entities_index_for_index(en_vocab):
    parsed = parse_cable(TEXT, style="inline")
    doc = to_doc(parsed, en_vocab)
    assert [token.text for token in doc] == list(parsed.words)
    assert [bool(token.whitespace_) for token in doc] == list(parsed.spaces)
    assert [(ent.start, ent.end, ent.label_) for ent in doc.ents] == [tuple(ent) for ent in parsed.ents]
    assert [sent.text for sent in doc.sents] == ["Ada Okoro's DCM-led team left.", "All slept.", "Ito"]
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
    assert [token.text for token in doc] == list(parsed.words)
    assert [(ent.start, ent.end, ent.label_) for ent in doc.ents] == [tuple(ent) for ent in parsed.ents]
