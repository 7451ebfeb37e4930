"""The same points and the same sweep as one compiled loop of a model's tape."""

import numpy as np
import pytest

from lib.book.compiled import Compiled
from lib.book.trace import trace
from tests.benchmarks.test_cost import CALLS, grid, measure, points  # noqa: F401
from tests.benchmarks.test_sweep import test_one_sweep as one_sweep

#: How many passes a call may take; experts are read by a power at each point.
AIMS = {"step time": 2, "step time with experts": None, "step time and cost of a token": 4}
#: NumPy in the same run, then the loop.
SWEEPS = [("numpy", 8), ("loop", 6), ("loop", 7), ("loop", 8), ("loop", 9)]


def compiled(name):
    """A call as one loop, of batch and context."""

    def function(batch, context):
        return {"found": CALLS[name]({"batch": batch, "context": context})}

    fast = Compiled(trace(function, ("batch", "context")), function)
    return lambda p: fast(batch=p["batch"], context=p["context"])["found"]


@pytest.mark.parametrize("name", AIMS)
@pytest.mark.parametrize("where", ["points", "grid"])
def test_ten_million_points_in_one_loop(benchmark, note, least, name, where, request):
    given, call = request.getfixturevalue(where), compiled(name)
    if where == "points":
        np.testing.assert_allclose(call(given), CALLS[name](given), rtol=1e-12)
    what = f"{name}, compiled, " + ("no two points alike" if where == "points" else "on a grid")
    measure(what, call, given, benchmark, note, least, AIMS[name])


@pytest.mark.parametrize(("engine", "power"), SWEEPS)
def test_a_sweep_machine_by_machine(benchmark, note, engine, power):
    one_sweep(benchmark, note, engine, power, 0)
