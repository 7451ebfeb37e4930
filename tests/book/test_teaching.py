"""The plan of the chapters agrees with the chapters."""

import json
import re
from pathlib import Path

import pytest
import yaml

from lib.book.teaching import CHAPTERS, find, minutes, path_to

ROOT = Path(__file__).resolve().parents[2]
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.path)


def in_the_book():
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    numbered = [part for part in toc["parts"] if part["caption"].startswith("Part ")]
    files = [chapter["file"] for part in numbered for chapter in part["chapters"]]
    return [file.removeprefix("notebooks/") for file in files]


def test_every_chapter_of_the_book_is_there_in_its_order():
    paths = [chapter.path for chapter in CHAPTERS if not chapter.path.startswith("appendix/")]
    assert paths == in_the_book()


@each_chapter
def test_titles_are_those_of_the_chapters(chapter):
    path = ROOT / f"notebooks/{chapter.path}.ipynb"
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert re.search(r"^# (.+)$", "".join(first["source"]), re.M)[1] == chapter.title


@each_chapter
def test_what_a_chapter_needs_comes_before_it(chapter):
    order = [other.path for other in CHAPTERS]
    assert all(order.index(need) < order.index(chapter.path) for need in chapter.needs)


def test_a_path_holds_all_that_its_chapters_need_once():
    for chapter in CHAPTERS:
        path = path_to(chapter.path)
        assert path[-1] == chapter
        for place, step in enumerate(path):
            assert set(step.needs) <= {before.path for before in path[:place]}
    assert path_to(*(chapter.path for chapter in CHAPTERS)) == CHAPTERS


def test_a_longer_path_takes_longer():
    assert minutes(path_to("economics/sensitivity")) > minutes(path_to("economics/cost_per_token"))
    assert minutes(()) == 0


@pytest.mark.parametrize("ask", [find, path_to])
def test_a_chapter_that_is_not_there_is_named(ask):
    with pytest.raises(ValueError, match="economics/none.*spatial/two_memories"):
        ask("economics/none")
