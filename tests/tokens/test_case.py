"""Passages in capitals in the case of running text."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from spacy_cables.tokens.case import count_case_forms, in_capitals, recase


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def capitals(doc: Doc) -> list[str]:
    return [token.text for token, found in zip(doc, in_capitals(doc), strict=True) if found]


def test_capitals_of_a_passage_and_not_of_an_abbreviation(nlp: Language) -> None:
    mixed = "The envoy told NATO and the press that the talks on grain would go on until June in the port of Oslo."
    shouted = "THE ENVOY LEFT THE PORT OF OSLO ON MONDAY AND FLEW HOME VIA BERGEN WITH ALL OF THE GRAIN BOARD."
    assert capitals(nlp.make_doc(mixed)) == []
    doc = nlp.make_doc(shouted)
    assert capitals(doc) == [token.text for token in doc if token.is_alpha]
    both = nlp.make_doc(f"{mixed}\n\n{shouted}")
    assert "NATO" not in capitals(both)
    assert {"FLEW", "HOME", "BERGEN"} <= set(capitals(both))


@pytest.mark.parametrize("text", ["", "\n\n", "1234 5678.", "no capitals at all"])
def test_capitals_where_there_are_none(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert capitals(doc) == []
    assert recase(doc, {"no": "no"}) is doc


def test_case_forms_are_those_of_running_text(nlp: Language) -> None:
    texts = [
        "Grain is dear. The grain of Oslo is dear, and the dear grain goes to NATO by sea from Oslo.",
        "We saw Oslo and NATO there, and the Rain Board met in the old hall by the sea this week, we hear.",
        "GRAIN AND RAIN AND SEA AND DEAR AND OSLO AND ICE GO ON AND ON AND ON HERE AND THERE AND ICE AGAIN",
    ]
    forms = count_case_forms(nlp.pipe(texts))
    assert (forms["grain"], forms["oslo"], forms["nato"], forms["dear"]) == ("grain", "Oslo", "NATO", "dear")
    assert "ice" not in forms  # only ever in capitals
    assert "week" not in forms  # seen once
    assert list(forms) == sorted(forms)


def test_recase(nlp: Language) -> None:
    forms = {"the": "the", "envoy": "envoy", "of": "of", "nato": "NATO", "oslo": "Oslo", "met": "met", "in": "in"}
    doc = nlp.make_doc("THE ENVOY OF NATO MET\n\nQUILLON IN OSLO 2009")
    found = recase(doc, forms)
    assert found.text == "the envoy of NATO met\n\nQuillon in Oslo 2009"
    assert [token.idx for token in found] == [token.idx for token in doc]
    assert doc.text.isupper()


def test_recase_keeps_the_number_of_tokens_of_any_text(nlp: Language) -> None:
    doc = nlp.make_doc("STRAẞE UND ŒUVRE, İZMİR'S HALL; CAN'T GO-ON. 3RD X")
    found = recase(doc, {"hall": "hall"})
    assert len(found) == len(doc)
    assert [token.is_space for token in found] == [token.is_space for token in doc]
