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

The 2026 successor answers the second document's closing question by splitting each
layer between two memories: ``Split`` and ``split_decode``.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from lib import checks, tables
from lib.hardware import Chip
from lib.spatial.placement import cache_precision, whole_chips
from lib.transformer import Transformer
from lib.units import bytes_per_value

# -- time: recompute or load --------------------------------------------------------


def recompute_time(deployment, prefix, known=0):
    """Seconds of arithmetic to compute a prefix, the part of it that is not yet known.

        (prefix - known) x operations per token at the middle of that part / compute

    No token of a prefix is projected onto the vocabulary. The weights' reading is left
    out: a prefill shares it with whatever else the step does. So this is the least that
    recomputing takes; ``roofline.prefill`` has the rest.

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
    prefix = deployment.model.check_context(prefix)
    d = deployment
    projection = 2 * d.model.vocabulary * d.model.hidden
    each = d.model.operations_per_token((prefix + known) / 2, prompt=True) - projection
    return (prefix - known) * each / (d.compute * d.stages)


def kv_bytes(deployment, prefix):
    """Bytes of a prefix's KV cache at the precision in which the deployment keeps it."""
    d = deployment
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
    model = deployment.model

    def loads(prefix):
        load = load_time(kv_bytes(deployment, prefix), bandwidth, latency)
        return load <= recompute_time(deployment, prefix)

    low = np.ones(np.broadcast_shapes(np.shape(bandwidth), np.shape(latency)))
    high = low * model.context
    always, never = loads(low), ~np.asarray(loads(high))
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


