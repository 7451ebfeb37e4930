"""Clocks: chips that agree on the time only nearly, and what that costs a plan.

Plesiochronous clocks tick at nominally the same rate, each off by some parts per
million. Two clocks that were aligned drift apart until they are aligned again;
the link between them adds a jitter of its own. A plan that says when a vector
arrives must wait a little longer than the mean, the guard band:

    guard = drift since the last alignment + jitter beyond the mean

Too small a guard misses a slot, and nothing resends: the run is lost and done
again. Too large a guard is paid at every hop of every token. Aligning often
keeps the guard small and costs time of its own; between the two lies a best
interval.

Offsets are in seconds, tolerances are fractions (100 ppm is 100e-6), and jitter
is a law of seconds around the planned arrival.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy import special

from lib import checks
from lib.sync.laws import Law, Normal, Scaled, check_law, isf, kinks_of, nodes, sample
from lib.sync.tail import chance_any, rows

# -- drift -----------------------------------------------------------------------------


def drift(tolerance, interval):
    """How far two clocks may part in an interval, one fast and one slow.

        2 x tolerance x interval

    Arguments: ``tolerance`` of each clock as a fraction; ``interval`` seconds.
    Returns seconds. Raises ValueError for a negative one.

    >>> drift(100e-6, 1.0)
    0.0002
    """
    tolerance = checks.between("tolerance", tolerance, 0, 1)
    return 2 * tolerance * checks.not_negative("interval", interval)


def periods_per_slip(tolerance):
    """Clock periods after which two clocks may be one whole period apart.

        1 / (2 x tolerance)

    >>> round(periods_per_slip(100e-6))
    5000
    """
    return 1 / (2 * checks.fraction("tolerance", tolerance))


def walk_spread(walk, interval):
    """Standard deviation of the difference of two clocks' random walks after an interval.

        walk x sqrt(2 x interval)

    ``walk`` is one clock's, in seconds after one second (so seconds / sqrt(second)).
    """
    walk = checks.not_negative("walk", walk)
    return walk * np.sqrt(2 * checks.not_negative("interval", interval))


@dataclass(frozen=True, eq=False)
class Link:
    """Two chips, the clock of each, and the link between them.

    Arguments
    ---------
    tolerance : of each clock's rate, a fraction; the pair is taken at its worst
    jitter : law of the arrival around its mean, in seconds (its mean is near 0)
    walk : random walk of one clock, seconds after one second
    alignment_error : seconds by which an alignment itself may be off, at its worst

    Raises ValueError naming the argument.

    >>> link = Link(tolerance=100e-6, jitter=Normal(0.0, 3e-9))
    >>> print(f"{link.guard(interval=100e-6, miss=1e-9) * 1e9:.1f} ns")
    38.0 ns
    """

    tolerance: float
    jitter: Law
    walk: float = 0.0
    alignment_error: float = 0.0

    def __post_init__(self):
        checks.keep(self, partial(checks.between, low=0, high=1), "tolerance")
        check_law("jitter", self.jitter)
        checks.keep(self, checks.not_negative, "walk", "alignment_error")

    def _apart(self, age):
        return drift(self.tolerance, age) + self.alignment_error

    def miss_at(self, guard, age):
        """The chance that an arrival misses its slot so long after the last alignment.

            P(jitter + walk > guard - drift(age) - alignment error)

        Arguments: ``guard`` and ``age`` in seconds, arrays broadcast. Exact for the
        jitter alone; a walk is integrated over (closed form where the jitter is normal).
        """
        room = checks.not_negative("guard", guard) - self._apart(checks.not_negative("age", age))
        if not np.any(self.walk):
            return self.jitter.sf(room)
        spread = walk_spread(self.walk, age)
        if isinstance(self.jitter, Normal):
            together = np.hypot(self.jitter.spread, spread)
            return special.ndtr((self.jitter.centre - room) / together)
        room, spread = np.broadcast_arrays(room, spread)
        q, weight = nodes(kinks_of(self.jitter), np.ndim(room))
        short = isf(self.jitter, q) - room
        with np.errstate(divide="ignore"):
            chance = np.where(
                spread > 0,
                special.ndtr(short / np.where(spread > 0, spread, 1.0)),
                1.0 * (short > 0),
            )
        return np.sum(weight * chance, axis=0)[()]

    def miss(self, guard, interval):
        """The chance that an arrival misses its slot, at a random time between alignments.

            mean over age from 0 to interval of miss_at(guard, age)
            = (E[jitter beyond a] - E[jitter beyond b]) / (b - a)

        with a and b the room that is left at the end and at the start. With a walk there
        is no such form: then a mean over 512 ages, closer together towards the end.
        """
        checks.positive("interval", interval)
        guard, interval = np.broadcast_arrays(checks.not_negative("guard", guard), interval)
        if np.any(self.walk):
            parts = (np.arange(512) + 0.5).reshape((-1,) + (1,) * guard.ndim) / 512
            chance = self.miss_at(guard, (1 - parts**2) * interval)
            return (np.sum(chance * parts, axis=0) / np.sum(parts))[()]
        end, start = guard - self._apart(interval), guard - self._apart(0.0)
        width = start - end
        change = _beyond(self.jitter, end) - _beyond(self.jitter, start)
        still = width <= 1e-9 * np.abs(start)
        return np.where(still, self.jitter.sf(start), change / np.where(still, 1.0, width))[()]

    def guard(self, interval, miss):
        """The guard band with which even the last arrival before an alignment misses so rarely.

            drift(interval) + alignment error + (jitter + walk) exceeded with chance miss

        Arguments: ``interval`` seconds between alignments; ``miss`` chance per arrival, 0 for
        jitter that has an end (a jitter without one then needs an infinite guard).
        """
        miss = checks.between("miss", miss, 0, 1)
        interval = checks.not_negative("interval", interval)
        spread = walk_spread(self.walk, interval)
        if not np.any(self.walk):
            beyond = self.jitter.isf(miss)
        elif isinstance(self.jitter, Normal):
            together = np.hypot(self.jitter.spread, spread)
            beyond = self.jitter.centre - together * special.ndtri(miss)
        else:
            raise ValueError(
                f"jitter: got {type(self.jitter).__name__} with a walk; takes Normal, or no walk"
            )
        return np.maximum(self._apart(interval) + beyond, 0.0)


def _beyond(law, room):
    """The mean of what a law exceeds ``room`` by, 0 where it does not."""
    late = np.asarray(law.sf(room))
    q, weight = nodes((*kinks_of(law), late), late.ndim)
    # A chance too small for a number rounds to 0, where a law without an end is infinite.
    beyond = np.where((q > 0) & (q < late), isf(law, q), room) - room
    return np.sum(weight * beyond, axis=0)


# -- chances over a token, an hour -------------------------------------------------------


def miss_per_token(miss, slots):
    """The chance that a token loses at least one of its slots: 1 - (1 - miss)**slots.

    >>> print(f"{miss_per_token(1e-9, 160 * 72):.2e}")
    1.15e-05
    """
    miss, slots = checks.between("miss", miss, 0, 1), checks.whole("slots", slots)
    return chance_any(miss, slots)


def misses_per_hour(miss, slots, tokens_per_second):
    """Tokens an hour that lose a slot and must be run again.

    >>> print(f"{misses_per_hour(1e-9, 160 * 72, 300):.1f}")
    12.4
    """
    return (
        3600
        * checks.not_negative("tokens_per_second", tokens_per_second)
        * miss_per_token(miss, slots)
    )


def replays(miss, slots):
    """Runs a token takes on average, if a lost slot means to run it again.

        1 / (1 - miss)**slots

    Infinite where every run loses a slot.
    """
    kept = 1 - miss_per_token(miss, slots)
    with np.errstate(divide="ignore"):
        return np.divide(1.0, kept)[()]


# -- the best interval -------------------------------------------------------------------


@dataclass(frozen=True)
class Upkeep:
    """What aligned clocks cost: ``interval`` seconds between alignments, and shares of all time.

    ``aligning`` is spent on alignments, ``guarding`` on the guard against drift.
    """

    interval: float
    aligning: float
    guarding: float

    @property
    def share(self):
        """Share of all time that both take."""
        return self.aligning + self.guarding


def upkeep(interval, alignment, tolerance, slot_rate):
    """The shares of time that alignments and the guard against drift take.

        alignment / interval  +  slot_rate x 2 x tolerance x interval

    Arguments: ``alignment`` seconds that one alignment stops the work;
    ``slot_rate`` slots a second that follow each other, each with its own guard.
    The guard against jitter comes on top; the interval does not change it.
    """
    interval = checks.positive("interval", interval)
    alignment = checks.not_negative("alignment", alignment)
    slot_rate = checks.not_negative("slot_rate", slot_rate)
    return Upkeep(interval, alignment / interval, slot_rate * drift(tolerance, interval))


def best_interval(alignment, tolerance, slot_rate):
    """The interval between alignments that costs least.

        a/T + b T  is least at  T* = sqrt(a / b),  and is 2 sqrt(a b) there

    with a the alignment and b = 2 x tolerance x slot_rate. Half of the cost is
    then spent on aligning and half on guarding. Returns an ``Upkeep``.

    >>> best = best_interval(alignment=3e-6, tolerance=100e-6, slot_rate=480 * 300)
    >>> print(f"every {best.interval * 1e6:.0f} us, {best.share:.1%} of all time")
    every 323 us, 1.9% of all time
    """
    alignment = checks.positive("alignment", alignment)
    slot_rate = checks.positive("slot_rate", slot_rate)
    tolerance = checks.fraction("tolerance", tolerance)
    interval = np.sqrt(np.divide(alignment, 2 * tolerance * slot_rate))
    return upkeep(interval, alignment, tolerance, slot_rate)


def best_walk_interval(alignment, walk, slot_rate, miss):
    """The best interval where the clocks' rates agree and only their phases walk.

        a/T + c sqrt(T)  is least at  T* = (2 a / c)**(2/3)

    with c = slot_rate x z(miss) x walk x sqrt(2). Returns seconds.
    """
    alignment = checks.positive("alignment", alignment)
    checks.between("miss", miss, 0, 0.5, "a chance from 0 to 0.5")
    guard = checks.positive("walk", walk) * np.sqrt(2) * -special.ndtri(miss)
    return (2 * alignment / (checks.positive("slot_rate", slot_rate) * guard)) ** (2 / 3)


def longest_interval(tolerance, period, spread=0.0):
    """The longest interval after which a counter that wraps round still tells how late a clock is.

        (period / 2 - spread) / (2 x tolerance)

    A counter of so many seconds a round is read unambiguously up to half a round.
    ``spread`` is the jitter of the reading. Source: abts2022 for counters of under
    256 cycles.

    >>> print(f"{longest_interval(100e-6, 256 / 900e6) * 1e6:.0f} us")
    711 us
    """
    tolerance = checks.fraction("tolerance", tolerance)
    half = checks.positive("period", period) / 2
    spread = checks.not_negative("spread", spread)
    checks.between("spread", spread, 0, np.nextafter(half, 0), "less than half the period")
    return (half - spread) / (2 * tolerance)


def throughput_kept(token_time, hops, guard, upkeep_share=0.0):
    """The share of speed that is left after guards and alignments.

        (1 - upkeep_share) / (1 + hops x guard / token_time)

    Arguments: ``token_time`` seconds without any guard; ``hops`` of a token that
    follow each other; ``guard`` seconds at each; ``upkeep_share`` of all time spent on
    alignments alone (an ``Upkeep``'s ``aligning``).

    >>> print(f"{throughput_kept(1 / 300, hops=480, guard=12.4e-9):.2%}")
    99.82%
    """
    time = checks.positive("token_time", token_time)
    added = checks.whole("hops", hops, least=0) * checks.not_negative("guard", guard)
    share = checks.between("upkeep_share", upkeep_share, 0, 1)
    return (1 - share) * time / (time + added)


# -- simulation ----------------------------------------------------------------------------


def offsets(rates, interval, times, walk=0.0, alignment_error=0.0, rng=None):
    """Offsets of clocks that are aligned every ``interval`` seconds.

    A clock leaves an alignment with an error (uniform within +-``alignment_error``),
    drifts with its rate and walks: a sawtooth.

    Arguments: ``rates`` of the clocks as fractions, shape (clocks,); ``times`` in
    seconds, rising, shape (steps,); ``rng`` wherever something is random.
    Returns seconds, shape (clocks, steps).

    >>> offsets([1e-4, -1e-4], 1.0, [0.5, 0.75, 1.5])
    array([[ 5.0e-05,  7.5e-05,  5.0e-05],
           [-5.0e-05, -7.5e-05, -5.0e-05]])
    """
    rates = np.atleast_1d(np.asarray(checks.between("rates", rates, -1, 1), float))
    times = np.asarray(checks.not_negative("times", times), float)
    checks.positive("interval", interval)
    if times.ndim != 1 or np.any(np.diff(times) < 0):
        raise ValueError(f"times: got shape {times.shape}; takes one row of rising seconds")
    random = checks.not_negative("walk", walk) > 0
    random |= checks.not_negative("alignment_error", alignment_error) > 0
    if random and rng is None:
        raise ValueError("rng: got None; takes a numpy.random.Generator, for something is random")

    epoch = np.floor(times / interval)
    age = times - epoch * interval
    found = rates[:, None] * age
    if alignment_error > 0:
        number, which = np.unique(epoch, return_inverse=True)
        found += rng.uniform(-alignment_error, alignment_error, (rates.size, number.size))[:, which]
    if walk > 0:
        # Steps between the given times, restarted at each alignment.
        fresh = np.concatenate([[True], np.diff(epoch) > 0])
        since = np.where(fresh, age, np.diff(times, prepend=0.0))
        steps = rng.standard_normal((rates.size, times.size)) * np.sqrt(since) * walk
        path = np.cumsum(steps, axis=1)
        start = np.maximum.accumulate(np.where(fresh, np.arange(times.size), 0))
        found += path - path[:, start] + steps[:, start]
    return found


def offset_rms(rate_std, interval, walk=0.0, alignment_error=0.0):
    """Root mean square offset of a clock over the time between two alignments.

        sqrt(rate_std**2 T**2 / 3 + walk**2 T / 2 + alignment_error**2 / 3)

    The closed form that ``offsets`` must meet; rates have mean 0 and ``rate_std``.
    """
    interval = checks.positive("interval", interval)
    return np.sqrt(
        np.square(rate_std * interval) / 3
        + np.square(walk) * interval / 2
        + np.square(alignment_error) / 3
    )


def sample_miss(link, guard, interval, draws, rng):
    """The share of simulated arrivals that miss their slot, at random times between alignments.

    The pair of clocks is at its worst, as in ``Link.miss``. Returns (share, standard error).
    """
    draws = checks.count("draws", draws)
    age = rng.random(draws) * checks.positive("interval", interval)
    late = sample(link.jitter, draws, rng) + link._apart(age)
    late += walk_spread(link.walk, age) * rng.standard_normal(draws)
    share = np.mean(late > checks.not_negative("guard", guard))
    return float(share), float(np.sqrt(max(share * (1 - share), 1 / draws) / draws))


# -- measured links ------------------------------------------------------------------------


@dataclass(frozen=True)
class LinkJitter:
    """Measured latency of one link: least, mean, greatest and standard deviation, in cycles."""

    link: str
    least: float
    mean: float
    greatest: float
    std: float
    iterations: int

    def normal(self, frequency):
        """Jitter around the mean as a normal law, in seconds."""
        return Normal(0.0, self.std / checks.positive("frequency", frequency))

    def bounded(self, frequency):
        """Jitter around the mean as a law with the measured ends, mean and deviation.

        A beta law between the least and the greatest latency seen. Nothing was seen
        outside them, which is not to say that nothing can be: see ``chance_unseen``.
        """
        cycle = 1 / checks.positive("frequency", frequency)
        span = self.greatest - self.least
        centre, variance = (self.mean - self.least) / span, (self.std / span) ** 2
        size = centre * (1 - centre) / variance - 1
        law = Beta(centre * size, (1 - centre) * size)
        return Scaled(law, span * cycle, (self.least - self.mean) * cycle)

    def expected_extremes(self):
        """Least and greatest of the iterations if the latency were normal, in cycles.

        The medians of the extremes of so many normal draws.

        >>> low, high = link_jitter("A").expected_extremes()
        >>> print(f"{low:.1f} to {high:.1f}, seen 209 to 228")
        204.1 to 229.6, seen 209 to 228
        """
        far = -special.ndtri(-np.expm1(np.log(0.5) / self.iterations)) * self.std
        return self.mean - far, self.mean + far


@dataclass(frozen=True, eq=False)
class Beta(Law):
    """A law between 0 and 1 with two shapes: any mean and deviation, and two ends."""

    a: float
    b: float

    def __post_init__(self):
        checks.keep(self, checks.positive, "a", "b")

    def _sf(self, x):
        return special.betainc(self.b, self.a, np.clip(1 - x, 0.0, 1.0))

    def _isf(self, q):
        return 1 - special.betaincinv(self.b, self.a, q)

    def mean(self):
        """a / (a + b)."""
        return self.a / (self.a + self.b)

    def std(self):
        """sqrt(a b / (a + b + 1)) / (a + b)."""
        total = self.a + self.b
        return np.sqrt(self.a * self.b / (total + 1)) / total


def link_jitter(link):
    """The measured latency of one of the seven links, A to G.

    Source: abts2022, table 2.

    >>> link_jitter("C").greatest
    226.0
    """
    for row in rows("link_jitter"):
        if row["link"] == link:
            names = ("link", "min_cycles", "mean_cycles", "max_cycles", "std_cycles", "iterations")
            return LinkJitter(*(row[name] for name in names))
    known = ", ".join(r["link"] for r in rows("link_jitter"))
    raise ValueError(f"link: got {link!r}; takes one of {known}")


def chance_unseen(iterations, confidence=0.95):
    """The largest chance of something never seen in so many tries.

        1 - (1 - confidence)**(1 / iterations),  about 3 / iterations for 95 %

    What a measured maximum is worth: later values may exceed it with this chance.

    >>> print(f"{chance_unseen(100_000):.1e}")
    3.0e-05
    """
    iterations = checks.whole("iterations", iterations)
    confidence = checks.between("confidence", confidence, 0, 1)
    with np.errstate(divide="ignore"):
        return -np.expm1(np.log1p(-confidence) / iterations)
