"""All-reduces carried out: real numbers moved over a network's links, message by message.

A procedure yields rounds of messages (from, to, numbers) and is sent what arrived, by
receiver: a list of (from, numbers). It may use of a chip's numbers only what that chip
has. It returns what each chip holds at the end. The next round begins when all have all.

A link carries one message at a time, each way, and a message waits its turn on every link.
How long that takes is found out, not known: the formulas of ``lib.sync.network.allreduce`` and the
procedures owe each other nothing but the wiring.
"""

import heapq
import itertools
import math
from dataclasses import dataclass, field
from functools import partial

import networkx as nx
import numpy as np

from lib import checks
from lib.sync.network.wiring import (
    GLOBAL,
    NODE,
    RACK,
    RACK_PORTS,
    chip_of_node_port,
    chip_of_rack_port,
    groq_bandwidth,
    groq_hop,
    group_links,
    group_wiring,
    tree_fans,
    turns,
)


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

    >>> from lib.sync.network.topologies import dragonfly
    >>> run = simulate(dragonfly(33), "exchange", 0.0)
    >>> print(f"{run.time * 1e6:.2f} us in {run.rounds} rounds")
    2.17 us in 3 rounds
    """
    checks.choice("algorithm", algorithm, network.algorithms)
    message = checks.not_negative("message", checks.single("message", message))
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
    sides, axes = net.shape, turns(net.shape)
    at = np.arange(net.chips).reshape(sides)
    rings = [np.moveaxis(at, axis, -1).reshape(-1, k).tolist() for axis, k in enumerate(sides)]
    parts = np.arange(state.shape[1]).reshape(len(sides), -1)
    passing, done = [None] * len(sides), [0] * len(sides)
    for step in range(net.route):
        messages, notes = [], []
        for part, columns in enumerate(parts):
            axis = axes[part][step]
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


def _added(own, arrived):
    """What each chip has after it added what arrived, shape of ``own``."""
    return np.array([mine + sum(came for _, came in arrived[a]) for a, mine in enumerate(own)])


def _peers(chips, fan, stride=1):
    """Every (chip, other chip) of groups of ``fan`` chips that stand ``stride`` apart."""
    block = fan * stride
    return [
        (a, a - a % block + (a + turn * stride) % block)
        for turn in range(1, fan)
        for a in range(chips)
    ]


def _level_exchange(fans, state):
    """Whole vectors to all of a group, group of groups after group; a mesh is one group."""
    stride = 1
    for fan in fans:
        arrived = yield [(a, b, state[a]) for a, b in _peers(len(state), fan, stride)]
        state = _added(state, arrived)
        stride *= fan
    return state


def _level_scatter(fans, state):
    """Everyone adds up one piece for its group; pieces are exchanged above, and handed round."""
    first, *above = fans
    chips = np.arange(len(state))
    place, peers = chips % first, _peers(len(state), first)
    arrived = yield [(a, b, state[a, [place[b]]]) for a, b in peers]
    own = _added(state[chips, place][:, None], arrived)
    stride = first
    for fan in above:
        arrived = yield [(a, b, own[a]) for a, b in _peers(len(state), fan, stride)]
        own = _added(own, arrived)
        stride *= fan
    arrived = yield [(a, b, own[a]) for a, b in peers]
    state[chips, place] = own[:, 0]
    for a, came in arrived.items():
        for source, numbers in came:
            state[a, place[source]] = numbers[0]
    return state


def _mesh_procedure(net, state):
    return (yield from _level_exchange([net.chips], state))


def _mesh_scatter_procedure(net, state):
    return (yield from _level_scatter([net.chips], state))


def _tree_exchange_procedure(net, state):
    return (yield from _level_exchange(tree_fans(*net.shape), state))


def _tree_scatter_procedure(net, state):
    return (yield from _level_scatter(tree_fans(*net.shape), state))


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
        links = list(_between(nodes, ports, partial(chip_of_node_port, further=net.further), NODE))
        return (yield from within(net, state, links))
    racks, size, inside = net.shape[1], RACK * NODE, GLOBAL // 2
    links = [
        link
        for rack in range(racks)
        for link in _between(
            RACK, NODE * inside, partial(chip_of_node_port, further=inside), NODE, rack * size
        )
    ]
    state = yield from within(net, state, links)
    pair = int(group_links(racks, RACK_PORTS))
    parts = np.arange(state.shape[1]).reshape(pair, -1)
    rack_links = list(_between(racks, RACK_PORTS, chip_of_rack_port, size))
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
    ("fat tree", "scatter"): (lambda net: tree_fans(*net.shape)[0], _tree_scatter_procedure),
    ("fat tree", "doubling"): (lambda net: 1, _doubling_procedure),
    ("fat tree", "ring"): (lambda net: net.chips, _ring_procedure),
    ("Dragonfly", "exchange"): (_exchange_pieces, _dragonfly_procedure),
    ("Dragonfly", "scatter"): (_scatter_pieces, _dragonfly_scatter_procedure),
}
