"""A decode step as a task graph: what must be done, on which unit, after what.

A task holds one unit (a plane of a matrix unit, a vector unit, a memory, a link)
for ``duration`` cycles; ``latency`` cycles after that its result can be used.
Time is counted in whole cycles of a common clock. A send and its receive are one
task: it holds the link while the packets leave and arrives a hop later, at a cycle
that follows from its start.

Weights stay where they are and vectors come to them. A matrix is cut into tiles
as large as a plane; a plane installs a tile as fast as its weight feed allows, then
takes one vector a cycle. Attention heads, the columns of the first matrices and the
rows of the last ones are split over the chips of a stage (Megatron's split), which
leaves two all-reduces a layer. Whole layers are split over stages.

Left out: where in SRAM an operand lies and for how long, streams that cross a chip,
the depth of the arithmetic pipelines, instruction fetch, the writing of new keys and
values, the host. All of them add cycles that a plan would know ahead too.
"""

import math
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from lib import checks
from lib.sync.plan.machine import GROQ
from lib.units import bytes_per_value

#: What a task does, and the kind of unit that does it.
KIND_OF = {
    "norm": "vector", "qkv": "matrix", "rotate": "vector",
    "keys": "memory", "scores": "matrix", "softmax": "vector",
    "values": "memory", "mix": "matrix", "combine": "vector",
    "out": "matrix", "gate_up": "matrix", "activate": "vector", "down": "matrix",
    "scatter": "link", "reduce": "vector", "exchange": "link", "gather": "link",
    "stage": "link", "head": "matrix", "choose": "vector", "collect": "link", "token": "vector",
    "work": "other",
}  # fmt: skip
OPS = tuple(KIND_OF)
KINDS = ("matrix", "vector", "memory", "link", "other")
_OP = {name: i for i, name in enumerate(OPS)}
_KIND_OF_OP = np.array([KINDS.index(kind) for kind in KIND_OF.values()])


