"""Checks of the network: by hand, and that they turn with their inputs."""

import pytest

from lib.claims import network
from lib.claims.inputs import INPUTS
from lib.claims.ledger import claims, find


def test_an_all_reduce_has_its_share_of_a_token_s_time():
    # Two a layer, of 2 ms.
    assert network.longest(INPUTS.document) == pytest.approx(2e-3 / 160)
    assert network.longest(INPUTS.book) == pytest.approx(2e-3 / 240)


def test_a_stage_is_a_rack_for_the_book_and_more_for_the_document():
    assert [network.stage(s).chips for s in (INPUTS.document, INPUTS.book)] == [104, 72]


def test_the_pace_is_the_inverse_of_the_speed():
    c = find("time-per-token")
    assert (c.reproduced, c.corrected) == pytest.approx((2, 2))  # its own pace is a premise


def test_fewer_layers_leave_time_at_ten_thousand_cards_on_both_sides():
    (c,) = claims(["ten-thousand-cards"], INPUTS.but(gpt4_layers=20))
    assert (c.reproduced, c.corrected) == (False, False)
    assert "leaves nothing" not in c.why and "and nothing with" in find("ten-thousand-cards").why


def test_slower_links_slow_gpt4():
    (c,) = claims(["gpt4-at-500"], INPUTS.but(lpu=lambda lpu: lpu.but(link_bandwidth=1e9)))
    assert c.corrected < find("gpt4-at-500").corrected
