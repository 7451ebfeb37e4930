"""The proof of a plan: no unit used twice in a cycle, no operand used before it arrives.

The checker knows the task graph and nothing of the scheduler; it would judge a plan
made by hand just the same. It looks at every task, every pair of neighbours on a unit
and every operand, all at once with NumPy, and returns what it found wrong.

It proves what the graph says and no more: a link that jitters, or an SRAM that is full,
is outside the graph.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np

# a start beyond this would overflow when durations are added to it
_LAST_CYCLE = 2**61


@dataclass(frozen=True, order=True)
class Violation:
    """One fault: its kind, the tasks in it, the cycle at which it happens (-1: at none).

    ``tasks`` of "unit used twice": the task that holds the unit, the one that takes it.
    ``tasks`` of "operand too early": the operand, the task that uses it; the cycle is
    that of the use.
    """

    cycle: int
    kind: str
    tasks: tuple[int, ...]

    def __str__(self):
        return f"cycle {self.cycle}: {self.kind}, tasks {', '.join(map(str, self.tasks))}"


@dataclass(frozen=True)
class Report:
    """What a check looked at and what it found.

    ``tasks``, ``units``, ``operands``: how many were looked at; ``violations``: the
    faults by cycle. ``ok`` if there are none.
    """

    tasks: int
    units: int
    operands: int
    violations: tuple[Violation, ...]

    @property
    def ok(self):
        """Whether nothing is wrong."""
        return not self.violations

    @property
    def counts(self):
        """Number of faults by kind."""
        return dict(Counter(v.kind for v in self.violations))

    def __str__(self):
        looked = f"{self.tasks:,} tasks on {self.units:,} units, {self.operands:,} operands"
        if self.ok:
            return f"{looked}: no fault"
        worst = "; ".join(str(v) for v in self.violations[:3])
        more = f" (and {len(self.violations) - 3:,} more)" if len(self.violations) > 3 else ""
        return f"{looked}: {len(self.violations):,} faults: {worst}{more}"


def check(graph, start, tasks=None):
    """Everything that is wrong with a plan.

    A plan is right if and only if

        start(t) >= 0, a whole cycle, given once for every task t
        start(t) >= start(p) + duration(p) + latency(p)   for every operand p of t
        [start(t), start(t) + duration(t)) are disjoint   for the tasks t of each unit

    Every task that takes a unit while another holds it, and every operand that is not
    there in time, is reported. A task without a usable start is left out of the rest.

    Arguments: ``graph`` a ``TaskGraph``; ``start`` cycles, one for each task in order, or
    with ``tasks`` (task numbers, same length) one for each of those; NaN is no start.
    Returns a ``Report``. Raises ValueError where ``start`` and ``tasks`` differ in shape, and for
    tasks that are no whole numbers.
    Source: abts2022 (what software must guarantee where hardware does not arbitrate).

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, ())])
    >>> check(graph, [0, 3, 3]).ok
    True
    >>> check(graph, [0, 2, 2]).counts
    {'operand too early': 1, 'unit used twice': 1}
    """
    if type(graph).__name__ != "TaskGraph":
        raise ValueError(f"graph: got {graph!r}; takes a TaskGraph")
    start = _numbers("start", start)
    if tasks is None:
        if start.shape != (graph.tasks,):
            raise ValueError(f"start: got shape {start.shape}; takes ({graph.tasks},)")
        tasks = np.arange(graph.tasks)
    tasks = _numbers("tasks", tasks)
    if tasks.shape != start.shape or tasks.ndim != 1:
        raise ValueError(f"tasks: got shape {tasks.shape}; takes {start.shape}, one for each start")
    whole = (np.abs(tasks.astype(float)) <= _LAST_CYCLE) & (tasks == np.floor(tasks))
    if not whole.all():
        raise ValueError(f"tasks: got {tasks[~whole][0]}; takes whole numbers")
    tasks = tasks.astype(np.int64)

    found = []
    start, placed = _placements(graph.tasks, start, tasks, found)
    negative = placed & (start < 0)
    found += [
        Violation(int(start[t]), "before the start", (int(t),)) for t in np.flatnonzero(negative)
    ]
    _units(graph, start, placed, found)
    _operands(graph, start, placed, found)
    return Report(graph.tasks, len(graph.units), len(graph.operand), tuple(sorted(found)))


def _numbers(name, values):
    try:  # what pandas holds has an order beside its labels
        found = None if type(values).__module__.startswith("pandas") else np.asarray(values)
    except ValueError:  # rows of different lengths
        found = None
    if found is None or found.dtype.kind not in "iuf" or np.ma.is_masked(values):
        got = " ".join(repr(values).split())
        raise ValueError(f"{name}: got {got}; takes numbers, of a pandas object .to_numpy()")
    return found


def _placements(count, start, tasks, found):
    """One start for each task: shape (tasks,), and which tasks have one."""
    known = (tasks >= 0) & (tasks < count)
    found += [Violation(-1, "no such task", (int(t),)) for t in tasks[~known]]
    tasks, start = tasks[known], start[known]
    given = ~np.isnan(start) if start.dtype.kind == "f" else np.ones(len(start), dtype=bool)
    with np.errstate(invalid="ignore"):
        whole = given & (np.abs(start.astype(float)) <= _LAST_CYCLE) & (start % 1 == 0)
    found += [Violation(-1, "not a cycle", (int(t),)) for t in tasks[given & ~whole]]
    times = np.bincount(tasks[given], minlength=count)
    found += [Violation(-1, "never placed", (int(t),)) for t in np.flatnonzero(times == 0)]
    found += [Violation(-1, "placed twice", (int(t),)) for t in np.flatnonzero(times > 1)]
    once = whole & (times[tasks] == 1)
    kept = np.zeros(count, dtype=np.int64)
    kept[tasks[once]] = start[once].astype(np.int64)
    placed = np.zeros(count, dtype=bool)
    placed[tasks[once]] = True
    return kept, placed


def _units(graph, start, placed, found):
    """Every task that takes its unit while an earlier one still holds it."""
    task = np.flatnonzero(placed)
    if task.size < 2:
        return
    task = task[np.lexsort((start[task], graph.unit[task]))]
    begin = start[task]
    end = begin + graph.duration[task]
    unit = graph.unit[task]
    # the latest end so far on the same unit: ends become ranks, so that a unit's ranks
    # can be lifted above those of the unit before it without overflow
    rank = np.searchsorted(np.sort(end), end, side="left")
    key = unit * (len(task) + 1) + rank
    latest = np.maximum.accumulate(key)
    holder = np.maximum.accumulate(np.where(key == latest, np.arange(len(task)), 0))[:-1]
    taker = np.arange(1, len(task))
    twice = (unit[holder] == unit[taker]) & (end[holder] > begin[taker])
    for h, t in zip(holder[twice], taker[twice], strict=True):
        found.append(Violation(int(begin[t]), "unit used twice", (int(task[h]), int(task[t]))))


def _operands(graph, start, placed, found):
    """Every use of an operand before it has arrived."""
    operand, user = graph.operand, graph.users
    arrives = start + graph.duration + graph.latency
    early = placed[operand] & placed[user] & (start[user] < arrives[operand])
    for p, t in zip(operand[early], user[early], strict=True):
        found.append(Violation(int(start[t]), "operand too early", (int(p), int(t))))
