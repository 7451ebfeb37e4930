"""How long ten million design points take in one call, in passes over arrays of that size.

The floor is one multiply-add pass, ``a * b + c`` into an array that is already
there: what reading and writing so many numbers costs at all. Its ratio to each
call is stored in the benchmark's ``extra_info`` as ``floor_passes``; run with
``--benchmark-only`` and read it there. No test here asserts on time.
"""

import time

import numpy as np
import pytest

from lib.economics.cost import Capacity, Terms, decode_bill
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import kWh

POINTS = 10_000_000
DENSE = Deployment(chip("groq_lpu"), transformer("llama2_70b"), tensor=5, stages=80)
EXPERTS = Deployment(chip("h100_sxm"), transformer("mixtral_8x7b"), tensor=2, stages=4)


@pytest.fixture(scope="module")
def points():
    """Ten million points that share nothing: each its own batch, context, price and speed."""
    rng = np.random.default_rng(2024)
    return {
        "batch": rng.integers(1, 1000, POINTS).astype(float),
        "context": rng.integers(1, 4096, POINTS).astype(float),
        "price": rng.uniform(1000, 20_000, POINTS),
        "speed": rng.uniform(50, 500, POINTS),
    }


@pytest.fixture(scope="module")
def grid():
    """The same number of points as a sweep has them: a row of batches, a column of contexts."""
    return {"batch": np.arange(1.0, 10_001)[:, None], "context": np.linspace(1, 4096, 1000)}


def floor_seconds(a, b, c):
    out, best = np.empty(POINTS), np.inf
    for _ in range(7):
        start = time.perf_counter()
        np.multiply(a, b, out=out)
        np.add(out, c, out=out)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.fixture(scope="module")
def floor(points):
    return floor_seconds(points["batch"], points["price"], points["speed"])


CALLS = {
    "cost": lambda p: Capacity(p["price"], 230e6, 70e9, 0.625e9, p["speed"]).cost(p["batch"]),
    "exact cost": lambda p: Capacity(p["price"], 230e6, 70e9, 0.625e9, p["speed"]).exact_cost(
        p["batch"]
    ),
    "step time": lambda p: decode(DENSE, p["batch"], p["context"]).time,
    "step time with experts": lambda p: decode(EXPERTS, p["batch"], p["context"]).time,
    "dollars a token": lambda p: (
        decode_bill(DENSE, p["batch"], p["context"], Terms(electricity=0.08 / kWh)).per_token
    ),
}
ON_A_GRID = ("step time", "step time with experts", "dollars a token")


def measure(benchmark, call, points, floor):
    got = benchmark.pedantic(call, args=(points,), rounds=3, warmup_rounds=1)
    assert got.size == POINTS
    assert np.isfinite(got).all() and (got > 0).all()
    if benchmark.stats is None:  # --benchmark-disable: one run, nothing timed
        return
    seconds = benchmark.stats.stats.min
    benchmark.extra_info["points"] = POINTS
    benchmark.extra_info["nanoseconds_a_point"] = round(1e9 * seconds / POINTS, 2)
    benchmark.extra_info["floor_passes"] = round(seconds / floor, 1)


@pytest.mark.parametrize("name", CALLS)
def test_ten_million_points_that_share_nothing(benchmark, name, points, floor):
    measure(benchmark, CALLS[name], points, floor)


@pytest.mark.parametrize("name", ON_A_GRID)
def test_ten_million_points_of_a_grid(benchmark, name, grid, floor):
    measure(benchmark, CALLS[name], grid, floor)
