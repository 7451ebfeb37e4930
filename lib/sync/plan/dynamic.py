"""The same tasks without a plan: queues, run-time arbitration and service that varies.

Every unit has a queue and takes, when free, the task that its discipline names: the
one that came first, the one of highest priority, or the next of a given order. How
long a task takes is drawn from a law whose mean is the duration that a plan would
have used, so that the two machines differ in what they know and not in how fast they
are. ``simulate`` runs it event by event (SimPy).

Where the order on every unit is given, no simulation is needed: a task starts at the
latest of its operands' arrivals and the end of the task before it on its unit,

    start(t) = max(end(before t), max over operands p of end(p) + latency(p))

which is linear in the algebra of max and plus; ``max_plus`` computes it for many runs
at once. It equals the simulation with that order exactly, draw by draw, and the
simulation of any other discipline once the order that it took is given.

A plan cannot wait. It pays for variation with slots as long as the worst case, with
padding, and with a replay where an error cannot be corrected; the second half of this
file reckons that price.
"""

import math
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
import simpy
from scipy import stats

from lib import checks
from lib.sync.plan.taskgraph import KINDS, work_per_unit

LAWS = ("fixed", "exponential", "gamma", "lognormal", "uniform", "stalls")
DISCIPLINES = ("fifo", "priority", "planned")


# -- service that varies ----------------------------------------------------------------


