"""Runs of chapters are found again just as long as what they depend on says the same."""

import json
import sys
from pathlib import Path

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import runs

USED = '''"""What a chapter imports."""

def twice(x):
    """Two times x."""
    return 2 * x  # not three
'''


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A book of one chapter, which imports a module and reads a table, beside others."""
    (tmp_path / "models").mkdir()
    for name, content in {
        "models/used.py": USED,
        "models/other.py": "nothing = 1\n",
        "read.csv": "x\n3\n",
        "other.csv": "x\n4\n",
        "requirements.txt": "numpy==2\n",
    }.items():
        (tmp_path / name).write_text(content)
    cells = [
        "import sys\nsys.path.insert(0, '.')\nfrom models.used import twice",
        "print(twice(int(open('read.csv').read().split()[1])))",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbformat.write(notebook, tmp_path / "chapter.ipynb")
    monkeypatch.setattr(runs, "ROOT", tmp_path)
    monkeypatch.setattr(runs, "RUNS", tmp_path / "_build/runs")
    for name, value in runs.surroundings().items():  # set by refresh, and taken back here
        monkeypatch.setenv(name, value)
    runs.said.cache_clear()
    yield tmp_path
    runs.said.cache_clear()


def changed(path, old, new):
    path.write_text(path.read_text().replace(old, new))
    runs.said.cache_clear()


def refresh(book):
    """The chapters that were run, and what the page of the one chapter then prints."""
    said = []
    assert runs.refresh(["chapter"], 60, said.append) == []
    outputs = json.loads((book / "_build/runs/chapter.json").read_text())["outputs"]
    return len(said), outputs[1][0]["text"]


def test_a_run_is_found_again_until_what_it_read_says_something_else(book):
    assert refresh(book) == (1, "6\n")
    assert refresh(book) == (0, "6\n")
    # What it did not read, and what does not count, as comments and docstrings.
    changed(book / "models/other.py", "1", "2")
    changed(book / "other.csv", "4", "5")
    changed(book / "models/used.py", "  # not three", "")
    changed(book / "models/used.py", "Two times x.", "Twice x.")
    assert refresh(book) == (0, "6\n")
    # What it did read; taken back, the first run is there.
    changed(book / "models/used.py", "2 * x", "3 * x")
    assert refresh(book) == (1, "9\n")
    changed(book / "models/used.py", "3 * x", "2 * x")
    assert refresh(book) == (0, "6\n")
    changed(book / "read.csv", "3", "7")
    assert refresh(book) == (1, "14\n")
    changed(book / "requirements.txt", "2", "3")
    assert refresh(book) == (1, "14\n")


def test_docstrings_count_where_something_asks_for_them(book):
    changed(book / "chapter.ipynb", "print(", "print(twice.__doc__, ")
    assert refresh(book) == (1, "Two times x. 6\n")
    changed(book / "models/used.py", "Two times x.", "Twice x.")
    assert refresh(book) == (1, "Twice x. 6\n")


def test_a_chapter_that_fails_is_told_and_keeps_no_run(book):
    changed(book / "chapter.ipynb", "print(", "1 / 0 # ")
    said = []
    assert runs.refresh(["chapter"], 60, said.append) == ["chapter"]
    assert "ZeroDivisionError" in said[0]
    assert not (book / "_build/runs/chapter.json").exists()


def test_a_run_during_which_a_file_changed_is_shown_and_not_kept(book, monkeypatch):
    def meanwhile(*arguments):
        found = run(*arguments)
        changed(book / "read.csv", "3", "7")
        return found

    run = runs.run
    monkeypatch.setattr(runs, "run", meanwhile)
    assert refresh(book) == (1, "6\n")
    monkeypatch.setattr(runs, "run", run)
    assert refresh(book) == (1, "14\n")
    assert refresh(book) == (0, "14\n")


def test_a_file_cut_short_is_no_run(book):
    refresh(book)
    (book / "_build/runs/index.json").write_text('{"chapter": [')
    assert refresh(book) == (1, "6\n")
