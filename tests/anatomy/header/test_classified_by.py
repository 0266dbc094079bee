"""Who classified a cable, and why: the lines are invented, their shapes are those of headers."""

import pytest

from spacy_cables.anatomy import find_classified_by, find_reasons, parse_anatomy
from spacy_cables.anatomy.header import classified_by

from ..patterns import check_examples

NAMES = [
    ("Classified By: Ambassador Ruth Ellen Marsh for reasons 1.4 (b) and (d).", "Ruth Ellen Marsh"),
    ("Classified By: AMBASSADOR RUTH E. MARSH FOR REASONS 1.4 (B) AND (D).", "RUTH E. MARSH"),
    ("CLASSIFIED BY: DCM TOM OAKES. REASON: 1.4 (D)", "TOM OAKES"),
    ("Classified By: Charge d'Affaires Tom P. Oakes, reasons 1.4(b,d)", "Tom P. Oakes"),
    ("Classified By: Charge d’Affaires, a.i., Tom P. Oakes for reasons 1.4 (b)", "Tom P. Oakes"),
    ("Classified By: CDA, A.I. TOM OAKES FOR REASON 1.5 (A/C).", "TOM OAKES"),
    ("Classified By: A/DCM Lydia Harrow-Finch, 1.4 (b,d)", "Lydia Harrow-Finch"),
    ("Classified by Pol/Econ Counselor Neil Abbot. Reasons 1.4 (b/d).", "Neil Abbot"),
    ("Classified By: Polcouns Neil Abbot per 1.5 (b) and (d).", "Neil Abbot"),
    ("Classified By: PolOff Neil Abbot; reason 1.4 (B)", "Neil Abbot"),
    ("Classified By: Deputy Chief of Mission Neil Q. Abbot, Jr. for reasons 1.4 (b)", "Neil Q. Abbot, Jr."),
    ("CLASSIFIED BY: Neil Abbot, Pol/Econ Chief, Embassy Lusaka, State. REASON: 1.4 (b), (d)", "Neil Abbot"),
    ("CLASSIFIED BY: NEIL ABBOT, DIRECTOR, EUR/ERA, REASON: 1.4 (D)", "NEIL ABBOT"),
    ("Classified By: Abassador Neil Abbot for reasons 1.4 (b)", "Neil Abbot"),
    ("Classified By: Amabassador Neil Abbot for reasons 1.4 (b)", "Neil Abbot"),
    ("Classified By: Politcial Couselor Neil Abbot for reasons 1.4 (b)", "Neil Abbot"),
    ("Classified By: Minister-Counselor for Trade Affairs Ana Maria de Sousa for reason 1.4 (b)", "Ana Maria de Sousa"),
    ("Classified By: Consul General Pieter van der Linde for reasons 1.4 (d)", "Pieter van der Linde"),
    ("Classified By: AMB. J. WARREN PIKE, REASONS 1.4 B AND D", "J. WARREN PIKE"),
    ("Classified By: RSO Joan Pike for reasons 1.4 (c)", "Joan Pike"),
    ("Classified By: COM Michael E. Pike; Reasons 1.4 (b/d)", "Michael E. Pike"),
    ("Classified By: Classified by Econ Officer Joan Pike, reason 1.4 (b)", "Joan Pike"),
    ("Classified By: (U) Classified by Econ Officer Joan Pike, reason 1.4 (b)", "Joan Pike"),
    ("Classified By: Political Officer\nJoan O'Hara, for\nreasons 1.4 (b)", "Joan O'Hara"),
    ("Classified By: Minister Counselor for Political Affairs \nJoan O'Hara, for reasons 1.5 (b)", "Joan O'Hara"),
    ("Classified by: EUR Assistant Secretary Dana Reed, for reasons 1.4 (b)", "Dana Reed"),
    ("Classified By: Under Secretary for Political Affairs Dana Reed. Reason: 1.4 (b)", "Dana Reed"),
    ("Classified By: Acting Political Counselor Dana L. Reed\nReason: 1.4 (b)", "Dana L. Reed"),
    ("Classified By : Amb . Dana Reed , reasons 1.4 ( b ) and ( d ) .", "Dana Reed"),
    ("Classified By: PRINCIPAL OFFICER DANA REED FOR REASONS 1.4 (B)", "DANA REED"),
    ("Classified By: Dana Reed, Charge d'Affaires, for reasons 1.4 (b)", "Dana Reed"),
    ("Classified By: Dana Reed, reasons 1.4 (b)", "Dana Reed"),
    ("CLASSIFED BY: DCM DANA REED, REASON 1.4 (B)", "DANA REED"),
    ("Clasified by: DCM Dana Reed, Reason 1.4 (b)", "Dana Reed"),
    ("CLASSIFIED BT DCM DANA REED FOR REASONS 1.4 B", "DANA REED"),
    ("By: Dana Reed, Ambassador, U.S. Embassy Lome, Department of State. REASON: 1.4 (b), (d)", "Dana Reed"),
    ("Classified By: Ambassador Reed for reasons 1.4 (b)", "Reed"),
    ("Classified By: EconCouns Dana Reed for reasons 1.4(b,d)", "Dana Reed"),
    ("Classified By: ECONOMIC COUNSELOR DANA REED; REASON 1.4 (B)", "DANA REED"),
    ("Classified By: PAO Dana Reed for REAS\nONS 1.4 (b)", "Dana Reed"),
    ("Classified By: P/E Chief Dana Reed, for Reasons 1.4 (b)", "Dana Reed"),
    ("Classified By: Management Counselor Dana Reed, for Reasons 1.4 (g)", "Dana Reed"),
    ("Classified By: INR/B - Dana Reed; Reason: 1.4 (c)", "Dana Reed"),
    ("Classified By: DAO COL DANA REED FOR REASONS 1.4 (A)", "DANA REED"),
    ("Classified By: Refugee Coordinator Dana Reed. Reasons: 1.4 (b)", "Dana Reed"),
    ("Classified By: Labor Attache Dana Reed. Reasons: 1.4 (b)", "Dana Reed"),
    ("Classified By: Laura M. Stone, Deputy Political Counselor.\nReasons 1.4 (b)", "Laura M. Stone"),
    ("Classified By: com dana reed for reasons 1.4 b and d.", "Dana Reed"),
    ("Classified By: Special Envoy Dana Reed for reasons 1.4 (b)", "Dana Reed"),
    ("Classified By: Dr. Dana Reed, Science Counselor, for reasons 1.4 (b)", "Dana Reed"),
    ("Classified By: Ambassador H. Dean Reed III for reasons 1.4 (b)", "H. Dean Reed III"),
    ("Classified By: Charge d'Affaires, for reasons 1.4 (b)", ""),
    ("Classified By: DCM for reasons 1.4 (b)", ""),
    ("SUBJECT: NOTHING HERE\n\n1. (U) Text.", ""),
    ("This report was unclassified by mistake.", ""),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", NAMES)
def test_find_classified_by(text, expected):
    assert find_classified_by(text) == expected


@pytest.mark.parametrize("text, expected", NAMES[:40:3])
def test_find_classified_by_in_a_header(text, expected):
    header = "C O N F I D E N T I A L LUSAKA 000123\n\nE.O. 12958: DECL: 01/02/2019\nTAGS: PREL\nSUBJECT: A VISIT\n\n"
    assert find_classified_by(f"{header}{text}\n\n1. (C) Summary: Words of no importance follow here.") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Classified By: DCM Dana Reed for reasons 1.4 (b) and (d).", ["b", "d"]),
        ("Classified By: DCM Dana Reed, reasons 1.4(b,d)", ["b", "d"]),
        ("Classified By: DCM Dana Reed, 1.4 b/d", ["b", "d"]),
        ("Classified By: DCM Dana Reed. REASONS: 1.4(B)( D) ", ["b", "d"]),
        ("Classified By: DCM Dana Reed for reasons 1.4 (a), (b), (c) and (d)", ["a", "b", "c", "d"]),
        ("Classified By: DCM Dana Reed for reasons 1.4 b a\nnd d.", ["b", "d"]),
        ("Classified By: DCM Dana Reed; reasons 1.5 (b) a \nnd (d). \n\n", ["b", "d"]),
        ("Classified By: DCM Dana Reed for reasons 1.\n4 (b) and (d).", ["b", "d"]),
        ("Classified By: DCM Dana Reed for reasons 1.4 \n(B & D). \n\n1. (C) Summary", ["b", "d"]),
        ("Classified By: DCM Dana Reed FOR REASONS 1.5 (B) AND (D)", ["b", "d"]),
        ("Classified By: DCM Dana Reed for reasons 1.4 ( b ) and ( d ) .", ["b", "d"]),
        ("Classified By: DCM Dana Reed for reason 1.4 (d) \n\n1. (C) A text", ["d"]),
        ("Classified By: DCM Dana Reed for reasons 1.4 (b) and (d).\n\nSummary\n-------\n", ["b", "d"]),
        ("Classified By: DCM Dana Reed. Reason: 1.4 (b, d)", ["b", "d"]),
        ("Classified By: DCM Dana Reed", []),
        ("E.O. 12958: N/A", []),
    ],
)
def test_find_reasons(text, expected):
    assert find_reasons(text) == expected


