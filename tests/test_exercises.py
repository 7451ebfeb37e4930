"""The exercises: each has a hidden solution that runs, and the handout has none of them."""

import re
from pathlib import Path

import nbformat
import pytest

from tools.handout import without_solutions

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = [
    path.relative_to(ROOT).with_suffix("").as_posix()
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb"))
    if "### Exercise 1" in path.read_text(encoding="utf-8")
]
each_chapter = pytest.mark.parametrize("name", CHAPTERS)


def cells(name):
    return nbformat.read(ROOT / f"{name}.ipynb", as_version=4).cells


def prose(name):
    return "\n".join(cell.source for cell in cells(name) if cell.cell_type == "markdown")


def exercises(name):
    """The levels of a chapter's exercises, by number and in order."""
    found = re.findall(r"^### Exercise (\d+)\n\n\*([^*]+)\.\* \S", prose(name), re.M)
    assert len(found) == len(re.findall("^#+ Exercise ", prose(name), re.M)), "one has no level"
    return found


def solutions(name):
    """The text and the code cells below each solution's heading, by number and in order."""
    found, running = {}, None
    for cell in cells(name):
        start = re.match(r"#### Solution to exercise (\d+)$", cell.source)
        if cell.cell_type == "markdown" and start:
            running = found[start[1]] = ["", []]
        elif cell.cell_type == "markdown" and re.match(r"#{1,4} ", cell.source):
            running = None
        elif running and cell.cell_type == "markdown":
            running[0] += cell.source
        elif running:
            running[1].append(cell)
    return found


@each_chapter
def test_every_exercise_has_one_hidden_solution_that_runs_and_is_compared(name):
    given = solutions(name)
    assert [number for number, _ in exercises(name)] == list(given)
    assert list(given) == [str(number) for number in range(1, len(given) + 1)]
    for number, level in exercises(name):
        text, code = given[number]
        if level == "Open":  # no known answer: at least a word on it
            assert code or text.split(), number
        else:
            assert any(cell.outputs for cell in code), f"{number}: no code answers it"
        for cell in code:
            assert "nbval-ignore-output" not in cell.metadata.get("tags", []), number


@each_chapter
def test_a_solutions_heading_stands_alone_and_hides_what_is_below_it(name):
    """JupyterLab hides the cells below a heading that is folded, not the rest of its own."""
    for cell in cells(name):
        if re.search("^#+ Solution to", cell.source, re.M):
            assert re.fullmatch(r"#### Solution to exercise \d+", cell.source)
            assert cell.metadata["jp-MarkdownHeadingCollapsed"]


@each_chapter
def test_a_handout_keeps_every_question_and_no_solution(name):
    answers = {cell.source for _, code in solutions(name).values() for cell in code}
    handed = without_solutions(nbformat.read(ROOT / f"{name}.ipynb", as_version=4))
    text = "\n".join(cell.source for cell in handed.cells)
    asked = [number for number, _ in exercises(name)]
    assert re.findall(r"^### Exercise (\d+)$", text, re.M) == asked
    assert "Solution to" not in text
    assert not answers & {cell.source for cell in handed.cells}
    assert len(handed.cells) <= len(cells(name)) - len(answers)
    nbformat.validate(handed)


def test_after_a_solution_a_handout_goes_on_at_the_next_heading():
    new = nbformat.v4.new_markdown_cell
    texts = [
        "### Exercise 1",
        "#### Solution to exercise 1",
        "Because.",
        "##### So",
        "## Next",
        "On",
    ]
    handed = without_solutions(nbformat.v4.new_notebook(cells=list(map(new, texts))))
    assert [cell.source for cell in handed.cells] == ["### Exercise 1", "## Next", "On"]
