"""The checker: it accepts what is right, and finds every fault that is planted."""

import ast
import math
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from random_graphs import operands_of, random_graph

from lib.sync.plan import checker
from lib.sync.plan.checker import check
from lib.sync.plan.schedule import schedule
from lib.sync.plan.taskgraph import UNIT_KINDS, layer_graph, model_graph, task_graph
from lib.transformer import transformer

SMALL = transformer("llama2_70b").but(
    num_hidden_layers=3, hidden_size=1280, num_attention_heads=16, num_key_value_heads=8,
    head_dim=128, intermediate_size=2560, vocab_size=3200, max_position_embeddings=700,
)  # fmt: skip


@st.composite
def graphs(draw, least=1):
    rows = []
    for t in range(draw(st.integers(least, 20))):
        operands = draw(st.sets(st.integers(0, t - 1), max_size=3)) if t else set()
        cycles, way = draw(st.integers(1, 5)), draw(st.integers(0, 3))
        rows.append((draw(st.integers(0, 3)), cycles, tuple(sorted(operands)), way))
    return task_graph(rows)


@st.composite
def planned_graphs(draw):
    """A graph of any of three makes, with a right plan for it."""
    kind = draw(st.sampled_from(["rows", "random", "layer"]))
    if kind == "rows":
        graph = draw(graphs(least=2))
    elif kind == "random":
        rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
        graph = random_graph(rng, draw(st.integers(2, 150)), draw(st.integers(1, 6)))
    else:
        chips, exchange = (
            draw(st.sampled_from([2, 4, 8])),
            draw(st.sampled_from(["scatter", "direct"])),
        )
        graph = layer_graph(
            SMALL, chips=chips, exchange=exchange, context=draw(st.integers(0, 700))
        )
    return graph, schedule(graph).start.copy()


def kinds(report):
    return {v.kind for v in report.violations}


def found(report, kind):
    return {v.tasks for v in report.violations if v.kind == kind}


# -- against a table of every cycle -------------------------------------------------------


def faults_by_hand(graph, start):
    """What is wrong, one cycle and one operand at a time: slow, and written to be believed."""
    table, takers, early = {}, set(), set()
    for t in range(graph.tasks):
        for cycle in range(start[t], start[t] + graph.duration[t]):
            table.setdefault((graph.unit[t], cycle), []).append(t)
        for p in operands_of(graph, t):
            if start[t] < start[p] + graph.duration[p] + graph.latency[p]:
                early.add((p, t))
    for (_, cycle), tasks in table.items():
        if len(tasks) > 1:
            # of the tasks in this cycle, those that began now took a unit that was held
            takers |= {t for t in tasks if start[t] == cycle}
    return takers, early


@given(graphs(), st.data())
@settings(max_examples=200, deadline=None)
def test_it_finds_exactly_what_a_table_of_every_cycle_shows(graph, data):
    start = np.array(
        data.draw(st.lists(st.integers(0, 40), min_size=graph.tasks, max_size=graph.tasks))
    )
    report = check(graph, start)
    takers, early = faults_by_hand(graph, start)
    assert found(report, "operand too early") == early
    twice = found(report, "unit used twice")
    assert report.ok == (not takers and not early)
    # two that begin together are one fault: one of them is said to hold the unit
    assert {t for _, t in twice} <= takers
    assert {start[t] for _, t in twice} == {start[t] for t in takers}
    for holder, taker in twice:
        assert graph.unit[holder] == graph.unit[taker]
        assert start[holder] <= start[taker] < start[holder] + graph.duration[holder]


# -- planted faults -----------------------------------------------------------------------


@given(planned_graphs())
@settings(max_examples=60, deadline=None)
def test_a_right_plan_is_accepted_at_any_time_of_day(case):
    graph, start = case
    for shift in (0, 1, 10**9):
        assert check(graph, start + shift).ok


