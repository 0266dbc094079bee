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


@pytest.mark.parametrize("pattern, count", [(_BEFORE, 14), (_BEHIND, 14), (_GLUED_CAPITALS, 16), (_GLUED_MIXED, 8)])
def test_each_branch_matches_its_example(pattern, count):
    check_examples(pattern, count)


def test_a_name_in_small_letters_behind_stars():
    assert find_signer("2. (C) It will go on and on for a long time ***** Reed") == "Reed"
    assert find_signer("2. (C) It will go on and on for a long time ** Reed") == ""


ALL_CAPS = (
    "E MINISTER SAID THAT THE HARBOR TALKS WILL BEGIN AGAIN IN THE SPRING AND\n"
    "THAT HE HOPED FOR MORE. HE DID NOT SAY WHO WILL COME FROM THE OTHER SIDE,\n"
)


@pytest.mark.parametrize(
    "end",
    [
        "AND LEFT.\nREED\n\nCONFIDENTIAL\n\nNNN",
        "AND LEFT.\n\nREED\nUNCLASSIFIED\n\n\n\nNNNN",
        "AND LEFT.\nREED\n\nCONFIDENTIAL\n\n\nNNNNVV",
        "AND LEFT.\n\nREED\n\nLIMITED OFFICIAL USE\n\nNNN\n",
        "AND LEFT.\nREED\nCONFIDENTIAL\n\nNNNMAFVVZCZ",
        "AND LEFT.\nGP-3\nREED",
        "AND LEFT.\nGP-3.\n\nREED",
        "AND LEFT. GP-3. REED",
        "AND LEFT. GP-3 REED",
        "AND LEFT.\nREED GP-3",
        "AND LEFT.\nREED\nGP-3",
        "AND LEFT.\nXGDS-1\nREED",
        "AND LEFT.\nDECON 3/5/75.\nREED",
        "AND SAID QUOTE WE AGREE. JONES UNQUOTE REED",
        "AND SAID QUOTE WE AGREE UNQUOTE\nREED",
        "AND SAID QUOTE WE AGREE\nUNQUOTE\nREED",
        "AND SAID: BEGIN TEXT: WE AGREE END TEXT\nREED",
        "AND SAID: BEGIN TEXT: WE AGREE. END TEXT. REED",
        "AND WE SHALL SEE WHEN THE TALKS BEGIN\nREED",
        "AND WE SHALL SEE WHEN THE TALKS BEGIN\n\nREED",
        "AND WE SHALL SEE *** REED",
        "AND LEFT.\nREED\n\nNOTE BY OC/T: POUCHED PANAMA.",
        "AND LEFT.\nREED\n\n# AS RECEIVED",
        "AND LEFT.\nREED\n Declassified/Released US Department of State EO Systematic Review 01 JAN 2005 ",
        "AND LEFT.\nREED\n\nMessage Attributes\nCapture Date: 01 JAN 1994\nDraft Date: 05 MAR 1974\n",
        "AND LEFT. Visit Lima's Classified Website:\nhttp://www.example.gov/p/wha/lima/index.cfm\n\nREED",
        "AND LEFT. Visit Lima's Classified Web Site at http://www.example.gov/p/wha/lima/  REED",
        "AND LEFT. See our website at lima.example.gov REED",
        "AND LEFT. Visit our web site REED",
        "AND LEFT.\nREED\nVisit Lima's Classified Website: http://www.example.gov/p/wha/lima/",
    ],
)
@pytest.mark.parametrize("head", ["", "2. "])
def test_the_signer_of_a_telegram_in_capitals(head, end):
    text = head + ALL_CAPS + end
    assert find_signer(text) == "REED"
    assert find_signer("SUBJ: HARBOR TALKS\n\n1. THEY MET.\n\n" + text) == "REED"


@pytest.mark.parametrize(
    "end",
    [
        "AND WE SHALL SEE WHAT COMES OF THE TALKS IN SPRING ON THE COAST OF\nPERU",
        "AND LEFT.\n\nCONFIDENTIAL\n\nNNN",
        "AND LEFT.\n\nNNNN",
        "AND LEFT.\nGP-3",
        "AND SAID QUOTE WE AGREE UNQUOTE",
        "AND LEFT.\n\nUNCLASSIFIED",
    ],
)
def test_no_signer_of_a_telegram_in_capitals(end):
    assert find_signer(ALL_CAPS + end) == ""


def test_a_subject_is_no_signature():
    assert find_signer("UNCLAS LIMA 001234\n\nSUBJECT: HARBOR TALKS\n\n1. THEY MET.\n\n2. HE LEFT.") == ""
    assert find_signer("UNCLAS LIMA 001234\n\nSUBJECT: HARBOR TALKS\n") == ""


def test_a_note_of_the_telegraph_office_on_the_same_line():
    assert find_signer("2. HE LEFT. REED NOTE: POUCHED TO LIMA.\n") == "REED"
