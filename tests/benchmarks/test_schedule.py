"""Benchmarks of the small compiler: time a task, from a thousand tasks to a hundred thousand.

Nothing is asserted about time. What to read: seconds over tasks, which stays nearly level
if time grows nearly linearly.
"""

import numpy as np
import pytest

from lib.sync.plan.checker import check
from lib.sync.plan.dynamic import Service, makespans, simulate
from lib.sync.plan.schedule import lower_bounds, schedule
from lib.sync.plan.taskgraph import layer_graph, model_graph, random_graph
from lib.transformer import transformer

LLAMA = transformer("llama2_70b")
# one stage a layer: about 1,800 tasks each
LAYERS = (1, 6, 56)
TASKS = (1_000, 10_000, 100_000)


def model_of(layers):
    return model_graph(LLAMA.but(layers=layers), stages=layers)


def measure(benchmark, note, what, graph, work):
    result = benchmark.pedantic(work, rounds=3, iterations=1, warmup_rounds=1)
    note(what, graph.tasks, "task")
    return result


@pytest.mark.parametrize("layers", LAYERS)
def test_time_to_schedule_a_model(benchmark, note, layers):
    graph = model_of(layers)
    measure(benchmark, note, "scheduling a model", graph, lambda: schedule(graph))


@pytest.mark.parametrize("tasks", TASKS)
def test_time_to_schedule_random_tasks(benchmark, note, tasks):
    graph = random_graph(np.random.default_rng(1), tasks, units=tasks // 10)
    measure(benchmark, note, "scheduling random tasks", graph, lambda: schedule(graph))


@pytest.mark.parametrize("layers", LAYERS)
def test_time_to_check_a_model(benchmark, note, layers):
    graph = model_of(layers)
    start = schedule(graph).start
    work = lambda: check(graph, start)  # noqa: E731
    assert measure(benchmark, note, "checking a model's schedule", graph, work).ok


@pytest.mark.parametrize("tasks", TASKS)
def test_time_to_check_random_tasks(benchmark, note, tasks):
    graph = random_graph(np.random.default_rng(1), tasks, units=tasks // 10)
    start = schedule(graph).start
    work = lambda: check(graph, start)  # noqa: E731
    assert measure(benchmark, note, "checking random tasks' schedule", graph, work).ok


@pytest.mark.parametrize("layers", LAYERS)
def test_time_to_bound_a_model(benchmark, note, layers):
    graph = model_of(layers)
    measure(benchmark, note, "bounding a model's makespan", graph, lambda: lower_bounds(graph))


def test_time_to_build_schedule_and_check_576_chips(benchmark, note):
    def work():
        graph = model_graph(LLAMA, stages=72, chips=8)
        return graph, check(graph, schedule(graph).start)

    graph, report = benchmark.pedantic(work, rounds=3, iterations=1, warmup_rounds=1)
    note("building, scheduling and checking 70B on 576 chips", graph.tasks, "task")
    assert report.ok


def test_time_of_100_runs_in_simpy(benchmark, note):
    graph = layer_graph(LLAMA)
    rng = np.random.default_rng(1)
    benchmark.pedantic(lambda: makespans(graph, Service("gamma", 0.3), 100, rng), rounds=1)
    note("100 runs of a layer in SimPy", 100 * graph.tasks, "task")


def test_time_of_100_runs_by_max_plus(benchmark, note):
    graph = layer_graph(LLAMA)
    plan, rng = schedule(graph).start, np.random.default_rng(1)
    service = Service("gamma", 0.3)
    work = lambda: makespans(graph, service, 100, rng, "planned", plan=plan)  # noqa: E731
    benchmark.pedantic(work, rounds=3)
    note("100 runs of a layer by max-plus", 100 * graph.tasks, "task")


@pytest.mark.parametrize("layers", LAYERS)
def test_time_of_a_run_in_simpy(benchmark, note, layers):
    graph = model_of(layers)
    measure(benchmark, note, "one run of a model in SimPy", graph, lambda: simulate(graph))
