"""All-reduces carried out: real numbers moved over a network's links, message by message.

A procedure gets what every chip has, an array of chips x pieces of the vector, and yields
rounds of messages (from, to, numbers). It may use of a chip's numbers only what that chip has.
It returns what each chip holds at the end. The next round begins when all have all.

A link carries one message at a time, each way, and a message waits its turn on every link.
How long that takes is found out, not known: the formulas of ``lib.sync.network.allreduce``, which
are held against it, and the procedures owe each other nothing but the wiring.
"""

import heapq
import math
from dataclasses import dataclass, field
from functools import partial

import networkx as nx
import numpy as np

from lib import checks
from lib.sync.network import wiring
from lib.sync.network.wiring import GLOBAL, NODE, RACK, RACK_PORTS


@dataclass(frozen=True, eq=False)
class CarriedOut:
    """What a simulated all-reduce did: seconds, messages sent, and the vectors it left."""

    time: float
    rounds: int
    messages: int
    vectors: np.ndarray = field(repr=False)


def carry_out(network, algorithm, message, hop=None, bandwidth=None):
    """An all-reduce carried out over the network's graph, message by message.

    A link carries one message at a time, each way. A message holds a link for its bytes;
    its head goes on after ``hop`` seconds to the next link, where it waits for its turn.

    Arguments as ``Network.allreduce``, but one number each. Returns a ``CarriedOut``. Raises
    ValueError for an algorithm the network has not or that its switches do, and
    RuntimeError if any chip ends with anything but the sum.

    >>> from lib.sync.network.topologies import dragonfly
    >>> run = carry_out(dragonfly(33), "exchange", 0.0)
    >>> print(f"{run.time * 1e6:.2f} us in {run.rounds} rounds")
    2.17 us in 3 rounds
    """
    checks.choice("algorithm", algorithm, [name for name in network.algorithms
                                           if (network.kind, name) in _PROCEDURES])  # fmt: skip
    message = checks.not_negative("message", checks.single("message", message))
    hop = wiring.groq_hop() if hop is None else checks.single("hop", hop)
    hop = checks.not_negative("hop", hop)
    bandwidth = wiring.groq_bandwidth() if bandwidth is None else bandwidth
    bandwidth = checks.single("bandwidth", bandwidth)
    pieces, procedure = _PROCEDURES[network.kind, algorithm]
    pieces = pieces(network)
    values = np.random.default_rng(0).integers(-99, 100, (network.chips, pieces))
    per_piece = message / pieces / network.link_bandwidth(bandwidth)
    left, clock, count, sent = [], 0.0, 0, 0

    def rounds():
        left.append((yield from procedure(network, values.copy())))

    for messages in rounds():
        clock += _carry(network, messages, hop, per_piece)
        count, sent = count + 1, sent + len(messages)
    vectors = left[0]
    if not np.array_equal(vectors, np.broadcast_to(values.sum(axis=0), vectors.shape)):
        raise RuntimeError(f"{network.name}, {algorithm}: a chip does not hold the sum")
    return CarriedOut(clock, count, sent, vectors)


