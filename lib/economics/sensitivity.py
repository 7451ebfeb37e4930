"""Sensitivity: which uncertain input decides a comparison, and how surely it is decided.

A cost model takes a dozen inputs. Most are known within a few per cent; some only
within a factor of three. Each uncertain one is written as a range that sources
give, with the value thought likeliest and a law of chance over the range. A law
is a choice, never a finding: what a law changes should be looked at.

Any function of the inputs can then be asked four things:

- ``probability``: how often a statement holds over the laws, with the error of sampling;
- ``tornado``: how far each input moves the result alone, from its low to its high end;
- ``variance_shares``: the same with all inputs moving at once;
- ``conditional_probability``: what a known value of one input settles.

Functions take their inputs by name and work on arrays: ``cost(price=…, batch=…)``.
Inputs are drawn independently. Where two hang together (short contexts help both
sides), make one a function of the other inside the model, and draw the other.
"""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
from scipy import stats

from lib import checks


def _triangular(p, low, value, high):
    rise = np.sqrt(p * (high - low) * (value - low))
    fall = np.sqrt((1 - p) * (high - low) * (high - value))
    return np.where(p * (high - low) < value - low, low + rise, high - fall)


#: A law of chance over a range -> its quantile at a probability, from low, value and high.
_QUANTILES = {
    "triangular": _triangular,
    "uniform": lambda p, low, value, high: low + p * (high - low),
    "log-uniform": lambda p, low, value, high: low * (high / low) ** p,
    "either": lambda p, low, value, high: np.where(p < 0.5, low, high),
}
RANGE_LAWS = tuple(_QUANTILES)


@dataclass(frozen=True)
class Uncertain:
    """An input known to lie in a range.

    Arguments
    ---------
    name : the argument of the model that it is
    low, value, high : the range, and the value thought likeliest, in base units
    law : of chance over the range: "triangular" (peak at the value), "uniform",
        "log-uniform" (each factor alike), "either" (one end or the other, evenly)
    label : how figures name it; the name if not given

    A range of no width is a value known for certain, whatever its law.

    Raises ValueError for a value outside its range, an unknown law, and a
    log-uniform range that does not stay above 0.

    >>> price = Uncertain("price", 6000, 10_000, 20_000)
    >>> print(price.quantile([0, 0.5, 1]).round())
    [ 6000. 11633. 20000.]
    """

    name: str
    low: float
    value: float
    high: float
    law: str = "triangular"
    label: str = ""

    def __post_init__(self):
        if not (isinstance(self.name, str) and self.name.isidentifier()):
            raise ValueError(f"name: got {self.name!r}; takes the name of an argument")
        checks.keep(self, checks.single, "low", "value", "high")
        takes = f"a number from low ({self.low:g}) to high ({self.high:g})"
        checks.between("value", self.value, self.low, self.high, takes)
        checks.choice("law", self.law, RANGE_LAWS)
        if self.law == "log-uniform":
            checks.positive("low", self.low, "a number above 0, for a log-uniform law")

    @property
    def text(self):
        """The label, or the name in words."""
        return self.label or self.name.replace("_", " ")

    def known(self, value):
        """The same input, known to have this value.

        >>> Uncertain("price", 6000, 10_000, 20_000).known(8000).quantile(0.9)
        8000.0
        """
        value = checks.single("value", value)
        return Uncertain(self.name, value, value, value, "uniform", self.label)

    def quantile(self, p):
        """The value that the input stays below with probability ``p``, from 0 to 1."""
        p = np.multiply(checks.between("p", p, 0, 1), 1.0)
        return _QUANTILES[self.law](p, 1.0 * self.low, self.value, self.high)[()]


@dataclass(frozen=True, eq=False)
class Chance:
    """A probability estimated from samples, with its standard error.

    Two times in three the true one lies within one error of the value, nineteen
    times in twenty within two.
    """

    value: float
    error: float


# -- sampling ---------------------------------------------------------------------


