"""Notation and glossary: every word and symbol explained once, and linked where it first stands."""

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

ROLE = re.compile(r"\{term\}`(?:[^`<]*<)?([^`<>]+)>?`")
#: Words that also stand in another sense: that each is linked where it has its own is for a reader.
OTHER_SENSES = set(
    "balance claim collective context copy depth document drift exponential floor frontier head"
    " hedged hop host intensity kernel latency margin node parameter pipeline replay ring scatter"
    " slice slot stage switch tail task tied tile verdict weight".split()
)
# What is not running text: code, other roles, formulas, links, headings, directives.
APART = re.compile(
    r"```.*?```|`[^`\n]*`|\$\$.*?\$\$|(?<![\\\w])\$[^$\n]{1,80}\$|!?\[[^\]\n]*\]\([^)]*\)|^#[^\n]*$",
    re.DOTALL | re.MULTILINE,
)


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
    """How often a page links each term, by the term in lower case."""
    return Counter(name.strip().lower() for text in texts(path) for name in ROLE.findall(text))


def test_each_term_stands_once_and_is_explained():
    assert len(TERMS) > 100
    assert [t for t, n in Counter(map(str.lower, TERMS)).items() if n > 1] == []
    assert [name for name, words in entries() if not words.endswith((".", ".)"))] == []


@pytest.mark.parametrize("path", PAGES, ids=[p.stem for p in PAGES])
def test_every_linked_term_is_in_the_glossary(path):
    assert set(linked(path)) <= set(map(str.lower, TERMS))


def test_every_term_of_the_glossary_is_linked_from_a_chapter():
    used = set().union(*(linked(path) for path in PAGES))
    assert [term for term in TERMS if term.lower() not in used] == []


def prose(path):
    """A chapter's running text up to its exercises; links to terms are left as they are written."""
    text = "\n\n".join(texts(path)).split("\n## Exercises")[0]
    kept = []

    def keep(match):
        kept.append(match[0])
        return f"\0{len(kept) - 1}\0"

    text = re.sub(r"\{(?!term\})[a-z:]+\}`[^`]*`", " ", ROLE.sub(keep, text))
    text = APART.sub(" ", text)
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], text)


def first_bare_use(text, term):
    """Where a term first stands in a text without a link and not as part of a longer term."""
    longer = [t for t in TERMS if t != term and re.search(rf"\b{re.escape(term)}\b", t, re.I)]
    for name in sorted(longer, key=len, reverse=True):
        spaced = re.escape(name).replace(r"\ ", r"\s+")
        text = re.sub(rf"\b{spaced}(e?s)?\b", lambda m: "·" * len(m[0]), text, flags=re.I)
    text = ROLE.sub(lambda match: "·" * len(match[0]), text)
    # Abbreviations as they are written; other words also at a sentence's beginning.
    case = 0 if term.upper() == term or term in ("Pareto",) else re.IGNORECASE
    spaced = re.escape(term).replace(r"\ ", r"\s+")
    match = re.search(rf"(?<![\w-]){spaced}(e?s)?(?![\w-]|/s)", text, case)
    return match and match.start()


@each_chapter
def test_the_first_use_of_a_term_is_linked(path):
    """What counts is running text: no heading, formula, figure or exercise."""
    text, late = prose(path), []
    for term in TERMS:
        if term in OTHER_SENSES:
            continue
        links = [m.start() for m in ROLE.finditer(text) if m[1].strip().lower() == term.lower()]
        bare = first_bare_use(text, term)
        if bare is not None and not (links and links[0] < bare):
            late.append(f"{term}: …{' '.join(text[max(0, bare - 40) : bare + 40].split())}…")
    assert late == [], "write {term}`…` or {term}`words <term>` at the first use of " + "; ".join(
        late
    )


@each_chapter
def test_a_term_is_linked_once(path):
    before = {name: count for name, count in linked(path).items() if count > 1}
    assert before == {}


def symbols():
    """The letters of the table of symbols, by the page that they belong to."""
    table = NOTATION.read_text().split("## Symbols")[1].split("\n## ")[0]
    found, page = {}, None
    for symbol, meaning in re.findall(r"^\| (.*?) ?\| (.*) \|$", table, re.MULTILINE):
        link = re.search(r"\]\(\.\./([\w/]+)\)", meaning)
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
