"""Clocks: drift, guard bands and missed slots, closed form against simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, optimize

from lib.evidence.measured import link_jitter
from lib.sync.clock import (
    Link,
    best_interval,
    drift,
    longest_interval,
    periods_per_slip,
    sample_miss,
    throughput_kept,
    upkeep,
)
from lib.sync.laws import Constant, Exponential, Normal, Pareto, Scaled, Uniform
from lib.units import day, us

GHZ = 900e6
STEADY = Constant(0.0)
tolerances = st.floats(1e-7, 1e-3)
intervals = st.floats(1e-6, 1e-2)


# -- drift ---------------------------------------------------------------------------------


def test_two_clocks_of_100_ppm_slip_one_period_in_5000():
    assert periods_per_slip(100e-6) == pytest.approx(5000)
    assert drift(100e-6, 5000 / GHZ) == pytest.approx(1 / GHZ)


def test_two_primary_reference_clocks_slip_a_frame_of_125_us_in_72_days():
    assert 125 * us / drift(1e-11, 1.0) / day == pytest.approx(72.3, abs=0.1)


@given(tolerances, intervals)
def test_drift_is_linear(tolerance, interval):
    assert drift(tolerance, 4 * interval) == pytest.approx(4 * drift(tolerance, interval))


# -- guard and miss ------------------------------------------------------------------------


@given(tolerances, intervals)
def test_without_jitter_the_guard_is_the_drift(tolerance, interval):
    link = Link(tolerance, STEADY)
    guard = link.guard(interval, miss=0.0)
    assert guard == pytest.approx(drift(tolerance, interval))
    assert link.miss(guard * 1.000001, interval) == 0
    # Half of the guard serves the first half of the time.
    assert link.miss(guard / 2, interval) == pytest.approx(0.5, abs=2e-3)


@given(tolerances, intervals, st.floats(1e-12, 0.1))
def test_a_guard_keeps_its_promise_to_the_last_arrival(tolerance, interval, miss):
    for jitter in (Normal(0.0, 3e-9), Scaled(Exponential(1.0), 2e-9)):
        link = Link(tolerance, jitter)
        guard = link.guard(interval, miss)
        last = jitter.sf(guard - drift(tolerance, interval))
        assert float(last) == pytest.approx(miss, rel=1e-4)
        assert link.miss(guard, interval) <= miss * (1 + 1e-6)


@given(st.floats(0, 20e-9), st.floats(0, 20e-9), intervals)
def test_a_wider_guard_misses_no_more(a, b, interval):
    link = Link(50e-6, Normal(0.0, 3e-9))
    narrow, wide = sorted((a, b))
    assert link.miss(wide, interval) <= link.miss(narrow, interval)


JITTERS = [
    Normal(0.0, 3e-9),
    Uniform(-5e-9, 5e-9),
    Scaled(Exponential(1.0), 3e-9, -3e-9),
    Scaled(Pareto(1.0, 0.9), 1e-9),
]


@pytest.mark.parametrize("jitter", JITTERS, ids=lambda jitter: type(jitter).__name__)
def test_the_mean_over_ages_is_the_integral(jitter):
    link = Link(50e-6, jitter)
    for guard in (0.0, 5e-9, 15e-9, 30e-9, 40e-9):
        area, _ = integrate.quad(
            lambda part, g=guard: float(jitter.sf(g - drift(50e-6, part * 200e-6))),
            0, 1, epsabs=0, epsrel=1e-9, limit=500, points=np.linspace(0.02, 0.98, 49),
        )  # fmt: skip
        assert link.miss(guard, 200e-6) == pytest.approx(area, rel=1e-6, abs=1e-15)


@pytest.mark.parametrize("many", [3, 512])
def test_arrays_of_anything_are_as_many_links(many):
    tolerances = np.linspace(0, 100e-6, many)
    link = Link(tolerances, Normal(0.0, 3e-9))
    found = link.miss(9e-9, 100e-6)
    each = [Link(t, Normal(0.0, 3e-9)).miss(9e-9, 100e-6) for t in tolerances]
    assert found.shape == (many,) and found == pytest.approx(each, rel=1e-12)
    guards = np.array([[1e-9], [9e-9]])
    both = link.miss(guards, 100e-6)
    assert both.shape == (2, many) and both[1] == pytest.approx(found)
    spreads = Link(50e-6, Normal(0.0, [1e-9, 3e-9])).miss(np.full((4, 1), 9e-9), 100e-6)
    assert spreads.shape == (4, 2)
    assert spreads[0, 1] == pytest.approx(Link(50e-6, Normal(0.0, 3e-9)).miss(9e-9, 100e-6))
    assert link.guard([[1e-5], [1e-4]], 1e-9).shape == (2, many)


def test_clocks_that_never_drift_miss_by_jitter_alone():
    jitter = Normal(0.0, 3e-9)
    assert Link(0.0, jitter).miss(9e-9, 1e-3) == pytest.approx(jitter.sf(9e-9))
    assert Link(1e-15, jitter).miss(9e-9, 1e-3) == pytest.approx(jitter.sf(9e-9), rel=1e-6)


@pytest.mark.parametrize(
    "link",
    [
        Link(50e-6, Normal(0.0, 3e-9)),
        Link(50e-6, Uniform(-5e-9, 5e-9)),
        Link(50e-6, link_jitter("A").bounded(GHZ)),
        Link(50e-6, Scaled(Pareto(1.0, 0.9), 1e-9)),
    ],
)
def test_simulated_misses_are_those_of_the_closed_form(link):
    rng = np.random.default_rng(2)
    for guard in (6e-9, 14e-9):
        share, error = sample_miss(link, guard, 100e-6, 100_000, rng)
        assert abs(share - link.miss(guard, 100e-6)) < 4 * error + 1e-4


# -- the best interval ---------------------------------------------------------------------


@given(st.floats(1e-8, 1e-4), st.floats(1e-7, 1e-3), st.floats(1e2, 1e7))
def test_the_best_interval_is_the_square_root_and_spends_half_on_each(a, tolerance, rate):
    best = best_interval(a, tolerance, rate)
    b = 2 * tolerance * rate
    assert best.interval == pytest.approx(np.sqrt(a / b))
    assert best.share == pytest.approx(2 * np.sqrt(a * b))
    assert best.aligning == pytest.approx(best.guarding)
    for factor in (0.5, 0.9, 1.1, 2.0):
        assert upkeep(best.interval * factor, a, tolerance, rate).share > best.share


def test_a_search_finds_the_same_best_intervals():
    found = optimize.minimize_scalar(
        lambda t: upkeep(np.exp(t), 3e-6, 100e-6, 144_000).share, (-12, -5)
    )
    assert np.exp(found.x) == pytest.approx(best_interval(3e-6, 100e-6, 144_000).interval, rel=1e-4)


def test_a_counter_of_256_cycles_must_be_read_every_711_us_at_100_ppm():
    assert longest_interval(100e-6, 256 / GHZ) == pytest.approx(711 * us, rel=1e-3)


@given(st.floats(1e-4, 1e-1), st.integers(0, 1000), st.floats(0, 1e-6), st.floats(0, 1))
def test_guards_and_alignments_leave_a_share(time, hops, guard, share):
    kept = throughput_kept(time, hops, guard, share)
    assert 0 <= kept <= 1
    assert throughput_kept(time, 0, guard) == 1
    if hops and share < 1:
        assert throughput_kept(time, hops, guard + 1e-9, share) < kept


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: drift(-1e-6, 1.0), "tolerance: got -1e-06"),
        (lambda: drift(1e-6, -1.0), "interval: got -1.0"),
        (lambda: periods_per_slip(0.0), "tolerance: got 0.0"),
        (lambda: Link(2.0, STEADY), "tolerance: got 2.0"),
        (lambda: Link(1e-4, 3e-9), "jitter: got 3e-09"),
        (lambda: Link(1e-4, STEADY).guard(1e-4, 1.5), "miss: got 1.5"),
        (lambda: Link(1e-4, STEADY).miss(1e-9, 0.0), "interval: got 0.0"),
        (lambda: best_interval(0.0, 1e-4, 1.0), "alignment: got 0.0"),
        (lambda: longest_interval(1e-4, 0.0), "period: got 0.0"),
        (lambda: throughput_kept(0.0, 8, 1e-9), "token_time: got 0.0"),
        (lambda: sample_miss(Link(1e-4, STEADY), [1e-9], 1e-4, 9, None), "guard: got [1e-09]"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
