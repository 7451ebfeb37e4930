"""Laws: distributions of times, kept by their upper tails.

A law is anything with ``sf(x)``, the chance to take longer than x, and its inverse
``isf(q)``: the small records below, or a frozen distribution of scipy.stats. The
upper tail is where the slowest of many lies, and there 1 - 1e-20 is 1 to a
computer while 1e-20 is not: so chances to be late are kept, not chances to be in time.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy import special

from lib import checks

#: Below this no draw goes: the slowest of n stays finite.
SMALLEST = 2.0**-60
#: Draws that are turned at once.
_PIECE, _LONG_PIECE = 2**15, 2**16
#: From so many draws on, most are read off straight lines: 2**12 for the upper half of the
#: chances to be late, as many for the next quarter, and so on for eight octaves.
_MANY, _LINE_BITS, _OCTAVES = 2**17, 12, 8
#: A line is used where it is as near as this to the law, relatively.
_NEAR = 1e-6


class Law:
    """A distribution of a time, by its upper tail.

    ``sf(x)`` is the chance to exceed x and ``isf(q)`` the x that is exceeded with
    chance q; ``cdf`` and ``ppf`` are the same from below. Names and meaning are
    those of scipy.stats.
    """

    def sf(self, x):
        """The chance to take longer than x."""
        return self._sf(np.asarray(x, float))[()]

    def isf(self, q):
        """The time that is exceeded with chance q; ValueError for q outside 0 to 1."""
        return self._isf(np.asarray(checks.between("q", q, 0, 1), float))[()]

    def cdf(self, x):
        """The chance to take x or less."""
        return 1 - self.sf(x)

    def ppf(self, p):
        """The p-quantile; ValueError for p outside 0 to 1."""
        return self._isf(1 - np.asarray(checks.between("p", p, 0, 1), float))[()]

    def mean(self):
        """The mean, by integrating the quantile function unless the law knows better."""
        return mean_of(self)

    def std(self):
        """The standard deviation, likewise."""
        centre = self.mean()
        return np.sqrt(mean_of(self, lambda x: (x - centre) ** 2))

    def sample(self, size, rng):
        """``size`` independent draws with a numpy.random.Generator."""
        return self._isf(np.maximum(rng.random(size), SMALLEST))

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

    def mean(self):
        return self.value

    def std(self):
        return 0.0 * self.value

    def slowest_mean(self, n):
        """Mean of the slowest of n."""
        return self.value + 0.0 * n

    def slowest_std(self, n):
        """Standard deviation of the slowest of n."""
        return 0.0 * self.value * n


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

    def slowest_mean(self, n):
        """Mean of the slowest of n."""
        return self.low + np.subtract(self.high, self.low) * n / (n + 1)

    def slowest_std(self, n):
        """Standard deviation of the slowest of n."""
        n = np.asarray(n, float)
        return np.subtract(self.high, self.low) * np.sqrt(n / (n + 2)) / (n + 1)


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

    def slowest_mean(self, n):
        """Mean of the slowest of n."""
        return self.scale * (special.digamma(np.asarray(n, float) + 1) + np.euler_gamma)

    def slowest_std(self, n):
        """Standard deviation of the slowest of n."""
        n = np.asarray(n, float)
        return self.scale * np.sqrt(special.zeta(2, 1) - special.polygamma(1, n + 1))


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

    def mean(self):
        return self.centre + 0.0 * self.spread

    def std(self):
        return self.spread + 0.0 * self.centre


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

        The squares are of logarithms. Two quantiles are met exactly.

        >>> leaf = Lognormal.through([0.5, 0.99], [1e-3, 10e-3])
        >>> round(leaf.sigma, 3)
        0.99
        """
        z = special.ndtri(checks.between("p", p, 0, 1))
        sigma, centre = np.polyfit(z, np.log(checks.positive("values", values)), 1)
        return cls(float(np.exp(centre)), float(sigma))

    def _sf(self, x):
        with np.errstate(divide="ignore"):
            return special.ndtr(-np.log(np.maximum(x, 0) / self.median) / self.sigma)

    def _isf(self, q):
        return self.median * np.exp(-self.sigma * special.ndtri(q))

    def mean(self):
        return self.median * np.exp(np.square(self.sigma) / 2)

    def std(self):
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
        with np.errstate(divide="ignore"):
            return self.least * q ** (-1.0 / self.index)

    def _slowest_moment(self, n, k):
        a = np.asarray(1 - k / np.asarray(self.index, float))
        n = np.asarray(n, float)
        log = special.gammaln(n + 1) + special.gammaln(np.maximum(a, 1e-9))
        moment = np.exp(log - special.gammaln(n + np.maximum(a, 1e-9)))
        return np.where(a > 0, self.least**k * moment, np.inf)[()]

    def slowest_mean(self, n):
        """Mean of the slowest of n."""
        return self._slowest_moment(n, 1)

    def slowest_std(self, n):
        """Standard deviation of the slowest of n."""
        with np.errstate(invalid="ignore"):
            variance = self._slowest_moment(n, 2) - self._slowest_moment(n, 1) ** 2
        return np.where(np.isfinite(variance), np.sqrt(np.maximum(variance, 0)), np.inf)[()]

    def mean(self):
        return self.slowest_mean(1)

    def std(self):
        return self.slowest_std(1)


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

    def mean(self):
        return self.offset + self.scale * self.law.mean()

    def std(self):
        return self.scale * self.law.std()

    def slowest_mean(self, n):
        """Mean of the slowest of n."""
        return self.offset + self.scale * Slowest(self.law, n).mean()

    def slowest_std(self, n):
        """Standard deviation of the slowest of n."""
        return self.scale * Slowest(self.law, n).std()


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
    _score: np.ndarray = field(init=False, repr=False)

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
        requests = checks.whole("requests", requests)
        p = np.minimum(np.asarray(p, float), 0.5 ** (1 / requests))
        keep = np.append(np.diff(p) > 0, True)
        return cls(p[keep], np.asarray(values, float)[keep], tail)

    def _isf(self, q):
        with np.errstate(divide="ignore"):
            score = -np.log(q)
        end, last = self._score[-1], self.values[-1]
        inside = np.interp(score, self._score, self.values)
        if self.tail == "stop" or not np.any(score > end * (1 + 1e-12)):
            return inside
        if not self.tail:
            raise ValueError(
                f"p: got {1 - np.min(q):.12g}; takes at most {self.p[-1]:g}, where the table ends; "
                "or give the law a tail"
            )
        beyond = np.maximum(score - end, 0)
        step = end - self._score[-2]
        if self.tail == "exponential":
            return inside + beyond * (last - self.values[-2]) / step
        return inside * np.exp(beyond * np.log(last / self.values[-2]) / step)

    def _sf(self, x):
        last, before = self.values[-1], self.values[-2]
        inside = np.exp(-np.interp(x, self.values, self._score))
        inside = np.where(x < self.values[0], 1.0, inside)
        beyond = x > last
        if self.tail == "stop":
            return np.where(x >= last, 0.0, inside)
        if not np.any(beyond) or last == before:
            return np.where(beyond, 0.0, inside)
        if not self.tail:
            raise ValueError(
                f"x: got {np.max(x)!r}; takes at most {last:g}, where the table ends; "
                "or give the law a tail"
            )
        step = self._score[-1] - self._score[-2]
        if self.tail == "exponential":
            extra = (x - last) * step / (last - before)
        else:
            extra = np.log(np.maximum(x, last) / last) * step / np.log(last / before)
        return np.where(beyond, inside * np.exp(-np.maximum(extra, 0)), inside)

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

        An array of ``n`` must broadcast into ``size``. Where there are 131,072 draws or more,
        most of them are read off straight lines that lie within a millionth of the law.
        """
        q = rng.random(size)
        if np.ndim(q) == 0 or np.ndim(self._isf(np.asarray(0.5))):
            return self._turned(q)
        # In pieces that stay in the processor's cache: half the time of one pass over all.
        flat = q.reshape(-1)
        if flat.size >= _MANY:
            self._read_off(flat)
        else:
            for start in range(0, flat.size, _PIECE):
                flat[start : start + _PIECE] = self._turned(flat[start : start + _PIECE])
        return q

    @cached_property
    def _lines(self):
        """The quantile function as lines over the chance to be later: intercepts and slopes.

        The chance, a double, begins with its exponent: its first bits number the lines, so
        that they are finer where the function is steeper. A line whose middle is not near the
        law has no intercept, nor have the first and the last.
        """
        first = int(np.array(2.0**-_OCTAVES).view(np.int64)) >> (52 - _LINE_BITS)
        ends = first + np.arange((_OCTAVES << _LINE_BITS) + 1)
        chance = (ends << (52 - _LINE_BITS)).view(float)
        chance[-1] -= 2.0**-53  # the quickest there is, not no time at all
        middle = (chance[:-1] + chance[1:]) / 2
        time, there = self._turned(chance.copy()), self._turned(middle.copy())
        with np.errstate(invalid="ignore"):
            slope = np.diff(time) / np.diff(chance)
            start = time[:-1] - slope * chance[:-1]
            near = np.abs(start + slope * middle - there) <= _NEAR * np.abs(there)
        near[[0, -1]] = False
        return first, np.where(near, start, np.nan), np.where(near, slope, 1.0)

    def _read_off(self, uniform):
        """As ``_turned`` in place, off the lines; exactly where there is none near the law."""
        first, starts, slopes = self._lines
        numbers, values = np.empty(_LONG_PIECE, np.int64), np.empty(_LONG_PIECE)
        for begin in range(0, uniform.size, _LONG_PIECE):
            draw = uniform[begin : begin + _LONG_PIECE]
            line, value = numbers[: draw.size], values[: draw.size]
            np.right_shift(draw.view(np.int64), 52 - _LINE_BITS, out=line)
            line -= first
            draw *= slopes.take(line, mode="clip", out=value)  # by 1 where there is no line
            starts.take(line, mode="clip", out=value)
            none = np.flatnonzero(np.isnan(value))
            left = draw[none]
            draw += value
            draw[none] = self._turned(left)
        return uniform

    def _turned(self, uniform):
        """Uniform draws from [0, 1) turned into draws of the slowest; an array is used up."""
        # From the greatest number below 1, so that none is 1: its slowest would be infinite.
        q = np.asarray(
            np.subtract(1 - 2.0**-53, uniform, out=uniform if np.ndim(uniform) else None)
        )
        with np.errstate(divide="ignore"):
            np.log(q, out=q)
            q *= 1.0 / self.n
            np.expm1(q, out=q)
            np.negative(q, out=q)
        return isf(self.law, q)

    @property
    def _kinks(self):
        return tuple(-np.expm1(self.n * np.log1p(-k)) for k in kinks_of(self.law) if np.all(k < 1))

    def mean(self):
        """The mean, in closed form where the law has one.

        >>> Slowest(Uniform(0.0, 1.0), 99).mean()
        0.99
        """
        known = getattr(self.law, "slowest_mean", None)
        return super().mean() if known is None else known(self.n)

    def std(self):
        """The standard deviation, in closed form where the law has one."""
        known = getattr(self.law, "slowest_std", None)
        return super().std() if known is None else known(self.n)


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
        check_law("first", self.first)
        check_law("second", self.second)

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
        return sample(self.first, size, rng) + sample(self.second, size, rng)

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


def sample(law, size, rng):
    """``size`` draws of any law, this module's or one of scipy.stats."""
    if isinstance(law, Law):
        return law.sample(size, rng)
    return law.isf(np.maximum(rng.random(size), SMALLEST))


