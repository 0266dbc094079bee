import pytest

from spacy_cables.errors import CableError
from spacy_cables.text.labelled import STUB, LabelledText, RawCable


def test_labelled_text_puts_spans_in_the_order_of_the_text():
    cable = LabelledText("09OSLO1", "Oslo and Bergen", ((9, 15, "LOC"), (0, 4, "LOC")))
    assert cable.spans == ((0, 4, "LOC"), (9, 15, "LOC"))


@pytest.mark.parametrize("span", [(0, 0, "LOC"), (3, 2, "LOC"), (-1, 2, "LOC"), (2, 6, "LOC")])
def test_labelled_text_refuses_a_span_outside_of_the_text(span):
    with pytest.raises(CableError, match=r"CE005.*09OSLO1"):
        LabelledText("09OSLO1", "Tromø", (span,))


def test_placer_of_a_text_counts_in_the_text():
    place = LabelledText("09OSLO1", "In\nOslo").placer()
    assert place(3) == (2, 1)


@pytest.mark.parametrize(
    ("text", "missing", "annotated"),
    [
        ("Oslo", (), True),
        ("Oslo", ((0, 2),), True),
        ("Oslo", ((0, 4),), False),
        ("Oslo", ((0, 1), (1, 4)), False),
        ("", (), True),
    ],
)
def test_a_text_is_annotated_unless_all_of_it_is_missing(text, missing, annotated):
    assert LabelledText("", text, missing=missing).is_annotated is annotated


def test_a_raw_cable_is_not_annotated():
    assert not RawCable("", "Oslo").is_annotated
    assert RawCable("", "").is_annotated


@pytest.mark.parametrize(
    ("text", "is_stub"), [(STUB, True), (f"\n{STUB} \n", True), ("Adopted.", False), ("Zagreb.", False), ("", False)]
)
def test_a_stub_has_the_placeholder_alone(text, is_stub):
    assert LabelledText("", text).is_stub is is_stub
