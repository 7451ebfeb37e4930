"""Strategies: the search against brute force, and where the article's advice turns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import IDEAL, chip, dragonfly_rounds, switch_rounds
from lib.spatial.pipeline import flow
from lib.spatial.placement import chips_short
from lib.spatial.roofline import Deployment, decode
from lib.spatial.strategy import (
    Budget,
    best_ring_tensor,
    collectives_that_pay,
    doubling_rounds,
    pareto_front,
    ring_rounds,
)
from lib.sync.laws import Exponential, Slowest
from lib.transformer import transformer
from lib.units import us

LPU, H100 = chip("groq_lpu"), chip("h100_sxm")
LLAMA, SMALL = transformer("llama2_70b"), transformer("llama2_7b")
CONTEXT = 4096
DOUBLING = IDEAL.but(round_latency=2 * us, rounds=doubling_rounds)


def gpus(model=LLAMA, chips=8, practice=DOUBLING, context=CONTEXT, **more):
    return Budget(Deployment(H100, model, practice=practice, **more), chips, context)


def lpus(chips=576, hop=722e-9):
    planned = IDEAL.but(round_latency=hop, rounds=dragonfly_rounds)
    return Budget(Deployment(LPU, LLAMA, practice=planned), chips, CONTEXT, hop)


def ring(hop):
    return IDEAL.but(round_latency=hop, rounds=ring_rounds)


# -- all-reduces ---------------------------------------------------------------------------

WAYS = (ring_rounds, doubling_rounds, dragonfly_rounds, switch_rounds)


@pytest.mark.parametrize("rounds", WAYS)
def test_an_all_reduce_of_one_chip_makes_no_round(rounds):
    assert rounds(1, 16384) == 0


def test_256_chips_of_a_dragonfly_reduce_in_about_2_1_us():
    planned = IDEAL.but(round_latency=722e-9, rounds=dragonfly_rounds)
    assert planned.latency(256, 16384) == pytest.approx(2.1 * us, rel=0.04)


@pytest.mark.parametrize("rounds", WAYS)
def test_wider_all_reduces_make_no_fewer_rounds_and_arrays_are_their_numbers(rounds):
    width = np.arange(1, 300)
    found = rounds(width, 16384)
    assert np.all(np.diff(found) >= 0) and found[1] > 0
    assert list(found) == [rounds(int(n), 16384) for n in width]


# -- one strategy --------------------------------------------------------------------------


def test_a_strategy_is_the_roofline_of_its_copy():
    found = gpus().strategy(tensor=8, batch=16)
    copy = Deployment(H100, LLAMA, tensor=8, practice=DOUBLING)
    assert found.token_time == decode(copy, 16, CONTEXT).time
    assert (found.copies, found.requests) == (1, 16)


def test_copies_multiply_throughput_and_leave_a_request_as_slow():
    budget = gpus(SMALL)
    one, eight = (budget.strategy(batch=4, copies=n) for n in (1, 8))
    assert eight.speed == one.speed
    assert eight.throughput == pytest.approx(8 * one.throughput)


@given(st.sampled_from([1, 2, 4, 8]), st.sampled_from([1, 2, 4, 8]))
def test_the_most_requests_fit_and_one_more_does_not(tensor, stages):
    most = gpus(chips=64).most_requests(tensor, stages)
    copy = Deployment(H100, LLAMA, tensor=tensor, stages=stages)
    assert chips_short(copy, most, CONTEXT) == 0 < chips_short(copy, most + 1, CONTEXT)


def test_a_model_that_does_not_fit_one_chip_forces_slices_or_stages():
    budget = lpus()
    assert budget.strategy(tensor=1, stages=1) is None
    assert all(s.tensor * s.stages >= 300 for s in budget.strategies())
    # 80 GB hold 70B in int8; they do not hold it in fp16.
    half = gpus(precision="fp16")
    assert half.strategy(tensor=1) is None and half.strategy(tensor=2) is not None


def test_a_token_hops_once_a_stage_for_it_returns_to_the_first():
    def pays(stages, batch):
        near, far = (Budget(Deployment(H100, LLAMA), 8, CONTEXT, hop=hop) for hop in (0.0, 1e-3))
        near, far = (x.strategy(1, stages, batch).token_time for x in (near, far))
        return far - near

    assert pays(8, 8) == pytest.approx(8e-3)
    assert pays(1, 8) == 0  # nowhere to hop to
    # Three stages of 80 layers wait for the longest anyway, with a group in each.
    assert pays(3, 3) < pays(3, 2) == pytest.approx(3e-3)


@pytest.mark.parametrize("stages", [1, 2, 3, 8])
@pytest.mark.parametrize("batch", [1, 7, 12])
def test_a_strategy_in_stages_is_the_flow_of_its_requests(stages, batch):
    budget = Budget(Deployment(H100, LLAMA), 8, CONTEXT, hop=1e-4)
    copy = Deployment(H100, LLAMA, stages=stages)
    found = budget.strategy(1, stages, batch).token_time
    assert found == flow(copy, batch, CONTEXT, hop=1e-4).time


def test_only_widths_that_keep_whole_heads_are_tried_unless_positions_are_shared():
    assert {s.tensor for s in lpus().strategies()} <= {1, 2, 4, 8, 16, 32, 64}
    shared = Budget(lpus().deployment.but(attention="context"), 576, CONTEXT)
    assert {5, 7, 12} <= {s.tensor for s in shared.strategies()}
    with pytest.raises(ValueError, match="^tensor: got 576; takes a divisor of LLaMA-2 70B's 64"):
        lpus().strategy(tensor=576)


def test_a_budget_fills_no_more_of_its_memory_than_its_practice_says():
    def cards(share):
        return gpus(SMALL, practice=IDEAL.but(memory_share=share))

    for share in (1.0, 0.9, 0.2):
        room = share * H100.memory - SMALL.weight_bytes("int8")
        assert cards(share).most_requests(1, 1) == room // SMALL.kv_bytes(CONTEXT, "int8")
        assert cards(share).strategy().batch == cards(share).most_requests(1, 1)
    with pytest.raises(ValueError, match="^chips: got 8; LLaMA-2 7B and one request take at least"):
        cards(0.01)
    # A stage of one layer takes five chips that may be filled, six that may not be quite.
    for share, least in ((1.0, 5), (0.9, 6)):
        made = Deployment(LPU, LLAMA, attention="context", practice=IDEAL.but(memory_share=share))
        found = Budget(made, 640, CONTEXT).strategies()
        assert min(s.tensor for s in found if s.stages == 80) == least


# -- the frontier --------------------------------------------------------------------------

points = st.lists(st.tuples(st.integers(1, 20), st.integers(1, 20)), max_size=20)


def front(strategies):
    return [strategies[i] for i in pareto_front([s.speed for s in strategies],
                                                [s.throughput for s in strategies])]  # fmt: skip


@given(points)
def test_the_pareto_front_is_what_nothing_beats(pairs):
    first, second = np.array(pairs, float).reshape(-1, 2).T
    places = pareto_front(first, second)
    for i, pair in enumerate(pairs):
        others = [p for j, p in enumerate(pairs) if p != pair or j < i]
        beaten = any(p[0] >= pair[0] and p[1] >= pair[1] for p in others)
        assert beaten != (i in places)
    assert np.all(np.diff(first[places]) < 0) and np.all(np.diff(second[places]) > 0)


def test_no_strategy_uses_more_chips_than_there_are():
    for budget in (gpus(), lpus()):
        for s in budget.strategies():
            assert s.copies * s.tensor * s.stages <= budget.chips


@pytest.mark.parametrize("budget", [gpus(), gpus(SMALL), lpus()])
def test_the_front_begins_with_the_fastest(budget):
    fastest = front(budget.strategies())[0].speed
    assert fastest == pytest.approx(max(s.speed for s in budget.strategies()))
    assert fastest >= budget.fastest(1).speed * (1 - 1e-12)


# -- the article's advice ------------------------------------------------------------------


def test_one_answer_now_is_fastest_with_the_layer_cut_over_all_eight():
    best = gpus().fastest(requests=1)
    assert (best.tensor, best.stages, best.copies) == (8, 1, 1)


def test_with_slow_collectives_more_slices_make_one_answer_slower():
    # The small model reads for 2 ms on one chip; 64 all-reduces of 28 x 4 us would take 7.
    slow = gpus(SMALL, practice=ring(4 * us))
    assert slow.fastest(1).tensor < 8
    assert (
        slow.strategy(8, 1, 1).token_time > slow.strategy(slow.fastest(1).tensor, 1, 1).token_time
    )


def test_while_reading_binds_slices_beat_copies_in_throughput_too():
    budget = gpus(context=512)
    slices = budget.strategy(tensor=8, batch=64)
    copies = budget.strategy(tensor=1, batch=8)
    assert slices.requests == copies.requests == 64
    assert slices.throughput > 2 * copies.throughput and slices.speed > 2 * copies.speed


def test_once_compute_binds_copies_beat_slices():
    budget = gpus(context=128)
    slices = budget.strategy(tensor=8, batch=4000)
    copies = budget.strategy(tensor=1, batch=500)
    assert copies.binds == "compute"
    assert copies.throughput > slices.throughput


@given(st.integers(2, 64), st.floats(1e-6, 1e-2), st.floats(0, 1e-1), st.floats(0, 1e-1))
def test_slices_beat_copies_exactly_while_their_collectives_pay(n, read, compute, kv):
    pays = collectives_that_pay(read, n, compute, kv)
    copies = max(read + kv, compute)
    for collectives in (0.5 * pays, 2 * pays + 1e-9):
        slices = max(read / n + kv, compute) + collectives
        assert (slices <= copies * (1 + 1e-12)) == (collectives <= pays + 1e-12 * copies)


def test_the_closed_form_of_what_pays_is_the_rooflines():
    budget, batch = gpus(context=512, practice=IDEAL), 8
    read = LLAMA.weight_bytes_read(1, "int8") / H100.bandwidth
    kv = batch * LLAMA.kv_bytes(512, "int8") / H100.bandwidth
    free = H100.but(link_bandwidth=1e30)
    copies = decode(Deployment(H100, LLAMA), batch, 512).time
    slices = decode(Deployment(free, LLAMA, tensor=8), 8 * batch, 512).time
    assert copies - slices == pytest.approx(collectives_that_pay(read, 8, 0.0, kv))
    assert budget.strategy(tensor=1, batch=batch).token_time == copies


@given(st.floats(1e-3, 1e-1), st.floats(1e-7, 1e-5), st.integers(2, 400))
def test_the_best_width_of_a_ring_is_the_best_of_all_widths(read, hop, reduces):
    t = np.arange(1, 3000)
    times = read / t + reduces * hop * ring_rounds(t, 16384)
    assert abs(t[np.argmin(times)] - min(best_ring_tensor(read, hop, reduces), 2999)) <= 1


def test_waiting_for_the_slowest_narrows_the_best_width():
    noise = Exponential(10 * us)

    def late(tensor, message):
        return DOUBLING.latency(tensor, message) + Slowest(noise, tensor).mean()

    noisy = IDEAL.but(round_latency=1.0, rounds=late)
    calm, late = (gpus(chips=64, practice=practice).fastest(1) for practice in (DOUBLING, noisy))
    assert late.tensor < calm.tensor


def test_576_lpus_are_fastest_in_stages_of_one_node():
    best = lpus().fastest(1)
    assert best.tensor == 8 and best.stages > 1
    wide = lpus().strategy(tensor=64, stages=8, batch=1)
    assert best.speed > wide.speed


def test_places_that_stay_empty_are_no_requests():
    """Five on four copies: the fullest has two, and sets the pace of all."""
    found = {s.kind: s for s in gpus(SMALL).serving(5)}
    four, eight = found["tensor 2 x data 4"], gpus(SMALL).strategy(2, 1, batch=2, copies=4)
    assert (four.requests, eight.requests) == (5, 8)
    assert four.token_time == eight.token_time
    assert four.throughput == pytest.approx(5 / 8 * eight.throughput, rel=1e-12)


def test_more_requests_than_fit_have_no_strategy():
    assert lpus().fastest(requests=500) is None
    assert lpus().strategy(tensor=8, stages=64, batch=10_000) is None


# -- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: gpus(chips=0), "chips: got 0"),
        (lambda: lpus(chips=100), "chips: got 100; LLaMA-2 70B and one request take at least 302"),
        (lambda: gpus(context=5000), "context: got 5000"),
        (lambda: gpus(context=0), "context: got 0"),
        (lambda: gpus().strategy(tensor=9), "tensor x stages: got 9 x 1; takes at most 8 chips"),
        (lambda: gpus().strategy(tensor=7), "tensor: got 7; takes a divisor of LLaMA-2 70B's 64"),
        (lambda: gpus().strategy(tensor=0), "tensor: got 0"),
        (lambda: gpus().strategy(stages=81), "tensor x stages: got 1 x 81"),
        (lambda: gpus(SMALL).strategy(copies=9), "copies: got 9"),
        (lambda: gpus().strategy(tensor=8, batch=0), "batch: got 0"),
        (lambda: gpus().fastest(requests=0), "requests: got 0"),
        (lambda: ring_rounds(0, 1), "tensor: got 0"),
        (lambda: doubling_rounds(1.5, 1), "tensor: got 1.5"),
        (lambda: best_ring_tensor(0.0, 1e-6, 160), "read_time: got 0.0"),
        (lambda: best_ring_tensor(1e-3, 1e-6, 0), "all_reduces: got 0"),
        (lambda: Budget(Deployment(H100, LLAMA), 8, 512, hop=[1e-6, 1e-5]), "hop: got [1e-06"),
        (lambda: pareto_front([1, 2], [1]), "second: got shape (1,); takes (2,)"),
        (lambda: pareto_front([1.0, float("nan")], [1, 2]), "first: got nan"),
        (lambda: collectives_that_pay(1e-3, 0), "chips: got 0"),
    ],
)
def test_bad_input_is_refused(make, message):
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value).startswith(message)
