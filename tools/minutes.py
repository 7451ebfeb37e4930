"""Count the minutes that each chapter takes to read, by the rule of lib/book/teaching.py.

    python tools/minutes.py            tell what each takes and what is stored
    python tools/minutes.py --store    write lib/data/chapters.toml

What is read: text, sentences that are computed, captions, claims in the margin, questions; each
figure, each row of a table, and each line of code that the page shows. What is folded is not,
nor the rest of a long table, in which one looks things up.
"""

import argparse
import json
import math
import re
import sys
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lib.book.teaching import CHAPTERS, SECONDS  # noqa: E402
from lib.units import minute  # noqa: E402

STORE = ROOT / "lib/data/chapters.toml"
HIDDEN = {"hide-input", "hide-cell", "remove-cell", "remove-input"}
# What an output holds besides words, and what stands in none of its words.
TABLE = re.compile(r"<table\b.*?</table>", re.S)
DRAWN = re.compile(r"<(script|svg|form|style)\b.*?</\1>", re.S)
ROWS = 15  # of a table are read at most
WORD = re.compile(r"\w[\w.,'’/$%-]*")


def words(text):
    """The words of some Markdown or HTML: links count as what they show."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return len(WORD.findall(unescape(re.sub(r"<[^>]+>", " ", text))))


def without_folded(cells):
    """The cells without solutions and what else the page folds at first."""
    inside = False
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and re.match(r"#{1,4} ", text):
            inside = bool(re.match(r"#### Solution to exercise", text))
        if not inside:
            yield cell, re.sub(r"<details\b.*?</details>", "", text, flags=re.S)


def counted(cells):
    """What a reader meets in cells, by the keys of SECONDS."""
    met = dict.fromkeys(SECONDS, 0)
    for cell, text in without_folded(cells):
        if cell["cell_type"] == "markdown":
            if HIDDEN & set(cell["metadata"].get("tags", ())):
                continue
            met["figure"] += len(re.findall(r"!\[[^\]]*\]\(", text))
            met["row"] += len(re.findall(r"^\|(?!-)", text, re.M))
            met["word"] += words(re.sub(r"^\|.*$|!\[[^\]]*\]\([^)]*\)", "", text, flags=re.M))
            continue
        if not HIDDEN & set(cell["metadata"].get("tags", ())):
            met["line"] += sum(bool(line.strip()) for line in text.splitlines())
        for output in cell["outputs"]:
            data = output.get("data", {})
            shown = "".join(data.get("text/markdown") or data.get("text/html") or ())
            shown = re.sub(r"<details\b.*?</details>", "", shown, flags=re.S)
            moves = len(re.findall('<figure class="live"', shown))
            met["moving figure"] += moves
            met["figure"] += not moves and '<img class="figure"' in shown
            met["row"] += sum(min(ROWS, t.count("<tr")) for t in TABLE.findall(shown))
            met["word"] += words(DRAWN.sub(" ", TABLE.sub(" ", shown)))
    return met


def minutes(path):
    """The minutes of a chapter, not rounded; path as in lib/data/chapters.toml."""
    notebook = json.loads((ROOT / f"notebooks/{path}.ipynb").read_text(encoding="utf-8"))
    met = counted(notebook["cells"]).items()
    return sum(SECONDS[what] * number for what, number in met) / minute


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--store", action="store_true", help="write them to the table")
    options = parser.parse_args()
    text = STORE.read_text(encoding="utf-8")
    for chapter in CHAPTERS:
        found = minutes(chapter.path)
        print(f"{chapter.path}: {found:.1f}, stored {chapter.minutes}")
        head = re.escape(f'["{chapter.path}"]')
        text = re.sub(
            rf"({head}\n(?:.+\n)*?minutes = )\d+", rf"\g<1>{max(1, math.floor(found + 0.5))}", text
        )
    if options.store:
        STORE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
