"""What a reader's browser shows of the built book."""

import functools
import html
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from pages import HTML, SURVEY, WIDTHS, beyond_the_edge
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lib.book import figures

ROOT = HTML.parents[1]
HERE = Path(__file__).parent
FOCUS = (HERE / "focus.js").read_text(encoding="utf-8")
AXE = ROOT / "_build/npm/node_modules/axe-core/axe.min.js"  # of web/package.json

PHONE = "notebooks/intro.html"  # what a phone alone shows is on each page the same

# In the browser


@pytest.mark.parametrize("width", [1280, 390])
def test_reads_well(chromium, address, page, width):
    """One visit, all unfolded, first light and then dark; what is wrong is listed by kind."""
    chromium.resize(width, 844)
    chromium.open(f"{address}/{page}")
    wrong = chromium.execute_script(SURVEY)
    if page.startswith("slides/") and width < 600:
        # A slide is shown whole; its figure stands in its chapter at a size to read.
        del wrong["labels of figures too small"]
    chromium.execute_script(AXE.read_text(encoding="utf-8"))
    wrong["not accessible"] = violations(chromium)
    if width > 1000 or page == PHONE:
        chromium.execute_script("document.documentElement.dataset.theme = 'dark'")
        wrong["not accessible when dark"] = violations(
            chromium, ["color-contrast", "link-in-text-block"]
        )
    if width > 1000:
        chromium.switch_to.active_element.send_keys(Keys.TAB)
        wrong["focus not seen"] = chromium.execute_script(FOCUS)
        wrong["not found by search"] = [] if found_by_search(chromium, page) else [title(page)]
    here = (address, "data:", "blob:")
    wrong["requests to other hosts"] = [r for r in chromium.requests() if not r.startswith(here)]
    wrong["errors in the console"] = chromium.complaints()
    wrong = {kind: places for kind, places in wrong.items() if places}
    if wrong:
        pytest.fail(f"{page} at {width} px: {json.dumps(wrong, indent=1)}", pytrace=False)


def test_no_width_scrolls_sideways(chromium, address, page):
    """One visit, all unfolded, from a wide screen to the smallest phone."""
    chromium.resize(WIDTHS[0], 900)
    chromium.open(f"{address}/{page}")
    assert beyond_the_edge(chromium) == {}
    if page.startswith("notebooks/"):
        wrong = chromium.execute_script(SURVEY)
        assert {kind: places for kind, places in wrong.items() if places} == {}


def violations(driver, rules=None):
    """Return what axe-core finds, by all rules or some; outside moving figures what is serious."""
    found = driver.execute_async_script(
        """const options = {resultTypes: ['violations']};
        if (arguments[0]) options.runOnly = arguments[0];
        const moves = node => document.querySelector(node.target[0])?.closest('figure.live');
        axe.run(document, options).then(({violations}) => arguments[1](violations
            .filter(v => ['serious', 'critical'].includes(v.impact) || v.nodes.some(moves))
            .map(v => [v.id, v.nodes.length, ...v.nodes.slice(0, 3).map(
                n => `${n.target} ${n.html.slice(0, 150)} ${n.failureSummary}`)])))""",
        rules,
    )
    return found


def title(page):
    """Return a page's title as it is read, without its number."""
    text = (HTML / page).read_text(encoding="utf-8")
    heading = re.search(r"<h1>(.*?)(?:<a class=\"headerlink\"|</h1>)", text, re.DOTALL).group(1)
    heading = re.sub(r'<span class="section-number">.*?</span>', "", heading)
    return html.unescape(re.sub(r"<[^>]+>", "", heading)).strip()


def found_by_search(driver, page):
    """Type a chapter's title into the search box; tell whether the results lead to it."""
    if not page.startswith("notebooks/"):
        return True
    driver.switch_to.active_element.send_keys(Keys.CONTROL, "k")
    driver.wait("return document.activeElement.matches('input[name=q]')")
    driver.switch_to.active_element.send_keys(title(page), Keys.ENTER)
    driver.wait("return location.pathname.endsWith('/search.html')")
    found = """return [...document.querySelectorAll('#search-results ul.search a')]
        .some(link => new URL(link.href).pathname === arguments[0])"""
    try:
        driver.wait(found, seconds=60, values=[f"/{page}"])
    except TimeoutError:
        return False
    return True


