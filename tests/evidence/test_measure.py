"""The reader's own machine: shapes and refusals, for its times nobody knows beforehand."""

import threading

import numpy as np
import pytest

from lib.evidence.measure import (
    barrier_times,
    effective_threads,
    stored,
    stored_conditions,
    stored_law,
)
from lib.sync.barrier import Waiting, finish_times, makespan
from lib.tables import csv
from tools import threads as measuring


@pytest.mark.parametrize("threads, rounds", [(1, 1), (1, 5), (3, 4), (16, 2)])
def test_a_time_for_every_thread_of_every_round(threads, rounds):
    assert barrier_times(threads, rounds, pause=0.0).shape == (rounds, threads)


def test_nobody_is_back_before_its_pause_is_over():
    times = barrier_times(4, 5, pause=2e-3)
    assert np.isfinite(times).all() and (times >= 2e-3).all()


def test_the_times_are_services_of_the_barrier_model():
    times = barrier_times(4, 5, pause=1e-3)
    ends = finish_times(times, Waiting("everyone", 4))
    assert makespan(ends) == pytest.approx(times.max(axis=1).sum())


def test_no_thread_is_left_behind():
    before = threading.active_count()
    barrier_times(8, 3, pause=0.0)
    assert threading.active_count() == before


def test_independent_times_count_as_many_and_equal_ones_as_one():
    rng = np.random.default_rng(3)
    assert effective_threads(rng.random((20_000, 16))) == pytest.approx(16, rel=0.05)
    assert effective_threads(np.repeat(rng.random((5000, 1)), 16, axis=1)) == pytest.approx(
        1, rel=0.05
    )


@pytest.mark.parametrize("threads", stored())
def test_the_stored_slowest_is_later_than_one_at_every_percentile(threads):
    p = np.array([0.1, 0.5, 0.9, 0.99])
    one, slowest = (stored_law(threads, who).ppf(p) for who in ("one", "slowest"))
    assert np.all(slowest >= one - 1e-9) and np.all(one >= 0)


def test_one_thread_is_its_own_slowest():
    p = [0.1, 0.5, 0.99]
    assert stored_law(1, "one").ppf(p) == pytest.approx(stored_law(1, "slowest").ppf(p))


def test_the_stored_measurement_tells_its_conditions():
    told = stored_conditions()
    assert told["cores"] >= 1 and told["rounds"] >= 1000 and told["date"].startswith("20")


def test_the_table_is_as_its_tool_writes_it():
    rows = list(measuring.measured((1, 2), rounds=3, pause=0.0))
    assert all(list(row) == list(csv("barrier_threads")) for row in rows)
    assert [(row["threads"], row["who"]) for row in rows] == [
        (n, who) for n in (1, 2) for who in ("one", "slowest")
    ]


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: barrier_times(0), "threads: got 0; takes a whole number from 1 to 512"),
        (lambda: barrier_times(2.5), "threads: got 2.5"),
        (lambda: barrier_times("8"), "threads: got '8'"),
        (lambda: barrier_times([2, 4]), "threads: got [2, 4]; takes a whole number from 1 to 512"),
        (lambda: barrier_times(10_000), "threads: got 10000; takes a whole number from 1 to 512"),
        (lambda: barrier_times(2, rounds=0), "rounds: got 0"),
        (lambda: barrier_times(2, pause=-1e-3), "pause: got -0.001"),
        (lambda: barrier_times(2, pause=float("nan")), "pause: got nan"),
        (lambda: stored_law(3, "one"), "threads: got 3; takes one of 1, 2"),
        (lambda: stored_law(8, "last"), "who: got 'last'; takes one of one, slowest"),
        (lambda: effective_threads([1.0, 2.0]), "times: got shape (2,)"),
        (lambda: effective_threads(np.ones((5, 8))), "times: got rounds that mostly end alike"),
        (lambda: effective_threads(np.empty((0, 8))), "times: got shape (0, 8)"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
