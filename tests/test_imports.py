"""How the library is built: imports point one way, tests mirror it, everything public is told."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIB, TESTS = ROOT / "lib", ROOT / "tests"
MODULES = sorted(path for path in LIB.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}

#: A part of the library may import parts of a lower rank and itself, nothing else.
RANKS = {
    "units": 0, "checks": 0, "tables": 1, "hardware": 2, "transformer": 2,
    "spatial": 3, "economics": 4, "sync": 4, "evidence": 5, "claims": 6,
    # What shows. The models know none of it; the claims print their own cards.
    "book": 3,
    # The two commands' names.
    "ledger": 7, "validation": 7,
}  # fmt: skip
SHOWING = ("book",)
PLOTTING = {"matplotlib", "ipywidgets", "IPython", "seaborn", "plotly", "bokeh", "altair"}


def part(path):
    """The part of the library that a file belongs to: a module or a folder of ``lib``."""
    return path.relative_to(LIB).parts[0].removesuffix(".py")


def label(path):
    return path.relative_to(ROOT).as_posix()


def imported(tree, package):
    """Every module that a file imports, at its top or inside a function, by full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # "from lib import checks" imports lib.checks.
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of(path):
    package = list(path.relative_to(ROOT).parent.parts)
    return set(imported(TREES[path], package))


def parts_imported(path):
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("lib.")}


MODELS = [path for path in MODULES if part(path) not in (*SHOWING, "__init__")]


# -- imports ------------------------------------------------------------------------------


def test_the_search_for_imports_finds_every_form():
    code = "import numpy as np\nfrom lib import checks\ndef f():\n    from .placement import x\n"
    found = set(imported(ast.parse(code), ["lib", "spatial"]))
    assert found == {"numpy", "lib.checks", "lib.spatial.placement.x"}


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_imports_point_one_way(path):
    here = part(path)
    for other in parts_imported(path) - {here}:
        assert other in RANKS, f"{label(path)} imports lib.{other}, which has no place yet"
        assert RANKS[other] < RANKS[here], f"{label(path)} imports lib.{other}"


def test_every_part_has_its_place():
    assert {part(path) for path in MODULES} - {"__init__"} <= RANKS.keys()


@pytest.mark.parametrize("path", MODELS, ids=label)
def test_models_know_nothing_of_plots_widgets_or_notebooks(path):
    assert not {name.split(".")[0] for name in imports_of(path)} & PLOTTING
    assert not any(name.startswith("pandas.plotting") for name in imports_of(path))
    showing = parts_imported(path) & set(SHOWING)
    assert not showing or part(path) == "claims"


def test_the_checker_owes_the_scheduler_nothing():
    checker = LIB / "sync" / "plan" / "checker.py"
    reached, todo = set(), [checker]
    while todo:
        path = todo.pop()
        for name in imports_of(path):
            steps = name.split(".")
            for length in (2, 3, 4):
                module = ROOT.joinpath(*steps[:length]).with_suffix(".py")
                if name.startswith("lib.") and module in TREES and module not in reached:
                    reached.add(module)
                    todo.append(module)
    assert not {"schedule", "dynamic"} & {path.stem for path in reached}


def test_no_import_goes_in_a_circle():
    graph = {
        path: {
            ROOT.joinpath(*name.split(".")[:length]).with_suffix(".py")
            for name in imports_of(path)
            for length in (2, 3, 4)
        }
        & set(MODULES)
        for path in MODULES
    }
    while ready := [path for path, needs in graph.items() if not needs & graph.keys()]:
        for path in ready:
            del graph[path]
    assert not graph, f"a circle among {', '.join(map(label, graph))}"


# -- tests mirror the library ----------------------------------------------------------------

#: Modules whose tests stand elsewhere, and why.
TESTED_ELSEWHERE = {
    "reckoning": ("test_ledger.py", "its arithmetic is the ledger's: each claim is one function"),
}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.name != "__init__.py"], ids=label
)
def test_every_module_has_its_tests(path):
    where = path.relative_to(LIB)
    tests = TESTS / where.parent / f"test_{where.name}"
    if part(path) in TESTED_ELSEWHERE:
        tests = TESTS / TESTED_ELSEWHERE[part(path)][0]
    assert tests.exists(), f"{label(path)} lacks {label(tests)}"


@pytest.mark.parametrize("folder", ["spatial", "economics", "sync"])
def test_every_test_of_a_part_has_its_module(folder):
    for path in (TESTS / folder).glob("test_*.py"):
        assert (LIB / folder / path.name.removeprefix("test_")).exists(), label(path)


