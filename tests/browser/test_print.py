"""The whole book on one page, and the PDF that a browser makes of it."""

import re
import sys

import pytest
from pages import HTML
from test_pages import SURVEY, parsed

sys.path.insert(0, str(HTML.parents[1] / "tools"))

import handout
import print_page

PAPER = 643  # CSS pixels between the margins of a sheet of A4, as print.css sets them


@pytest.fixture(scope="module")
def book(chromium, address):
    """The page as it is printed, on a window as wide as the paper between its margins."""
    if not (HTML / "print.html").exists():
        pytest.skip("no print.html in _build/html: run python tools/build.py")
    chromium.resize(PAPER, 900)
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    chromium.open(f"{address}/print.html")
    yield chromium
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def files():
    return [file for _, files in print_page.chapters() for file in files]


def test_has_every_figure_formula_and_exercise_of_the_pages():
    if not (HTML / "print.html").exists():
        pytest.skip("no print.html in _build/html: run python tools/build.py")
    joined = (HTML / "print.html").read_text(encoding="utf-8")
    whole = ""
    for file in files():
        text = (HTML / f"{file}.html").read_text(encoding="utf-8")
        text = text[text.index("<article") : text.index("</article>")]
        whole += re.sub(r'<details class="admonition hide.*?</details>', "", text, flags=re.DOTALL)
    assert joined.count('<figure class="live"') == whole.count('<figure class="live"')
    assert joined.count('class="drawing"') == whole.count('class="drawing"')
    for what in (
        'class="math ',
        'class="exercise admonition"',
        'class="solution ',
        'class="claim ',
    ):
        assert joined.count(what) == whole.count(what), what


def test_nothing_is_cut_off_at_the_margins(book):
    wrong = book.execute_script(SURVEY)
    # On paper nothing scrolls: what is wider than its box is lost.
    wrong["clipped"] = book.execute_script(
        """return [...document.querySelectorAll('pre, table, .math, svg.figure')]
        .filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1
            && getComputedStyle(e).overflowX !== 'visible'
            || e.getBoundingClientRect().right > arguments[0] + 1))
        .map(e => `${e.closest('.chapter').id}: ${e.outerHTML.slice(0, 200)}`)""",
        PAPER,
    )
    # On paper nothing is saved or unfolded.
    for kind in ("figures without their file", "names that two toggles share"):
        del wrong[kind]
    assert {kind: places for kind, places in wrong.items() if places} == {}
    assert book.complaints() == []


def test_each_chapter_begins_on_a_page_of_its_own(book):
    book.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    pages = print_page.destinations(print_page.printed(book))
    begins = [pages[slug] for slug in print_page.slugs(files()).values()]
    assert begins == sorted(set(begins))
    targets = {i for i in parsed(HTML / "print.html").ids if i.startswith("part-")}
    assert targets <= set(pages)


def test_numbers_of_pages_stand_in_the_contents_of_the_pdf(book):
    """Written into the contents they move no page, so that they are right."""
    book.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    pages = print_page.numbered(book)
    assert print_page.destinations(print_page.printed(book)) == pages
    seen = book.execute_script(
        "return [...document.querySelectorAll('.page-number')].map(e => e.textContent)"
    )
    assert seen == [str(pages[slug]) for slug in print_page.slugs(files()).values()]


CHAPTER = "notebooks/economics/kv_cache"


def test_a_handout_is_one_page_without_solutions(chromium, tmp_path):
    if not (HTML / f"{CHAPTER}.html").exists():
        pytest.skip("no built page: run python tools/build.py")
    built = (HTML / f"{CHAPTER}.html").read_text(encoding="utf-8")
    text = handout.page(CHAPTER)
    assert text.count('class="drawing"') == built.count('class="drawing"')
    path = tmp_path / "kv_cache.html"
    path.write_text(text, encoding="utf-8")
    chromium.resize(390, 900)
    chromium.open(path.as_uri())
    words = chromium.find_element("tag name", "main").text
    asked = re.findall(r"^Exercise (\d)", words, re.MULTILINE)
    assert asked == [str(n) for n in range(1, len(asked) + 1)] and len(asked) >= 2
    assert "Solution" not in words
    assert [a for a in chromium.requests() if not a.startswith(("file:", "data:"))] == []
    assert chromium.complaints() == []
    assert chromium.execute_script("return document.documentElement.scrollWidth") <= 390
    handout.print_all([path])
    assert len(print_page.destinations(path.with_suffix(".pdf").read_bytes())) >= len(asked)
