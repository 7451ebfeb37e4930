"""What _ext makes of a small book: sources at the end of a page, meanings on hovering."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document

from lib import tables

EXTENSIONS = Path(__file__).resolve().parent.parent / "_ext"
pytest.importorskip("sphinxcontrib.bibtex")

TREE = "one\ntwo\nplain\ntable\nsolved\nnotebooks/appendix/references\nnotebooks/appendix/notation"
SOURCES, TERMS = "notebooks/appendix/references", "notebooks/appendix/notation"


def cite(key, words):
    return f"([{words}]({SOURCES}.md#{key}))"


TAIL, ROOFLINE = cite("dean2013", "Dean and Barroso, 2013"), "Williams et al. (2009)"
PAGES = {
    "index": f"# Book\n\n```{{toctree}}\n{TREE}\n```\n",
    "one": f"# One\n\n[{ROOFLINE}]({SOURCES}.md#williams2009) draw a roofline {TAIL}.\n",
    "two": f"# Two\n\nA tail {TAIL}.\n\n## Last\n\nAnd again {TAIL}.\n",
    "plain": (
        f"# Plain\n\nNothing is cited; many [Batches]({TERMS}.md#term-batch).\n\n"
        "See [the second](solved.md#Exercise-2), and [what follows](solved.md#After-that).\n\n"
        "```{eval-rst}\n`Printed <solved.md#Exercise-1>`__ and `all of it <solved.md>`__.\n```\n"
    ),
    "table": '# Table\n\n```{raw} html\n<p><span data-source="gray1987">Gray</span></p>\n```\n',
    "solved": (
        "# Solved\n\n## Exercises\n\n"
        "### Exercise 1\n\n*Open.* Why?\n\nAnd how?\n\n"
        "#### Solution to exercise 1\n\nNobody knows.\n\n"
        "### Exercise 2\n\n*Computing.* How *much*?\n\n"
        "#### Solution to exercise 2\n\nMuch.\n\n## After that\n\nMore.\n"
    ),
    SOURCES: "# References\n\n```{bibliography}\n:all:\n```\n",
    TERMS: (
        "# Notation\n\n```{glossary}\nbatch\n  Requests that are\n  answered *together*.\n```\n"
    ),
}
SETTINGS = """
import sys
sys.path[:0] = [{root!r}, {ext!r}]
extensions = ["myst_parser", "sphinxcontrib.bibtex", "book_sources", "book_links"]
bibtex_bibfiles = ["references.bib"]
bibtex_reference_style = "author_year"
bibtex_default_style = "book"
"""


def build(folder):
    """The pages of the book in a folder by name, as HTML."""
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run([*command, folder, folder / "out"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {name: folder.joinpath("out", f"{name}.html").read_text() for name in PAGES}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    for name, text in PAGES.items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text)
    settings = SETTINGS.format(root=str(EXTENSIONS.parent), ext=str(EXTENSIONS))
    folder.joinpath("conf.py").write_text(settings)
    folder.joinpath("references.bib").write_bytes(tables.BIBLIOGRAPHY.read_bytes())
    return folder


@pytest.fixture(scope="module")
def pages(folder):
    return build(folder)


def anchors(html):
    return re.findall(r'id="source-([^"]+)"', html)


def test_a_page_ends_with_the_sources_it_cites_each_once(pages):
    assert anchors(pages["one"]) == ["dean2013", "williams2009"]
    assert anchors(pages["two"]) == ["dean2013"]
    assert pages["two"].index("<h2>Sources") > pages["two"].index("And again")
    assert "Sources" not in pages["plain"]
    assert "Dean, Jeffrey; Barroso, Luiz\xa0André. The Tail at Scale." in pages["two"]


def test_citations_lead_to_the_entry_on_their_own_page_and_name_it_on_hovering(pages):
    for name in ("one", "two"):
        links = dict(re.findall(r'href="#source-([^"]+)" title="([^"]*)"', pages[name]))
        assert list(links) and set(links) == set(anchors(pages[name]))
        assert links["dean2013"].startswith("Dean, Jeffrey; Barroso, Luiz André. The Tail at Scale")
    assert f">{ROOFLINE}</" in pages["one"] and ">Dean and Barroso, 2013</" in pages["one"]


def test_exercises_and_solutions_stand_in_boxes(pages):
    html = pages["solved"]
    assert html.count('class="exercise admonition"') == 2
    assert html.count('class="solution dropdown admonition"') == 2
    first, second = html.split('id="Exercise-2"')
    assert "Exercise 1 (Open)" in first and "<p>Why?</p>" in first
    assert "Exercise 2 (Computing)" in second and "<p>How <em>much</em>?</p>" in second
    assert 'Solution to <a class="reference internal" href="#Exercise-1">' in first
    assert second.index("Much.") < second.index("After")
    assert '<a class="reference internal" href="solved.html#Exercise-2">' in pages["plain"]


def test_a_link_that_a_cell_printed_leads_to_the_page(pages):
    for place in ("solved.html#Exercise-1", "solved.html"):
        assert f'<a class="reference internal" href="{place}">' in pages["plain"]


def test_a_link_to_a_heading_is_spelt_as_jupyter_spells_it(pages):
    assert '<a class="reference internal" href="solved.html#after-that">' in pages["plain"]
    assert 'id="after-that"' in pages["solved"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (cite("nobody2000", "Nobody, 2000"), "no source nobody2000"),
        (cite("dean2013", "Dean, 2013"), "dean2013 is cited as"),
        (f"[batch]({TERMS}.md#term-botch)", "no term-botch"),
        (f"[]({TERMS}.md)", "without words"),
        ("[one](one.md#Exercise-1)", "no Exercise-1 in one"),
        ("[none](three.md)", "three.md"),
        # As MyST leaves the links of what a cell printed.
        ("```{eval-rst}\n`none <three.md>`__\n```", "three.md"),
        ("```{eval-rst}\n`one <one>`__\n```", "one"),
        ("```{eval-rst}\n`one <one.md#Exercise-1>`__\n```", "no Exercise-1 in one"),
        ("### Other\n\n#### Solution to exercise 1\n\nSo.", "below no exercise"),
        ("### Exercise 1\n\nWhy?\n\n#### Solution to exercise 2\n\nSo.", "below Exercise 1"),
    ],
)
def test_what_a_link_or_a_solution_lacks_is_told(folder, tmp_path, text, said):
    shutil.copytree(folder, tmp_path / "book", ignore=shutil.ignore_patterns("out"))
    page = tmp_path / "book/plain.md"
    page.write_text(f"# Plain\n\n## Plainer\n\n{text}\n")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html"]
    done = subprocess.run(
        [*command, tmp_path / "book", tmp_path / "out"], capture_output=True, text=True
    )
    (warning,) = done.stderr.strip().splitlines()
    assert said in warning and "plain.md" in warning


def test_a_table_cites_too(pages):
    """As lib.book.datasheets writes it: a marked name becomes a link on the page."""
    assert anchors(pages["table"]) == ["gray1987"]
    assert '<a class="reference internal" href="#source-gray1987">Gray</a>' in pages["table"]
    assert 'href="../../table.html#source-gray1987"' in pages[SOURCES]


def test_the_references_have_every_source_and_say_where_it_is_cited(pages):
    html = pages[SOURCES]
    keys = re.findall(r"^@\w+\{([^,]+),", tables.BIBLIOGRAPHY.read_text(), re.M)
    assert len(re.findall(r'<div class="citation ', html)) == len(keys)
    assert all(f'href="../../{page}.html#source-dean2013"' in html for page in ("one", "two"))
    assert ">chips.toml<" in re.sub(r"</?span[^>]*>", "", html)  # a table that rests on a source


def test_a_link_to_a_term_says_what_it_means_also_after_the_glossary_has_changed(folder, pages):
    def titles(html):
        link = r'<a class="reference internal" href="[^"]*#term-batch" title="([^"]*)"'
        return re.findall(link, html)

    assert titles(pages["plain"]) == ["Requests that are answered together."]
    glossary = folder / "notebooks/appendix/notation.md"
    glossary.write_text(glossary.read_text().replace("*together*", "at once"))
    assert titles(build(folder)["plain"]) == ["Requests that are answered at once."]


def test_the_search_knows_no_word_of_a_moving_figures_data(monkeypatch):
    """Data weighed more than all words of the book where what is raw had lost its parent."""
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    import book_live
    import book_search

    document = new_document("page")
    document.settings.env = SimpleNamespace(book_words={}, docname="page")
    data = '<script type="application/json">{"tape": [3, 45, 124]}</script>'
    figure = f'<figure class="live">{data}<p>What is read off.</p></figure>'
    document += nodes.raw("", figure, format="html")
    book_live.LiveFigures(document).apply()
    book_search.NoteWords(document).apply()
    assert document.settings.env.book_words == {"page": ["is", "off", "read", "what"]}
