import random

import pytest
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from spacy_cables.training.augmenters import (
    create_chain_augmenter,
    create_name_augmenter,
    create_page_line_augmenter,
    create_quote_augmenter,
    create_unknown_name_augmenter,
    create_upper_augmenter,
)

WORDS = ["Ada", "Obi", "told", "Ito", "'s", '"', "crew", '"', "\n", "of", "Oslo", ".", "\n"]
SPACES = [True, True, True, False, True, False, False, False, False, True, False, False, False]
ENTS = ["B-PER", "I-PER", "O", "B-PER", "O", "O", "O", "O", "O", "O", "B-LOC", "O", "O"]


@pytest.fixture(autouse=True)
def seed():
    random.seed(0)


@pytest.fixture
def example(nlp):
    reference = Doc(nlp.vocab, words=WORDS, spaces=SPACES, ents=ENTS)
    return Example(nlp.make_doc(reference.text), reference)


def only(examples):
    (example,) = examples
    return example


def ents(example):
    aligned, _ = example.get_aligned_ents_and_ner()
    assert len(aligned) == len(example.reference.ents)
    return [(ent.text, ent.label_) for ent in aligned]


@pytest.mark.parametrize(
    "create",
    [
        create_upper_augmenter,
        create_quote_augmenter,
        create_page_line_augmenter,
        create_name_augmenter,
        create_unknown_name_augmenter,
    ],
)
def test_level_nought_changes_nothing(nlp, example, create):
    assert only(create(level=0.0)(nlp, example)) is example


def test_upper_case(nlp, example):
    made = only(create_upper_augmenter(1.0)(nlp, example))
    assert made.text == example.text.upper()
    assert ents(made) == [("ADA OBI", "PER"), ("ITO", "PER"), ("OSLO", "LOC")]
    assert made.predicted.text == made.reference.text


def test_quotes_there_and_back(nlp, example):
    augmenter = create_quote_augmenter(1.0)
    curly = only(augmenter(nlp, example))
    assert curly.text == "Ada Obi told Ito’s “crew”\nof Oslo.\n"
    assert only(augmenter(nlp, curly)).text == example.text
    assert ents(curly) == ents(example)


def test_page_line(nlp, example):
    made = only(create_page_line_augmenter(1.0)(nlp, example))
    assert len(made.text) > len(example.text)
    assert ("OSLO", "LOC") in ents(made)
    assert [ent for ent in ents(made) if ent[0] != "OSLO"] == ents(example)
    line = next(line for line in made.text.splitlines() if " OF " in line)
    assert line.startswith("OSLO 000") and line.split()[3] == "OF"


def test_page_line_wants_a_place_and_a_line_end(nlp):
    reference = Doc(nlp.vocab, words=["Ada", "left", "\n"], ents=["B-PER", "O", "O"])
    example = Example(nlp.make_doc(reference.text), reference)
    assert only(create_page_line_augmenter(1.0)(nlp, example)).text == example.text


def test_names_come_from_earlier_examples(nlp, example):
    augmenter = create_name_augmenter(1.0, labels=["PER"])
    assert only(augmenter(nlp, example)).text == example.text  # nothing to exchange with yet
    words = ["Eva", "Lund", "of", "Turku", ",", "Eva", "Lund", "."]
    reference = Doc(nlp.vocab, words=words, ents=["B-PER", "I-PER", "O", "B-LOC", "O", "B-PER", "I-PER", "O"])
    made = only(augmenter(nlp, Example(nlp.make_doc(reference.text), reference)))
    assert ents(made) == [("Ada Obi", "PER"), ("Turku", "LOC"), ("Ada Obi", "PER")]


def test_unknown_names_are_respelled_letter_by_letter(nlp):
    words = ["Turku", "'s", "mayor", "met", "Eva", "McTurk", "of", "TURKU", "with", "Öland", "from", "Turku", "."]
    tags = ["B-LOC", "O", "O", "O", "B-PER", "I-PER", "O", "B-LOC", "O", "B-ORG", "I-ORG", "I-ORG", "O"]
    reference = Doc(nlp.vocab, words=words, ents=tags)
    augmenter = create_unknown_name_augmenter(1.0, share=1.0)
    made = only(augmenter(nlp, Example(nlp.make_doc(reference.text), reference)))
    new = [token.text for token in made.reference]
    assert new[0] not in words and new[7] == new[0].upper() and new[11] == new[0]
    # Too short, or in lower case:
    assert new[1:5] == words[1:5] and new[6] == "of" and new[8] == "with" and new[10] == "from"
    assert new[9] != "Öland" and new[9][0] == "Ö"
    assert [letter in "aeiou" for letter in new[0].lower()] == [letter in "aeiou" for letter in "turku"]
    assert [token.shape_ for token in made.reference] == [token.shape_ for token in reference]
    assert [(e.start, e.end, e.label_) for e in made.reference.ents] == [
        (e.start, e.end, e.label_) for e in reference.ents
    ]


def test_share_of_the_words_that_are_respelled(nlp):
    words = [f"Adaba{'bcdfg'[i % 5]}{'aeiou'[i // 5 % 5]}{'klmnp'[i // 25]}" for i in range(125)]
    reference = Doc(nlp.vocab, words=words, ents=["B-PER"] * len(words))
    made = only(create_unknown_name_augmenter(1.0, share=0.4)(nlp, Example(nlp.make_doc(reference.text), reference)))
    changed = sum(new.text != old for new, old in zip(made.reference, words, strict=True))
    assert 35 <= changed <= 65
    kept = sum(new.text != old and new.text[-3:] == old[-3:] for new, old in zip(made.reference, words, strict=True))
    assert 0 < kept < changed


def test_missing_annotation_stays_missing(nlp):
    reference = Doc(nlp.vocab, words=["Ada", "left", "Oslo"])
    reference.set_ents([reference.char_span(0, 3, label="PER")], missing=[reference[2:3]], default="outside")
    made = only(create_upper_augmenter(1.0)(nlp, Example(nlp.make_doc(reference.text), reference)))
    assert made.get_aligned_ner() == ["U-PER", "O", None]


def test_entities_that_end_inside_a_token_are_kept(nlp):
    reference = Doc(nlp.vocab, words=["Oslo", "bound"], spaces=[False, False], ents=["B-LOC", "O"])
    made = only(create_upper_augmenter(1.0)(nlp, Example(nlp.make_doc(reference.text), reference)))
    assert ents(made) == [("OSLO", "LOC")]


def test_chain(nlp, example):
    chain = create_chain_augmenter(create_upper_augmenter(1.0), create_quote_augmenter(1.0))
    assert only(chain(nlp, example)).text == "ADA OBI TOLD ITO’S “CREW”\nOF OSLO.\n"


@pytest.mark.parametrize("name", ["upper_case", "quotes", "page_lines", "names", "unknown_names", "chain"])
def test_augmenters_are_registered(name):
    assert callable(registry.augmenters.get(f"spacy_cables.{name}.v1"))
