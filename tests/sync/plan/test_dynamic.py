"""The run without a plan: three calculations agree, and what a plan pays is what it should be."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from in_simpy import in_simpy
from random_graphs import barrier_graph, random_graph

from lib.sync.plan.dynamic import (
    Variation,
    makespans,
    max_plus,
    padded,
    padding_cost,
    replayed,
    reserved_slots,
    service_times,
    shared_queue,
    simulate,
    slots,
    slowed,
)
from lib.sync.plan.schedule import in_turn, lower_bounds, schedule
from lib.sync.plan.taskgraph import UNIT_KINDS, layer_graph, model_graph, task_graph
from lib.sync.tail import chance_any, chance_each
from lib.transformer import transformer

SMALL = transformer("llama2_70b").but(
    num_hidden_layers=3, hidden_size=1280, num_attention_heads=16, num_key_value_heads=8,
    head_dim=128, intermediate_size=2560, vocab_size=3200, max_position_embeddings=700,
)  # fmt: skip
SERVICES = [
    Variation("exponential", cv=0.5),
    Variation("gamma", cv=0.7),
    Variation("lognormal", cv=0.7),
    Variation("uniform", cv=0.3),
    Variation("stalls", cv=2.0, probability=0.02),
]
NAMES = [s.law for s in SERVICES]


@st.composite
def any_graph(draw):
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    if draw(st.booleans()):
        return random_graph(rng, draw(st.integers(1, 120)), draw(st.integers(1, 6)))
    chips, exchange = draw(st.sampled_from([1, 2, 8])), draw(st.sampled_from(["scatter", "direct"]))
    return layer_graph(SMALL, chips=chips, exchange=exchange, context=draw(st.integers(0, 700)))


# -- without variance all agree, to the cycle ---------------------------------------------


@given(any_graph())
@settings(max_examples=60, deadline=None)
def test_without_variance_the_arbiter_repeats_the_plan_to_the_cycle(graph):
    plan = schedule(graph)
    chosen = simulate(graph, priority=in_turn(graph))
    start, makespan = max_plus(graph, plan.start)
    for other in (chosen.start, start):
        assert np.array_equal(other, plan.start)
    assert chosen.makespan == makespan == plan.makespan


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 30), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_without_variance_simulation_recurrence_and_closed_form_agree(steps, chips, cycles, way):
    graph = barrier_graph(steps, chips, cycles, way)
    exact = steps * (cycles + way)
    run = simulate(graph)
    assert run.makespan == max_plus(graph, run.start)[1] == exact == schedule(graph).makespan


def test_a_whole_model_without_variance_takes_what_was_planned():
    graph = model_graph(SMALL, stages=3, requests=2)
    plan = schedule(graph)
    run = simulate(graph, priority=in_turn(graph))
    assert np.array_equal(run.start, plan.start)


# -- with variance, draw by draw ------------------------------------------------------------


@given(any_graph(), st.sampled_from(SERVICES), st.integers(0, 2**32 - 1), st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_a_run_is_simpy_s_and_that_of_max_plus_in_the_order_it_took(graph, service, seed, overhead):
    times = service_times(graph, service, np.random.default_rng(seed))
    tail = in_turn(graph)
    for priority in (None, tail):
        run = simulate(graph, times, priority, overhead)
        way = graph.latency + overhead * (graph.kind == UNIT_KINDS.index("link"))
        key = None if priority is None else (-priority).tolist()
        assert np.array_equal(run.start, in_simpy(graph, times.tolist(), way.tolist(), key))
        start, makespan = max_plus(graph, run.start, times, overhead)
        assert np.array_equal(start, run.start)
        assert makespan == run.makespan


@given(any_graph(), st.sampled_from(SERVICES), st.integers(0, 2**32 - 1), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_many_runs_at_once_are_the_runs_one_by_one(graph, service, seed, overhead):
    plan = schedule(graph).start
    times = service_times(graph, service, np.random.default_rng(seed), runs=3)
    start, spans = max_plus(graph, plan, times, overhead)
    for k in range(3):
        alone, span = max_plus(graph, plan, times[:, k], overhead)
        assert np.array_equal(start[:, k], alone) and spans[k] == span


def test_fifo_serves_in_order_of_arrival():
    # b's operand comes first although its number is the higher
    graph = task_graph([("x", 5, ()), ("y", 3, ()), ("z", 10, (0,)), ("z", 10, (1,))])
    run = simulate(graph)
    assert run.start.tolist() == [0, 0, 13, 3]
    kept, _ = max_plus(graph, [0, 0, 1, 2])
    assert kept.tolist() == [0, 0, 5, 15]


@given(any_graph(), st.sampled_from(SERVICES), st.integers(0, 2**32 - 1), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_with_a_fixed_order_a_longer_task_never_shortens_a_run(graph, service, seed, which):
    plan = schedule(graph).start
    times = service_times(graph, service, np.random.default_rng(seed))
    longer = times.copy()
    longer[which % graph.tasks] *= 1.5
    before, after = (max_plus(graph, plan, t)[0] for t in (times, longer))
    assert np.all(after >= before)


def test_with_a_choice_at_run_time_a_shorter_task_can_lengthen_the_run():
    """Graham's anomaly: one cycle less to do, and the run takes one cycle more."""
    rows = [("a", 3, ()), ("b", 4, ()), ("b", 2, (1,)), ("b", 1, (0,)), ("a", 2, (0, 3))]
    graph = task_graph(rows)
    assert simulate(graph).makespan == 7
    assert simulate(graph, times=[3, 3, 2, 1, 2]).makespan == 8
    # a fixed order has no such surprise, and the plan that looks ahead none here
    order = simulate(graph).start
    assert max_plus(graph, order, np.array([3, 3, 2, 1, 2]))[1] <= 7
    assert schedule(graph.but(duration=[3, 3, 2, 1, 2])).makespan <= schedule(graph).makespan


