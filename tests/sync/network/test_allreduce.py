"""All-reduces in closed form: bounds, monotony, and the published Dragonfly."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import SMALL, small

from lib.sync.network.topologies import dragonfly, fat_tree, ring
from lib.sync.network.wiring import groq_bandwidth, groq_hop


@small
def test_no_allreduce_beats_distance_or_bytes(net):
    for message, algorithm in itertools.product((0.0, 1e3, 1e6), net.algorithms):
        time = net.allreduce(message, algorithm=algorithm)
        assert time >= net.diameter * groq_hop() * (1 - 1e-12)
        least = 2 * (net.chips - 1) / net.chips * message / groq_bandwidth()
        # A switch adds nothing up; whoever receives whole vectors receives more than this.
        assert time >= least * (1 - 1e-12)


@settings(deadline=None)
@given(st.sampled_from(SMALL), st.floats(0, 1e8), st.floats(1, 10))
def test_more_bytes_or_slower_links_never_take_less(net, message, factor):
    for algorithm in net.algorithms:
        time = net.allreduce(message, algorithm=algorithm)
        assert net.allreduce(factor * message, algorithm=algorithm) >= time
        assert net.allreduce(message, factor * groq_hop(), algorithm=algorithm) >= time
        assert net.allreduce(message, None, groq_bandwidth() / factor, algorithm) >= time


# -- switches that add ------------------------------------------------------------------------

#: One way, of an H100's links to its switches; GB/s of vector that NCCL reaches on eight with
#: messages of gigabytes (nccltests212, nccl1455): the message over the time, not its "bus
#: bandwidth", which is 14/8 of that.
H100_LINKS, MEASURED = 450e9, (273e9, 275e9)


@pytest.mark.parametrize("message", [1e9, 4e9])
def test_eight_h100s_pass_the_bound_of_switches_that_do_not_add_and_keep_that_of_those_that_do(
    message,
):
    plain, adding = (
        message / fat_tree(8, 1, sums).allreduce(message, 0, H100_LINKS) for sums in (False, True)
    )
    assert plain == pytest.approx(450e9 * 8 / (2 * 7))  # 257 GB/s
    assert plain < MEASURED[0] < MEASURED[1] < adding == 450e9


@pytest.mark.parametrize("net", [net for net in SMALL if net.kind == "fat tree"],
                         ids=lambda net: f"{net.shape}")  # fmt: skip
def test_switches_that_add_need_one_way_up_and_down_and_the_vector_once(net):
    adds = fat_tree(*net.shape, sums=True)
    assert "in-switch" not in net.algorithms and adds.algorithms[:-1] == net.algorithms
    for message in (0.0, 1e3, 1e9):
        time = adds.allreduce(message, 1e-6, 1e9)
        assert time == pytest.approx(2 * net.shape[1] * 1e-6 + message / 1e9)
        assert time <= net.allreduce(message, 1e-6, 1e9)
    assert adds.fastest(1e6) == "in-switch"


# -- any network ------------------------------------------------------------------------------


def test_256_chips_take_the_published_three_hops_for_an_empty_message():
    assert dragonfly(32).allreduce(0.0) == pytest.approx(3 * 722e-9)


def test_a_vector_takes_twice_as_long_as_an_empty_message():
    vector = dragonfly(33).allreduce(2 * 8192.0)
    assert 1.5 < vector / dragonfly(33).allreduce(0.0) < 2.5


def test_the_fastest_is_the_least():
    net = dragonfly(33)
    assert net.fastest(100.0) == "exchange" and net.fastest(1e6) == "scatter"
    sizes = np.geomspace(1, 1e8, 30)
    each = [net.allreduce(sizes, algorithm=name) for name in net.algorithms]
    assert np.array_equal(net.allreduce(sizes), np.min(each, axis=0))


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float32])
def test_messages_of_narrow_numbers_take_as_long(kind):
    message, hop = np.array([100, 120], kind), kind(100)
    for net in SMALL:
        found = net.allreduce(message, hop, kind(100))
        assert found == pytest.approx(net.allreduce([100, 120], 100, 100), rel=1e-12)


def test_times_broadcast():
    message, hop = np.array([0.0, 1e4, 1e6]), np.array([[1e-7], [1e-6]])
    for net in SMALL:
        times = net.allreduce(message, hop)
        assert times.shape == (2, 3)
        assert times[1, 2] == pytest.approx(net.allreduce(1e6, 1e-6))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ring(8).allreduce(-1), "message: got -1"),
        (lambda: ring(8).allreduce(1, hop=-1), "hop: got -1"),
        (lambda: ring(8).allreduce(1, bandwidth=0), "bandwidth: got 0"),
        (lambda: ring(9).allreduce(1, algorithm="scatter"), "algorithm: got 'scatter'"),
        (lambda: fat_tree(8, 1).allreduce(1, algorithm="in-switch"), "algorithm: got 'in-switch'"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError) as error:
        call()
    assert message in str(error.value)
