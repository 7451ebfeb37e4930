"""The slowest of n: how long a step takes that waits for everybody.

If one chip is done by time x with probability F(x), n independent chips are all
done with probability F(x)**n. Read backwards, the quantile of the slowest is a
quantile of one:

    Q_max(p) = Q(p ** (1/n))

That is exact for every distribution, and it needs one number, not n: to draw
the slowest of 10,440 takes one random number, as for 8.

The laws stand in ``lib.sync.laws``; here stand those made of n of them (the
slowest, the k-th, n with a common cause), of two of them (hedged and tied
requests) and of many in a row, and the published figures to hold them against.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import fft, optimize, special, stats

from lib import checks
from lib.sync.laws import (
    Constant,
    Empirical,
    Exponential,
    Law,
    Lognormal,
    Normal,
    Pareto,
    Plus,
    Scaled,
    Slowest,
    Uniform,
    bisect,
    check_law,
    corners,
    isf,
    kinks_of,
    nodes,
    sample,
)
from lib.tables import DATA
from lib.units import ms

# A chapter gets the laws and what is made of them from one place.
__all__ = [
    "CommonFactor",
    "Constant",
    "Empirical",
    "Estimate",
    "Exponential",
    "FanOutFit",
    "Hedged",
    "KthOf",
    "Law",
    "Lognormal",
    "Normal",
    "Pareto",
    "Plus",
    "Scaled",
    "Slowest",
    "Tied",
    "Uniform",
    "chance_any",
    "chance_each",
    "effective_n",
    "fan_out_fit",
    "mean_estimate",
    "measured_service",
    "published",
    "quantile_interval",
    "quantile_limit",
    "rank_interval",
    "rows",
    "sample",
    "sample_steps",
    "steps_quantile",
]


@lru_cache
def rows(table):
    """The rows of ``lib/data/<table>.csv``, numbers as numbers.

    Raises ValueError, naming the tables there are, for one that is not there.

    >>> rows("link_jitter")[0]["link"], rows("link_jitter")[0]["max_cycles"]
    ('A', 228.0)
    """

    def value(text):
        try:
            return float(text)
        except ValueError:
            return text

    checks.choice("table", table, sorted(path.stem for path in DATA.glob("*.csv")))
    with open(DATA / f"{table}.csv", newline="", encoding="utf-8") as file:
        return tuple({k: value(v) for k, v in row.items()} for row in csv.DictReader(file))


# -- chances ------------------------------------------------------------------------


def chance_any(chance, n):
    """The chance that at least one of n independent parts is slow.

        1 - (1 - chance)**n

    Arguments: ``chance`` that one is slow, 0 to 1; ``n`` parts; arrays broadcast.
    Raises ValueError for a chance outside 0 to 1 or n below 1. Source: dean2013.

    >>> round(chance_any(0.01, 100), 3), round(chance_any(1e-4, 2000), 3)
    (0.634, 0.181)
    """
    chance = checks.between("chance", chance, 0, 1)
    n = checks.whole("n", n)
    with np.errstate(divide="ignore"):
        return -np.expm1(n * np.log1p(-np.asarray(chance, float)))[()]


def chance_each(chance, n):
    """The chance that each of n may be slow, if any of them is with ``chance``.

        1 - (1 - chance)**(1/n)

    The inverse of ``chance_any``: what a part must keep so that the whole keeps it.

    >>> f"{chance_each(0.01, 100):.6f}"
    '0.000100'
    """
    chance = checks.between("chance", chance, 0, 1)
    n = checks.whole("n", n)
    with np.errstate(divide="ignore"):
        return -np.expm1(np.log1p(-np.asarray(chance, float)) / n)[()]


# -- the k-th, and common causes ---------------------------------------------------------


@dataclass(frozen=True, eq=False)
class KthOf(Law):
    """The time at which ``k`` of ``n`` independent parts are done.

        sf(x) = I_S(x)(n - k + 1, k)   (the regularised incomplete beta function)

    ``k = n`` is the slowest. Raises ValueError for k outside 1 to n.

    >>> leaf = Exponential(1.0)
    >>> round(KthOf(leaf, 1000, 950).ppf(0.5), 2), round(Slowest(leaf, 1000).ppf(0.5), 2)
    (2.98, 7.27)
    """

    law: Law
    n: int
    k: int

    def __post_init__(self):
        check_law("law", self.law)
        checks.keep(self, checks.whole, "n", "k")
        _at_most_n(self.k, self.n)

    def _sf(self, x):
        return special.betainc(np.subtract(self.n, self.k) + 1.0, self.k, self.law.sf(x))

    def _isf(self, q):
        left = np.subtract(self.n, self.k) + 1.0
        return isf(self.law, special.betaincinv(left, self.k, q))


@dataclass(frozen=True, eq=False)
class CommonFactor(Law):
    """The time at which ``k`` of ``n`` parts are done that share a cause of delay.

    Each part keeps its own law, but their ranks move together: a Gaussian copula
    with one common factor Z and correlation ``rho``,

        P(done by x) = E_Z[ P(k of n below (z(x) - sqrt(rho) Z) / sqrt(1 - rho)) ]

    ``rho = 0`` is independence; near 1 all parts are one. ``k`` defaults to n.
    Raises ValueError for rho outside 0 to 1 (1 excluded).

    >>> leaf = Exponential(1.0)
    >>> [round(CommonFactor(leaf, 100, r).ppf(0.5), 1) for r in (0, 0.5, 0.9)]
    [5.0, 3.3, 1.5]
    """

    law: Law
    n: int
    rho: float
    k: int | None = None

    def __post_init__(self):
        check_law("law", self.law)
        if self.k is None:
            object.__setattr__(self, "k", self.n)
        checks.keep(self, checks.whole, "n", "k")
        checks.keep(self, _correlation, "rho")
        _at_most_n(self.k, self.n)

    def _late(self, score):
        """Chance that fewer than k are done by the time of a normal score."""
        z, weight = normal_nodes(np.ndim(score))
        own = special.ndtr((np.sqrt(self.rho) * z - score) / np.sqrt(1 - self.rho))
        return np.sum(weight * special.betainc(self.n - self.k + 1.0, self.k, own), axis=0)

    def _sf(self, x):
        return self._late(-special.ndtri(self.law.sf(x)))

    def _isf(self, q):
        score = bisect(self._late, q, np.full(np.shape(q), -40.0), np.full(np.shape(q), 40.0))
        return isf(self.law, special.ndtr(-score))

    def sample(self, size, rng):
        """``size`` draws; two random numbers each whatever n is."""
        common = np.sqrt(self.rho) * rng.standard_normal(size)
        own = -special.ndtri(rng.beta(self.n - self.k + 1, self.k, size))
        return isf(self.law, special.ndtr(-(common + np.sqrt(1 - self.rho) * own)))


# -- many steps -----------------------------------------------------------------------


@dataclass(frozen=True)
class Estimate:
    """A Monte-Carlo figure with its standard error."""

    value: float
    error: float

    def agrees(self, expected, errors=4.0):
        """Whether ``expected`` lies within so many standard errors."""
        return bool(np.all(np.abs(self.value - expected) <= errors * self.error))


def mean_estimate(samples):
    """The mean of samples and its standard error, over the last axis."""
    samples = np.asarray(samples, float)
    count = samples.shape[-1]
    if count < 2:
        raise ValueError(f"samples: got {count}; takes two or more")
    return Estimate(samples.mean(-1), samples.std(-1, ddof=1) / np.sqrt(count))


def quantile_interval(samples, p, confidence=0.99):
    """The range that holds the true p-quantile with ``confidence``, from its samples alone.

    The number of samples below the true quantile is binomial, whatever the law; the
    range lies between two of the sorted samples. Returns (low, high), infinite where
    there are too few samples to say.

    >>> low, high = quantile_interval(np.arange(150.0), 0.99)
    >>> low, high
    (144.0, inf)
    """
    samples = np.sort(np.asarray(checks.finite("samples", samples), float).ravel())
    p = checks.between("p", p, 0, 1)
    confidence = checks.between("confidence", confidence, 0, 1)
    below = stats.binom(samples.size, p)
    first = below.ppf((1 - confidence) / 2).astype(int) - 1
    last = below.ppf((1 + confidence) / 2).astype(int)
    padded = np.concatenate([[-np.inf], samples, [np.inf]])
    return padded[np.maximum(first + 1, 0)][()], padded[np.minimum(last, samples.size) + 1][()]


def rank_interval(p, requests, confidence=0.95):
    """Which quantile the p-quantile of so many measured requests really is.

    The share of all requests below the k-th of N measured ones has a beta law
    with parameters k and N + 1 - k. Returns (low, high).

    >>> low, high = rank_interval(0.99, 150)
    >>> print(f"the measured p99 of 150 requests lies between p{low:.1%} and p{high:.2%}")
    the measured p99 of 150 requests lies between p96.3% and p99.84%
    """
    p = checks.between("p", p, 0, 1)
    requests = checks.whole("requests", requests)
    k = np.clip(np.ceil(np.multiply(p, requests)), 1, requests)
    edge = (1 - checks.between("confidence", confidence, 0, 1)) / 2
    beta = stats.beta(k, requests + 1 - k)
    return beta.ppf(edge)[()], beta.ppf(1 - edge)[()]


def sample_steps(law, steps, draws, rng):
    """``draws`` times of a request whose ``steps`` follow each other, each of one law.

    For a request that waits for the slowest of n at every step, the law is
    ``Slowest(law, n)``: steps x draws random numbers, whatever n is.

    Returns seconds, shape (draws,); ``mean_estimate`` and ``quantile_interval``
    state the error.
    """
    steps, draws = checks.count("steps", steps), checks.count("draws", draws)
    total = np.zeros(draws)
    for _ in range(steps):
        total += sample(law, draws, rng)
    return total


def steps_quantile(law, steps, p, cells=4096, cut=1e-12):
    """Bounds on the p-quantile of the sum of ``steps`` independent times of one law.

    The law is cut into ``cells`` equal cells and summed by its Fourier transform.
    Rounding every time down to its cell gives a lower bound on each quantile,
    rounding up an upper bound; they differ by ``steps`` cells. ``cut`` is the chance
    that any step leaves the cells; it goes to the side that keeps the bounds true.

    Returns (low, high) in seconds, the shape of p.
    Raises ValueError for p closer to 1 than ``cut``.

    >>> low, high = steps_quantile(Exponential(1.0), 10, 0.99)
    >>> print(f"{low:.2f} to {high:.2f}")
    18.75 to 18.82
    """
    check_law("law", law)
    steps, cells = checks.count("steps", steps), checks.count("cells", cells)
    if not 0 < cut < 0.5:
        raise ValueError(f"cut: got {cut!r}; takes a chance above 0 and below 0.5")
    p = np.asarray(checks.between("p", p, 0, 1 - 2 * cut, f"a number from 0 to 1 - {2 * cut:g}"))
    bottom = float(law.isf(1.0))
    if not np.isfinite(bottom):
        bottom = float(law.isf(1 - cut / steps))
    top = float(law.isf(cut / steps))
    if top == bottom:
        return steps * bottom + 0.0 * p, steps * bottom + 0.0 * p
    # One cell more than the law needs: a law that ends at top has its last mass inside.
    edges = np.linspace(bottom, top, cells + 1)
    mass = -np.diff(law.sf(edges))
    mass[0] += 1 - law.sf(edges[0])
    if law.sf(top) > 2 * cut / steps:
        raise ValueError(f"law: got chance {law.sf(top):g} beyond its own quantile; takes a law")
    mass[-1] += max(0.0, 1 - cut / steps - mass.sum())
    length = steps * (cells - 1) + 1
    size = fft.next_fast_len(length, real=True)
    total = fft.irfft(fft.rfft(mass, size) ** steps, size)[:length]
    below = np.cumsum(np.maximum(total, 0.0))
    width = (top - bottom) / cells
    low = np.searchsorted(below + cut, p)
    high = np.minimum(np.searchsorted(below, p), length - 1)
    return steps * bottom + low * width, steps * bottom + (high + steps) * width


# -- dependence ------------------------------------------------------------------------


def effective_n(law, p, value):
    """The number of independent parts whose slowest has its p-quantile at ``value``.

        n = log p / log F(value)

    If the parts are independent and their law is right, every quantile gives the
    same n. Where the quantiles of one table give different numbers, one of the two is
    wrong.

    >>> leaf = Exponential(1.0)
    >>> round(effective_n(leaf, 0.9, Slowest(leaf, 72).ppf(0.9)), 6)
    72.0
    """
    p = checks.between("p", p, 0, 1)
    late = np.asarray(law.sf(checks.finite("value", value)))
    with np.errstate(divide="ignore"):
        return (np.log(p) / np.log1p(-late))[()]


def quantile_limit(law, p, late_share):
    """The longest that the p-quantile can be of the time until few parts are late.

    "Until a share 1 - s of the parts is done", whatever the dependence between them:
    if with chance 1 - p a share s or more is late at x, then on average (1 - p) s
    are, and that is the chance that a part taken at random is late. So

        Q(p) <= Q_law(1 - (1 - p) s)

    For the slowest of n, ``late_share`` is 1/n. A measurement above this limit does
    not refute independence: it refutes that both rows were measured on the same parts.

    >>> leaf = Empirical([0.5, 0.95, 0.99], [1.0, 5.0, 10.0])
    >>> round(quantile_limit(leaf, 0.5, 0.05), 2)
    7.15
    """
    p = checks.between("p", p, 0, 1)
    late_share = checks.fraction("late_share", late_share)
    return law.isf((1 - np.asarray(p)) * late_share)


# -- two chances -----------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Hedged(Law):
    """The first answer of two: a second request leaves ``delay`` seconds after the first.

        sf(x) = S(x) for x < delay, P(first > x and second > x - delay) from there on

    ``rho`` is the correlation of the two (a Gaussian copula); 0 makes the second factor
    S(x - delay). Source: dean2013.

    >>> server = Exponential(10e-3)
    >>> print(f"{Hedged(server, 20e-3).ppf(0.99) * 1e3:.1f} for {server.ppf(0.99) * 1e3:.1f} ms")
    33.0 for 46.1 ms
    """

    law: Law
    delay: float
    rho: float = 0.0

    def __post_init__(self):
        check_law("law", self.law)
        checks.keep(self, checks.not_negative, "delay")
        checks.keep(self, _correlation, "rho")

    @property
    def extra(self):
        """Share of requests that are sent a second time: those slower than the delay."""
        return self.law.sf(self.delay)

    @property
    def _kinks(self):
        bends = [isf(self.law, np.asarray(k)) for k in kinks_of(self.law)]
        bends = [self.delay, *bends, *(b + self.delay for b in bends)]
        return tuple(self._sf(np.asarray(b)) for b in bends)

    def _sf(self, x):
        first, second = self.law.sf(x), self.law.sf(np.maximum(x - self.delay, 0.0))
        if np.all(np.equal(self.rho, 0)):
            both = first * second
        else:
            both = _both(first, second, self.rho)
        return np.where(x < self.delay, first, both)

    def _isf(self, q):
        return bisect(self._sf, q, isf(self.law, np.ones_like(q)), isf(self.law, q))

    def sample(self, size, rng):
        """``size`` draws of the first answer."""
        common = rng.standard_normal(size) * np.sqrt(self.rho)
        times = []
        for _ in range(2):
            score = common + rng.standard_normal(size) * np.sqrt(1 - self.rho)
            times.append(isf(self.law, special.ndtr(-score)))
        return np.minimum(times[0], self.delay + times[1])


@dataclass(frozen=True, eq=False)
class Tied(Law):
    """A request queued at two servers, of which the first to begin cancels the other.

        the first end of two waits (the second enqueued ``delay`` later) + one service

    Only the wait is drawn twice: that is the difference to a hedged request, in
    latency and in load. Arguments: ``wait`` and ``service`` laws; ``delay`` seconds;
    ``rho`` the correlation of the two waits. Source: dean2013.

    >>> wait, service = Exponential(10e-3), Constant(5e-3)
    >>> round(Tied(wait, service, delay=0.0).mean() * 1e3, 6)
    10.0
    """

    wait: Law
    service: Law
    delay: float = 0.0
    rho: float = 0.0

    def __post_init__(self):
        check_law("service", self.service)
        wait = Hedged(self.wait, self.delay, self.rho)
        object.__setattr__(self, "_sum", Plus(wait, self.service))

    def _sf(self, x):
        return self._sum._sf(x)

    def _isf(self, q):
        return self._sum._isf(q)

    def mean(self):
        """Mean wait of the two plus mean service."""
        return self._sum.mean()

    def std(self):
        """The root of the summed variances."""
        return self._sum.std()

    def sample(self, size, rng):
        """``size`` draws."""
        return self._sum.sample(size, rng)

    def doubled(self, message):
        """Share of requests that both servers begin, if word takes ``message`` seconds.

        The two waits end within one message of each other. A second request that
        leaves two messages after the first never doubles where both queues are empty.
        Independent waits only.
        """
        message = checks.not_negative("message", message)
        if self.rho:
            raise ValueError(f"rho: got {self.rho}; takes 0 (independent waits) here")
        shifts = (self.delay - message, self.delay + message)
        kinks = [self.wait.sf(c - shift) for c in corners(self.wait) for shift in shifts]
        q, weight = nodes((*kinks_of(self.wait), *kinks), 0)
        other = isf(self.wait, q)
        early = self.wait.sf(other + self.delay - message)
        late = self.wait.sf(other + self.delay + message)
        return float(np.sum(weight * (early - late)))


# -- the published figures ----------------------------------------------------------------


def published(case, policy="none"):
    """Quantiles that Dean and Barroso print for a case: (p, seconds).

    Source: dean2013, its tables 1 and 2 and the hedging example.

    >>> p, times = published("all leaves")
    >>> p, times * 1e3
    (array([0.5 , 0.95, 0.99]), array([ 40.,  87., 140.]))
    """
    found = [r for r in rows("tail_at_scale") if (r["case"], r["policy"]) == (case, policy)]
    if not found:
        known = sorted({f"{r['case']} / {r['policy']}" for r in rows("tail_at_scale")})
        raise ValueError(f"case: got {case!r} / {policy!r}; takes one of {', '.join(known)}")
    p = np.array([r["percentile"] for r in found]) / 100
    return np.round(p, 6), np.array([r["milliseconds"] for r in found]) * ms


def measured_service(provider, metric="end_to_end_latency_s", tail=""):
    """The law of request latency of a hosted LLaMA-2 70B service, from its measured quantiles.

    Raises ValueError for a provider or metric that the table lacks.
    Source: llmperf2023 (150 requests each; see ``rank_interval`` for what their p99 is worth).
    """
    table = rows("llmperf_70b_quantiles")
    for row in table:
        if (row["provider"], row["metric"]) == (provider, metric):
            columns = [c for c in row if c[0] == "p" and c[1:].isdigit()]
            p = [int(c[1:]) / 100 for c in columns]
            return Empirical.of_requests(p, [row[c] for c in columns], row["requests"], tail)
    known = ", ".join(dict.fromkeys(r["provider"] for r in table))
    raise ValueError(f"provider: got {provider!r} with {metric!r}; takes one of {known}")


@dataclass(frozen=True)
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
    late = 0.05

    transform = {"common factor": special.expit, "shared delay": np.exp}.get(model)

    def laws(theta):
        # A share of the leaves must be a whole number of them, so n is whole too.
        n = max(round(float(np.exp(theta[0]))), 20)
        k = n - int(late * n)
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


# -- inside ------------------------------------------------------------------------------


def _correlation(name, value):
    takes = "a correlation from 0 up to but not including 1"
    return checks.between(name, value, 0, np.nextafter(1.0, 0), takes)


def _at_most_n(k, n):
    k, n = np.broadcast_arrays(k, n)
    if np.any(k > n):
        worst = np.flatnonzero((k > n).ravel())[0]
        raise ValueError(f"k: got {k.flat[worst]}; takes at most n = {n.flat[worst]}")


def normal_nodes(dimensions):
    """Normal scores and weights that integrate over a standard normal, new axis first."""
    z = np.linspace(-9.0, 9.0, 289).reshape((-1,) + (1,) * dimensions)
    weight = np.exp(-z * z / 2)
    return z, weight / weight.sum()


def _both(first, second, rho):
    """The chance that two correlated times both exceed theirs (Gaussian copula)."""
    a, b = -special.ndtri(first), -special.ndtri(second)
    z, weight = normal_nodes(max(np.ndim(a), np.ndim(b)))
    given = [special.ndtr((np.sqrt(rho) * z - score) / np.sqrt(1 - rho)) for score in (a, b)]
    return np.sum(weight * given[0] * given[1], axis=0)
