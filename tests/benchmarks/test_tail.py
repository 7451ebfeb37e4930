"""What sampling the slowest of n costs: set beside the uniform draws it is made of.

``make bench`` prints both in one table; the ratio is what counts, and it is not asserted.
"""

import numpy as np
import pytest

from lib.sync.tail import Empirical, Exponential, Lognormal, Pareto, Slowest

DRAWS = 1_000_000
LAWS = {
    "exponential": Exponential(1.0),
    "pareto": Pareto(1.0, 4.0),
    "lognormal": Lognormal(1.0, 0.5),
    "empirical": Empirical([0, 0.5, 0.95, 0.99], [0.5, 1.0, 5.0, 10.0], "exponential"),
}


@pytest.mark.benchmark(group="a million draws")
def test_uniform_draws(benchmark):
    rng = np.random.default_rng(1)
    assert benchmark(lambda: rng.random(DRAWS)).size == DRAWS


@pytest.mark.benchmark(group="a million draws")
@pytest.mark.parametrize("n", [8, 10_440])
@pytest.mark.parametrize("law", LAWS)
def test_draws_of_the_slowest(benchmark, law, n):
    slowest, rng = Slowest(LAWS[law], n), np.random.default_rng(1)
    assert benchmark(lambda: slowest.sample(DRAWS, rng)).size == DRAWS


@pytest.mark.benchmark(group="a million draws")
def test_the_slowest_of_8_by_drawing_all_8(benchmark):
    law, rng = LAWS["exponential"], np.random.default_rng(1)

    def all_of_them():
        slowest = law.sample(DRAWS, rng)
        for _ in range(7):
            np.maximum(slowest, law.sample(DRAWS, rng), out=slowest)
        return slowest

    assert benchmark(all_of_them).size == DRAWS
