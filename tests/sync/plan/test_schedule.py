"""The scheduler: never below the bounds, close above them, and the same every time."""

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_graphs import barrier_graph, operands_of, random_graph

from lib.sync.plan.checker import check
from lib.sync.plan.dynamic import simulate
from lib.sync.plan.machine import GROQ
from lib.sync.plan.schedule import (
    _one_machine,
    in_turn,
    longest_ahead,
    lower_bounds,
    program,
    schedule,
    utilisation,
)
from lib.sync.plan.taskgraph import (
    layer_graph,
    model_graph,
    task_graph,
    work_per_unit,
)
from lib.transformer import transformer

LLAMA = transformer("llama2_70b")


@st.composite
def graphs(draw, most=25, units=4, longest=6, latency=4):
    rows = []
    for t in range(draw(st.integers(1, most))):
        operands = draw(st.sets(st.integers(0, t - 1), max_size=4)) if t else set()
        cycles, way = draw(st.integers(1, longest)), draw(st.integers(0, latency))
        rows.append((draw(st.integers(0, units - 1)), cycles, tuple(sorted(operands)), way))
    return task_graph(rows)


random_graphs = st.builds(
    lambda seed, tasks, units: random_graph(np.random.default_rng(seed), tasks, units),
    st.integers(0, 2**32 - 1),
    st.integers(1, 200),
    st.integers(1, 8),
)


# -- how close --------------------------------------------------------------------------


@pytest.mark.parametrize("exchange", ["scatter", "direct"])
@pytest.mark.parametrize("hop", [217, 650])
def test_the_layer_on_8_chips_is_within_1_percent_of_its_bound(exchange, hop):
    graph = layer_graph(LLAMA, exchange=exchange, machine=GROQ.but(hop=hop))
    plan = schedule(graph)
    assert check(graph, plan.start).ok
    assert 1 <= plan.makespan / lower_bounds(graph).bound < 1.01


@pytest.mark.parametrize("way", [0, 5])
def test_two_messages_over_one_link_bound_what_waits_for_both(way):
    graph = task_graph([("link", 3, (), way), ("link", 3, (), way), ("sum", 2, (0, 1))])
    assert lower_bounds(graph).joined == schedule(graph).makespan == 3 + 3 + way + 2


def test_the_model_on_576_chips_is_within_1_percent_of_its_bound():
    graph = model_graph(LLAMA, stages=72, chips=8)
    assert graph.chips == 576
    plan = schedule(graph)
    assert check(graph, plan.start).ok
    assert 1 <= plan.makespan / lower_bounds(graph).bound < 1.01


def test_requests_in_turn_fill_the_pipeline_and_in_step_they_do_not():
    graph = model_graph(LLAMA.but(num_hidden_layers=6), stages=6, requests=4)
    turn, step = schedule(graph), schedule(graph, longest_ahead(graph))
    assert check(graph, step.start).ok
    assert turn.makespan < 0.6 * step.makespan
    assert turn.makespan < 1.1 * lower_bounds(graph).bound


# -- laws -------------------------------------------------------------------------------


@given(st.one_of(graphs(), random_graphs))
@settings(max_examples=150, deadline=None)
def test_every_schedule_is_right_and_lies_between_its_bounds(graph):
    plan, bounds = schedule(graph), lower_bounds(graph)
    assert check(graph, plan.start).ok
    assert bounds.bound == bounds.joined >= max(bounds.critical_path, bounds.busiest_unit)
    assert bounds.bound <= plan.makespan <= (graph.duration + graph.latency).sum()


@given(st.one_of(graphs(), random_graphs))
@settings(max_examples=80, deadline=None)
def test_no_unit_idles_while_a_task_waits_for_it(graph):
    plan = schedule(graph)
    arrives = plan.start + graph.duration + graph.latency
    ready = np.zeros(graph.tasks, dtype=int)
    np.maximum.at(ready, graph.users, arrives[graph.operand])
    ends = {(u, e) for u, e in zip(graph.unit, plan.start + graph.duration, strict=True)}
    for t in range(graph.tasks):
        waited = plan.start[t] > ready[t]
        assert not waited or (graph.unit[t], plan.start[t]) in ends


