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
leaves two all-reduces a layer. Whole layers are split over stages, and what the last stage
chooses goes back to the first.

Experts are equally large, so what a token's experts take is known before it is known which they
are: their times are fixed, and the addresses of their weights are read as the plan runs.

Left out: where in SRAM an operand lies and for how long, streams that cross a chip,
the depth of the arithmetic pipelines, instruction fetch, the writing of new keys and
values, the host. All of them add cycles that a plan would know ahead too.
"""

import math
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import accumulate

import numpy as np

from lib import checks
from lib.hardware import chip as chip_of
from lib.spatial.placement import require_room, stage_layers
from lib.spatial.roofline import Deployment
from lib.sync.plan.machine import GROQ
from lib.units import bytes_per_value

#: What a task does, and the kind of unit that does it.
KIND_OF = {
    "norm": "vector", "qkv": "matrix", "rotate": "vector",
    "keys": "memory", "scores": "matrix", "softmax": "vector",
    "values": "memory", "mix": "matrix", "combine": "vector",
    "out": "matrix", "route": "matrix", "pick": "vector",
    "gate_up": "matrix", "activate": "vector", "down": "matrix",
    "scatter": "link", "reduce": "vector", "exchange": "link", "gather": "link",
    "stage": "link", "head": "matrix", "choose": "vector", "collect": "link", "token": "vector",
    "return": "link", "work": "other",
}  # fmt: skip
OPS = tuple(KIND_OF)
UNIT_KINDS = ("matrix", "vector", "memory", "link", "other")
_OP = {name: i for i, name in enumerate(OPS)}
_KIND_OF_OP = np.array([UNIT_KINDS.index(kind) for kind in KIND_OF.values()])
#: Cycles of all tasks of a graph together are fewer: up to here a float64 counts them exactly.
MOST_CYCLES = 2**53
#: Requests up to which whole vectors cost a plan less than a second hop does.
MOST_DIRECT = 2


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
    negative latency, a unit that is not there, an operand at or after its user, and for
    cycles that come to 2**53 or more in all.

    >>> graph = task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, (0, 1))])
    >>> graph.tasks, graph.units, graph.operand.tolist()
    (3, ('a', 'b'), [0, 0, 1])
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

    def __post_init__(self):
        tasks = checks.shaped("duration", self.duration, None).size
        self._keep("duration", tasks, least=1)
        for name, default in (("unit", None), ("latency", 0), ("op", _OP["work"]), ("layer", 0),
                              ("request", 0)):  # fmt: skip
            self._keep(name, tasks, default)
        if float(self.duration.sum(dtype=float) + self.latency.sum(dtype=float)) >= MOST_CYCLES:
            worst = max(self.duration.max(), self.latency.max())
            raise ValueError(f"duration: got {worst:,}; takes cycles below 2**53 in all")
        self._keep("first", tasks + 1)
        if self.first[0] != 0 or np.any(np.diff(self.first) < 0):
            raise ValueError("first: got a list that falls; takes 0 and then what never falls")
        self._keep("operand", int(self.first[-1]))
        late = np.flatnonzero(self.operand >= self.users)
        if late.size:
            k = late[0]
            raise ValueError(
                f"operand: got {self.operand[k]} for task {self.users[k]}; takes a task before it"
            )
        units = self.units or tuple(f"unit {i}" for i in range(int(self.unit.max()) + 1))
        object.__setattr__(self, "units", tuple(units))
        checks.between("unit", self.unit, 0, len(units) - 1)
        checks.between("op", self.op, 0, len(OPS) - 1)
        self._keep("unit_chip", len(units), 0)

    def _keep(self, name, length, default=None, least=0):
        """Turn a field into a read-only array of whole numbers of a given length."""
        given = getattr(self, name)
        given = np.full(length, default) if given is None else checks.whole(name, given, least)
        given = checks.shaped(name, checks.between(name, given, least, MOST_CYCLES), length)
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
        """Index into ``UNIT_KINDS`` of each task, shape (tasks,)."""
        return _KIND_OF_OP[self.op]

    @property
    def does(self):
        """The name of what each task does, one of ``OPS``, shape (tasks,)."""
        return np.array(OPS)[self.op].tolist()

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

    def but(self, **changes):
        """The same graph with some of its arrays changed."""
        return replace(self, **changes)


def work_per_unit(graph):
    """Cycles that each unit is needed, in any order: the sum of its durations, shape (units,).

    >>> work_per_unit(task_graph([("a", 3, ()), ("b", 2, (0,)), ("a", 1, (0, 1))])).tolist()
    [4, 2]
    """
    work = np.zeros(len(checks.a("graph", graph).units), dtype=np.int64)
    np.add.at(work, graph.unit, graph.duration)
    return work


def task_graph(rows):
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
        duration=[duration for _, duration, _, _ in rows],
        unit=[index[unit] for unit, *_ in rows],
        first=np.cumsum([0] + [len(operands) for _, _, operands, _ in rows]),
        operand=[operand for _, _, operands, _ in rows for operand in operands],
        latency=[latency for *_, latency in rows],
        units=tuple(map(str, names)), unit_chip=np.arange(len(names)),
    )  # fmt: skip


# -- a transformer on the machine -----------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Step:
    """One decode step of a batch on the chips of one stage, written task by task into lists.

    ``held[j][c]`` is the task after which chip c owns the complete vector block j of the
    residual stream; ``near[c]`` are the tasks after which chip c has all of them.
    """

    model: object
    batch: int
    context: int
    value_bytes: float
    activation_bytes: float
    exchange: str
    machine: object
    tasks: list = field(default_factory=list)  # duration, unit, latency, op, layer, operands

    def add(self, op, unit, duration, operands=(), latency=0, layer=0):
        self.tasks.append((duration, unit, latency, _OP[op], layer, operands))
        return len(self.tasks) - 1

    @cached_property
    def places(self):
        """Of each kind of unit on a chip, its first number and how many there are."""
        m, first, found = self.machine, 0, {}
        for kind, many in (("plane", m.planes), ("vector", 1), ("memory", 1), ("link", m.node),
                           ("port", m.ports)):  # fmt: skip
            found[kind] = first, many
            first += many
        return found

    def unit(self, chip, kind, k=0):
        """A unit of a chip: a plane, the vector unit, the memory, a link to chip k, a port."""
        first, many = self.places[kind]
        return chip * self.machine.units_per_chip + first + k % many

    def send(self, op, unit, payload, operand, layer):
        return self.add(op, unit, self.machine.send_cycles(payload), (operand,), self.machine.hop,
                        layer)  # fmt: skip

    def graph(self, chips, requests):
        """The tasks as a graph, once for each request."""
        m, n = self.machine, len(self.tasks)
        duration, unit, latency, op, layer, operands = zip(*self.tasks, strict=True)
        names = []
        for c in range(chips):
            peers = range(c - c % m.node, c - c % m.node + m.node)
            names += [f"chip {c} plane {k}" for k in range(m.planes)]
            names += [f"chip {c} vector", f"chip {c} memory"]
            names += [f"chip {c} to chip {peer}" for peer in peers]
            names += [f"chip {c} port {k}" for k in range(m.ports)]
        copies = partial(np.tile, reps=requests)
        used = np.array([p for some in operands for p in some], dtype=np.int64)
        return TaskGraph(
            copies(duration), copies(unit),
            first=np.cumsum([0, *copies(list(map(len, operands)))]),
            operand=copies(used) + np.repeat(np.arange(requests), used.size) * n,
            latency=copies(latency), op=copies(op), layer=copies(layer),
            request=np.repeat(np.arange(requests), n), units=tuple(names),
            unit_chip=np.repeat(np.arange(chips), m.units_per_chip),
        )  # fmt: skip

    def nodes(self, chips):
        node = self.machine.node
        return [chips[i : i + node] for i in range(0, len(chips), node)]

    def owner(self, block, group):
        """The chip of a node that sums block j: contiguous blocks, as even as they go."""
        return group[block * len(group) // self.machine.vectors(self.model.hidden)]

    @property
    def block_bytes(self):
        return self.batch * self.machine.lanes * self.activation_bytes

    @cached_property
    def blocks(self):
        """Feed-forward blocks that a plan has cycles for, and the vectors that pass through each.

        A block for every expert that a request calls, with its vector; where these would be more
        than there are experts, all experts, with every vector through each.
        """
        layer = self.model.kinds[0]
        called = self.batch * layer.active_experts
        return (called, 1) if called <= layer.experts else (layer.experts, self.batch)

    def columns(self, op, chip, depth, width, operands, layer, vectors=None):
        """A matrix of ``depth`` x ``width`` on the planes of a chip, a column of tiles a task."""
        vectors = self.batch if vectors is None else vectors
        cycles = self.machine.column_cycles(depth, vectors, self.value_bytes)
        count = self.machine.vectors(width)
        return [self.add(op, self.unit(chip, "plane", k), cycles, operands, 0, layer)
                for k in range(count)]  # fmt: skip

    def on_vector(self, op, chip, values, passes, operands, layer):
        cycles = max(1, self.batch * self.machine.vectors(values) * passes)
        return self.add(op, self.unit(chip, "vector"), cycles, operands, 0, layer)

    def attention(self, chip, n, near, layer):
        """Norm, projections and attention of a chip's own heads; the task that has the result."""
        m, model, add, unit = self.machine, self.model, self.add, partial(self.unit, chip)
        heads, kv = model.heads // n, max(1, model.kv_heads // n)
        norm = self.on_vector("norm", chip, model.hidden, 2, near, layer)
        width = (heads + 2 * kv) * model.head_dim
        qkv = self.columns("qkv", chip, model.hidden, width, (norm,), layer)
        query = self.on_vector("rotate", chip, width, 1, qkv, layer)
        if not self.context:
            return query
        # the positions are cut into blocks of a tile's width and dealt to the planes; each
        # plane normalises its own block, and one pass at the end brings them to one scale
        mixed, blocks, sharing, many = [], m.vectors(self.context), heads // kv, self.batch * kv
        one = m.column_cycles(model.head_dim, sharing, self.value_bytes)
        for k in range(min(m.planes, blocks)):
            sizes = [min(m.lanes, self.context - b * m.lanes) for b in range(k, blocks, m.planes)]
            part = many * sum(sizes) * model.head_dim * self.value_bytes
            read = max(1, math.ceil(part / m.stream))
            keys = add("keys", unit("memory"), read, (), 0, layer)
            values = add("values", unit("memory"), read, (), 0, layer)
            score = add("scores", unit("plane", k), many * one * len(sizes), (query, keys), 0,
                        layer)  # fmt: skip
            soft = self.on_vector("softmax", chip, heads * sum(sizes), 3, (score,), layer)
            tiles = sum(m.tile_cycles(size, sharing, self.value_bytes) for size in sizes)
            cycles = many * m.vectors(model.head_dim) * tiles
            mixed.append(add("mix", unit("plane", k), cycles, (soft, values), 0, layer))
        return self.on_vector("combine", chip, heads * model.head_dim * len(mixed), 1, mixed, layer)

    def feed_forward(self, chip, n, near, layer):
        """Norm and the first matrices of the feed-forward block; the tasks that have the result."""
        model, (blocks, vectors) = self.model, self.blocks
        ready = self.on_vector("norm", chip, model.hidden, 2, near, layer)
        if model.experts > 1:  # every chip asks the router, and then knows where its weights lie
            scores = self.columns("route", chip, model.hidden, model.experts, (ready,), layer)
            ready = self.on_vector("pick", chip, model.experts, model.active_experts, scores, layer)
        width = blocks * (2 if model.gated else 1) * math.ceil(model.feed_forward / n)
        tiles = self.columns("gate_up", chip, model.hidden, width, (ready,), layer, vectors)
        lanes = self.machine.lanes
        return [self.on_vector("activate", chip, lanes, 1, (t,), layer) for t in tiles]

    def all_reduce(self, partial_, held, chips, layer, exchange):
        """Sum the partial blocks of all chips: ``held`` after it.

        Within a node by direct exchange: each block goes to the chip that owns it
        ("scatter"), or to every chip ("direct"), over a link of its own. Between nodes
        the owners of a block swap their sums over the ports.
        """
        nodes, lanes = self.nodes(chips), self.machine.lanes
        new = []
        for j, before in enumerate(held):
            sums = {}
            for group in nodes:
                for taker in group if exchange == "direct" else [self.owner(j, group)]:
                    terms = [partial_[taker][j]]
                    for chip in group:
                        if chip != taker:
                            link = self.unit(chip, "link", taker)
                            sent = partial_[chip][j]
                            terms.append(self.send("scatter", link, self.block_bytes, sent, layer))
                    # the residual joins the last sum; a chip that has it from a gather, or
                    # from the embedding, has it before it can have any of these terms
                    if len(nodes) == 1 and taker in before:
                        terms.append(before[taker])
                    many = len(group) if len(nodes) == 1 else len(group) - 1
                    sums[taker] = self.on_vector("reduce", taker, lanes, many, terms, layer)
            new.append(sums if len(nodes) == 1 else self.swap(j, nodes, sums, before, layer))
        return new

    def swap(self, j, nodes, sums, before, layer):
        """The owners of a block in each node send each other its sums, and add them up."""
        terms = {taker: [task] for taker, task in sums.items()}
        owners = [self.owner(j, group) for group in nodes]
        for a, owner in enumerate(owners):
            for b, other in enumerate(owners):
                if a != b:
                    port = self.unit(owner, "port", (b - a) % len(nodes) - 1)
                    sent = self.send("exchange", port, self.block_bytes, sums[owner], layer)
                    terms[other].append(sent)
        for owner in owners:
            terms[owner] += [before[owner]] if owner in before else []
        lanes = self.machine.lanes
        return {owner: self.on_vector("reduce", owner, lanes, len(nodes), terms[owner], layer)
                for owner in owners}  # fmt: skip

    def all_gather(self, held, chips, layer):
        """Send every block to the chips of its node that lack it: ``near`` after it."""
        near = {chip: [] for chip in chips}
        for group in self.nodes(chips):
            for j, where in enumerate(held):
                for chip in group:
                    if chip in where:
                        near[chip].append(where[chip])
                    else:
                        owner = self.owner(j, group)
                        link = self.unit(owner, "link", chip)
                        task = self.send("gather", link, self.block_bytes, where[owner], layer)
                        near[chip].append(task)
        return near

    def layer(self, chips, held, near, number, handed_on=False):
        """One layer: ``held`` after it; the gathering is left to whoever needs the blocks.

        What is ``handed_on`` to another stage only its owners need.
        """
        n, model = len(chips), self.model
        result = {c: (self.attention(c, n, near[c], number),) for c in chips}
        rows, wide = model.heads // n * model.head_dim, model.hidden
        parts = {c: self.columns("out", c, rows, wide, result[c], number) for c in chips}
        held = self.all_reduce(parts, held, chips, number, self.exchange)
        near = self.all_gather(held, chips, number)
        result = {c: self.feed_forward(c, n, near[c], number) for c in chips}
        blocks, vectors = self.blocks
        rows = blocks * math.ceil(model.feed_forward / n)
        parts = {c: self.columns("down", c, rows, wide, result[c], number, vectors) for c in chips}
        exchange = "scatter" if handed_on else self.exchange
        return self.all_reduce(parts, held, chips, number, exchange)

    def next_stage(self, held, chips, following, layer):
        """Hand every block to the chip with the same number in the next stage."""
        moved, across = [], dict(zip(chips, following, strict=True))
        for j, where in enumerate(held):
            owners = {self.owner(j, group) for group in self.nodes(chips)}
            moved.append({
                across[c]: self.send("stage", self.unit(c, "port", -1), self.block_bytes, t, layer)
                for c, t in where.items() if c in owners
            })  # fmt: skip
        return moved

    def next_token(self, near, chips, layer):
        """Output projection split by vocabulary, each chip's best, and the best of all."""
        model, n, first = self.model, len(chips), chips[0]
        best = []
        for c in chips:
            norm = self.on_vector("norm", c, model.hidden, 2, near[c], layer)
            width = math.ceil(model.vocabulary / n)
            tiles = self.columns("head", c, model.hidden, width, (norm,), layer)
            own = self.on_vector("choose", c, width, 1, tiles, layer)
            if c != first:
                same = c // self.machine.node == first // self.machine.node
                way = self.unit(c, "link", first) if same else self.unit(c, "port", 0)
                own = self.send("collect", way, 8 * self.batch, own, layer)
            best.append(own)
        return self.add("token", self.unit(first, "vector"), max(1, self.batch), best, 0, layer)


