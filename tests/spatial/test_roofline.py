"""Roofline: the time of a step, held against a pipeline run event by event and plain arithmetic."""

import itertools
from dataclasses import replace
from functools import partial

import made_up
import numpy as np
import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import IDEAL, Chip, Practice, chip, dragonfly_rounds, one_round, switch_rounds
from lib.spatial.pipeline import flow, run_stages
from lib.spatial.roofline import (
    Deployment,
    Step,
    balance,
    critical_batch,
    decode,
    intensity,
    passage,
    prefill,
)
from lib.transformer import transformer, transformers

LPU, H100 = chip("groq_lpu"), chip("h100_sxm")
LLAMA, MIXTRAL = transformer("llama2_70b"), transformer("mixtral_8x7b")
EIGHT = Deployment(H100, LLAMA, tensor=8)
WIRED = H100.but(link_bandwidth=np.inf)
NAN = float("nan")

batches = st.integers(1, 2000)
contexts = st.integers(0, 4096)
models = st.sampled_from(sorted(transformers())).map(transformer)
shares = st.floats(0.01, 1)
practices = st.builds(
    Practice,
    bandwidth_efficiency=shares,
    kv_efficiency=st.one_of(st.none(), shares),
    compute_efficiency=shares,
    round_latency=st.floats(0, 1e-4),
    rounds=st.sampled_from([switch_rounds, dragonfly_rounds, one_round]),
    layer_overhead=st.floats(0, 1e-5),
    step_overhead=st.floats(0, 1e-3),
    request_overhead=st.floats(0, 1e-4),
)
#: Ways to cut a layer: how attention is shared, and over how many chips.
cuts = st.one_of(
    st.tuples(st.just("heads"), st.sampled_from([1, 2, 4, 8, 16, 32])),
    st.tuples(st.sampled_from(["context", "requests"]), st.integers(1, 24)),
)
deployments = st.builds(
    lambda cut, **fields: Deployment(**fields, attention=cut[0], tensor=cut[1]),
    cut=cuts,
    chip=st.sampled_from([LPU, H100, chip("a100_sxm"), chip("rtx_4090")]),
    model=st.sampled_from([LLAMA, MIXTRAL, transformer("gpt_oss_120b")]),
    precision=st.sampled_from(["int8", "fp16"]),
    stages=st.integers(1, 32),
    kv_precision=st.sampled_from([None, "fp16", "int8"]),
    practice=practices,
)


def _with(**changes):
    return IDEAL.but(**changes)


def test_chips_that_share_layers_need_a_figure_for_their_links():
    alone = chip("mi300x").but(link_bandwidth=None)
    assert decode(Deployment(alone, LLAMA), 1, 1).collectives == 0
    with pytest.raises(ValueError, match="link_bandwidth: MI300X has no figure"):
        Deployment(alone, LLAMA, tensor=2)


# -- the documents' figures ------------------------------------------------------------


def test_an_lpu_does_nine_operations_a_byte_and_an_h100_591():
    assert balance(LPU, "int8") == 750e12 / 80e12
    assert f"{balance(LPU, 'int8'):.1f}" == "9.4"
    assert f"{balance(H100, 'int8'):.0f}" == f"{1978.9 / 3.35:.0f}" == "591"


def test_a_step_at_batch_1_reads_every_weight_once():
    # 68.71 GB of weights over 8 x 3.35 TB/s, counted here from the shape; of the input
    # embedding a token reads one row.
    layer = 8192 * (2 * 8192 + 2 * 1024) + 3 * 8192 * 28672 + 2 * 8192
    weights = 80 * layer + 32000 * 8192 + 8192
    step = decode(EIGHT, batch=1, context=4096)
    assert step.weights == pytest.approx(weights / (8 * 3.35e12))
    assert step.kv == pytest.approx(2 * 80 * 8 * 128 * 4096 / (8 * 3.35e12))
    multiply_adds = weights + 2 * 80 * 64 * 128 * 4096
    assert step.compute == pytest.approx(2 * multiply_adds / (8 * 1978.9e12))