def _carry(network, messages, hop, per_piece):
    """Seconds until all messages have arrived, each waiting its turn on every link."""
    free, last = {}, 0.0
    waiting = [(0.0, number, 0, _route(network, a, b), len(numbers) * per_piece)
               for number, (a, b, numbers) in enumerate(messages)]  # fmt: skip
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
    half = network.shape[0] // 2
    ways = sorted(map(tuple, nx.all_shortest_paths(network.graph, a, b)))
    # One by a leaf; as many as a switch has uplinks by a spine; as many squared by a core.
    return ways[{1: 0, half: b % half}.get(len(ways), b % half * half + b // half % half)]


# -- rounds -------------------------------------------------------------------------------


def _send(held, ways):
    """One round: along each (chip, chip, pieces) what the first holds of these pieces.

    Returns what arrived, added up, in the shape of ``held``; and where anything did.
    """
    messages = [(a, b, held[a, pieces]) for a, b, pieces in ways]
    yield messages
    got, has = np.zeros_like(held), np.zeros(held.shape, bool)
    for (_, b, pieces), (_, _, numbers) in zip(ways, messages, strict=True):
        got[b, pieces] += numbers
        has[b, pieces] = True
    return got, has


def _rings(state, rings, parts, add):
    """Pieces go round many rings at once, both ways where there are two sets of parts.

    ``rings``: lists of chips; ``parts[r]``: for each way, index arrays, one a chip of ring r.
    First sums grow from chip to chip (``add``); then each hands on the sums it has.
    """
    for step in range(len(rings[0]) - 1):
        ways = []
        for chips, sets in zip(rings, parts, strict=True):
            k = len(chips)
            for way, pieces in zip((1, -1), sets, strict=False):
                for i, chip in enumerate(chips):
                    place = (i - way * (step if add else step - 1)) % k
                    ways.append((chip, chips[(i + way) % k], pieces[place]))
        got, has = yield from _send(state, ways)
        state[has] = got[has] + (state[has] if add else 0)


def _directions(net):
    """Of each direction that a bucket goes, the chips around and the ways at once.

    A ring has one direction, and so has a fat tree: its chips in order, one way.
    """
    if net.kind == "fat tree":
        return [(net.chips, 1)]
    return [(side, 2 if side > 2 else 1) for side in net.shape]


def _bucket(net, state):
    at = np.arange(net.chips).reshape([side for side, _ in _directions(net)])
    owned = {chip: np.arange(state.shape[1]) for chip in range(net.chips)}
    done = []
    for axis, (side, ways) in enumerate(_directions(net)):
        rings = np.moveaxis(at, axis, -1).reshape(-1, side).tolist()
        parts = [owned[chips[0]].reshape(ways, side, -1) for chips in rings]
        yield from _rings(state, rings, parts, add=True)
        for chips, sets in zip(rings, parts, strict=True):
            for i, chip in enumerate(chips):
                mine = [set_[(i + way) % side] for way, set_ in zip((1, -1), sets, strict=False)]
                owned[chip] = np.concatenate(mine)
        done.append((rings, parts))
    for rings, parts in reversed(done):
        yield from _rings(state, rings, parts, add=False)
    return state


def _torus_exchange(net, state):
    """Whole vectors round every ring both ways at once, a part of the vector an axis."""
    sides, axes, pieces = net.shape, wiring.turns(net.shape), state.shape[1]
    at = np.arange(net.chips).reshape(sides)
    rings = [np.moveaxis(at, axis, -1).reshape(-1, k).tolist() for axis, k in enumerate(sides)]
    parts = np.arange(pieces).reshape(len(sides), -1)
    # What goes on to the next chip, upwards in the first half of the columns.
    passing, done = np.tile(state, 2), [0] * len(sides)
    for step in range(net.route):
        ways = []
        for part, columns in enumerate(parts):
            axis = axes[part][step]
            if done[part] == 0:
                passing[:, columns] = passing[:, columns + pieces] = state[:, columns]
            done[part] += 1
            # The chip opposite is reached both ways: once is enough.
            for way in (1,) if 2 * done[part] == sides[axis] else (1, -1):
                moved = columns + (0 if way == 1 else pieces)
                for chips in rings[axis]:
                    ways += [
                        (a, b, moved) for a, b in zip(chips, np.roll(chips, -way), strict=True)
                    ]
            done[part] %= sides[axis] // 2
        got, has = yield from _send(passing, ways)
        passing[has] = got[has]
        state = state + got[:, :pieces] + got[:, pieces:]
    return state


def _peers(chips, fan, stride=1):
    """Every (chip, other chip) of groups of ``fan`` chips that stand ``stride`` apart."""
    block = fan * stride
    return [
        (a, a - a % block + (a + turn * stride) % block)
        for turn in range(1, fan)
        for a in range(chips)
    ]


def _fans(net):
    """Sizes of the groups that exchange one after another; a mesh or a node is one group."""
    return wiring.tree_fans(*net.shape) if net.kind == "fat tree" else [net.chips]


def _level_exchange(net, state):
    """Whole vectors to all of a group, group of groups after group."""
    stride = 1
    for fan in _fans(net):
        ways = [(a, b, [0]) for a, b in _peers(net.chips, fan, stride)]
        state = state + (yield from _send(state, ways))[0]
        stride *= fan
    return state


def _level_scatter(net, state):
    """Everyone adds up one piece for its group; pieces are exchanged above, and handed round."""
    first, *above = _fans(net)
    mine = np.arange(net.chips)[:, None] % first == np.arange(first)
    peers, stride = _peers(net.chips, first), first
    state = state + (yield from _send(state, [(a, b, [b % first]) for a, b in peers]))[0]
    for fan in above:
        ways = [(a, b, [a % first]) for a, b in _peers(net.chips, fan, stride)]
        state = state + (yield from _send(state, ways))[0]
        stride *= fan
    rest, _ = yield from _send(state, [(a, b, [a % first]) for a, b in peers])
    return np.where(mine, state, rest)


# -- Dragonflies ---------------------------------------------------------------------------


def _between(groups, ports, chip_of, size, first=0):
    """Both ends of every link between groups, each way: (chip, group, chip, group, which)."""
    for a, p, b, q, copy in wiring.group_wiring(groups, ports):
        ends = (first + a * size + chip_of(p), a), (first + b * size + chip_of(q), b)
        yield (*ends[0], *ends[1], copy)
        yield (*ends[1], *ends[0], copy)


def _dragonfly(alone, within, net, state):
    """``within`` the nodes or each rack; with racks, across their links, and within again."""
    if net.chips == NODE:
        return (yield from alone(net, state))
    if len(net.shape) == 1:
        nodes, ports = net.shape[0], NODE * net.further
        chip_of = partial(wiring.chip_of_node_port, further=net.further)
        links = list(_between(nodes, ports, chip_of, NODE))
        return (yield from within(net, state, links))
    racks, size, inside = net.shape[1], RACK * NODE, GLOBAL // 2
    chip_of = partial(wiring.chip_of_node_port, further=inside)
    firsts = range(0, net.chips, size)
    links = [w for f in firsts for w in _between(RACK, NODE * inside, chip_of, NODE, f)]
    state = yield from within(net, state, links)
    parts = np.arange(state.shape[1]).reshape(int(wiring.group_links(racks, RACK_PORTS)), -1)
    across = _between(racks, RACK_PORTS, wiring.chip_of_rack_port, size)
    got, _ = yield from _send(state, [(a, b, parts[copy]) for a, _, b, _, copy in across])
    return state + (yield from within(net, got, links))


def _node_exchange(net, state, links):
    """Within nodes, between those that links join, within nodes again."""
    every = np.arange(state.shape[1])
    parts = every.reshape(1 + max(copy for *_, copy in links), -1)
    inside = _peers(net.chips, NODE)
    node = state + (yield from _send(state, [(a, b, every) for a, b in inside]))[0]
    got, has = yield from _send(node, [(a, b, parts[copy]) for a, _, b, _, copy in links])
    more, _ = yield from _send(got, [(a, b, np.flatnonzero(has[a])) for a, b in inside])
    return node + got + more


def _node_scatter(net, state, links):
    """Pieces to the chips that hold the links, across, added up in their node; and back."""
    nodes = net.shape[0]
    piece = np.arange(state.shape[1]).reshape(nodes, 1 + max(copy for *_, copy in links), -1)
    inside = _peers(net.chips, NODE)
    held = np.zeros(state.shape, bool)  # pieces that a chip has the links for
    for a, _, _, to, copy in links:
        held[a, piece[to, copy]] = True
    columns = [np.flatnonzero(row) for row in held]
    mine = [piece[chip // NODE % nodes].ravel() for chip in range(net.chips)]
    own = np.zeros(state.shape, bool)
    np.put_along_axis(own, np.array(mine), True, axis=1)
    got, _ = yield from _send(state, [(a, b, columns[b]) for a, b in inside if columns[b].size])
    out = [(a, b, piece[to, copy]) for a, _, b, to, copy in links]
    got, _ = yield from _send(state + got, out)
    part = np.where(own, state + got, 0)
    whole = part + (yield from _send(part, [(a, b, mine[a]) for a, b in inside]))[0]
    back = [(a, b, piece[group, copy]) for a, group, b, _, copy in links]
    got, has = yield from _send(whole, back)
    sent = [np.flatnonzero(row) for row in has]
    more, _ = yield from _send(got, [(a, b, sent[a]) for a, b in inside if sent[a].size])
    return whole + got + more


def _exchange_pieces(net):
    if len(net.shape) == 1:
        return max(int(wiring.group_links(net.shape[0], NODE * net.further)), 1)
    return 2 * int(wiring.group_links(net.shape[1], RACK_PORTS))


def _scatter_pieces(net):
    nodes = net.shape[0]
    if len(net.shape) == 2:
        return RACK * 2 * int(wiring.group_links(net.shape[1], RACK_PORTS))
    return NODE if nodes == 1 else nodes * int(wiring.group_links(nodes, NODE * net.further))


def _bucket_pieces(net):
    return math.prod(side * ways for side, ways in _directions(net))


#: (kind, algorithm) -> pieces of the vector, and the procedure.
_PROCEDURES = {
    ("ring", "ring"): (_bucket_pieces, _bucket),
    ("ring", "exchange"): (lambda net: 1, _torus_exchange),
    ("full mesh", "exchange"): (lambda net: 1, _level_exchange),
    ("full mesh", "scatter"): (lambda net: net.chips, _level_scatter),
    ("fat tree", "exchange"): (lambda net: 1, _level_exchange),
    ("fat tree", "scatter"): (lambda net: wiring.tree_fans(*net.shape)[0], _level_scatter),
    ("fat tree", "ring"): (_bucket_pieces, _bucket),
    ("Dragonfly", "exchange"): (
        _exchange_pieces, partial(_dragonfly, _level_exchange, _node_exchange)
    ),
    ("Dragonfly", "scatter"): (_scatter_pieces, partial(_dragonfly, _level_scatter, _node_scatter)),
}  # fmt: skip
for _kind in ("2D torus", "3D torus"):
    _PROCEDURES[_kind, "bucket"] = _bucket_pieces, _bucket
    _PROCEDURES[_kind, "exchange"] = (lambda net: len(net.shape)), _torus_exchange
