"""Practice: the fit gives back the measurements that it stands on, and no more than a peak."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib import tables
from lib.economics.cost import bill
from lib.economics.kvcache import used_context
from lib.economics.practice import (
    FITTED,
    built,
    bus_practice,
    bus_rounds,
    cuts,
    dram_practice,
    host_shares,
    is_lpu,
    lpu_practice,
    machine,
    measured,
    owning,
    practice,
    sharing,
)
from lib.economics.service import serve
from lib.evidence import validation
from lib.hardware import IDEAL, Practice, chip, chips, one_round
from lib.spatial.placement import chips_short, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import KiB, ms, us, year

H100, LPU, RTX = chip("h100_sxm"), chip("groq_lpu"), chip("rtx_4090")


# -- servers of H100s -------------------------------------------------------------------------


def errors_by_width(found):
    """Mean absolute errors of a practice at 2, 4 and 8 cards, row by row, as a page would ask."""
    rows = validation.fitted()
    rows = rows[~validation.saturated(rows)].reset_index(drop=True)
    prompt, output = validation.mean_lengths(rows)
    errors = {2: [], 4: [], 8: []}
    for row, i, o in zip(rows.itertuples(), prompt, output, strict=True):
        made = machine(row.system, "llama3_70b", "fp8", row.tensor_parallel, practice=found)
        batch = min(row.concurrency, requests_that_fit(made, used_context(i, o)))
        time = serve(made, batch, i, o).time
        errors[row.tensor_parallel].append(abs(time / (row.tpot_ms * ms) - 1))
    return [np.mean(some) for some in errors.values()]


def test_at_every_width_the_practice_meets_the_rows_it_stands_on():
    errors = errors_by_width(dram_practice())
    assert all(error < 0.015 for error in errors)
    assert [f"{error:.1%}" for error in errors] == ["0.8%", "1.1%", "0.7%"]


def test_one_latency_for_all_reduces_of_every_width_and_length_would_not():
    fitted = dram_practice()
    one = fitted.but(rounds=one_round, round_latency=fitted.latency(8, 16 * KiB))
    assert errors_by_width(one) == pytest.approx([0.036, 0.0285, 0.0543], abs=5e-4)


def test_the_validation_predicts_with_the_machine_that_the_pages_take():
    rows = validation.fitted()
    rows = rows[~validation.saturated(rows)].reset_index(drop=True)
    errors = np.abs(validation.errors(rows))
    by_width = [errors[rows.tensor_parallel == n].mean() for n in (2, 4, 8)]
    assert errors_by_width(dram_practice()) == pytest.approx(by_width, rel=1e-9)


def test_the_numbers_are_those_of_the_fit():
    found, fitted = dram_practice(), validation.fit(validation.fitted()).practice
    for name in FITTED:
        assert getattr(found, name) == pytest.approx(getattr(fitted, name), rel=1e-3)
    assert found.memory_share == tables.figure("facts", "serving_memory_share").value
    assert "aiconfigurator2025" in found.fitted


def test_the_latency_follows_the_width_and_the_message():
    fitted = dram_practice()
    short, long = ([float(fitted.latency(n, m)) for n in (1, 2, 4, 8)] for m in (16e3, 1e6))
    one = fitted.round_latency
    assert short == [0, one, 2 * one, 3 * one] and long == [0, one, 4 * one, 6 * one]
    assert 1 * us < one < 4 * us


def test_a_chip_s_errors_are_those_of_its_own_rows():
    said = dram_practice().errors
    for kind, (error, rows) in validation.measured_errors().items():
        assert said[kind] == (pytest.approx(error, abs=1e-3), rows)
    assert measured(chip("h200_sxm"))["vllm"] == said["H200 SXM, vllm"]
    assert measured(chip("b200")).keys() == {"vllm", "trtllm"}
    told = {key for key, card in chips().items() if measured(card)}
    assert told == {"h100_sxm", "h200_sxm", "b200"}
    # A changed number is nobody's measurement.
    assert not dram_practice().but(layer_overhead=0).errors


# -- over the host's bus --------------------------------------------------------------------------


def test_cards_without_links_of_their_own_reduce_over_pcie():
    assert practice(RTX).latency(8, 8) == pytest.approx(42.14 * us)
    assert practice(RTX) is practice(chip("rtx_5090")) is bus_practice()
    for message in (8, 16e3, 1e6):
        widths = [1, 2, 4, 8]
        latency = bus_practice().latency(widths, message) / us
        assert latency == pytest.approx([0, 14.05, 28.09, 42.14], abs=0.01)
        assert latency[-1] > 2.5 * dram_practice().latency(8, message) / us
    # All but the all-reduce is the H100's.
    for name in set(FITTED) - {"round_latency"}:
        assert getattr(bus_practice(), name) == getattr(dram_practice(), name)
    assert bus_practice().errors == {}


def test_an_eight_card_layer_of_rtx_4090s_waits_for_160_of_them():
    eight = machine("rtx_4090", "llama2_70b", tensor=8)
    moved = 160 * 2 * 7 / 8 * 8192 * 2 / RTX.link_bandwidth
    assert decode(eight, 1, 100).collectives == pytest.approx(160 * 42.14 * us + moved)


def test_a_slower_all_reduce_makes_fast_tokens_on_gaming_cards_more_expensive():
    cards = machine("rtx_4090", "llama3_70b", tensor=8)
    borrowed = cards.but(practice=dram_practice())
    costs = [
        bill(d.chip, 8, serve(d, 16, 1000, 500).rate, terms=owning(d.chip)).per_million_tokens
        for d in (cards, borrowed)
    ]
    assert costs[0] > 1.15 * costs[1]


@given(st.integers(1, 1000), st.floats(1, 1e9))
def test_a_bus_takes_a_round_for_each_doubling(tensor, message):
    assert bus_rounds(tensor, message) == np.log2(tensor)


# -- LPUs ----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["groq_lpu", "groq_lpu_isca"])
def test_the_lpu_gives_back_the_published_speed_on_72_nodes_of_eight(key):
    made = machine(key, "llama2_70b", tensor=8, stages=72)
    assert made.chips == tables.figure("facts", "groq_chips").value == 576
    speed = tables.figure("serving", "groq_70b_marketed").value
    assert decode(made, 1, 2048).speed == pytest.approx(speed)


def test_the_feed_is_the_same_whichever_bandwidth_is_the_chip_s():
    marketed, paper = (
        chip(key).bandwidth * lpu_practice(key).bandwidth_efficiency
        for key in ("groq_lpu", "groq_lpu_isca")
    )
    assert marketed == pytest.approx(paper) == pytest.approx(9.216e12)


def test_the_compiler_of_lpus_may_fill_all_of_their_memory():
    assert lpu_practice().memory_share == 1


# -- every chip's -------------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(chips()))
def test_no_practice_exceeds_a_peak_or_gives_time_back(key):
    found = practice(chip(key))
    assert isinstance(found, Practice) and found.name and found.fitted
    shares = ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency", "memory_share")
    assert all(0 < getattr(found, name) <= 1 for name in shares)
    assert found.layer_overhead > 0 and found.latency(2, 16e3) > 0
    assert found.latency(1, 16e3) == 0


def test_a_machine_has_the_practice_of_its_chip_and_what_it_is_given_besides():
    for key in ("groq_lpu", "h100_sxm", "rtx_4090"):
        assert machine(key, "llama2_70b").practice is practice(chip(key))
    other = dram_practice().but(layer_overhead=0)
    made = machine(
        RTX, transformer("llama2_70b"), "fp16", 4, 2, practice=other, attention="context"
    )
    assert (made.tensor, made.stages, made.precision) == (4, 2, "fp16")
    assert (made.practice, made.attention) == (other, "context")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: machine("h1000", "llama2_70b"), "chips: got 'h1000'"),
        (lambda: machine("h100_sxm", "llama9"), "transformers: got 'llama9'"),
        (lambda: machine("h100_sxm", "llama2_70b", tensor=7), "tensor: got 7"),
    ],
)
def test_a_machine_of_what_there_is_not_is_refused(make, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        make()


# -- built by habit -------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["groq_lpu", "h100_sxm", "rtx_4090", "mi300x"])
@pytest.mark.parametrize("model", ["llama3_8b", "llama3_405b", "deepseek_v3", "jamba_mini"])
@pytest.mark.parametrize("batch", [1, 128])
def test_a_built_machine_holds_its_load_as_its_kind_is_built(key, model, batch):
    card, model = chip(key), transformer(model)
    made = built(card, model, batch, 31_000)
    assert chips_short(made, batch, 31_000) == 0
    assert made.tensor in sharing(card) and made.stages <= model.layers
    assert made.practice is practice(card)
    if not is_lpu(card):
        assert made.attention == "heads"
        # Layers lie one behind the other only where a server's cards do not hold them together.
        widest = made.but(tensor=max(sharing(card)))
        if made.stages > 1:
            assert chips_short(widest.but(stages=made.stages - 1), batch, 31_000) > 0


def test_one_h100_holds_fewer_requests_than_its_bytes_because_an_engine_leaves_a_tenth():
    llama = transformer("llama3_70b")
    one = machine("h100_sxm", llama)
    assert requests_that_fit(one, 2500) == 15
    assert requests_that_fit(one.but(practice=IDEAL), 2500) == 36
    assert [built(H100, llama, batch, 2500).chips for batch in (15, 16)] == [1, 2]


def test_a_card_without_a_figure_for_its_links_shares_no_layer():
    made = built(chip("mi300x"), transformer("llama3_405b"), 1, 2048)
    assert (made.tensor, made.stages) == (1, 3)


@settings(max_examples=25)
@given(st.integers(1, 700), st.integers(1, 16_384))
def test_lpus_take_the_fewest_chips_of_either_cut(batch, context):
    llama = transformer("llama3_70b")
    shapes = np.meshgrid(range(1, 65), range(1, 81))
    positions = Deployment(LPU, llama, tensor=shapes[0], stages=shapes[1], attention="context")
    fits = chips_short(positions, batch, context) == 0
    if not fits.any():
        with pytest.raises(ValueError, match="Groq LPU short"):
            built(LPU, llama, batch, context)
        return
    made = built(LPU, llama, batch, context)
    assert made.chips == positions.chips[fits].min()
    if made.attention == "context":  # whole heads would take more
        for stages in range(1, 81):
            if made.chips % stages == 0 and made.chips // stages in (1, 2, 4, 8, 16, 32, 64):
                heads = made.but(attention="heads", tensor=made.chips // stages, stages=stages)
                assert chips_short(heads, batch, context) > 0


def test_even_cuts_of_a_stack_leave_no_layer_over():
    assert cuts(transformer("llama3_70b")) == (1, 2, 4, 5, 8, 10, 16, 20, 40, 80)
    assert cuts(transformer("deepseek_v3")) == (1, 61)


# -- owning ---------------------------------------------------------------------------------------


def test_eight_h100s_and_their_host_cost_and_draw_what_a_server_does():
    cost = bill(H100, 8, 1000, terms=owning(H100, pue=1))
    for key, value in (("server_h100", cost.capital), ("power_dgx_h100", cost.power)):
        assert value == pytest.approx(tables.figure("prices", key).value)
    price, power = host_shares()
    assert cost.capital == pytest.approx(8 * 33_810 * (1 + price))
    assert cost.power == pytest.approx(8 * 700 * (1 + power))


def test_eight_b200s_whose_price_has_the_host_in_it_cost_379_thousand_in_all():
    b200 = chip("b200")
    assert owning(b200).host_price == 0 and owning(b200).host_power > 0
    assert bill(b200, 8, 1, terms=owning(b200)).capital == 8 * 47_409 == 379_272


def test_a_wafer_that_is_a_whole_system_pays_and_feeds_no_host():
    wafer = chip("wse3")
    terms = owning(wafer)
    assert terms.host_price == terms.host_power == 0
    cost = bill(wafer, 1, 1, terms=terms)
    assert (cost.capital, cost.power) == (wafer.price, pytest.approx(23_000 * terms.pue))
    alone = wafer.but(price=1e6)
    assert owning(alone).host_price == pytest.approx(host_shares()[0] * 1e6)


def test_chips_are_written_off_over_four_years_at_half_use():
    terms = owning(H100)
    assert (terms.lifetime / year, terms.utilisation) == (4, 0.5)
    assert owning(H100, lifetime=3 * year).lifetime == 3 * year
    assert owning(H100, host_price=1.0).host_price == 1


def test_a_card_without_a_price_has_no_terms():
    with pytest.raises(ValueError, match="^price: B300 has no figure"):
        owning(chip("b300"))
