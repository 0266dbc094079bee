"""Transmission headers, invented."""

from spacy_cables.anatomy import find_transmission, parse_anatomy

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


def test_transmission():
    sent = parse_anatomy(HEADER_DUMP + "UNCLAS LUSAKA 000012\n").fields.transmission
    assert (sent.transmission_id, len(sent.recipients)) == ("VZCZCXRO1706", 4)
    for piece in (sent.time_group, sent.sender):
        assert HEADER_DUMP[piece.start_char : piece.end_char] == piece.text
    assert (sent.time_group.text, sent.time_group.precedence, sent.time_group.year) == ("101338Z MAY 08", "P", 2008)
    assert sent.sender.text == "AMEMBASSY LUSAKA"


def test_no_transmission():
    assert parse_anatomy("P 101338Z MAY 08\nUNCLAS LUSAKA 000012\n").fields.transmission is None


def test_any_text():
    sent = find_transmission("R 051800Z MAR 04\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 4321\n")
    assert (sent.time_group.time, sent.sender.text, sent.recipients[0].name) == (
        "18:00",
        "AMEMBASSY LIMA",
        "SECSTATE WASHDC",
    )
    assert find_transmission("They met.") is None
