"""Practice: what machines reach of their peaks, how they are cut, and what owning them costs.

A roofline bounds a machine from above. What it reaches in service is a ``Practice``:

- ``dram_practice``: seven numbers that ``lib.evidence.validation`` fits to measured serving of
  six models on H100, H200 and B200 by three programs (``data/practice.toml``), the same for all.
  Other chips with DRAM borrow it. Cards that reach each other over the host's bus alone have
  its all-reduce.
- ``lpu_practice``: weights pass a way into the matrix unit that is narrower than the SRAM's; the
  maker published the time of a hop and one speed. What the speed leaves unexplained is laid on
  the layers. Its share of compute is taken from GPUs, for want of a figure.
- ``wafer_practice``: what published speeds of six models leave to a layer of a wafer.

``machine`` is a deployment with the practice of its chip. ``built`` and ``owning`` add the
habits that a first estimate needs: a rule for cutting a model over chips, and terms of ownership
from published prices.
"""

from functools import lru_cache

import numpy as np

from lib import checks, tables
from lib.economics.cost import Terms
from lib.economics.service import smallest
from lib.hardware import Practice, chip, chips, dragonfly_rounds, one_round
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import year

#: The numbers of a practice that are fitted to servers of GPUs.
FITTED = ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency", "expert_efficiency",
          "link_efficiency", "kernel_time", "vector_passes")  # fmt: skip


@lru_cache
def dram_practice():
    """The practice of chips with DRAM, fitted to measured serving (aiconfigurator2026).

    An all-reduce takes the time of a kernel, whatever its width, and its bytes'.

    >>> found = dram_practice()
    >>> print(f"{found.kernel_time * 1e6:.1f} us a kernel, {found.memory_share} of memory")
    5.4 us a kernel, 0.9 of memory
    """
    stored, kind = tables.load("practice"), ("chip", "model", "program")
    numbers = {key: tables.figure("practice", key).value for key in FITTED}
    return Practice(
        name="servers of GPUs", **numbers, round_latency=numbers["kernel_time"], rounds=one_round,
        memory_share=tables.figure("facts", "serving_memory_share").value,
        fitted=stored["fitted"],
        errors={tuple(row[k] for k in kind): (row["error"], row["rows"])
                for row in stored["errors"]},
    )  # fmt: skip


def bus_rounds(tensor, message):
    """Rounds of an all-reduce over a host's bus: log2(tensor), whatever the message.

    >>> bus_rounds(8, 16384)
    3.0
    """
    checks.positive("message", message)
    return np.log2(checks.whole("tensor", tensor))


@lru_cache
def bus_practice():
    """The practice of cards that reach each other over the host's bus: the others' but for that.

    All-reduces of 8 bytes on 8 RTX 4090 took 42 µs (nccl1530), three rounds of 14.

    >>> print(f"{bus_practice().latency(8, 16384) * 1e6:.0f} us")
    42 us
    """
    measured = tables.figure("facts", "allreduce_8_rtx4090").value
    return dram_practice().but(
        name="servers of GPUs, with all-reduces over PCIe", rounds=bus_rounds,
        round_latency=measured / float(bus_rounds(8, 8)),
        fitted="other servers'; all-reduces as measured on 8 RTX 4090 (nccl1530)",
    )  # fmt: skip


@lru_cache
def lpu_practice(key="groq_lpu"):
    """The practice of the LPU, fitted to one published speed.

    576 chips served LLaMA-2 70B at 300 tokens/s a request (groq2024lpu), taken as 72 stages, each
    one node of eight chips.

    >>> print(f"{lpu_practice().layer_overhead * 1e6:.0f} us a layer")
    28 us a layer
    """
    lpu, llama = chip(key), transformer("llama2_70b")
    feed = tables.figure("facts", "groq_weights_per_cycle").value
    feed = feed * tables.figure("facts", "groq_clock").value
    nodes = int(tables.figure("facts", "groq_servers").value)
    width = int(tables.figure("facts", "groq_chips").value) // nodes
    found = Practice(
        name="LPUs, by one published speed", bandwidth_efficiency=min(feed / lpu.bandwidth, 1.0),
        compute_efficiency=dram_practice().compute_efficiency, rounds=dragonfly_rounds,
        round_latency=tables.figure("facts", "groq_hop").value,
    )  # fmt: skip
    bare = Deployment(lpu, llama, tensor=width, stages=nodes, practice=found)
    speed = tables.figure("serving", "groq_70b_marketed").value
    rest = 1 / speed - decode(bare, 1, llama.context / 2).time
    return found.but(layer_overhead=float(rest / llama.layers),
                     fitted="one speed of LLaMA-2 70B (groq2024lpu); hops by abts2022")  # fmt: skip


