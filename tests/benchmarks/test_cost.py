"""How long ten million design points take in one call, in passes over arrays of that size.

The floor is one multiply-add pass, ``a * b + c`` into an array that is already there: what
reading and writing so many numbers costs at all. No test here asserts on time.
"""

import numpy as np
import pytest

from lib.economics.cost import Capacity, Terms, decode_bill
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer
from lib.units import kWh

POINTS = 10_000_000
AIM = 20
DENSE = Deployment(chip("groq_lpu"), transformer("llama2_70b"), tensor=5, stages=80,
                   attention="context")  # fmt: skip
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


CALLS = {
    "cost": lambda p: Capacity(p["price"], 230e6, 70e9, 0.625e9, p["speed"]).cost(p["batch"]),
    "exact cost": lambda p: Capacity(p["price"], 230e6, 70e9, 0.625e9, p["speed"]).exact_cost(
        p["batch"]
    ),
    "step time": lambda p: decode(DENSE, p["batch"], p["context"]).time,
    "step time with experts": lambda p: decode(EXPERTS, p["batch"], p["context"]).time,
    "step time and cost of a token": lambda p: (
        decode_bill(DENSE, p["batch"], p["context"], Terms(electricity=0.08 / kWh)).per_token
    ),
}
ON_A_GRID = ("step time", "step time with experts", "step time and cost of a token")


def measure(name, call, points, benchmark, note, least, aim=AIM):
    """Time a call between two looks at the floor, for a machine's speed drifts."""
    numbers = np.full(POINTS, 1.5), np.full(POINTS, 2.5), np.full(POINTS, 3.5)
    out = np.empty(POINTS)

    def multiply_add():
        np.multiply(numbers[0], numbers[1], out=out)
        np.add(out, numbers[2], out=out)

    floor = least(multiply_add)
    got = benchmark.pedantic(call, args=(points,), rounds=5, warmup_rounds=1)
    assert got.size == POINTS
    assert np.isfinite(got).all() and (got > 0).all()
    floor = min(floor, least(multiply_add))
    note(name, POINTS, "point", against="a multiply-add pass", against_seconds=floor, aim=aim)


@pytest.mark.parametrize("name", CALLS)
def test_ten_million_points_that_share_nothing(benchmark, note, least, name, points):
    measure(f"{name}, no two points alike", CALLS[name], points, benchmark, note, least)


@pytest.mark.parametrize("name", ON_A_GRID)
def test_ten_million_points_of_a_grid(benchmark, note, least, name, grid):
    measure(f"{name}, on a grid", CALLS[name], grid, benchmark, note, least)
