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
