"""Reuse: keep a prefix's KV cache and load it, or compute it again.

A request starts with text that the machine has often read before: instructions,
documents, the conversation so far. Reading it again costs operations, about twice
the parameters for each token; loading its KV cache costs bytes over some link; and
keeping it costs memory for as long as nobody asks. Three questions follow.

- Is loading quicker? It is where the link brings a token's KV bytes in less time
  than the machine needs for a token's operations: ``break_even_bandwidth``.
- Is keeping cheaper? It is where the next use comes soon enough: the interval at
  which memory costs as much as recomputing (Gray's five-minute rule, gray1987).
- Which memory should hold what is read r times a second? The one whose price per
  byte, or per byte read, is least: ``memory_cost``.

What becomes of it where each layer is split between two memories stands in
``lib.economics.split``.
"""

from dataclasses import dataclass

import numpy as np

from lib import checks, tables
from lib.spatial.placement import cache_precision

# -- time: recompute or load --------------------------------------------------------


def recompute_time(deployment, prefix, known=0):
    """Seconds of arithmetic to compute a prefix, the part of it that is not yet known.

        (operations of the prefix - operations of what is known) / compute

    Each token sees those before it and itself, as far as a layer lets it; none is projected
    onto the vocabulary. The weights' reading is left out: a prefill shares it with whatever
    else the step does. So this is the least that recomputing takes; ``roofline.prefill`` has
    the rest.

    Arguments: ``deployment`` of ``spatial.roofline``; ``prefix`` tokens, of which the
    first ``known`` need no computing. Raises ValueError for a prefix beyond the
    model's context, or more known than there is.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> print(f"{recompute_time(eight, 4096) * 1e3:.1f} ms")
    36.8 ms
    """
    known = checks.not_negative("known", known)
    prefix = checks.positive("prefix", prefix)
    known = checks.between("known", known, 0, prefix, "at most the prefix")
    d, model = deployment, checks.a("deployment", deployment).model

    def operations(tokens):
        some = np.maximum(tokens, 1)  # of no tokens there is no mean
        return tokens * (model.prompt_operations(some) - 2 * model.projection / some)

    return (operations(prefix) - operations(known)) / (d.compute * d.stages)


def kv_bytes(deployment, prefix):
    """Bytes of a prefix's KV cache at the precision in which the deployment keeps it."""
    d, prefix = checks.a("deployment", deployment), checks.positive("prefix", prefix)
    return d.model.kv_bytes(prefix, cache_precision(d.kv_precision, d.precision))


def load_time(size, bandwidth, latency=0.0):
    """Seconds to load so many bytes: latency + size / bandwidth.

    >>> load_time(0.63e9, bandwidth=63e9)
    0.01
    """
    size = checks.not_negative("size", size)
    latency = checks.not_negative("latency", latency)
    return latency + size / checks.positive("bandwidth", bandwidth)


def break_even_bandwidth(deployment, prefix):
    """Bytes/s that load a prefix's KV cache in the time it takes to compute it.

        KV bytes / recompute time

    A link faster than this saves time. It falls as the prefix grows, because each
    token's attention grows and its KV bytes do not.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> print(f"{break_even_bandwidth(eight, 4096) / 1e9:.1f} GB/s")
    18.2 GB/s
    """
    return kv_bytes(deployment, prefix) / recompute_time(deployment, prefix)


def break_even_prefix(deployment, bandwidth, latency=0.0):
    """Tokens from which loading a prefix is quicker than computing it.

    The least prefix with load time at or below recompute time: 1 where loading always
    is, infinite where it is not even for the longest context of the model. Found by
    halving: per token, the time to recompute never falls with the prefix, and the
    time to load never rises.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> print(f"{break_even_prefix(eight, 63e9, latency=1e-3):.0f}")
    165
    """
    bandwidth = checks.positive("bandwidth", bandwidth)
    latency = checks.not_negative("latency", latency)
    model = checks.a("deployment", deployment).model

    def loads(prefix):
        load = load_time(kv_bytes(deployment, prefix), bandwidth, latency)
        return load <= recompute_time(deployment, prefix)

    low = np.ones(np.broadcast_shapes(np.shape(bandwidth), np.shape(latency)))
    high = low * model.context
    always, never = loads(low), np.logical_not(loads(high))
    for _ in range(int(np.ceil(np.log2(model.context))) + 1):
        middle = np.floor((low + high) / 2)
        good = loads(middle)
        low, high = np.where(good, low, middle), np.where(good, middle, high)
    return np.where(always, 1.0, np.where(never, np.inf, high))[()]


