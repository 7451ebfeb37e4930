"""Sensitivity: which uncertain input decides a comparison, and how surely it is decided.

A cost model takes a dozen inputs. Most are known within a few per cent; some only
within a factor of three. Each uncertain one is written as a range that sources
give, with the value thought likeliest and a law of chance over the range. A law
is a choice, never a finding: what a law changes should be looked at.

Any function of the inputs can then be asked four things:

- ``probability``: how often a statement holds over the laws, with the error of sampling;
- ``tornado``: how far each input moves the result alone, from its low to its high end;
- ``variance_shares``, ``rank_correlations``: the same with all inputs moving at once;
- ``conditional_probability``, ``turning_point``: what a known value of one input settles.

Functions take their inputs by name and work on arrays: ``cost(price=…, batch=…)``.
Inputs are drawn independently. Where two hang together (short contexts help both
sides), make one a function of the other inside the model, and draw the other.
"""

import csv
import warnings
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace

import numpy as np
from scipy import optimize, stats

from lib import checks, tables
from lib.economics.cost import Capacity, capital_per_rate
from lib.economics.kvcache import used_context
from lib.hardware import chip
from lib.transformer import transformer

LAWS = ("triangular", "uniform", "log-uniform", "either")
SAMPLERS = ("latin", "sobol", "random")

# The nearest that a sample may come to 0 and 1, where unbounded laws end.
_EDGE = 2.0**-40


@dataclass(frozen=True)
class Uncertain:
    """An input known to lie in a range.

    Arguments
    ---------
    name : the argument of the model that it is
    low, value, high : the range, and the value thought likeliest, in base units
    law : of chance over the range: "triangular" (peak at the value), "uniform",
        "log-uniform" (each factor alike), "either" (one end or the other, evenly);
        or a frozen distribution of scipy.stats, which then need not keep to the range
    label : how figures name it; the name if not given

    A range of no width is a value known for certain, whatever its law.

    Raises ValueError for a value outside its range, an unknown law, and a
    log-uniform range that does not stay above 0.

    >>> price = Uncertain("price", 6000, 10_000, 20_000)
    >>> price.mean, price.quantile(0.0)
    (12000.0, 6000.0)
    """

    name: str
    low: float
    value: float
    high: float
    law: object = "triangular"
    label: str = ""

    def __post_init__(self):
        if not (isinstance(self.name, str) and self.name.isidentifier()):
            raise ValueError(f"name: got {self.name!r}; takes the name of an argument")
        for end in ("low", "high"):
            checks.single(end, getattr(self, end))
        takes = f"a number from low ({self.low:g}) to high ({self.high:g})"
        checks.between("value", self.value, self.low, self.high, takes)
        if hasattr(self.law, "ppf"):
            return
        checks.choice("law", self.law, LAWS)
        if self.law == "log-uniform":
            checks.positive("low", self.low, "a number above 0, for a log-uniform law")

    @property
    def text(self):
        """The label, or the name in words."""
        return self.label or self.name.replace("_", " ")

    def known(self, value):
        """The same input, known to have this value.

        >>> Uncertain("price", 6000, 10_000, 20_000).known(8000).variance
        0.0
        """
        value = checks.single("value", value)
        return Uncertain(self.name, value, value, value, "uniform", self.label)

    @property
    def _frozen(self):
        if hasattr(self.law, "ppf"):
            return self.law
        low, width = self.low, self.high - self.low
        if width == 0:
            return stats.uniform(low, 0)
        if self.law == "triangular":
            return stats.triang((self.value - low) / width, loc=low, scale=width)
        return (
            stats.uniform(low, width) if self.law == "uniform" else stats.loguniform(low, self.high)
        )

    def quantile(self, p):
        """The value that the input stays below with probability ``p``, from 0 to 1."""
        p = checks.between("p", p, 0, 1)
        if self.law == "either":
            return np.where(np.asarray(p) < 0.5, self.low, self.high)
        if self.low == self.high and not hasattr(self.law, "ppf"):
            return np.full(np.shape(p), float(self.low))[()]
        return self._frozen.ppf(p)

    @property
    def mean(self):
        """The mean over the law."""
        if self.law == "either":
            return (self.low + self.high) / 2
        if self.low == self.high and not hasattr(self.law, "ppf"):
            return float(self.low)
        return float(self._frozen.mean())

    @property
    def variance(self):
        """The variance over the law."""
        if self.law == "either":
            return (self.high - self.low) ** 2 / 4
        if self.low == self.high and not hasattr(self.law, "ppf"):
            return 0.0
        return float(self._frozen.var())


@dataclass(frozen=True, eq=False)
class Estimate:
    """A mean over samples, with its standard error.

    Two times in three the true mean lies within one error of the value, nineteen
    times in twenty within two.
    """

    value: float
    error: float


