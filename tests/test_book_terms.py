"""What _ext/book_terms.py adds to a link to the glossary."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytest.importorskip("myst_parser")

PAGES = {
    "index.md": "# Book\n\n```{toctree}\nnotebooks/appendix/notation\n```\n\nMany {term}`Batches <batch>`.\n",
    "notebooks/appendix/notation.md": "# Notation\n\n```{glossary}\nbatch\n  Requests that are\n  answered *together*.\n```\n",
    "conf.py": f"import sys\nsys.path.insert(0, {str(ROOT / '_ext')!r})\n"
    'extensions = ["myst_parser", "book_terms"]\n',
}  # fmt: skip


def build(folder):
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", folder, folder / "out"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    html = folder.joinpath("out/index.html").read_text()
    return re.findall(
        r'<a class="reference internal" href="[^"]*#term-batch" title="([^"]*)"', html
    )


def test_a_link_to_a_term_says_what_it_means_also_after_the_glossary_has_changed(tmp_path):
    for name, text in PAGES.items():
        tmp_path.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath(name).write_text(text)
    assert build(tmp_path) == ["Requests that are answered together."]
    glossary = tmp_path / "notebooks/appendix/notation.md"
    glossary.write_text(glossary.read_text().replace("*together*", "at once"))
    assert build(tmp_path) == ["Requests that are answered at once."]
