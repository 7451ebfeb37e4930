"""Run chapters from a clean kernel and store their outputs.

    python tools/notebooks.py                                all of them
    python tools/notebooks.py notebooks/economics/kv_cache.ipynb
    python tools/notebooks.py --check                        tell which are stale, write nothing

What is stored is the same on every run of an unchanged chapter: no widget state,
no times, cell ids and metadata that depend on the cells alone. A file is written
only if it changes. What the pages fold is folded in Jupyter too, and the metadata are
those that JupyterLab writes: see jupyter_server_config.py.
"""

import argparse
import hashlib
import os
import re
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
# One version of Python, so that the stored file is the same on each supported one.
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": "3.11.7",
}
SOLUTION = "#### Solution to exercise "
FOLDED = {"hide-input": ["source"], "remove-cell": ["source"], "hide-output": ["outputs"]}
FOLDED["hide-cell"] = ["source", "outputs"]
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def execute(notebook, path):
    """Run a notebook in its own folder, in place."""
    os.environ["BOOK_STORED"] = "1"  # figures without their script: see lib/book/live.py
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
    )
    client.execute()


def tidy(notebook):
    """Leave only what depends on the cells and their results."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = {"kernelspec": KERNEL, "language_info": LANGUAGE}
    count, seen = 0, set()
    fold(notebook.cells)
    for cell in notebook.cells:
        cell.id = cell_id(cell, seen)
        if cell.cell_type != "code":
            continue
        count += bool(cell.source.strip())
        cell.execution_count = count if cell.source.strip() else None
        cell.outputs = [output(o, cell.execution_count) for o in merged(cell.outputs)]
        cell.outputs = [o for o in cell.outputs if o]
    return notebook


def fold(cells):
    """Fold in Jupyter what the pages fold: code by its tags, and what stands in a solution.

    Other metadata that an editor adds (times, trust, what a reader unfolded) goes.
    """
    for cell in cells:
        kept = {k: v for k, v in cell["metadata"].items() if k in ("tags", "mystnb", "nbval")}
        parts = {part for tag in kept.get("tags", ()) for part in FOLDED.get(tag, ())}
        if parts:
            kept["jupyter"] = {f"{part}_hidden": True for part in sorted(parts)}
        if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith(SOLUTION):
            kept["jp-MarkdownHeadingCollapsed"] = True
        cell["metadata"] = kept


def with_guard(notebook):
    """Let a chapter that calls `lib` first say what to do where there is none."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not any(re.search(r"^\s*(from|import) lib\b", cell.source, re.M) for cell in code):
        return
    if "remove-cell" in code[0].metadata.get("tags", ()):
        code[0].source = guard()
    else:
        tags = {"tags": ["remove-cell"]}
        place = notebook.cells.index(code[0])
        notebook.cells.insert(place, nbformat.v4.new_code_cell(guard(), metadata=tags))


def guard():
    """Return that first cell, with the repository's address if pyproject.toml has it."""
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    address = project.get("urls", {}).get("Repository", "https://ADDRESS-OF-THE-REPOSITORY")
    return GUARD.replace("ADDRESS", address)


GUARD = """\
from importlib.util import find_spec

if not find_spec("lib"):
    raise ModuleNotFoundError(
        "This chapter calls the package `lib` of its book. Where the chapter stands alone, "
        "as in Colab, install that in a cell above this one, and run all cells:\\n\\n"
        "    %pip install git+ADDRESS"
    )"""


def keep_excused(notebook, stored):
    """Give a cell that measures this machine its stored output back, if it is the same cell."""
    outputs = {cell.source: cell.outputs for cell in stored.cells if cell.cell_type == "code"}
    for cell in notebook.cells:
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            cell.outputs = outputs.get(cell.source) or cell.outputs


def cell_id(cell, seen):
    """Return an id that follows from what the cell says, so that running it changes nothing."""
    number = 0
    while True:
        text = f"{cell.cell_type}\0{cell.source}\0{number}"
        found = hashlib.sha256(text.encode()).hexdigest()[:8]
        if found not in seen:
            seen.add(found)
            return found
        number += 1


def merged(outputs):
    """Return outputs with what was printed in pieces as one: where it is cut is chance."""
    whole = []
    for item in outputs:
        if whole and item.output_type == "stream" and item.name == whole[-1].get("name"):
            whole[-1].text += item.text
        else:
            whole.append(item)
    return whole


def output(item, count):
    """Return an output without widget views (no state is stored) and with its cell's number."""
    if "data" in item:
        item.data.pop(WIDGET_VIEW, None)
        if not item.data:
            return None
        item.metadata = {}
    if item.output_type == "execute_result":
        item.execution_count = count
    return item


def process(path, check):
    """Run one notebook; return what to say of it and whether all is well."""
    start = time.monotonic()
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    with_guard(notebook)
    try:
        execute(notebook, path)
    except CellExecutionError as error:
        return f"failed: {error}", False
    keep_excused(notebook, nbformat.reads(before, as_version=4))
    after = nbformat.writes(tidy(notebook)) + "\n"
    took = f"{time.monotonic() - start:.1f} s"
    if after == before:
        return f"unchanged, {took}", True
    if check:
        return f"stale, {took}", False
    path.write_text(after, encoding="utf-8")
    return f"written, {took}", True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="default: all under notebooks/")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if one is stale")
    options = parser.parse_args()
    paths = options.paths or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    paths = [p.resolve() for p in paths if ".ipynb_checkpoints" not in p.parts]
    well = True
    # Two at a time: kernels are processes of their own.
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda p: process(p, options.check), paths)
        for path, (message, good) in zip(paths, results, strict=True):
            name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
            print(f"{name}: {message}", flush=True)
            well &= good
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