def test_no_two_test_files_are_one_module_to_pytest():
    config = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if "importlib" in config:
        return
    names = [
        path.stem for path in TESTS.rglob("test_*.py") if not (path.parent / "__init__.py").exists()
    ]
    assert len(names) == len(set(names)), "give one of the folders an __init__.py"


# -- everything public is told ----------------------------------------------------------------

#: Parts that draw, print or list: seen on a page or as the ledger's table, not in a doctest.
WITHOUT_EXAMPLES = {
    "figures": "draws",
    "explore": "draws",
    "display": "shows in a notebook",
    "reckoning": "each function is a claim, checked against the document by the ledger's tests",
    "ledger": "prints claims; run and read by its tests",
    "sync.laws": "the laws of which tail and barrier are made, and shown there",
}

#: Public names without a doctest, and why.
NO_EXAMPLE = {
    "validation.main": "a command line, run by its tests",
    "checks.not_negative": "positive shows the form",
    "checks.fraction": "between shows the form",
    "hardware.chips": "chip shows one of them",
    "transformer.transformer": "shown by Transformer",
    "transformer.transformers": "transformer shows one of them",
    "tables.row": "figure reads one",
    "economics.reuse.kv_bytes": "Transformer.kv_bytes shows it",
    "economics.sensitivity.tied_advantage": "advantage, with both sides at one context",
    "sync.barrier.pipeline": "one of the patterns of waiting that the others show",
    "sync.clock.walk_spread": "one square root",
    "sync.clock.replays": "one division",
    "sync.clock.upkeep": "best_interval shows where it is least",
    "sync.clock.best_walk_interval": "best_interval shows the general case",
    "sync.clock.offset_rms": "its tests hold it against simulated clocks",
    "sync.clock.sample_miss": "a simulation: its tests hold it against the closed form",
    "sync.tail.mean_estimate": "a simulation's own error: seen with the simulations",
    "sync.tail.sample_steps": "a simulation: its tests hold it against the closed form",
    "sync.tail.measured_service": "reads a measured table",
    "sync.tail.normal_nodes": "nodes of an integral, used by the fits only",
}


def public(path):
    """Public classes and functions at a module's top."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [n for n in TREES[path].body if isinstance(n, kinds) and not n.name.startswith("_")]


def has_example(node):
    members = [node, *(ast.walk(node) if isinstance(node, ast.ClassDef) else ())]
    return any(
        ">>>" in (ast.get_docstring(m) or "")
        for m in members
        if isinstance(m, ast.FunctionDef | ast.ClassDef)
    )


def is_result(path, node):
    """Whether a class is a record that a function of its module returns."""
    if not isinstance(node, ast.ClassDef):
        return False
    others = [other for other in TREES[path].body if other is not node]
    return any(
        isinstance(call, ast.Call) and getattr(call.func, "id", None) == node.name
        for other in others
        for call in ast.walk(other)
    )


def is_shown(path, node):
    """Whether another doctest of the module uses the name."""
    docs = [ast.get_docstring(n) or "" for n in ast.walk(TREES[path]) if isinstance(
        n, ast.Module | ast.FunctionDef | ast.ClassDef)]  # fmt: skip
    lines = [
        line for doc in docs for line in doc.splitlines() if line.strip()[:3] in (">>>", "...")
    ]
    return any(re.search(rf"\b{node.name}\(", line) for line in lines)


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_every_module_opens_with_what_it_is(path):
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(TREES[path])


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_everything_public_has_a_docstring(path):
    told = {
        member.name
        for node in public(path)
        for member in ast.walk(node)
        if isinstance(member, ast.FunctionDef) and ast.get_docstring(member)
    }
    for node in public(path):
        assert ast.get_docstring(node), f"{label(path)}: {node.name}"
        for member in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                # A method that another class of the module tells need not tell it again.
                assert member.name in told, f"{label(path)}: {node.name}.{member.name}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part(path) not in WITHOUT_EXAMPLES], ids=label
)
def test_everything_public_has_an_example_or_a_reason(path):
    module = ".".join(path.relative_to(LIB).with_suffix("").parts)
    if module in WITHOUT_EXAMPLES:
        return
    for node in public(path):
        if has_example(node) or is_result(path, node) or is_shown(path, node):
            continue
        assert f"{module}.{node.name}" in NO_EXAMPLE, f"{module}.{node.name} shows no example"


def test_no_reason_outlives_its_name():
    names = {
        ".".join((*path.relative_to(LIB).with_suffix("").parts, node.name))
        for path in MODULES
        for node in public(path)
    }
    assert NO_EXAMPLE.keys() <= names


# -- registries --------------------------------------------------------------------------------


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
