"""Generations: the document's argument asked again of later chips and models.

The published speeds of SRAM machines hardly depend on the bytes that a token reads.
They depend on the number of layers: a token takes about the same time in each, for
handing vectors between chips, for the small operations between the large ones, for the
weights' way into the matrix unit. So ``Spread`` describes a model that is spread over
the SRAM of many chips by that one time a layer, unless reading or computing takes longer:

    time = max(layers x layer time, reading, computing)

The layer time is that of a published speed, reading included, so the three do not add up.

The chips are bought for their bytes, as in the document's reckoning. Every layer has its
own share of them, so that as many groups of requests are under way as there are layers.

``compare`` turns the document's conclusions into ratios that a claim puts above 1, so
that one rule tells what has become of each (``verdict``).
"""

import dataclasses
from dataclasses import dataclass

import numpy as np

from lib import checks, tables
from lib.economics.cost import Capacity, capital_per_rate
from lib.hardware import Chip
from lib.spatial.placement import bytes_needed, cache_precision, whole_chips
from lib.transformer import Transformer, transformer
from lib.units import bytes_per_value


def layer_time(key):
    """Seconds that a token of a published speed spends in each layer.

        1 / (tokens a second of one request x layers)

    Argument: a row of ``data/serving.toml`` that counts one request.

    >>> print(f"{layer_time('groq_llama3_70b') * 1e6:.0f} us")
    50 us
    """
    row = tables.row("serving", key)
    if row["basis"] != "per request":
        raise ValueError(f"key: got {key!r}, which counts {row['basis']}; takes one request's")
    return 1 / (tables.figure("serving", key).value * transformer(row["model"]).layers)


def price_by_operations(card, peer, precision="fp8", peer_precision=None):
    """Dollars a chip would cost if operations cost what they cost in a peer.

    The document's estimate of a price that is not published (li2024groq).

    Arguments: the ``card`` without a price, its ``peer`` with one, the ``precision`` to count
    operations at, and ``peer_precision`` where the peer calls it otherwise.

    >>> from lib.hardware import chip
    >>> groq, h100 = chip("groq_document"), chip("h100_document")
    >>> round(price_by_operations(groq, h100, "fp16"))
    5703
    """
    ratio = card.peak(precision) / peer.peak(peer_precision or precision)
    return ratio * peer.known("price")


@dataclass(frozen=True, eq=False)
class Spread:
    """A model spread over the SRAM of as many chips as its bytes take.

    Arguments
    ---------
    card, model : what runs what
    layer_time : seconds that a token spends in a layer at least
    precision, kv_precision : of the weights and of the cache; the cache's is the weights'
        unless given
    price : dollars a chip; the card's own unless given

    >>> from lib.hardware import chip
    >>> groq = Spread(chip("groq_lpu"), transformer("llama3_70b"), 50e-6, price=6000)
    >>> groq.chips(batch=1, context=4096), round(groq.speed(1, 4096))
    (309.0, 250)
    """

    card: Chip
    model: Transformer
    layer_time: float
    precision: str = "int8"
    kv_precision: str | None = None
    price: float | None = None

    def __post_init__(self):
        checks.keep(self, checks.not_negative, "layer_time")
        cache_precision(self.kv_precision, self.precision)
        self.card.peak(self.precision)
        if self.price is None:
            object.__setattr__(self, "price", self.card.price)
        else:
            checks.keep(self, checks.not_negative, "price")

    def chips(self, batch=0, context=0):
        """Whole chips that hold the weights and the caches of a batch."""
        held = bytes_needed(self.model, self.precision, batch, context, self.kv_precision)
        return whole_chips(held, self.card.memory)

    def token_time(self, batch, context):
        """Seconds a token takes, with ``batch`` requests of ``context`` tokens on their chips.

        A layer has its share of the chips and reads with theirs alone; one group of requests
        is in each layer.
        """
        group = np.ceil(checks.at_least("batch", batch, 1) / self.model.layers)
        share = self.chips(batch, context) / self.model.layers
        kv_bytes = self.model.kv_bytes(context, cache_precision(self.kv_precision, self.precision))
        read = self.model.parameters_read(group) * bytes_per_value(self.precision)
        reading = (read + group * kv_bytes) / (share * self.card.bandwidth)
        computing = group * self.model.operations_per_token(context)
        computing = computing / (share * self.card.peak(self.precision))
        return np.maximum(self.model.layers * self.layer_time, np.maximum(reading, computing))

    def speed(self, batch, context):
        """Tokens/s of one request."""
        return 1 / self.token_time(batch, context)

    def cost(self, batch, context):
        """Dollars of chips per (token/s) of all requests together.

        Raises ValueError where no price is known.
        """
        if self.price is None:
            raise ValueError(f"price: {self.card.name} has no figure for it; give one")
        capital = self.price * self.chips(batch, context)
        return capital_per_rate(capital, batch * self.speed(batch, context))

    def but(self, **changes):
        """The same with some fields changed."""
        return dataclasses.replace(self, **changes)


