"""The entities that the form of a cable gives away."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from spacy_cables.pipeline.header_entities import HeaderEntities
from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not

CABLE = """UNCLAS LIMA 000012

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PGOV, ETRD, PE,EC UN NATO
SUBJECT: PORT TALKS WITH EC OFFICIALS

1. (U) Minister Ana Rojas received the Ambassador in Callao.

2. (U) Comment: The PE delegation was pleased. End comment.
QUILLFEATHER
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    config = {"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}}
    nlp = spacy.blank("en", config=config)
    nlp.add_pipe("header_entities")
    return nlp


def test_form_marks_country_codes_and_the_signature(nlp: Language) -> None:
    ents = [(ent.text, ent.label_) for ent in nlp(CABLE).ents]
    assert ents == [("PE", "LOC"), ("EC", "LOC"), ("UN", "ORG"), ("QUILLFEATHER", "PER")]


def test_form_of_a_web_page(nlp: Language) -> None:
    page = "<pre>" + CABLE.replace("\n", "<br/>\n").replace("PE,EC", "<a href='/tag/PE'>PE</a>,<a>EC</a>") + "</pre>"
    doc = nlp(page)
    assert doc.text == page
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("PE", "LOC"),
        ("EC", "LOC"),
        ("UN", "ORG"),
        ("QUILLFEATHER", "PER"),
    ]


def test_form_is_saved_with_the_pipeline(nlp: Language, tmp_path) -> None:
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert [ent.text for ent in loaded(CABLE).ents] == [ent.text for ent in nlp(CABLE).ents]


def test_form_takes_white_space_off_names(nlp: Language) -> None:
    doc = nlp.make_doc("1. He left Port\n\nBlue\n\nfor <b>Oslo</b>  .")
    words = [token.text for token in doc]
    start, end = words.index("Port"), words.index("for")
    oslo = words.index("Oslo")
    assert doc[end - 1].is_space and doc[oslo - 1].text == "<b>" and doc[oslo + 2].is_space
    port = Span(doc, start, end, "LOC", kb_id="Q1")
    doc.set_ents([port, Span(doc, oslo - 1, oslo + 2, "LOC"), Span(doc, oslo + 2, oslo + 3, "PER")])
    ents = HeaderEntities()(doc).ents
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in ents] == [("Port\n\nBlue", "LOC", "Q1"), ("Oslo", "LOC", "")]
