import numpy
import pytest

from spacy_cables.evaluation.bootstrap import interval, resample
from spacy_cables.evaluation.metrics import precision_recall_f1


def test_interval_of_cables_that_are_all_alike_has_no_width():
    counts = numpy.tile(numpy.array([8, 1, 0, 1, 2]), (30, 1, 1))
    low, high = interval(precision_recall_f1(numpy.concatenate(list(resample(counts, 200, 0)))))
    numpy.testing.assert_allclose(low, high)


def test_interval_is_about_as_wide_as_the_binomial_law_says():
    # 400 cables with one span each, half of them found: the standard error of recall is sqrt(0.25 / 400) = 0.025.
    counts = numpy.zeros((400, 1, 5), dtype=int)
    counts[:200, 0, 0] = 1
    counts[200:, 0, 3] = 1
    low, high = interval(precision_recall_f1(numpy.concatenate(list(resample(counts, 4000, 0)))))[:, 0, 1]
    assert high - low == pytest.approx(2 * 1.96 * 0.025, rel=0.06)


def test_resample_draws_the_same_cables_whatever_is_counted(monkeypatch):
    narrow = numpy.arange(60).reshape(12, 1, 5)
    wide = numpy.concatenate([narrow, narrow * 2], axis=1)
    whole = numpy.concatenate(list(resample(wide, 100, 3)))
    monkeypatch.setattr("spacy_cables.evaluation.bootstrap._BLOCK", 17 * 7)
    pieces = list(resample(narrow, 100, 3))
    assert len(pieces) > 1
    numpy.testing.assert_array_equal(numpy.concatenate(pieces)[:, 0], whole[:, 0])
    numpy.testing.assert_array_equal(whole[:, 0] * 2, whole[:, 1])
