"""Networks: how far chips stand apart, what a cut carries, how long an all-reduce takes.

A chip has so many bytes a second for all its links together (``bandwidth``), and a
topology shares them equally among the links it gives a chip. A message takes

    hops x hop + bytes / (bandwidth of a link)

on its way if nothing else is in it. From these two figures follow all times here.
Each topology is a record of closed forms and a NetworkX graph; each all-reduce is a
formula and a procedure that moves real numbers over that graph, message by message.
The two owe each other nothing but the wiring, and tests hold them together.

The Dragonfly is Groq's: nodes of 8 chips, fully connected by 7 links a chip, and 4
further links a chip, 32 a node. Up to 33 nodes these join every node with every other.
Beyond that 9 nodes make a rack: half of the 32 links join each node twice with the 8
others of its rack, the other half, 144 a rack, join every rack with every other.
"""

import heapq
import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import networkx as nx
import numpy as np
from scipy.sparse import csr_matrix

from lib import checks, tables
from lib.spatial.placement import whole_chips
from lib.spatial.roofline import Deployment, decode
from lib.transformer import Transformer

NODE, LOCAL, GLOBAL = 8, 7, 4
#: Nodes of the largest Dragonfly of nodes, and nodes of a rack.
MOST_NODES, RACK = NODE * GLOBAL + 1, 9
#: Links that leave a rack, and racks that they can join.
RACK_PORTS = RACK * NODE * GLOBAL // 2
MOST_RACKS = RACK_PORTS + 1
#: Multiplying port numbers by this mixes which chips hold which links of a rack.
STRIDE = 59
KINDS = ("ring", "full mesh", "2D torus", "3D torus", "fat tree", "Dragonfly")

# -- a topology ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Network:
    """A topology of a given size, by closed forms.

    Arguments
    ---------
    kind, name : one of ``KINDS``, and how the book prints it
    chips : how many it joins
    ports : links of a chip (the most that any has)
    links : links in all, those between switches included
    route : hops of the longest direct way; a link is a hop
    bisection : links between two halves, or between parts that differ by one group
        where groups do not halve
    switches, radix : how many switches of how many ports (0: none)
    further : links of a chip of a Dragonfly to other nodes
    shape : sides of a torus, (nodes,) or (nodes of a rack, racks) of a Dragonfly,
        (radix, levels) of a fat tree

    Made by ``ring``, ``full_mesh``, ``torus``, ``fat_tree``, ``dragonfly`` and ``nearest``.
    """

    kind: str
    name: str
    chips: int
    ports: int
    links: int
    route: int
    bisection: int
    shape: tuple[int, ...] = ()
    switches: int = 0
    radix: int = 0
    further: int = GLOBAL
    edges: Callable = field(default=None, repr=False)

    @property
    def links_per_chip(self):
        """Links in all over chips: cables to buy for a chip."""
        return self.links / self.chips

    @property
    def switch_ports_per_chip(self):
        """Switch ports to buy for a chip."""
        return self.switches * self.radix / self.chips

    @cached_property
    def graph(self):
        """The NetworkX graph: chips 0 to n - 1, then switches; ``links`` counts parallel ones."""
        graph = nx.Graph()
        graph.add_nodes_from(range(self.chips + self.switches))
        for a, b in self.edges():
            if graph.has_edge(a, b):
                graph[a][b]["links"] += 1
            else:
                graph.add_edge(a, b, links=1)
        return graph

    @property
    def representatives(self):
        """Chips that stand for all others by symmetry: BFS from these sees every distance."""
        if self.kind != "Dragonfly":
            return range(1)
        return range(min(self.chips, NODE if len(self.shape) == 1 else NODE * RACK))

    @cached_property
    def distances(self):
        """Hops from each representative to every chip, by breadth-first search from all at once."""
        ends = np.array(list(self.edges())).T
        size = self.chips + self.switches
        ones = np.ones(2 * ends.shape[1], np.float32)
        joined = csr_matrix(
            (ones, (np.r_[ends[0], ends[1]], np.r_[ends[1], ends[0]])), (size, size)
        )
        found = np.full((size, len(self.representatives)), -1)
        found[self.representatives, np.arange(found.shape[1])] = 0
        reached, hops = (found == 0).astype(np.float32), 0
        while reached.any():
            hops += 1
            reached = ((joined @ reached > 0) & (found < 0)).astype(np.float32)
            found[reached > 0] = hops
        return found[: self.chips].T

    @cached_property
    def diameter(self):
        """Hops between the two chips farthest apart: closed form, for a Dragonfly counted.

        >>> dragonfly(33).diameter, dragonfly(racks=10).diameter
        (3, 5)
        """
        return int(self.distances.max()) if self.kind == "Dragonfly" else self.route

    @property
    def mean_hops(self):
        """Mean hops to another chip: a closed form, for a Dragonfly a count in its graph."""
        if self.chips == 1:
            return 0.0
        if self.kind == "Dragonfly":
            return float(self.distances.sum() / len(self.distances) / (self.chips - 1))
        if self.kind == "full mesh":
            return 1.0
        if self.kind == "fat tree":
            return _fat_tree_mean(*self.shape)
        return torus_mean_hops(*self.shape)

    def bisection_bandwidth(self, bandwidth):
        """Bytes/s between the halves, one way, when each chip has ``bandwidth`` for its links."""
        return self.bisection * self.link_bandwidth(bandwidth)

    def link_bandwidth(self, bandwidth):
        """Bytes/s of one link, one way: a chip's bandwidth over its ports.

        >>> dragonfly(33).link_bandwidth(137.5e9)
        12500000000.0
        """
        return checks.positive("bandwidth", bandwidth) / max(self.ports, 1)

    # -- all-reduces ----------------------------------------------------------------------

    @property
    def algorithms(self):
        """The all-reduces that this topology has a formula for, at this size.

        Doubling takes a ring of a power of two.
        """
        left_out = set()
        if self.kind == "ring" and self.chips & (self.chips - 1):
            left_out.add("doubling")
        return tuple(name for name in _ALGORITHMS[self.kind] if name not in left_out)

    def allreduce(self, message, hop=None, bandwidth=None, algorithm=None):
        """Seconds until every chip has the sum of all chips' vectors.

        Arguments: ``message`` bytes of the vector; ``hop`` seconds a link takes besides
        moving bytes, Groq's if not given; ``bandwidth`` bytes/s of a chip, Groq's if not
        given; ``algorithm`` one of ``algorithms``, the fastest if not given. Arrays
        broadcast. Additions take no time.

        Raises ValueError naming the argument. Source of hop and bandwidth: abts2022.

        >>> print(f"{dragonfly(33).allreduce(0) * 1e6:.2f} us")
        2.17 us
        """
        message = checks.not_negative("message", message)
        hop = checks.not_negative("hop", groq_hop() if hop is None else hop)
        link = self.link_bandwidth(groq_bandwidth() if bandwidth is None else bandwidth)
        message = np.asarray(message, float)[()]
        if self.chips == 1:
            return 0.0 * (hop + message / link)
        forms = _ALGORITHMS[self.kind]
        if algorithm is not None:
            checks.choice("algorithm", algorithm, self.algorithms)
            return forms[algorithm](self, message, hop, link)
        times = [forms[name](self, message, hop, link) for name in self.algorithms]
        least = times[0]
        for time in times[1:]:
            least = np.minimum(least, time)
        return least

    def fastest(self, message, hop=None, bandwidth=None):
        """The name of the all-reduce that takes least for one message size."""
        return min(self.algorithms, key=lambda name: self.allreduce(message, hop, bandwidth, name))


