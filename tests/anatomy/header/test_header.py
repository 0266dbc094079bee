"""Header fields over invented fragments: typos, lost line ends, blanks around punctuation, missing labels."""

from datetime import date

import pytest

from spacy_cables.anatomy import (
    find_addressees,
    find_banner,
    find_captions,
    find_classification,
    find_declassify_on,
    find_executive_order,
    find_recipients,
    find_subject,
    find_tags,
)

CONFIDENTIAL, CORRECTED = (" ".join(word) for word in ("CONFIDENTIAL", "CORRECTED"))


@pytest.mark.parametrize(
    "text, level, section, post, serial",
    [
        (f"{CONFIDENTIAL} SECTION 01 OF 02 LUSAKA 002643", "CONFIDENTIAL", (1, 2), "LUSAKA", 2643),
        ("S E C R E T THE HAGUE 000782\nNOFORN", "SECRET", None, "THE HAGUE", 782),
        ("UNCLAS SECTION 01 OF 04 SAO PAULO 000269", "UNCLASSIFIED", (1, 4), "SAO PAULO", 269),
        ("UNCLAS USUN NEW YORK 000012", "UNCLASSIFIED", None, "USUN NEW YORK", 12),
        ("E C R E T ACCRA 00012", "SECRET", None, "ACCRA", 12),
        ("SS E C R E T ACCRA 00012", "SECRET", None, "ACCRA", 12),
        (f"C{CONFIDENTIAL} ACCRA 00012", "CONFIDENTIAL", None, "ACCRA", 12),
        ("NCLAS ACCRA 000012", "UNCLASSIFIED", None, "ACCRA", 12),
        (f"{CONFIDENTIAL}ACCRA 000079 SIPDIS", "CONFIDENTIAL", None, "ACCRA", 79),
        ("Confidential Tunis 000123", "CONFIDENTIAL", None, "TUNIS", 123),
        ("Monday, 23 March 2009, 09:27\nS E C R E T TUNIS 000123", "SECRET", None, "TUNIS", 123),
        ("SECRET//NOFORN SECTION 1 OF 3 TUNIS 000123", "SECRET", (1, 3), "TUNIS", 123),
        ("UNCLAS SENSITIVE TUNIS 000123", "UNCLASSIFIED", None, "TUNIS", 123),
        ("UNCLAS E F T O SECTION 01 OF 03 TUNIS 000123", "UNCLASSIFIED", (1, 3), "TUNIS", 123),
        (f"{CONFIDENTIAL}", "CONFIDENTIAL", None, "", 0),
        (
            "S E C R E T SECTION 01 OF 02 [LOC TUNIS  ] 000123".replace("[LOC ", "").replace("  ]", ""),
            "SECRET",
            (1, 2),
            "TUNIS",
            123,
        ),
        ("TOP SECRET TUNIS 000123", "TOP SECRET", None, "TUNIS", 123),
    ],
)
def test_find_banner(text, level, section, post, serial):
    banner = find_banner(text)
    assert (banner.level, banner.section, banner.post, banner.serial) == (level, section, post, serial)
    assert find_classification(text) == level
    assert text[banner.start_char : banner.end_char].split() == banner.text.split()


@pytest.mark.parametrize("text", ["", "He kept it secret for years.", "SIPDIS", "a confidential talk", "1. (C) Text"])
def test_no_banner(text):
    assert find_banner(text) is None and find_classification(text) == ""


@pytest.mark.parametrize(
    "text, expected",
    [
        ("S E C R E T TUNIS 000123\n\nNOFORN\nSIPDIS\n\nSIPDIS", ["NOFORN", "SIPDIS"]),
        ("UNCLAS TUNIS 000123\nSENSITIVE, SIPDIS", ["SENSITIVE", "SIPDIS"]),
        (f"{CORRECTED}  COPY - PARA 3", ["CORRECTED COPY"]),
        ("FOR OFFICIAL USE ONLY", ["FOUO"]),
        ("SUBJECT: NOFORN POLICY", []),
    ],
)
def test_find_captions(text, expected):
    assert find_captions(text) == expected


