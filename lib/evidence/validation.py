"""Validation: the roofline with its practice, held against serving that others measured.

A roofline with every efficiency at 1 is a bound. What real servers of GPUs reach is put into
seven numbers, the same for every chip, model and program:

    bandwidth_efficiency   share of the memory's bandwidth reached on the weights
    kv_efficiency          the same on the KV cache
    compute_efficiency     share of the peak reached while prompts are read
    expert_efficiency      the same in routed experts
    link_efficiency        share of the links' rate reached in all-reduces
    kernel_time            seconds of a kernel, which are counted by kind of layer
    vector_passes          times that a kernel takes a request's vector through memory

Kernels are counted from the config before anything is fitted (``lib.transformer``). The time of a
token is that of ``lib.economics.service.serve``. What the numbers are worth is told by
``held_out``: each row is predicted from a fit that saw no row of its model, its chip or its
program. Models are told apart by their shape, not by their name: R1 and V3 are one.
``lib.evidence.forecast`` predicts other rows with them, from the command line too.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from scipy.optimize import least_squares

from lib import checks, tables
from lib.economics.practice import FITTED as NAMES
from lib.economics.practice import dram_practice
from lib.economics.practice import practice as practice_of
from lib.economics.service import serve
from lib.evidence import rows as measured
from lib.evidence.rows import serving
from lib.hardware import IDEAL, one_round
from lib.units import ms

#: Start of the seven in a fit, as multiples of the time at the peak; seconds; passes.
START = np.array([1.1, 1.5, 1.6, 3.0, 1.5, 5e-6, 10.0])
#: Those that are shares of a peak: a time goes with one over them.
SHARES = np.array([True] * 5 + [False] * 2)
#: Errors beyond which a row counts less: the spread of one program's versions.
SOFT = 0.08
#: What makes a kind of row: a level is set for each, and numbers are drawn anew by them.
KIND = ["architecture", "system", "backend", "precision"]
#: Share of rows that an interval is to hold.
LEVEL = 0.9


# -- what a time is made of -----------------------------------------------------------------------


def _parts(loads, practice):
    parts = {}
    for place, made, *asked in loads:
        served = serve(made.but(practice=practice), *asked[:3])
        for name, seconds in served.parts.items():
            parts.setdefault(name, np.empty(sum(len(load[0]) for load in loads)))[place] = seconds
    return parts


@dataclass(frozen=True, eq=False)
class Counts:
    """Seconds at the peaks of which rows' times are made, by the number that stretches each.

    ``step`` and ``prompts``: arrays (7, rows), in the order of ``NAMES``.
    """

    step: np.ndarray
    prompts: np.ndarray

    def __getitem__(self, place):
        return Counts(self.step[:, place], self.prompts[:, place])

    def times(self, stretch):
        """Seconds of a token, each number's seconds being stretched so many times."""
        x = np.asarray(stretch)[:, None]
        reads, computes, rest = ((x * self.step)[s].sum(0) for s in ([0, 1], [2, 3], [4, 5, 6]))
        return np.maximum(reads, computes) + rest + (x * self.prompts).sum(0)


def counts(rows, configs=None):
    """What the times of rows are made of, counted before any number is known."""
    return counted(measured.loads(rows, configs))


def counted(loads):
    """The same of loads as ``rows.loads`` gives them: places of rows, and what ``serve`` takes."""
    bare = _parts(loads, IDEAL)
    zero = 0.0 * bare["weights"]

    def more(name, **changes):
        return _parts(loads, IDEAL.but(**changes))[name] - bare[name]

    half_experts, half_links = {"expert_efficiency": 0.5}, {"link_efficiency": 0.5}
    kernels = {"kernel_time": 1.0, "round_latency": 1.0, "rounds": one_round}
    experts, links = more("compute", **half_experts), more("collectives", **half_links)
    read, sent = more("prompts", **half_experts), more("prompts", **half_links)
    started = more("overhead", **kernels) + more("collectives", **kernels)
    step = [bare["weights"], bare["KV cache"], bare["compute"] - experts, experts, links, started,
            more("overhead", vector_passes=1.0)]  # fmt: skip
    prompts = [zero, zero, bare["prompts"] - read - sent, read, sent, more("prompts", **kernels),
               zero]  # fmt: skip
    return Counts(np.array(step), np.array(prompts))


def stretch(practice):
    """How many times each of the seven stretches its seconds at the peak."""
    values = np.array([getattr(practice, name) for name in NAMES])
    return np.where(SHARES, 1 / np.where(SHARES, values, 1.0), values)


def at(stretch, base=IDEAL):
    """The practice whose seven numbers stretch the seconds at the peak so many times."""
    values = np.where(SHARES, 1 / np.asarray(stretch), stretch)
    found = base.but(**dict(zip(NAMES, map(float, values), strict=True)))
    return found.but(round_latency=found.kernel_time, rounds=one_round)


def predict(rows, practice=None, configs=None):
    """Predicted seconds of a token of an answer, for each row.

    Arguments: ``rows``, a DataFrame as ``rows.read`` gives it; ``practice``, that of each row's
    chip if none is given. Returns an array of seconds.

    >>> first = serving().head(1)
    >>> print(f"{predict(first)[0] * 1e3:.1f} ms, measured {first.tpot_ms[0]:.1f}")
    9.9 ms, measured 9.1
    """
    found = np.empty(len(rows))
    for place, made, *asked in measured.loads(rows, configs):
        own = practice or practice_of(made.chip)
        found[place] = serve(made.but(practice=own), *asked[:3]).time
    return found


