"""Checks of Part III: what they compute by hand, and that they turn when their inputs do."""

import math

import numpy as np
import pytest

from lib.claims import sync
from lib.claims.inputs import INPUTS
from lib.claims.ledger import claims, find
from lib.spatial.strategy import ring_rounds
from lib.units import us

BOOK = INPUTS.book

# -- by hand ------------------------------------------------------------------------


def test_the_seven_links_span_19_cycles():
    assert sync.window() == (209, 228)
    # Link A: 228 after a mean of 216.87; G: 228 after 217.35.
    assert sync.lateness_seen() == math.ceil(228 - 216.87)


def test_the_tails_of_services_are_those_of_the_table():
    assert sync.request_tail("groq") == pytest.approx(0.9923 / 0.8052)
    assert len(sync.tails()) == 7 and sync.request_tail("groq") in sync.tails()


def test_collectives_are_the_measured_medians():
    assert [sync.measured_collective(n) / us for n in (2, 4, 8)] == pytest.approx([11, 38, 29])


def test_alignment_costs_twice_the_root():
    across, drift_a_slot = 5 * 722e-9, 2 * 100e-6 * 300 * (4 * 80 + 80)
    assert sync.alignment(BOOK).share == pytest.approx(2 * math.sqrt(across * drift_a_slot))


def test_no_delay_costs_more_than_itself():
    lost = sync.delays(BOOK)
    assert lost.min() == 0 and lost.max() <= sync.GROQ.hop
    # Every fifth task stands for all.
    graph, plan = sync.planned_layer(BOOK)
    tasks = np.arange(2, graph.tasks, 5)
    times = np.repeat(graph.duration[:, None], tasks.size, axis=1)
    times[tasks, np.arange(tasks.size)] += sync.GROQ.hop
    others = sync.max_plus(graph, plan.start, times)[1] - plan.makespan
    assert np.mean(others == 0) == pytest.approx(np.mean(lost == 0), abs=0.08)
    assert others.max() <= sync.GROQ.hop


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
    ],
)
def test_the_numbers_in_its_reason(claim_id, number):
    assert number in find(claim_id).why


def test_the_same_numbers_every_time():
    ids = ["randomness-comes-from-scheduling", "a-known-schedule-cuts-the-waiting",
           "runs-like-an-assembly-line"]  # fmt: skip
    # Equal inputs that are not the same object: nothing that was kept is used.
    assert claims(ids, INPUTS.but()) == claims(ids)


# -- they turn with their inputs ------------------------------------------------------


@pytest.mark.parametrize(
    ("claim_id", "name", "value", "corrected"),
    [
        # Clocks ten thousand times as good: no slip within a token.
        ("alignment-is-the-condition", "tolerance", 1e-8, False),
        # Clocks so bad that the counters cannot tell any more.
        ("drift-is-cancelled", "tolerance", 1e-3, False),
        # A ring that takes next to no time.
        ("slices-for-one-answer", "ring_hop", 0.01 * us, True),
        # An arbiter as slow as a GPU's messages, and tasks that hardly vary.
        ("run-time-coordination-costs", "arbitration", 2800, True),
        ("randomness-comes-from-scheduling", "noise", 0.001, True),
        # One node instead of a room of them; a chip too small for the model.
        ("no-routers-between-chips", "service", 8, True),
        ("big-models-force-communication", "h100", BOOK.lpu, True),
        ("a-fixed-plan-costs-flexibility", "short", 4096, False),
    ],
)
def test_a_verdict_turns_with_its_input(claim_id, name, value, corrected):
    assert find(claim_id).corrected is not corrected
    (c,) = claims([claim_id], INPUTS.but(**{name: value}))
    assert c.corrected is corrected


@pytest.mark.parametrize(
    ("claim_id", "name", "measured", "corrected"),
    [
        # Links without jitter: arrivals are known.
        ("arrivals-known-exactly", "window", lambda: (216, 216), True),
        # Collectives that take longer than the reading they save.
        ("copies-for-many-requests", "alone", lambda s, requests, context: 1e9, False),
        (
            "slices-cut-one-latency",
            "measured_collective",
            lambda n: 30 * us * ring_rounds(n, 1),
            False,
        ),
        # Services without a tail.
        ("well-run-systems-vary-too", "request_tail", lambda name: 1.0, False),
        ("the-run-repeats", "request_tail", lambda name: 1.0, True),
    ],
)
def test_a_verdict_turns_with_what_is_measured(monkeypatch, claim_id, name, measured, corrected):
    assert find(claim_id).corrected is not corrected
    monkeypatch.setattr(sync, name, measured)
    (c,) = claims([claim_id], INPUTS.but())
    assert c.corrected is corrected
