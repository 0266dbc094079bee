import pytest

from spacy_cables.errors import CableError
from spacy_cables.text.labelled import LabelledText, TextsDiffer, transfer_spans


def test_labelled_text_puts_spans_in_the_order_of_the_text():
    cable = LabelledText("09OSLO1", "Oslo and Bergen", ((9, 15, "LOC"), (0, 4, "LOC")))
    assert cable.spans == ((0, 4, "LOC"), (9, 15, "LOC"))


@pytest.mark.parametrize("span", [(0, 0, "LOC"), (3, 2, "LOC"), (-1, 2, "LOC"), (2, 6, "LOC")])
def test_labelled_text_refuses_a_span_outside_of_the_text(span):
    with pytest.raises(CableError, match=r"CE201.*09OSLO1"):
        LabelledText("09OSLO1", "Tromø", (span,))


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        pytest.param("in Oslo.", "in Oslo.", "Oslo", id="same text"),
        pytest.param("in Oslo .", "in\n Oslo.\n", "Oslo", id="blanks moved"),
        pytest.param("inOslo", " in\tOslo", "Oslo", id="blanks added"),
        pytest.param("in O s l o", "inOslo", "Oslo", id="blanks taken away"),
    ],
)
def test_transfer_spans_ignores_white_space(text, target, expected):
    start = text.index("O")
    end = text.index("o", start) + 1
    ((start, end, label),) = transfer_spans([(start, end, "LOC")], text, target)
    assert (target[start:end], label) == (expected, "LOC")


def test_transfer_spans_leaves_white_space_at_the_edges_outside():
    assert transfer_spans([(1, 8, "LOC"), (7, 9, "LOC")], "a Oslo  b", "a Oslo b") == [(2, 6, "LOC"), (7, 8, "LOC")]
    assert transfer_spans([(6, 8, "LOC")], "a Oslo  b", "a Oslo b") == []
    assert transfer_spans([(1, 8, "LOC"), (6, 8, "LOC")], "a Oslo  b", "a Oslo  b") == [(2, 6, "LOC")]


@pytest.mark.parametrize(
    ("text", "target", "offset"),
    [("a bc d", "a bx d", 3), ("ab c", "ab", 3), ("ab", "abc", 2), ("", "x", 0)],
)
def test_transfer_spans_says_where_the_texts_differ(text, target, offset):
    with pytest.raises(TextsDiffer) as error:
        transfer_spans([], text, target)
    assert error.value.offset == offset
