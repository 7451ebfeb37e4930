"""Barriers: the max-plus recurrence against events, paths and closed forms."""

import numpy as np
import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from intervals import agrees, quantile_interval

from lib import tables
from lib.sync.barrier import (
    TokenTime,
    Waiting,
    finish_times,
    lateness,
    makespan,
    neighbours_rate_limit,
    speed_ceiling,
    step_rate,
    token_time,
)
from lib.sync.laws import (
    Constant,
    Exponential,
    Lognormal,
    Normal,
    Pareto,
    Slowest,
    Uniform,
)
from lib.sync.tail import mean_estimate, steps_quantile

ONE = Exponential(1.0)
# Whole numbers add without rounding, so that runs may be compared exactly.
runs = hnp.arrays(
    float, st.tuples(st.integers(1, 8), st.integers(1, 9)), elements=st.integers(0, 9)
)


def waits(chips):
    return [Waiting(kind, chips) for kind in ("everyone", "nobody", "ring", "pipeline")]


# -- the recurrence ------------------------------------------------------------------------


def events(service, waiting, link, buffer=None):
    """The same run as processes and events: nothing shared with the recurrence."""
    env = simpy.Environment()
    steps, chips = service.shape
    arrived = [[env.event() for _ in range(chips)] for _ in range(steps)]
    ended = [[env.event() for _ in range(chips)] for _ in range(steps)]
    times = np.zeros_like(service)

    def send(k, i):
        yield env.timeout(link if chips > 1 else 0)
        arrived[k][i].succeed()

    def chip(i):
        for k in range(steps):
            if waiting.kind == "pipeline" and i:
                yield arrived[k][i - 1]
            elif k and waiting.kind == "everyone":
                yield env.all_of(arrived[k - 1])
            elif k and waiting.kind == "ring":
                others = set(waiting.waits_for[i].tolist()) - {i}
                yield env.all_of([arrived[k - 1][j] for j in others])
            yield env.timeout(service[k, i])
            if buffer is not None and i < chips - 1 and k - 1 - buffer >= 0:
                yield ended[k - 1 - buffer][i + 1]
            times[k, i] = env.now
            ended[k][i].succeed()
            env.process(send(k, i))

    for i in range(chips):
        env.process(chip(i))
    env.run()
    return times


@given(runs, st.integers(0, 3))
def test_recurrence_and_events_agree_exactly(service, link):
    for waiting in waits(service.shape[1]):
        assert np.array_equal(finish_times(service, waiting, link), events(service, waiting, link))


@given(runs, st.integers(0, 2), st.integers(0, 3))
def test_a_pipeline_with_little_room_and_its_events_agree_exactly(service, link, buffer):
    chain = Waiting("pipeline", service.shape[1])
    assert np.array_equal(
        finish_times(service, chain, link, buffer=buffer), events(service, chain, link, buffer)
    )


@given(runs, st.integers(0, 3))
def test_a_global_barrier_costs_the_sum_of_the_slowest(service, link):
    steps, chips = service.shape
    exchanges = (steps - 1) * link * (chips > 1)
    assert makespan(finish_times(service, Waiting("everyone", chips), link)) == (
        service.max(axis=1).sum() + exchanges
    )


@given(runs)
def test_without_waiting_each_chip_adds_up_its_own(service):
    ends = finish_times(service, Waiting("nobody", service.shape[1]))
    assert np.array_equal(ends, np.cumsum(service, axis=0))


@given(runs, st.integers(0, 3))
def test_waiting_for_fewer_is_never_later(service, link):
    chips = service.shape[1]
    all_wait = finish_times(service, Waiting("everyone", chips), link)
    for waiting in (Waiting("nobody", chips), Waiting("ring", chips)):
        assert np.all(finish_times(service, waiting, link) <= all_wait)


