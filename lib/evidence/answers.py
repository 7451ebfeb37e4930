"""Answers: the numbers that several pages state, each computed here and nowhere else.

The case is LLaMA-2 70B in eight bits. Its two machines are eight H100s that share every layer,
with the practice fitted to such servers, and a cluster of LPUs as the second document buys it:
by bytes, every request at one speed. ``lpu_pipeline`` is that cluster as it could be wired, a bound
on what it does. A page that states one of these numbers calls it here; a
page that means another (another context, another price) says so with the argument.
"""

import numpy as np
import pandas as pd

from lib import checks
from lib.economics.cost import Capacity, bill, frontier
from lib.economics.practice import dram_practice, lpu_practice, machine, measured, owning
from lib.economics.reuse import Store, break_even_reads, longest_pause, machine_rate
from lib.economics.service import serve
from lib.evidence.generations import lpu_interval
from lib.evidence.rows import lengths, system
from lib.evidence.rows import model as measured_model
from lib.evidence.validation import book, counted, stretch
from lib.hardware import IDEAL, chip
from lib.spatial.pipeline import on_chip_bandwidths
from lib.spatial.placement import by_stages, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.tables import figure
from lib.transformer import transformer
from lib.units import TB, ms, year

#: Tokens that a request holds where nothing else is said: half of the model's context.
CONTEXT = 2048
#: Dollars for a chip where nothing else is said, both of one date and hand: the document's price
#: of an H100, and its estimate of an LPU by that price, at which nobody sold one.
LPU_PRICE, H100_PRICE = 6000, 30_000
#: Tokens that a request of MLPerf's benchmark of this model holds on average, about.
MLPERF_CONTEXT = 450.0  # 300 in and 300 out


def eight_h100s(**changes):
    """The server of eight H100s that runs LLaMA-2 70B in int8.

    >>> eight_h100s().chips
    8
    """
    card = chip("h100_sxm").but(price=H100_PRICE)
    return machine(card, transformer("llama2_70b"), tensor=8, **changes)


def end_speed(context=CONTEXT):
    """Tokens/s of one request that has eight H100s to itself: here the server ends.

    >>> round(end_speed())
    128
    """
    return float(decode(eight_h100s(), 1, context).speed)


def h100_doubt():
    """How far the practice was off where H100s served a model of this shape, in words.

    >>> h100_doubt()  # doctest: +ELLIPSIS
    'On ... measured loads of H100s and a model of this shape a fit that saw none ...
    """
    error, rows = measured("h100_sxm", "llama2_70b")["vllm"]
    return (f"On {rows} measured loads of H100s and a model of this shape a fit that saw none of "
            f"the shape was off by {error:.1%} on average.")  # fmt: skip


def lpu_doubt():
    """How far the LPU's speed, on which its price stands, may be off, in words.

    >>> lpu_doubt()
    'On 11 models a token of LPUs took 0.74 to 2.28 times as long as that speed leads to expect.'
    """
    wide = lpu_interval()
    return (f"On {wide.models} models a token of LPUs took {wide.low:.2f} to {wide.high:.2f} times "
            "as long as that speed leads to expect.")  # fmt: skip


def cheapest_rate(context=CONTEXT):
    """Dollars of cards per token/s as eight H100s sell it cheapest, cut and batch chosen for it.

    >>> print(f"${cheapest_rate():.1f}")
    $12.7
    """
    return min(cheapest_by_cut(context).values())


def cheapest_by_cut(context=CONTEXT):
    """The same by cut, the eight in copies of two, four or eight cards: cards a copy -> dollars.

    >>> {cards: round(rate) for cards, rate in cheapest_by_cut().items()}
    {2: 13, 4: 16, 8: 26}
    """
    every = cuts().items()
    return {n: float(np.min(frontier(made, context).capital_per_rate)) for n, made in every}


def cuts():
    """The ways in which eight H100s hold copies of the model: cards a copy -> one copy."""
    return {n: eight_h100s().but(tensor=n) for n in (2, 4, 8)}


