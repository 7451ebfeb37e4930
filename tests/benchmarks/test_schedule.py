"""Benchmarks of the small compiler: time a task, from a thousand tasks to a hundred thousand.

Nothing is asserted about time. What to read: the median of each group over its number of
tasks (``extra_info``), which stays nearly level if time grows nearly linearly.
"""

import numpy as np
import pytest

from lib.sync.checker import check
from lib.sync.dynamic import Service, makespans, simulate
from lib.sync.schedule import lower_bounds, schedule
from lib.sync.taskgraph import layer_graph, model_graph, random_graph
from lib.transformer import transformer

LLAMA = transformer("llama2_70b")
# one stage a layer: about 1,800 tasks each
LAYERS = (1, 6, 56)
TASKS = (1_000, 10_000, 100_000)


def model_of(layers):
    return model_graph(LLAMA.but(layers=layers), stages=layers)


def measure(benchmark, graph, work):
    benchmark.extra_info["tasks"] = graph.tasks
    result = benchmark.pedantic(work, rounds=3, iterations=1, warmup_rounds=1)
    benchmark.extra_info["ns per task"] = round(1e9 * benchmark.stats.stats.min / graph.tasks)
    return result


@pytest.mark.parametrize("layers", LAYERS)
@pytest.mark.benchmark(group="schedule a model")
def test_time_to_schedule_a_model(benchmark, layers):
    graph = model_of(layers)
    measure(benchmark, graph, lambda: schedule(graph))


@pytest.mark.parametrize("tasks", TASKS)
@pytest.mark.benchmark(group="schedule random tasks")
def test_time_to_schedule_random_tasks(benchmark, tasks):
    graph = random_graph(np.random.default_rng(1), tasks, units=tasks // 10)
    measure(benchmark, graph, lambda: schedule(graph))


@pytest.mark.parametrize("layers", LAYERS)
@pytest.mark.benchmark(group="check a model")
def test_time_to_check_a_model(benchmark, layers):
    graph = model_of(layers)
    start = schedule(graph).start
    assert measure(benchmark, graph, lambda: check(graph, start)).ok


@pytest.mark.parametrize("layers", LAYERS)
@pytest.mark.benchmark(group="bound a model")
def test_time_to_bound_a_model(benchmark, layers):
    graph = model_of(layers)
    measure(benchmark, graph, lambda: lower_bounds(graph))


@pytest.mark.benchmark(group="the whole model on 576 chips")
def test_time_to_build_schedule_and_check_576_chips(benchmark):
    def work():
        graph = model_graph(LLAMA, stages=72, chips=8)
        return graph, check(graph, schedule(graph).start)

    graph, report = benchmark.pedantic(work, rounds=3, iterations=1, warmup_rounds=1)
    benchmark.extra_info["tasks"] = graph.tasks
    assert report.ok


@pytest.mark.benchmark(group="100 runs of a layer")
def test_time_of_100_runs_in_simpy(benchmark):
    graph = layer_graph(LLAMA)
    rng = np.random.default_rng(1)
    benchmark.pedantic(lambda: makespans(graph, Service("gamma", 0.3), 100, rng), rounds=1)


@pytest.mark.benchmark(group="100 runs of a layer")
def test_time_of_100_runs_by_max_plus(benchmark):
    graph = layer_graph(LLAMA)
    plan, rng = schedule(graph).start, np.random.default_rng(1)
    service = Service("gamma", 0.3)
    work = lambda: makespans(graph, service, 100, rng, "planned", plan=plan)  # noqa: E731
    benchmark.pedantic(work, rounds=3)


@pytest.mark.parametrize("layers", LAYERS)
@pytest.mark.benchmark(group="one run in SimPy")
def test_time_of_a_run_in_simpy(benchmark, layers):
    graph = model_of(layers)
    measure(benchmark, graph, lambda: simulate(graph))