# -- the graph ----------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class TaskGraph:
    """Tasks, the unit that each needs, and the tasks whose results it uses.

    Tasks are numbered so that every operand comes before its user, which makes a
    cycle impossible. Arrays hold one entry a task; ``operand[first[t]:first[t + 1]]``
    are the tasks whose results task t uses.

    Arguments
    ---------
    duration : cycles the unit is held, whole, from 1 up, shape (tasks,)
    unit : index into ``units``, shape (tasks,)
    first : where a task's operands begin, shape (tasks + 1,)
    operand : task numbers, shape (operands,)
    latency : cycles from the end of a task to the use of its result, default 0
    op : index into ``OPS``, default "work"
    layer, request : labels for pictures, default 0
    units : the name of each unit
    unit_chip : the chip of each unit, shape (units,)

    Raises ValueError where an array has the wrong shape, a duration below 1, a
    negative latency, a unit that is not there, an operand at or after its user.

    >>> graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, (0, 1))])
    >>> graph.tasks, graph.units, graph.operands_of(2).tolist()
    (3, ('a', 'b'), [0, 1])
    """

    duration: np.ndarray
    unit: np.ndarray
    first: np.ndarray
    operand: np.ndarray
    latency: np.ndarray | None = None
    op: np.ndarray | None = None
    layer: np.ndarray | None = None
    request: np.ndarray | None = None
    units: tuple[str, ...] = ()
    unit_chip: np.ndarray | None = None
    title: str = field(default="", compare=False)

    def __post_init__(self):
        tasks = np.asarray(self.duration).shape[0] if np.ndim(self.duration) == 1 else -1
        if tasks < 1:
            shape = np.shape(self.duration)
            raise ValueError(f"duration: got shape {shape}; takes one dimension, from 1 task up")
        named = {"unit": None, "latency": 0, "op": _OP["work"], "layer": 0, "request": 0}
        self._keep("duration", tasks, least=1)
        for name, default in named.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, np.full(tasks, default))
            self._keep(name, tasks)
        self._keep("first", tasks + 1)
        if self.first[0] != 0 or np.any(np.diff(self.first) < 0):
            raise ValueError(
                "first: got a list that falls; takes 0 and then numbers that never fall"
            )
        self._keep("operand", int(self.first[-1]))
        users = self.users
        late = np.flatnonzero(self.operand >= users)
        if late.size:
            k = late[0]
            raise ValueError(
                f"operand: got {self.operand[k]} for task {users[k]}; takes a task before it"
            )
        units = self.units or tuple(f"unit {i}" for i in range(int(self.unit.max()) + 1))
        object.__setattr__(self, "units", tuple(units))
        checks.between("unit", self.unit, 0, len(units) - 1)
        checks.between("op", self.op, 0, len(OPS) - 1)
        if self.unit_chip is None:
            object.__setattr__(self, "unit_chip", np.zeros(len(units)))
        self._keep("unit_chip", len(units))

    def _keep(self, name, length, least=0):
        """Turn a field into a read-only array of whole numbers of a given length."""
        given = np.asarray(getattr(self, name))
        if given.shape != (length,):
            raise ValueError(f"{name}: got shape {given.shape}; takes ({length},)")
        if length:
            checks.whole(name, given, least=least)
        kept = given.astype(np.int64)
        kept.setflags(write=False)
        object.__setattr__(self, name, kept)

    @property
    def tasks(self):
        """Number of tasks."""
        return len(self.duration)

    @property
    def chips(self):
        """Number of chips that any unit belongs to."""
        return int(self.unit_chip.max()) + 1

    @property
    def kind(self):
        """Index into ``KINDS`` of each task, shape (tasks,)."""
        return _KIND_OF_OP[self.op]

    @property
    def chip(self):
        """Chip that runs each task; of a send, the chip that sends; shape (tasks,)."""
        return self.unit_chip[self.unit]

    @cached_property
    def users(self):
        """The task that uses each entry of ``operand``, shape (operands,)."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    @cached_property
    def successors(self):
        """The same edges the other way: ``(first, user)``, so that a task finds its users."""
        order = np.argsort(self.operand, kind="stable")
        counts = np.bincount(self.operand, minlength=self.tasks)
        return np.concatenate([[0], np.cumsum(counts)]), self.users[order]

    def operands_of(self, task):
        """The tasks whose results a task uses."""
        task = checks.count("task", task, 0, self.tasks - 1)
        return self.operand[self.first[task] : self.first[task + 1]]

    def describe(self, task):
        """A task in words.

        >>> from lib.transformer import transformer
        >>> layer = layer_graph(transformer("llama2_7b"))
        >>> layer.describe(0)
            'task 0: norm, layer 0, on chip 0 vector, 26 cycles'
        """
        task = checks.count("task", task, 0, self.tasks - 1)
        return (
            f"task {task}: {OPS[self.op[task]]}, layer {self.layer[task]}, "
            f"on {self.units[self.unit[task]]}, {self.duration[task]} cycles"
        )

    def but(self, **changes):
        """The same graph with some of its arrays changed."""
        return replace(self, **changes)


def work_per_unit(graph):
    """Cycles that each unit is needed, in any order: the sum of its durations, shape (units,).

    >>> work_per_unit(task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, (0, 1))])).tolist()
    [4, 2]
    """
    work = np.zeros(len(graph.units), dtype=np.int64)
    np.add.at(work, graph.unit, graph.duration)
    return work


def task_graph(rows, title=""):
    """A graph from rows of (unit name, duration, operands) or (…, operands, latency).

    Arguments: ``rows``, one a task, in an order where operands come first; durations
    and latencies in cycles. Returns a ``TaskGraph``.

    >>> task_graph([("plane", 41, ()), ("link", 48, (0,), 650)]).latency.tolist()
    [0, 650]
    """
    rows = [(*row, 0)[:4] for row in rows]
    names = list(dict.fromkeys(unit for unit, *_ in rows))
    index = {name: i for i, name in enumerate(names)}
    return TaskGraph(
        duration=[row[1] for row in rows],
        unit=[index[row[0]] for row in rows],
        first=np.cumsum([0] + [len(row[2]) for row in rows]),
        operand=np.array([o for row in rows for o in row[2]], dtype=float),
        latency=[row[3] for row in rows],
        units=tuple(map(str, names)),
        unit_chip=np.arange(len(names)),
        title=title,
    )


def barrier_graph(steps, chips, duration=1, latency=0):
    """Chips that compute a step and then all wait for all: the graph with a closed form.

        makespan = steps x (duration + latency)

    Arguments: ``steps`` and ``chips`` whole, ``duration`` and ``latency`` in cycles.
    Returns a ``TaskGraph`` in which each chip is one unit.

    >>> barrier_graph(steps=3, chips=4).tasks
    12
    """
    steps, chips = checks.count("steps", steps), checks.count("chips", chips)
    duration = checks.count("duration", duration)
    latency = checks.count("latency", latency, least=0)
    layer = np.repeat(np.arange(steps), chips)
    before = np.arange((steps - 1) * chips).reshape(steps - 1, 1, chips)
    size = np.where(layer == 0, 0, chips)
    return TaskGraph(
        duration=np.full(steps * chips, duration),
        unit=np.tile(np.arange(chips), steps),
        first=np.concatenate([[0], np.cumsum(size)]),
        operand=np.broadcast_to(before, (steps - 1, chips, chips)).ravel(),
        latency=np.full(steps * chips, latency),
        layer=layer,
        units=tuple(f"chip {i}" for i in range(chips)),
        unit_chip=np.arange(chips),
        title=f"{steps} steps of {chips} chips",
    )


def random_graph(rng, tasks, units=16, operands=2, reach=64, longest=50, latency=20):
    """A random graph: each task uses up to so many of the tasks just before it.

    Arguments: ``rng`` a NumPy Generator; ``tasks`` and ``units`` counts; ``operands``
    most operands of a task; ``reach`` how far back they lie; ``longest`` and
    ``latency`` largest duration and latency in cycles. Returns a ``TaskGraph``.

    >>> random_graph(np.random.default_rng(1), tasks=1000).tasks
    1000
    """
    tasks, units = checks.count("tasks", tasks), checks.count("units", units)
    longest, reach = checks.count("longest", longest), checks.count("reach", reach)
    operands = checks.count("operands", operands, least=0)
    latency = checks.count("latency", latency, least=0)
    numbers = np.arange(tasks)
    wanted = rng.integers(0, operands + 1, tasks)
    user = np.repeat(numbers, np.where(numbers == 0, 0, wanted))
    back = rng.integers(1, np.minimum(reach, np.maximum(user, 1)) + 1)
    edges = np.unique(np.stack([user, user - back], axis=1), axis=0) if user.size else user
    user, operand = (edges[:, 0], edges[:, 1]) if user.size else (user, user)
    return TaskGraph(
        duration=rng.integers(1, longest + 1, tasks),
        unit=rng.integers(0, units, tasks),
        first=np.concatenate([[0], np.cumsum(np.bincount(user, minlength=tasks))]),
        operand=operand,
        latency=rng.integers(0, latency + 1, tasks),
        units=tuple(f"unit {i}" for i in range(units)),
        unit_chip=np.arange(units),
        title=f"{tasks} random tasks",
    )


# -- a transformer on the machine -----------------------------------------------------


@dataclass(frozen=True)
class Mapping:
    """How a model lies on chips: stages of whole layers, each split over a few chips.

    ``layers[s]`` is the range of layers of stage s; its chips are
    ``s * chips`` to ``(s + 1) * chips - 1``.
    """

    stages: int
    chips: int
    layers: tuple[range, ...]
    bytes_per_chip: float


def mapping(model, stages, chips=8, precision="int8", context=None, requests=1, machine=GROQ):
    """Whole layers spread over stages as evenly as they go, and the bytes on the fullest chip.

    Stage s takes the layers from round(s L / S) to round((s + 1) L / S), so that the first
    and the last stage, which also hold the embedding and the output projection, are never
    among the fuller ones. LLaMA-2 70B in int8 on 72 nodes of 8 chips has one layer on 64
    nodes and two on 8.

    Arguments: ``model`` a ``Transformer``; ``stages`` and ``chips`` a stage; ``context``
    tokens of KV cache for each of ``requests``. Returns a ``Mapping``. Raises ValueError
    for more stages than layers, and for a model that the chips cannot hold, saying how
    many are short.

    >>> from lib.transformer import transformer
    >>> plan = mapping(transformer("llama2_70b"), stages=72)
    >>> sorted(map(len, plan.layers))[-9:], round(plan.bytes_per_chip / 1e6)
    ([1, 2, 2, 2, 2, 2, 2, 2, 2], 216)
    """
    context = _one_context(model, context)
    stages, chips = checks.count("stages", stages), checks.count("chips", chips)
    requests = checks.count("requests", requests)
    if stages > model.layers:
        raise ValueError(f"stages: got {stages}; takes from 1 to {model.layers} ({model.name})")
    edges = [math.floor(s * model.layers / stages + 0.5) for s in range(stages + 1)]
    layers = tuple(range(a, b) for a, b in zip(edges, edges[1:], strict=False))
    value = bytes_per_value(precision)
    table = model.vocabulary * model.hidden * value
    # a KV head is never split: with more chips than KV heads, several keep the same one
    kept_heads = math.ceil(model.kv_heads / chips)
    cache = requests * context * 2 * kept_heads * model.head_dim * value
    held = []
    for s, some in enumerate(layers):
        ends = table * ((s == 0) + (s == stages - 1))
        held.append(len(some) * (model.layer_parameters * value / chips + cache) + ends / chips)
    fullest = max(held)
    if fullest > machine.memory:
        short = math.ceil(stages * chips * fullest / machine.memory) - stages * chips
        raise ValueError(
            f"chips: got {stages} stages of {chips}, the fullest of which would hold "
            f"{fullest / 1e6:,.0f} MB in {machine.memory / 1e6:,.0f} MB; takes about {short:,} more"
        )
    return Mapping(stages, chips, layers, fullest)


def _one_context(model, context):
    """One whole number of tokens that the model takes: its longest, if none is given."""
    context = model.context if context is None else model.check_context(context)
    return checks.count("context", context, least=0)


class _Draft:
    """A graph being written: Python lists that become arrays at the end."""

    def __init__(self, machine):
        self.machine = machine
        self.duration, self.unit, self.latency = [], [], []
        self.op, self.layer, self.first, self.operand = [], [], [0], []

    def add(self, op, unit, duration, operands=(), latency=0, layer=0):
        self.duration.append(duration)
        self.unit.append(unit)
        self.latency.append(latency)
        self.op.append(_OP[op])
        self.layer.append(layer)
        self.operand.extend(operands)
        self.first.append(len(self.operand))
        return len(self.duration) - 1

    def plane(self, chip, k):
        return chip * self.machine.units_per_chip + k % self.machine.planes

    def vector(self, chip):
        return chip * self.machine.units_per_chip + self.machine.planes

    def memory(self, chip):
        return chip * self.machine.units_per_chip + self.machine.planes + 1

    def link(self, chip, peer):
        """The link to another chip of the node."""
        base = chip * self.machine.units_per_chip + self.machine.planes + 2
        return base + peer % self.machine.node

    def port(self, chip, k):
        """A link out of the node."""
        base = chip * self.machine.units_per_chip + self.machine.planes + 2 + self.machine.node
        return base + k % self.machine.ports

    def send(self, op, unit, payload, operand, layer):
        m = self.machine
        return self.add(op, unit, m.send_cycles(payload), (operand,), m.hop, layer)

    def graph(self, chips, requests, title):
        m, n = self.machine, len(self.duration)
        names = []
        for c in range(chips):
            base = c - c % m.node
            names += [f"chip {c} plane {k}" for k in range(m.planes)]
            names += [f"chip {c} vector", f"chip {c} memory"]
            names += [f"chip {c} to chip {base + k}" for k in range(m.node)]
            names += [f"chip {c} port {k}" for k in range(m.ports)]
        shift = np.repeat(np.arange(requests), len(self.operand)) * n
        first = np.array(self.first)
        starts = (first[:-1] + len(self.operand) * np.arange(requests)[:, None]).ravel()
        return TaskGraph(
            duration=np.tile(self.duration, requests),
            unit=np.tile(self.unit, requests),
            first=np.append(starts, len(self.operand) * requests),
            operand=np.tile(np.array(self.operand, dtype=np.int64), requests) + shift,
            latency=np.tile(self.latency, requests),
            op=np.tile(self.op, requests),
            layer=np.tile(self.layer, requests),
            request=np.repeat(np.arange(requests), n),
            units=tuple(names),
            unit_chip=np.repeat(np.arange(chips), m.units_per_chip),
            title=title,
        )


@dataclass(frozen=True)
class _Step:
    """One decode step of a batch on the chips of one stage: writes its tasks into a draft.

    ``held[j][c]`` is the task after which chip c owns the complete vector block j of the
    residual stream; ``near[c]`` are the tasks after which chip c has all of them.
    """

    draft: _Draft
    model: object
    batch: int
    context: int
    value_bytes: float
    activation_bytes: float
    exchange: str

    def nodes(self, chips):
        node = self.draft.machine.node
        return [chips[i : i + node] for i in range(0, len(chips), node)]

    def owner(self, block, group):
        """The chip of a node that sums block j: contiguous blocks, as even as they go."""
        blocks = self.draft.machine.vectors(self.model.hidden)
        return group[block * len(group) // blocks]

    @property
    def block_bytes(self):
        return self.batch * self.draft.machine.lanes * self.activation_bytes

    def columns(self, op, chip, depth, width, operands, layer):
        """A matrix of ``depth`` x ``width`` on the planes of a chip, a column of tiles a task."""
        d, m = self.draft, self.draft.machine
        cycles = m.column_cycles(depth, self.batch, self.value_bytes)
        count = m.vectors(width)
        return [d.add(op, d.plane(chip, k), cycles, operands, 0, layer) for k in range(count)]

    def on_vector(self, op, chip, values, passes, operands, layer):
        d = self.draft
        cycles = max(1, self.batch * d.machine.vectors(values) * passes)
        return d.add(op, d.vector(chip), cycles, operands, 0, layer)

    def attention(self, chip, n, near, layer):
        """Norm, projections and attention of a chip's own heads; the task that has the result."""
        d, m, model = self.draft, self.draft.machine, self.model
        heads, kv = model.heads // n, max(1, model.kv_heads // n)
        norm = self.on_vector("norm", chip, model.hidden, 2, near, layer)
        width = (heads + 2 * kv) * model.head_dim
        qkv = self.columns("qkv", chip, model.hidden, width, (norm,), layer)
        query = self.on_vector("rotate", chip, width, 1, qkv, layer)
        if not self.context:
            return query
        # the positions are cut into blocks of a tile's width and dealt to the planes; each
        # plane normalises its own block, and one pass at the end brings them to one scale
        mixed = []
        blocks = m.vectors(self.context)
        sharing = heads // kv
        for k in range(min(m.planes, blocks)):
            mine = range(k, blocks, m.planes)
            sizes = [min(m.lanes, self.context - b * m.lanes) for b in mine]
            many = self.batch * kv
            part = many * sum(sizes) * model.head_dim * self.value_bytes
            read = max(1, math.ceil(part / m.stream))
            keys = d.add("keys", d.memory(chip), read, (), 0, layer)
            values = d.add("values", d.memory(chip), read, (), 0, layer)
            one = m.column_cycles(model.head_dim, sharing, self.value_bytes)
            score = d.add(
                "scores", d.plane(chip, k), many * one * len(sizes), (query, keys), 0, layer
            )
            soft = self.on_vector("softmax", chip, heads * sum(sizes), 3, (score,), layer)
            wide = m.vectors(model.head_dim)
            tiles = sum(m.tile_cycles(size, sharing, self.value_bytes) for size in sizes)
            cycles = many * wide * tiles
            mixed.append(d.add("mix", d.plane(chip, k), cycles, (soft, values), 0, layer))
        return self.on_vector("combine", chip, heads * model.head_dim * len(mixed), 1, mixed, layer)

    def feed_forward(self, chip, n, near, layer):
        """Norm and the first matrices of the feed-forward block; the tasks that have the result."""
        model = self.model
        norm = self.on_vector("norm", chip, model.hidden, 2, near, layer)
        gates = 2 if model.gated else 1
        width = math.ceil(model.feed_forward / n)
        tiles = self.columns("gate_up", chip, model.hidden, gates * width, (norm,), layer)
        lanes = self.draft.machine.lanes
        return [self.on_vector("activate", chip, lanes, 1, (t,), layer) for t in tiles]

    def all_reduce(self, partial, held, chips, layer):
        """Sum the partial blocks of all chips: ``held`` after it.

        Within a node by direct exchange: each block goes to the chip that owns it
        ("scatter"), or to every chip ("direct"), over a link of its own. Between nodes
        the owners of a block swap their sums over the ports.
        """
        d, nodes = self.draft, self.nodes(chips)
        blocks = d.machine.vectors(self.model.hidden)
        new = [{} for _ in range(blocks)]
        lanes = d.machine.lanes
        for j in range(blocks):
            sums = {}
            for group in nodes:
                takers = group if self.exchange == "direct" else [self.owner(j, group)]
                for taker in takers:
                    terms = [partial[taker][j]]
                    for chip in group:
                        if chip != taker:
                            link = d.link(chip, taker)
                            terms.append(
                                d.send("scatter", link, self.block_bytes, partial[chip][j], layer)
                            )
                    # the residual joins the last sum; a chip that has it from a gather, or
                    # from the embedding, has it before it can have any of these terms
                    if len(nodes) == 1 and taker in held[j]:
                        terms.append(held[j][taker])
                    many = len(group) if len(nodes) == 1 else len(group) - 1
                    sums[taker] = self.on_vector("reduce", taker, lanes, many, terms, layer)
            if len(nodes) == 1:
                new[j] = sums
                continue
            swapped = {taker: [task] for taker, task in sums.items()}
            for a, group in enumerate(nodes):
                owner = self.owner(j, group)
                for b, other in enumerate(nodes):
                    if a != b:
                        port = d.port(owner, (b - a) % len(nodes) - 1)
                        send = d.send("exchange", port, self.block_bytes, sums[owner], layer)
                        swapped[self.owner(j, other)].append(send)
            for group in nodes:
                owner = self.owner(j, group)
                terms = swapped[owner] + ([held[j][owner]] if owner in held[j] else [])
                new[j][owner] = self.on_vector("reduce", owner, lanes, len(nodes), terms, layer)
        return new

    def all_gather(self, held, chips, layer):
        """Send every block to the chips of its node that lack it: ``near`` after it."""
        near = {chip: [] for chip in chips}
        d = self.draft
        for group in self.nodes(chips):
            for j, where in enumerate(held):
                for chip in group:
                    if chip in where:
                        near[chip].append(where[chip])
                    else:
                        owner = self.owner(j, group)
                        link = d.link(owner, chip)
                        task = d.send("gather", link, self.block_bytes, where[owner], layer)
                        near[chip].append(task)
        return near

    def layer(self, chips, held, near, number):
        """One layer: ``held`` after it; the gathering is left to whoever needs the blocks."""
        n, model = len(chips), self.model
        result = {c: (self.attention(c, n, near[c], number),) for c in chips}
        rows = model.heads // n * model.head_dim
        wide = model.hidden
        partial = {c: self.columns("out", c, rows, wide, result[c], number) for c in chips}
        held = self.all_reduce(partial, held, chips, number)
        near = self.all_gather(held, chips, number)
        result = {c: self.feed_forward(c, n, near[c], number) for c in chips}
        rows = math.ceil(model.feed_forward / n)
        partial = {c: self.columns("down", c, rows, wide, result[c], number) for c in chips}
        return self.all_reduce(partial, held, chips, number)

    def next_stage(self, held, chips, following, layer):
        """Hand every block to the chip with the same number in the next stage."""
        d, moved = self.draft, []
        across = dict(zip(chips, following, strict=True))
        for j, where in enumerate(held):
            owners = {self.owner(j, group) for group in self.nodes(chips)}
            moved.append(
                {
                    across[c]: d.send(
                        "stage", d.port(c, d.machine.ports - 1), self.block_bytes, t, layer
                    )
                    for c, t in where.items()
                    if c in owners
                }
            )
        return moved

    def next_token(self, near, chips, layer):
        """Output projection split by vocabulary, each chip's best, and the best of all."""
        d, model, n = self.draft, self.model, len(chips)
        best = []
        for c in chips:
            norm = self.on_vector("norm", c, model.hidden, 2, near[c], layer)
            width = math.ceil(model.vocabulary / n)
            tiles = self.columns("head", c, model.hidden, width, (norm,), layer)
            own = self.on_vector("choose", c, width, 1, tiles, layer)
            first = chips[0]
            if c != first:
                same = c // d.machine.node == first // d.machine.node
                way = d.link(c, first) if same else d.port(c, 0)
                own = d.send("collect", way, 8 * self.batch, own, layer)
            best.append(own)
        return d.add("token", d.vector(chips[0]), max(1, self.batch), best, 0, layer)