@lru_cache
def wafer_practice():
    """The practice of Cerebras's wafer: what published speeds of one request leave to a layer.

    The median of its models, each by the median of its speeds, after reading weights of 16 bits;
    drafted tokens are left out. How several wafers pass a token on is in it.

    >>> print(f"{wafer_practice().layer_overhead * 1e6:.0f} us a layer")
    14 us a layer
    """
    wafer, left = chip("wse3"), {}
    for key in published_speeds("wse3"):
        model = transformer(tables.load("serving")[key]["model"])
        reading = 2 * model.parameters_read(1) / wafer.bandwidth
        rest = 1 / tables.figure("serving", key).value - reading
        left.setdefault(model.key, []).append(rest / model.layers)
    return Practice(
        name="wafers, by published speeds", compute_efficiency=dram_practice().compute_efficiency,
        layer_overhead=float(np.median([np.median(some) for some in left.values()])),
        fitted=f"speeds of one request of {len(left)} models (Artificial Analysis and its maker)",
    )  # fmt: skip


def published_speeds(key):
    """The keys of a chip's published speeds of one request, drafted tokens left out.

    Nor those that count the first token.

    >>> len(published_speeds("wse3"))
    7
    """
    return [
        name for name, row in tables.load("serving").items()
        if row.get("chip") == key and row["basis"] == "per request"
        and not {"drafted", "first_token"} & row.keys()
    ]  # fmt: skip


def is_lpu(card):
    """Tell whether a chip is one of the table's Groq LPUs, first generation.

    >>> is_lpu(chip("groq_lpu")), is_lpu(chip("lp30"))
    (True, False)
    """
    return checks.a("card", card).key.startswith("groq")


def practice(card):
    """The practice of a chip: the LPU's, the bus's, or that of servers of GPUs.

    Chips without measurements of their own borrow; ``errors`` says what was measured.

    >>> practice(chip("h200_sxm")) is practice(chip("h100_sxm"))
    True
    >>> practice(chip("rtx_4090")).name
    'servers of GPUs, with all-reduces over PCIe'
    """
    if is_lpu(card):
        return lpu_practice(card.key)
    if card.key == "wse3":
        return wafer_practice()
    return bus_practice() if card.links == "host" else dram_practice()


def measured(card, model=None):
    """How far the practice of a chip was off in the time of a token, by program.

    ``card`` and ``model`` as in ``machine``; all models if none is given, and else those of the
    same shape, whatever they are called. Returns program ->
    (mean absolute relative error, rows it was measured on), each row predicted from a fit that
    saw no row of its model; empty where nobody measured: the practice is borrowed, or stands on
    one speed, or the chip has another speed or memory than the one that was measured.

    >>> sorted(measured(chip("h200_sxm"))), measured(chip("rtx_4090"))
    (['sglang', 'trtllm', 'vllm'], {})
    """
    card = chip(card) if isinstance(card, str) else checks.a("card", card)
    known, found = chips().get(card.key), {}
    key = card.key if known and _alike(card, known) else None
    model = transformer(model) if isinstance(model, str) else model
    for (measured_on, name, program), (error, rows) in dram_practice().errors.items():
        if measured_on == key and (model is None or model.shape == transformer(name).shape):
            mean, before = found.get(program, (0.0, 0))
            rows_too = before + rows
            found[program] = ((mean * before + error * rows) / rows_too, rows_too)
    return found


