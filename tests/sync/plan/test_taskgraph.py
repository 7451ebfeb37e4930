"""The task graph: a decode step written down completely, and only with what each chip has."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.sync.plan.machine import GROQ
from lib.sync.plan.taskgraph import (
    KINDS,
    OPS,
    TaskGraph,
    barrier_graph,
    layer_graph,
    mapping,
    model_graph,
    random_graph,
    task_graph,
    work_per_unit,
)
from lib.transformer import transformer

LLAMA = transformer("llama2_70b")
# the same kinds of matrices, small enough for many graphs
SMALL = LLAMA.but(
    num_hidden_layers=4, hidden_size=1600, num_attention_heads=16, num_key_value_heads=8,
    head_dim=128, intermediate_size=2560, vocab_size=3200, max_position_embeddings=700,
)  # fmt: skip


def ops(graph, name):
    return np.flatnonzero(graph.op == OPS.index(name))


def ancestors(graph, task):
    seen, todo = set(), [task]
    while todo:
        for p in graph.operands_of(todo.pop()).tolist():
            if p not in seen:
                seen.add(p)
                todo.append(p)
    return seen


# -- the record -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"duration": [0, 1]}, "duration"),
        ({"duration": [1.5, 1]}, "duration"),
        ({"duration": []}, "duration"),
        ({"duration": [[1, 1]]}, "duration"),
        ({"unit": [0]}, "unit"),
        ({"unit": [0, -1]}, "unit"),
        ({"unit": [0, 3], "units": ("a",)}, "unit"),
        ({"first": [0, 1]}, "first"),
        ({"first": [0, 2, 1]}, "first"),
        ({"operand": [1]}, "operand"),
        ({"operand": [-1]}, "operand"),
        ({"operand": [0, 0]}, "operand"),
        ({"latency": [0, -1]}, "latency"),
        ({"latency": [0, float("nan")]}, "latency"),
        ({"op": [0, 99]}, "op"),
    ],
)
def test_a_graph_that_cannot_be_is_refused_by_name(changes, name):
    good = {"duration": [1, 1], "unit": [0, 0], "first": [0, 0, 1], "operand": [0]}
    TaskGraph(**good)
    with pytest.raises(ValueError, match=rf"^{name}: got .*takes "):
        TaskGraph(**{**good, **changes})


def test_a_graph_cannot_be_changed():
    graph = barrier_graph(2, 2)
    with pytest.raises(ValueError):
        graph.duration[0] = 5
    with pytest.raises(AttributeError):
        graph.duration = graph.latency


@given(st.integers(0, 2**32 - 1), st.integers(1, 300))
@settings(max_examples=30, deadline=None)
def test_users_and_operands_are_the_same_edges(seed, tasks):
    graph = random_graph(np.random.default_rng(seed), tasks)
    first, user = graph.successors
    backward = {(p, t) for t in range(tasks) for p in graph.operands_of(t).tolist()}
    forward = {(p, int(u)) for p in range(tasks) for u in user[first[p] : first[p + 1]]}
    assert forward == backward
    assert all(p < t for p, t in backward)
    assert work_per_unit(graph).sum() == graph.duration.sum()


def test_rows_become_a_graph():
    graph = task_graph([("a", 3, ()), ("b", 2, (0,), 7), ("a", 1, (0, 1))])
    assert graph.units == ("a", "b")
    assert graph.unit.tolist() == [0, 1, 0]
    assert graph.latency.tolist() == [0, 7, 0]
    with pytest.raises(ValueError, match="operand: got 1 for task 1"):
        task_graph([("a", 3, ()), ("b", 2, (1,))])


# -- a layer ----------------------------------------------------------------------------

SHAPES = [
    (SMALL, n, exchange) for n in (1, 2, 8, 16) for exchange in ("scatter", "direct")
    if not (n == 16 and exchange == "direct")
]  # fmt: skip
IDS = [f"{n}-{exchange}" for _, n, exchange in SHAPES]


def test_no_weight_is_read_twice_and_none_is_left_out():
    graph = layer_graph(LLAMA)
    weights = np.isin(graph.op, [OPS.index(o) for o in ("qkv", "out", "gate_up", "down")])
    least = LLAMA.layer_parameters / 8 / GROQ.weight_feed
    per_chip = graph.duration[weights].sum() / 8 / GROQ.planes
    # above the bytes: edge tiles that are not full, and the cycle in which the vector passes
    assert least < per_chip < 1.1 * least


def test_a_block_is_sent_by_everyone_to_its_owner_and_back():
    graph = layer_graph(LLAMA)
    blocks, all_reduces = 26, 2
    assert len(ops(graph, "scatter")) == all_reduces * blocks * 7
    assert len(ops(graph, "gather")) == all_reduces * blocks * 7
    direct = layer_graph(LLAMA, exchange="direct")
    assert len(ops(direct, "scatter")) == all_reduces * blocks * 8 * 7
    assert len(ops(direct, "gather")) == 0


def test_only_messages_are_under_way_after_their_unit_is_free():
    graph = layer_graph(transformer("llama2_7b"), context=700)
    link = graph.kind == KINDS.index("link")
    assert set(graph.latency[link]) == {GROQ.hop} and not graph.latency[~link].any()


def test_one_chip_sends_nothing():
    graph = layer_graph(SMALL, chips=1)
    assert not np.any(graph.kind == KINDS.index("link"))


@pytest.mark.parametrize(("model", "n", "exchange"), SHAPES, ids=IDS)
def test_after_an_all_reduce_every_chip_has_the_sum_of_all(model, n, exchange):
    graph = layer_graph(model, chips=n, exchange=exchange)
    assert set(graph.chip.tolist()) == set(range(n))
    parts = set(ops(graph, "out").tolist())
    norms = [t for t in ops(graph, "norm") if graph.operands_of(t).size]
    assert len(norms) == n
    for norm in norms:
        assert parts <= ancestors(graph, norm)


def destination(graph, task):
    """The chip that a send goes to, read off the name of its link; None for a port."""
    found = re.fullmatch(r"chip \d+ to chip (\d+)", graph.units[graph.unit[task]])
    return int(found[1]) if found else None


@pytest.mark.parametrize(("model", "n", "exchange"), SHAPES, ids=IDS)
def test_a_chip_uses_and_sends_only_what_it_has(model, n, exchange):
    graph = layer_graph(model, chips=n, exchange=exchange)
    link = graph.kind == KINDS.index("link")
    for p, t in zip(graph.operand, graph.users, strict=True):
        if not link[p]:
            assert graph.chip[p] == graph.chip[t]
        elif destination(graph, p) is not None:
            assert destination(graph, p) == graph.chip[t]
        else:
            assert graph.chip[p] // GROQ.node != graph.chip[t] // GROQ.node


def test_work_of_attention_grows_with_context_and_of_weights_does_not():
    short, long = (layer_graph(LLAMA, context=c) for c in (1024, 4096))
    for name, grows in (("mix", True), ("softmax", True), ("keys", True), ("down", False)):
        before, after = (g.duration[ops(g, name)].sum() for g in (short, long))
        assert (after > 3 * before) if grows else (after == before)
    assert not ops(layer_graph(LLAMA, context=0), "scores").size


def test_a_batch_costs_a_vector_a_tile_and_not_an_installation():
    one, two = (work_per_unit(layer_graph(LLAMA, batch=b, context=0)).max() for b in (1, 2))
    assert 1 < two / one < 1.05


# -- a model ----------------------------------------------------------------------------


def test_llama_fits_72_nodes_of_8_chips_with_two_layers_on_8_of_them():
    plan = mapping(LLAMA, stages=72)
    counts = [len(layers) for layers in plan.layers]
    assert sum(counts) == 80
    assert counts.count(2) == 8
    assert counts[0] == counts[-1] == 1
    assert [n for layers in plan.layers for n in layers] == list(range(80))
    assert plan.bytes_per_chip < GROQ.memory


@pytest.mark.parametrize("chips", [1, 2, 4, 8])
def test_all_chips_of_one_stage_hold_the_weights_and_the_cache_of_the_model(chips):
    # A second way: what the transformer says of itself, without vectors of norms.
    room = GROQ.but(memory=1e12)
    empty = mapping(SMALL, stages=1, chips=chips, context=0, machine=room).bytes_per_chip
    full = mapping(SMALL, stages=1, chips=chips, context=300, requests=3, machine=room)
    assert chips * empty == pytest.approx(SMALL.weight_bytes("int8"), rel=1e-3)
    assert chips * (full.bytes_per_chip - empty) == pytest.approx(3 * SMALL.kv_bytes(300, "int8"))


def test_more_chips_than_kv_heads_keep_a_head_more_than_once():
    room = GROQ.but(memory=1e12)
    held = [
        mapping(SMALL, 1, 2 * SMALL.kv_heads, context=c, machine=room).bytes_per_chip
        for c in (0, 300)
    ]
    each = SMALL.kv_bytes(300, "int8") / SMALL.kv_heads
    assert held[1] - held[0] == pytest.approx(each)


def test_a_model_that_does_not_fit_says_how_many_chips_are_short():
    with pytest.raises(ValueError, match=r"takes about \d+ more"):
        mapping(LLAMA, stages=20)
    with pytest.raises(ValueError, match=r"takes about \d+ more"):
        model_graph(LLAMA, stages=72, requests=16)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: layer_graph(LLAMA, chips=7), "chips"),
        (lambda: layer_graph(LLAMA, chips=0), "chips"),
        (
            lambda: layer_graph(
                LLAMA.but(num_attention_heads=60, num_key_value_heads=6, head_dim=128), chips=12
            ),
            "chips",
        ),
        (lambda: layer_graph(LLAMA, batch=0), "batch"),
        (lambda: layer_graph(LLAMA, context=5000), "context"),
        (lambda: layer_graph(LLAMA, context=10.5), "context"),
        (lambda: layer_graph(LLAMA, precision="int3"), "precision"),
        (lambda: layer_graph(LLAMA, exchange="gossip"), "exchange"),
        (lambda: layer_graph(LLAMA, chips=16, exchange="direct"), "exchange"),
        (lambda: layer_graph(transformer("mixtral_8x7b")), "model"),
        (lambda: model_graph(LLAMA, stages=81), "stages"),
        (lambda: model_graph(LLAMA, requests=0), "requests"),
        (lambda: random_graph(np.random.default_rng(1), 0), "tasks"),
        (lambda: random_graph(np.random.default_rng(1), 5, longest=0), "longest"),
        (lambda: barrier_graph(0, 3), "steps"),
        (lambda: barrier_graph(3, 2, duration=0), "duration"),
    ],
)
def test_bad_input_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call()


@pytest.mark.parametrize("stages", [1, 2, 4])
def test_the_next_token_depends_on_every_layer_of_every_chip(stages):
    graph = model_graph(SMALL, stages=stages)
    (token,) = ops(graph, "token")
    assert token == graph.tasks - 1
    before = ancestors(graph, token)
    # all but what is sent to chips that no longer need it
    assert {int(t) for t in np.flatnonzero(np.isin(graph.op, [OPS.index("down")]))} <= before
    assert len(before) == graph.tasks - 1
    assert len(ops(graph, "stage")) == (stages - 1) * 5


def test_requests_are_copies_on_the_same_units():
    one, three = (model_graph(SMALL, stages=2, requests=r) for r in (1, 3))
    assert three.tasks == 3 * one.tasks
    assert np.array_equal(work_per_unit(three), 3 * work_per_unit(one))
    for r in range(3):
        mine = three.request == r
        assert np.array_equal(three.duration[mine], one.duration)
        edges = mine[three.users]
        assert np.array_equal(three.operand[edges] - r * one.tasks, one.operand)


def test_tasks_grow_linearly_with_layers():
    sizes = [model_graph(SMALL.but(num_hidden_layers=n), stages=1).tasks for n in (2, 4, 6)]
    assert sizes[2] - sizes[1] == sizes[1] - sizes[0]


@pytest.mark.parametrize("chips", [8, 16])
def test_choices_are_collected_over_links_within_a_node_and_ports_between_nodes(chips):
    graph = model_graph(SMALL, stages=1, chips=chips)
    ways = [graph.units[u] for u in graph.unit[ops(graph, "collect")]]
    assert ways == [
        f"chip {c} to chip 0" if c < GROQ.node else f"chip {c} port 0" for c in range(1, chips)
    ]
