"""Clocks: drift, guard bands and missed slots, closed form against simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, optimize, special

from lib.sync.clock import (
    Beta,
    Link,
    best_interval,
    best_walk_interval,
    chance_unseen,
    drift,
    link_jitter,
    longest_interval,
    miss_per_token,
    misses_per_hour,
    offset_rms,
    offsets,
    periods_per_slip,
    replays,
    sample_miss,
    throughput_kept,
    upkeep,
    walk_spread,
)
from lib.sync.laws import Constant, Exponential, Normal, Scaled, Uniform
from lib.units import day, us

GHZ = 900e6
LINKS = "ABCDEFG"
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
def test_drift_is_linear_and_a_walk_grows_like_a_root(tolerance, interval):
    assert drift(tolerance, 4 * interval) == pytest.approx(4 * drift(tolerance, interval))
    assert walk_spread(tolerance, 4 * interval) == pytest.approx(
        2 * walk_spread(tolerance, interval)
    )


def test_simulated_offsets_have_the_rms_of_the_closed_form():
    rng = np.random.default_rng(1)
    interval, walk, error = 1e-3, 2e-9, 3e-9
    times = np.arange(2000) * 0.7e-5 + 1e-9
    found = offsets(rng.normal(0, 1e-5, 3000), interval, times, walk, error, rng)
    # The mean over whole intervals: 14 of them.
    rms = np.sqrt(np.mean(found**2))
    assert rms == pytest.approx(offset_rms(1e-5, interval, walk, error), rel=0.03)
    alone = offsets(np.zeros(3000), interval, times, walk, 0.0, rng)
    assert np.sqrt(np.mean(alone**2)) == pytest.approx(offset_rms(0, interval, walk), rel=0.03)


def test_an_alignment_takes_every_offset_back_to_its_error():
    found = offsets([1e-4], 1.0, [0.0, 0.999, 1.0, 2.5])[0]
    assert found == pytest.approx([0.0, 0.999e-4, 0.0, 0.5e-4], abs=1e-12)


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
    for link in (
        Link(tolerance, Normal(0.0, 3e-9)),
        Link(tolerance, Normal(0.0, 3e-9), walk=1e-8),
        Link(tolerance, Scaled(Exponential(1.0), 2e-9), alignment_error=1e-9),
    ):
        guard = link.guard(interval, miss)
        assert float(link.miss_at(guard, interval)) == pytest.approx(miss, rel=1e-4)
        assert link.miss(guard, interval) <= miss * (1 + 1e-6)


@given(st.floats(0, 20e-9), st.floats(0, 20e-9), intervals)
def test_a_wider_guard_misses_no_more(a, b, interval):
    link = Link(50e-6, Normal(0.0, 3e-9))
    narrow, wide = sorted((a, b))
    assert link.miss(wide, interval) <= link.miss(narrow, interval)


def test_the_mean_over_ages_is_the_integral():
    for walk in (0.0, 1e-7):
        link = Link(50e-6, Normal(0.0, 3e-9), walk, alignment_error=1e-9)
        for guard in (5e-9, 15e-9, 30e-9, 40e-9):
            area, _ = integrate.quad(
                lambda part, at=link, g=guard: float(at.miss_at(g, part * 200e-6)),
                0,
                1,
                epsabs=0,
                epsrel=1e-8,
                limit=200,
            )
            assert link.miss(guard, 200e-6) == pytest.approx(area, rel=1e-3 if walk else 1e-6)


def test_clocks_that_never_drift_miss_by_jitter_alone():
    jitter = Normal(0.0, 3e-9)
    assert Link(0.0, jitter).miss(9e-9, 1e-3) == pytest.approx(jitter.sf(9e-9))
    assert Link(1e-15, jitter).miss(9e-9, 1e-3) == pytest.approx(jitter.sf(9e-9), rel=1e-6)


def test_a_walk_over_any_jitter_is_what_it_is_over_a_normal_one():
    # The general way, by integration, on the law that has a closed form.
    normal = Link(50e-6, Normal(0.0, 3e-9), walk=2e-7)
    general = Link(50e-6, Scaled(Normal(0.0, 1.0), 3e-9), walk=2e-7)
    for guard in (5e-9, 15e-9):
        assert general.miss_at(guard, 100e-6) == pytest.approx(normal.miss_at(guard, 100e-6))


@pytest.mark.parametrize(
    "link",
    [
        Link(50e-6, Normal(0.0, 3e-9)),
        Link(50e-6, Uniform(-5e-9, 5e-9)),
        Link(20e-6, Normal(0.0, 3e-9), walk=2e-7, alignment_error=1e-9),
        Link(50e-6, link_jitter("A").bounded(GHZ), walk=1e-7),
    ],
)
def test_simulated_misses_are_those_of_the_closed_form(link):
    rng = np.random.default_rng(2)
    for guard in (6e-9, 14e-9):
        share, error = sample_miss(link, guard, 100e-6, 100_000, rng)
        assert abs(share - link.miss(guard, 100e-6)) < 4 * error + 1e-4


def test_jitter_with_an_end_never_misses_behind_it_and_normal_jitter_does():
    measured = link_jitter("A")
    guard = (measured.greatest - measured.mean) / GHZ
    bounded, normal = (Link(0.0, law) for law in (measured.bounded(GHZ), measured.normal(GHZ)))
    assert bounded.miss(guard * 1.0001, 1e-3) == 0
    assert 1e-5 < normal.miss(guard, 1e-3) < 1e-3
    assert normal.guard(1e-3, 0.0) == np.inf


# -- chances over a token ------------------------------------------------------------------


@given(st.floats(1e-15, 1e-3), st.integers(1, 20_000))
def test_replays_follow_from_the_chance_of_a_miss(miss, slots):
    assert replays(miss, slots) == pytest.approx((1 - miss) ** -float(slots), rel=1e-6)
    assert misses_per_hour(miss, slots, 1.0) == pytest.approx(3600 * miss_per_token(miss, slots))


def test_a_slot_that_is_always_missed_is_replayed_for_ever():
    assert replays(1.0, 8) == np.inf


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

    def cost(t):
        guard = walk_spread(1e-7, np.exp(t)) * -special.ndtri(1e-9)
        return 3e-6 / np.exp(t) + 144_000 * guard

    found = optimize.minimize_scalar(cost, (-12, -2))
    best = best_walk_interval(3e-6, 1e-7, 144_000, 1e-9)
    assert np.exp(found.x) == pytest.approx(best, rel=1e-4)


def test_a_counter_of_256_cycles_must_be_read_every_711_us_at_100_ppm():
    assert longest_interval(100e-6, 256 / GHZ) == pytest.approx(711 * us, rel=1e-3)


@given(st.floats(1e-4, 1e-1), st.integers(0, 1000), st.floats(0, 1e-6), st.floats(0, 1))
def test_guards_and_alignments_leave_a_share(time, hops, guard, share):
    kept = throughput_kept(time, hops, guard, share)
    assert 0 <= kept <= 1
    assert throughput_kept(time, 0, guard) == 1
    if hops and share < 1:
        assert throughput_kept(time, hops, guard + 1e-9, share) < kept


# -- the measured links --------------------------------------------------------------------


@pytest.mark.parametrize("name", LINKS)
def test_bounded_jitter_has_the_measured_ends_mean_and_deviation(name):
    link = link_jitter(name)
    law = link.bounded(GHZ)
    assert law.mean() * GHZ == pytest.approx(0, abs=1e-9)
    assert law.std() * GHZ == pytest.approx(link.std)
    assert law.isf(0.0) * GHZ == pytest.approx(link.greatest - link.mean)
    assert law.isf(1.0) * GHZ == pytest.approx(link.least - link.mean)


@pytest.mark.parametrize("name", LINKS)
def test_normal_jitter_would_have_gone_beyond_both_measured_ends(name):
    low, high = link_jitter(name).expected_extremes()
    assert low < link_jitter(name).least - 3 and high > link_jitter(name).greatest + 0.9


def test_a_maximum_of_100_000_promises_no_more_than_3_in_100_000():
    assert chance_unseen(100_000) == pytest.approx(3e-5, rel=0.01)
    # 11,520 slots of a token at that chance: the promise is not worth a token.
    assert miss_per_token(chance_unseen(100_000), 160 * 72) > 0.25


def test_a_beta_law_inverts_itself():
    law, q = Beta(2.0, 3.5), np.array([0.999, 0.5, 0.01, 1e-9])
    assert law.sf(law.isf(q)) == pytest.approx(q, rel=1e-6)


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: drift(-1e-6, 1.0), "tolerance: got -1e-06"),
        (lambda: drift(1e-6, -1.0), "interval: got -1.0"),
        (lambda: periods_per_slip(0.0), "tolerance: got 0.0"),
        (lambda: Link(2.0, STEADY), "tolerance: got 2.0"),
        (lambda: Link(1e-4, 3e-9), "jitter: got 3e-09"),
        (lambda: Link(1e-4, STEADY, walk=-1.0), "walk: got -1.0"),
        (lambda: Link(1e-4, STEADY).guard(1e-4, 1.5), "miss: got 1.5"),
        (lambda: Link(1e-4, Uniform(0.0, 1.0), walk=1e-9).guard(1e-4, 0.1), "jitter: got Uniform"),
        (lambda: Link(1e-4, STEADY).miss(1e-9, 0.0), "interval: got 0.0"),
        (lambda: miss_per_token(1.5, 10), "miss: got 1.5"),
        (lambda: miss_per_token(0.1, 0), "slots: got 0"),
        (lambda: best_interval(0.0, 1e-4, 1.0), "alignment: got 0.0"),
        (lambda: best_walk_interval(1e-6, 1e-9, 1.0, 0.9), "miss: got 0.9"),
        (
            lambda: longest_interval(1e-4, 1e-9, spread=1e-9),
            "spread: got 1e-09; takes less than half the period",
        ),
        (lambda: throughput_kept(0.0, 8, 1e-9), "token_time: got 0.0"),
        (lambda: offsets([1e-4], 1.0, [1.0, 0.5]), "times: got shape (2,)"),
        (lambda: offsets([1e-4], 1.0, [0.5], walk=1e-9), "rng: got None"),
        (lambda: offset_rms(1e-4, 0.0), "interval: got 0.0"),
        (lambda: link_jitter("H"), "link: got 'H'; takes one of A, B"),
        (lambda: chance_unseen(0), "iterations: got 0"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
