"""Wiring: which port of which chip leads where, and who talks to whom in what order.

What the networks, the formulas of their all-reduces and the messages moved over their links
(``lib.evidence.carried``) have in common, so that these need to know nothing else of one another:
the links of each topology, the two published figures of Groq's, the order of an exchange on a
torus and the groups of a fat tree.

A Dragonfly's nodes are 8 chips, fully connected by 7 links a chip, with 4 further links a
chip, 32 a node. Up to 33 nodes these join every node with every other. Beyond that 9 nodes
make a rack: half of the 32 links join each node twice with the 8 others of its rack, the
other half, 144 a rack, join every rack with every other. Source: abts2022; what the text
leaves open is which chip holds which link.
"""

import itertools
import math

import numpy as np

from lib import checks, tables

NODE, LOCAL, GLOBAL = 8, 7, 4
#: Nodes of the largest Dragonfly of nodes, and nodes of a rack.
MOST_NODES, RACK = NODE * GLOBAL + 1, 9
#: Links that leave a rack, and racks that they can join.
RACK_PORTS = RACK * NODE * GLOBAL // 2
MOST_RACKS = RACK_PORTS + 1
#: Multiplying port numbers by this mixes which chips hold which links of a rack.
STRIDE = 59


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


def torus_edges(sides):
    """Both ends of every link of a ring or torus; a side of 2 has one link.

    >>> list(torus_edges((3,))), list(torus_edges((2, 2)))
    ([(0, 1), (1, 2), (2, 0)], [(0, 2), (1, 3), (0, 1), (2, 3)])
    """
    at = np.arange(math.prod(sides)).reshape(sides)
    for axis, side in enumerate(sides):
        beside = np.roll(at, -1, axis)
        if side == 2:
            ends = np.take(at, [0], axis), np.take(beside, [0], axis)
        else:
            ends = at, beside
        yield from zip(*(end.ravel().tolist() for end in ends), strict=True)


def fat_tree_edges(radix, levels):
    """Chips, then leaves, then spines; with three levels pods of leaves and middles, then cores.

    >>> list(fat_tree_edges(2, 2))
    [(0, 2), (1, 3), (2, 4), (3, 4)]
    """
    half = radix // 2
    chips = radix * half ** (levels - 1)
    if levels == 1:
        yield from ((chip, chips) for chip in range(chips))
        return
    leaves = chips // half
    first, core = chips + leaves, chips + 2 * leaves
    yield from ((chip, chips + chip // half) for chip in range(chips))
    for leaf, s in itertools.product(range(leaves), range(half)):
        pod = leaf // half if levels == 3 else 0
        yield chips + leaf, first + pod * half + s
        if levels == 3:  # a pod has as many middles as leaves
            yield first + leaf, core + leaf % half * half + s


def group_links(groups, ports):
    """Links between each two of so many groups, each of which has so many ports.

        floor(ports / (groups - 1)); a single group has none

    >>> group_links(33, 32), group_links(9, 16), group_links(145, 144), group_links(109, 144)
    (1, 2, 1, 1)
    """
    groups, ports = checks.whole("groups", groups), checks.whole("ports", ports)
    return np.where(np.greater(groups, 1), ports // np.maximum(groups - 1, 1), 0)[()]


def group_wiring(groups, ports):
    """Every link between groups: (group, port, other group, its port, which of the pair's links).

    Port (d - 1) + c (groups - 1) leads to the group d further round, as link c of the
    pair; it ends there at the port of the way back. So all groups are wired alike.

    >>> list(group_wiring(3, 2))
    [(0, 0, 1, 1, 0), (0, 1, 2, 0, 0), (1, 0, 2, 1, 0)]
    """
    pair = int(group_links(groups, ports))
    for a, b in itertools.product(range(groups), repeat=2):
        for copy in range(pair if a < b else 0):
            skip = copy * (groups - 1) - 1
            yield a, b - a + skip, b, groups - (b - a) + skip, copy


def chip_of_node_port(port, further=GLOBAL):
    """Which chip of a node holds a port to other nodes, where each chip has ``further`` of them.

    In a rack, where each node has two links to each other, the second starts four chips beyond
    the first, to shorten ways.

    >>> [chip_of_node_port(port) for port in (0, 7, 8)], chip_of_node_port(8, further=2)
    ([0, 7, 0], 4)
    """
    return port % NODE if further == GLOBAL else (port + 4 * (port // NODE)) % NODE


def chip_of_rack_port(port):
    """Which of a rack's 72 chips holds a port to other racks.

    >>> [chip_of_rack_port(port) for port in range(3)], len(set(map(chip_of_rack_port, range(144))))
    ([0, 27, 62], 72)
    """
    node, port = divmod(port * STRIDE % RACK_PORTS, RACK_PORTS // RACK)
    return node * NODE + port % NODE


def dragonfly_edges(nodes=None, racks=None, further=GLOBAL):
    """Both ends of every link of a Dragonfly of nodes, or of racks of 9 nodes.

    >>> len(list(dragonfly_edges(nodes=33))), 264 * 11 // 2
    (1452, 1452)
    """
    for first in range(0, (nodes or RACK * racks) * NODE, NODE):
        yield from itertools.combinations(range(first, first + NODE), 2)
    if racks is None:
        yield from _joined(nodes, NODE * further, lambda port: chip_of_node_port(port, further))
        return
    inside = list(_joined(RACK, RACK_PORTS // RACK, lambda port: chip_of_node_port(port, 2)))
    for first in range(0, racks * RACK * NODE, RACK * NODE):
        yield from ((first + a, first + b) for a, b in inside)
    yield from _joined(racks, RACK_PORTS, chip_of_rack_port, RACK * NODE)


def _joined(groups, ports, chip_of, size=NODE):
    for a, p, b, q, _ in group_wiring(groups, ports):
        yield a * size + chip_of(p), b * size + chip_of(q)


def turns(sides):
    """Where each part of a vector is in each step: part p begins with direction p and goes on.

    One part a direction, so that no links stand idle; each takes half a side of steps.

    >>> turns((2, 4))
    [[0, 1, 1], [1, 1, 0]]
    """
    count = len(sides)
    order = [[(p + q) % count for q in range(count)] for p in range(count)]
    return [[axis for axis in axes for _ in range(sides[axis] // 2)] for axes in order]


def tree_fans(radix, levels):
    """Chips that exchange on each level of a fat tree: below a leaf, a pod, the whole.

    >>> tree_fans(4, 3)
    [2, 2, 4]
    """
    return [radix // 2] * (levels - 1) + [radix]