# -- dollars: keep or recompute -------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Store:
    """A memory that may keep KV caches between uses.

    Arguments
    ---------
    name : how the book prints it
    bandwidth : bytes/s at which it loads into the machine
    price : dollars per byte of it
    latency : seconds before the first byte

    >>> Store("host memory", bandwidth=63e9, price=5e-9).name
    'host memory'
    """

    name: str
    bandwidth: float
    price: float
    latency: float = 0.0

    def __post_init__(self):
        checks.keep(self, checks.positive, "bandwidth")
        checks.keep(self, checks.not_negative, "price", "latency")


def longest_pause(deployment, prefix, store, machine, lifetime, stall=1.0):
    """Seconds between two uses of a prefix up to which keeping it costs less than recomputing.

        machine x (recompute time - stall x load time) / (KV bytes x price / lifetime)

    0 where loading costs more than recomputing, infinite in a store that costs nothing.

    Arguments: ``machine``, dollars per second of the deployment (``machine_rate``);
    ``lifetime`` in seconds over which the store's price is written off; ``stall``,
    the share of the load for which the machine stands still, from 0 (other requests
    fill the time) to 1.

    Source: gray1987 for the rule, here with arithmetic in place of disk accesses.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> from lib.units import hour, year
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> host = Store("host memory", bandwidth=8 * 63e9, price=5e-9)
    >>> pause = longest_pause(eight, 4096, host, machine_rate(8 * 30_000, 4 * year), 4 * year)
    >>> print(f"{pause / hour:.1f} hours")
    0.7 hours
    """
    machine = checks.not_negative("machine", machine)
    lifetime = checks.positive("lifetime", lifetime)
    stall = checks.between("stall", stall, 0, 1)
    size = kv_bytes(deployment, prefix)
    load = load_time(size, checks.a("store", store).bandwidth, store.latency)
    saved = machine * np.maximum(recompute_time(deployment, prefix) - stall * load, 0.0)
    holding = size * store.price / lifetime
    with np.errstate(divide="ignore"):
        return np.divide(saved, holding + (saved == 0))


def machine_rate(capital, lifetime, utilisation=1.0):
    """Dollars per useful second of a machine: capital / (lifetime x utilisation).

    >>> from lib.units import hour, year
    >>> print(f"{machine_rate(240_000, 4 * year) * hour:.2f}")
    6.84
    """
    capital = checks.not_negative("capital", capital)
    lifetime = checks.positive("lifetime", lifetime)
    return capital / (lifetime * checks.fraction("utilisation", utilisation))


def memory_cost(chip, size, reads):
    """Dollars of chips that hold ``size`` bytes and read all of them ``reads`` times a second.

        price x size x max(1 / memory, reads / bandwidth)

    Few reads: the chip's capacity is what is bought. Many: its bandwidth. A byte may
    lie anywhere; that many chips must work together at all is not asked here.

    >>> from lib.hardware import chip
    >>> h100 = chip("h100_sxm").but(price=30_000)
    >>> print(f"{memory_cost(h100, 80e9, reads=1):.0f} {memory_cost(h100, 80e9, reads=500):.0f}")
    28063 358209
    """
    size = checks.not_negative("size", size)
    reads = checks.not_negative("reads", reads)
    price = checks.a("chip", chip).known("price")
    return price * np.maximum(1 / chip.memory, reads / chip.bandwidth) * size


def break_even_reads(costly, cheap):
    """Reads a second from which bytes are cheaper on the chip of more expensive memory.

        (price / memory) of the costly one x (bandwidth / price) of the cheap one

    Below it the cheap memory costs less, even counting the chips bought for their
    bandwidth alone. The inverse is an interval, as in Gray's rule (gray1987).

    Raises ValueError where the first chip's bytes are not the more expensive, or its
    bandwidth not the cheaper: then the two never cross.

    >>> from lib.hardware import chip
    >>> lpu = chip("groq_lpu").but(price=6000)
    >>> print(f"{break_even_reads(lpu, chip('h100_sxm').but(price=30_000)):.0f} reads a second")
    2904 reads a second
    """
    per_byte = checks.a("costly", costly).known("price") / costly.memory
    name = checks.a("cheap", cheap).name
    takes = f"a chip of costlier bytes and cheaper bandwidth than {name}"
    price = checks.positive("cheap", cheap.known("price"), "a chip that costs something")
    reads = per_byte * cheap.bandwidth / price
    crosses = (per_byte > price / cheap.memory) & (reads < costly.bandwidth / costly.memory)
    checks.require("costly", crosses, lambda: f"got {costly.name}; takes {takes}")
    return reads


