"""A Jupyter that is started in this folder stores the chapters as tools/stored.py says."""

import runpy
from pathlib import Path

stored = runpy.run_path(str(Path(__file__).parent / "tools/stored.py"))


def keep(model, **kw):
    """Let a notebook be saved with the metadata that the chapters have."""
    if model["type"] == "notebook" and model["content"]:
        metadata = model["content"]["metadata"]
        if metadata.get("kernelspec", {}).get("name") == stored["KERNEL"]["name"]:
            metadata |= {"kernelspec": stored["KERNEL"], "language_info": stored["LANGUAGE"]}
            stored["fold"](model["content"]["cells"])


c.ContentsManager.pre_save_hook = keep  # noqa: F821, what Jupyter hands to this file
