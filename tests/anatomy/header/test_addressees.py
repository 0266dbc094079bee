"""For whom a cable is."""

import pytest

from spacy_cables.anatomy import find_addressees
from spacy_cables.anatomy.header import addressees

from ..patterns import check_examples


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


def test_each_branch_matches_its_example():
    check_examples(addressees._START, 3)


@pytest.mark.parametrize(
    ("line", "addressees"),
    [
        ("PARIS, LONDON, ROME FOR AFRICA WATCHERS", ["PARIS, LONDON, ROME FOR AFRICA WATCHERS"]),
        ("PARIS FOR REED; LONDON FOR OAKES", ["PARIS FOR REED", "LONDON FOR OAKES"]),
        ("STATE FOR EUR/RUS, NSC FOR OAKES", ["STATE FOR EUR/RUS,", "NSC FOR OAKES"]),
    ],
)
def test_several_posts_and_several_addressees(line, addressees):
    found = find_addressees(f"UNCLAS LUSAKA 001234\n\n{line}\n\nE.O. 12958: N/A\nSUBJECT: X\n")
    assert [addressee.text for addressee in found][-len(addressees) :] == addressees


def test_a_corrected_subject_does_not_end_the_addressees():
    text = "UNCLAS LUSAKA 000012\n\nCORRECTED COPY (SUBJECT)\n\nSTATE FOR OES\n\nE.O. 12958: N/A\nSUBJECT: X\n"
    assert [addressee.text for addressee in find_addressees(text)] == ["STATE FOR OES"]


@pytest.mark.parametrize(
    "line",
    ["State for AF/S", "Department for AF/S and EEB", "NSC for Reed", "Dept for AF/S", "USDOC FOR 4332/ITA/REED"],
)
def test_small_letters_and_office_numbers(line):
    found = find_addressees(f"UNCLAS LUSAKA 001234\n\nSIPDIS\n\n{line}\n\nE.O. 12958: N/A\nSUBJECT: X\n")
    assert [addressee.text for addressee in found] == [line]
