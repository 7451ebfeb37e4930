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

import math
from dataclasses import dataclass, field

import numpy as np
from scipy import special

from lib import checks
from lib.sync.laws import Empirical, check_law, sample
from lib.sync.tail import Slowest, mean_estimate, rows
from lib.units import us

# -- who waits for whom ----------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Waiting:
    """Who waits for whom: ``waits_for[i]`` are the chips that chip i waits for.

    ``kind`` is "everyone", "nobody", "neighbours" or "pipeline". Rows of
    ``waits_for`` are filled up with the chip itself. Made by ``everyone``,
    ``nobody``, ``ring``, ``torus``, ``tree`` and ``pipeline``.
    """

    name: str
    chips: int
    kind: str
    waits_for: np.ndarray | None = field(default=None, repr=False)

    def __post_init__(self):
        checks.keep(self, checks.count, "chips")
        checks.choice("kind", self.kind, ("everyone", "nobody", "neighbours", "pipeline"))


def everyone(chips):
    """A global barrier: each chip waits for all, as after an all-reduce."""
    return Waiting("global barrier", chips, "everyone")


def nobody(chips):
    """No waiting: independent copies, as in data parallelism."""
    return Waiting("independent", chips, "nobody")


def pipeline(chips):
    """A chain through which items pass: chip i works on item k after chip i - 1 has."""
    return Waiting("pipeline", chips, "pipeline")


def ring(chips):
    """Each chip waits for the two beside it."""
    chips = checks.count("chips", chips)
    i = np.arange(chips)
    return _neighbours("ring", chips, [i - 1, i + 1])


def torus(*shape):
    """Each chip waits for its two neighbours in every dimension.

    >>> torus(4, 8).waits_for[0].tolist()
    [0, 24, 8, 7, 1]
    """
    if not shape:
        raise ValueError("shape: got nothing; takes one whole number a dimension")
    shape = tuple(checks.count("shape", side) for side in shape)
    i = np.arange(math.prod(shape)).reshape(shape)
    sides = [np.roll(i, s, axis) for axis in range(len(shape)) for s in (1, -1)]
    return _neighbours(f"{'x'.join(map(str, shape))} torus", i.size, [s.ravel() for s in sides])


