"""Networks: closed forms against NetworkX, all-reduces against messages over the graph."""

import itertools
import math
from functools import partial

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_networks import small, told

from lib.sync.network.topologies import (
    MOST_RACKS,
    TOPOLOGIES,
    Network,
    chips_within,
    dragonfly,
    fat_tree,
    full_mesh,
    left_of,
    longest_allreduce,
    nearest,
    node_diameter,
    ring,
    torus,
    torus_sides,
)

#: The sizes of the book: a node, the largest Dragonfly of nodes, the document's two clusters
#: in whole chips, and the largest Dragonfly of racks.
SIZES = (8, 264, 653, 7_827, 10_440)


# -- topologies -----------------------------------------------------------------------


def cables(graph):
    return sum(links for *_, links in graph.edges(data="links"))


@small
def test_closed_forms_agree_with_networkx(net):
    every = dict(nx.all_pairs_shortest_path_length(net.graph))
    hops = [every[a][b] for a in range(net.chips) for b in range(net.chips) if a != b]
    assert max(hops) == net.diameter <= net.route
    assert net.mean_hops == pytest.approx(np.mean(hops))
    assert cables(net.graph) == net.links
    assert net.graph.number_of_nodes() == net.chips + net.switches
    ports = [sum(net.graph[c][o]["links"] for o in net.graph[c]) for c in range(net.chips)]
    assert max(ports) <= net.ports
    assert net.kind == "Dragonfly" or min(ports) == net.ports


