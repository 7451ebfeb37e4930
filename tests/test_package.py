"""The package works when installed away from the book's sources, and writes nothing there."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
from pathlib import Path
import lib
from lib.book.datasheets import chip_sheet
from lib.book.figures import new, show
from lib.book.teaching import CHAPTERS
from lib.claims.ledger import find

fig, ax = new()
ax.plot([1, 2], [3, 4])
ax.set(xlabel="Time (s)", ylabel="Cost (dollars)")
show(fig, "part/line", "It rises.", "A line.")
assert chip_sheet("h100_sxm").rows and CHAPTERS and find("cost-floor").verdict
print(Path(lib.__file__).parents[1])
"""


def test_it_works_installed_and_writes_nothing_beside_itself(tmp_path):
    source, installed, elsewhere = (tmp_path / name for name in ("source", "installed", "else"))
    shutil.copytree(ROOT / "lib", source / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-text", "NOTICE"):
        shutil.copy(ROOT / name, source)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*pip, "--target", installed, source], check=True)
    before = sorted(path.name for path in installed.iterdir())
    elsewhere.mkdir()
    program = f"import sys; sys.path.insert(0, {str(installed)!r})\n{PROGRAM}"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=elsewhere, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == str(installed)
    assert sorted(path.name for path in installed.iterdir()) == before
    assert list(elsewhere.iterdir()) == []


def test_the_readme_s_first_notebook_runs():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").split("## A first notebook")[1]
    code = "\n".join(
        line[4:] for line in lines.split("\n## ")[0].splitlines() if line.startswith("    ")
    )
    assert "from lib import" in code
    exec(compile(code, "README.md", "exec"), {})
