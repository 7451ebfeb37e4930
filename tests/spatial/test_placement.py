"""Placement: counts of chips, held against filling chips one by one and against fractions."""

import math
from dataclasses import replace
from fractions import Fraction

import made_up
import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lib.economics.cost import Capacity
from lib.economics.practice import dram_practice
from lib.hardware import IDEAL, Chip, chip
from lib.spatial.placement import (
    Placement,
    by_bytes,
    by_layers,
    by_stages,
    bytes_needed,
    cache_precision,
    cache_share,
    chips_short,
    expert_share,
    fullest_stages,
    held,
    requests_that_fit,
    require_room,
    stage_layers,
    whole_chips,
)
from lib.spatial.roofline import Deployment, widths
from lib.transformer import transformer, transformers
from lib.units import GB, MB, GiB

LPU = chip("groq_lpu")
LLAMA = transformer("llama2_70b")
PRECISIONS = ("fp32", "fp16", "int8", "int4")  # from many bytes to few
RULES = (by_bytes, by_layers, lambda *a, **k: by_stages(*a, stages=8, **k))

memories = st.integers(1, 10**15)
models = st.sampled_from(sorted(transformers())).map(transformer)


def device(memory):
    return Chip("made up", memory=memory, bandwidth=1e12, compute={"int8": 1e14})


def chips_filled(total, memory):
    """Chips opened when ``total`` bytes are poured into one after the other."""
    count = 0
    while total > 0:
        total -= min(total, memory)
        count += 1
    return count


# -- the document's counts -----------------------------------------------------------


def test_305_chips_hold_the_documents_weights_filled_one_by_one():
    assert chips_filled(70 * 10**9, 230 * 10**6) == 305
    assert whole_chips(70 * GB, 230 * MB) == 305


def test_652_chips_are_one_too_few_for_150_gigabytes():
    assert chips_filled(150 * 10**9, 230 * 10**6) == 653
    assert whole_chips(150 * GB, 230 * MB) == 653
    assert 652 * 230 * 10**6 < 150 * 10**9 < 653 * 230 * 10**6
    assert round(150e9 / 230e6, 2) == 652.17


def test_7826_chips_are_one_too_few_for_1800_gigabytes():
    assert chips_filled(1800 * 10**9, 230 * 10**6) == 7827
    assert whole_chips(1800 * GB, 230 * MB) == 7827


def test_the_documents_150_gigabytes_mix_binary_and_decimal_ones():
    # 128 requests by the document's own product, in bytes, next to 70 decimal GB.
    cache = 128 * 2 * 80 * 8192 * 4096 // 8
    assert cache == 80 * 2**30
    assert cache + 70 * 10**9 > 155 * 10**9
    assert whole_chips(70 * GB + 80 * GiB, 230 * MB) == chips_filled(
        70 * 10**9 + cache, 230 * 10**6
    )
    assert whole_chips(70 * GB + 80 * GiB, 230 * MB) == 678


def test_counted_parameters_take_five_chips_fewer_than_the_name_of_the_model():
    layer = 8192 * (2 * 8192 + 2 * 1024) + 3 * 8192 * 28672 + 2 * 8192
    parameters = 80 * layer + 2 * 32000 * 8192 + 8192
    assert parameters == LLAMA.parameters
    assert (
        chips_filled(parameters, 230 * 10**6)
        == by_bytes(LPU.but(memory=230e6), LLAMA, "int8").chips
    )
    assert by_bytes(LPU.but(memory=230e6), LLAMA, "int8").chips == 300


def test_each_request_takes_nearly_three_chips_of_its_own():
    few, more = (bytes_needed(LLAMA, "int8", batch=b, context=4096) for b in (10, 11))
    assert (more - few) / LPU.memory == pytest.approx(2 * 80 * 8 * 128 * 4096 / (220 * 2**20))
    assert 2.9 < (more - few) / LPU.memory < 3


# -- whole_chips is exact ---------------------------------------------------------------


@given(st.integers(0, 10**15), memories)
@example(10**15, 1)
@example(10**15 - 1, 3)
def test_whole_chips_hold_the_bytes_and_one_fewer_do_not(total, memory):
    count = whole_chips(total, memory)
    assert Fraction(float(count)) == math.ceil(Fraction(total, memory))


