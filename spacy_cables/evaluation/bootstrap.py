"""Intervals by the bootstrap: whole cables are drawn again and again, with replacement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy
import numpy.typing

IntArray: TypeAlias = numpy.typing.NDArray[numpy.int64]
FloatArray: TypeAlias = numpy.typing.NDArray[numpy.float64]

#: Percentiles that bound the interval.
BOUNDS = (2.5, 97.5)
# How many numbers of resampled counts are held at a time.
_BLOCK = 20_000_000


def resample(counts: IntArray, n_bootstrap: int, seed: int) -> Iterator[FloatArray]:
    """Draw as many cables as there are, with replacement, again and again, and add up their counts.

    counts (ndarray): Counts, the first axis being cables. The same seed draws the same cables for any counts, so two
        systems on one reference are resampled in pairs.
    n_bootstrap (int): How often.
    seed (int): Seed of the random numbers.
    YIELDS (ndarray): Totals of some of the samples, the first axis being samples.
    """
    cables = len(counts)
    # The stream of this generator is frozen: other versions of numpy draw the same cables.
    random = numpy.random.RandomState(seed)
    flat = counts.reshape(cables, -1).astype(float)
    block = max(1, _BLOCK // max(1, cables + flat.shape[1]))
    for start in range(0, n_bootstrap, block):
        size = min(block, n_bootstrap - start)
        drawn = random.randint(0, cables, size=(size, cables), dtype=numpy.int64)
        drawn += numpy.arange(size)[:, None] * cables
        weights = numpy.bincount(drawn.ravel(), minlength=size * cables).reshape(size, cables)
        yield (weights @ flat).reshape(size, *counts.shape[1:])


def interval(samples: FloatArray) -> FloatArray:
    """The bounds of the middle 95 % of the samples.

    samples (ndarray): The first axis is samples; those that are not a number are left out.
    RETURNS (ndarray): The first axis is the lower and the upper bound.
    """
    bounds = numpy.full((2, *samples.shape[1:]), numpy.nan)
    known = ~numpy.isnan(samples).all(axis=0)
    bounds[:, known] = numpy.nanpercentile(samples[:, known], BOUNDS, axis=0)
    return bounds
