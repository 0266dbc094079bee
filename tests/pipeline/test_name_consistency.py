"""One name, one label, wherever it stands."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from spacy_cables.pipeline.name_consistency import NameConsistency


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("name_consistency")
    return nlp


def test_names_on_a_document(nlp: Language) -> None:
    doc = nlp.make_doc("Ana Rojas left. Rojas too.")
    doc.set_ents([Span(doc, 0, 2, "PER")])
    assert nlp.get_pipe("name_consistency")(doc) is doc
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ana Rojas", "PER"), ("Rojas", "PER")]


def test_names_settings(nlp: Language) -> None:
    doc = nlp.make_doc("Faro, Faro and Faro")
    doc.set_ents([Span(doc, 0, 1, "LOC")])
    assert len(NameConsistency(min_ratio=0.5, min_length=5)(doc).ents) == 1
    assert len(NameConsistency(min_ratio=0.5)(doc).ents) == 3


def test_names_round_trip_and_analysis(nlp: Language, tmp_path) -> None:
    again = spacy.blank("en")
    again.add_pipe("name_consistency", config={"min_length": 7})
    again.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.get_pipe("name_consistency").min_length == 7
    assert loaded.analyze_pipes()["problems"] == {"name_consistency": ["doc.ents"]}


def test_names_on_every_process(nlp: Language) -> None:
    docs = list(nlp.pipe(["Lima", "Quito"], n_process=2))
    assert [doc.text for doc in docs] == ["Lima", "Quito"]
