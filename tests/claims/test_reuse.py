"""Checks of a KV cache that is kept, and of what APIs charge: by hand."""

import pytest

from lib.claims import reuse
from lib.claims.inputs import INPUTS
from lib.claims.ledger import claims, find


def test_a_long_prefix_takes_as_many_bytes_a_token_as_a_request():
    assert reuse.prefix_bytes(INPUTS.book) == 200_000 * 2 * 80 * 8 * 128
    assert "32.8 GB" in find("hbm-holds-long-prompts").why


def test_a_prefix_too_long_for_a_server_turns_the_claim_on_both_sides():
    (c,) = claims(["hbm-holds-long-prompts"], INPUTS.but(prefix=5_000_000))
    assert (c.reproduced, c.corrected) == (False, False)


def test_input_costs_more_above_three_tokens_in_for_one_out():
    (less,) = claims(["input-dominates-the-bill"], INPUTS.but(api_input=2999, api_output=1000))
    (more,) = claims(["input-dominates-the-bill"], INPUTS.but(api_input=3001, api_output=1000))
    assert (less.corrected, more.corrected) == (False, True)


def test_loading_is_even_at_the_break_even_bandwidth():
    recomputed, loaded, even = reuse.again(INPUTS.book)
    held = 100_000 * 2 * 80 * 8 * 128
    assert loaded < recomputed and held / even == pytest.approx(recomputed)