def best_possible(graph):
    """The least makespan of any plan: every order on every unit, as early as it allows."""
    best = None
    by_unit = [np.flatnonzero(graph.unit == u).tolist() for u in range(len(graph.units))]
    for orders in product(*(permutations(tasks) for tasks in by_unit)):
        start, free, place = {}, dict.fromkeys(range(len(orders)), 0), [0] * len(orders)
        moved = True
        while moved:
            moved = False
            for u, order in enumerate(orders):
                if place[u] < len(order) and all(
                    p in start for p in operands_of(graph, order[place[u]])
                ):
                    t = order[place[u]]
                    there = [
                        start[p] + graph.duration[p] + graph.latency[p]
                        for p in operands_of(graph, t)
                    ]
                    start[t] = max([free[u], *there])
                    free[u] = start[t] + graph.duration[t]
                    place[u] += 1
                    moved = True
        if len(start) == graph.tasks:
            span = max(start[t] + graph.duration[t] + graph.latency[t] for t in start)
            best = span if best is None else min(best, span)
    return best


@given(graphs(most=7, units=3))
@settings(max_examples=120, deadline=None)
def test_no_plan_at_all_beats_the_bounds(graph):
    best = best_possible(graph)
    assert best <= schedule(graph).makespan
    for depth in (1, 2, 8):
        assert lower_bounds(graph, depth).bound <= best


@given(
    st.lists(
        st.tuples(*[st.integers(0, 12), st.integers(1, 6), st.integers(0, 12)]),
        min_size=1,
        max_size=7,
    )
)
@settings(deadline=None)
def test_jacksons_rule_reaches_the_worst_subset(rows):
    worst = max(
        min(r for r, _, _ in some) + sum(p for _, p, _ in some) + min(q for _, _, q in some)
        for k in range(1, len(rows) + 1)
        for some in combinations(rows, k)
    )
    assert _one_machine(*map(list, zip(*rows, strict=True))) == worst


@given(graphs(), st.integers(1, 9))
@settings(max_examples=50, deadline=None)
def test_a_slower_clock_stretches_the_plan_and_changes_nothing_else(graph, factor):
    slower = graph.but(duration=graph.duration * factor, latency=graph.latency * factor)
    assert np.array_equal(schedule(slower).start, factor * schedule(graph).start)
    assert lower_bounds(slower).bound == factor * lower_bounds(graph).bound


@given(st.lists(st.integers(1, 50), min_size=1, max_size=20), st.integers(0, 30))
def test_a_chain_takes_the_sum_of_its_links(durations, latency):
    rows = [(i % 3, d, (i - 1,) if i else (), latency) for i, d in enumerate(durations)]
    graph = task_graph(rows)
    length = sum(durations) + len(durations) * latency
    assert schedule(graph).makespan == lower_bounds(graph).critical_path == length


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 50)), min_size=1, max_size=30))
def test_tasks_that_need_nothing_take_as_long_as_the_busiest_unit(rows):
    graph = task_graph([(u, d, ()) for u, d in rows])
    assert (
        schedule(graph).makespan == lower_bounds(graph).busiest_unit == work_per_unit(graph).max()
    )


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 20), st.integers(0, 20))
def test_barriers_take_the_closed_form(steps, chips, duration, latency):
    graph = barrier_graph(steps, chips, duration, latency)
    exact = steps * (duration + latency)
    assert schedule(graph).makespan == lower_bounds(graph).bound == exact


# -- the same every time ------------------------------------------------------------------


@given(graphs())
@settings(max_examples=30, deadline=None)
def test_two_compilations_give_one_plan(graph):
    one, two = schedule(graph), schedule(graph.but())
    assert np.array_equal(one.start, two.start)
    assert one.fingerprint == two.fingerprint


