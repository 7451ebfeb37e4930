"""Practice: the fit gives back the measurements that it stands on, and no more than a peak."""

import pytest

from lib import tables
from lib.economics.cost import bill
from lib.economics.practice import (
    built,
    cuts,
    dram_practice,
    fitted,
    lpu_practice,
    measured,
    owning,
    practice,
    sharing,
)
from lib.economics.service import chips_short, serve
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer


def errors(rows):
    """The model's time per token over the measured one, less one."""
    llama, h100 = transformer("llama3_70b"), chip("h100_sxm")
    for row in rows:
        made = Deployment(h100, llama, "fp8", tensor=row["tensor"], **dram_practice())
        served = serve(made, row["batch"], row["prompt"], row["output"])
        yield served.time / row["time"] - 1


def test_the_fit_stands_on_three_rows_and_meets_them():
    rows = [row for row in measured() if fitted(row)]
    assert sorted(row["tensor"] for row in rows) == [2, 4, 8]
    assert max(abs(error) for error in errors(rows)) < 0.05


def test_the_other_rows_are_met_within_a_third():
    found = list(errors(row for row in measured() if not fitted(row)))
    assert len(found) == 22
    assert max(abs(error) for error in found) < 1 / 3
    assert sum(abs(error) for error in found) / len(found) < 0.15


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


def test_a_card_without_a_price_has_no_terms():
    with pytest.raises(ValueError, match="^price: B300 has no figure"):
        owning(chip("b300"))
