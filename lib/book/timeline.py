"""A plan or a run as a trace file, which public viewers open: every task a bar on its unit.

The format is the Trace Event Format in its JSON form, as chrome://tracing and Perfetto's
viewer read it: a process for a chip, a thread for a unit, a complete event ("X") for a task.
"""

import numpy as np

from lib import checks

#: Times of a trace are microseconds, kept to the nanosecond.
_US = 1e6


def timeline(graph, clock, chips=None, **runs):
    """The trace file of a graph's tasks in one or several runs, one beside another.

    Arguments: ``clock`` Hz; ``chips`` whose units are shown (None: all); ``runs`` by name, each
    the cycles at which tasks start and the cycles that they take, two arrays of shape (tasks,).
    Returns a dictionary for ``json.dump``. Raises ValueError for other shapes.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("plane", 900, ())])
    >>> timeline(graph, clock=900e6, plan=([0], graph.duration))["traceEvents"][-1]["dur"]
    1.0
    """
    clock, per_run = checks.positive("clock", clock), graph.chips
    chips = range(per_run) if chips is None else chips
    units = np.flatnonzero(np.isin(graph.unit_chip, list(chips)))
    events, does = [], graph.does
    for number, (name, (start, times)) in enumerate(runs.items()):
        for what, cycles in (("start", start), ("times", times)):
            checks.shaped(f"{name}: {what}", cycles, graph.tasks)
        pid = number * per_run + graph.unit_chip
        at = [np.round(np.asarray(x) / clock * _US, 3).tolist() for x in (start, times)]
        for chip in chips:
            events.append(
                _named("process_name", number * per_run + chip, 0, f"{name}: chip {chip}")
            )
        events += [_named("thread_name", int(pid[u]), int(u), graph.units[u]) for u in units]
        for t in np.flatnonzero(np.isin(graph.unit, units)):
            unit = int(graph.unit[t])
            events.append({"name": does[t], "ph": "X", "pid": int(pid[unit]), "tid": unit,
                           "ts": at[0][t], "dur": at[1][t]})  # fmt: skip
    return {"traceEvents": events, "displayTimeUnit": "ns"}


def _named(what, pid, tid, name):
    return {"name": what, "ph": "M", "pid": pid, "tid": tid, "args": {"name": name}}
