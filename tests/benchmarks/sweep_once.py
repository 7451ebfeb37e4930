"""One sweep by one engine in a process of its own, so that its memory can be told.

    python -m tests.benchmarks.sweep_once numpy 7
    python -m tests.benchmarks.sweep_once cluster 8 --piece 1000000

prints seconds, by the wall's clock and by the processors', and bytes as JSON for 10**7 and
10**8 points. The bytes are the most that the process, or the worker that held most, had in
memory beyond what it held before the sweep.
"""

import argparse
import json
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path

import numpy as np

from lib.book.compiled import Compiled
from lib.book.trace import trace
from lib.economics.practice import cuts
from lib.economics.sweep import offers
from lib.hardware import chip
from lib.transformer import transformer
from lib.units import kWh

LPU, LLAMA = chip("groq_lpu"), transformer("llama3_70b")
NAMES = ("tensor", "stages", "batch", "prompt", "price", "electricity", "utilisation")
DESIGN = ("tensor", "stages", "batch")
SPEEDS = (10, 30, 100, 300)  # tokens/s that a reader needs


def axes(power):
    """The axes of a sweep of 10**power points: ten values each, then a hundred."""
    sizes = [10] * min(power, 7) + [1] * (7 - power)
    for axis in (4, 6)[: max(power - 7, 0)]:
        sizes[axis] = 100
    ranges = (
        np.array([4, 6, 8, 10, 12, 16, 24, 32, 48, 64]),
        np.array(cuts(LLAMA)),
        np.geomspace(1, 2048, sizes[2]).round(),
        np.geomspace(256, 65_536, sizes[3]).round(),
        np.geomspace(500, 32_000, sizes[4]),
        np.linspace(0.02, 0.30, sizes[5]) / kWh,
        np.linspace(0.1, 1.0, sizes[6]),
    )
    return dict(zip(NAMES, ranges, strict=True))


def sweep(knobs):
    """Time, cost and whether it fits, for every combination of the knobs."""
    rest = {name: knob for name, knob in knobs.items() if name != "price"}
    return offers(LPU.but(price=knobs["price"]), LLAMA, output=500.0, attention="context", **rest)


def by_numpy(power):
    return least_of(sweep(dict(zip(NAMES, np.ix_(*axes(power).values()), strict=True))))


def least_of(found):
    """The least cost of any machine at each speed, for every load and price."""
    least = []
    for speed in SPEEDS:
        good = found.fits & (found.time <= 1 / speed)
        least.append(np.where(good, found.cost, np.inf).min(axis=(0, 1, 2)))
    return np.stack(least)


def loop():
    """The sweep and its question as one compiled loop: a cost at each speed, or infinity."""

    def function(**knobs):
        found = sweep(knobs)
        return {
            str(speed): np.where(found.fits & (found.time <= 1 / speed), found.cost, np.inf)
            for speed in SPEEDS
        }

    return Compiled(trace(function, NAMES), function)


def by_loop(power, fast=None, most=None):
    """Machine by machine, so that nothing but the least costs is held."""
    fast, knobs = fast or loop(), axes(power)
    loads = dict(zip(NAMES[3:], np.ix_(*(knobs[name] for name in NAMES[3:])), strict=True))
    least = np.full((len(SPEEDS), *(knobs[name].size for name in NAMES[3:])), np.inf)
    for machine in np.stack(np.meshgrid(*(knobs[n] for n in DESIGN)), -1).reshape(-1, len(DESIGN))[
        :most
    ]:
        found = fast(**dict(zip(DESIGN, machine, strict=True)), **loads)
        for best, cost in zip(least, found.values(), strict=True):
            np.minimum(best, cost, out=best)
    return least


def labelled(power, piece=None):
    """The least costs with xarray; in pieces of about so many points where that is given."""
    import xarray

    knobs = {n: xarray.DataArray(v, dims=n, coords={n: v}) for n, v in axes(power).items()}
    if piece:
        # The machines stay together, since the least is sought among them.
        left = piece // np.prod([knobs[name].size for name in DESIGN])
        for name in ("prompt", "electricity", "price", "utilisation"):
            size = int(np.clip(left, 1, knobs[name].size))
            knobs[name], left = knobs[name].chunk({name: size}), left // size
    found = sweep(knobs)

    def least(speed):
        return found.cost.where(found.fits & (found.time <= 1 / speed), np.inf).min(
            DESIGN, skipna=False
        )

    if not piece:
        return xarray.concat([least(speed) for speed in SPEEDS], "speed")
    # All speeds at once make one task of each piece, which leaves nothing behind but its least.
    return least(xarray.DataArray(list(SPEEDS), dims="speed")).transpose("speed", ...)


def most_memory():
    """The most bytes that this process has held (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def run(engine, power, piece):
    """Seconds by both clocks, bytes, the result for a check, seconds to start, pieces."""
    if engine == "cluster":
        return by_cluster(power, piece)
    work, starting = {"numpy": by_numpy}.get(engine, lambda power: labelled(power).values), None
    if engine == "loop":
        work, start = partial(by_loop, fast=loop()), time.perf_counter()
        work(power, most=1)  # which compiles it
        starting = time.perf_counter() - start
    work(3)  # what it imports is neither timed nor counted
    before, start, worked = most_memory(), time.perf_counter(), time.process_time()
    least = work(power)
    took, worked = time.perf_counter() - start, time.process_time() - worked
    return took, worked, most_memory() - before, least, starting, None


def by_cluster(power, piece):
    from distributed import Client, LocalCluster

    start = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0",
                     local_directory=folder) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        starting = time.perf_counter() - start
        labelled(5, 1000).compute()  # both workers import what it takes
        before, worked = client.run(most_memory), client.run(time.process_time)
        start, own = time.perf_counter(), time.process_time()
        lazy = labelled(power, piece)
        pieces = int(np.prod([len(sizes) for sizes in lazy.chunks[1:]]))
        least = lazy.compute().values
        took = time.perf_counter() - start
        own = time.process_time() - own
        after = client.run(most_memory)
        all_worked = own + sum(client.run(time.process_time).values()) - sum(worked.values())
    held = max(after[worker] - before[worker] for worker in after)
    return took, all_worked, held, least, starting, pieces


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", choices=("numpy", "loop", "xarray", "cluster"))
    parser.add_argument("power", type=int, choices=range(3, 10))
    parser.add_argument("--piece", type=int, default=1_000_000, help="points, for the cluster")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", category=UserWarning)
    took, worked, held, least, starting, pieces = run(options.engine, options.power, options.piece)
    print(json.dumps({
        "seconds": took, "processor_seconds": worked, "bytes": held, "starting": starting,
        "pieces": pieces,
        "sum": float(least[np.isfinite(least)].sum()), "finite": int(np.isfinite(least).sum()),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
