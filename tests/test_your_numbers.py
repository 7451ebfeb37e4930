"""Your numbers: the calculator's ten decisions, each held against the models called by hand."""

from math import floor, inf

import numpy as np
import pytest

from lib.economics.practice import dram_practice, machine, owning
from lib.economics.service import candidates
from lib.economics.split import Split, halves, split_decode
from lib.hardware import IDEAL, chip
from lib.spatial.placement import chips_short, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.transformer.layers import width
from lib.units import GB, TB, TFLOP, MiB
from tools import live_figures

NAME = "your_numbers-two_machines"


@pytest.fixture(scope="module")
def calculator():
    return live_figures.figure(NAME)


@pytest.fixture(scope="module")
def decided(calculator):
    """The outputs of a decision by its name, and what its boxes show."""

    def found(title, **changes):
        shown = calculator.inputs["decision"].fills[title] | changes
        return calculator.outputs(shown), shown

    return found


def cheapest(card, model, shown, column, precision, cuts=("heads",), **changes):
    """The least dollars a million tokens by `candidates`, and the machine, over the same grid."""
    grid, best = live_figures.figure(NAME).columns.search.over, (inf, None)
    tried = {n: [v for v in grid[n] if v <= shown[f"{n}_{column}"]] for n in grid}
    for cut in cuts:
        made = machine(card, model, precision, attention=cut, **changes)
        found = candidates(made, tried["batch"], shown["prompt"], shown["output"], tried["tensor"],
                           [n for n in tried["stages"] if n <= made.model.layers],
                           owning(made.chip), shown["context"])  # fmt: skip
        cost = 1e6 * found["per_second"] / (0.5 * found["rate"])
        good = (found["speed"] >= shown["speed_wanted"]) & (
            found["first_token"] <= shown["first_wanted"])  # fmt: skip
        if good.any():
            cost = np.where(good, cost, inf)
            k = cost.argmin()
            best = min(best, (cost[k], tuple(found[n][k] for n in ("tensor", "stages", "batch"))))
    return best


def agrees(out, column, best):
    # The boxes show six digits of each figure.
    cost, (tensor, stages, batch) = best
    assert out[f"meets_{column}"] == 1
    assert out[f"cost_{column}"] == pytest.approx(cost, rel=2e-5)
    assert [out[f"{n}_{column}"] for n in ("wide", "deep", "requests")] == [tensor, stages, batch]


def test_b200_or_mi300x(decided):
    out, shown = decided("B200 or MI300X")
    agrees(out, "a", cheapest("b200", "llama3_70b", shown, "a", "fp8", kv_precision="fp8"))
    agrees(out, "b", cheapest("mi300x", "llama3_70b", shown, "b", "int8", kv_precision="int8"))
    assert out["chips_b"] == 2  # a pair shares each layer


def test_llama_405b_fits_eight_h200_by_its_bytes(decided):
    out, shown = decided("Llama 405B: 8 H200 or 8 B200")
    agrees(out, "a", cheapest("h200_sxm", "llama3_405b", shown, "a", "fp8", kv_precision="fp8"))
    agrees(out, "b", cheapest("b200", "llama3_405b", shown, "b", "fp8", kv_precision="fp8"))
    typed, _ = decided("Llama 405B: 8 H200 or 8 B200", plan_a="as typed", plan_b="as typed")
    # 126 layers of 2 x 8 heads x 128 numbers; weights in slices, 0.9 of 143,771 MiB each.
    room = 8 * 0.9 * 143_771 * MiB - transformer("llama3_405b").parameters
    assert typed["fits_a"] == floor(room / (126 * 2 * 8 * 128 * shown["context"]))


def test_deepseek_v3_on_eight_of_either(decided):
    out, shown = decided("DeepSeek-V3: 8 H200 or 8 B200")
    for column, card in (("a", "h200_sxm"), ("b", "b200")):
        best = cheapest(card, "deepseek_v3", shown, column, "released", ("requests",),
                        experts="whole", kv_precision="fp8", compute_precision="fp8")  # fmt: skip
        agrees(out, column, best)
    one, _ = decided("DeepSeek-V3: 8 H200 or 8 B200", tensor_a=4, plan_a="as typed")
    assert one["room_a"] == 0 and one["short_a"] > 0  # 671 GB on four of 151


def test_llama_70b_on_gaming_cards(decided):
    out, shown = decided("Llama 70B: RTX 4090s or an H100")
    weights = {"default": 0.53125}
    agrees(out, "a", cheapest("rtx_4090", "llama3_70b", shown, "a", weights, kv_precision="fp8",
                              compute_precision="fp8"))  # fmt: skip
    h100, _ = decided("Llama 70B: RTX 4090s or an H100", plan_b="as typed")
    held = 0.9 * 81_559 * MiB - 0.53125 * transformer("llama3_70b").parameters
    assert h100["fits_b"] == floor(held / (80 * 2 * 8 * 128 * shown["context"]))


def test_gpt_oss_on_one_card(decided):
    out, shown = decided("gpt-oss-120b on one H100")
    best = cheapest("h100_sxm", "gpt_oss_120b", shown, "a", "released", kv_precision="fp8",
                    compute_precision="fp8")  # fmt: skip
    agrees(out, "a", best)
    assert out["chips_a"] == 1


def test_qwen3_235b(decided):
    out, shown = decided("Qwen3-235B: 4 B200 or 8 H100")
    agrees(out, "a", cheapest("b200", "qwen3_235b", shown, "a", "fp8", kv_precision="fp8"))
    agrees(out, "b", cheapest("h100_sxm", "qwen3_235b", shown, "b", "fp8", kv_precision="fp8"))


