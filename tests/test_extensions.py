"""What _ext makes of a small book: sources at the end of a page, meanings on hovering."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lib import tables

EXTENSIONS = Path(__file__).resolve().parent.parent / "_ext"
pytest.importorskip("sphinxcontrib.bibtex")

TREE = "one\ntwo\nplain\ntable\nreferences\nnotebooks/appendix/notation"
PAGES = {
    "index": f"# Book\n\n```{{toctree}}\n{TREE}\n```\n",
    "one": "# One\n\nA roofline {cite:p}`williams2009,dean2013`.\n",
    "two": "# Two\n\nA tail {cite:p}`dean2013`.\n\n## Last\n\nAnd again {cite:p}`dean2013`.\n",
    "plain": "# Plain\n\nNothing is cited; many {term}`Batches <batch>`.\n",
    "table": '# Table\n\n```{raw} html\n<p><span data-source="gray1987">Gray</span></p>\n```\n',
    "references": "# References\n\n```{bibliography}\n:all:\n```\n",
    "notebooks/appendix/notation": (
        "# Notation\n\n```{glossary}\nbatch\n  Requests that are\n  answered *together*.\n```\n"
    ),
}
SETTINGS = """
import sys
sys.path[:0] = [{root!r}, {ext!r}]
extensions = ["myst_parser", "sphinxcontrib.bibtex", "book_sources", "book_terms"]
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
    assert "Dean, Jeffrey; Barroso, Luiz André. The Tail at Scale." in pages["two"]


def test_citations_lead_to_the_entry_on_their_own_page(pages):
    for name in ("one", "two"):
        cites = re.findall(r'class="bibtex-citation".*?</span>', pages[name], re.DOTALL)
        links = [link for cite in cites for link in re.findall(r'href="([^"]+)"', cite)]
        assert links and {link.removeprefix("#source-") for link in links} <= {
            *anchors(pages[name])
        }


def test_a_table_cites_too(pages):
    """As lib.book.datasheets writes it: a marked name becomes a link on the page."""
    assert anchors(pages["table"]) == ["gray1987"]
    assert '<a class="reference internal" href="#source-gray1987">Gray</a>' in pages["table"]
    assert 'href="table.html#source-gray1987"' in pages["references"]


def test_the_references_have_every_source_and_say_where_it_is_cited(pages):
    html = pages["references"]
    keys = re.findall(r"^@\w+\{([^,]+),", tables.BIBLIOGRAPHY.read_text(), re.M)
    assert len(re.findall(r'<div class="citation ', html)) == len(keys)
    assert all(f'href="{page}.html#source-dean2013"' in html for page in ("one", "two"))
    assert ">chips.toml<" in re.sub(r"</?span[^>]*>", "", html)  # a table that rests on a source


def test_a_link_to_a_term_says_what_it_means_also_after_the_glossary_has_changed(folder, pages):
    def titles(html):
        link = r'<a class="reference internal" href="[^"]*#term-batch" title="([^"]*)"'
        return re.findall(link, html)

    assert titles(pages["plain"]) == ["Requests that are answered together."]
    glossary = folder / "notebooks/appendix/notation.md"
    glossary.write_text(glossary.read_text().replace("*together*", "at once"))
    assert titles(build(folder)["plain"]) == ["Requests that are answered at once."]