@dataclass(frozen=True)
class Service:
    """The law of the factor by which a task's duration varies; its mean is always 1.

    Arguments
    ---------
    law : "fixed"; "exponential", a fixed share 1 - cv and an exponential rest;
        "gamma"; "lognormal"; "uniform", which is bounded (cv up to 0.577); "stalls",
        two values, the longer one with ``probability``. Or any law with ``isf(q)`` and
        ``mean()``, such as a measured one or one of scipy.stats: it is divided by its mean
    cv : coefficient of variation, standard deviation over mean; a law given as an object
        has its own
    probability : of a stall
    kinds : the kinds of unit whose tasks vary; the others keep their durations

    Raises ValueError for an unknown law or kind, a negative cv, one that the law cannot have.

    >>> round(float(Service("exponential", cv=0.5).quantile(0.99)), 3)
    2.803
    >>> Service("uniform", cv=0.1).longest
    1.1732050807568877
    """

    law: object = "fixed"
    cv: float = 0.0
    probability: float = 0.01
    kinds: tuple[str, ...] = KINDS

    def __post_init__(self):
        checks.not_negative("cv", self.cv)
        for kind in self.kinds:
            checks.choice("kinds", kind, KINDS)
        if self._own:
            takes = f"one of {', '.join(LAWS)}, or a law with isf and mean above 0"
            if not (hasattr(self.law, "isf") and hasattr(self.law, "mean")):
                raise ValueError(f"law: got {self.law!r}; takes {takes}")
            if not 0 < float(self.law.mean()) < math.inf or float(self.law.isf(1.0)) < 0:
                raise ValueError(f"law: got {self.law!r}; takes times from 0 up of a finite mean")
            return
        checks.choice("law", self.law, LAWS)
        top = {"fixed": 0.0, "exponential": 1.0, "uniform": 1 / math.sqrt(3)}
        if self.law == "stalls":
            p = self.probability
            if not 0 < p < 1:
                raise ValueError(f"probability: got {p!r}; takes a number between 0 and 1")
            # a stall so long that nothing else took time would have this one
            if not self.cv < math.sqrt((1 - p) / p):
                raise ValueError(
                    f"cv: got {self.cv!r}; takes less than {math.sqrt((1 - p) / p):.3g}"
                )
        elif self.law in top:
            checks.between("cv", self.cv, 0, top[self.law])

    @property
    def _own(self):
        return not isinstance(self.law, str)

    @property
    def _two(self):
        """The shorter and the longer value of "stalls"."""
        p = self.probability
        k = self.cv / (math.sqrt(p * (1 - p)) - self.cv * p)
        return 1 / (1 + p * k), (1 + k) / (1 + p * k)

    @property
    def _law(self):
        cv = self.cv
        if self.law == "exponential":
            return stats.expon(loc=1 - cv, scale=cv)
        if self.law == "gamma":
            return stats.gamma(1 / cv**2, scale=cv**2)
        if self.law == "lognormal":
            s = math.sqrt(math.log1p(cv**2))
            return stats.lognorm(s, scale=math.exp(-(s**2) / 2))
        return stats.uniform(1 - math.sqrt(3) * cv, 2 * math.sqrt(3) * cv)

    @property
    def longest(self):
        """The largest factor, infinite for a law without bound."""
        if self._own:
            return float(self.law.isf(0.0) / self.law.mean())
        if self.cv == 0:
            return 1.0
        if self.law == "stalls":
            return self._two[1]
        return 1 + math.sqrt(3) * self.cv if self.law == "uniform" else math.inf

    def quantile(self, q):
        """The factor that a task does not exceed with probability q (any array of q)."""
        q = np.asarray(checks.between("q", q, 0, 1), dtype=float)
        if self._own:
            return np.asarray(self.law.isf(1 - q) / self.law.mean())[()]
        if self.cv == 0:
            return np.ones_like(q)[()]
        if self.law == "stalls":
            return np.where(q <= 1 - self.probability, *self._two)[()]
        return self._law.ppf(q)

    def draw(self, rng, shape):
        """Factors drawn from the law, of a shape."""
        if self._own:
            # never the chance 0 itself, at which a law without bound has no time
            return self.law.isf(np.maximum(rng.random(shape), 2.0**-60)) / self.law.mean()
        if self.cv == 0:
            return np.ones(shape)
        if self.law == "stalls":
            return np.where(rng.random(shape) < self.probability, self._two[1], self._two[0])
        if self.law == "exponential":
            return 1 - self.cv + self.cv * rng.standard_exponential(shape)
        if self.law == "gamma":
            return rng.gamma(1 / self.cv**2, self.cv**2, shape)
        if self.law == "lognormal":
            s = math.sqrt(math.log1p(self.cv**2))
            return rng.lognormal(-(s**2) / 2, s, shape)
        return 1 + math.sqrt(3) * self.cv * (2 * rng.random(shape) - 1)

    def applies(self, graph):
        """Which tasks of a graph vary, shape (tasks,)."""
        return np.isin(graph.kind, [KINDS.index(kind) for kind in self.kinds])


def service_times(graph, service, rng, runs=None):
    """Durations drawn for every task, with the mean that the graph states.

    Arguments: ``service`` a ``Service``, ``rng`` a NumPy Generator, ``runs`` how many sets.
    Returns cycles, shape (tasks,), or (tasks, runs).

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> graph = barrier_graph(steps=2, chips=3, duration=10)
    >>> service_times(graph, Service(), np.random.default_rng(1)).tolist()
    [10.0, 10.0, 10.0, 10.0, 10.0, 10.0]
    """
    many = () if runs is None else (checks.count("runs", runs),)
    times = np.broadcast_to(graph.duration.reshape(-1, *[1] * len(many)), (graph.tasks, *many))
    times = times.astype(float)
    varying = service.applies(graph)
    times[varying] *= service.draw(rng, (int(varying.sum()), *many))
    return times


# -- running it ---------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Run:
    """One execution: ``start`` of each task and ``makespan``, in cycles (fractions occur)."""

    start: np.ndarray
    makespan: float


