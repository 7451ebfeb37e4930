"""Laws: distributions of times, kept by their upper tails.

A law is anything with ``sf(x)``, the chance to take longer than x, and its inverse
``isf(q)``: the small records below, or a frozen distribution of scipy.stats. The
upper tail is where the slowest of many lies, and there 1 - 1e-20 is 1 to a
computer while 1e-20 is not: so chances to be late are kept, not chances to be in time.

Means and deviations come from one integral over ``isf``. It looks at the tail as far as a
chance of 1e-100; one that is still as heavy as 1/x there has no mean, and the answer is
infinity. Parameters may be arrays; then a law is as many laws.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from lib import checks

_ANY = "a number, which may be infinite"


class Law:
    """A distribution of a time, by its upper tail.

    ``sf(x)`` is the chance to exceed x and ``isf(q)`` the x that is exceeded with
    chance q; ``ppf`` is the same from below. Names and meaning are those of scipy.stats.

    >>> Exponential(2.0).mean(), Pareto(1.0, 0.9).mean()
    (2.0, inf)
    """

    def sf(self, x):
        """The chance to take longer than x; ValueError for NaN."""
        return self._sf(np.multiply(checks.between("x", x, -np.inf, np.inf, _ANY), 1.0))[()]

    def isf(self, q):
        """The time that is exceeded with chance q; ValueError for q outside 0 to 1."""
        return self._isf(np.multiply(checks.between("q", q, 0, 1), 1.0))[()]

    def ppf(self, p):
        """The p-quantile; ValueError for p outside 0 to 1."""
        return self._isf(np.subtract(1.0, checks.between("p", p, 0, 1)))[()]

    def mean(self):
        """The mean; infinite where the tail is too heavy for one."""
        middle, first, _ = _moments(self)
        return (middle + first)[()]

    def std(self):
        """The standard deviation; infinite where the tail is too heavy for one."""
        _, first, second = _moments(self)
        with np.errstate(invalid="ignore"):
            variance = np.where(np.isfinite(second), second - first**2, np.inf)
        return np.sqrt(np.maximum(variance, 0.0))[()]

    def sample(self, size, rng):
        """``size`` independent draws with a numpy.random.Generator."""
        return self._isf(np.maximum(rng.random(size), 2.0**-60))

    #: Upper-tail chances where the quantile function has a kink.
    _kinks = ()


@dataclass(frozen=True, eq=False)
class Constant(Law):
    """Always the same time: no variance, so the slowest of any n is this time too."""

    value: float

    def __post_init__(self):
        checks.keep(self, checks.not_negative, "value")

    def _sf(self, x):
        return np.where(x < self.value, 1.0, 0.0)

    def _isf(self, q):
        return self.value + 0.0 * q


@dataclass(frozen=True, eq=False)
class Uniform(Law):
    """Any time from ``low`` to ``high``: the simplest law with an end."""

    low: float
    high: float

    def __post_init__(self):
        checks.keep(self, checks.finite, "low", "high")
        checks.not_negative("high - low", np.subtract(self.high, self.low))

    def _sf(self, x):
        width = np.subtract(self.high, self.low)
        share = np.clip((self.high - x) / np.where(width > 0, width, 1.0), 0.0, 1.0)
        return np.where(width > 0, share, 1.0 * (x < self.high))

    def _isf(self, q):
        return self.high - q * np.subtract(self.high, self.low)


@dataclass(frozen=True, eq=False)
class Exponential(Law):
    """A time of mean ``scale`` that does not age: sf(x) = exp(-x / scale)."""

    scale: float = 1.0

    def __post_init__(self):
        checks.keep(self, checks.positive, "scale")

    def _sf(self, x):
        return np.exp(-np.maximum(x, 0) / self.scale)

    def _isf(self, q):
        with np.errstate(divide="ignore"):
            return np.log(q) * -self.scale


@dataclass(frozen=True, eq=False)
class Normal(Law):
    """The bell curve around ``centre`` with standard deviation ``spread``."""

    centre: float
    spread: float

    def __post_init__(self):
        checks.keep(self, checks.finite, "centre")
        checks.keep(self, checks.positive, "spread")

    def _sf(self, x):
        return special.ndtr((self.centre - x) / self.spread)

    def _isf(self, q):
        return self.centre - self.spread * special.ndtri(q)


@dataclass(frozen=True, eq=False)
class Lognormal(Law):
    """A time whose logarithm is normal: ``median``, and ``sigma`` of the logarithm."""

    median: float
    sigma: float

    def __post_init__(self):
        checks.keep(self, checks.positive, "median", "sigma")

    @classmethod
    def through(cls, p, values):
        """The lognormal law that passes quantiles ``values`` at ``p`` with least squares.

        The squares are of logarithms. Two quantiles are met exactly. Raises ValueError for
        fewer, for p not inside 0 to 1, and for values that do not rise with p.

        >>> leaf = Lognormal.through([0.5, 0.99], [1e-3, 10e-3])
        >>> round(leaf.sigma, 3)
        0.99
        """
        p = np.asarray(inside("p", p), float)
        values = np.asarray(checks.positive("values", values), float)
        if p.ndim != 1 or p.shape != values.shape or np.unique(p).size < 2:
            raise ValueError(f"values: got {values.size} for {p.size} p; takes two or more of each")
        sigma, centre = np.polyfit(special.ndtri(p), np.log(values), 1)
        if sigma <= 0:
            raise ValueError(f"values: got {values.tolist()}; takes times that rise with p")
        return cls(float(np.exp(centre)), float(sigma))

    def _sf(self, x):
        with np.errstate(divide="ignore"):
            return special.ndtr(-np.log(np.maximum(x, 0) / self.median) / self.sigma)

    def _isf(self, q):
        return self.median * np.exp(-self.sigma * special.ndtri(q))

    def mean(self):
        """median x exp(sigma**2 / 2)."""
        with np.errstate(over="ignore"):
            return self.median * np.exp(np.square(self.sigma) / 2)

    def std(self):
        """mean x sqrt(exp(sigma**2) - 1)."""
        with np.errstate(over="ignore"):
            return self.mean() * np.sqrt(np.expm1(np.square(self.sigma)))


@dataclass(frozen=True, eq=False)
class Pareto(Law):
    """A heavy tail: sf(x) = (least / x)**index from ``least`` on.

    The mean is infinite for an index of 1 or less, the variance for 2 or less.
    """

    least: float
    index: float

    def __post_init__(self):
        checks.keep(self, checks.positive, "least", "index")

    def _sf(self, x):
        return (self.least / np.maximum(x, self.least)) ** self.index

    def _isf(self, q):
        with np.errstate(divide="ignore", over="ignore"):
            return self.least * q ** (-1.0 / self.index)


@dataclass(frozen=True, eq=False)
class Scaled(Law):
    """``offset + scale x law``: a fixed part and a random part."""

    law: Law
    scale: float = 1.0
    offset: float = 0.0

    def __post_init__(self):
        check_law("law", self.law)
        checks.keep(self, checks.positive, "scale")
        checks.keep(self, checks.finite, "offset")

    def _sf(self, x):
        return self.law.sf((x - self.offset) / self.scale)

    def _isf(self, q):
        return self.offset + self.scale * isf(self.law, q)

    @property
    def _kinks(self):
        return kinks_of(self.law)


@dataclass(frozen=True, eq=False)
class Empirical(Law):
    """A law read off a table of quantiles.

    Between the rows of the table the time grows linearly with -log(1 - p), as it
    would for a piece of an exponential law: monotone, and never outside the two
    rows. Beyond the last row the table says nothing, and so does this law unless
    ``tail`` names what to assume there:

    - ``""`` (default): a question beyond the last row is a ValueError
    - ``"stop"``: the last row is the longest time there is (a lower bound)
    - ``"exponential"``: the last piece goes on
    - ``"pareto"``: the last piece goes on with the logarithm of the time

    Arguments: ``p`` rising from 0 up and below 1; ``values`` in seconds, falling nowhere.
    The first row counts as the least time there is.

    >>> leaf = Empirical([0.5, 0.95, 0.99], [1.0, 5.0, 10.0])
    >>> round(leaf.ppf(0.975), 2)
    7.15
    >>> leaf.ppf(0.999)
    Traceback (most recent call last):
    ValueError: p: got 0.999; takes at most 0.99, where the table ends; or give the law a tail
    """

    p: np.ndarray
    values: np.ndarray
    tail: str = ""

    def __post_init__(self):
        p = np.asarray(checks.between("p", self.p, 0, 1), float)
        values = np.asarray(checks.not_negative("values", self.values), float)
        if p.ndim != 1 or p.shape != values.shape or p.size < 2:
            raise ValueError(f"values: got {values.size} for {p.size} p; takes two or more of each")
        if np.any(np.diff(p) <= 0) or p[-1] >= 1:
            raise ValueError(f"p: got {p.tolist()}; takes rising numbers below 1")
        if np.any(np.diff(values) < 0):
            raise ValueError(f"values: got {values.tolist()}; takes numbers that fall nowhere")
        checks.choice("tail", self.tail, ("", "stop", "exponential", "pareto"))
        if self.tail == "pareto":
            checks.positive("values", values[-2:])
        for name, value in (("p", p), ("values", values), ("_score", -np.log1p(-p))):
            object.__setattr__(self, name, value)

    @classmethod
    def of_requests(cls, p, values, requests, tail=""):
        """The law of a table that was computed from so many measured requests.

        Such a table may have a row for p = 1, the slowest request seen. It is not
        the slowest there can be: it stands at 0.5**(1/requests), where the slowest
        of so many requests has its median.

        >>> law = Empirical.of_requests([0, 0.5, 1], [1.0, 2.0, 6.0], requests=150)
        >>> round(law.p[-1], 4)
        0.9954
        """
        requests = checks.whole("requests", checks.single("requests", requests))
        p = np.asarray(checks.between("p", p, 0, 1), float)
        p = np.minimum(p, 0.5 ** (1 / requests))
        keep = np.append(np.diff(p) > 0, True)
        return cls(p[keep], np.asarray(values, float)[keep], tail)

    def _silent(self, name, got, most):
        takes = f"takes at most {most:g}, where the table ends; or give the law a tail"
        raise ValueError(f"{name}: got {got}; {takes}")

    def _isf(self, q):
        with np.errstate(divide="ignore"):
            score = -np.log(q)
        end, last, before = self._score[-1], self.values[-1], self.values[-2]
        inside = np.interp(score, self._score, self.values)
        beyond = np.where(score > end * (1 + 1e-12), score - end, 0.0)
        if self.tail == "stop" or not np.any(beyond):
            return inside
        if not self.tail:
            self._silent("p", f"{1 - np.min(q):.12g}", self.p[-1])
        if last == before:  # a piece that does not rise does not go on rising
            return inside
        step = beyond / (end - self._score[-2])
        if self.tail == "exponential":
            return inside + step * (last - before)
        with np.errstate(over="ignore"):
            return inside * np.exp(step * np.log(last / before))

    def _sf(self, x):
        last, before = self.values[-1], self.values[-2]
        inside = np.exp(-np.interp(x, self.values, self._score))
        inside = np.where(x < self.values[0], 1.0, inside)
        if not self.tail and np.any(x > last):
            self._silent("x", repr(float(np.max(x))), last)
        if self.tail == "stop" or (self.tail and last == before):
            return np.where(x >= last, 0.0, inside)
        if not np.any(x > last):
            return inside
        over = np.maximum(x, last)
        rise = np.log(over / last) / np.log(last / before)
        if self.tail == "exponential":
            rise = (over - last) / (last - before)
        return inside * np.exp(-rise * (self._score[-1] - self._score[-2]))

    @property
    def _kinks(self):
        return tuple(1 - self.p[self.p > 0])


@dataclass(frozen=True, eq=False)
class Slowest(Law):
    """The slowest of ``n`` independent times of one law.

        sf(x) = 1 - (1 - S(x))**n,   Q(p) = Q_law(p ** (1/n))

    Arguments: ``law``; ``n`` parts, any array. Raises ValueError for n below 1.
    Source: dean2013 for what it does to a service.

    >>> leaf = Exponential(1.0)
    >>> print(f"{Slowest(leaf, 8).mean():.3f} {Slowest(leaf, 10_440).mean():.3f}")
    2.718 9.831
    """

    law: Law
    n: int

    def __post_init__(self):
        check_law("law", self.law)
        checks.keep(self, checks.whole, "n")

    def _sf(self, x):
        with np.errstate(divide="ignore"):
            return -np.expm1(self.n * np.log1p(-self.law.sf(x)))

    def _isf(self, q):
        with np.errstate(divide="ignore"):
            return isf(self.law, -np.expm1(np.log1p(-q) / self.n))

    def sample(self, size, rng):
        """``size`` draws of the slowest, one random number each whatever n is.

        An array of ``n`` must broadcast into ``size``.
        """
        # From the greatest number below 1 down, so that none is 1: its slowest may be infinite.
        p = 1 - 2.0**-53 - rng.random(size)
        with np.errstate(divide="ignore"):
            return isf(self.law, -np.expm1(np.log(p) / self.n))

    @property
    def _kinks(self):
        return tuple(-np.expm1(self.n * np.log1p(-k)) for k in kinks_of(self.law) if np.all(k < 1))


@dataclass(frozen=True, eq=False)
class Plus(Law):
    """The sum of two independent times, by integrating over the second.

        sf(x) = integral of S_first(x - Q_second(u)) over u

    >>> print(f"{Plus(Exponential(1.0), Exponential(1.0)).sf(1.0):.4f}")
    0.7358
    """

    first: Law
    second: Law

    def __post_init__(self):
        checks.keep(self, check_law, "first", "second")

    def _sf(self, x):
        # The integrand has a kink wherever the rest of x meets an end or a kink of the first.
        kinks = [self.second.sf(x - e) for e in corners(self.first)]
        q, weight = nodes((*kinks_of(self.second), *kinks), np.ndim(x))
        return np.sum(weight * self.first.sf(x - isf(self.second, q)), axis=0)

    def _isf(self, q):
        low, high = 1 - (1 - q) / 2, q / 2
        with np.errstate(invalid="ignore"):
            low = isf(self.first, low) + isf(self.second, low)
            high = isf(self.first, high) + isf(self.second, high)
        return bisect(self._sf, q, low, high)

    def sample(self, size, rng):
        """``size`` draws of the sum."""
        return draw(self.first, size, rng) + draw(self.second, size, rng)

    @property
    def _kinks(self):
        ends = corners(self.second)
        return tuple(self._sf(np.asarray(a + b)) for a in corners(self.first) for b in ends)

    def mean(self):
        """The sum of the means."""
        return self.first.mean() + self.second.mean()

    def std(self):
        """The root of the summed variances."""
        return np.hypot(self.first.std(), self.second.std())


# -- inside ------------------------------------------------------------------------------


def check_law(name, law):
    """The law, if it has a survival function and its inverse; else ValueError.

    >>> check_law("jitter", 3.0)
    Traceback (most recent call last):
    ValueError: jitter: got 3.0; takes a law with sf and isf
    """
    if not (hasattr(law, "isf") and hasattr(law, "sf")):
        raise ValueError(f"{name}: got {law!r}; takes a law with sf and isf")
    return law


def inside(name, chance):
    """The chance, if it lies between 0 and 1 and is neither.

    >>> inside("p", 1.0)
    Traceback (most recent call last):
    ValueError: p: got 1.0; takes a number between 0 and 1, neither of them
    """
    takes = "a number between 0 and 1, neither of them"
    return checks.between(name, chance, np.nextafter(0, 1), np.nextafter(1, 0), takes)


def isf(law, q):
    """isf without the check of its argument, for laws of this module."""
    return law._isf(q) if isinstance(law, Law) else law.isf(q)


def draw(law, size, rng):
    """``size`` draws of any law, this module's or one of scipy.stats."""
    return law.sample(size, rng) if isinstance(law, Law) else Slowest(law, 1).sample(size, rng)


