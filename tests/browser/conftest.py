"""The built book and a Chromium for the tests of this folder."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # pages.py, whatever pytest's import mode

from pages import CHROMEDRIVER, CHROMIUM, HTML, browser, served


def built_pages():
    """Return the paths of the pages a reader opens: no redirect, no part of the theme."""
    pages = sorted(HTML.rglob("*.html"))
    names = [p.relative_to(HTML).as_posix() for p in pages]
    others = ("_static/", "lite/", "slides/slides.html")  # the last is slides/index.html again
    return [n for n in names if n != "index.html" and not n.startswith(others)]


def pytest_generate_tests(metafunc):
    if "page" in metafunc.fixturenames and "folder" not in metafunc.fixturenames:
        pages = built_pages()
        if "moving" in metafunc.function.__name__:
            pages = [p for p in pages if 'class="live"' in (HTML / p).read_text(encoding="utf-8")]
        # The page to print has tests of its own, see test_print.py.
        if "chromium" in metafunc.fixturenames and "width" not in metafunc.function.__name__:
            pages = [p for p in pages if p != "print.html"]
        metafunc.parametrize("page", pages)  # none: pytest skips the test and says so


@pytest.fixture(scope="session")
def address():
    """The address of the book, served from plain files."""
    if not (HTML / "index.html").exists():
        pytest.skip("no book in _build/html: run python tools/build.py")
    with served(HTML) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """A Chromium that reaches no other host."""
    if not (CHROMIUM and CHROMEDRIVER):
        pytest.skip("Chromium and chromedriver are not installed: the pages were not tested")
    with browser() as driver:
        yield driver


@pytest.fixture
def opened(chromium, address, page):
    """The page, opened on a wide screen."""
    chromium.resize(1280, 900)
    chromium.open(f"{address}/{page}")
    return chromium


def pytest_terminal_summary(terminalreporter):
    """Say how fast the moving figures answered, which the log of a run should keep."""
    times = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "milliseconds"
    ]
    if times:
        terminalreporter.write_line(
            f"{len(times)} sliders, from key to changed figure: "
            f"median {sorted(times)[len(times) // 2]:.0f} ms, slowest {max(times):.0f} ms"
        )