def _key(graph, discipline, priority, plan):
    """What a queue sorts by besides arrival, and each unit's order where that is fixed."""
    checks.choice("discipline", discipline, DISCIPLINES)
    wanted = {"fifo": None, "priority": ("priority", priority), "planned": ("plan", plan)}[
        discipline
    ]
    if wanted is None:
        return None
    name, given = wanted
    if np.shape(given) != (graph.tasks,):
        raise ValueError(f"{name}: got shape {np.shape(given)}; takes ({graph.tasks},)")
    return (-np.asarray(given) if discipline == "priority" else np.asarray(given)).tolist()


def _times(graph, times, overhead):
    """Durations and delays of one run: a message's arbitration adds to its way."""
    times = graph.duration if times is None else np.asarray(times)
    if times.shape != (graph.tasks,):
        raise ValueError(f"times: got shape {times.shape}; takes ({graph.tasks},)")
    checks.positive("times", times)
    overhead = checks.not_negative("overhead", checks.single("overhead", overhead))
    link = graph.kind == KINDS.index("link")
    return times.tolist(), (graph.latency + np.where(link, overhead, 0)).tolist()


def simulate(graph, times=None, discipline="fifo", priority=None, plan=None, overhead=0):
    """One run of a graph with queues and run-time arbitration, event by event in SimPy.

    Arguments
    ---------
    times : cycles that each task takes in this run, shape (tasks,); default its duration
    discipline : what a free unit takes from its queue. "fifo": the task whose operands
        came first; "priority": that of highest ``priority``; "planned": the next in the
        order of ``plan``, for which it waits even if others could start. Equals go by
        number; a unit chooses when all that happens at an instant has happened
    overhead : cycles that arbitration adds to the way of every message

    Returns a ``Run``. Raises ValueError for times, priority or plan of another shape, or
    for a plan whose order no run can follow.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> simulate(barrier_graph(steps=3, chips=4, duration=10, latency=2)).makespan
    36
    """
    key = _key(graph, discipline, priority, plan)
    times, delay = _times(graph, times, overhead)
    env = simpy.Environment()
    unit = graph.unit.tolist()
    first, user = (a.tolist() for a in graph.successors)
    missing = np.diff(graph.first).tolist()
    start = [None] * graph.tasks
    queues = [[] for _ in graph.units]
    busy = [False] * len(graph.units)
    chosen = [False] * len(graph.units)
    turn = [[] for _ in graph.units]
    if discipline == "planned":
        for t in sorted(range(graph.tasks), key=lambda t: (key[t], t), reverse=True):
            turn[unit[t]].append(t)

    def after(cycles, what, argument):
        event = env.timeout(cycles)
        event.callbacks.append(lambda _: what(argument))

    def arbitrate(u):
        """Let a free unit choose, once all other events of this instant are past."""
        if busy[u] or chosen[u]:
            return
        chosen[u] = True
        event = simpy.Event(env)
        event._ok, event._value = True, None
        event.callbacks.append(lambda _: choose(u))
        env.schedule(event, priority=2)

    def choose(u):
        chosen[u] = False
        if busy[u] or not queues[u]:
            return
        if discipline == "planned":
            if queues[u][0][1] != turn[u][-1]:
                return
            turn[u].pop()
        t = heappop(queues[u])[1]
        busy[u] = True
        start[t] = env.now
        after(times[t], finish, t)

    def finish(t):
        busy[unit[t]] = False
        arbitrate(unit[t])
        if delay[t]:
            after(delay[t], arrive, t)
        else:
            arrive(t)

    def arrive(t):
        for s in user[first[t] : first[t + 1]]:
            missing[s] -= 1
            if not missing[s]:
                join(s)

    def join(t):
        heappush(queues[unit[t]], (env.now if key is None else key[t], t))
        arbitrate(unit[t])

    for t in range(graph.tasks):
        if not missing[t]:
            join(t)
    env.run()
    if None in start:
        stuck = start.index(None)
        raise ValueError(
            f"plan: got an order in which task {stuck} never starts; takes one that runs"
        )
    start = np.array(start)
    return Run(start, (start + np.array(times) + np.array(delay)).max().item())


