"""Figures that compute: the page agrees with the models, and works where a reader has it."""

import html
import itertools
import json
import re
import shutil
import sys

import computing
import numpy as np
import pytest
from computing import STORED, drawn_points
from pages import served
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lib.book import figures, moving
from lib.book.live import Axis, Bar, Number, live
from lib.book.reading import said
from tools import live_figures

ROOT = live_figures.ROOT
sys.path.insert(0, str(ROOT / "_ext"))
from book_live import SPECIAL, on_page  # noqa: E402
from book_page import inline  # noqa: E402

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<link rel="icon" href="mark.svg"><link rel="stylesheet" href="live.css">
<style>.visually-hidden{{display:none}}</style>
<body><main><h1>{title}</h1>{figures}</main>
{scripts}</body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a page for each chapter that has live figures, and the site's files.

    The figures are those of the runs that the build keeps: the stored chapters have no tapes.
    """
    folder = tmp_path_factory.mktemp("live")
    shutil.copytree(moving.STATIC, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "web/mark.svg", folder)
    for path in {path for path, _ in STORED.values()}:
        found = []
        run = ROOT / "_build/runs" / path.relative_to(ROOT).with_suffix(".json")
        for outputs in json.loads(run.read_text(encoding="utf-8"))["outputs"]:
            for out in outputs:
                text = "".join(out.get("data", {}).get("text/html", ""))
                if '<figure class="live"' in text:
                    found.append(figures.drawings(on_page(text), inline))
        body = "".join(found)
        special = {n for names in SPECIAL.findall(body) for n in names.split()}
        scripts = [f'<script defer src="{file}"></script>' for file in moving.scripts(special)]
        text = PAGE.format(title=path.stem, figures=body, scripts="".join(scripts))
        (folder / f"{path.stem}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def strict(folder):
    """The address of the pages, served under the strictest policy that they promise to bear."""
    with served(folder, computing.POLICY) as address:
        yield address


def show(driver, address, name):
    """Open a figure's page by an address's scheme; return the figure once it moves."""
    computing.show(driver, f"{address}/{STORED[name][0].stem}.html", name)
    return driver.find_element(By.ID, f"live-{name}")


@pytest.mark.parametrize("name", STORED)
def test_the_page_computes_what_the_models_do(chromium, folder, name):
    show(chromium, folder.as_uri(), name)
    computing.page_and_model_agree(chromium, name)


STATE = """
const figure = document.getElementById(arguments[0]);
return [figure.querySelector('.readout').textContent,
        figure.querySelector('.live-picture svg').getAttribute('aria-label')]"""
TURN = """
const figure = document.getElementById(arguments[0]), form = figure.querySelector('form');
for (const [name, value] of arguments[1]) { // in order: a list may fill a box
    const control = form.elements.namedItem(name);
    if (!control) continue;
    control.value = value;
    control.dispatchEvent(new Event('change', {bubbles: true}));
}"""


def after_frames(driver, count=2):
    driver.execute_async_script(
        """const wait = n => n ? requestAnimationFrame(() => wait(n - 1)) : arguments[1]();
        wait(arguments[0])""",
        count,
    )


@pytest.mark.parametrize("name", STORED)
def test_words_are_those_of_python_wherever_the_reader_goes(chromium, folder, name):
    show(chromium, folder.as_uri(), name)
    made = live_figures.figure(name)
    knobs = {n for n, i in made.asked.items() if getattr(i, "knob", True)}
    rng = np.random.default_rng(7)
    for point in [{}, *drawn_points(STORED[name][1], rng, 20)]:
        point = {n: v for n, v in point.items() if n in knobs}
        typed = {n: v if isinstance(v, str) else repr(v) for n, v in point.items()}
        chromium.execute_script(TURN, f"live-{name}", list(typed.items()))
        after_frames(chromium)
        words, alt = chromium.execute_script(STATE, f"live-{name}")
        try:
            assert words == made.render(made.spec["sentence"], point)
        except ValueError as error:
            assert str(error) in alt
        if not point:
            page = (folder / f"{STORED[name][0].stem}.html").read_text(encoding="utf-8")
            drawn = re.search(rf'id="live-{name}".*?<svg[^>]*aria-label="([^"]*)"', page, re.DOTALL)
            assert alt == html.unescape(drawn[1])


@pytest.mark.parametrize("name", STORED)
def test_box_slider_picture_and_link_agree_under_the_strict_policy(chromium, strict, name):
    chromium.get("about:blank")
    chromium.requests(), chromium.complaints()  # what came before
    figure = show(chromium, strict, name)
    before = figure.find_element(By.CSS_SELECTOR, ".live-picture").get_attribute("innerHTML")
    numbers = [i for i in STORED[name][1] if "choices" not in i and i["knob"]]
    changed = False
    for i in numbers:
        slider = figure.find_element(By.CSS_SELECTOR, f"[data-slide='{i['name']}']")
        box = figure.find_element(By.NAME, i["name"])
        start = box.get_attribute("value")
        slider.send_keys(Keys.ARROW_LEFT if i["start"] == i["high"] else Keys.ARROW_RIGHT)
        after_frames(chromium)
        assert box.get_attribute("value") != start
        assert box.get_attribute("value") in slider.get_attribute("aria-valuetext")
        now = figure.find_element(By.CSS_SELECTOR, ".live-picture").get_attribute("innerHTML")
        changed |= now != before
    assert changed
    state = chromium.execute_script(STATE, f"live-{name}")
    link = chromium.current_url
    assert f"#live-{name}?" in link
    chromium.get("about:blank")
    chromium.get(link)
    show(chromium, strict, name)
    after_frames(chromium)
    assert chromium.execute_script(STATE, f"live-{name}") == state
    figure = show(chromium, strict, name)
    figure.find_element(By.CSS_SELECTOR, "[data-do=Reset]").click()
    after_frames(chromium)
    assert chromium.execute_script(STATE, f"live-{name}")[0] == live_figures.figure(name).render(
        live_figures.figure(name).spec["sentence"]
    )
    here = (strict, "data:", "blob:", "about:")
    assert [r for r in chromium.requests() if not r.startswith(here)] == []
    assert chromium.complaints() == []


@pytest.mark.parametrize("name", STORED)
def test_what_cannot_be_taken_is_told_at_its_input(chromium, folder, name):
    figure = show(chromium, folder.as_uri(), name)
    figure.find_element(By.CSS_SELECTOR, "[data-do=Reset]").click()
    number = next(i for i in STORED[name][1] if "choices" not in i and i["knob"])
    box = figure.find_element(By.NAME, number["name"])
    note = figure.find_element(By.CSS_SELECTOR, f"[data-for='{number['name']}']")
    box.clear()
    for wrong in (str(number["high"] * 1.01 + 1), "1.2.3", "many"):
        box.clear()
        box.send_keys(wrong)
        after_frames(chromium)
        assert note.text.startswith("takes a ") and box.get_attribute("aria-invalid") == "true"
        assert figure.find_element(By.CSS_SELECTOR, ".readout").text == ""
    box.clear()
    box.send_keys(f"{number['start']:,}")
    after_frames(chromium)
    assert note.text == "" and not box.get_attribute("aria-invalid")
    assert figure.find_element(By.CSS_SELECTOR, ".readout").text


def ledger(price, batch):
    """What is gained, or lost: negative where the price is."""
    return {"gain": price * batch, "share": price / 400, "least": 0.3 * batch, "row": batch * 1.0}


def test_a_debt_and_a_bar_by_ratios_are_those_of_python(chromium, tmp_path, monkeypatch):
    """What is below 0 reads alike in words; a bar ends at its value, at both ends of the axis."""
    monkeypatch.setattr(figures, "FIGURES", tmp_path)
    marks = [Bar("one", "row"), Bar("two", ("least", "row"), (figures.LPU, figures.H100))]
    made = live(
        ledger, name="test-ledger", marks=marks, alt="From {price}: {gain:$}.", caption="A ledger.",
        sentence="{price}: {gain:$}, {gain:,.0f}, {gain}, {share:.1%}, {gain:s} of {batch}.",
        inputs={"price": Number("Price", "$", -400, 400, start=-3),
                "batch": Number("Batch", "", 0.1, 1000, start=8)},
        x=Axis("Batch", "", 0.5, 400, log=True), y=Axis(names=("one", "two")),
    )  # fmt: skip
    shutil.copytree(moving.STATIC, tmp_path, dirs_exist_ok=True)
    scripts = "".join(f'<script defer src="{file}"></script>' for file in moving.scripts())
    page = PAGE.format(title="ledger", figures=on_page(made.html()), scripts=scripts)
    (tmp_path / "ledger.html").write_text(page, encoding="utf-8")
    computing.show(chromium, f"{tmp_path.as_uri()}/ledger.html", "test-ledger")
    ((left, _, width, _),) = made.spec["frame"]["boxes"]
    for price, batch in itertools.product((-400, -3, -0.001, 0, 250), (0.1, 8, 1000)):
        typed = [("price", str(price)), ("batch", str(batch))]
        chromium.execute_script(TURN, "live-test-ledger", typed)
        after_frames(chromium)
        words, alt = chromium.execute_script(STATE, "live-test-ledger")
        shown = {"price": price, "batch": batch}
        assert words == made.render(made.spec["sentence"], shown)
        assert alt.endswith(f" one: {said(batch)}; two: {said(1.3 * batch)}.")
        found = chromium.execute_script(
            """return [...document.querySelectorAll('.live-picture svg svg rect')]
            .map(e => [e.x, e.width].map(v => v.baseVal.value))"""
        )
        ends = [(begin - left) / width for begin, _ in found]
        ends += [(begin + long - left) / width for begin, long in found]
        values = np.maximum([0.5, 0.5, 0.3 * batch, batch, 0.3 * batch, 1.3 * batch], 0.5)
        np.testing.assert_allclose(ends, np.log(values / 0.5) / np.log(800), atol=1e-4)


def stem():
    """A page with a live figure."""
    return next(iter(STORED.values()))[0].stem


def test_stands_as_it_starts_without_scripts_and_in_print(chromium, folder):
    seen = "return [...document.querySelectorAll(arguments[0])].map(e => e.checkVisibility())"
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get(f"{folder.as_uri()}/{stem()}.html")
        assert set(chromium.execute_script(seen, ".live-picture svg")) == {True}
        assert set(chromium.execute_script(seen, ".live .readout")) == {True}
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        chromium.get(f"{folder.as_uri()}/{stem()}.html")
        assert set(chromium.execute_script(seen, ".live-form")) == {False}
        assert set(chromium.execute_script(seen, ".live-picture svg")) == {True}
    finally:
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_forced_colours_tell_curves_from_the_grid_and_hollow_points_from_full_ones(
    chromium, folder
):
    """Where the reader's system gives the colours, no drawing may rest on ours."""
    forced = {"features": [{"name": "forced-colors", "value": "active"}]}
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", forced)
    try:
        figure = show(chromium, folder.as_uri(), "cost_per_token-batch")
        name, grid, curve, hollow, track = chromium.execute_script(
            """const style = (e, name) => getComputedStyle(e)[name];
            const system = color => {
                const e = document.body.appendChild(document.createElement('i'));
                e.style.color = color;
                return style(e, 'color');
            };
            const [text, grey, paper] = ['CanvasText', 'GrayText', 'Canvas'].map(system);
            const [figure] = arguments;
            const of = (selector, name) => [...figure.querySelectorAll(selector)]
                .map(e => style(e, name));
            return [[text, grey, paper], of('[stroke="#dcd9d0"]', 'stroke'),
                of('svg svg path[stroke-width]', 'stroke'),
                of('[fill="#fffdf8"][stroke]', 'fill'), of('[type=range]', 'width')];""",
            figure,
        )
        text, grey, paper = name
        assert len({text, grey, paper}) == 3
        assert grid and set(grid) == {grey}
        assert curve and set(curve) == {text}
        assert hollow and set(hollow) == {paper}
        assert all(float(width.removesuffix("px")) > 80 for width in track)
    finally:
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
