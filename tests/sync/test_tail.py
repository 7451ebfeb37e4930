"""The slowest of n, of two and of many in a row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intervals import agrees, quantile_interval
from scipy import stats

from lib.sync.laws import (
    Constant,
    Exponential,
    Law,
    Lognormal,
    Normal,
    Pareto,
    Plus,
    Slowest,
    Uniform,
)
from lib.sync.tail import (
    CommonFactor,
    Hedged,
    KthOf,
    chance_any,
    chance_each,
    effective_n,
    mean_estimate,
    rank_interval,
    steps_quantile,
)

chances = st.floats(1e-9, 0.999)
counts = st.integers(1, 10_440)
ONE = Exponential(1.0)


# -- chances -------------------------------------------------------------------------------


def test_63_percent_of_requests_meet_one_slow_server_of_100():
    assert round(float(chance_any(0.01, 100)), 2) == 0.63


def test_almost_1_in_5_meets_one_of_2000_that_are_slow_1_in_10_000():
    assert 0.18 < chance_any(1e-4, 2000) < 0.2


@given(chances, counts)
def test_what_each_may_do_and_what_any_does_undo_each_other(chance, n):
    assert float(chance_any(chance_each(chance, n), n)) == pytest.approx(chance, rel=1e-9)


@given(chances, counts)
def test_a_request_is_slow_no_more_often_than_its_parts_together(chance, n):
    assert chance <= chance_any(chance, n) * (1 + 1e-12)
    assert chance_any(chance, n) <= min(1, n * chance) * (1 + 1e-12)


def test_certain_and_impossible_stay_so():
    assert chance_any([0.0, 1.0], 7).tolist() == [0.0, 1.0]


# -- the k-th, and common causes -----------------------------------------------------------


@given(chances, counts)
def test_the_last_of_n_is_the_slowest(q, n):
    assert float(KthOf(ONE, n, n).isf(q)) == pytest.approx(float(Slowest(ONE, n).isf(q)), rel=1e-7)


@given(st.integers(1, 60), st.data())
def test_the_kth_of_n_exponentials_has_a_harmonic_mean(n, data):
    k = data.draw(st.integers(1, n))
    expected = sum(1 / i for i in range(n - k + 1, n + 1))
    assert float(KthOf(ONE, n, k).mean()) == pytest.approx(expected, rel=1e-8)


@given(chances, st.integers(2, 2000))
def test_parts_without_a_common_cause_are_independent(q, n):
    common, free = CommonFactor(ONE, n, 0.0), Slowest(ONE, n)
    assert float(common.isf(q)) == pytest.approx(float(free.isf(q)), rel=1e-6, abs=1e-9)


def test_a_common_cause_of_one_part_changes_nothing():
    for rho in (0.1, 0.5, 0.9):
        assert CommonFactor(ONE, 1, rho).isf([0.5, 0.01]) == pytest.approx(
            ONE.isf([0.5, 0.01]), rel=1e-6
        )


def test_a_common_cause_shortens_the_wait_for_the_slowest():
    medians = [float(CommonFactor(ONE, 576, rho).ppf(0.5)) for rho in (0, 0.3, 0.6, 0.9)]
    assert medians == sorted(medians, reverse=True)


@pytest.mark.parametrize("k", [95, 100])
def test_two_draws_stand_for_100_parts_with_a_common_cause(k):
    rng, rho = np.random.default_rng(4), 0.4
    law = CommonFactor(ONE, 100, rho, k)
    two = law.sample(4000, rng)
    scores = np.sqrt(rho) * rng.standard_normal((4000, 1))
    scores = scores + np.sqrt(1 - rho) * rng.standard_normal((4000, 100))
    many = np.sort(ONE.isf(stats.norm.sf(scores)), axis=1)[:, k - 1]
    assert stats.ks_2samp(two, many).pvalue > 1e-3
    low, high = quantile_interval(two, 0.9, confidence=0.999)
    assert low < law.ppf(0.9) < high


@given(counts, chances)
def test_every_quantile_gives_back_the_n_it_was_made_with(n, q):
    value = Slowest(ONE, n).isf(q)
    assert float(effective_n(ONE, 1 - q, value)) == pytest.approx(n, rel=1e-5)


@given(st.floats(0.01, 0.99), st.integers(1, 500), st.floats(0, 0.95))
def test_no_dependence_exceeds_its_limit(p, n, rho):
    # If with chance 1 - p one of n is late at x, then on average (1 - p) / n of the parts are.
    slowest = CommonFactor(ONE, n, rho).ppf(p)
    assert slowest <= ONE.isf((1 - p) / n) * (1 + 1e-6)


@given(chances, st.lists(st.floats(0, 0.95), min_size=1, max_size=5))
def test_several_correlations_are_as_many_common_factors(q, rhos):
    together = CommonFactor(ONE, 100, rhos).isf(q)
    assert together == pytest.approx([CommonFactor(ONE, 100, rho).isf(q) for rho in rhos])
    x = ONE.isf(q)
    several = CommonFactor(ONE, [100, 10], [[r] for r in rhos], [90, 10]).sf(x)
    assert several.shape == (len(rhos), 2)
    each = [[CommonFactor(ONE, n, r, k).sf(x) for n, k in ((100, 90), (10, 10))] for r in rhos]
    assert several == pytest.approx(np.array(each), rel=1e-9)


def test_a_common_cause_of_a_tail_without_a_mean_leaves_it_without():
    wild = Pareto(1.0, 0.9)
    found = CommonFactor(wild, 8, [0.0, 0.3, 0.9]).mean()
    assert np.all(np.isinf(found)) and KthOf(wild, 8, 8).mean() == np.inf
    # The seventh of eight is late only where two are: its tail is twice as steep.
    assert KthOf(wild, 8, 7).mean() < np.inf and KthOf(wild, 8, 7).std() == np.inf


# -- many steps ----------------------------------------------------------------------------


@pytest.mark.parametrize("steps, n", [(1, 1), (10, 1), (160, 1)])
def test_bounds_of_a_sum_hold_the_gamma_law(steps, n):
    p = np.array([0.01, 0.5, 0.99, 0.9999])
    low, high = steps_quantile(Slowest(ONE, n), steps, p)
    known = stats.gamma(steps).ppf(p)
    assert np.all(low <= known) and np.all(known <= high)
    assert np.all(high - low < 0.012 * steps)


@pytest.mark.parametrize(
    "law", [Slowest(ONE, 72), Slowest(Pareto(1.0, 4.0), 8), Slowest(Uniform(1.0, 2.0), 576)]
)
def test_drawn_and_summed_requests_agree(law):
    draws = law.sample((160, 4000), np.random.default_rng(5)).sum(axis=0)
    assert agrees(mean_estimate(draws), 160 * law.mean())
    for p in (0.5, 0.99):
        low, high = steps_quantile(law, 160, p, cells=1024, cut=1e-9)
        least, most = quantile_interval(draws, p, confidence=0.999)
        assert least <= high and low <= most


def test_steps_without_variance_add_up_exactly():
    assert steps_quantile(Constant(3.0), 160, 0.99) == (480.0, 480.0)


def test_a_request_of_many_steps_is_steadier_than_one_step():
    step = Slowest(ONE, 72)
    low, high = steps_quantile(step, 160, [0.5, 0.99])
    assert high[1] / low[0] < 1.2 < step.ppf(0.99) / step.ppf(0.5)


def test_the_stated_error_is_the_error():
    rng = np.random.default_rng(6)
    hits = sum(agrees(mean_estimate(rng.exponential(size=400)), 1.0, errors=2) for _ in range(400))
    assert 0.92 < hits / 400 < 0.98


@pytest.mark.parametrize(
    ("p", "requests", "rank"),
    [(0.07, 100, 7), (0.14, 50, 7), (0.29, 100, 29), (0.57, 100, 57), (0.99, 150, 149),
     (0.5, 10, 5), (0.55, 10, 6), (0.0, 10, 1), (1.0, 10, 10), (0.07, 10**6, 70_000)],
)  # fmt: skip
def test_a_measured_quantile_has_the_rank_of_its_decimal_number(p, requests, rank):
    low, high = rank_interval(p, requests)
    # The k-th of N lies below the true q-quantile where k or more of N do: a binomial count.
    below = stats.binom.sf(rank - 1, requests, [low, high])
    assert below == pytest.approx([0.025, 0.975], rel=1e-6)


@given(st.integers(1, 400), st.data())
def test_the_rank_is_that_of_exact_arithmetic(requests, data):
    percent = data.draw(st.integers(1, 100))
    rank = -(-percent * requests // 100)
    low, high = rank_interval(percent / 100, requests, 0.9)
    assert stats.binom.sf(rank - 1, requests, low) == pytest.approx(0.05, rel=1e-6)
    assert stats.binom.sf(rank - 1, requests, high) == pytest.approx(0.95, rel=1e-6)


# -- hedged and tied -----------------------------------------------------------------------

servers = st.sampled_from([ONE, Lognormal(1.0, 1.0), Pareto(1.0, 2.5), Uniform(0.0, 2.0)])


@given(servers, st.floats(0, 5), st.floats(0, 0.9), chances)
def test_a_hedged_request_is_never_slower(law, delay, rho, q):
    assert Hedged(law, delay, rho).isf(q) <= law.isf(q) * (1 + 1e-6) + 1e-9


def test_hedging_at_once_takes_the_lesser_of_two():
    assert Hedged(ONE, 0.0).mean() == pytest.approx(0.5, rel=1e-6)
    assert Hedged(ONE, 0.0).extra == 1


def test_hedging_never_is_not_hedging():
    late = Hedged(ONE, 1e6)
    assert late.ppf(0.99) == pytest.approx(ONE.ppf(0.99)) and late.extra == 0


@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_hedged_draws_and_formula_agree(rho):
    law = Hedged(Lognormal(1.0, 1.0), 2.0, rho)
    draws = law.sample(40_000, np.random.default_rng(8))
    for p in (0.5, 0.95, 0.999):
        low, high = quantile_interval(draws, p, confidence=0.999)
        assert low <= law.ppf(p) <= high
    assert agrees(mean_estimate(draws), Law.mean(law))


@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_several_delays_are_as_many_hedged_laws(rho):
    law, delays = Exponential(1.0), [0.5, 1.0, 3.0]
    together = Hedged(law, delays, rho).sf(2.0)
    assert together == pytest.approx([Hedged(law, delay, rho).sf(2.0) for delay in delays])


def test_several_n_and_k_are_as_many_laws():
    several = KthOf(Exponential(1.0), [10, 100], [5, 99]).sf(1.0)
    each = [KthOf(Exponential(1.0), n, k).sf(1.0) for n, k in ((10, 5), (100, 99))]
    assert several == pytest.approx(each)


def test_the_less_copies_share_the_more_hedging_gains():
    p99 = [float(Hedged(Pareto(1.0, 1.5), 3.0, rho).ppf(0.99)) for rho in (0, 0.3, 0.6, 0.9)]
    assert p99 == sorted(p99)


@given(chances, st.lists(st.floats(0, 0.9), min_size=1, max_size=4), st.floats(0, 3))
def test_several_correlations_are_as_many_hedged_laws(q, rhos, delay):
    law = Lognormal(1.0, 1.0)
    together = Hedged(law, delay, rhos)
    each = [Hedged(law, delay, rho) for rho in rhos]
    assert together.isf(q) == pytest.approx([one.isf(q) for one in each], rel=1e-9)
    assert together.sf(2.0) == pytest.approx([one.sf(2.0) for one in each], rel=1e-9)
    delays = Hedged(law, [[0.5], [2.0]], rhos).ppf(0.9)
    assert delays.shape == (2, len(rhos))
    assert delays[1] == pytest.approx([Hedged(law, 2.0, rho).ppf(0.9) for rho in rhos])


def test_a_second_chance_makes_a_mean_where_one_had_none():
    # Of two independent times of index 0.9 the first has index 1.8; of those that are one, 0.9.
    wild = Pareto(1.0, 0.9)
    first = Hedged(wild, 0.0)
    assert first.mean() == pytest.approx(Pareto(1.0, 1.8).mean()) and first.std() == np.inf
    assert Slowest(first, 8).mean() == pytest.approx(Slowest(Pareto(1.0, 1.8), 8).mean())
    assert Hedged(Pareto(1.0, 0.5), 0.0).mean() == np.inf
    assert np.isinf(Hedged(wild, 1.0, [0.0, 0.99]).mean()).tolist() == [False, True]


def test_tying_requests_halves_an_exponential_wait_and_no_service():
    tied = Plus(Hedged(Exponential(10e-3), 0.0), Exponential(5e-3))
    assert tied.mean() == pytest.approx(10e-3)
    draws = tied.sample(40_000, np.random.default_rng(9))
    assert agrees(mean_estimate(draws), 10e-3)
    low, high = quantile_interval(draws, 0.99, confidence=0.999)
    assert low <= tied.ppf(0.99) <= high


# -- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: chance_any(1.2, 100), "chance: got 1.2; takes a number from 0 to 1"),
        (lambda: chance_any(0.01, 0), "n: got 0; takes a whole number from 1 up"),
        (lambda: chance_each(1.2, 100), "chance: got 1.2; takes a number from 0 to 1"),
        (lambda: chance_each(-0.1, 100), "chance: got -0.1; takes a number from 0 to 1"),
        (lambda: chance_each(-0.1, 3), "chance: got -0.1"),
        (lambda: KthOf(ONE, 10, 11), "k: got 11; takes at most n"),
        (lambda: KthOf(ONE, 10, 0), "k: got 0"),
        (lambda: CommonFactor(ONE, 10, 1.0), "rho: got 1.0"),
        (lambda: CommonFactor(ONE, 0, 0.1), "n: got 0"),
        (lambda: Hedged(ONE, -1.0), "delay: got -1.0"),
        (lambda: Plus(ONE, 1.0), "second: got 1.0"),
        (lambda: steps_quantile(ONE, 0, 0.5), "steps: got 0"),
        (lambda: steps_quantile(ONE, 2, 1.0), "p: got 1.0"),
        (lambda: steps_quantile(Exponential([1.0, 2.0]), 2, 0.5), "law: got array"),
        (lambda: steps_quantile(ONE, 2, 0.5, cut=0.6), "cut: got 0.6"),
        (lambda: steps_quantile(3.0, 2, 0.5), "law: got 3.0"),
        (lambda: mean_estimate([1.0]), "samples: got 1; takes two or more"),
        (lambda: mean_estimate([1.0, np.nan]), "samples: got nan"),
        (lambda: effective_n(ONE, 1.0, 2.0), "p: got 1.0"),
        (lambda: effective_n(ONE, 0.0, 2.0), "p: got 0.0"),
        (lambda: Hedged(ONE, 1.0, [0.5, 1.0]), "rho: got 1.0"),
        (lambda: rank_interval(0.99, 0), "requests: got 0"),
        (lambda: Normal(0.0, 0.0), "spread: got 0.0"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
