"""REF lines, invented: letters in all styles, years before, behind and missing, several numbers of one post."""

import pytest

from spacy_cables.anatomy import find_references, parse_anatomy

CASES = [
    ("REF: LUSAKA 123", ["09LUSAKA123"]),
    ("REF: LUSAKA 000123", ["09LUSAKA123"]),
    ("REF: 08 LUSAKA 123", ["08LUSAKA123"]),
    ("REF: 2008 LUSAKA 123", ["08LUSAKA123"]),
    ("REF: 08LUSAKA123", ["08LUSAKA123"]),
    ("REF: LUSAKA 123 (2008)", ["08LUSAKA123"]),
    ("REF: '08 LUSAKA 123", ["08LUSAKA123"]),
    ("REF: LUSAKA 123, ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: LUSAKA 123 AND ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: LUSAKA 123; 08 ACCRA 45 AND PREVIOUS", ["09LUSAKA123", "08ACCRA45"]),
    ("REF: LUSAKA 12, 13 AND 14", ["09LUSAKA12", "09LUSAKA13", "09LUSAKA14"]),
    ("REF: STATE 123/124", ["09STATE123", "09STATE124"]),
    ("REF: SECSTATE 123", ["09STATE123"]),
    ("REFS: A) LUSAKA 12/13", ["09LUSAKA12", "09LUSAKA13"]),
    ("REF: LUSAKA E-MAIL, ACCRA 12/25", []),
    ("REF: LUSAKA A-45", []),
    ("REF: LUSAKA 123, LUSAKA A-45; STATE CA-3400", ["09LUSAKA123"]),
    ("REFS: A-08 LUSAKA 123", ["08LUSAKA123"]),
    ("REF: A. LUSAKA 123 \nB. ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: A) LUSAKA 123 B) ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: (A) LUSAKA 123 (B) 08 ACCRA 45", ["09LUSAKA123", "08ACCRA45"]),
    ("REF: A. LUSAKA 123 \n¶B. ACCRA 45 \n¶C. 08 THE HAGUE 6", ["09LUSAKA123", "09ACCRA45", "08THEHAGUE6"]),
    ("REF: A. LUSAKA 123 \n<a id='parB' href='#parB'>¶</a>B. ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: A. A) LUSAKA 123 B. B) ACCRA 45", ["09LUSAKA123", "09ACCRA45"]),
    ("REF: A. (A) LUSAKA 123", ["09LUSAKA123"]),
    ("REF: A. REF A LUSAKA 123", ["09LUSAKA123"]),
    ("REF : A . 08 LUSAKA 123 B . ACCRA 45", ["08LUSAKA123", "09ACCRA45"]),
    ("REFS: A. LUSAKA 123", ["09LUSAKA123"]),
    ("REF(S): A. LUSAKA 123", ["09LUSAKA123"]),
    ("Ref: Sao Paulo 12", ["09SAOPAULO12"]),
    ("REFTEL: PORT AU PRINCE 12", ["09PORTAUPRINCE12"]),
    ("Reftels: A) RIO DE JANEIRO 12", ["09RIODEJANEIRO12"]),
    ("REF: USUN NEW YORK 12", ["09USUNNEWYORK12"]),
    ("REF: USUN 12", ["09USUNNEWYORK12"]),
    ("REF: UNVIE VIENNA 12", ["09UNVIEVIENNA12"]),
    ("REF: ADDIS ABABA 12", ["09ADDISABABA12"]),
    ("REF: LUSAKA 12 (NOTAL)", ["09LUSAKA12"]),
    ("REF: LUSAKA 12 (EXDIS) ACCRA 3", ["09LUSAKA12", "09ACCRA3"]),
    ("REF: LUSAKA 12\n\n1. (C) See also ACCRA 45.", ["09LUSAKA12"]),
    ("REF: LUSAKA 12 Classified By: DCM Dana Reed for reasons 1.4 (b)", ["09LUSAKA12"]),
    ("REF: A. LUSAKA 12 B. LUSAKA 12", ["09LUSAKA12"]),
    ("REF: A. LUSAKA 12 ACCRA 00000145 001.2 OF 002 \nB. ACCRA 6", ["09LUSAKA12", "09ACCRA6"]),
    ("REF: A. LUSAKA 12\nACCRA 00000145 001.2 OF 002\n\nClassified By: X", ["09LUSAKA12"]),
    ("REF: A. LUSAKA 12 - A TITLE OF A CABLE", ["09LUSAKA12"]),
    ("REF: 10 CAIRO 163; 10 CAIRO 59 \n09 CAIRO 1556", ["10CAIRO163", "10CAIRO59", "09CAIRO1556"]),
    ("REF: LUSAKA-123", ["09LUSAKA123"]),
    ("REF: XANADU 123", ["09XANADU123"]),
    ("REF: MAY 12 MEETING", []),
    ("REF: UNSCR 1540", []),
    ("REF: YOUR LETTER OF 10/15/07", []),
    ("We talked to LUSAKA 123 times.", []),
    ("", []),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_find_references(text, expected):
    found = [ref for ref in find_references(text, year=2009) if ref.kind == "cable"]
    assert [ref.cable_id for ref in found] == expected
    for ref in found:
        assert text[ref.start_char : ref.end_char].split() == ref.text.split()


@pytest.mark.parametrize("year", [9, "09", 2009, "2009"])
def test_year_may_be_given_in_any_form(year):
    assert [ref.cable_id for ref in find_references("REF: LUSAKA 1", year)] == ["09LUSAKA1"]


def test_without_a_year_none_is_guessed():
    refs = find_references("REF: LUSAKA 1, 07 ACCRA 2")
    assert [(ref.cable_id, ref.year) for ref in refs] == [("LUSAKA1", 0), ("07ACCRA2", 2007)]


def test_a_date_line_gives_the_year():
    text = "Monday, 23 March 2009, 09:27\nS E C R E T TUNIS 000123\nSUBJECT: A\nREF: LUSAKA 1\n"
    assert [ref.cable_id for ref in find_references(text)] == ["09LUSAKA1"]


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("REF: A. LUSAKA 12 B. OAKES/REED E-MAIL OF 10/15/07 C. ACCRA 4", ["cable", "e-mail", "cable"]),
        ("REF: OAKES-REED EMAIL", ["e-mail"]),
        ("REF: A) OAKES-REED TELCON 10/15/07; B) LUSAKA 12", ["telephone call", "cable"]),
        ("REF: A. LUSAKA 12 B. IIR 6 812 0120 09", ["cable", "intelligence report"]),
    ],
)
def test_other_references_have_a_kind(text, kinds):
    assert [ref.kind for ref in find_references(text)] == kinds


