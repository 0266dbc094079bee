import pytest

from spacy_cables import CableError
from spacy_cables.text.seen_ids import SeenIds


def test_ids_that_come_twice():
    seen = SeenIds()
    places = [("a", "1.txt"), ("b", "2.txt"), ("a", "3.txt"), ("", "4.txt"), ("", "4.txt"), ("b", "2.txt")]
    assert [seen.earlier(*place) for place in places] == [None, None, "1.txt", None, None, "2.txt"]


def test_refuse():
    seen = SeenIds()
    seen.refuse("a", "1.txt")
    seen.refuse("A", "2.txt")
    with pytest.raises(CableError, match=r"CE016\] a: .*1\.txt.*3\.txt"):
        seen.refuse("a", "3.txt")