@pytest.mark.parametrize("steps, chips", [(160, 8), (3, 72)])
def test_without_variance_all_ways_take_the_same_to_the_bit(steps, chips):
    service = np.full((steps, chips), 0.1)
    alone = finish_times(service, Waiting("nobody", chips))
    for waiting in (Waiting("everyone", chips), Waiting("ring", chips)):
        assert np.array_equal(finish_times(service, waiting), alone)
    assert (
        makespan(finish_times(np.ones((steps, chips)), Waiting("pipeline", chips)))
        == steps + chips - 1
    )


@given(runs)
def test_the_makespan_of_a_pipeline_is_its_longest_path(service):
    items, chips = service.shape
    best = np.zeros((items + 1, chips + 1))
    for k in range(items):
        for i in range(chips):
            best[k + 1, i + 1] = max(best[k, i + 1], best[k + 1, i]) + service[k, i]
    assert makespan(finish_times(service, Waiting("pipeline", chips))) == best[-1, -1]


@given(runs, st.integers(0, 3))
def test_more_room_in_a_pipeline_is_never_later(service, buffer):
    chain = Waiting("pipeline", service.shape[1])
    less, more, free = (finish_times(service, chain, buffer=b) for b in (buffer, buffer + 1, None))
    assert np.all(more <= less) and np.all(free <= more)


def test_runs_side_by_side_are_the_runs_one_by_one():
    service = np.random.default_rng(0).integers(0, 9, (5, 12, 8)).astype(float)
    for waiting in waits(8):
        together = finish_times(service, waiting, link=1.0)
        alone = [finish_times(run, waiting, link=1.0) for run in service]
        assert np.array_equal(together, alone)


# -- how a delay spreads -------------------------------------------------------------------


def test_a_global_barrier_hands_a_delay_to_all_at_the_next_step():
    late = lateness(np.ones((4, 6)), Waiting("everyone", 6), delay=2.0, step=1, chip=3)
    assert late[1].tolist() == [0, 0, 0, 2, 0, 0] and np.all(late[2:] == 2)


def test_on_a_ring_a_delay_spreads_one_chip_a_step():
    late = lateness(np.ones((20, 31)), Waiting("ring", 31), delay=1.0, step=0, chip=15)
    reach = np.abs(np.arange(31) - 15)
    for step in range(20):
        assert np.array_equal(late[step], 1.0 * (reach <= step))


@given(st.integers(0, 9), st.integers(0, 4), st.integers(0, 5))
def test_slack_absorbs_a_delay_step_by_step(delay, slack, chip):
    service = np.full((8, 6), 3.0)
    for kind in ("everyone", "ring", "nobody"):
        late = lateness(service, Waiting(kind, 6), delay, chip=chip, slot=3.0 + slack)
        assert np.array_equal(late.max(axis=1), np.maximum(delay - slack * np.arange(8), 0))


@given(runs, st.integers(0, 9))
def test_no_delay_makes_anyone_early_or_later_than_itself(service, delay):
    for waiting in waits(service.shape[1]):
        late = lateness(service, waiting, delay)
        assert np.all(late >= 0) and np.all(late <= delay)


def test_unequal_services_absorb_what_equal_ones_pass_on():
    rng = np.random.default_rng(1)
    varied = lateness(rng.exponential(size=(60, 64)), Waiting("ring", 64), delay=3.0, chip=32)
    equal = lateness(np.ones((60, 64)), Waiting("ring", 64), delay=3.0, chip=32)
    assert varied[-1].max() < equal[-1].max() == 3.0


@given(runs, st.integers(1, 9))
def test_a_planned_run_is_late_by_lindleys_recursion(service, slot):
    steps, chips = service.shape
    ends = finish_times(service, Waiting("everyone", chips), slot=slot).max(axis=1)
    late = 0.0
    for step, slowest in enumerate(service.max(axis=1)):
        late = max(0.0, late + slowest - slot)
        assert max(ends[step] - (step + 1) * slot, 0) == late


# -- what a token costs --------------------------------------------------------------------