def kinks_of(law):
    """Upper-tail chances where the quantile function of a law has a kink."""
    return getattr(law, "_kinks", ())


def corners(law):
    """Times at which a law's sf is not smooth: its finite ends and its kinks."""
    chances = [1.0, *kinks_of(law)]
    if getattr(law, "tail", None) != "":
        chances.append(0.0)
    found = (isf(law, np.asarray(q)) for q in chances)
    return [c for c in found if np.all(np.isfinite(c))]


_T = np.linspace(-5.0, 5.0, 101)
#: Tanh-sinh: nodes crowd towards both ends, where quantile functions run off.
_END = special.expit(-np.pi * np.sinh(_T))
_WEIGHT = np.cosh(_T) * _END * special.expit(np.pi * np.sinh(_T))
_WEIGHT /= _WEIGHT.sum()
#: Two rare chances between which the weight of a tail is measured.
_RARE = np.array([1e-50, 1e-100])


def nodes(kinks, dimensions):
    """Upper-tail chances and weights that integrate over 0 to 1, new axis first.

    The range is cut at the kinks, each a number or an array, so that every piece is smooth.
    """
    ends = np.sort(np.stack(np.broadcast_arrays(0.0, *kinks, 1.0)), axis=0)
    dimensions = max(dimensions, ends.ndim - 1)
    ends = ends.reshape(ends.shape[:1] + (1,) * (dimensions - ends.ndim + 1) + ends.shape[1:])
    shape = (-1,) + (1,) * dimensions
    low, width = ends[:-1], np.diff(ends, axis=0)
    q = [a + w * _END.reshape(shape) for a, w in zip(low, width, strict=True)]
    weight = [w * _WEIGHT.reshape(shape) for w in width]
    return np.concatenate(q), np.concatenate(weight)


