"""Split: two halves that make one model, what each side holds, a step, and the link."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.practice import dram_practice
from lib.economics.split import (
    Split,
    crossings,
    halves,
    link_bytes,
    link_needed,
    split_decode,
)
from lib.hardware import IDEAL, chip
from lib.spatial.placement import held, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import Layer, alike, transformer, transformers

FREE = {"link_bandwidth": np.inf}  # all-reduces within a side cost nothing
H100, LPU = (
    chip("h100_sxm").but(price=30_000, **FREE),
    chip("groq_lpu").but(price=6000, **FREE),
)
LLAMA2 = transformer("llama2_70b")


def sides(model=LLAMA2, gpus=32, tensor=4, stages=80, attention="context", **more):
    dram, sram = halves(model)
    return (
        Deployment(H100, dram, "int8", tensor=gpus, attention=attention, **more),
        Deployment(LPU, sram, "int8", tensor=tensor, stages=stages),
    )


def split(gpus=32, tensor=4, stages=80, model=LLAMA2, **link):
    return Split(*sides(model, gpus, tensor, stages), **link)


# -- the halves ---------------------------------------------------------------------------


@pytest.mark.parametrize("model", transformers().values(), ids=lambda m: m.key)
def test_the_two_halves_are_the_model(model):
    dram, sram = halves(model)
    context = min(4096, model.context)
    assert dram.parameters + sram.parameters == model.parameters
    for precision in ("int8", "released", {"experts": "int4", "default": "bf16"}):
        assert dram.weight_bytes(precision) + sram.weight_bytes(precision) == pytest.approx(
            model.weight_bytes(precision), rel=1e-12
        )
    for tokens in (1, 100):
        both = dram.parameters_read(tokens) + sram.parameters_read(tokens)
        assert both == pytest.approx(model.parameters_read(tokens))
    both = dram.operations_per_token(context) + sram.operations_per_token(context)
    assert both == pytest.approx(model.operations_per_token(context))
    assert dram.kv_bytes(context, "int8") == model.kv_bytes(context, "int8")
    assert sram.kv_bytes(context, "int8") == 0
    assert dram.layers == sram.layers == model.layers


@pytest.mark.parametrize("model", transformers().values(), ids=lambda m: m.key)
def test_each_number_of_a_layer_is_in_one_half(model):
    nothing = dataclasses.asdict(Layer())
    for whole, *parts in zip(model.stack, *(half.stack for half in halves(model)), strict=True):
        for name, value in dataclasses.asdict(whole).items():
            found = [getattr(part, name) for part in parts]
            assert sorted([value, nothing[name]], key=repr) == sorted(found, key=repr), name


@pytest.mark.parametrize("key", ["llama2_70b", "gpt_oss_120b", "deepseek_v3"])
def test_the_halves_take_the_models_time_on_a_card_with_its_measured_overheads(key):
    """A layer's kernels start on one side or the other, and those behind the last layer once."""
    card = chip("b200").but(memory=1e13)
    whole, *parts = (
        decode(Deployment(card, made, "fp8", practice=dram_practice()), 8, 1024)
        for made in (transformer(key), *halves(transformer(key)))
    )
    for name in ("memory", "compute", "overhead"):
        both = sum(getattr(part, name) for part in parts)
        assert both == pytest.approx(getattr(whole, name), rel=1e-12), name


def test_the_feed_forward_of_llama_is_three_matrices_and_a_norm_a_layer():
    assert halves(LLAMA2)[1].parameters == 80 * (3 * 8192 * 28672 + 8192)


def test_a_dense_layer_s_block_lies_with_the_experts():
    routed = 58 * 257 * 3 * 7168 * 2048 + 58 * (7168 + 1) * 256 + 61 * 7168
    blocks = halves(transformer("deepseek_v3"))[1]
    assert blocks.parameters == routed + 3 * 3 * 7168 * 18432


def test_layers_that_differ_in_their_attention_alone_have_blocks_alike():
    gpt_oss = transformer("gpt_oss_120b")
    assert (len(gpt_oss.kinds), len(halves(gpt_oss)[0].kinds), len(halves(gpt_oss)[1].kinds)) == (
        2, 2, 1
    )  # fmt: skip


# -- what fits ----------------------------------------------------------------------------


def test_requests_depend_on_dram_and_no_more_on_sram():
    assert split(gpus=32).requests(4096) > split(gpus=16).requests(4096)
    assert split(tensor=4).requests(4096) == split(tensor=8).requests(4096)


def test_attention_by_request_keeps_whole_requests_on_a_chip():
    dram, sram = sides(gpus=32, attention="requests")
    found = Split(dram, sram).requests(4096)
    assert found % 32 == 0 and found / 32 - requests_that_fit(dram.but(tensor=1), 4096) in (0, 1)
    # Every chip has all of the attention then: fewer fit than where it is shared.
    assert found < split(gpus=32).requests(4096)


