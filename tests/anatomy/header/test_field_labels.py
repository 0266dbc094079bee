"""Where the fields of a header begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables.anatomy import read_fragment, read_header
from spacy_cables.anatomy.header import field_labels

from ..patterns import check_examples


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("E.O. 12958: DECL: 10/17/2018\nTAGS: PREL\nSUBJECT: A", ["executive_order", "tags", "subject"]),
        ("TGAS: PREL\nSUBEJCT: A\nRFE: LUSAKA 12", ["tags", "subject", "references"]),
        ("TAGS: PREL\nTGAS: PREL", ["tags"]),
        ("Classified By: DCM Dana Reed\n------\nSummary\n", ["classified_by", "rule", "summary"]),
        ("They met.", []),
    ],
)
def test_labels(text, kinds):
    assert [label.kind for label in read_header(read_fragment(text)).labels] == kinds


def test_a_field_ends_at_the_next_label_but_references_go_on_behind_a_page_line():
    text = "TAGS: A\nSUBJECT: B\nREF: A. ACCRA 1\nLUSAKA 00000012 002 OF 002\nB. ACCRA 2\nClassified By: DCM"
    stops = {label.kind: label.stop_char for label in read_header(read_fragment(text)).labels}
    assert text[stops["tags"] :].startswith("SUBJECT")
    assert text[stops["subject"] :].startswith("REF")
    assert text[stops["references"] :].startswith("Classified By")
    assert stops["classified_by"] == len(text)


def test_a_paragraph_ends_the_header():
    header = read_header(read_fragment("SUBJECT: A\n\n1. (C) They met."))
    assert (header.end, header.numbered) == (12, True)
    assert not header.is_cable


def test_each_branch_matches_its_example():
    check_examples(field_labels._LABELS, 25)


@given(
    st.lists(st.sampled_from([*"\n  :.-", "E.O.", "EO", "12958", "TAGS", "Subject", "S U", "RREF", "CLASSIFIED BY"]))
)
def test_hints_miss_no_label(pieces):
    text = "".join(pieces)
    found = [match.span() for match in field_labels._find_labels(text)]
    assert found == [match.span() for match in field_labels._LABELS.finditer(text)]
