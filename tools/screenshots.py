"""Take pictures of built pages, light and dark, wide and narrow.

    python tools/screenshots.py FOLDER notebooks/intro notebooks/economics/cost_per_token
    python tools/screenshots.py FOLDER --full PAGE      the whole page, not its first screen
    python tools/screenshots.py --readme                the three pictures of README.md

Needs Chromium and chromedriver, and a book in _build/html.
"""

import argparse
import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests/browser"))
from pages import HTML, browser, served

ROOT = HTML.parents[1]

SIZES = {"wide": (1360, 900), "phone": (390, 844)}

# Page, size, theme, and what stands in the middle of the screen.
README = (
    ("notebooks/intro", "wide", "light", None),
    ("notebooks/economics/cost_per_token", "wide", "light", "figure.live"),
    ("notebooks/verdict/claims", "wide", "dark", "table.ledger tbody tr:nth-of-type(3)"),
)

MIDDLE = """
const place = [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility());
place?.scrollIntoView({block: 'center', behavior: 'instant'});
setTimeout(arguments[1], 400, !!place);
"""


def take(driver, address, page, size, theme, path, full=False, middle=None):
    """Write one picture."""
    driver.resize(*SIZES[size])
    driver.open(f"{address}/{page}.html", theme=theme)
    if middle and not driver.execute_async_script(MIDDLE, middle):
        sys.exit(f"screenshots: {page} has no {middle}")
    driver.picture(path, full=full)
    print(path)


def shrink(path):
    """Keep 256 colours, which a page of text and flat figures does not exceed to the eye."""
    method = Image.Quantize.MAXCOVERAGE  # a rare colour counts too: a verdict's, a link's
    picture = Image.open(path).convert("RGB").quantize(256, method, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "figures/pages")
    parser.add_argument("pages", nargs="*", help="a page's path in the book, without .html")
    parser.add_argument("--readme", action="store_true", help="the pictures of README.md")
    parser.add_argument("--full", action="store_true", help="the whole page")
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=SIZES)
    parser.add_argument("--themes", nargs="+", default=["light", "dark"])
    options = parser.parse_args()
    if not options.readme and not options.pages:
        parser.error("give a folder and pages, or --readme")
    options.folder.mkdir(parents=True, exist_ok=True)
    wanted = [(p, s, t, None) for p in options.pages for s in options.sizes for t in options.themes]
    with served(HTML) as address, browser() as driver:
        for page, size, theme, middle in README if options.readme else wanted:
            path = options.folder / f"{page.split('/')[-1]}-{size}-{theme}.png"
            take(driver, address, page, size, theme, path, options.full, middle)
            if options.readme:
                shrink(path)


if __name__ == "__main__":
    main()
