"""Join the built pages into one that prints as a book: _build/html/print.html.

tools/build.py calls it last. The page has the chapters in the order of _toc.yml,
without hidden code; a figure that moves stands at its starting drawing, and each
chapter's solutions stand at its end. The browser's own printing makes a PDF of it.

    python tools/print_page.py           write the page again
    python tools/print_page.py --pdf     and print it to _build/space-for-time.pdf

The second needs Chromium and chromedriver. It prints until the numbers of the pages in its
contents are those of the print before. A program that counts pages in style sheets
(target-counter, which browsers lack) writes them into print.html itself.
"""

import argparse
import html
import json
import posixpath
import re
import sys
import tomllib
import zlib
from base64 import b64decode
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
HTML = ROOT / "_build/html"
PDF = ROOT / "_build/space-for-time.pdf"

PAGE = """<!doctype html>
<html lang="en" data-theme="light" data-content_root="./">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}, to print</title>
{head}
<link rel="stylesheet" href="_static/print.css">
<link rel="icon" href="_static/mark.svg">
<style>{running}</style>
</head>
<body class="book">
<main class="bd-article">
<header class="title-page">
<p class="screen-only"><a href="{first}">Back to the pages</a>. This is the whole book on one
page; your browser's print command makes a PDF of it.</p>
<h1>{title}</h1>
<p class="subtitle">{subtitle}</p>
<p class="note">Printed from the built pages. Figures that move there are drawn here at their
starting values, which stand below each; code that the pages fold away is left out; the
solutions of a chapter's exercises stand at its end.</p>
</header>
<nav class="book-contents" aria-labelledby="contents"><h2 id="contents">Contents</h2>
{contents}</nav>
{body}
</main>
</body>
</html>
"""


