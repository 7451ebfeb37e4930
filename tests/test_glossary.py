"""Notation and glossary: what a chapter links or writes in a formula is explained there, once."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from lib.claims import HOLDS_WITHIN, ROUGHLY_WITHIN

ROOT = Path(__file__).resolve().parent.parent
NOTATION = ROOT / "notebooks/appendix/notation.md"
PAGES = sorted(
    path
    for kind in ("ipynb", "md")
    for path in (ROOT / "notebooks").rglob(f"*.{kind}")
    if ".ipynb_checkpoints" not in path.parts and path != NOTATION
)
CHAPTERS = [p for p in PAGES if p.parent.name in ("spatial", "economics", "sync", "verdict")]
each_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=[p.stem for p in CHAPTERS])

LINK = re.compile(r"\]\([\w./]*notation\.md#(term-[^)]+)\)")


def texts(path):
    """The Markdown of a page, cell by cell."""
    if path.suffix == ".md":
        return [path.read_text(encoding="utf-8")]
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def entries():
    """The terms of the glossary in order, each with what explains it."""
    found = []
    for block in re.findall(r"```\{glossary\}\n(.*?)```", NOTATION.read_text(), re.DOTALL):
        for entry in re.split(r"\n\n(?=\S)", block.strip()):
            lines = entry.splitlines()
            names = [line for line in lines if not line.startswith(" ")]
            words = " ".join(line.strip() for line in lines[len(names) :])
            found += [(name, words) for name in names]
    return found


TERMS = [name for name, _ in entries()]


def linked(path):
    """The anchors of the terms that a page links."""
    return {anchor for text in texts(path) for anchor in LINK.findall(text)}


def test_each_term_stands_once_and_is_explained():
    assert [t for t, n in Counter(map(str.lower, TERMS)).items() if n > 1] == []
    assert [name for name, words in entries() if not words.endswith((".", ".)"))] == []


@pytest.mark.parametrize("path", PAGES, ids=[p.stem for p in PAGES])
def test_every_linked_term_is_in_the_glossary(path):
    assert linked(path) <= {"term-" + re.sub(r"[^\w.]+", "-", name).strip("-") for name in TERMS}


def symbols():
    """The letters of the table of symbols, by the page that they belong to."""
    table = NOTATION.read_text().split("## Symbols")[1].split("\n## ")[0]
    found, page = {}, None
    for symbol, meaning in re.findall(r"^\| (.*?) ?\| (.*) \|$", table, re.MULTILINE):
        link = re.search(r"\]\(\.\./([\w/]+)\.ipynb\)", meaning)
        page = link[1] if link else page if symbol.strip() else None
        found.setdefault(page, set()).update(letters(symbol))
    return found


def letters(text):
    """The letters that stand for something in the formulas of a text."""
    formulas = re.findall(r"\$\$.*?\$\$|(?<![\\\w$])\$[^$\n]{1,80}\$", text, re.DOTALL)
    bare = " ".join(
        re.sub(r"\\(?:begin|end)\{\w+\}|\\text\{[^{}]*\}|\\[a-zA-Z]+", " ", f) for f in formulas
    )
    return set(re.findall(r"[A-Za-z]", bare))


@each_chapter
def test_every_letter_of_a_formula_is_in_the_table_of_symbols(path):
    used = set().union(*map(letters, texts(path)))
    assert used <= symbols().get(f"{path.parent.name}/{path.stem}", set())


def test_the_glossary_states_the_rule_of_the_verdicts():
    words = dict(entries())["verdict"]
    assert f"within {HOLDS_WITHIN:.0%}" in words
    assert f"within {ROUGHLY_WITHIN:.0%}" in words