def tree(chips, arity=2):
    """Each chip waits for its parent and its children in a complete tree.

    >>> tree(7).waits_for[1].tolist()
    [1, 0, 3, 4]
    """
    chips, arity = checks.count("chips", chips), checks.count("arity", arity)
    i = np.arange(chips)
    children = [arity * i + 1 + c for c in range(arity)]
    parents = np.where(i > 0, (i - 1) // arity, 0)
    return _neighbours("tree", chips, [parents, *(np.where(c < chips, c, i) for c in children)])


def _neighbours(name, chips, columns):
    own = np.arange(chips)
    return Waiting(name, chips, "neighbours", np.stack([own, *columns], axis=1) % chips)


# -- the recurrence --------------------------------------------------------------------


def finish_times(service, waiting, link=0.0, slot=None, buffer=None):
    """When every chip ends every step.

        t[k, i] = max(t[k-1, i], max over j in W(i) of t[k-1, j] + link, k slot) + s[k, i]

    Arguments
    ---------
    service : seconds, shape (..., steps, chips); leading axes are separate runs.
        For a pipeline, steps are items.
    waiting : who waits for whom
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
    >>> finish_times(delays, everyone(3))[-1], finish_times(delays, nobody(3))[-1]
    (array([4., 4., 4.]), array([2., 2., 4.]))
    """
    service = np.asarray(checks.not_negative("service", service), float)
    if service.ndim < 2 or service.shape[-1] != waiting.chips:
        raise ValueError(
            f"service: got shape {service.shape}; takes (..., steps, {waiting.chips} chips)"
        )
    link = _one_time("link", link)
    if waiting.kind == "pipeline":
        if slot is not None:
            raise ValueError(f"slot: got {slot!r}; a pipeline takes None")
        return _pipeline_times(service, link, buffer)
    if buffer is not None:
        raise ValueError(f"buffer: got {buffer!r}; takes None where there is no pipeline")
    if slot is not None:
        slot = _one_time("slot", slot)

    if waiting.kind == "neighbours":
        hops = link * (waiting.waits_for != np.arange(waiting.chips)[:, None])
    times = np.empty_like(service)
    last = np.zeros(service.shape[:-2] + service.shape[-1:])
    for step in range(service.shape[-2]):
        ready = last
        if step and waiting.chips > 1:
            if waiting.kind == "everyone":
                ready = last.max(axis=-1, keepdims=True) + link
            elif waiting.kind == "neighbours":
                ready = (last[..., waiting.waits_for] + hops).max(axis=-1)
        if slot is not None:
            ready = np.maximum(ready, step * slot)
        last = ready + service[..., step, :]
        times[..., step, :] = last
    return times


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

    >>> makespan(finish_times(np.ones((160, 8)), everyone(8), link=0.5))
    239.5
    """
    times = np.asarray(checks.not_negative("times", times))
    if times.ndim < 2 or not times.size:
        raise ValueError(f"times: got shape {times.shape}; takes (..., steps, chips)")
    return times[..., -1, :].max(axis=-1)[()]


def lateness(service, waiting, delay, step=0, chip=0, **plan):
    """How late every chip ends every step because one chip lost ``delay`` seconds once.

    The same run twice, with and without the delay, subtracted: a picture in space
    (chips) and time (steps). Arguments: as ``finish_times`` (``plan`` is its link,
    slot and buffer), and where the delay falls.

    Returns seconds, in the shape of ``service``. Nothing is ever early for a delay.

    >>> lateness(np.ones((4, 5)), ring(5), delay=1.0, step=0, chip=2).astype(int)
    array([[0, 0, 1, 0, 0],
           [0, 1, 1, 1, 0],
           [1, 1, 1, 1, 1],
           [1, 1, 1, 1, 1]])
    """
    service = np.asarray(checks.not_negative("service", service), float)
    if service.ndim < 2 or not service.size:
        raise ValueError(f"service: got shape {service.shape}; takes (..., steps, chips)")
    steps, chips = service.shape[-2:]
    delay = _one_time("delay", delay)
    step = checks.count("step", step, 0, steps - 1)
    chip = checks.count("chip", chip, 0, chips - 1)
    late = service.copy()
    late[..., step, chip] += delay
    return finish_times(late, waiting, **plan) - finish_times(service, waiting, **plan)


def lateness_left(delay, slack, steps):
    """What is left of a delay after so many planned steps with some slack each.

        max(0, delay - steps x slack)

    Exact where services do not vary. With no slack nothing is ever made good.

    >>> lateness_left(5e-6, 1e-6, [0, 3, 9])
    array([5.e-06, 2.e-06, 0.e+00])
    """
    delay = checks.not_negative("delay", delay)
    slack = checks.not_negative("slack", slack)
    steps = checks.whole("steps", steps, least=0)
    return np.maximum(0.0, delay - np.multiply(steps, slack))


def planned_lateness(slowest, slot):
    """How late a planned run with a global barrier is after each step (Lindley's recursion).

        late[k] = max(0, late[k-1] + slowest[k] - slot)

    Arguments: ``slowest`` seconds of the slowest chip at each step, shape (..., steps);
    ``slot`` seconds planned for a step. The same thing as a queue's waiting time:
    the plan is late for long where the mean of the slowest comes near the slot.

    >>> planned_lateness([1.0, 4.0, 1.0, 1.0, 1.0], slot=2.0)
    array([0., 2., 1., 0., 0.])
    """
    slowest = np.asarray(checks.not_negative("slowest", slowest), float)
    slot = checks.positive("slot", slot)
    # The reflected walk: the walk minus its least value so far, never above 0.
    walk = np.cumsum(slowest - slot, axis=-1)
    return walk - np.minimum(np.minimum.accumulate(walk, axis=-1), 0.0)


# -- what a token costs ----------------------------------------------------------------


@dataclass(frozen=True)
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
    0 for a single chip. Steps and chips are independent.

    >>> from lib.sync.laws import Exponential, Scaled
    >>> step = Scaled(Exponential(1e-6), offset=10e-6)
    >>> print(f"{token_time(step, 8).mean * 1e3:.2f} {token_time(step, 576).mean * 1e3:.2f} ms")
    2.03 2.71 ms
    """
    check_law("law", law)
    chips, steps = checks.whole("chips", chips), checks.whole("steps", steps)
    link = checks.not_negative("link", link) * np.greater(chips, 1)
    slowest = Slowest(law, chips)
    mean = slowest.mean()
    return TokenTime(
        mean=steps * (mean + link),
        std=np.sqrt(steps) * slowest.std(),
        waiting=steps * (mean - Slowest(law, np.ones_like(chips)).mean()),
    )


def speed_ceiling(collective, steps=160):
    """Tokens per second that one request cannot exceed, by its collectives alone.

        1 / (steps x collective)

    >>> [round(speed_ceiling(t * 1e-6)) for t in (23.1, 13.7, 2.1)]
    [271, 456, 2976]
    """
    return 1 / (checks.whole("steps", steps) * checks.positive("collective", collective))


def step_time(work, noise, chips):
    """Mean seconds of a step whose work is shared out but whose noise is not.

        work / chips + E(slowest noise of chips)

    >>> from lib.sync.laws import Exponential
    >>> round(step_time(100.0, Exponential(1.0), 100), 2)
    6.19
    """
    work = checks.not_negative("work", work)
    return work / checks.whole("chips", chips) + Slowest(noise, chips).mean()


def best_chips(work, noise):
    """Chips from which one more makes a step slower: exponential noise, global barrier.

        ceil(work / noise)

    exactly, for 1/(n(n+1)) work is then no more than 1/(n+1) noise, the growth of the
    harmonic number. Arguments: ``work`` seconds on one chip; ``noise`` mean seconds.

    >>> best_chips(100e-6, 1e-6)
    100.0
    """
    work, noise = checks.positive("work", work), checks.positive("noise", noise)
    ratio = np.divide(work, noise)
    return np.maximum(np.ceil(ratio - 1e-9 * ratio), 1.0)[()]


# -- more chips, more jitter? ----------------------------------------------------------


def extreme_index(law, n):
    """How the tail of a law looks from the slowest of n: its local extreme-value index.

        xi = log((x2 - x1) / (x1 - x0)),  x_j exceeded with chance exp(-j) / n

    Below 0 the slowest of ever more runs into an end and its jitter shrinks; at 0 it
    grows like log n and its jitter stays; above 0 both grow like n**xi. A law
    without variance gives -inf: nothing ever changes.

    >>> from lib.sync.laws import Exponential, Pareto, Uniform
    >>> [round(float(extreme_index(a, 72)), 6) for a in
    ...  (Uniform(0.0, 1.0), Exponential(1.0), Pareto(1.0, 4.0))]
    [-1.0, 0.0, 0.25]
    """
    x0, x1, x2 = _extremes(law, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        index = np.log((x2 - x1) / (x1 - x0))
    return np.where(x2 - x1 > 0, index, -np.inf)[()]


def extreme_mean(law, n):
    """The mean of the slowest of n by extreme-value theory.

        x0 + (x1 - x0) (Gamma(1 - xi) - 1) / (exp(xi) - 1),   Euler's 0.577 for xi = 0

    with x0, x1 and xi of ``extreme_index``. It needs three far quantiles of the law
    and no integral, and is right for large n; infinite for xi of 1 or more.

    >>> from lib.sync.laws import Exponential
    >>> law = Exponential(1.0)
    >>> round(extreme_mean(law, 576), 3), round(Slowest(law, 576).mean(), 3)
    (6.933, 6.934)
    """
    x0, x1, _ = _extremes(law, n)
    xi = np.asarray(extreme_index(law, n))
    flat = np.abs(xi) < 1e-6
    safe = np.where(flat | (xi >= 1) | np.isneginf(xi), 0.5, xi)
    factor = np.where(flat, np.euler_gamma, (special.gamma(1 - safe) - 1) / np.expm1(safe))
    mean = np.where(np.isneginf(xi), x1, x0 + (x1 - x0) * factor)
    return np.where(xi >= 1, np.inf, mean)[()]


def _extremes(law, n):
    n = np.asarray(checks.whole("n", n), float)
    check_law("law", law)
    return tuple(np.asarray(law.isf(np.exp(-j) / n)) for j in range(3))


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


def pipeline_time(items, chips):
    """Mean service times until ``items`` have passed ``chips`` with exponential services.

        (sqrt(items) + sqrt(chips))**2

    the limit for many of both, with any number of items waiting between two chips
    (Glynn and Whitt 1991). It is approached from below. Without variance it is
    items + chips - 1.

    >>> pipeline_time(10_000, 100)
    12100.0
    """
    items, chips = checks.whole("items", items), checks.whole("chips", chips)
    return np.square(np.sqrt(items) + np.sqrt(chips))


def step_rate(law, waiting, steps, runs, rng, link=0.0):
    """Mean seconds a step takes in the long run, by simulation.

    Runs ``steps`` steps, and takes the pace of the second half, when the start is
    forgotten. Returns an ``Estimate``: mean over ``runs`` and its standard error.

    >>> from lib.sync.laws import Exponential
    >>> rng = np.random.default_rng(1)
    >>> pace = step_rate(Exponential(1.0), everyone(8), 100, 100, rng)
    >>> pace.agrees(Slowest(Exponential(1.0), 8).mean())
    True
    """
    steps, runs = checks.count("steps", steps, least=4), checks.count("runs", runs, least=2)
    link = _one_time("link", link)
    half = steps // 2
    paces = np.empty(runs)
    for run in range(runs):
        if waiting.kind == "everyone":
            # Only the slowest counts: one draw a step instead of one a chip.
            slowest = Slowest(law, waiting.chips).sample(steps - half, rng)
            paces[run] = slowest.mean() + link * (waiting.chips > 1)
            continue
        service = np.maximum(sample(law, (steps, waiting.chips), rng), 0.0)
        ends = finish_times(service, waiting, link).max(axis=-1)
        paces[run] = (ends[-1] - ends[half - 1]) / (steps - half)
    return mean_estimate(paces)


# -- measured --------------------------------------------------------------------------


def measured_allreduce(gpus, message_bytes, repeats=3, tail="stop"):
    """The law of an all-reduce on H100, from its measured least, median and greatest time.

    Arguments: ``gpus`` 2, 4 or 8; ``message_bytes`` of a row of the table; ``repeats``,
    how often it was measured, which decides how rare its greatest time is: three times,
    for the full table's mean and standard deviation are those of these three numbers.
    So few say nothing about a tail; ``tail`` as of ``Empirical``.

    Raises ValueError, naming what there is, for a row that the table lacks.
    Source: agrawal2024vidur.

    >>> law = measured_allreduce(8, 18432)
    >>> print(f"{law.ppf(0.5) * 1e6:.0f} us")
    29 us
    """
    gpus, repeats = checks.count("gpus", gpus), checks.count("repeats", repeats)
    message_bytes = checks.count("message_bytes", message_bytes)
    found = [r for r in rows("h100_allreduce") if r["gpus"] == gpus]
    if not found:
        known = sorted({int(r["gpus"]) for r in rows("h100_allreduce")})
        raise ValueError(f"gpus: got {gpus!r}; takes one of {', '.join(map(str, known))}")
    for row in found:
        if row["message_bytes"] == message_bytes:
            times = np.array([row[f"{name}_us"] for name in ("min", "median", "max")]) * us
            return Empirical.of_requests([0, 0.5, 1], times, repeats, tail)
    known = ", ".join(f"{int(r['message_bytes'])}" for r in found)
    raise ValueError(f"message_bytes: got {message_bytes!r}; takes one of {known}")
