"""A compiler in small: every task of a graph placed on its unit, to the cycle, ahead of time.

List scheduling: the clock advances from event to event; whenever a unit is free, it
takes, of the tasks whose operands have arrived, the one with the longest path still
ahead of it. Nothing is decided at run time, so two runs give the same plan, cycle for
cycle, and the plan's fingerprint shows it.

How good a plan is cannot be told from the plan. Three lower bounds say what no plan
can beat: the longest path of operands, the busiest unit, and the two together, where
a path must wait for the units on its way to do their share one task after another.
"""

import hashlib
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np

from lib import checks
from lib.sync.plan.taskgraph import work_per_unit


@dataclass(frozen=True, eq=False)
class Schedule:
    """The cycle at which each task starts, in a plan or in one run without a plan.

    Arguments: ``start`` cycles, shape (tasks,); ``makespan`` cycles until the last result has
    arrived. A plan's are whole; where times are drawn, fractions occur.
    """

    start: np.ndarray
    makespan: float

    @property
    def fingerprint(self):
        """A text that is equal for equal starts."""
        return hashlib.sha256(self.start.tobytes()).hexdigest()[:16]


@dataclass(frozen=True)
class Bounds:
    """What no schedule can beat, in cycles.

    ``critical_path``: the longest chain of operands, as if units were free.
    ``busiest_unit``: the cycles of the unit with most to do, as if operands were there.
    ``joined``: both together, never below either: a task waits until the units among
    its ancestors have done their share one after another. ``bound`` is this one.
    """

    critical_path: int
    busiest_unit: int
    joined: int

    @property
    def bound(self):
        """The best of the three."""
        return max(self.critical_path, self.busiest_unit, self.joined)


def longest_ahead(graph):
    """Cycles from the start of each task to the last result that depends on it.

        tail(t) = duration(t) + latency(t) + max over users u of tail(u)

    Returns whole cycles, shape (tasks,). The largest is the critical path.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> longest_ahead(task_graph([("a", 3, ()), ("b", 2, (0,), 5)])).tolist()
    [10, 7]
    """
    own = (checks.a("graph", graph).duration + graph.latency).tolist()
    first, operand = graph.first.tolist(), graph.operand.tolist()
    tail = [0] * graph.tasks
    for t in range(graph.tasks - 1, -1, -1):
        tail[t] = here = tail[t] + own[t]
        for p in operand[first[t] : first[t + 1]]:
            if here > tail[p]:
                tail[p] = here
    return np.array(tail, dtype=np.int64)


def in_turn(graph):
    """The priority of each task: earlier requests first, then the longest path ahead.

    Whole numbers from the number of tasks down, shape (tasks,), the higher the sooner.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 3, ()), ("a", 9, ())]).but(request=[0, 1])
    >>> in_turn(graph).tolist()
    [2, 1]
    """
    order = np.lexsort((-longest_ahead(graph), graph.request))
    priority = np.empty(graph.tasks, dtype=np.int64)
    priority[order] = np.arange(graph.tasks, 0, -1)
    return priority


def by_rank(name, wanted, tasks):
    """Places in the order of some numbers, one a task, the least 0 and equals equal.

    Of unsigned numbers too, whose negation is none, and of whole ones that no float holds.

    >>> by_rank("priority", [5, 2**60, 2**60 + 1, 5], 4).tolist()
    [0, 1, 2, 0]
    """
    checks.finite(name, wanted)
    return np.unique(checks.shaped(name, wanted, tasks), return_inverse=True)[1]


def schedule(graph, priority=None):
    """A start for every task: list scheduling, the longest path first.

    Whenever a unit is free it takes, of the tasks whose operands have arrived, the one
    of highest priority; equals go by their number. Work grows as tasks x log(tasks).

    Requests go in their order, and only within one does the longest path come first. By
    the longest path alone, the request that lies behind would always be served before the
    one ahead of it: all would march in step through one stage at a time.

    Arguments: ``graph`` a ``TaskGraph``; ``priority`` shape (tasks,), the higher the
    sooner, default ``in_turn``. Returns a ``Schedule``. Raises ValueError for a
    priority of another shape or that is no number.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> plan = schedule(task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, ())]))
    >>> plan.start.tolist(), plan.makespan
    ([0, 3, 3], 5)
    """
    tasks = checks.a("graph", graph).tasks
    rank = by_rank("priority", in_turn(graph) if priority is None else priority, tasks)
    return starts(graph, graph.duration, graph.latency, -rank)