def _step(model, chips, batch, context, precision, activations, exchange, machine):
    batch, chips = checks.count("batch", batch), checks.count("chips", chips)
    longest = checks.a("model", model).context
    context = model.check_context(longest if context is None else context)
    if exchange is None:
        exchange = "direct" if chips <= machine.node and batch <= MOST_DIRECT else "scatter"
    checks.choice("exchange", exchange, ("scatter", "direct"))
    alike = [layer.kind for layer in model.kinds] == ["full attention"]
    if not alike or model.kinds[0].shared or model.kinds[0].experts < 1:
        takes = "a model whose layers are alike, of ordinary attention and without shared experts"
        raise ValueError(f"model: got {model.name}; takes {takes}")
    checks.divides("chips", chips, model.heads, f"a divisor of {model.heads} heads ({model.name})")
    if chips < model.kv_heads:
        checks.divides("chips", chips, model.kv_heads, f"a divisor of {model.kv_heads} KV heads")
    if chips > machine.node and chips % machine.node:
        raise ValueError(f"chips: got {chips}; takes a multiple of {machine.node} beyond one node")
    if chips > machine.node and exchange == "direct":
        raise ValueError("exchange: got direct; takes scatter beyond one node")
    context = checks.count("context", context, least=0)
    widths = bytes_per_value(precision), bytes_per_value(activations)
    return _Step(model, batch, context, *widths, exchange, machine)


