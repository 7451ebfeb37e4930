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
from lib.evidence.rows import formats, lengths, serving
from lib.hardware import IDEAL, Practice, chip, chips
from lib.spatial.placement import chips_short, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import us, year

H100, LPU, RTX = chip("h100_sxm"), chip("groq_lpu"), chip("rtx_4090")


# -- servers of GPUs --------------------------------------------------------------------------


def test_the_validation_predicts_with_the_machine_that_the_pages_take():
    """A row, as a page would ask for it: the same answer, width by width."""
    rows = serving().query("system == 'h100_sxm' and model == 'Llama-3.1-70B'")
    rows = rows.reset_index(drop=True)
    prompt, output = lengths(rows)
    weights, _ = formats(transformer("llama3_70b"), "fp8", H100)
    for place, row in enumerate(rows.itertuples()):
        made = machine("h100_sxm", "llama3_70b", weights, row.tensor_parallel,
                       kv_precision="bf16", compute_precision="fp8")  # fmt: skip
        held = requests_that_fit(made, used_context(prompt[place], output[place]))
        batch = min(row.concurrency, held)
        time = serve(made, batch, prompt[place], output[place]).time
        assert time == pytest.approx(validation.predict(rows.iloc[[place]])[0], rel=1e-12)


def test_one_number_for_all_costs_eight_h100s_their_own_fit_s_precision():
    """A fit to these rows alone erred by 0.8, 1.1 and 0.7% at 2, 4 and 8 cards."""
    rows = serving().query("system == 'h100_sxm' and model == 'Llama-3.1-70B'")
    rows = rows.reset_index(drop=True)
    off, width = validation.errors(rows), rows["tensor_parallel"]
    by_width = [np.abs(off[width == n]).mean() for n in (2, 4, 8)]
    assert [f"{error:.1%}" for error in by_width] == ["2.5%", "3.7%", "7.1%"]
    assert abs(off[width == 8].mean()) < 0.01  # no bias: too fast with few, too slow with many


def test_a_server_with_a_full_memory_gives_what_its_maker_publishes():
    """Two H100s of LLaMA 70B in fp8 at 165 and 339 requests: no row was as full."""
    rows = tables.csv("published_throughput").query("software == 'TensorRT-LLM 1.0'")
    for row in rows[rows["input_tokens"] >= 1000].itertuples():
        card = "h200_sxm" if row.system.startswith("H200") else "h100_sxm"
        made = machine(card, "llama3_70b", "fp8", int(row.tensor_parallel))
        held = requests_that_fit(made, used_context(row.input_tokens, row.output_tokens))
        rate = serve(made, held, row.input_tokens, row.output_tokens).rate
        assert rate == pytest.approx(row.tokens_per_s, rel=0.13)


def test_an_all_reduce_is_a_kernel_at_any_width_and_its_bytes():
    found = dram_practice()
    latency = [float(found.latency(n, m)) for n in (1, 2, 8) for m in (16e3, 1e6)]
    assert latency == [0, 0, *[found.kernel_time] * 4] and 4 * us < found.kernel_time < 7 * us
    step = decode(machine("h100_sxm", "llama2_70b", tensor=8), 1, 100)
    bytes_ = 2 * 7 / 8 * 8192 * 2 / (found.link_efficiency * H100.link_bandwidth)
    assert step.collectives == pytest.approx(160 * (found.kernel_time + bytes_))


def test_kernels_take_their_time_whatever_shares_the_layer():
    one, eight = (machine("h100_sxm", "llama3_70b", "fp8", n) for n in (2, 8))
    bare = [d.but(practice=d.practice.but(vector_passes=0.0)) for d in (one, eight)]
    kernels = 80 * (6 + 4) + 3
    for d in bare:
        assert decode(d, 64, 1000).overhead == pytest.approx(kernels * d.practice.kernel_time)
    vectors = decode(one, 64, 1000).overhead - decode(bare[0], 64, 1000).overhead
    passed = 64 * 8192 * 2 * one.practice.vector_passes / H100.bandwidth
    assert vectors == pytest.approx(kernels * passed)


def test_experts_in_four_bits_are_fused_only_where_the_chip_computes_in_them():
    oss, layers = transformer("gpt_oss_120b"), 36
    kernels = [decode(machine(key, oss, "released"), 1, 100) for key in ("b200", "h100_sxm")]
    found = [(step.overhead / dram_practice().kernel_time - 3) / layers for step in kernels]
    assert found == pytest.approx([6 + 9 - 3, 6 + 9 + 2], rel=1e-2)


def test_a_chip_s_errors_are_those_of_its_own_rows():
    assert measured(chip("b200")).keys() == {"vllm", "trtllm", "sglang"}
    told = {key for key, card in chips().items() if measured(card)}
    assert told == {"h100_sxm", "h200_sxm", "b200"}
    # A changed number is nobody's measurement.
    assert not dram_practice().but(kernel_time=0).errors
    assert "aiconfigurator2026" in dram_practice().fitted


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
    moved = moved / bus_practice().link_efficiency
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
    assert found.layer_overhead + found.kernel_time > 0
    assert found.latency(2, 16e3) > 0 or key == "wse3"  # one wafer is all of a layer's
    assert found.latency(1, 16e3) == 0


def test_a_machine_has_the_practice_of_its_chip_and_what_it_is_given_besides():
    for key in ("groq_lpu", "h100_sxm", "rtx_4090"):
        assert machine(key, "llama2_70b").practice is practice(chip(key))
    other = dram_practice().but(kernel_time=0)
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
    alone = chip("mi300x").but(link_bandwidth=None)
    made = built(alone, transformer("llama3_405b"), 1, 2048)
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


def test_what_was_measured_of_a_chip_says_nothing_of_a_changed_one():
    h100 = chip("h100_sxm")
    known = measured(h100)
    assert known and measured("h100_sxm") == known == measured(h100.but(price=1, power=1))
    for changes in ({"bandwidth": 1e9}, {"memory": 1e9}, {"compute": {"int8": 1e9}}):
        assert measured(h100.but(**changes)) == {}
    for bad in (None, 3, ["h100_sxm"]):
        with pytest.raises(ValueError, match="^card: got .*; takes a Chip"):
            measured(bad)