@given(planned_graphs(), st.data())
@settings(max_examples=150, deadline=None)
def test_an_operand_used_too_early_is_always_found(case, data):
    graph, start = case
    assume(graph.operand.size)
    k = data.draw(st.integers(0, graph.operand.size - 1))
    p, t = int(graph.operand[k]), int(graph.users[k])
    arrives = int(start[p] + graph.duration[p] + graph.latency[p])
    start[t] = arrives - data.draw(st.integers(1, arrives))
    report = check(graph, start)
    assert (p, t) in found(report, "operand too early")


@given(planned_graphs(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_shifted_send_is_always_found(case, data):
    """A send that leaves so late that it misses the first use of what it carries."""
    graph, start = case
    link = (
        graph.kind == UNIT_KINDS.index("link")
        if np.any(graph.kind == UNIT_KINDS.index("link"))
        else True
    )
    sends = np.flatnonzero(np.isin(np.arange(graph.tasks), graph.operand) & link)
    assume(sends.size)
    p = int(data.draw(st.sampled_from(sends.tolist())))
    first = int(start[graph.users[graph.operand == p]].min())
    slack = first - int(start[p] + graph.duration[p] + graph.latency[p])
    start[p] += slack + data.draw(st.integers(1, 1000))
    late = found(check(graph, start), "operand too early")
    assert p in {operand for operand, _ in late}


@given(planned_graphs(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_unit_used_twice_is_always_found(case, data):
    graph, start = case
    several = [u for u in np.unique(graph.unit) if (graph.unit == u).sum() > 1]
    assume(several)
    mine = np.flatnonzero(graph.unit == data.draw(st.sampled_from(several))).tolist()
    held, moved = data.draw(st.permutations(mine))[:2]
    start[moved] = start[held] + data.draw(st.integers(0, int(graph.duration[held]) - 1))
    twice = found(check(graph, start), "unit used twice")
    assert any(moved in pair for pair in twice)


@given(planned_graphs(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_task_left_out_put_twice_or_made_up_is_always_found(case, data):
    graph, start = case
    tasks = np.arange(graph.tasks)
    order = np.random.default_rng(data.draw(st.integers(0, 99))).permutation(graph.tasks)
    assert check(graph, start[order], tasks[order]).ok
    t = data.draw(st.integers(0, graph.tasks - 1))
    out = check(graph, np.delete(start, t), np.delete(tasks, t))
    assert found(out, "never placed") == {(t,)}
    again = check(graph, np.append(start, start[t]), np.append(tasks, t))
    assert found(again, "placed twice") == {(t,)}
    for unknown in (graph.tasks, -1):
        made_up = check(graph, np.append(start, 0), np.append(tasks, unknown))
        assert found(made_up, "no such task") == {(unknown,)}


@pytest.mark.filterwarnings("error")  # what is no number is a fault of the plan, not a warning
@given(planned_graphs(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_start_that_is_no_cycle_is_always_found(case, data):
    graph, start = case
    t = data.draw(st.integers(0, graph.tasks - 1))
    for bad, kind in (
        (np.nan, "never placed"),
        (start[t] + 0.5, "not a cycle"),
        (np.inf, "not a cycle"),
        (2.0**62, "not a cycle"),
        (-1 - start[t], "before the start"),
    ):
        wrong = start.astype(float)
        wrong[t] = bad
        assert (t,) in found(check(graph, wrong), kind)


@pytest.mark.parametrize(
    "bad",
    [pd.Series([0, 3, 3], index=[2, 1, 0]), pd.array([0, 3, 3], dtype="Int64"), [[0], [3, 3]],
     ["0", "3", "3"], [True, True, True], np.ma.array([0, 3, 3], mask=[1, 0, 0])],
)  # fmt: skip
def test_what_has_another_order_or_is_no_number_is_refused_by_name(bad):
    graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, ())])
    shown = re.escape(" ".join(repr(bad).split()))
    with pytest.raises(ValueError, match=f"^start: got {shown}; takes numbers"):
        check(graph, bad)
    with pytest.raises(ValueError, match="^tasks: got .*; takes numbers"):
        check(graph, [0, 3, 3], bad)
    with pytest.raises(ValueError, match="^graph: got 'g'; takes a TaskGraph"):
        check("g", [0])


# -- the report ---------------------------------------------------------------------------


def test_a_long_task_is_found_under_many_short_ones():
    graph = task_graph([("a", 100, ()), ("a", 1, ()), ("a", 1, ()), ("a", 1, ())])
    report = check(graph, [0, 10, 50, 99])
    assert found(report, "unit used twice") == {(0, 1), (0, 2), (0, 3)}
    assert check(graph, [0, 100, 101, 102]).ok


def test_a_fault_names_its_kind_tasks_and_cycle():
    graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, ())])
    (fault,) = check(graph, [0, 2, 3]).violations
    assert (fault.kind, fault.tasks, fault.cycle) == ("operand too early", (0, 1), 2)
    assert str(fault) == "cycle 2: operand too early, tasks 0, 1"
    report = check(graph, [0, 0, 0])
    assert report.counts == {"operand too early": 1, "unit used twice": 1}
    assert "2 faults" in str(report)
    assert "no fault" in str(check(graph, [0, 3, 3]))


def test_a_report_counts_the_faults_that_it_does_not_list():
    graph = task_graph([("a", 2, ())] * 6)
    text = str(check(graph, [0, 1, 2, 3, 4, 5]))
    assert text.startswith("6 tasks on 1 units, 0 operands: 5 faults: cycle 1: unit used twice")
    assert text.count("cycle") == 3 and text.endswith("(and 2 more)")
    assert str(check(graph, [0, 2, 4, 6, 8, 10])).endswith("0 operands: no fault")


@pytest.mark.parametrize("start", [2**53, 2**60])
def test_a_cycle_too_early_is_seen_however_late_it_is(start):
    graph = task_graph([("a", 3, ()), ("b", 1, (0,)), ("a", 1, ())])
    assert check(graph, [start, start + 3, start + 3]).ok
    found = check(graph, [start, start + 2, start + 2]).counts
    assert found == {"operand too early": 1, "unit used twice": 1}


def test_it_judges_a_whole_model():
    graph = model_graph(SMALL, stages=3, requests=2)
    plan = schedule(graph)
    report = check(graph, plan.start)
    assert report.ok
    assert (report.tasks, report.operands) == (graph.tasks, graph.operand.size)


@pytest.mark.parametrize(
    ("start", "tasks", "name"),
    [
        ([0], None, "start"),
        (["a", "b"], None, "start"),
        ([0, 1], [0], "tasks"),
        ([[0, 1]], None, "start"),
        ([True, False], None, "start"),
        (np.ma.array([0, 1], mask=[0, 1]), None, "start"),
        ([0, 1], [2.7, 0], "tasks"),
        ([0, 1], [0, math.nan], "tasks"),
        ([0, 1], [0, math.inf], "tasks"),
        ([0, 1], [0, 2**63], "tasks"),
        ([0, 1], ["0", "1"], "tasks"),
        ([0, 1], [False, True], "tasks"),
    ],
)
def test_bad_input_is_refused_by_name(start, tasks, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        check(task_graph([("a", 1, ()), ("a", 1, ())]), start, tasks)


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.uint64, np.float32, float])
def test_starts_and_tasks_of_any_type_are_judged_alike(kind):
    graph = task_graph([("a", 100, (), 100), ("a", 100, (0,)), ("b", 1, ())])
    for start in ([0, 120, 0], [0, 100, 0], [0, 20, 127]):
        plain = check(graph, start)
        assert check(graph, np.array(start, kind)) == plain
        assert check(graph, np.array(start, kind), np.arange(3).astype(kind)) == plain
    assert check(graph, [0, 200, 0]).ok


def test_it_imports_nothing_of_the_project():
    tree = ast.parse(Path(checker.__file__).read_text(encoding="utf-8"))
    names = [n.name for node in ast.walk(tree) if isinstance(node, ast.Import) for n in node.names]
    names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names if name.startswith("lib")]