def layer_graph(model, chips=8, batch=1, context=None, precision="int8", activations="fp16",
                exchange=None, machine=GROQ):  # fmt: skip
    """One layer of one decode step, tensor parallel, from a vector on every chip to the same.

    Arguments
    ---------
    model : a ``Transformer`` whose layers are alike, of ordinary attention; dense, or with experts
    chips : a divisor of its heads; beyond one node, whole nodes
    batch : requests that take the step together
    context : tokens in each one's KV cache, default the model's longest
    precision, activations : of weights and KV cache; of what is sent
    exchange : "scatter" sends a block to the chip that sums it and gathers the sums;
        "direct" sends every block to every chip of one node, one hop and more bytes; default
        what is shorter: direct for one or two requests on a node
    machine : figures of the chip; whether the weights fit it is asked by ``model_graph``

    Returns a ``TaskGraph``. Raises ValueError for a model of mixed layers, with a window, latent
    attention or shared experts, and for chips that cannot share the heads evenly.

    >>> from lib.transformer import transformer
    >>> layer = layer_graph(transformer("llama2_70b"))
    >>> layer.tasks, layer.chips
    (4336, 8)
    """
    step = _step(model, chips, batch, context, precision, activations, exchange, machine)
    some = list(range(int(chips)))
    held = [{} for _ in range(machine.vectors(model.hidden))]
    held = step.layer(some, held, {c: () for c in some}, 0)
    step.all_gather(held, some, 0)
    seats = -(-len(some) // machine.node) * machine.node
    return step.graph(seats, 1)


def model_graph(model, stages=72, chips=8, requests=1, batch=1, context=None, precision="int8",
                activations="fp16", exchange=None, machine=GROQ):  # fmt: skip
    """A whole decode step: every layer, stage after stage, to the choice of the next token.

    The default is 72 nodes of 8 chips, 576 chips, for LLaMA-2 70B: a layer on 64 nodes,
    two layers on 8. Neighbouring stages have a link between chips of the same number, and
    the last has one to the first, over which the chosen token returns. Several ``requests``
    are copies of the step that share the chips and follow one another down the pipeline;
    ``batch`` requests share one copy.

    Arguments: as ``layer_graph``; ``stages`` at most the model's layers, of which the ends have
    the fewer where they do not divide. Returns a ``TaskGraph``. Raises ValueError as
    ``layer_graph``, and where the fullest chip has no room for its layers and the requests.

    >>> from lib.transformer import transformer
    >>> small = transformer("llama2_7b").but(num_hidden_layers=4)
    >>> model_graph(small, stages=2).chips
    16
    """
    step = _step(model, chips, batch, context, precision, activations, exchange, machine)
    requests, chips = checks.count("requests", requests), int(chips)
    stages = checks.count("stages", stages, 1, model.layers)
    card = chip_of("groq_lpu").but(memory=machine.memory)
    require_room(Deployment(card, model, precision, chips, stages), requests * step.batch,
                 step.context, "chips")  # fmt: skip
    sizes = stage_layers(model.layers, stages)
    seats = -(-chips // machine.node) * machine.node
    held = [{} for _ in range(machine.vectors(model.hidden))]
    near = {c: () for c in range(chips)}
    for s, end in enumerate(accumulate(sizes)):
        some = list(range(s * seats, s * seats + chips))
        layers = range(end - sizes[s], end)
        if s:
            before = [c - seats for c in some]
            held = step.next_stage(held, before, some, layers[0] - 1)
            near = step.all_gather(held, some, layers[0] - 1)
        for number in layers:
            handed_on = number == layers[-1] and s < stages - 1
            held = step.layer(some, held, near, number, handed_on)
            if not handed_on:
                near = step.all_gather(held, some, number)
    chosen = step.next_token(near, some, model.layers - 1)
    if stages > 1:
        back = step.unit(some[0], "port", -1)
        step.send("return", back, 8 * step.batch, chosen, model.layers - 1)
    return step.graph(seats * stages, requests)