@pytest.mark.parametrize("law", [ONE, Uniform(1.0, 2.0), Lognormal(1.0, 0.5), Normal(9.0, 1.0)])
def test_the_time_of_a_token_is_what_the_recurrence_takes(law):
    rng, chips, steps = np.random.default_rng(2), 8, 40
    service = law.sample((2000, steps, chips), rng)
    found = makespan(finish_times(service, Waiting("everyone", chips), link=0.25))
    token = token_time(law, chips, steps, link=0.25)
    assert agrees(mean_estimate(found), token.mean - 0.25)
    assert found.std() == pytest.approx(token.std, rel=0.1)
    low, high = steps_quantile(Slowest(law, chips), steps, 0.5)
    least, most = quantile_interval(found - (steps - 1) * 0.25, 0.5, confidence=0.999)
    assert least <= high and low <= most


def test_without_variance_a_token_waits_for_nobody():
    token = token_time(Constant(10e-6), [1, 8, 576, 10_440])
    assert token.mean == pytest.approx([1.6e-3] * 4, rel=1e-12)
    assert token.std.tolist() == token.waiting.tolist() == [0.0] * 4


def test_a_single_chip_exchanges_nothing():
    assert token_time(ONE, 1, 160, link=5.0).mean == pytest.approx(160)
    assert TokenTime(2e-3, 0.0, 0.0).speed == 500


def test_160_all_reduces_cap_the_speed_at_271_456_and_2976():
    graph = tables.figure("facts", "allreduce_4_h100_graph").value
    groq = tables.figure("facts", "groq_allreduce").value
    found = [round(speed_ceiling(t)) for t in (23.1e-6, graph, groq)]
    assert found == [271, 456, 2976]


def test_a_tail_without_a_mean_takes_for_ever_and_waits_for_ever():
    wild = Pareto(1.0, 0.9)
    token = token_time(wild, [1, 2, 8])
    assert np.all(np.isinf(token.mean)) and np.all(np.isinf(token.std))
    assert token.waiting.tolist() == [0.0, np.inf, np.inf]
    assert token_time(wild, 8).speed == 0
    rng = np.random.default_rng(0)
    for waiting in waits(4):
        assert step_rate(wild, waiting, 10, 10, rng).value == np.inf
    mild = token_time(Pareto(1.0, 1.5), 8)
    assert np.isfinite(mild.mean) and np.isfinite(mild.waiting) and mild.std == np.inf


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float32])
def test_a_token_of_narrow_numbers_is_that_of_python_s(kind):
    chips, steps = np.array([100, 120], kind), kind(120)
    found = token_time(ONE, chips, steps, link=kind(100))
    assert found.mean == pytest.approx(token_time(ONE, [100, 120], 120, link=100).mean)
    assert speed_ceiling(kind(100), steps) == pytest.approx(1 / 12_000)
    service = np.full((4, 2), 100, kind)
    assert makespan(finish_times(service, Waiting("everyone", kind(2)), kind(100))) == 700


# -- more chips, more jitter? --------------------------------------------------------------

CHIPS = np.array([8, 72, 576, 10_440])
COMPUTE = 10.0


def test_for_a_law_that_ends_more_chips_mean_less_jitter():
    slowest = Slowest(Uniform(0.0, 1.0), CHIPS)
    assert np.all(np.diff(slowest.std()) < 0) and np.all(slowest.mean() < 1)


def test_for_an_exponential_law_the_wait_grows_like_log_n_and_the_jitter_stays():
    slowest = Slowest(ONE, CHIPS)
    assert slowest.mean() == pytest.approx(np.log(CHIPS) + np.euler_gamma, rel=0.03)
    assert slowest.std() == pytest.approx(np.pi / np.sqrt(6), rel=0.06)


def test_for_a_normal_law_the_wait_grows_and_the_jitter_shrinks():
    slowest = Slowest(Normal(0.0, 1.0), CHIPS)
    assert np.all(np.diff(slowest.mean()) > 0) and np.all(np.diff(slowest.std()) < 0)


def test_for_a_heavy_tail_wait_and_jitter_grow_like_a_power():
    slowest = Slowest(Pareto(1.0, 4.0), CHIPS)
    for found in (slowest.mean(), slowest.std()):
        growth = np.diff(np.log(found)) / np.diff(np.log(CHIPS))
        assert growth == pytest.approx([0.25] * 3, abs=0.02)