def chapters():
    """Return [(part's name or None, [paths of its chapters])] in the book's order."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    parts = [(part["caption"], [c["file"] for c in part["chapters"]]) for part in toc["parts"]]
    return [(None, [toc["root"]]), *parts]


def slugs(files):
    """Return {path of a chapter: the name that its anchors begin with}."""
    names = {file: file.rsplit("/", 1)[-1] for file in files}
    if len(set(names.values())) < len(names):
        raise ValueError("two chapters have the same file name")
    return names


def balanced(text, start, tag="div"):
    """Return where the element that opens at `start` ends."""
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(text, start):
        depth += -1 if match.group(1) else 1
        if depth == 0:
            return match.end()
    raise ValueError(f"the <{tag}> at {start} is not closed")


def cut(text, opening, tag):
    """Return the text without the elements that match `opening`, and those elements."""
    taken = []
    while match := re.search(opening, text):
        end = balanced(text, match.start(), tag)
        taken.append(text[match.start() : end])
        text = text[: match.start()] + text[end:]
    return text, taken


LIVE_FORM = re.compile(r'<form class="live-form">.*?</form>', re.DOTALL)
CONTROL = re.compile(
    r'<label><span>(.*?)</span>(?:<input [^>]*value="([^"]*)"|<output>(.*?)</output>'
    r"|<select[^>]*>.*?<option selected>(.*?)</option>)"
)


def turned(form):
    """Return what the controls of a figure that moves stand at, in words, for its form."""
    words = "; ".join(f"{c[1]} {c[2] or c[3] or c[4]}" for c in CONTROL.finditer(form[0]))
    return f'<p class="turned">Drawn at: {words}.</p>'


def address(target, page, names):
    """Return where a link of `page` leads from the joined page."""
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return target
    path, _, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    slug = names.get(path.removesuffix(".html"))
    if slug is None:
        return path + (f"#{anchor}" if anchor else "")
    return f"#{slug}--{anchor}" if anchor else f"#{slug}"


def joined(file, names, opening):
    """Return a page's content, after an opening, as a section of the joined page."""
    page = f"{file}.html"
    whole = (HTML / page).read_text(encoding="utf-8")
    start = whole.index('<article class="bd-article">') + len('<article class="bd-article">')
    text = whole[start : whole.index("</article>", start)]
    text = re.sub(r'<details class="admonition hide.*?</details>', "", text, flags=re.DOTALL)
    text = LIVE_FORM.sub(turned, text)
    text = re.sub(r"<(script|noscript)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r'<a class="headerlink".*?</a>', "", text, flags=re.DOTALL)
    text = text.replace("<details", "<details open")
    text, solutions = cut(text, r'<details open class="solution\b[^"]*"', "details")
    if solutions:
        heading = f'<h2 id="solutions">Solutions</h2>\n{"".join(solutions)}'
        place = text.find('<section id="sources">')  # the last of a page, where it has one
        place = len(text) if place < 0 else place
        text = f'{text[:place]}<section class="solutions">{heading}</section>{text[place:]}'
    # A part is the first level of the joined page.
    text = re.sub(r"(</?h)([1-5])\b", lambda m: f"{m[1]}{int(m[2]) + 1}", text)
    slug = names[file]
    text = re.sub(r'(\s(?:id|aria-labelledby|for)=")', rf"\g<1>{slug}--", text)
    text = re.sub(r"url\(#", f"url(#{slug}--", text)
    text = re.sub(r'(\shref=")([^"]*)"', lambda m: f'{m[1]}{address(m[2], page, names)}"', text)
    text = re.sub(
        r'(\ssrc=")(?!data:)([^"]*)"',
        lambda m: f'{m[1]}{posixpath.normpath(posixpath.join(posixpath.dirname(page), m[2]))}"',
        text,
    )
    return f'<section class="chapter" id="{slug}">{opening}{text}</section>\n'


def title_of(file):
    """Return a chapter's title as its own page has it."""
    text = (HTML / f"{file}.html").read_text(encoding="utf-8")
    heading = re.search(r"<h1>(.*?)(?:<a class=\"headerlink\"|</h1>)", text, re.DOTALL).group(1)
    return heading.strip()


def head():
    """Return the style sheets of the pages, as the first page asks for them."""
    page = next(file for _, files in chapters() for file in files)
    text = (HTML / f"{page}.html").read_text(encoding="utf-8")
    lines = re.findall(r'<link [^>]*rel="stylesheet"[^>]*>', text)
    up = "../" * page.count("/")
    return "\n".join(lines).replace(f'"{up}', '"')


def write():
    """Write _build/html/print.html."""
    parts = chapters()
    files = [file for _, files in parts for file in files]
    names = slugs(files)
    book = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    contents, body, running = [], [], []
    for number, (part, inside) in enumerate(parts):
        if part:
            contents.append(f'<p><a href="#part-{number}">{html.escape(part)}</a></p>')
        contents.append("<ol>")
        for file in inside:
            slug, title = names[file], title_of(file) if part else "Introduction"
            contents.append(
                f'<li><a href="#{slug}">{title}</a>'
                f'<span class="page-number" data-for="{slug}"></span></li>'
            )
            words = json.dumps(html.unescape(re.sub(r"<[^>]+>", "", title)), ensure_ascii=False)
            running.append(
                f"#{slug}{{page:p-{slug}}}@page p-{slug}{{@top-right{{content:{words}}}}}"
            )
            opening = (
                f'<h1 class="part" id="part-{number}">{html.escape(part)}</h1>' if part else ""
            )
            body.append(joined(file, names, opening if file == inside[0] else ""))
        contents.append("</ol>")
    page = PAGE.format(
        title=html.escape(book["title"]),
        subtitle=html.escape(project["description"]),
        head=head(),
        running="\n".join(running),
        first=f"{files[0]}.html",
        contents="\n".join(contents),
        body="".join(body),
    )
    target = HTML / "print.html"
    target.write_text(page, encoding="utf-8")
    return target


def destinations(pdf):
    """Return {name of a link's target: number of its page} of a PDF as Chromium writes it."""
    objects = {
        int(number): content
        for number, content in re.findall(rb"(\d+) 0 obj\s(.*?)\sendobj", pdf, re.DOTALL)
    }
    for content in list(objects.values()):
        if b"/ObjStm" in content:
            stream = content.split(b"stream", 1)[1].strip(b"\r\n")
            stream = zlib.decompressobj().decompress(stream)
            count = int(re.search(rb"/N (\d+)", content).group(1))
            first = int(re.search(rb"/First (\d+)", content).group(1))
            index = [int(n) for n in stream[:first].split()][: 2 * count]
            starts = [*index[1::2], len(stream) - first]
            for number, start, end in zip(index[::2], starts, starts[1:], strict=False):
                objects[number] = stream[first + start : first + end]
    order = []

    def walk(number):
        content = objects[number]
        kids = re.search(rb"/Kids\s*\[([^\]]*)\]", content)
        if kids:
            for kid in re.findall(rb"(\d+) 0 R", kids.group(1)):
                walk(int(kid))
        else:
            order.append(number)

    root = next(c for c in objects.values() if b"/Type /Catalog" in c or b"/Type/Catalog" in c)
    walk(int(re.search(rb"/Pages (\d+) 0 R", root).group(1)))
    found = {}
    for content in objects.values():
        for name, page in re.findall(rb"/([^\s/\[\]<>()]+)\s*\[(\d+) 0 R\s*/XYZ", content):
            if int(page) in order:
                found[name.decode()] = order.index(int(page)) + 1
    return found


def printed(driver):
    """Return the opened page as the bytes of a PDF."""
    settings = ("preferCSSPageSize", "printBackground", "generateDocumentOutline")
    settings = dict.fromkeys((*settings, "generateTaggedPDF"), True)
    return b64decode(driver.execute_cdp_cmd("Page.printToPDF", settings)["data"])


def numbered(driver):
    """Write the numbers of the pages into the opened page's contents; return where links lead.

    They are known only from a print, and may themselves move what comes after.
    """
    pages = None
    while pages != (pages := destinations(printed(driver))):
        driver.execute_script(
            """for (const place of document.querySelectorAll('.page-number'))
                place.textContent = arguments[0][place.dataset.for] ?? '';""",
            pages,
        )
    return pages


def print_pdf():
    """Print the page with Chromium, with the numbers of the pages in its contents."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    from pages import browser, served

    with served(HTML) as address, browser() as driver:
        driver.open(f"{address}/print.html")
        numbered(driver)
        PDF.write_bytes(printed(driver))
    return PDF


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pdf", action="store_true", help="print it too")
    options = parser.parse_args()
    print(write())
    if options.pdf:
        print(print_pdf())


if __name__ == "__main__":
    main()
