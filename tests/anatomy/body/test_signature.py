"""Signatures over invented text."""

import pytest

from spacy_cables.anatomy import find_signer
from spacy_cables.anatomy.body.signature import _BEFORE, _BEHIND, _GLUED_CAPITALS, _GLUED_MIXED

from ..patterns import check_examples


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2. (C) It will end well.\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n", "REED"),
        ("2. (C) It will end well. REED", "REED"),
        ("2. (C) It will end well. Reed", "Reed"),
        ("2. (C) It will end well.\n\nReed", "Reed"),
        ("2. (C) It will end well. End Comment. REED", "REED"),
        ("2. (C) It will end well. END COMMENT\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n\nNNNN", "REED"),
        ("2. (C) It will end well.\nREED\n\nCONFIDENTIAL", "REED"),
        ("2. (C) It will end well.\nREED\n\n\nCONFIDENTIAL\n\n\nNNNN\n", "REED"),
        ("2. (C) It will end well.\nVAN BUREN", "VAN BUREN"),
        ("2. (C) It will end well.\nvan Buren", "van Buren"),
        ("2. (C) It will end well. VAN BUREN", "VAN BUREN"),
        ("2. (C) It will end well.\nO'REED", "O'REED"),
        ("2. (C) It will end well.\nMCREED", "MCREED"),
        ("2. (C) It will end well.\nHARROW-FINCH", "HARROW-FINCH"),
        ("2. (C) It will end well.\nREED  REED", "REED"),
        ("2. (C) It will end well.\nREED.", "REED"),
        ("2. (C) It will end well.\nMINIMIZE CONSIDERED\nREED", "REED"),
        ("2. (C) It will end well.\nVisit our website: http://www.example.org/x/\nREED", "REED"),
        ("2. (C) It will end well.\nREED\n\nVisit our classified website:\nhttp://www.example.org/", "REED"),
        ("2. (C) It will end well.\nREED\n=======================CABLE ENDS============================", "REED"),
        ("2. (C) It will end well. REED NNNN", "REED"),
        ("2. (C) It will end well .\nREED", "REED"),
        ("IT WILL END WELL.\n\nREED\n\nUNCLASSIFIED", "REED"),
        ("2. (C) It will end well.\nLU", "LU"),
        ("2. (C) It will end well. END COMMENT.", ""),
        ("2. (C) It will end well. End Summary.", ""),
        ("2. (C) It will end well in London.", ""),
        ("2. (C) It will end well.\n\nSECRET", ""),
        ("2. (C) It will end wel", ""),
        ("", ""),
    ],
)
def test_find_signer(text, expected):
    assert find_signer(text) == expected


@pytest.mark.parametrize("pattern, count", [(_BEFORE, 14), (_BEHIND, 10), (_GLUED_CAPITALS, 11), (_GLUED_MIXED, 6)])
def test_each_branch_matches_its_example(pattern, count):
    check_examples(pattern, count)


def test_a_name_in_small_letters_behind_stars():
    assert find_signer("2. (C) It will go on and on for a long time ***** Reed") == "Reed"
    assert find_signer("2. (C) It will go on and on for a long time ** Reed") == ""
