"""What the pages of this book need and no setting gives.

* Figures stand in the page as <svg>, not as images, so that the page's fonts
  and its dark mode reach them.
* The colours of the page and of its figures, light and dark, come from one
  table, in `lib/book/figures.py`.
* Links to notebooks in HTML that a cell printed, as Jupyter follows them, lead to pages;
  for those in Markdown see book_links.
* The page of the ledger gets the script of its filter.
* Launch buttons appear when the environment names the repository
  (BOOK_REPOSITORY, e.g. https://example.org/owner/name) and not otherwise.
"""

import html
import os
import re
import tomllib
from pathlib import Path

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from lib.book import figures

LOGGER = logging.getLogger(__name__)
CARD = re.compile(r'<aside class="claim .*?</aside>|<dl class="headline\b.*?</dl>', re.DOTALL)
LINK = re.compile(r'href="([^":#?]+)\.ipynb(#[^"]*|)"')

# Declared in web/static/book.css; asked for early so that text does not jump.
FIRST_FONTS = ("source-serif-4-normal", "source-sans-3-normal")


class InlineFigures(SphinxTransform):
    """Put each SVG, those of cell outputs first of all, into the page.

    It runs while the page is read, before Sphinx collects images, so that no
    copy of the figure is written beside the page.
    """

    default_priority = 800

    def apply(self, **kwargs):
        seen = set()

        def put(drawing):
            return f'<div class="drawing">{with_unique_ids(inline(drawing), seen)}</div>'

        for raw in self.document.findall(nodes.raw):
            if raw.get("format") == "html" and "svg+xml" in raw.astext():
                raw[:] = [nodes.Text(figures.drawings(raw.astext(), put))]
        for image in list(self.document.findall(nodes.image)):
            if "://" in image["uri"] or not image["uri"].endswith(".svg"):
                continue
            path = Path(self.env.relfn2path(image["uri"], self.env.docname)[1])
            svg = inline(path.read_text(encoding="utf-8"), image.get("alt", ""))
            svg = f'<div class="drawing">{with_unique_ids(svg, seen)}</div>'
            image.replace_self(nodes.raw("", svg, format="html"))
            self.env.note_dependency(str(path))


class LinkedPages(SphinxTransform):
    """Turn links to notebooks inside what cells print into links to their pages."""

    default_priority = 800

    def apply(self, **kwargs):
        for raw in self.document.findall(nodes.raw):
            if raw.get("format") == "html" and ".ipynb" in raw.astext():
                raw[:] = [nodes.Text(LINK.sub(self.page, raw.astext()))]
            if raw.get("format") == "html" and CARD.search(raw.astext()):
                # Jupyter needs the look of a card in the card, a page has a style sheet.
                raw[:] = [nodes.Text(CARD.sub(bare, raw.astext()))]

    def page(self, link):
        target = Path(self.env.relfn2path(f"{link[1]}.ipynb", self.env.docname)[1])
        if not target.exists():
            LOGGER.warning("no notebook %s to link to", target, location=self.env.docname)
        return f'href="{link[1]}.html{link[2]}"'


def bare(card):
    """Return a card without the styles that it brings to Jupyter."""
    return re.sub(r' style="[^"]*"', "", card[0])


def inline(svg, alt=""):
    """Return the <svg> element alone, marked as a figure of the book."""
    svg = svg[svg.index("<svg") :]
    head, rest = svg.split(">", 1)
    # The style sheet gives width and height from the viewBox.
    head = re.sub(r'\s(?:width|height|style)="[^"]*"', "", head)
    if "class=" not in head:
        head += ' class="figure"'
    if "aria-label=" not in head and alt:
        head += f' role="img" aria-label="{html.escape(alt)}"'
    # The page is its paper. RDF metadata says nothing to a reader and names other hosts.
    rest = re.sub(r"<style>svg:root.*?</style>", "", rest)
    return re.sub(r"\s*<metadata>.*?</metadata>", "", f"{head}>{rest}", flags=re.DOTALL)


def with_unique_ids(svg, seen):
    """Return the figure with ids that no earlier figure of the page has; add them to `seen`."""
    ids = set(re.findall(r'\sid="([^"]+)"', svg))
    if ids & seen:
        number = next(n for n in range(2, 1000) if not {f"{i}-{n}" for i in ids} & seen)
        svg = re.sub(r'(\sid="|url\(#|href="#)([^")]+)', rf"\g<1>\g<2>-{number}", svg)
        ids = {f"{i}-{number}" for i in ids}
    seen |= ids
    return svg


