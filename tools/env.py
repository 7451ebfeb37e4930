"""Make the environment in .venv, or say what is missing for it; any Python 3 may start this.

    python3 tools/env.py              what requirements.txt names
    python3 tools/env.py lite mutate  and extras of pyproject.toml

Nothing is installed before all that is needed is there. An environment of another Python, of
another folder or cut short is made anew; one that is as it should be is left alone.
"""

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = VENV / "installed"
NEEDS = (3, 11)  # as pyproject.toml says
NEWEST = 14
VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def say(message):
    print(f"book: {message}", flush=True)


def stop(message):
    sys.exit(f"book: {message}")


@contextlib.contextmanager
def alone(what):
    """Wait until no other command of this kind works in this folder, where the system can tell."""
    path = ROOT / f"_build/{what}.lock"
    try:
        path.parent.mkdir(exist_ok=True)
        lock = open(path, "a")
    except OSError as error:
        stop(f"cannot write here: {error}; to build the book, copy it to a folder of your own")
    with lock:
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("another command is at it in this folder; waiting for it to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield  # the lock is given back when the file is closed


def answers(command):
    """What a command prints, or "" if it fails or is not there."""
    try:
        return subprocess.check_output(command, stderr=subprocess.DEVNULL).decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def new_enough(version):
    return bool(version) and tuple(int(part) for part in version.split(".")) >= NEEDS


def python():
    """A Python that is new enough and makes environments; ends with what is missing."""
    names = [sys.executable, *(f"python3.{n}" for n in range(NEWEST, NEEDS[1] - 1, -1))]
    found = [(name, answers([name, "-c", VERSION])) for name in names if shutil.which(name)]
    usable = [(name, version) for name, version in found if new_enough(version)]
    if not usable:
        stop(
            f"Python {NEEDS[0]}.{NEEDS[1]} or later is needed; this is {found[0][1]}, and no other "
            "is on the path. Nothing was installed.\n"
            "  Debian 12, Ubuntu 24.04 and later: apt install python3 python3-venv\n"
            "  elsewhere, from https://www.python.org/downloads/, and then\n"
            "  make book PYTHON=/path/to/python3.12"
        )
    for name, _ in usable:
        if answers([name, "-c", "import ensurepip, venv; print('both')"]):
            if name != sys.executable:
                say(f"this Python is {found[0][1]}; taking {name}")
            return name
    stop(
        f"Python {usable[0][1]} is here without its module venv. Nothing was installed.\n"
        "  Debian and Ubuntu: apt install python3-venv"
    )


def recipe(extras):
    """What an environment is made from."""
    total = hashlib.sha256(" ".join(sorted(extras)).encode())
    for name in ("requirements.txt", "pyproject.toml"):
        # Of the project file what is installed counts, not the settings of the tools.
        total.update((ROOT / name).read_text(encoding="utf-8").split("\n[tool.")[0].encode())
    return f"{total.hexdigest()} {VENV} {answers([PYTHON, '-c', VERSION])}"


def there():
    """What the environment there was made from, and its extras; "" and none if it is not whole."""
    try:
        made, extras = STAMP.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return "", []
    return made, extras.split()


def stands(extras):
    """Whether the environment there is the one wanted, or that with more extras."""
    made, had = there()
    return set(extras) <= set(had) and made == recipe(had)


def install(extras):
    """Install with pip, and say every so often how far it is."""
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar=off"]
    # Modules are compiled when they are first imported, which most never are.
    command += ["--no-compile", "-r", "requirements.txt"]
    command += ["-e", f".[{','.join(extras)}]"] if extras else []
    pip = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    lines, ended = [], threading.Event()

    def tell():
        while not ended.wait(10):
            fetched = sum(line.startswith(("Collecting", "Obtaining")) for line in lines)
            there = sum(1 for _ in VENV.glob("**/site-packages/*.dist-info"))
            say(f"{fetched} packages fetched, {there} installed")

    threading.Thread(target=tell, daemon=True).start()
    lines.extend(pip.stdout)
    ended.set()
    if pip.wait():
        stop(f"pip could not install the packages:\n{''.join(lines[-20:])}")


def main(extras):
    unknown = [name for name in extras if not re.match(r"[a-z]+$", name)]
    if unknown:
        stop(f"extras: got {', '.join(unknown)}; takes names of pyproject.toml")
    if stands(extras):
        return
    with alone("env"):
        if stands(extras):  # made meanwhile
            return
        extras = sorted({*extras, *there()[1]})
        version = answers([PYTHON, "-c", VERSION])
        if not (new_enough(version) and answers([PYTHON, "-m", "pip", "--version"])):
            base = python()
            say(f"making an environment in .venv with {answers([base, '--version'])}")
            subprocess.check_call([base, "-m", "venv", "--clear", str(VENV)])
        say("fetching the packages: some 250, 400 MB")
        with contextlib.suppress(OSError):
            STAMP.unlink()
        install(extras)
        STAMP.write_text(f"{recipe(extras)}\n{' '.join(extras)}", encoding="utf-8")
        say("the environment stands")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("interrupted; the same command goes on where it stopped")