# -- inside ------------------------------------------------------------------------------


def check_law(name, law):
    """The law, if it has a survival function and its inverse; else ValueError."""
    if not (hasattr(law, "isf") and hasattr(law, "sf")):
        raise ValueError(f"{name}: got {law!r}; takes a law with sf and isf")
    return law


def isf(law, q):
    """isf without the check of its argument, for laws of this module."""
    return law._isf(q) if isinstance(law, Law) else law.isf(q)


def kinks_of(law):
    """Upper-tail chances where the quantile function of a law has a kink."""
    return getattr(law, "_kinks", ())


def corners(law):
    """Times at which a law's sf is not smooth: its finite ends and its kinks."""
    chances = [1.0, *kinks_of(law)]
    if getattr(law, "tail", None) != "":
        chances.append(0.0)
    corners = (isf(law, np.asarray(q)) for q in chances)
    return [c for c in corners if np.all(np.isfinite(c))]


_T = np.linspace(-5.0, 5.0, 101)
#: Tanh-sinh: nodes crowd towards both ends, where quantile functions run off.
_END = special.expit(-np.pi * np.sinh(_T))
_WEIGHT = np.cosh(_T) * _END * special.expit(np.pi * np.sinh(_T))
_WEIGHT /= _WEIGHT.sum()


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


def mean_of(law, function=lambda x: x):
    """The mean of a function of a time: its integral over the quantile function."""
    dimensions = np.ndim(isf(law, np.asarray(0.5)))
    q, weight = nodes(kinks_of(law), dimensions)
    values = function(isf(law, q))
    # The last nodes round to the very ends; what an end at infinity weighs is nothing.
    return np.sum(np.where(np.isfinite(values), weight * values, 0.0), axis=0)[()]


def bisect(falling, q, low, high, rounds=100):
    """Where a falling function reaches q, between low and high (arrays)."""
    low, high, q = np.broadcast_arrays(low, high, q)
    low, high = low.astype(float), high.astype(float)
    if np.any(np.isinf(high) | np.isinf(low)):
        closed = np.isfinite(high) & np.isfinite(low)
        inner = bisect(falling, q, np.where(closed, low, 0.0), np.where(closed, high, 0.0), rounds)
        return np.where(closed, inner, np.where(q <= 0, high, low))
    for _ in range(rounds):
        middle = low + (high - low) / 2
        above = falling(middle) > q
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return low + (high - low) / 2