# Notes for a figure, of each key, the frames that the browser drew and the time that went by
# until that figure was another. What another figure of the page does is no answer.
WATCH = """
const box = arguments[0];
const look = () => [...box.querySelectorAll('svg.figure, .readout, [aria-valuetext]')]
    .map(e => e.outerHTML).join();
if (!box.watch) {
    const watch = box.watch = {frames: 0, answer: null};
    let pressed, before;
    box.addEventListener('keydown', () => {
        Object.assign(watch, {frames: 0, answer: null});
        before = look();
        pressed = performance.now();
    }, true);
    new MutationObserver(() => {
        if (pressed && !watch.answer && look() !== before)
            watch.answer = [watch.frames, performance.now() - pressed];
    }).observe(box, {childList: true, subtree: true, attributes: true, characterData: true});
    const frame = () => { watch.frames++; requestAnimationFrame(frame); };
    frame();
}
return look();
"""
FRAMES = 4
ANSWER = """
const {watch} = arguments[0].closest('figure.live');
const wait = () => watch.answer || watch.frames > arguments[1]
    ? arguments[2](watch.answer) : requestAnimationFrame(wait);
wait();
"""


def test_moving_figures_follow_their_sliders_at_once(opened, page, record_property):
    """At once: before the browser draws a second frame, however long a busy machine takes."""
    for box in opened.find_elements(By.CSS_SELECTOR, "figure.live"):
        assert opened.execute_script(WATCH, box), "no figure is visible"
        for slider in box.find_elements(By.CSS_SELECTOR, "[type=range]"):
            answers = presses(opened, slider)
            name = slider.get_attribute("aria-label")
            assert answers, f"{name}: no arrow key changes the figure within {FRAMES} frames"
            assert median(frames for frames, _ in answers) <= 1, f"{name}: {answers}"
            record_property("milliseconds", median(ms for _, ms in answers))


def presses(driver, slider, there=2):
    """Press arrow keys to and fro; return each answer's frames and milliseconds.

    To and fro, because what a slider does may depend on where the others stand.
    """
    answers = []
    for key in [Keys.ARROW_RIGHT] * there + [Keys.ARROW_LEFT] * 2 * there:
        slider.send_keys(key)
        answers.append(driver.execute_async_script(ANSWER, slider, FRAMES))
    return [answer for answer in answers if answer]


# In the files


class Page(HTMLParser):
    """The ids and addresses of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.addresses = [], []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.addresses.append((tag, value))


PAGES = {}


def parsed(path):
    return PAGES.setdefault(path, Page(path))


@functools.cache
def anchors(path):
    return set(parsed(path).ids)


def test_links_lead_somewhere(page):
    here = HTML / page
    lost = []
    for _, address in parsed(here).addresses:
        if urlsplit(address).scheme or address.startswith("//"):
            continue
        place, anchor = urldefrag(urljoin(here.as_posix(), address.split("?")[0]))
        if "#" in address and not anchor:
            anchor = address.partition("#")[2]
        target = Path(unquote(place))
        if not target.exists():
            lost.append(address)
        elif anchor and target.suffix == ".html" and unquote(anchor) not in anchors(target):
            lost.append(address)
    assert lost == []


def test_ids_are_unique(page):
    times = Counter(parsed(HTML / page).ids)
    assert [i for i, number in times.items() if number > 1] == []


def test_figures_that_move_bring_their_drawing_and_no_widgets(page):
    text = (HTML / page).read_text(encoding="utf-8")
    start = '<div class="live-picture"><div class="drawing"><svg '
    drawn = re.findall(start + '[^>]*aria-label="[^"]', text)
    assert len(drawn) == text.count('<figure class="live"')
    assert "application/vnd.jupyter.widget" not in text


def test_loads_nothing_from_elsewhere(page):
    loading = {"script", "link", "img", "iframe", "source", "video", "audio"}
    elsewhere = [
        address
        for tag, address in parsed(HTML / page).addresses
        if tag in loading and re.match(r"(https?:)?//", address)
    ]
    assert elsewhere == []


def test_weighs_at_most_4_mb(page):
    assert (HTML / page).stat().st_size <= 4e6


def test_colours_of_figures_have_a_dark_twin(page):
    text = (HTML / page).read_text(encoding="utf-8").replace('\\"', '"')
    drawn = "".join(re.findall(r'<svg[^>]*class="figure".*?</svg>', text, flags=re.DOTALL))
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]+)"', drawn))
    assert colours <= set(figures.DARK)


def test_site_weighs_at_most_60_mb():
    if not HTML.exists():
        pytest.skip("no book in _build/html: run python tools/build.py")
    files = [f for f in HTML.rglob("*") if f.is_file() and not f.is_relative_to(HTML / "lite")]
    assert sum(f.stat().st_size for f in files) <= 60e6
