"""Benchmarks of the small compiler: time a task, from a thousand tasks to a hundred thousand.

Nothing is asserted about time. What to read: seconds over tasks, which stays nearly level
if time grows nearly linearly.
"""

import numpy as np
import pytest

from lib.sync.plan.checker import check
from lib.sync.plan.dynamic import Variation, makespans, service_times, simulate
from lib.sync.plan.schedule import lower_bounds, schedule
from lib.sync.plan.taskgraph import TaskGraph, layer_graph, model_graph
from lib.transformer import transformer

LLAMA = transformer("llama2_70b")
# one stage a layer: about 1,800 tasks each
LAYERS = (1, 6, 56)
TASKS = (1_000, 10_000, 100_000)


def random_tasks(tasks):
    """Tasks on a tenth as many units, each of which uses up to two of the 64 before it."""
    rng = np.random.default_rng(1)
    user = np.repeat(np.arange(1, tasks), rng.integers(0, 3, tasks - 1))
    return TaskGraph(
        duration=rng.integers(1, 51, tasks), unit=rng.integers(0, tasks // 10, tasks),
        first=np.concatenate([[0], np.cumsum(np.bincount(user, minlength=tasks))]),
        operand=user - rng.integers(1, np.minimum(64, user) + 1),
        latency=rng.integers(0, 21, tasks),
    )  # fmt: skip


def model_of(layers):
    return model_graph(LLAMA.but(num_hidden_layers=layers), stages=layers)


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
    graph = random_tasks(tasks)
    measure(benchmark, note, "scheduling random tasks", graph, lambda: schedule(graph))


@pytest.mark.parametrize("layers", LAYERS)
def test_time_to_check_a_model(benchmark, note, layers):
    graph = model_of(layers)
    start = schedule(graph).start
    work = lambda: check(graph, start)  # noqa: E731
    assert measure(benchmark, note, "checking a model's schedule", graph, work).ok


@pytest.mark.parametrize("tasks", TASKS)
def test_time_to_check_random_tasks(benchmark, note, tasks):
    graph = random_tasks(tasks)
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


def test_time_of_100_runs_with_queues(benchmark, note):
    graph, rng = layer_graph(LLAMA), np.random.default_rng(1)

    def work():
        for _ in range(100):
            simulate(graph, service_times(graph, Variation("gamma", 0.3), rng))

    benchmark.pedantic(work, rounds=1)
    note("100 runs of a layer with queues", 100 * graph.tasks, "task")


def test_time_of_100_runs_by_max_plus(benchmark, note):
    graph = layer_graph(LLAMA)
    plan, rng = schedule(graph).start, np.random.default_rng(1)
    variation = Variation("gamma", 0.3)
    benchmark.pedantic(lambda: makespans(graph, variation, 100, rng, plan), rounds=3)
    note("100 runs of a layer by max-plus", 100 * graph.tasks, "task")


@pytest.mark.parametrize("layers", LAYERS)
def test_time_of_a_run_with_queues(benchmark, note, layers):
    graph = model_of(layers)
    measure(benchmark, note, "one run of a model with queues", graph, lambda: simulate(graph))