def groq_hop():
    """Seconds of a hop between two of Groq's chips (abts2022).

    >>> groq_hop()
    7.22e-07
    """
    return tables.figure("facts", "groq_hop").value


def groq_bandwidth():
    """Bytes/s, one way, of a Groq chip's 11 links (abts2022).

    >>> groq_bandwidth()
    137500000000.0
    """
    return tables.figure("chips", "groq_lpu", "link_bandwidth").value


def left_of(budget, layers, allreduce):
    """Seconds of a token that remain for work after two all-reduces a layer.

        budget - 2 layers allreduce

    Below 0 where the all-reduces alone exceed the budget. Arrays broadcast.

    >>> print(f"{left_of(2e-3, 80, dragonfly(33).allreduce(0)) * 1e3:.2f} ms")
    1.65 ms
    """
    budget = checks.positive("budget", budget)
    layers = checks.whole("layers", layers)
    return budget - 2 * layers * checks.not_negative("allreduce", allreduce)


def handover(message, hop=None, link=None, hops=4):
    """Seconds to bring a vector from every chip of a stage to every chip of the next.

        hops x hop + message / link

    After the last all-reduce of a stage each of its chips has the vector, so the one
    that holds the link sends it: 1 hop, and 3 more to reach all chips of the other rack.
    ``link``: bytes/s of one link, an eleventh of a Groq chip's if not given.

    >>> print(f"{handover(0) * 1e6:.2f} us")
    2.89 us
    """
    message = checks.not_negative("message", message)
    hop = checks.not_negative("hop", groq_hop() if hop is None else hop)
    link = groq_bandwidth() / (LOCAL + GLOBAL) if link is None else link
    hops = checks.whole("hops", hops)
    return hops * hop + np.asarray(message, float)[()] / checks.positive("link", link)


def longest_allreduce(budget, layers):
    """Seconds that an all-reduce may take if two a layer are to fill the budget.

        budget / (2 layers)

    >>> print(f"{longest_allreduce(2e-3, 80) * 1e6:.1f} us")
    12.5 us
    """
    return checks.positive("budget", budget) / (2 * checks.whole("layers", layers))


# -- a model in stages ---------------------------------------------------------------------


def mixture(name, parameters, active, layers, experts, active_experts, kv_heads=None):
    """A mixture of experts of which only counts are known, as a shape that has these counts.

        expert = (parameters - active) / (experts - active experts)
        parameters - experts x expert = layers (2 hidden^2 + 256 hidden kv_heads)
        expert = 2 hidden width layers

    Everything that is no expert counts as attention with heads of 128 numbers; ``hidden``
    is rounded to whole heads. ``kv_heads`` is as many as heads where it is not given:
    fewer mean a smaller KV cache and, of the same counts, a wider model.

    Raises ValueError where the counts leave nothing to share or no expert out.

    >>> shape = mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
    >>> shape.hidden, round(shape.parameters / 1e9), round(shape.active_parameters / 1e9)
    (11392, 1799, 279)
    """
    parameters = checks.positive("parameters", parameters)
    checks.between("active", checks.positive("active", active), 0, parameters)
    layers, experts = checks.whole("layers", layers), checks.whole("experts", experts, least=2)
    checks.between("active_experts", checks.whole("active_experts", active_experts), 1, experts - 1)
    expert = (parameters - active) / (experts - active_experts)
    shared = parameters - experts * expert
    if shared <= 0 or expert <= 0:
        raise ValueError(
            f"active: got {active:g}; takes more than {active_experts / experts:g} of the "
            f"{parameters:g} parameters, and fewer than all"
        )
    each, dim = shared / layers, 128
    if kv_heads is None:
        heads = kv_heads = max(round(math.sqrt(each / 4) / dim), 1)
    else:
        groups = checks.whole("kv_heads", kv_heads)
        width = (math.sqrt((dim * groups) ** 2 + 2 * each) - dim * groups) / 2
        heads = max(round(width / (dim * groups)), 1) * groups
    hidden = heads * dim
    return Transformer(
        name=name, layers=layers, hidden=hidden, heads=heads, kv_heads=kv_heads,
        head_dim=dim, feed_forward=round(expert / (2 * hidden * layers)), vocabulary=1,
        context=1_000_000, gated=False, experts=experts, active_experts=active_experts,
    )  # fmt: skip


