"""Figures that compute (lib/book/live.py), as a page has them.

In a cell's output such a figure brings its script and style and packs its controls away, so
that it works in Jupyter. Here they go: the site serves the script once, and the controls stand
in the page from the start. Tapes of one figure, much alike, stand in one table.
"""

import json
import re

from docutils import nodes
from sphinx.transforms import SphinxTransform

from lib.book import moving

ONCE = re.compile(r"<(style|script) data-live>.*?</\1>", re.DOTALL)
FORM = re.compile(r'<script type="text/plain" data-form>(.*?)</script>', re.DOTALL)
SPECIAL = re.compile(r' data-special="([^"]*)"')


LEAST = 4  # rows: the note of a shorter copy takes more than it saves


def on_page(text):
    """A cell's output with its figures that compute as a page has them."""
    return moving.DATA.sub(one_table, FORM.sub(r"\1", ONCE.sub("", text)))


def one_table(match):
    """A figure's data with its tapes together, if it has several."""
    spec = json.loads(match[1])
    if len(spec.get("tapes", ())) < 2:
        return match[0]
    spec["tapes"] = together(spec["tapes"])
    return moving.packed(json.dumps(spec, separators=(",", ":"), ensure_ascii=False))


def together(tapes):
    """Tapes, as lib/book/trace.py shortens them, as one table that packs to half.

    What a server packs with looks back over 32 kB, which is less than a tape. So a row, an
    operation with its operands, that follows others as it did before is copied: after so many
    new rows, from so far back, so many. New rows are written by columns.
    """
    names, constants, rows, kept = {}, {}, [], []
    for tape in tapes:
        known = [constants.setdefault(json.dumps(c), len(constants)) for c in tape["constants"]]
        ops, length = iter(tape["ops"]), len(rows)

        def shared(operand, known=known):
            return operand if operand >= 0 else -1 - known[-1 - operand]

        for kind in ops:
            name, count = tape["names"][kind]
            own = [shared(next(ops)) for _ in range(count)]
            rows.append((names.setdefault((name, count), len(names)), *own))
        kept.append({
            "inputs": tape["inputs"], "length": len(rows) - length,
            "outputs": {n: shared(place) for n, place in tape["outputs"].items()},
            "checks": [
                check | {"ok": shared(check["ok"]), "says": [
                    part if isinstance(part, str) else [shared(part[0]), *part[1:]]
                    for part in check["says"]
                ]} for check in tape["checks"]
            ],
        })  # fmt: skip
    new, copies = repeated(rows)
    columns = [[row[k] for row in new if k < len(row)] for k in range(max(map(len, new)))]
    return {
        "names": list(names), "constants": [json.loads(c) for c in constants],
        "columns": columns, "copies": list(zip(*copies, strict=True)), "tapes": kept,
    }  # fmt: skip


def repeated(rows):
    """Rows that are new, and copies as (new rows before it, how far back, rows)."""
    seen, new, copies, at, before = {}, [], [], 0, 0
    while at < len(rows):
        longest, back = 0, 0
        for place in seen.get(tuple(rows[at : at + LEAST]), ())[-16:]:
            length = LEAST
            while at + length < len(rows) and rows[place + length] == rows[at + length]:
                length += 1
            longest, back = max((longest, back), (length, at - place))
        if not longest:
            new.append(rows[at])
        else:
            copies.append((len(new) - before, back, longest))
            before = len(new)
        for place in range(at, at + (longest or 1)):
            seen.setdefault(tuple(rows[place : place + LEAST]), []).append(place)
        at += longest or 1
    return new, [*copies, (len(new) - before, 0, 0)]


class LiveFigures(SphinxTransform):
    """It runs while a page is read, so the figure is in the stored doctree as the page has it."""

    default_priority = 800

    def apply(self, **kwargs):
        for raw in self.document.findall(nodes.raw):
            text = raw.astext()
            if raw.get("format") == "html" and '<figure class="live"' in text:
                raw[:] = [nodes.Text(on_page(text))]


def give_script(app, pagename, templatename, context, doctree):
    """Load the script where such a figure stands, and nowhere else."""
    raws = "".join(raw.astext() for raw in doctree.findall(nodes.raw)) if doctree else ""
    if '<figure class="live"' in raws:
        app.add_css_file("live.css")
        special = {name for names in SPECIAL.findall(raws) for name in names.split()}
        for file in moving.scripts(sorted(special)):
            app.add_js_file(file, loading_method="defer")


def setup(app):
    app.add_transform(LiveFigures)
    app.connect("html-page-context", give_script)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