def test_the_fullest_stage_decides_how_many_sram_chips_it_takes():
    # 704.65 MB a layer: four LPUs for one, 31 for ten, and one group of all 80 takes 245.
    for stages, tensor in ((80, 4), (8, 31), (1, 245)):
        assert split(stages=stages, tensor=tensor).feed_forward.chips == stages * tensor
        with pytest.raises(ValueError, match=f"^feed_forward: got {stages * (tensor - 1)} of Groq"):
            split(stages=stages, tensor=tensor - 1)


def test_unlike_layers_count_by_the_fullest_stage_not_by_the_mean():
    # Every other layer of Maverick has 128 experts: a stage a layer takes what those take.
    maverick = transformer("llama4_maverick")
    blocks = Deployment(LPU, halves(maverick)[1], "int8", tensor=1, stages=48)
    experts = max(halves(maverick)[1].kinds, key=lambda layer: layer.parameters).parameters
    assert held(blocks, 0, 0) == experts > 1.9 * halves(maverick)[1].parameters / 48
    assert split(model=maverick, stages=48, tensor=71).requests(131_072) > 0
    with pytest.raises(ValueError, match="^feed_forward: got 3360 of Groq LPU; .* takes 48 more"):
        split(model=maverick, stages=48, tensor=70)


def test_whole_experts_count_by_the_chip_that_has_most():
    blocks = halves(transformer("mixtral_8x7b"))[1]
    three = Deployment(H100, blocks, "int8", tensor=3, experts="whole")
    expert = 3 * 4096 * 14336
    assert held(three, 0, 0) == pytest.approx(32 * (3 * expert + (8 * 4096 + 4096) / 3))


def test_a_fixed_state_lies_with_the_attention():
    mamba = Layer(
        kind="mamba", mixer=10**8, state=2 * 10**7, dense=10**8, experts=1, active_experts=1
    )
    hybrid = dataclasses.replace(LLAMA2, stack=(*LLAMA2.stack[:8], *[mamba] * 72))
    dram, sram = halves(hybrid)
    assert dram.state_bytes("int8") == 72 * 2 * 2 * 10**7 and sram.state_bytes("int8") == 0
    room = 32 * H100.memory - dram.weight_bytes("int8")
    assert split(model=hybrid).requests(1) == np.floor(room / dram.kv_bytes(1, "int8")) > 0
    assert dram.kv_bytes(1, "int8") > dram.state_bytes("int8") > 0.99 * dram.kv_bytes(1, "int8")


def test_a_layer_without_a_block_is_not_crossed_for():
    bare = dataclasses.replace(
        halves(LLAMA2)[0], stack=LLAMA2.stack[:30] + halves(LLAMA2)[0].stack[30:]
    )
    assert crossings(bare) == 60
    assert link_bytes(bare) == link_bytes(LLAMA2) * 30 / 80


# -- a step -------------------------------------------------------------------------------


@given(st.integers(1, 128), st.integers(1, 4096), st.integers(1, 80))
def test_a_step_takes_at_least_its_parts_and_what_its_groups_need(batch, context, groups):
    machine, groups = split(link_latency=1e-6, link_bandwidth=1e12), min(groups, batch)
    step = split_decode(machine, batch, context, groups)
    assert step.waiting >= 0
    assert step.time >= groups * step.attention * (1 - 1e-12)
    assert step.speed == 1 / step.time


def test_a_split_step_is_its_layers_added_up_by_hand():
    machine = split(link_latency=2e-6, link_bandwidth=1e11)
    step = split_decode(machine, batch=10, context=2048)
    kv = LLAMA2.kv_bytes(2048, "int8") * 10
    weights = halves(LLAMA2)[0].parameters - LLAMA2.lookup  # one row of the input embedding
    assert step.attention == pytest.approx((weights + kv) / (32 * 3.35e12))
    vectors = 80 * 10 * 8192 * 2 / 1e11
    assert step.link == pytest.approx(2 * (80 * 2e-6 + vectors))
    per_layer = 10 * 2 * (3 * 8192 * 28672 + 8192) / (4 * 750e12)  # bound by arithmetic
    assert step.feed_forward == pytest.approx(80 * per_layer)
    assert step.waiting == 0


def test_one_group_waits_for_nobody():
    assert split_decode(split(), 128, 4096, groups=1).waiting == 0


def test_groups_queue_at_the_slowest_stage():
    # 80 layers in 79 stages: one has two, and 80 groups pass it one by one.
    uneven = split(gpus=8192, stages=79, tensor=8)
    step = split_decode(uneven, 80, 1, groups=80)
    assert step.time == pytest.approx(80 * step.feed_forward * 2 / 80)


