from fractions import Fraction
from math import ceil, floor

import pytest
import srsly
from hypothesis import given
from hypothesis import strategies as st

from spacy_cables import CableError
from spacy_cables.text.splits import divide, read_held_out, read_splits

SHARES = "train=0.8,dev=0.1,test=0.1"
IDS = [f"09VADUZ{i}" for i in range(2000)]
THIRDS = dict.fromkeys("abc", Fraction(1, 3))


def test_shares_depend_on_the_name_alone():
    names, part_of = read_splits(SHARES, lambda: IDS)
    parts = [part_of(name) for name in IDS]
    assert names == ["train", "dev", "test"]
    _, part_of_reversed = read_splits(SHARES, lambda: reversed(IDS))
    assert [part_of_reversed(name) for name in IDS] == parts
    assert [parts.count(name) for name in names] == [1600, 200, 200]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, (0, 0, 0)),
        (1, (1, 0, 0)),
        (5, (4, 1, 0)),
        (10, (8, 1, 1)),
        (13, (11, 1, 1)),
        (15, (12, 2, 1)),
        (60, (48, 6, 6)),
        (199, (159, 20, 20)),
    ],
)
def test_shares_to_the_nearest_cable(count, sizes):
    _, part_of = read_splits(SHARES, lambda: IDS[:count])
    parts = [part_of(name) for name in IDS[:count]]
    assert tuple(parts.count(name) for name in ("train", "dev", "test")) == sizes


WEIGHTS = st.lists(st.integers(0, 20), min_size=1, max_size=4).filter(any)


@given(st.sets(st.text(max_size=3), max_size=60), WEIGHTS, st.integers(0, 3))
def test_divide(ids, weights, rest):
    """Each part has its share, rounded down or up, and the order of the cables does not matter."""
    shares = {f"part{i}": Fraction(weight, sum(weights) + rest) for i, weight in enumerate(weights)}
    part_of = divide(sorted(ids), shares)
    assert divide(sorted(ids, reverse=True), shares) == part_of
    for part, share in shares.items():
        count = list(part_of.values()).count(part)
        assert count in (floor(share * len(ids)), ceil(share * len(ids)))
    assert set(part_of) <= ids
    if not rest:
        assert set(part_of) == ids


@given(st.sets(st.text(max_size=3), min_size=1, max_size=60), WEIGHTS, st.data())
def test_a_new_cable_moves_at_most_two_over_each_boundary(ids, weights, data):
    shares = {i: Fraction(weight, sum(weights)) for i, weight in enumerate(weights)}
    before = divide(ids - {data.draw(st.sampled_from(sorted(ids)))}, shares)
    after = divide(ids, shares)
    for boundary in range(1, len(weights)):
        crossed = [each for each in before if (before[each] < boundary) != (after[each] < boundary)]
        assert len(crossed) <= 2


def test_new_cables_move_few_others():
    before, after = (divide(IDS[:count], THIRDS) for count in (1000, 1100))
    moved = [name for name in before if after[name] != before[name]]
    assert len(moved) < 20


def test_shares_of_cables_without_ids():
    with pytest.raises(CableError, match=r"CE015.*2 cables without an id"):
        read_splits(SHARES, lambda: ["a", "", "", "b"])


def test_held_out(tmp_path):
    srsly.write_json(tmp_path / "a.json", {"dev": ["a"], "test": ["b"]})
    srsly.write_json(tmp_path / "b.json", {"gold": ["c"]})
    is_held_out = read_held_out([tmp_path / "a.json", tmp_path / "b.json"])
    assert [name for name in "abcd" if is_held_out(name)] == ["a", "b", "c"]
    with pytest.raises(CableError, match="CE008"):
        read_held_out([SHARES])  # a share of which cables?


def test_shares_below_one_leave_cables_out():
    _, part_of = read_splits("train=0.5", lambda: IDS)
    assert {part_of(name) for name in IDS} == {"train", None}


@pytest.mark.parametrize(
    "split", ["train=x", "train=0.8,dev=0.8", "train=-0.1", "=0.5", "train=nan", "a=0.1,a=0.2", "a/b=0.5"]
)
def test_shares_that_make_no_sense(split):
    with pytest.raises(CableError, match="CE007"):
        read_splits(split, lambda: IDS)


def test_names(tmp_path):
    path = tmp_path / "splits.json"
    srsly.write_json(path, {"train": ["a", "b"], "dev": ["c"]})
    names, part_of = read_splits(path, list)
    assert (names, part_of("b"), part_of("c"), part_of("d")) == (["train", "dev"], "train", "dev", None)


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"train": "a"}', '{"train": ["a"], "dev": ["a"]}', '{"a/b": []}', '{"train": [1]}']
)
def test_names_that_make_no_sense(tmp_path, text):
    path = tmp_path / "splits.json"
    path.write_text(text)
    with pytest.raises(CableError, match="CE008"):
        read_splits(path, list)


def test_no_such_file(tmp_path):
    with pytest.raises(CableError, match="CE008"):
        read_splits(tmp_path / "none.json", list)
