"""What _ext/book_terms.py adds to a link to the glossary."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytest.importorskip("myst_parser")

HOME = """
# Book

```{toctree}
notebooks/appendix/notation
```

Many {term}`Batches <batch>`.
"""
GLOSSARY = """
# Notation

```{glossary}
batch
  Requests that are
  answered *together*.
```
"""
SETTINGS = f"""
import sys
sys.path.insert(0, {str(ROOT / "_ext")!r})
extensions = ["myst_parser", "book_terms"]
"""


def build(folder):
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", folder, folder / "out"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    html = folder.joinpath("out/index.html").read_text()
    return re.findall(
        r'<a class="reference internal" href="[^"]*#term-batch" title="([^"]*)"', html
    )


def test_a_link_to_a_term_says_what_it_means_also_after_the_glossary_has_changed(tmp_path):
    glossary = tmp_path / "notebooks/appendix/notation.md"
    glossary.parent.mkdir(parents=True)
    glossary.write_text(GLOSSARY)
    tmp_path.joinpath("index.md").write_text(HOME)
    tmp_path.joinpath("conf.py").write_text(SETTINGS)
    assert build(tmp_path) == ["Requests that are answered together."]
    glossary.write_text(GLOSSARY.replace("*together*", "at once"))
    assert build(tmp_path) == ["Requests that are answered at once."]
