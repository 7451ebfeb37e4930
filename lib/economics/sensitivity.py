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
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace

import numpy as np
from scipy import stats

from lib import checks
from lib.economics.cost import Capacity, capital_per_rate
from lib.economics.kvcache import used_context
from lib.hardware import chip
from lib.tables import csv, figure
from lib.transformer import transformer


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
        p = np.asarray(checks.between("p", p, 0, 1), float)
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
    inputs = list(inputs)
    names = [x.name for x in inputs]
    if not names or len(set(names)) < len(names):
        raise ValueError(f"inputs: got {names}; takes one Uncertain or more, each of its own name")
    return inputs


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
    at = np.atleast_1d(np.asarray(checks.finite("at", at), float))
    if at.ndim > 1:
        raise ValueError(f"at: got shape {at.shape}; takes numbers in one dimension")

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


# -- the second document's comparison -----------------------------------------------


def document_inputs(prices="market", law="log-uniform", tied=False):
    """The uncertain inputs of the document's comparison, each with the range of its sources.

    The likeliest values are the document's own, so that a tornado starts from its
    answer. Every figure comes from the data tables; beside the prices of chips there
    is ``host``, the dollars of server for each card: nothing in the document, and at
    most what a server of eight H100 costs more than its board. A server of eight LPUs
    has as many processors and as much memory, so both sides take the same.

    Arguments: ``prices``, "market" (what buyers pay) or "make" (what the chips cost
    their makers); ``law`` for every input but the host's, which is uniform; ``tied``,
    to let the throughput of the H100 follow from the context and from what its batch and
    its software reach (see ``tied_advantage``) in place of a range of its own. That share
    begins at the document's value, which is the lowest: the release of the same winter
    reached more at every length.

    >>> for x in document_inputs():
    ...     print(f"{x.name}: {x.value:g} in {x.low:g} to {x.high:g}")
    lpu_price: 6000 in 6000 to 20000
    lpu_speed: 500 in 185 to 500
    context: 4096 in 625 to 4096
    batch: 128 in 80 to 240
    host: 0 in 0 to 9940
    h100_price: 30000 in 25000 to 40000
    h100_rate: 425 in 425 to 3065.61
    """
    checks.choice("prices", prices, ("market", "make"))
    stated = {key: figure("facts", f"{key}_document").value for key in ("context", "batch")}
    speed, rate = (figure("serving", f"document_{key}").value for key in ("speed", "h100"))
    board, server = (figure("prices", key).value for key in ("hgx_h100_2024_02", "server_h100"))
    used = used_context(prompt=550, output=150)  # the load of groq_70b_llmperf
    stages = transformer("llama2_70b").layers
    fullest = stages * figure("facts", "groq_batch").value
    measured = figure("serving", "groq_70b_llmperf").value
    inputs = [
        _paid("lpu_price", "groq_lpu", "groq_document", prices, law, "price of an LPU"),
        Uncertain("lpu_speed", measured, speed, speed, law, "speed of a request"),
        Uncertain("context", used, stated["context"], stated["context"], law, "context held"),
        Uncertain("batch", stages, stated["batch"], fullest, law, "requests in flight"),
        Uncertain("host", 0, 0, (server - board) / 8, "uniform", "server per card"),
        _paid("h100_price", "h100_sxm", "h100_document", prices, law, "price of an H100"),
    ]
    if tied:
        likeliest = rate / published_rate(stated["context"])
        early, reached = published_points("TensorRT-LLM 0.6.1")
        low = min(likeliest, *(reached / published_rate(early)))
        last = Uncertain("reached", low, likeliest, 1.0, law, "batch and software of the H100")
    else:
        best = figure("serving", "mlperf_h100_offline").value / 8
        last = Uncertain("h100_rate", rate, rate, best, law, "throughput of an H100")
    return [*inputs, last]


def _paid(name, key, document, prices, law, label):
    """A chip's price, or cost to make, over what sources give, with the document's as the value."""
    field = "price" if prices == "market" else "cost"
    low, high = chip(key).range(field)
    value = chip(document).known(field)
    return Uncertain(name, min(low, value), value, max(high, value), law, label)


