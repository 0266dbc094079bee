"""Subjects, invented: typos, lost line ends, and what may stand behind them."""

import pytest

from spacy_cables.anatomy import find_subject, parse_anatomy
from spacy_cables.anatomy.header import subject

from ..patterns import check_examples


@pytest.mark.parametrize(
    "text, expected",
    [
        ("SUBJECT: A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJECT: A QUIET\nVISIT TO THE COAST\n\nREF: LUSAKA 12", "A QUIET VISIT TO THE COAST"),
        ("SUBJECT: A QUIET VISIT REF: LUSAKA 12", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT CLASSIFIED BY: DCM Dana Reed", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nClassified By: DCM Dana Reed", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\n1. (C) Summary", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT ¶1. (C) Summary", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\n-------\nSUMMARY\n-------", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nLUSAKA 00000012 001.2 OF 002\n", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT LUSAKA 00000012 001.2 OF 002 ", "A QUIET VISIT"),
        ("SUBJECT: (C) A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT (U)\n\nREF: LUSAKA 12", "A QUIET VISIT"),
        ("SUBJ: A QUIET VISIT", "A QUIET VISIT"),
        ("SUBECT: A QUIET VISIT", "A QUIET VISIT"),
        ("UBJECT: A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJCET: A QUIET VISIT", "A QUIET VISIT"),
        ("S UBJECT: A QUIET VISIT", "A QUIET VISIT"),
        ("Subject: A quiet visit", "A quiet visit"),
        ("SUBJECT:A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJECT; A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJECT A QUIET VISIT", "A QUIET VISIT"),
        ("SUBJECT: \nA QUIET VISIT\n", "A QUIET VISIT"),
        ("SUBJECT: ANGOLA : A QUIET VISIT , AND MORE", "ANGOLA: A QUIET VISIT, AND MORE"),
        ("SUBJECT: THE MINISTER'S REF-\nERENDUM", "THE MINISTER'S REF-ERENDUM"),
        ("SUBJECT: A QUIET...\n\nSUBJECT: A QUIET VISIT\n\nREF: LUSAKA 1", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\n\n(SBU) Post spoke to the ministry.", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\n(SBU) Post spoke to the ministry.", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\n\nSIPDIS\n", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nTAGS: PREL", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nREFTEL: LUSAKA 12", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nREFS: (A) LUSAKA 12", "A QUIET VISIT"),
        ("SUBJECT: A QUIET VISIT\nRef: LUSAKA 12", "A QUIET VISIT"),
        ("no label", ""),
        ("1. (C) The subject: a visit", ""),
    ],
)
def test_find_subject(text, expected):
    assert find_subject(text) == expected


@pytest.mark.parametrize(
    "text, mark", [("SUBJECT: (S/NF) A VISIT", "S/NF"), ("SUBJECT: A VISIT (U)", "U"), ("SUBJECT: A", None)]
)
def test_portion_mark(text, mark):
    found = parse_anatomy(text).fields.subject
    assert (found.mark and found.mark.text) == mark
    assert text[found.start_char : found.end_char] == found.text


def test_each_branch_matches_its_example():
    check_examples(subject._STOP, 21)


@pytest.mark.parametrize(
    "text",
    [
        "SUBJ: HARBOR TALKS\n\nPANAMA FOR USCINCSO\n\n1. THEY MET.",
        "SUBJECT: HARBOR TALKSREF: A. LUSAKA 12",
        "TAGS: PREL SUBJECT: HARBOR TALKS REF: LUSAKA 12",
        "TAGS: PRELSUBJ: HARBOR TALKS\n\n1. THEY MET.",
        "SUBJECT: HARBOR TALKSClassified By: DCM Dana Reed",
        "SUBJECT: HARBOR \\\nTALKS \\\n \\\nLUSAKA 00002654  001.2 OF 004 \\\n",
    ],
)
def test_where_a_subject_ends(text):
    assert find_subject(text) == "HARBOR TALKS"
