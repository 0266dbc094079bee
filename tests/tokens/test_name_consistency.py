"""One name, one label, wherever it stands."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from spacy_cables.tokens.name_consistency import name_of, with_consistent_names


def make_doc(nlp: Language, text: str, ents: list[tuple[str, str]]) -> Doc:
    """A document with entities at the first places, from left to right, at which they stand."""
    doc = nlp.make_doc(text)
    spans, position = [], 0
    for name, label in ents:
        start = text.index(name, position)
        position = start + len(name)
        spans.append(doc.char_span(start, position, label=label))
    doc.set_ents(spans)
    return doc


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        pytest.param(
            "Ana Rojas left. Rojas said that ROJAS stays.",
            [("Ana Rojas", "PER"), ("Rojas", "ORG")],
            [("Ana Rojas", "PER"), ("Rojas", "PER"), ("ROJAS", "PER")],
            id="surname after the full name",
        ),
        pytest.param(
            "Lima and Lima and Lima",
            [("Lima", "LOC"), ("Lima", "ORG"), ("Lima", "LOC")],
            [("Lima", "LOC"), ("Lima", "LOC"), ("Lima", "LOC")],
            id="majority",
        ),
        pytest.param("Faro, Faro and Faro", [("Faro", "LOC")], [("Faro", "LOC")], id="missed too often to be a name"),
        pytest.param("The faro of Faro", [("Faro", "LOC")], [("Faro", "LOC")], id="lower case is no name"),
        pytest.param(
            "the Banco\nSur. The BANCO SUR",
            [("Banco\nSur", "ORG")],
            [("Banco\nSur", "ORG"), ("BANCO SUR", "ORG")],
            id="over a line end",
        ),
        pytest.param("The PE and the PE", [("PE", "LOC")], [("PE", "LOC")], id="too short"),
        pytest.param("It. It", [("It", "ORG")], [("It", "ORG")], id="stop word"),
        pytest.param(
            "Sur Oil and Sur left Sur",
            [("Sur Oil", "ORG"), ("Sur", "LOC")],
            [("Sur Oil", "ORG"), ("Sur", "LOC"), ("Sur", "LOC")],
            id="start of a longer name at the very end",
        ),
        pytest.param("Nothing here", [], [], id="no entities"),
        pytest.param(
            "Sur. Banco Sur met.",
            [("Sur", "LOC"), ("Banco Sur", "ORG")],
            [("Sur", "LOC"), ("Banco Sur", "ORG")],
            id="part of another entity",
        ),
    ],
)
def test_names(nlp: Language, text: str, ents: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    doc = make_doc(nlp, text, ents)
    assert [(ent.text, ent.label_) for ent in with_consistent_names(doc)] == expected
    assert [(ent.text, ent.label_) for ent in doc.ents] == ents  # the document is not changed


def test_name_of(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Banco", "<br/>", "\n", "SUR"])
    assert name_of(doc[0:4]) == ("banco", "sur")


def test_names_keeps_what_is_consistent(nlp: Language) -> None:
    doc = make_doc(nlp, "Ana Rojas left. Rojas too.", [("Ana Rojas", "PER")])
    doc.set_ents(with_consistent_names(doc))
    assert len(doc.ents) == 2
    assert with_consistent_names(doc) == list(doc.ents)


def test_names_settings(nlp: Language) -> None:
    doc = make_doc(nlp, "Faro, Faro and Faro", [("Faro", "LOC")])
    assert len(with_consistent_names(doc, min_ratio=0.5)) == 3
    doc = make_doc(nlp, "Rojas and Ana Rojas", [("Rojas", "ORG"), ("Ana Rojas", "PER")])
    assert with_consistent_names(doc, surname_weight=0.5)[0].label_ == "ORG"