def lpu_cost(lpu_price, lpu_speed, context, batch, host=0.0):
    """Dollars per (token/s) of LLaMA-2 70B in int8 on LPUs, bought for their bytes.

    Arguments: ``lpu_price`` and ``host``, dollars a card; ``lpu_speed``, tokens/s of
    a request; ``context`` tokens held for each of ``batch`` requests.

    >>> print(f"{lpu_cost(6000, 500, 4096, 128):.2f}")
    63.00
    """
    lpu, model = chip("groq_lpu"), transformer("llama2_70b")
    request = model.kv_bytes(context, "int8")
    paid = checks.not_negative("lpu_price", lpu_price) + checks.not_negative("host", host)
    speed = checks.positive("lpu_speed", lpu_speed)
    return Capacity(paid, lpu.memory, model.weight_bytes("int8"), request, speed).cost(batch)


def h100_cost(h100_price, h100_rate, host=0.0):
    """Dollars per (token/s) of an H100 that gives ``h100_rate`` tokens/s.

    >>> print(f"{h100_cost(30_000, 425):.2f}")
    70.59
    """
    paid = checks.not_negative("h100_price", h100_price) + checks.not_negative("host", host)
    return capital_per_rate(paid, checks.positive("h100_rate", h100_rate))


def advantage(lpu_price, lpu_speed, context, batch, host, h100_price, h100_rate):
    """How many times the H100's dollars per (token/s) the LPU's are worth: above 1 it wins.

    >>> print(f"{advantage(6000, 500, 4096, 128, 0, 30_000, 425):.2f}")
    1.12
    """
    lpu = lpu_cost(lpu_price, lpu_speed, context, batch, host)
    return h100_cost(h100_price, h100_rate, host) / lpu


def tied_advantage(lpu_price, lpu_speed, context, batch, host, h100_price, reached):
    """The same with both sides at one context.

    The H100's throughput is that of ``published_rate``: short contexts help it too.

    >>> print(f"{tied_advantage(6000, 500, 4096, 128, 0, 30_000, 1.0):.2f}")
    0.37
    """
    rate = published_rate(context, reached)
    return advantage(lpu_price, lpu_speed, context, batch, host, h100_price, rate)


def published_points(software):
    """What a release of TensorRT-LLM gives on H100s: contexts held, and output tokens/s a card.

    Arrays, from the maker's tables of a 70B model in fp8 where the answer is as long as the
    prompt or longer; the context is the mean that a request holds.

    Raises ValueError for a release that the table lacks.

    >>> context, rate = published_points("TensorRT-LLM 0.6.1")
    >>> print(context, rate)
    [ 192. 1152. 3072.] [2657. 1486.  547.]
    """
    rows = csv("published_throughput")
    rows = rows[rows.system == "H100 SXM 80GB"]
    checks.choice("software", software, sorted(set(rows.software)))
    rows = rows[(rows.software == software) & (rows.output_tokens >= rows.input_tokens)]
    cards = np.where(rows.basis == "per GPU", 1, rows.tensor_parallel)
    context = used_context(rows.input_tokens.to_numpy(), rows.output_tokens.to_numpy())
    return context, rows.tokens_per_s.to_numpy() / cards


@lru_cache
def _published_line():
    """Seconds per output token of one H100 on the newest release: fixed, and a token of context."""
    context, rate = published_points("TensorRT-LLM 1.0")
    per_token, fixed = np.polyfit(context, 1 / rate, 1)
    return float(fixed), float(per_token)


def published_rate(context, reached=1.0):
    """Output tokens/s of one H100 on a 70B model in fp8, at a context, as published.

        reached / (fixed time + time per token of context x context)

    A straight line through what the maker publishes for equally long inputs and
    outputs (tensorrtllm10, two cards a copy); ``context`` is the mean that a request
    holds, its input and half its output. ``reached`` is the share of that throughput
    that a batch and a software reach: a release of the winter 2023 with full batches
    (tensorrtllm061) five sixths at short contexts and a third at long ones. The loads
    published hold 192 to 3,072 tokens; beyond, the line is drawn on.

    >>> print(f"{published_rate(625):.0f} {published_rate(4096):.0f}")
    2722 1297
    """
    context = checks.positive("context", context)
    fixed, per_token = _published_line()
    return checks.positive("reached", reached) / (fixed + per_token * context)
