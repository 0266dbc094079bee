"""Entities that the layout of a cable makes certain."""

import pytest
import spacy
from spacy.language import Language

from spacy_cables.pipeline.tokenizer import CableTokenizer  # noqa: F401  registers it, installed or not
from spacy_cables.tokens.header_entities import with_header_entities

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
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy_cables.CableTokenizer.v1"}}})


def test_form_outweighs_what_was_found_and_keeps_the_rest(nlp: Language) -> None:
    doc = nlp.make_doc(CABLE)
    marked = [("PE,EC UN", "ORG"), ("Ana Rojas", "PER"), ("QUILLFEATHER", "ORG")]
    starts = [CABLE.index(name) for name, _ in marked]
    doc.set_ents(
        [
            doc.char_span(start, start + len(name), label=label)
            for start, (name, label) in zip(starts, marked, strict=True)
        ]
    )
    found = with_header_entities(doc)
    assert [(ent.text, ent.label_) for ent in found] == [
        ("PE", "LOC"),
        ("EC", "LOC"),
        ("UN", "ORG"),
        ("Ana Rojas", "PER"),
        ("QUILLFEATHER", "PER"),
    ]
    assert [ent.text for ent in doc.ents] == [name for name, _ in marked]  # it changes nothing


@pytest.mark.parametrize(
    "text", ["", "Talks with PE went on.", "TAGS: PGOV, PREL\n\n1. (U) Talks went on in the", "in Oslo. Then"]
)
def test_form_without_a_sign(nlp: Language, text: str) -> None:
    assert not with_header_entities(nlp(text))
