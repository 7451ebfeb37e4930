"""The same tasks without a plan: queues, run-time arbitration and service that varies.

Every unit has a queue and takes, when free, the task that came first, or the one of highest
priority. How long a task takes is drawn from a law whose mean is the duration that a plan would
have used, so that the two machines differ in what they know and not in how fast they
are. ``simulate`` runs it event by event, in the loop that makes a plan.

Where the order on every unit is given, no simulation is needed: a task starts at the
latest of its operands' arrivals and the end of the task before it on its unit,

    start(t) = max(end(before t), max over operands p of end(p) + latency(p))

which is linear in the algebra of max and plus; ``max_plus`` computes it for many runs
at once. Given the order that a simulation took, it equals it exactly, draw by draw.

A plan cannot wait. It pays for variation with slots as long as the worst case, with
padding, and with a replay where an error cannot be corrected; the second half of this
file says what that costs.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

from lib import checks
from lib.sync.plan.schedule import by_rank, starts
from lib.sync.plan.taskgraph import UNIT_KINDS

# -- service that varies ----------------------------------------------------------------


def _lognormal(cv):
    s = math.sqrt(math.log1p(cv**2))
    return stats.lognorm(s, scale=math.exp(-(s**2) / 2))


#: Kinds of variation: the law of mean 1 with a coefficient of variation, and the largest there is.
_LAWS = {
    "fixed": (None, 0.0),
    "exponential": (lambda cv: stats.expon(1 - cv, cv), 1.0),
    "gamma": (lambda cv: stats.gamma(cv**-2, scale=cv**2), 1e3),
    "lognormal": (_lognormal, 1e3),
    "uniform": (lambda cv: stats.uniform(1 - math.sqrt(3) * cv, 2 * math.sqrt(3) * cv), 3**-0.5),
    "stalls": (None, math.inf),
}


@dataclass(frozen=True)
class Variation:
    """The factor by which a task's duration varies; its mean is always 1.

    Arguments
    ---------
    law : "fixed"; "exponential", a fixed share 1 - cv and an exponential rest;
        "gamma"; "lognormal"; "uniform", which is bounded (cv up to 0.577); "stalls",
        two values, the longer one with ``probability``
    cv : coefficient of variation, standard deviation over mean
    probability : of a stall
    kinds : the kinds of unit whose tasks vary; the others keep their durations

    Raises ValueError for an unknown law or kind, a negative cv, one that the law cannot have.

    >>> round(Variation("exponential", cv=0.5).exceeded(0.01), 3)
    2.803
    >>> Variation("uniform", cv=0.1).exceeded(0.0)
    1.1732050807568877
    """

    law: str = "fixed"
    cv: float = 0.0
    probability: float = 0.01
    kinds: tuple[str, ...] = UNIT_KINDS

    def __post_init__(self):
        checks.choice("law", self.law, _LAWS)
        for kind in self.kinds:
            checks.choice("kinds", kind, UNIT_KINDS)
        most = _LAWS[self.law][1]
        if self.law == "stalls":
            p = checks.single("probability", self.probability)
            checks.between("probability", p, 1e-9, 1 - 1e-9, "a number between 0 and 1")
            # a stall so long that nothing else took time would have this one
            most = np.nextafter(math.sqrt((1 - p) / p), 0)
        cv = checks.single("cv", self.cv)
        checks.between("cv", cv, 0, most, f"a number from 0 to {most:.3g}")

    @property
    def _two(self):
        """The shorter and the longer value of "stalls"."""
        p = self.probability
        k = self.cv / (math.sqrt(p * (1 - p)) - self.cv * p)
        return 1 / (1 + p * k), (1 + k) / (1 + p * k)

    def exceeded(self, late):
        """The factor that a task exceeds with chance ``late``, any array; 0: the worst case."""
        late = np.asarray(checks.between("late", late, 0, 1), float)
        if self.cv == 0:
            return np.ones_like(late)[()]
        if self.law == "stalls":
            return np.where(late >= self.probability, *self._two)[()]
        return _LAWS[self.law][0](self.cv).isf(late)

    def draw(self, rng, shape):
        """Factors drawn from the law, of a shape."""
        if self.cv == 0:
            return np.ones(shape)
        if self.law == "stalls":
            return np.where(rng.random(shape) < self.probability, *self._two[::-1])
        return _LAWS[self.law][0](self.cv).rvs(shape, rng)

    def applies(self, graph):
        """Which tasks of a graph vary, shape (tasks,)."""
        kinds = [UNIT_KINDS.index(kind) for kind in self.kinds]
        return np.isin(checks.a("graph", graph).kind, kinds)


def service_times(graph, variation, rng, runs=None):
    """Durations drawn for every task, with the mean that the graph states.

    Arguments: ``variation`` a ``Variation``, ``rng`` a NumPy Generator, ``runs`` how many sets.
    Returns cycles, shape (tasks,), or (tasks, runs).

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 10, ()), ("b", 20, (0,))])
    >>> service_times(graph, Variation(), np.random.default_rng(1)).tolist()
    [10.0, 20.0]
    """
    many = () if runs is None else (checks.count("runs", runs),)
    varying = variation.applies(graph)
    times = np.broadcast_to(graph.duration.reshape(-1, *[1] * len(many)), (graph.tasks, *many))
    times = times.astype(float)
    times[varying] *= variation.draw(rng, (int(varying.sum()), *many))
    return times


# -- running it ---------------------------------------------------------------------


def _times(graph, times, overhead):
    """Durations, and delays until results can be used: a message's arbitration adds to its way."""
    checks.a("graph", graph)
    times = graph.duration if times is None else checks.positive("times", times)
    if np.ndim(times) not in (1, 2) or len(times) != graph.tasks:
        takes = f"({graph.tasks},) or ({graph.tasks}, runs)"
        raise ValueError(f"times: got shape {np.shape(times)}; takes {takes}")
    overhead = checks.not_negative("overhead", checks.single("overhead", overhead))
    link = graph.kind == UNIT_KINDS.index("link")
    return times, graph.latency + np.where(link, overhead, 0)


