"""The slowest of n: how long a step takes that waits for everybody.

If one chip is done by time x with probability F(x), n independent chips are all
done with probability F(x)**n. Read backwards, the quantile of the slowest is a
quantile of one:

    Q_max(p) = Q(p ** (1/n))

That is exact for every distribution, and it needs one number, not n: to draw
the slowest of 10,440 takes one random number, as for 8.

The laws and the slowest of n stand in ``lib.sync.laws``; here stand the k-th of n, n with a
common cause, the first of two (hedged requests) and many in a row. ``lib.evidence.measured`` has
the published figures to hold them against.
"""

from dataclasses import dataclass

import numpy as np
from scipy import fft, special

from lib import checks
from lib.sync.laws import Law, bisect, check_law, inside, isf, kinks_of

# -- chances ------------------------------------------------------------------------


def chance_any(chance, n):
    """The chance that at least one of n independent parts is slow, misses, or fails.

        1 - (1 - chance)**n

    Arguments: ``chance`` that one is slow, 0 to 1; ``n`` parts; arrays broadcast.
    Raises ValueError for a chance outside 0 to 1 or n below 1. Source: dean2013.

    >>> round(chance_any(0.01, 100), 3), round(chance_any(1e-4, 2000), 3)
    (0.634, 0.181)
    """
    chance, n = checks.between("chance", chance, 0, 1), checks.whole("n", n)
    with np.errstate(divide="ignore"):
        return -np.expm1(n * np.log1p(np.negative(chance)))


def chance_each(chance, n):
    """The chance that each of n may be slow, if any of them is with ``chance``.

        1 - (1 - chance)**(1/n)

    The inverse of ``chance_any``: what a part must keep so that the whole keeps it. It is
    also what n tries without an event are worth: with confidence ``chance`` the event is no
    likelier than this, about 3/n for 95%.

    >>> f"{chance_each(0.01, 100):.6f}", f"{chance_each(0.95, 100_000):.1e}"
    ('0.000100', '3.0e-05')
    """
    chance, n = checks.between("chance", chance, 0, 1), checks.whole("n", n)
    with np.errstate(divide="ignore"):
        return -np.expm1(np.log1p(np.negative(chance)) / n)


# -- the k-th, and common causes ---------------------------------------------------------


