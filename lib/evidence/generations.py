"""Generations: the document's argument asked again of later chips and models.

The published speeds of SRAM machines hardly depend on the bytes that a token reads.
They depend on the number of layers: a token takes about the same time in each, for
handing vectors between chips, for the small operations between the large ones, for the
weights' way into the matrix unit. So ``Spread`` describes a model that is spread over
the SRAM of many chips by that one time a layer, unless reading or computing takes longer:

    time = max(layers x layer time, reading, computing)

The layer time is that of a published speed, reading included, so the three do not add up.

The chips are bought for their bytes, as in the document's calculation. Every layer has its
own share of them, so that as many groups of requests are under way as there are layers.

``compare`` turns the document's conclusions into ratios that a claim puts above 1, so
that one rule tells what has become of each (``outcome``).

The LPU's practice stands on one speed. ``lpu_speeds`` puts it beside what was published of other
models, ``lpu_interval`` says how wide that makes it. All of them are speeds of one request of a
service: no batch on an LPU has been measured.
"""

from dataclasses import dataclass

import numpy as np

from lib import checks, tables
from lib.economics.cost import Capacity, capital_per_rate
from lib.economics.practice import (
    is_lpu,
    machine,
    practice,
    published_speeds,
    wafer_practice,
)
from lib.economics.service import smallest
from lib.hardware import Chip, chip
from lib.spatial.placement import by_bytes, cache_precision, chips_short, whole_chips
from lib.spatial.roofline import Deployment, decode
from lib.transformer import Transformer, transformer


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


def price_by_operations(card, peer, precision="fp8"):
    """Dollars a chip would cost if operations cost what they cost in a peer.

    The document's estimate of a price that is not published (li2024groq).

    Arguments: the ``card`` without a price, its ``peer`` with one, the ``precision`` to count
    operations at.

    >>> from lib.hardware import chip
    >>> groq, h100 = chip("groq_document"), chip("h100_document")
    >>> round(price_by_operations(groq, h100, "fp16"))
    5703
    """
    return peer.known("price") * card.peak(precision) / peer.peak(precision)


def owned(key):
    """A chip whose price is what a second of owning it costs: $/s in place of $.

    All rows are one analyst's of spring 2026 (inferencexapp2026, tokenomics2026), purchase, host,
    power and building included. What costs a rate of tokens then costs dollars a token.

    >>> round(owned("b200").price * 3600, 2)
    1.95
    """
    return chip(key).but(price=tables.figure("prices", f"own_{key}").value)


# -- the LPU's practice against what was published of it -----------------------------------

#: Tokens that a request of theirs is taken to hold.
HELD = 1024


def lpu_machine(model):
    """The machine that the LPU's practice stands on, for any model: a layer on a node of eight.

    A layer takes as many nodes as hold it with one request's cache; the chips of several nodes
    share its positions. For LLaMA-2 70B that is the speed to which the practice was fitted.

    >>> made = lpu_machine("llama2_70b")
    >>> made.tensor, round(float(decode(made, 1, 2048).speed))
    (8, 300)
    """
    model, nodes, short = transformer(model), 0, 1.0
    while short > 0:
        nodes += 1
        way = "heads" if nodes == 1 else "context"
        made = machine("groq_lpu", model, "int8", 8 * nodes, model.layers, attention=way)
        short = np.max(chips_short(made, 1, HELD))
    return made


def lpu_speeds():
    """Published speeds of one request on LPUs, each with the practice's own: a list of mappings.

    ``slower`` is the time of a token over the predicted one. Left out are the speed that was
    fitted, speeds with drafted tokens and those that count the first token.

    >>> first = lpu_speeds()[0]
    >>> print(f"{first['model']}: {first['speed']:.0f} published, {first['says']:.0f} predicted")
    llama2_70b: 240 published, 300 predicted
    """
    keys = [key for key in published_speeds("groq_lpu") if key != "groq_70b_marketed"]
    return _beside(keys, lpu_machine)


def _beside(keys, made):
    """Published speeds beside the practice's own, on the machine that is made for a model."""
    found = []
    for key in keys:
        row, stated = tables.load("serving")[key], tables.figure("serving", key)
        says = float(decode(made(row["model"]), 1, HELD).speed)
        facts = {"key": key, "model": row["model"], "by": row["by"], "date": stated.date}
        found.append({**facts, "speed": stated.value, "says": says, "slower": says / stated.value})
    return found