def test_another_plan_has_another_fingerprint():
    graph = layer_graph(transformer("llama2_7b"))
    other = schedule(graph, -longest_ahead(graph))
    assert other.fingerprint != schedule(graph).fingerprint
    assert other.makespan > schedule(graph).makespan


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.uint64, np.int64, np.float16, float])
def test_priorities_of_any_type_give_one_plan(kind):
    rng = np.random.default_rng(1)
    graph = layer_graph(transformer("llama2_7b"), context=100)
    wanted = rng.integers(0, 100, graph.tasks)
    assert schedule(graph, wanted.astype(kind)).fingerprint == schedule(graph, wanted).fingerprint
    assert schedule(graph, wanted.tolist()).fingerprint == schedule(graph, wanted).fingerprint


def test_priorities_that_no_float_tells_apart_are_kept_apart():
    graph = task_graph([("a", 1, ()), ("a", 1, ())])
    for wanted in ([2**60, 2**60 + 1], np.array([2**63, 2**63 + 1], np.uint64)):
        assert schedule(graph, wanted).start.tolist() == [1, 0]
        assert simulate(graph, priority=wanted).start.tolist() == [1, 0]


@given(graphs(), st.data())
@settings(max_examples=30, deadline=None)
def test_only_the_order_of_priorities_counts(graph, data):
    wanted = np.array(data.draw(st.lists(st.integers(-9, 9), min_size=graph.tasks,
                                         max_size=graph.tasks)))  # fmt: skip
    plan = schedule(graph, wanted)
    assert np.array_equal(schedule(graph, 3.0 * wanted - 50).start, plan.start)
    assert np.array_equal(schedule(graph, (wanted + 9).astype(np.uint8)).start, plan.start)


@pytest.mark.parametrize("request_", [[0, 1], [0, 2**53], [5, 6]])
def test_requests_may_have_any_numbers(request_):
    graph = task_graph([("a", 3, ()), ("a", 9, ())]).but(request=request_)
    assert in_turn(graph).tolist() == [2, 1]
    assert in_turn(graph.but(request=request_[::-1])).tolist() == [1, 2]


def test_a_plan_cannot_be_changed():
    with pytest.raises(ValueError):
        schedule(barrier_graph(2, 2)).start[0] = 5


# -- reading a plan -------------------------------------------------------------------------


def test_a_program_tells_when_each_operand_arrives():
    graph = layer_graph(transformer("llama2_7b"))
    plan = schedule(graph)
    lines = program(graph, plan, chip=3)
    assert lines == sorted(lines, key=lambda line: line[0])
    own = [line for line in lines if not line[2].startswith("receive")]
    assert len(own) == (graph.chip == 3).sum()
    received = [line for line in lines if line[2].startswith("receive")]
    into = (graph.chip[graph.users] == 3) & (graph.chip[graph.operand] != 3)
    assert len(received) == len(set(graph.operand[into].tolist()))


def test_utilisation_is_work_over_makespan():
    graph = layer_graph(transformer("llama2_7b"))
    plan = schedule(graph)
    share = utilisation(graph, plan)
    assert np.all((share >= 0) & (share <= 1))
    assert share.sum() * plan.makespan == pytest.approx(graph.duration.sum())


def test_earlier_requests_come_first():
    graph = model_graph(LLAMA.but(num_hidden_layers=2), stages=2, requests=2)
    priority = in_turn(graph)
    assert priority[graph.request == 0].min() > priority[graph.request == 1].max()


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda g: schedule(g, priority=[1, 2]), "priority"),
        (lambda g: schedule(g, priority=np.full(g.tasks, np.nan)), "priority"),
        (lambda g: schedule(g, priority=["high"] * g.tasks), "priority"),
        (lambda g: schedule(g, priority=np.ma.masked_less(np.arange(g.tasks), 1)), "priority"),
        (lambda g: lower_bounds(g, depth=0), "depth"),
        (lambda g: program(g, schedule(g), chip=9), "chip"),
    ],
)
def test_bad_input_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call(barrier_graph(3, 2))