def max_plus(graph, plan, times=None, overhead=0):
    """Starts in many runs at once, with the order on every unit given.

        start(t) = max(end(before t), max over operands p of end(p) + latency(p))

    Arguments: ``plan`` starts (of a schedule or of a run), of which only the order on each
    unit is used, equals by number, shape (tasks,); ``times`` cycles, shape (tasks,) or
    (tasks, runs). Returns (starts of the shape of ``times``, makespans of shape () or
    (runs,)). Raises ValueError for other shapes and for an order that contradicts the operands.

    Every start grows with every time: with a fixed order, a faster task never delays a run.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> graph = barrier_graph(steps=3, chips=4, duration=10, latency=2)
    >>> start, makespan = max_plus(graph, simulate(graph).start)
    >>> int(makespan)
    36
    """
    plan = np.asarray(plan)
    if plan.shape != (graph.tasks,):
        raise ValueError(f"plan: got shape {plan.shape}; takes ({graph.tasks},)")
    times = graph.duration if times is None else np.asarray(times)
    if times.ndim not in (1, 2) or times.shape[0] != graph.tasks:
        raise ValueError(
            f"times: got shape {times.shape}; takes ({graph.tasks},) or ({graph.tasks}, runs)"
        )
    checks.positive("times", times)
    overhead = checks.not_negative("overhead", checks.single("overhead", overhead))
    delay = graph.latency + np.where(graph.kind == KINDS.index("link"), overhead, 0)
    # in the order of the plan every operand and every task before on the unit comes first
    order = np.lexsort((np.arange(graph.tasks), plan))
    place = np.empty(graph.tasks, dtype=np.int64)
    place[order] = np.arange(graph.tasks)
    late = np.flatnonzero(place[graph.operand] > place[graph.users])
    if late.size:
        raise ValueError(
            f"plan: got task {graph.users[late[0]]} before its operand {graph.operand[late[0]]}; "
            "takes starts in which operands come first"
        )
    free = [None] * len(graph.units)
    start = np.zeros(times.shape, dtype=np.result_type(times, delay))
    arrival = np.zeros_like(start)
    first, operand, unit = graph.first.tolist(), graph.operand, graph.unit.tolist()
    for t in order.tolist():
        a, b = first[t], first[t + 1]
        before = free[unit[t]]
        if b - a == 1:
            begin = arrival[operand[a]]
        elif b > a:
            begin = arrival[operand[a:b]].max(axis=0)
        else:
            begin = start[t]
        if before is not None:
            begin = np.maximum(begin, before)
        start[t] = begin
        free[unit[t]] = end = begin + times[t]
        arrival[t] = end + delay[t]
    return start, arrival.max(axis=0)


