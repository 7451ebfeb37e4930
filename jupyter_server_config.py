"""A Jupyter that is started in this folder keeps the chapters as tools/notebooks.py stores them.

Else to open and save one would write the reader's version of Python into it, and what was
folded out of sight.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tools.notebooks import KERNEL, LANGUAGE, fold


def keep(model, **kw):
    """Store a Python notebook with the metadata that the chapters have."""
    if model["type"] == "notebook" and model["content"]:
        metadata = model["content"]["metadata"]
        if metadata.get("kernelspec", {}).get("name") == KERNEL["name"]:
            metadata |= {"kernelspec": KERNEL, "language_info": LANGUAGE}
            fold(model["content"]["cells"])


c.ContentsManager.pre_save_hook = keep  # noqa: F821, what Jupyter hands to this file
