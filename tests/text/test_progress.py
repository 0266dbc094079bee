"""How far a long job is."""

from spacy_cables.text.progress import track


def test_track_tells_after_each_item():
    done = []
    items = track("ab", lambda *counts: done.append(counts), 2)
    assert next(items) == "a" and done == []
    assert next(items) == "b" and done == [(1, 2)]
    assert list(items) == [] and done == [(1, 2), (2, 2)]


def test_track_without_anyone_to_tell_or_a_total():
    done = []
    assert list(track([3, 4], None)) == [3, 4]
    assert list(track([3], lambda *counts: done.append(counts))) == [3]
    assert done == [(1, 0)]
