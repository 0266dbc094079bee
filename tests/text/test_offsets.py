import pytest

from spacy_cables.text.offsets import OffsetMap, Places, TextsDiffer, transfer_spans, trim


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


def test_transfer_spans_at_both_ends_of_a_text():
    assert transfer_spans([(0, 4, "LOC"), (5, 8, "PER")], "Oslo Vik", " Oslo\n\nVik") == [(1, 5, "LOC"), (7, 10, "PER")]
    assert transfer_spans([(0, 4, "LOC")], "Oslo ", "Oslo") == [(0, 4, "LOC")]


@pytest.mark.parametrize(
    ("text", "target", "offset"),
    [("a bc d", "a bx d", 3), ("ab c", "ab", 3), ("ab", "abc", 2), ("", "x", 0)],
)
def test_transfer_spans_says_where_the_texts_differ(text, target, offset):
    with pytest.raises(TextsDiffer) as error:
        transfer_spans([], text, target)
    assert error.value.offset == offset


def test_trim():
    assert trim("  ab  ", 0, 6) == (2, 4)
    assert trim("  ab  ", 0, 2) == (0, 0)
    assert trim("ab", 0, 2) == (0, 2)


def test_places_count_from_one():
    places = Places("one\n\nthree")
    assert [places.place(offset) for offset in (0, 3, 4, 5, 9)] == [(1, 1), (1, 4), (2, 1), (3, 1), (3, 5)]
    assert [places.line_end(line) for line in (1, 2, 3)] == [3, 4, 10]


def test_offset_map_goes_both_ways():
    # "a<b>c</b>" without its tags is "ac".
    offsets = OffsetMap((0, 1, 2), (0, 4, 9), (1, 5, 9), 2)
    assert [offsets.to_source(offset) for offset in (0, 1, 2)] == [0, 4, 9]
    assert [offsets.to_source(offset, end=True) for offset in (1, 2)] == [1, 5]
    assert [offsets.to_text(offset) for offset in (0, 2, 4, 6)] == [0, 1, 1, 2]


def test_the_end_of_a_range_in_the_first_piece():
    # "Oslo<b> is" and "<b>Oslo</b>": an end inside or at the end of the first piece, and one at its start.
    offsets = OffsetMap((0, 4), (0, 7), (4, 10), 7)
    assert [offsets.to_source(offset, end=True) for offset in (0, 2, 4, 5)] == [0, 2, 4, 8]
    offsets = OffsetMap((0, 4), (3, 11), (7, 11), 4)
    assert [offsets.to_source(offset, end=True) for offset in (0, 3, 4)] == [3, 6, 7]


def test_places_of_lines_that_end_in_any_way():
    places = Places("a\rb\r\nc\n\rd")
    assert [places.place(offset) for offset in (0, 2, 5, 7, 8)] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]
    assert [places.line_end(line) for line in range(1, 6)] == [1, 3, 6, 7, 9]
