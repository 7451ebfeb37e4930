"""Networks: how far chips stand apart, what a cut carries, how long an all-reduce takes.

A chip has so many bytes a second for all its links together (``bandwidth``), and a
topology shares them equally among the links it gives a chip. A message takes

    hops x hop + bytes / (bandwidth of a link)

on its way if nothing else is in it. From these two figures follow all times here.
Each topology is a record of closed forms and a NetworkX graph. Its links stand in
``lib.sync.network.wiring``, the times of its all-reduces in ``lib.sync.network.allreduce``;
``stages`` puts a model on groups of such networks.
"""

import itertools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, reduce

import networkx as nx
import numpy as np
from scipy.sparse import csgraph, csr_matrix

from lib import checks
from lib.sync.network import wiring
from lib.sync.network.allreduce import FORMS
from lib.sync.network.wiring import GLOBAL, LOCAL, MOST_NODES, MOST_RACKS, NODE, RACK, RACK_PORTS

TOPOLOGIES = tuple(FORMS)

# -- a topology ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Network:
    """A topology of a given size, by closed forms.

    Arguments
    ---------
    kind, name : one of ``TOPOLOGIES``, and how the book prints it
    chips : how many it joins
    ports : links of a chip (the most that any has)
    links : links in all, those between switches included
    route : hops of the longest direct way; a link is a hop
    bisection : links between two halves, or between parts that differ by one group
        where groups do not halve
    edges : a function that gives both ends of every link
    shape : sides of a torus, (nodes,) or (nodes of a rack, racks) of a Dragonfly,
        (radix, levels) of a fat tree
    switches : how many (0: none); ``sums`` whether they add what passes
    further : links of a chip of a Dragonfly to other nodes

    Made by ``ring``, ``full_mesh``, ``torus``, ``fat_tree``, ``dragonfly`` and ``nearest``.
    """

    kind: str
    name: str
    chips: int
    ports: int
    links: int
    route: int
    bisection: int
    edges: Callable = field(repr=False)
    shape: tuple[int, ...] = ()
    switches: int = 0
    sums: bool = False
    further: int = GLOBAL

    @property
    def links_per_chip(self):
        """Links in all over chips: cables to buy for a chip."""
        return self.links / self.chips

    @cached_property
    def graph(self):
        """The NetworkX graph: chips 0 to n - 1, then switches; ``links`` counts parallel ones."""
        graph = nx.Graph()
        graph.add_nodes_from(range(self.chips + self.switches))
        parallel = Counter(tuple(sorted(ends)) for ends in self.edges())
        graph.add_edges_from((*ends, {"links": many}) for ends, many in parallel.items())
        return graph

    @cached_property
    def distances(self):
        """Hops to every chip from those that stand for all by symmetry, shape (few, chips)."""
        alike = 1 if self.kind != "Dragonfly" else NODE if len(self.shape) == 1 else NODE * RACK
        ends, size = np.array(list(self.edges())).T, self.chips + self.switches
        joined = csr_matrix((np.ones(ends.shape[1]), ends), (size, size))
        some = np.arange(min(alike, self.chips))
        hops = csgraph.dijkstra(joined, directed=False, indices=some, unweighted=True)
        return hops[:, : self.chips].astype(int)

    @cached_property
    def diameter(self):
        """Hops between the two chips farthest apart: closed form, for a Dragonfly counted.

        >>> dragonfly(33).diameter, dragonfly(racks=10).diameter
        (3, 5)
        """
        return int(self.distances.max()) if self.kind == "Dragonfly" else self.route

    @property
    def mean_hops(self):
        """Mean hops to another chip, counted in the graph."""
        if self.kind == "full mesh":
            return 1.0
        return float(self.distances.sum() / len(self.distances) / (self.chips - 1))

    def bisection_bandwidth(self, bandwidth):
        """Bytes/s between the halves, one way, when each chip has ``bandwidth`` for its links."""
        return self.bisection * self.link_bandwidth(bandwidth)

    def link_bandwidth(self, bandwidth):
        """Bytes/s of one link, one way: a chip's bandwidth over its ports.

        >>> dragonfly(33).link_bandwidth(137.5e9)
        12500000000.0
        """
        return checks.positive("bandwidth", bandwidth) / self.ports

    # -- all-reduces ----------------------------------------------------------------------

    @property
    def algorithms(self):
        """The names of the all-reduces that this network can do.

        >>> ring(8).algorithms, fat_tree(8, 1, sums=True).algorithms[-1]
        (('ring', 'exchange'), 'in-switch')
        """
        return tuple(name for name in FORMS[self.kind] if self.sums or name != "in-switch")

    def allreduce(self, message, hop=None, bandwidth=None, algorithm=None):
        """Seconds until every chip has the sum of all chips' vectors.

        Arguments: ``message`` bytes of the vector; ``hop`` seconds a link takes besides
        moving bytes, Groq's if not given; ``bandwidth`` bytes/s of a chip, Groq's if not
        given; ``algorithm`` one of ``algorithms``, the fastest if not given. Arrays
        broadcast. Additions take no time.

        Raises ValueError naming the argument. Source of hop and bandwidth: abts2022.

        >>> print(f"{dragonfly(33).allreduce(0) * 1e6:.2f} us")
        2.17 us
        >>> eight = [fat_tree(8, 1, sums).allreduce(1e9, 0, 450e9) for sums in (False, True)]
        >>> print(" and ".join(f"{1 / time:.0f} GB/s" for time in eight))
        257 GB/s and 450 GB/s
        """
        message = 1.0 * checks.not_negative("message", message)
        hop = checks.not_negative("hop", wiring.groq_hop() if hop is None else hop)
        link = self.link_bandwidth(wiring.groq_bandwidth() if bandwidth is None else bandwidth)
        if algorithm is not None:
            checks.choice("algorithm", algorithm, self.algorithms)
        names = self.algorithms if algorithm is None else (algorithm,)
        return reduce(np.minimum, (FORMS[self.kind][n](self, message, hop, link) for n in names))

    def fastest(self, message, hop=None, bandwidth=None):
        """The name of the all-reduce that takes least for one message size."""
        return min(self.algorithms, key=lambda name: self.allreduce(message, hop, bandwidth, name))


