"""Pipelines: a model in stages, and the requests that circle through them.

A language model in pipeline stages is a loop laid out in space (``lib.spatial.loops``)
with tokens for iterations. One request's next token depends on its last, so its own
interval is the whole depth. Other requests fill the stages between: as many as the
passage lasts intervals, at no cost to the first.

A token makes as many hops as there are stages, for it returns from the last stage to
the first; one stage alone has nowhere to hop to. Every count of hops in the book is
this one. Stage times come from ``lib.spatial.roofline``; ``run_stages`` carries the
circling out event by event (SimPy).
"""

from dataclasses import dataclass

import numpy as np
import simpy

from lib import checks
from lib.hardware import chip
from lib.spatial.roofline import Paced, passage
from lib.tables import figure


@dataclass(frozen=True, eq=False)
class Flow(Paced):
    """Requests that circle through pipeline stages, in ``groups`` of ``group`` each.

    ``stage`` is the time of the longest stage and ``passage`` the time of a group
    through all stages and hops that meets no other, both in seconds; ``overhead`` is
    added to each token besides.
    """

    batch: float
    groups: float
    group: float
    stage: float
    passage: float
    overhead: float = 0.0

    @property
    def time(self):
        """Seconds a token: the passage, or the groups one by one through the longest stage."""
        return np.maximum(self.passage, self.groups * self.stage) + self.overhead

    @property
    def throughput(self):
        """Tokens/s of all requests together."""
        return self.batch / self.time

    @property
    def at_full_speed(self):
        """Groups that can circle before any waits for another: passage over stage, whole."""
        return np.floor(self.passage / self.stage * (1 + 1e-12))

    @property
    def busy(self):
        """Share of its time in which the longest stage works."""
        return self.groups * self.stage / self.time


def flow(deployment, batch, context, groups=None, hop=0.0):
    """How ``batch`` requests of a context circle through a deployment's stages.

        time = max(passage of a group + stages x hop, groups x longest stage)

    and the overheads of a step on top. Arguments: ``groups`` into which the batch is cut;
    by default one for each stage, or for each request where those are fewer; 1 is lock
    step, all requests in one stage at a time. ``hop`` seconds from stage to stage, and
    from the last back to the first. Arrays broadcast. Without hops the time is that of
    ``roofline.decode``.

    Raises ValueError for a batch below 1, groups that are not whole or more than the
    batch, a negative hop, a context beyond the model's.

    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> lpus = Deployment(chip("groq_lpu_isca"), transformer("llama2_70b"), tensor=8, stages=80)
    >>> one, many = flow(lpus, 1, 2048), flow(lpus, 80, 2048)
    >>> one.speed == many.speed, round(many.throughput / one.throughput)
    (True, 80)
    """
    batch = checks.whole("batch", batch)
    hop = checks.not_negative("hop", hop)
    d = checks.a("deployment", deployment)
    if groups is None:
        groups = np.minimum(batch, d.stages)
    groups = checks.whole("groups", groups)
    takes = "at most as many groups as requests in the batch"
    groups = checks.between("groups", groups, 1, batch, takes)
    group = np.ceil(batch / groups)
    step, share = passage(d, group, context)
    alone = step.time
    hops = d.stages * (d.stages > 1) * hop
    # What a step takes besides its layers, no stage takes: nobody waits for it in a stage.
    overhead = d.practice.step_overhead + group * d.practice.request_overhead
    return Flow(batch, groups, group, alone * share, alone + hops, overhead)


def run_stages(times, groups, tokens, hop=0.0):
    """Circle groups through stages event by event: when each token of each group is done.

    Arguments: ``times`` seconds of each stage, ``groups`` that start together, ``tokens``
    each, ``hop`` seconds from stage to stage and back to the first. Returns an array
    (groups, tokens) of seconds. A stage serves one group at a time, first come first served.

    >>> run_stages([1.0, 1.0], groups=2, tokens=3).tolist()
    [[2.0, 4.0, 6.0], [3.0, 5.0, 7.0]]
    """
    times = checks.shaped("times", np.atleast_1d(checks.not_negative("times", times)), None)
    groups, tokens = checks.count("groups", groups), checks.count("tokens", tokens)
    hop = checks.not_negative("hop", checks.single("hop", hop)) * (len(times) > 1)
    env = simpy.Environment()
    stages = [simpy.Resource(env) for _ in times]
    done = np.zeros((groups, tokens))

    def circle(group):
        for token in range(tokens):
            for stage, seconds in zip(stages, times, strict=True):
                with stage.request() as turn:
                    yield turn
                    yield env.timeout(seconds)
                yield env.timeout(hop)
            done[group, token] = env.now

    for group in range(groups):
        env.process(circle(group))
    env.run()
    return done


# -- which bandwidth ------------------------------------------------------------------


def token_rate(held, chips, stages, bandwidth, hop=0.0):
    """Tokens/s of one request when the stages read what they hold one after the other.

        1 / (held x stages / (chips x bandwidth) + stages x hop)

    Arguments: ``held`` bytes read for a token (weights, KV cache), by ``chips`` spread
    evenly over ``stages``, each at ``bandwidth`` bytes/s. Arrays broadcast; chips a
    stage need not be whole, so this is a bound that no wiring may reach.

    Raises ValueError for anything not above 0, a negative hop, stages beyond the chips.

    >>> print(f"{token_rate(68_976_648_192, 305, 80, 80e12):.0f}")
    4422
    """
    held, chips = checks.positive("held", held), checks.whole("chips", chips)
    stages = checks.whole("stages", stages)
    stages = checks.between("stages", stages, 1, chips, "at most as many stages as chips")
    bandwidth, hop = checks.positive("bandwidth", bandwidth), checks.not_negative("hop", hop)
    return 1 / (1.0 * held * stages / (chips * bandwidth) + stages * (stages > 1) * hop)


def on_chip_bandwidths():
    """The four figures that pass for an LPU's on-chip bandwidth, by name, in bytes/s.

    What Groq advertises, and three ways inside the chip in bytes a cycle times its clock.
    Sources: groq2024lpu, abts2020.

    >>> [round(rate / 1e12, 1) for rate in on_chip_bandwidths().values()]
    [80.0, 50.7, 18.4, 9.2]
    """
    clock = figure("facts", "groq_clock").value
    keys = {"SRAM": "sram", "streams": "stream", "weight feed": "weights"}
    cycle = {name: figure("facts", f"groq_{key}_per_cycle").value for name, key in keys.items()}
    advertised = {"advertised": chip("groq_lpu").bandwidth}
    return advertised | {name: size * clock for name, size in cycle.items()}