@given(any_graph(), st.integers(0, 2**32 - 1))
@settings(max_examples=30, deadline=None)
def test_no_run_beats_the_bounds_of_its_own_times(graph, seed):
    rng = np.random.default_rng(seed)
    longer = graph.but(duration=rng.integers(1, 60, graph.tasks))
    assert simulate(longer).makespan >= lower_bounds(longer).bound


def test_arbitration_costs_every_message_on_the_way():
    # two all-reduces of one hop each, or of two, the last gather included
    for exchange, messages in (("direct", 2), ("scatter", 4)):
        graph = layer_graph(SMALL, chips=8, context=0, exchange=exchange)
        plain, slower = (simulate(graph, overhead=o).makespan for o in (0, 100))
        assert slower - plain == messages * 100
    assert simulate(layer_graph(SMALL, chips=1), overhead=10**6).makespan < 10**6


# -- known laws -----------------------------------------------------------------------------


@pytest.mark.parametrize("service", SERVICES, ids=NAMES)
def test_every_law_keeps_the_mean_and_has_its_variation(service):
    factor = service.draw(np.random.default_rng(7), 400_000)
    assert np.all(factor > 0)
    assert factor.mean() == pytest.approx(1, abs=6 * service.cv / math.sqrt(factor.size))
    assert factor.std() == pytest.approx(service.cv, rel=0.05)


@pytest.mark.parametrize("service", SERVICES, ids=NAMES)
def test_quantiles_are_those_of_the_draws(service):
    factor = service.draw(np.random.default_rng(8), 200_000)
    for late in (0.9, 0.5, 0.1, 0.001):
        share = np.mean(factor > service.exceeded(late) + 1e-12)
        if service.law == "stalls":
            assert share <= late + 0.005
        else:
            assert share == pytest.approx(late, abs=0.005)
    assert factor.max() <= service.exceeded(0.0)


def test_a_law_without_variation_is_always_one():
    for law in ("fixed", *NAMES):
        service = Variation(law, cv=0.0)
        assert service.exceeded(0.0) == service.exceeded(0.7) == 1
        assert np.all(service.draw(np.random.default_rng(1), 5) == 1)


@pytest.mark.parametrize("chips", [1, 8, 64])
def test_exponential_barriers_take_the_harmonic_sum(chips):
    graph = barrier_graph(steps=20, chips=chips, duration=1000)
    spans = makespans(
        graph, Variation("exponential", cv=1.0), 400, np.random.default_rng(3),
        schedule(graph).start,
    )  # fmt: skip
    exact = 20 * 1000 * sum(1 / k for k in range(1, chips + 1))
    error = spans.std() / math.sqrt(spans.size)
    assert spans.mean() == pytest.approx(exact, abs=4 * error)


def test_only_the_kinds_that_vary_are_drawn():
    graph = layer_graph(SMALL)
    times = service_times(graph, Variation("gamma", 0.5, kinds=("link",)), np.random.default_rng(1))
    link = graph.kind == UNIT_KINDS.index("link")
    assert np.array_equal(times[~link], graph.duration[~link])
    assert np.all(times[link] != graph.duration[link])


def test_one_seed_is_one_distribution():
    graph = layer_graph(SMALL, chips=2)
    plan = schedule(graph).start
    one, two = (makespans(graph, SERVICES[1], 5, np.random.default_rng(5), plan) for _ in range(2))
    assert np.array_equal(one, two)
    assert len(set(one)) == 5