def test_what_a_step_costs_besides_its_layers_is_paid_once():
    practice = IDEAL.but(step_overhead=1e-3, request_overhead=1e-5)
    slow = Split(*sides(practice=practice))
    for groups, group in ((1, 64), (4, 16)):
        extra = (split_decode(machine, 64, 512, groups).time for machine in (slow, split()))
        late, quick = extra
        assert late - quick == pytest.approx(1e-3 + group * 1e-5)


@given(st.floats(0, 1e-4), st.floats(1e9, 1e13))
def test_a_slower_link_never_makes_a_token_sooner(latency, bandwidth):
    ideal = split_decode(split(), 64, 4096, groups=4)
    real = split_decode(split(link_latency=latency, link_bandwidth=bandwidth), 64, 4096, groups=4)
    assert real.time >= ideal.time * (1 - 1e-12)


@given(st.integers(1, 64), st.floats(50, 1500), st.integers(1, 8))
def test_a_link_that_does_what_is_needed_reaches_the_speed(batch, speed, groups):
    machine, groups = split(stages=8, tensor=31), min(groups, batch)
    bandwidth, transfer = link_needed(machine, batch, 4096, speed, groups)
    if transfer > 0:
        real = dataclasses.replace(machine, link_latency=transfer)
        assert split_decode(real, batch, 4096, groups).speed == pytest.approx(speed)
    else:
        assert split_decode(machine, batch, 4096, groups).speed <= speed * (1 + 1e-12)
    assert bandwidth == pytest.approx(batch * speed * link_bytes(LLAMA2) / 2)


def test_the_vectors_that_cross_are_far_fewer_bytes_than_the_cache_that_stays():
    assert crossings(LLAMA2) == 160
    assert link_bytes(LLAMA2) < LLAMA2.kv_bytes(4096, "int8") / 200


def test_experts_that_no_token_meets_are_not_read():
    both = split(64, 180, 61, transformer("deepseek_v3"))
    few, many = (split_decode(both, n, 1024).feed_forward for n in (1, 100))
    assert few < many < 100 * few


# -- arrays -------------------------------------------------------------------------------


def test_a_split_broadcasts_over_batch_chips_and_links():
    machine = split(gpus=np.array([[16], [32]]), link_latency=np.array([0, 1e-6, 1e-5]))
    time = split_decode(machine, 64, 4096).time
    assert time.shape == (2, 3)
    assert time[1, 2] == split_decode(split(link_latency=1e-5), 64, 4096).time
    assert machine.capital[1, 0] == split().capital == 32 * 30_000 + 320 * 6000


@pytest.mark.parametrize("kind", [np.int8, np.uint8])
def test_narrow_integers_give_what_wide_ones_do(kind):
    narrow, wide = (
        split_decode(split(gpus=as_(100), tensor=as_(4)), as_(100), 4096, as_(50))
        for as_ in (kind, int)
    )
    assert narrow.time == wide.time


# -- bad input ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, word",
    [
        (lambda: split(stages=81), "stages"),
        (lambda: split(gpus=0), "tensor"),
        (lambda: split(link_bandwidth=0), "link_bandwidth"),
        (lambda: split(link_latency=-1), "link_latency"),
        (lambda: Split(LLAMA2, sides()[1]), "attention"),
        (lambda: Split(sides()[0], sides(transformer("llama3_70b"))[1]), "feed_forward"),
        (lambda: Split(sides()[0].but(stages=2), sides()[1]), "attention.stages"),
        (lambda: Split(sides(gpus=1)[0].but(chip=LPU), sides()[1]), "attention: got 1 of Groq"),
        (lambda: split_decode(split(), 0, 4096), "batch"),
        (lambda: split_decode(split(gpus=8), 9999, 4096), "batch: .* at most the 1000 requests"),
        (lambda: split_decode(split(), 4, 4096, groups=5), "groups"),
        (lambda: split_decode(split(), 4, 4096, groups=1.5), "groups"),
        (lambda: link_needed(split(), 4, 4096, 0), "speed"),
        (lambda: link_bytes(LLAMA2, "int7"), "activation_precision"),
    ],
)
def test_bad_input_is_refused_by_name(call, word):
    with pytest.raises(ValueError, match=f"^{word}"):
        call()


def test_a_token_crosses_the_link_at_every_layer_of_a_shape_of_equal_layers():
    made = alike(80, 8192, 64, 8, 128, 28672, 128256, 4096)
    assert crossings(made) == crossings(transformer("llama3_70b")) == 160
    assert link_bytes(made) == 160 * 8192 * 2
