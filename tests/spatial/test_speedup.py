"""Speed-up: where it is super-linear, by how much, and where it must not be."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.hardware import chip
from lib.spatial.speedup import (
    Cluster,
    Workload,
    batch_time,
    last_super_linear,
    operations_per_word,
    parameters_allowed,
    seconds_to_read,
    speedup,
    step_size,
)
from lib.tables import figure
from lib.units import GB, MB, us

FPGA = chip("stratix_v_d5").but(link_bandwidth=figure("facts", "fpga_network").value)
NAN, INF = float("nan"), float("inf")


@st.composite
def cut_networks(draw, most=2000):
    """A network, stages that divide its layers, and devices that these can share."""
    stages, deep = draw(st.integers(1, 12)), draw(st.integers(1, 9))
    made = Workload(
        weights=draw(st.floats(1e5, 1e10)),
        layers=stages * deep,
        activations=draw(st.floats(0, 1e5)),
        operations=draw(st.one_of(st.none(), st.floats(1e5, 1e11))),
    )
    return made, stages, stages * draw(st.integers(1, most))


clusters = st.builds(
    Cluster,
    chip=st.builds(
        lambda m, b, c, link: FPGA.but(
            memory=m, bandwidth=b, compute={"int8": c}, link_bandwidth=link
        ),
        st.floats(1e6, 1e9), st.floats(1e11, 1e14), st.floats(1e11, 1e15),
        st.one_of(st.just(INF), st.floats(1e8, 1e12)),
    ),
    dram=st.one_of(st.just(INF), st.floats(1e9, 1e12)),
    latency=st.one_of(st.just(0.0), st.floats(1e-8, 1e-3)),
    pinned=st.booleans(),
)  # fmt: skip
measures = st.sampled_from(["interval", "time"])
batches = st.integers(1, 1000)


def ends(c, w, stages, batch, of):
    """Where communication ends it; of one batch alone only slices have an end in closed form."""
    return last_super_linear(c, w, stages if of == "interval" else 1, batch, of)


def test_every_weight_takes_two_operations_whatever_its_precision():
    for precision, size in (("int8", 1), ("fp16", 2), ("int4", 0.5)):
        assert Workload(size * 50e6, 10, 2e3, precision=precision).operations == 100e6


# -- where it must not be ------------------------------------------------------------------


@given(clusters, cut_networks(), batches, measures)
def test_no_super_linear_speed_up_of_a_model_that_fits_one_device(c, cut, batch, of):
    w, stages, n = cut
    small = Cluster(c.chip.but(memory=w.weights), c.dram, c.latency, c.pinned)
    assert speedup(small, w, n, stages, batch, of) <= n * (1 + 1e-9)
    assert step_size(small, w, batch) == 1
    assert ends(small, w, stages, batch, of) == 1


@given(clusters, cut_networks(), batches, measures)
def test_no_super_linear_speed_up_with_infinite_dram_bandwidth(c, cut, batch, of):
    w, stages, n = cut
    wide = Cluster(c.chip, INF, c.latency, c.pinned)
    assert speedup(wide, w, n, stages, batch, of) <= n * (1 + 1e-9)
    assert step_size(wide, w, batch) == 1


@given(clusters, cut_networks(), batches, measures)
def test_no_super_linear_speed_up_beyond_where_communication_ends_it(c, cut, batch, of):
    w, stages, n = cut
    stages = stages if of == "interval" else 1
    last = last_super_linear(c, w, stages, batch, of)
    assume(n >= c.devices_to_hold(w) and n >= last and n > 1)
    assert speedup(c, w, n, stages, batch, of) <= n * (1 + 1e-9)


@given(clusters, cut_networks(), batches, st.floats(1.01, 100))
def test_loaded_anew_there_is_none_before_the_model_fits(c, cut, batch, larger):
    w, stages, n = cut
    small = c.chip.but(memory=w.weights / (n * larger))
    anew = Cluster(small, c.dram, c.latency, pinned=False)
    assert n < anew.devices_to_hold(w)
    for of in ("interval", "time"):
        assert speedup(anew, w, n, stages, batch, of) <= n * (1 + 1e-9)


@given(clusters, cut_networks(), batches, measures)
def test_one_device_is_as_fast_as_one(c, cut, batch, of):
    assert speedup(c, cut[0], 1, 1, batch, of) == 1
    assert batch_time(c, cut[0], 1, 1, batch).transfer == 0


# -- where it is, and how large ---------------------------------------------------------------


@given(clusters, cut_networks(), measures, st.integers(2, 1000), st.floats(0, 1))
def test_it_is_super_linear_from_where_the_model_fits_to_where_communication_ends_it(
    c, cut, of, least, between
):
    w, stages, _ = cut
    stages = stages if of == "interval" else 1
    c = Cluster(c.chip.but(memory=w.weights / least), 1e8, c.latency, c.pinned)
    first, last = c.devices_to_hold(w), last_super_linear(c, w, stages, of=of)
    n = np.floor(first + between * (min(last, 1e6) * (1 - 1e-9) - first)) // stages * stages
    if first <= n < last * (1 - 1e-9) and n >= stages and step_size(c, w) > 1 + 1e-9:
        assert speedup(c, w, n, stages, of=of) > n


@given(clusters, cut_networks(), batches)
def test_on_chip_without_communication_each_device_does_the_step_more(c, cut, batch):
    w, stages, n = cut
    free = Cluster(c.chip.but(link_bandwidth=INF), c.dram, 0.0, c.pinned)
    assume(n >= free.devices_to_hold(w))
    each = speedup(free, w, n, stages, batch) / n
    assert each == pytest.approx(step_size(free, w, batch), rel=1e-9)
    assert last_super_linear(free, w, stages, batch) in (1, INF)


@given(clusters, cut_networks(), batches)
def test_the_step_never_exceeds_dram_time_over_computing_time(c, cut, batch):
    w = cut[0]
    most = max(1.0, w.weights / c.dram / (batch * w.operations / c.chip.peak("int8")))
    assert 1 <= step_size(c, w, batch) <= most * (1 + 1e-9)


@given(clusters, cut_networks(), batches)
def test_a_larger_batch_makes_the_step_smaller(c, cut, batch):
    assert step_size(c, cut[0], batch + 1) <= step_size(c, cut[0], batch) * (1 + 1e-9)


@given(clusters, cut_networks())
def test_what_stays_on_the_chip_never_slows_it(c, cut):
    w, stages, n = cut
    kept, anew = (Cluster(c.chip, c.dram, c.latency, p) for p in (True, False))
    times = (batch_time(x, w, n, stages).time for x in (kept, anew))
    assert next(times) <= next(times) * (1 + 1e-12)
    assert kept.left_in_dram(w, n) <= anew.left_in_dram(w, n)


@given(clusters, cut_networks())
def test_a_better_machine_is_never_slower(c, cut):
    w, stages, n = cut
    before = batch_time(c, w, n, stages)
    for better in (
        Cluster(c.chip, 2 * c.dram, c.latency, c.pinned),
        Cluster(c.chip, c.dram, c.latency / 2, c.pinned),
        Cluster(c.chip.but(memory=2 * c.chip.memory), c.dram, c.latency, c.pinned),
        Cluster(c.chip.but(bandwidth=2 * c.chip.bandwidth), c.dram, c.latency, c.pinned),
        Cluster(c.chip.but(link_bandwidth=2 * c.chip.link_bandwidth), c.dram, c.latency, c.pinned),
    ):
        after = batch_time(better, w, n, stages)
        assert after.time <= before.time * (1 + 1e-12)
        assert after.interval <= before.interval * (1 + 1e-12)


@given(clusters, cut_networks(), batches)
def test_parts_are_finite_and_a_result_takes_at_least_the_interval(c, cut, batch):
    w, stages, n = cut
    found = batch_time(c, w, n, stages, batch)
    for part in (found.compute, found.dram, found.sram, found.transfer, found.work):
        assert np.isfinite(part) and part >= 0
    assert found.time >= found.work
    assert found.rate == pytest.approx(batch / found.interval)
    assert getattr(found, {"compute": "compute", "DRAM": "dram", "SRAM": "sram",
                           "network": "transfer"}[str(found.binds)]) == found.interval  # fmt: skip


@given(clusters, cut_networks(most=20))
def test_stages_take_the_time_of_walking_through_them_layer_by_layer(c, cut):
    w, stages, n = cut
    share, each = batch_time(c, w, n, stages), n // stages
    vector, clock = w.activations / c.chip.link_bandwidth, 0.0
    for stage in range(stages):
        clock += share.work
        for _ in range(w.layers // stages):
            clock += (vector * (each - 1) / each + c.latency) if each > 1 else 0.0
        if stage < stages - 1:
            clock += vector / each + c.latency
    assert share.time == pytest.approx(clock)


@given(clusters, st.integers(2, 60), st.integers(1, 500))
def test_with_a_layer_a_stage_every_device_sends_one_vector_however_many_share_it(c, layers, each):
    w = Workload(1e8, layers, 1e4)
    sent = [batch_time(c, w, layers * k, layers).transfer for k in (1, each)]
    assert sent[1] == pytest.approx(sent[0]) == pytest.approx(1e4 / c.chip.link_bandwidth)


# -- the cluster of 2016 ----------------------------------------------------------------------


def test_ten_fpgas_hold_50_mb_and_each_does_45_times_the_work():
    fpgas = Cluster(FPGA, dram=12.8 * GB, latency=4.5 * us)
    net = Workload(50 * MB, layers=10, activations=2e3)
    assert fpgas.devices_to_hold(net) == -(-50_000_000 // 5_035_000) == 10
    # 45 MB from DRAM at 12.8 GB/s against 100 M operations at 1.272 T.
    expected = (50e6 - 5.035e6) / 12.8e9 / (1e8 / 1.272e12)
    assert step_size(fpgas, net) == pytest.approx(expected)
    assert speedup(fpgas, net, 10, stages=10) / 10 == pytest.approx(expected)


def test_at_32_gb_per_second_the_step_is_two_fifths_as_large():
    net = Workload(50 * MB, layers=10, activations=2e3)
    sourced, stated = (step_size(Cluster(FPGA, rate * GB), net) for rate in (12.8, 32))
    assert stated / sourced == pytest.approx(12.8 / 32)


# -- the thought experiment --------------------------------------------------------------------


def test_wikipedia_in_a_tenth_of_a_second_leaves_33_million_operations_a_word():
    each = operations_per_word(3e9, 0.1, 1e18)
    assert each == pytest.approx(3.33e7, rel=2e-3)
    assert parameters_allowed(each) == pytest.approx(1.67e7, rel=2e-3)


@given(st.floats(1, 1e12), st.floats(1e-3, 1e5), st.floats(1e9, 1e20), st.floats(0.5, 3))
def test_the_model_allowed_takes_the_time_allowed(words, seconds, rate, tokens):
    size = parameters_allowed(operations_per_word(words, seconds, rate), tokens)
    assert seconds_to_read(words, size, rate, tokens) == pytest.approx(seconds)
    # a word is a token unless it is said to be more
    assert seconds_to_read(words, size, rate) == pytest.approx(seconds / tokens)


# -- arrays ------------------------------------------------------------------------------------


def test_a_list_is_as_many_clusters_and_networks():
    drams, latencies, weights = [12.8e9, 32e9], [0.0, 4.5e-6], [50e6, 500e6]
    many = batch_time(
        Cluster(FPGA, drams, latencies), Workload(weights, [10, 20], [2e3, 4e3]), [8, 40], [2, 4]
    )
    for i, n in enumerate((8, 40)):
        net = Workload(weights[i], (10, 20)[i], (2e3, 4e3)[i])
        one = batch_time(Cluster(FPGA, drams[i], latencies[i]), net, n, (2, 4)[i])
        assert many.time[i] == pytest.approx(one.time)


@pytest.mark.parametrize("kind", [int, np.uint8, np.int8, np.float32])
def test_arrays_broadcast_to_what_numbers_give_one_by_one(kind):
    n, dram = np.array([[10], [20], [100]], kind), np.array([[12.8e9, 32e9, INF]])
    net = Workload(50 * MB, 10, 2e3)
    for stages, pinned in itertools.product((1, 10), (True, False)):
        many = Cluster(FPGA, dram, 4.5e-6, pinned)
        got = batch_time(many, net, n, kind(stages))
        assert got.time.shape == got.binds.shape == (3, 3)
        fast = speedup(many, net, n, kind(stages), of="time")
        last = last_super_linear(many, net, kind(stages))
        for i, j in itertools.product(range(3), range(3)):
            one = Cluster(FPGA, float(dram[0, j]), 4.5e-6, pinned)
            single = batch_time(one, net, int(n[i, 0]), stages)
            assert got.time[i, j] == pytest.approx(single.time)
            assert got.binds[i, j] == single.binds
            assert fast[i, j] == pytest.approx(speedup(one, net, int(n[i, 0]), stages, of="time"))
            assert last[0, j] == pytest.approx(last_super_linear(one, net, stages))


def test_labelled_arrays_keep_their_labels():
    xarray = pytest.importorskip("xarray", reason="xarray is not installed; the book needs none")
    n, dram = (
        xarray.DataArray([10, 20, 40], dims="n"),
        xarray.DataArray([12.8e9, 32e9], dims="dram"),
    )
    net = Workload(50 * MB, 10, 2e3)
    for pinned in (True, False):
        many = Cluster(FPGA, dram, 4.5e-6, pinned)
        assert set(batch_time(many, net, n, 10).time.dims) == {"n", "dram"}
        assert last_super_linear(many, net, of="time").dims == ("dram",)
        one = Cluster(FPGA, 32e9, 4.5e-6, pinned)
        got = speedup(many, net, n).sel(dram=1)
        assert got.values == pytest.approx(speedup(one, net, np.array([10, 20, 40])))


# -- bad input ---------------------------------------------------------------------------------

NET, FPGAS = Workload(50e6, 10, 2e3), Cluster(FPGA, 12.8e9)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: Workload(0, 10, 2e3), "weights"),
        (lambda: Workload(NAN, 10, 2e3), "weights"),
        (lambda: Workload(1e6, 0, 2e3), "layers"),
        (lambda: Workload(1e6, 2.5, 2e3), "layers"),
        (lambda: Workload(1e6, 1, -1), "activations"),
        (lambda: Workload(1e6, 1, 1, operations=0), "operations"),
        (lambda: Workload(1e6, 1, 1, precision="int3"), "precision"),
        (lambda: Cluster(FPGA, 0), "dram"),
        (lambda: Cluster(FPGA, NAN), "dram"),
        (lambda: Cluster(FPGA, 1e9, latency=-1), "latency"),
        (lambda: Cluster(chip("stratix_v_d5"), 1e9), "link_bandwidth"),
        (lambda: batch_time(FPGAS, NET, 0), "devices"),
        (lambda: batch_time(FPGAS, NET, 1.5), "devices"),
        (lambda: batch_time(FPGAS, NET, 1000, stages=1000), "stages"),
        (lambda: batch_time(FPGAS, NET, 11, stages=11), "stages"),
        (lambda: batch_time(FPGAS, NET, 9, stages=9), "stages"),
        (lambda: batch_time(FPGAS, NET, [10, 20], stages=[10, 20]), "stages"),
        (lambda: batch_time(FPGAS, NET, 15, stages=10), "devices"),
        (lambda: batch_time(FPGAS, NET, 2, batch=0), "batch"),
        (lambda: batch_time(FPGAS, Workload(1e6, 1, 1, precision="fp16"), 2), "precision"),
        (lambda: speedup(FPGAS, NET, 1000, stages=1000), "stages"),
        (lambda: speedup(FPGAS, NET, 2, of="money"), "of"),
        (lambda: last_super_linear(FPGAS, NET, of="money"), "of"),
        (lambda: last_super_linear(FPGAS, NET, stages=20), "stages"),
        (lambda: last_super_linear(FPGAS, NET, stages=10, of="time"), "stages"),
        (lambda: operations_per_word(0, 0.1, 1e18), "words"),
        (lambda: operations_per_word(1, 0, 1e18), "seconds"),
        (lambda: operations_per_word(1, 1, 0), "rate"),
        (lambda: parameters_allowed(0), "operations"),
        (lambda: parameters_allowed(1, 0), "tokens_per_word"),
        (lambda: seconds_to_read(1, 0, 1), "parameters"),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        call()
