"""What a reader takes from a page: its notebook, its figures as files, and what is told of them."""

import json
import time
from xml.etree import ElementTree

import pytest
from pages import HTML
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = HTML.parents[1]
CHAPTER = "notebooks/economics/kv_cache"

# Another drawing stands in the box than the one that is given.
OTHER = """
const drawn = arguments[0].querySelector('svg.figure');
return drawn && drawn.outerHTML !== arguments[1];
"""

# The sentence below the drawing, once it is not the one that is given.
SENTENCE = """
const sentence = arguments[0].querySelector('p.readout')?.textContent;
return sentence !== arguments[1] && sentence;
"""


@pytest.fixture
def reader(chromium, address, tmp_path):
    """A chapter on a wide screen; what is saved goes to tmp_path."""
    if not (HTML / f"{CHAPTER}.html").exists():
        pytest.skip(f"no {CHAPTER} in the book")
    chromium.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    chromium.resize(1280, 900)
    chromium.open(f"{address}/{CHAPTER}.html")
    return chromium


def saved(folder, name):
    """Wait for a file and return it."""
    end = time.monotonic() + 60
    while not (folder / name).exists():
        assert time.monotonic() < end, f"{name} was not saved, only {list(folder.iterdir())}"
        time.sleep(0.05)
    return folder / name


def test_notebook_is_the_one_of_the_repository(page):
    if not page.startswith("notebooks/"):
        return
    source = page.removesuffix(".html")
    stored = next(f for e in (".ipynb", ".md") if (f := ROOT / f"{source}{e}").exists())
    offered = HTML / "_sources" / stored.relative_to(ROOT)
    assert offered.read_bytes() == stored.read_bytes()


def test_notebook_is_saved_by_keyboard(reader, tmp_path):
    menu = reader.find_element(By.CSS_SELECTOR, ".dropdown-download-buttons > button")
    menu.send_keys(Keys.ENTER)
    reader.wait("return document.querySelector('.btn-download-source-button').checkVisibility()")
    reader.find_element(By.CSS_SELECTOR, ".btn-download-source-button").send_keys(Keys.ENTER)
    notebook = json.loads(saved(tmp_path, "kv_cache.ipynb").read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4


def test_figure_that_moves_is_saved_as_it_stands(reader, tmp_path):
    box = reader.find_element(By.CSS_SELECTOR, "figure.live")
    button = box.find_element(By.CSS_SELECTOR, "button.save-svg")
    name = f"{box.get_attribute('data-live')}.svg"
    button.send_keys(Keys.ENTER)
    before = saved(tmp_path, name).read_text(encoding="utf-8")
    saved(tmp_path, name).unlink()
    stood = box.find_element(By.CSS_SELECTOR, "svg.figure").get_attribute("outerHTML")
    box.find_element(By.CSS_SELECTOR, "[type=range]").send_keys(Keys.ARROW_LEFT)
    reader.wait(OTHER, values=[box, stood])
    button.send_keys(Keys.ENTER)
    after = saved(tmp_path, name).read_text(encoding="utf-8")
    assert before != after
    root = ElementTree.fromstring(after)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert int(root.get("width")) > 400 and root.get("aria-label")


def test_the_sentence_of_a_drawing_is_told_from_a_region_that_stays(reader):
    box = reader.find_element(By.CSS_SELECTOR, "figure.live")
    (region,) = box.find_elements(By.CSS_SELECTOR, "[role=status]")
    first = reader.wait(SENTENCE, values=[box, None])
    assert region.get_attribute("textContent") == ""  # nothing is told before a move
    box.find_element(By.CSS_SELECTOR, "[type=range]").send_keys(Keys.ARROW_LEFT)
    now = reader.wait(SENTENCE, values=[box, first])
    reader.wait("return arguments[0].textContent === arguments[1]", values=[region, now])


def test_every_figure_has_its_own_file(reader):
    names = reader.execute_script(
        "return [...document.querySelectorAll('button.save-svg')].map(b => b.title)"
    )
    assert len(names) == len(set(names)) >= 2
