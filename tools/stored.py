"""How a stored chapter opens in Jupyter: what is folded, and the metadata that Jupyter leaves.

tools/notebooks.py writes chapters so, and jupyter_server_config.py keeps them so when somebody
opens and saves one. Else that would write the reader's version of Python into it, and what was
folded out of sight.
"""

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
# As JupyterLab writes it, with one version of Python: the file is the same on each supported one.
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": "3.11.7",
}
SOLUTION = "#### Solution to exercise "
FOLDED = {"hide-input": ["source"], "remove-cell": ["source"], "hide-output": ["outputs"]}
FOLDED["hide-cell"] = ["source", "outputs"]


def fold(cells):
    """Fold in Jupyter what the pages fold: code by its tags, and what stands in a solution.

    Text that the pages leave out is for those who read the source, and stays open. Other
    metadata that an editor adds (times, trust, what a reader unfolded) goes.
    """
    for cell in cells:
        kept = {k: v for k, v in cell["metadata"].items() if k in ("tags", "mystnb", "nbval")}
        parts = {part for tag in kept.get("tags", ()) for part in FOLDED.get(tag, ())}
        if parts and cell["cell_type"] == "code":
            kept["jupyter"] = {f"{part}_hidden": True for part in sorted(parts)}
        if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith(SOLUTION):
            kept["jp-MarkdownHeadingCollapsed"] = True
        cell["metadata"] = kept
