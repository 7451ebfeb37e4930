"""What the theme and its company bring and no page of the book uses does not go with the site.

Of the theme's style sheet, two thirds of it Bootstrap's and Font Awesome's, stay the rules
whose classes are on a page or in a script; files that no page asks for go.
"""

import re
from pathlib import Path

SHEET = "styles/pydata-sphinx-theme.css"
FILES = (
    "**/*.map", "scripts/fontawesome.js*", "vendor/fontawesome/**/*", "design-tabs.js",
    "sphinx-design.min.css", "togglebutton.*", "exercise.css", "locales/**/*", "sphinx-thebe.*",
)  # fmt: skip
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
COMMA = re.compile(r",(?![^()]*\))")
WITHIN = re.compile(r":(?:not|is|where|has)\([^()]*\)")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


def used_classes(pages, scripts):
    """Return the classes of pages with all words of scripts, and how scripts begin a class.

    >>> names, beginnings = used_classes(['<p class="a b-c">'], ["e.classList.add(`x-${n}`, 'on')"])
    >>> sorted(names & {"a", "b-c", "on"}), beginnings
    (['a', 'b-c', 'on'], ('x-',))
    """
    names = {n for page in pages for c in re.findall(r'class="([^"]*)"', page) for n in c.split()}
    words = {w for script in scripts for w in re.findall(r"[A-Za-z_][\w-]*", script)}
    begun = {w for s in scripts for w in re.findall(r"([A-Za-z_][\w-]*-)(?=[\"'`$])", s)}
    return names | words, tuple(sorted(begun))


def trimmed(sheet, names, beginnings=()):
    """Return a style sheet without the selectors that ask for a class nobody has.

    >>> trimmed("a.x,b{c:d}@media print{.y{e:f}.x .z{g:h}}.q:not(.y){i:j}", {"x", "q"})
    'a.x,b{c:d}.q:not(.y){i:j}'
    """

    def lives(selector):
        classes = CLASS.findall(WITHIN.sub("", selector))
        return all(c in names or c.startswith(beginnings) for c in classes)

    def keep(match):
        head, body = match.groups()
        before, at, _ = head.rpartition(";")  # an @import or the like may stand before a rule
        head = head[len(before + at) :]
        if head.lstrip() == "@font-face":  # of Font Awesome
            return before + at
        if head.lstrip().startswith("@") or not CLASS.search(head):
            return match[0]
        kept = [s for s in COMMA.split(head) if lives(s)]
        return f"{before}{at}{','.join(kept)}{{{body}}}" if kept else before + at

    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = RULE.sub(keep, sheet)
    return re.sub(r"@(?:media|supports)[^{}]*\{\s*\}", "", sheet)


def trim(app, exception):
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for pattern in FILES:
        for path in out.glob(f"_static/{pattern}"):
            if path.is_file():
                path.unlink()
    pages = (p.read_text(encoding="utf-8") for p in out.rglob("*.html"))
    scripts = [p.read_text(encoding="utf-8") for p in out.glob("_static/**/*.js")]
    names, beginnings = used_classes(pages, scripts)
    # The icons are drawings, of whom no style of Font Awesome is asked.
    names = {n for n in names if not re.match(r"fa[brs]?(-|$)", n)}
    beginnings = tuple(b for b in beginnings if b != "fa-")
    sheet = out / "_static" / SHEET
    sheet.write_text(
        trimmed(sheet.read_text(encoding="utf-8"), names, beginnings), encoding="utf-8"
    )


def setup(app):
    app.connect("build-finished", trim)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
