"""The bibliography by chapter: what _ext/book_sources.py makes of two pages that cite."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytest.importorskip("sphinxcontrib.bibtex")

PAGES = {
    "index": "# Book\n\n```{toctree}\none\ntwo\nplain\ntable\nreferences\n```\n",
    "one": "# One\n\nA roofline {cite:p}`williams2009,dean2013`.\n",
    "two": "# Two\n\nA tail {cite:p}`dean2013`.\n\n## Last\n\nAnd again {cite:p}`dean2013`.\n",
    "plain": "# Plain\n\nNothing is cited.\n",
    "table": '# Table\n\n```{raw} html\n<p><span data-source="gray1987">Gray</span></p>\n```\n',
    "references": "# References\n\n```{bibliography}\n:all:\n```\n",
}
SETTINGS = """
import sys
sys.path[:0] = [{root!r}, {ext!r}]
extensions = ["myst_parser", "sphinxcontrib.bibtex", "book_sources"]
bibtex_bibfiles = ["references.bib"]
bibtex_reference_style = "author_year"
bibtex_default_style = "book"
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a small book by name, as HTML."""
    folder = tmp_path_factory.mktemp("book")
    for name, text in PAGES.items():
        folder.joinpath(f"{name}.md").write_text(text)
    folder.joinpath("conf.py").write_text(SETTINGS.format(root=str(ROOT), ext=str(ROOT / "_ext")))
    folder.joinpath("references.bib").write_bytes(ROOT.joinpath("references.bib").read_bytes())
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run([*command, folder, folder / "out"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {name: folder.joinpath("out", f"{name}.html").read_text() for name in PAGES}


def anchors(html):
    return re.findall(r'id="source-([^"]+)"', html)


def test_a_page_ends_with_the_sources_it_cites_sorted_by_author(pages):
    assert anchors(pages["one"]) == ["dean2013", "williams2009"]
    assert pages["one"].index("<h2>Sources") > pages["one"].index("A roofline")


def test_two_pages_may_share_a_source_and_each_names_it_once(pages):
    assert anchors(pages["two"]) == ["dean2013"]
    assert pages["two"].index("<h2>Sources") > pages["two"].index("And again")


def test_a_page_without_citations_has_no_sources(pages):
    assert "Sources" not in pages["plain"]


def test_citations_lead_to_the_entry_on_their_own_page(pages):
    for name in ("one", "two"):
        cites = re.findall(r'class="bibtex-citation".*?</span>', pages[name], re.DOTALL)
        links = [link for cite in cites for link in re.findall(r'href="([^"]+)"', cite)]
        assert links and all(
            link.removeprefix("#source-") in anchors(pages[name]) for link in links
        )


def test_a_table_cites_too(pages):
    """As lib.book.datasheets writes it: a marked name becomes a link on the page."""
    assert anchors(pages["table"]) == ["gray1987"]
    assert '<a class="reference internal" href="#source-gray1987">Gray</a>' in pages["table"]
    assert 'href="table.html#source-gray1987"' in pages["references"]


def test_the_references_have_every_source_and_say_where_it_is_cited(pages):
    html = pages["references"]
    keys = re.findall(r"^@\w+\{([^,]+),", ROOT.joinpath("references.bib").read_text(), re.M)
    assert len(re.findall(r'<div class="citation ', html)) == len(keys)
    for page in ("one", "two"):
        assert f'href="{page}.html#source-dean2013"' in html
    assert ">chips.toml<" in re.sub(r"</?span[^>]*>", "", html)  # a table that rests on a source


def test_names_are_surnames_first_and_titles_keep_their_capitals(pages):
    assert "Dean, Jeffrey; Barroso, Luiz André. The Tail at Scale." in pages["two"]
