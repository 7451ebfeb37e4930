"""The book's figures that compute, asked from outside.

    python tools/live_figures.py --list     every live figure of the book with its inputs
    python tools/live_figures.py NAME       outputs for each line of inputs, computed by the models

Their numbers come from the models: the chapter that shows a figure is run up to it, and its
function is called, never the tape that a page computes with.
"""

import contextlib
import html
import io
import json
import os
import re
import sys
from functools import cache
from pathlib import Path

import numpy as np

from lib.book.live import REGISTER

ROOT = Path(__file__).resolve().parents[1]


def stored():
    """Every live figure of the stored chapters: name -> (notebook, what is told of its inputs)."""
    found = {}
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            for out in cell.get("outputs", ()):
                text = "".join(out.get("data", {}).get("text/html", ""))
                for name, told in re.findall(
                    r"data-live=\"([^\"]+)\" data-inputs=\"([^\"]*)\"", text
                ):
                    found[name] = path, json.loads(html.unescape(told))
    return found


def figure(name):
    """A live figure by its name: its chapter is run up to it, once."""
    known = stored()
    if name not in known:
        raise ValueError(f"name: got {name!r}; takes one of {', '.join(known)}")
    path = known[name][0]
    return chapter(path, frozenset(n for n in known if known[n][0] == path))[name]


@cache
def chapter(path, wanted):
    """The live figures of a chapter by their names: its cells are run as they stand."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    space, here = {"__name__": "__main__"}, os.getcwd()
    os.chdir(path.parent)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            for source in sources:
                exec(compile(source, str(path), "exec"), space)
                if wanted <= set(REGISTER):
                    break
    finally:
        os.chdir(here)
    return {name: REGISTER[name] for name in wanted}


def main(arguments):
    """The command line; see the module."""
    if arguments == ["--list"]:
        told = [{"name": n, "notebook": path.relative_to(ROOT).as_posix(), "inputs": inputs}
                for n, (path, inputs) in stored().items()]  # fmt: skip
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if len(arguments) != 1:
        sys.exit("takes --list or the name of a live figure")
    made = figure(arguments[0])
    for line in sys.stdin:
        try:
            found = made.outputs(json.loads(line))  # JSON has no infinity: null
            plain = {n: v if np.isfinite(v) else None for n, v in found.items()}
            print(json.dumps(plain), flush=True)
        except ValueError as error:
            print(json.dumps({"error": str(error)}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
