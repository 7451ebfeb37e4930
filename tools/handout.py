"""Write the chapters without the solutions of their exercises.

    python tools/handout.py FOLDER                                     all chapters
    python tools/handout.py FOLDER notebooks/economics/kv_cache.ipynb

The notebooks keep their stored outputs; they need `lib` to run, as those of the book do.
"""

import argparse
import re
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
# What stands under a solution's heading ends at the next heading that is as high.
START, END = re.compile(r"#### Solution to exercise \d+$"), re.compile(r"#{1,4} ")


def without_solutions(notebook):
    """The notebook without what stands in a solution, text and cells."""
    kept, inside = [], False
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and END.match(cell.source):
            inside = bool(START.match(cell.source))
        if not inside:
            kept.append(cell)
    notebook.cells = kept
    return notebook


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", type=Path, help="default: all under notebooks/")
    options = parser.parse_args()
    paths = options.paths or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    for path in (path.resolve() for path in paths if ".ipynb_checkpoints" not in path.parts):
        target = options.folder / path.relative_to(ROOT / "notebooks")
        target.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(without_solutions(nbformat.read(path, as_version=4)), target)
        print(target)


if __name__ == "__main__":
    main()