# -- sampling ---------------------------------------------------------------------


def sample(inputs, n, rng, sampler="latin"):
    """``n`` joint draws of independent inputs, as arrays by name.

    Arguments: ``inputs``, a sequence of ``Uncertain``; ``n`` draws; ``rng``, a
    ``numpy.random.Generator``; ``sampler``, "latin" (each input's range is cut into
    n slices, one draw in each; mckay1979), "sobol" (a scrambled Sobol' sequence, n
    a power of two) or "random" (n independent draws).

    Raises ValueError for no inputs, two of one name, and an n that the sampler
    does not take.

    >>> inputs = [Uncertain("price", 6000, 10_000, 20_000), Uncertain("speed", 185, 300, 500)]
    >>> draws = sample(inputs, 4, np.random.default_rng(1))
    >>> sorted(draws), draws["price"].shape
    (['price', 'speed'], (4,))
    """
    inputs = _distinct(inputs)
    n = checks.count("n", n)
    checks.choice("sampler", sampler, SAMPLERS)
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng: got {rng!r}; takes a numpy.random.Generator with a seed")
    if sampler == "sobol" and n & (n - 1):
        raise ValueError(f"n: got {n}; takes a power of two, for the Sobol' sequence")
    size = len(inputs)
    if sampler == "random":
        unit = rng.random((n, size))
    else:
        engine = {"latin": stats.qmc.LatinHypercube, "sobol": stats.qmc.Sobol}[sampler]
        unit = engine(size, rng=rng).random(n)
    return {x.name: x.quantile(_inside(unit[:, i])) for i, x in enumerate(inputs)}


def _inside(p):
    return np.clip(p, _EDGE, 1 - _EDGE)


def _distinct(inputs):
    inputs = list(inputs)
    names = [x.name for x in inputs]
    if not names:
        raise ValueError("inputs: got none; takes at least one Uncertain")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"inputs: got {twice!r} twice; takes each name once")
    return inputs


def _named(inputs, name):
    """The input of a name, and the others."""
    inputs = _distinct(inputs)
    names = [x.name for x in inputs]
    checks.choice("name", name, names)
    return inputs[names.index(name)], [x for x in inputs if x.name != name]


def _finite(values):
    """The values as an array of floats, if every one is finite."""
    values = np.asarray(values, float)
    if not np.all(np.isfinite(values)):
        raise ValueError("function: gave a value that is not a number; takes one finite everywhere")
    return values


def expectation(function, inputs, rng, n=1024, replicates=16, sampler="latin"):
    """The mean of a function over its uncertain inputs, with the error of sampling.

    The mean of ``replicates`` independent samples of n draws each, and its standard
    error from how far those means lie apart. So the error is right for stratified
    samples too, where the usual root of variance over n is too large.

    Arguments: ``function`` of the inputs by name, with the draws as the last axis of
    what it returns (earlier axes are kept); the rest as in ``sample``.

    Raises ValueError where the function is not finite.

    >>> inputs = [Uncertain("price", 0, 5, 10, "uniform"), Uncertain("batch", 1, 2, 3)]
    >>> mean = expectation(lambda price, batch: price + batch, inputs, np.random.default_rng(1))
    >>> print(f"{mean.value:.3f} ± {mean.error:.3f}")
    7.000 ± 0.000
    """
    replicates = checks.count("replicates", replicates, least=2)
    means = []
    for _ in range(replicates):
        values = _finite(function(**sample(inputs, n, rng, sampler)))
        means.append(np.broadcast_to(values, np.broadcast_shapes(values.shape, (n,))).mean(axis=-1))
    return Estimate(np.mean(means, axis=0), np.std(means, axis=0, ddof=1) / np.sqrt(replicates))


def probability(statement, inputs, rng, n=1024, replicates=16, sampler="latin"):
    """How likely a statement about uncertain inputs is, with the error of sampling.

    Arguments: ``statement``, a function of the inputs by name that returns true or
    false for each draw; the rest as in ``expectation``.

    >>> inputs = [Uncertain("price", 0, 5, 10, "uniform")]
    >>> under_3 = probability(lambda price: price < 3, inputs, np.random.default_rng(1))
    >>> print(f"{under_3.value:.3f}")
    0.300
    """

    def holds(**values):
        return np.asarray(statement(**values), bool)

    return expectation(holds, inputs, rng, n, replicates, sampler)


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
    _, others = _named(inputs, name)
    at = np.atleast_1d(np.asarray(checks.finite("at", at), float))
    if not others:
        return Estimate(np.asarray(statement(**{name: at}), float), np.zeros(at.shape))

    def holds(**values):
        held = statement(**{name: at[:, None]}, **values)
        return np.broadcast_to(np.asarray(held, float), (at.size, n))

    return expectation(holds, others, rng, n, replicates)


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


