from collections import Counter

import pytest

from spacy_cables import CONLL, ONTONOTES, CableError
from spacy_cables.text.labels import DISPLACY_COLORS, LABEL_SETS, check_labels, explain_others, label_set


def test_label_sets():
    assert CONLL == ("PER", "LOC", "ORG", "MISC")
    assert len(set(ONTONOTES)) == 18
    assert LABEL_SETS == {"conll": CONLL, "ontonotes": ONTONOTES}
    assert set(DISPLACY_COLORS) == set(CONLL)


def test_check_labels_keeps_order_and_drops_repetition():
    assert check_labels(["B", "A", "B"]) == ("B", "A")


@pytest.mark.parametrize("label", ["", "A B", "1A", "[PER", "PER]", "PER\n", "É", "-A"])
def test_check_labels_refuses_what_no_mark_can_hold(label):
    with pytest.raises(CableError, match="CE004"):
        check_labels([label])


@pytest.mark.parametrize(
    ("named", "labels"),
    [
        ("conll", CONLL),
        ("OntoNotes", ONTONOTES),
        ("PER, SHIP", ("PER", "SHIP")),
        ("conll,ontonotes", tuple(dict.fromkeys((*CONLL, *ONTONOTES)))),
        ("conll,SHIP", (*CONLL, "SHIP")),
        (["SHIP"], ("SHIP",)),
    ],
)
def test_label_set_reads_names_and_labels(named, labels):
    assert label_set(named) == labels


def test_label_set_needs_a_label():
    with pytest.raises(CableError, match="CE004"):
        label_set(" , ")


@pytest.mark.parametrize(
    ("known", "others", "expected"),
    [
        ({}, {"PERSON": 3, "GPE": 2}, "PERSON 3, GPE 2: --labels ontonotes reads them (labels='ontonotes' in Python)"),
        ({"ORG": 6}, {"GPE": 2}, "GPE 2: --labels ontonotes reads them (labels='ontonotes' in Python)"),
        ({}, {"B-PER": 1}, "B-PER 1: --labels B-PER reads them (labels='B-PER' in Python)"),
        ({}, {"per": 1}, "per 1: labels are upper case here; --labels per reads them (labels='per' in Python)"),
        (
            {"PER": 1},
            {"SHIP": 2},
            "SHIP 2: --labels PER,LOC,ORG,MISC,SHIP reads them (labels='PER,LOC,ORG,MISC,SHIP' in Python)",
        ),
        ({"ORG": 7}, {"GPE": 2}, ""),
        ({"PER": 1}, {"SHIP": 1}, ""),
        ({"PER": 1}, {}, ""),
        ({}, {}, ""),
    ],
)
def test_explain_others(known, others, expected):
    assert explain_others(CONLL, Counter(known).elements(), Counter(others).elements()) == expected


def test_explain_others_names_conll():
    assert explain_others(ONTONOTES, ["LOC"], ["PER"]).startswith("PER 1: --labels conll reads them")
