"""Figures that compute (lib/book/live.py), as a page has them.

In a cell's output such a figure brings its script and style and packs its controls away, so
that it works in Jupyter. Here they go: the site serves the script once, and the controls stand
in the page from the start.
"""

import re

from docutils import nodes
from sphinx.transforms import SphinxTransform

from lib.book import moving

ONCE = re.compile(r"<(style|script) data-live>.*?</\1>", re.DOTALL)
FORM = re.compile(r'<script type="text/plain" data-form>(.*?)</script>', re.DOTALL)
SPECIAL = re.compile(r' data-special="([^"]*)"')


def on_page(text):
    """A cell's output with its figures that compute as a page has them."""
    return FORM.sub(r"\1", ONCE.sub("", text))


class LiveFigures(SphinxTransform):
    """It runs while a page is read, so the figure is in the stored doctree as the page has it."""

    default_priority = 800

    def apply(self, **kwargs):
        for raw in self.document.findall(nodes.raw):
            text = raw.astext()
            if raw.get("format") == "html" and '<figure class="live"' in text:
                raw[:] = [nodes.Text(on_page(text))]


def give_script(app, pagename, templatename, context, doctree):
    """Load the script where such a figure stands, and nowhere else."""
    raws = "".join(raw.astext() for raw in doctree.findall(nodes.raw)) if doctree else ""
    if '<figure class="live"' in raws:
        app.add_css_file("live.css")
        special = {name for names in SPECIAL.findall(raws) for name in names.split()}
        for file in moving.scripts(sorted(special)):
            app.add_js_file(file, loading_method="defer")


def setup(app):
    app.add_transform(LiveFigures)
    app.connect("html-page-context", give_script)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
