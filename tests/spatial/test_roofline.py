"""Roofline: the time of a step, held against a pipeline run event by event and plain arithmetic."""

import itertools

import numpy as np
import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import Chip, chip
from lib.spatial.roofline import (
    Deployment,
    Step,
    all_reduce_rounds,
    balance,
    critical_batch,
    decode,
    intensity,
    prefill,
)
from lib.transformer import transformer, transformers

LPU, H100 = chip("groq_lpu"), chip("h100_sxm")
LLAMA, MIXTRAL = transformer("llama2_70b"), transformer("mixtral_8x7b")
EIGHT = Deployment(H100, LLAMA, tensor=8)
NAN = float("nan")

batches = st.integers(1, 2000)
contexts = st.integers(0, 4096)
models = st.sampled_from(sorted(transformers())).map(transformer)
shares = st.floats(0.01, 1)
deployments = st.builds(
    Deployment,
    chip=st.sampled_from([LPU, H100, chip("a100_sxm"), chip("rtx_4090")]),
    model=st.sampled_from([LLAMA, MIXTRAL, transformer("gpt_oss_120b")]),
    precision=st.sampled_from(["int8", "fp16"]),
    tensor=st.integers(1, 16),
    stages=st.integers(1, 32),
    kv_precision=st.sampled_from([None, "fp16", "int8"]),
    bandwidth_efficiency=shares,
    compute_efficiency=shares,
    collective_latency=st.floats(0, 1e-4),
    layer_overhead=st.floats(0, 1e-5),
    step_overhead=st.floats(0, 1e-3),
    kv_efficiency=st.one_of(st.none(), shares),
    request_overhead=st.floats(0, 1e-4),
)


def test_chips_that_share_layers_need_a_figure_for_their_links():
    alone = chip("mi300x")
    assert decode(Deployment(alone, LLAMA), 1, 1).collectives == 0
    with pytest.raises(ValueError, match="link_bandwidth: MI300X has no figure"):
        Deployment(alone, LLAMA, tensor=2)


# -- the documents' figures ------------------------------------------------------------


def test_an_lpu_does_nine_operations_a_byte_and_an_h100_591():
    assert balance(LPU, "int8") == 750e12 / 80e12
    assert f"{balance(LPU, 'int8'):.1f}" == "9.4"
    assert f"{balance(H100, 'int8'):.0f}" == f"{1978.9 / 3.35:.0f}" == "591"


def test_a_step_at_batch_1_reads_every_weight_once():
    # 68.98 GB of weights over 8 x 3.35 TB/s, counted here from the shape.
    layer = 8192 * (2 * 8192 + 2 * 1024) + 3 * 8192 * 28672 + 2 * 8192
    weights = 80 * layer + 2 * 32000 * 8192 + 8192
    step = decode(EIGHT, batch=1, context=4096)
    assert step.weights == pytest.approx(weights / (8 * 3.35e12))
    assert step.kv == pytest.approx(2 * 80 * 8 * 128 * 4096 / (8 * 3.35e12))
    multiply_adds = weights - 32000 * 8192 + 2 * 80 * 64 * 128 * 4096
    assert step.compute == pytest.approx(2 * multiply_adds / (8 * 1978.9e12))


def test_160_all_reduces_a_token_set_a_ceiling():
    for seconds, ceiling in ((23.1e-6, 270.6), (13.7e-6, 456.2), (2.1e-6, 2976.2)):
        step = decode(
            EIGHT.but(chip=H100.but(link_bandwidth=np.inf), collective_latency=seconds), 1, 1
        )
        assert 1 / step.collectives == pytest.approx(1 / (80 * 2 * seconds))
        assert 1 / step.collectives == pytest.approx(ceiling, abs=0.1)
        assert step.speed < 1 / step.collectives


def ring_all_reduce(chips, values):
    """Values that each chip sends in a ring all-reduce, sent piece by piece."""
    vectors = [np.arange(values) + 1000.0 * c for c in range(chips)]
    want, sent = sum(vectors), [0] * chips
    pieces = np.array_split(np.arange(values), chips)
    for round_ in range(2 * (chips - 1)):
        moving = [(c, pieces[(c - round_) % chips]) for c in range(chips)]
        data = [vectors[c][piece].copy() for c, piece in moving]
        for (c, piece), numbers in zip(moving, data, strict=True):
            to = (c + 1) % chips
            if round_ < chips - 1:
                vectors[to][piece] += numbers
            else:
                vectors[to][piece] = numbers
            sent[c] += len(piece)
    assert all((v == want).all() for v in vectors)
    return max(sent)


