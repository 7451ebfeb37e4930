"""The slides say what the book says."""

import re
import tomllib

import pytest

from lib.book import figures
from tools import slides

PLAN = tomllib.loads((slides.ROOT / "web/slides.toml").read_text(encoding="utf-8"))["slide"]
each_figure = pytest.mark.parametrize("figure", [slide["figure"] for slide in PLAN])


@pytest.fixture(scope="module")
def deck():
    return slides.slides()


@pytest.fixture(scope="module")
def findings(deck):
    return {slide["id"]: slide for slide in deck if slide["kind"] == "finding"}


@each_figure
def test_figure_and_caption_are_those_of_the_stored_chapter(findings, figure):
    slide = findings[figure]
    drawn = (figures.FIGURES / f"{slide['figure']}.svg").read_text(encoding="utf-8").strip()
    chapter = slides.read(slide["page"].removeprefix("../").removesuffix(".html"))
    stored = [
        figures.drawings("".join(output["data"]["text/html"]), str)
        for cell in chapter["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
        if "text/html" in output.get("data", {})
    ]
    assert any(drawn in text for text in stored)
    assert any(slide["caption"] in text for text in stored)


def test_a_figure_that_moves_stands_at_its_start_beside_another(findings):
    assert [len(findings[slide["figure"]]["also"]) for slide in PLAN] == [
        len(slide.get("also", ())) for slide in PLAN
    ]
    (start,) = findings["cost_per_token-answer"]["also"]
    assert start.startswith("<svg") and "Speed of one request" in start
    with pytest.raises(ValueError, match="no-such-figure"):
        slides.started(slides.read("notebooks/spatial/two_memories"), "no-such-figure")


def test_a_figure_or_a_source_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no-such-figure"):
        slides.caption(slides.read("notebooks/spatial/two_memories"), "no-such-figure")
    with pytest.raises(ValueError, match="nobody2000"):
        slides.citations(["li2024groq", "nobody2000"])


def test_the_deck_asks_for_no_file_and_no_host(tmp_path):
    text = slides.write(tmp_path).with_name("slides.html").read_text(encoding="utf-8")
    loaded = re.findall(r"(?:src=|url\(|@import\s|<link[^>]*href=)[\"']?([^\"')>\s]+)", text)
    assert all(address.startswith(("data:", "#")) for address in loaded), loaded
    assert "<!-- " not in text
    assert len(text.encode()) < 2e6
