"""Practice: what machines reach of their peaks, how they are cut, and what owning them costs.

A roofline bounds a machine from above. What it reaches in service is put into the efficiencies
and overheads of ``Deployment``:

- DRAM chips. Six numbers that ``lib.evidence.validation`` fits to measured serving on H100s and
  holds against other loads and chips (``data/practice.toml``). A machine may have any number of
  requests, so that one latency stands for every all-reduce: the one over eight cards in one shot.
- The LPU. Weights pass a way into the matrix unit that is narrower than the SRAM's; the maker
  published the time of an all-reduce and one speed. What the speed leaves unexplained is laid
  on the layers. Its share of compute is taken from the H100, for want of a figure.

Other chips borrow the numbers of their kind. The chapter ``your_numbers`` states how far off
they are.

``built`` and ``owning`` add the habits that a first estimate needs: a rule for cutting a model
over chips, and terms of ownership from published prices.
"""

from functools import lru_cache

from lib import tables
from lib.economics.cost import Terms
from lib.economics.service import smallest
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import year

#: Rounds of an all-reduce over the eight cards of a server, in one shot.
ROUNDS = 3


@lru_cache
def dram_practice():
    """Efficiencies and overheads of chips with DRAM, fitted to H100s (aiconfigurator2025).

    >>> found = dram_practice()
    >>> print(f"{found['bandwidth_efficiency']:.2f} of bandwidth")
    0.91 of bandwidth
    """
    found = {key: tables.figure("practice", key).value for key in tables.load("practice")}
    return {"collective_latency": ROUNDS * found.pop("round_latency"), **found}


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