def test_officer_and_reasons_are_one_field():
    text = "Classified By: DCM Dana Reed for reasons 1.4 (b) and (d)."
    found = parse_anatomy(text).fields.classified_by
    assert text[found.officer.start_char : found.officer.end_char] == "DCM Dana Reed"
    assert (found.officer.name, found.officer.title) == ("Dana Reed", "DCM")
    assert (found.reasons_section, found.reasons) == ("1.4", ("b", "d"))


def test_reasons_without_an_officer():
    found = parse_anatomy("TAGS: PREL\nReason: 1.4 (b)").fields.classified_by
    assert (found.officer, found.reasons) == (None, ("b",))


def test_each_branch_matches_its_example():
    check_examples(classified_by._END, 18)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "CLASSIFIED BY AMBASSADOR TOM REED.\n SECRET\n\nPAGE 02 LUSAKA 03759 01 OF 03 111533Z\nREASONS: 1.5 (B)",
            "TOM REED",
        ),
        ("Classified By: Ambassador Richard L. Reed, III. \nReasons: 1.4 (b)", "Richard L. Reed, III"),
        ("Classified By: Acting DCM/Ted Reed for reasons 1.4 (b)", "Ted Reed"),
        ("Classified By: Political Counselor/Dana Reed for reasons 1.4 (b)", "Dana Reed"),
        ("Classified By: RADM Dana Reed, USN, reason 1.4 (b)", "Dana Reed"),
        ("Classified By: LTC Dana Reed, ODC Chief, reason 1.4 (b)", "Dana Reed"),
        ("Classified By: DCM Dana Reed and PolCouns Tom Oakes for reasons 1.4 (b)", "Dana Reed"),
        ("REF: LUSAKA 12Classified By: DCM Dana Reed for reasons 1.4 (b)", "Dana Reed"),
    ],
)
def test_ranks_page_breaks_and_several_officers(text, name):
    assert find_classified_by(text) == name
    assert find_reasons(text) == ["b"]


@pytest.mark.parametrize(
    "text",
    [
        "ACTION ARA-14\nINFO OCT-01 EUR-15 L-03\nE.O. 11652: GDS\nSUBJECT: A VISIT",
        "E.O. 11652: GDS\nSUBJECT: DELIVERY OF 16 F-4ES",
        "SUBJECT: TRADE OF 1.4 BILLION",
    ],
)
def test_no_reasons_where_nothing_says_so(text):
    assert find_reasons(text) == []
