import pytest
import spacy

from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.silver.mend import repair_silver


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}})


def repair(nlp, text, ents):
    doc = nlp.make_doc(text)
    spans, position = [], 0
    for name, label in ents:
        start = text.index(name, position)
        position = start + len(name)
        spans.append(doc.char_span(start, position, label=label, alignment_mode="expand"))
    doc.set_ents(spans)
    (mended,) = repair_silver([doc])
    assert mended is doc
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        pytest.param("E.O. 12958: DECL: 03/04/2015", [("DECL:", "LOC")], [], id="label of the header"),
        pytest.param("2. (SBU) Minister Ito", [("SBU", "ORG"), ("Ito", "PER")], [("Ito", "PER")], id="portion mark"),
        pytest.param(
            "3. (S/NF) Ito left", [("S/NF", "ORG"), ("Ito", "PER")], [("Ito", "PER")], id="portion with slash"
        ),
        pytest.param("XXXXXXXXXXXX told us", [("XXXXXXXXXXXX", "PER")], [], id="redaction"),
        pytest.param("DCM met Obi", [("DCM", "ORG"), ("Obi", "PER")], [("Obi", "PER")], id="role"),
        pytest.param(
            "met Prime Minister Ada Obi.", [("Prime Minister Ada Obi", "PER")], [("Ada Obi", "PER")], id="title"
        ),
        pytest.param(
            "Prince Edward Island", [("Prince Edward Island", "LOC")], [("Prince Edward Island", "LOC")], id="LOC"
        ),
        pytest.param("Obi's plan", [("Obi's", "MISC")], [("Obi", "MISC")], id="possessive"),
        pytest.param("in Oslo. Then", [("Oslo.", "LOC")], [("Oslo", "LOC")], id="full stop"),
        pytest.param(
            "Dutch-Danish pact", [("Dutch-Danish", "MISC")], [("Dutch", "MISC"), ("Danish", "MISC")], id="pair"
        ),
        pytest.param("Mr. al-Obi", [("al-Obi", "PER")], [("al-Obi", "PER")], id="hyphen within a name"),
        pytest.param("STATE FOR EUR/RUS", [], [("STATE", "ORG"), ("EUR/RUS", "ORG")], id="addressees"),
        pytest.param("the UAE said", [("UAE", "ORG")], [("UAE", "LOC")], id="country"),
        pytest.param(
            "Bank of the UAE", [("Bank of the UAE", "ORG")], [("Bank of the UAE", "ORG")], id="country in a name"
        ),
        pytest.param(
            "Oslo, OSLO, Oslo", [("Oslo", "LOC"), ("OSLO", "ORG")], [("Oslo", "LOC")] * 3, id="one name, one label"
        ),
    ],
)
def test_repair(nlp, text, ents, expected):
    found = repair(nlp, text, ents)
    assert [(name.lower(), label) for name, label in found] == [(name.lower(), label) for name, label in expected]
