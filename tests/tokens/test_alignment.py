"""Tokens and the edges of entities."""

import pytest
from spacy.tokens import Doc

from spacy_cables.tokens.alignment import misaligned, split_at


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        ([], ["pro-Oslobound", "ship", "."]),
        ([4, 8], ["pro-", "Oslo", "bound", "ship", "."]),
        ([8, 4, 4], ["pro-", "Oslo", "bound", "ship", "."]),
        ([0, 13, 14, 18, 19, 99], ["pro-Oslobound", "ship", "."]),
        ([16], ["pro-Oslobound", "sh", "ip", "."]),
    ],
)
def test_split_at(en_vocab, characters, words):
    doc = Doc(en_vocab, words=["pro-Oslobound", "ship", "."], spaces=[True, False, False])
    split_at(doc, characters)
    assert [token.text for token in doc] == words
    assert doc.text == "pro-Oslobound ship."


def test_misaligned(en_vocab):
    doc = Doc(en_vocab, words=["pro-Oslobound", "ship", "."], spaces=[True, False, False])
    inside, whole, short, wide = (4, 8, "LOC"), (0, 13, "MISC"), (14, 17, "MISC"), (14, 19, "MISC")
    assert misaligned([inside, whole, short, wide], doc) == [inside, short]
    assert misaligned([], doc) == []
