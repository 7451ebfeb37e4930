"""What the pages of this book need and no setting gives.

* Figures stand in the page as <svg>, not as images, so that the page's fonts
  and its dark mode reach them.
* The dark colours of figures come from one table, `lib.figures.DARK`.
* Launch buttons appear when the environment names the repository
  (BOOK_REPOSITORY, e.g. https://example.org/owner/name) and not otherwise.
"""

import os
import re
from pathlib import Path

from docutils import nodes
from sphinx.transforms import SphinxTransform

from lib import figures

# Declared in web/static/book.css; asked for early so that text does not jump.
FIRST_FONTS = ("source-serif-4-normal", "source-sans-3-normal")


class InlineFigures(SphinxTransform):
    """Put the SVG of each cell output into the page.

    It runs while the page is read, before Sphinx collects images, so that no
    copy of the figure is written beside the page.
    """

    default_priority = 800

    def apply(self, **kwargs):
        outputs = Path(self.env.mystnb_config.output_folder).resolve()
        seen = set()
        for image in list(self.document.findall(nodes.image)):
            # MyST-NB writes the address from the source folder, behind a slash.
            path = Path(self.env.srcdir, image["uri"].lstrip("/")).resolve()
            if path.suffix != ".svg" or outputs not in path.parents:
                continue
            svg = with_unique_ids(inline(path.read_text(encoding="utf-8")), seen)
            image.replace_self(nodes.raw("", svg, format="html"))


def inline(svg):
    """Return the <svg> element alone, marked as a figure of the book."""
    svg = svg[svg.index("<svg") :]
    head, rest = svg.split(">", 1)
    # The style sheet gives width and height from the viewBox.
    head = re.sub(r'\s(?:width|height)="[^"]*"', "", head)
    if 'class="' not in head:
        head = head.replace("<svg", '<svg class="figure"', 1)
    # RDF metadata says nothing to a reader and names other hosts.
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


def dark_figures():
    """Return the style sheet that maps each colour of a figure to its dark one."""
    rules = []
    for light, dark in figures.DARK.items():
        for property in ("fill", "stroke"):
            for selector in (f'[style*="{property}: {light}"]', f'[{property}="{light}"]'):
                rules.append(
                    f"html[data-theme=dark] svg.figure {selector}{{{property}:{dark}!important}}"
                )
    # matplotlib writes no colour for what is black.
    ink = figures.DARK.get(figures.INK, "#e8e6e1")
    rules.append(f'html[data-theme=dark] svg.figure text:not([style*="fill"]){{fill:{ink}}}')
    return "@media screen{\n" + "\n".join(rules) + "\n}\n"


def write_dark_figures(app):
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    static.joinpath("figures-dark.css").write_text(dark_figures(), encoding="utf-8")
    app.add_css_file("figures-dark.css", priority=900)


def launch_buttons(app, config):
    repository = os.environ.get("BOOK_REPOSITORY", "")
    if repository:
        config.html_theme_options |= {
            "repository_url": repository,
            "repository_branch": os.environ.get("BOOK_BRANCH", "main"),
            "use_repository_button": True,
            "launch_buttons": {
                "notebook_interface": "jupyterlab",
                "binderhub_url": "https://mybinder.org",
                "colab_url": "https://colab.research.google.com",
            },
        }


def page_head(app, pagename, templatename, context, doctree):
    """Drop the scripts that would call another host; ask for the first fonts early."""
    context["script_files"] = [
        script
        for script in context.get("script_files", [])
        if "thebe" not in f"{script.filename} {script.attributes.get('body')}".lower()
    ]
    context["css_files"] = [s for s in context.get("css_files", []) if "thebe" not in s.filename]
    for font in FIRST_FONTS:
        href = context["pathto"](f"_static/vendor/fonts/{font}.woff2", resource=True)
        context["metatags"] = (
            context.get("metatags", "")
            + f'\n<link rel="preload" as="font" type="font/woff2" crossorigin href="{href}">'
        )


def setup(app):
    app.add_transform(InlineFigures)
    app.connect("config-inited", launch_buttons)
    app.connect("builder-inited", write_dark_figures)
    # Last, when the other extensions have added theirs.
    app.connect("html-page-context", page_head, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
