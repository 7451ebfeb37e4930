"""Loops: the closed forms held against loops carried out event by event."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.spatial.loops import (
    Loop,
    Operation,
    run_loop,
    spatial_cycles,
    temporal_cycles,
)


@st.composite
def bodies(draw):
    """Loop bodies that can be laid out: any dependences, some carried, some circuits shared."""
    count = draw(st.integers(1, 5))
    names = [f"op{k}" for k in range(count)]
    operations = []
    for k, name in enumerate(names):
        after = draw(st.sets(st.sampled_from(names[:k]), max_size=2)) if k else ()
        carried = draw(st.dictionaries(st.sampled_from(names), st.integers(1, 3), max_size=1))
        unit = draw(st.sampled_from(["", "adder", "port"]))
        operations.append(
            Operation(name, draw(st.integers(1, 5)), tuple(sorted(after)), carried, unit)
        )
    units = draw(st.dictionaries(st.sampled_from(["adder", "port"]), st.integers(1, 2)))
    return Loop(tuple(operations), draw(st.integers(1, 8)), units)


@settings(max_examples=50)
@given(bodies())
def test_the_closed_form_of_a_loop_is_what_its_events_give(loop):
    ends = run_loop(loop)
    assert ends[-1] == loop.cycles
    assert ends == pytest.approx(loop.depth + loop.interval * np.arange(loop.iterations))


@given(bodies())
def test_a_plan_keeps_every_dependence_and_shares_no_circuit_in_a_cycle(loop):
    start, cycles = loop.start, {op.name: op.cycles for op in loop.operations}
    for op in loop.operations:
        assert all(start[op.name] >= start[b] + cycles[b] for b in op.after)
        for b, d in op.carried.items():
            assert start[op.name] + loop.interval * d >= start[b] + cycles[b]
    for kind, count in loop.units.items():
        slots = [start[op.name] % loop.interval for op in loop.operations if op.unit == kind]
        assert all(slots.count(s) <= count for s in slots)


def forced(loop):
    """The interval that carried results force: the greatest ceil(delay / distance) of a circle."""
    graph = nx.MultiDiGraph()
    for op in loop.operations:
        graph.add_edges_from((before, op.name, {"distance": 0}) for before in op.after)
        graph.add_edges_from((b, op.name, {"distance": d}) for b, d in op.carried.items())
    delay = {op.name: op.cycles for op in loop.operations}
    intervals = [1]
    for circle in nx.simple_cycles(nx.DiGraph(graph)):
        ways = [graph[a][b].values() for a, b in zip(circle, circle[1:] + circle[:1], strict=True)]
        distance = sum(min(edge["distance"] for edge in edges) for edges in ways)
        intervals.append(-(-sum(delay[name] for name in circle) // distance))
    return max(intervals)


@given(bodies())
def test_the_interval_is_the_least_that_recurrence_and_circuits_allow(loop):
    uses = {kind: sum(op.unit == kind for op in loop.operations) for kind in loop.units}
    shared = max([1, *(-(-uses[kind] // count) for kind, count in loop.units.items())])
    assert loop.interval >= max(forced(loop), shared)
    assert Loop(loop.operations, loop.iterations).interval == forced(loop)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(10, 60))
def test_one_cycle_below_the_interval_a_recurrence_falls_behind(delay, distance, iterations):
    loop = Loop((Operation("sum", delay, carried={"sum": distance}),), iterations)
    assert loop.interval == -(-delay // distance)
    if loop.interval > 1:
        asked = (loop.interval - 1) * (iterations - 1) + delay
        assert run_loop(loop, interval=loop.interval - 1)[-1] > asked


@given(st.integers(1, 8), st.integers(1, 4))
def test_shared_circuits_set_the_interval(uses, units):
    loads = tuple(Operation(f"load{k}", unit="port") for k in range(uses))
    loop = Loop(loads, 10, {"port": units})
    assert loop.interval == -(-uses // units)


def test_a_loop_keeps_the_circuits_it_was_given():
    units = {"adder": 2}
    loop = Loop((Operation("sum", 4, (), {"sum": 1}, "adder"),), 3, units)
    units["adder"] = 1
    assert dict(loop.units) == {"adder": 2}
    with pytest.raises(TypeError):
        loop.units["adder"] = 1


def test_a_sum_fed_back_through_four_cycles_takes_a_number_every_four():
    multiply = Operation("product", 3)
    add = Operation("sum", 4, after=("product",), carried={"sum": 1})
    assert Loop((multiply, add), 100).interval == 4
    apart = Operation("sum", 4, after=("product",), carried={"sum": 4})
    assert Loop((multiply, apart), 100).interval == 1


def test_without_feedback_a_circuit_takes_a_block_every_cycle():
    loop = Loop((Operation("a", 7), Operation("b", 5, after=("a",))), 1000)
    assert (loop.interval, loop.depth, loop.cycles, loop.in_flight) == (1, 12, 1011, 12)


@given(st.integers(1, 10**6), st.integers(1, 100), st.integers(1, 20))
def test_a_long_loop_in_space_ends_an_iteration_every_interval(iterations, depth, interval):
    cycles = spatial_cycles(iterations, depth, interval)
    assert cycles - spatial_cycles(max(iterations - 1, 1), depth, interval) in (0, interval)
    assert cycles >= depth


@given(st.integers(1, 10**6), st.integers(1, 50), st.integers(1, 8))
def test_a_processor_never_does_more_than_its_width(iterations, instructions, width):
    cycles = temporal_cycles(iterations, instructions, width)
    assert (cycles - 1) * width < iterations * instructions <= cycles * width


def test_arrays_broadcast_to_what_numbers_give_one_by_one():
    assert spatial_cycles(np.array([1, 10]), 5, np.array([[1], [2]])).shape == (2, 2)
    assert temporal_cycles([1, 10], 6, [[1], [2], [4]]).shape == (3, 2)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16])
def test_narrow_integers_give_what_wide_ones_do(kind):
    many, few = np.array([100, 120], kind), np.array([100, 90], kind)
    assert spatial_cycles(many, few, few).tolist() == [10_000, 90 + 119 * 90]
    assert temporal_cycles(many, few).tolist() == [10_000, 10_800]
    assert Loop((ONE,), kind(100)).cycles == 100


# -- bad input ----------------------------------------------------------------------------


def test_a_loop_whose_end_its_data_decide_cannot_be_laid_out():
    with pytest.raises(ValueError, match="^iterations: got None; takes a number known before"):
        Loop((Operation("a"),), iterations=None)


ONE = Operation("a")


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: Loop((ONE,), 0), "iterations"),
        (lambda: Loop((ONE,), 2.5), "iterations"),
        (lambda: Loop((), 1), "operations"),
        (lambda: Loop((ONE, ONE), 1), "operations"),
        (lambda: Loop((Operation("b", after=("c",)),), 1), "operations"),
        (lambda: Loop((Operation("b", after=("b",)),), 1), "operations"),
        (lambda: Loop((Operation("b", carried={"c": 1}),), 1), "operations"),
        (lambda: Loop((ONE,), 1, {"adder": 0}), r"units\[adder\]"),
        (lambda: Operation("a", 0), "cycles"),
        (lambda: Operation("a", after="b"), "after"),
        (lambda: Operation("a", carried={"a": 0}), "carried"),
        (lambda: spatial_cycles(0, 5), "iterations"),
        (lambda: spatial_cycles(1, 0), "depth"),
        (lambda: spatial_cycles(1, 5, 0), "interval"),
        (lambda: temporal_cycles(1, 0), "instructions"),
        (lambda: temporal_cycles(1, 1, 0), "width"),
        (lambda: run_loop(Loop((ONE,), 3), interval=0), "interval"),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        call()
