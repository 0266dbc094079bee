import pytest

from spacy_cables import CONLL, ONTONOTES, CableError
from spacy_cables.text.labels import DISPLACY_COLORS, LABEL_SETS, check_labels, label_set


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
