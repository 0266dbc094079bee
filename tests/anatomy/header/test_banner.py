"""Banners, invented: letter-spaced, misspelt, with lost line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.anatomy import find_banner, find_classification, parse_anatomy
from spacy_cables.anatomy.header import banner

CONFIDENTIAL = " ".join("CONFIDENTIAL")


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


ARCHIVE = """CONFIDENTIAL {copy}

PAGE 01  LUSAKA 01234  051830Z

47
ACTION AF-10

R 051800Z MAR 74
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC 4321
INFO AMEMBASSY ACCRA PRIORITY 0077

{banner}

E.O. 11652: GDS
"""


@pytest.mark.parametrize("copy", ["", "HCG 639"])
@pytest.mark.parametrize(
    ("line", "level", "section"),
    [
        ("UNCLAS LUSAKA 1234", "UNCLASSIFIED", None),
        ("S E C R E T LUSAKA 1234", "SECRET", None),
        ("LIMITED OFFICIAL USE 1234", "LIMITED OFFICIAL USE", None),
        ("S E C R E T SECTION 1 OF 2 1234", "SECRET", (1, 2)),
        ("LIMITED OFFICIAL USE SECTION 01 OF 03 LUSAKA 1234", "LIMITED OFFICIAL USE", (1, 3)),
        ("C O N F I D E N T I A L SECTION 1 OF 2 LUSAKA 1234/1", "CONFIDENTIAL", (1, 2)),
        ("UNCLAS SECTION ONE OF TWO LUSAKA 1234", "UNCLASSIFIED", (1, 2)),
        ("LIMITED OFFFICIAL USE LUSAKA 1234", "LIMITED OFFICIAL USE", None),
        ("LIMTED OFFICIAL USE 1234", "LIMITED OFFICIAL USE", None),
        ("C O N F I D E N T A L LUSAKA 1234", "CONFIDENTIAL", None),
        ("UNCLASIFIED SECTION 1 OF 2 LUSAKA 1234", "UNCLASSIFIED", (1, 2)),
    ],
)
def test_the_banner_below_a_transmission_header(copy, line, level, section):
    banner = find_banner(ARCHIVE.format(copy=copy, banner=line))
    assert (banner.level, banner.section, banner.post, banner.serial) == (level, section, "LUSAKA", 1234)


@pytest.mark.parametrize("line", ["UNCLAS LUSAKA 001234", "S E C R E T SECTION 01 OF 02 LUSAKA 001234"])
@pytest.mark.parametrize("end", ["PRIORITY", "COLLECTIVE", " 0042"])
def test_header_and_body_joined_without_a_line_end(end, line):
    text = (
        f"R 051800Z MAR 04\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC 4321\nINFO AMEMBASSY ACCRA{end}{line}\n\nTAGS: PREL"
    )
    banner = find_banner(text)
    assert (banner.level, banner.post, banner.serial) == (find_banner(line).level, "LUSAKA", 1234)


def test_crossed_out_zeros():
    assert find_banner("CONFIDENTIAL LUSAKA Ø123").serial == 123


def test_a_banner_below_many_recipients():
    many = "".join(f"AMEMBASSY ACCRA PRIORITY {number:04d}\n" for number in range(90))
    text = f"R 051800Z MAR 04\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC 4321\nINFO {many}\nUNCLAS LUSAKA 12345\n"
    assert parse_anatomy(f"{text}\nTAGS: PREL\nSUBJECT: X\n\n1. (U) They met.").cable_id == "04LUSAKA12345"


@given(
    st.lists(st.sampled_from([*"\n  /1", "SECRET", "E C R E T", "UNCLAS", "N CLAS", "CSE CRET", "LOU", "LIMA 00012"]))
)
def test_hints_miss_no_banner(pieces):
    text = "".join(pieces)
    found = [match.span() for match in banner._find_banners(text, 0)]
    assert found == [match.span() for match in banner._BANNER.finditer(text)]
