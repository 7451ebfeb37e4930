"""The task graph: a decode step written down completely, and only with what each chip has."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_graphs import barrier_graph, operands_of, random_graph

from lib.hardware import chip
from lib.spatial.placement import require_room, stage_layers
from lib.spatial.roofline import Deployment
from lib.sync.plan.checker import check
from lib.sync.plan.dynamic import max_plus, simulate
from lib.sync.plan.machine import GROQ
from lib.sync.plan.schedule import schedule
from lib.sync.plan.taskgraph import (
    OPS,
    UNIT_KINDS,
    TaskGraph,
    layer_graph,
    model_graph,
    task_graph,
    work_per_unit,
)
from lib.transformer import transformer

LLAMA, MIXTRAL = transformer("llama2_70b"), transformer("mixtral_8x7b")
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
        for p in operands_of(graph, todo.pop()):
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
        ({"duration": [2**62, 1]}, "duration"),
        ({"duration": [1, 10**20]}, "duration"),
        ({"duration": [1e300, 1]}, "duration"),
        ({"duration": [2**53, 2**53]}, "duration"),
        ({"duration": [2**53 + 1, 1]}, "duration"),  # which is read as one less
        ({"duration": [2**53 - 1, 1]}, "duration"),
        ({"latency": [2**62, 2**62]}, "latency"),
        ({"latency": [2**53, 0], "duration": [2**53, 1]}, "duration"),
        ({"duration": np.ma.array([1, 1], mask=[0, 1])}, "duration"),
        ({"request": [0, 1e300]}, "request"),
    ],
)
def test_a_graph_that_cannot_be_is_refused_by_name(changes, name):
    good = {"duration": [1, 1], "unit": [0, 0], "first": [0, 0, 1], "operand": [0]}
    TaskGraph(**good)
    with pytest.raises(ValueError, match=rf"^{name}: got .*takes "):
        TaskGraph(**{**good, **changes})


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.uint64, np.float32])
def test_durations_of_narrow_numbers_add_up_as_python_s(kind):
    rows = [("a", 100, (), 100), ("a", 120, (0,), 100), ("b", 127, (1,), 3)]
    plain = task_graph(rows)
    durations, latencies = (np.array([row[i] for row in rows], kind) for i in (1, 3))
    narrow = plain.but(duration=durations, latency=latencies)
    assert schedule(narrow).makespan == schedule(plain).makespan == 100 + 100 + 120 + 100 + 127 + 3
    assert work_per_unit(narrow).tolist() == [220, 127]


def test_as_many_cycles_as_a_float_counts_are_exact():
    long = 2**52
    graph = task_graph([("a", long, (), 1), ("a", long - 2, (0,))])
    assert schedule(graph).makespan == 2**53 - 1
    assert simulate(graph).makespan == max_plus(graph, [0, 1])[1] == 2**53 - 1


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
    backward = {(p, t) for t in range(tasks) for p in operands_of(graph, t)}
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
    graph = layer_graph(LLAMA, exchange="scatter")
    blocks, all_reduces = 26, 2
    assert len(ops(graph, "scatter")) == all_reduces * blocks * 7
    assert len(ops(graph, "gather")) == all_reduces * blocks * 7
    direct = layer_graph(LLAMA, exchange="direct")
    assert len(ops(direct, "scatter")) == all_reduces * blocks * 8 * 7
    assert len(ops(direct, "gather")) == 0


def test_only_messages_are_under_way_after_their_unit_is_free():
    graph = layer_graph(transformer("llama2_7b"), context=700)
    link = graph.kind == UNIT_KINDS.index("link")
    assert set(graph.latency[link]) == {GROQ.hop} and not graph.latency[~link].any()


def test_one_chip_sends_nothing():
    graph = layer_graph(SMALL, chips=1)
    assert not np.any(graph.kind == UNIT_KINDS.index("link"))


@pytest.mark.parametrize(("model", "n", "exchange"), SHAPES, ids=IDS)
def test_after_an_all_reduce_every_chip_has_the_sum_of_all(model, n, exchange):
    graph = layer_graph(model, chips=n, exchange=exchange)
    assert set(graph.chip.tolist()) == set(range(n))
    parts = set(ops(graph, "out").tolist())
    norms = [t for t in ops(graph, "norm") if operands_of(graph, t)]
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
    link = graph.kind == UNIT_KINDS.index("link")
    for p, t in zip(graph.operand, graph.users, strict=True):
        if not link[p]:
            assert graph.chip[p] == graph.chip[t]
        elif destination(graph, p) is not None:
            assert destination(graph, p) == graph.chip[t]
        else:
            assert graph.chip[p] // GROQ.node != graph.chip[t] // GROQ.node


def test_a_head_wider_than_a_vector_is_mixed_in_as_many_vectors_as_it_fills():
    cycles = {}
    for wide in (320, 640, 700):
        graph = layer_graph(SMALL.but(head_dim=wide), 4, 1, 700)
        cycles[wide] = int(graph.duration[ops(graph, "mix")].sum())
    assert cycles[640] == 2 * cycles[320] and cycles[700] == 3 * cycles[320]


def test_work_of_attention_grows_with_context_and_of_weights_does_not():
    short, long = (layer_graph(LLAMA, context=c) for c in (1024, 4096))
    for name, grows in (("mix", True), ("softmax", True), ("keys", True), ("down", False)):
        before, after = (g.duration[ops(g, name)].sum() for g in (short, long))
        assert (after > 3 * before) if grows else (after == before)
    assert not ops(layer_graph(LLAMA, context=0), "scores").size


def test_a_batch_costs_a_vector_a_tile_and_not_an_installation():
    one, two = (work_per_unit(layer_graph(LLAMA, batch=b, context=0)).max() for b in (1, 2))
    assert 1 < two / one < 1.05


@pytest.mark.parametrize("batch", [1, 3])
def test_an_activation_is_one_pass_over_the_numbers_of_its_tile(batch):
    graph = layer_graph(LLAMA, batch=batch, context=0)
    assert set(graph.duration[ops(graph, "activate")]) == {batch * GROQ.vectors(GROQ.lanes)}


# -- a model ----------------------------------------------------------------------------


def test_llama_fits_72_nodes_of_8_chips_with_two_layers_on_8_of_them():
    graph = model_graph(LLAMA)
    norms = graph.op == OPS.index("norm")
    chip, layer = graph.chip[norms], graph.layer[norms]
    stages = [set(layer[chip // 8 == s]) for s in range(72)]
    counts = [len(layers) for layers in stages]
    assert sum(counts) == 80 and counts.count(2) == 8
    assert counts[0] == counts[-1] == 1
    assert sorted(n for layers in stages for n in layers) == list(range(80))


@pytest.mark.parametrize("stages", [1, 2, 3, 4, 6, 7])
def test_the_stages_of_a_plan_hold_the_layers_that_their_placement_gives_them(stages):
    model = SMALL.but(num_hidden_layers=7)
    graph = model_graph(model, stages, chips=8)
    out = graph.op == OPS.index("out")
    found = [np.unique(graph.layer[out & (graph.chip // 8 == s)]).size for s in range(stages)]
    assert found == stage_layers(7, stages)


@pytest.mark.parametrize(("stages", "chips"), [(72, 8), (40, 16), (80, 8), (20, 8), (1, 64)])
@pytest.mark.parametrize(("requests", "batch"), [(1, 1), (4, 2), (1, 40)])
def test_a_model_fits_where_its_fullest_chip_has_room(stages, chips, requests, batch):
    card = chip("groq_lpu").but(memory=GROQ.memory)
    made = Deployment(card, LLAMA, tensor=chips, stages=stages)
    try:
        require_room(made, requests * batch, 4096)
    except ValueError:
        with pytest.raises(
            ValueError, match=rf"^chips: got {chips} chips in each of {stages} .* short"
        ):
            model_graph(LLAMA, stages, chips, requests, batch)
    else:
        assert model_graph(LLAMA, stages, chips, requests, batch).chips == stages * chips


def test_a_model_that_does_not_fit_says_how_many_chips_are_short():
    for stages, requests in ((20, 1), (72, 16)):
        with pytest.raises(ValueError, match=r"^chips: got .* is \d+ Groq LPU short"):
            model_graph(LLAMA, stages=stages, requests=requests)


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
        (lambda: layer_graph(transformer("deepseek_v3")), "model"),
        (lambda: layer_graph(transformer("gpt_oss_120b")), "model"),
        (lambda: model_graph(LLAMA, stages=81), "stages"),
        (lambda: model_graph(LLAMA, requests=0), "requests"),
        (lambda: task_graph([("a", 0, ())]), "duration"),
    ],
)
def test_bad_input_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call()


@pytest.mark.parametrize("stages", [1, 2, 4])
def test_the_next_token_depends_on_every_layer_of_every_chip(stages):
    graph = model_graph(SMALL, stages=stages)
    (token,) = ops(graph, "token")
    before = ancestors(graph, token)
    # all but what is sent to chips that no longer need it
    assert {int(t) for t in np.flatnonzero(np.isin(graph.op, [OPS.index("down")]))} <= before
    # of a last sum that every chip makes, a message may serve another chip than the first
    idle = [t for t in range(token) if t not in before]
    assert not np.any(graph.kind[idle] == UNIT_KINDS.index("matrix"))
    # The token is known in the first stage before the next can begin: a hop for every stage.
    back = ops(graph, "return")
    assert graph.tasks == token + 1 + back.size and back.size == (stages > 1)
    assert [operands_of(graph, t) for t in back] == [[token]] * back.size
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


# -- experts ------------------------------------------------------------------------------


def test_the_times_of_experts_are_those_of_a_dense_block_as_wide_and_a_router():
    dense = LLAMA.but(
        num_hidden_layers=32, hidden_size=4096, num_attention_heads=32, head_dim=128,
        intermediate_size=2 * 14336,
    )  # fmt: skip
    times = []
    for model in (MIXTRAL, dense):
        graph = layer_graph(model, context=4096)
        router = np.isin(graph.op, [OPS.index("route"), OPS.index("pick")])
        assert np.all(
            np.bincount(graph.chip[router], minlength=8) == (2 if model is MIXTRAL else 0)
        )
        times.append(work_per_unit(graph).sum() - graph.duration[router].sum())
    assert times[0] == times[1]


@pytest.mark.parametrize(("batch", "blocks"), [(1, 2), (2, 4), (4, 8), (8, 8)])
def test_a_plan_has_cycles_for_every_expert_that_could_be_called_and_no_more(batch, blocks):
    graph = layer_graph(MIXTRAL, batch=batch, context=0)
    columns = -(-2 * blocks * (14336 // 8) // GROQ.lanes)
    assert len(ops(graph, "gate_up")) == 8 * columns
    # each takes its one request's vector, or all experts take all vectors
    each = GROQ.column_cycles(4096, 1 if blocks < 8 or batch == 4 else batch)
    assert set(graph.duration[ops(graph, "gate_up")]) == {each}
    assert check(graph, schedule(graph).start).ok


def test_weights_of_experts_wait_for_the_router():
    graph = layer_graph(MIXTRAL, context=0)
    route = set(ops(graph, "route").tolist())
    assert all(len(ancestors(graph, t) & route) == 1 for t in ops(graph, "gate_up")[::40])


@pytest.mark.parametrize("chips", [4, 8])
@pytest.mark.parametrize("batch", [1, 2, 4, 16])
def test_the_exchange_that_is_taken_is_the_shorter(chips, batch):
    """Within half a per cent: at two requests the two are level on four chips."""
    taken, *others = (
        schedule(layer_graph(LLAMA, chips=chips, batch=batch, exchange=e)).makespan
        for e in (None, "scatter", "direct")
    )
    assert taken in others and taken <= 1.005 * min(others)
