"""Take pictures of built pages, light and dark, wide and narrow.

    python tools/screenshots.py FOLDER notebooks/intro notebooks/economics/cost_per_token
    python tools/screenshots.py FOLDER --full PAGE      the whole page, not its first screen

Needs Chromium and chromedriver, and a book in _build/html.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests/browser"))
from pages import HTML, browser, served

SIZES = {"wide": (1360, 900), "phone": (390, 844)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="+", help="a page's path in the book, without .html")
    parser.add_argument("--full", action="store_true", help="the whole page")
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=SIZES)
    parser.add_argument("--themes", nargs="+", default=["light", "dark"])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with served(HTML) as address, browser() as driver:
        for page in options.pages:
            for size in options.sizes:
                for theme in options.themes:
                    driver.resize(*SIZES[size])
                    driver.open(f"{address}/{page}.html", theme=theme)
                    name = f"{page.split('/')[-1]}-{size}-{theme}.png"
                    driver.picture(options.folder / name, full=options.full)
                    print(options.folder / name)


if __name__ == "__main__":
    main()
