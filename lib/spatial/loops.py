"""Loops: one loop carried out in time, or laid out in space.

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
``run_loop`` carries one out event by event (SimPy).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import count
from types import MappingProxyType

import numpy as np
import simpy

from lib import checks


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
            takes = "takes a number known before the loop starts"
            why = "no circuit can be laid out for a loop whose end its data decide"
            raise ValueError(f"iterations: got None; {takes}: {why}")
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
        by_name = dict(zip(names, self.operations, strict=True))
        sorter = TopologicalSorter({op.name: op.after for op in self.operations})
        try:
            # Each operation after those it waits for in its iteration.
            object.__setattr__(self, "_order", [by_name[name] for name in sorter.static_order()])
        except CycleError as error:
            stuck = ", ".join(sorted(set(error.args[1])))
            raise ValueError(f"operations: {stuck} wait in a circle in one iteration") from None

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
        """(interval, start of each operation): modulo scheduling, earliest slot first.

        The first interval at which the circuits suffice is tried first. Below the one that
        carried results force no plan exists, for their starts push each other on for ever.
        """
        uses = Counter(op.unit for op in self.operations)
        shared = max([1, *(-(-uses[kind] // units) for kind, units in self.units.items())])
        return next((n, start) for n in count(shared) if (start := self._place(n)) is not None)

    def _place(self, interval):
        cycles = {op.name: op.cycles for op in self.operations}
        start = dict.fromkeys(cycles, 0)
        for _ in range(2 * len(cycles) + 4):  # carried dependences push; then place anew
            taken, before = {}, dict(start)
            for op in self._order:
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