def _moments(law):
    """The median, and the first and the second moment about it, infinite where there are none.

    A tail x = c q**-xi, as that of Pareto's law is, has its k-th moment while k xi < 1. Near that
    border it lies beyond the last node: the power is taken off and its own integral added.
    """
    middle = isf(law, np.asarray(0.5))
    q, weight = nodes(kinks_of(law), np.ndim(middle))
    near, far = (isf(law, np.asarray(rare)) - middle for rare in _RARE)
    moments = []
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        off = isf(law, q) - middle
        steps = np.log(_RARE[0] / _RARE[1])
        xi = np.where((near > 0) & (far > near), np.log(far / near) / steps, 0.0)
        for k in (1, 2):
            heavy = np.where(k * xi > 0.9, (far * _RARE[1] ** xi) ** k, 0.0)
            values = off**k - heavy * q ** (-k * xi)
            # The last nodes round to the very ends; what an end at infinity weighs is nothing.
            found = np.sum(np.where(np.isfinite(values), weight * values, 0.0), axis=0)
            moment = found + heavy / (1 - k * xi)
            moments.append(np.where((k * xi < 1 - 1e-9) & np.isfinite(far), moment, np.inf))
    return middle, *moments


def bisect(falling, q, low, high, rounds=100):
    """Where a falling function reaches q, between low and high (arrays)."""
    low, high, q = np.broadcast_arrays(low, high, q)
    low, high = low.astype(float), high.astype(float)
    if np.any(np.isinf(high) | np.isinf(low)):
        closed = np.isfinite(high) & np.isfinite(low)
        inner = bisect(falling, q, np.where(closed, low, 0.0), np.where(closed, high, 0.0), rounds)
        return np.where(closed, inner, np.where(q <= 0, high, low))
    for _ in range(rounds):
        with np.errstate(invalid="ignore"):  # by ratios as long as the ends are far apart
            ratio = np.sqrt(low) * np.sqrt(high)
        middle = np.where((low > 0) & (high > 4 * low), ratio, low + (high - low) / 2)
        above = falling(middle) > q
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return low + (high - low) / 2