def sample(inputs, n, rng):
    """``n`` joint draws of independent inputs, as arrays by name.

    The draws are a Latin hypercube (mckay1979): each input's range is cut into n slices
    of equal chance, and one draw lies in each.

    Arguments: ``inputs``, a sequence of ``Uncertain``; ``n`` draws; ``rng``, a
    ``numpy.random.Generator``.

    Raises ValueError for no inputs, two of one name, and no draws.

    >>> inputs = [Uncertain("price", 6000, 10_000, 20_000), Uncertain("speed", 185, 300, 500)]
    >>> draws = sample(inputs, 4, np.random.default_rng(1))
    >>> sorted(draws), draws["price"].shape
    (['price', 'speed'], (4,))
    """
    inputs, n = _distinct(inputs), checks.count("n", n)
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng: got {rng!r}; takes a numpy.random.Generator with a seed")
    unit = stats.qmc.LatinHypercube(len(inputs), rng=rng).random(n)
    return {x.name: x.quantile(unit[:, i]) for i, x in enumerate(inputs)}


def _distinct(inputs):
    inputs = list(inputs) if isinstance(inputs, Iterable) else [inputs]
    names = [x.name if isinstance(x, Uncertain) else None for x in inputs]
    if not names or None in names or len(set(names)) < len(names):
        got = [x if name is None else name for x, name in zip(inputs, names, strict=True)]
        raise ValueError(f"inputs: got {got}; takes one Uncertain or more, each of its own name")
    return inputs


def _function(name, value):
    checks.a(name, value, Callable, "a function of the inputs by name")


def _finite(values):
    """The values as an array of floats, if every one is finite."""
    values = np.asarray(values, float)
    if not np.all(np.isfinite(values)):
        raise ValueError("function: gave a value that is not a number; takes one finite everywhere")
    return values


def probability(statement, inputs, rng, n=1024, replicates=16):
    """How likely a statement about uncertain inputs is, with the error of sampling.

    The mean over ``replicates`` independent samples of n draws each, and its standard
    error from how far those means lie apart. So the error is right for stratified
    samples, where the usual root of variance over n is too large.

    Arguments: ``statement``, a function of the inputs by name that returns true or
    false for each draw, with the draws as the last axis (earlier axes are kept); the
    rest as in ``sample``.

    Raises ValueError for a statement that gives anything else than true or false.

    >>> inputs = [Uncertain("price", 0, 5, 10, "uniform")]
    >>> under_3 = probability(lambda price: price < 3, inputs, np.random.default_rng(1))
    >>> print(f"{under_3.value:.3f}")
    0.300
    """
    replicates = checks.count("replicates", replicates, least=2)
    _function("statement", statement)
    means = []
    for _ in range(replicates):
        holds = np.asarray(statement(**sample(inputs, n, rng)))
        if holds.dtype != bool:
            raise ValueError(f"statement: gave {holds.flat[0]}; takes one that is true or false")
        means.append(np.broadcast_to(holds, np.broadcast_shapes(holds.shape, (n,))).mean(axis=-1))
    return Chance(np.mean(means, axis=0), np.std(means, axis=0, ddof=1) / np.sqrt(replicates))


def conditional_probability(statement, inputs, name, at, rng, n=1024, replicates=16):
    """How likely a statement is when one input is known.

    Arguments: ``name`` of the known input and the values ``at`` which it is set, one
    dimension; the others stay uncertain. The same draws serve every value, so that
    the curve is as smooth as the model.

    Raises ValueError for a name that no input has.

    >>> inputs = [Uncertain("price", 0, 5, 10, "uniform"), Uncertain("rival", 0, 5, 10, "uniform")]
    >>> cheaper = conditional_probability(
    ...     lambda price, rival: price < rival, inputs, "price", [2, 8], np.random.default_rng(1))
    >>> print(cheaper.value.round(2))
    [0.8 0.2]
    """
    inputs = _distinct(inputs)
    checks.choice("name", name, [x.name for x in inputs])
    others = [x for x in inputs if x.name != name]
    at = checks.shaped("at", np.atleast_1d(np.asarray(checks.finite("at", at), float)), None)

    def holds(**values):  # the draws of the known input are not used
        return np.broadcast_to(statement(**{**values, name: at[:, None]}), (at.size, n))

    return probability(holds, others or inputs, rng, n, replicates)


