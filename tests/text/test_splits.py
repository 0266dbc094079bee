import pytest
import srsly

from spacy_cables import CableError
from spacy_cables.text.splits import read_splits

SHARES = "train=0.8,dev=0.1,test=0.1"
IDS = [f"09VADUZ{i}" for i in range(2000)]


def test_shares_depend_on_the_name_alone():
    names, part_of = read_splits(SHARES)
    parts = [part_of(name) for name in IDS]
    assert names == ["train", "dev", "test"]
    assert [part_of(name) for name in reversed(IDS)] == parts[::-1]
    assert all(abs(parts.count(name) / 2000 - share) < 0.04 for name, share in zip(names, (0.8, 0.1, 0.1), strict=True))


def test_shares_below_one_leave_cables_out():
    _, part_of = read_splits("train=0.5")
    assert {part_of(name) for name in IDS} == {"train", None}


@pytest.mark.parametrize(
    "split", ["train=x", "train=0.8,dev=0.8", "train=-0.1", "=0.5", "train=nan", "a=0.1,a=0.2", "a/b=0.5"]
)
def test_shares_that_make_no_sense(split):
    with pytest.raises(CableError, match="CE007"):
        read_splits(split)


def test_names(tmp_path):
    path = tmp_path / "splits.json"
    srsly.write_json(path, {"train": ["a", "b"], "dev": ["c"]})
    names, part_of = read_splits(path)
    assert (names, part_of("b"), part_of("c"), part_of("d")) == (["train", "dev"], "train", "dev", None)


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"train": "a"}', '{"train": ["a"], "dev": ["a"]}', '{"a/b": []}', '{"train": [1]}']
)
def test_names_that_make_no_sense(tmp_path, text):
    path = tmp_path / "splits.json"
    path.write_text(text)
    with pytest.raises(CableError, match="CE008"):
        read_splits(path)


def test_no_such_file(tmp_path):
    with pytest.raises(CableError, match="CE008"):
        read_splits(tmp_path / "none.json")
