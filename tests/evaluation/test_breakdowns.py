import pytest

from spacy_cables.evaluation.breakdowns import by_classification, by_decade, by_part, by_post, make_by_seen
from spacy_cables.text.labelled import LabelledText

CABLE = """CONFIDENTIAL SECTION 01 OF 02 OSLO 000417

SIPDIS

STATE FOR EUR/NB

E.O. 12958: DECL: 05/11/2016
TAGS: PREL, NO
SUBJECT: STORTING TALKS ABOUT FISH

REF: BERGEN 112

Classified By: Ambassador Ada Berg for reasons 1.4 (b) and (d).

1. (C) Summary: Poloff met Tromso fishermen on May 3. End summary.

2. (C) The fishermen asked for ships, and Hammerfest
OSLO 00000417 002 OF 002

agreed with them.

3. (C) Comment: Vardo will not be glad. End comment.
LINDQVIST
"""


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("EUR/NB", "header"),
        ("NO", "tags"),
        ("STORTING", "subject"),
        ("BERGEN", "references"),
        ("Ada Berg", "classified by"),
        ("Tromso", "summary"),
        ("Hammerfest", "body"),
        ("Vardo", "comment"),
        ("LINDQVIST", "signature"),
    ],
)
def test_by_part(name, part):
    start = CABLE.rindex(name)
    if name == "NO":
        start = CABLE.index("PREL, NO") + 6
    assert by_part(LabelledText("06OSLO417", CABLE))((start, start + len(name), "MISC")) == part


def test_by_part_knows_page_lines():
    start = CABLE.index("OSLO 00000417")
    assert by_part(LabelledText("06OSLO417", CABLE))((start, start + 4, "LOC")) == "page line"


@pytest.mark.parametrize(
    ("cable_id", "post", "decade"),
    [
        ("06OSLO417", "OSLO", "2000s"),
        ("66BUENOSAIRES2481", "BUENOSAIRES", "1960s"),
        ("99TIRANA1", "TIRANA", "1990s"),
        ("10TOKYO171", "TOKYO", "2010s"),
        ("", "(unknown)", "(unknown)"),
        ("memo 7", "(unknown)", "(unknown)"),
    ],
)
def test_by_post_and_by_decade_go_by_the_id(cable_id, post, decade):
    cable = LabelledText(cable_id, "Oslo")
    assert (by_post(cable)((0, 4, "LOC")), by_decade(cable)((0, 4, "LOC"))) == (post, decade)


def test_by_classification_goes_by_the_banner():
    assert by_classification(LabelledText("06OSLO417", CABLE))((0, 4, "LOC")) == "CONFIDENTIAL"
    assert by_classification(LabelledText("06OSLO418", "Oslo"))((0, 4, "LOC")) == "(unknown)"


def test_by_seen_looks_at_the_name_alone():
    seen = make_by_seen([LabelledText("", "Ada  Berg", ((0, 9, "PER"),))])
    key_of = seen(LabelledText("", "ADA\nBERG, Ada", ()))
    assert (key_of((0, 8, "ORG")), key_of((10, 13, "PER"))) == ("seen", "unseen")


def test_by_part_knows_the_header_between_its_fields():
    text = CABLE.replace("SIPDIS\n", "SIPDIS\n\nHARALD SEES THIS\n")
    start = text.index("HARALD")
    assert by_part(LabelledText("06OSLO417", text))((start, start + 6, "PER")) == "header"