def token_shares(made=None, batch=None, prompt=None, output=None):
    """Shares of a token's time by what it goes to: of a machine under a load, or of the rows.

    Arguments as of ``serve``, one number each; with none, the mean over the book's measured rows.
    Reading and computing overlap: the shorter is none. Returns a mapping that sums to 1.

    >>> {name: f"{share:.0%}" for name, share in token_shares().items()}
    {'kernels': '40%', 'weights': '27%', 'KV cache': '9%', 'requests': '6%', 'prompts': '17%', \
'links': '1%'}
    """
    if made is None:
        practice, made_of = dram_practice(), book()[1]
    else:
        practice, made_of = made.practice, counted([([0], made, batch, prompt, output)])
    times = stretch(practice)[:, None]
    weights, kv, computing, experts, links, kernels, vectors = times * made_of.step
    reads = weights + kv >= computing + experts
    parts = {
        "kernels": kernels,
        "weights": np.where(reads, weights, computing + experts),  # they compute instead
        "KV cache": np.where(reads, kv, 0.0),
        "requests": vectors,
        "prompts": (times * made_of.prompts).sum(0),
        "links": links,
    }
    whole = sum(parts.values())
    return {name: float(np.mean(part / whole)) for name, part in parts.items()}


def measured_points(card, model, program=None):
    """Measured rows of a chip and a model as points of a frontier: a DataFrame, a row each.

    Columns: ``speed`` (tokens/s of a request), ``rate`` (of all together), ``cards``,
    ``requests``, ``prompt`` and ``output`` (mean tokens), ``precision``, ``program``. Empty where
    nobody measured. Models of one shape are one.

    >>> len(measured_points("h100_sxm", "llama3_70b"))
    43
    """
    model = transformer(model) if isinstance(model, str) else model
    rows, shape = book()[0], model.shape
    same = {name: measured_model(name).shape == shape for name in rows["model"].unique()}
    rows = rows[rows["model"].map(same) & (rows["system"].map(lambda x: system(x).key) == card)]
    rows = rows if program is None else rows[rows["backend"] == program]
    rows = rows.reset_index(drop=True)
    (prompt, output), speed = lengths(rows), 1 / (rows["tpot_ms"] * ms)
    return pd.DataFrame({
        "speed": speed, "rate": speed * rows["concurrency"], "cards": rows["tensor_parallel"],
        "requests": rows["concurrency"], "prompt": prompt, "output": output,
        "precision": rows["precision"], "program": rows["backend"],
    })  # fmt: skip


def lpu_speed():
    """Tokens/s that Groq stated for one request of this model (groq2024lpu).

    >>> lpu_speed()
    300.0
    """
    return figure("serving", "groq_70b_marketed").value


def lpu_cluster(context=CONTEXT, price=LPU_PRICE, **changes):
    """The cluster of LPUs for this model, bought by bytes; ``changes`` replace its fields.

    >>> lpu_cluster().chips(0)
    300.0
    """
    llama, lpu = transformer("llama2_70b"), chip("groq_lpu")
    cluster = Capacity(price, lpu.memory, llama.weight_bytes("int8"),
                       llama.kv_bytes(context, "int8"), lpu_speed())  # fmt: skip
    return cluster.but(**changes)


def staged_chips(batch, context=CONTEXT):
    """LPUs that hold this model and a batch in 80 equal stages, as it is built: a layer in each.

    >>> staged_chips(128, 4096), lpu_cluster(4096).chips(128)
    (800.0, 672.0)
    """
    llama = transformer("llama2_70b")
    return by_stages(chip("groq_lpu"), llama, "int8", llama.layers, batch, context).chips


def million_in_sram(batch=128, context=CONTEXT, price=LPU_PRICE, speed=None, **terms):
    """Dollars a million tokens cost on LPUs in equal stages, to so many who read at once.

    Owned as all cards of the book (``practice.owning``, whose ``terms`` may be others), each
    request at the speed that Groq stated, or another.

    >>> print(f"${million_in_sram(1):.0f} alone, ${million_in_sram(128):.2f} among 128")
    $201 alone, $2.51 among 128
    """
    card, speed = chip("groq_lpu").but(price=price), lpu_speed() if speed is None else speed
    chips = staged_chips(batch, context)
    return bill(card, chips, batch * speed, speed, owning(card, **terms)).per_million_tokens


