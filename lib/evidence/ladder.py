"""The ladder: how fast one request could be on 576 LPUs, as more and more of the machine counts.

LLaMA-2 70B in eight bits, one request, 72 nodes of eight chips as Groq ran it. The top rung has
every advertised bandwidth; each rung below counts one thing that the one above left out, down to
a plan of every task, and to what Groq stated. A page that gives one of these speeds calls it here.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from lib.evidence.answers import lpu_speed
from lib.evidence.measured import worst_lateness
from lib.hardware import IDEAL, chip, dragonfly_rounds
from lib.spatial.pipeline import on_chip_bandwidths
from lib.spatial.roofline import Deployment
from lib.spatial.strategy import Budget
from lib.sync.clock import best_interval, drift
from lib.sync.network.stages import staged_token
from lib.sync.network.topologies import dragonfly
from lib.sync.network.wiring import GLOBAL, LOCAL, groq_bandwidth, groq_hop
from lib.sync.plan.machine import GROQ
from lib.sync.plan.schedule import schedule
from lib.sync.plan.taskgraph import model_graph
from lib.transformer import transformer

#: Nodes of the service, each a stage of eight chips.
STAGES = 72
#: Bytes/s of one of a chip's eleven links, one way.
LINK = groq_bandwidth() / (LOCAL + GLOBAL)


@dataclass(frozen=True)
class Rung:
    """A speed of one request, tokens/s; what it counts, and what it still leaves out."""

    speed: float
    counts: str
    drops: str


def model():
    """LLaMA-2 70B."""
    return transformer("llama2_70b")


def lpu_budget(context):
    """576 LPUs as a roofline: every advertised byte/s, and Groq's hops."""
    hops = IDEAL.but(round_latency=groq_hop(), rounds=dragonfly_rounds)
    card = Deployment(chip("groq_lpu"), model(), practice=hops)
    return Budget(card, STAGES * GROQ.node, context, groq_hop())


def lpu_token(way="SRAM", context=4096, link=LINK, stages=STAGES):
    """A token on stages of one node each, counted link by link.

    ``way`` names the bandwidth that the chips read at (``pipeline.on_chip_bandwidths``); ``link``
    bytes/s of a link, None: the seven within a node share those of all eleven.

    >>> round(lpu_token("weight feed").speed)
    703
    """
    card = chip("groq_lpu_isca").but(bandwidth=on_chip_bandwidths()[way])
    return staged_token(card, model(), stages, dragonfly(1), context=context, link=link)


@lru_cache(maxsize=4)
def planned_token(context=4096):
    """Seconds of a token by the book's own plan of all its tasks."""
    graph = model_graph(model(), stages=STAGES, chips=GROQ.node, context=context)
    return schedule(graph).makespan / GROQ.clock


def alignment(tolerance=100e-6, hops=400, speed=None, chips=STAGES * GROQ.node):
    """What it costs to keep the service's clocks together at the best interval, an ``Upkeep``.

    Assumed: clocks of so much ``tolerance`` each, as Ethernet's; an alignment that takes the
    longest way across the ``chips``, five hops; so many ``hops`` a token, each of which waits for
    the drift. ``speed`` in tokens/s is that of Groq's service if not given.

    >>> print(f"{alignment().interval * 1e6:.0f} us, {alignment().share:.1%}")
    388 us, 1.9%
    """
    across = groq_hop() * dragonfly_rounds(chips, 1)
    return best_interval(across, tolerance, hops * (lpu_speed() if speed is None else speed))


def guard_cycles(tolerance=100e-6, interval=None):
    """Cycles that a planned hop waits: for drift up to the next alignment, and for jitter.

    Of the jitter the latest arrival that was measured counts. ``interval`` seconds between
    alignments, the best if not given.

    >>> guard_cycles()
    81
    """
    interval = alignment(tolerance).interval if interval is None else interval
    return math.ceil(worst_lateness() + drift(tolerance, interval) * GROQ.clock)


def ladder(context=4096):
    """The rungs by name, the highest bound first.

    Arguments: ``context`` tokens in the request's cache, the model's longest if not given, for
    which a plan has to be made. Returns a dictionary of ``Rung``.

    >>> list(ladder())
    ['roofline', 'link by link', 'papers', 'thin links', 'weight feed', 'plan', 'stated']
    """
    top = lpu_budget(context).fastest(requests=1)
    shared = lpu_token("advertised", context, None, top.stages).speed
    return {
        "roofline": Rung(top.speed, "advertised bandwidths", "that a message has one link"),
        "link by link": Rung(shared, "a message on one link", "that the memory is slower"),
        "papers": Rung(lpu_token("SRAM", context, None).speed, "the papers' SRAM, 72 stages",
                       "that four links lead elsewhere"),
        "thin links": Rung(lpu_token("SRAM", context).speed, "links of 12.5 GB/s",
                           "that weights enter slower"),
        "weight feed": Rung(lpu_token("weight feed", context).speed, "the feed of weights",
                            "everything but weights, cache and hops"),
        "plan": Rung(1 / planned_token(context), "every task on its unit",
                     "the way inside a chip, clocks, host"),
        "stated": Rung(lpu_speed(), "the service", "nothing"),
    }  # fmt: skip