def starts(graph, times, delay, key=None):
    """When each task starts if a free unit takes the least of what waits for it, event by event.

    A unit chooses when all that happens at an instant has happened, so the choice cannot depend on
    the order in which events are stored. A test repeats such runs in SimPy.

    Arguments: ``times`` that tasks hold their units, above 0; ``delay`` from a task's end to the
    use of its result; ``key`` of each task, default the time at which its operands had come;
    equals go by number. All of shape (tasks,), in cycles. Returns a ``Schedule``.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, ())])
    >>> starts(graph, [3, 2, 1], [0, 0, 0], key=[1, 1, 0]).start.tolist()
    [1, 4, 0]
    """
    unit = checks.a("graph", graph).unit.tolist()
    held, way = np.asarray(times).tolist(), np.asarray(delay).tolist()
    key = key if key is None else np.asarray(key).tolist()
    first, user = (a.tolist() for a in graph.successors)
    missing = np.diff(graph.first).tolist()
    ready, start = [0] * graph.tasks, [0] * graph.tasks
    waiting, busy = [[] for _ in graph.units], [False] * len(graph.units)

    # events by instant: a task whose operands have arrived, or (~unit, below 0) a unit set free
    events, clock = {0: [t for t in range(graph.tasks) if not missing[t]]}, [0]

    def note(when, event):
        if when in events:
            events[when].append(event)
        else:
            events[when] = [event]
            heappush(clock, when)

    while clock:
        now = heappop(clock)
        touched = []
        for e in events.pop(now):
            if e >= 0:
                heappush(waiting[unit[e]], (now if key is None else key[e], e))
            else:
                busy[~e] = False
            touched.append(unit[e] if e >= 0 else ~e)
        for u in touched:
            if busy[u] or not waiting[u]:
                continue
            t = heappop(waiting[u])[1]
            busy[u], start[t] = True, now
            end = now + held[t]
            note(end, ~u)
            for s in user[first[t] : first[t + 1]]:
                ready[s] = max(ready[s], end + way[t])
                missing[s] -= 1
                if not missing[s]:
                    note(ready[s], s)
    start = np.array(start)
    start.setflags(write=False)
    return Schedule(start, (start + times + delay).max().item())


# -- lower bounds -------------------------------------------------------------------


def _one_machine(heads, lengths, tails):
    """Least cycles for one unit to do all its tasks, each after its head and before its tail.

        max over every subset S of (least head of S + total length of S + least tail of S)

    computed by letting a task interrupt another, longest tail first (Jackson's rule):
    with interruption the rule is optimal and its length is that maximum. Lists of ints.
    """
    order = sorted(range(len(heads)), key=heads.__getitem__)
    left = list(lengths)
    open_, now, best, i = [], 0, 0, 0
    while i < len(order) or open_:
        if not open_:
            now = max(now, heads[order[i]])
        while i < len(order) and heads[order[i]] <= now:
            heappush(open_, (-tails[order[i]], order[i]))
            i += 1
        task = open_[0][1]
        until = now + left[task]
        if i < len(order) and heads[order[i]] < until:
            left[task] -= heads[order[i]] - now
            now = heads[order[i]]
        else:
            heappop(open_)
            now = until
            best = max(best, now + tails[task])
    return best


