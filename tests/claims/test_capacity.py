"""Checks of the KV cache and the chips that it takes: both values by hand."""

import pytest

from lib.claims.inputs import INPUTS
from lib.claims.ledger import claims, find

PARAMETERS = 80 * (2 * 8192**2 + 2 * 8192 * 1024 + 3 * 8192 * 28672 + 2 * 8192) + 2 * 32000 * 8192
PARAMETERS += 8192
REQUEST = 2 * 80 * 8 * 128 * 4096
MEMORY = 220 * 2**20
CHIPS = -(-(PARAMETERS + 128 * REQUEST) // MEMORY)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("kv-per-request", REQUEST / 1e9),
        ("kv-at-batch-128", 128 * REQUEST / 1e9),
        ("memory-at-batch-128", (PARAMETERS + 128 * REQUEST) / 1e9),
        ("chips-per-request", REQUEST / MEMORY),
        ("chips-at-batch-128", CHIPS),
        ("price-per-request", 6000 * REQUEST / MEMORY),
        ("batch-1-serves-one-user", (305 * MEMORY - PARAMETERS) // REQUEST),
    ],
)
def test_from_the_book_s_inputs(claim_id, value):
    assert find(claim_id).corrected == pytest.approx(value)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("kv-per-request", 0.625),
        ("memory-at-batch-128", 150),
        ("chips-at-batch-128", 652),
        ("only-twice-the-cluster", 652 * 6000 / 1_800_000),
        ("price-per-request", 18_000),
        ("batch-1-serves-one-user", 0),
    ],
)
def test_from_the_document_s_inputs(claim_id, value):
    assert find(claim_id).reproduced == pytest.approx(value)


def test_a_model_of_many_heads_undoes_the_grouping():
    many = INPUTS.but(model=lambda model: model.but(num_key_value_heads=model.heads))
    grouped, request = claims(["gqa-divides-by-eight", "kv-per-request"], many)
    assert grouped.reproduced == grouped.corrected == 1
    assert request.corrected == pytest.approx(5.36870912) and request.reproduced == 5


@pytest.mark.parametrize(
    ("claim_id", "factor"),
    [
        ("chips-for-the-weights", 1 / 2),
        ("chips-at-batch-128", 1 / 2),
        ("cost-at-batch-1", 1 / 2),
        ("cost-at-batch-128", 1 / 2),
        ("cost-at-cost-price", 1 / 2),
        ("gpt4-chips", 1 / 2),
        ("memory-ratio", 1 / 2),
        ("sram-capacity", 2),
    ],
)
def test_twice_the_memory_moves_what_hangs_on_it(claim_id, factor):
    twice = INPUTS.but(lpu=lambda chip: chip.but(memory=2 * chip.memory))
    (before,), (after,) = claims([claim_id]), claims([claim_id], twice)
    # Chips are whole, and the document rounds, so only nearly by the factor.
    assert after.reproduced == pytest.approx(factor * before.reproduced, rel=0.03)
    assert after.corrected == pytest.approx(factor * before.corrected, rel=0.02)
