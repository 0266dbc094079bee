"""Confidence intervals by the bootstrap: cables are resampled with replacement."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import NormalDist
from typing import TypeAlias

import numpy
import numpy.typing

IntArray: TypeAlias = numpy.typing.NDArray[numpy.int64]
FloatArray: TypeAlias = numpy.typing.NDArray[numpy.float64]

#: The share of intervals that should contain the value of all cables.
LEVEL = 0.95
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


def interval(samples: FloatArray, cables: int) -> FloatArray:
    """Compute the bounds of the 95 % interval: expanded percentiles (Hesterberg 2015, What Teachers Should Know About
    the Bootstrap, section 5.3). Plain percentiles are too narrow for few cables; these are as wide as Student's t.

    samples (ndarray): The samples, along the first axis. NaNs are ignored.
    cables (int): The number of cables that were resampled.
    RETURNS (ndarray): The lower and the upper bound, along the first axis.
    """
    bounds = numpy.full((2, *samples.shape[1:]), numpy.nan)
    known = ~numpy.isnan(samples).all(axis=0)
    if known.any():
        tail = 100 * tail_share(cables)
        bounds[:, known] = numpy.nanpercentile(samples[:, known], (tail, 100 - tail), axis=0)
    return bounds


def tail_share(cables: int) -> float:
    """Compute the share of samples on each side of the interval: 0.025 for many cables, less for few.

    cables (int): The number of cables that were resampled.
    RETURNS (float): The share.
    """
    freedom = cables - 1
    if freedom < 1:
        return 0.0
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    # The quantile of Student's t, expanded in powers of 1/freedom (Abramowitz and Stegun 1964, formula 26.7.5).
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    t = sum(term / freedom**power for power, term in enumerate(terms))
    return NormalDist().cdf(-math.sqrt(cables / freedom) * t)
