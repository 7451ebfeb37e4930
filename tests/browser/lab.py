"""A JupyterLab as Binder would start it, and what the tests do in it.

It runs in an environment of what binder/requirements.txt names and nothing else, on a copy of the
book in _build/jupyter/book, so that nothing a test does reaches the repository. The environment
stays until the files that it was made from change.
"""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

ROOT = Path(__file__).resolve().parents[2]
JUPYTER = ROOT / "_build/jupyter"
BOOK = JUPYTER / "book"
TOKEN = "a-token-as-binder-gives-one"
NOT_KEPT = "tests", "*.c", "*.pyx", "*.map"  # of the packages, as in binder/Dockerfile
NOT_COPIED = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.egg-info")


def environment():
    """Copy the book, install what binder/Dockerfile does, and return the Python that has it."""
    shutil.rmtree(BOOK, ignore_errors=True)
    shutil.copytree(ROOT, BOOK, ignore=NOT_COPIED)
    recipe = [sys.version, *(BOOK / f"binder/{n}" for n in ("Dockerfile", "requirements.txt"))]
    recipe = "\n".join(part if isinstance(part, str) else part.read_text() for part in recipe)
    made_from = hashlib.sha256(recipe.encode()).hexdigest()
    folder, stamp = JUPYTER / "env", JUPYTER / "env.sha256"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not stamp.exists() or stamp.read_text() != made_from:
        stamp.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", folder])
        # Modules are compiled when they are first imported, which most never are.
        pip = [python, "-m", "pip", "install", "--quiet", "--no-compile"]
        run([*pip, "-r", "binder/requirements.txt"])
        for name in NOT_KEPT:
            for path in [*folder.glob(f"**/site-packages/**/{name}")]:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        stamp.write_text(made_from)
    return python


def run(command):
    """Run a command in the copied book; show its output if it fails."""
    result = subprocess.run(command, cwd=BOOK, env=bare(), capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"{command} gave {result.returncode}:\n{result.stdout}{result.stderr}")


ELSEWHERE = ("BOOK", "PYTHON", "JUPYTER", "IPYTHON", "VIRTUAL_ENV", "COV_", "PYTEST")


def bare():
    """Return this process's environment without what points a Python or a Jupyter elsewhere."""
    return {k: value for k, value in os.environ.items() if not k.startswith(ELSEWHERE)}


@contextlib.contextmanager
def alone():
    """Wait until no other run of the tests uses the copied book, where the system can tell."""
    JUPYTER.mkdir(parents=True, exist_ok=True)
    with open(JUPYTER / "lock", "w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)  # given back when the file is closed
        yield


@contextlib.contextmanager
def started():
    """Start JupyterLab on the copied book, with settings of its own; yield its address."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(alone())
        python = environment()
        settings = stack.enter_context(tempfile.TemporaryDirectory())
        log = stack.enter_context(open(JUPYTER / "lab.log", "wb"))
        places = {
            f"JUPYTER_{kind}_DIR": f"{settings}/{kind.lower()}"
            for kind in ("CONFIG", "DATA", "RUNTIME")
        }
        command = [python, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        command += ["--ip=localhost", "--ServerApp.port=0", f"--IdentityProvider.token={TOKEN}"]
        command += [f"--ServerApp.root_dir={BOOK}"]
        # For the tests alone: they ask the application what it shows.
        command += ["--LabApp.expose_app_in_browser=True"]
        server = subprocess.Popen(
            command,
            cwd=BOOK,
            env=bare() | places | {"IPYTHONDIR": f"{settings}/ipython", "PYTHONPATH": str(BOOK)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield address(server, Path(settings, "runtime"))
        finally:
            server.terminate()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def address(server, runtime, seconds=300):
    """Wait until the server has said where it is; return that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):  # half written
                return json.loads(file.read_text())["url"].rstrip("/")
        time.sleep(0.1)
    raise RuntimeError(f"no JupyterLab:\n{JUPYTER.joinpath('lab.log').read_text()}")


# The notebook of that path, by its path: a window without focus has no current widget.
PANEL = """const panel = [...jupyterapp.shell.widgets('main')]
    .find(widget => widget.context?.path === arguments[0]);"""

# Every cell that is not folded away stands there, and every Markdown cell with its words set.
DRAWN = """return panel.content.widgets.every(cell => cell.isHidden || !cell.isPlaceholder()
    && (cell.model.type !== 'markdown' || cell.inputArea.renderedInput?.isAttached))"""


class Lab:
    """A JupyterLab opened in a browser."""

    def __init__(self, driver, address):
        self.driver, self.address, self.path = driver, address, None
        driver.set_script_timeout(300)
        driver.resize(1400, 1000)

    def start(self, path=None):
        """Open the application, as an address opens it that names a notebook if one is given."""
        tree = f"/tree/{path}" if path else ""
        self.driver.get(f"{self.address}/lab{tree}?token={TOKEN}")
        self.driver.wait("return !!window.jupyterapp", 300)
        self.ask("await jupyterapp.restored")

    def open(self, path):
        """Open a notebook; wait until its kernel answers and it is drawn."""
        self.path = path
        self.ask("await jupyterapp.commands.execute('docmanager:open', {path: args[0]})", path)
        said = f"JupyterLab did not open {path}"
        self.driver.wait(f"{PANEL} return !!panel?.sessionContext", 60, [path], said)
        self.ask(
            "await panel.context.ready; await panel.revealed; await panel.sessionContext.ready"
        )
        self.driver.wait(f"{PANEL} {DRAWN}", 300, [path], f"JupyterLab did not draw {path}")

    def run_all(self):
        """Run all cells, by the command that the menu has, and wait for the last."""
        self.ask(
            """window.ran = false;
            for (const {model} of panel.content.widgets)
                if (model.type === 'code') model.clearExecution();
            const all = {semanticWidget: panel.id};
            jupyterapp.commands.execute('notebook:run-all-cells', all)
                .finally(() => { window.ran = true; });"""
        )
        self.driver.wait("return window.ran", 600)

    def save(self):
        """Write the notebook, also if nothing in it was changed."""
        self.ask("panel.context.model.dirty = true; await panel.context.save()")

    def close(self):
        """Shut the notebook's kernel down and close the notebook without saving it."""
        self.ask("await panel.sessionContext.shutdown(); panel.dispose()")

    def cells(self):
        """Return the notebook's cells as the application has them, in nbformat."""
        return self.ask("return panel.content.model.sharedModel.cells.map(cell => cell.toJSON())")

    def look(self, script):
        """Return what a script finds in the notebook, whose element is `page`."""
        return self.ask(f"const page = panel.content.node; {script}")

    def ask(self, script, *args):
        """Run a script that may await, and return what it returns; `panel` is the notebook."""
        value, error = self.driver.execute_async_script(
            f"""const [path, ...args] = [...arguments], done = args.pop();
            const panel = window.jupyterapp && [...jupyterapp.shell.widgets('main')]
                .find(widget => widget.context?.path === path);
            (async () => {{ {script} }})()
                .then(value => done([value, null]), e => done([null, String(e?.stack || e)]));""",
            self.path,
            *args,
        )
        if error:
            raise RuntimeError(error)
        return value