@given(st.integers(1, 10**9), st.integers(1, 10**6), st.integers(-1, 1))
def test_whole_chips_are_exact_next_to_a_multiple_of_the_memory(count, memory, off):
    total = count * memory + off
    assert whole_chips(float(total), float(memory)) == -(-total // memory)


@given(st.integers(1, 2**26), st.integers(2**25, 2**26), st.integers(-3, 3))
def test_whole_chips_are_exact_where_a_quotient_needs_every_bit(count, memory, off):
    total = max(count * memory + off, 0)
    assert whole_chips(float(total), float(memory)) == -(-total // memory)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4), st.integers(1, 1000))
def test_whole_chips_are_those_of_pouring_byte_by_byte(totals, memory):
    got = whole_chips(np.array(totals), memory)
    assert list(got) == [chips_filled(t, memory) for t in totals]


def test_no_bytes_take_no_chip():
    assert whole_chips(0, 230e6) == 0


# -- laws of every rule --------------------------------------------------------------------


@given(models, st.integers(10**8, 10**11), st.integers(0, 300), st.integers(0, 2048))
def test_a_placement_holds_its_bytes(model, memory, batch, context):
    for rule in RULES:
        place = rule(device(memory), model, "int8", batch=batch, context=context)
        assert place.chips % 1 == 0
        assert Fraction(float(place.chips)) * memory >= Fraction(float(place.bytes_needed))
        assert 0 < place.filled <= 1


@given(models, st.integers(10**8, 10**11), st.integers(0, 300), st.integers(0, 2048))
def test_bytes_take_one_chip_too_many_nowhere(model, memory, batch, context):
    place = by_bytes(device(memory), model, "int8", batch=batch, context=context)
    assert (Fraction(float(place.chips)) - 1) * memory < Fraction(float(place.bytes_needed))


@given(models, st.integers(10**8, 10**11), st.integers(0, 300), st.integers(1, 2048))
def test_chips_never_decrease_with_batch_context_or_bytes_per_value(model, memory, batch, context):
    for rule in RULES:
        less = rule(device(memory), model, "int8", batch=batch, context=context - 1).chips
        here = rule(device(memory), model, "int8", batch=batch, context=context).chips
        more = rule(device(memory), model, "int8", batch=batch + 1, context=context).chips
        assert less <= here <= more
        wide = [
            rule(device(memory), model, p, batch=batch, context=context).chips for p in PRECISIONS
        ]
        assert wide == sorted(wide, reverse=True)
        cached = rule(
            device(memory), model, "int8", batch=batch, context=context, kv_precision="fp16"
        )
        assert cached.chips >= here


@given(models, st.integers(10**8, 10**11), st.integers(0, 300), st.integers(0, 2048), st.data())
def test_what_can_be_built_takes_no_fewer_chips_than_the_bytes(model, memory, batch, context, data):
    stages = data.draw(st.integers(1, model.layers))
    given_ = dict(batch=batch, context=context)
    least = by_bytes(device(memory), model, "int8", **given_).chips
    assert least <= by_layers(device(memory), model, "int8", **given_).chips
    assert least <= by_stages(device(memory), model, "int8", stages=stages, **given_).chips


def test_one_stage_is_the_placement_by_bytes():
    for model in transformers().values():
        assert by_stages(LPU, model, "int8", stages=1).chips == by_bytes(LPU, model, "int8").chips


# -- by layers, by stages: against packing -----------------------------------------------------


def chips_of_packing(layer, layers, ends, memory):
    """Chips of a greedy packer: whole layers first, the divisible ends into what is left."""
    if layer > memory:
        return layers * chips_filled(layer, memory) + chips_filled(ends, memory)
    free = []
    for _ in range(layers):
        if not free or free[-1] < layer:
            free.append(memory)
        free[-1] -= layer
    return len(free) + chips_filled(max(ends - sum(free), 0), memory)


@given(
    st.sampled_from(["llama2_7b", "llama2_70b", "llama3_8b", "gpt3_175b"]).map(transformer),
    st.integers(10**8, 10**11),
    st.integers(0, 50),
)
@example(transformer("llama2_70b"), 80 * 10**9, 0)
def test_by_layers_counts_what_a_greedy_packer_fills(model, memory, batch):
    layer = int(model.layer_parameters + batch * model.kv_bytes(1000, "int8") / model.layers)
    ends = model.embedding_parameters + model.rest
    place = by_layers(device(memory), model, "int8", batch=batch, context=1000)
    assert place.chips == chips_of_packing(layer, model.layers, ends, memory)


def test_one_card_that_holds_the_model_is_one_card_by_layers():
    # 69 GB in 80 GB: the embedding lies beside the layers, not on a second card.
    assert by_layers(chip("h100_sxm"), LLAMA, "int8").chips == 1


# -- which layers a stage holds: dealt out one by one ----------------------------------------


def dealt(layers, stages):
    """Layers of each stage: equal runs, and what is left from the last but one backwards."""
    few, more = divmod(layers, stages)
    sizes = [few] * stages
    for place in range(more):
        sizes[stages - 2 - place] += 1
    ends = np.cumsum(sizes)
    return [range(end - size, end) for size, end in zip(sizes, ends, strict=True)]


@given(st.integers(1, 126), st.data())
def test_stages_are_equal_runs_of_layers_and_the_ends_get_the_shorter(layers, data):
    stages = data.draw(st.integers(1, layers))
    runs = dealt(layers, stages)
    assert [i for run in runs for i in run] == list(range(layers))
    sizes = list(map(len, runs))
    assert stage_layers(layers, stages) == sizes
    assert max(sizes) - min(sizes) <= 1 and sizes[-1] == min(sizes)
    assert sizes[0] == min(sizes) or sizes.count(min(sizes)) == 1


def counted(model, stages):
    """Of each stage: layers by kind, and which ends it holds."""
    runs = dealt(model.layers, stages)
    return [
        tuple(sum(model.stack[i] == kind for i in run) for kind in model.kinds)
        + (place == 0, place == stages - 1)
        for place, run in enumerate(runs)
    ]


@given(made_up.unlike, st.data())
def test_no_stage_holds_more_than_one_that_may_be_the_fullest(model, data):
    stages = data.draw(st.integers(1, model.layers))
    found = {(*s.counts, s.first, s.last) for s in fullest_stages(model, stages)}
    there = counted(model, stages)
    for stage in there:
        assert any(all(x <= y for x, y in zip(stage, full, strict=True)) for full in found)
    if len(model.kinds) > 1:  # of alike ones also stages that a shorter cut would have
        assert found <= set(there)


@given(made_up.unlike, st.lists(st.integers(1, 30), min_size=1, max_size=6))
def test_many_numbers_of_stages_are_each_its_own(model, wanted):
    wanted = np.minimum(wanted, model.layers)
    d = Deployment(CARD, model, attention="context", tensor=3, stages=wanted)
    got = held(d, 7, 999)
    one_by_one = [held(d.but(stages=int(n)), 7, 999) for n in wanted]
    np.testing.assert_allclose(got * np.ones(len(wanted)), one_by_one, rtol=1e-14)


def test_both_ends_are_placed_where_only_one_stage_has_a_shorter_run():
    # 3 layers in 2 stages: 2 + 1; the longer one holds an end too.
    model = LLAMA.but(num_hidden_layers=3, vocab_size=80_000)
    memory = 2.5 * model.layer_parameters
    assert by_stages(device(memory), model, "int8", stages=2).tensor == 2
    assert by_bytes(device(memory), model, "int8").chips == 2


# -- what the fullest chip holds: every layer put on every chip --------------------------------

CARD = Chip("made up", 1e9, 1e12, {"bf16": 1e14, "int8": 1e14}, link_bandwidth=1e11)
#: Bytes of a number here: experts in half of one, other weights in one, states in two.
FORMATS, HALF = {"experts": "int4", "default": "int8"}, 0.5


def on_every_chip(model, tensor, stages, attention, experts, batch, context, end_chips=0):
    """Bytes of each chip of each stage, its contents put there one by one."""
    runs, found = dealt(model.layers, stages), []
    for place, run in enumerate(runs):
        first, last = place == 0, place == stages - 1
        wide = tensor + end_chips * (first or last)
        table = model.vocabulary * model.hidden
        ends = table * (first + last) - table * (first and last and model.tied) + model.rest * last
        for c in range(wide):
            bytes_ = ends / wide
            for i in run:
                layer = model.stack[i]
                mixer = layer.mixer + layer.mixer_vectors
                common = layer.dense + layer.shared + layer.router + layer.block_vectors
                expert = HALF * layer.expert + layer.expert_vectors
                if experts == "whole" and layer.experts > 1:
                    mine = len([e for e in range(layer.experts) if e % wide == c])
                else:
                    mine = layer.experts / wide
                bytes_ += common / wide + mine * expert
                bytes_ += mixer if attention == "requests" else mixer / wide
                seen = min(context, layer.window or layer.chunk or context)
                cache = 0 if layer.shares else (layer.keys + layer.values) * seen
                cache += 2 * (layer.state + layer.conv)
                if attention == "requests":
                    cache *= len([r for r in range(batch) if r % wide == c])
                elif attention == "heads" and layer.kv_heads:
                    mine = {
                        h // (layer.heads // layer.kv_heads)
                        for h in range(layer.heads) if h // (layer.heads // wide) == c
                    }  # fmt: skip
                    cache *= batch * len(mine) / layer.kv_heads
                else:
                    cache *= batch / wide
                bytes_ += cache
            found.append(bytes_)
    return found


cuts = st.one_of(
    st.tuples(st.just("heads"), st.sampled_from([1, 2, 4, 8, 16])),
    st.tuples(st.sampled_from(["context", "requests"]), st.integers(1, 16)),
)


def drawn(data, model):
    """A deployment of a model by one of the cuts."""
    attention, tensor = data.draw(cuts)
    return Deployment(
        CARD, model, FORMATS, tensor, data.draw(st.integers(1, model.layers)),
        kv_precision="int8", attention=attention,
        experts=data.draw(st.sampled_from(["slices", "whole"]))
        if any(layer.experts > 1 for layer in model.kinds) else "slices",
        practice=IDEAL.but(memory_share=data.draw(st.sampled_from([1.0, 0.9]))),
    )  # fmt: skip


@given(made_up.unlike, st.integers(0, 40), st.integers(0, 4096), st.data())
def test_the_fullest_chip_holds_what_placing_every_layer_on_every_chip_says(
    model, batch, context, data
):
    d = drawn(data, model)
    chips = on_every_chip(model, d.tensor, d.stages, d.attention, d.experts, batch, context)
    assert len(chips) == d.chips
    assert held(d, batch, context) == pytest.approx(max(chips), rel=1e-12)


@given(made_up.unlike, st.integers(0, 40), st.integers(0, 4096), st.integers(1, 4), st.data())
def test_so_it_does_with_chips_more_at_the_ends(model, batch, context, more, data):
    d = drawn(data, model)
    assume(d.attention == "context")
    d = d.but(end_chips=more)
    chips = on_every_chip(model, d.tensor, d.stages, "context", d.experts, batch, context, more)
    assert len(chips) == d.chips
    assert held(d, batch, context) == pytest.approx(max(chips), rel=1e-12)


@given(made_up.unlike, st.integers(1, 10**6), st.integers(0, 40), st.integers(0, 4096), st.data())
def test_equal_stages_take_the_chips_that_the_fullest_needs(model, memory, batch, context, data):
    stages = data.draw(st.integers(1, model.layers))
    whole = max(on_every_chip(model, 1, stages, "context", "slices", batch, context))
    place = by_stages(device(memory), model, FORMATS, stages, batch, context, "int8")
    assert place.tensor == math.ceil(Fraction(whole) / memory)
    assert place.chips == stages * place.tensor and place.stages == stages


# -- requests that fit ------------------------------------------------------------------------


@given(made_up.unlike, st.integers(1, 4095), st.integers(10**4, 10**8), st.data())
def test_the_requests_that_fit_fit_and_one_more_does_not(model, context, memory, data):
    d = drawn(data, model)
    d = d.but(chip=CARD.but(memory=memory))
    assume(model.kv_bytes(context, "int8") > 0)
    fit = int(requests_that_fit(d, context))
    step = d.tensor if d.attention == "requests" else 1
    if fit:
        assert held(d, fit, context) <= d.memory
        assert chips_short(d, fit, context) == 0
    assert held(d, fit + step, context) > d.memory
    assert chips_short(d, fit + step, context) >= d.stages
    assert fit % step == 0


@given(made_up.unlike, st.integers(1, 4095), st.integers(0, 50), st.data())
def test_a_memory_that_is_filled_to_the_last_byte_is_enough(model, context, batch, data):
    assume(model.kv_bytes(context, "int8") > 0)
    d = drawn(data, model).but(practice=IDEAL)
    full = held(d, batch, context)
    d = d.but(chip=CARD.but(memory=full))
    assert chips_short(d, batch, context) == 0
    assert requests_that_fit(d, context) >= batch
    less = d.but(chip=CARD.but(memory=np.nextafter(full, 0)))
    assert chips_short(less, batch, context) >= d.stages
    step = d.tensor if d.attention == "requests" else 1
    assert requests_that_fit(less, context) <= max(batch - 1, 0) // step * step


@given(made_up.unlike, st.integers(1, 4094), st.integers(10**4, 10**8), st.data())
def test_more_fit_with_more_memory_a_shorter_context_or_more_of_it_in_use(
    model, context, memory, data
):
    d = drawn(data, model)
    d = d.but(chip=CARD.but(memory=memory))
    fit = requests_that_fit(d, context)
    assert requests_that_fit(d.but(chip=CARD.but(memory=2 * memory)), context) >= fit
    assert requests_that_fit(d, context + 1) <= fit
    assert requests_that_fit(d.but(practice=IDEAL.but(memory_share=0.5)), context) <= fit
    assert requests_that_fit(d.but(practice=IDEAL), context) >= fit


@given(made_up.unlike, st.integers(1, 4096), st.integers(0, 300), st.data())
def test_shared_positions_never_hold_less_than_whole_heads(model, context, batch, data):
    heads = drawn(data, model)
    assume(heads.attention == "heads")
    shared = heads.but(attention="context")
    assert requests_that_fit(shared, context) >= requests_that_fit(heads, context)
    assert chips_short(shared, batch, context) <= chips_short(heads, batch, context)
    least = max((x.kv_heads for x in model.kinds if x.kv_heads), default=heads.tensor)
    if heads.tensor <= min((x.kv_heads for x in model.kinds if x.kv_heads), default=least):
        assert held(shared, batch, context) == held(heads, batch, context)


@given(made_up.unlike, st.integers(1, 4096), st.integers(0, 300), st.data())
def test_on_one_chip_a_stage_all_cuts_are_one(model, context, batch, data):
    d = drawn(data, model).but(tensor=1, attention="heads", experts="slices")
    for attention in ("heads", "context", "requests"):
        for experts in ("slices", "whole"):
            other = d.but(attention=attention, experts=experts)
            assert held(other, batch, context) == held(d, batch, context)
            assert requests_that_fit(other, context) == requests_that_fit(d, context)


def test_a_stage_whose_layers_keep_nothing_has_room_for_every_request():
    shares = replace(LLAMA.stack[0], shares=True)
    model = replace(LLAMA, stack=(LLAMA.stack[0], shares, shares))
    three = Deployment(chip("h100_sxm"), model, stages=3)
    room = chip("h100_sxm").memory - LLAMA.ends_bytes("int8")[0] - LLAMA.stack[0].parameters
    assert requests_that_fit(three, 4096) == room // (2 * 1024 * 4096)


# -- the numbers that were two ------------------------------------------------------------------


def test_24_requests_fit_one_h100_and_916_fit_eight_of_the_bytes_that_they_report():
    fits = [requests_that_fit(Deployment(chip("h100_sxm"), LLAMA, tensor=n), 4096) for n in (1, 8)]
    assert fits == [24, 916]
    # By hand: 81,559 MiB a card, a byte a weight, 160 KiB a token.
    for cards, fit in zip((1, 8), fits, strict=True):
        assert fit == (cards * 81_559 * 2**20 - 68_976_648_192) // (4096 * 160 * 2**10)


def test_an_engine_that_may_fill_nine_tenths_serves_11_on_one_h100():
    one = Deployment(chip("h100_sxm"), LLAMA, practice=dram_practice())
    assert dram_practice().memory_share == 0.9
    assert requests_that_fit(one, 4096) == 11
    assert 11 == (0.9 * 81_559 * 2**20 - 68_976_648_192) // (4096 * 160 * 2**10)


def test_16_h100s_that_keep_whole_heads_hold_14_long_requests_not_26():
    h100, llama = chip("h100_sxm"), transformer("llama3_70b")
    sixteen = Deployment(h100, llama, "bf16", tensor=16)
    assert requests_that_fit(sixteen, 131_072) == 14
    # In the 80 decimal GB of the advertisement 13 fit; sharing positions would double them.
    sold = sixteen.but(chip=h100.but(memory=80e9))
    assert requests_that_fit(sold, 131_072) == 13
    assert requests_that_fit(sold.but(attention="context"), 131_072) == 26
    # A chip holds a sixteenth of the weights, and one of eight heads of every request.
    head = 131_072 * 80 * 2 * 128 * 2
    for card, fit in ((h100.memory, 14), (80e9, 13)):
        assert fit == (card - 2 * llama.parameters / 16) // head


def test_40_stages_of_16_lpus_hold_51_requests_by_heads_and_102_by_positions():
    cluster = Deployment(LPU, LLAMA, tensor=16, stages=40)
    assert requests_that_fit(cluster, 4096) == 51
    assert requests_that_fit(cluster.but(attention="context"), 4096) == 102


def test_80_stages_of_5_lpus_hold_4_requests():
    cluster = Deployment(LPU, LLAMA, tensor=5, stages=80, attention="context")
    assert requests_that_fit(cluster, 4096) == 4
    # By bytes alone, as if a stage could lend to another, there would be room for 34.
    by_bytes_alone = Capacity(1, LPU.memory, LLAMA.parameters, LLAMA.kv_bytes(4096, "int8"), 1)
    assert by_bytes_alone.requests(400) == 34
    # The last stage has a layer, the projection and the last norm beside its cache.
    stage = 855_654_400 + 32_000 * 8192 + 8192
    assert 4 == (5 * 220 * 2**20 - stage) // (2 * 1024 * 4096)


def test_a_chip_more_at_either_end_holds_what_the_embeddings_take():
    cluster = Deployment(LPU, LLAMA, tensor=5, stages=80, attention="context", end_chips=1)
    layer, end, kv = 855_654_400, 32_000 * 8192 + 8192, 2 * 1024 * 4096
    assert cluster.chips == 402
    assert requests_that_fit(cluster, 4096) == min(
        (5 * LPU.memory - layer) // kv, (6 * LPU.memory - layer - end) // kv
    )


@pytest.mark.parametrize(
    ("heads", "kv_heads", "tensor", "possible"),
    [
        (64, 8, 7, False), (40, 10, 8, False), (40, 10, 5, True), (40, 10, 20, True),
        (40, 10, 4, False), (64, 8, 16, True), (64, 8, 64, True), (64, 8, 128, False),
        (48, 8, 12, False), (48, 8, 16, True), (48, 8, 24, True), (71, 1, 71, True),
        (71, 1, 2, False),
    ],
)  # fmt: skip
def test_heads_that_no_cut_can_keep_whole_are_refused(heads, kv_heads, tensor, possible):
    model = LLAMA.but(num_attention_heads=heads, num_key_value_heads=kv_heads, head_dim=128)
    one = Deployment(LPU, model)
    assert (tensor in widths(one, range(1, 200))) == possible
    assert widths(one.but(attention="context"), (tensor,)) == [tensor]
    if possible:
        assert one.but(tensor=tensor).tensor == tensor
    else:
        takes = f"takes a divisor of LLaMA-2 70B's {heads} heads that divides its {kv_heads} KV"
        with pytest.raises(ValueError, match=f"^tensor: got {tensor}; {takes}"):
            one.but(tensor=tensor)
        with pytest.raises(ValueError, match=f"^tensor: got {tensor}.0; {takes}"):
            one.but(tensor=np.array([1, tensor]))


def test_a_state_is_cut_by_channels_and_only_attention_keeps_heads_whole():
    jamba = Deployment(chip("h100_sxm"), transformer("jamba_mini"), "bf16")
    assert widths(jamba, range(1, 65)).tolist() == [1, 2, 4, 8, 16, 32]
    kept = held(jamba.but(tensor=8), 2, 0) - held(jamba.but(tensor=8), 1, 0)
    # 28 layers with a state of 8192 x 16 and three inputs of its convolution, in 16 bits.
    assert kept == 28 * 8192 * (16 + 3) * 2 / 8


def test_more_chips_than_experts_cannot_keep_whole_ones():
    one = Deployment(chip("h100_sxm"), transformer("mixtral_8x7b"), experts="whole")
    assert widths(one, range(1, 40)).tolist() == [1, 2, 4, 8]
    assert widths(one.but(attention="requests"), range(1, 40)).tolist() == list(range(1, 9))
    with pytest.raises(ValueError, match="^tensor: got 16; takes at most 8 chips"):
        one.but(tensor=16)


def test_maverick_a_stage_a_layer_takes_76_lpus_a_stage():
    model = transformer("llama4_maverick")
    assert by_stages(LPU, model, "fp8", 48).tensor == 76
    # A sparse layer: attention, 128 experts and a shared one. The mean layer is half of that.
    attention = 5120 * (2 * 40 * 128 + 2 * 8 * 128)
    sparse = attention + 129 * 3 * 5120 * 8192 + 128 * 5120 + 2 * 5120
    last = sparse + 202_048 * 5120 + 5120  # the last stage has the projection besides
    assert 76 == math.ceil(last / LPU.memory) and 71 == math.ceil(sparse / LPU.memory)
    assert by_bytes(LPU, model, "fp8").chips / 48 < 37


@pytest.mark.parametrize(
    ("key", "stages", "low", "high"),
    [("gpt_oss_120b", 36, 0.49, 0.51), ("llama4_maverick", 48, 0.23, 0.28)],
)
def test_one_full_attention_layer_a_stage_holds_half_or_a_quarter_of_what_the_mean_says(
    key, stages, low, high
):
    model, h100 = transformer(key), chip("h100_sxm")
    d = Deployment(h100, model, "fp8", stages=stages)
    fit = requests_that_fit(d, 131_072)
    mean = Capacity(1, h100.memory, model.weight_bytes("fp8"), model.kv_bytes(131_072, "fp8"), 1)
    assert low < fit / mean.requests(stages) < high
    # The last layer attends to all tokens, beside its experts and the projection.
    last = model.stack[-1]
    assert not last.window and not last.chunk
    weights = last.parameters + model.projection + model.rest
    assert fit == (h100.memory - weights) // ((last.keys + last.values) * 131_072)


@pytest.mark.parametrize("stages", [81, 1000, np.array([1, 81])])
def test_stages_beyond_the_layers_are_refused_wherever_they_are_asked_for(stages):
    for call in (
        lambda: Deployment(LPU, LLAMA, stages=stages),
        lambda: Deployment(LPU, LLAMA).but(stages=stages),
        lambda: by_stages(LPU, LLAMA, "int8", stages),
        lambda: fullest_stages(LLAMA, stages),
    ):
        with pytest.raises(ValueError, match=r"^stages: got [\d.]+; takes at most the model's 80"):
            call()


# -- shares --------------------------------------------------------------------------------------


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_head_is_kept_by_one_chip_or_by_several(chips, heads):
    layer = replace(LLAMA.stack[0], heads=64, kv_heads=2**heads)
    share = cache_share(layer, 2**chips, "heads")
    assert share == max(2.0**-chips, 2.0**-heads)
    assert (
        cache_share(layer, 2**chips, "context")
        == cache_share(layer, 2**chips, "requests")
        == 2.0**-chips
    )


@given(st.integers(2, 300), st.integers(1, 300))
def test_the_fullest_chip_has_the_experts_that_dealing_them_out_gives_it(experts, chips):
    layer = replace(transformer("mixtral_8x7b").stack[0], experts=experts)
    most = max(len(range(c, experts, chips)) for c in range(chips))
    assert expert_share(layer, chips, "whole") == most / experts
    assert expert_share(layer, chips, "slices") == 1 / chips
    assert expert_share(LLAMA.stack[0], chips, "whole") == 1 / chips


def test_a_share_is_of_a_layer_by_a_cut_that_there_is():
    layer = LLAMA.stack[0]
    for share, argument in ((cache_share, "attention"), (expert_share, "experts")):
        with pytest.raises(ValueError, match=f"^{argument}: got 'hedas'; takes one of"):
            share(layer, 16, "hedas")
        with pytest.raises(ValueError, match="^layer: got 'llama2_70b'; takes a Layer"):
            share("llama2_70b", 16, {"attention": "heads", "experts": "whole"}[argument])


# -- room that is asked for ----------------------------------------------------------------------


def test_a_deployment_with_room_is_handed_back_and_one_without_says_what_it_lacks():
    eight = Deployment(chip("h100_sxm"), LLAMA, tensor=8)
    assert require_room(eight, 916, 4096) is eight
    says = (
        r"^tensor: got 8 chips in each of 1 stages; .* 917 requests of 4,096 tokens is 1 H100 SXM"
    )
    with pytest.raises(ValueError, match=says):
        require_room(eight, 917, 4096)
    many = eight.but(tensor=np.array([1, 8]))
    assert require_room(many, 24, 4096) is many
    with pytest.raises(ValueError, match="is 1 H100 SXM short"):
        require_room(many, 25, 4096)


def test_chips_are_short_in_every_stage():
    # A layer and its caches on 4 chips that need 5, in each of 80 stages.
    cluster = Deployment(LPU, LLAMA, tensor=4, stages=80)
    assert chips_short(cluster, 0, 4096) == 80
    assert chips_short(cluster.but(tensor=8), 63, 4096) == 0


# -- arrays -----------------------------------------------------------------------------------

ROW, COLUMN = np.array([[1], [40], [128]]), np.array([[1, 1024, 2048, 4096]])
MAVERICK = transformer("llama4_maverick")


def _lpus(**fields):
    return Deployment(**{"chip": LPU, "model": LLAMA, "tensor": 8, "stages": 80, **fields})


def roomy(memory):
    return LPU.but(memory=memory)


CALLS = {
    "whole_chips": lambda a, b: whole_chips(a * 1e9, b * 1e6),
    "bytes_needed": lambda a, b: bytes_needed(LLAMA, "int8", a, b),
    "by_bytes": lambda a, b: by_bytes(LPU, LLAMA, "int8", a, b).chips,
    "by_layers": lambda a, b: by_layers(LPU, LLAMA, "int8", a, b).chips,
    "by_layers, memory an array": lambda a, b: (
        by_layers(device(b * 1e8), LLAMA, "int8", a, 4096).chips
    ),
    "by_stages": lambda a, b: by_stages(LPU, LLAMA, "int8", 80, a, b).chips,
    "by_stages, stages an array": lambda a, b: (
        by_stages(LPU, LLAMA, "int8", np.minimum(a, 80), 9, b).chips
    ),
    "by_bytes, memory an array": lambda a, b: by_bytes(device(b * 1e6), LLAMA, "int8", a, 10).chips,
    "filled": lambda a, b: by_bytes(LPU, LLAMA, "int8", a, b).filled,
    "requests_that_fit": lambda a, b: requests_that_fit(_lpus(stages=np.minimum(a, 80)), b),
    "requests_that_fit, memory": lambda a, b: requests_that_fit(_lpus(chip=roomy(a * 1e9)), b),
    "held": lambda a, b: held(_lpus(), a, b),
    "held, tensor": lambda a, b: held(_lpus(tensor=b, attention="context"), a, 99),
    "held, requests": lambda a, b: held(_lpus(tensor=b, attention="requests"), a, 99),
    "held, stages of unlike layers": lambda a, b: held(
        _lpus(model=MAVERICK, stages=np.minimum(a, 48), precision="int8"), 9, b
    ),
    "chips_short": lambda a, b: chips_short(_lpus(chip=roomy(b * 1e6)), a, 4096),
    "chips_short, stages": lambda a, b: chips_short(_lpus(stages=np.minimum(a, 80)), b, 4096),
}


@pytest.mark.parametrize("name", CALLS)
def test_arrays_broadcast_to_what_numbers_give_one_by_one(name):
    got = CALLS[name](ROW, COLUMN)
    assert got.shape == (3, 4)
    one_by_one = [[CALLS[name](int(a), int(b)) for b in COLUMN[0]] for a in ROW[:, 0]]
    np.testing.assert_array_equal(got, one_by_one)


def test_lists_are_arrays():
    assert list(whole_chips([1, 10, 11], 10)) == [1, 1, 2]
    got = by_bytes(LPU, LLAMA, "int8", batch=[1, 128], context=[4096, 4096]).chips
    assert list(got) == [302, 672]


# -- bad input ----------------------------------------------------------------------------------

NAN = float("nan")
SHAPE = {"chip": LPU, "model": LLAMA, "precision": "int8"}
BAD = [
    (whole_chips, {"bytes_needed": -1, "memory": 1}, "bytes_needed"),
    (whole_chips, {"bytes_needed": NAN, "memory": 1}, "bytes_needed"),
    (whole_chips, {"bytes_needed": 1, "memory": 0}, "memory"),
    (whole_chips, {"bytes_needed": 1, "memory": NAN}, "memory"),
    (whole_chips, {"bytes_needed": 1, "memory": [1, -1]}, "memory"),
    (cache_precision, {"kv_precision": "int3", "precision": "int8"}, "kv_precision"),
    (cache_precision, {"kv_precision": "", "precision": "int8"}, "kv_precision"),
    (bytes_needed, {"model": LLAMA, "precision": "int3"}, "precision"),
    (bytes_needed, {"model": LLAMA, "precision": "int8", "batch": -1}, "batch"),
    (bytes_needed, {"model": LLAMA, "precision": "int8", "context": 4097}, "context"),
    (bytes_needed, {"model": LLAMA, "precision": "int8", "kv_precision": "int3"}, "kv_precision"),
    *(
        (rule, {**SHAPE, **more, **bad}, name)
        for rule, more in ((by_bytes, {}), (by_layers, {}), (by_stages, {"stages": 8}))
        for bad, name in (
            ({"precision": "int3"}, "precision"),
            ({"batch": -1}, "batch"),
            ({"batch": NAN}, "batch"),
            ({"batch": "many"}, "batch"),
            ({"batch": 1, "context": 4097}, "context"),
            ({"context": -1}, "context"),
            ({"context": NAN}, "context"),
            ({"kv_precision": "int3"}, "kv_precision"),
        )
    ),
    *((by_stages, {**SHAPE, "stages": s}, "stages") for s in (0, 81, 2.5, NAN, [1, 81], True)),
    *(
        (call, {"deployment": _lpus(), **more, **bad}, name)
        for call, more in (
            (requests_that_fit, {"context": 99}),
            (held, {"batch": 1, "context": 99}),
            (chips_short, {"batch": 1, "context": 99}),
            (require_room, {"batch": 1, "context": 99}),
        )
        for bad, name in (
            ({"context": 4097}, "context"),
            ({"context": -1}, "context"),
            ({"context": NAN}, "context"),
            ({"context": "long"}, "context"),
            ({"context": [99, 4097]}, "context"),
            *(({"batch": b}, "batch") for b in (-1, NAN, "many", [1, -1]) if "batch" in more),
        )
    ),
    (requests_that_fit, {"deployment": _lpus(), "context": 0}, "context"),
]


@pytest.mark.parametrize("call, arguments, name", BAD)
def test_a_bad_argument_is_refused_by_name(call, arguments, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call(**arguments)


@pytest.mark.parametrize(
    ("kv", "weights", "cache"),
    [
        (None, "int8", "int8"), (None, "released", "bf16"), (None, FORMATS, "bf16"),
        ("fp8", FORMATS, "fp8"), (("fp16", "int4"), "int8", ("fp16", "int4")),
    ],
)  # fmt: skip
def test_a_cache_is_kept_as_the_weights_where_these_have_one_format(kv, weights, cache):
    assert cache_precision(kv, weights) == cache
    assert Deployment(CARD, LLAMA, weights, kv_precision=kv).kv_precision == cache


def test_a_chip_that_holds_nothing_is_no_chip():
    for nothing in (0, -1, NAN):
        with pytest.raises(ValueError, match="^memory: got"):
            device(nothing)


def test_a_placement_shows_its_rounding():
    place = Placement(chips=305, bytes_needed=70e9, memory=230e6)
    assert place.filled == pytest.approx(70e9 / 230e6 / 305)


@given(st.integers(1, 4096), st.integers(1, 200))
def test_a_cache_of_two_bytes_takes_the_room_of_twice_the_context(context, batch):
    model = transformer("llama3_70b")
    for rule in RULES:
        wide = rule(LPU, model, "int8", batch=batch, context=context, kv_precision="fp16")
        assert wide.chips == rule(LPU, model, "int8", batch=batch, context=2 * context).chips
    cluster = Deployment(LPU, model, tensor=8, stages=80)
    wide = cluster.but(kv_precision="fp16")
    assert requests_that_fit(wide, context) == requests_that_fit(cluster, 2 * context)
    assert held(wide, batch, context) == held(cluster, batch, 2 * context)