def test_the_pace_of_a_global_barrier_is_the_mean_of_the_slowest():
    pace = step_rate(ONE, Waiting("everyone", 576), 100, 60, np.random.default_rng(3))
    assert agrees(pace, Slowest(ONE, 576).mean())


def test_with_neighbours_only_more_chips_stop_mattering():
    rng = np.random.default_rng(4)
    small, large = (step_rate(ONE, Waiting("ring", n), 200, 12, rng).value for n in (32, 512))
    grown = Slowest(ONE, 512).mean() / Slowest(ONE, 32).mean()
    assert large / small < 1.06 < 1.6 < grown
    assert large < neighbours_rate_limit(3) < Slowest(ONE, 32).mean()


def test_without_waiting_the_pace_is_the_mean():
    # Over few steps the last of many chips is still ahead of the mean: one chip has none to beat.
    pace = step_rate(ONE, Waiting("nobody", 1), 2000, 20, np.random.default_rng(5))
    assert agrees(pace, 1.0)
    assert neighbours_rate_limit(1) == 1
    waits_for = np.arange(1, 10)
    limit = neighbours_rate_limit(waits_for)
    np.testing.assert_allclose(limit - np.log(limit), 1 + np.log(waits_for), rtol=1e-12)
    assert (np.diff(limit) > 0).all()


def test_a_pipeline_of_exponential_services_nears_its_limit_from_below():
    rng = np.random.default_rng(6)
    found = []
    for scale in (1, 4):
        items, chips = 100 * scale, 25 * scale
        times = makespan(
            finish_times(rng.exponential(size=(40, items, chips)), Waiting("pipeline", chips))
        )
        # Its limit for many of both (Glynn and Whitt 1991).
        found.append(times.mean() / (np.sqrt(items) + np.sqrt(chips)) ** 2)
    assert 0.85 < found[0] < found[1] < 1


# -- bad input -----------------------------------------------------------------------------

ONES, RING = np.ones((3, 4)), Waiting("ring", 4)


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: Waiting("everyone", 0), "chips: got 0; takes a whole number from 1 up"),
        (lambda: Waiting("ring", 2.5), "chips: got 2.5"),
        (lambda: Waiting("somebody", 4), "kind: got 'somebody'"),
        (lambda: finish_times(np.ones((3, 4)), Waiting("ring", 5)), "service: got shape (3, 4)"),
        (lambda: finish_times(-ONES, RING), "service: got -1.0"),
        (lambda: finish_times(np.full((3, 4), np.nan), Waiting("ring", 4)), "service: got nan"),
        (lambda: finish_times(ONES, RING, link=-1), "link: got -1"),
        (lambda: finish_times(ONES, RING, buffer=2), "buffer: got 2"),
        (lambda: finish_times(np.ones((3, 4)), Waiting("pipeline", 4), slot=2.0), "slot: got 2.0"),
        (lambda: lateness(ONES, RING, 1.0, step=3), "step: got 3"),
        (lambda: lateness(ONES, RING, 1.0, chip=4), "chip: got 4"),
        (lambda: lateness(ONES, RING, 1.0, chip=0.5), "chip: got 0.5"),
        (
            lambda: lateness(ONES, RING, [1.0, 2.0]),
            "delay: got [1.0, 2.0]",
        ),
        (
            lambda: finish_times(ONES, RING, link=[0.0, 1.0]),
            "link: got [0.0, 1.0]",
        ),
        (lambda: makespan(np.ones(3)), "times: got shape (3,)"),
        (lambda: makespan(np.ones((0, 3))), "times: got shape (0, 3)"),
        (lambda: Waiting("ring", [4, 5]), "chips: got [4, 5]"),
        (lambda: token_time(ONE, 0), "chips: got 0"),
        (lambda: token_time("slow", 8), "law: got 'slow'"),
        (lambda: speed_ceiling(0.0), "collective: got 0.0"),
        (lambda: neighbours_rate_limit(0), "waits_for: got 0"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
