"""The ladder: five speeds of one machine, each from what computes it, one under another."""

import numpy as np
import pytest

from lib.evidence.ladder import LINK, ladder, lpu_token, model, planned_token
from lib.hardware import chip
from lib.spatial.pipeline import on_chip_bandwidths
from lib.spatial.roofline import Deployment, decode

RUNGS = ladder()


def test_the_rungs_are_those_of_the_book():
    assert {name: round(rung.speed) for name, rung in RUNGS.items()} == {
        "roofline": 3295, "link by link": 1878, "papers": 1620, "thin links": 1535,
        "weight feed": 703, "plan": 734, "stated": 300,
    }  # fmt: skip


def test_every_bound_lies_below_the_one_that_counts_less():
    bounds = [rung.speed for name, rung in RUNGS.items() if name not in ("plan", "stated")]
    assert np.all(np.diff(bounds) < 0)
    assert max(bounds) > RUNGS["plan"].speed > RUNGS["stated"].speed


def test_a_plan_gains_on_the_sum_of_parts_what_it_lets_overlap():
    """Bytes on links are all that a plan can hide behind weights: no more than these it gains."""
    parts = lpu_token("weight feed")
    without_bytes = lpu_token("weight feed", link=1e15).time
    assert without_bytes < planned_token() < parts.time


def test_the_weight_feed_alone_bounds_the_plan():
    card = chip("groq_lpu_isca").but(bandwidth=on_chip_bandwidths()["weight feed"])
    reads = decode(Deployment(card, model(), tensor=8), 1, 4096).memory
    assert reads < planned_token()


def test_thinner_links_and_more_stages_are_slower():
    assert lpu_token(link=LINK / 2).speed < lpu_token().speed
    assert lpu_token(stages=80).speed < lpu_token().speed < lpu_token(stages=64).speed
    # without a link of its own a chip's eleven serve the seven of its node
    assert lpu_token(link=None).all_reduces < lpu_token().all_reduces


@pytest.mark.parametrize("context", [1, 512])
def test_a_shorter_cache_is_faster_on_every_rung_but_the_service(context):
    shorter = {name: rung.speed for name, rung in ladder(context).items()}
    assert all(shorter[name] >= rung.speed for name, rung in RUNGS.items())
    assert shorter["stated"] == RUNGS["stated"].speed