def makespans(graph, service, runs, rng, discipline="fifo", priority=None, plan=None, overhead=0):
    """The makespans of many independent runs, in cycles, shape (runs,).

    Arguments: as ``simulate``; ``service`` a ``Service``; ``runs`` how many; ``rng`` a NumPy
    Generator. "planned" is computed by ``max_plus``, the others by SimPy.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> graph = barrier_graph(steps=3, chips=4, duration=10)
    >>> makespans(graph, Service(), 2, np.random.default_rng(1)).tolist()
    [30.0, 30.0]
    """
    runs = checks.count("runs", runs)
    if discipline == "planned":
        # blocks of runs, so that memory stays small whatever is asked for
        block = max(1, 4_000_000 // graph.tasks)
        sizes = [min(block, runs - i) for i in range(0, runs, block)]
        drawn = (service_times(graph, service, rng, size) for size in sizes)
        return np.concatenate([max_plus(graph, plan, times, overhead)[1] for times in drawn])
    given = {"discipline": discipline, "priority": priority, "overhead": overhead}
    drawn = (service_times(graph, service, rng) for _ in range(runs))
    return np.array([simulate(graph, times, **given).makespan for times in drawn], dtype=float)


# -- what a plan pays -----------------------------------------------------------------


def slots(graph, service, q):
    """The graph with every duration that varies as long as its slot: the q-quantile, rounded up.

        slot = ceil(duration x quantile of the factor at q)

    A plan made for it holds in a run if no task outgrows its slot (``miss``).

    Arguments: ``q`` a probability; 1 is the worst case, which only a bounded law has.
    Returns a ``TaskGraph``. Raises ValueError for q = 1 and a law without bound.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> graph = barrier_graph(steps=1, chips=2, duration=100)
    >>> slots(graph, Service("exponential", cv=0.5), 0.99).duration.tolist()
    [281, 281]
    """
    checks.between("q", checks.single("q", q), 0, 1)
    longest = service.longest if q == 1 else float(service.quantile(q))
    if not math.isfinite(longest):
        raise ValueError(f"q: got 1; takes less: the {service.law} law has no worst case")
    # the hair below keeps 100 x 1.0000000000000002 from needing 101 cycles
    worst = np.ceil(graph.duration * longest - 1e-9).astype(np.int64)
    return graph.but(
        duration=np.where(service.applies(graph), np.maximum(worst, 1), graph.duration)
    )


def miss(q, tasks):
    """The probability that at least one of so many tasks outgrows its slot.

        1 - q**tasks

    for tasks that vary independently; arrays broadcast.

    >>> round(float(miss(0.99, 100)), 2)
    0.63
    """
    q = np.asarray(checks.between("q", q, 0, 1), dtype=float)
    tasks = checks.whole("tasks", tasks, least=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.expm1(np.where(np.asarray(tasks) == 0, 0.0, tasks * np.log(q)))[()]


def slot_quantile(missed, tasks):
    """The quantile that slots need for a run of so many tasks to fail with a given probability.

        q = (1 - missed)**(1 / tasks)

    >>> round(float(slot_quantile(0.01, 1788)), 7)
    0.9999944
    """
    missed = checks.between("missed", missed, 0, 1)
    tasks = checks.whole("tasks", tasks)
    with np.errstate(divide="ignore"):
        return np.exp(np.log1p(-np.asarray(missed, dtype=float)) / tasks)[()]


def replayed(latency, probability, q=None):
    """Latency where a run fails with a probability and is then played again from the start.

        mean = latency / (1 - p),   quantile = latency x ceil(log(1 - q) / log(p))

    Runs fail independently, so the number of runs is geometric.

    Arguments: ``latency`` of one run, any unit; ``probability`` p, below 1; ``q`` the wanted
    quantile, default the mean. Arrays broadcast. Returns a latency in the same unit.
    Source: abts2022 (an uncorrectable error replays the inference).

    >>> float(replayed(1.2e-3, 0.1)), float(replayed(1.2e-3, 0.001, q=0.9995))
    (0.0013333333333333333, 0.0024)
    """
    latency = checks.positive("latency", latency)
    p = np.asarray(_below_one("probability", probability), dtype=float)
    if q is None:
        return np.asarray(latency / (1 - p))[()]
    q = np.asarray(_below_one("q", q), dtype=float)
    with np.errstate(divide="ignore"):
        # a run less a hair: q = 1 - p exactly is one run, whatever the logarithms round to
        runs = np.ceil(np.log1p(-q) / np.log(p) - 1e-12)
    return np.asarray(latency * np.maximum(runs, 1))[()]


def _below_one(name, value):
    takes = "a number from 0 to just below 1"
    checks.between(name, value, 0, np.nextafter(1, 0), takes)
    return value


def padded(lengths, compiled):
    """The compiled length that each length runs at: the smallest that is long enough.

    A plan is made for one length. A shorter request pays for the whole of it, a longer one
    has no plan.

    Arguments: ``lengths`` any array; ``compiled`` the lengths that have a plan. Returns
    lengths of the shape of ``lengths``. Raises ValueError for a length beyond the longest plan.

    >>> padded([10, 600, 1024], compiled=[512, 1024, 4096]).tolist()
    [512.0, 1024.0, 1024.0]
    """
    compiled = np.unique(checks.positive("compiled", np.atleast_1d(compiled)))
    if not compiled.size:
        raise ValueError("compiled: got none; takes the lengths that have a plan")
    lengths = np.asarray(checks.not_negative("lengths", lengths))
    checks.between("lengths", lengths, 0, compiled[-1])
    return compiled[np.searchsorted(compiled, lengths)]


def padding_cost(lengths, compiled, time):
    """Mean time at the padded lengths over mean time at the real ones: 1 is no cost.

    Arguments: as ``padded``; ``time`` a function from an array of lengths to times.

    >>> padding_cost([512, 1024, 4096], [4096], lambda length: length)
    2.181818181818182
    """
    lengths = np.asarray(lengths)
    if not lengths.size:
        raise ValueError("lengths: got none; takes one length or more")
    return float(np.mean(time(padded(lengths, compiled))) / np.mean(time(lengths)))


def slowed(graph, factor, chip=None):
    """The graph with one chip's tasks, or all of them, longer by a factor, rounded up.

    With a chip: what a machine that waits makes of a slow chip, and a plan that was made
    anew for it. Without: what a plan pays that keeps every chip in step with the slowest.

    Arguments: ``factor`` from 1 up; ``chip`` a number. Returns a ``TaskGraph``.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> slowed(barrier_graph(steps=1, chips=2, duration=10), 1.25, chip=1).duration.tolist()
    [10, 13]
    """
    factor = checks.at_least("factor", checks.single("factor", factor), 1)
    if chip is not None:
        chip = checks.count("chip", chip, 0, graph.chips - 1)
    mine = np.ones(graph.tasks, dtype=bool) if chip is None else graph.chip == chip
    longer = np.ceil(graph.duration * factor - 1e-9).astype(np.int64)
    return graph.but(duration=np.where(mine, longer, graph.duration))


def reserved_slots(load, classes, slot=1.0):
    """Mean time in the system where each class of traffic has its own slots in a fixed frame.

        slot x (1 + classes / (2 (1 - load)))

    Classes arrive at random (Poisson) at equal rates; a frame has one slot for each, and a
    slot is as long as the longest request. An empty slot is lost. A class sees a queue of
    constant service, one a frame, and waits half a frame more for its own slot to come.

    Arguments: ``load`` the share of slots that are used, below 1; ``classes`` whole, from 1
    up; ``slot`` a time. Arrays broadcast. Returns a time in the unit of ``slot``.

    >>> float(reserved_slots(0.5, classes=8))
    9.0
    """
    load = np.asarray(_below_one("load", load), dtype=float)
    classes, slot = checks.whole("classes", classes), checks.positive("slot", slot)
    return np.asarray(slot * (1 + classes / (2 * (1 - load))))[()]


def shared_queue(rate, mean, cv=0.0):
    """Mean time in the system where one queue serves all traffic as it comes.

        mean + rate x mean**2 x (1 + cv**2) / (2 (1 - rate x mean))

    Pollaczek and Khinchine's formula for random (Poisson) arrivals and one server.

    Arguments: ``rate`` arrivals in the inverse unit of ``mean``; ``mean`` service time;
    ``cv`` its coefficient of variation. Arrays broadcast. Returns a time. Raises ValueError
    for a load rate x mean of 1 or more.

    >>> float(shared_queue(rate=0.5, mean=1.0))
    1.5
    """
    rate = np.asarray(checks.not_negative("rate", rate), dtype=float)
    mean, cv = checks.positive("mean", mean), checks.not_negative("cv", cv)
    load = rate * mean
    _below_one("rate x mean", load)
    return np.asarray(mean + load * mean * (1 + np.square(cv)) / (2 * (1 - load)))[()]


# -- the two machines side by side ------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What a reader of tokens sees of a machine.

    ``mean``, ``median``, ``p99`` latency of a step in seconds; ``throughput`` steps/s,
    where steps follow one another as closely as the busiest unit allows.
    """

    mean: float
    median: float
    p99: float
    throughput: float


def static_outcome(graph, makespan, clock=900e6, failure=0.0):
    """Latency and throughput of a plan that fails and is replayed with a probability.

        throughput = (1 - failure) x clock / work of the busiest unit

    Arguments: ``graph`` that the plan was made for, with its slots; ``makespan`` cycles;
    ``clock`` Hz; ``failure`` probability that a run must be replayed, for a missed slot
    (``miss``) or an uncorrectable error. Returns an ``Outcome``.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> static_outcome(barrier_graph(3, 4, 10), makespan=30, clock=1.0, failure=0.5)
    Outcome(mean=60.0, median=30.0, p99=210.0, throughput=0.016666666666666666)
    """
    makespan = checks.positive("makespan", checks.single("makespan", makespan))
    clock = checks.positive("clock", checks.single("clock", clock))
    failure = _below_one("failure", checks.single("failure", failure))
    latency = makespan / clock
    mean, median, p99 = (float(replayed(latency, failure, q)) for q in (None, 0.5, 0.99))
    interval = work_per_unit(graph).max() / clock
    return Outcome(mean, median, p99, float((1 - failure) / interval))


def dynamic_outcome(graph, makespans, clock=900e6, failure=0.0, retry=0):
    """Latency and throughput of a machine that waits, from its makespans in many runs.

    An error costs it one message sent again, not the run. Its busiest unit is kept busy by
    the next steps, so variation costs latency and not throughput.

    Arguments: ``graph`` with its mean durations; ``makespans`` cycles, shape (runs,);
    ``clock`` Hz; ``failure`` probability of an error in a run; ``retry`` cycles that it
    costs. Returns an ``Outcome``.

    >>> from lib.sync.plan.taskgraph import barrier_graph
    >>> dynamic_outcome(barrier_graph(3, 4, 10), [30, 40], clock=1.0).mean
    35.0
    """
    spans = np.atleast_1d(np.asarray(checks.positive("makespans", makespans), dtype=float))
    if spans.ndim > 1 or not spans.size:
        raise ValueError(f"makespans: got shape {spans.shape}; takes cycles of one run or more")
    clock = checks.positive("clock", checks.single("clock", clock))
    p = float(_below_one("failure", checks.single("failure", failure)))
    retry = checks.not_negative("retry", checks.single("retry", retry))
    # a mixture: each run without the error, and with it
    values = np.concatenate([spans, spans + retry])
    weight = np.concatenate([np.full(spans.size, 1 - p), np.full(spans.size, p)]) / spans.size
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weight[order])
    median, p99 = (values[order][np.searchsorted(share, q - 1e-12)] for q in (0.5, 0.99))
    interval = work_per_unit(graph).max() / clock
    mean = (values * weight).sum()
    return Outcome(
        float(mean / clock), float(median / clock), float(p99 / clock), float(1 / interval)
    )


def price_of_a_plan(static, dynamic):
    """What the plan costs over the machine that waits, as ratios: above 1 the plan is dearer.

    Arguments: two ``Outcome``. Returns an ``Outcome`` of ratios; of throughputs, the dynamic
    one over the static one.

    >>> a, b = Outcome(2, 2, 2, 10), Outcome(1, 1, 4, 20)
    >>> price_of_a_plan(a, b)
    Outcome(mean=2.0, median=2.0, p99=0.5, throughput=2.0)
    """
    pairs = ((getattr(static, n), getattr(dynamic, n)) for n in ("mean", "median", "p99"))
    return Outcome(*(s / d for s, d in pairs), dynamic.throughput / static.throughput)
