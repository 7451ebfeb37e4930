"""Mutation testing of the models: change the code a little, see whether a test fails.

    make mutate                     every mutant; takes the better part of a day
    make mutate SAMPLE=400          a random sample of them
    make mutate SAMPLE=400 SEED=2   another one
    make mutate MINUTES=30          as many of them, in random order, as that time allows
    make mutate SAMPLE=400 STORE=1  and write the result to lib/data/mutation.csv
    python tools/mutate.py --parts base spatial --minutes 20     of those parts alone

mutmut makes the mutants, on a copy of the tree in _build/mutate, and finds which tests run
through which function. A mutant meets those of the tests and doctests of the models
and of the claims: first with few random examples for each law, then, if it
survived, in a new process with as many as ``make test`` takes, and with all other tests of
its part: what runs when a module is imported is in no test's account. This file runs the tests
itself: mutmut runs all of them once more before every start, and its copies of a process
inherit whatever its caches hold. What mutmut leaves alone: code
outside functions, such as the fields of a record, and decorated functions, such as properties.

A mutant that runs 15 times as long as its tests did counts as killed, and is listed apart.
Survivors are printed as differences and left in _build/mutate/survivors.diff.
"""

import argparse
import contextlib
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from importlib.metadata import version
from math import sqrt
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "_build/mutate"
MUTMUT = Path(sys.executable).with_name("mutmut")
TABLE = ROOT / "lib/data/mutation.csv"
BASE = ("units", "checks", "tables", "hardware")  # files, and a part of their own
FOLDERS = ("transformer", "spatial", "economics", "sync")
PARTS = ("base", *FOLDERS)
TESTS = [
    *(f"tests/test_{name}.py" for name in BASE),
    *(f"tests/{folder}" for folder in FOLDERS),
    "tests/evidence/test_carried.py",  # the second way of the all-reduces' formulas
    "tests/test_spoilt_arguments.py",  # what each argument's refusal says
    *(
        path.relative_to(ROOT).as_posix()
        for path in sorted(ROOT.glob("tests/claims/test_*.py"))
        if path.name != "test_ledger.py"  # it reads the chapters
    ),
]
DOCTESTS = [*(f"lib/{name}.py" for name in BASE), *(f"lib/{folder}" for folder in FOLDERS)]
SOURCE = "mutation2026"
FIELDS = (
    "part mutants tried killed timed_out survived not_covered other share low high "
    "seed load cores python mutmut date commit command source"
).split()

#: How many times as long as without a change the tests of a mutant may run.
PATIENCE = 15
#: Seconds that all tests of a part may take besides.
WHOLE_PART = 600
ENVIRONMENT = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
QUICK = {"HYPOTHESIS_PROFILE": "quick"}

# A mutated module holds every mutant beside the function, each with the docstring, and the
# function itself behind a wrapper: without this every doctest would run a hundred times.
CONFTEST = """

import doctest  # noqa: E402
import inspect  # noqa: E402
import sys  # noqa: E402

_from_module = doctest.DocTestFinder._from_module


def _not_a_mutant(self, module, thing):
    if "__mutmut_" in getattr(thing, "__name__", ""):
        return False
    return _from_module(self, module, inspect.unwrap(thing) if callable(thing) else thing)


doctest.DocTestFinder._from_module = _not_a_mutant


# What a function remembers it learned without the mutant: each test reads models anew.
def pytest_runtest_setup(item):
    for name, module in list(sys.modules.items()):
        if name.startswith(("lib.hardware", "lib.transformer", "lib.economics", "lib.sync")):
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
"""


def interval(hits, tries, z=1.96):
    """Wilson's 95 % interval of a share.

    >>> low, high = interval(90, 100)
    >>> round(low, 3), round(high, 3)
    (0.826, 0.945)
    """
    if not tries:
        return 0.0, 1.0
    share, weight = hits / tries, z * z / tries
    middle = share + weight / 2
    half = z * sqrt(share * (1 - share) / tries + weight / (4 * tries))
    return (middle - half) / (1 + weight), (middle + half) / (1 + weight)


def draw(names, size, seed):
    """A random sample of the mutants, without regard to their order; all if size is None.

    >>> draw(["c", "a", "b"], None, 1), draw("abc", 9, 1)
    (['a', 'b', 'c'], ['a', 'b', 'c'])
    """
    names = sorted(names)
    if size is None or size >= len(names):
        return names
    return sorted(random.Random(seed).sample(names, size))


