"""Speculative decoding: tokens a pass, and what they bring."""

import numpy as np
import pytest

from lib.spatial.speculative import drafted_speedup, tokens_per_pass

SHARES = np.linspace(0, 1, 21)


def test_a_draft_that_is_never_accepted_leaves_one_token_a_pass():
    assert tokens_per_pass(0, np.arange(8)) == pytest.approx(1)


def test_a_draft_that_is_always_accepted_gives_itself_and_one_more():
    assert tokens_per_pass(1, np.arange(8)) == pytest.approx(np.arange(8) + 1)


def test_tokens_a_pass_rise_with_acceptance_and_with_the_draft():
    found = tokens_per_pass(SHARES[:, None], np.arange(8))
    assert np.all(np.diff(found, axis=0)[:, 1:] > 0)
    assert np.all(np.diff(found, axis=1) >= 0)


def test_no_draft_however_long_gives_more_than_the_limit():
    assert np.all(tokens_per_pass(SHARES[:-1], 1000) <= 1 / (1 - SHARES[:-1]) + 1e-9)


def test_tokens_a_pass_agree_with_drawing_acceptances():
    rng = np.random.default_rng(7)
    accepted = rng.random((200_000, 5)) < 0.7
    drawn = 1 + np.cumprod(accepted, axis=1).sum(axis=1).mean()
    assert tokens_per_pass(0.7, 5) == pytest.approx(drawn, rel=0.01)


def test_free_drafts_speed_up_by_the_tokens_a_pass():
    assert drafted_speedup(0.8, 6) == tokens_per_pass(0.8, 6)


def test_where_computing_binds_drafts_only_cost():
    assert np.all(drafted_speedup(SHARES, 4, pass_growth=1) <= 1)


@pytest.mark.parametrize("cost", ["draft", "pass_growth"])
def test_what_a_draft_costs_is_added_to_the_pass_once_for_each_token(cost):
    drafted, shares = np.arange(8), np.linspace(0, 0.5, 5)[:, None]
    slower = drafted_speedup(0.8, drafted, **{cost: shares})
    assert drafted_speedup(0.8, drafted) / slower == pytest.approx(1 + drafted * shares)


def test_time_to_draft_and_growth_of_the_pass_add_up():
    assert drafted_speedup(0.8, 4, 0.1, 0.2) == pytest.approx(drafted_speedup(0.8, 4, 0.3))


@pytest.mark.parametrize("kind", [np.int8, np.uint8])
def test_narrow_integers_give_what_wide_ones_do(kind):
    drafted = np.array([0, 100, 127])
    for function in (tokens_per_pass, drafted_speedup):
        np.testing.assert_array_equal(function(1, drafted.astype(kind)), function(1, drafted))
    assert drafted_speedup(kind(1), kind(100), kind(2), kind(1)) == 101 / 301


@pytest.mark.parametrize(
    ("arguments", "name"),
    [((1.1, 4), "acceptance"), ((-0.1, 4), "acceptance"), ((0.5, 1.5), "drafted"),
     ((0.5, 4, -1), "draft"), ((0.5, 4, 0, -1), "pass_growth")],
)  # fmt: skip
def test_bad_arguments_are_named(arguments, name):
    with pytest.raises(ValueError, match=f"^{name}:"):
        drafted_speedup(*arguments)