@pytest.mark.parametrize(
    "text, order, day",
    [
        ("E.O. 12958: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("EO 12958 DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 2018/10/17", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 10/17/18", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL:10-17-2018 TAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 03/19/2024TAGS: PREL", "12958", date(2024, 3, 19)),
        ("E.O. 12958: DECL: 011/2/2019", "12958", date(2019, 11, 2)),
        ("E.O. 12958: DECL: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL ON: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECLASSIFY ON: OCTOBER 17, 2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 17 OCT 2018", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 24/10/2018", "12958", date(2018, 10, 24)),
        ("E.O. 12958: DECL:\n10/17/2018\nTAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12958: DECL: 10/\n17/2018\nTAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O . 12958: DECL: 10 / 17 / 2018", "12958", date(2018, 10, 17)),
        ("E.0. 12958: DECL: 10/17/2018", "12958", date(2018, 10, 17)),
        ("E.O. 12598: DECL: 10/17/2018", "12598", date(2018, 10, 17)),
        ("SIPDISE.O. 12958: DECL: 10/17/2018TAGS: PREL", "12958", date(2018, 10, 17)),
        ("E.O. 12065: GDS 8/12/85 (OAKES, TOM P.) OR-P", "12065", date(1985, 8, 12)),
        ("DECL: 10/17/2018", "", date(2018, 10, 17)),
        ("E.O. 12958: N/A", "12958", None),
        ("E.O. 12356: DECL: OADR", "12356", None),
        ("E.O. 12958: DECL: 13/45/2018", "12958", None),
        ("E.O. 12958: DECL: TEN YEARS AFTER THE EVENT\nTAGS: PREL", "12958", None),
        ("the year 2018/10/17 in a text without a label", "", None),
        ("", "", None),
    ],
)
def test_find_executive_order_and_declassify_on(text, order, day):
    assert (find_executive_order(text), find_declassify_on(text)) == (order, day)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("TAGS: PREL, PGOV, RU", ["PREL", "PGOV", "RU"]),
        ("TAGS PREL, PGOV, RU\nSUBJECT: X Y", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL PGOV RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL , PGOV , RU SUBJECT: A B", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PGOV,\nRU\nSUBJECT: A", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PGOV\nMARR, RU\nSUBJECT: A", ["PREL", "PGOV", "MARR", "RU"]),
        ("TAGS: PREL; PGOV; RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL, PREL, RU", ["PREL", "RU"]),
        ("TAGS: PRELPGOV RU", ["PREL", "PGOV", "RU"]),
        ("TAGS: PREL/PGOV", ["PREL", "PGOV"]),
        ("TAGS: OVIP (DOE, JANE Q.), PREL", ["OVIP", "DOE, JANE Q.", "PREL"]),
        ("TAGS: PGOV, ZANU-PF, ZI", ["PGOV", "ZANU-PF", "ZI"]),
        ("TAGS: PHUM, HUMAN RIGHTS, RU", ["PHUM", "HUMAN RIGHTS", "RU"]),
        ("TAGS: KAWC, AU-1", ["KAWC", "AU-1"]),
        ("TGAS: PREL, RU", ["PREL", "RU"]),
        ("TAS: PREL, RU", ["PREL", "RU"]),
        ("TAG: PREL, RU", ["PREL", "RU"]),
        ("Tags: prel, ru", ["PREL", "RU"]),
        ("2018TAGS: PREL RU\n\nText", ["PREL", "RU"]),
        ("TAGS: <a href='/tag/PREL_0.html'>PREL</a> <a href='/tag/RU_0.html'>RU</a>\nSUBJECT: A", ["PREL", "RU"]),
        ("TAGS: PREL, RU\n\nREF: LUSAKA 12", ["PREL", "RU"]),
        ("TAGS: PREL, RU REF: LUSAKA 12", ["PREL", "RU"]),
        ("TAGS:\nPREL, RU\nSUBJECT: A", ["PREL", "RU"]),
        ("no label", []),
    ],
)
def test_find_tags(text, expected):
    assert find_tags(text) == expected


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
    "text, expected",
    [
        ("STATE FOR EUR/RUS, EUR/WE", ["STATE FOR EUR/RUS, EUR/WE"]),
        ("SIPDIS\nDEPT FOR AF/S,\nAF/E\nNSC FOR OAKES\n\nE.O. 12958: N/A", ["DEPT FOR AF/S, AF/E", "NSC FOR OAKES"]),
        ("LUSAKA PLEASE PASS TO AMCONSUL LAGOS\n", ["LUSAKA PLEASE PASS TO AMCONSUL LAGOS"]),
        ("SIPDIS\n\nSENSITIVE\n", []),
    ],
)
def test_find_addressees(text, expected):
    assert [piece.text for piece in find_addressees(text)] == expected


HEADER_DUMP = """VZCZCXRO1706
PP RUEHAG RUEHROV
DE RUEHNT #0941/01 1311338
ZNY SSSSS ZZH
P 101338Z MAY 08
FM AMEMBASSY LUSAKA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 9766
RHEHNSC/NSC WASHDC
INFO RUEHZG/NATO EU COLLECTIVE PRIORITY
RUEHLO/AMEMBASSY LONDON 0042
"""


def test_find_recipients():
    found = find_recipients(HEADER_DUMP)
    assert [(r.kind, r.route, r.name, r.precedence, r.number) for r in found] == [
        ("to", "RUEHC", "SECSTATE WASHDC", "IMMEDIATE", "9766"),
        ("to", "RHEHNSC", "NSC WASHDC", "", ""),
        ("info", "RUEHZG", "NATO EU COLLECTIVE", "PRIORITY", ""),
        ("info", "RUEHLO", "AMEMBASSY LONDON", "", "0042"),
    ]
    assert [HEADER_DUMP[r.start_char : r.end_char] for r in found] == [r.text for r in found]


def test_find_recipients_without_line_ends():
    found = find_recipients(" ".join(HEADER_DUMP.split()))
    assert [(r.kind, r.name) for r in found] == [
        ("to", "SECSTATE WASHDC"),
        ("to", "NSC WASHDC"),
        ("info", "NATO EU COLLECTIVE"),
        ("info", "AMEMBASSY LONDON"),
    ]


def test_no_recipients_in_running_text():
    assert find_recipients("He went to LONDON.\nInfo was scarce.") == []
