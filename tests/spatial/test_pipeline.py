"""Pipelines: the closed forms held against stages carried out event by event."""

import made_up
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.hardware import IDEAL, Chip, Practice, chip, dragonfly_rounds, switch_rounds
from lib.spatial.pipeline import (
    flow,
    on_chip_bandwidths,
    run_stages,
    token_rate,
)
from lib.spatial.roofline import Deployment, critical_batch, decode
from lib.transformer import transformer
from lib.units import us

LPU, PAPERS = chip("groq_lpu"), chip("groq_lpu_isca")
LLAMA = transformer("llama2_70b")
FEED = PAPERS.but(bandwidth=9.216e12)
NAN = float("nan")


# -- a model in stages ----------------------------------------------------------------

overheads = st.builds(
    Practice,
    bandwidth_efficiency=st.floats(0.1, 1),
    kv_efficiency=st.one_of(st.none(), st.floats(0.1, 1)),
    compute_efficiency=st.floats(0.1, 1),
    round_latency=st.floats(0, 1e-5),
    rounds=st.sampled_from([switch_rounds, dragonfly_rounds]),
    layer_overhead=st.floats(0, 1e-4),
    step_overhead=st.floats(0, 1e-3),
    request_overhead=st.floats(0, 1e-3),
)
MODELS = ("llama2_70b", "mixtral_8x7b", "gpt_oss_120b", "llama4_maverick")
cuts = st.one_of(
    st.tuples(st.just("heads"), st.sampled_from([1, 2, 4, 8])),
    st.tuples(st.sampled_from(["context", "requests"]), st.integers(1, 6)),
)
deployments = st.builds(
    lambda cut, **fields: Deployment(attention=cut[0], tensor=cut[1], **fields),
    cut=cuts,
    chip=st.sampled_from([LPU, FEED, chip("h100_sxm")]),
    model=st.sampled_from([transformer(key) for key in MODELS]),
    stages=st.integers(1, 32),
    practice=overheads,
)
CARD = Chip("made up", 1e9, 1e9, {"int8": 2e11}, link_bandwidth=1e9)
unlike = st.builds(
    lambda model, cut, share, practice: Deployment(
        CARD, model, "int8", attention=cut[0], tensor=cut[1],
        stages=1 + int(share * (model.layers - 1)), practice=practice,
    ),
    made_up.unlike, cuts, st.floats(0, 1), overheads,
)  # fmt: skip


