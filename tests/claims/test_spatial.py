"""Checks of two memories, chips for the model, FPGAs: both values by hand."""

import pytest

from lib.claims import spatial
from lib.claims.inputs import INPUTS
from lib.claims.ledger import find

PARAMETERS = 80 * (2 * 8192**2 + 2 * 8192 * 1024 + 3 * 8192 * 28672 + 2 * 8192) + 2 * 32000 * 8192
PARAMETERS += 8192
MEMORY = 220 * 2**20


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("weights-int8", PARAMETERS / 1e9),
        ("chips-for-the-weights", -(-PARAMETERS // MEMORY)),
        ("gpt4-chips", -(-1_800_000_000_000 // MEMORY)),
        ("bandwidth-ratio", 56_320 * 0.9e9 / 3.35e12),
        ("network-in-terabytes", 11 * 100e9 / 8 / 1e12),
    ],
)
def test_from_the_book_s_inputs(claim_id, value):
    assert find(claim_id).corrected == pytest.approx(value)


@pytest.mark.parametrize(
    ("claim_id", "value"),
    [
        ("memory-ratio", 96 / 0.230),
        ("bandwidth-ratio", 80 / 3.35),
        ("compute-ratio", 989 / 188),
        ("chips-for-the-weights", 305),
        ("gpt4-chips", 7826),
        ("gpt4-chips-per-stage", 98),
        ("cluster-price", 305 * 6000),
        ("entry-chips", 307),
        ("wikipedia-in-a-tenth-of-a-second", 0.1),
        ("fleet-exa-op", 1),
    ],
)
def test_from_the_document_s_inputs(claim_id, value):
    assert find(claim_id).reproduced == pytest.approx(value)


def test_a_lone_request_on_lpus_is_paced_by_the_feed_of_weights():
    """Five chips a layer read layers, outputs and cache at 10,240 bytes a cycle of 900 MHz."""
    cache = 4096 * 2 * 80 * 8 * 128
    feed = 10_240 * 0.9e9
    read = PARAMETERS - 32_000 * 8192 - (2 * 80 + 1) * 8192 + cache  # an embedding is one row
    assert spatial.lone_speeds(INPUTS.book)[0] == pytest.approx(5 * feed / read, rel=1e-4)
    why = find("sram-gives-speed").why
    assert "by the feed of weights 400 LPUs reach 664 tokens/s" in why
