"""Barriers: who waits for whom, step after step, and what becomes of one delay.

Chip i begins step k when those it waits for have ended step k - 1, and ends it
after its own service time:

    t[k, i] = max over j in W(i) of (t[k-1, j] + link) + s[k, i]

That is matrix multiplication with max for plus and plus for times. With a
global barrier W(i) is everybody, the step costs the slowest of n, and a delay
hits all at once. With neighbours only, a delay spreads one chip a step. In a
pipeline chip i waits for chip i - 1 on the same item. A plan with slack adds
one more thing to wait for: the planned start, and a delay shrinks by the slack
at every step.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import special

from lib import checks
from lib.sync.laws import Slowest, draw
from lib.sync.tail import Estimate, mean_estimate

# -- the recurrence --------------------------------------------------------------------


@dataclass(frozen=True)
class Waiting:
    """Who waits for whom among so many chips.

    ``kind``: "everyone" (a global barrier, as after an all-reduce), "nobody" (independent
    copies), "ring" (each for the two beside it), or "pipeline" (chip i works on item k after
    chip i - 1 has).

    >>> Waiting("ring", 5).waits_for[0].tolist()
    [4, 0, 1]
    """

    kind: str
    chips: int

    def __post_init__(self):
        checks.choice("kind", self.kind, ("everyone", "nobody", "ring", "pipeline"))
        checks.keep(self, checks.count, "chips")

    @cached_property
    def waits_for(self):
        """On a ring, the chips that each waits for, its own included: shape (chips, 3)."""
        return (np.arange(self.chips)[:, None] + [-1, 0, 1]) % self.chips


def finish_times(service, waiting, link=0.0, slot=None, buffer=None):
    """When every chip ends every step.

        t[k, i] = max(t[k-1, i], max over j in W(i) of t[k-1, j] + link, k slot) + s[k, i]

    Arguments
    ---------
    service : seconds, shape (..., steps, chips); leading axes are separate runs.
        For a pipeline, steps are items.
    waiting : a ``Waiting``
    link : seconds from one chip's end to the other's start; with a global barrier,
        from the last end to every start. Steps - 1 exchanges happen; a single
        chip exchanges nothing.
    slot : seconds between planned starts; a chip is never early (None: no plan).
        A pipeline takes none.
    buffer : items that fit between two chips of a pipeline; a chip that cannot hand
        on its item keeps it and stands still (None: any number)

    Returns seconds from the start, in the shape of ``service``.
    Raises ValueError for a negative time or a shape that does not end in the chips.

    >>> delays = np.array([[1.0, 1.0, 3.0], [1.0, 1.0, 1.0]])
    >>> finish_times(delays, Waiting("everyone", 3))[-1]
    array([4., 4., 4.])
    """
    service, (steps, chips) = _services("service", service, waiting.chips)
    link = _one_time("link", link)
    if waiting.kind == "pipeline":
        if slot is not None:
            raise ValueError(f"slot: got {slot!r}; a pipeline takes None")
        return _pipeline_times(service, link, buffer)
    if buffer is not None:
        raise ValueError(f"buffer: got {buffer!r}; takes None where there is no pipeline")
    slot = 0.0 if slot is None else _one_time("slot", slot)
    hops = link * (waiting.waits_for != np.arange(chips)[:, None])
    times = np.empty_like(service)
    last = np.zeros((*service.shape[:-2], chips))
    for step in range(steps):
        ready = last
        if step and chips > 1 and waiting.kind == "everyone":
            ready = last.max(axis=-1, keepdims=True) + link
        elif step and waiting.kind == "ring":
            ready = (last[..., waiting.waits_for] + hops).max(axis=-1)
        last = np.maximum(ready, step * slot) + service[..., step, :]
        times[..., step, :] = last
    return times


def _services(name, times, chips=None):
    """Times as an array of shape (..., steps, chips), and its steps and chips."""
    times = np.asarray(checks.not_negative(name, times), float)
    return checks.shaped(name, times, ..., None, chips), times.shape[-2:]


def _one_time(name, value):
    return checks.not_negative(name, checks.single(name, value))


def _pipeline_times(service, link, buffer):
    """Wavefronts 2k + i hold no two cells that wait for each other: one array step each."""
    items, chips = service.shape[-2:]
    room = items if buffer is None else checks.count("buffer", buffer, least=0)
    times = np.empty_like(service)
    for front in range(2 * (items - 1) + chips):
        k = np.arange(max(0, (front - chips + 2) // 2), min(items - 1, front // 2) + 1)
        i = front - 2 * k
        ready = np.where(k > 0, times[..., np.maximum(k - 1, 0), i], 0.0)
        arrived = times[..., k, np.maximum(i - 1, 0)] + link
        end = np.where(i > 0, np.maximum(ready, arrived), ready) + service[..., k, i]
        # An item leaves when the next chip has let go of the one that takes its room.
        blocker = k - 1 - room
        blocked = (blocker >= 0) & (i < chips - 1)
        let_go = times[..., np.maximum(blocker, 0), np.minimum(i + 1, chips - 1)]
        times[..., k, i] = np.where(blocked, np.maximum(end, let_go), end)
    return times


def makespan(times):
    """Seconds until the last chip has ended the last step, one per run.

    >>> makespan(finish_times(np.ones((160, 8)), Waiting("everyone", 8), link=0.5))
    239.5
    """
    return _services("times", times)[0][..., -1, :].max(axis=-1)[()]


def lateness(service, waiting, delay, step=0, chip=0, **plan):
    """How late every chip ends every step because one chip lost ``delay`` seconds once.

    The same run twice, with and without the delay, subtracted: a picture in space
    (chips) and time (steps). Arguments: as ``finish_times`` (``plan`` is its link,
    slot and buffer), and where the delay falls.

    Returns seconds, in the shape of ``service``. Nothing is ever early for a delay.

    >>> lateness(np.ones((4, 5)), Waiting("ring", 5), delay=1.0, step=0, chip=2).astype(int)
    array([[0, 0, 1, 0, 0],
           [0, 1, 1, 1, 0],
           [1, 1, 1, 1, 1],
           [1, 1, 1, 1, 1]])
    """
    service, (steps, chips) = _services("service", service)
    late = service.copy()
    step = checks.count("step", step, 0, steps - 1)
    late[..., step, checks.count("chip", chip, 0, chips - 1)] += _one_time("delay", delay)
    return finish_times(late, waiting, **plan) - finish_times(service, waiting, **plan)


# -- what a token costs ----------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class TokenTime:
    """Seconds of one token: ``mean``, ``std``, and ``waiting``, its part spent on others."""

    mean: float
    std: float
    waiting: float

    @property
    def speed(self):
        """Tokens per second of one request."""
        return 1 / self.mean


def token_time(law, chips, steps=160, link=0.0):
    """Seconds of a token whose every step ends in a global barrier.

        mean = steps (E max + link),  std = sqrt(steps) std(max),  waiting = steps (E max - E)

    Arguments: ``law`` of one chip's step; ``chips`` that wait for each other, any
    array; ``steps``, 160 all-reduces for 80 layers; ``link`` seconds of the exchange,
    0 for a single chip. Steps and chips are independent. All three are infinite where the
    law's tail is too heavy for a mean.

    >>> from lib.sync.laws import Exponential, Scaled
    >>> step = Scaled(Exponential(1e-6), offset=10e-6)
    >>> print(f"{token_time(step, 8).mean * 1e3:.2f} {token_time(step, 576).mean * 1e3:.2f} ms")
    2.03 2.71 ms
    """
    chips, steps = checks.whole("chips", chips), checks.whole("steps", steps)
    link = checks.not_negative("link", link) * np.greater(chips, 1)
    slowest = Slowest(law, chips)
    mean = slowest.mean()
    with np.errstate(invalid="ignore"):
        waiting = np.where(np.isfinite(mean), mean - Slowest(law, 1).mean(), np.inf)
    return TokenTime(
        mean=steps * (mean + link), std=np.sqrt(steps) * slowest.std(),
        waiting=(steps * np.where(np.equal(chips, 1), 0.0, waiting))[()],
    )  # fmt: skip


def speed_ceiling(collective, steps=160):
    """Tokens per second that one request cannot exceed, by its collectives alone.

        1 / (steps x collective)

    >>> [round(speed_ceiling(t * 1e-6)) for t in (23.1, 13.7, 2.1)]
    [271, 456, 2976]
    """
    return 1 / (checks.whole("steps", steps) * checks.positive("collective", collective))


# -- waiting for few ---------------------------------------------------------------------


def neighbours_rate_limit(waits_for):
    """Most mean service times that a step can take where each waits for few: exponential law.

        c - log c = 1 + log(d),  c = -W(-1 / (e d))   (lower branch of Lambert's W)

    for d chips waited for, the own one included: 3 on a ring, 5 on a 2D torus. There are
    d**k paths through k steps, and a sum of k exponential times exceeds c k with
    chance about exp(-k (c - 1 - log c)). No number of chips appears.

    >>> print(f"{neighbours_rate_limit(1):.2f} {neighbours_rate_limit(3):.2f}")
    1.00 3.29
    """
    waits_for = checks.whole("waits_for", waits_for)
    # At 1 the branches meet, and rounding would step over the point.
    branch = -special.lambertw(-np.exp(-1.0) / np.maximum(waits_for, 2), -1).real
    return np.where(np.equal(waits_for, 1), 1.0, branch)[()]


def step_rate(law, waiting, steps, runs, rng, link=0.0):
    """Mean seconds a step takes in the long run, by simulation.

    Runs ``steps`` steps, and takes the pace of the second half, when the start is
    forgotten. Returns an ``Estimate``: mean over ``runs`` and its standard error; infinity
    for a law whose tail is too heavy for a mean, which no number of draws would show.

    >>> from lib.sync.laws import Exponential
    >>> rng = np.random.default_rng(1)
    >>> pace = step_rate(Exponential(1.0), Waiting("everyone", 8), 100, 100, rng)
    >>> print(f"{pace.value:.1f} of {Slowest(Exponential(1.0), 8).mean():.1f}")
    2.7 of 2.7
    """
    steps, runs = checks.count("steps", steps, least=4), checks.count("runs", runs, least=2)
    link = _one_time("link", link)
    if not np.isfinite(Slowest(law, 1).mean()):
        return Estimate(np.inf, 0.0)
    half = steps // 2
    paces = np.empty(runs)
    for run in range(runs):
        if waiting.kind == "everyone":
            # Only the slowest counts: one draw a step instead of one a chip.
            slowest = Slowest(law, waiting.chips).sample(steps - half, rng)
            paces[run] = slowest.mean() + link * (waiting.chips > 1)
            continue
        service = np.maximum(draw(law, (steps, waiting.chips), rng), 0.0)
        ends = finish_times(service, waiting, link).max(axis=-1)
        paces[run] = (ends[-1] - ends[half - 1]) / (steps - half)
    return mean_estimate(paces)
