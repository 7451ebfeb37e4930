"""The exercises: each has a hidden solution that runs, and the handout has none of them."""

import re
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from tools.handout import without_solutions

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = [
    path.relative_to(ROOT).with_suffix("").as_posix()
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb"))
    if "```{exercise}" in path.read_text(encoding="utf-8")
]
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
def test_every_exercise_has_one_hidden_solution_that_runs_and_is_compared(name):
    given = solutions(name)
    assert [label for _, label, _ in exercises(name)] == list(given)
    for level, label, _ in exercises(name):
        text, code = given[label]
        if level == "Open":  # no known answer: at least a word on it
            assert code or text.split(), label
        else:
            assert any(cell.outputs for cell in code), f"{label}: no code answers it"
        for cell in code:
            assert "nbval-ignore-output" not in cell.metadata.get("tags", []), label


def test_labels_are_unique():
    labels = Counter(label for name in CHAPTERS for _, label, _ in exercises(name))
    assert max(labels.values()) == 1


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
