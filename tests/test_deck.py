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


def test_every_slide_of_the_plan_is_in_the_deck_in_the_books_order(findings):
    assert list(findings) == [slide["figure"] for slide in PLAN]


def test_every_chapter_has_a_slide(findings):
    chapters = {name for _, names in slides.parts() for name in names}
    shown = {slide["page"].removeprefix("../").removesuffix(".html") for slide in findings.values()}
    numbered = {
        n for caption, names in slides.parts() if caption.startswith("Part ") for n in names
    }
    assert numbered <= shown <= chapters


def test_a_part_opens_with_a_question_and_closes_with_one_that_nobody_has_answered(deck):
    numbered = [caption for caption, _ in slides.parts() if caption.startswith("Part ")]
    for kind in ("part", "question"):
        assert [slide["name"] for slide in deck if slide["kind"] == kind] == numbered


@pytest.mark.parametrize("slide", PLAN, ids=lambda slide: slide["figure"])
def test_a_finding_is_one_short_statement_without_a_number(slide):
    assert re.fullmatch(r"[A-Z][^\d]{20,110}\.", slide["finding"])


@each_figure
def test_figure_and_caption_are_those_of_the_stored_chapter(findings, figure):
    slide = findings[figure]
    drawn = (figures.FIGURES / f"{slide['figure']}.svg").read_text(encoding="utf-8").strip()
    chapter = slides.read(slide["page"].removeprefix("../").removesuffix(".html"))
    stored = [
        "".join(output["data"][kind])
        for cell in chapter["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
        for kind in ("image/svg+xml", "text/html")
        if kind in output.get("data", {})
    ]
    assert drawn in [text.strip() for text in stored]
    assert any(slide["caption"] in text for text in stored)


def test_a_figure_or_a_source_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no-such-figure"):
        slides.caption(slides.read("notebooks/spatial/two_memories"), "no-such-figure")
    with pytest.raises(ValueError, match="nobody2000"):
        slides.citations(["li2024groq", "nobody2000"])


def test_sources_read_as_names_and_years():
    assert slides.citations(["dean2013", "abts2022", "li2024groq"]) == (
        "Dean and Barroso 2013; Abts et al. 2022; Li 2024"
    )


def test_questions_lose_their_markup():
    text = slides.plain("Is *this* `decode` {cite:p}`li2024groq` of [a chapter](../x) at \\$5 < 6?")
    assert text == "Is <em>this</em> <code>decode</code> of a chapter at $5 &lt; 6?"


def test_the_deck_asks_for_no_file_and_no_host(tmp_path):
    text = slides.write(tmp_path).read_text(encoding="utf-8")
    loaded = re.findall(r"(?:src=|url\(|@import\s|<link[^>]*href=)[\"']?([^\"')>\s]+)", text)
    assert all(address.startswith(("data:", "#")) for address in loaded), loaded
    assert "<!-- " not in text
    assert len(text.encode()) < 2e6
