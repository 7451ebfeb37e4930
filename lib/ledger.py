"""The ledger: every claim of the two documents, recomputed, with a verdict.

``data/claims.toml`` states what the documents say, in their order, and nothing
else. For each claim a function in ``lib.reckoning`` calls the models twice: *as
the document reckons* (its inputs, its rounding) and *as the book reckons*
(sourced inputs, whole chips). The verdict follows from the two numbers by the
rule of ``verdict_of``; a reckoning may say instead that the claim depends on
something or cannot be tested, and why. A claim without a reckoning is open.

    python -m lib.ledger          the table
    python -m lib.ledger --json   a list of objects, for other programs
"""

import argparse
import html
import json
import math
from collections import Counter
from dataclasses import asdict, dataclass
from functools import lru_cache

from lib import checks, tables
from lib.display import table
from lib.reckoning import HOLDS_WITHIN, ROUGHLY_WITHIN, reckoning
from lib.units import significant

VERDICTS = {
    "holds": "holds",
    "roughly": "holds roughly",
    "off": "off",
    "depends": "depends on",
    "untestable": "not testable",
    "open": "open",
}
#: What so many claims do together, of one and of several.
COUNTED = {
    "holds": ("holds", "hold"),
    "roughly": ("holds roughly", "hold roughly"),
    "off": ("is off", "are off"),
    "depends": ("depends", "depend"),
    "untestable": ("cannot be tested", "cannot be tested"),
    "open": ("is open", "are open"),
}


@dataclass(frozen=True)
class Claim:
    """One row of the ledger.

    ``stated``, ``reproduced`` and ``corrected`` are in ``unit``; true and false
    stand for claims that are a comparison, None for a value there is none of.
    ``section`` is the part of the document that states it.
    """

    id: str
    document: str
    claim: str
    stated: float | bool | None
    unit: str
    reproduced: float | bool | None
    corrected: float | bool | None
    verdict: str
    why: str
    chapter: str
    section: str = ""


def verdict_of(stated, corrected):
    """The verdict that two numbers carry by themselves.

    "holds" within 2 % of the stated value, "holds roughly" within 20 %, "off"
    beyond; a true or false claim holds or is off.

    >>> verdict_of(305, 300), verdict_of(500, 300), verdict_of(True, True)
    ('holds', 'off', 'holds')
    """
    if isinstance(stated, bool) != isinstance(corrected, bool):
        raise ValueError(f"corrected: got {corrected!r} for a claim that states {stated!r}")
    if isinstance(stated, bool):
        return "holds" if corrected == stated else "off"
    distance = abs(corrected - stated) / abs(stated)
    if distance <= HOLDS_WITHIN:
        return "holds"
    return VERDICTS["roughly"] if distance <= ROUGHLY_WITHIN else "off"


def _plain(value):
    """A number as JSON writes it: Python's own types, whole numbers without a fraction.

    Raises ValueError for NaN and infinity: no claim comes to that.
    """
    if value is None or isinstance(value, bool):
        return value
    if getattr(value, "dtype", None) is not None and value.dtype.kind == "b":
        return bool(value)
    value = float(value)
    if not math.isfinite(value):
        raise ValueError(f"value: got {value}; takes a number that is one")
    return int(value) if value.is_integer() else value


def claims():
    """Every claim of the ledger, in the documents' order."""
    return tuple(map(_claim, _rows()))


@lru_cache
def _rows():
    """The rows of the table by id, in its order."""
    return {row["id"]: row for row in tables.load("claims")["claim"]}


@lru_cache
def _claim(claim_id):
    """The claim of an id, reckoned once: a chapter waits for no claim but its own."""
    return _row(_rows()[claim_id])


def _row(row):
    fixed = {name: row[name] for name in ("id", "document", "claim", "chapter")}
    fixed["section"] = row.get("section", "")
    stated, unit = row.get("stated"), row.get("unit", "")
    reckon = reckoning(row["id"])
    if reckon is None:
        why = f"Its model comes with the chapter {row['chapter']}."
        return Claim(stated=stated, unit=unit, reproduced=None, corrected=None,
                     verdict=VERDICTS["open"], why=why, **fixed)  # fmt: skip
    result = reckon()
    verdict = result.verdict and VERDICTS[checks.choice("verdict", result.verdict, VERDICTS)]
    if verdict is None and (stated is None or result.corrected is None):
        raise ValueError(f"verdict: got none for {row['id']!r}, which has no two values to compare")
    return Claim(
        stated=stated,
        unit=unit,
        reproduced=_plain(result.reproduced),
        corrected=_plain(result.corrected),
        verdict=verdict or verdict_of(stated, _plain(result.corrected)),
        why=result.why,
        **fixed,
    )


def find(claim_id):
    """The claim of an id; ValueError, naming the nearest, for one the ledger lacks."""
    ids = _rows()
    if claim_id not in ids:
        import difflib

        near = difflib.get_close_matches(str(claim_id), ids, n=3, cutoff=0.3) or sorted(ids)[:3]
        raise ValueError(f"claim_id: got {claim_id!r}; takes an id such as {', '.join(near)}")
    return _claim(claim_id)


