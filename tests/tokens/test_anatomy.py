"""The anatomy of a cable on the Docs that the reader makes."""

import json
from pathlib import Path

import pytest
from spacy.tokens import DocBin

from spacy_cables import read_cables

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SEED = CORPUS / "cables" / "08LONDON2643.txt"
SEED_GOLD = CORPUS / "gold" / "08LONDON2643.txt"


@pytest.fixture(scope="module", params=[SEED, SEED_GOLD], ids=["tokenised", "inline"])
def seed(request, nlp):
    (doc,) = read_cables(request.param, nlp)
    return doc


def test_header_fields_and_parts_of_the_seed(seed):
    cable = seed._.cable
    assert cable["cable_id"] == "08LONDON2643"
    assert (cable["classification"], cable["section"], cable["post"]) == ("CONFIDENTIAL", [1, 2], "LONDON")
    assert cable["tags"] == ["PREL", "PGOV", "RU", "UK"]
    assert cable["declassify_on"] == "2018-10-17"
    assert (cable["classified_by"], cable["reasons"], cable["signer"]) == ("Richard LeBaron", ["b", "d"], "LEBARON")
    assert [span.id_ for span in seed.spans["paragraphs"]] == [str(number) for number in range(1, 9)]
    assert {span.kb_id_ for span in seed.spans["paragraphs"]} == {"C"}
    assert [span.text for span in seed.spans["headings"]][1:3] == [
        "Hard-Headed Engagement",
        "A More Resilient Approach",
    ]
    assert json.loads(json.dumps(cable)) == cable


def test_spans_hold_the_characters_of_the_parts(seed):
    text = seed.text
    for part, group in seed.spans.items():
        for span, (start, end, label, identifier) in zip(group, seed._.cable["parts"][part], strict=True):
            assert (span.label_, span.id_) == (label, identifier)
            assert "".join(text[start:end].split()) == "".join(span.text.split())


def test_anatomy_survives_a_docbin(seed, en_vocab):
    stored = DocBin(store_user_data=True, docs=[seed]).to_bytes()
    (loaded,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(en_vocab)
    assert json.dumps(loaded._.cable) == json.dumps(seed._.cable)
    assert {key: [str(s) for s in group] for key, group in loaded.spans.items()} == {
        key: [str(s) for s in group] for key, group in seed.spans.items()
    }


def test_anatomy_can_be_left_out(nlp):
    (doc,) = read_cables(SEED, nlp, anatomy=False)
    assert "tags" not in doc._.cable
    assert not doc.spans
