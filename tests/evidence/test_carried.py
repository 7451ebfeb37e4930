"""All-reduces carried out over the graph: they add up, and take as long as the formulas say."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.evidence import carried
from lib.evidence.carried import carry_out
from lib.sync.network.topologies import dragonfly, fat_tree, full_mesh, ring, torus
from tests.sync.small_networks import MAKES, told


@pytest.mark.parametrize("make", MAKES, ids=told)
@pytest.mark.parametrize("message", [0.0, 16_384.0, 1e6])
def test_formulas_agree_with_messages_moved_over_the_graph(make, message):
    net = make()
    for algorithm in net.algorithms:
        run = carry_out(net, algorithm, message)
        form = net.allreduce(message, algorithm=algorithm)
        assert run.time == pytest.approx(form)


def test_so_they_do_for_racks():
    for racks in (2, 3, 10):
        net = dragonfly(racks=racks)
        for algorithm, rounds in (("exchange", 7), ("scatter", 11)):
            run = carry_out(net, algorithm, 16_384.0)
            assert run.time == pytest.approx(net.allreduce(16_384.0, algorithm=algorithm))
            assert run.rounds == rounds


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(
        [ring(8), torus(3, 4), torus(2, 2, 2), full_mesh(6), fat_tree(4, 2), dragonfly(4)]
    ),
    st.floats(0, 1e7),
    st.floats(0, 1e-3),
    st.floats(1e6, 1e12),
)  # fmt: skip
def test_so_they_do_at_any_speed(net, message, hop, bandwidth):
    for algorithm in net.algorithms:
        run = carry_out(net, algorithm, message, hop, bandwidth)
        form = net.allreduce(message, hop, bandwidth, algorithm)
        assert run.time == pytest.approx(form, rel=1e-9, abs=1e-15)


def test_a_wrong_sum_is_noticed(monkeypatch):
    def lazy(net, state):
        yield [(0, 1, state[0])]
        return state

    monkeypatch.setitem(carried._PROCEDURES, ("ring", "ring"), (lambda net: 1, lazy))
    with pytest.raises(RuntimeError, match="does not hold the sum"):
        carry_out(ring(4), "ring", 1.0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: carry_out(ring(8), "bucket", 1.0), "algorithm: got 'bucket'"),
        (lambda: carry_out(ring(8), "ring", math.nan), "message: got nan"),
        (lambda: carry_out(ring(8), "ring", [1.0, 2.0]), "message: got [1.0, 2.0]"),
        (lambda: carry_out(ring(8), "ring", 1.0, hop=[0.0, 1.0]), "hop: got [0.0, 1.0]"),
        (
            lambda: carry_out(fat_tree(8, 1, sums=True), "in-switch", 1.0),
            "algorithm: got 'in-switch'",
        ),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError) as error:
        call()
    assert message in str(error.value)