# -- rings, meshes, tori ------------------------------------------------------------------


def ring(chips):
    """A ring: each chip joined to two others.

    >>> ring(8).diameter, round(ring(8).mean_hops, 3), ring(8).bisection
    (4, 2.286, 2)
    """
    chips = checks.count("chips", chips, least=3)
    return _torus("ring", f"ring of {chips:,}", (chips,))


def torus(*sides):
    """A torus: a ring through every chip in every direction. A side of 2 has one link.

    Raises ValueError for other than two or three sides and for a side below 2.

    >>> catapult = torus(6, 8)
    >>> catapult.chips, catapult.diameter, catapult.links, catapult.bisection
    (48, 7, 96, 12)
    """
    if len(sides) not in (2, 3):
        raise ValueError(f"sides: got {len(sides)}; takes two or three, one a direction")
    sides = tuple(checks.count("sides", side, least=2) for side in sides)
    return _torus(f"{len(sides)}D torus", f"{'×'.join(map(str, sides))} torus", sides)


def _torus(kind, name, sides):
    chips, longest = math.prod(sides), max(sides)
    return Network(
        kind, name, chips,
        ports=sum(2 if side > 2 else 1 for side in sides),
        links=sum(chips if side > 2 else chips // 2 for side in sides),
        route=sum(side // 2 for side in sides),
        # A cut across the longest side; where that is odd, the parts differ by a layer.
        bisection=(2 if longest > 2 else 1) * chips // longest,
        edges=lambda: wiring.torus_edges(sides), shape=sides,
    )  # fmt: skip


def full_mesh(chips):
    """Every chip joined to every other.

    >>> full_mesh(8).links, full_mesh(8).bisection
    (28, 16)
    """
    chips = checks.count("chips", chips, least=2)
    return Network(
        "full mesh", f"full mesh of {chips:,}", chips, ports=chips - 1,
        links=chips * (chips - 1) // 2, route=1, bisection=(chips // 2) * (chips - chips // 2),
        edges=lambda: itertools.combinations(range(chips), 2), shape=(chips,),
    )  # fmt: skip


# -- fat trees ----------------------------------------------------------------------------


def fat_tree(radix, levels, sums=False):
    """A fat tree of switches of ``radix`` ports in which no half waits for the other.

        chips = radix (radix/2)^(levels - 1), all links as fast as a chip's one

    ``sums``: the switches add what chips send and hand the sum to all, as NVLink's do. One
    level is the switch of a server.

    Raises ValueError for an odd radix or levels beyond 3. Source: alfares2008.

    >>> tree = fat_tree(4, 3)
    >>> tree.chips, tree.switches, tree.diameter, tree.bisection
    (16, 20, 6, 8)
    """
    levels = checks.count("levels", levels, 1, 3)
    radix = checks.count("radix", radix, least=2)
    if radix % 2:
        raise ValueError(f"radix: got {radix}; takes an even number of ports")
    half = radix // 2
    chips = radix * half ** (levels - 1)
    return Network(
        "fat tree", f"fat tree of {chips:,}", chips, ports=1, links=levels * chips,
        route=2 * levels, bisection=chips // 2, edges=lambda: wiring.fat_tree_edges(radix, levels),
        shape=(radix, levels), switches=(2 * levels - 1) * half ** (levels - 1), sums=bool(sums),
    )  # fmt: skip


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
    further = checks.count("further", further, 1, GLOBAL)
    if racks is None:
        nodes = checks.count("nodes", nodes, 1, NODE * further + 1)
        pair = wiring.group_links(nodes, NODE * further)
        links = nodes * NODE * LOCAL // 2 + pair * nodes * (nodes - 1) // 2
        bisection = pair * (nodes // 2) * (nodes - nodes // 2) if nodes > 1 else NODE * NODE // 4
        route, shape, chips = (3 if nodes > 1 else 1), (nodes,), nodes * NODE
    else:
        racks = checks.count("racks", racks, 2, MOST_RACKS)
        pair = wiring.group_links(racks, RACK_PORTS)
        inside = RACK * NODE * LOCAL // 2 + 2 * RACK * (RACK - 1) // 2
        links = racks * inside + pair * racks * (racks - 1) // 2
        bisection = pair * (racks // 2) * (racks - racks // 2)
        route, shape, chips = 7, (RACK, racks), racks * RACK * NODE
    return Network(
        "Dragonfly", f"Dragonfly of {chips:,}", chips, LOCAL + (GLOBAL if chips > NODE else 0),
        links, route, bisection, lambda: wiring.dragonfly_edges(nodes, racks, further), shape,
        further=further,
    )  # fmt: skip


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
    hops = checks.count("hops", hops, least=0)
    local, further = checks.count("local", local), checks.count("further", further)
    total, near, far = 1, 0, 0
    for step in range(hops):
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
    dimensions = checks.count("dimensions", dimensions, 2, 3)
    for size in itertools.count(checks.count("chips", chips, least=2**dimensions)):
        parts = [side for side in range(2, size // 2 + 1) if size % side == 0]
        every = itertools.combinations_with_replacement(parts, dimensions)
        found = [sides for sides in every if math.prod(sides) == size]
        found = [sides for sides in found if sides[-1] % 2 == 0 and sides[-1] <= 2 * sides[0]]
        if found:
            return min(found, key=sum)


@lru_cache
def nearest(kind, chips, most_radix=64):
    """The smallest network of a kind that joins at least so many chips.

    Tori as ``torus_sides``, fat trees of the fewest levels that switches of
    ``most_radix`` ports allow, Dragonflies of whole nodes or, beyond 33, whole racks.
    Raises ValueError for a kind it does not know, or more chips than the kind can join.

    >>> [nearest(kind, 653).chips for kind in TOPOLOGIES]
    [653, 653, 660, 672, 722, 720]
    """
    checks.choice("kind", kind, TOPOLOGIES)
    chips = checks.count("chips", chips, least=8)
    if kind in ("ring", "full mesh"):
        return ring(chips) if kind == "ring" else full_mesh(chips)
    if kind != "fat tree" and kind != "Dragonfly":
        return torus(*torus_sides(chips, int(kind[0])))
    if kind == "fat tree":
        most = checks.count("most_radix", most_radix, least=2)
        for levels, radix in itertools.product((1, 2, 3), range(2, most + 1, 2)):
            if radix * (radix // 2) ** (levels - 1) >= chips:
                return fat_tree(radix, levels)
        raise ValueError(
            f"chips: got {chips}; three levels of {most_radix} ports join {most**3 // 4}"
        )
    nodes = -(-chips // NODE)
    if nodes <= MOST_NODES:
        return dragonfly(nodes)
    most = MOST_RACKS * RACK * NODE
    checks.between("chips", chips, 8, most, f"at most {most}")
    return dragonfly(racks=-(-nodes // RACK))


# -- what is left of a token ----------------------------------------------------------------


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


def longest_allreduce(budget, layers):
    """Seconds that an all-reduce may take if two a layer are to fill the budget.

        budget / (2 layers)

    >>> print(f"{longest_allreduce(2e-3, 80) * 1e6:.1f} us")
    12.5 us
    """
    return checks.positive("budget", budget) / (2 * checks.whole("layers", layers))
