"""Every chapter in a real JupyterLab, in an environment made from binder/requirements.txt alone.

There is one server and one browser for all of them: with several workers of pytest, let one
have this file (--dist loadfile). A chapter is looked at as a reader finds it, saved, and then run.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lab import BOOK, JUPYTER, NOT_KEPT, PANEL, ROOT, Lab, started
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lib.book.moving import STILL


def chapters():
    """Return the notebooks of the table of contents, in its order."""
    toc = yaml.safe_load(ROOT.joinpath("_toc.yml").read_text(encoding="utf-8"))
    files = [toc["root"]]
    files += [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]
    return [f"{file}.ipynb" for file in files if ROOT.joinpath(f"{file}.ipynb").exists()]


@pytest.fixture(scope="module")
def lab(chromium):
    """A JupyterLab in the browser."""
    with started() as address:
        lab = Lab(chromium, address)
        lab.start()
        yield lab


@pytest.fixture(scope="module", params=chapters())
def stored(request, lab):
    """A chapter as it is stored, opened and not run."""
    lab.driver.get_log("browser")
    lab.driver.get_log("performance")
    lab.open(request.param)
    yield lab
    lab.close()


@pytest.fixture(scope="module")
def chapter(stored):
    """The chapter, run from its first cell to its last."""
    stored.run_all()
    return stored


def of_kind(kind, cells):
    return [cell for cell in cells if cell["cell_type"] == kind and cell["source"].strip()]


# As it is stored

PROSE = """return [...page.querySelectorAll('.jp-RenderedMarkdown')].map(e => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll('mjx-container, code, pre').forEach(part => part.remove());
    return copy.textContent;
})"""


def test_text_has_no_raw_role_directive_or_formula(stored):
    raw = re.compile(r"`{3}|:::|\{[a-z:-]+\}`|^:[a-z]+:|\$\$|\]\(", re.MULTILINE)
    prose = stored.look(PROSE)
    assert prose
    assert [match[0] for text in prose for match in raw.finditer(text)] == []
    assert (
        stored.look(
            "return page.querySelectorAll('mjx-merror, .jp-RenderedMarkdown a:not([href])').length"
        )
        == 0
    )


SET = """return panel.content.widgets.filter(cell => !cell.isPlaceholder()).map(cell => {
    const outputs = (cell.model.toJSON().outputs ?? []).map(o => o.data?.['text/markdown'] ?? '');
    const text = cell.model.type === 'markdown' ? cell.model.sharedModel.source
        : outputs.flat().join('\\n');
    return [text, cell.node.querySelectorAll('mjx-container').length];
})"""


def test_formulas_are_set_and_dollars_are_none(stored):
    """Of two escaped dollar signs in one paragraph JupyterLab makes a formula."""
    code = re.compile(r"^```.*?^```|`[^`]+`", re.MULTILINE | re.DOTALL)
    formula = re.compile(r"\$\$.+?\$\$|(?<![\\$])\$[^$]+?(?<!\\)\$", re.DOTALL)
    found = [(text, count) for text, count in stored.look(SET) if text]
    assert found
    assert [
        text for text, count in found if len(formula.findall(code.sub("", text))) != count
    ] == []


def test_solutions_are_folded_below_their_exercises(stored):
    asked = sum(cell["source"].startswith("### Exercise ") for cell in stored.cells())
    seen = stored.look(
        """return [...page.querySelectorAll('.jp-Cell')].filter(e => e.checkVisibility())
            .map(e => e.querySelector('h3, h4')?.textContent ?? '')
            .map(text => text.replace('¶', ''))"""
    )
    begin = next((n for n, text in enumerate(seen) if text == "Exercise 1"), len(seen))
    told = [[f"Exercise {n}", f"Solution to exercise {n}"] for n in range(1, asked + 1)]
    # Nothing is seen between a solution's heading and the next exercise, nor after the last.
    assert seen[begin:] == [text for pair in told for text in pair]


def test_code_that_the_pages_fold_is_folded(stored):
    shown = stored.look(
        """return panel.content.widgets.filter(cell => cell.model.type === 'code'
            && !cell.isHidden && !cell.inputHidden).map(cell => cell.model.toJSON())"""
    )
    folding = {"hide-input", "hide-cell", "remove-cell", "remove-input"}
    assert [c["source"] for c in shown if folding & set(c["metadata"].get("tags", ()))] == []


def test_figures_and_cards_show_before_jupyter_trusts_the_notebook(stored):
    figures = stored.look(
        """const all = [...page.querySelectorAll('.jp-OutputArea img')];
        await Promise.all(all.map(e => e.decode()));
        return all.filter(e => e.checkVisibility()).map(e => 
            [e.naturalWidth > 200, e.getBoundingClientRect().width > 200, e.alt.length])"""
    )
    html = [
        "".join(output.get("data", {}).get("text/html", ""))
        for cell in of_kind("code", stored.cells())
        for output in cell["outputs"]
    ]
    assert len(figures) == sum("<img" in text for text in html)
    assert all(drawn and wide and words for drawn, wide, words in figures)
    # Those that move say how, for the data by which they do come only with a run.
    said = stored.look(
        """return [...page.querySelectorAll('.jp-OutputArea figure em')]
            .filter(e => e.checkVisibility()).map(e => `<p><em>${e.textContent}</em></p>`)"""
    )
    assert said == [STILL] * sum('<figure class="live"' in text for text in html)
    borders = stored.look(
        """return [...page.querySelectorAll('aside.claim')].filter(e => e.checkVisibility())
            .map(e => getComputedStyle(e).borderLeftWidth)"""
    )
    assert borders == ["4px"] * sum('<aside class="claim' in text for text in html)


def test_links_to_the_book_lead_to_files_of_it(stored):
    here = Path(stored.path).parent
    links = re.findall(
        r"\]\((?!https?:)([^)#\s]+)",
        "\n".join(c["source"] for c in of_kind("markdown", stored.cells())),
    )
    lost = [link for link in links if not (ROOT / here / link).exists()]
    assert lost == []
    followed = stored.look(
        """return [...page.querySelectorAll('.jp-RenderedMarkdown a[href]')]
            .filter(a => /\\.(ipynb|md)/.test(a.getAttribute('href'))).map(a => a.pathname)"""
    )
    files = [path.partition("/files/")[2] for path in followed]
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_to_save_it_changes_nothing(stored):
    stored.save()
    assert BOOK.joinpath(stored.path).read_bytes() == ROOT.joinpath(stored.path).read_bytes()


# Run


def test_every_cell_runs_without_an_error(chapter):
    code = of_kind("code", chapter.cells())
    outputs = [output for cell in code for output in cell["outputs"]]
    assert [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"] == []
    assert code
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))


MOVING = ".jp-OutputArea figure.live"
SEEN = f"[...page.querySelectorAll({MOVING!r})].filter(e => e.checkVisibility())"
PICTURE = """return [...arguments[0].querySelectorAll('svg.figure, .readout')]
    .map(e => e.outerHTML).join()"""
ANOTHER = PICTURE.replace("return", "return arguments[1] !==", 1)
CELLS = "return [panel.content.activeCellIndex, panel.content.widgets.length]"


def moving(chapter):
    """Check that each figure that moves follows its controls, and that these can be used.

    The keys that move it select no other cell than its own, and add none.
    """
    driver = chapter.driver
    ready = f"const page = panel.content.node; return {SEEN}.every(e => 'moves' in e.dataset)"
    driver.wait(f"{PANEL} {ready}", 120, [chapter.path], "a figure that moves has no controls")
    for box in chapter.look(f"return {SEEN}"):
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
        before = driver.wait(PICTURE, values=[box])
        driver.execute_script("arguments[0].querySelector('[type=range]').focus()", box)
        cells = chapter.look(CELLS)
        for slider in box.find_elements(By.CSS_SELECTOR, "[type=range]"):
            assert slider.size["width"] > 80 and slider.get_attribute("aria-label")
            was = slider.get_attribute("aria-valuetext")
            high = float(slider.get_attribute("value")) >= float(slider.get_attribute("max"))
            slider.send_keys(Keys.ARROW_LEFT if high else Keys.ARROW_RIGHT)
            other = "return arguments[0].getAttribute('aria-valuetext') !== arguments[1]"
            driver.wait(other, values=[slider, was])
            assert driver.switch_to.active_element == slider
        driver.wait(ANOTHER, values=[box, before])
        box.find_element(By.CSS_SELECTOR, "[data-do=Reset]").send_keys(Keys.ENTER)
        driver.wait(ANOTHER.replace("!==", "==="), values=[box, before])
        if told := json.loads(box.get_attribute("data-inputs") or "[]"):
            typing(driver, box, before, told)
        assert chapter.look(CELLS) == cells


def typing(driver, box, before, told):
    """Type another number into a figure's first box, and choose from its first list."""
    number = next(i for i in told if "choices" not in i and i["knob"])
    low, high, start = (number[k] for k in ("low", "high", "start"))
    other = (start + (low if start - low > (high - low) / 100 else high)) / 2
    field = box.find_element(By.NAME, number["name"])
    field.send_keys(Keys.CONTROL + "a")
    field.send_keys(f"{round(other) if number['whole'] else other:.6g}")
    now = driver.wait(f"return {ANOTHER[7:]} && {PICTURE[7:]}", values=[box, before])
    field.send_keys(Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    driver.wait(ANOTHER, values=[box, now])
    for choice in box.find_elements(By.CSS_SELECTOR, "select")[:1]:
        was = choice.get_attribute("value")
        last = choice.find_elements(By.TAG_NAME, "option")[-1].get_attribute("value") == was
        choice.send_keys(Keys.ARROW_UP if last else Keys.ARROW_DOWN)
        driver.wait("return arguments[0].value !== arguments[1]", values=[choice, was])
    box.find_element(By.CSS_SELECTOR, "[data-do=Reset]").send_keys(Keys.SPACE)
    driver.wait(ANOTHER.replace("!==", "==="), values=[box, before])


def test_sliders_have_a_track_and_a_name_and_move_their_figure(chapter):
    moving(chapter)


def test_figures_move_without_a_kernel_and_after_the_notebook_was_saved(chapter):
    """It loads JupyterLab and the notebook again, and leaves that without a kernel."""
    chapter.save()
    chapter.close()
    chapter.start(chapter.path)
    chapter.open(chapter.path)
    chapter.ask("await panel.sessionContext.shutdown()")
    moving(chapter)
    # JupyterLab says so when a kernel ends of which its debugger had just asked something.
    ended = "Could not restore the debugger state"
    assert [c for c in chapter.driver.complaints() if ended not in c] == []


def test_the_console_reports_no_error(chapter):
    """The last one of a chapter: it also hears what the others caused."""
    # JupyterLab's debugger asks a kernel for its state, which may be shut down meanwhile.
    own = "Could not restore the debugger state"
    assert [said for said in chapter.driver.complaints() if own not in said] == []
    others = [
        address
        for address in chapter.driver.requests()
        if address.startswith("http") and not address.startswith(chapter.address)
    ]
    assert others == []


# What Binder installs


def test_binder_installs_the_runtime_before_the_book_is_copied():
    """repo2docker takes the book's own Dockerfile; nothing is built, and no Docker is needed."""
    result = subprocess.run(
        [Path(sys.executable).with_name("jupyter-repo2docker"), "--no-build", "--debug", ROOT],
        capture_output=True,
        text=True,
    )
    written = result.stdout + result.stderr
    assert result.returncode == 0, written
    steps = re.findall(r"^(FROM|COPY|RUN pip install|USER) .*?(\S+)$", written, re.MULTILINE)
    names = [step for step, _ in steps]
    assert names == ["FROM", "COPY", "RUN pip install", "COPY", "USER"], written
    assert "COPY binder/requirements.txt" in written and "RUN pip install" in written
    assert re.findall(r"-name '?([^' ]+)", written) == [*NOT_KEPT]  # as in these tests
    assert not re.search(r"^-|^\.", ROOT.joinpath("binder/requirements.txt").read_text(), re.M)


def test_what_binder_installs_takes_at_most_450_mb(lab):
    """In blocks of 4 KiB, as a disk has them; without what Python compiles when it runs."""
    files = [
        path
        for path in JUPYTER.glob("env/**/site-packages/**/*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    assert len(files) > 5000
    assert sum(-(-path.stat().st_size // 4096) for path in files) * 4096 <= 450 * 2**20


def test_the_runtime_is_a_part_of_the_books_environment():
    """So a chapter that runs there gives what is stored."""
    ours, runtime = (
        dict(re.findall(r"^([^\s=]+)==([^\s;]+)", ROOT.joinpath(path).read_text(), re.MULTILINE))
        for path in ("requirements.txt", "binder/requirements.txt")
    )
    assert runtime.items() <= ours.items()
    assert {"jupyterlab", "notebook", "numpy", "ipykernel"} <= set(runtime)
    assert not {"jupyter-book", "sphinx", "pytest", "selenium"} & set(runtime)
    assert runtime["notebook"].split(".")[:2] == ["7", runtime["jupyterlab"].split(".")[1]]