# -- what an API charges --------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Tariff:
    """What an API asks for a token: dollars for input, output, and input it has cached.

    ``cached`` equals ``input`` where the API has no such price. Raises ValueError for an
    input that costs nothing: what is given away has no share of a bill.
    """

    name: str
    input: float
    output: float
    cached: float | None = None

    def __post_init__(self):
        if self.cached is None:
            object.__setattr__(self, "cached", self.input)
        checks.keep(self, checks.positive, "input")
        checks.keep(self, checks.not_negative, "output", "cached")

    @property
    def equal_ratio(self):
        """Tokens in for each token out at which input costs as much as output.

        >>> tariff("api_gpt4_turbo").equal_ratio
        3.0
        """
        return self.output / self.input


def tariff(key):
    """The tariff of a key in ``data/prices.toml``, such as "api_gpt4_turbo".

    Raises ValueError for a row that is no tariff.
    """
    row = tables.row("prices", checks.a("key", key, str, "a row of prices"))
    if "input" not in row or "output" not in row:
        raise ValueError(f"key: got {key!r}; takes a row of prices with input and output")
    asked = [field for field in ("input", "output", "cached") if field in row]
    return Tariff(row["name"], **{f: tables.figure("prices", key, f).value for f in asked})


@dataclass(frozen=True, eq=False)
class Invoice:
    """The bill of one request, or of many, in dollars by its parts."""

    fresh: float
    cached: float
    output: float

    @property
    def total(self):
        """Dollars in all."""
        return self.fresh + self.cached + self.output

    @property
    def input_share(self):
        """Share of the bill that is input, cached or not, from 0 to 1; 0 of a bill of nothing."""
        return (self.fresh + self.cached) / (self.total + (self.total == 0))


def invoice(tariff, tokens_in, tokens_out, cached=0):
    """The bill of a request of ``tokens_in``, of which ``cached`` are known, and ``tokens_out``.

    Raises ValueError for negative tokens, a request of none, and more cached than there are.

    >>> print(f"{invoice(tariff('api_gpt4_turbo'), 20_000, 1000).input_share:.0%}")
    87%
    """
    tokens_in = checks.not_negative("tokens_in", tokens_in)
    tokens_out = checks.not_negative("tokens_out", tokens_out)
    checks.positive("tokens_in + tokens_out", tokens_in + tokens_out)
    cached = checks.between("cached", cached, 0, tokens_in, "tokens from 0 to tokens_in")
    fresh = (tokens_in - cached) * checks.a("tariff", tariff).input
    return Invoice(fresh, cached * tariff.cached, tokens_out * tariff.output)


@dataclass(frozen=True)
class Conversation:
    """A conversation that sends its whole history at every turn.

    Arguments, in tokens: ``system``, instructions before the first turn; ``user`` and
    ``answer``, of each turn; ``turns``, how many. Results are arrays over the turns,
    the first first.

    >>> talk = Conversation(system=1000, user=100, answer=300, turns=3)
    >>> talk.prompts
    array([1100., 1500., 1900.])
    >>> talk.prefilled(), talk.prefilled(reuse=True)
    (4500.0, 1300.0)
    """

    system: float
    user: float
    answer: float
    turns: int

    def __post_init__(self):
        checks.keep(self, checks.single, "system", "answer", "user")
        checks.keep(self, checks.not_negative, "system", "answer")
        checks.keep(self, checks.positive, "user")
        checks.keep(self, checks.count, "turns")

    @property
    def prompts(self):
        """Tokens of each turn's prompt: instructions, all turns before, and the question."""
        before = np.arange(self.turns) * (self.user + self.answer)
        return self.system + before + float(self.user)

    @property
    def known(self):
        """Tokens of each turn's prompt whose KV cache the turn before left, answers included."""
        left = self.prompts + self.answer
        return np.concatenate([[0.0], left[:-1]])

    def prefilled(self, reuse=False):
        """Tokens computed as prompt over all turns.

        Without reuse the sum of all prompts, turns x system + user x turns (turns + 1) / 2
        + answer x turns (turns - 1) / 2: quadratic. With reuse each token once: linear.
        """
        return float(np.sum(self.prompts - self.known if reuse else self.prompts))

    def invoice(self, tariff, reuse=False):
        """The API's bill for all turns, with what is known charged as cached, or not."""
        cached = self.known if reuse else np.zeros(self.turns)
        each = invoice(tariff, self.prompts, np.full(self.turns, float(self.answer)), cached)
        return Invoice(*(float(np.sum(part)) for part in (each.fresh, each.cached, each.output)))
