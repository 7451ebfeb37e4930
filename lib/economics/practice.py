"""Practice: what machines reach of their peaks, how they are cut, and what owning them costs.

A roofline bounds a machine from above. What it reaches in service is put into four numbers of
``Deployment``, each taken from a measurement that the book's tables hold:

- DRAM chips. Time per token of one model on 2, 4 and 8 H100 with few requests is a straight
  line in the bytes that a card reads: its slope is the bandwidth that is reached, its intercept
  the time that no card saves. A measured all-reduce explains part of the intercept; the rest is
  laid on the layers. The time to the first token of a long prompt gives the share of compute.
- The LPU. Weights pass a way into the matrix unit that is narrower than the SRAM's; the maker
  published the time of an all-reduce and one speed. What the speed leaves unexplained is laid
  on the layers. Its share of compute is taken from the H100, for want of a figure.

Other chips borrow the numbers of their kind. Held against other measurements than these, the
model's error is known: the chapter ``your_numbers`` states it.

``built`` and ``owning`` add the habits that a first estimate needs: a rule for cutting a model
over chips, and terms of ownership from published prices.
"""

import csv
from functools import lru_cache

import numpy as np

from lib import tables
from lib.economics.cost import Terms
from lib.economics.kvcache import used_context
from lib.economics.service import smallest
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode, prefill
from lib.transformer import transformer
from lib.units import ms, year

#: The requests of the fit: tokens in, tokens out, requests under way.
FEW = (1024, 1024, 4)
LONG_PROMPT = 8192


def measured():
    """The rows of ``h100_llama31_70b_tpot.csv``: dicts, times in seconds.

    Rows whose first token waits more than 5 s are left out: there requests queue for memory.

    >>> len(measured())
    25
    """
    with open(tables.DATA / "h100_llama31_70b_tpot.csv", newline="") as file:
        rows = [
            {
                "prompt": int(row["input_tokens"]),
                "output": int(row["output_tokens"]),
                "batch": int(row["concurrency"]),
                "tensor": int(row["tensor_parallel"]),
                "first_token": float(row["ttft_ms"]) * ms,
                "time": float(row["tpot_ms"]) * ms,
            }
            for row in csv.DictReader(file)
        ]
    return tuple(row for row in rows if row["first_token"] < 5)


def fitted(row):
    """Tell whether a measured row is one of the three that the fit stands on.

    >>> sum(fitted(row) for row in measured())
    3
    """
    return (row["prompt"], row["output"], row["batch"]) == FEW


@lru_cache
def dram_practice():
    """Efficiencies and overheads of chips with DRAM, fitted to an H100 (aiconfigurator2025).

    >>> found = dram_practice()
    >>> print(f"{found['bandwidth_efficiency']:.2f} of bandwidth")
    0.96 of bandwidth
    """
    h100, llama = chip("h100_sxm"), transformer("llama3_70b")
    few = [row for row in measured() if fitted(row)]
    bare = [
        decode(Deployment(h100, llama, "fp8", tensor=row["tensor"]), row["batch"],
               used_context(row["prompt"], row["output"])).memory
        for row in few
    ]  # fmt: skip
    slope, rest = np.polyfit(bare, [row["time"] for row in few], 1)
    collective = tables.figure("facts", "allreduce_8_h100").value
    overhead = rest / llama.layers - 2 * collective
    long = next(row for row in measured() if row["prompt"] == LONG_PROMPT)
    read = prefill(Deployment(h100, llama, "fp8", tensor=long["tensor"],
                              collective_latency=collective, layer_overhead=overhead),
                   LONG_PROMPT)  # fmt: skip
    return {
        "bandwidth_efficiency": float(1 / slope),
        "compute_efficiency": float(
            read.compute / (long["first_token"] - read.collectives - read.overhead)
        ),
        "collective_latency": collective,
        "layer_overhead": float(overhead),
    }