@given(st.one_of(deployments, unlike), st.integers(1, 300), st.integers(0, 4096))
def test_without_hops_a_flow_is_a_step_of_the_roofline(deployment, batch, context):
    found = flow(deployment, batch, context)
    assert found.time == pytest.approx(decode(deployment, batch, context).time, rel=1e-12)
    assert found.overhead == pytest.approx(
        deployment.practice.step_overhead
        + -(-batch // deployment.stages) * deployment.practice.request_overhead
    )
    assert found.speed * found.time == pytest.approx(1)
    assert found.throughput == pytest.approx(batch * found.speed)
    assert found.busy == pytest.approx(found.groups * found.stage * found.speed)


@given(unlike, st.integers(1, 60), st.integers(0, 4096), st.floats(0, 1e-2))
def test_full_stages_of_unlike_layers_go_at_the_pace_of_their_events(d, spare, context, hop):
    # Each stage by itself: a model of its layers alone, without ends and with no step's overhead.
    d = d.but(
        model=made_up.only(d.model, d.model.stack),
        practice=d.practice.but(step_overhead=0, request_overhead=0),
    )
    batch = d.stages * spare
    sizes = np.full(d.stages, d.model.layers // d.stages)
    more = d.model.layers % d.stages
    sizes[d.stages - 1 - more : d.stages - 1] += 1
    ends = np.cumsum(sizes)
    runs = [d.model.stack[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    alone = [d.but(model=made_up.only(d.model, run), stages=1) for run in runs]
    times = np.array([decode(one, spare, context).time for one in alone])
    found = flow(d, batch, context, hop=hop)
    assert found.stage == pytest.approx(times.max(), rel=1e-12)
    done = run_stages(times, d.stages, tokens=24, hop=hop)
    simulated = (done[:, -1] - done[:, 11]).max() / 12
    passage = times.sum() + len(times) * (len(times) > 1) * hop
    full = len(times) * times.max() >= passage
    if full or passage <= found.passage * (1 + 1e-12):  # or in every stage the same part binds
        assert found.time == pytest.approx(simulated, rel=1e-9)
    assert found.time <= simulated * (1 + 1e-9)


@settings(max_examples=40)
@given(st.lists(st.floats(0.1, 2), min_size=1, max_size=8), st.integers(1, 20), st.floats(0, 1))
def test_the_pace_of_stages_is_what_their_events_give(times, groups, hop):
    done = run_stages(times, groups, tokens=40, hop=hop)
    hops = len(times) * hop * (len(times) > 1)
    pace = max(sum(times) + hops, groups * max(times))
    assert done[:, 0].min() == pytest.approx(sum(times) + hops)
    measured = (done[:, -1] - done[:, 19]) / 20
    assert measured == pytest.approx(pace, rel=1e-9)


@pytest.mark.parametrize("stages", [1, 7, 27, 80])
@pytest.mark.parametrize("batch", [1, 30, 80, 128])
def test_a_model_in_stages_runs_at_its_closed_form(stages, batch):
    practice = IDEAL.but(step_overhead=1e-4, request_overhead=1e-5)
    deployment = Deployment(FEED, LLAMA, tensor=4, stages=stages, practice=practice)
    found = flow(deployment, batch, 2048, hop=0.722 * us)
    layers = np.full(stages, LLAMA.layers // stages)
    layers[: LLAMA.layers % stages] += 1
    times = layers / layers.sum() * (found.passage - stages * (stages > 1) * 0.722 * us)
    assert times.max() == pytest.approx(found.stage)
    done = run_stages(times, int(found.groups), tokens=6, hop=0.722 * us)
    measured = (done[:, -1] - done[:, 2]) / 3
    assert measured == pytest.approx(found.time - found.overhead, rel=1e-6)


@given(deployments, st.floats(0, 1e-5), st.integers(0, 4096))
def test_groups_up_to_full_speed_cost_a_request_nothing(deployment, hop, context):
    one = flow(deployment, 1, context, hop=hop)
    full = int(one.at_full_speed)
    if deployment.model.experts > 1:
        return
    many = flow(deployment, full, context, groups=full, hop=hop)
    more = flow(deployment, full + 1, context, groups=full + 1, hop=hop)
    assert many.time == pytest.approx(one.time, rel=1e-9)
    assert more.time > one.time
    assert 0 < many.busy <= 1 + 1e-9


def test_without_hops_as_many_requests_as_stages_run_at_full_speed():
    for stages in (1, 10, 80):
        deployment = Deployment(LPU, LLAMA, tensor=8, stages=stages)
        assert flow(deployment, 1, 1000).at_full_speed == stages


def test_hops_make_room_for_more_requests_than_stages():
    deployment = Deployment(LPU, LLAMA, tensor=8, stages=80)
    found = flow(deployment, 1, 0, hop=0.722 * us)
    assert found.at_full_speed > 80


@given(st.integers(2, 200), st.integers(0, 4096))
def test_lock_step_is_never_faster_than_spread(batch, context):
    deployment = Deployment(FEED, LLAMA, tensor=8, stages=80)
    together = flow(deployment, batch, context, groups=1)
    assert together.time >= flow(deployment, batch, context).time * (1 - 1e-12)


def test_128_requests_keep_their_speed_spread_over_stages_and_lose_it_in_lock_step():
    wired = FEED.but(link_bandwidth=np.inf)
    deployment = Deployment(wired, LLAMA, tensor=8, stages=80)
    one = flow(deployment, 1, 0).speed
    assert flow(deployment, 128, 0).speed == pytest.approx(one)
    together = flow(deployment, 128, 0, groups=1).speed
    assert together == pytest.approx(one * 40 / 128, rel=0.01)
    # Over the links there are, 128 vectors at once also take their time to be summed.
    assert flow(deployment.but(chip=FEED), 128, 0, groups=1).speed < 0.7 * together


@given(deployments, st.integers(1, 100), st.floats(1e-7, 1e-4))
def test_a_hop_never_makes_a_token_faster(deployment, batch, hop):
    slow, fast = (flow(deployment, batch, 100, hop=h).time for h in (hop, 0.0))
    assert slow >= fast


# -- which bandwidth ------------------------------------------------------------------


def test_305_chips_in_80_stages_at_four_bandwidths():
    rates = [
        token_rate(LLAMA.weight_bytes("int8"), 305, 80, rate)
        for rate in (80e12, 50.688e12, 18.432e12, 9.216e12)
    ]
    assert rates == pytest.approx([4421.8, 2801.6, 1018.8, 509.4], abs=0.05)
    assert on_chip_bandwidths() == {
        "advertised": 80e12, "SRAM": 50.688e12, "streams": 18.432e12, "weight feed": 9.216e12
    }  # fmt: skip


def test_80_hops_of_722_ns_the_last_back_to_the_first_add_58_us_to_a_token():
    with_hops, without = (
        token_rate(68_976_648_192, 305, 80, 9.216e12, hop) for hop in (722e-9, 0.0)
    )
    assert 1 / with_hops - 1 / without == pytest.approx(57.76e-6)
    two = (1 / token_rate(7e10, 305, 2, 9.216e12, hop) for hop in (1e-3, 0.0))
    assert next(two) - next(two) == pytest.approx(2e-3)
    alone = token_rate(68_976_648_192, 305, 1, 9.216e12)
    assert token_rate(68_976_648_192, 305, 1, 9.216e12, 722e-9) == alone  # nowhere to hop to


@pytest.mark.parametrize("kind", [np.int8, np.uint8])
def test_narrow_integers_give_what_wide_ones_do(kind):
    narrow, wide = (
        flow(Deployment(FEED, LLAMA, tensor=as_(8), stages=as_(80)), as_(100), as_(100), as_(100))
        for as_ in (kind, int)
    )
    assert (narrow.time, narrow.busy) == (wide.time, wide.busy)
    assert token_rate(kind(100), kind(100), kind(80), kind(100)) == 100 * 100 / 100 / 80
    assert run_stages(np.array([1, 2], kind), kind(3), kind(50))[-1, -1] == 301


@given(st.integers(1, 10), st.integers(1, 80), st.integers(0, 4096))
def test_the_bound_is_the_roofline_s_where_chips_divide(tensor, stages, context):
    deployment = Deployment(FEED, LLAMA, tensor=tensor, stages=stages, attention="context")
    held = LLAMA.weight_bytes_read(1, "int8") + LLAMA.kv_bytes_read(context, "int8")
    rate = token_rate(held, tensor * stages, stages, FEED.bandwidth)
    fast = deployment.but(chip=FEED.but(link_bandwidth=np.inf, compute={"int8": 1e30}))
    assert rate == pytest.approx(decode(fast, 1, context).speed)


def test_a_tile_is_bound_by_computing_from_40_vectors_on():
    assert PAPERS.peak("int8") / 2 / on_chip_bandwidths()["weight feed"] == 4 * 320 * 320 / 10240
    deployment = Deployment(FEED, LLAMA)
    assert critical_batch(deployment, 0) == pytest.approx(40, rel=0.01)


# -- arrays -----------------------------------------------------------------------------


def test_arrays_broadcast_to_what_numbers_give_one_by_one():
    batch, hop = np.array([[1], [80], [200]]), np.array([[0.0, 1e-6, 1e-5, 1e-4]])
    deployment = Deployment(FEED, LLAMA, tensor=8, stages=79)
    got = flow(deployment, batch, 1000, hop=hop)
    for part in ("time", "speed", "throughput", "busy", "at_full_speed"):
        assert np.shape(getattr(got, part) + 0 * batch * hop) == (3, 4)
    for i in range(3):
        for j in range(4):
            one = flow(deployment, int(batch[i, 0]), 1000, hop=float(hop[0, j]))
            assert got.time[i, j] == pytest.approx(one.time)
    assert token_rate(7e10, [305, 610], 80, [[8e13], [9e12], [1e12]]).shape == (3, 2)


def test_labelled_arrays_keep_their_labels():
    xarray = pytest.importorskip("xarray", reason="xarray is not installed; the book needs none")
    batch, hop = xarray.DataArray([1, 80], dims="batch"), xarray.DataArray([0, 1e-6], dims="hop")
    got = flow(Deployment(FEED, LLAMA, tensor=8, stages=80), batch, 1000, hop=hop)
    for part in (got.time, got.busy, got.throughput, got.at_full_speed):
        assert set(part.dims) == {"batch", "hop"}


# -- bad input ----------------------------------------------------------------------------

FEW = Deployment(LPU, LLAMA, tensor=8, stages=80)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: run_stages([-1.0], 1, 1), "times"),
        (lambda: run_stages([1.0], 0, 1), "groups"),
        (lambda: run_stages([1.0], 1, 0), "tokens"),
        (lambda: run_stages([1.0, 1.0], 1, 1, hop=-1), "hop"),
        (lambda: run_stages([1.0], 1, 1, hop=-1), "hop"),
        (lambda: run_stages([], 1, 1), "times"),
        (lambda: flow(FEW, 0, 1), "batch"),
        (lambda: flow(FEW, 1.5, 1), "batch"),
        (lambda: flow(FEW, 1, 4097), "context"),
        (lambda: flow(FEW, 8, 1, groups=9), "groups"),
        (lambda: flow(FEW, 8, 1, groups=0), "groups"),
        (lambda: flow(FEW, 8, 1, hop=-1e-9), "hop"),
        (lambda: token_rate(0, 305, 80, 1e12), "held"),
        (lambda: token_rate(1e9, 0, 80, 1e12), "chips"),
        (lambda: token_rate(1e9, 79, 80, 1e12), "stages"),
        (lambda: token_rate(1e9, 305, 80, 0), "bandwidth"),
        (lambda: token_rate(1e9, 305, 80, 1e12, hop=-1), "hop"),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        call()
