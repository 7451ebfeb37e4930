"""Write the chapters without the solutions of their exercises.

    python tools/handout.py FOLDER                                     all chapters
    python tools/handout.py FOLDER notebooks/economics/kv_cache.ipynb
    python tools/handout.py FOLDER --html --pdf                        as pages and on paper too

The notebooks keep their stored outputs; they need `lib` to run, as those of the book do. A page
is one file that asks for nothing else, made of the built one (`make book`); its moving figures
stand at their starts. A PDF needs Chromium and chromedriver.
"""

import argparse
import html
import re
import sys
from base64 import b64encode
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
# What stands under a solution's heading ends at the next heading that is as high.
START, END = re.compile(r"#### Solution to exercise \d+$"), re.compile(r"#{1,4} ")

# What a style sheet asks for.
FILE = re.compile(r"url\((?!['\"]?(?:data:|#))([^)]*)\)")

PAGE = """<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}@page{{@top-right{{content:"{title}"}}}}</style>
</head>
<body class="book">
<main class="bd-article">{body}</main>
</body>
</html>
"""


def without_solutions(notebook):
    """The notebook without what stands in a solution, text and cells."""
    kept, inside = [], False
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and END.match(cell.source):
            inside = bool(START.match(cell.source))
        if not inside:
            kept.append(cell)
    notebook.cells = kept
    return notebook


def style(site, links):
    """The style sheets of some links of a built site as one text, with their fonts in it."""

    def inside(path):
        def font(found):
            file = path.parent / found[1].strip("\"'")
            if file.suffix != ".woff2" or not file.is_file():
                return "url(data:,)"
            return f"url(data:font/woff2;base64,{b64encode(file.read_bytes()).decode()})"

        return FILE.sub(font, path.read_text(encoding="utf-8"))

    names = [name.partition("?")[0] for name in re.findall(r'href="([^"]+)"', links)]
    rules = "\n".join(inside(site / name) for name in [*names, "_static/print.css"])
    return re.sub(r"@import[^;]*;|/\*.*?\*/", "", rules, flags=re.S)


def page(file):
    """A built chapter without its solutions as one HTML text; file as in _toc.yml."""
    import print_page

    if not (print_page.HTML / f"{file}.html").exists():
        sys.exit(f"handout: no built page of {file}: run make book")
    slug = file.rsplit("/", 1)[-1]
    body = print_page.joined(file, {file: slug}, "")
    body, _ = print_page.cut(body, r'<section class="solutions">', "section")
    # Other pages are not handed out: their names stay.
    body = re.sub(r'<a\b[^>]*\shref="(?!#|https?:)[^"]*"[^>]*>(.*?)</a>', r"\1", body, flags=re.S)
    title = html.unescape(re.sub(r"<[^>]+>", "", print_page.title_of(file)))
    return PAGE.format(
        title=html.escape(title), style=style(print_page.HTML, print_page.head()), body=body
    )


def print_all(paths):
    """Print pages to PDFs beside them."""
    sys.path.insert(0, str(ROOT / "tests/browser"))
    from pages import browser
    from print_page import printed

    with browser() as driver:
        for path in paths:
            driver.open(path.resolve().as_uri())
            path.with_suffix(".pdf").write_bytes(printed(driver))
            print(path.with_suffix(".pdf"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", type=Path, help="default: all under notebooks/")
    parser.add_argument("--html", action="store_true", help="write a page of each too")
    parser.add_argument("--pdf", action="store_true", help="and print it")
    options = parser.parse_args()
    paths = options.paths or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    pages = []
    for path in (path.resolve() for path in paths if ".ipynb_checkpoints" not in path.parts):
        target = options.folder / path.relative_to(ROOT / "notebooks")
        target.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(without_solutions(nbformat.read(path, as_version=4)), target)
        print(target)
        if options.html or options.pdf:
            pages.append(target.with_suffix(".html"))
            file = path.relative_to(ROOT).with_suffix("").as_posix()
            pages[-1].write_text(page(file), encoding="utf-8")
            print(pages[-1])
    if options.pdf:
        print_all(pages)


if __name__ == "__main__":
    main()