@small
def test_distances_are_those_of_networkx(net):
    for chip, row in enumerate(net.distances):
        lengths = nx.single_source_shortest_path_length(net.graph, chip)
        assert row.tolist() == [lengths[other] for other in range(net.chips)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", TOPOLOGIES)
def test_every_size_of_the_book_agrees_with_its_graph(kind, size):
    net = nearest(kind, size)
    assert size <= net.chips <= 1.15 * size
    if kind == "full mesh" and size > 653:
        return  # millions of links
    assert cables(net.graph) == net.links
    chips = [0, net.chips // 2] if net.chips > 1000 else [0, 1, net.chips // 3, net.chips - 1]
    for chip in chips:
        lengths = nx.single_source_shortest_path_length(net.graph, chip)
        found = np.array([lengths[other] for other in range(net.chips)])
        assert found.max() <= net.diameter
        if kind != "Dragonfly":
            assert found.max() == net.diameter
            assert found.sum() / (net.chips - 1) == pytest.approx(net.mean_hops)
        elif chip == 0:
            assert np.array_equal(found, net.distances[0])


@pytest.mark.parametrize(
    "net",
    [partial(ring, 8), partial(ring, 9), partial(full_mesh, 8), partial(full_mesh, 7),
     partial(torus, 2, 4), partial(torus, 2, 2, 2), partial(torus, 3, 4),
     partial(fat_tree, 4, 2), partial(dragonfly, 1)],
    ids=told,
    indirect=True,
)  # fmt: skip
def test_no_halves_are_joined_by_fewer_links_than_the_bisection(net):
    ends = np.array([(a, b, w) for a, b, w in net.graph.edges(data="links")])
    best = math.inf
    for half in itertools.combinations(range(1, net.chips), net.chips // 2 - (net.chips % 2 == 0)):
        side = np.zeros(net.chips + net.switches, int)
        side[list(half)] = 1
        side[0] = 1 - net.chips % 2
        if net.switches:
            side = settle(net, side)
        best = min(best, ends[side[ends[:, 0]] != side[ends[:, 1]], 2].sum())
    assert best == net.bisection


def settle(net, side):
    """Put each leaf where most of its chips are and each spine where most leaves are: least cut.

    For two levels of four ports a spine joins all leaves alike, so this is the best side.
    """
    best, least = side, math.inf
    switches = range(net.chips, net.chips + net.switches)
    for choice in itertools.product((0, 1), repeat=min(net.switches, 6)):
        tried = side.copy()
        tried[list(switches)] = choice
        cut = sum(w for a, b, w in net.graph.edges(data="links") if tried[a] != tried[b])
        if cut < least:
            best, least = tried, cut
    return best


@pytest.mark.parametrize(
    "net",
    [
        partial(torus, 6, 8),
        partial(torus, 4, 4, 4),
        partial(dragonfly, 10),
        partial(dragonfly, 33),
        partial(ring, 20),
    ],
    ids=told,
    indirect=True,
)
def test_no_halves_found_by_search_beat_the_bisection(net):
    weights = nx.Graph()
    weights.add_weighted_edges_from(net.graph.edges(data="links"))
    for seed in range(4):
        halves = nx.algorithms.community.kernighan_lin_bisection(weights, seed=seed)
        assert nx.cut_size(weights, *halves, weight="weight") >= net.bisection


@pytest.mark.parametrize(("groups", "kind"), [(33, "nodes"), (8, "nodes"), (145, "racks")])
def test_the_bisection_of_a_dragonfly_is_what_its_groups_cut(groups, kind):
    net = dragonfly(**{kind: groups})
    size = net.chips // groups
    first = {c for c in range(size * (groups // 2))}
    cut = sum(w for a, b, w in net.graph.edges(data="links") if (a in first) != (b in first))
    pair = (32 if kind == "nodes" else 144) // (groups - 1)
    assert cut == net.bisection == pair * (groups // 2) * (groups - groups // 2)


@given(st.lists(st.integers(2, 14), min_size=2, max_size=3))
def test_mean_hops_of_a_torus_are_those_of_its_rings(sides):
    own = [np.minimum(np.arange(k), k - np.arange(k)).sum() / k for k in sides]
    net = torus(*sides)
    assert net.mean_hops == pytest.approx(sum(own) * net.chips / (net.chips - 1))


def test_more_directions_bring_chips_nearer_at_every_size():
    for size in SIZES[1:]:
        hops = [
            nearest(kind, size).mean_hops for kind in ("ring", "2D torus", "3D torus", "Dragonfly")
        ]
        assert hops == sorted(hops, reverse=True)


# -- the published Dragonfly ----------------------------------------------------------


def test_33_nodes_are_264_chips_within_3_hops_and_use_every_link():
    net = dragonfly(33)
    assert (net.chips, net.diameter) == (264, 3)
    assert nx.diameter(net.graph) == 3
    assert all(degree == 11 for _, degree in net.graph.degree())
    nodes = nx.quotient_graph(net.graph, [set(range(8 * k, 8 * k + 8)) for k in range(33)])
    assert nodes.number_of_edges() == 33 * 32 // 2


def test_145_racks_are_10440_chips_and_use_every_link():
    net = dragonfly(racks=145)
    assert net.chips == 10_440 == 145 * 9 * 8
    degrees = np.zeros(net.chips, int)
    for a, b, links in net.graph.edges(data="links"):
        degrees[[a, b]] += links
    assert (degrees == 11).all()
    racks = {tuple(sorted((a // 72, b // 72))) for a, b in net.graph.edges() if a // 72 != b // 72}
    assert len(racks) == 145 * 144 // 2
    leaving = sum(a // 72 != b // 72 for a, b in net.graph.edges())
    assert leaving == len(racks)


def test_its_nodes_are_5_hops_apart_and_its_chips_7():
    net = dragonfly(racks=145)
    assert node_diameter(net) == 5
    assert net.diameter == net.route == 7


def test_no_wiring_brings_every_chip_of_a_rack_within_two_hops():
    assert chips_within(2, further=2) < 72
    assert chips_within(5) > 10_440  # so that counting alone does not rule 5 out


@given(st.integers(0, 6), st.integers(1, 9), st.integers(1, 9))
def test_hops_reach_at_most_what_a_tree_of_links_reaches(hops, local, further):
    count = chips_within(hops, local, further)
    degree = local + further
    assert count <= 1 + sum(degree * (degree - 1) ** k for k in range(hops))
    assert count <= chips_within(hops + 1, local, further)


# -- what is left of a token ----------------------------------------------------------


def test_what_is_left_ends_where_the_longest_allreduce_begins():
    longest = longest_allreduce(2e-3, 80)
    assert longest == pytest.approx(12.5e-6)
    assert left_of(2e-3, 80, longest) == pytest.approx(0, abs=1e-18)
    assert left_of(2e-3, 120, longest) < 0


def test_at_ten_thousand_chips_only_the_dragonfly_and_the_tree_leave_anything():
    left = {kind: left_of(2e-3, 80, nearest(kind, 10_440).allreduce(0.0)) for kind in TOPOLOGIES}
    assert left["Dragonfly"] > 1e-3
    assert max(left["ring"], left["2D torus"], left["3D torus"]) < 0


# -- bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ring(2), "chips: got 2"),
        (lambda: torus(4), "sides: got 1"),
        (lambda: torus(4, 1), "sides: got 1; takes a whole number from 2"),
        (lambda: torus(4, 2.5), "sides: got 2.5"),
        (lambda: torus(2, 2, 2, 2), "sides: got 4; takes two or three"),
        (lambda: torus_sides(100, 4), "dimensions: got 4"),
        (lambda: full_mesh(1), "chips: got 1"),
        (lambda: fat_tree(5, 2), "radix: got 5; takes an even"),
        (lambda: fat_tree(4, 4), "levels: got 4"),
        (lambda: dragonfly(), "nodes, racks: got None and None"),
        (lambda: dragonfly(34), "nodes: got 34"),
        (lambda: dragonfly(18, further=2), "nodes: got 18"),
        (lambda: dragonfly(2, further=5), "further: got 5"),
        (lambda: dragonfly(racks=MOST_RACKS + 1), "racks: got 146"),
        (lambda: dragonfly(3, racks=3), "nodes, racks: got 3 and 3"),
        (lambda: nearest("hypercube", 8), "kind: got 'hypercube'"),
        (lambda: nearest("ring", 7), "chips: got 7"),
        (lambda: nearest("Dragonfly", 10_441), "chips: got 10441; takes at most 10440"),
        (lambda: nearest("fat tree", 10_440, 16), "chips: got 10440; three levels of 16"),
        (lambda: node_diameter(ring(8)), "network: got a ring"),
        (lambda: chips_within(-1), "hops: got -1"),
        (lambda: left_of(0, 80, 1e-6), "budget: got 0"),
        (lambda: left_of(2e-3, 80.5, 1e-6), "layers: got 80.5"),
        (lambda: longest_allreduce(2e-3, 0), "layers: got 0"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError) as error:
        call()
    assert message in str(error.value)


def test_a_network_is_a_plain_record():
    net = torus(6, 8)
    assert isinstance(net, Network) and net.links_per_chip == 2
    assert net.bisection_bandwidth(4e9) == 12e9
