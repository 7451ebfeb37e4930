"""What each page's HTML becomes before it is written.

The theme and its company write scripts and styles into the page, where a strict content
policy (`default-src 'self'`) refuses them, draw some fifteen icons with a script of half a
megabyte, and fold boxes with another. Here

* scripts that stand in the page go: web/static/start.js and book.js do what they did;
* icons become drawings in the page;
* boxes that unfold are <details>, which need no script, and are named by what they show;
* code that is folded stands behind what it made, in the order of reading and of the Tab key,
  each with a name of its own, and all of it has one switch at the head of the page;
* no line breaks within a unit, as some browsers break "tokens/s" after its slash;
* a style on an element that says how a column stands becomes a class.
"""

import re
import tomllib
from pathlib import Path

ICONS = tomllib.loads((Path(__file__).parent.parent / "web/icons.toml").read_text(encoding="utf-8"))
ICON = re.compile(
    r'<(i|span) class="([^"]*\bfa(?:s|b|r|-solid|-brands|-regular) [^"]*)"([^>]*)></\1>'
)
SWITCH = (
    '<button class="btn btn-sm code-switch pst-js-only" type="button" aria-pressed="false">{}'
    '<span class="code-switch__text">Show code</span></button>\n'
)
#: A script that stands in the page, other than data.
SCRIPT = re.compile(r"[ ]*<script(?![^>]*\b(?:src|type)=)[^>]*>.*?</script>\n?", re.DOTALL)
STYLES = {
    "text-align:left": "at-left",
    "text-align:right": "at-right",
    "text-align:left;vertical-align:top": "at-left",
    "text-align:right;vertical-align:top": "at-right",
    "font-weight:normal": "plain",
    "display:block": "block",
    "width: 33%; vertical-align: top;": "third",  # of the index, as below
    "width: 100%": "wide",
}
STYLED = re.compile(rf'<(\w+)([^<>]*) style="({"|".join(STYLES)})"([^<>]*)>')
BOX = re.compile(
    r'<div class="(?P<classes>(?=[^"]*\badmonition\b)[^"]*\bdropdown\b[^"]*)"(?P<rest>[^>]*)>\s*'
    r'<p class="admonition-title">(?P<title>.*?)</p>',
    re.DOTALL,
)
#: What holds no prose, a tag, or a unit in prose.
UNIT = re.compile(
    r"<(script|style)\b.*?</\1>|<(?P<end>/?)(?P<verbatim>svg|math|pre|code|option|title)\b[^>]*>"
    r"|<[^>]*>|(?<![\w/.])(?P<unit>\(?[$A-Za-zµ]+/(?:s|W|h|hour|kWh|token)\b\)?)(?![\w/-])",
    re.DOTALL,
)
#: A cell with folded code, what keeps two of them apart, and the frame of what has no output.
CELL = re.compile(r'<div class="cell [^"]*">\s*(?=<details class="admonition hide)')
APART = re.compile(r'<h[1-6]\b|</?details\b|<div class="cell ')
ALONE = '<div class="cell docutils container">'
SUMMARY = """<details class="admonition hide above-input"><summary>
<p class="collapsed admonition-title">Show the code{0}</p>
<p class="expanded admonition-title">Hide the code{0}</p>
</summary>"""
#: Files of the theme and its company that the book does without, or that only the search needs.
UNUSED = "|".join(
    re.escape(name)
    for name in (
        "fontawesome.js", "togglebutton.js", "togglebutton.css", "design-tabs.js",
        "sphinx-design.min.css", "exercise.css",
    )
)  # fmt: skip
SEARCH = r"searchtools\.js|language_data\.js|searchindex\.js"
BEFORE_SWITCH = '<button class="btn btn-sm nav-link pst-navbar-icon theme-switch'


def icon(match):
    """Return an icon of Font Awesome's markup as the book's drawing of that name."""
    classes = match[2].split()
    name = next((c[3:] for c in classes if c[:3] == "fa-" and c[3:] in ICONS), None)
    if name is None:
        raise ValueError(f"web/icons.toml has no icon for {match[0]}")
    kept = " ".join(["icon", *(c for c in classes if not c.startswith("fa"))])
    return drawn(name, kept, match[3])


def drawn(name, kept="icon", attributes=""):
    opening = f'<svg class="{kept}" viewBox="0 0 24 24" aria-hidden="true"{attributes}>'
    return f"{opening}{ICONS[name]}</svg>"


def classed(match):
    """Return a tag with a class in place of its style."""
    tag, before, style, after = match.groups()
    rest, own = before + after, STYLES[style]
    if 'class="' in rest:
        return f"<{tag}" + rest.replace('class="', f'class="{own} ', 1) + ">"
    return f'<{tag} class="{own}"{rest}>'


