"""Practice: the fit gives back the measurements that it stands on, and no more than a peak."""

import pytest

from lib import tables
from lib.economics.cost import bill
from lib.economics.practice import (
    built,
    cuts,
    dram_practice,
    lpu_practice,
    owning,
    practice,
    sharing,
)
from lib.economics.service import chips_short, serve
from lib.evidence import validation
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import ms, year


def test_one_latency_for_every_all_reduce_costs_little_accuracy():
    """Against the rows that set the numbers, and against rows that no fit saw."""
    llama = transformer("llama3_70b")
    for rows, bound in ((validation.fitted(), 0.05), (validation.unseen(), 0.08)):
        rows = rows[~validation.saturated(rows)]
        prompt, output = validation.mean_lengths(rows)
        found = []
        for row, i, o in zip(rows.itertuples(), prompt, output, strict=True):
            made = Deployment(
                chip(row.system), llama, "fp8", row.tensor_parallel, **dram_practice()
            )
            found.append(serve(made, row.concurrency, i, o).time / (row.tpot_ms * ms) - 1)
        assert validation.mape(found) < bound


def test_the_numbers_are_those_of_the_fit():
    found, shipped = dram_practice(), validation.shipped()
    for name in ("bandwidth_efficiency", "kv_efficiency", "layer_overhead"):
        assert found[name] == getattr(shipped, name)
    one_shot = shipped.practice(tensor=8, vectors=1, hidden=8192)["collective_latency"]
    assert found["collective_latency"] == pytest.approx(one_shot)
    assert "round_latency" not in found


def test_the_lpu_gives_back_the_published_speed():
    llama = transformer("llama2_70b")
    made = Deployment(chip("groq_lpu"), llama, tensor=7, stages=80, **lpu_practice())
    speed = tables.figure("serving", "groq_70b_marketed").value
    assert decode(made, 1, 2048).speed == pytest.approx(speed)


@pytest.mark.parametrize("key", ["groq_lpu", "groq_lpu_isca", "h100_sxm", "rtx_4090"])
def test_no_efficiency_exceeds_a_peak_and_no_overhead_is_negative(key):
    found = practice(key)
    assert 0 < found["bandwidth_efficiency"] <= 1 and 0 < found["compute_efficiency"] <= 1
    assert found["collective_latency"] > 0 and found["layer_overhead"] > 0


def test_the_feed_is_the_same_whichever_bandwidth_is_the_chips():
    marketed, paper = (
        chip(key).bandwidth * lpu_practice(key)["bandwidth_efficiency"]
        for key in ("groq_lpu", "groq_lpu_isca")
    )
    assert marketed == pytest.approx(paper)


def test_an_unknown_chip_is_refused():
    with pytest.raises(ValueError, match="^chips: got 'h1000'"):
        practice("h1000")


@pytest.mark.parametrize("key", ["groq_lpu", "h100_sxm", "rtx_4090"])
@pytest.mark.parametrize("model", ["llama3_8b", "llama3_405b", "deepseek_v3"])
@pytest.mark.parametrize("batch", [1, 128])
def test_a_built_machine_holds_its_load_as_its_kind_is_built(key, model, batch):
    card, model = chip(key), transformer(model)
    made = built(card, model, batch, 31_000)
    assert chips_short(made, batch, 31_000) == 0
    assert made.tensor in sharing(card)
    assert made.stages in (cuts(model) if key == "groq_lpu" else range(1, model.layers + 1))
    assert made.bandwidth_efficiency == practice(key)["bandwidth_efficiency"]


def test_eight_h100s_and_their_host_cost_and_draw_what_a_server_does():
    h100 = chip("h100_sxm")
    cost = bill(h100, 8, 1000, terms=owning(h100, pue=1))
    for key, value in (("server_h100", cost.capital), ("power_dgx_h100", cost.power)):
        assert value == pytest.approx(tables.figure("prices", key).value)


def test_chips_are_written_off_over_four_years_at_half_use():
    terms = owning(chip("h100_sxm"))
    assert (terms.lifetime / year, terms.utilisation) == (4, 0.5)
    assert owning(chip("h100_sxm"), lifetime=3 * year).lifetime == 3 * year


def test_a_card_without_a_price_has_no_terms():
    with pytest.raises(ValueError, match="^price: B300 has no figure"):
        owning(chip("b300"))