def lower_bounds(graph, depth=5):
    """The ``Bounds`` of a graph: what no schedule can beat.

    The joined bound goes forward through the graph and gives every task a least start. Where
    results come together, it looks at the ancestors up to ``depth`` steps back; those on one
    unit run one after another, so the last result comes no sooner than one machine with heads
    and tails allows. It does not look past a task for which this has already raised the least
    start. Any set of ancestors gives a bound; a larger one may give a better.

    Arguments: ``depth`` steps, from 1 up. Returns ``Bounds`` in cycles.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 3, ()), ("a", 3, ()), ("b", 2, (0, 1))])
    >>> lower_bounds(graph)
    Bounds(critical_path=5, busiest_unit=6, joined=8)
    """
    depth = checks.count("depth", depth)
    tail = longest_ahead(graph)
    first, operand = graph.first.tolist(), graph.operand.tolist()
    duration, latency, unit = graph.duration.tolist(), graph.latency.tolist(), graph.unit.tolist()
    before = [operand[a:b] for a, b in pairwise(first)]
    head, raised = [0] * graph.tasks, [False] * graph.tasks
    known = {}
    for t, near in enumerate(before):
        if len(near) == 1:
            p = near[0]
            head[t] = head[p] + duration[p] + latency[p]
        elif near:
            # tasks with the same operands, such as the tiles of a matrix, share the answer
            key = tuple(near)
            if key not in known:
                known[key] = _arrival(key, depth, head, raised, before, duration, latency, unit)
            head[t], raised[t] = known[key]
    joined = max(h + d for h, d in zip(head, duration, strict=True))
    order = np.argsort(graph.unit, kind="stable")
    edges = np.searchsorted(graph.unit[order], np.arange(len(graph.units) + 1))
    heads, after, work = np.array(head), tail - graph.duration, work_per_unit(graph)
    for u, (a, b) in enumerate(pairwise(edges)):
        mine = order[a:b]
        # only a unit that could beat the best so far is worth the exact answer
        if a < b and heads[mine].max() + work[u] + after[mine].max() > joined:
            some = (x[mine].tolist() for x in (heads, graph.duration, after))
            joined = max(joined, _one_machine(*some))
    return Bounds(int(tail.max()), int(work.max()), int(joined))


def _arrival(near, depth, head, raised, before, duration, latency, unit):
    """Least cycle at which all of some results have arrived; whether units decide it."""
    seen, edge = set(near), set(near)
    for _ in range(depth - 1):
        edge = {p for t in edge if not raised[t] for p in before[t]} - seen
        seen |= edge
    # from the last to the first: the longest way from a task to the join is known
    # before it is handed on to that task's own operands
    way = dict.fromkeys(seen, -1) | dict.fromkeys(near, 0)
    groups, path = {}, 0
    for t in sorted(seen, reverse=True):
        out = way[t] + latency[t]
        path = max(path, head[t] + out + duration[t])
        groups.setdefault(unit[t], []).append(t)
        for p in before[t]:
            if p in way:
                way[p] = max(way[p], out + duration[t])
    best = path
    for group in groups.values():
        heads, lengths = [head[t] for t in group], [duration[t] for t in group]
        outs = [way[t] + latency[t] for t in group]
        if len(group) > 1 and max(heads) + sum(lengths) + max(outs) > best:
            best = max(best, _one_machine(heads, lengths, outs))
    return best, best > path


# -- reading a plan -------------------------------------------------------------------


def utilisation(graph, plan):
    """Share of the makespan that each unit is in use, shape (units,), from 0 to 1.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 3, ()), ("b", 2, (0,))])
    >>> utilisation(graph, schedule(graph)).tolist()
    [0.6, 0.4]
    """
    return work_per_unit(graph) / plan.makespan


def program(graph, plan, chip):
    """What one chip does, in the order of its cycles: its own work, its sends, its receives.

    A receive has no unit of its own: it falls at the cycle at which the sender's plan says
    that the result is there. Returns a list of (cycle, unit, what).

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("plane", 41, ()), ("link", 48, (0,), 650), ("sum", 1, (1,))])
    >>> program(graph, schedule(graph), chip=2)
    [(739, 'sum', 'receive from task 1'), (739, 'sum', 'work')]
    """
    chips, does = checks.a("graph", graph).chip, graph.does
    chip = checks.count("chip", chip, 0, graph.chips - 1)
    lines = [
        (int(plan.start[t]), 1, graph.units[graph.unit[t]], does[t])
        for t in np.flatnonzero(chips == chip)
    ]
    into = (chips[graph.users] == chip) & (chips[graph.operand] != chip)
    ends = plan.start + graph.duration + graph.latency
    arrivals = set(zip(graph.operand[into], graph.unit[graph.users[into]], strict=True))
    lines += [(int(ends[p]), 0, graph.units[u], f"receive from task {p}") for p, u in arrivals]
    return [(cycle, unit, what) for cycle, _, unit, what in sorted(lines)]
