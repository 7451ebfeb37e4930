"""Inputs and suppositions: what is supposed moves both values of a claim, or neither."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lib import tables
from lib.claims import check_of, inputs
from lib.claims.inputs import INPUTS, NAMES, Document, Inputs
from lib.claims.ledger import VERDICTS, claims, find
from lib.economics.cost import Terms
from lib.hardware import Chip
from lib.transformer import transformer

IDS = [row["id"] for row in tables.load("claims")["claim"]]
CHECKS = {claim_id: check_of(claim_id) for claim_id in IDS}
#: Claims of which both sides' inputs give a value.
BOTH = {claim_id: check for claim_id, check in CHECKS.items() if check.document and check.book}
#: Claims of which the two sides are computed in different ways, and why.
UNLIKE = {
    "a-block-every-cycle": "a circuit without feedback, and one whose sums take turns",
    "input-token-is-cheaper": "one model's tariff, and those of all models of its maker",
}
each_both = pytest.mark.parametrize("claim_id", sorted(BOTH.keys() - UNLIKE.keys()))


# -- both sides or neither --------------------------------------------------------------


def read_by(function, side):
    """The inputs that a function reads of a side."""
    read = set()

    class Watched(type(side)):
        def __getattribute__(self, name):
            if name in NAMES:
                read.add(name)
            return super().__getattribute__(name)

        def but(self, **changes):  # a copy reads nothing by itself
            return Watched(**{n: object.__getattribute__(self, n) for n in NAMES} | changes)

    function(Watched(**{name: getattr(side, name) for name in NAMES}))
    return read


@each_both
def test_both_values_are_one_computation_and_read_the_same_inputs(claim_id):
    check = BOTH[claim_id]
    assert check.document is check.book
    read = read_by(check.document, INPUTS.document)
    assert read and read == read_by(check.book, INPUTS.book)


def test_what_is_computed_in_two_ways_is_listed():
    assert {i for i, check in BOTH.items() if check.document is not check.book} == UNLIKE.keys()


def suppositions(name):
    """Other values of an input, as ``Inputs.but`` takes them."""
    value = getattr(INPUTS.book, name)
    factors = (1 / 4, 1 / 2, 2, 4)
    if isinstance(value, Chip):
        for factor in factors:
            for field in ("memory", "bandwidth", "power", "price", "cost", "link_bandwidth"):
                yield lambda chip, f=field, k=factor: chip.but(**{f: k * (getattr(chip, f) or 1)})
            yield lambda chip, k=factor: chip.but(
                compute={precision: k * rate for precision, rate in chip.compute.items()}
            )
    elif name == "model":
        yield from map(transformer, ("llama2_7b", "llama3_70b"))
    elif name == "precision":
        yield from ("fp16", "int4")
    elif name == "terms":
        yield from (Terms(electricity=k * value.electricity, pue=value.pue) for k in factors)
    elif name == "context":
        yield from (512, 1024, 2048)
    elif name == "further":
        yield from (3, 4)
    elif name == "stage_chips":
        yield from (40, 66)
    elif name == "host":
        yield from (1000.0, 50_000.0)
    else:
        yield from (lambda x, k=k: type(x)(round(k * x, 12)) for k in factors)


@pytest.mark.parametrize("name", NAMES)
def test_a_supposition_moves_both_numbers_of_a_claim_or_neither(name):
    moved = {claim_id: set() for claim_id in BOTH}
    for other in suppositions(name):
        given = INPUTS.but(**{name: other})
        for claim_id in moved:
            before, after = (BOTH[claim_id].values(sides) for sides in (INPUTS, given))
            if not isinstance(find(claim_id).stated, bool):
                moved[claim_id] |= {i for i in (0, 1) if before[i] != after[i]}
    assert {claim_id: sides for claim_id, sides in moved.items() if len(sides) == 1} == {}


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        # Comparisons that turn on both sides once their input has moved far enough.
        ("speed", {"slightly-below-the-h100", "not-competitive-per-dollar"}),
        ("rate", {"one-h100-slower-than-cluster", "floor-below-the-h100"}),
        ("price", {"a-thousand-cards-pay", "h100-entry-is-cheaper", "floor-above-the-rtx-4090"}),
        ("batch", {"kv-exceeds-weights"}),
        ("gpt4_layers", {"network-in-microseconds"}),
        ("fpga_dram", {"super-linear-speedup", "fpga-bound-by-memory"}),
    ],
)
def test_a_comparison_turns_on_both_sides(name, turned):
    found = {claim_id: set() for claim_id in turned}
    for factor in (1 / 1024, 1 / 32, 1 / 8, 1 / 2, 2, 8, 32, 1024):
        given = INPUTS.but(**{name: lambda x, k=factor: max(k * x, 1)})
        for claim_id in found:
            before, after = (BOTH[claim_id].values(sides) for sides in (INPUTS, given))
            found[claim_id] |= {i for i in (0, 1) if before[i] != after[i]}
    assert all(sides == {0, 1} for sides in found.values()), found


# -- what follows from a supposition ------------------------------------------------------


def test_a_quarter_of_the_context_takes_a_quarter_of_the_cache_on_both_sides():
    before, after = (
        {c.id: c for c in claims(BOTH, given)} for given in (INPUTS, Inputs().but(context=1024))
    )
    for claim_id in ("kv-per-request", "kv-at-batch-128"):
        for side in ("reproduced", "corrected"):
            assert getattr(after[claim_id], side) == getattr(before[claim_id], side) / 4
    # 70 GB and 128 caches of 0.15625 in cards of 230 MB; the same in the book's bytes.
    assert after["chips-at-batch-128"].reproduced == (70e9 + 128 * 0.15625e9) // 230e6
    kv = 128 * 2 * 80 * 8 * 128 * 1024
    assert after["chips-at-batch-128"].corrected == -(-(68_976_648_192 + kv) // (220 * 2**20))
    assert after["price-per-request"].reproduced == 6000  # one whole card


@pytest.mark.parametrize(
    "supposed",
    [
        {"context": 1024},
        {"batch": 16},
        {"precision": "int4"},
        {"model": transformer("llama2_7b")},
        {"speed": 185.0, "rate": 3066.0},
        {"price": 19_948, "h100": lambda chip: chip.but(memory=141e9)},
        {"cards": 10_000, "service": 1024},
    ],
    ids=lambda supposed: " ".join(supposed),
)
def test_every_claim_is_computed_anew_and_gives_its_reason(supposed):
    rows = claims(given=Inputs().but(**supposed))
    assert [c.id for c in rows] == IDS
    assert rows != claims()
    for c in rows:
        assert c.verdict in VERDICTS.values() and c.why.endswith(".")
        assert not re.search(r"\b(nan|None)\b", c.why), c.why


def test_the_ledger_is_left_as_it_was():
    before = claims()
    assert claims(given=Inputs().but(speed=500.0)) != before
    assert claims() == before == claims(given=INPUTS)
    assert claims(given=Inputs()) == before  # the same inputs, computed anew


def test_a_change_may_be_a_function_of_each_side_s_value():
    twice = Inputs().but(speed=lambda speed: 2 * speed)
    assert (twice.document.speed, twice.book.speed) == (1000, 600)
    assert replace(twice.book, speed=300.0).speed == INPUTS.book.speed


@pytest.mark.parametrize("name", ["SPEED", "kontext", "weights", ""])
def test_only_an_input_can_be_supposed(name):
    with pytest.raises(ValueError, match=f"inputs: got '{name}'; takes such as"):
        Inputs().but(**{name: 1.0})


def test_only_inputs_can_be_given():
    with pytest.raises(ValueError, match="given: got {'context': 1024}; takes Inputs"):
        claims(given={"context": 1024})


def test_a_wrong_value_is_refused_by_the_model_that_meets_it():
    with pytest.raises(ValueError, match="context: got 8192"):
        claims(["kv-per-request"], Inputs().but(context=8192))
    with pytest.raises(ValueError, match="rate: got 0"):
        claims(["cost-at-batch-1"], Inputs().but(speed=0.0))
    with pytest.raises(ValueError, match="LLaMA-2 70B in fp16; takes less"):
        claims(["slices-cut-one-latency"], Inputs().but(precision="fp16"))


# -- the sides ----------------------------------------------------------------------------


def test_the_document_counts_in_its_own_way():
    document = Document()
    assert (document.weights, document.request) == (70e9, 0.625e9)
    assert [document.chips(batch) for batch in (0, 1, 128)] == [305, 307, 652]
    assert document.capital(1) == pytest.approx(1_800_000)
    assert (document.per_request, document.room(1000)) == (3, 256)
    assert np.isclose(document.cost(1), 3600) and document.floor == 36


def test_the_book_s_server_costs_what_was_published():
    assert INPUTS.book.server_price == tables.figure("prices", "server_h100").value
    assert INPUTS.document.server_price == 240_000


def test_numbers_rounded_as_prose_rounds_them():
    assert inputs.rounded(1_830_000, 2) == 1_800_000
    assert inputs.rounded(0.0456, 1) == pytest.approx(0.05)
