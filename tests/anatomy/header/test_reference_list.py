"""One list of references, read word by word."""

from spacy_cables.anatomy.header import reference_list
from spacy_cables.anatomy.header.reference_list import ReferenceList

from ..patterns import check_examples


def test_read():
    text = "A. 08 LUSAKA 12, 13 B. DANA REED E-MAIL C. ACCRA 4"
    found = ReferenceList(text, 2009).read(0, len(text))
    assert [(ref.letter, ref.kind, ref.cable_id) for ref in found] == [
        ("A", "cable", "08LUSAKA12"),
        ("A", "cable", "08LUSAKA13"),
        ("B", "e-mail", ""),
        ("C", "cable", "09ACCRA4"),
    ]


def test_each_branch_matches_its_example():
    check_examples(reference_list._TOKEN, 14)
