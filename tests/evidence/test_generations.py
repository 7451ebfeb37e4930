"""Generations: a model spread over SRAM, and what became of the document's conclusions."""

import numpy as np
import pytest

from lib import tables
from lib.evidence.generations import (
    Case,
    Spread,
    compare,
    layer_time,
    price_by_operations,
    split_chips,
    verdict,
)
from lib.hardware import chip
from lib.spatial.placement import by_bytes, bytes_needed, whole_chips
from lib.transformer import transformer, transformers

LPU, LP30, RUBIN = chip("groq_lpu"), chip("lp30"), chip("rubin")
LLAMA, DEEPSEEK = transformer("llama3_70b"), transformer("deepseek_v3")
DOCUMENT = Case(
    sram_memory=230e6, dram_memory=96e9, sram_bandwidth=80e12, dram_bandwidth=3.35e12,
    sram_price=6000, dram_price=30_000, weights=70e9, request=0.625e9, speed=500,
    dram_rate=425, dram_entry=300_000, all_reduces=160,
)  # fmt: skip
ALL_REDUCE = 22.5e-6


# -- time a layer -------------------------------------------------------------------------


def test_layers_times_layer_time_is_the_published_time_of_a_token():
    for key, row in tables.load("serving").items():
        if row["basis"] == "per request":
            speed = tables.figure("serving", key).value
            layers = transformer(row["model"]).layers
            assert layers * layer_time(key) == pytest.approx(1 / speed)


def test_the_lpu_takes_as_long_for_a_layer_of_8b_as_for_one_of_70b_within_a_quarter():
    assert layer_time("groq_llama3_70b") == pytest.approx(layer_time("groq_llama3_8b"), rel=0.25)


def test_a_figure_of_a_whole_system_has_no_layer_time():
    with pytest.raises(ValueError, match="^key: .*whole system"):
        layer_time("mlperf_h100_offline")


# -- a model spread over SRAM -----------------------------------------------------------


def test_a_spread_model_takes_the_chips_of_its_bytes():
    spread = Spread(LPU, LLAMA, 50e-6)
    assert spread.chips(128, 4096) == by_bytes(LPU, LLAMA, "int8", 128, 4096).chips


def test_a_request_keeps_the_speed_of_its_layers_in_any_batch_while_they_set_it():
    spread = Spread(LPU, LLAMA, 50e-6)
    speed = spread.speed(np.array([1, 80, 800, 8000]), 4096)
    assert speed == pytest.approx(1 / (LLAMA.layers * 50e-6))


def test_without_a_layer_time_one_request_reads_a_chip_s_memory_for_every_layer():
    spread = Spread(LPU, LLAMA, 0.0)
    chips = spread.chips(1, 4096)
    full = bytes_needed(LLAMA, "int8", 1, 4096) - LLAMA.lookup  # of which it reads a row
    assert spread.token_time(1, 4096) == pytest.approx(
        LLAMA.layers * full / (chips * LPU.bandwidth), rel=1e-9
    )


def test_the_wafer_that_serves_70b_in_16_bits_is_the_maker_s_four():
    found = Spread(chip("wse3"), LLAMA, 0.0, "fp16").chips()
    assert found == tables.figure("facts", "wse3_for_70b").value


def test_the_cost_falls_with_the_batch():
    cost = Spread(LPU, LLAMA, 50e-6, price=6000).cost(np.array([1, 10, 100]), 4096)
    assert np.all(np.diff(cost) < 0)


def test_what_a_rate_costs_times_the_rate_is_what_the_chips_cost():
    spread, batch = Spread(LPU, LLAMA, 50e-6, price=6000), np.array([1, 10, 100])
    rate = batch / spread.token_time(batch, 4096)
    np.testing.assert_allclose(spread.cost(batch, 4096) * rate, 6000 * spread.chips(batch, 4096))


def test_a_chip_without_a_price_has_no_cost():
    with pytest.raises(ValueError, match="^price: Groq 3"):
        Spread(LP30, LLAMA, 50e-6, "fp8").cost(1, 4096)


@pytest.mark.parametrize(
    ("change", "name"),
    [({"layer_time": -1}, "layer_time"), ({"precision": "fp4"}, "precision"),
     ({"kv_precision": "int3"}, "kv_precision"), ({"price": -1}, "price")],
)  # fmt: skip
def test_bad_fields_are_named(change, name):
    with pytest.raises(ValueError, match=f"^{name}:"):
        Spread(LPU, LLAMA, 50e-6).but(**change)


# -- the cache apart --------------------------------------------------------------------


@pytest.mark.parametrize("model", transformers().values(), ids=lambda m: m.key)
def test_split_chips_hold_everything_and_requests_take_dram_alone(model):
    context = min(4096, model.context)
    one, many = (split_chips(LP30, RUBIN, model, n, context) for n in (1, 1000))
    assert one[0] == many[0] and one[1] <= many[1]
    held = many[0] * LP30.memory + many[1] * RUBIN.memory
    assert held >= bytes_needed(model, "fp8", 1000, context)


def test_experts_are_nearly_all_of_a_mixture():
    assert DEEPSEEK.feed_forward_parameters / DEEPSEEK.parameters > 0.95
    assert 0.7 < LLAMA.feed_forward_parameters / LLAMA.parameters < 0.85


def test_the_document_s_price_is_reckoned_from_operations():
    price = price_by_operations(chip("groq_document"), chip("h100_document"), "fp16")
    assert round(price, -3) == 6000


# -- what became of the conclusions -------------------------------------------------------


def test_every_conclusion_of_the_document_holds_on_its_own_figures():
    assert all(ratio > 1 for ratio in compare(DOCUMENT, ALL_REDUCE).values())


def test_the_document_s_own_figures_reproduce_its_ratios():
    found = compare(DOCUMENT, ALL_REDUCE)
    assert found["alone"] == pytest.approx(50, rel=0.05)
    assert found["batched"] == pytest.approx(70 / 61, rel=0.01)
    assert found["entry"] == pytest.approx(1.8 / 0.3, rel=0.02)
    assert found["chips"] == whole_chips(70e9, 230e6)


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [(2, 2, "holds"), (2, 4, "holds"), (2, 4.1, "changed"), (4, 1.9, "changed"),
     (2, 0.9, "reversed"), (0.9, 1.1, "reversed"), (0.5, 0.1, "changed"), (1, 0.8, "holds")],
)  # fmt: skip
def test_a_verdict_follows_from_the_two_ratios(then, now, found):
    assert verdict(then, now) == found


@pytest.mark.parametrize(
    "then, now, otherwise, found",
    [(1.8, 2.7, 0.9, "depends"), (1.8, 0.9, 2.7, "depends"), (1.8, 2.7, 1.1, "holds"),
     (1.8, 4, 1.1, "changed"), (1.8, 0.9, 0.3, "reversed"), (0.5, 0.6, 1, "holds")],
)  # fmt: skip
def test_a_verdict_depends_where_two_inputs_disagree_today(then, now, otherwise, found):
    assert verdict(then, now, otherwise=otherwise) == found


def test_a_ratio_of_nothing_has_no_verdict():
    with pytest.raises(ValueError, match="^now:"):
        verdict(1, 0)
    with pytest.raises(ValueError, match="^otherwise:"):
        verdict(1, 2, otherwise=0)
