"""What a cable refers to, and what kinds there are."""

import pytest

from spacy_cables.anatomy.header.reference import Reference, other_kind


@pytest.mark.parametrize(
    "text, kind",
    [
        ("OAKES/REED E-MAIL OF 10/15/07", "e-mail"),
        ("OAKES-REED TELCON", "telephone call"),
        ("IIR 6 812 0120 09", "intelligence report"),
        ("FAX OF MAY 2", "fax"),
        ("MEMORANDUM OF MAY 2", "memorandum"),
        ("YOUR LETTER OF MAY 2", "letter"),
        ("A VISIT TO THE COAST", ""),
    ],
)
def test_other_kind(text, kind):
    assert other_kind(text) == kind


def test_to_dict():
    ref = Reference("08 LUSAKA 12", 7, 19, "cable", "A", "08LUSAKA12", "LUSAKA", 2008, 12)
    assert ref.to_dict() == {"cable_id": "08LUSAKA12", "kind": "cable", "letter": "A", "text": "08 LUSAKA 12"}
    assert Reference("A FAX", 0, 5, "fax").to_dict() == {
        "cable_id": None,
        "kind": "fax",
        "letter": None,
        "text": "A FAX",
    }
