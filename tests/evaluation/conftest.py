"""A pipeline of rules that all tests of this folder may ask for."""

import pytest
import spacy

PATTERNS = [
    {"label": "PERSON", "pattern": "Ada Berg"},
    {"label": "GPE", "pattern": "Oslo"},
    {"label": "ORG", "pattern": "the Storting"},
    {"label": "PERSON", "pattern": "Bergen"},
    {"label": "DATE", "pattern": "1905"},
]


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return nlp
