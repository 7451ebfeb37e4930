"""The exercises: two to four a chapter, each with its difficulty and a solution that runs."""

import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest
import yaml

from tools.handout import without_solutions

ROOT = Path(__file__).resolve().parent.parent
# From easy to unsolved; the page on teaching explains them.
LEVELS = ("Reading off", "Computing", "Changing the model", "Open")

PARTS = [
    [chapter["file"] for chapter in part["chapters"]]
    for part in yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
]
*NUMBERED, APPENDIX = PARTS


def asks(name):
    """Tell whether a page of the appendix is a chapter with exercises."""
    path = ROOT / f"{name}.ipynb"
    return path.exists() and "```{exercise}" in path.read_text(encoding="utf-8")


CHAPTERS = [name for part in NUMBERED for name in part] + [name for name in APPENDIX if asks(name)]
each_chapter = pytest.mark.parametrize("name", CHAPTERS)


def cells(name):
    return nbformat.read(ROOT / f"{name}.ipynb", as_version=4).cells


def prose(name):
    return "\n".join(cell.source for cell in cells(name) if cell.cell_type == "markdown")


def exercises(name):
    """Return (difficulty, label, text) of each exercise, in the chapter's order."""
    found = re.findall(
        r"^```\{exercise\} *([^\n]*)\n:label: *(\S+)\n(.*?)^```$", prose(name), re.M | re.S
    )
    assert len(found) == prose(name).count("{exercise}"), "an exercise lacks title, label or end"
    return found


def solutions(name):
    """Return, by label, a solution's text and the code cells in it."""
    found, running = {}, None
    for cell in cells(name):
        if cell.cell_type == "code":
            if running:
                found[running][1].append(cell)
            continue
        for part in re.split(r"^(?=```\{)", cell.source, flags=re.M):
            short = re.match(
                r"```\{solution\} *(\S+)\n:class: dropdown\n(.*?)^```$", part, re.M | re.S
            )
            start = re.match(r"```\{solution-start\} *(\S+)\n:class: dropdown\n```", part)
            if short:
                found[short[1]] = [short[2], []]
            elif start:
                assert running is None, f"{running} has no end"
                running = start[1]
                found[running] = [part[start.end() :], []]
            elif part.startswith("```{solution-end}"):
                assert running, "a solution ends that did not start"
                running = None
            elif running:
                found[running][0] += part
    assert running is None, f"{running} has no end"
    return found


@each_chapter
def test_two_to_four_from_easy_to_hard(name):
    levels = [level for level, _, _ in exercises(name)]
    assert 2 <= len(levels) <= 4
    assert set(levels) <= set(LEVELS)
    assert levels == sorted(levels, key=LEVELS.index)
    assert levels[0] != "Open"


@each_chapter
def test_every_exercise_asks_and_has_one_hidden_solution(name):
    asked = {label for _, label, _ in exercises(name)}
    assert asked == set(solutions(name))
    for _, label, text in exercises(name):
        assert len(text.split()) >= 12, label


@each_chapter
def test_solutions_run_and_print_and_are_compared(name):
    """A question with an answer is answered by code; one without has at least a word on it."""
    given = solutions(name)
    for level, label, _ in exercises(name):
        text, code = given[label]
        if level == "Open":
            assert code or len(text.split()) >= 30, f"{label}: an open question takes a hint"
            continue
        assert code, f"{label}: no code answers it"
        assert any(cell.outputs for cell in code), f"{label}: prints nothing"
        for cell in code:
            assert not {"nbval-skip", "nbval-ignore-output"} & set(cell.metadata.get("tags", [])), (
                label
            )


@pytest.mark.parametrize("part", NUMBERED, ids=lambda part: part[0].split("/")[1])
def test_a_part_ends_with_a_question_without_a_known_answer(part):
    assert "Open" in [level for level, _, _ in exercises(part[-1])]


def test_labels_are_unique():
    labels = Counter(label for name in CHAPTERS for _, label, _ in exercises(name))
    assert max(labels.values()) == 1
    assert all(re.fullmatch(r"ex-[a-z0-9]+-[a-z0-9]+", label) for label in labels)


@each_chapter
def test_a_handout_keeps_every_question_and_no_solution(name):
    answers = {cell.source for _, code in solutions(name).values() for cell in code}
    handed = without_solutions(nbformat.read(ROOT / f"{name}.ipynb", as_version=4))
    text = "\n".join(cell.source for cell in handed.cells)
    assert re.findall(r":label: (ex-\S+)", text) == [label for _, label, _ in exercises(name)]
    assert "{solution" not in text
    assert not answers & {cell.source for cell in handed.cells}
    assert len(handed.cells) <= len(cells(name)) - len(answers)
    nbformat.validate(handed)


def test_a_solution_without_an_end_is_not_cut_in_silence():
    cell = nbformat.v4.new_markdown_cell("```{solution-start} ex-a-b\n:class: dropdown\n```")
    with pytest.raises(ValueError, match="without an end"):
        without_solutions(nbformat.v4.new_notebook(cells=[cell]))