def million_on_h100s(speed=30, prompt=0):
    """Dollars a million tokens cost on eight H100s, however cut, if nobody reads below ``speed``.

    A request holds 2,048 tokens on average; ``prompt`` of them are read besides. Infinite above
    the speed at which the cards end.

    >>> [round(million_on_h100s(speed), 2) for speed in (30, 60, 1000)]
    [0.4, 0.89, inf]
    """
    speed, least = checks.positive("speed", checks.single("speed", speed)), np.inf
    prompt = checks.between("prompt", checks.single("prompt", prompt), 0, CONTEXT - 1)
    for made in cuts().values():
        batch = np.arange(1, requests_that_fit(made, CONTEXT) + 1)
        served = serve(made, batch, prompt, 2 * (CONTEXT - prompt))
        bills = bill(made.chip, made.tensor, served.rate, served.speed, owning(made.chip))
        least = np.min(bills.per_million_tokens, where=bills.speed >= speed, initial=least)
    return float(least)


def lpu_pipeline(way="weight feed", tensor=5, stages=80):
    """LPUs with this model in equal stages, by default a layer in each of 80, on five chips.

    Five is what the fullest of 80 equal stages takes; one chip more at either end, for the
    embedding and the output projection, leaves the others' room to the requests. The chips of a
    stage share every request's positions, for five cannot share eight KV heads whole.

    A bound: the bare roofline with the published hops. ``way`` names the bandwidth that the chips
    read at (``pipeline.on_chip_bandwidths``), by default the narrowest.

    >>> lpu_pipeline().chips
    402
    """
    checks.choice("way", way, tuple(on_chip_bandwidths()))
    card = chip("groq_lpu_isca").but(bandwidth=on_chip_bandwidths()[way])
    fitted = lpu_practice()
    bare = IDEAL.but(round_latency=fitted.round_latency, rounds=fitted.rounds)
    return Deployment(card, transformer("llama2_70b"), tensor=tensor, stages=stages, practice=bare,
                      attention="context", end_chips=1)  # fmt: skip


def meeting_batch(context=CONTEXT, price=LPU_PRICE):
    """Requests from which the LPU cluster's token/s costs no more than the H100s' cheapest.

    Infinite where it never does.

    >>> round(meeting_batch(price=1000)), round(meeting_batch(price=2000))
    (127, 659)
    """
    return float(lpu_cluster(context, price).break_even_batch(cheapest_rate(context)))


def hbm_reads(lpu_price=LPU_PRICE, h100_price=H100_PRICE, reached=1.0):
    """Reads a second from which a byte is cheaper in an LPU's SRAM than in an H100's HBM.

    ``reached`` is the share of the H100's bandwidth that its reads reach.

    >>> print(f"{hbm_reads():.0f}")
    2904
    """
    h100 = chip("h100_sxm")
    read = h100.but(price=h100_price, bandwidth=reached * h100.bandwidth)
    return float(break_even_reads(chip("groq_lpu").but(price=lpu_price), read))


def stores():
    """Where a prefix may wait for its next use, by name: four memories beside eight H100s.

    >>> list(stores())
    ['SRAM', 'HBM', 'host memory', 'flash']
    """
    lpu, h100 = chip("groq_lpu"), chip("h100_sxm")
    pcie, drive = (8 * figure("links", key).value for key in ("pcie5_x16", "nvme_gen4"))
    host, flash = (figure("prices", key).value / TB for key in ("server_memory", "flash"))
    return {
        "SRAM": Store("SRAM of an LPU", lpu.bandwidth, LPU_PRICE / lpu.memory),
        "HBM": Store("HBM of the H100s", 8 * h100.bandwidth, h100.price / h100.memory),
        "host memory": Store("host memory over PCIe", pcie, host),
        "flash": Store("eight flash drives", drive, flash),
    }


def pauses(prefix):
    """Seconds until its next use within which a prefix is worth keeping, by store.

    Eight H100s would compute it again for LLaMA-3.1 70B in int8; server and stores live four
    years. ``prefix`` in tokens, any array.

    >>> print("; ".join(f"{name} {pause:,.0f} s" for name, pause in pauses(4096).items()))
    SRAM 1 s; HBM 70 s; host memory 5,366 s; flash 216,911 s
    """
    eight = eight_h100s().but(model=transformer("llama3_70b"))
    rate = machine_rate(figure("prices", "server_h100").value, 4 * year)
    return {
        name: longest_pause(eight, prefix, store, rate, 4 * year)
        for name, store in stores().items()
    }
