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
from dataclasses import asdict, dataclass
from functools import lru_cache

from lib import checks, tables
from lib.display import table
from lib.reckoning import HOLDS_WITHIN, RECKONINGS, ROUGHLY_WITHIN
from lib.units import significant

VERDICTS = {
    "holds": "holds",
    "roughly": "holds roughly",
    "off": "off",
    "depends": "depends on",
    "untestable": "not testable",
    "open": "open",
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


@lru_cache
def claims():
    """Every claim of the ledger, in the documents' order."""
    return tuple(_row(row) for row in tables.load("claims")["claim"])


def _row(row):
    fixed = {name: row[name] for name in ("id", "document", "claim", "chapter")}
    fixed["section"] = row.get("section", "")
    stated, unit = row.get("stated"), row.get("unit", "")
    reckoning = RECKONINGS.get(row["id"])
    if reckoning is None:
        why = f"Its model comes with the chapter {row['chapter']}."
        return Claim(stated=stated, unit=unit, reproduced=None, corrected=None,
                     verdict=VERDICTS["open"], why=why, **fixed)  # fmt: skip
    result = reckoning()
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
    by_id = {claim.id: claim for claim in claims()}
    if claim_id not in by_id:
        import difflib

        near = difflib.get_close_matches(str(claim_id), by_id, n=3, cutoff=0.3) or sorted(by_id)[:3]
        raise ValueError(f"claim_id: got {claim_id!r}; takes an id such as {', '.join(near)}")
    return by_id[claim_id]


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
        kind = next(key for key, name in VERDICTS.items() if name == c.verdict)
        numbers = "".join(
            f"<dt>{name}</dt><dd>{text(value)}</dd>"
            for name, value in self._lines()
            if value != "–"
        )
        return (
            f'<aside class="claim claim-{kind} mathjax_ignore" id="claim-{c.id}">'
            f'<p class="claim-text">{text(c.claim, quote=False)}</p><dl>{numbers}</dl>'
            f'<p class="claim-verdict"><strong>{c.verdict}</strong> {text(c.why, quote=False)}</p>'
            "</aside>"
        )

    def _repr_mimebundle_(self, **_):
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


def claim(claim_id):
    """The card of a claim, for a chapter to show where it meets the claim."""
    return Card(find(claim_id))


def claims_of(chapter):
    """Every claim of a chapter as a table; ValueError for a chapter without one."""
    rows = [c for c in claims() if c.chapter == chapter]
    if not rows:
        there = ", ".join(sorted({c.chapter for c in claims()}))
        raise ValueError(f"chapter: got {chapter!r}; takes one of {there}")
    return table(
        [
            {
                "claim": c.claim,
                "stated": show(c.stated, c.unit),
                "its own reckoning": show(c.reproduced, c.unit),
                "this book": show(c.corrected, c.unit),
                "verdict": c.verdict,
                "why": c.why,
            }
            for c in rows
        ],
        caption="What the document claims in this chapter's matter, and what became of it",
    )


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
