"""Every chapter in a real JupyterLab, in an environment made from requirements.txt alone.

There is one server and one browser for all of them: with several workers of pytest, let one
have this file (--dist loadfile).
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lab import ROOT, Lab, started
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


def chapters():
    """Return the notebooks of the table of contents, in its order."""
    toc = yaml.safe_load(ROOT.joinpath("_toc.yml").read_text(encoding="utf-8"))
    files = [toc["root"]]
    files += [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]
    return [f"{file}.ipynb" for file in files if ROOT.joinpath(f"{file}.ipynb").exists()]


@pytest.fixture(scope="module")
def lab(chromium):
    """A JupyterLab, opened at the book's first page as a launch button opens it."""
    with started() as address:
        lab = Lab(chromium, address)
        lab.open_at(chapters()[0])
        yield lab


@pytest.fixture(scope="module", params=chapters())
def chapter(request, lab):
    """A chapter, opened and run from its first cell to its last."""
    lab.driver.get_log("browser")
    lab.driver.get_log("performance")
    lab.open(request.param)
    lab.run_all()
    yield lab
    lab.close()


def sources(kind):
    """Return whether a cell is of a kind and not empty, as a function of the cell."""
    return lambda cell: cell["cell_type"] == kind and cell["source"].strip()


def test_every_cell_runs_without_an_error(chapter):
    code = list(filter(sources("code"), chapter.cells()))
    outputs = [output for cell in code for output in cell["outputs"]]
    assert [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"] == []
    assert code
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))


BOXES = ".jp-OutputArea figure.live"
PICTURE = """return [...arguments[0].querySelectorAll('svg.figure, .readout')]
    .map(e => e.outerHTML).join()"""


def moving(chapter):
    """Check that every figure that moves follows the keys on each of its sliders."""
    driver = chapter.driver
    texts = ["".join(o.get("data", {}).get("text/html", "")) for c in chapter.cells()
             for o in c.get("outputs", [])]  # fmt: skip
    count = sum('<figure class="live"' in text for text in texts)
    ready = f"return document.querySelectorAll('{BOXES}[data-moves]').length >= {count}"
    driver.wait(ready)
    boxes = driver.find_elements(By.CSS_SELECTOR, BOXES)
    assert len(boxes) == count
    for box in boxes:
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
        before = driver.wait(PICTURE, values=[box])
        for slider in box.find_elements(By.CSS_SELECTOR, "[type=range]"):
            was = slider.get_attribute("aria-valuetext")
            high = float(slider.get_attribute("value")) >= float(slider.get_attribute("max"))
            slider.send_keys(Keys.ARROW_LEFT if high else Keys.ARROW_RIGHT)
            driver.wait("return arguments[0].getAttribute('aria-valuetext') !== arguments[1]",
                        values=[slider, was])  # fmt: skip
            assert driver.switch_to.active_element == slider
        driver.wait(PICTURE.replace("return", "return arguments[1] !==", 1), values=[box, before])


def test_moving_figures_follow_a_slider(chapter):
    moving(chapter)


PROSE = """return [...document.querySelectorAll('.jp-Notebook .myst')].map(e => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll('.katex, code, pre').forEach(part => part.remove());
    return copy.textContent;
})"""


def test_directives_and_formulas_are_rendered(chapter):
    driver = chapter.driver
    cells = list(filter(sources("markdown"), chapter.cells()))
    markdown = "\n".join(cell["source"] for cell in cells)
    prose = driver.execute_script(PROSE)
    assert len(prose) >= len(cells)
    raw = re.compile(r"`{3}|:::|\{[a-z:-]+\}|^:[a-z]+:|\$\$", re.MULTILINE)
    assert [match[0] for text in prose for match in raw.finditer(text)] == []
    assert driver.find_elements(By.CSS_SELECTOR, ".myst .katex-error") == []
    if "$$" in markdown:
        assert driver.find_elements(By.CSS_SELECTOR, ".myst .katex-display")

    def shown(selector):
        return driver.execute_script(
            """return [...document.querySelectorAll(arguments[0])].map(e => {
            e.scrollIntoView();
            const seen = e.checkVisibility() && e.getBoundingClientRect().height > 10;
            return seen ? e.textContent : 'hidden: ' + e.textContent;
            })""",
            selector,
        )

    # A {solution-end} is such a box too, an empty one.
    exercises = [text for text in shown("aside.myst-exercise") if text.removeprefix("hidden: ")]
    assert len(exercises) == len(re.findall(r"^```\{exercise\}", markdown, re.MULTILINE))
    assert all(re.match(r"Exercise\s\d+", exercise) for exercise in exercises)
    solutions = shown("details.myst-exercise > summary")
    assert len(solutions) == len(re.findall(r"^```\{solution(-start)?\}", markdown, re.MULTILINE))
    assert all(re.match(r"(Start of )?Solution to", solution) for solution in solutions)


def test_figures_move_without_a_kernel_and_after_the_notebook_was_saved(chapter):
    """It opens the notebook again, and leaves it without a kernel."""
    path = chapter.ask("return jupyterapp.shell.currentWidget.context.path")
    chapter.ask("await jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    moving(chapter)
    chapter.ask("await jupyterapp.shell.currentWidget.context.save()")
    chapter.close()
    chapter.open(path)
    chapter.ask("await jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    moving(chapter)


def of_the_book(message, labels):
    """Tell whether a message of the console is not one that JupyterLab owes itself.

    jupyterlab-myst knows one notebook at a time and misses what stands in another; the words
    that refer to it read well all the same.
    """
    missing = re.findall(r"Cross reference target was not found: ([^\\\"]+)", message)
    return not missing or bool(labels & set(missing))


def test_the_console_reports_no_error(chapter):
    """The last one of a chapter: it also hears what the others caused."""
    markdown = "\n".join(cell["source"] for cell in filter(sources("markdown"), chapter.cells()))
    labels = set(re.findall(r"^:(?:label|name): *(\S+)|^\((\S+)\)=", markdown, re.MULTILINE))
    labels = {label for pair in labels for label in pair if label}
    assert [c for c in chapter.driver.complaints() if of_the_book(c, labels)] == []
    others = [
        address
        for address in chapter.driver.requests()
        if address.startswith("http") and not address.startswith(chapter.address)
    ]
    assert others == []


def test_binder_accepts_the_repository_and_installs_it_as_the_tests_do():
    """repo2docker writes its Dockerfile; nothing is built, and no Docker is needed."""
    result = subprocess.run(
        [Path(sys.executable).with_name("jupyter-repo2docker"), "--no-build", "--debug", ROOT],
        capture_output=True,
        text=True,
    )
    written = result.stdout + result.stderr
    assert result.returncode == 0, written
    assert re.findall(r"pip install.*", written) == [
        'pip install --no-cache-dir -r "binder/requirements.txt"'
    ]
    version = ROOT.joinpath("binder/runtime.txt").read_text().strip().removeprefix("python-")
    assert f"python={version}" in written
