from statistics import NormalDist

import numpy
import pytest

from spacy_cables.evaluation.bootstrap import interval, resample, tail_share
from spacy_cables.evaluation.metrics import precision_recall_f1


def test_interval_of_cables_that_are_all_alike_has_no_width():
    counts = numpy.tile(numpy.array([8, 1, 0, 1, 2]), (30, 1, 1))
    low, high = interval(precision_recall_f1(numpy.concatenate(list(resample(counts, 200, 0)))), 30)
    numpy.testing.assert_allclose(low, high)


def test_interval_is_about_as_wide_as_the_binomial_law_says():
    # 400 cables with one span each, half of them found: the standard error of recall is sqrt(0.25 / 400) = 0.025.
    counts = numpy.zeros((400, 1, 5), dtype=int)
    counts[:200, 0, 0] = 1
    counts[200:, 0, 3] = 1
    low, high = interval(precision_recall_f1(numpy.concatenate(list(resample(counts, 4000, 0)))), 400)[:, 0, 1]
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


@pytest.mark.parametrize(
    ("cables", "t"),  # the quantile of Student's t for 0.975 and one degree of freedom less, from printed tables
    [(5, 2.776), (15, 2.145), (20, 2.093), (61, 2.000)],
)
def test_tails_are_as_wide_as_students_t(cables, t):
    expected = NormalDist().cdf(-t * (cables / (cables - 1)) ** 0.5)
    assert tail_share(cables) == pytest.approx(expected, rel=0.03)


def test_tails_of_many_cables_are_those_of_plain_percentiles():
    assert tail_share(100_000) == pytest.approx(0.025, rel=1e-3)
    assert tail_share(1) == 0