def wafer_speeds():
    """The same of the wafer, whose practice is the median of these models.

    >>> sorted(round(row["slower"], 1) for row in wafer_speeds())
    [0.5, 0.6, 0.6, 1.0, 1.2, 1.2, 1.9]
    """

    def made(model):
        held = Deployment(chip("wse3"), transformer(model), "fp16", practice=wafer_practice())
        return smallest(held, 1, HELD, (1,), range(1, held.model.layers + 1))

    return _beside(published_speeds("wse3"), made)


@dataclass(frozen=True)
class Interval:
    """A token's time over the predicted one, ``low`` to ``high``, among so many ``models``.

    ``covers`` is the chance that another model of the kind lies within: among n + 1 that come in
    any order, the last is neither the least nor the greatest with (n - 1) / (n + 1).
    """

    low: float
    high: float
    models: int

    @property
    def covers(self):
        return (self.models - 1) / (self.models + 1)

    def around(self, price):
        """The range of a price that was computed with the practice."""
        return self.low * price, self.high * price


def lpu_interval():
    """How far the LPU's practice may be off in a token's time, and so in its price.

    One ratio a model, the median of its published speeds, so that none counts twice; the
    interval runs from the least to the greatest. It speaks of one request: on the batches at
    which an LPU's token is cheap nothing was measured.

    >>> found = lpu_interval()
    >>> found.low < 1 < found.high, found.models
    (True, 11)
    """
    return _interval(lpu_speeds())


def wafer_interval():
    """The same of the wafer's practice, by the models of which it is the median.

    >>> found = wafer_interval()
    >>> f"{found.low:.2f} to {found.high:.2f}, {found.models} models"
    '0.55 to 1.93, 6 models'
    """
    return _interval(wafer_speeds())


def published_interval(card):
    """The interval of a chip whose practice stands on published speeds; None for any other.

    >>> published_interval(chip("wse3")) == wafer_interval(), published_interval(chip("b200"))
    (True, None)
    """
    if is_lpu(card):
        return lpu_interval()
    return wafer_interval() if practice(card) is wafer_practice() else None


def _interval(rows):
    slower = {}
    for row in rows:
        slower.setdefault(row["model"], []).append(row["slower"])
    middle = [float(np.median(ratios)) for ratios in slower.values()]
    return Interval(min(middle), max(middle), len(middle))


@dataclass(frozen=True, eq=False)
class Spread:
    """A model spread over the SRAM of as many chips as its bytes take.

    Arguments
    ---------
    card, model : what runs what
    layer_time : seconds that a token spends in a layer at least
    precision, kv_precision : of the weights and of the cache; the cache's is the weights'
        unless given

    >>> from lib.hardware import chip
    >>> groq = Spread(chip("groq_lpu"), transformer("llama3_70b"), 50e-6)
    >>> groq.chips(batch=1, context=4096), round(groq.speed(1, 4096))
    (309.0, 250)
    """

    card: Chip
    model: Transformer
    layer_time: float
    precision: str = "int8"
    kv_precision: str | None = None

    def __post_init__(self):
        checks.keep(self, checks.not_negative, "layer_time")
        cache = cache_precision(self.kv_precision, self.precision)
        object.__setattr__(self, "kv_precision", cache)
        self.card.peak(self.precision)

    def chips(self, batch=0, context=0):
        """Whole chips that hold the weights and the caches of a batch."""
        placed = by_bytes(self.card, self.model, self.precision, batch, context, self.kv_precision)
        return placed.chips

    def token_time(self, batch, context):
        """Seconds a token takes, with ``batch`` requests of ``context`` tokens on their chips.

        A layer has its share of the chips and reads with theirs alone; one group of requests
        is in each layer.
        """
        model = self.model
        group = np.ceil(checks.at_least("batch", batch, 1) / model.layers)
        share = self.chips(batch, context) / model.layers
        read = model.weight_bytes_read(group, self.precision)
        read = read + group * model.kv_bytes_read(context, self.kv_precision)
        computing = group * model.operations_per_token(context) / self.card.peak(self.precision)
        busy = np.maximum(read / self.card.bandwidth, computing) / share
        return np.maximum(model.layers * self.layer_time, busy)

    def speed(self, batch, context):
        """Tokens/s of one request."""
        return 1 / self.token_time(batch, context)

    def cost(self, batch, context):
        """Dollars of chips per (token/s) of all requests together.

        Raises ValueError where no price is known.
        """
        capital = self.card.known("price") * self.chips(batch, context)
        return capital_per_rate(capital, batch * self.speed(batch, context))


