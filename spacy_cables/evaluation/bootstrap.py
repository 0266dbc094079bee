"""Confidence intervals by the bootstrap: cables are resampled with replacement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy
import numpy.typing

IntArray: TypeAlias = numpy.typing.NDArray[numpy.int64]
FloatArray: TypeAlias = numpy.typing.NDArray[numpy.float64]

#: Percentiles of the bounds of the interval.
BOUNDS = (2.5, 97.5)
# The number of resampled counts in memory at a time.
_BLOCK = 20_000_000


def resample(counts: IntArray, n_bootstrap: int, seed: int) -> Iterator[FloatArray]:
    """Resample the cables with replacement, and sum their counts.

    counts (ndarray): Counts. The first axis is cables. The same seed draws the same cables for any counts, so that two
        systems on one reference are resampled in pairs.
    n_bootstrap (int): The number of samples.
    seed (int): The random seed.
    YIELDS (ndarray): The totals of a batch of samples. The first axis is samples.
    """
    cables = len(counts)
    # The stream of this generator is frozen: all versions of numpy draw the same cables.
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
    """Compute the bounds of the middle 95 % of the samples.

    samples (ndarray): The samples, along the first axis. NaNs are ignored.
    RETURNS (ndarray): The lower and the upper bound, along the first axis.
    """
    bounds = numpy.full((2, *samples.shape[1:]), numpy.nan)
    known = ~numpy.isnan(samples).all(axis=0)
    bounds[:, known] = numpy.nanpercentile(samples[:, known], BOUNDS, axis=0)
    return bounds