def settings():
    """mutmut's settings, as its setup.cfg wants them."""
    lists = {
        "source_paths": ["lib"],
        "only_mutate": [one if one.endswith(".py") else f"{one}/*" for one in DOCTESTS],
        "also_copy": ["conftest.py"],
        "pytest_add_cli_args_test_selection": TESTS + DOCTESTS,
        "pytest_add_cli_args": ["--doctest-modules"],
    }
    lines = [f"{key} =\n" + "".join(f"    {one}\n" for one in all) for key, all in lists.items()]
    return "[mutmut]\n" + "".join(lines) + "use_git_change_detection = false\n"


def copy(again=False):
    """Copy what the tests of the models need to _build/mutate; again: keep the mutants there."""
    # mutmut sees by the time of a file whether its mutants are to be made anew.
    for old in ("lib", "tests", "mutants/tests", "mutants/lib/data") if again else ("",):
        shutil.rmtree(WORK / old, ignore_errors=True)
    junk = shutil.ignore_patterns("__pycache__", ".*")
    for name in ("lib", "tests"):
        shutil.copytree(ROOT / name, WORK / name, ignore=junk)
    shutil.copy(ROOT / "pyproject.toml", WORK)
    (WORK / "conftest.py").write_text((ROOT / "conftest.py").read_text() + CONFTEST)
    (WORK / "setup.cfg").write_text(settings())


def mutmut(*arguments):
    """Run mutmut in the copy; return what it says."""
    command = [str(MUTMUT), *arguments]
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    environment = os.environ | ENVIRONMENT | QUICK
    return subprocess.run(command, cwd=WORK, env=environment, **kept).stdout


def generate():
    """Make the mutants and find which tests run through which function."""
    # mutmut does both before it looks for the mutants named, and it has no verb for it alone.
    said = mutmut("run", "--max-children", "1", "none")
    if not (WORK / "mutants/mutmut-stats.json").exists():
        sys.exit(f"{said}\nmutmut could not make the mutants: see above")


def mutants():
    """The names of all mutants."""
    found = WORK.glob("mutants/lib/**/*.meta")
    return [name for path in found for name in json.loads(path.read_text())["exit_code_by_key"]]


# -- trying them ---------------------------------------------------------------------------


def command_line(tests):
    """What pytest is to run for a mutant."""
    return ["-x", "-q", "--doctest-modules", "--tb=no", "-p", "no:cacheprovider", *tests]


def verdict(status):
    """What became of a mutant, by the exit status of its tests.

    >>> verdict(0), verdict(1), verdict(3), verdict(4)
    ('survived', 'killed', 'killed', 'other')
    """
    return {0: "survived", 1: "killed", 3: "killed"}.get(status, "other")


def forked(name, tests, seconds):
    """Try a mutant in a copy of this process, which has everything imported."""
    child = os.fork()
    if not child:
        os.environ["MUTANT_UNDER_TEST"] = name
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            os._exit(int(pytest.main(command_line(tests))))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return verdict(os.waitstatus_to_exitcode(status))
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timed_out"


def own_tests(part):
    """The files of tests and doctests that are a part's own.

    >>> own_tests("sync")
    ['tests/sync', 'tests/test_spoilt_arguments.py', 'tests/claims/test_sync.py', 'lib/sync']
    """
    own = BASE if part == "base" else (part,)
    names = {*own, *(f"test_{one}" for one in (*own, "spoilt_arguments"))}
    return [path for path in TESTS + DOCTESTS if Path(path).stem in names]


def afresh(name, tests, seconds):
    """Try a mutant in a process of its own, with all examples of every law and all its part's."""
    command = [sys.executable, "-m", "pytest", *command_line([*tests, *own_tests(part_of(name))])]
    environment = os.environ | {"MUTANT_UNDER_TEST": name, "HYPOTHESIS_PROFILE": "book"}
    try:
        done = subprocess.run(command, env=environment, timeout=seconds, capture_output=True)
    except subprocess.TimeoutExpired:
        return "survived"  # more examples take longer: this says nothing
    return verdict(done.returncode)


def work(number, minutes):
    """Try the mutants of one worker; in the folder of the mutants, with their environment."""
    end = time.monotonic() + 60 * minutes
    statistics = json.loads(Path("mutmut-stats.json").read_text())
    covering, lasting = (
        statistics[key] for key in ("tests_by_mangled_function_name", "duration_by_test")
    )
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        sys.path.insert(0, os.getcwd())
        pytest.main(["--collect-only", "-qq", "--doctest-modules", *TESTS])
    names = json.loads((WORK / f"names-{number}.json").read_text())
    with open(WORK / f"verdicts-{number}.jsonl", "w") as file:
        for name in names:
            if time.monotonic() > end:
                break
            tests = sorted(covering.get(name.split("__mutmut_")[0], ()), key=lasting.get)
            seconds = PATIENCE * (1 + sum(map(lasting.get, tests)))
            what = forked(name, tests, seconds) if tests else "not_covered"
            few = what == "survived"
            if few:
                what = afresh(name, tests, 2 * seconds + WHOLE_PART)
            print(json.dumps([name, what, few]), file=file, flush=True)


