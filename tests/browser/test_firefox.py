"""The book in Firefox: figures that compute, formulas, and pages of every width.

All under a strict policy, so that what stands there stands anywhere.
"""

import computing
import pytest
from computing import STORED
from firefox import FIREFOX, firefox
from pages import HTML, SURVEY, WIDTHS, beyond_the_edge, served

pytestmark = pytest.mark.skipif(
    not FIREFOX, reason="Firefox is not installed: the pages were not tried in it"
)


@pytest.fixture(scope="module")
def fox():
    with firefox() as driver:
        yield driver


@pytest.fixture(scope="module")
def strict():
    if not (HTML / "index.html").exists():
        pytest.skip("no book in _build/html: run python tools/build.py")
    with served(HTML, computing.POLICY) as address:
        yield address


@pytest.mark.parametrize("name", STORED)
def test_the_page_computes_what_the_models_do(fox, strict, name):
    chapter = STORED[name][0].relative_to(computing.ROOT).with_suffix(".html")
    computing.show(fox, f"{strict}/{chapter.as_posix()}", name)
    computing.page_and_model_agree(fox, name)


def test_reads_well_and_no_width_scrolls_sideways(fox, strict, page):
    fox.resize(WIDTHS[0], 900)
    fox.open(f"{strict}/{page}")
    if page.startswith("notebooks/"):
        wrong = fox.execute_script(SURVEY)
        assert {kind: places for kind, places in wrong.items() if places} == {}
    assert beyond_the_edge(fox) == {}
    assert fox.complaints() == []