def split_chips(sram, dram, model, batch, context, precision="fp8"):
    """Chips of each kind where the cache and attention lie in DRAM, all else in SRAM.

    The feed-forward blocks, experts included, need SRAM for their weights and nothing for a
    request. Attention, its cache and the embeddings lie on the DRAM chips, by bytes.

    Returns whole (SRAM chips, DRAM chips).

    >>> from lib.hardware import chip
    >>> lp30, rubin, deepseek = chip("lp30"), chip("rubin"), transformer("deepseek_v3")
    >>> one, many = (split_chips(lp30, rubin, deepseek, n, 131072) for n in (1, 128))
    >>> one, many
    ((1316.0, 1.0), (1316.0, 3.0))
    """
    per_value = bytes_per_value(precision)
    blocks = model.feed_forward_parameters * per_value
    rest = bytes_needed(model, precision, batch, context) - blocks
    return whole_chips(blocks, sram.memory), whole_chips(rest, dram.memory)


# -- the conclusions, then and now -----------------------------------------------------


@dataclass(frozen=True)
class Case:
    """An SRAM chip, a DRAM chip and a model, as the document's reckoning needs them.

    Arguments
    ---------
    sram_memory, dram_memory : bytes a chip
    sram_bandwidth, dram_bandwidth : bytes/s a chip
    sram_price, dram_price : dollars a chip
    weights, request : bytes of the model and of one request's cache
    speed : tokens/s of one request on the SRAM machine, at every batch
    dram_rate : tokens/s of all requests on one DRAM chip, in a machine that is full
    dram_entry : dollars of the smallest DRAM machine that is sold
    batch : requests of the second reckoning
    all_reduces : a token's, on chips that share a layer
    """

    sram_memory: float
    dram_memory: float
    sram_bandwidth: float
    dram_bandwidth: float
    sram_price: float
    dram_price: float
    weights: float
    request: float
    speed: float
    dram_rate: float
    dram_entry: float
    all_reduces: int
    batch: int = 128

    def __post_init__(self):
        checks.keep(self, checks.positive, "sram_memory", "dram_memory", "sram_bandwidth",
                    "dram_bandwidth", "weights", "request", "speed", "dram_rate", "dram_entry",
                    "batch")  # fmt: skip
        checks.keep(self, checks.not_negative, "sram_price", "dram_price")
        checks.keep(self, checks.whole, "all_reduces")

    @property
    def sram(self):
        """The SRAM machine of the document's capacity model."""
        return Capacity(self.sram_price, self.sram_memory, self.weights, self.request, self.speed)

    @property
    def dram_cost(self):
        """Dollars per (token/s) of the DRAM chip."""
        return capital_per_rate(self.dram_price, self.dram_rate)


def compare(case, all_reduce):
    """The document's conclusions as ratios, each above 1 where the conclusion holds.

    Arguments: a ``Case``; ``all_reduce`` seconds of one among GPUs. Returns a dict.

    >>> document = Case(sram_memory=230e6, dram_memory=96e9, sram_bandwidth=80e12,
    ...     dram_bandwidth=3.35e12, sram_price=6000, dram_price=30_000, weights=70e9,
    ...     request=0.625e9, speed=500, dram_rate=425, dram_entry=300_000, all_reduces=160)
    >>> {name: round(float(value), 2) for name, value in compare(document, 22.5e-6).items()}
    {'reads': 23.88, 'holds': 417.39, 'chips': 305.0, 'request': 2.72, 'cache': 1.14, \
'alone': 51.85, 'batched': 1.15, 'floor': 2.16, 'entry': 6.1, 'network': 1.8}
    """
    sram = case.sram
    all_reduce = checks.positive("all_reduce", all_reduce)
    return {
        "reads": case.sram_bandwidth / case.dram_bandwidth,
        "holds": case.dram_memory / case.sram_memory,
        "chips": sram.chips(0) / whole_chips(case.weights, case.dram_memory),
        "request": case.request / case.sram_memory,
        "cache": case.batch * case.request / case.weights,
        "alone": sram.capital(0) / case.speed / case.dram_cost,
        "batched": case.dram_cost / sram.cost(case.batch),
        "floor": case.dram_cost / sram.floor,
        "entry": sram.entry / case.dram_entry,
        "network": case.all_reduces * all_reduce * case.speed,
    }


def verdict(then, now, within=2.0, otherwise=None):
    """What became of a conclusion that is true above 1, in a word.

    "depends" where the ratio of now lies on one side of 1 and ``otherwise``, the same by
    another figure for an open input, on the other; "reversed" where the ratio has crossed 1,
    "changed" where it has moved by more than a factor ``within`` on its side, else "holds".

    >>> verdict(417, 360), verdict(6.1, 45), verdict(1.15, 0.09)
    ('holds', 'changed', 'reversed')
    >>> verdict(1.8, 2.7, otherwise=0.9)
    'depends'
    """
    then = checks.positive("then", checks.single("then", then))
    now = checks.positive("now", checks.single("now", now))
    within = checks.at_least("within", checks.single("within", within), 1)
    if otherwise is None:
        otherwise = now
    if (checks.positive("otherwise", checks.single("otherwise", otherwise)) > 1) != (now > 1):
        return "depends"
    if (then > 1) != (now > 1):
        return "reversed"
    return "changed" if max(then / now, now / then) > within else "holds"