def _step(model, chips, batch, context, precision, activations, exchange, machine):
    batch, chips = checks.count("batch", batch), checks.count("chips", chips)
    context = _one_context(model, context)
    checks.choice("exchange", exchange, ("scatter", "direct"))
    if [(layer.kind, layer.experts) for layer in model.kinds] != [("full attention", 1)]:
        takes = "a dense model with ordinary attention: what its chips do must be known ahead"
        raise ValueError(f"model: got {model.name}; takes {takes}")
    if model.heads % chips:
        raise ValueError(
            f"chips: got {chips}; takes a divisor of {model.heads} heads ({model.name})"
        )
    if chips < model.kv_heads and model.kv_heads % chips:
        raise ValueError(f"chips: got {chips}; takes a divisor of {model.kv_heads} KV heads")
    if chips > machine.node and chips % machine.node:
        raise ValueError(f"chips: got {chips}; takes a multiple of {machine.node} beyond one node")
    if chips > machine.node and exchange == "direct":
        raise ValueError("exchange: got direct; takes scatter beyond one node")
    draft = _Draft(machine)
    value, act = bytes_per_value(precision), bytes_per_value(activations)
    return _Step(draft, model, batch, context, value, act, exchange), chips


def layer_graph(
    model,
    chips=8,
    batch=1,
    context=None,
    precision="int8",
    activations="fp16",
    exchange="scatter",
    machine=GROQ,
):
    """One layer of one decode step, tensor parallel, from a vector on every chip to the same.

    Arguments
    ---------
    model : a dense ``Transformer`` with ordinary attention
    chips : a divisor of its heads; beyond one node, whole nodes
    batch : requests that take the step together
    context : tokens in each one's KV cache, default the model's longest
    precision, activations : of weights and KV cache; of what is sent
    exchange : "scatter" sends a block to the chip that sums it and gathers the sums;
        "direct" sends every block to every chip of one node, one hop and more bytes
    machine : figures of the chip; whether the weights fit it is asked by ``mapping``

    Returns a ``TaskGraph``. Raises ValueError for a model with experts, a window or
    latent attention, and for chips that cannot share the heads evenly.

    >>> from lib.transformer import transformer
    >>> layer = layer_graph(transformer("llama2_70b"))
    >>> layer.tasks, layer.chips
    (1788, 8)
    """
    step, chips = _step(model, chips, batch, context, precision, activations, exchange, machine)
    some = list(range(chips))
    held = [{} for _ in range(machine.vectors(model.hidden))]
    held = step.layer(some, held, {c: () for c in some}, 0)
    step.all_gather(held, some, 0)
    title = f"{model.name}: a layer on {chips} chips"
    return step.draft.graph(-(-chips // machine.node) * machine.node, 1, title)


def model_graph(
    model,
    stages=72,
    chips=8,
    requests=1,
    batch=1,
    context=None,
    precision="int8",
    activations="fp16",
    exchange="scatter",
    machine=GROQ,
):
    """A whole decode step: every layer, stage after stage, to the choice of the next token.

    The default is 72 nodes of 8 chips, 576 chips, for LLaMA-2 70B: a layer on 64 nodes,
    two layers on 8 (see ``mapping``). Neighbouring stages have a link between chips of the
    same number. Several ``requests`` are copies of the step that share the chips and follow
    one another down the pipeline; ``batch`` requests share one copy.

    Arguments: as ``layer_graph``; ``stages`` at most the model's layers. Returns a
    ``TaskGraph``. Raises ValueError as ``layer_graph`` and ``mapping``.

    >>> from lib.transformer import transformer
    >>> small = transformer("llama2_7b").but(num_hidden_layers=4)
    >>> model_graph(small, stages=2).chips
    16
    """
    step, chips = _step(model, chips, batch, context, precision, activations, exchange, machine)
    requests = checks.count("requests", requests)
    whole = mapping(model, stages, chips, precision, step.context, requests * step.batch, machine)
    seats = -(-chips // machine.node) * machine.node
    held = [{} for _ in range(machine.vectors(model.hidden))]
    near = {c: () for c in range(chips)}
    for s, layers in enumerate(whole.layers):
        some = list(range(s * seats, s * seats + chips))
        if s:
            before = [c - seats for c in some]
            held = step.next_stage(held, before, some, layers[0] - 1)
            near = step.all_gather(held, some, layers[0] - 1)
        for number in layers:
            held = step.layer(some, held, near, number)
            if number != layers[-1] or s == stages - 1:
                near = step.all_gather(held, some, number)
    step.next_token(near, some, model.layers - 1)
    title = f"{model.name}: a step on {stages * chips} chips"
    return step.draft.graph(seats * whole.stages, requests, title)
