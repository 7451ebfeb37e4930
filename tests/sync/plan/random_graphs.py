"""Graphs for the tests of the compiler and of the run without a plan: at random, and barriers."""

import numpy as np

from lib.sync.plan.taskgraph import TaskGraph, task_graph


def random_graph(rng, tasks, units=16, operands=2, reach=64, longest=50, latency=20):
    """Each task uses up to so many of the ``reach`` tasks before it."""
    numbers = np.arange(tasks)
    user = np.repeat(numbers, np.where(numbers == 0, 0, rng.integers(0, operands + 1, tasks)))
    back = rng.integers(1, np.minimum(reach, np.maximum(user, 1)) + 1)
    user, operand = np.unique(np.stack([user, user - back], axis=1), axis=0).T
    return TaskGraph(
        duration=rng.integers(1, longest + 1, tasks),
        unit=rng.integers(0, units, tasks),
        first=np.concatenate([[0], np.cumsum(np.bincount(user, minlength=tasks))]),
        operand=operand,
        latency=rng.integers(0, latency + 1, tasks),
        units=tuple(f"unit {i}" for i in range(units)),
        unit_chip=np.arange(units),
    )


def barrier_graph(steps, chips, duration=1, latency=0):
    """Chips that compute a step and then all wait for all: steps x (duration + latency) cycles."""
    before = [range(max(step - 1, 0) * chips, step * chips) for step in range(steps)]
    rows = [(f"chip {c}", duration, some, latency) for some in before for c in range(chips)]
    return task_graph(rows)


def operands_of(graph, task):
    """The tasks whose results a task uses."""
    return graph.operand[graph.first[task] : graph.first[task + 1]].tolist()