def errors(rows, practice=None):
    """Predicted over measured time, less 1, for each row."""
    return predict(rows, practice) / (rows["tpot_ms"].to_numpy() * ms) - 1


def mape(errors):
    """Mean absolute error of relative errors.

    >>> mape([0.1, -0.2])
    0.15000000000000002
    """
    return float(np.mean(np.abs(errors)))


# -- the fit ------------------------------------------------------------------------------


def best_stretch(made_of, seconds):
    """The stretches that meet measured seconds best."""
    logs, low = np.log(seconds), np.where(SHARES, 0.0, -np.inf)
    found = least_squares(
        lambda x: np.log(made_of.times(np.exp(x))) - logs, np.log(START),
        bounds=(low, np.inf), loss="soft_l1", f_scale=SOFT,
    )  # fmt: skip
    return np.exp(found.x)


def fit(rows, configs=None):
    """The seven numbers that meet measured rows best, as a practice.

    Least squares on the logarithm of predicted over measured time, where an error beyond 8%
    counts less than by its square: a row of an unlike version of a program pulls little.

    Raises ValueError for rows without measured times, fewer than nine, and rows that do not
    determine the numbers, naming which: rows of single cards say nothing of links.

    >>> dense = serving().query("tensor_parallel == 1 and model == 'Llama-3.1-70B'")
    >>> fit(dense)
    Traceback (most recent call last):
    ValueError: rows: do not determine expert_efficiency, link_efficiency; take rows of more kinds
    """
    if "tpot_ms" not in rows or rows["tpot_ms"].isna().any():
        raise ValueError("rows: lack tpot_ms; a fit takes measured times")
    if len(rows) < len(NAMES) + 2:
        raise ValueError(f"rows: got {len(rows)}; takes at least {len(NAMES) + 2} for a fit")
    made_of, seconds = counts(rows, configs), rows["tpot_ms"].to_numpy() * ms
    found = best_stretch(made_of, seconds)
    times, moved = made_of.times(found), np.eye(len(NAMES)) * 1e-4 * found
    slopes = np.column_stack([made_of.times(found + one) / times - 1 for one in moved]) / 1e-4
    size = np.linalg.norm(slopes, axis=0)
    blind = size < 1e-6 * size.max()
    looked_at = np.flatnonzero(~blind)
    _, seen, directions = np.linalg.svd(slopes[:, looked_at] / size[looked_at])
    for direction in directions[seen < 1e-3 * seen[0]]:
        blind[looked_at[np.abs(direction) > 0.1]] = True
    if blind.any():
        names = ", ".join(np.array(NAMES)[blind])
        raise ValueError(f"rows: do not determine {names}; take rows of more kinds")
    return at(found, IDEAL.but(name="a fit", memory_share=dram_practice().memory_share))


@lru_cache
def book():
    """The book's rows, what their times are made of, and the seconds that were measured."""
    rows = serving()
    return rows, counts(rows), rows["tpot_ms"].to_numpy() * ms


def groups(by):
    """A number for the group of each of the book's rows: by "model", "system" or "program".

    Models are told apart by shape.
    """
    columns = {"model": "architecture", "system": "system", "program": "backend"}
    return pd.factorize(book()[0][columns[checks.choice("by", by, tuple(columns))]])[0]


def held_out(by, numbers=NAMES, made_of=None, seconds=None):
    """Seconds of each of the book's rows, predicted from a fit that saw no row of its group.

    ``by`` as ``groups``, or each row's group; ``numbers``: of those left out of it the seconds at
    the peak are left out too; ``made_of`` and ``seconds`` of other rows, or counted otherwise.

    >>> print(f"{mape(held_out('model') / measured_seconds() - 1):.1%}")
    11.6%
    """
    _, counted_, measured_ = book()
    made_of = counted_ if made_of is None else made_of
    seconds = measured_ if seconds is None else seconds
    weigh = np.isin(NAMES, numbers)[:, None]
    made_of = Counts(made_of.step * weigh, made_of.prompts * weigh)
    group, found = groups(by) if isinstance(by, str) else by, np.empty(len(seconds))
    for value in np.unique(group):
        out = group == value
        found[out] = made_of[out].times(best_stretch(made_of[~out], seconds[~out]))
    return found


def measured_seconds():
    """Measured seconds of a token of each of the book's rows."""
    return book()[2]


def interval(off, group):
    """Low and high ends, as multiples of a prediction, that hold 90% of rows of a new group.

    Quantiles of measured over predicted among the groups there are, their logarithms widened by
    sqrt(1 + 1/groups): the next group is one more draw. ``off``: logarithms of measured over
    predicted, each from a fit that did not see its group.
    """
    ends = np.quantile(off, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return np.exp(ends * np.sqrt(1 + 1 / len(np.unique(group))))


def within(by):
    """Whether each row, predicted without its group, lies in the interval that pages state."""
    low, high = tables.load("practice")["interval"].values()
    ratio = measured_seconds() / held_out(by)
    return (ratio >= low) & (ratio <= high)


def sharpened(n=3, draws=20, seed=0):
    """Logarithms of measured over predicted of rows left out by model, set by n rows of a kind.

    Each kind's level is set by n of its rows drawn at random, and tested on its others.
    """
    rows, _, seconds = book()
    off, kind = np.log(seconds / held_out("model")), rows.groupby(KIND).ngroup().to_numpy()
    rng, left = np.random.default_rng(seed), []
    for _ in range(draws):
        for value in np.unique(kind):
            place = rng.permutation(np.flatnonzero(kind == value))
            if len(place) > 2 * n:
                left.append(off[place[n:]] - np.median(off[place[:n]]) * n / (n + 1))
    return np.concatenate(left)
