"""Measure how fast the book is, and store it with the machine, the day and the command.

    python tools/benchmarks.py cost sampling scheduling sweep compiled figure
    python tools/benchmarks.py book-cold book-cell book-warm tests
    python tools/benchmarks.py --cpu cost        by the processor's time: on a machine in use

Each part's rows in lib/data/benchmarks.csv are written anew. The chapters read them from there:
run ``python tools/notebooks.py`` for those of the appendix afterwards.
"""

import argparse
import csv
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "lib/data/benchmarks.csv"
FIELDS = (
    "part what count of seconds median rounds clock processor_seconds against against_seconds "
    "aim megabytes starting pieces load cores processor python versions date command source"
).split()
#: Parts that pytest-benchmark measures, and where.
MEASURED = {
    "cost": "test_cost.py",
    "sampling": "test_tail.py",
    "scheduling": "test_schedule.py",
    "sweep": "test_sweep.py",
    "compiled": "test_compiled.py",
    "figure": "test_figure.py",
}
#: Parts that are a command, timed from outside.
#: What it is in words, the command, and the seconds aimed at on two cores with nothing else to do.
TIMED = {
    "book-cold": ("building the book, nothing there but its packages", "book", 100),
    "book-cell": ("building the book, one Markdown cell changed", "book", 10),
    "book-warm": ("building the book, nothing changed", "book", 3),
    "tests": ("lint and every test, the book already built", "test", 480),
}
CHAPTER = ROOT / "notebooks/economics/kv_cache.ipynb"  # of which a cell is changed
SOURCE = "benchmarks2026"


def processor():
    """The processor's name, as Linux tells it, or what Python knows."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def machine():
    """What a measurement was taken on."""
    packages = ("numpy", "scipy", "numba", "xarray", "dask", "matplotlib", "jupyter-book")
    return {
        "load": f"{os.getloadavg()[0]:.1f}",
        "cores": os.cpu_count(),
        "processor": processor(),
        "python": platform.python_version(),
        "versions": "; ".join(f"{name} {version(name)}" for name in packages),
        "date": date.today().isoformat(),
        "source": SOURCE,
    }


def measured(part, cpu):
    """The rows of a part that pytest-benchmark measures."""
    where, rows = f"tests/benchmarks/{MEASURED[part]}", machine()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "found.json"
        command = ["-m", "pytest", "--benchmark-only", "-p", "no:cacheprovider", "-q", where]
        command += ["--benchmark-timer=time.process_time"] if cpu else []
        subprocess.run(
            [sys.executable, *command, f"--benchmark-json={path}", "-rs"], cwd=ROOT, check=True
        )
        found = json.loads(path.read_text())["benchmarks"]
    for benchmark in found:
        noted, stats = benchmark["extra_info"], benchmark["stats"]
        own = "seconds" in noted
        yield {
            "part": part,
            "seconds": stats["min"],
            "median": "" if own else f"{stats['median']:.6g}",
            "rounds": stats["rounds"],
            "clock": "processor" if cpu and not own else "wall",
            "command": f"python tools/benchmarks.py {'--cpu ' if cpu else ''}{part}",
            **noted,
            **rows,
        }


def make(target):
    """Run a target of the Makefile; return its seconds on the wall and of the processors."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(["make", target], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    seconds, after = time.perf_counter() - start, os.times()
    return seconds, sum(after[2:4]) - sum(before[2:4])


def timed(part):
    """The row of a part that is a command."""
    what, target, aim = TIMED[part]
    rows, stored = machine(), CHAPTER.read_bytes()
    if part == "book-cold":
        shutil.rmtree(ROOT / "_build", ignore_errors=True)
    else:
        make("book")
    if part == "book-cell":
        notebook = json.loads(stored)
        cell = next(cell for cell in notebook["cells"][1:] if cell["cell_type"] == "markdown")
        cell["source"].append("\n\nOne sentence more.")
        CHAPTER.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")
    try:
        seconds, processor_seconds = make(target)
    finally:
        CHAPTER.write_bytes(stored)
    yield {
        "part": part, "what": what, "count": 1, "of": "run", "seconds": seconds, "rounds": 1,
        "clock": "wall", "processor_seconds": processor_seconds,
        "against": "the seconds aimed at", "against_seconds": aim, "aim": 1,
        "command": f"python tools/benchmarks.py {part}", **rows,
    }  # fmt: skip


def store(part, rows):
    """Put a part's rows in the place of its old ones, or at the end."""
    there = []
    if TABLE.exists():
        with open(TABLE, newline="", encoding="utf-8") as file:
            there = list(csv.DictReader(file))
    kept = [row for row in there if row["part"] != part]
    order = [*MEASURED, *TIMED]
    every = sorted([*kept, *rows], key=lambda row: order.index(row["part"]))
    with open(TABLE, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows({k: _text(v) for k, v in row.items()} for row in every)


def _text(value):
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else value


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog="Parts: " + ", ".join([*MEASURED, *TIMED])
    )
    parser.add_argument("parts", nargs="+", choices=[*MEASURED, *TIMED], metavar="PART")
    parser.add_argument("--cpu", action="store_true", help="the processor's time, not the wall's")
    options = parser.parse_args()
    found = {
        part: list(measured(part, options.cpu) if part in MEASURED else timed(part))
        for part in options.parts
    }
    # Stored at the end: a table that changes makes the next build anything but warm.
    for part, rows in found.items():
        store(part, rows)
        print(f"{TABLE.relative_to(ROOT)}: {len(rows)} rows of {part}", flush=True)


if __name__ == "__main__":
    main()