def end_of(text, start, tag):
    """Return where the element that opens at `start` ends."""
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b").finditer(text, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return text.index(">", match.end()) + 1
    raise ValueError(f"the <{tag}> at {start} is not closed")


def without(text, names):
    """Return the page without the scripts and style sheets of these names."""
    text = re.sub(rf'[ ]*<script[^>]*\bsrc="[^"]*(?:{names})[^>]*></script>\n?', "", text)
    return re.sub(rf'[ ]*<link[^>]*\bhref="[^"]*(?:{names})[^>]*>\n?', "", text)


def unfolding(text):
    """Return the text with each box that unfolds as <details>, its title the summary."""
    while match := BOX.search(text):
        end = end_of(text, match.start(), "div")
        classes = " ".join(c for c in match["classes"].split() if c != "dropdown")
        # A link in what unfolds would be a target within a target.
        title = " ".join(re.sub(r"</?a\b[^>]*>", "", match["title"]).split())
        text = (
            f'{text[: match.start()]}<details class="{classes}"{match["rest"]}>'
            f'<summary class="admonition-title">{title}</summary>'
            f"{text[match.end() : end - len('</div>')]}</details>{text[end:]}"
        )
    return text


def code_behind(text):
    """Return the text with folded code after what it made, and each fold with a name of its own.

    Cells that make nothing to look at prepare the next that does, and are folded with it. A
    heading, a box or code in the open between the two keeps them apart.
    """
    parts, folds, waiting, at = [], [], [], 0

    def fold(opening, made):
        folds.append(len(parts))
        parts.append((opening, made, "\n".join(waiting)))
        waiting.clear()

    while cell := CELL.search(text, at):
        between, code_end = text[at : cell.start()], end_of(text, cell.end(), "details")
        if waiting and APART.search(between):
            fold(ALONE, "")
        parts.append(between)
        code = text[text.index("</summary>", cell.end()) + len("</summary>") : code_end]
        waiting.append(code.removesuffix("</details>").strip())
        at = end_of(text, cell.start(), "div")
        if made := text[code_end : at - len("</div>")].strip():
            fold(cell[0], made + "\n")
    if waiting:
        fold(ALONE, "")
    for number, place in enumerate(folds, start=1):
        opening, made, code = parts[place]
        which = f'<span class="visually-hidden"> ({number} of {len(folds)})</span>'
        parts[place] = f"{opening}{made}{SUMMARY.format(which)}\n{code}\n</details></div>"
    return "".join(parts) + text[at:]


def unbroken(text):
    """Return the text with a class on each unit that has a slash."""
    depth = 0

    def put(match):
        nonlocal depth
        if match["verbatim"]:
            depth += -1 if match["end"] else 1
        if match["unit"] and not depth:
            return f'<span class="unit">{match[0]}</span>'
        return match[0]

    return UNIT.sub(put, text)


def finish(text, pagename):
    """Return a page as it is written."""
    head, body = text[: text.index("</head>")], text[text.index("</head>") :]
    head = SCRIPT.sub("", head)
    head = re.sub(r"<noscript>.*?</noscript>|<!--.*?-->", "", head, flags=re.DOTALL)
    viewports = re.findall(r'<meta name="viewport"[^>]*>', head)
    for more in viewports[1:]:
        head = head[::-1].replace(more[::-1], "", 1)[::-1]
    head = without(head, UNUSED if pagename == "search" else f"{UNUSED}|{SEARCH}")
    head = re.sub(r'[ ]*<link rel="preload" as="script"[^>]*>\n?', "", head)
    up = "../" * pagename.count("/")
    start = f'<script src="{up}_static/start.js"></script>\n'
    place = head.index("<link")
    head = head[:place] + start + head[place:]
    body = ICON.sub(icon, SCRIPT.sub("", body))
    body = body.replace('<button onclick="window.print()"', "<button data-print")
    body = body.replace("<style>svg:root{background:#fffdf8}</style>", "")
    body = body.replace(' style="max-width:100%;height:auto"', "")
    body = re.sub(r'<th scope="col"[^>]*></th>', "<td></td>", body)
    body = STYLED.sub(classed, body)
    body = unfolding(body)
    if CELL.search(body):
        body = code_behind(body)
        switch = SWITCH.format(drawn("code"))
        body = body.replace(BEFORE_SWITCH, switch + BEFORE_SWITCH, 1)
    return re.sub(r"\n\s*\n+", "\n", head) + unbroken(body)


def wrap(app):
    """Let each page that the builder renders pass through `finish`."""
    templates = getattr(app.builder, "templates", None)
    if app.builder.format != "html" or templates is None:
        return
    render = templates.render

    def rendered(template, context):
        text = render(template, context)
        return finish(text, context["pagename"]) if "</head>" in text else text

    templates.render = rendered


def setup(app):
    app.connect("builder-inited", wrap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
