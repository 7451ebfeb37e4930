"""The pages where little is allowed: strict servers, no scripts, a folder, a slow line."""

import functools
import gzip
import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pages import HTML, browser, served
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

CHAPTER = "notebooks/economics/cost_per_token.html"
POLICY = "default-src 'self'"  # a page's own files and nothing else


def needs(page):
    if not (HTML / page).exists():
        pytest.skip(f"no {page} in _build/html: run python tools/build.py")


@pytest.fixture(scope="module")
def strict():
    """Return the address of the book on a server that allows a page its own files alone."""
    with served(HTML, POLICY) as address:
        yield address


def test_a_strict_policy_refuses_nothing(chromium, strict, page):
    chromium.resize(1280, 900)
    chromium.open(f"{strict}/{page}")
    assert chromium.complaints() == []
    face = "return getComputedStyle(document.body).fontFamily"
    assert chromium.execute_script(face).startswith('"Source')


SET = """return [...document.querySelectorAll('.bd-article .math math')].filter(e => {
    const box = e.getBoundingClientRect(); return box.width < 4 || box.height < 8; })
    .map(e => e.outerHTML.slice(0, 150))"""


def test_without_scripts_the_page_is_whole(chromium, address, page):
    """Formulas are set, boxes unfold, nothing is offered that needs a script."""
    if not page.startswith("notebooks/"):
        return
    dead = """return [...document.querySelectorAll('.pst-js-only, .dropdown-menu, .save-svg')]
        .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 100))"""
    folds = """return [...document.querySelectorAll('.solution')].filter(e => e.open
        || e.tagName !== 'DETAILS' || e.firstElementChild.tagName !== 'SUMMARY').length"""
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get(f"{address}/{page}")
        # Asked before scripts are allowed again: on a busy machine those of the page then run.
        assert chromium.execute_script(SET) == []
        assert chromium.execute_script(dead) == []
        assert chromium.execute_script(folds) == 0
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_formulas_are_mathml(page):
    text = (HTML / page).read_text(encoding="utf-8")
    assert text.count('class="math notranslate') == text.count("<math")
    assert "mathjax" not in text.lower().replace("mathjax_ignore", "")


# How much is fetched


@functools.cache
def weight(path):
    """Return the bytes of a file as a server sends it, compressed."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def test_a_first_visit_fetches_at_most_500_kb(chromium, address, page):
    """By what the browser asks for on a first visit; files compressed as a server would."""
    chromium.resize(1280, 900)
    chromium.open(f"{address}/{page}")
    asked = {unquote(urlsplit(r).path) for r in chromium.requests() if r.startswith(address)}
    files = {Path(HTML, path.lstrip("/")) for path in asked}
    weights = {f.name: weight(f) for f in files if f.is_file()}
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:5]
    assert sum(weights.values()) <= 500_000, heaviest


# From a folder


@pytest.fixture
def from_folder():
    needs(CHAPTER)
    with browser() as driver:
        driver.resize(1280, 900)
        driver.get((HTML / CHAPTER).as_uri())
        yield driver


def test_from_a_folder_the_typefaces_stand(from_folder):
    loaded = """return [...document.fonts].filter(f => f.status === 'loaded')
        .map(f => f.family.replaceAll('"', ''))"""
    wanted = {"Source Serif 4", "Source Sans 3", "Source Code Pro", "Book Math"}
    from_folder.execute_script(
        "for (const f of document.fonts) f.load().catch(() => null)"  # all, also below the screen
    )
    from_folder.wait(
        f"return {json.dumps(sorted(wanted))}.every(n => (() => {{{loaded}}})().includes(n))", 30
    )


def test_from_a_folder_the_switch_of_the_code_works(from_folder):
    code_is_shown_and_remembered(from_folder, (HTML / "notebooks/economics/kv_cache.html").as_uri())


# All code behind one switch


def code_is_shown_and_remembered(driver, other):
    folded = "return [...document.querySelectorAll('details.hide')].filter(e => !e.open).length"
    count = "return document.querySelectorAll('details.hide').length"
    switch = driver.find_element(By.CSS_SELECTOR, "button.code-switch")
    assert driver.execute_script(folded) == driver.execute_script(count) > 5
    assert switch.get_attribute("aria-pressed") == "false"
    switch.send_keys(Keys.ENTER)
    assert driver.execute_script(folded) == 0
    assert switch.get_attribute("aria-pressed") == "true"
    driver.get(other)
    driver.wait("return document.querySelector('button.code-switch')?.ariaPressed === 'true'")
    assert driver.execute_script(folded) == 0
    driver.find_element(By.CSS_SELECTOR, "button.code-switch").send_keys(Keys.ENTER)
    assert driver.execute_script(folded) == driver.execute_script(count)


def test_one_switch_shows_all_code_and_is_remembered(chromium, address):
    needs(CHAPTER)
    chromium.resize(1280, 900)
    chromium.open(f"{address}/{CHAPTER}")
    chromium.execute_script("localStorage.removeItem('code')")
    chromium.open(f"{address}/{CHAPTER}")
    code_is_shown_and_remembered(chromium, f"{address}/notebooks/economics/kv_cache.html")


def test_the_tab_key_meets_a_figure_before_its_code(page):
    """In the order of the page: what a cell made, then its code."""
    text = (HTML / page).read_text(encoding="utf-8")
    assert not [
        1
        for part in text.split("</details>")[1:]
        if part.lstrip().startswith('<div class="cell_output')
    ]


# The search


def test_what_a_search_marked_on_a_page_can_be_unmarked_under_a_strict_policy(chromium, strict):
    needs(CHAPTER)
    chromium.resize(1280, 900)
    chromium.open(f"{strict}/{CHAPTER}?highlight=bandwidth")
    marks = "return document.querySelectorAll('span.highlighted').length"
    assert chromium.wait(marks) > 1
    chromium.wait("return document.querySelector('.highlight-link a')").click()
    chromium.wait("return !document.querySelector('span.highlighted, .highlight-link')")
    assert chromium.complaints() == []


@pytest.mark.parametrize(
    ("asked", "pages", "near"),
    [
        ("$6,000", True, []),
        ("$6000", True, []),
        ("µs", True, []),
        ("μs", True, []),
        ("22.5", True, []),
        ("$600", False, ["$6,000"]),
        ("latancy", False, ["latency"]),
        ("bandwith", False, ["bandwidth"]),
        ("latnecy of H100", False, ["latency"]),
        ("qqqqzzzz", False, []),
    ],
)
def test_search_finds_numbers_and_offers_near_words(chromium, address, asked, pages, near):
    needs("search.html")
    chromium.resize(1280, 900)
    chromium.open(f"{address}/search.html")
    field = chromium.find_element(By.CSS_SELECTOR, "main input[name=q], .bd-article input[name=q]")
    field.send_keys(asked, Keys.ENTER)
    chromium.wait(
        "return new URLSearchParams(location.search).get('q') === arguments[0]", values=[asked]
    )
    chromium.wait("return document.querySelector('#search-results .search-summary')?.textContent")
    found = chromium.find_elements(By.CSS_SELECTOR, "#search-results ul.search li")
    assert bool(found) == pages or near  # beside a near word others may be found
    offered = [a.text for a in chromium.find_elements(By.CSS_SELECTOR, ".near-words a")]
    assert offered[: len(near)] == near
    assert bool(offered) == bool(near)
    if near:
        chromium.find_element(By.CSS_SELECTOR, ".near-words a").click()
        chromium.wait("return document.querySelector('#search-results ul.search li')")
    assert chromium.complaints() == []
