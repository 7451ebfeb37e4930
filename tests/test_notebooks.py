"""How the stored notebooks are kept, and proof that nbval notices when they are wrong."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted(
    p for p in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts
)
IDS = [p.relative_to(ROOT / "notebooks").with_suffix("").as_posix() for p in NOTEBOOKS]
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


# nbval, as `make test` runs it, fails on a wrong output and passes on a right one.


def nbval(notebook, folder):
    """Run nbval strictly on a copy of a notebook; return its exit status and what it printed."""
    path = folder / "copy.ipynb"
    nbformat.write(notebook, path)
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    command += ["-p", "no:xdist", "-p", "no:cacheprovider", str(path)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def outputs(notebook, kind):
    return [
        output
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if kind in output.get("data", {})
    ]


def subject():
    """Return a chapter that has what the tests below change."""
    for path in sorted(NOTEBOOKS, key=lambda p: p.stat().st_size):
        notebook = read(path)
        drawn, told = outputs(notebook, "image/svg+xml"), outputs(notebook, "text/markdown")
        if drawn and any(re.search(r"\d", o["data"]["text/markdown"]) for o in told):
            return notebook
    pytest.skip("no chapter prints a number and draws a figure")


def test_an_unchanged_copy_passes(tmp_path):
    status, printed = nbval(subject(), tmp_path)
    assert status == 0, printed


@pytest.mark.parametrize("kind", ["text/markdown", "text/plain", "text/html"])
def test_one_changed_number_fails(tmp_path, kind):
    notebook = subject()
    for output in outputs(notebook, kind):
        text = output["data"][kind]
        digit = re.search(r"\d(?=[^\d<>]*$)|\d", text)
        if digit:
            other = str((int(digit[0]) + 1) % 10)
            output["data"][kind] = text[: digit.start()] + other + text[digit.end() :]
            break
    else:
        pytest.skip(f"the chapter has no number in {kind}")
    status, printed = nbval(notebook, tmp_path)
    assert status == 1 and "1 failed" in printed, printed


def test_one_moved_point_of_a_curve_fails(tmp_path):
    notebook = subject()
    data = outputs(notebook, "image/svg+xml")[0]["data"]
    text = data["image/svg+xml"]
    curve = max(re.finditer(r'\sd="([^"]+)"', text), key=lambda m: len(m[1]))
    point = re.search(r"\d+(\.\d+)?", curve[1])
    moved = curve[1][: point.start()] + f"{float(point[0]) + 1:g}" + curve[1][point.end() :]
    data["image/svg+xml"] = text[: curve.start(1)] + moved + text[curve.end(1) :]
    status, printed = nbval(notebook, tmp_path)
    assert status == 1 and "1 failed" in printed, printed


# What is stored


@each_notebook
def test_no_widget_state_is_stored(path):
    assert "widgets" not in read(path).metadata
    assert "application/vnd.jupyter.widget" not in path.read_text(encoding="utf-8")


@each_notebook
def test_outputs_are_stored_and_whole(path):
    cells = code_cells(path)
    assert [c.execution_count for c in cells if c.source.strip()] == list(
        range(1, len([c for c in cells if c.source.strip()]) + 1)
    ), "run python tools/notebooks.py"
    for cell in cells:
        if has_result(cell):
            assert cell.outputs, f"no stored output: {cell.source}"
        for output in cell.outputs:
            assert output.output_type != "error", cell.source
            assert output.get("name") != "stderr", cell.source
            data = output.get("data", {})
            if "image/png" in data:  # nbval does not compare PNG
                assert "image/svg+xml" in data, cell.source


@each_notebook
def test_no_leftover_of_matplotlib_is_shown(path):
    """A cell that ends in `ax.set(...)` or `ax.axis(...)` shows what the call returns."""
    for cell in code_cells(path):
        for output in cell.outputs:
            data = output.get("data", {})
            if set(data) == {"text/plain"}:
                assert not re.match(r"[(\[<{]|Text\(", data["text/plain"]), cell.source


def has_result(cell):
    """Tell whether the cell ends in a bare name, number, text or call to `display` or `show`."""
    body = ast.parse(cell.source).body
    if not body or not isinstance(body[-1], ast.Expr):
        return False
    value = body[-1].value
    return not isinstance(value, ast.Call) or "show" in ast.unparse(value.func)


# Only what is timed on the reader's own machine may differ from run to run.
MEASURING = {"barrier_times"}  # of lib.evidence.measure; the others there read the stored table
EXCUSING = re.compile(r"nbval-(?!check)\w|raises-exception|NBVAL_(?!CHECK)|PYTEST_VALIDATE_IGNORE")


def wrongly_excused(cell):
    """Say what is wrong with how a cell is excused from comparison; None if nothing is."""
    marks = [*cell.metadata.get("tags", []), *re.findall(r"#.*", cell.source)]
    marks = [mark for mark in marks if EXCUSING.search(mark)]
    if not marks:
        return None
    if marks != ["nbval-ignore-output"]:
        return f"takes the tag nbval-ignore-output alone, has {marks}"
    if not cell.source.startswith("# not compared: it measures the machine that runs it"):
        return "its first line does not say why"
    names = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
    if not names & MEASURING:
        return "measures nothing on the reader's machine"
    stored = sorted(name for name in names if name.startswith("stored"))
    return f"mixes in {stored}, which are the same everywhere" if stored else None


@each_notebook
def test_nothing_is_excused_from_comparison_but_the_readers_own_machine(path):
    for cell in code_cells(path):
        assert wrongly_excused(cell) is None, f"{wrongly_excused(cell)}: {cell.source}"


WHY = "# not compared: it measures the machine that runs it, anew each time\n"


@pytest.mark.parametrize(
    "tags, source, wrong",
    [
        ([], "table(rows)", None),
        (["hide-input", "nbval-check-output"], "table(rows)", None),
        (["nbval-ignore-output"], WHY + "table(barrier_times(2))", None),
        (["nbval-ignore-output"], "table(barrier_times(2))", "first line"),
        (["nbval-ignore-output"], "# not compared: slow\nbarrier_times(2)", "first line"),
        (["nbval-ignore-output"], WHY + "table(rows)", "measures nothing"),
        (["nbval-ignore-output"], WHY + "barrier_times(2), stored_law(2)", "stored_law"),
        (["nbval-skip"], WHY + "table(barrier_times(2))", "alone"),
        (["raises-exception"], "1 / 0", "alone"),
        ([], "# NBVAL_IGNORE_OUTPUT\n" + WHY + "table(barrier_times(2))", "alone"),
        ([], "line = 1  # PYTEST_VALIDATE_IGNORE_OUTPUT", "alone"),
    ],
)
def test_an_excuse_is_told_from_a_measurement(tags, source, wrong):
    said = wrongly_excused(nbformat.v4.new_code_cell(source, metadata={"tags": tags}))
    assert said is None if wrong is None else wrong in said


# How it is written


@each_notebook
def test_cells_are_short_and_import_by_name(path):
    for cell in code_cells(path):
        assert len(cell.source.splitlines()) <= 25, cell.source
        assert not re.search(r"import\s*\*", cell.source), cell.source


@each_notebook
def test_kernel_is_named_so_that_every_installation_has_it(path):
    assert read(path).metadata.kernelspec.name == "python3"