def test_160_all_reduces_a_token_set_a_ceiling():
    for seconds, ceiling in ((23.1e-6, 270.6), (13.7e-6, 456.2), (2.1e-6, 2976.2)):
        given_ = _with(round_latency=seconds, rounds=one_round)
        step = decode(EIGHT.but(chip=WIRED, practice=given_), 1, 1)
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
    deployment = Deployment(LPU, LLAMA, tensor=4, stages=stages, practice=_with(round_latency=1e-6))
    closed = decode(deployment, batch, 1000).time
    assert closed == pytest.approx(simulated_step(deployment, batch, 1000), rel=1e-9)


@given(st.integers(1, 32), st.integers(1, 100))
def test_experts_in_a_pipeline_are_read_by_each_group_anew(stages, batch):
    deployment = Deployment(H100, MIXTRAL, stages=stages)
    closed = decode(deployment, batch, 1000).time
    assert closed == pytest.approx(simulated_step(deployment, batch, 1000), rel=1e-9)


def test_requests_up_to_the_stages_cost_a_request_nothing():
    deployment = Deployment(LPU, LLAMA, tensor=8, stages=80)
    assert decode(deployment, 80, 2000).time == decode(deployment, 1, 2000).time
    assert decode(deployment, 81, 2000).time > decode(deployment, 80, 2000).time


def test_a_queue_short_of_the_stages_waits_for_the_longest_of_them():
    # 79 stages, one of them with 2 of the 80 layers: 78 requests come back every
    # 78 x 2 layers, not every 80.
    deployment = Deployment(LPU, LLAMA, tensor=8, stages=79)
    one, many = (decode(deployment, b, 0).time for b in (1, 78))
    assert many / one == pytest.approx(2 * 78 / 80)


# -- stages of unlike layers, event by event ------------------------------------------------------


def dealt(layers, stages):
    """Layers of each stage: equal runs, and what is left from the last but one backwards."""
    few, more = divmod(layers, stages)
    sizes = [few] * stages
    for place in range(more):
        sizes[stages - 2 - place] += 1
    ends = np.cumsum(sizes)
    return [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]


def stage_times(d, group, context):
    """Seconds of each stage for a group: each a model of its own, without ends."""
    runs = dealt(d.model.layers, d.stages)
    alone = [d.but(model=made_up.only(d.model, d.model.stack[run]), stages=1) for run in runs]
    return np.array([decode(one, group, context).time for one in alone])


CARD = Chip("made up", 1e9, 1e9, {"int8": 2e11}, link_bandwidth=1e9)
unlike = st.builds(
    lambda model, cut, share, practice: Deployment(
        CARD, made_up.only(model, model.stack), "int8", attention=cut[0], tensor=cut[1],
        stages=1 + int(share * (model.layers - 1)),
        practice=practice.but(step_overhead=0, request_overhead=0),
    ),
    made_up.unlike,
    st.one_of(
        st.tuples(st.just("heads"), st.sampled_from([1, 4, 16])),
        st.tuples(st.sampled_from(["context", "requests"]), st.integers(1, 9)),
    ),
    st.floats(0, 1), practices,
)  # fmt: skip