def show(value, unit=""):
    """A value of the ledger as text.

    >>> show(3600, "$ per (token/s)"), show(652.17, "chips"), show(True), show(None)
    ('$3,600 per (token/s)', '652.2 chips', 'yes', '–')
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = significant(value, 4)
    if unit.startswith("$"):
        return f"${text}{unit[1:]}"
    return f"{text} {unit}".strip()


def _kind(claim):
    """The key of a claim's verdict, of which its colour is made."""
    return next(key for key, name in VERDICTS.items() if name == claim.verdict)


class Card:
    """A claim as a card: what is stated, what its reckoning gives, what the book finds."""

    def __init__(self, claim):
        self.claim = claim

    def _lines(self):
        c = self.claim
        yield "The document states", show(c.stated, c.unit)
        yield "Its own reckoning", show(c.reproduced, c.unit)
        yield "This book finds", show(c.corrected, c.unit)

    def __repr__(self):
        c = self.claim
        numbers = "; ".join(f"{name}: {value}" for name, value in self._lines() if value != "–")
        return f"{c.claim} [{numbers}] {c.verdict}: {c.why}"

    def _repr_html_(self):
        c, text = self.claim, html.escape
        numbers = "".join(
            f"<dt>{name}</dt><dd>{text(value)}</dd>"
            for name, value in self._lines()
            if value != "–"
        )
        return (
            f'<aside class="claim claim-{_kind(c)} mathjax_ignore" id="claim-{c.id}">'
            f'<p class="claim-text">{text(c.claim, quote=False)}</p><dl>{numbers}</dl>'
            f'<p class="claim-verdict"><strong>{c.verdict}</strong> {text(c.why, quote=False)}</p>'
            "</aside>"
        )

    def _repr_mimebundle_(self, **_):
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


def claim(claim_id):
    """The card of a claim, for a chapter to show where it meets the claim."""
    return Card(find(claim_id))


class Claims:
    """The claims of a chapter: a line that counts their verdicts, and a table to unfold."""

    caption = "What the document claims in this chapter's matter, and what became of it"

    def __init__(self, rows):
        self.rows = rows

    def summary(self):
        """How many claims there are, and how many of each verdict."""
        found = Counter(map(_kind, self.rows))
        counts = [f"{n} {COUNTED[kind][n > 1]}" for kind in VERDICTS if (n := found[kind])]
        noun = "claim" if len(self.rows) == 1 else "claims"
        return f"{len(self.rows)} {noun} of this chapter: {', '.join(counts)}"

    def __repr__(self):
        return repr(
            table(
                [
                    {
                        "claim": c.claim,
                        "stated": show(c.stated, c.unit),
                        "its own reckoning": show(c.reproduced, c.unit),
                        "this book": show(c.corrected, c.unit),
                        "verdict": c.verdict,
                        "why": c.why,
                    }
                    for c in self.rows
                ],
                caption=self.caption,
            )
        )

    @staticmethod
    def _line(c):
        def text(words):
            return html.escape(words, quote=False)

        def cell(label, words, more=""):
            return f'<td class="value" data-label="{label}"><span>{text(words)}</span>{more}</td>'

        stated, own = show(c.stated, c.unit), show(c.reproduced, c.unit)
        why = f"Depends on {c.why}" if _kind(c) == "depends" else c.why
        own = "" if own in (stated, "–") else f"<small>its own reckoning: {text(own)}</small>"
        return (
            f'<tr class="claim-{_kind(c)}"><th scope="row" style="text-align:left">{text(c.claim)}'
            f'<div class="why">{text(why)}</div></th>'
            f"{cell('stated', stated, own)}{cell('this book', show(c.corrected, c.unit))}"
            f'<td class="verdict" style="text-align:left">{c.verdict.removesuffix(" on")}</td></tr>'
        )

    def _repr_html_(self):
        sides = {"claim": "left", "stated": "right", "this book": "right", "verdict": "left"}
        head = "".join(
            f'<th scope="col" style="text-align:{side}">{name}</th>' for name, side in sides.items()
        )
        body = "\n".join(map(self._line, self.rows))
        return (
            f'<details class="claims"><summary>{self.summary()}</summary>\n'
            f'<table class="book-table claims mathjax_ignore"><caption>{self.caption}</caption>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></details>"
        )

    def _repr_mimebundle_(self, **_):
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


def claims_of(chapter):
    """Every claim of a chapter as a table; ValueError for a chapter without one."""
    ids = [row["id"] for row in _rows().values() if row["chapter"] == chapter]
    if not ids:
        there = ", ".join(sorted({row["chapter"] for row in _rows().values()}))
        raise ValueError(f"chapter: got {chapter!r}; takes one of {there}")
    return Claims([_claim(claim_id) for claim_id in ids])


def main(arguments=None):
    """Print the ledger as a table, or as JSON."""
    parser = argparse.ArgumentParser(prog="python -m lib.ledger", description=main.__doc__)
    parser.add_argument("--json", action="store_true", help="a list of objects")
    if parser.parse_args(arguments).json:
        print(
            json.dumps([asdict(c) for c in claims()], indent=2, ensure_ascii=False, allow_nan=False)
        )
        return
    for c in claims():
        values = "  ".join(f"{show(v, c.unit):>24}" for v in (c.stated, c.reproduced, c.corrected))
        print(f"{c.verdict:14}{c.id:34}{values}  {c.why}")


if __name__ == "__main__":
    main()
