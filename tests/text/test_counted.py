import pytest

from spacy_cables.text.counted import counted


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 faults"), (1, "1 fault"), (2, "2 faults"), (1204, "1,204 faults")]
)
def test_counted(number, expected):
    assert counted(number, "fault") == expected


def test_counted_with_a_plural():
    assert [counted(number, "entity", "entities") for number in (1, 2)] == ["1 entity", "2 entities"]
