"""What a reader's browser shows of the built book."""

import re
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from pages import HTML
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from lib import figures

# In the browser


def test_asks_no_other_host_and_reports_no_error(opened, address):
    others = [r for r in opened.requests() if not r.startswith((address, "data:", "blob:"))]
    assert others == []
    assert opened.complaints() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows(chromium, address, page, width):
    chromium.resize(width, 844)
    chromium.open(f"{address}/{page}")
    assert chromium.execute_script("return document.documentElement.scrollWidth") <= width
    wide = chromium.execute_script(
        """return [...document.querySelectorAll('svg.figure, .claim, .explore, .bd-article p')]
        .filter(e => e.getBoundingClientRect().right > arguments[0] + 1)
        .map(e => e.outerHTML.slice(0, 200))""",
        width,
    )
    assert wide == []


def test_figures_and_sliders_have_names(opened):
    nameless = opened.execute_script(
        """return [...document.querySelectorAll('svg.figure, [role=slider]')]
        .filter(e => !(e.getAttribute('aria-label') || '').trim())
        .map(e => e.outerHTML.slice(0, 200))"""
    )
    assert nameless == []


WATCH = """
const box = arguments[0];
window.look = () => [...box.querySelectorAll('svg.figure, .readout')]
    .filter(e => e.checkVisibility()).map(e => e.outerHTML).join();
if (!box.watched) {
    box.watched = true;
    box.addEventListener('keydown', (e) => {
        window.pressed = performance.now(); window.changed = null; window.before = look();
    }, true);
    new MutationObserver(() => {
        if (window.pressed && !window.changed && look() !== window.before)
            window.changed = performance.now();
    }).observe(box, {childList: true, subtree: true, attributes: true, characterData: true});
}
"""


def test_moving_figures_follow_their_sliders_at_once(opened, page, record_property):
    boxes = opened.find_elements(By.CSS_SELECTOR, ".explore:not(.live)")
    for box in boxes:
        assert opened.execute_script(WATCH + "return look()", box), "no figure is visible"
        for slider in box.find_elements(By.CSS_SELECTOR, "[role=slider]"):
            name = slider.get_attribute("aria-label")
            times = presses(opened, box, slider)
            assert times, f"{name}: no arrow key changes the figure"
            assert median(times) < 100, f"{name}: {times} ms from key to figure"
            record_property("milliseconds", median(times))


def presses(driver, box, slider):
    """Press arrow keys to both ends and back; return the times to an answer, in ms.

    Back, because what a slider does may depend on where the others stand.
    """
    times = []
    low, high, now = (
        float(slider.get_attribute(f"aria-value{which}")) for which in ("min", "max", "now")
    )
    steps = [Keys.ARROW_RIGHT] * int(high - now) + [Keys.ARROW_LEFT] * int(high - low)
    steps += [Keys.ARROW_RIGHT] * int(now - low)
    for key in steps:
        slider.send_keys(key)
        driver.execute_async_script("setTimeout(arguments[0], 30)")
        took = driver.execute_script("return window.changed && window.changed - window.pressed")
        if took is not None:
            times.append(took)
    return times


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
        elif anchor and target.suffix == ".html" and unquote(anchor) not in parsed(target).ids:
            lost.append(address)
    assert lost == []


def test_ids_are_unique(page):
    ids = parsed(HTML / page).ids
    assert sorted({i for i in ids if ids.count(i) > 1}) == []


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