def try_all(names, seed, children, minutes):
    """Run the tests on these mutants, in random order; return each one's verdict."""
    names = random.Random(seed).sample(names, len(names))
    workers = []
    for number in range(children):
        (WORK / f"names-{number}.json").write_text(json.dumps(names[number::children]))
        command = [sys.executable, __file__, f"--worker={number}", f"--minutes={minutes}"]
        environment = os.environ | ENVIRONMENT | QUICK
        workers.append(subprocess.Popen(command, cwd=WORK / "mutants", env=environment))
    for worker in workers:
        worker.wait()
    found = {}
    for number in range(children):
        for line in (WORK / f"verdicts-{number}.jsonl").read_text().splitlines():
            name, what, _ = json.loads(line)
            found[name] = what
    return found


# -- what came of it -----------------------------------------------------------------------


def part_of(name):
    """
    >>> part_of("lib.sync.tail.x_of__mutmut_3"), part_of("lib.units.x_of__mutmut_3")
    ('sync', 'base')
    """
    part = name.split(".")[1]
    return "base" if part in BASE else part


def summary(found, made):
    """Rows of the table: each part, then all together."""
    rows = []
    for part in (*PARTS, "all"):
        mine = [what for name, what in found.items() if part in (part_of(name), "all")]
        size = sum(part in (part_of(name), "all") for name in made)
        if not size:
            continue
        count = Counter(mine)
        killed = count["killed"] + count["timed_out"]
        low, high = interval(killed, len(mine)) if len(mine) < size else (killed / size,) * 2
        rows.append(
            {"part": part, "mutants": size, "tried": len(mine)}
            | {kind: count[kind] for kind in FIELDS[3:8]}
            | {"share": killed / len(mine) if mine else "", "low": low, "high": high}
        )
    return rows


def report(rows):
    """The rows as text."""
    lines = ["part        mutants  tried  killed  timed out  survived  not covered  killed, 95 %"]
    for row in rows:
        share = (
            f"{row['share']:.1%} ({row['low']:.1%} to {row['high']:.1%})" if row["tried"] else ""
        )
        lines.append(
            f"{row['part']:11} {row['mutants']:7} {row['tried']:6} {row['killed']:7} "
            f"{row['timed_out']:10} {row['survived']:9} {row['not_covered']:12}  {share}"
            + (f"  ({row['other']} undecided)" if row["other"] else "")
        )
    return "\n".join(lines)


def commit():
    """The commit of the tree, with a plus if the models or their tests differ from it."""
    git = ["git", "-C", str(ROOT)]
    short = subprocess.check_output([*git, "rev-parse", "--short", "HEAD"], text=True).strip()
    changed = subprocess.check_output([*git, "status", "--porcelain", "lib", *TESTS])
    return short + ("+" if changed else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, help="how many mutants (default: every one)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    parser.add_argument("--children", type=int, default=os.cpu_count(), help="tests at once")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="then stop trying")
    parser.add_argument("--store", action="store_true", help="write lib/data/mutation.csv")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="default: all")
    parser.add_argument("--again", action="store_true", help="keep the mutants of the last run")
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker is not None:
        return work(options.worker, options.minutes)
    if not MUTMUT.exists():
        sys.exit("mutmut is not installed here: pip install -e .[mutate], or make mutate")

    where = {
        "seed": options.seed,
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "mutmut": version("mutmut"),
        "date": date.today().isoformat(),
        "commit": commit(),
        "command": " ".join(["python tools/mutate.py", *sys.argv[1:]]),
        "source": SOURCE,
    }
    copy(options.again)
    generate()
    made = [name for name in mutants() if part_of(name) in options.parts]
    names = draw(made, options.sample, options.seed)
    found = try_all(names, options.seed, options.children, options.minutes)

    left = [name for name, what in sorted(found.items()) if what == "survived"]
    diffs = "\n".join(mutmut("show", name) for name in left)
    (WORK / "survivors.diff").write_text(diffs)
    rows = summary(found, made)
    print(diffs, report(rows), f"seed {options.seed}, load {where['load']}", sep="\n")
    if options.store:
        with open(TABLE, "w", newline="") as file:
            writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
            writer.writeheader()
            for row in rows:
                rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in row.items()}
                writer.writerow(rounded | where)


if __name__ == "__main__":
    main()
