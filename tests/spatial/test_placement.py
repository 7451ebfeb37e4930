"""Placement: counts of chips, held against filling chips one by one and against fractions."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.hardware import Chip, chip
from lib.spatial.placement import (
    Placement,
    by_bytes,
    by_layers,
    by_stages,
    bytes_needed,
    cache_precision,
    requests_in_stages,
    requests_that_fit,
    whole_chips,
)
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
    exact = [by_bytes(LPU, LLAMA, "int8", batch=b, context=4096).exact for b in (10, 11)]
    assert exact[1] - exact[0] == pytest.approx(2 * 80 * 8 * 128 * 4096 / (220 * 2**20))
    assert 2.9 < exact[1] - exact[0] < 3


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
        assert place.chips >= place.exact
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
    ends = model.embedding_parameters + model.hidden
    place = by_layers(device(memory), model, "int8", batch=batch, context=1000)
    assert place.chips == chips_of_packing(layer, model.layers, ends, memory)


def test_one_card_that_holds_the_model_is_one_card_by_layers():
    # 69 GB in 80 GB: the embedding lies beside the layers, not on a second card.
    assert by_layers(chip("h100_sxm"), LLAMA, "int8").chips == 1


def stage_contents(model, stages):
    """Parameters in each stage: layers dealt out, the ends given the shorter runs."""
    few, longer = divmod(model.layers, stages)
    runs = [few] * stages
    middle_first = list(range(1, stages - 1)) + [0, stages - 1]
    for stage in middle_first[:longer] if stages > 1 else []:
        runs[stage] += 1
    contents = [run * model.layer_parameters for run in runs]
    embedding, output = model.vocabulary * model.hidden, model.vocabulary * model.hidden
    if stages == 1:
        return [contents[0] + model.embedding_parameters + model.hidden]
    # The final norm, 0.01% of either, is halved between the two as the module says.
    norm = model.hidden * (1 if model.tied else 0.5)
    contents[0] += embedding + norm
    contents[-1] += output + norm
    return contents


@given(models, st.integers(10**7, 10**11), st.data())
@example(transformer("llama2_70b"), 23 * 10**7, None)
def test_by_stages_holds_the_fullest_stage_of_any_split(model, memory, data):
    splits = (
        range(1, model.layers + 1) if data is None else [data.draw(st.integers(1, model.layers))]
    )
    for stages in splits:
        contents = stage_contents(model, stages)
        place = by_stages(device(memory), model, "int8", stages=stages)
        assert place.tensor == max(math.ceil(c / memory) for c in contents)
        assert place.chips == stages * place.tensor
        assert place.stages == stages


def test_both_ends_are_placed_where_only_one_stage_has_a_shorter_run():
    # 3 layers in 2 stages: 2 + 1; the longer one holds an end too.
    model = LLAMA.but(layers=3, vocabulary=80_000)
    memory = 2.5 * model.layer_parameters
    assert by_stages(device(memory), model, "int8", stages=2).tensor == 2
    assert by_bytes(device(memory), model, "int8").chips == 2


# -- requests -------------------------------------------------------------------------------


@given(st.integers(300, 2000), st.integers(1, 4096))
def test_the_requests_that_fit_fit_and_one_more_does_not(chips, context):
    fit = int(requests_that_fit(LPU, LLAMA, chips, context))
    room = chips * 220 * 2**20
    held = [LLAMA.parameters + n * 2 * 80 * 8 * 128 * context for n in (fit, fit + 1)]
    assert held[0] <= room < held[1]


def test_too_few_chips_are_told_how_many_they_are_short():
    with pytest.raises(ValueError, match=r"^chips: got 298; .* at least 300 .* 2 chips short"):
        requests_that_fit(LPU, LLAMA, 298, 4096)


def test_the_worst_of_many_counts_is_told_with_its_own_shortage():
    small, large = 220 * 2**20, 440 * 2**20
    with pytest.raises(ValueError, match=r"^chips: got 290; .* at least 300 .* 10 chips short"):
        requests_that_fit(device(np.array([small, large])), LLAMA, np.array([290, 149]), 4096)


# -- arrays -----------------------------------------------------------------------------------

ROW, COLUMN = np.array([[1], [40], [128]]), np.array([[1, 1024, 2048, 4096]])
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
    "by_bytes, memory an array": lambda a, b: by_bytes(device(b * 1e6), LLAMA, "int8", a, 10).exact,
    "filled": lambda a, b: by_bytes(LPU, LLAMA, "int8", a, b).filled,
    "requests_that_fit": lambda a, b: requests_that_fit(LPU, LLAMA, 300 + a, b),
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
        (requests_that_fit, {"chip": LPU, "model": LLAMA, "chips": 400, "context": 99, **bad}, name)
        for bad, name in (
            ({"chips": 0}, "chips"),
            ({"chips": 400.5}, "chips"),
            ({"chips": 299}, "chips"),
            ({"chips": [400, 299]}, "chips"),
            ({"context": 0}, "context"),
            ({"context": 4097}, "context"),
            ({"precision": "int3"}, "precision"),
            ({"kv_precision": "int3"}, "kv_precision"),
        )
    ),
]


@pytest.mark.parametrize("call, arguments, name", BAD)
def test_a_bad_argument_is_refused_by_name(call, arguments, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call(**arguments)


def test_a_chip_that_holds_nothing_is_no_chip():
    for nothing in (0, -1, NAN):
        with pytest.raises(ValueError, match="^memory: got"):
            device(nothing)


def test_a_placement_shows_its_rounding():
    place = Placement(chips=305, exact=70e9 / 230e6, bytes_needed=70e9, memory=230e6)
    assert place.filled == pytest.approx(place.exact / place.chips)


# -- requests in a pipeline -----------------------------------------------------------


@given(
    st.sampled_from(["llama2_70b", "llama2_7b", "gpt_oss_120b"]).map(transformer),
    st.integers(1, 32),
    st.integers(0, 5),
    st.integers(1, 4096),
)
def test_requests_in_stages_are_the_most_that_leave_every_stage_its_chips(
    model, stages, spare, context
):
    lpu = chip("groq_lpu")
    tensor = by_stages(lpu, model, "int8", stages).tensor + spare
    fit = requests_in_stages(lpu, model, stages, tensor, context)
    assert by_stages(lpu, model, "int8", stages, fit, context).tensor <= tensor
    assert by_stages(lpu, model, "int8", stages, fit + 1, context).tensor > tensor
    assert fit <= requests_that_fit(lpu, model, stages * tensor, context)


@given(
    models,
    st.integers(1, 32),
    st.integers(0, 5),
    st.integers(0, 3),
    st.integers(1, 2048),
)
def test_chips_at_the_ends_are_used_for_the_ends_alone(model, stages, spare, more, context):
    lpu, kv = chip("groq_lpu"), model.kv_bytes(context, "int8") / model.layers
    tensor = by_stages(lpu, model, "int8", stages).tensor + spare
    few = requests_in_stages(lpu, model, stages, tensor, context)
    fit = requests_in_stages(lpu, model, stages, tensor, context, end_chips=more)
    assert few <= fit <= requests_in_stages(lpu, model, stages, tensor + more, context)
    inner = np.ceil(model.layers / stages)
    if stages > 2:  # what the longest run of layers leaves, whatever its neighbours have
        assert fit <= (tensor * lpu.memory - inner * model.layer_parameters) / (inner * kv)
    ends = min(stages, 2) * more
    assert fit <= requests_that_fit(lpu, model, stages * tensor + ends, context)


def test_a_chip_more_at_either_end_holds_what_the_embeddings_take():
    # The end stages of LLaMA-2 70B in 80: a layer and 262 MB on six chips, not on five.
    layer, end = 855_654_400, 32_000 * 8192 + 8192 / 2
    kv = 2 * 1024 * 4096
    assert requests_in_stages(LPU, LLAMA, 80, 5, 4096, end_chips=1) == np.floor(
        min(5 * LPU.memory - layer, 6 * LPU.memory - layer - end) / kv
    )
    with pytest.raises(ValueError, match="end_chips: got -1"):
        requests_in_stages(LPU, LLAMA, 80, 5, 4096, end_chips=-1)


def test_a_stage_without_room_for_its_weights_says_how_many_chips_it_is_short():
    with pytest.raises(ValueError, match="tensor: got 7; .* takes up to 8 .* 1 chips short"):
        requests_in_stages(chip("groq_lpu"), transformer("llama2_70b"), 72, 7, 4096)
    with pytest.raises(ValueError, match="context: got 0"):
        requests_in_stages(chip("groq_lpu"), transformer("llama2_70b"), 72, 8, 0)


@given(st.integers(1, 4096), st.integers(1, 200))
def test_a_cache_of_two_bytes_takes_the_room_of_twice_the_context(context, batch):
    model = transformer("llama3_70b")
    for rule in RULES:
        wide = rule(LPU, model, "int8", batch=batch, context=context, kv_precision="fp16")
        assert wide.chips == rule(LPU, model, "int8", batch=batch, context=2 * context).chips
    stages = (LPU, model, 80, 9)
    assert requests_in_stages(*stages, context, kv_precision="fp16") == requests_in_stages(
        *stages, 2 * context
    )
    assert requests_that_fit(LPU, model, 576, context, kv_precision="fp16") == requests_that_fit(
        LPU, model, 576, 2 * context
    )