def turning_point(function, inputs, name, target=0.0):
    """Where one input, the others at their likeliest, brings a result to a target.

    Returns the value within the input's range, or None where the whole range stays
    on one side. For a result that rises and falls again it is one crossing of several.

    >>> inputs = [Uncertain("price", 1000, 5000, 20_000), Uncertain("rate", 400, 500, 600)]
    >>> round(turning_point(lambda price, rate: price / rate, inputs, "price", target=20))
    10000
    >>> turning_point(lambda price, rate: price / rate, inputs, "rate", target=20) is None
    True
    """
    target = checks.single("target", target)
    known, others = _named(inputs, name)
    rest = {x.name: x.value for x in others}

    def distance(value):
        return float(_finite(function(**{name: value}, **rest))) - target

    ends = distance(known.low), distance(known.high)
    if ends[0] * ends[1] > 0:
        return None
    if known.low == known.high or ends[0] == 0:
        return float(known.low)
    return float(optimize.brentq(distance, known.low, known.high))


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
    free = [x for x in inputs if x.variance > 0]

    def result(points):
        fixed = {x.name: x.value for x in inputs if x not in free}
        draws = {x.name: points[i] for i, x in enumerate(free)}
        values = _finite(function(**draws, **fixed))
        return np.array(np.broadcast_to(values, points.shape[1:]))[None]  # scipy writes into it

    spread = 0.0
    if free:
        spread = np.var(result(np.stack([*sample(free, n, rng, "sobol").values()])))
    if not spread > 0:
        raise ValueError("function: does not vary with its inputs; takes one that does")
    found = {free[0].name: (1.0, 1.0)}
    if len(free) > 1:
        laws = [SimpleNamespace(ppf=lambda p, x=x: x.quantile(_inside(p))) for x in free]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # scipy warns where a share is 0
            indices = stats.sobol_indices(func=result, n=n, dists=laws, rng=rng)
        pairs = zip(np.ravel(indices.first_order), np.ravel(indices.total_order), strict=True)
        found = {x.name: pair for x, pair in zip(free, pairs, strict=True)}
    shares = [Share(x, *map(float, found.get(x.name, (0.0, 0.0)))) for x in inputs]
    return sorted(shares, key=lambda share: -share.total)


def rank_correlations(function, inputs, rng, n=4096):
    """Spearman's rank correlation of a result with each input, all varying, by name.

    From -1 (the result falls whenever the input rises) to 1; 0 for an input known
    for certain. It sees any steady rise or fall, and misses one that turns round.

    Raises ValueError for a function that does not vary.

    >>> inputs = [Uncertain("a", 0, 1, 2), Uncertain("b", 0, 1, 2)]
    >>> ranks = rank_correlations(lambda a, b: 10 * a - b, inputs, np.random.default_rng(1))
    >>> {name: round(value, 1) for name, value in ranks.items()}
    {'a': 1.0, 'b': -0.1}
    """
    draws = sample(inputs, n, rng)
    values = _finite(function(**draws))
    if not np.ptp(values) > 0:
        raise ValueError("function: does not vary with its inputs; takes one that does")
    values = np.broadcast_to(values, (n,))
    return {
        name: float(stats.spearmanr(values, drawn).statistic) if np.ptp(drawn) > 0 else 0.0
        for name, drawn in draws.items()
    }


# -- the second document's comparison -----------------------------------------------

PRICES = ("market", "make")


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
    checks.choice("prices", prices, PRICES)
    stated = {key: tables.figure("facts", f"{key}_document").value for key in ("context", "batch")}
    speed, rate = (tables.figure("serving", f"document_{key}").value for key in ("speed", "h100"))
    board, server = (
        tables.figure("prices", key).value for key in ("hgx_h100_2024_02", "server_h100")
    )
    used = used_context(prompt=550, output=150)  # the load of groq_70b_llmperf
    stages = transformer("llama2_70b").layers
    fullest = stages * tables.figure("facts", "groq_batch").value
    measured = tables.figure("serving", "groq_70b_llmperf").value
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
        best = tables.figure("serving", "mlperf_h100_offline").value / 8
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
    with open(tables.DATA / "published_throughput.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["system"] == "H100 SXM 80GB"]
    points = []
    for row in rows:
        prompt, answer = float(row["input_tokens"]), float(row["output_tokens"])
        if row["software"] == software and answer >= prompt:
            cards = 1 if row["basis"] == "per GPU" else float(row["tensor_parallel"])
            points.append((used_context(prompt, answer), float(row["tokens_per_s"]) / cards))
    if not points:
        known = sorted({row["software"] for row in rows})
        raise ValueError(f"software: got {software!r}; takes one of {', '.join(known)}")
    context, rate = np.array(points).T
    return context, rate


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
