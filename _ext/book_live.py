"""Figures that compute (lib/book/live.py), as a page has them.

In a cell's output such a figure brings its script and style and packs its controls away, so
that it works in Jupyter. Here they go: the site serves the script once, the controls stand
in the page from the start, and so does the drawing, as an <svg> that the page's colours reach.
"""

import base64
import re

from book_page import inline
from docutils import nodes
from sphinx.transforms import SphinxTransform

ONCE = re.compile(r"<(style|script) data-live>.*?</\1>", re.DOTALL)
FORM = re.compile(r'<script type="text/plain" data-form>(.*?)</script>', re.DOTALL)
STILL = re.compile(r'<img [^>]*src="data:image/svg\+xml;base64,([^"]+)">')


def on_page(text):
    """A cell's output with its figures that compute as a page has them."""
    text = FORM.sub(r"\1", ONCE.sub("", text))
    return STILL.sub(lambda m: inline(base64.b64decode(m[1]).decode()), text)


class LiveFigures(SphinxTransform):
    """It runs while a page is read, so the figure is in the stored doctree as the page has it."""

    default_priority = 800

    def apply(self, **kwargs):
        for raw in self.document.findall(nodes.raw):
            text = raw.astext()
            if raw.get("format") == "html" and '<figure class="live"' in text:
                raw.children = [nodes.Text(on_page(text))]


def give_script(app, pagename, templatename, context, doctree):
    """Load the script where such a figure stands, and nowhere else."""
    raws = doctree.findall(nodes.raw) if doctree else ()
    if any('<figure class="live"' in raw.astext() for raw in raws):
        app.add_css_file("live.css")
        app.add_js_file("tape.js", loading_method="defer")
        app.add_js_file("live.js", loading_method="defer")


def setup(app):
    app.add_transform(LiveFigures)
    app.connect("html-page-context", give_script)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
