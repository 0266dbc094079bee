"""Where the fields of a cable contradict each other."""

import pytest

from spacy_cables.anatomy import parse_anatomy

TEXT = "R 051800Z MAR 04\nFM AMEMBASSY LIMA\n\nUNCLAS LIMA 001234\n\nSUBJECT: A VISIT\n\n1. (U) They met.\n"


@pytest.mark.parametrize(
    ("known", "doubts"),
    [
        ({}, []),
        ({"cable_id": "04LIMA1234", "meta": {"date": "2004-03-05T18:00:00"}}, []),
        ({"cable_id": "05LIMA1234"}, [["date", "2004-03-05 in the text, 2005 in the id"]]),
        ({"meta": {"date": "2004-03-06"}}, [["date", "2004-03-05 in the text, 2004-03-06 in the metadata"]]),
        ({"meta": {"date": "5 March"}}, [["date", "metadata have no ISO date: '5 March'"]]),
    ],
)
def test_date(known, doubts):
    assert parse_anatomy(TEXT, **known).to_dict()["doubts"] == doubts


MARKED = "{level} LUSAKA 001234\n\nSUBJECT: A VISIT\n{more}\n1. ({mark}) They met.\n\n2. (U) They left.\n"


def doubts(level="CONFIDENTIAL", mark="C", more=""):
    return parse_anatomy(MARKED.format(level=level, mark=mark, more=more)).to_dict()["doubts"]


@pytest.mark.parametrize(
    ("level", "mark", "reason"),
    [
        ("CONFIDENTIAL", "C", None),
        ("UNCLAS", "SBU", None),
        ("S E C R E T", "S//NF", None),
        ("UNCLAS", "C", "UNCLASSIFIED in the banner, (C) the highest portion mark"),
        ("CONFIDENTIAL", "S/NF", "CONFIDENTIAL in the banner, (S) the highest portion mark"),
        ("SECRET", "U", "SECRET in the banner, (U) the highest portion mark"),
    ],
)
def test_level_and_portion_marks(level, mark, reason):
    assert doubts(level, mark) == ([["classification", reason]] if reason else [])


def test_two_subjects():
    assert doubts(more="\nTAGS: PREL\nSUBJECT: A VISIT TO THE COAST\n") == []
    assert doubts(more="\nTAGS: PREL\nSUBJECT: FISH\n") == [["subject", "'A VISIT' and 'FISH'"]]


def test_pages():
    assert doubts(more="\nCONFIDENTIAL\n\nPAGE 02  LUSAKA  01234  01 OF 02  051830Z\n") == []
    assert doubts(more="\nSECRET\n\nPAGE 02  LUSAKA  01235  01 OF 02  051830Z\n") == [
        ["serial", "1234 in the banner, 1235 in page lines"],
        ["classification", "CONFIDENTIAL in the banner, SECRET on a page"],
    ]