def simulate(graph, times=None, priority=None, overhead=0):
    """One run of a graph with queues and run-time arbitration, event by event.

    Arguments
    ---------
    times : cycles that each task takes in this run, shape (tasks,); default its duration
    priority : a free unit takes from its queue the task whose operands came first; or that of
        the highest of these, shape (tasks,). Equals go by number; a unit chooses when all that
        happens at an instant has happened
    overhead : cycles that arbitration adds to the way of every message

    Returns a ``Schedule``. Raises ValueError for times or a priority of another shape, and for
    what is no number.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> simulate(task_graph([("a", 10, (), 2), ("b", 20, (0,), 2)])).makespan
    34
    """
    times, delay = _times(graph, times, overhead)
    key = None if priority is None else -by_rank("priority", priority, graph.tasks)
    return starts(graph, checks.shaped("times", times, graph.tasks), delay, key)


def max_plus(graph, plan, times=None, overhead=0):
    """Starts in many runs at once, with the order on every unit given.

        start(t) = max(end(before t), max over operands p of end(p) + latency(p))

    Arguments: ``plan`` starts (of a schedule or of a run), of which only the order on each
    unit is used, equals by number, shape (tasks,); ``times`` cycles, shape (tasks,) or
    (tasks, runs). Returns (starts of the shape of ``times``, makespans of shape () or
    (runs,)). Raises ValueError for other shapes and for an order that contradicts the operands.

    Every start grows with every time: with a fixed order, a faster task never delays a run.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 10, (), 2), ("b", 20, (0,), 2)])
    >>> start, makespan = max_plus(graph, simulate(graph).start)
    >>> int(makespan)
    34
    """
    # in the order of the plan every operand and every task before on the unit comes first
    times, delay = _times(graph, times, overhead)
    order = np.argsort(by_rank("plan", plan, graph.tasks), kind="stable")
    place = np.empty(graph.tasks, dtype=np.int64)
    place[order] = np.arange(graph.tasks)
    late = np.flatnonzero(place[graph.operand] > place[graph.users])
    if late.size:
        user, operand = graph.users[late[0]], graph.operand[late[0]]
        takes = "takes starts in which operands come first"
        raise ValueError(f"plan: got task {user} before its operand {operand}; {takes}")
    free = [None] * len(graph.units)
    start = np.zeros(times.shape, dtype=np.result_type(times, delay))
    arrival = np.zeros_like(start)
    first, operand, unit = graph.first.tolist(), graph.operand, graph.unit.tolist()
    for t in order.tolist():
        a, b = first[t], first[t + 1]
        if b - a == 1:
            begin = arrival[operand[a]]
        elif b > a:
            begin = arrival[operand[a:b]].max(axis=0)
        else:
            begin = start[t]
        before = free[unit[t]]
        start[t] = begin = begin if before is None else np.maximum(begin, before)
        free[unit[t]] = end = begin + times[t]
        arrival[t] = end + delay[t]
    return start, arrival.max(axis=0)


