"""The slides, as a lecturer uses them: by keyboard, on a wall, on a phone, on paper, offline."""

import re
from base64 import b64decode

import pytest
from pages import HTML
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

DECK = HTML / "slides/index.html"


@pytest.fixture
def deck(chromium, address):
    """The deck on a lecturer's screen, at its first slide."""
    if not DECK.exists():
        pytest.skip("no slides in _build/html: run python tools/build.py")
    chromium.resize(1280, 720)
    chromium.open(f"{address}/slides/index.html")
    return chromium


def press(driver, *keys):
    driver.switch_to.active_element.send_keys(*keys)


def where(driver):
    """Return which slide lies at the top of the screen, which is focused, and what the bar says."""
    return driver.execute_script(
        """const far = slides.map(s => Math.abs(s.getBoundingClientRect().top));
        return [far.indexOf(Math.min(...far)), slides.indexOf(document.activeElement),
                parseInt(document.getElementById('place').textContent) - 1]"""
    )


def test_keys_move_and_the_focus_moves_along(deck):
    last = len(deck.find_elements(By.CSS_SELECTOR, ".slide")) - 1
    assert last > 20
    for key, slide in (
        (Keys.ARROW_RIGHT, 1), (Keys.SPACE, 2), (Keys.ARROW_DOWN, 3), (Keys.PAGE_DOWN, 4),
        (Keys.ARROW_LEFT, 3), (Keys.PAGE_UP, 2), (Keys.ARROW_UP, 1),
        (Keys.END, last), (Keys.ARROW_RIGHT, last), (Keys.HOME, 0), (Keys.ARROW_LEFT, 0),
    ):  # fmt: skip
        press(deck, key)
        assert where(deck) == [slide] * 3, key


def test_a_slide_has_an_address(deck, address):
    press(deck, Keys.END)
    last, there = where(deck)[0], deck.current_url
    deck.get("about:blank")
    deck.get(there)
    deck.wait("return window.scrollY > 0")
    assert where(deck)[0] == last


def test_buttons_move_too_and_have_names(deck):
    buttons = deck.find_elements(By.CSS_SELECTOR, "nav button")
    assert all(button.get_attribute("aria-label") for button in buttons)
    deck.find_element(By.ID, "on").click()
    assert where(deck)[0] == 1
    deck.find_element(By.ID, "back").click()
    assert where(deck)[0] == 0
    assert deck.find_element(By.ID, "back").get_property("disabled")


def test_each_slide_is_named_by_its_sentence(deck):
    names = deck.execute_script(
        "const named = s => document.getElementById(s.getAttribute('aria-labelledby'));"
        "return slides.map(s => named(s).innerText)"
    )
    assert all(len(name) > 10 for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "width, height", [(1280, 720), (1920, 1080), (1024, 768), (844, 390), (820, 1180), (390, 844)]
)
def test_everything_fits_its_slide(deck, width, height):
    deck.resize(width, height)
    over = deck.execute_script(
        """return slides.flatMap(slide => {
            const box = slide.getBoundingClientRect();
            return [...slide.querySelectorAll('h1, h2, p, svg.figure')].filter(e => {
                const r = e.getBoundingClientRect();
                return e.checkVisibility() && (r.left < box.left - 1 || r.right > box.right + 1
                    || r.top < box.top - 1 || r.bottom > box.bottom + 1);
            }).map(e => slide.id + ': ' + e.textContent.slice(0, 40));
        })"""
    )
    assert over == []
    # Words and figure of a slide do not cover each other, nor the words one another.
    covered = deck.execute_script(
        """return slides.filter(slide => {
            const r = [...slide.querySelectorAll('h1, h2, p, figure > svg')]
                .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect());
            return r.some((a, i) => r.some((b, j) => i < j && a.left < b.right - 2
                && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2));
        }).map(slide => slide.id)"""
    )
    assert covered == []
    assert deck.execute_script("return document.documentElement.scrollWidth") <= width


def test_light_and_dark_reach_the_figures(deck):
    colour = """return ['--paper', '--ink'].map(name =>
        getComputedStyle(document.documentElement).getPropertyValue(name)).concat(
        getComputedStyle(document.querySelector('svg.figure text')).fill)"""
    light = deck.execute_script(colour)
    press(deck, "t")
    dark = deck.execute_script(colour)
    assert all(a != b for a, b in zip(light, dark, strict=True))
    press(deck, "t")
    assert deck.execute_script(colour) == light


def test_prints_a_slide_a_page_in_light_colours(deck):
    press(deck, "t")
    pdf = b64decode(
        deck.execute_cdp_cmd(
            "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
        )["data"]
    )
    count = len(deck.find_elements(By.CSS_SELECTOR, ".slide"))
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == count
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^]]+)\]", pdf)}
    assert len(sizes) == 1
    _, _, width, height = sizes.pop()
    assert width / height == pytest.approx(16 / 9, rel=0.01)


def test_opens_from_a_folder_without_any_network(deck, tmp_path):
    copy = tmp_path / "slides.html"
    copy.write_bytes(DECK.with_name("slides.html").read_bytes())
    deck.open(copy.as_uri())
    others = [r for r in deck.requests() if not r.startswith((copy.as_uri(), "data:"))]
    assert others == []
    assert deck.complaints() == []
    press(deck, Keys.ARROW_RIGHT)
    assert where(deck)[0] == 1
    assert deck.execute_script("return document.fonts.check('20px \"Source Serif 4\"')")


@pytest.mark.parametrize("paper", [(8.27, 11.69), (8.5, 11)], ids=["A4", "letter"])
def test_the_book_on_four_pages_prints_on_four_pages(chromium, address, paper):
    width, height = paper
    chromium.open(f"{address}/notebooks/appendix/summaries.html")
    printed = chromium.execute_cdp_cmd(
        "Page.printToPDF", {"paperWidth": width, "paperHeight": height, "printBackground": True}
    )
    assert len(re.findall(rb"/Type /Page\b(?!s)", b64decode(printed["data"]))) == 4