@given(unlike, st.integers(1, 60), contexts)
def test_unlike_stages_that_are_full_go_at_the_pace_of_the_slowest_event_by_event(
    d, batch, context
):
    group, groups = -(-batch // d.stages), min(batch, d.stages)
    times = stage_times(d, group, context)
    done = run_stages(times, groups, tokens=24)
    simulated = (done[:, -1] - done[:, 11]).max() / 12
    closed = decode(d, batch, context).time
    if groups == d.stages:
        assert closed == pytest.approx(simulated, rel=1e-9)
    # A request alone reads in one stage while it computes for another: not above the events.
    assert closed <= simulated * (1 + 1e-9)
    assert closed >= groups * times.max() * (1 - 1e-9)


@given(unlike, st.integers(1, 60), contexts)
def test_the_ends_are_spread_over_the_stages_layer_by_layer(d, batch, context):
    ends = replace(d.model, vocabulary=5000, rest=made_up.HIDDEN)
    d = d.but(practice=IDEAL, chip=CARD.but(link_bandwidth=np.inf, compute={"int8": 1e30}))
    group = -(-batch // d.stages)
    sizes = [run.stop - run.start for run in dealt(d.model.layers, d.stages)]
    read = np.array(sizes) / d.model.layers * 5001 * made_up.HIDDEN / (d.tensor * 1e9)
    times = stage_times(d, group, context) + read
    pace = max(times.sum(), min(batch, d.stages) * times.max())
    assert decode(d.but(model=ends), batch, context).time == pytest.approx(pace, rel=1e-9)


@given(made_up.unlike, st.lists(st.integers(1, 30), min_size=1, max_size=5), batches, contexts)
def test_many_numbers_of_stages_are_each_its_own(model, wanted, batch, context):
    wanted = np.minimum(wanted, model.layers)
    d = Deployment(CARD, model, tensor=3, attention="context", stages=wanted)
    for at in (decode(d, batch, context), prefill(d, context or 1), flow(d, batch, context)):
        assert np.shape(at.time * np.ones(len(wanted))) == wanted.shape
    got = decode(d, batch, context).time * np.ones(len(wanted))
    one_by_one = [decode(d.but(stages=int(n)), batch, context).time for n in wanted]
    np.testing.assert_allclose(got, one_by_one, rtol=1e-13)


def test_a_layer_in_forty_eight_that_sees_everything_sets_the_pace_of_a_stage_a_layer():
    # At 131,072 tokens a full layer of Maverick reads 16 times a chunked one's half chunk.
    model = transformer("llama4_maverick")
    d = Deployment(H100, model, "fp8", stages=48)
    full = decode(d, 48, 131_072).time
    last = model.stack[-1]
    read = last.weight_bytes_read(1, "fp8") + last.kv_bytes_read(131_072, "fp8")
    mean = decode(d, 1, 131_072).time
    assert full > 1.2 * mean
    ends = model.projection + model.rest  # spread over the stages
    assert full == pytest.approx((48 * read + ends) / 3.35e12)


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
        *(
            {"practice": d.practice.but(**{name: min(1.0, better * getattr(d.practice, name))})}
            for name in ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency")
        ),
        *(
            {"practice": d.practice.but(**{name: getattr(d.practice, name) / better})}
            for name in ("round_latency", "layer_overhead", "step_overhead", "request_overhead")
        ),
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
    narrow = deployment.but(
        stages=1, precision="int8", kv_precision="int8", compute_precision="int8"
    )
    wide = narrow.but(precision="fp16", kv_precision="fp16")
    one, two = decode(narrow, batch, context), decode(wide, batch, context)
    assert two.memory == pytest.approx(2 * one.memory)
    assert two.compute == one.compute


@given(st.integers(1, 10**6), st.sampled_from(["mixtral_8x7b", "deepseek_v3", "gpt_oss_120b"]))
def test_a_step_reads_between_the_active_and_all_experts(batch, key):
    model = transformer(key)
    step = decode(Deployment(H100, model, tensor=8), batch, 0)
    read = step.weights * 8 * 3.35e12
    look_up = model.lookup
    assert model.active_parameters - look_up <= read * (1 + 1e-9)
    assert read <= (model.parameters - look_up) * (1 + 1e-9)


def test_experts_read_are_those_that_random_tokens_pick():
    rng = np.random.default_rng(7)
    picks = [
        len({e for _ in range(6) for e in rng.choice(8, 2, replace=False)}) for _ in range(4000)
    ]
    assert np.mean(picks) == pytest.approx(8 * (1 - 0.75**6), rel=0.01)
    read = decode(Deployment(H100, MIXTRAL), 6, 0).weights * 3.35e12
    expert = 3 * 4096 * 14336 * 32
    rest = MIXTRAL.parameters - MIXTRAL.lookup - 8 * expert
    assert read == pytest.approx(rest + 8 * (1 - 0.75**6) * expert)


@given(st.integers(0, 3), batches, contexts)
def test_tensor_slices_divide_reading_and_computing(power, batch, context):
    one, many = (decode(EIGHT.but(tensor=t), batch, context) for t in (1, 2**power))
    assert many.memory == pytest.approx(one.memory / 2**power)
    assert many.compute == pytest.approx(one.compute / 2**power)
    assert one.collectives == 0


def test_what_was_not_given_follows_the_precision_and_what_was_given_stays():
    fp16 = Deployment(H100, LLAMA, precision="fp16")
    assert (fp16.kv_precision, fp16.compute_precision) == ("fp16", "fp16")
    followed = fp16.but(precision="int8")
    assert (followed.kv_precision, followed.compute_precision) == ("int8", "int8")
    assert decode(followed, 9, 99).memory == pytest.approx(decode(fp16, 9, 99).memory / 2)
    own = Deployment(H100, LLAMA, precision="fp16", kv_precision="fp16", compute_precision="fp16")
    for precision in ("int8", "int4"):
        kept = own.but(tensor=8).but(precision=precision, tensor=1)
        assert (kept.kv_precision, kept.compute_precision) == ("fp16", "fp16")
        assert decode(kept, 9, 99).kv == decode(own, 9, 99).kv
        assert decode(kept, 9, 99).compute == decode(own, 9, 99).compute
    assert own.but(kv_precision=None, precision="int8").kv_precision == "int8"


def test_weights_of_several_formats_compute_in_sixteen_bits_and_so_is_their_cache():
    mixed = Deployment(H100, MIXTRAL, precision={"experts": "int4", "default": "int8"})
    assert (mixed.kv_precision, mixed.compute_precision) == ("bf16", "bf16")
    experts = 32 * 8 * 3 * 4096 * 14336
    read = decode(mixed, 10**9, 0).weights * 3.35e12
    assert read == pytest.approx(MIXTRAL.parameters - MIXTRAL.lookup - experts / 2)


# -- ways of cutting a layer, by hand --------------------------------------------------------------

#: Mixtral's layer: attention with its norm, one expert, router with the other norm.
ATTENTION = 4096 * (2 * 4096 + 2 * 1024) + 4096
EXPERT, ROUTER = 3 * 4096 * 14336, 4096 * 8 + 4096
ENDS = 32_000 * 4096 + 4096
KV = 2 * 1024  # a token and layer
SENT = 2 * 4096 * 2  # bytes that a chip sends of a vector in an all-reduce: 2 (n-1)/n of it


def read(experts, tokens=6):
    """Experts of so many that a step of so many tokens reads."""
    return experts * (1 - 0.75**tokens)


def mixtral(tensor, **changes):
    return Deployment(H100, MIXTRAL, "int8", tensor, practice=_with(round_latency=1e-6), **changes)


def parts(step):
    return (step.weights, step.kv, step.compute, step.collectives)


def expected(weights, kv, operations, all_reduces, rounds, sent, tensor):
    """The parts of a step from what one chip reads and does, and what it sends."""
    moved = sent * 6 * SENT * (tensor - 1) / tensor / 450e9
    return pytest.approx((
        weights / 3.35e12, kv / 3.35e12, operations / 1978.9e12,
        32 * (all_reduces * rounds * 1e-6 + moved),
    ))  # fmt: skip


def test_whole_heads_are_kept_twice_by_more_chips_than_there_are():
    weights = (32 * (ATTENTION + ROUTER + read(8) * EXPERT) + ENDS) / 16
    operations = 2 * 6 * (32 * (ATTENTION + ROUTER + 2 * EXPERT) + ENDS) / 16
    operations += 6 * 32 * 4 * 32 * 128 * 1000 / 16
    assert parts(decode(mixtral(16), 6, 1000)) == expected(
        weights, 32 * 6 * 1000 * KV / 8, operations, 2, 4, 2, 16
    )


def test_shared_positions_are_kept_once_and_cost_one_all_reduce_more():
    heads, positions = (decode(mixtral(16, attention=a), 6, 1000) for a in ("heads", "context"))
    assert positions.kv == pytest.approx(heads.kv / 2)
    assert (positions.weights, positions.compute) == (heads.weights, heads.compute)
    assert positions.collectives == pytest.approx(1.5 * heads.collectives)


def test_a_chip_that_keeps_its_own_requests_reads_all_of_the_attention():
    # Six requests on four chips: two of them on the fullest.
    weights = 32 * (ATTENTION + (ROUTER + read(8) * EXPERT) / 4) + ENDS / 4
    operations = 2 * 2 * 32 * ATTENTION + 2 * 6 * (32 * (ROUTER + 2 * EXPERT) + ENDS) / 4
    operations += 2 * 32 * 4 * 32 * 128 * 1000
    assert parts(decode(mixtral(4, attention="requests"), 6, 1000)) == expected(
        weights, 32 * 2 * 1000 * KV, operations, 1, 2, 1, 4
    )


def test_the_chip_with_most_experts_reads_and_computes_for_longest():
    # Eight experts on three chips: three of them on the fullest, which has 9/8 of a third.
    weights = (32 * (ATTENTION + ROUTER) + ENDS) / 3 + 32 * read(3) * EXPERT
    operations = 2 * 6 * (32 * (ATTENTION + ROUTER + 2 * EXPERT * 9 / 8) + ENDS) / 3
    operations += 6 * 32 * 4 * 32 * 128 * 1000 / 3
    step = decode(mixtral(3, attention="context", experts="whole"), 6, 1000)
    # A token's vector goes to its two experts and back, of three chips.
    assert parts(step) == expected(
        weights, 32 * 6 * 1000 * KV / 3, operations, 3, np.log2(3), 2 + 2 / 3, 3
    )


def test_whole_experts_send_a_vector_to_no_more_chips_than_there_are():
    model = transformer("deepseek_v3")  # eight experts a token
    for tensor in (2, 4, 8, 16, 32):
        whole, slices = (
            decode(Deployment(H100, model, "fp8", tensor, experts=e), 1, 1).collectives
            for e in ("whole", "slices")
        )
        dense, sparse = 3, 58
        share = min(8 / tensor, 1)
        assert whole / slices == pytest.approx((2 * dense + (1 + share) * sparse) / (2 * 61))


def test_a_layer_adds_up_only_what_it_has():
    attention = made_up.Layer(kind="full attention", heads=16, kv_heads=4, mixer=9)
    block = made_up.Layer(dense=9, experts=1, active_experts=1)
    for cut, adds in (("heads", 1), ("context", 2), ("requests", 0)):
        for stack, all_reduces in (
            ((attention,), adds),
            ((block,), 1),
            ((attention, block), adds + 1),
        ):
            d = Deployment(CARD, made_up.model(stack), tensor=4, attention=cut,
                           practice=_with(round_latency=1e-3, rounds=one_round))  # fmt: skip
            sent = 2 * 3 / 4 * made_up.HIDDEN * 2 / 1e9
            assert decode(d, 1, 0).collectives == pytest.approx(all_reduces * (1e-3 + sent))


@pytest.mark.parametrize(
    ("attention", "experts", "mixer", "block"),
    [("heads", "slices", 10, 10), ("context", "slices", 10, 10), ("requests", "slices", 3, 10),
     ("requests", "whole", 3, 10 * 2 / 4)],
)  # fmt: skip
def test_a_chip_takes_the_vectors_that_it_meets_through_its_kernels(
    attention, experts, mixer, block
):
    """Ten requests on four chips, three of them on the fullest; an expert's are two of eight."""
    layer = made_up.Layer(
        kind="full attention", heads=16, kv_heads=4, mixer=9, experts=8, active_experts=2,
        expert=5, mixer_kernels=7, block_kernels=9,
    )  # fmt: skip
    d = Deployment(CARD, made_up.model((layer, layer)), tensor=4, attention=attention,
                   experts=experts, practice=_with(vector_passes=2.0))  # fmt: skip
    passes = 2 * (7 * mixer + 9 * block) + 3 * 10  # two layers, and the three at the end
    each = 2.0 * made_up.HIDDEN * 2 / CARD.bandwidth
    assert decode(d, 10, 0).overhead == pytest.approx(passes * each)


@given(deployments, batches, contexts)
def test_on_one_chip_a_stage_all_cuts_are_one(d, batch, context):
    one = d.but(tensor=1, attention="heads")
    for attention, experts in itertools.product(
        ("heads", "context", "requests"), ("slices", "whole")
    ):
        other = one.but(attention=attention, experts=experts)
        for step in (lambda x: decode(x, batch, context), lambda x: prefill(x, context or 1, 3)):
            got, want = step(other), step(one)
            assert got.time == pytest.approx(want.time, rel=1e-12)
            assert got.collectives == want.collectives == 0


@given(deployments, batches, contexts)
def test_shared_positions_are_never_read_for_longer_than_whole_heads(d, batch, context):
    if d.attention == "heads":
        shared = d.but(attention="context")
        more, less = (passage(x, batch, context)[0] for x in (d, shared))
        assert less.kv <= more.kv and less.collectives >= more.collectives
        assert prefill(shared, context or 1).kv <= prefill(d, context or 1).kv


@given(deployments, batches, contexts)
def test_whole_requests_are_even_where_the_chips_divide_them(d, batch, context):
    own = d.but(attention="requests", stages=1, practice=IDEAL)
    shared = own.but(attention="context")
    even = batch * d.tensor
    for step in (lambda x, n: decode(x, n, context), lambda x, n: prefill(x, context or 1, n)):
        assert step(own, even).kv == pytest.approx(step(shared, even).kv)
        assert step(own, even).compute == pytest.approx(step(shared, even).compute)
        # One request more is one more on the fullest chip, as good as one for each.
        assert step(own, even + 1).kv == pytest.approx(step(own, even + d.tensor).kv)
        assert step(own, even).weights >= step(shared, even).weights * (1 - 1e-12)


@pytest.mark.parametrize("attention", ["heads", "requests"])
def test_chips_more_at_the_ends_are_for_shared_positions(attention):
    with pytest.raises(
        ValueError, match=f'^end_chips: got 2 with attention="{attention}"; takes 0'
    ):
        Deployment(LPU, LLAMA, attention=attention, end_chips=2)
    made = Deployment(LPU, LLAMA, tensor=5, stages=80, attention="context", end_chips=2)
    assert made.chips == 404 and made.but(stages=1).chips == 7
    assert decode(made, 9, 99).time == decode(made.but(end_chips=0), 9, 99).time


# -- prefill ------------------------------------------------------------------------------


@given(st.integers(1, 4096), st.integers(1, 64))
def test_a_prompt_is_its_tokens_one_after_the_other(tokens, batch):
    # Attention as the sum over positions; the vocabulary only at the last.
    every = np.arange(tokens) + 1  # of each token, those before it and itself
    ends = 32000 * 8192 + 8192
    layers = LLAMA.active_parameters - 32000 * 8192 - ends
    operations = batch * (2 * layers * tokens + 2 * ends + (4 * 80 * 64 * 128 * every).sum())
    step = prefill(EIGHT, tokens, batch)
    assert step.compute == pytest.approx(operations / (8 * 1978.9e12), rel=1e-9)
    assert step.weights == pytest.approx((LLAMA.parameters - LLAMA.lookup) / (8 * 3.35e12))
    assert step.tokens == batch * tokens


def test_a_prompt_of_one_token_is_a_step_of_decoding():
    # It sees itself, and writes what it sees.
    for tensor, attention in ((8, "heads"), (16, "heads"), (5, "context"), (3, "requests")):
        made = EIGHT.but(tensor=tensor, attention=attention)
        assert parts(prefill(made, 1)) == pytest.approx(parts(decode(made, 1, 1)))


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


def test_a_part_beside_the_step_may_be_the_longest():
    step = Step(tokens=1, weights=3.0, kv=2.0, compute=4.0, collectives=1.0, overhead=1.0)
    assert step.longest(prompts=3.5) == "prompts" and step.longest(prompts=2.5) == "weights"
    assert step.longest(prompts=np.array([1, 9])).tolist() == ["weights", "prompts"]


def test_what_binds_is_told_for_parts_of_any_shape():
    latency = np.array([0, 1e-6, 1e-5, 1e-4, 1e-3])[:, None]
    batch = np.array([1, 4000, 400_000])

    def binds(latency, batch):
        practice = _with(round_latency=latency, rounds=one_round)
        return decode(EIGHT.but(chip=WIRED, practice=practice), batch, 64).binds

    got = binds(latency, batch)
    one_by_one = [[binds(float(x), int(b)) for b in batch] for x in latency[:, 0]]
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
    practice = _with(bandwidth_efficiency=0.7, compute_efficiency=0.5)
    deployment = Deployment(H100, transformer(key), practice=practice)
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
    "tensor": lambda a, b: decode(_lpu(tensor=a, attention="context"), 100, b),
    "practice": lambda a, b: decode(_lpu(practice=_with(round_latency=1e-6)), a * 100, b),
    "stages": lambda a, b: decode(_lpu(stages=np.minimum(a, 80)), 100, b),
    "bandwidth": lambda a, b: decode(_lpu(chip=LPU.but(bandwidth=a * 1e12)), 100, b),
    "compute": lambda a, b: decode(_lpu(chip=LPU.but(compute={"int8": a * 1e12})), 100, b),
    "link_bandwidth": lambda a, b: decode(_lpu(chip=LPU.but(link_bandwidth=a * 1e9)), 100, b),
    **{
        name: (lambda a, b, name=name: decode(_lpu(practice=_with(**{name: 1 / a})), 100, b))
        for name in ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency")
    },
    **{
        name: (lambda a, b, name=name: decode(_lpu(practice=_with(**{name: a * 1e-6})), 100, b))
        for name in ("round_latency", "layer_overhead", "step_overhead", "request_overhead")
    },
    "experts": lambda a, b: decode(Deployment(H100, MIXTRAL, tensor=2), a, b),
    "whole experts": lambda a, b: decode(
        Deployment(H100, MIXTRAL, tensor=np.minimum(a, 7), attention="context", experts="whole"),
        9,
        b,
    ),
    "requests of one's own": lambda a, b: decode(
        Deployment(H100, MIXTRAL, tensor=a, attention="requests"), 90, b
    ),
    "stages of unlike layers": lambda a, b: decode(
        Deployment(H100, transformer("llama4_maverick"), stages=np.minimum(a, 48)), 90, b
    ),
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
    practice = _with(step_overhead=[0.0, 1.0])
    got = decode(_lpu(tensor=[1, 2], practice=practice), [1, 5], [3, 4])
    assert got.time.shape == (2,)
    assert list(_lpu(tensor=[1, 2], stages=2).chips) == [2, 4]


# -- bad input ----------------------------------------------------------------------------------

BAD_FIELDS = [
    ("precision", "int3"), ("precision", "fp32"), ("precision", None),
    ("precision", {"moe": "int8"}),
    ("kv_precision", "int3"), ("kv_precision", ("int8",)), ("compute_precision", "int4"),
    ("activation_precision", "int3"), ("attention", "rows"), ("experts", "half"),
    ("tensor", 0), ("tensor", 1.5), ("tensor", NAN), ("tensor", [1, 0]), ("tensor", 7),
    ("tensor", "eight"), ("tensor", True),
    ("stages", 0), ("stages", 81), ("stages", 2.5), ("stages", NAN), ("stages", [1, 81]),
    ("end_chips", -1), ("end_chips", 0.5), ("end_chips", 1),
    ("chip", "groq_lpu"), ("chip", None), ("model", "llama2_70b"), ("practice", None),
    ("practice", {"layer_overhead": 1e-6}),
]  # fmt: skip


@pytest.mark.parametrize("name, value", BAD_FIELDS)
def test_a_deployment_that_cannot_be_is_refused_by_name(name, value):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        Deployment(**{"chip": LPU, "model": LLAMA, name: value})
    with pytest.raises(ValueError, match=f"^{name}: got"):
        _lpu().but(**{name: value})


def test_a_key_is_no_chip_and_no_model():
    for made, words in (
        (lambda: Deployment("h100_sxm"), r"chip: got 'h100_sxm'; takes a Chip: chip\('h100_sxm'\)"),
        (lambda: Deployment("h100_sxm", LLAMA), "chip: got 'h100_sxm'; takes a Chip"),
        (lambda: Deployment(H100, "llama2_70b"), "model: got 'llama2_70b'; takes a Transformer"),
        (lambda: Deployment(H100), "model: got None; takes a Transformer"),
        (
            lambda: Deployment(H100, LLAMA, practice="fast"),
            "practice: got 'fast'; takes a Practice",
        ),
    ):
        with pytest.raises(ValueError, match=f"^{words}"):
            made()


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
        (lambda: critical_batch(EIGHT.but(attention="requests"), 9), "attention"),
        (lambda: passage(EIGHT, 1, 4097), "context"),
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


# -- the KV cache's own efficiency, and the overheads ----------------------------------------


@given(deployments, batches, contexts)
def test_the_kv_cache_is_read_at_its_own_efficiency(made, batch, context):
    made = made.but(stages=1)
    own, whole = (made.but(practice=made.practice.but(kv_efficiency=share)) for share in (0.5, 1.0))
    assert decode(own, batch, context).kv == pytest.approx(2 * decode(whole, batch, context).kv)
    assert decode(own, batch, context).weights == decode(made, batch, context).weights


@given(batches, contexts, st.integers(1, 80))
def test_every_request_of_a_group_adds_its_overhead(batch, context, stages):
    made = Deployment(H100, LLAMA, stages=stages, practice=_with(request_overhead=1e-5))
    group = -(-batch // stages)
    assert decode(made, batch, context).overhead == pytest.approx(group * 1e-5)
    assert prefill(made, 100, batch).overhead == pytest.approx(batch * 1e-5)


@given(deployments, batches, contexts)
def test_every_layer_has_its_overhead_and_every_step_its_own(made, batch, context):
    made = made.but(stages=1, practice=made.practice.but(request_overhead=0))
    p, layers = made.practice, made.model.layers
    for step in (decode(made, batch, context), prefill(made, context or 1, batch)):
        assert step.overhead == pytest.approx(layers * p.layer_overhead + p.step_overhead)


@given(st.sampled_from([2, 4, 8]), st.integers(1, 100_000))
def test_the_latency_of_an_all_reduce_follows_its_width_and_its_message(tensor, batch):
    made = EIGHT.but(tensor=tensor, chip=WIRED, practice=_with(round_latency=1e-6))
    rounds = switch_rounds(tensor, batch * 8192 * 2)  # vectors of 8,192 numbers in 16 bits
    assert decode(made, batch, 1).collectives == pytest.approx(160e-6 * rounds)
    tokens = min(batch, 4096)
    rounds = switch_rounds(tensor, 3 * tokens * 8192 * 2)
    assert prefill(made, tokens, 3).collectives == pytest.approx(160e-6 * rounds)


@pytest.mark.parametrize(
    ("model", "most"),
    [("llama2_70b", 8192), ("deepseek_v3", 2048), (None, 300)],
)
def test_a_layer_is_cut_over_no_more_chips_than_it_has_rows(model, most):
    model = transformer(model) if model else transformer("llama2_7b").but(intermediate_size=300)
    cut = partial(Deployment, chip("h100_sxm"), model, attention="context")
    assert cut(tensor=[1, most]).tensor.tolist() == [1, most]
    for bad in (most + 1, [1, most + 1], 10**6):
        with pytest.raises(ValueError, match=f"^tensor: got .*; takes at most {most:,} chips"):
            cut(tensor=bad)
