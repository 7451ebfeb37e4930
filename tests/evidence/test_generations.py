"""Generations: a model spread over SRAM, and what became of the document's conclusions."""

import numpy as np
import pytest

from lib import tables
from lib.evidence.generations import (
    Case,
    Interval,
    Spread,
    compare,
    layer_time,
    lpu_interval,
    lpu_machine,
    lpu_speeds,
    outcome,
    owned,
    price_by_operations,
    wafer_interval,
    wafer_speeds,
)
from lib.hardware import chip
from lib.spatial.placement import by_bytes, bytes_needed, chips_short, whole_chips
from lib.spatial.roofline import decode
from lib.transformer import transformer

LPU, LP30 = chip("groq_lpu"), chip("lp30")
LLAMA, DEEPSEEK = transformer("llama3_70b"), transformer("deepseek_v3")
DOCUMENT = Case(
    chip("groq_document").but(price=6000), chip("h100_document"), weights=70e9, request=0.625e9,
    speed=500, dram_rate=425, dram_entry=300_000, all_reduces=160,
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
    full = bytes_needed(LLAMA, "int8", 1, 4096) - LLAMA.lookup  # one row of the embedding
    per_layer = full / (spread.chips(1, 4096) * LPU.bandwidth)
    assert spread.token_time(1, 4096) == pytest.approx(LLAMA.layers * per_layer, rel=1e-9)


def test_the_wafer_that_serves_70b_in_16_bits_is_the_maker_s_four():
    found = Spread(chip("wse3"), LLAMA, 0.0, "fp16").chips()
    assert found == tables.figure("facts", "wse3_for_70b").value


def test_the_cost_falls_with_the_batch():
    cost = Spread(LPU, LLAMA, 50e-6).cost(np.array([1, 10, 100]), 4096)
    assert np.all(np.diff(cost) < 0)


def test_what_a_rate_costs_times_the_rate_is_what_the_chips_cost():
    spread, batch = Spread(LPU.but(price=6000), LLAMA, 50e-6), np.array([1, 10, 100])
    rate = batch / spread.token_time(batch, 4096)
    np.testing.assert_allclose(spread.cost(batch, 4096) * rate, 6000 * spread.chips(batch, 4096))


def test_a_chip_without_a_price_has_no_cost():
    with pytest.raises(ValueError, match="^price: Groq 3"):
        Spread(LP30, LLAMA, 50e-6, "fp8").cost(1, 4096)


@pytest.mark.parametrize(
    ("change", "name"),
    [({"layer_time": -1}, "layer_time"), ({"precision": "fp4"}, "precision"),
     ({"kv_precision": "int3"}, "(kv_)?precision")],
)  # fmt: skip
def test_bad_fields_are_named(change, name):
    with pytest.raises(ValueError, match=f"^{name}:"):
        Spread(**({"card": LPU, "model": LLAMA, "layer_time": 50e-6} | change))


# -- prices -----------------------------------------------------------------------------


def test_the_document_s_price_is_calculated_from_operations():
    price = price_by_operations(chip("groq_document"), chip("h100_document"), "fp16")
    assert round(price, -3) == 6000


def test_an_hour_of_every_chip_that_is_owned_is_priced_by_one_analyst_in_one_spring():
    rows = {key: tables.figure("prices", key) for key in tables.load("prices") if "own_" in key[:4]}
    assert {row.date[:4] for row in rows.values()} == {"2026"}
    assert {row.date[5:7] for row in rows.values()} <= {"04", "05"}
    assert owned("wse3").price * 3600 == pytest.approx(41.96)


def test_with_a_price_a_second_a_rate_costs_dollars_a_token():
    spread = Spread(owned("wse3"), LLAMA, 20e-6, "fp16")
    hour = 41.96 * spread.chips(8, 1024)
    tokens = 3600 * 8 * spread.speed(8, 1024)
    assert spread.cost(8, 1024) == pytest.approx(hour / tokens)


# -- the LPU's practice against what was published of it ------------------------------------


def test_the_lpu_s_machine_gives_back_the_speed_it_was_fitted_to():
    fitted = tables.figure("serving", "groq_70b_marketed").value
    assert decode(lpu_machine("llama2_70b"), 1, 2048).speed == pytest.approx(fitted)


@pytest.mark.parametrize("model", ["llama3_8b", "llama3_70b", "llama4_maverick", "kimi_k2"])
def test_the_lpu_s_machine_is_the_smallest_of_its_kind_that_holds_the_model(model):
    made = lpu_machine(model)
    assert chips_short(made, 1, 1024) == 0
    if made.tensor > 8:
        fewer = made.but(tensor=made.tensor - 8)
        assert chips_short(fewer, 1, 1024) > 0


def test_no_speed_that_was_fitted_or_drafted_judges_the_practice():
    judged = {row["key"] for row in lpu_speeds()}
    assert "groq_70b_marketed" not in judged
    assert judged.isdisjoint(k for k, row in tables.load("serving").items() if "drafted" in row)
    assert all(tables.row("serving", key)["chip"] == "groq_lpu" for key in judged)


def test_the_interval_spans_the_median_of_every_model_and_two_that_it_was_made_of():
    found, rows = lpu_interval(), lpu_speeds()
    middle = {m: np.median([r["slower"] for r in rows if r["model"] == m])
              for m in {r["model"] for r in rows}}  # fmt: skip
    assert found == Interval(min(middle.values()), max(middle.values()), len(middle))
    assert found.around(100) == (100 * found.low, 100 * found.high)


def test_a_wafer_is_slower_than_its_practice_on_as_many_models_as_it_is_quicker():
    """The practice is their median, in the time that reading the weights leaves."""
    found, rows = wafer_interval(), wafer_speeds()
    middle = {row["model"]: [] for row in rows}
    for row in rows:
        middle[row["model"]].append(row["slower"])
    ratios = [np.median(some) for some in middle.values()]
    assert sum(ratio > 1 for ratio in ratios) == sum(ratio < 1 for ratio in ratios) == 3
    assert (found.low, found.high, found.models) == (min(ratios), max(ratios), len(ratios))
    assert not any("drafted" in row["key"] for row in rows)


def test_an_interval_of_n_draws_covers_the_next_as_often_as_it_says():
    draws = np.random.default_rng(0).lognormal(size=(20_000, 12))
    seen, last = draws[:, :11], draws[:, 11]
    inside = np.mean((last > seen.min(axis=1)) & (last < seen.max(axis=1)))
    assert Interval(0.5, 2, 11).covers == pytest.approx(inside, abs=0.01)


def test_every_speed_of_an_sram_machine_says_who_measured_it_and_when():
    for key, row in tables.load("serving").items():
        if row.get("chip") in ("groq_lpu", "wse3") and row["basis"] == "per request":
            assert row["by"] and tables.figure("serving", key).date, key


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
    assert outcome(then, now) == found


@pytest.mark.parametrize(
    "then, now, otherwise, found",
    [(1.8, 2.7, 0.9, "depends"), (1.8, 0.9, 2.7, "depends"), (1.8, 2.7, 1.1, "holds"),
     (1.8, 4, 1.1, "changed"), (1.8, 0.9, 0.3, "reversed"), (0.5, 0.6, 1, "holds")],
)  # fmt: skip
def test_a_verdict_depends_where_two_inputs_disagree_today(then, now, otherwise, found):
    assert outcome(then, now, otherwise=otherwise) == found


def test_a_ratio_of_nothing_has_no_outcome():
    with pytest.raises(ValueError, match="^now:"):
        outcome(1, 0)
    with pytest.raises(ValueError, match="^otherwise:"):
        outcome(1, 2, otherwise=0)
    with pytest.raises(ValueError, match="^price: Groq 3"):
        compare(Case(LP30, chip("b200"), 1e9, 1e6, 1, 1, 1, 1), ALL_REDUCE)
