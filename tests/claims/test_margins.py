"""Checks of prices, power and cost prices: both values by hand."""

import pytest

from lib.claims.ledger import find

CHIPS = 672  # for 128 requests; see test_capacity


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("cost-at-cost-price", CHIPS * 1000 / (128 * 300)),
        ("cluster-at-cost-price", CHIPS * 1000),
        ("h100-cost-at-cost-price", 3320 / 547),
        ("h100-a-fifteenth", 33_810 / 3320),
        ("half-of-groqs", (CHIPS * 1000 / (128 * 300)) / (3320 / 547)),
    ],
)
def test_from_the_book_s_inputs(claim_id, value):
    assert find(claim_id).corrected == pytest.approx(value)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("card-price", 30_000 * 188 / 989),
        ("cost-at-cost-price", 652_000 / 64_000),
        ("seven-times-cheaper", (30_000 / 425) / (652_000 / 64_000)),
        ("h100-cost-at-cost-price", 2000 / 425),
        ("half-of-groqs", (652_000 / 64_000) / (2000 / 425)),
        ("h100-a-fifteenth", 15),
    ],
)
def test_from_the_document_s_inputs(claim_id, value):
    assert find(claim_id).reproduced == pytest.approx(value)