@dataclass(frozen=True, eq=False)
class Choice:
    """The two ways to a prefix's KV cache, in seconds and in dollars; see ``choice``.

    ``size`` is bytes of cache, ``holding`` dollars per second while they are kept.
    """

    size: float
    recompute_time: float
    load_time: float
    recompute_cost: float
    load_cost: float
    holding: float

    @property
    def speedup(self):
        """How many times quicker loading is."""
        return self.recompute_time / self.load_time

    def keeping_cost(self, interval):
        """Dollars of a use that comes so many seconds after the last: holding and loading."""
        return self.load_cost + self.holding * checks.not_negative("interval", interval)

    @property
    def interval(self):
        """Seconds between uses up to which keeping is cheaper than recomputing.

        (recompute cost - load cost) / holding; 0 where loading costs more already.
        """
        saved = np.maximum(self.recompute_cost - self.load_cost, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(saved > 0, saved / np.asarray(self.holding, float), 0.0)[()]


def choice(deployment, prefix, store, machine, lifetime, stall=1.0):
    """A prefix in a store: what loading, keeping and recomputing take.

    Arguments: ``machine``, dollars per second of the deployment (``machine_rate``);
    ``lifetime`` in seconds over which the store's price is written off; ``stall``,
    the share of the load for which the machine stands still, from 0 (other requests
    fill the time) to 1.

    Source: gray1987 for the rule, here with arithmetic in place of disk accesses.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> from lib.units import year
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> host = Store("host memory", bandwidth=8 * 63e9, price=5e-9)
    >>> kept = choice(eight, 4096, host, machine_rate(8 * 30_000, 4 * year), 4 * year)
    >>> print(f"{kept.speedup:.0f} times quicker, kept for {kept.interval / 3600:.1f} hours")
    28 times quicker, kept for 0.7 hours
    """
    machine = checks.not_negative("machine", machine)
    lifetime = checks.positive("lifetime", lifetime)
    stall = checks.between("stall", stall, 0, 1)
    size = kv_bytes(deployment, prefix)
    again = recompute_time(deployment, prefix)
    load = load_time(size, store.bandwidth, store.latency)
    return Choice(
        size=size,
        recompute_time=again,
        load_time=load,
        recompute_cost=machine * again,
        load_cost=machine * stall * load,
        holding=size * store.price / lifetime,
    )


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
    30000 358209
    """
    size = checks.not_negative("size", size)
    reads = checks.not_negative("reads", reads)
    return chip.known("price") * size * np.maximum(1 / chip.memory, reads / chip.bandwidth)


def break_even_reads(dear, cheap):
    """Reads a second from which bytes are cheaper on the chip of dearer memory.

        (price / memory) of the dear one x (bandwidth / price) of the cheap one

    Below it the cheap memory costs less, even counting the chips bought for their
    bandwidth alone. The inverse is an interval, as in Gray's rule (gray1987).

    Raises ValueError where the first chip's bytes are not the dearer, or its
    bandwidth not the cheaper: then the two never cross.

    >>> from lib.hardware import chip
    >>> lpu = chip("groq_lpu").but(price=6000)
    >>> print(f"{break_even_reads(lpu, chip('h100_sxm').but(price=30_000)):.0f} reads a second")
    2904 reads a second
    """
    per_byte = dear.known("price") / dear.memory
    reads = per_byte * cheap.bandwidth / cheap.known("price")
    takes = f"a chip of dearer bytes and cheaper bandwidth than {cheap.name}"
    crosses = (per_byte > cheap.price / cheap.memory) & (reads < dear.bandwidth / dear.memory)
    if not np.all(crosses):
        raise ValueError(f"dear: got {dear.name}; takes {takes}")
    return reads


# -- what an API charges --------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Tariff:
    """What an API asks for a token: dollars for input, output, and input it has cached.

    ``cached`` equals ``input`` where the API has no such price. ``write`` is asked
    once for input that is put into the cache.
    """

    name: str
    input: float
    output: float
    cached: float | None = None
    write: float | None = None

    def __post_init__(self):
        for field in ("cached", "write"):
            if getattr(self, field) is None:
                object.__setattr__(self, field, self.input)
        checks.keep(self, checks.not_negative, "input", "output", "cached", "write")

    @property
    def equal_ratio(self):
        """Tokens in for each token out at which input costs as much as output.

        >>> tariff("api_gpt4_turbo").equal_ratio
        3.0
        """
        return self.output / self.input

    @property
    def break_even_uses(self):
        """Uses of the same input from which caching it costs less than sending it plain.

        write + cached x (uses - 1) < input x uses; infinite where cached input is no cheaper.

        >>> Tariff("kept an hour", input=1.0, output=5.0, cached=0.1, write=2.0).break_even_uses
        3.0
        """
        saved = np.asarray(self.input - self.cached, float)
        with np.errstate(divide="ignore", invalid="ignore"):
            exact = np.where(saved > 0, (self.write - self.cached) / saved, np.inf)
        return (np.floor(exact) + 1.0)[()]


def tariff(key):
    """The tariff of a key in ``data/prices.toml``, such as "api_gpt4_turbo".

    Raises ValueError for a row that is no tariff.
    """
    row = tables.row("prices", key)
    if "input" not in row or "output" not in row:
        raise ValueError(f"key: got {key!r}; takes a row of prices with input and output")
    fields = {f: tables.figure("prices", key, f).value for f in ("input", "output")}
    if "cached" in row:
        fields["cached"] = tables.figure("prices", key, "cached").value
    return Tariff(row["name"], **fields)


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
        """Share of the bill that is input, cached or not, from 0 to 1."""
        return (self.fresh + self.cached) / self.total


def invoice(tariff, tokens_in, tokens_out, cached=0):
    """The bill of a request of ``tokens_in``, of which ``cached`` are known, and ``tokens_out``.

    Raises ValueError for negative tokens and more cached than there are.

    >>> print(f"{invoice(tariff('api_gpt4_turbo'), 20_000, 1000).input_share:.0%}")
    87%
    """
    tokens_in = checks.not_negative("tokens_in", tokens_in)
    tokens_out = checks.not_negative("tokens_out", tokens_out)
    cached = checks.between("cached", cached, 0, tokens_in, "tokens from 0 to tokens_in")
    fresh = (tokens_in - cached) * tariff.input
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

    def recompute_time(self, deployment, reuse=False):
        """Seconds of arithmetic for all prompts; see ``recompute_time``."""
        known = self.known if reuse else 0.0
        return float(np.sum(recompute_time(deployment, self.prompts, known)))

    def invoice(self, tariff, reuse=False):
        """The API's bill for all turns, with what is known charged as cached, or not."""
        cached = self.known if reuse else np.zeros(self.turns)
        each = invoice(tariff, self.prompts, np.full(self.turns, float(self.answer)), cached)
        return Invoice(*(float(np.sum(part)) for part in (each.fresh, each.cached, each.output)))


# -- the split: attention on HBM, feed-forward on SRAM ---------------------------------


@dataclass(frozen=True, eq=False)
class Split:
    """One copy of a model whose layers are split between two kinds of chip.

    Attention, the KV cache, embedding and output projection lie on chips with HBM,
    which work on every layer together. The feed-forward blocks, with all experts, lie
    in the SRAM of the other chips, cut into ``stages`` groups of layers. Each layer
    sends every token's hidden vector across and back.

    Arguments
    ---------
    model : what runs
    hbm, hbm_chips, sram, sram_chips : the two sides
    precision, kv_precision, activation_precision : of weights (and arithmetic), cache,
        and of the vectors that cross
    stages : groups of layers on the SRAM side; each layer its own if not given
    link_bandwidth : bytes/s between the two sides, per direction, all links together
    link_latency : seconds one way, besides moving the bytes

    Raises ValueError naming the argument, and where the feed-forward blocks or the
    attention's weights do not fit how many chips short it is.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 8, chip("groq_lpu"), 245,
    ...               precision="int8")
    >>> print(f"{split.feed_forward_bytes / 1e9:.1f} GB, {split.requests(4096):.0f} requests")
    56.4 GB, 934 requests
    """

    model: Transformer
    hbm: Chip
    hbm_chips: float
    sram: Chip
    sram_chips: float
    precision: str = "fp8"
    kv_precision: str | None = None
    activation_precision: str = "fp16"
    stages: int | None = None
    link_bandwidth: float = np.inf
    link_latency: float = 0.0

    def __post_init__(self):
        cache_precision(self.kv_precision, self.precision)
        bytes_per_value(self.activation_precision)
        for chip in (self.hbm, self.sram):
            chip.peak(self.precision)
        layers = self.model.layers
        if self.stages is None:
            object.__setattr__(self, "stages", layers)
        checks.keep(self, checks.whole, "stages", "hbm_chips", "sram_chips")
        checks.between("stages", self.stages, 1, layers, f"at most the model's {layers} layers")
        checks.keep(self, partial(checks.positive, infinite=True), "link_bandwidth")
        checks.keep(self, checks.not_negative, "link_latency")
        for name, chip, held in (
            ("hbm_chips", self.hbm, self.attention_bytes),
            ("sram_chips", self.sram, self.feed_forward_bytes),
        ):
            count = getattr(self, name)
            least = whole_chips(held, chip.memory)
            short = least - np.min(count)
            if short > 0:
                raise ValueError(
                    f"{name}: got {np.min(count)}; its part of {self.model.name} takes at least "
                    f"{least:.0f} of {chip.name}, {short:.0f} chips short"
                )

    @property
    def chips(self):
        """Chips of both kinds."""
        return self.hbm_chips + self.sram_chips

    @property
    def capital(self):
        """Dollars for the chips of both kinds."""
        return self.hbm_chips * self.hbm.known("price") + self.sram_chips * self.sram.known("price")

    # Weights by side. Embedding and output projection lie with attention.

    def _feed_forward(self, parameters):
        m = self.model
        rest = m.layers * m.attention_parameters + m.hidden * (2 * m.layers + 1)
        return parameters - rest - m.embedding_parameters

    @property
    def feed_forward_bytes(self):
        """Bytes that lie in SRAM: every expert of every layer."""
        return self._feed_forward(self.model.parameters) * bytes_per_value(self.precision)

    @property
    def attention_bytes(self):
        """Bytes of weights that lie in HBM."""
        return self.model.weight_bytes(self.precision) - self.feed_forward_bytes

    def kv_bytes(self, context):
        """Bytes of one request's KV cache, which lie in HBM."""
        return self.model.kv_bytes(context, cache_precision(self.kv_precision, self.precision))

    def requests(self, context):
        """Requests of a context whose KV cache fits into HBM beside the attention's weights."""
        context = checks.positive("context", context)
        room = self.hbm_chips * self.hbm.memory - self.attention_bytes
        return np.floor(room / self.kv_bytes(context))


@dataclass(frozen=True, eq=False)
class SplitStep:
    """One decode step of a split model by its parts, each in seconds; see ``split_decode``.

    ``attention``, ``feed_forward`` and ``link`` follow each other; ``waiting`` is what
    a group waits for the HBM side, which serves the other groups in between.
    """

    batch: float
    attention: float
    feed_forward: float
    link: float
    waiting: float

    @property
    def time(self):
        """Seconds per token of a request."""
        return self.attention + self.feed_forward + self.link + self.waiting

    @property
    def speed(self):
        """Tokens per second that one request sees."""
        return 1 / self.time

    @property
    def throughput(self):
        """Tokens per second of all requests together."""
        return self.batch / self.time


def split_decode(split, batch, context, groups=1):
    """The step that gives each of ``batch`` requests its next token on a split machine.

    The batch is cut into ``groups`` that take turns, so that one is at the HBM side
    while others are under way or in SRAM. Of a group of g requests, each layer takes

        attention     max(bytes of weights and KV / bandwidth, operations / compute) on HBM
        feed-forward  max(bytes of the experts met / bandwidth, operations / compute) in SRAM
        link          2 x (latency + g x hidden x bytes / link bandwidth)

    A token's time is the sum over the layers, or, where that is longer, the time for
    which its groups keep the busiest part at work: the HBM side, one SRAM stage or
    one direction of the link.

    Raises ValueError for a batch below 1, more groups than requests, and a batch
    whose KV cache does not fit.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 17, chip("groq_lpu"), 245,
    ...               precision="int8", stages=8, link_bandwidth=17 * 50e9, link_latency=3e-6)
    >>> step = split_decode(split, batch=128, context=4096, groups=2)
    >>> print(f"{step.speed:.0f} tokens/s for each of 128")
    508 tokens/s for each of 128
    """
    s, m = split, split.model
    batch = checks.at_least("batch", batch, 1)
    groups = checks.whole("groups", groups)
    checks.between("groups", groups, 1, batch, "at most one a request")
    most = s.requests(context)
    room = f"at most the {np.min(most):.0f} requests of {np.max(context):,} tokens that HBM holds"
    checks.between("batch", batch, 1, most, room)

    group = np.ceil(batch / groups)
    per_value = bytes_per_value(s.precision)
    met = s._feed_forward(m.parameters_read(group)) * per_value
    met_operations = 2 * s._feed_forward(m.active_parameters)
    other_operations = m.operations_per_token(context) - met_operations

    attention = _phase(
        s.attention_bytes + group * s.kv_bytes(context),
        group * other_operations,
        s.hbm_chips,
        s.hbm,
        s.precision,
    )
    # A layer has the chips of its stage to itself.
    feed_forward = _phase(met, group * met_operations, s.sram_chips / s.stages, s.sram, s.precision)
    moving = m.layers * group * m.hidden * bytes_per_value(s.activation_precision)
    moving = moving / s.link_bandwidth
    link = 2 * (m.layers * s.link_latency + moving)

    busiest = np.maximum(np.maximum(attention, feed_forward / s.stages), moving)
    waiting = np.maximum(groups * busiest - (attention + feed_forward + link), 0.0)
    return SplitStep(batch, attention, feed_forward, link, waiting)


def _phase(size, operations, chips, chip, precision):
    """Seconds to read so many bytes and do so many operations, the longer of the two."""
    return np.maximum(size / (chips * chip.bandwidth), operations / (chips * chip.peak(precision)))


@dataclass(frozen=True, eq=False)
class LinkNeed:
    """What the link between the two sides must do; see ``link_needed``.

    ``bandwidth`` in bytes/s per direction for all requests together; ``transfer``,
    seconds that one crossing may take, moving included (0: no link is quick enough).
    """

    bandwidth: float
    transfer: float


def link_bytes(model, activation_precision="fp16"):
    """Bytes that one token sends across and back between attention and feed-forward.

        2 x layers x hidden x bytes

    >>> from lib.transformer import transformer
    >>> link_bytes(transformer("llama2_70b")) / 1e6
    2.62144
    """
    return 2 * model.layers * model.hidden * bytes_per_value(activation_precision)


def link_needed(split, batch, context, speed, groups=1):
    """What the link must do for each of ``batch`` requests to get ``speed`` tokens/s.

        bandwidth  batch x speed x layers x hidden x bytes
        transfer   (1 / speed - attention - feed-forward) / (2 x layers)

    The transfer is 0 too where the groups that take turns keep one side busy for longer
    than a token may take.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 32, chip("groq_lpu"), 245,
    ...               precision="int8", stages=8)
    >>> need = link_needed(split, batch=128, context=4096, speed=500)
    >>> print(f"{need.bandwidth / 1e9:.0f} GB/s, {need.transfer * 1e6:.1f} us a crossing")
    84 GB/s, 2.8 us a crossing
    """
    speed = checks.positive("speed", speed)
    step = split_decode(split, batch, context, groups)
    batch = step.batch
    each_way = link_bytes(split.model, split.activation_precision) / 2
    busy = groups * np.maximum(step.attention, step.feed_forward / split.stages)
    left = np.where(busy <= 1 / speed, 1 / speed - step.attention - step.feed_forward, 0.0)
    transfer = np.maximum(left, 0.0) / (2 * split.model.layers)
    return LinkNeed(batch * speed * each_way, transfer[()])
