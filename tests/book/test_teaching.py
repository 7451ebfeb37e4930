"""The plan of the chapters agrees with the chapters."""

import json
import re
from pathlib import Path

import pytest
import yaml

from lib.book.teaching import CHAPTERS, SECONDS, find, minutes, path_to
from tools import minutes as count

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
def test_the_minutes_are_those_of_the_chapter_as_it_is(chapter):
    """Within one: a sentence more asks for no new number. python tools/minutes.py --store."""
    assert abs(count.minutes(chapter.path) - chapter.minutes) <= 1


def cell(text, *tags, **output):
    kind = "code" if output else "markdown"
    outputs = [{"data": output}] if output else []
    return {"cell_type": kind, "source": text, "metadata": {"tags": tags}, "outputs": outputs}


@pytest.mark.parametrize(
    ("cells", "met"),
    [
        ([cell("# Two words\n\nand [three more here](../a.ipynb#b).")], {"word": 6}),
        ([cell("x = 1\n\ny = x", **{"text/plain": "1"})], {"line": 2}),
        ([cell("x = 1", "hide-input", **{"text/markdown": "It is 5.0."})], {"word": 3}),
        ([cell("![An alternative](a.svg)\n")], {"figure": 1}),
        ([cell("| a | b |\n|---|---|\n| 1 | 2 |\n")], {"row": 2}),
        ([cell("t", "hide-input", **{"text/html": f"<table>{'<tr>' * 9}</table>"})], {"row": 9}),
        ([cell("t", "hide-input", **{"text/html": f"<table>{'<tr>' * 99}</table>"})], {"row": 15}),
        (
            [
                cell(
                    "f",
                    "hide-input",
                    **{
                        "text/html": '<figure class="live"><svg><text>no</text></svg>'
                        '<img class="figure"><form>Price</form><p>It moves.</p></figure>'
                    },
                )
            ],
            {"moving figure": 1, "word": 2},
        ),
        ([cell("c", "hide-input", **{"text/html": "<details>9 claims</details>"})], {}),
        (
            [cell("# One"), cell("#### Solution to exercise 1"), cell("So."), cell("## Go on")],
            {"word": 3},
        ),
    ],
)
def test_what_is_read_is_counted_and_what_is_folded_is_not(cells, met):
    assert count.counted(cells) == dict.fromkeys(SECONDS, 0) | met


def test_words_are_read_at_the_published_pace():
    """238 words a minute, Brysbaert (2019)."""
    assert 238 * SECONDS["word"] == pytest.approx(60)


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
