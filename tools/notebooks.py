"""Store in the chapters what they give when they are run from a clean kernel.

    python tools/notebooks.py                                all of them
    python tools/notebooks.py notebooks/economics/kv_cache.ipynb
    python tools/notebooks.py --check                        tell which are stale, write nothing

A chapter of which a run is kept that still holds, as tools/build.py leaves it, is not run again:
see tools/runs.py. What is stored is the same on every run of an unchanged chapter: no widget
state, no times, cell ids and metadata that depend on the cells alone. A file is written only if
it changes. What the pages fold is folded in Jupyter too, and the metadata are those that
JupyterLab writes: see tools/stored.py.
"""

import argparse
import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path

import nbformat
import runs
from env import alone
from stored import KERNEL, LANGUAGE, fold

from lib.book.moving import kept

ROOT = Path(__file__).resolve().parent.parent
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


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


def guarded(path):
    """Write that cell into a chapter that lacks it."""
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    sources = [cell.source for cell in notebook.cells]
    with_guard(notebook)
    if sources != [cell.source for cell in notebook.cells]:
        path.write_text(nbformat.writes(tidy(notebook)) + "\n", encoding="utf-8")


def guard():
    """Return that first cell, with the repository's address if pyproject.toml has it."""
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    address = project.get("urls", {}).get("Repository", "https://ADDRESS-OF-THE-REPOSITORY")
    return GUARD.replace("ADDRESS", address)


GUARD = """\
try:
    import lib
except ModuleNotFoundError as missing:
    if missing.name != "lib":
        raise
    raise ModuleNotFoundError(
        "This chapter calls the package `lib` of its book. Where the chapter stands alone, "
        "as in Colab, install that in a cell above this one, and run all cells:\\n\\n"
        "    %pip install git+ADDRESS"
    ) from None"""


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


def as_kept(output):
    """An output as it is stored: of a figure that moves no data, but a digest of them."""
    data = output.get("data", {})
    if '<figure class="live"' in (text := "".join(data.get("text/html", ""))):
        data["text/html"] = kept(text)
    return output


def process(chapter, check):
    """Compare a chapter with its last run, or store that; return what to say and if all is well."""
    path = ROOT / f"{chapter}.ipynb"
    before = path.read_text(encoding="utf-8")
    notebook, stored = (nbformat.reads(before, as_version=4) for _ in range(2))
    run = json.loads((runs.RUNS / f"{chapter}.json").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell, outputs in zip(cells, run["outputs"], strict=True):
        cell.outputs = [nbformat.from_dict(as_kept(one)) for one in outputs]
    keep_excused(notebook, stored)
    after = nbformat.writes(tidy(notebook)) + "\n"
    if after == before:
        return "unchanged", True
    if check:
        return f"stale, {where(notebook, stored)}", False
    path.write_text(after, encoding="utf-8")
    return "written", True


def where(notebook, stored):
    """The first code cell whose outputs differ, in words."""
    for now, was in zip(notebook.cells, stored.cells, strict=True):
        if now.get("outputs") != was.get("outputs"):
            return f"cell {now.execution_count} gives something else: {now.source[:60]!r}"
    return "in its metadata or the numbers of its cells"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="default: all under notebooks/")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if one is stale")
    options = parser.parse_args()
    paths = options.paths or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    paths = [p.resolve() for p in paths if ".ipynb_checkpoints" not in p.parts]
    outside = [path for path in paths if not path.is_relative_to(ROOT)]
    if outside:
        parser.error(f"paths: got {outside[0]}; takes chapters of {ROOT}")
    chapters = [path.relative_to(ROOT).with_suffix("").as_posix() for path in paths]
    for path in paths if not options.check else ():
        guarded(path)

    def say(message):
        print(message, flush=True)

    with alone("build"):
        failed = runs.refresh(chapters, 300, say)
    results = {name: process(name, options.check) for name in chapters if name not in failed}
    for chapter, (message, _) in results.items():
        say(f"{chapter}.ipynb: {message}")
    well = sum(good for _, good in results.values())
    say(f"{well} passed, {len(chapters) - well} failed")
    sys.exit(0 if well == len(chapters) else 1)


if __name__ == "__main__":
    main()
