"""What tests of simulations share: what samples tell of a mean and of a quantile."""

import numpy as np
from scipy import stats


def agrees(estimate, expected, errors=4.0):
    """Whether ``expected`` lies within so many standard errors of an estimate."""
    return bool(np.all(np.abs(estimate.value - expected) <= errors * estimate.error))


def quantile_interval(samples, p, confidence=0.99):
    """The range that holds the true p-quantile with ``confidence``, whatever the law.

    The number of samples below the true quantile is binomial; the range lies between two of
    the sorted samples, and is infinite where there are too few samples to say.
    """
    samples = np.sort(np.asarray(samples, float).ravel())
    below = stats.binom(samples.size, p)
    first, last = (int(below.ppf((1 + side * confidence) / 2)) for side in (-1, 1))
    padded = np.concatenate([[-np.inf], samples, [np.inf]])
    return padded[first], padded[last + 1]
