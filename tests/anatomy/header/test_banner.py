"""Banners, invented: letter-spaced, misspelt, with lost line ends."""

import pytest

from spacy_cables.anatomy import find_banner, find_classification

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
