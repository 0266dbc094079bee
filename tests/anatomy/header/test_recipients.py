"""The lines TO and INFO of a transmission header."""

from spacy_cables.anatomy import find_recipients
from spacy_cables.anatomy.header import recipients

from ..patterns import check_examples

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


def test_each_branch_matches_its_example():
    check_examples(recipients._STOP, 12)


def test_info_for_a_collective():
    text = "TO SECSTATE WASHDC 4321\nINFO AFRICAN UNION COLLECTIVE\nAMEMBASSY BOGOTAUNCLAS LIMA 001234\n"
    assert [(to.kind, to.name) for to in find_recipients(text)] == [
        ("to", "SECSTATE WASHDC"),
        ("info", "AFRICAN UNION COLLECTIVE"),
        ("info", "AMEMBASSY BOGOTA"),
    ]


def test_short_precedence_and_recipients_on_one_line():
    found = find_recipients("TO SECSTATE WASHDC IMMED 4321\nINFO AMEMBASSY QUITO, AMEMBASSY LIMA IMMED\n")
    assert [(r.name, r.precedence, r.text) for r in found] == [
        ("SECSTATE WASHDC", "IMMEDIATE", "SECSTATE WASHDC IMMED 4321"),
        ("AMEMBASSY QUITO", "", "AMEMBASSY QUITO"),
        ("AMEMBASSY LIMA", "IMMEDIATE", "AMEMBASSY LIMA IMMED"),
    ]
