"""Wiring: no port is used twice, and every group is wired like every other."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.sync.network.topologies import dragonfly
from lib.sync.network.wiring import (
    NODE,
    RACK_PORTS,
    chip_of_node_port,
    chip_of_rack_port,
    group_links,
    group_wiring,
    turns,
)


@given(st.integers(2, 145))
def test_groups_use_no_more_ports_than_they_have(racks):
    pair = group_links(racks, 144)
    assert pair >= 1 and pair * (racks - 1) <= 144


@given(st.integers(1, 40), st.integers(1, 60))
def test_no_port_is_used_twice_and_each_two_groups_have_their_links(groups, ports):
    ends, pairs = [], {}
    for a, p, b, q, copy in group_wiring(groups, ports):
        assert a != b and p < ports and q < ports
        ends += [(a, p), (b, q)]
        pairs.setdefault((a, b), []).append(copy)
    assert len(set(ends)) == len(ends)
    pair = int(group_links(groups, ports))
    assert len(pairs) == (groups * (groups - 1) // 2 if pair else 0)
    assert all(copies == list(range(pair)) for copies in pairs.values())


@pytest.mark.parametrize("further", [1, 2, 3, 4])
def test_every_chip_of_a_node_holds_as_many_ports(further):
    held = [chip_of_node_port(port, further) for port in range(NODE * further)]
    assert sorted(held) == sorted(list(range(NODE)) * further)


def test_every_chip_of_a_rack_holds_as_many_ports_to_other_racks():
    assert sorted(map(chip_of_rack_port, range(RACK_PORTS))) == sorted(2 * list(range(72)))


@given(st.lists(st.integers(2, 9), min_size=1, max_size=3))
def test_every_part_of_a_vector_takes_half_of_each_side(sides):
    for part in turns(sides):
        assert sorted(part) == [axis for axis, side in enumerate(sides) for _ in range(side // 2)]


def test_within_a_rack_each_node_is_joined_twice_with_each_other():
    graph = dragonfly(racks=145).graph.subgraph(range(72))
    pairs = {}
    for a, b in graph.edges():
        if a // 8 != b // 8:
            pairs[a // 8, b // 8] = pairs.get((a // 8, b // 8), 0) + 1
    assert len(pairs) == 36 and set(pairs.values()) == {2}
    assert nx.diameter(graph) == 3


def test_every_rack_is_wired_like_every_other():
    net = dragonfly(racks=12)
    for chip in (0, 37):
        turned = nx.single_source_shortest_path_length(net.graph, chip + 5 * 72)
        own = nx.single_source_shortest_path_length(net.graph, chip)
        assert all(own[c] == turned[(c + 5 * 72) % net.chips] for c in range(net.chips))


def test_a_rack_alone_is_the_rack_of_the_largest():
    alone, inside = dragonfly(9, further=2).graph, dragonfly(racks=145).graph.subgraph(range(72))
    assert {frozenset(e) for e in alone.edges()} == {frozenset(e) for e in inside.edges()}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: group_links(0, 32), "groups: got 0"),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError) as error:
        call()
    assert message in str(error.value)
