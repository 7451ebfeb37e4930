"""Practice: the fit gives back the measurements that it stands on, and no more than a peak."""

import pytest

from lib import tables
from lib.economics.cost import bill
from lib.economics.practice import (
    built,
    bus_practice,
    bus_rounds,
    cuts,
    dram_practice,
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
from lib.hardware import IDEAL, chip, chips
from lib.spatial.placement import chips_short, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import year

LLAMA2, LLAMA3 = transformer("llama2_70b"), transformer("llama3_70b")


# -- the numbers ---------------------------------------------------------------------------------


def test_the_stored_numbers_are_those_of_the_fit():
    found, shipped = validation.fit(validation.fitted()).practice, dram_practice()
    for name in validation.NAMES:
        assert getattr(shipped, name) == pytest.approx(getattr(found, name), rel=2e-3)


def test_the_stored_errors_are_those_of_the_rows():
    for kind, (error, rows) in validation.measured_errors().items():
        assert dram_practice().errors[kind] == (pytest.approx(error, abs=1e-3), rows)


def test_a_machine_of_h100s_predicts_the_rows_that_the_fit_stands_on():
    rows = validation.fitted()
    rows = rows[~validation.saturated(rows)].reset_index(drop=True)
    assert validation.mape(validation.errors(rows)) < 0.012  # by width and message


def test_the_lpu_gives_back_the_published_speed():
    made = machine("groq_lpu", LLAMA2, tensor=8, stages=72)
    speed = tables.figure("serving", "groq_70b_marketed").value
    assert decode(made, 1, 2048).speed == pytest.approx(speed)


@pytest.mark.parametrize("key", sorted(chips()))
def test_no_share_exceeds_a_peak_and_no_overhead_is_negative(key):
    found = practice(chip(key))
    for share in ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency", "memory_share"):
        assert 0 < getattr(found, share) <= 1
    assert found.round_latency > 0 and found.layer_overhead > 0


def test_the_feed_is_the_same_whichever_bandwidth_is_the_chips():
    marketed, paper = (
        chip(key).bandwidth * lpu_practice(key).bandwidth_efficiency
        for key in ("groq_lpu", "groq_lpu_isca")
    )
    assert marketed == pytest.approx(paper)


# -- which practice a chip has -------------------------------------------------------------------


def test_a_card_on_its_hosts_bus_has_no_nvlink_all_reduce():
    gamer, linked = practice(chip("rtx_4090")), practice(chip("h100_sxm"))
    measured_on_eight = tables.figure("facts", "allreduce_8_rtx4090").value
    assert gamer.latency(8, 8) == pytest.approx(measured_on_eight)
    assert gamer.latency(8, 16384) > 5 * linked.latency(8, 16384)
    assert gamer.layer_overhead == linked.layer_overhead
    assert bus_rounds(1, 8) == 0


def test_a_slower_all_reduce_makes_fast_tokens_on_gaming_cards_dearer():
    cards = machine("rtx_4090", LLAMA3, tensor=8)
    borrowed = cards.but(practice=dram_practice())
    costs = [
        bill(d.chip, 8, serve(d, 16, 1000, 500).rate, terms=owning(d.chip)).per_million_tokens
        for d in (cards, borrowed)
    ]
    assert costs[0] > 1.15 * costs[1]


def test_an_error_is_told_for_what_was_measured_and_for_nothing_else():
    told = {key: measured(card) for key, card in chips().items()}
    assert set(told["h200_sxm"]) == {"vllm", "trtllm"} == set(told["b200"])
    assert {key for key, found in told.items() if found} == {"h100_sxm", "h200_sxm", "b200"}
    # A changed number is nobody's measurement.
    assert not dram_practice().but(layer_overhead=0).errors and not bus_practice().errors


def test_a_machine_is_a_deployment_with_the_practice_of_its_chip():
    made = machine("h100_sxm", "llama3_70b", "fp8", 4, 2, kv_precision="fp16")
    assert isinstance(made, Deployment) and made.practice is dram_practice()
    assert (made.tensor, made.stages, made.kv_precision) == (4, 2, "fp16")
    assert machine("h100_sxm", "llama3_70b", practice=IDEAL).practice is IDEAL


# -- machines for a load -------------------------------------------------------------------------


def test_one_h100_holds_fewer_requests_than_its_bytes_because_an_engine_leaves_a_tenth():
    one = machine("h100_sxm", LLAMA3)
    assert requests_that_fit(one, 2500) == 15
    assert requests_that_fit(one.but(practice=IDEAL), 2500) == 36
    assert built(chip("h100_sxm"), LLAMA3, 15, 2500).chips == 1
    assert built(chip("h100_sxm"), LLAMA3, 16, 2500).chips == 2


@pytest.mark.parametrize("key", ["groq_lpu", "h100_sxm", "rtx_4090"])
@pytest.mark.parametrize("model", ["llama3_8b", "llama3_405b", "deepseek_v3"])
@pytest.mark.parametrize("batch", [1, 128])
def test_a_built_machine_holds_its_load_as_its_kind_is_built(key, model, batch):
    card, model = chip(key), transformer(model)
    made = built(card, model, batch, 31_000)
    assert chips_short(made, batch, 31_000) == 0
    assert made.tensor in sharing(card)
    assert made.practice is practice(card)
    if is_lpu(card):  # no even cut by whole heads takes fewer
        for stages in cuts(model):
            for tensor in (8, 16, 32):
                if tensor * stages < made.chips:
                    other = made.but(tensor=tensor, stages=stages, attention="heads")
                    assert chips_short(other, batch, 31_000) > 0


def test_a_card_without_a_figure_for_its_links_shares_no_layer():
    made = built(chip("mi300x"), transformer("llama3_405b"), 1, 2048)
    assert (made.tensor, made.stages) == (1, 3)


def test_even_cuts_are_the_divisors_of_the_layers():
    assert cuts(LLAMA3) == (1, 2, 4, 5, 8, 10, 16, 20, 40, 80)


# -- what owning costs ---------------------------------------------------------------------------


def test_eight_h100s_and_their_host_cost_and_draw_what_a_server_does():
    h100 = chip("h100_sxm")
    cost = bill(h100, 8, 1000, terms=owning(h100, pue=1))
    for key, value in (("server_h100", cost.capital), ("power_dgx_h100", cost.power)):
        assert value == pytest.approx(tables.figure("prices", key).value)


def test_a_price_that_holds_its_host_pays_for_no_other():
    b200 = chip("b200")
    cost = bill(b200, 8, 1000, terms=owning(b200))
    assert cost.capital == pytest.approx(8 * b200.price)  # $379,272, not $490,712
    wafer = chip("wse3")
    assert (owning(wafer).host_price, owning(wafer).host_power) == (0, 0)
    # A price that a reader gives is the chip's alone.
    assert owning(b200.but(price=40_000)).host_price > 10_000


def test_chips_are_written_off_over_four_years_at_half_use():
    terms = owning(chip("h100_sxm"))
    assert (terms.lifetime / year, terms.utilisation) == (4, 0.5)
    assert owning(chip("h100_sxm"), lifetime=3 * year).lifetime == 3 * year


def test_a_card_without_a_price_has_no_terms():
    with pytest.raises(ValueError, match="^price: B300 has no figure"):
        owning(chip("b300"))
