"""Checks of speeds and what a rate of tokens costs: both values by hand."""

import numpy as np
import pytest

from lib.claims.cost import batch_that_passes, corrections
from lib.claims.inputs import INPUTS
from lib.claims.ledger import claims, find
from lib.claims.machines import server
from lib.evidence import answers
from lib.spatial.roofline import decode

#: Cards for 128 requests, and cards' worth of one request's KV cache; see test_capacity.
CHIPS, REQUEST = 672, 2 * 80 * 8 * 128 * 4096 / (220 * 2**20)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("throughput-at-batch-128", 128 * 300),
        ("cluster-price-at-batch-128", CHIPS * 6000),
        ("cost-at-batch-128", CHIPS * 6000 / (128 * 300)),
        ("cost-at-batch-1", 302 * 6000 / 300),
        ("cost-floor", 6000 * REQUEST / 300),
        ("h100-cost", 33_810 / 547),
        ("h100-server-price", 350_000),
    ],
)
def test_from_the_book_s_inputs(claim_id, value):
    assert find(claim_id).corrected == pytest.approx(value)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("cost-at-batch-1", 1_800_000 / 500),
        ("h100-cost", 30_000 / 425),
        ("fifty-times-as-expensive", 3600 / (30_000 / 425)),
        ("cost-at-batch-128", 652 * 6000 / 64_000),
        ("cost-floor", 3 * 6000 / 500),
        ("h100-server-price", 8 * 30_000),
    ],
)
def test_from_the_document_s_inputs(claim_id, value):
    assert find(claim_id).reproduced == pytest.approx(value)


@pytest.mark.parametrize(
    "claim_id", ["cost-at-batch-1", "cost-at-batch-128", "cost-floor", "price-per-request"]
)
def test_doubling_the_price_of_a_card_doubles_the_cost(claim_id):
    (before,), (after,) = claims([claim_id]), claims([claim_id], INPUTS.but(price=12_000))
    assert after.reproduced == pytest.approx(2 * before.reproduced)
    assert after.corrected == pytest.approx(2 * before.corrected)


@pytest.mark.parametrize("claim_id", ["cost-at-batch-128", "cost-floor", "cost-at-cost-price"])
def test_twice_the_speed_halves_the_cost(claim_id):
    twice = INPUTS.but(speed=lambda speed: 2 * speed)
    (before,), (after,) = claims([claim_id]), claims([claim_id], twice)
    assert after.reproduced == pytest.approx(before.reproduced / 2)
    assert after.corrected == pytest.approx(before.corrected / 2)


def test_comparisons_turn_when_their_inputs_do():
    ids = ["slightly-below-the-h100", "a-thousand-cards-pay"]
    given, found = INPUTS, []
    for change in ({}, {"speed": 600.0}, {"rate": 4 * 547.0}):
        given = given.but(**change)
        found.append([c.corrected for c in claims(ids, given)])
    assert found == [[False, False], [True, True], [False, False]]


def test_a_batch_beats_one_request_from_where_the_roofline_says():
    s = INPUTS.book
    batch = batch_that_passes(s, practised=False)
    rates = decode(server(s, 1), np.array([batch - 1, batch]), s.context).throughput
    assert rates[0] <= s.speed < rates[1]
    assert f"with {batch:.0f} by its roofline" in find("one-h100-slower-than-cluster").why


@pytest.mark.parametrize(
    ("claim_id", "number"),
    [
        ("h100-throughput", f"{3082 / 2:,.0f} in 2025"),
        ("h100-cost", f"${33_810 * 2 / 3082:.1f} at"),
        ("floor-above-the-rtx-4090", f"${33_810 / 547 / 2:.1f}, half"),
    ],
)
def test_the_numbers_in_its_reason(claim_id, number):
    assert number in find(claim_id).why


def test_corrections_lead_from_the_document_s_pair_to_the_book_s():
    """Each row by hand; a row moves one side, or both where the load or the prices change."""
    names, lpus, h100s = zip(*corrections(), strict=True)
    rate = 128 * 300
    asked, host = 19_948 / 6000, 350_000 / 8 / 33_810
    by_hand = [61.125, 652 * 6000 / rate, CHIPS * 6000 / rate, *[80 * 10 * 6000 / rate] * 3,
               80 * 8 * 6000 / rate, asked * 100, host * asked * 100]  # fmt: skip
    assert lpus == pytest.approx(by_hand)
    cheapest = answers.cheapest_rate()
    by_hand = [*[30_000 / 425] * 4, 30_000 / 547, 30_000 / 1541, cheapest]
    assert h100s[:7] == pytest.approx(by_hand, rel=1e-4)
    assert h100s[7:] == pytest.approx([cheapest * 33_810 / 30_000, cheapest * 43_750 / 30_000])
    moved = [(lpus[i] != lpus[i - 1]) + (h100s[i] != h100s[i - 1]) for i in range(1, len(names))]
    assert moved == [1, 1, 1, 1, 1, 2, 2, 2]
    assert corrections(512)[6][1] < lpus[6] and corrections(4096)[6][1] == lpus[3]
