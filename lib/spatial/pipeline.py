"""Pipelines: one loop carried out in time or laid out in space, and a model in stages.

A processor carries a loop out in time: one instruction after the other on the same
circuits. Laid out in space, each operation of the body has its own circuit, and the
iterations follow each other through them. Four numbers tell how such a pipeline runs:

    interval     cycles from the start of one iteration to the start of the next
    depth        cycles from the start of an iteration to its end
    cycles       depth + (iterations - 1) x interval
    in flight    depth / interval, the iterations under way at once

The interval is 1 unless a result must come back before the next iteration can start
(ceil of delay over distance) or operations share circuits (ceil of uses over units).
A loop whose course depends on its data has no layout at all, and is refused.

A language model in pipeline stages is the same thing with tokens for iterations. One
request's next token depends on its last, so its own interval is the whole depth. Other
requests fill the stages between: as many as the passage lasts intervals, at no cost to
the first. Stage times come from ``lib.spatial.roofline``; hops between stages are added
here. ``run_loop`` and ``run_stages`` carry both out event by event (SimPy).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
import simpy

from lib import checks
from lib.hardware import chip
from lib.spatial.roofline import decode
from lib.tables import figure

# -- one loop -----------------------------------------------------------------------


def initiation_interval(delay=0, distance=1, uses=1, units=1):
    """Cycles from the start of one iteration to the next that a pipeline needs at least.

        max(1, ceil(delay / distance), ceil(uses / units))

    Arguments: ``delay`` cycles around a dependence that is carried from one iteration
    to the one ``distance`` later; ``uses`` of a kind of circuit in one iteration, of
    which there are ``units``. Arrays broadcast. Raises ValueError for a negative delay
    and for counts that are not whole or below 1.

    >>> initiation_interval(delay=4), initiation_interval(delay=4, distance=4)
    (4.0, 1.0)
    >>> initiation_interval(uses=3, units=2)
    2.0
    """
    delay = checks.not_negative("delay", delay)
    distance = checks.whole("distance", distance)
    uses, units = checks.whole("uses", uses), checks.whole("units", units)
    return np.maximum(np.maximum(np.ceil(delay / distance), np.ceil(uses / units)), 1.0)


def spatial_cycles(iterations, depth, interval=1):
    """Cycles of a loop laid out in space: depth + (iterations - 1) x interval.

    >>> spatial_cycles(1000, depth=7), spatial_cycles(1000, depth=7, interval=4)
    (1006, 4003)
    """
    iterations = checks.whole("iterations", iterations)
    depth, interval = checks.at_least("depth", depth, 1), checks.at_least("interval", interval, 1)
    return depth + (iterations - 1) * interval


def temporal_cycles(iterations, instructions, width=1):
    """Cycles of a loop on a processor that issues ``width`` instructions a cycle.

        ceil(iterations x instructions / width)

    The least it can be: no instruction waits for another.

    >>> temporal_cycles(1000, instructions=6), temporal_cycles(1000, 6, width=4)
    (6000.0, 1500.0)
    """
    iterations = checks.whole("iterations", iterations)
    instructions = checks.whole("instructions", instructions)
    return np.ceil(1.0 * iterations * instructions / checks.whole("width", width))


@dataclass(frozen=True)
class Operation:
    """One operation of a loop's body.

    Arguments
    ---------
    name : its own
    cycles : from its inputs to its result; its circuit takes new inputs every cycle
    after : names of the operations whose results of the same iteration it takes
    carried : name -> iterations ago: results of earlier iterations that it takes
    unit : the kind of circuit that does it

    >>> Operation("sum", 4, after=("product",), carried={"sum": 1}, unit="adder").cycles
    4
    """

    name: str
    cycles: int = 1
    after: tuple[str, ...] = ()
    carried: Mapping[str, int] = field(default_factory=dict)
    unit: str = ""

    def __post_init__(self):
        checks.keep(self, checks.count, "cycles")
        if isinstance(self.after, str):
            raise ValueError(f"after: got {self.after!r}; takes a tuple of names")
        carried = {name: checks.count("carried", n) for name, n in dict(self.carried).items()}
        object.__setattr__(self, "after", tuple(self.after))
        object.__setattr__(self, "carried", MappingProxyType(carried))


@dataclass(frozen=True)
class Loop:
    """A loop laid out in space: a circuit for each operation, or fewer that are shared.

    Arguments
    ---------
    operations : of the body
    iterations : how many; known before the loop starts
    units : kind of circuit -> how many there are; a kind not named has as many as uses

    Raises ValueError for iterations that are None (the data decide when it ends), for an
    operation that waits for one that is not there, and for one that waits for itself.

    >>> multiply = Operation("product", 3)
    >>> add = Operation("sum", 4, after=("product",), carried={"sum": 1})
    >>> loop = Loop((multiply, add), iterations=1000)
    >>> loop.interval, loop.depth, loop.cycles
    (4, 7, 4003)
    >>> Loop((multiply,), iterations=None)
    Traceback (most recent call last):
    ValueError: iterations: got None; takes a number known before the loop starts: no circuit \
