"""Run chapters from a clean kernel and store their outputs.

    python tools/notebooks.py                                all of them
    python tools/notebooks.py notebooks/economics/kv_cache.ipynb
    python tools/notebooks.py --check                        tell which are stale, write nothing

What is stored is the same on every run of an unchanged chapter: no widget state,
no times, cell ids and metadata that depend on the cells alone. A file is written
only if it changes.
"""

import argparse
import hashlib
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# Without the Python version: the stored file is the same on each supported one.
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"}
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
    for cell in notebook.cells:
        # Metadata that an editor adds (collapsed, times, trust) says nothing to a reader.
        cell.metadata = {k: v for k, v in cell.metadata.items() if k in ("tags", "mystnb", "nbval")}
        cell.id = cell_id(cell, seen)
        if cell.cell_type != "code":
            continue
        count += bool(cell.source.strip())
        cell.execution_count = count if cell.source.strip() else None
        cell.outputs = [output(o, cell.execution_count) for o in merged(cell.outputs)]
        cell.outputs = [o for o in cell.outputs if o]
    return notebook


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