# -- rankings ---------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Bar:
    """One bar of a tornado: the result with one input at its low and at its high end.

    ``base`` is the result with every input at its likeliest value.
    """

    input: Uncertain
    at_low: float
    at_high: float
    base: float

    @property
    def swing(self):
        """How far the result moves from the low to the high end."""
        return abs(self.at_high - self.at_low)

    def crosses(self, target):
        """Whether the input alone carries the result across a target."""
        low, high = sorted((self.at_low, self.at_high, self.base))[::2]
        return bool(low < target < high)


def tornado(function, inputs):
    """The inputs by how far each moves a result alone, the widest first.

    Every input stands at its likeliest value but one, which is set to its low and
    then to its high end. What inputs do together is not seen.

    >>> inputs = [Uncertain("a", 0, 1, 2), Uncertain("b", 0, 1, 5)]
    >>> for bar in tornado(lambda a, b: 3 * a + b, inputs):
    ...     print(bar.input.name, bar.at_low, bar.at_high, bar.swing)
    a 1.0 7.0 6.0
    b 3.0 8.0 5.0
    """
    _function("function", function)
    inputs = _distinct(inputs)
    likeliest = {x.name: x.value for x in inputs}

    def result(**changed):
        return float(_finite(function(**{**likeliest, **changed})))

    base = result()
    bars = [Bar(x, result(**{x.name: x.low}), result(**{x.name: x.high}), base) for x in inputs]
    return sorted(bars, key=lambda bar: -bar.swing)


@dataclass(frozen=True)
class Share:
    """What part of a result's variance one input accounts for.

    ``first`` would go on average if this input alone became known; ``total`` would
    stay if all others became known. Where inputs do not act together the two are
    equal and the shares of all inputs add up to 1.
    """

    input: Uncertain
    first: float
    total: float


def variance_shares(function, inputs, rng, n=4096):
    """The inputs by the share of a result's variance that each accounts for (Sobol' indices).

        first = Var(mean of the result given the input) / Var(result)

    The total share is 1 less the same for all other inputs together. Given a function
    that is 0 or 1, such as "this side wins", ``first`` is how much of the doubt about
    the winner goes, on average, once the input is known: what decides.

    Arguments: ``n`` draws, a power of two, for each of inputs + 2 evaluations.
    Returns a list of ``Share``, the largest total first; estimates carry an error of
    some 1 / sqrt(n). Source: saltelli2010.

    Raises ValueError for a function that does not vary.

    >>> inputs = [Uncertain("a", 0, 1, 2, "uniform"), Uncertain("b", 0, 2, 4, "uniform")]
    >>> shares = variance_shares(lambda a, b: a + b, inputs, np.random.default_rng(1))
    >>> [(share.input.name, round(share.first, 2)) for share in shares]
    [('b', 0.8), ('a', 0.2)]
    """
    _function("function", function)
    inputs = _distinct(inputs)
    n = checks.count("n", n, least=2)
    if n & (n - 1):
        raise ValueError(f"n: got {n}; takes a power of two")
    free = [x for x in inputs if x.low < x.high]

    def result(points):
        values = {x.name: x.value for x in inputs} | {
            x.name: x.quantile(points[i]) for i, x in enumerate(free)
        }
        # scipy writes into it
        return np.array(np.broadcast_to(_finite(function(**values)), points.shape[1:]))[None]

    points = stats.qmc.Sobol(max(len(free), 1), rng=rng).random(n).T
    if not np.ptp(result(points)) > 0:
        raise ValueError("function: does not vary with its inputs; takes one that does")
    found = {free[0].name: (1.0, 1.0)}
    if len(free) > 1:
        unit = [SimpleNamespace(ppf=lambda p: p)] * len(free)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # scipy warns where a share is 0
            indices = stats.sobol_indices(func=result, n=n, dists=unit, rng=rng)
        pairs = zip(np.ravel(indices.first_order), np.ravel(indices.total_order), strict=True)
        found = {x.name: pair for x, pair in zip(free, pairs, strict=True)}
    shares = [Share(x, *map(float, found.get(x.name, (0.0, 0.0)))) for x in inputs]
    return sorted(shares, key=lambda share: -share.total)
