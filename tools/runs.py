"""Runs of chapters, kept by what they depend on.

A run depends on the chapter's code cells, on the packages, and on the files of the book that
the run itself was seen to read: modules of lib, tables of lib/data. As long as all of these say
the same, its outputs are found again; several runs of a chapter are kept, so that a change that
is taken back finds the run from before it. Of a module its code counts: comments, layout and
docstrings do not, unless something asks for docstrings.

The pages take a chapter's outputs from _build/runs/<chapter>.json: see _ext/book_runs.py.
"""

import ast
import contextlib
import functools
import hashlib
import json
import os
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = ROOT / "_build/runs"
KEPT = 6  # runs of a chapter, the newest
#: Chapters that ran for ten seconds or more when last measured, the longest first, for a build
#: that knows no times.
LONG = "your_numbers what_static_costs static_schedule scaling_a_sweep sensitivity tensor_parallel"
AT_ONCE = os.cpu_count() or 2
#: Folders whose files no run depends on: made by it, or not of the book.
OUTSIDE = ("_build", "figures", ".venv", ".git", "mutants")

#: Runs in the kernel before the first cell: notes which files of the book are opened.
WATCH = """
def _watch(root):
    import os, sys
    opened = set()
    def note(event, arguments):
        if event == "open" and isinstance(arguments[0], (str, os.PathLike)):
            path = os.path.abspath(arguments[0])
            if path.startswith(root) and not path.endswith(".pyc"):
                opened.add(path)
    sys.addaudithook(note)
    sys.modules["__main__"].__dict__.pop("_watch")
    sys._book_opened = opened
_watch({root!r})
"""
#: And after the last: tells them, and the modules, which may come compiled.
TELL = """
def _tell(root):
    import json, sys, time
    files = [getattr(m, "__file__", None) or "" for m in list(sys.modules.values())]
    read = sys._book_opened.union(f for f in files if f.startswith(root))
    print(json.dumps([sorted(read), time.process_time()]))
_tell({root!r})
"""
ASKS_FOR_DOCSTRINGS = re.compile(r"__doc__|\bhelp\(|\binspect\b")


# -- what a run depends on ------------------------------------------------------------------


def sha(*parts):
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:20]


@functools.cache
def said(name, docstrings=False):
    """A hash of what a file says; of a module, of its code."""
    path = ROOT / name
    if not path.is_file():
        return "gone"
    content = path.read_bytes()
    if path.suffix != ".py":
        return sha(content)
    tree = ast.parse(content)
    if not (docstrings or b"__doc__" in content):
        without_docstrings(tree)
    return sha(ast.dump(tree).encode())


def without_docstrings(tree):
    """Put an ellipsis in the place of each docstring of a syntax tree."""
    homes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, homes) and ast.get_docstring(node, clean=False) is not None:
            node.body[0] = ast.Expr(ast.Constant(...))


def code_of(notebook):
    """A hash of a chapter's code cells and their tags."""
    cells = [
        ["".join(cell["source"]), cell["metadata"].get("tags", [])]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    ]
    return sha(json.dumps(cells).encode())


def packages():
    """A hash of what the chapters run on."""
    return sha(said("requirements.txt").encode(), str(sys.version_info[:3]).encode())


def holds(entry, code):
    """Tell whether a kept run is what the chapter would give now."""
    return (
        entry["code"] == code
        and entry["packages"] == packages()
        and all(said(name, entry["docstrings"]) == had for name, had in entry["read"].items())
    )


# -- running --------------------------------------------------------------------------------


