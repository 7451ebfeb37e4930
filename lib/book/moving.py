"""The HTML of a figure that moves, for a page, for Jupyter and for a stored notebook.

In Jupyter it brings the script that moves it. In the environment of whoever stores notebooks,
BOOK_STORED says what to leave out: "1" for a notebook in the repository (no script, of the data
a digest, which tells whether they are still the same, and a line that says how it moves), "page"
for a page, which loads the script once.
"""

import hashlib
import os
import re
from pathlib import Path

from lib.book import figures
from lib.book.display import rendered

STATIC = Path(__file__).resolve().parents[2] / "web/static"


DATA = re.compile(r'<script type="application/json">(.*?)</script>', re.S)
#: What a notebook says in place of the data.
STILL = "<p><em>So the figure starts. It moves once the chapter's cells have run.</em></p>"


def kept(text):
    """A figure's HTML as a notebook of the repository keeps it, with a digest for its data.

    >>> kept(packed('{"a": 1}')).removeprefix(STILL)[:60]
    '<script type="application/json">{"sha256":"f9d86028c6e0d64e2'
    """

    def digest(data):
        return STILL + packed(f'{{"sha256":"{hashlib.sha256(data[1].encode()).hexdigest()}"}}')

    return DATA.sub(digest, text)


def scripts(special=()):
    """The files that move a figure, whose tapes need these special functions."""
    return [*(f"special/{name}.js" for name in special), "tape.js", "live.js"]


def with_script(text, special=()):
    """A figure's HTML, in Jupyter with the style and the script that move it."""
    if os.environ.get("BOOK_STORED") == "1":
        return kept(text)
    if os.environ.get("BOOK_STORED") or not (STATIC / "live.js").exists():
        return text
    code = "\n".join((STATIC / file).read_text("utf-8") for file in scripts(special))
    style = (STATIC / "live.css").read_text("utf-8")
    return f"{text}<style data-live>{style}</style><script data-live>{code}</script>"


def figure(attributes, form, picture, readout, caption, data, table=""):
    """The figure: a form of controls, a drawing as `figures.svg` gives it, a sentence, data."""
    return rendered(
        "figure", attributes=attributes, computes="data-live" in attributes, form=form,
        picture=figures.picture(picture), readout=readout, table=table,
        caption=figures.caption_html(caption), data=data,
    )  # fmt: skip


def packed(data):
    """JSON text as an element that a page reads and does not run."""
    safe = data.replace("<", "\\u003c")
    return f'<script type="application/json">{safe}</script>'