def makespans(graph, variation, runs, rng, plan, overhead=0):
    """The makespans of many independent runs in the order of a plan, in cycles, shape (runs,).

    Arguments: as ``max_plus`` and ``service_times``.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 10, ()), ("b", 20, (0,))])
    >>> makespans(graph, Variation(), 2, np.random.default_rng(1), simulate(graph).start).tolist()
    [30.0, 30.0]
    """
    runs = checks.count("runs", runs)
    # blocks of runs, so that memory stays small whatever is asked for
    block = max(1, 4_000_000 // checks.a("graph", graph).tasks)
    sizes = [min(block, runs - i) for i in range(0, runs, block)]
    drawn = (service_times(graph, variation, rng, size) for size in sizes)
    return np.concatenate([max_plus(graph, plan, times, overhead)[1] for times in drawn])


# -- what a plan pays -----------------------------------------------------------------


def slots(graph, variation, late):
    """The graph with every duration that varies as long as its slot, rounded up.

        slot = ceil(duration x factor that is exceeded with chance late)

    A plan made for it holds in a run if no task outgrows its slot: of n tasks that vary, one
    does with the chance ``tail.chance_any(late, n)``.

    Arguments: ``late`` the chance that a task outgrows its slot; 0 is the worst case, which
    only a bounded law has. Returns a ``TaskGraph``. Raises ValueError for 0 and a law without
    bound.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> graph = task_graph([("a", 100, ()), ("b", 100, ())])
    >>> slots(graph, Variation("exponential", cv=0.5), 0.01).duration.tolist()
    [281, 281]
    """
    longest = float(variation.exceeded(checks.single("late", late)))
    if not math.isfinite(longest):
        raise ValueError(f"late: got 0; takes more: the {variation.law} law has no worst case")
    # the hair below keeps 100 x 1.0000000000000002 from needing 101 cycles
    varying = variation.applies(graph)
    worst = np.maximum(np.ceil(graph.duration * longest - 1e-9), 1)
    return graph.but(duration=np.where(varying, worst, graph.duration))


def slowed(graph, factor, chip=None):
    """The graph with one chip's tasks, or all of them, longer by a factor, rounded up.

    With a chip: what a machine that waits makes of a slow chip, and a plan that was made
    anew for it. Without: what a plan pays that keeps every chip in step with the slowest.

    Arguments: ``factor`` from 1 up; ``chip`` a number. Returns a ``TaskGraph``.

    >>> from lib.sync.plan.taskgraph import task_graph
    >>> slowed(task_graph([("a", 10, ()), ("b", 10, ())]), 1.25, chip=1).duration.tolist()
    [10, 13]
    """
    factor = checks.at_least("factor", checks.single("factor", factor), 1)
    checks.a("graph", graph)
    if chip is not None:
        chip = checks.count("chip", chip, 0, graph.chips - 1)
    mine = True if chip is None else graph.chip == chip
    longer = np.ceil(graph.duration * factor - 1e-9)
    return graph.but(duration=np.where(mine, longer, graph.duration))


def replayed(latency, probability, q=None):
    """Latency where a run fails with a probability and is then played again from the start.

        mean = latency / (1 - p),   quantile = latency x ceil(log(1 - q) / log(p))

    Runs fail independently, so the number of runs is geometric.

    Arguments: ``latency`` of one run, any unit; ``probability`` p, below 1; ``q`` the wanted
    quantile, default the mean. Arrays broadcast. Returns a latency in the same unit.
    Source: abts2022 (an uncorrectable error replays the inference).

    >>> replayed(1.2e-3, 0.1), replayed(1.2e-3, 0.001, q=0.9995)
    (0.0013333333333333333, 0.0024)
    """
    latency = checks.positive("latency", latency)
    p = np.asarray(_below_one("probability", probability), dtype=float)
    if q is None:
        return (latency / (1 - p))[()]
    q = np.asarray(_below_one("q", q), dtype=float)
    with np.errstate(divide="ignore"):
        # a run less a hair: q = 1 - p exactly is one run, whatever the logarithms round to
        runs = np.ceil(np.log1p(-q) / np.log(p) - 1e-12)
    return (latency * np.maximum(runs, 1))[()]


def _below_one(name, value):
    return checks.between(name, value, 0, np.nextafter(1, 0), "a number from 0 to just below 1")


def padded(lengths, compiled):
    """The compiled length that each length runs at: the smallest that is long enough.

    A plan is made for one length. A shorter request pays for the whole of it, a longer one
    has no plan.

    Arguments: ``lengths`` any array; ``compiled`` the lengths that have a plan. Returns
    lengths of the shape of ``lengths``. Raises ValueError for a length beyond the longest plan.

    >>> padded([10, 600, 1024], compiled=[512, 1024, 4096]).tolist()
    [512.0, 1024.0, 1024.0]
    """
    compiled = np.unique(checks.positive("compiled", compiled))
    if not compiled.size:
        raise ValueError("compiled: got none; takes the lengths that have a plan")
    lengths = checks.between("lengths", lengths, 0, compiled[-1])
    return compiled[np.searchsorted(compiled, lengths)]


def padding_cost(lengths, compiled, time):
    """Mean time at the padded lengths over mean time at the real ones: 1 is no cost.

    Arguments: as ``padded``; ``time`` a function from an array of lengths to times.

    >>> padding_cost([512, 1024, 4096], [4096], lambda length: length)
    2.181818181818182
    """
    lengths = np.asarray(checks.positive("lengths", lengths), float)
    if not lengths.size:
        raise ValueError("lengths: got none; takes one length or more")
    return float(np.mean(time(padded(lengths, compiled))) / np.mean(time(lengths)))


def reserved_slots(load, classes, slot=1.0):
    """Mean time in the system where each class of traffic has its own slots in a fixed frame.

        slot x (1 + classes / (2 (1 - load)))

    Classes arrive at random (Poisson) at equal rates; a frame has one slot for each, and a
    slot is as long as the longest request. An empty slot is lost. A class sees a queue of
    constant service, one a frame, and waits half a frame more for its own slot to come.

    Arguments: ``load`` the share of slots that are used, below 1; ``classes`` whole, from 1
    up; ``slot`` a time. Arrays broadcast. Returns a time in the unit of ``slot``.

    >>> reserved_slots(0.5, classes=8)
    9.0
    """
    load = _below_one("load", load)
    classes, slot = checks.whole("classes", classes), checks.positive("slot", slot)
    return slot * (1 + classes / (2 * (1 - load)))


def shared_queue(rate, mean, cv=0.0):
    """Mean time in the system where one queue serves all traffic as it comes.

        mean + rate x mean**2 x (1 + cv**2) / (2 (1 - rate x mean))

    Pollaczek and Khinchine's formula for random (Poisson) arrivals and one server.

    Arguments: ``rate`` arrivals in the inverse unit of ``mean``; ``mean`` service time;
    ``cv`` its coefficient of variation. Arrays broadcast. Returns a time. Raises ValueError
    for a load rate x mean of 1 or more.

    >>> shared_queue(rate=0.5, mean=1.0)
    1.5
    """
    mean, cv = checks.positive("mean", mean), checks.not_negative("cv", cv)
    load = _below_one("rate x mean", checks.not_negative("rate", rate) * mean)
    return mean + load * mean * (1 + cv * cv) / (2 * (1 - load))