def test_a_chip_of_my_own_is_a_bound(decided, calculator):
    out, shown = decided("A chip of my own")
    own = chip("lp30").but(memory=0.5 * GB, bandwidth=150 * TB, compute={"fp8": 1200 * TFLOP},
                           link_bandwidth=1250 * GB, price=5000, power=300)  # fmt: skip
    made = machine(own, "llama3_70b", "fp8", int(out["wide_a"]), int(out["deep_a"]),
                   attention="context", practice=IDEAL, kv_precision="fp8")  # fmt: skip
    assert out["fits_a"] == requests_that_fit(made, shown["context"])
    assert out["chips_a"] * 0.5e9 > transformer("llama3_70b").parameters
    assert out["doubt_a"] == 3  # nobody measured it


def test_a_cluster_of_lpus_as_in_2024(decided):
    out, shown = decided("A cluster of LPUs as in 2024")
    made = machine("groq_lpu", "llama2_70b", "int8", 8, 72)
    assert out["chips_a"] == 576
    short = chips_short(made, 64, shown["context"])
    assert out["short_a"] == short
    step = decode(made, 64, shown["context"])
    assert out["speed_a"] == pytest.approx(step.speed, rel=2e-5)


def test_renting_costs_the_hours_and_nothing_else(decided):
    out, shown = decided("Rent or buy eight H100s")
    by_hand = shown["rent_b"] * out["chips_b"] / 3600 / (out["rate_b"] * 0.5) * 1e6
    assert out["cost_b"] == pytest.approx(by_hand)
    agrees(out, "a", cheapest("h100_sxm", "llama3_70b", shown, "a", "fp8", kv_precision="fp8"))


def test_an_agent_wants_more_than_dram_gives(decided):
    out, shown = decided("An agent at 300 tokens/s")
    assert out["meets_b"] == 0 and cheapest(
        "b200", "llama3_70b", shown, "b", "fp8", kv_precision="fp8")[0] == inf  # fmt: skip
    best = cheapest("groq_lpu", "llama3_70b", shown, "a", "int8", ("context",), kv_precision="int8")
    assert (out["meets_a"] == 1) == (best[0] < inf)


# -- the boxes -------------------------------------------------------------------------------------


def test_context_follows_the_prompt_until_it_is_given(calculator):
    assert calculator.followed({"prompt": 4000})["context"] == 4000 + 500 / 2
    assert calculator.followed({"prompt": 4000, "context": 5000})["context"] == 5000
    with pytest.raises(ValueError, match="context: got 3000.0; takes the 4000 tokens"):
        calculator.outputs({"prompt": 4000, "context": 3000})


def test_interest_is_that_of_a_loan_paid_back_evenly(calculator):
    free, lent = (calculator.outputs({"electricity": 0, "interest": r}) for r in (0, 10))
    yearly = 0.1 / (1 - 1.1**-4)  # of a dollar lent for four years
    assert lent["cost_a"] / free["cost_a"] == pytest.approx(4 * yearly)


def test_idle_power_counts_for_idle_time_alone(calculator):
    def joules(**shown):
        return calculator.outputs({"host_power_a": 0, **shown})["joules_a"]

    assert joules(idle=0) == pytest.approx(joules(idle=100) / 2)  # in use half of the time
    assert joules(idle=0, use=100) == joules(idle=100, use=100)


def test_errors_are_told_for_a_chip_as_it_is_sold_alone(calculator):
    known, changed = (calculator.outputs({"bandwidth_a": b}) for b in (8, 8.1))
    errors = [e for (card, model, _), (e, _) in dram_practice().errors.items()
              if (card, model) == ("b200", "llama3_70b")]  # fmt: skip
    assert (known["doubt_a"], known["least_a"], known["most_a"]) == (0, min(errors), max(errors))
    assert changed["doubt_a"] == 3


def test_every_decision_starts_within_the_boxes(calculator):
    for title, shown in calculator.inputs["decision"].fills.items():
        assert set(shown) == set(calculator.asked), title
        for name, box in calculator.asked.items():
            value = shown[name]
            assert value in box.names if hasattr(box, "names") else box.low <= value <= box.high


def test_weights_as_released_have_the_models_formats(calculator):
    shown = {"model": "gpt-oss-120b", "weights": "as released", "plan_a": "as typed", "tensor_a": 1}
    out = calculator.outputs(shown | {"batch_a": 1})
    model = transformer("gpt_oss_120b")
    assert width(model.released, "experts") == 0.53125
    fits = requests_that_fit(machine("b200", model, "released", kv_precision="fp8"), 1250)
    assert out["fits_a"] == pytest.approx(fits, rel=1e-3)


def test_racks_of_lp30_hold_the_blocks_and_wait_for_the_gpus():
    attention, blocks = halves(transformer("llama3_405b"))
    # Three matrices in each of 126 layers, three layers a stage of 16 chips.
    assert 3 * (3 * 16_384 * 53_248) / 16 < 0.5e9 < 3 * (3 * 16_384 * 53_248) / 15
    side = Deployment(chip("lp30"), blocks, "fp8", 16, 42)
    assert (side.chips, chips_short(side, 0, 0)) == (672, 0)
    split = Split(machine("b200", attention, "fp8", 8), side, 7.2e12, 2e-6)
    for batch in (1, 32, 128):
        step = split_decode(split, batch, 8192)
        assert step.attention > 3 / 4 * step.time
        alone = decode(machine("b200", "llama3_405b", "fp8", 8), batch, 8192)
        assert step.time < alone.time  # the GPUs are spared the blocks
