"""Laws of what others measured hold their tables' numbers, and what models make of them."""

import numpy as np
import pytest

from lib import tables
from lib.evidence.measured import (
    fan_out_fit,
    link_jitter,
    measured_allreduce,
    measured_service,
    published,
)
from lib.sync.clock import Link
from lib.sync.laws import Empirical, Lognormal, Slowest
from lib.sync.tail import Hedged, KthOf, chance_any, chance_each, effective_n, rank_interval

GHZ = 900e6
LINKS = "ABCDEFG"


# -- what Dean and Barroso measured --------------------------------------------------------


def leaf():
    return Lognormal.through(*published("one random leaf"))


def test_every_published_row_names_its_source():
    for table in ("tail_at_scale", "link_jitter"):
        assert tables.csv(table)["source"].notna().all()


def test_the_one_leaf_of_table_1_is_lognormal():
    p, times = published("one random leaf")
    assert leaf().ppf(p) == pytest.approx(times, rel=0.015)


def test_independent_leaves_would_be_95_percent_done_at_the_leafs_95th_percentile():
    p, measured = published("95% of leaves")
    for n in (1000, 10_000, 100_000):
        predicted = KthOf(leaf(), n, int(0.95 * n)).ppf(p)
        assert np.ptp(predicted) < 0.2 * 5e-3 + 1e-3
        assert np.all(measured > 2 * predicted)


def test_the_quantiles_of_table_1_disagree_about_the_number_of_leaves():
    n = effective_n(leaf(), *published("all leaves"))
    assert np.all(np.diff(n) > 0) and n[2] / n[0] > 4


def test_no_dependence_at_all_explains_table_1_with_the_leaf_of_its_first_row():
    # Half of the requests have 5% of their leaves out at 12 ms, so 2.5% of all leaves
    # are; but only 1% of leaves exceed 10 ms.
    p, values = published("one random leaf")
    _, measured = published("95% of leaves")
    assert Empirical(p, values).isf(0.5 * 0.05) < values[2] < measured[0]


def test_a_delay_that_a_request_shares_fits_table_1_and_the_others_do_not():
    error = {m: fan_out_fit(m).error for m in ("independent", "common factor", "shared delay")}
    assert error["shared delay"] < 0.1 < 0.5 < error["common factor"] < error["independent"]


def test_half_of_the_wait_is_for_the_slowest_5_percent():
    _, most = published("95% of leaves")
    _, every = published("all leaves")
    assert most[2] / every[2] == pytest.approx(0.5)


def test_hedging_with_independent_copies_gives_the_published_gain_within_a_half():
    # Known: 2% more requests after 10 ms, and the p99.9 of all without hedging.
    (_, before), (_, after) = (
        published("1000 keys on 100 servers", policy) for policy in ("none", "hedged after 10 ms")
    )
    found = []
    for n in (100, 1000):
        each = 1 - chance_each(1e-3, n)
        law = Lognormal.through([0.98, each], [10e-3, before[0]])
        assert Hedged(law, 10e-3).extra == pytest.approx(0.02)
        found.append(float(Slowest(Hedged(law, 10e-3), n).ppf(0.999)))
    assert found[0] < after[0] < found[1]


@pytest.mark.parametrize("case", ["idle", "beside a sort"])
def test_tied_requests_gain_nearly_what_independent_copies_would(case):
    p, alone = published(case)
    _, tied = published(case, "tied after 1 ms")
    law = Empirical(np.append(0, p), np.append(0, alone))
    free, related = (Hedged(law, 1e-3, rho).ppf(p[1:]) for rho in (0.0, 0.5))
    assert np.all(free < tied[1:]) and np.all(related > tied[1:])


def test_the_p99_of_groqs_service_is_not_free_of_a_tail():
    law = measured_service("groq")
    assert 1.2 < law.ppf(0.99) / law.ppf(0.5) < 1.3
    low, _ = rank_interval(0.99, 150)
    assert low < 0.97


def test_an_unknown_service_is_refused_with_all_that_are_known():
    known = set(tables.csv("llmperf_70b_quantiles")["provider"])
    with pytest.raises(ValueError, match="takes one of") as error:
        measured_service("acme")
    named = str(error.value).split("takes one of ")[1].split(", ")
    assert set(named) == known and len(named) == len(known)
    assert all(measured_service(name).ppf(0.5) > 0 for name in named)


def test_nobody_is_asked_beyond_what_150_requests_tell():
    with pytest.raises(ValueError, match="where the table ends"):
        Slowest(measured_service("groq"), 1000).ppf(0.5)


# -- all-reduces ---------------------------------------------------------------------------


def test_measured_all_reduces_meet_their_table():
    law = measured_allreduce(8, 18432)
    assert law.isf(1.0) == pytest.approx(21e-6)
    assert law.ppf(0.5) == pytest.approx(29e-6)
    assert law.isf(0.0) == pytest.approx(33e-6)


def test_three_measurements_leave_the_greatest_within_reach():
    # The slowest of three has its median where one call in five is slower.
    assert measured_allreduce(8, 18432).ppf(0.794) == pytest.approx(33e-6, rel=1e-3)


def test_published_all_reduces_hold_together():
    rows = tables.csv("allreduce_published")
    assert (rows[["mean_us", "message_bytes"]] > 0).all(axis=None) and (rows["gpus"] >= 2).all()
    ranges = rows.dropna(subset="min_us")
    assert ranges["mean_us"].between(ranges["min_us"], ranges["max_us"]).all()
    spreads = rows.dropna(subset="std_us")
    assert (spreads["std_us"] > 0).all() and (spreads["repeats"] > 1).all()


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


def test_jitter_with_an_end_never_misses_behind_it_and_normal_jitter_does():
    measured = link_jitter("A")
    guard = (measured.greatest - measured.mean) / GHZ
    bounded, normal = (Link(0.0, law) for law in (measured.bounded(GHZ), measured.normal(GHZ)))
    assert bounded.miss(guard * 1.0001, 1e-3) == 0
    assert 1e-5 < normal.miss(guard, 1e-3) < 1e-3
    assert normal.guard(1e-3, 0.0) == np.inf


def test_a_maximum_of_100_000_promises_no_more_than_3_in_100_000():
    unseen = chance_each(0.95, 100_000)
    assert unseen == pytest.approx(3e-5, rel=0.01)
    # 11,520 slots of a token at that chance: the promise is not worth a token.
    assert chance_any(unseen, 160 * 72) > 0.25


# -- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: published("some leaves"), "case: got 'some leaves'"),
        (lambda: measured_service("acme"), "provider: got 'acme'"),
        (lambda: fan_out_fit("magic"), "model: got 'magic'"),
        (lambda: link_jitter("H"), "link: got 'H'; takes one of A, B"),
        (lambda: measured_allreduce(3, 2048), "gpus: got 3; takes one of 2, 4, 8"),
        (lambda: measured_allreduce(8, 1), "message_bytes: got 1; takes one of 2048"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
