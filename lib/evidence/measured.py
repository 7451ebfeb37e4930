"""Laws of what others measured: leaves, hosted services, all-reduces and links between chips.

The models of ``lib.sync`` take any law of times. Here are those that somebody measured, each made
of what its source prints: quantiles, least and greatest, a mean and a standard deviation. How much
they say about a tail, the number of measurements decides.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import optimize, special, stats

from lib import checks, tables
from lib.sync.laws import Empirical, Lognormal, Normal, Plus, Scaled, Slowest
from lib.sync.tail import CommonFactor, KthOf
from lib.units import ms, us


def _rows(table, **values):
    """Rows of a table that have these values; ValueError, with what there is, for one it lacks."""
    rows = tables.csv(table)
    for name, value in values.items():
        checks.choice(name, value, rows[name].unique().tolist())
        rows = rows[rows[name] == value]
    return rows


# -- leaves of a search ----------------------------------------------------------------------


def published(case, policy="none"):
    """Quantiles that Dean and Barroso print for a case: (p, seconds).

    Source: dean2013, its tables 1 and 2 and the hedging example.

    >>> p, times = published("all leaves")
    >>> p, times * 1e3
    (array([0.5 , 0.95, 0.99]), array([ 40.,  87., 140.]))
    """
    found = _rows("tail_at_scale", case=case, policy=policy)
    return (found["percentile"] / 100).round(6).to_numpy(), found["milliseconds"].to_numpy() * ms


@dataclass(frozen=True, eq=False)
class FanOutFit:
    """A model of table 1, fitted: ``n`` leaves, its one other parameter, and what it predicts.

    ``early`` and ``all`` are predicted quantiles in seconds of the time until 95% and
    all of the leaves are done; ``error`` is the mean absolute logarithm of predicted over
    measured, over all six.
    """

    n: float
    parameter: float
    early: np.ndarray
    all: np.ndarray
    error: float


@lru_cache
def fan_out_fit(model):
    """Dean and Barroso's table 1 fitted with one of three models.

    All take the lognormal leaf through the first row and fit the other two rows.

    - ``"independent"``: n leaves and nothing else
    - ``"common factor"``: n leaves whose ranks are correlated, parameter rho
    - ``"shared delay"``: n independent leaves after a delay that all of a request
      share, of the leaf's own law times a factor, the parameter

    Source: dean2013, table 1.

    >>> for model in ("independent", "common factor", "shared delay"):
    ...     print(f"{model}: {fan_out_fit(model).error:.2f}")
    independent: 0.95
    common factor: 0.72
    shared delay: 0.08
    """
    checks.choice("model", model, ("independent", "common factor", "shared delay"))
    leaf = Lognormal.through(*published("one random leaf"))
    p, early = published("95% of leaves")
    _, every = published("all leaves")
    transform = {"common factor": special.expit, "shared delay": np.exp}.get(model)

    def laws(theta):
        # A share of the leaves must be a whole number of them, so n is whole too.
        n = max(round(float(np.exp(theta[0]))), 20)
        k = n - n // 20
        if model == "independent":
            return KthOf(leaf, n, k), Slowest(leaf, n)
        parameter = float(transform(theta[1]))
        if model == "common factor":
            return CommonFactor(leaf, n, parameter, k), CommonFactor(leaf, n, parameter)
        delay = Scaled(leaf, parameter)
        return Plus(KthOf(leaf, n, k), delay), Plus(Slowest(leaf, n), delay)

    def misses(theta):
        most, whole = laws(theta)
        return np.log(np.concatenate([most.ppf(p) / early, whole.ppf(p) / every]))

    start = [np.log(5000.0)] if model == "independent" else [np.log(5000.0), 0.5]
    found = optimize.least_squares(misses, start, diff_step=0.02)
    miss = misses(found.x)
    return FanOutFit(
        n=float(np.exp(found.x[0])),
        parameter=float(transform(found.x[1])) if transform else 0.0,
        early=early * np.exp(miss[:3]),
        all=every * np.exp(miss[3:]),
        error=float(np.abs(miss).mean()),
    )


# -- services and all-reduces ----------------------------------------------------------------


def measured_service(provider, metric="end_to_end_latency_s"):
    """The law of request latency of a hosted LLaMA-2 70B service, from its measured quantiles.

    Raises ValueError for a provider or metric that the table lacks.
    Source: llmperf2023 (150 requests each; see ``rank_interval`` for what their p99 is worth).

    >>> round(measured_service("groq").ppf(0.5), 3)
    0.805
    """
    found = _rows("llmperf_70b_quantiles", provider=provider, metric=metric)
    quantiles = found.filter(regex=r"^p\d+$").iloc[0]
    p = [int(name[1:]) / 100 for name in quantiles.index]
    return Empirical.of_requests(p, quantiles.to_numpy(float), int(found["requests"].iloc[0]))


def measured_allreduce(gpus, message_bytes):
    """The law of an all-reduce on H100, from its measured least, median and greatest time.

    Arguments: ``gpus`` 2, 4 or 8; ``message_bytes`` of a row of the table. It was measured three
    times, for the full table's mean and standard deviation are those of these three numbers.
    So few say nothing about a tail: the law stops at the greatest.

    Raises ValueError, naming what there is, for a row that the table lacks.
    Source: agrawal2024vidur.

    >>> law = measured_allreduce(8, 18432)
    >>> print(f"{law.ppf(0.5) * 1e6:.0f} us")
    29 us
    """
    gpus, size = checks.count("gpus", gpus), checks.count("message_bytes", message_bytes)
    rows = _rows("h100_allreduce", gpus=gpus, message_bytes=size)
    times = rows[["min_us", "median_us", "max_us"]].iloc[0].to_numpy(float) * us
    return Empirical.of_requests([0, 0.5, 1], times, 3, tail="stop")


# -- links -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class LinkJitter:
    """Measured latency of one link: least, mean, greatest and standard deviation, in cycles."""

    link: str
    least: float
    mean: float
    greatest: float
    std: float
    iterations: int

    def normal(self, frequency):
        """Jitter around the mean as a normal law, in seconds."""
        return Normal(0.0, self.std / checks.positive("frequency", frequency))

    def bounded(self, frequency):
        """Jitter around the mean as a law with the measured ends, mean and deviation.

        A beta law between the least and the greatest latency seen. Nothing was seen
        outside them, which is not to say that nothing can be: see
        ``lib.sync.tail.chance_each``.
        """
        cycle = 1 / checks.positive("frequency", frequency)
        span = self.greatest - self.least
        centre, variance = (self.mean - self.least) / span, (self.std / span) ** 2
        size = centre * (1 - centre) / variance - 1
        law = stats.beta(centre * size, (1 - centre) * size)
        return Scaled(law, span * cycle, (self.least - self.mean) * cycle)

    def expected_extremes(self):
        """Least and greatest of the iterations if the latency were normal, in cycles.

        The medians of the extremes of so many normal draws.

        >>> low, high = link_jitter("A").expected_extremes()
        >>> print(f"{low:.1f} to {high:.1f}, seen 209 to 228")
        204.1 to 229.6, seen 209 to 228
        """
        far = -special.ndtri(-np.expm1(np.log(0.5) / self.iterations)) * self.std
        return self.mean - far, self.mean + far


def link_jitter(link):
    """The measured latency of one of the seven links, A to G.

    Source: abts2022, table 2.

    >>> link_jitter("C").greatest
    226.0
    """
    row = _rows("link_jitter", link=link).iloc[0]
    names = ("min_cycles", "mean_cycles", "max_cycles", "std_cycles", "iterations")
    return LinkJitter(link, *(float(row[name]) for name in names))


def link_jitters():
    """The measured latency of each of the seven links, a list."""
    return [link_jitter(link) for link in tables.csv("link_jitter")["link"]]


def worst_lateness():
    """Cycles by which the latest arrival follows the mean, on the link where that is most.

    >>> round(worst_lateness(), 2)
    11.13
    """
    return max(link.greatest - link.mean for link in link_jitters())
