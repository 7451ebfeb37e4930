"""A trace file: what a viewer shows is what the plan says."""

import json

import numpy as np
import pytest

from lib.book.timeline import timeline
from lib.sync.plan.machine import GROQ
from lib.sync.plan.schedule import schedule
from lib.sync.plan.taskgraph import OPS, layer_graph, task_graph
from lib.transformer import transformer

LAYER = layer_graph(transformer("llama2_70b").but(num_hidden_layers=1), context=0)
PLAN = schedule(LAYER).start


def bars(made):
    return [e for e in made["traceEvents"] if e["ph"] == "X"]


def test_every_task_of_the_chips_is_a_bar_on_its_unit_at_its_time():
    made = json.loads(json.dumps(timeline(LAYER, GROQ.clock, plan=(PLAN, LAYER.duration))))
    found = {(e["tid"], e["ts"], e["dur"], e["name"]) for e in bars(made)}
    us = [np.round(x / 900, 3) for x in (PLAN, LAYER.duration)]
    names = [OPS[op] for op in LAYER.op]
    assert found == set(zip(LAYER.unit.tolist(), *map(np.ndarray.tolist, us), names, strict=True))
    assert len(bars(made)) == LAYER.tasks


def test_runs_stand_beside_each_other_and_only_some_chips_may_be_shown():
    both = timeline(LAYER, GROQ.clock, chips=(2,), plan=(PLAN, LAYER.duration),
                 run=(PLAN + 9.0, LAYER.duration * 1.5))  # fmt: skip
    names = [e["args"]["name"] for e in both["traceEvents"] if e["name"] == "process_name"]
    assert names == ["plan: chip 2", "run: chip 2"]
    mine = np.sum(LAYER.chip == 2)
    assert np.unique([e["pid"] for e in bars(both)], return_counts=True)[1].tolist() == [mine] * 2
    # a viewer tells threads of a process apart by their number, and names each
    threads = {(e["pid"], e["tid"]) for e in both["traceEvents"] if e["name"] == "thread_name"}
    assert {(e["pid"], e["tid"]) for e in bars(both)} <= threads


def test_times_of_another_graph_are_refused():
    graph = task_graph([("a", 3, ()), ("b", 2, (0,))])
    with pytest.raises(ValueError, match=r"^plan: start: got shape \(1,\); takes \(2,\)"):
        timeline(graph, 1e9, plan=([0], [3, 2]))
    with pytest.raises(ValueError, match="^clock: got 0"):
        timeline(graph, 0, plan=([0, 3], [3, 2]))
