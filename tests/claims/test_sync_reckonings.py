"""Reckonings of Part III: what they compute by hand, and that they turn when their inputs do."""

import math

import numpy as np
import pytest

from lib.claims import RECKONINGS, sync
from lib.claims.ledger import find
from lib.units import us


def reckon(claim_id):
    return RECKONINGS[claim_id]()


# -- by hand ------------------------------------------------------------------------


def test_the_seven_links_span_19_cycles():
    assert sync.window() == (209, 228)
    # Link A: 228 after a mean of 216.87; G: 228 after 217.35.
    assert sync.lateness_seen() == math.ceil(228 - 216.87)


def test_the_tails_of_services_are_those_of_the_table():
    assert sync.request_tail("groq") == pytest.approx(0.9923 / 0.8052)
    assert len(sync.providers()) == 7


def test_collectives_are_the_measured_medians():
    assert [sync.measured_collective(n) / us for n in (2, 4, 8)] == pytest.approx([11, 38, 29])


def test_alignment_costs_twice_the_root():
    across, drift_a_slot = 5 * 722e-9, 2 * 100e-6 * 300 * (4 * 80 + 80)
    assert sync.alignment().share == pytest.approx(2 * math.sqrt(across * drift_a_slot))


def test_no_delay_costs_more_than_itself():
    lost = sync.delays()
    assert lost.min() == 0 and lost.max() <= sync.MACHINE.hop
    # Every fifth task stands for all.
    graph, plan = sync.planned_layer()
    tasks = np.arange(2, graph.tasks, 5)
    times = np.repeat(graph.duration[:, None], tasks.size, axis=1)
    times[tasks, np.arange(tasks.size)] += sync.MACHINE.hop
    others = sync.max_plus(graph, plan.start, times)[1] - plan.makespan
    assert np.mean(others == 0) == pytest.approx(np.mean(lost == 0), abs=0.08)
    assert others.max() <= sync.MACHINE.hop


@pytest.mark.parametrize(
    ("claim_id", "number"),
    [
        ("rare-slowness-dominates", f"{1 - 0.99**100:.0%}"),
        ("the-group-waits-for-the-slowest", f"{sum(1 / k for k in range(1, 9)):.1f}"),
        ("alignment-is-the-condition", f"{5000 / 900:.1f} µs"),
        ("latency-does-not-balloon", f"{160 * 5 * 722e-6:.2f} ms in place of {160 * 722e-6:.2f}"),
        ("latency-does-not-balloon", f"{160 * 2 * 575 * 722e-6:.0f} ms;"),
        ("waiting-shows-as-tail", f"{1 - (1 - 1e-5) ** 1280:.1%}"),
        ("arrivals-known-exactly", f"{19 / 0.9:.0f} ns"),
        ("fewer-surprise-stalls", "number 4 of 7"),
        ("h100-throughput", f"{3082 / 2:,.0f} in 2025"),
        ("h100-cost", f"${33_810 * 2 / 3082:.1f} at"),
    ],
)
def test_the_numbers_in_its_reason(claim_id, number):
    assert number in find(claim_id).why


def test_the_same_numbers_every_time():
    before = {row: reckon(row) for row in ("randomness-comes-from-scheduling",
              "a-known-schedule-cuts-the-waiting", "runs-like-an-assembly-line")}  # fmt: skip
    sync.planned_layer.cache_clear()
    sync.delays.cache_clear()
    assert all(reckon(row) == result for row, result in before.items())


# -- they turn with their inputs ------------------------------------------------------


@pytest.mark.parametrize(
    ("claim_id", "name", "value", "corrected"),
    [
        # Links without jitter: arrivals are known.
        ("arrivals-known-exactly", "window", lambda: (216, 216), True),
        # Clocks ten thousand times as good: no slip within a token.
        ("alignment-is-the-condition", "TOLERANCE", 1e-8, False),
        # Clocks so bad that the counters cannot tell any more.
        ("drift-is-cancelled", "TOLERANCE", 1e-3, False),
        # Collectives that take longer than the reading they save.
        ("copies-for-many-requests", "measured_collective", lambda n: 1e-3, True),
        ("slices-cut-one-latency", "measured_collective", lambda n: 60 * us * (n - 1), False),
        # A ring that takes next to no time.
        ("slices-for-one-answer", "RING_HOP", 0.01 * us, True),
        # Services without a tail.
        ("well-run-systems-vary-too", "request_tail", lambda name: 1.0, False),
        ("the-run-repeats", "request_tail", lambda name: 1.0, True),
        # An arbiter that takes no time, and tasks that hardly vary.
        ("run-time-coordination-costs", "ARBITRATION", 0, False),
        ("randomness-comes-from-scheduling", "NOISE", 0.001, True),
        # One node instead of a room of them; a chip too small for the model.
        ("no-routers-between-chips", "SERVICE", 8, True),
        ("big-models-force-communication", "H100", sync.LPU, True),
        ("a-fixed-plan-costs-flexibility", "SHORT", 4096, False),
    ],
)
def test_a_verdict_turns_with_its_input(monkeypatch, claim_id, name, value, corrected):
    assert reckon(claim_id).corrected is not corrected
    monkeypatch.setattr(sync, name, value)
    assert bool(reckon(claim_id).corrected) is corrected