def test_letters():
    refs = find_references("REF: A. LUSAKA 12 B. ACCRA 4, 5 C. OAKES EMAIL")
    assert [(ref.letter, ref.serial) for ref in refs] == [("A", 12), ("B", 4), ("B", 5), ("C", 0)]


def test_lists_and_references_stand_where_they_say():
    text = "TAGS: PREL\nREF: A. 08 LUSAKA 12\nB. ACCRA 4\nSUBJECT: A VISIT"
    found = parse_anatomy(text, cable_id="09TUNIS1").fields.references
    assert [text[piece.start_char : piece.end_char] for piece in found.lists] == ["A. 08 LUSAKA 12\nB. ACCRA 4"]
    assert [text[ref.start_char : ref.end_char] for ref in found.references] == ["08 LUSAKA 12", "ACCRA 4"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("REF: A. ACCRA 701 (08)\n     B. LUSAKA 873 (2007)", ["08ACCRA701", "07LUSAKA873"]),
        ("REF: ACCRA 701/08", ["08ACCRA701"]),
        ("REF: ACCRA 701 OF MAY 5, 2007", ["07ACCRA701"]),
        ("REF: STATE: 73097", ["09STATE73097"]),
        ("REF: STATE CABLE NO. 73097", ["09STATE73097"]),
        ("REF: STATE #73097", ["09STATE73097"]),
        ("REF: TEL AVIV 404", ["09TELAVIV404"]),
        ("REF: A. 08 STATE 81854\n\nS e c r e t lusaka 001938\n\nSipdis\n", ["08STATE81854"]),
        ("REF: A) STATE 7877 B) UNSCR 1737 COMMITTEE ASSISTANCE NOTICE- 24 JULY 2009", ["09STATE7877"]),
        ("REF: HANOI 60 (MEETING OF THE 9 MEMBERS)  HANOI 330", ["09HANOI60", "09HANOI330"]),
        ("SUBJECT: A VISITREF: A. LUSAKA 12¶B. ACCRA 34", ["09LUSAKA12", "09ACCRA34"]),
        ("REF: LUSAKA 12\nVZCZCXRO1456\nOO RUEHC\nTO RUEHC/SECSTATE WASHDC PRIORITY 6543", ["09LUSAKA12"]),
    ],
)
def test_years_behind_and_what_is_no_reference(text, ids):
    assert [reference.cable_id for reference in find_references(text, 2009)] == ids


def test_a_cable_does_not_refer_to_itself():
    text = "UNCLAS LUSAKA 000012\n\nSUBJECT: A VISIT\nREF: ACCRA 45\nLUSAKA 12\n07 LUSAKA 12\n\n1. (U) They met."
    references = parse_anatomy(text, cable_id="09LUSAKA12").fields.references.references
    assert [reference.cable_id for reference in references] == ["09ACCRA45", "07LUSAKA12"]