def palette():
    """Return the style sheet of colours, light and dark, for the page and its figures.

    A colour is a custom property named as in `lib.book.figures`: --paper, --ink, --lpu.
    In an <svg> it takes the place of the light colour that the figure was written with.
    """
    names = ("PAPER", "INK", "MUTED", "GRID")
    light = {name: getattr(figures, name) for name in names} | figures.PALETTE
    light = {f"--{name.lower()}": colour for name, colour in light.items()}
    by_day = "".join(f"{name}:{colour};" for name, colour in light.items())
    by_night = "".join(f"{name}:{figures.DARK[colour]};" for name, colour in light.items())
    rules = [f":root{{{by_day}}}", f"html[data-theme=dark]{{{by_night}}}"]
    rules += [
        f'svg.figure [{part}="{colour}"]{{{part}:var({name})}}'
        for name, colour in light.items()
        for part in ("fill", "stroke")
    ]
    return "\n".join(rules) + "\n"


def write_palette(app):
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    static.joinpath("palette.css").write_text(palette(), encoding="utf-8")
    app.add_css_file("palette.css", priority=150)


def launch_buttons(app, config):
    repository = os.environ.get("BOOK_REPOSITORY", "")
    if repository:
        # In Colab a chapter stands alone, and says from where to install the book if it knows.
        project = Path(app.srcdir, "pyproject.toml").read_text(encoding="utf-8")
        known = tomllib.loads(project)["project"].get("urls", {}).get("Repository") == repository
        colab = {"colab_url": "https://colab.research.google.com"} if known else {}
        config.html_theme_options |= {
            "repository_url": repository,
            "repository_branch": os.environ.get("BOOK_BRANCH", "main"),
            "use_repository_button": True,
            "launch_buttons": {
                "notebook_interface": "jupyterlab",
                "binderhub_url": "https://mybinder.org",
                **colab,
            },
        }


def run_in_browser(app, config):
    """Note whether chapters run in the browser, in a setting that changes every page."""
    config.html_context["run_in_browser"] = bool(os.environ.get("BOOK_LITE"))


def run_button(app, pagename, templatename, context, doctree):
    """Give a chapter the button that opens it in JupyterLite, where tools/build.py adds that."""
    if context.get("run_in_browser") and str(app.env.doc2path(pagename)).endswith(".ipynb"):
        page = context["pathto"]("lite/lab/index.html", resource=True)
        context["header_buttons"].append(
            {
                "type": "link",
                "url": f"{page}?path={pagename}.ipynb",
                "tooltip": "Run this chapter in the browser",
                "icon": "fas fa-play",
                "label": "run-button",
            }
        )


def without_thebe(app):
    """Silence an extension that Jupyter Book always loads and that names other hosts."""
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if listener.handler.__module__.startswith("sphinx_thebe"):
                app.disconnect(listener.id)
    for files in (app.registry.css_files, app.registry.js_files):
        files[:] = [(name, *rest) for name, *rest in files if "thebe" not in str(name)]


def mend_names(app, pagename, templatename, context, doctree):
    """Let what is read aloud agree with what is shown, and a list hold only list items."""
    body = context.get("body", "")
    context["body"] = body.replace('role="doc-biblioentry"', 'role="listitem"')


def offer_print_page(app, pagename, templatename, context, doctree):
    """Add the whole book, on one page that tools/build.py writes, to the download menu."""
    for menu in context.get("header_buttons", []):
        if menu.get("label") == "download-buttons":
            menu["buttons"].append(
                {
                    "type": "link",
                    "url": context["pathto"]("print.html", True),
                    "text": "Whole book",
                    "tooltip": "The whole book on one page, to print",
                    "icon": "fas fa-book",
                    "label": "download-book-button",
                }
            )


def preload_fonts(app, pagename, templatename, context, doctree):
    for font in FIRST_FONTS:
        href = context["pathto"](f"_static/vendor/fonts/{font}.woff2", resource=True)
        context["metatags"] = (
            context.get("metatags", "")
            + f'\n<link rel="preload" as="font" type="font/woff2" crossorigin href="{href}">'
        )


def filter_of_the_ledger(app, pagename, templatename, context, doctree):
    """Load the filter where the whole ledger stands, and nowhere else."""
    raws = doctree.findall(nodes.raw) if doctree else ()
    if any('class="book-table claims ledger' in raw.astext() for raw in raws):
        app.add_js_file("ledger.js")


def licence_notice(app, pagename, templatename, context, doctree):
    """Say at the foot of each page how it may be used, and where that is written."""
    page = "notebooks/appendix/licence"
    if page in app.env.found_docs:
        context["theme_extra_footer"] = (
            "<p>Text and figures CC BY 4.0, code Apache-2.0: "
            f'<a href="{context["pathto"](page)}">licence and citation</a>.</p>'
        )


def setup(app):
    app.add_transform(InlineFigures)
    app.add_transform(LinkedPages)
    app.connect("config-inited", launch_buttons)
    app.connect("builder-inited", write_palette)
    app.connect("html-page-context", preload_fonts)
    app.connect("html-page-context", licence_notice)
    app.connect("html-page-context", filter_of_the_ledger)
    app.connect("config-inited", run_in_browser)
    app.connect("html-page-context", run_button, priority=900)
    app.connect("html-page-context", mend_names)
    app.connect("html-page-context", offer_print_page, priority=900)  # after the theme's own
    without_thebe(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