def dense(name, parameters, layers):
    """A dense model of which only counts are known, as a shape that has these counts.

        parameters = 12 hidden^2 layers

    Attention of four square matrices, feed-forward four times as wide, heads of 128.

    >>> shape = dense("GPT-4 (the document)", 1.8e12, 80)
    >>> shape.hidden, round(shape.parameters / 1e9)
    (43264, 1797)
    """
    parameters, layers = checks.positive("parameters", parameters), checks.whole("layers", layers)
    heads = max(round(math.sqrt(parameters / (12 * layers)) / 128), 1)
    hidden = 128 * heads
    return Transformer(
        name=name, layers=layers, hidden=hidden, heads=heads, kv_heads=heads, head_dim=128,
        feed_forward=4 * hidden, vocabulary=1, context=1_000_000, gated=False,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class StagedToken:
    """The time of one token of one request by its parts, in seconds.

    ``reading`` weights and KV cache (or computing, where that takes longer),
    ``all_reduces`` two a layer, ``handovers`` from stage to stage.
    """

    reading: float
    all_reduces: float
    handovers: float
    chips: int

    @property
    def time(self):
        """Seconds from one token to the next of the same request."""
        return self.reading + self.all_reduces + self.handovers

    @property
    def speed(self):
        """Tokens per second of one request."""
        return 1 / self.time


def staged_token(chip, model, stages, group, precision="int8", context=0, placement="slices",
                 hop=None, batch=1):  # fmt: skip
    """The time of a token on stages of which each is a group of chips with its own network.

    Arguments
    ---------
    chip, model, precision, context, batch : as ``lib.spatial.roofline``
    stages : pipeline stages; ``group`` : the ``Network`` of one of them
    placement : "slices" cuts every expert over the whole group; "experts" gives each its own
        chips, so that those of the experts not called stand idle and the others
        read all they hold
    hop : seconds, Groq's if not given; the group's links share the chip's ``link_bandwidth``

    Raises ValueError naming the argument, or how many chips short the stages are.

    >>> from lib.hardware import chip
    >>> gpt4 = mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
    >>> token = staged_token(chip("groq_lpu"), gpt4, 120, dragonfly(9, further=2))
    >>> token.chips, round(token.speed)
    (8640, 599)
    """
    checks.choice("placement", placement, ("slices", "experts"))
    stages = checks.whole("stages", stages)
    bandwidth = chip.known("link_bandwidth")
    message = 2.0 * model.hidden
    chips = stages * group.chips
    cache = np.ceil(batch / stages) * stages * model.kv_bytes(context, precision)
    need = whole_chips(model.weight_bytes(precision) + cache, chip.memory)
    if np.any(need > chips):
        raise ValueError(
            f"stages: got {stages} of {group.chips} chips; {model.name} takes {np.max(need):,.0f}, "
            f"{np.max(need - chips):,.0f} chips short"
        )
    collective = group.allreduce(message, hop, bandwidth)
    deployment = Deployment(
        chip.but(link_bandwidth=np.inf), model, precision, group.chips, stages,
        collective_latency=collective,
    )  # fmt: skip
    step = decode(deployment, batch, context)
    weights = step.weights
    if placement == "experts":
        weights = weights * model.parameters / model.parameters_read(np.ceil(batch / stages))
    return StagedToken(
        reading=np.maximum(weights + step.kv, step.compute),
        all_reduces=step.collectives,
        handovers=(stages - 1) * handover(message, hop, bandwidth / (LOCAL + GLOBAL)),
        chips=chips,
    )


# -- rings, meshes, tori ------------------------------------------------------------------


def ring(chips):
    """A ring: each chip joined to two others.

    >>> ring(8).diameter, round(ring(8).mean_hops, 3), ring(8).bisection
    (4, 2.286, 2)
    """
    chips = int(checks.whole("chips", chips, least=3))
    return _torus("ring", f"ring of {chips:,}", (chips,))


def torus(*sides):
    """A torus: a ring through every chip in every direction. A side of 2 has one link.

    Raises ValueError for fewer than two sides, and for a side below 2.

    >>> catapult = torus(6, 8)
    >>> catapult.chips, catapult.diameter, catapult.links, catapult.bisection
    (48, 7, 96, 12)
    """
    if len(sides) < 2:
        raise ValueError(f"sides: got {len(sides)}; takes two or more, one a direction")
    sides = tuple(int(checks.whole("sides", side, least=2)) for side in sides)
    name = f"{'×'.join(map(str, sides))} torus"
    return _torus(f"{len(sides)}D torus", name, sides)


def torus_of(chips, *sides):
    """The torus of these sides, if they make so many chips.

    >>> torus_of(653, 25, 26)
    Traceback (most recent call last):
    ValueError: sides: got 25 x 26 = 650; takes sides whose product is 653
    """
    made = torus(*sides)
    if made.chips != checks.whole("chips", chips):
        product = " x ".join(map(str, made.shape))
        raise ValueError(
            f"sides: got {product} = {made.chips}; takes sides whose product is {chips}"
        )
    return made


def _torus(kind, name, sides):
    chips = math.prod(sides)
    longest = max(sides)
    return Network(
        kind=kind,
        name=name,
        chips=chips,
        ports=sum(2 if side > 2 else 1 for side in sides),
        links=sum(chips if side > 2 else chips // 2 for side in sides),
        route=sum(side // 2 for side in sides),
        # A cut across the longest side; where that is odd, the parts differ by a layer.
        bisection=(2 if longest > 2 else 1) * chips // longest,
        shape=sides,
        edges=lambda: _torus_edges(sides),
    )


def _torus_edges(sides):
    at = np.arange(math.prod(sides)).reshape(sides)
    for axis, side in enumerate(sides):
        beside = np.roll(at, -1, axis)
        if side == 2:
            at_half = np.take(at, [0], axis), np.take(beside, [0], axis)
            yield from zip(at_half[0].ravel().tolist(), at_half[1].ravel().tolist(), strict=True)
        else:
            yield from zip(at.ravel().tolist(), beside.ravel().tolist(), strict=True)


def torus_mean_hops(*sides):
    """Mean hops from a chip of a ring or torus to another.

        n / (n - 1) x sum over sides k of floor(k^2 / 4) / k

    Sides may be arrays, which broadcast.

    >>> round(torus_mean_hops(6, 8), 3)
    3.574
    """
    if not sides:
        raise ValueError("sides: got none; takes one or more")
    sides = [checks.whole("sides", side, least=2) for side in sides]
    chips = math.prod(sides)
    return sum((side * side // 4) / side for side in sides) * chips / (chips - 1)


def full_mesh(chips):
    """Every chip joined to every other.

    >>> full_mesh(8).links, full_mesh(8).bisection
    (28, 16)
    """
    chips = int(checks.whole("chips", chips, least=2))
    return Network(
        kind="full mesh",
        name=f"full mesh of {chips:,}",
        chips=chips,
        ports=chips - 1,
        links=chips * (chips - 1) // 2,
        route=1,
        bisection=(chips // 2) * (chips - chips // 2),
        shape=(chips,),
        edges=lambda: itertools.combinations(range(chips), 2),
    )


# -- fat trees ----------------------------------------------------------------------------


def fat_tree(radix, levels):
    """A fat tree of switches of ``radix`` ports in which no half waits for the other.

        chips = radix (radix/2)^(levels - 1), all links as fast as a chip's one

    Raises ValueError for an odd radix or levels beyond 3. Source: alfares2008.

    >>> tree = fat_tree(4, 3)
    >>> tree.chips, tree.switches, tree.diameter, tree.bisection
    (16, 20, 6, 8)
    """
    levels = int(checks.between("levels", checks.whole("levels", levels), 1, 3))
    radix = int(checks.whole("radix", radix, least=2))
    if radix % 2:
        raise ValueError(f"radix: got {radix}; takes an even number of ports")
    half = radix // 2
    chips = radix * half ** (levels - 1)
    switches = (2 * levels - 1) * half ** (levels - 1)
    return Network(
        kind="fat tree",
        name=f"fat tree of {chips:,}",
        chips=chips,
        ports=1,
        links=levels * chips,
        route=2 * levels,
        bisection=chips // 2,
        shape=(radix, levels),
        switches=switches,
        radix=radix,
        edges=lambda: _fat_tree_edges(radix, levels),
    )


def _fat_tree_edges(radix, levels):
    """Chips, then leaves, then spines; with three levels pods of leaves and middles, then cores."""
    half = radix // 2
    chips = radix * half ** (levels - 1)
    if levels == 1:
        yield from ((chip, chips) for chip in range(chips))
        return
    leaves = chips // half
    yield from ((chip, chips + chip // half) for chip in range(chips))
    first = chips + leaves
    if levels == 2:
        yield from ((chips + leaf, first + s) for leaf in range(leaves) for s in range(half))
        return
    for leaf in range(leaves):
        pod = leaf // half
        for s in range(half):
            yield chips + leaf, first + pod * half + s
    core = first + leaves
    for middle in range(leaves):
        for s in range(half):
            yield first + middle, core + (middle % half) * half + s


def _fat_tree_mean(radix, levels):
    half = radix // 2
    sizes = [radix] if levels == 1 else [half, half * half, radix * half * half][:levels]
    if levels == 2:
        sizes = [half, radix * half]
    inside, total = 1, 0
    for level, size in enumerate(sizes, 1):
        total += 2 * level * (size - inside)
        inside = size
    return total / (sizes[-1] - 1)


# -- Dragonflies --------------------------------------------------------------------------


def dragonfly(nodes=None, racks=None, further=GLOBAL):
    """Groq's Dragonfly: so many nodes of 8 chips, or so many racks of 9 nodes.

    The direct way is 1 hop in a node, 3 between nodes that are joined, and with racks 7:
    three hops to the chip that holds the link, the link, three hops on. With few racks,
    and so many links between two, shorter ways exist. See ``node_diameter`` for the
    published 5.

    ``further`` links a chip join the nodes where there are no racks; 2 of them and 9 nodes
    are a rack by itself. A chip's bandwidth is shared by its 11 links all the same.

    Raises ValueError for both or neither, more than 33 nodes (8 further + 1)
    or more than 145 racks.
    Source: abts2022; what the text leaves open is which chip holds which link.

    >>> dragonfly(33).chips, dragonfly(33).diameter, dragonfly(racks=145).chips
    (264, 3, 10440)
    """
    if (nodes is None) == (racks is None):
        raise ValueError(f"nodes, racks: got {nodes} and {racks}; takes one of them")
    if racks is None:
        further = int(checks.between("further", checks.whole("further", further), 1, GLOBAL))
        most = NODE * further + 1
        nodes = int(checks.between("nodes", checks.whole("nodes", nodes), 1, most))
        pair = group_links(nodes, NODE * further)
        links = nodes * NODE * LOCAL // 2 + pair * nodes * (nodes - 1) // 2
        bisection = pair * (nodes // 2) * (nodes - nodes // 2) if nodes > 1 else NODE * NODE // 4
        route, shape, chips = (3 if nodes > 1 else 1), (nodes,), nodes * NODE
    else:
        racks = int(checks.between("racks", checks.whole("racks", racks, 2), 2, MOST_RACKS))
        pair = group_links(racks, RACK_PORTS)
        inside = RACK * NODE * LOCAL // 2 + 2 * RACK * (RACK - 1) // 2
        links = racks * inside + pair * racks * (racks - 1) // 2
        bisection = pair * (racks // 2) * (racks - racks // 2)
        route, shape, chips = 7, (RACK, racks), racks * RACK * NODE
    return Network(
        kind="Dragonfly",
        name=f"Dragonfly of {chips:,}",
        chips=chips,
        ports=LOCAL + (GLOBAL if chips > NODE else 0),
        links=links,
        route=route,
        bisection=bisection,
        shape=shape,
        further=further,
        edges=lambda: _dragonfly_edges(nodes, racks, further),
    )


def group_links(groups, ports):
    """Links between each two of so many groups, each of which has so many ports.

        floor(ports / (groups - 1)); a single group has none

    >>> group_links(33, 32), group_links(9, 16), group_links(145, 144), group_links(109, 144)
    (1, 2, 1, 1)
    """
    groups, ports = checks.whole("groups", groups), checks.whole("ports", ports)
    return np.where(np.asarray(groups) > 1, ports // np.maximum(np.asarray(groups) - 1, 1), 0)[()]


def group_wiring(groups, ports):
    """Every link between groups: (group, port, other group, its port, which of the pair's links).

    Port (d - 1) + c (groups - 1) leads to the group d further round, as link c of the
    pair; it ends there at the port of the way back. So all groups are wired alike.

    >>> list(group_wiring(3, 2))
    [(0, 0, 1, 1, 0), (0, 1, 2, 0, 0), (1, 0, 2, 1, 0)]
    """
    pair = int(group_links(groups, ports))
    for a in range(groups):
        for d in range(1, groups):
            b = (a + d) % groups
            if a < b:
                for copy in range(pair):
                    here, there = d - 1, groups - d - 1
                    skip = copy * (groups - 1)
                    yield a, here + skip, b, there + skip, copy


def _chip_of_node_port(port):
    return port % NODE


def _chip_of_rack_inside(port):
    """The second link to a node starts four chips beyond the first, to shorten ways."""
    return (port + 4 * (port // NODE)) % NODE


def _inside(further):
    """Which chip of a node holds which of its links to other nodes."""
    return _chip_of_node_port if further == GLOBAL else _chip_of_rack_inside


def _chip_of_rack_port(port):
    """Node and chip of a rack that hold a port to other racks."""
    node, port = divmod(port * STRIDE % RACK_PORTS, RACK_PORTS // RACK)
    return node * NODE + port % NODE


def _dragonfly_edges(nodes, racks, further):
    for node in range(nodes or RACK * racks):
        chips = range(node * NODE, node * NODE + NODE)
        yield from itertools.combinations(chips, 2)
    if racks is None:
        chip_of = _inside(further)
        for a, p, b, q, _ in group_wiring(nodes, NODE * further):
            yield a * NODE + chip_of(p), b * NODE + chip_of(q)
        return
    inside = list(group_wiring(RACK, NODE * GLOBAL // 2))
    for rack in range(racks):
        first = rack * RACK * NODE
        for a, p, b, q, _ in inside:
            yield (first + a * NODE + _chip_of_rack_inside(p),
                   first + b * NODE + _chip_of_rack_inside(q))  # fmt: skip
    for a, p, b, q, _ in group_wiring(racks, RACK_PORTS):
        yield (a * RACK * NODE + _chip_of_rack_port(p),
               b * RACK * NODE + _chip_of_rack_port(q))  # fmt: skip


def node_diameter(network):
    """Hops between the two nodes of a Dragonfly farthest apart, from chip to nearest chip.

    The count in which 10,440 chips are 5 hops wide: a link within the rack and one within
    the node, the link between racks, and two again. From a given chip to a given chip
    it takes up to one more hop at either end.

    >>> node_diameter(dragonfly(racks=10)), node_diameter(dragonfly(33))
    (3, 1)
    """
    if network.kind != "Dragonfly":
        raise ValueError(f"network: got a {network.kind}; takes a Dragonfly")
    hops = network.distances
    hops = hops.reshape(len(hops) // NODE, NODE, network.chips // NODE, NODE)
    return int(hops.min(axis=(1, 3)).max())


def chips_within(hops, local=LOCAL, further=GLOBAL):
    """The most chips that so many hops can reach, however the further links are wired.

    Each chip has ``local`` links to the others of its node and ``further`` beyond it. Two
    local hops in a row lead nowhere new: after one a way can only go further.

    >>> chips_within(2, further=2), chips_within(3), chips_within(5)
    (40, 592, 28688)
    """
    hops = checks.whole("hops", hops, least=0)
    checks.whole("local", local), checks.whole("further", further)
    total, near, far = 1, 0, 0
    for step in range(int(hops)):
        near, far = (
            (local, further) if step == 0 else (local * far, further * near + (further - 1) * far)
        )
        total += near + far
    return total


# -- sizes that can be built ----------------------------------------------------------------


@lru_cache
def torus_sides(chips, dimensions):
    """Sides of the smallest torus of at least so many chips that is no slab.

    The longest side is even, so that the torus can be cut in halves, and at most twice
    the shortest. Of equal sizes the one nearest a square or cube.

    >>> torus_sides(653, 2), torus_sides(10_440, 2)
    ((22, 30), (90, 116))
    """
    chips = int(checks.whole("chips", chips, least=2**dimensions))
    dimensions = int(checks.between("dimensions", dimensions, 2, 3))
    for size in itertools.count(chips):
        found = [
            sides for sides in _factors(size, dimensions) if sides[-1] % 2 == 0
            and sides[-1] <= 2 * sides[0]
        ]  # fmt: skip
        if found:
            return min(found, key=sum)


def _factors(size, count, least=2):
    if count == 1:
        if size >= least:
            yield (size,)
        return
    for side in range(least, round(size ** (1 / count)) + 1):
        if size % side == 0:
            yield from ((side, *rest) for rest in _factors(size // side, count - 1, side))


@lru_cache
def nearest(kind, chips, most_radix=64):
    """The smallest network of a kind that joins at least so many chips.

    Tori as ``torus_sides``, fat trees of the fewest levels that switches of
    ``most_radix`` ports allow, Dragonflies of whole nodes or, beyond 33, whole racks.
    Raises ValueError for a kind it does not know, or more chips than the kind can join.

    >>> [nearest(kind, 653).chips for kind in KINDS]
    [653, 653, 660, 672, 722, 720]
    """
    checks.choice("kind", kind, KINDS)
    chips = int(checks.whole("chips", chips, least=8))
    if kind == "ring":
        return ring(chips)
    if kind == "full mesh":
        return full_mesh(chips)
    if kind in ("2D torus", "3D torus"):
        return torus(*torus_sides(chips, int(kind[0])))
    if kind == "fat tree":
        for levels in (1, 2, 3):
            for radix in range(2, most_radix + 1, 2):
                if radix * (radix // 2) ** (levels - 1) >= chips:
                    return fat_tree(radix, levels)
        raise ValueError(f"chips: got {chips}; three levels of {most_radix} ports join "
                         f"{most_radix**3 // 4}")  # fmt: skip
    nodes = -(-chips // NODE)
    if nodes <= MOST_NODES:
        return dragonfly(nodes)
    racks = -(-nodes // RACK)
    if racks > MOST_RACKS:
        raise ValueError(f"chips: got {chips}; takes at most {MOST_RACKS * RACK * NODE}")
    return dragonfly(racks=racks)


# -- all-reduces: formulas -------------------------------------------------------------------
#
# h: seconds a hop; b: bytes/s of a link; m: bytes of the vector.


def _ring_form(net, m, h, b):
    """2 (n - 1) steps; each half of the vector goes round one way, in n pieces."""
    n = net.chips
    return 2 * (n - 1) * (h + m / (2 * n * b))


def _exchange_form(net, m, h, b):
    """Whole vectors to everybody, direction by direction: as many steps as the diameter."""
    return net.route * (h + m / b)


def _turns(sides):
    """Where each part of a vector is in each step: part p begins with direction p and goes on.

    One part a direction, so that no links stand idle; each takes half a side of steps.
    """
    count = len(sides)
    order = [[(p + q) % count for q in range(count)] for p in range(count)]
    return [[axis for axis in axes for _ in range(sides[axis] // 2)] for axes in order]


def _turned_exchange_form(net, m, h, b):
    """The exchange in as many parts as directions; where two meet in one, links carry both."""
    turns = np.array(_turns(net.shape))
    shared = sum(int(np.bincount(step).max()) for step in turns.T)
    return net.route * h + shared * m / (len(net.shape) * b)


def _doubling_ring_form(net, m, h, b):
    """Partners 1, 2, 4 ... apart; the ways of a step lie on top of each other."""
    steps = 2 ** np.arange(int(math.log2(net.chips)))
    # The two partners half a ring apart go the same way round.
    return sum(h + m / b + (d - 1) * np.maximum(h, m / b) for d in steps.tolist())


def _bucket_form(net, m, h, b):
    """Each direction in turn a ring over pieces that the ones before made smaller; and back."""
    total, share = 0.0, 1.0
    for side in net.shape:
        ways = 2 if side > 2 else 1
        total = total + 2 * (side - 1) * (h + m * share / (side * ways * b))
        share /= side
    return total


def _mesh_scatter_form(net, m, h, b):
    """Everybody adds up one n-th of the vector, and hands the sum to all."""
    return 2 * (h + m / (net.chips * b))


def _doubling_tree_form(net, m, h, b):
    """Partners 1, 2, 4 ... apart; chips beyond a power of two hand in first and take last.

    Supposes that no two ways of a step meet, which holds where the radix is a power of two.
    """
    n, power = net.chips, 2 ** int(math.log2(net.chips))
    low = np.arange(power)
    steps = [(low, low ^ d) for d in (2**i for i in range(int(math.log2(power))))]
    if n > power:
        steps += 2 * [(np.arange(n - power), np.arange(power, n))]
    return sum(int(_tree_hops(net, *pair).max()) for pair in steps) * h + len(steps) * m / b


def _tree_hops(net, a, b):
    """Hops between chips of a fat tree: up to the first switch that has both below it."""
    half = net.shape[0] // 2
    climbs = np.ones(len(a), int)
    for level in range(1, net.shape[1]):
        climbs += a // half**level != b // half**level
    return 2 * climbs


def _tree_fans(net):
    """Chips that exchange on each level of a fat tree: below a leaf, a pod, the whole."""
    radix, levels = net.shape
    return [radix // 2] * (levels - 1) + [radix]


def _tree_exchange_form(net, m, h, b):
    """Whole vectors to everybody below the leaf; then across leaves, then across pods."""
    levels = enumerate(_tree_fans(net), 1)
    return sum(2 * level * h + (fan - 1) * (m / b) for level, fan in levels)


def _tree_scatter_form(net, m, h, b):
    """Below the leaf everyone adds up one piece; pieces are exchanged above, and handed round."""
    first, *above = _tree_fans(net)
    leaf = 2 * h + (first - 1) / first * m / b
    levels = enumerate(above, 2)
    return 2 * leaf + sum(2 * level * h + (fan - 1) / first * m / b for level, fan in levels)


def _ring_tree_form(net, m, h, b):
    """The ring of pieces on chips in order; the step waits for the pair farthest apart."""
    n = net.chips
    return 2 * (n - 1) * (net.route * h + m / (n * b))


def _shares(groups, ports, chip_of):
    """What the busiest chip does: links between groups, and different parts of the vector."""
    pair = int(group_links(groups, ports))
    held = {}
    for port in range(pair * (groups - 1)):
        held.setdefault(chip_of(port), []).append(port // (groups - 1))
    links = max(len(copies) for copies in held.values())
    parts = max(len(set(copies)) for copies in held.values())
    return pair, links, parts


def _dragonfly_exchange_form(net, m, h, b):
    """Within the node, between nodes, within the node; with racks the same around a rack's link.

    Links that join the same two groups share the vector.
    """
    if net.chips == NODE:
        return h + m / b
    if len(net.shape) == 1:
        pair, _, parts = _shares(net.shape[0], NODE * net.further, _inside(net.further))
        return 3 * h + (1 + 1 / pair + parts / pair) * m / b
    pair, _, parts = _shares(RACK, NODE * GLOBAL // 2, _chip_of_rack_inside)
    rack = 3 * h + (1 + 1 / pair + parts / pair) * m / b
    between = h + m / (int(group_links(net.shape[1], RACK_PORTS)) * b)
    return 2 * rack + between


def _dragonfly_scatter_form(net, m, h, b):
    """Each node adds up its part of the vector and hands the sum to all: five hops, few bytes.

    With racks so in each, over the rack's links the whole vector, and so again: eleven.
    """
    if net.chips == NODE:
        return 2 * (h + m / (NODE * b))
    if len(net.shape) == 1:
        return _scatter_hops(net.shape[0], net.further, m, h, b)
    between = h + m / (int(group_links(net.shape[1], RACK_PORTS)) * b)
    return 2 * _scatter_hops(RACK, GLOBAL // 2, m, h, b) + between


def _scatter_hops(nodes, further, m, h, b):
    pair, links, _ = _shares(nodes, NODE * further, _inside(further))
    return 5 * h + ((2 * links + 2) / (nodes * pair) + 1 / nodes) * m / b


_TORUS_FORMS = {"bucket": _bucket_form, "exchange": _turned_exchange_form}
_ALGORITHMS = {
    "ring": {"ring": _ring_form, "exchange": _exchange_form, "doubling": _doubling_ring_form},
    "full mesh": {"exchange": _exchange_form, "scatter": _mesh_scatter_form},
    "2D torus": _TORUS_FORMS,
    "3D torus": _TORUS_FORMS,
    "fat tree": {
        "exchange": _tree_exchange_form,
        "scatter": _tree_scatter_form,
        "doubling": _doubling_tree_form,
        "ring": _ring_tree_form,
    },
    "Dragonfly": {"exchange": _dragonfly_exchange_form, "scatter": _dragonfly_scatter_form},
}


# -- all-reduces: procedures -----------------------------------------------------------------
#
# A procedure yields rounds of messages (from, to, numbers) and is sent what arrived, by
# receiver: a list of (from, numbers). It may use of a chip's numbers only what that chip
# has. It returns what each chip holds at the end. The next round begins when all have all.


@dataclass(frozen=True, eq=False)
class Run:
    """What a simulated all-reduce did: seconds, messages sent, and the vectors it left."""

    time: float
    rounds: int
    messages: int
    vectors: np.ndarray = field(repr=False)


def simulate(network, algorithm, message, hop=None, bandwidth=None, rng=None):
    """An all-reduce carried out over the network's graph, message by message.

    A link carries one message at a time, each way. A message holds a link for its bytes;
    its head goes on after ``hop`` seconds to the next link, where it waits for its turn.

    Arguments as ``Network.allreduce``; ``rng`` draws the numbers to be added.
    Returns a ``Run``. Raises ValueError for an algorithm the network has not, and
    RuntimeError if any chip ends with anything but the sum.

    >>> run = simulate(dragonfly(33), "exchange", 0.0)
    >>> print(f"{run.time * 1e6:.2f} us in {run.rounds} rounds")
    2.17 us in 3 rounds
    """
    checks.choice("algorithm", algorithm, network.algorithms)
    message = checks.not_negative("message", message)
    hop = checks.not_negative("hop", groq_hop() if hop is None else hop)
    link = network.link_bandwidth(groq_bandwidth() if bandwidth is None else bandwidth)
    pieces, procedure = _PROCEDURES[network.kind, algorithm]
    pieces = pieces(network)
    rng = np.random.default_rng(0) if rng is None else rng
    values = rng.integers(-99, 100, (network.chips, pieces))
    rounds, clock, count, sent = procedure(network, values.copy()), 0.0, 0, 0
    arrived = None
    while True:
        try:
            messages = rounds.send(arrived)
        except StopIteration as end:
            vectors = end.value
            break
        clock += _carry(network, messages, hop, message / pieces / link)
        count, sent = count + 1, sent + len(messages)
        arrived = {}
        for source, target, numbers in messages:
            arrived.setdefault(target, []).append((source, numbers))
    if not np.array_equal(vectors, np.broadcast_to(values.sum(axis=0), vectors.shape)):
        raise RuntimeError(f"{network.name}, {algorithm}: a chip does not hold the sum")
    return Run(clock, count, sent, vectors)


def _carry(network, messages, hop, per_number):
    """Seconds until all messages have arrived, each waiting its turn on every link."""
    free, last = {}, 0.0
    waiting = []
    for number, (source, target, numbers) in enumerate(messages):
        path = _route(network, source, target)
        heapq.heappush(waiting, (0.0, number, 0, path, len(numbers) * per_number))
    while waiting:
        time, number, at, path, length = heapq.heappop(waiting)
        way = path[at], path[at + 1]
        lanes = free.setdefault(way, [0.0] * network.graph.edges[way]["links"])
        start = max(time, heapq.heappop(lanes))
        heapq.heappush(lanes, start + length)
        if at + 2 < len(path):
            heapq.heappush(waiting, (start + hop, number, at + 1, path, length))
        else:
            last = max(last, start + hop + length)
    return last


def _route(network, a, b):
    """The chips and switches on the way: a link if there is one, up and down in a fat tree.

    Up a fat tree the way is chosen by the receiver's number, so that partners do not meet.
    """
    if network.graph.has_edge(a, b):
        return (a, b)
    if network.kind != "fat tree":
        return tuple(nx.shortest_path(network.graph, a, b))
    (radix, levels), n = network.shape, network.chips
    half = radix // 2
    if levels == 1:
        return (a, n, b)
    up, down = n + a // half, n + b // half
    if up == down:
        return (a, up, b)
    first, choice = n + n // half, b % half
    if levels == 2:
        return (a, up, first + choice, down, b)
    pods = a // half**2, b // half**2
    middles = [first + pod * half + choice for pod in pods]
    if pods[0] == pods[1]:
        return (a, up, middles[0], down, b)
    core = first + n // half + choice * half + (b // half) % half
    return (a, up, middles[0], core, middles[1], down, b)


def _ring_steps(rings, state, parts):
    """Pieces go round many rings at once, both ways where there are two sets of parts.

    ``rings``: lists of chips; ``parts[r]``: for each way, index arrays, one a chip of ring r.
    Yields the rounds of the first half, in which sums grow.
    """
    for step in range(len(rings[0]) - 1):
        yield from _ring_round(rings, state, parts, step, add=True)


def _ring_back(rings, state, parts):
    """The second half: each hands on the sums it has."""
    for step in range(len(rings[0]) - 1):
        yield from _ring_round(rings, state, parts, step - 1, add=False)


def _ring_round(rings, state, parts, step, add):
    messages, changes = [], []
    for chips, ways in zip(rings, parts, strict=True):
        k = len(chips)
        for way, pieces in zip((1, -1), ways, strict=False):
            for i, chip in enumerate(chips):
                piece = pieces[(i - way * step) % k]
                messages.append((chip, chips[(i + way) % k], state[chip, piece].copy()))
                changes.append(piece)
    yield messages
    for (_, target, numbers), piece in zip(messages, changes, strict=True):
        if add:
            state[target, piece] += numbers
        else:
            state[target, piece] = numbers


def _ring_procedure(net, state):
    n = net.chips
    ways = 1 if net.kind == "fat tree" else 2
    parts = [np.arange(ways * n).reshape(ways, n, 1)]
    yield from _ring_steps([range(n)], state, parts)
    yield from _ring_back([range(n)], state, parts)
    return state


def _bucket_procedure(net, state):
    at = np.arange(net.chips).reshape(net.shape)
    owned = {chip: np.arange(state.shape[1]) for chip in range(net.chips)}
    done = []
    for axis, side in enumerate(net.shape):
        rings = np.moveaxis(at, axis, -1).reshape(-1, side).tolist()
        ways = 2 if side > 2 else 1
        parts = [owned[chips[0]].reshape(ways, side, -1) for chips in rings]
        yield from _ring_steps(rings, state, parts)
        for chips, sets in zip(rings, parts, strict=True):
            for i, chip in enumerate(chips):
                mine = [
                    pieces[(i + way) % side] for way, pieces in zip((1, -1), sets, strict=False)
                ]
                owned[chip] = np.concatenate(mine)
        done.append((rings, parts))
    for rings, parts in reversed(done):
        yield from _ring_back(rings, state, parts)
    return state


def _exchange_procedure(net, state):
    sides, turns = net.shape, _turns(net.shape)
    at = np.arange(net.chips).reshape(sides)
    rings = [np.moveaxis(at, axis, -1).reshape(-1, k).tolist() for axis, k in enumerate(sides)]
    parts = np.arange(state.shape[1]).reshape(len(sides), -1)
    passing, done = [None] * len(sides), [0] * len(sides)
    for step in range(net.route):
        messages, notes = [], []
        for part, columns in enumerate(parts):
            axis = turns[part][step]
            if done[part] == 0:
                passing[part] = {way: state[:, columns].copy() for way in (1, -1)}
            done[part] += 1
            # The chip opposite is reached both ways: once is enough.
            for way in (1,) if 2 * done[part] == sides[axis] else (1, -1):
                sent = passing[part][way]
                for chips in rings[axis]:
                    for i, chip in enumerate(chips):
                        messages.append((chip, chips[(i + way) % len(chips)], sent[chip]))
                notes.append((part, way))
            done[part] %= sides[axis] // 2
        yield messages
        for number, (part, way) in enumerate(notes):
            new = np.empty_like(passing[part][way])
            for _, target, numbers in messages[number * net.chips : (number + 1) * net.chips]:
                new[target] = numbers
            state[:, parts[part]] += new
            passing[part][way] = new
    return state


def _mesh_procedure(net, state):
    chips = range(net.chips)
    arrived = yield [(a, b, state[a]) for a in chips for b in chips if a != b]
    return np.array([state[a] + sum(numbers for _, numbers in arrived[a]) for a in chips])


def _mesh_scatter_procedure(net, state):
    chips = range(net.chips)
    arrived = yield [(a, b, state[a, b : b + 1]) for a in chips for b in chips if a != b]
    sums = [state[a, a] + sum(numbers[0] for _, numbers in arrived[a]) for a in chips]
    arrived = yield [(a, b, np.array([sums[a]])) for a in chips for b in chips if a != b]
    for a in chips:
        state[a, a] = sums[a]
        for source, numbers in arrived[a]:
            state[a, source] = numbers[0]
    return state


def _doubling_procedure(net, state):
    n = net.chips
    power = 2 ** int(math.log2(n))
    arrived = {}
    if n > power:
        arrived = yield [(a, a - power, state[a]) for a in range(power, n)]
        for a, came in arrived.items():
            state[a] += came[0][1]
    for d in (2**i for i in range(int(math.log2(power)))):
        arrived = yield [(a, a ^ d, state[a].copy()) for a in range(power)]
        for a, came in arrived.items():
            state[a] += came[0][1]
    if n > power:
        yield [(a - power, a, state[a - power]) for a in range(power, n)]
        state[power:] = state[: n - power]
    return state


def _tree_exchange_procedure(net, state):
    stride = 1
    for fan in _tree_fans(net):
        block = stride * fan
        peers = [
            (a, a - a % block + (a + turn * stride) % block)
            for turn in range(1, fan)
            for a in range(net.chips)
        ]
        arrived = yield [(a, b, state[a]) for a, b in peers]
        state = np.array([state[a] + sum(n for _, n in arrived[a]) for a in range(net.chips)])
        stride = block
    return state


def _tree_scatter_procedure(net, state):
    first, *above = _tree_fans(net)
    chips = np.arange(net.chips)
    place, leaf = chips % first, chips - chips % first
    peers = [
        (a, leaf[a] + (a + turn) % first) for turn in range(1, first) for a in range(net.chips)
    ]
    arrived = yield [(a, b, state[a, [place[b]]]) for a, b in peers]
    own = np.array(
        [state[a, place[a]] + sum(n[0] for _, n in arrived[a]) for a in range(net.chips)]
    )
    stride = first
    for fan in above:
        block = stride * fan
        across = [
            (a, a - a % block + (a + turn * stride) % block)
            for turn in range(1, fan)
            for a in range(net.chips)
        ]
        arrived = yield [(a, b, own[[a]]) for a, b in across]
        own = np.array([own[a] + sum(n[0] for _, n in arrived[a]) for a in range(net.chips)])
        stride = block
    arrived = yield [(a, b, own[[a]]) for a, b in peers]
    state[chips, place] = own
    for a, came in arrived.items():
        for source, numbers in came:
            state[a, place[source]] = numbers[0]
    return state


def _in_nodes(count):
    """Every pair of different chips of a node, for so many chips."""
    for first in range(0, count, NODE):
        yield from itertools.permutations(range(first, first + NODE), 2)


def _between(groups, ports, chip_of, size, first=0):
    """Both ends of every link between groups, each way: (chip, group, chip, group, which)."""
    for a, p, b, q, copy in group_wiring(groups, ports):
        ends = (first + a * size + chip_of(p), a), (first + b * size + chip_of(q), b)
        yield (*ends[0], *ends[1], copy)
        yield (*ends[1], *ends[0], copy)


def _dragonfly_procedure(net, state):
    if net.chips == NODE:
        return (yield from _mesh_procedure(net, state))
    return (yield from _dragonfly_rounds(net, state, _node_exchange))


def _dragonfly_scatter_procedure(net, state):
    if net.chips == NODE:
        return (yield from _mesh_scatter_procedure(net, state))
    return (yield from _dragonfly_rounds(net, state, _node_scatter))


def _dragonfly_rounds(net, state, within):
    """``within`` the nodes or each rack; with racks, across their links, and within again."""
    if len(net.shape) == 1:
        nodes, ports = net.shape[0], NODE * net.further
        links = list(_between(nodes, ports, _inside(net.further), NODE))
        return (yield from within(net, state, links))
    racks, size = net.shape[1], RACK * NODE
    links = [
        link
        for rack in range(racks)
        for link in _between(RACK, NODE * GLOBAL // 2, _chip_of_rack_inside, NODE, rack * size)
    ]
    state = yield from within(net, state, links)
    pair = int(group_links(racks, RACK_PORTS))
    parts = np.arange(state.shape[1]).reshape(pair, -1)
    rack_links = list(_between(racks, RACK_PORTS, _chip_of_rack_port, size))
    yield [(a, b, state[a, parts[copy]]) for a, _, b, _, copy in rack_links]
    got = np.zeros_like(state)
    for a, _, b, _, copy in rack_links:
        got[b, parts[copy]] += state[a, parts[copy]]
    return state + (yield from within(net, got, links))


def _node_exchange(net, state, links):
    """Within nodes, between those that links join, within nodes again."""
    chips = range(net.chips)
    arrived = yield [(a, b, state[a]) for a, b in _in_nodes(net.chips)]
    node = np.array([state[a] + sum(numbers for _, numbers in arrived[a]) for a in chips])
    pair = 1 + max(copy for *_, copy in links)
    parts = np.arange(state.shape[1]).reshape(pair, -1)
    yield [(a, b, node[a, parts[copy]]) for a, _, b, _, copy in links]
    got, has = np.zeros_like(state), np.zeros(state.shape, bool)
    for a, _, b, _, copy in links:
        got[b, parts[copy]] += node[a, parts[copy]]
        has[b, parts[copy]] = True
    yield [(a, b, got[a, has[a]]) for a, b in _in_nodes(net.chips)]
    return node + got + np.array([sum(got[b] for b in _others(a)) for a in chips])


def _others(chip):
    first = chip - chip % NODE
    return [other for other in range(first, first + NODE) if other != chip]


def _node_scatter(net, state, links):
    """Pieces to the chips that hold the links, across, added up in their node; and back."""
    nodes = net.shape[0]
    pair = 1 + max(copy for *_, copy in links)
    piece = np.arange(state.shape[1]).reshape(nodes, pair, -1)
    chips = range(net.chips)
    holds = {chip: [] for chip in chips}
    for a, _, _, to, copy in links:
        holds[a].append((to, copy))
    columns = {
        chip: np.concatenate([piece[key] for key in held] or [np.arange(0)])
        for chip, held in holds.items()
    }
    yield [(a, b, state[a, columns[b]]) for a, b in _in_nodes(net.chips) if len(columns[b])]
    crossing = [
        (a, b, state[[a, *_others(a)]][:, piece[to, copy]].sum(axis=0))
        for a, _, b, to, copy in links
    ]
    yield crossing
    mine = [piece[chip // NODE % nodes].ravel() for chip in chips]
    own = np.array([state[chip, mine[chip]] for chip in chips]).reshape(net.chips, pair, -1)
    for (_, b, numbers), (*_, copy) in zip(crossing, links, strict=True):
        own[b, copy] += numbers
    yield [(a, b, own[a].ravel()) for a, b in _in_nodes(net.chips)]
    whole = own.reshape(net.chips // NODE, NODE, pair, -1).sum(axis=1)
    yield [(a, b, whole[a // NODE, copy]) for a, _, b, _, copy in links]
    got = {chip: [] for chip in chips}
    for a, group, b, _, copy in links:
        got[b].append((piece[group, copy], whole[a // NODE, copy]))
    sent = {a: np.concatenate([n for _, n in got[a]] or [np.arange(0)]) for a in chips}
    yield [(a, b, sent[a]) for a, b in _in_nodes(net.chips) if len(sent[a])]
    result = state.copy()
    for chip in chips:
        result[chip, mine[chip]] = whole[chip // NODE].ravel()
        for source in (chip, *_others(chip)):
            for place, numbers in got[source]:
                result[chip, place] = numbers
    return result


def _exchange_pieces(net):
    if len(net.shape) == 1:
        return max(int(group_links(net.shape[0], NODE * net.further)), 1)
    return 2 * int(group_links(net.shape[1], RACK_PORTS))


def _scatter_pieces(net):
    nodes = net.shape[0]
    if len(net.shape) == 2:
        return RACK * 2 * int(group_links(net.shape[1], RACK_PORTS))
    return NODE if nodes == 1 else nodes * int(group_links(nodes, NODE * net.further))


def _bucket_pieces(net):
    return math.prod(2 * side if side > 2 else side for side in net.shape)


_TORUS_PROCEDURES = {
    (kind, name): found for kind in ("2D torus", "3D torus") for name, found in (
        ("bucket", (_bucket_pieces, _bucket_procedure)),
        ("exchange", (lambda net: len(net.shape), _exchange_procedure)),
    )
}  # fmt: skip
#: (kind, algorithm) -> pieces of the vector, and the procedure.
_PROCEDURES = {
    ("ring", "ring"): (lambda net: 2 * net.chips, _ring_procedure),
    ("ring", "exchange"): (lambda net: 1, _exchange_procedure),
    ("ring", "doubling"): (lambda net: 1, _doubling_procedure),
    ("full mesh", "exchange"): (lambda net: 1, _mesh_procedure),
    ("full mesh", "scatter"): (lambda net: net.chips, _mesh_scatter_procedure),
    **_TORUS_PROCEDURES,
    ("fat tree", "exchange"): (lambda net: 1, _tree_exchange_procedure),
    ("fat tree", "scatter"): (lambda net: _tree_fans(net)[0], _tree_scatter_procedure),
    ("fat tree", "doubling"): (lambda net: 1, _doubling_procedure),
    ("fat tree", "ring"): (lambda net: net.chips, _ring_procedure),
    ("Dragonfly", "exchange"): (_exchange_pieces, _dragonfly_procedure),
    ("Dragonfly", "scatter"): (_scatter_pieces, _dragonfly_scatter_procedure),
}