# -- the conclusions, then and now -----------------------------------------------------


@dataclass(frozen=True, eq=False)
class Case:
    """An SRAM chip, a DRAM chip and a model, as the document's calculation needs them.

    Arguments
    ---------
    sram, dram : the chips, with their prices
    weights, request : bytes of the model and of one request's cache
    speed : tokens/s of one request on the SRAM machine, at every batch
    dram_rate : tokens/s of all requests on one DRAM chip, in a machine that is full
    dram_entry : dollars of the smallest DRAM machine that is sold
    batch : requests of the second calculation
    all_reduces : a token's, on chips that share a layer
    """

    sram: Chip
    dram: Chip
    weights: float
    request: float
    speed: float
    dram_rate: float
    dram_entry: float
    all_reduces: int
    batch: int = 128

    def __post_init__(self):
        checks.keep(self, checks.positive, "weights", "request", "speed", "dram_rate",
                    "dram_entry", "batch")  # fmt: skip
        checks.keep(self, checks.whole, "all_reduces")

    @property
    def cluster(self):
        """The SRAM machine of the document's capacity model."""
        price = self.sram.known("price")
        return Capacity(price, self.sram.memory, self.weights, self.request, self.speed)

    @property
    def dram_cost(self):
        """Dollars per (token/s) of the DRAM chip."""
        return capital_per_rate(self.dram.known("price"), self.dram_rate)


def compare(case, all_reduce):
    """The document's conclusions as ratios, each above 1 where the conclusion holds.

    Arguments: a ``Case``; ``all_reduce`` seconds of one among GPUs. Returns a dict.

    >>> from lib.hardware import chip
    >>> document = Case(chip("groq_document").but(price=6000), chip("h100_document"),
    ...     weights=70e9, request=0.625e9, speed=500, dram_rate=425, dram_entry=300_000,
    ...     all_reduces=160)
    >>> {name: round(float(value), 2) for name, value in compare(document, 22.5e-6).items()}
    {'reads': 23.88, 'holds': 417.39, 'chips': 305.0, 'request': 2.72, 'cache': 1.14, \
'alone': 51.85, 'batched': 1.15, 'floor': 2.16, 'entry': 6.1, 'network': 1.8}
    """
    cluster, all_reduce = case.cluster, checks.positive("all_reduce", all_reduce)
    return {
        "reads": case.sram.bandwidth / case.dram.bandwidth,
        "holds": case.dram.memory / case.sram.memory,
        "chips": cluster.chips(0) / whole_chips(case.weights, case.dram.memory),
        "request": case.request / case.sram.memory,
        "cache": case.batch * case.request / case.weights,
        "alone": cluster.capital(0) / case.speed / case.dram_cost,
        "batched": case.dram_cost / cluster.cost(case.batch),
        "floor": case.dram_cost / cluster.floor,
        "entry": cluster.entry / case.dram_entry,
        "network": case.all_reduces * all_reduce * case.speed,
    }


def outcome(then, now, otherwise=None):
    """What became of a conclusion that is true above 1, in a word.

    "depends" where the ratio of now lies on one side of 1 and ``otherwise``, the same by
    another figure for an open input, on the other; "reversed" where the ratio has crossed 1,
    "changed" where it has moved by more than a factor of two on its side, else "holds".

    >>> outcome(417, 360), outcome(6.1, 45), outcome(1.15, 0.09)
    ('holds', 'changed', 'reversed')
    >>> outcome(1.8, 2.7, otherwise=0.9)
    'depends'
    """
    then = checks.positive("then", checks.single("then", then))
    now = checks.positive("now", checks.single("now", now))
    if otherwise is None:
        otherwise = now
    if (checks.positive("otherwise", checks.single("otherwise", otherwise)) > 1) != (now > 1):
        return "depends"
    if (then > 1) != (now > 1):
        return "reversed"
    return "changed" if max(then / now, now / then) > 2 else "holds"
