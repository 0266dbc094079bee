"""A pipeline of rules that all tests of this folder may ask for."""

import pytest
import spacy
from spacy.language import Language

PATTERNS = [
    {"label": "PERSON", "pattern": "Ada Berg"},
    {"label": "GPE", "pattern": "Oslo"},
    {"label": "ORG", "pattern": "the Storting"},
    {"label": "PERSON", "pattern": "Bergen"},
    {"label": "DATE", "pattern": "1905"},
]


def make_rules() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return nlp


@pytest.fixture(scope="session")
def nlp() -> Language:
    return make_rules()


@pytest.fixture
def own_nlp() -> Language:
    """The same, for a test that changes it."""
    return make_rules()
