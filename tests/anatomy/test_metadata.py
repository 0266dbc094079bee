"""Differences between the text of a cable and its metadata."""

import pytest

from spacy_cables.anatomy import parse_anatomy

TEXT = """R 051800Z MAR 04
FM AMEMBASSY SUVA

C O N F I D E N T I A L SUVA 001234

E.O. 12958: DECL: 03/05/2014
TAGS: PREL, EFIS, PE
SUBJECT: HARBOR TALKS AND FISHING RIGHTS

REF: A. QUITO 77 B. 03 SUVA 12

1. (C) He left.
"""


@pytest.mark.parametrize(
    ("meta", "doubts"),
    [
        ({}, []),
        (
            {
                "date": "2004-03-05", "classification": "CONFIDENTIAL//NOFORN", "tags": ["pe", "PREL", "EFIS"],
                "subject": "Harbor talks: and fishing", "references": ["QUITO 77", "2003SUVA00012"], "post": "Suva",
            },
            [],
        ),
        ({"classification": "SECRET"}, [["classification", "'CONFIDENTIAL' in the text, 'SECRET' in the metadata"]]),
        ({"post": "Quito"}, [["post", "'SUVA' in the text, 'Quito' in the metadata"]]),
        ({"post": "the moon"}, []),
        ({"tags": ["PREL", "EC"]}, [["tags", "only in the text: EFIS, PE; only in the metadata: EC"]]),
        ({"references": ["04QUITO77"]}, [["references", "only in the text: 03SUVA12"]]),
        ({"subject": "HARBOR TALK"}, [
            ["subject", "'HARBOR TALKS AND FISHING RIGHTS' in the text, 'HARBOR TALK' in the metadata"],
        ]),
        ({"tags": "PREL", "subject": 7, "references": None}, []),
    ],
)  # fmt: skip
def test_differences(meta, doubts):
    assert parse_anatomy(TEXT, cable_id="04SUVA1234", meta=meta).to_dict()["doubts"] == doubts


@pytest.mark.parametrize(
    ("cable_id", "reason"),
    [
        ("04SUVA1235", "SUVA 1234 in the text, SUVA 1235 in the id"),
        ("04QUITO1234", "SUVA 1234 in the text, QUITO 1234 in the id"),
    ],
)
def test_another_id(cable_id, reason):
    assert parse_anatomy(TEXT, cable_id=cable_id).to_dict()["doubts"] == [["cable_id", reason]]
    assert not parse_anatomy(TEXT, cable_id="volume-d5").doubts
