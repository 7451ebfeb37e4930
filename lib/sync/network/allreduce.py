"""All-reduces: how long each takes on each topology, in closed form.

Every chip has a vector and all must get the sum. Each formula takes a network, m bytes of
the vector, h seconds of a hop and b bytes/s of a link, any arrays; additions take no time.
``lib.evidence.carried`` carries the same all-reduces out, message by message, and owes these
formulas nothing; tests hold the two together.
"""

import numpy as np

from lib.sync.network import wiring
from lib.sync.network.wiring import GLOBAL, NODE, RACK, RACK_PORTS


def _ring_form(net, m, h, b):
    """2 (n - 1) steps; each half of the vector goes round one way, in n pieces."""
    n = net.chips
    return 2 * (n - 1) * (h + m / (2 * n * b))


def _exchange_form(net, m, h, b):
    """Whole vectors to everybody, direction by direction: as many steps as the diameter."""
    return net.route * (h + m / b)


def _turned_exchange_form(net, m, h, b):
    """The exchange in as many parts as directions; where two meet in one, links carry both."""
    shared = sum(int(np.bincount(step).max()) for step in np.array(wiring.turns(net.shape)).T)
    return net.route * h + shared * m / (len(net.shape) * b)


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


def _tree_exchange_form(net, m, h, b):
    """Whole vectors to everybody below the leaf; then across leaves, then across pods."""
    levels = enumerate(wiring.tree_fans(*net.shape), 1)
    return sum(2 * level * h + (fan - 1) * (m / b) for level, fan in levels)


def _tree_scatter_form(net, m, h, b):
    """Below the leaf everyone adds up one piece; pieces are exchanged above, and handed round."""
    first, *above = wiring.tree_fans(*net.shape)
    leaf = 2 * h + (first - 1) / first * m / b
    levels = enumerate(above, 2)
    return 2 * leaf + sum(2 * level * h + (fan - 1) / first * m / b for level, fan in levels)


def _ring_tree_form(net, m, h, b):
    """The ring of pieces on chips in order; the step waits for the pair farthest apart."""
    n = net.chips
    return 2 * (n - 1) * (net.route * h + m / (n * b))


def _in_switch_form(net, m, h, b):
    """Every chip sends its vector up once; switches add, and hand the sum down as it grows.

    Without switches that add, a chip must send 2 (n - 1) / n of a vector at the least: eight
    H100s with links of 450 GB/s could not pass 450 x 8 / 14 = 257 GB/s of vector. Measured are
    273 to 275 on long ones. Source: nccltests212, nccl1455.
    """
    return net.route * h + m / b


def _shares(nodes, further):
    """Links between two nodes; of the busiest chip, links and different parts of the vector."""
    pair = int(wiring.group_links(nodes, NODE * further))
    held = {}
    for port in range(pair * (nodes - 1)):
        held.setdefault(wiring.chip_of_node_port(port, further), []).append(port // (nodes - 1))
    links = max(len(copies) for copies in held.values())
    parts = max(len(set(copies)) for copies in held.values())
    return pair, links, parts


def _with_racks(among_nodes, net, m, h, b):
    """The time among all nodes; with racks, twice that within a rack and a step between racks."""
    if len(net.shape) == 1:
        return among_nodes(net.shape[0], net.further, m, h, b)
    between = h + m / (int(wiring.group_links(net.shape[1], RACK_PORTS)) * b)
    return 2 * among_nodes(RACK, GLOBAL // 2, m, h, b) + between


def _dragonfly_exchange_form(net, m, h, b):
    """Within the node, between nodes, within the node; with racks the same around a rack's link.

    Links that join the same two groups share the vector.
    """
    if net.chips == NODE:
        return h + m / b
    return _with_racks(_exchange_hops, net, m, h, b)


def _exchange_hops(nodes, further, m, h, b):
    pair, _, parts = _shares(nodes, further)
    return 3 * h + (1 + 1 / pair + parts / pair) * m / b


def _dragonfly_scatter_form(net, m, h, b):
    """Each node adds up its part of the vector and hands the sum to all: five hops, few bytes.

    With racks so in each, over the rack's links the whole vector, and so again: eleven.
    """
    if net.chips == NODE:
        return _mesh_scatter_form(net, m, h, b)
    return _with_racks(_scatter_hops, net, m, h, b)


def _scatter_hops(nodes, further, m, h, b):
    pair, links, _ = _shares(nodes, further)
    return 5 * h + ((2 * links + 2) / (nodes * pair) + 1 / nodes) * m / b


_TORUS_FORMS = {"bucket": _bucket_form, "exchange": _turned_exchange_form}
#: The formulas that each kind of topology has, by the names of the all-reduces.
FORMS = {
    "ring": {"ring": _ring_form, "exchange": _exchange_form},
    "full mesh": {"exchange": _exchange_form, "scatter": _mesh_scatter_form},
    "2D torus": _TORUS_FORMS,
    "3D torus": _TORUS_FORMS,
    "fat tree": {
        "exchange": _tree_exchange_form,
        "scatter": _tree_scatter_form,
        "ring": _ring_tree_form,
        "in-switch": _in_switch_form,
    },
    "Dragonfly": {"exchange": _dragonfly_exchange_form, "scatter": _dragonfly_scatter_form},
}
