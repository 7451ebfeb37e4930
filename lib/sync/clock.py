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

from lib import checks
from lib.sync.laws import Law, check_law, draw, isf, kinks_of, nodes

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


@dataclass(frozen=True, eq=False)
class Link:
    """Two chips, the clock of each, and the link between them.

    Arguments: ``tolerance`` of each clock's rate, a fraction; the pair is taken at its worst.
    ``jitter``, the law of the arrival around its mean, in seconds (its mean is near 0). Arrays
    broadcast. Raises ValueError naming the argument.

    >>> from lib.sync.laws import Normal
    >>> link = Link(tolerance=100e-6, jitter=Normal(0.0, 3e-9))
    >>> print(f"{link.guard(interval=100e-6, miss=1e-9) * 1e9:.1f} ns")
    38.0 ns
    """

    tolerance: float
    jitter: Law

    def __post_init__(self):
        checks.keep(self, partial(checks.between, low=0, high=1), "tolerance")
        check_law("jitter", self.jitter)

    def miss(self, guard, interval):
        """The chance that an arrival misses its slot, at a random time between alignments.

            mean over ages from 0 to interval of P(jitter > guard - drift(age))
            = E[jitter between a and b, less a] / (b - a)

        with a and b the room that is left at the end and at the start.
        """
        guard = checks.not_negative("guard", guard)
        spent = drift(self.tolerance, checks.positive("interval", interval))
        start, end = np.broadcast_arrays(guard, guard - spent)
        late = [np.asarray(self.jitter.sf(room)) for room in (start, end)]
        q, weight = nodes((*kinks_of(self.jitter), *late), late[0].ndim)
        mean = np.sum(weight * (np.clip(isf(self.jitter, q), end, start) - end), axis=0)
        still = start - end <= 1e-9 * start
        return np.where(still, late[0], mean / np.where(still, 1.0, start - end))[()]

    def guard(self, interval, miss):
        """The guard band with which even the last arrival before an alignment misses so rarely.

            drift(interval) + jitter exceeded with chance miss

        Arguments: ``interval`` seconds between alignments; ``miss`` chance per arrival, 0 for
        jitter that has an end (a jitter without one then needs an infinite guard).
        """
        interval = checks.not_negative("interval", interval)
        beyond = self.jitter.isf(checks.between("miss", miss, 0, 1))
        return np.maximum(drift(self.tolerance, interval) + beyond, 0.0)


def sample_miss(link, guard, interval, draws, rng):
    """The share of simulated arrivals that miss their slot, at random times between alignments.

    The pair of clocks is at its worst, as in ``Link.miss``. Returns (share, standard error).

    >>> from lib.sync.laws import Normal
    >>> rng = np.random.default_rng(1)
    >>> share, error = sample_miss(Link(100e-6, Normal(0.0, 3e-9)), 2e-8, 100e-6, 10_000, rng)
    >>> round(share, 1), round(error, 3)
    (0.1, 0.002)
    """
    draws = checks.count("draws", draws)
    guard = checks.not_negative("guard", checks.single("guard", guard))
    age = rng.random(draws) * checks.positive("interval", checks.single("interval", interval))
    late = draw(link.jitter, draws, rng) + drift(link.tolerance, age)
    share = np.mean(late > guard)
    return float(share), float(np.sqrt(max(share * (1 - share), 1 / draws) / draws))


# -- the best interval -------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
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

    >>> round(upkeep(323e-6, alignment=3e-6, tolerance=100e-6, slot_rate=480 * 300).share, 4)
    0.0186
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


def longest_interval(tolerance, period):
    """The longest interval after which a counter that wraps round still tells how late a clock is.

        (period / 2) / (2 x tolerance)

    A counter of so many seconds a round is read unambiguously up to half a round.
    Source: abts2022 for counters of under 256 cycles.

    >>> print(f"{longest_interval(100e-6, 256 / 900e6) * 1e6:.0f} us")
    711 us
    """
    tolerance = checks.fraction("tolerance", tolerance)
    return checks.positive("period", period) / 2 / (2 * tolerance)


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
