"""JupyterLite with the chapters, in Chromium, where the extra `lite` is installed.

What is compiled for Pyodide comes from its usual host, which no test asks. So a chapter
runs here only with a local copy of Pyodide in PYODIDE; without one its kernel starts, and
the chapter asks for that and for nothing else.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/browser"))

from lab import Lab  # noqa: E402
from pages import CHROMEDRIVER, CHROMIUM, browser, served  # noqa: E402

constants = pytest.importorskip("jupyterlite_pyodide_kernel.constants")
PYODIDE = os.environ.get("PYODIDE")
COMPILED = {"contourpy", "kiwisolver", "matplotlib", "numpy", "pandas", "pillow", "scipy"}
CHAPTERS = [p.relative_to(ROOT).as_posix() for p in sorted(ROOT.glob("notebooks/**/*.ipynb"))]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of a site that has JupyterLite in it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, ROOT / "tools/lite.py", "--to", folder / "lite"]
    command += ["--pyodide", PYODIDE] if PYODIDE else []
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module")
def lite(site):
    """JupyterLite in a browser that reaches no other host."""
    if not (CHROMIUM and CHROMEDRIVER):
        pytest.skip("no browser is installed: JupyterLite was not opened")
    with served(site) as address, browser() as driver:
        yield Lab(driver, f"{address}/lite")


def opened(lite, chapter):
    """Open a chapter by the address that the button on its page has."""
    lite.driver.get_log("browser")
    lite.driver.get(f"{lite.address}/lab/index.html?path={chapter}")
    lite.driver.wait("return !!window.jupyterapp?.shell?.currentWidget?.sessionContext", 100)
    lite.open(chapter)


def errors(lite):
    """Return what cells raised, in words."""
    outputs = [o for cell in lite.cells() for o in cell.get("outputs", [])]
    return [o["evalue"] for o in outputs if o["output_type"] == "error"]


def test_the_lock_names_this_site_and_pyodides_host_only(site):
    static = site / "lite/static/pyodide"
    packages = json.loads((static / "book-lock.json").read_text())["packages"]
    for package in packages.values():
        file = package["file_name"]
        assert file.startswith(constants.PYODIDE_CDN_URL) or static.joinpath(file).exists()
    assert not urlsplit(packages["space-for-time"]["file_name"]).scheme
    assert packages["space-for-time"]["imports"] == ["lib"]


def test_cells_are_those_of_the_book(site):
    for chapter in CHAPTERS:
        ours, theirs = (
            ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]
            for path in (ROOT / chapter, site / "lite/files" / chapter)
        )
        assert ours == theirs, chapter


def test_python_starts_and_a_chapter_asks_for_compiled_packages_only(lite):
    opened(lite, CHAPTERS[0])
    said = lite.ask(
        """const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
        const said = [], request = kernel.requestExecute({code: args[0]});
        request.onIOPub = ({content}) => said.push(content.text || content.evalue || '');
        await request.done;
        return said.join('');""",
        "import ipywidgets, os, simpy; ipywidgets.IntSlider(); print(os.getcwd(), simpy.__name__)",
    )
    assert said.split() == [f"/drive/{Path(CHAPTERS[0]).parent.as_posix()}", "simpy"]
    if PYODIDE:
        return
    lite.run_all()
    (error,) = errors(lite)
    assert error in {f"No module named {name!r}" for name in COMPILED}
    failed = {
        name.strip().lower()
        for entry in lite.driver.get_log("browser")
        for names in re.findall(r'Failed to load ([^"]+)', entry["message"])
        for name in names.split(",")
    }
    assert (
        failed - {"resource: the server responded with a status of 404 (file not found)"}
        == COMPILED
    )


MOVES = """
import ipywidgets
drawings = [ipywidgets.HTML(f"<b class='drawing'>{text}</b>") for text in ("one", "two")]
stack = ipywidgets.Stack(drawings, selected_index=0)
slider = ipywidgets.SelectionSlider(options=["one", "two"])
stack.link = ipywidgets.jslink((slider, "index"), (stack, "selected_index"))
ipywidgets.VBox([slider, stack])
"""


def test_figures_can_move(lite):
    """Widgets linked in the browser, which alone would need no Python."""
    opened(lite, CHAPTERS[-1])
    lite.ask(
        """const {content: notebook} = jupyterapp.shell.currentWidget;
        const place = notebook.widgets.findIndex(cell => cell.model.type === 'code');
        notebook.activeCellIndex = place;
        notebook.activeCell.model.sharedModel.setSource(args[0]);
        await jupyterapp.commands.execute('notebook:run-cell');""",
        MOVES,
    )
    shown = "return document.querySelector('.jp-OutputArea .drawing')?.innerText"
    lite.driver.wait(f"{shown} === 'one'", 100)
    lite.driver.find_element(By.CSS_SELECTOR, "[role=slider]").send_keys(Keys.ARROW_RIGHT)
    lite.driver.wait(f"{shown} === 'two'")


@pytest.mark.skipif(not PYODIDE, reason="no local copy of Pyodide in PYODIDE: no chapter was run")
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_runs(lite, chapter):
    opened(lite, chapter)
    lite.run_all()
    # A browser starts no threads, which one cell of this chapter measures.
    threads = ["can't start new thread"] * ("tail_at_scale" in chapter)
    assert errors(lite) == threads