can be laid out for a loop whose end its data decide
    """

    operations: tuple[Operation, ...]
    iterations: int
    units: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self):
        if self.iterations is None:
            raise ValueError(
                "iterations: got None; takes a number known before the loop starts: no circuit "
                "can be laid out for a loop whose end its data decide"
            )
        checks.keep(self, checks.count, "iterations")
        units = {kind: checks.count(f"units[{kind}]", n) for kind, n in dict(self.units).items()}
        object.__setattr__(self, "operations", tuple(self.operations))
        object.__setattr__(self, "units", MappingProxyType(units))
        names = [op.name for op in self.operations]
        if not names or len(set(names)) < len(names):
            raise ValueError(f"operations: got {names}; takes one or more, each of its own name")
        for op in self.operations:
            for name in (*op.after, *op.carried):
                if name not in names:
                    raise ValueError(f"operations: {op.name!r} waits for {name!r}, not among them")
        if len(self._order()) < len(names):
            stuck = sorted(set(names) - {op.name for op in self._order()})
            raise ValueError(f"operations: {', '.join(stuck)} wait in a circle in one iteration")

    def _order(self):
        """The operations, each after those it waits for in its iteration."""
        done, order = set(), []
        while ready := [
            op for op in self.operations if op.name not in done and done.issuperset(op.after)
        ]:
            done.update(op.name for op in ready)
            order += ready
        return order

    @property
    def recurrence_interval(self):
        """The interval that carried dependences force: the greatest ceil(delay / distance)."""
        cycles = {op.name: op.cycles for op in self.operations}
        waits = [(b, op.name, 0) for op in self.operations for b in op.after]
        waits += [(b, op.name, d) for op in self.operations for b, d in op.carried.items()]

        def settles(interval):
            """Whether start times exist: the longest paths come to an end."""
            start = dict.fromkeys(cycles, 0)
            for _ in range(len(cycles) + 1):
                late = {to: start[b] + cycles[b] - interval * d for b, to, d in waits
                        if start[b] + cycles[b] - interval * d > start[to]}  # fmt: skip
                if not late:
                    return True
                for b, to, d in waits:
                    start[to] = max(start[to], start[b] + cycles[b] - interval * d)
            return False

        return next(i for i in range(1, sum(cycles.values()) + 1) if settles(i))

    @property
    def resource_interval(self):
        """The interval that shared circuits force: the greatest ceil(uses / units)."""
        uses = {kind: sum(op.unit == kind for op in self.operations) for kind in self.units}
        return max([1, *(-(-uses[kind] // count) for kind, count in self.units.items())])

    @property
    def start(self):
        """The cycle of an iteration at which each operation starts."""
        return self._plan[1]

    @property
    def interval(self):
        """Cycles from one iteration to the next: the least at which a plan was found."""
        return self._plan[0]

    @cached_property
    def _plan(self):
        """(interval, start of each operation): modulo scheduling, earliest slot first."""
        interval = max(self.recurrence_interval, self.resource_interval)
        while (start := self._place(interval)) is None:
            interval += 1
        return interval, start

    def _place(self, interval):
        cycles = {op.name: op.cycles for op in self.operations}
        start = dict.fromkeys(cycles, 0)
        for _ in range(2 * len(cycles) + 4):  # carried dependences push; then place anew
            taken, before = {}, dict(start)
            for op in self._order():
                at = max([start[op.name], *(start[b] + cycles[b] for b in op.after)])
                most = self.units.get(op.unit, len(cycles))
                free = (at + k for k in range(interval)
                        if taken.get((op.unit, (at + k) % interval), 0) < most)  # fmt: skip
                start[op.name] = at = next(free)  # uses <= units x interval: one is free
                slot = op.unit, at % interval
                taken[slot] = taken.get(slot, 0) + 1
            late = [(op.name, start[b] + cycles[b] - interval * d)
                    for op in self.operations for b, d in op.carried.items()]  # fmt: skip
            for name, due in late:
                start[name] = max(start[name], due)
            if start == before:
                return start
        return None

    @property
    def depth(self):
        """Cycles from the start of an iteration to the end of its last operation."""
        return max(self.start[op.name] + op.cycles for op in self.operations)

    @property
    def cycles(self):
        """Cycles from the first start to the last end."""
        return spatial_cycles(self.iterations, self.depth, self.interval)

    @property
    def in_flight(self):
        """Iterations under way at once, at the most."""
        return min(self.iterations, -(-self.depth // self.interval))


def dot_product(length, sums=1, ports=None):
    """The loop of a dot product: load a weight, load an input, multiply, add to a sum.

    Arguments: ``length`` iterations; ``sums`` running sums that take turns, so that each
    waits for its own last addition only; ``ports`` to memory, one a load if not given.
    Loads take 2 cycles, a product 3, an addition 4: usual depths of such circuits.

    >>> dot_product(1000).interval, dot_product(1000, sums=4).interval
    (4, 1)
    >>> dot_product(1000, sums=4, ports=1).interval
    2
    """
    length, sums = checks.count("length", length), checks.count("sums", sums)
    body = (
        Operation("weight", 2, unit="port"),
        Operation("input", 2, unit="port"),
        Operation("product", 3, after=("weight", "input"), unit="multiplier"),
        Operation("sum", 4, after=("product",), carried={"sum": sums}, unit="adder"),
    )
    return Loop(body, length, {} if ports is None else {"port": checks.count("ports", ports)})


#: Instructions that a processor issues for each iteration of that loop besides its body:
#: step the index, test and branch.
LOOP_CONTROL = 2


def run_loop(loop, interval=None):
    """Carry a loop out event by event: when each iteration ends, in cycles.

    Every ``interval`` cycles (the loop's own, if none is given) an iteration starts. Each
    operation waits for its inputs, for its planned cycle and for a free circuit. At the
    loop's interval the ends are those of the closed form; at a shorter one they fall behind.

    >>> loop = Loop((Operation("a", 2), Operation("b", 3, after=("a",))), iterations=4)
    >>> run_loop(loop).tolist()
    [5.0, 6.0, 7.0, 8.0]
    """
    interval = loop.interval if interval is None else checks.count("interval", interval)
    env = simpy.Environment()
    names = [op.name for op in loop.operations]
    done = {(n, i): env.event() for n in names for i in range(loop.iterations)}
    circuits = {
        kind: simpy.PriorityResource(env, capacity=count) for kind, count in loop.units.items()
    }
    start = loop.start
    ends = np.zeros(loop.iterations)

    def carry_out(op, i):
        yield env.timeout(i * interval + start[op.name])
        earlier = [(b, i - d) for b, d in op.carried.items() if i >= d]
        yield env.all_of([done[b, i] for b in op.after] + [done[key] for key in earlier])
        if op.unit in circuits:
            with circuits[op.unit].request(priority=i) as circuit:
                yield circuit
                yield env.timeout(1)  # the circuit takes its next inputs a cycle later
            yield env.timeout(op.cycles - 1)
        else:
            yield env.timeout(op.cycles)
        done[op.name, i].succeed()
        ends[i] = max(ends[i], env.now)

    for i in range(loop.iterations):
        for op in loop.operations:
            env.process(carry_out(op, i))
    env.run()
    return ends


# -- a model in stages ----------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Flow:
    """Requests that circle through pipeline stages, in ``groups`` of ``group`` each.

    ``stage`` is the time of the longest stage and ``passage`` the time of a group
    through all stages and hops that meets no other, both in seconds; ``overhead`` is
    added to each token besides.
    """

    batch: float
    groups: float
    group: float
    stage: float
    passage: float
    overhead: float = 0.0

    @property
    def time(self):
        """Seconds a token: the passage, or the groups one by one through the longest stage."""
        return np.maximum(self.passage, self.groups * self.stage) + self.overhead

    @property
    def speed(self):
        """Tokens/s that one request sees."""
        return 1 / self.time

    @property
    def throughput(self):
        """Tokens/s of all requests together."""
        return self.batch / self.time

    @property
    def at_full_speed(self):
        """Groups that can circle before any waits for another: passage over stage, whole."""
        return np.floor(self.passage / self.stage * (1 + 1e-12))

    @property
    def busy(self):
        """Share of its time in which the longest stage works."""
        return self.groups * self.stage / self.time


def flow(deployment, batch, context, groups=None, hop=0.0):
    """How ``batch`` requests of a context circle through a deployment's stages.

        time = max(passage of a group + stages x hop, groups x longest stage)

    Arguments: ``groups`` into which the batch is cut; by default one for each stage, or
    for each request where those are fewer; 1 is lock step, all requests in one stage at
    a time. ``hop`` seconds from stage to stage, and from the last back to the first.
    Arrays broadcast. Without hops the time is that of ``roofline.decode``.

    Raises ValueError for a batch below 1, groups that are not whole or more than the
    batch, a negative hop, a context beyond the model's.

    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> lpus = Deployment(chip("groq_lpu_isca"), transformer("llama2_70b"), tensor=5, stages=80)
    >>> one, many = flow(lpus, 1, 2048), flow(lpus, 80, 2048)
    >>> one.speed == many.speed, round(many.throughput / one.throughput)
    (True, 80)
    """
    batch = checks.whole("batch", batch)
    hop = checks.not_negative("hop", hop)
    d = deployment
    if groups is None:
        groups = np.minimum(batch, d.stages)
    groups = checks.whole("groups", groups)
    checks.between("groups", groups, 1, batch, "at most as many groups as requests in the batch")
    group = np.ceil(batch / groups)
    # One group passes all layers as on the chips of one stage that held them all.
    alone = decode(d.but(stages=1), group, context).time - d.step_overhead
    longest = np.ceil(d.model.layers / d.stages) / d.model.layers
    hops = d.stages * (d.stages > 1) * hop
    return Flow(batch, groups, group, alone * longest, alone + hops, d.step_overhead)


def run_stages(times, groups, tokens, hop=0.0):
    """Circle groups through stages event by event: when each token of each group is done.

    Arguments: ``times`` seconds of each stage, ``groups`` that start together, ``tokens``
    each, ``hop`` seconds from stage to stage and back to the first. Returns an array
    (groups, tokens) of seconds. A stage serves one group at a time, first come first served.

    >>> run_stages([1.0, 1.0], groups=2, tokens=3).tolist()
    [[2.0, 4.0, 6.0], [3.0, 5.0, 7.0]]
    """
    times = np.atleast_1d(checks.not_negative("times", times))
    if times.ndim > 1 or not times.size:
        raise ValueError(f"times: got shape {times.shape}; takes one number a stage")
    groups, tokens = checks.count("groups", groups), checks.count("tokens", tokens)
    hop = checks.not_negative("hop", checks.single("hop", hop)) if len(times) > 1 else 0.0
    env = simpy.Environment()
    stages = [simpy.Resource(env) for _ in times]
    done = np.zeros((groups, tokens))

    def circle(group):
        for token in range(tokens):
            for stage, seconds in zip(stages, times, strict=True):
                with stage.request() as turn:
                    yield turn
                    yield env.timeout(seconds)
                yield env.timeout(hop)
            done[group, token] = env.now

    for group in range(groups):
        env.process(circle(group))
    env.run()
    return done


# -- which bandwidth ------------------------------------------------------------------


def token_rate(held, chips, stages, bandwidth, hop=0.0):
    """Tokens/s of one request when the stages read what they hold one after the other.

        1 / (held x stages / (chips x bandwidth) + stages x hop)

    Arguments: ``held`` bytes read for a token (weights, KV cache), by ``chips`` spread
    evenly over ``stages``, each at ``bandwidth`` bytes/s. Arrays broadcast; chips a
    stage need not be whole, so this is a bound that no wiring may reach.

    Raises ValueError for anything not above 0, a negative hop, stages beyond the chips.

    >>> print(f"{token_rate(68_976_648_192, 305, 80, 80e12):.0f}")
    4422
    """
    held, chips = checks.positive("held", held), checks.whole("chips", chips)
    stages = checks.whole("stages", stages)
    checks.between("stages", stages, 1, chips, "at most as many stages as chips")
    bandwidth, hop = checks.positive("bandwidth", bandwidth), checks.not_negative("hop", hop)
    return 1 / (1.0 * held * stages / (chips * bandwidth) + stages * (stages > 1) * hop)


def on_chip_bandwidths():
    """The four figures that pass for an LPU's on-chip bandwidth, by name, in bytes/s.

    What Groq advertises, and three ways inside the chip in bytes a cycle times its clock.
    Sources: groq2024lpu, abts2020.

    >>> [round(rate / 1e12, 1) for rate in on_chip_bandwidths().values()]
    [80.0, 50.7, 18.4, 9.2]
    """
    clock = figure("facts", "groq_clock").value
    ways = {"advertised": chip("groq_lpu").bandwidth}
    names = {"sram": "SRAM", "stream": "streams", "weights": "weight feed"}
    for key, name in names.items():
        ways[name] = figure("facts", f"groq_{key}_per_cycle").value * clock
    return ways


def vectors_to_cover_installing():
    """Vectors that a tile must be given before computing takes longer than installing it.

    The matrix unit's tiles hold ``4 x side**2`` weights, take so many bytes a cycle, and
    then one vector a cycle: from here on the arithmetic is the limit. Source: abts2020.

    >>> vectors_to_cover_installing()
    40.0
    """
    operations = chip("groq_lpu_isca").peak("int8") / figure("facts", "groq_clock").value
    return operations / 2 / figure("facts", "groq_weights_per_cycle").value