# -- what a plan pays -------------------------------------------------------------------------


@given(st.sampled_from(SERVICES), st.floats(1e-4, 0.5), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_a_run_within_its_slots_is_never_late(service, late, seed):
    graph = layer_graph(SMALL, chips=2, context=300)
    wide = slots(graph, service, late)
    plan = schedule(wide)
    times = np.minimum(service_times(graph, service, np.random.default_rng(seed)), wide.duration)
    assert max_plus(graph, plan.start, times)[1] <= plan.makespan


def test_a_slot_grows_as_misses_get_rarer_and_ends_at_the_worst_case():
    graph = layer_graph(SMALL)
    spans = [schedule(slots(graph, SERVICES[3], late)).makespan for late in (0.1, 0.01, 0)]
    assert spans == sorted(spans)
    worst = np.ceil(graph.duration * SERVICES[3].exceeded(0.0) - 1e-9)
    assert np.array_equal(slots(graph, SERVICES[3], 0).duration, worst)
    assert np.array_equal(slots(graph, Variation(), 0).duration, graph.duration)
    with pytest.raises(ValueError, match="^late: got 0; takes more"):
        slots(graph, SERVICES[1], 0)


def test_a_plan_with_slots_is_missed_as_often_as_it_was_made_to_be():
    graph = barrier_graph(10, 10, 1000)
    wide = slots(graph, SERVICES[1], chance_each(0.2, graph.tasks))
    times = service_times(graph, SERVICES[1], np.random.default_rng(6), runs=2000)
    missed = np.mean(np.any(times > wide.duration[:, None], axis=0))
    assert missed == pytest.approx(0.2, abs=4 * math.sqrt(0.2 * 0.8 / 2000))
    assert chance_any(chance_each(0.2, graph.tasks), graph.tasks) == pytest.approx(0.2)


@pytest.mark.parametrize("p", [0.01, 0.3, 0.9])
def test_replays_are_geometric(p):
    runs = np.random.default_rng(11).geometric(1 - p, 200_000)
    error = runs.std() / math.sqrt(runs.size)
    assert replayed(1.0, p) == pytest.approx(runs.mean(), abs=4 * error)
    for q in (0.5, 0.95):
        assert replayed(1.0, p, q) == np.quantile(runs, q, method="inverted_cdf")
    assert replayed(2.5, 0.0) == replayed(2.5, 0.0, 0.999) == 2.5


@given(st.lists(st.integers(1, 4096), min_size=1, max_size=30), st.sets(st.integers(1, 4095)))
def test_padding_never_shortens_and_more_plans_never_cost_more(lengths, some):
    few, many = [4096], [4096, *some]
    assert np.all(padded(lengths, many) >= np.asarray(lengths))
    assert np.all(padded(lengths, many) <= padded(lengths, few))
    assert set(padded(lengths, many).tolist()) <= set(many)

    def time(length):
        return 1 + np.asarray(length, dtype=float)

    assert 1 <= padding_cost(lengths, many, time) <= padding_cost(lengths, few, time)


def test_one_slow_chip_costs_no_more_than_all_slow():
    graph = layer_graph(SMALL)
    plan = schedule(graph).start
    one, all_ = slowed(graph, 1.3, chip=2), slowed(graph, 1.3)
    base, with_one, with_all = (int(max_plus(g, plan)[1]) for g in (graph, one, all_))
    assert base < with_one <= with_all
    assert np.array_equal(one.duration[graph.chip != 2], graph.duration[graph.chip != 2])
    assert np.array_equal(slowed(graph, 1.0).duration, graph.duration)


def waits_in_slots(load, classes, rng, frames=200_000):
    """Mean time in the system of one class: a queue that is served once a frame."""
    arrivals = np.sort(rng.random(rng.poisson(load * frames))) * frames * classes
    served, total = -np.inf, 0.0
    for t in arrivals:
        served = max(math.ceil(t / classes) * classes, served + classes)
        total += served + 1 - t
    return total / arrivals.size


@pytest.mark.parametrize(("load", "classes"), [(0.3, 1), (0.5, 4), (0.8, 8)])
def test_reserved_slots_take_the_closed_form(load, classes):
    measured = waits_in_slots(load, classes, np.random.default_rng(2))
    assert measured == pytest.approx(float(reserved_slots(load, classes)), rel=0.03)


def test_a_shared_queue_takes_the_closed_form():
    rng = np.random.default_rng(4)
    gaps, work = rng.exponential(2.0, 300_000), rng.gamma(4, 0.25, 300_000)
    wait = total = 0.0
    for gap, w in zip(gaps.tolist(), work.tolist(), strict=True):
        wait = max(0.0, wait - gap)
        total += wait + w
        wait += w
    assert total / gaps.size == pytest.approx(float(shared_queue(0.5, 1.0, cv=0.5)), rel=0.03)


@given(st.floats(0, 0.95), st.floats(1e-6, 1e6), st.floats(0, 3))
def test_a_queue_of_slower_service_is_the_same_queue_on_a_slower_clock(load, mean, cv):
    slower = shared_queue(load / mean, mean, cv)
    assert slower == pytest.approx(mean * shared_queue(load, 1.0, cv), rel=1e-9)


@given(st.floats(0, 0.99), st.integers(1, 100))
def test_reserving_never_beats_sharing(load, classes):
    assert reserved_slots(load, classes) >= shared_queue(load, 1.0)
    assert reserved_slots(load, classes + 1) > reserved_slots(load, classes)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float32])