@dataclass(frozen=True, eq=False)
class KthOf(Law):
    """The time at which ``k`` of ``n`` independent parts are done.

        sf(x) = I_S(x)(n - k + 1, k)   (the regularised incomplete beta function)

    ``k = n`` is the slowest. Raises ValueError for k outside 1 to n.

    >>> from lib.sync.laws import Exponential, Slowest
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
        checks.between("k", self.k, 1, self.n, "at most n")

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

    ``rho = 0`` is independence; near 1 all parts are one. ``k`` defaults to n. Arrays broadcast.
    Raises ValueError for rho outside 0 to 1 (1 excluded).

    >>> from lib.sync.laws import Exponential
    >>> leaf = Exponential(1.0)
    >>> CommonFactor(leaf, 100, [0, 0.5, 0.9]).ppf(0.5).round(1)
    array([5. , 3.3, 1.5])
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
        checks.between("k", self.k, 1, self.n, "at most n")

    def _late(self, score):
        """Chance that fewer than k are done by the time of a normal score."""
        score, n, k, rho = np.broadcast_arrays(score, self.n, self.k, self.rho)
        z, weight = _normal_nodes(score.ndim)
        own = special.ndtr((np.sqrt(rho) * z - score) / np.sqrt(1 - rho))
        return np.sum(weight * special.betainc(n - k + 1.0, k, own), axis=0)

    def _sf(self, x):
        return self._late(-special.ndtri(self.law.sf(x)))

    def _isf(self, q):
        q = np.broadcast_arrays(q, self.n, self.k, self.rho)[0]
        return isf(self.law, special.ndtr(-bisect(self._late, q, -40.0, 40.0)))

    def sample(self, size, rng):
        """``size`` draws; two random numbers each whatever n is."""
        common = np.sqrt(self.rho) * rng.standard_normal(size)
        own = -special.ndtri(rng.beta(np.subtract(self.n, self.k) + 1, self.k, size))
        return isf(self.law, special.ndtr(-(common + np.sqrt(1 - self.rho) * own)))


# -- many steps -----------------------------------------------------------------------


@dataclass(frozen=True)
class Estimate:
    """A Monte-Carlo figure with its standard error."""

    value: float
    error: float


def mean_estimate(samples):
    """The mean of samples and its standard error, over the last axis.

    >>> mean_estimate([1.0, 2.0, 3.0]).value
    2.0
    """
    samples = np.atleast_1d(np.asarray(checks.finite("samples", samples), float))
    count = samples.shape[-1]
    if count < 2:
        raise ValueError(f"samples: got {count}; takes two or more")
    return Estimate(samples.mean(-1), samples.std(-1, ddof=1) / np.sqrt(count))


def rank_interval(p, requests, confidence=0.95):
    """Which quantile the p-quantile of so many measured requests really is.

    The measured p-quantile is the k-th of N, k = p N rounded up; the share of all requests
    below the k-th of N measured ones has a beta law with parameters k and N + 1 - k.
    Returns (low, high): with half of the rest of the confidence each, the true rank is lower or
    higher.

    >>> low, high = rank_interval(0.99, 150)
    >>> print(f"the measured p99 of 150 requests lies between p{low:.1%} and p{high:.2%}")
    the measured p99 of 150 requests lies between p96.3% and p99.84%
    """
    p, requests = checks.between("p", p, 0, 1), checks.whole("requests", requests)
    edge = (1 - checks.between("confidence", confidence, 0, 1)) / 2
    # 0.07 x 100 is a hair more than 7 to a computer, and is the 7th nevertheless.
    k = np.clip(np.ceil(np.multiply(p, requests) * (1 - 2.0**-51)), 1, requests)
    return tuple(special.betaincinv(k, requests + 1 - k, q)[()] for q in (edge, 1 - edge))


def steps_quantile(law, steps, p, cells=4096, cut=1e-12):
    """Bounds on the p-quantile of the sum of ``steps`` independent times of one law.

    The law is cut into ``cells`` equal cells and summed by its Fourier transform.
    Rounding every time down to its cell gives a lower bound on each quantile,
    rounding up an upper bound; they differ by ``steps`` cells. ``cut`` is the chance
    that any step leaves the cells; it goes to the side that keeps the bounds true.

    Returns (low, high) in seconds, the shape of p.
    Raises ValueError for p closer to 1 than ``cut``.

    >>> from lib.sync.laws import Exponential
    >>> low, high = steps_quantile(Exponential(1.0), 10, 0.99)
    >>> print(f"{low:.2f} to {high:.2f}")
    18.75 to 18.82
    """
    steps, cells = checks.count("steps", steps), checks.count("cells", cells)
    cut = checks.between("cut", checks.single("cut", cut), 1e-200, 0.25)
    p = np.asarray(checks.between("p", p, 0, 1 - 2 * cut, f"a number from 0 to 1 - {2 * cut:g}"))
    bottom, top = check_law("law", law).isf(1.0), law.isf(cut / steps)
    bottom = np.where(np.isfinite(bottom), bottom, law.isf(1 - cut / steps))[()]
    bottom, top = checks.single("law", bottom), checks.single("law", top)
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


def effective_n(law, p, value):
    """The number of independent parts whose slowest has its p-quantile at ``value``.

        n = log p / log F(value)

    If the parts are independent and their law is right, every quantile gives the
    same n. Where the quantiles of one table give different numbers, one of the two is
    wrong. 0 for a value that even one part exceeds always, infinity for one it never does.

    >>> from lib.sync.laws import Exponential, Slowest
    >>> leaf = Exponential(1.0)
    >>> round(effective_n(leaf, 0.9, Slowest(leaf, 72).ppf(0.9)), 6)
    72.0
    """
    late = check_law("law", law).sf(checks.finite("value", value))
    with np.errstate(divide="ignore"):
        return np.abs(np.log(inside("p", p)) / np.log1p(-late))


# -- two chances -----------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Hedged(Law):
    """The first answer of two: a second request leaves ``delay`` seconds after the first.

        sf(x) = S(x) for x < delay, P(first > x and second > x - delay) from there on

    ``rho`` is the correlation of the two (a Gaussian copula); 0 makes the second factor
    S(x - delay). With the wait alone for a law and the service added after, it is a tied
    request, of which the first to begin cancels the other. Arrays broadcast. Source: dean2013.

    >>> from lib.sync.laws import Exponential
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
        return np.where(x < self.delay, first, _both(first, second, self.rho))

    def _isf(self, q):
        return bisect(self._sf, q, isf(self.law, np.ones_like(q)), isf(self.law, q))

    def sample(self, size, rng):
        """``size`` draws of the first answer."""
        common = rng.standard_normal(size) * np.sqrt(self.rho)
        scores = (common + rng.standard_normal(size) * np.sqrt(1 - self.rho) for _ in range(2))
        first, second = (isf(self.law, special.ndtr(-score)) for score in scores)
        return np.minimum(first, self.delay + second)


# -- inside ------------------------------------------------------------------------------


def _correlation(name, value):
    takes = "a correlation from 0 up to but not including 1"
    return checks.between(name, value, 0, np.nextafter(1.0, 0), takes)


def _normal_nodes(dimensions):
    """Normal scores and weights that integrate over a standard normal, new axis first."""
    z = np.linspace(-24.0, 24.0, 769).reshape((-1,) + (1,) * dimensions)
    weight = np.exp(-z * z / 2)
    return z, weight / weight.sum()


def _both(first, second, rho):
    """The chance that two correlated times both exceed theirs (Gaussian copula)."""
    if np.all(np.equal(rho, 0)):  # the same, without the integral
        return first * second + 0.0 * np.asarray(rho)
    a, b, rho = np.broadcast_arrays(-special.ndtri(first), -special.ndtri(second), rho)
    z, weight = _normal_nodes(a.ndim)
    given = [special.ndtr((np.sqrt(rho) * z - score) / np.sqrt(1 - rho)) for score in (a, b)]
    return np.sum(weight * given[0] * given[1], axis=0)
