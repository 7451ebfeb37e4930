"""What the search finds beyond Sphinx's: numbers, money and units as written, and near words.

Sphinx's index holds stems and no numbers. While a page is read its words are noted; words.js,
which the page of the search alone loads, says which pages have which. web/static/search.js
answers with them.
"""

import json
import re
import unicodedata
from pathlib import Path

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.transforms import SphinxTransform

#: A number with the dollar before it and its commas, or a word with the digits in it: 70b, h100.
WORD = re.compile(r"\$?\d[\d,]*(?:\.\d+)?(?![\w])|[^\W_](?:[\w’']*\w)?", re.UNICODE)


def words(text):
    """Return the words of a text as the search compares them.

    >>> sorted(words("At $6,000 a card: 22.5 \\u00b5s, LLaMA-2 70B."))
    ['$6000', '22.5', '2', '70b', 'a', 'at', 'card', 'llama', '\\u03bcs']
    """
    found = WORD.findall(unicodedata.normalize("NFKC", text).lower())
    return {w.replace(",", "") if w[0] in "$0123456789" else w.replace("’", "'") for w in found}


class NoteWords(SphinxTransform):
    """Note the words of a page, of what its cells print too, but not of its code."""

    default_priority = 810

    def apply(self, **kwargs):
        parts = []
        for node in self.document.findall(nodes.Text):
            if isinstance(node.parent, nodes.raw):
                shown = BeautifulSoup(node.astext(), "html.parser")
                for unseen in shown(["script", "style", "svg", "template"]):
                    unseen.decompose()
                parts.append(shown.get_text(" "))
            elif not isinstance(node.parent, (nodes.literal_block, nodes.math, nodes.math_block)):
                parts.append(node.astext())
        self.env.book_words[self.env.docname] = sorted(words(" ".join(parts)))


def write(app, env):
    """Write words.js: of each word the numbers of its pages."""
    pages = sorted(env.book_words.keys() & env.found_docs)
    found = {}
    for number, page in enumerate(pages):
        for word in env.book_words[page]:
            found.setdefault(word, []).append(number)
    content = {"pages": pages, "words": dict(sorted(found.items()))}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    static.joinpath("words.js").write_text(f"const BOOK_WORDS={text};\n", encoding="utf-8")
    return []


def load(app, pagename, templatename, context, doctree):
    if pagename == "search":
        app.add_js_file("words.js")
        app.add_js_file("search.js")


def prepare(app, env, docnames):
    if not hasattr(env, "book_words"):
        env.book_words = {}


def forget(app, env, docname):
    getattr(env, "book_words", {}).pop(docname, None)


def merge(app, env, docnames, other):
    env.book_words |= {
        name: other.book_words[name] for name in docnames if name in other.book_words
    }


def setup(app):
    app.add_transform(NoteWords)
    app.connect("env-before-read-docs", prepare)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", write)
    app.connect("html-page-context", load)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