def run(path, timeout=None):
    """Run a chapter in a clean kernel; return it, the files of the book it read, and its seconds.

    They are the processor's: of a busy machine the wall's say little.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=timeout,
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
        shutdown_kernel="immediate",  # nothing of it is needed any more
    )
    inside = f"{ROOT}{os.sep}"
    with contextlib.ExitStack() as stack:
        if os.name != "nt":  # by files: no other kernel takes its port
            manager = client.create_kernel_manager()
            manager.transport = "ipc"
            manager.ip = f"{stack.enter_context(tempfile.TemporaryDirectory())}/kernel"
        stack.enter_context(client.setup_kernel())
        aside(client, WATCH.format(root=inside))
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        told, seconds = json.loads(aside(client, TELL.format(root=inside)))
    files = [Path(name) for name in told if name != str(path)]
    names = [file.relative_to(ROOT).as_posix() for file in files if file.is_file()]
    return notebook, [name for name in names if name.split("/")[0] not in OUTSIDE], seconds


def aside(client, code):
    """Run code that is no cell of the chapter; return what it printed."""
    import nbformat

    cell = nbformat.v4.new_code_cell(code)
    client.nb.cells.append(cell)
    client.execute_cell(cell, len(client.nb.cells) - 1, store_history=False)
    client.nb.cells.pop()
    return "".join(output.get("text", "") for output in cell.outputs)


def surroundings():
    """What the chapters run in: settings not the user's, and figures as pages take them.

    The one setting keeps out of the log that kernels talk over plain local sockets. Figures come
    without the script that the pages have anyway: see lib/book/moving.py.
    """
    profile = RUNS.parent / "ipython/profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    profile.joinpath("ipython_kernel_config.py").write_text("c.IPKernelApp.log_level = 'ERROR'\n")
    return {"IPYTHONDIR": str(profile.parent), "BOOK_STORED": "page"}


# -- keeping --------------------------------------------------------------------------------


class Runs:
    """The kept runs: an index, {chapter: [entry, newest last]}, and a file of outputs each."""

    def __init__(self):
        self.since, path = time.time(), RUNS / "index.json"
        try:
            self.index = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # none yet, or cut short
            self.index = {}

    def find(self, chapter, code):
        """Put a kept run in the chapter's place; tell whether there is one."""
        for entry in reversed(self.index.get(chapter, [])):
            kept = RUNS / "kept" / entry["file"]
            if holds(entry, code) and kept.exists():
                place(chapter, kept.read_text(encoding="utf-8"))
                return True
        return False

    def keep(self, chapter, notebook, read, seconds):
        """Store a run and put it in the chapter's place."""
        source = "".join(c.source for c in notebook.cells if c.cell_type == "code")
        docstrings = bool(ASKS_FOR_DOCSTRINGS.search(source))
        outputs = [c.outputs for c in notebook.cells if c.cell_type == "code"]
        code = code_of(notebook)
        text = json.dumps({"code": code, "outputs": outputs})
        entry = {
            "code": code,
            "packages": packages(),
            "docstrings": docstrings,
            "read": {name: said(name, docstrings) for name in read},
            "seconds": round(seconds, 1),
            "file": f"{sha(chapter.encode(), text.encode())}.json",
        }
        write(RUNS / "kept" / entry["file"], text)
        place(chapter, text)
        if any((ROOT / name).stat().st_mtime > self.since for name in read):
            return  # changed meanwhile: nobody knows which of the two it read
        entries = [*self.index.get(chapter, []), entry]
        for old in entries[:-KEPT]:
            if old["file"] not in {new["file"] for new in entries[-KEPT:]}:
                (RUNS / "kept" / old["file"]).unlink(missing_ok=True)
        self.index[chapter] = entries[-KEPT:]
        write(RUNS / "index.json", json.dumps(self.index, indent=1))

    def seconds(self, chapter, path):
        """About how many of the processor's seconds a chapter will take."""
        if entries := self.index.get(chapter):
            return entries[-1]["seconds"]
        long = LONG.split()
        return 10 + len(long) - long.index(path.stem) if path.stem in long else 5


def place(chapter, text):
    """Write what the pages read of a chapter, if it is not what stands there."""
    path = RUNS / f"{chapter}.json"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write(path, text)


def write(path, text):
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.part")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def refresh(chapters, timeout, say):
    """Run those chapters of which no kept run holds, the longest first; return what failed."""
    os.environ |= surroundings()
    runs, stale, failed = Runs(), [], []
    for chapter in chapters:
        path = ROOT / f"{chapter}.ipynb"
        if path.exists():
            code = code_of(json.loads(path.read_text(encoding="utf-8")))
            if not runs.find(chapter, code):
                stale.append((chapter, path))
    stale.sort(key=lambda one: -runs.seconds(*one))

    # A kernel is a process of its own: the threads only wait.
    pool = ThreadPoolExecutor(AT_ONCE)
    started = {pool.submit(run, path, timeout): chapter for chapter, path in stale}
    try:
        for number, one in enumerate(as_completed(started), 1):
            chapter = started[one]
            try:
                notebook, read, seconds = one.result()
            except Exception as error:  # said here, whatever it was; the others go on
                failed.append(chapter)
                say(f"{chapter} failed:\n{error}")
                continue
            runs.keep(chapter, notebook, read, seconds)
            say(f"{number} of {len(stale)}: {chapter} ran, {seconds:.0f} s of processor")
    finally:
        pool.shutdown(cancel_futures=True)
    return failed