@lru_cache
def lpu_practice(key="groq_lpu"):
    """Efficiencies and overheads of the LPU, fitted to one published speed.

    576 chips served LLaMA-2 70B at 300 tokens/s a request (groq2024lpu); a stage a layer uses
    560 of them.

    >>> print(f"{lpu_practice()['layer_overhead'] * 1e6:.0f} us a layer")
    24 us a layer
    """
    lpu, llama = chip(key), transformer("llama2_70b")
    feed = tables.figure("facts", "groq_weights_per_cycle").value
    feed = feed * tables.figure("facts", "groq_clock").value
    chips = tables.figure("facts", "groq_chips").value
    practice = {
        "bandwidth_efficiency": min(feed / lpu.bandwidth, 1.0),
        "compute_efficiency": dram_practice()["compute_efficiency"],
        "collective_latency": tables.figure("facts", "groq_allreduce").value,
    }
    bare = Deployment(lpu, llama, tensor=int(chips // llama.layers), stages=llama.layers,
                      **practice)  # fmt: skip
    speed = tables.figure("serving", "groq_70b_marketed").value
    rest = 1 / speed - decode(bare, 1, llama.context / 2).time
    return {**practice, "layer_overhead": float(rest / llama.layers)}


def practice(key):
    """Efficiencies and overheads for a chip of the table, as ``Deployment`` takes them.

    Every chip whose key begins with ``groq`` is an LPU; all others borrow the H100's.

    Raises ValueError for a key that the table of chips lacks.

    >>> practice("h200_sxm") == practice("h100_sxm")
    True
    """
    chip(key)
    return dict(lpu_practice(key) if key.startswith("groq") else dram_practice())


def is_lpu(card):
    """Tell whether a chip is one of the table's Groq LPUs, first generation.

    >>> is_lpu(chip("groq_lpu")), is_lpu(chip("lp30"))
    (True, False)
    """
    return card.key.startswith("groq")


def sharing(card):
    """How many chips may share a layer: up to 64 LPUs, or the cards of a server of 8.

    >>> sharing(chip("h100_sxm"))
    (1, 2, 4, 8)
    """
    return tuple(range(1, 65)) if is_lpu(card) else (1, 2, 4, 8)


def cuts(model):
    """The counts of stages that cut a model's layers evenly.

    >>> cuts(transformer("llama3_70b"))
    (1, 2, 4, 5, 8, 10, 16, 20, 40, 80)
    """
    return tuple(n for n in range(1, model.layers + 1) if model.layers % n == 0)


def built(card, model, batch, context, **changes):
    """The smallest machine of a chip that holds a load, by the habit of its kind.

    Cards with DRAM share each layer, up to 8 of them, before layers are laid one behind the
    other; LPUs take the fewest chips of any even cut. ``changes`` replace fields of the
    ``Deployment``.

    >>> made = built(chip("h100_sxm"), transformer("llama3_70b"), 100, 8192)
    >>> made.tensor, made.stages
    (4, 1)
    """
    lpu = is_lpu(card)
    return smallest(card, model, batch, context, sharing(card),
                    cuts(model) if lpu else range(1, model.layers + 1),
                    fewest="chips" if lpu else "stages",
                    **(practice(card.key) | changes))  # fmt: skip


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

    Hosts cost and draw, for every card, the shares that they have in a server of H100s;
    electricity and cooling are those of the table of prices. ``changes`` replace terms.

    Raises ValueError for a card without price or power.

    >>> owning(chip("h100_sxm")).utilisation
    0.5
    """
    price, power = host_shares()
    return Terms(**{
        "lifetime": 4 * year,
        "utilisation": 0.5,
        "electricity": tables.figure("prices", "electricity").value,
        "pue": tables.figure("prices", "pue").value,
        "host_price": price * card.known("price"),
        "host_power": power * card.known("power"),
        **changes,
    })  # fmt: skip
