"""A chapter's page shows what its last run gave: see tools/runs.py, which runs it.

The stored notebook has the same outputs, but of drawings made ahead only the first. Where no run
is there, as when only the links are checked, the page shows what is stored.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import runs  # noqa: E402


def put_outputs(app, docname, source):
    """Put the outputs of the last run into a notebook that is about to be read."""
    path = runs.RUNS / f"{docname}.json"
    if not path.exists() or not app.env.doc2path(docname).endswith(".ipynb"):
        return
    app.env.note_dependency(str(path))
    notebook, run = json.loads(source[0]), json.loads(path.read_text(encoding="utf-8"))
    if runs.code_of(notebook) != run["code"]:
        return
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell, outputs in zip(cells, run["outputs"], strict=True):
        cell["outputs"] = outputs
    source[0] = json.dumps(notebook)


def read_at_once(app, env, docnames):
    """Let pages be read by several processes, whatever says nothing of it: it is for LaTeX, or
    numbers sections once all are read."""
    for extension in app.extensions.values():
        if extension.parallel_read_safe is None:
            extension.parallel_read_safe = True


def setup(app):
    app.connect("source-read", put_outputs)
    app.connect("env-before-read-docs", read_at_once)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
