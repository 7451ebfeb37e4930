"""What sampling the slowest of n costs: set beside the uniform draws it is made of.

The ratio is what counts, and it is not asserted.
"""

import numpy as np
import pytest

from lib.sync.laws import Empirical, Exponential, Lognormal, Pareto, Slowest

DRAWS = 1_000_000
LAWS = {
    "exponential": Exponential(1.0),
    "Pareto": Pareto(1.0, 4.0),
    "lognormal": Lognormal(1.0, 0.5),
    "empirical": Empirical([0, 0.5, 0.95, 0.99], [0.5, 1.0, 5.0, 10.0], "exponential"),
}


def measure(what, call, benchmark, note, least, rng):
    def uniform():
        return rng.random(DRAWS)

    floor = least(uniform, 40)
    assert benchmark.pedantic(call, rounds=40, warmup_rounds=2).size == DRAWS
    floor = min(floor, least(uniform, 40))
    note(what, DRAWS, "draw", against="uniform draws", against_seconds=floor)


@pytest.mark.parametrize("n", [8, 10_440])
@pytest.mark.parametrize("law", LAWS)
def test_draws_of_the_slowest(benchmark, note, least, law, n):
    slowest, rng = Slowest(LAWS[law], n), np.random.default_rng(1)
    what = f"{law}, slowest of {n:,}"
    measure(what, lambda: slowest.sample(DRAWS, rng), benchmark, note, least, rng)


def test_the_slowest_of_8_by_drawing_all_8(benchmark, note, least):
    law, rng = LAWS["exponential"], np.random.default_rng(1)

    def all_of_them():
        slowest = law.sample(DRAWS, rng)
        for _ in range(7):
            np.maximum(slowest, law.sample(DRAWS, rng), out=slowest)
        return slowest

    measure("exponential, slowest of 8, by drawing all 8", all_of_them, benchmark, note, least,
            rng)  # fmt: skip
