"""One sweep on four engines: seconds and memory against the number of points.

Each runs in a process of its own (``sweep_once``), or memory could not be told apart. All must
find the same least costs. What is timed is the sweep, not the start of Python or of a cluster,
which is noted beside it. Wall time, whatever the clock of the other benchmarks.
"""

import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Engine, power of ten of the points, and points a piece.
RUNS = [
    *(("numpy", power, 0) for power in (4, 5, 6, 7, 8)),
    *(("xarray", power, 0) for power in (4, 5, 6, 7, 8)),
    *(("cluster", power, 1_000_000) for power in (4, 5, 6, 7, 8, 9)),
    *(("cluster", 8, piece) for piece in (100_000, 10_000_000)),
]
NAMES = {"numpy": "NumPy, whole", "loop": "compiled, machine by machine",
         "xarray": "xarray, whole", "cluster": "Dask cluster"}  # fmt: skip


@lru_cache
def once(engine, power, piece):
    command = [sys.executable, "-m", "tests.benchmarks.sweep_once", engine, str(power)]
    command += ["--piece", str(piece)] if piece else []
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(("engine", "power", "piece"), RUNS)
def test_one_sweep(benchmark, note, engine, power, piece):
    found = []

    def sweep():
        once.cache_clear()
        found.append(once(engine, power, piece))

    benchmark.pedantic(sweep, rounds=3 if power < 7 else 1)
    best = min(found, key=lambda run: run["seconds"])
    note(f"{NAMES[engine]}, in pieces of {piece:,}" if piece else NAMES[engine], 10**power,
         "point", seconds=best["seconds"],
         processor_seconds=best["processor_seconds"], megabytes=best["bytes"] / 1e6,
         starting=best["starting"], pieces=best["pieces"])  # fmt: skip
    if power <= 8:
        expected = once("numpy", power, 0)
        assert (best["sum"], best["finite"]) == (
            pytest.approx(expected["sum"], rel=1e-12), expected["finite"])  # fmt: skip