def test_times_of_narrow_numbers_add_up_as_python_s(kind):
    graph = barrier_graph(4, 2, 100)
    times = np.full(8, 100, kind)
    assert simulate(graph, times, overhead=kind(100)).makespan == 400
    assert max_plus(graph, np.repeat(np.arange(4), 2).astype(kind), times)[1] == 400
    assert reserved_slots(kind(0), kind(100), kind(100)) == 5100
    assert replayed(kind(100), 0.5) == 200
    assert padded(np.array([100], kind), np.array([120], kind)).tolist() == [120]


# -- bad input ----------------------------------------------------------------------------------

GRAPH = barrier_graph(2, 2, 5)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: Variation("cauchy"), "law"),
        (lambda: Variation(3.0), "law"),
        (lambda: Variation("gamma", cv=-1), "cv"),
        (lambda: Variation("exponential", cv=1.5), "cv"),
        (lambda: Variation("uniform", cv=0.6), "cv"),
        (lambda: Variation("fixed", cv=0.1), "cv"),
        (lambda: Variation("stalls", cv=20), "cv"),
        (lambda: Variation("stalls", cv=1, probability=1), "probability"),
        (lambda: Variation("gamma", 0.1, kinds=("wire",)), "kinds"),
        (lambda: Variation("gamma", 0.1).exceeded(1.1), "late"),
        (lambda: simulate(GRAPH, times=[1, 2]), "times"),
        (lambda: simulate(GRAPH, times=[1, 2, -1, 1]), "times"),
        (lambda: simulate(GRAPH, priority=[1]), "priority"),
        (lambda: simulate(GRAPH, overhead=-1), "overhead"),
        (lambda: max_plus(GRAPH, [0, 0]), "plan"),
        (lambda: max_plus(GRAPH, [5, 5, 0, 0]), "plan"),
        (lambda: max_plus(GRAPH, [0, 0, 5, 5], np.ones((2, 2))), "times"),
        (lambda: max_plus(GRAPH, [0, 0, 5, 5], np.zeros(4)), "times"),
        (lambda: makespans(GRAPH, Variation(), 0, np.random.default_rng(1), [0, 0, 5, 5]), "runs"),
        (lambda: slots(GRAPH, Variation(), 1.5), "late"),
        (lambda: replayed(0, 0.1), "latency"),
        (lambda: replayed(1, 1.0), "probability"),
        (lambda: replayed(1, 0.1, 1.0), "q"),
        (lambda: padded([5000], [4096]), "lengths"),
        (lambda: padded([-1], [4096]), "lengths"),
        (lambda: padded([1], [0]), "compiled"),
        (lambda: padding_cost([0], [1], lambda length: length), "lengths"),
        (lambda: simulate(GRAPH, priority=[math.nan, 0, 0, 0]), "priority"),
        (lambda: simulate(GRAPH, times=np.ones((4, 2))), "times"),
        (lambda: max_plus(GRAPH, [0, math.nan, 5, 5]), "plan"),
        (lambda: slowed(GRAPH, 1e300), "duration"),
        (lambda: slowed(GRAPH, 0.9), "factor"),
        (lambda: slowed(GRAPH, 2, chip=7), "chip"),
        (lambda: reserved_slots(1.0, 3), "load"),
        (lambda: reserved_slots(0.5, 0), "classes"),
        (lambda: shared_queue(1.0, 1.0), "rate x mean"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call()


def test_an_order_in_which_a_task_waits_for_its_own_result_is_refused():
    graph = task_graph([("other", 1, ()), ("a", 2, ()), ("a", 3, (1,))])
    backwards = [0, 9, 0]  # the second on "a" before the first, whose result it uses
    with pytest.raises(ValueError, match="^plan: got task 2 before its operand 1"):
        max_plus(graph, backwards)