def _alike(card, known):
    """Whether two chips read, compute and send alike; a number that is an input may be any."""
    same = [getattr(card, name) for name in _MEASURED] + [*card.compute.values()]
    other = [getattr(known, name) for name in _MEASURED] + [*known.compute.values()]
    return card.compute.keys() == known.compute.keys() and all(
        not checks.is_lazy(a) and np.array_equal(a, b) for a, b in zip(same, other, strict=True)
    )


#: What of a chip decides what was measured on it.
_MEASURED = ("memory", "bandwidth", "link_bandwidth")


def machine(card, model, precision="int8", tensor=1, stages=1, **changes):
    """A deployment with the practice of its chip; ``changes`` replace its other fields.

    Chip and model may be given by their keys in the tables.

    >>> eight = machine("h100_sxm", "llama2_70b", tensor=8)
    >>> eight.practice is dram_practice()
    True
    """
    card = chip(card) if isinstance(card, str) else card
    model = transformer(model) if isinstance(model, str) else model
    return Deployment(card, model, precision, tensor, stages,
                      **{"practice": practice(card), **changes})  # fmt: skip


def sharing(card):
    """How many chips may share a layer: up to 64 LPUs, or the cards of a server of 8.

    A card without a figure for its links shares no layer.

    >>> sharing(chip("h100_sxm")), sharing(chip("rubin"))
    ((1, 2, 4, 8), (1,))
    """
    few = tuple(range(1, 65)) if is_lpu(card) else (1, 2, 4, 8)
    return few if card.link_bandwidth is not None else (1,)


def cuts(model):
    """The counts of stages that cut a model's layers evenly.

    >>> cuts(transformer("llama3_70b"))
    (1, 2, 4, 5, 8, 10, 16, 20, 40, 80)
    """
    checks.a("model", model)
    return tuple(n for n in range(1, model.layers + 1) if model.layers % n == 0)


def built(card, model, batch, context, precision="int8", **changes):
    """The smallest machine of a chip that holds a load, by the habit of its kind.

    Cards with DRAM share each layer by whole heads, up to 8 of them, before layers are laid one
    behind the other. LPUs take the fewest chips of any cut: whole heads, or every request's
    positions where that takes fewer. ``changes`` replace fields of the ``Deployment``.

    >>> made = built(chip("h100_sxm"), transformer("llama3_70b"), 100, 8192)
    >>> made.tensor, made.stages
    (4, 1)
    """
    made, stages = machine(card, model, precision, **changes), range(1, model.layers + 1)
    if not is_lpu(card):
        return smallest(made, batch, context, sharing(card), stages, "stages")
    ways = ("heads", "context")
    return smallest(made, batch, context, sharing(card), stages, attention=ways)


def host_shares():
    """Price and power of a server beyond its eight H100s, as shares of the cards' own.

    >>> print("{:.0%} of the price, {:.0%} of the power".format(*host_shares()))
    29% of the price, 82% of the power
    """
    h100 = chip("h100_sxm")
    price, power = (tables.figure("prices", key).value for key in ("server_h100", "power_dgx_h100"))
    return price / (8 * h100.price) - 1, power / (8 * h100.power) - 1


def owning(card, **changes):
    """Terms of ownership for a card: four years, half the time in use, as published otherwise.

    Hosts cost and draw, for every card, the shares that they have in a server of H100s; a card
    whose price or power includes its host pays for no other. Electricity and cooling are those
    of the table of prices. ``changes`` replace terms.

    Raises ValueError for a card without price or power.

    >>> owning(chip("h100_sxm")).utilisation
    0.5
    >>> owning(chip("b200")).host_price
    0.0
    """
    shares = dict(zip(("price", "power"), host_shares(), strict=True))
    checks.a("card", card)
    hosts = {f"host_{name}": 0.0 if name in card.includes_host else share * card.known(name)
             for name, share in shares.items()}  # fmt: skip
    return Terms(**{
        "lifetime": 4 * year, "utilisation": 0.5, "pue": tables.figure("prices", "pue").value,
        "electricity": tables.figure("prices", "electricity").value, **hosts, **changes,
    })  # fmt: skip
