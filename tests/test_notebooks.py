"""How the stored notebooks are kept: whole, comparable, and the same on every machine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import notebooks as tool  # noqa: E402

NOTEBOOKS = sorted(
    p for p in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts
)
IDS = [p.relative_to(ROOT / "notebooks").with_suffix("").as_posix() for p in NOTEBOOKS]
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)


def code_cells(path):
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]


@each_notebook
def test_it_is_stored_without_widget_state_for_any_kernel(path):
    metadata = nbformat.read(path, as_version=4).metadata
    assert "widgets" not in metadata
    assert metadata.kernelspec.name == "python3"  # the name that every installation has
    assert "application/vnd.jupyter.widget" not in path.read_text(encoding="utf-8")


@each_notebook
def test_every_cell_was_run_in_order_without_errors(path):
    cells = code_cells(path)
    numbers = list(range(1, len(cells) + 1))
    assert [c.execution_count for c in cells] == numbers, "run python tools/notebooks.py"
    for cell in cells:
        for output in cell.outputs:
            assert output.output_type != "error", cell.source
            assert output.get("name") != "stderr", cell.source
            data = output.get("data", {})
            # nbval does not compare PNG, and Jupyter shows no SVG that it does not trust.
            assert not {"image/png", "image/svg+xml"} & set(data), cell.source
            # A cell that ends in `ax.set(...)` shows what the call returns.
            if set(data) == {"text/plain"}:
                assert not re.match(r"[(\[<{]|Text\(", data["text/plain"]), cell.source


@each_notebook
def test_a_chapter_without_its_book_says_how_to_install_it(path):
    code = code_cells(path)
    if not any(re.search(r"^(from|import) lib\b", cell.source, re.M) for cell in code):
        return
    assert code[0].source == tool.guard(), "run python tools/notebooks.py"
    assert code[0].metadata.jupyter.source_hidden and "remove-cell" in code[0].metadata.tags


def test_what_it_says_where_there_is_no_lib():
    done = subprocess.run(
        [sys.executable, "-IS", "-c", tool.guard()], capture_output=True, text=True
    )
    assert "%pip install git+http" in done.stderr.splitlines()[-1]


# Only what is timed on the reader's own machine may differ from run to run.
MEASURING = re.compile(r"\bbarrier_times\b")  # of lib.evidence.measure
EXCUSING = re.compile(r"nbval-(?!check)\w|raises-exception|NBVAL_(?!CHECK)|PYTEST_VALIDATE_IGNORE")


def names(cell):
    """The names that a cell gives a value, and those that it reads."""
    found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)]
    return {
        kind: {n.id for n in found if isinstance(n.ctx, kind)} for kind in (ast.Store, ast.Load)
    }


@each_notebook
def test_nothing_is_excused_from_comparison_but_the_readers_own_machine(path):
    for cell in code_cells(path):
        marks = [*cell.metadata.get("tags", []), *re.findall(r"#.*", cell.source)]
        marks = [mark for mark in marks if EXCUSING.search(mark)]
        if marks:
            assert marks == ["nbval-ignore-output"], cell.source
            reason = "# not compared: it measures the machine that runs it"
            assert cell.source.startswith(reason) and MEASURING.search(cell.source), cell.source
            # What it measured stays in it: no other cell reads it.
            made, others = names(cell), [c for c in code_cells(path) if c.source != cell.source]
            assert not any(made[ast.Store] & names(other)[ast.Load] for other in others)
