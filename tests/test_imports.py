"""Imports point one way, models know nothing of what shows them, nothing names a registry."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIB = ROOT / "lib"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(LIB.rglob("*.py"))
}

#: A part of the library may import parts of a lower rank and itself, nothing else.
RANKS = {
    "units": 0, "checks": 0, "tables": 1, "hardware": 2, "transformer": 2,
    "spatial": 3, "economics": 4, "sync": 4, "evidence": 5, "claims": 6,
    "book": 3,  # no model imports it; the claims print their own cards
    "": 7, "ledger": 7, "validation": 7,  # the package's own names and the two commands
}  # fmt: skip
#: What shows and what spreads over machines: for notebooks, for lib.book and for tests.
SHOWING = set("matplotlib ipywidgets IPython seaborn plotly bokeh altair xarray dask".split())


def part(module):
    """The part of the library that a module belongs to: a module or a folder of ``lib``."""
    return module.removeprefix("lib").lstrip(".").split(".")[0]


def imported(module):
    """Every module that a module imports, at its top or inside a function, by full name."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # "from lib import checks" imports lib.checks.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module):
    for name in imported(module):
        if name.split(".")[0] == "lib" and part(name) != part(module):
            assert RANKS[part(name)] < RANKS[part(module)], f"{module} imports {name}"


@pytest.mark.parametrize("module", [name for name in MODULES if part(name) not in ("", "book")])
def test_models_know_nothing_of_plots_widgets_or_clusters(module):
    assert not {name.split(".")[0] for name in imported(module)} & SHOWING
    assert part(module) == "claims" or not any(part(name) == "book" for name in imported(module))


def test_the_checker_owes_the_scheduler_nothing():
    reached, todo = set(), ["lib.sync.plan.checker"]
    while todo:
        reached.add(module := todo.pop())
        todo += [name for name in imported(module) if name in MODULES and name not in reached]
    assert not {"lib.sync.plan.schedule", "lib.sync.plan.dynamic"} & reached


def test_no_line_names_the_host_of_a_package_registry():
    # Written in pieces, so that this file does not name them either.
    hosts = ["py" + "pi.org", "pypi" + ".python.org", "python" + "hosted.org",
             "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com"]  # fmt: skip
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of the project's own files")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="ignore").lower()
            found = [host for host in hosts if host in text]
            assert not found, f"{name} names {found[0]}"