@pytest.mark.parametrize("tensor", [2, 4, 8])
def test_an_all_reduce_sends_what_a_ring_sends(tensor):
    sent = ring_all_reduce(tensor, LLAMA.hidden)
    step = decode(EIGHT.but(tensor=tensor), batch=1, context=1)
    assert step.collectives == pytest.approx(2 * 80 * sent * 2 / 450e9)


# -- a pipeline, event by event ------------------------------------------------------------


def simulated_step(deployment, batch, context, steps=8):
    """Seconds between two tokens of a request, in a pipeline run group by group.

    Groups queue at each stage; a stage works on its layers, one group at a time; a
    group that leaves the last stage comes back to the first for its next token.
    Every group counts as large as the largest.
    """
    d = deployment
    alone = d.but(stages=1)
    size = -(-batch // d.stages)
    groups = min(batch, d.stages)
    # One layer's time for one group, on the chips of one stage.
    layer = decode(alone, size, context).time / d.model.layers
    few, longer = divmod(d.model.layers, d.stages)
    env = simpy.Environment()
    stages = [simpy.Resource(env) for _ in range(d.stages)]
    done = [[] for _ in range(groups)]

    def request_group(number):
        for _ in range(steps):
            for s, stage in enumerate(stages):
                with stage.request() as turn:
                    yield turn
                    yield env.timeout((few + (s < longer)) * layer)
            done[number].append(env.now)

    for number in range(groups):
        env.process(request_group(number))
    env.run()
    half = steps // 2
    return max((times[-1] - times[half]) / (steps - 1 - half) for times in done)


@pytest.mark.parametrize("stages", [1, 2, 3, 27, 40, 79, 80])
@pytest.mark.parametrize("batch", [1, 2, 20, 39, 78, 79, 80, 160, 237])
def test_a_steps_time_is_that_of_a_pipeline_run_group_by_group(stages, batch):
    deployment = Deployment(LPU, LLAMA, tensor=4, stages=stages, collective_latency=1e-6)
    closed = decode(deployment, batch, 1000).time
    assert closed == pytest.approx(simulated_step(deployment, batch, 1000), rel=1e-9)


@given(st.integers(1, 32), st.integers(1, 100))
def test_experts_in_a_pipeline_are_read_by_each_group_anew(stages, batch):
    deployment = Deployment(H100, MIXTRAL, stages=stages)
    closed = decode(deployment, batch, 1000).time
    assert closed == pytest.approx(simulated_step(deployment, batch, 1000), rel=1e-9)


def test_requests_up_to_the_stages_cost_a_request_nothing():
    deployment = Deployment(LPU, LLAMA, tensor=5, stages=80)
    assert decode(deployment, 80, 2000).time == decode(deployment, 1, 2000).time
    assert decode(deployment, 81, 2000).time > decode(deployment, 80, 2000).time


def test_a_queue_short_of_the_stages_waits_for_the_longest_of_them():
    # 79 stages, one of them with 2 of the 80 layers: 78 requests come back every
    # 78 x 2 layers, not every 80.
    deployment = Deployment(LPU, LLAMA, tensor=5, stages=79)
    one, many = (decode(deployment, b, 0).time for b in (1, 78))
    assert many / one == pytest.approx(2 * 78 / 80)


# -- laws ---------------------------------------------------------------------------------


@given(deployments, batches, contexts)
def test_all_requests_together_are_at_least_as_fast_as_one(deployment, batch, context):
    step = decode(deployment, batch, context)
    assert step.throughput >= step.speed > 0
    assert step.throughput == pytest.approx(batch * step.speed)
    assert step.time >= max(step.weights, step.kv, step.compute, step.collectives, step.overhead)
    assert step.time <= step.memory + step.compute + step.collectives + step.overhead + 1e-12


@given(deployments, batches, contexts, st.floats(1, 100))
def test_a_better_chip_is_never_slower(deployment, batch, context, better):
    d, time = deployment, decode(deployment, batch, context).time
    wide = d.chip.but(bandwidth=better * d.chip.bandwidth)
    strong = d.chip.but(compute={p: better * c for p, c in d.chip.compute.items()})
    linked = d.chip.but(link_bandwidth=better * (d.chip.link_bandwidth or 1e12))
    for changes in (
        {"chip": wide},
        {"chip": strong},
        *([{"chip": linked}] if d.chip.link_bandwidth else []),
        {"bandwidth_efficiency": min(1.0, better * d.bandwidth_efficiency)},
        {"compute_efficiency": min(1.0, better * d.compute_efficiency)},
        {"collective_latency": d.collective_latency / better},
        {"layer_overhead": d.layer_overhead / better},
        {"step_overhead": d.step_overhead / better},
    ):
        assert decode(d.but(**changes), batch, context).time <= time * (1 + 1e-12)
        assert prefill(d.but(**changes), 1 + context // 2).time <= prefill(
            d, 1 + context // 2
        ).time * (1 + 1e-12)


@given(deployments, batches, st.integers(0, 4095))
def test_a_step_never_gets_shorter_with_batch_or_context(deployment, batch, context):
    time = decode(deployment, batch, context).time
    assert decode(deployment, batch + 1, context).time >= time * (1 - 1e-12)
    assert decode(deployment, batch, context + 1).time >= time * (1 - 1e-12)


@given(deployments, batches, contexts)
def test_twice_the_bytes_take_twice_as_long_to_read(deployment, batch, context):
    narrow = deployment.but(precision="int8", kv_precision="int8", compute_precision="int8")
    wide = narrow.but(precision="fp16", kv_precision="fp16")
    one, two = decode(narrow, batch, context), decode(wide, batch, context)
    assert two.memory == pytest.approx(2 * one.memory)
    assert two.compute == one.compute


@given(st.integers(1, 10**6), st.sampled_from(["mixtral_8x7b", "deepseek_v3", "gpt_oss_120b"]))
def test_a_step_reads_between_the_active_and_all_experts(batch, key):
    model = transformer(key)
    step = decode(Deployment(H100, model, tensor=8), batch, 0)
    read = step.weights * 8 * 3.35e12
    assert model.active_parameters * (1 - 1e-9) <= read <= model.parameters * (1 + 1e-9)


def test_experts_read_are_those_that_random_tokens_pick():
    rng = np.random.default_rng(7)
    picks = [
        len({e for _ in range(6) for e in rng.choice(8, 2, replace=False)}) for _ in range(4000)
    ]
    assert np.mean(picks) == pytest.approx(8 * (1 - 0.75**6), rel=0.01)
    read = decode(Deployment(H100, MIXTRAL), 6, 0).weights * 3.35e12
    expert = 3 * 4096 * 14336 * 32
    assert read == pytest.approx(MIXTRAL.parameters - 8 * expert + 8 * (1 - 0.75**6) * expert)


@given(st.integers(1, 16), batches, contexts)
def test_tensor_slices_divide_reading_and_computing(tensor, batch, context):
    one, many = (decode(EIGHT.but(tensor=t), batch, context) for t in (1, tensor))
    assert many.memory == pytest.approx(one.memory / tensor)
    assert many.compute == pytest.approx(one.compute / tensor)
    assert one.collectives == 0


def test_a_changed_precision_takes_the_cache_along_unless_it_has_its_own():
    fp16 = Deployment(H100, LLAMA, precision="fp16")
    assert decode(fp16.but(precision="int8"), 9, 99).memory == pytest.approx(
        decode(fp16, 9, 99).memory / 2
    )
    own = Deployment(H100, LLAMA, precision="fp16", kv_precision="fp16")
    assert decode(own.but(precision="int8"), 9, 99).kv == decode(own, 9, 99).kv
    assert decode(fp16.but(precision="int8"), 9, 99).compute < decode(fp16, 9, 99).compute


# -- prefill ------------------------------------------------------------------------------


@given(st.integers(1, 4096), st.integers(1, 64))
def test_a_prompt_is_its_tokens_one_after_the_other(tokens, batch):
    # Attention as the sum over positions; the vocabulary only at the last.
    model, every = LLAMA, np.arange(tokens) + 0.5
    layers = LLAMA.active_parameters - 2 * 32000 * 8192
    operations = batch * (
        2 * layers * tokens + 2 * 32000 * 8192 + (4 * 80 * 64 * 128 * every).sum()
    )
    step = prefill(EIGHT, tokens, batch)
    assert step.compute == pytest.approx(operations / (8 * 1978.9e12), rel=1e-9)
    assert step.weights == pytest.approx(model.parameters / (8 * 3.35e12))
    assert step.tokens == batch * tokens


def test_a_prompt_of_one_token_is_a_step_of_decoding():
    one, step = prefill(EIGHT, 1), decode(EIGHT, 1, 0.5)
    assert one.compute == pytest.approx(step.compute)
    assert one.weights == step.weights
    assert one.collectives == step.collectives


def test_narrow_whole_numbers_do_not_overflow_in_a_prompt():
    batch, tokens = np.array([100], np.int16), np.array([4000], np.int16)
    assert prefill(EIGHT, tokens, batch).tokens == 400_000


# -- what binds ---------------------------------------------------------------------------


def test_a_step_tells_the_part_that_takes_longest():
    parts = dict(tokens=1, weights=3.0, kv=2.0, compute=4.0, collectives=1.0, overhead=1.0)
    for change, binds in (
        ({}, "weights"),
        ({"kv": 3.5}, "KV cache"),
        ({"compute": 6.0}, "compute"),
        ({"collectives": 3.5}, "collectives"),
        ({"overhead": 9.0}, "overhead"),
        ({"compute": 6.0, "collectives": 7.0}, "collectives"),
        # Hidden behind the arithmetic, the reads bind nothing.
        ({"compute": 5.5, "collectives": 2.5}, "compute"),
    ):
        assert Step(**{**parts, **change}).binds == binds


def test_what_binds_is_told_for_parts_of_any_shape():
    latency = np.array([0, 1e-6, 1e-5, 1e-4, 1e-3])[:, None]
    batch = np.array([1, 4000, 400_000])
    eight = EIGHT.but(chip=H100.but(link_bandwidth=np.inf))
    got = decode(eight.but(collective_latency=latency), batch, 64).binds
    one_by_one = [
        [decode(eight.but(collective_latency=float(x)), int(b), 64).binds for b in batch]
        for x in latency[:, 0]
    ]
    assert got.tolist() == one_by_one
    assert set(got.flat) == {"weights", "compute", "collectives"}


# -- balance, intensity, critical batch ------------------------------------------------------


@given(batches, contexts)
def test_intensity_is_what_a_step_computes_over_what_it_reads(batch, context):
    step = decode(Deployment(H100, LLAMA), batch, context)
    computed, read = step.compute * 1978.9e12, step.memory * 3.35e12
    assert intensity(LLAMA, batch, context) == pytest.approx(computed / read)


def test_intensity_tends_to_operations_per_byte_of_cache():
    ceiling = LLAMA.operations_per_token(4096) / LLAMA.kv_bytes(4096, "int8")
    assert intensity(LLAMA, 10**9, 4096) == pytest.approx(ceiling, rel=1e-5)
    assert intensity(LLAMA, 10**9, 4096) < ceiling


@given(st.integers(0, 300), st.sampled_from(["llama2_70b", "llama2_7b", "gpt3_175b"]))
def test_at_the_critical_batch_reading_and_computing_take_equally_long(context, key):
    deployment = Deployment(
        H100, transformer(key), bandwidth_efficiency=0.7, compute_efficiency=0.5
    )
    batch = critical_batch(deployment, context)
    if np.isinf(batch):
        for many in (1, 10**3, 10**6, 10**9):
            assert (
                decode(deployment, many, context).memory > decode(deployment, many, context).compute
            )
        return
    low, high = (
        decode(deployment, max(np.floor(batch), 1), context),
        decode(deployment, np.ceil(batch), context),
    )
    assert low.memory >= low.compute * (1 - 1e-9) or batch < 1
    assert high.compute >= high.memory * (1 - 1e-9)


# -- arrays -----------------------------------------------------------------------------------

ROW, COLUMN = np.array([[1], [40], [300]]), np.array([[1, 1024, 2048, 4096]])


def _lpu(**fields):
    return Deployment(**{"chip": LPU, "model": LLAMA, "tensor": 4, "stages": 79, **fields})


FIELDS = {
    "batch, context": lambda a, b: decode(_lpu(), a, b),
    "tensor": lambda a, b: decode(_lpu(tensor=a), 100, b),
    "stages": lambda a, b: decode(_lpu(stages=np.minimum(a, 80)), 100, b),
    "bandwidth": lambda a, b: decode(_lpu(chip=LPU.but(bandwidth=a * 1e12)), 100, b),
    "compute": lambda a, b: decode(_lpu(chip=LPU.but(compute={"int8": a * 1e12})), 100, b),
    "link_bandwidth": lambda a, b: decode(_lpu(chip=LPU.but(link_bandwidth=a * 1e9)), 100, b),
    "bandwidth_efficiency": lambda a, b: decode(_lpu(bandwidth_efficiency=1 / a), 100, b),
    "compute_efficiency": lambda a, b: decode(_lpu(compute_efficiency=1 / a), 100, b),
    "collective_latency": lambda a, b: decode(_lpu(collective_latency=a * 1e-6), 100, b),
    "layer_overhead": lambda a, b: decode(_lpu(layer_overhead=a * 1e-6), 100, b),
    "step_overhead": lambda a, b: decode(_lpu(step_overhead=a * 1e-6), 100, b),
    "experts": lambda a, b: decode(Deployment(H100, MIXTRAL, tensor=2), a, b),
    "prompt": lambda a, b: prefill(_lpu(), b, batch=a),
}


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("part", ["time", "speed", "throughput", "binds"])
def test_arrays_broadcast_to_what_numbers_give_one_by_one(name, part):
    got = getattr(FIELDS[name](ROW, COLUMN), part)
    assert np.shape(got) == (3, 4)
    for i, j in itertools.product(range(3), range(4)):
        one = getattr(FIELDS[name](int(ROW[i, 0]), int(COLUMN[0, j])), part)
        assert got[i, j] == (one if part == "binds" else pytest.approx(float(one), rel=1e-13))


def test_functions_of_one_number_broadcast_too():
    got = intensity(LLAMA, ROW, COLUMN)
    assert got.shape == (3, 4)
    assert got[1, 2] == pytest.approx(intensity(LLAMA, 40, 2048))
    wide = LPU.but(bandwidth=ROW * 1e12, compute={"int8": COLUMN * 1e12})
    assert balance(wide, "int8").shape == (3, 4)
    critical = critical_batch(Deployment(wide, LLAMA), 0)
    assert critical.shape == (3, 4)
    one = LPU.but(bandwidth=40e12, compute={"int8": 2048e12})
    assert critical[1, 2] == pytest.approx(critical_batch(Deployment(one, LLAMA), 0))


def test_lists_are_arrays():
    got = decode(_lpu(tensor=[1, 2], step_overhead=[0.0, 1.0]), [1, 5], [3, 4])
    assert got.time.shape == (2,)
    assert list(_lpu(tensor=[1, 2], stages=2).chips) == [2, 4]


# -- bad input ----------------------------------------------------------------------------------

BAD_FIELDS = [
    ("precision", "int3"), ("precision", "fp32"), ("precision", None),
    ("kv_precision", "int3"), ("compute_precision", "int4"), ("activation_precision", "int3"),
    ("tensor", 0), ("tensor", 1.5), ("tensor", NAN), ("tensor", [1, 0]),
    ("stages", 0), ("stages", 81), ("stages", 2.5), ("stages", NAN),
    ("bandwidth_efficiency", 0), ("bandwidth_efficiency", 1.1), ("bandwidth_efficiency", NAN),
    ("compute_efficiency", 0), ("compute_efficiency", 1.1), ("compute_efficiency", NAN),
    ("collective_latency", -1), ("collective_latency", NAN),
    ("layer_overhead", -1), ("layer_overhead", NAN),
    ("step_overhead", -1), ("step_overhead", NAN),
]  # fmt: skip


@pytest.mark.parametrize("name, value", BAD_FIELDS)
def test_a_deployment_that_cannot_be_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        Deployment(LPU, LLAMA, **{name: value})
    with pytest.raises(ValueError, match=f"^{name}: got"):
        _lpu().but(**{name: value})


@pytest.mark.parametrize(
    "call, name",
    [
        *((lambda b=b: decode(EIGHT, b, 1), "batch") for b in (0, 0.5, -1, NAN, "many", [1, 0])),
        *((lambda c=c: decode(EIGHT, 1, c), "context") for c in (-1, 4097, NAN, [1, 5000])),
        *((lambda t=t: prefill(EIGHT, t), "tokens") for t in (0, -1, 4097, NAN, [1, 5000])),
        *((lambda b=b: prefill(EIGHT, 9, b), "batch") for b in (0, -1, NAN)),
        (lambda: balance(LPU, "fp32"), "precision"),
        *((lambda b=b: intensity(LLAMA, b, 9), "batch") for b in (0, -1, NAN)),
        (lambda: intensity(LLAMA, 1, 4097), "context"),
        (lambda: intensity(LLAMA, 1, 9, precision="int3"), "precision"),
        (lambda: intensity(LLAMA, 1, 9, kv_precision="int3"), "kv_precision"),
        (lambda: critical_batch(EIGHT, 4097), "context"),
        (lambda: critical_batch(Deployment(H100, MIXTRAL), 9), "model"),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call()


@given(deployments, batches, contexts)
def test_no_part_of_a_step_is_ever_nan(deployment, batch, context):
    for step in (
        decode(deployment, batch, context),
        prefill(deployment, context + 1e-3 * (context == 0)),
    ):
        parts = (step.weights, step.kv, step.compute, step.collectives, step.overhead)
        assert all(np.isfinite(p) and p >= 0 for p in parts)


def test_a_made_up_chip_runs_alone_without_links():
    alone = Deployment(Chip("tiny", 1e12, 1e12, {"int8": 1e14}), LLAMA)
    assert decode(alone, 1, 1).collectives == 0


# -- the KV cache's own efficiency, the overhead of a request, the rounds of an all-reduce ----


@given(deployments, batches, contexts)
def test_the_kv_cache_is_read_at_its_own_efficiency(made, batch, context):
    own = made.but(kv_efficiency=0.5)
    whole = made.but(kv_efficiency=1.0)
    assert decode(own, batch, context).kv == pytest.approx(2 * decode(whole, batch, context).kv)
    assert decode(own, batch, context).weights == decode(made, batch, context).weights


@given(deployments, batches, contexts)
def test_without_one_it_is_read_like_the_weights(made, batch, context):
    shared = made.but(kv_efficiency=None).but(bandwidth_efficiency=0.25)
    same = shared.but(kv_efficiency=0.25)
    assert decode(shared, batch, context).kv == pytest.approx(decode(same, batch, context).kv)


@given(batches, contexts, st.integers(1, 80))
def test_every_request_of_a_group_adds_its_overhead(batch, context, stages):
    made = Deployment(H100, LLAMA, stages=stages, request_overhead=1e-5)
    group = -(-batch // stages)
    assert decode(made, batch, context).overhead == pytest.approx(group * 1e-5)
    assert prefill(made, 100, batch).overhead == pytest.approx(batch * 1e-5)


@given(st.integers(1, 8), st.floats(1, 1e9), st.floats(1, 1e9))
def test_a_longer_message_takes_no_fewer_rounds_and_at_most_twice_as_many(tensor, one, other):
    short, long = all_reduce_rounds(tensor, sorted((one, other)))
    assert np.log2(tensor) <= short <= long <= 2 * np.log2(tensor)


def test_two_chips_always_take_one_shot_and_more_share_long_messages():
    assert all_reduce_rounds(2, 1e9) == 1
    kib = 1024
    assert list(all_reduce_rounds(4, [512 * kib - 1, 512 * kib])) == [2, 4]
    assert list(all_reduce_rounds(8, [256 * kib - 1, 256 * kib])) == [3, 6]
    # three chips follow the rule of four, five that of eight
    assert list(all_reduce_rounds(3, [512 * kib - 1, 512 * kib]) / np.log2(3)) == [1, 2]
    assert list(all_reduce_rounds(5, [256 * kib - 1, 256 * kib]) / np.log2(5)) == [1, 2]
    assert all_reduce_rounds(1, 1e6) == 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [((0, 1), "tensor"), ((2.5, 1), "tensor"), ((2, 0), "message"), ((2, NAN), "message")],
)
def test_rounds_refuse_what_is_no_all_reduce(arguments, named):
    with pytest.raises(ValueError, match=named):
        all_reduce_rounds(*arguments)


@pytest.mark.parametrize(
    "field", [{"kv_efficiency": 0}, {"kv_efficiency": 1.5}, {"request_overhead": -1e-6}]
)
def test_efficiencies_and_overheads_are_checked(field):
    with pytest.raises(ValueError, match=next(iter(field))):
        Deployment(H100, LLAMA, **field)
