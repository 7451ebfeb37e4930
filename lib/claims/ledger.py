"""The ledger: every claim of the two documents, recomputed, with a verdict.

``data/claims.toml`` states what the documents say, in their order, and nothing
else. For each claim a function in ``lib.claims`` calls the models twice: *as
the document reckons* (its inputs, its rounding) and *as the book reckons*
(sourced inputs, whole chips). The verdict follows from the two numbers by the
rule of ``verdict_of``; a reckoning may say instead that the claim depends on
something or cannot be tested, and why. A claim without a reckoning is open.

    python -m lib.ledger          the table
    python -m lib.ledger --json   a list of objects, for other programs
"""

import argparse
import json
import math
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cache

from lib import checks, tables
from lib.book.display import escaped, header, table
from lib.claims import HOLDS_WITHIN, ROUGHLY_WITHIN, reckoning
from lib.claims.inputs import suppose
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
    ``section`` is the part of the document that states it. ``input`` tells a figure that
    the document takes as given: its own reckoning can only repeat it.
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
    input: bool = False


def verdict_of(stated, corrected):
    """The verdict that two numbers carry by themselves.

    "holds" within 2% of the stated value, "holds roughly" within 20%, "off"
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


@cache
def _rows():
    """The rows of the table by id, in its order."""
    return {row["id"]: row for row in tables.load("claims")["claim"]}


@cache
def _claim(claim_id):
    """The claim of an id, reckoned once: a chapter waits for no claim but its own."""
    return _row(_rows()[claim_id])


def _row(row):
    fixed = {name: row[name] for name in ("id", "document", "claim", "chapter")}
    fixed |= {"section": row.get("section", ""), "input": row.get("input", False)}
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

    >>> show(3600, "$ per (token/s)"), show(652.17, "chips"), show(48.8, "%"), show(True)
    ('$3,600 per (token/s)', '652.2 chips', '48.8%', 'yes')
    >>> show(None)
    '–'
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = significant(value, 4)
    if unit.startswith("$"):
        return f"${text}{unit[1:]}"
    return f"{text}{'' if unit.startswith('%') else ' '}{unit}".strip()


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
        c = self.claim
        numbers = "".join(
            f"<dt>{name}</dt><dd>{escaped(value)}</dd>"
            for name, value in self._lines()
            if value != "–"
        )
        return (
            f'<aside class="claim claim-{_kind(c)} mathjax_ignore" id="claim-{c.id}">'
            f'<p class="claim-text">{escaped(c.claim)}</p><dl>{numbers}</dl>'
            f'<p class="claim-verdict"><strong>{c.verdict}</strong> {escaped(c.why)}</p>'
            "</aside>"
        )


def claim(claim_id):
    """The card of a claim, for a chapter to show where it meets the claim."""
    return Card(find(claim_id))


def counted(rows):
    """How many rows have each verdict, in words.

    >>> counted([find("h100-bandwidth"), find("cost-floor")])
    '1 holds, 1 is off'
    """
    found = Counter(map(_kind, rows))
    return ", ".join(f"{n} {COUNTED[kind][n > 1]}" for kind in VERDICTS if (n := found[kind]))


class Claims:
    """The claims of a chapter: a line that counts their verdicts, and a table to unfold."""

    caption = "What the document claims in this chapter's matter, and what became of it"

    def __init__(self, rows):
        self.rows = rows

    def summary(self):
        """How many claims there are, and how many of each verdict."""
        noun = "claim" if len(self.rows) == 1 else "claims"
        return f"{len(self.rows)} {noun} of this chapter: {counted(self.rows)}"

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
        def cell(label, words, more=""):
            return (
                f'<td class="value" data-label="{label}"><span>{escaped(words)}</span>{more}</td>'
            )

        stated, own = show(c.stated, c.unit), show(c.reproduced, c.unit)
        why = f"Depends on {c.why}" if _kind(c) == "depends" else c.why
        own = "" if own in (stated, "–") else f"<small>its own reckoning: {escaped(own)}</small>"
        return (
            f'<tr class="claim-{_kind(c)}"><th scope="row" style="text-align:left">'
            f'{escaped(c.claim)}<div class="why">{escaped(why)}</div></th>'
            f"{cell('stated', stated, own)}{cell('this book', show(c.corrected, c.unit))}"
            f'<td class="verdict" style="text-align:left">{c.verdict.removesuffix(" on")}</td></tr>'
        )

    def _repr_html_(self):
        sides = {"claim": "left", "stated": "right", "this book": "right", "verdict": "left"}
        body = "\n".join(map(self._line, self.rows))
        return (
            f'<details class="claims"><summary>{self.summary()}</summary>\n'
            f'<table class="book-table claims mathjax_ignore"><caption>{self.caption}</caption>\n'
            f"<thead>{header(sides)}</thead>\n<tbody>\n{body}\n</tbody></table></details>"
        )


def claims_of(chapter):
    """Every claim of a chapter as a table; ValueError for a chapter without one."""
    ids = [row["id"] for row in _rows().values() if row["chapter"] == chapter]
    if not ids:
        there = ", ".join(sorted({row["chapter"] for row in _rows().values()}))
        raise ValueError(f"chapter: got {chapter!r}; takes one of {there}")
    return Claims([_claim(claim_id) for claim_id in ids])


# -- the whole ledger -----------------------------------------------------------------


def _names(kind):
    """How the ledger names its documents, parts or chapters, by key and in order."""
    return tables.load("claims")[kind]


def part_of(chapter):
    """The part of the book that a chapter stands in.

    >>> part_of("economics/kv_cache")
    'Part II · KV-cache economics'
    """
    return _names("parts")[chapter.split("/")[0]]


#: What Jupyter, which knows no style sheet of ours, has to be told.
TOP, PLAIN = "vertical-align:top", "font-weight:normal"


class Ledger:
    """Claims of both documents as one table, by chapters, for a page that filters them.

    Without a script it is the whole table. Links lead to the notebooks, as Jupyter
    needs them; the book's build turns them to its pages.
    """

    #: Heading of each column of values, and how it reads on a small screen.
    values = {"stated": "stated", "reproduced": "its own reckoning", "corrected": "this book"}

    def __init__(self, rows, below="..", caption=None):
        """below: the folder of the chapters' folders, as seen from the notebook."""
        self.rows, self.below = tuple(rows), below
        self.whole = len(self.rows) == len(_rows())
        self.places = {claim_id: place for place, claim_id in enumerate(_rows())}
        self.caption = caption or f"{len(self.rows)} claims: {counted(self.rows)}"

    def groups(self):
        """The rows of each chapter that has any, in the book's order."""
        for chapter, title in _names("chapters").items():
            rows = [c for c in self.rows if c.chapter == chapter]
            if rows:
                yield chapter, title, rows

    def __repr__(self):
        return "\n".join(
            [f"{self.caption}."]
            + [
                f"\n{title}\n" + "\n".join(f"  {c.id}: {Card(c)!r}" for c in rows)
                for _, title, rows in self.groups()
            ]
        )

    def _line(self, c):
        cells = "".join(
            f'<td class="value" data-label="{label}" style="text-align:right;{TOP}">'
            f"{escaped(show(getattr(c, field), c.unit))}</td>"
            for field, label in self.values.items()
        )
        why = f"Depends on {c.why}" if _kind(c) == "depends" else c.why
        name = f' id="claim-{c.id}"' if self.whole else ""
        document, title = _names("documents")[c.document], _names("chapters")[c.chapter]
        return (
            f'<tr class="claim-{_kind(c)}"{name} data-place="{self.places[c.id]}" '
            f'data-document="{c.document}" data-chapter="{c.chapter}" data-verdict="{_kind(c)}">'
            f'<th scope="row" style="text-align:left;{TOP}">{escaped(c.claim)}'
            f'<div class="why" style="{PLAIN}">{escaped(why)}</div>'
            f'<div class="from" style="{PLAIN}">'
            f'<span class="document">{document}</span>, <span class="section">{c.section}</span> · '
            f'<a href="{self.below}/{c.chapter}.ipynb">{escaped(title)}</a></div></th>{cells}'
            f'<td class="verdict" style="text-align:left;{TOP}">'
            f"{c.verdict.removesuffix(' on')}</td></tr>"
        )

    def _repr_html_(self):
        sides = {"claim": "left", **dict.fromkeys(self.values.values(), "right"), "verdict": "left"}
        bodies = "\n".join(
            f'<tbody data-part="{part_of(chapter)}"><tr class="group">'
            f'<th scope="rowgroup" colspan="{len(sides)}" style="text-align:left">'
            f"{escaped(title)}</th></tr>\n" + "\n".join(map(self._line, rows)) + "</tbody>"
            for chapter, title, rows in self.groups()
        )
        whole = " data-filter" if self.whole else ""
        return (
            f'<table class="book-table claims ledger mathjax_ignore"{whole}>'
            f"<caption>{self.caption}</caption>\n<thead>{header(sides)}</thead>\n{bodies}</table>"
        )


def all_claims(words="", *, document=None, chapter=None, verdict=None):
    """Every claim of both documents as one table, or those that meet all that is asked.

    words: each must occur in the claim, its reason or its id. document: a key of the
    bibliography. chapter: such as "economics/kv_cache", or a part's folder. verdict: as
    the table prints it. Raises ValueError for a document, chapter or verdict that no
    claim has, and for a choice that leaves none.

    >>> [c.id for c in all_claims("floor h100", verdict="holds").rows]
    ['floor-above-the-rtx-4090']
    """
    if document is not None:
        checks.choice("document", document, _names("documents"))
    if chapter is not None:
        checks.choice("chapter", chapter, [*_names("chapters"), *_names("parts")])
    if verdict is not None:
        checks.choice("verdict", verdict, VERDICTS.values())
    rows = [
        c
        for c in claims()
        if document in (None, c.document)
        and chapter in (None, c.chapter, c.chapter.split("/")[0])
        and verdict in (None, c.verdict)
        and all(word in f"{c.id} {c.claim} {c.why}".lower() for word in words.lower().split())
    ]
    if not rows:
        raise ValueError(f"words: got {words!r}; no claim of that choice has them all")
    return Ledger(rows)


def supposing(claim_ids, **inputs):
    """Claims reckoned anew from other inputs, as a tuple.

    inputs: names of ``lib.claims.inputs`` and their values, as ``suppose`` takes them.

    >>> supposing(["throughput-at-batch-128"], SPEED=500.0)[0].verdict
    'holds'
    """
    with suppose(**inputs):
        return tuple(_row(_rows()[claim_id]) for claim_id in claim_ids)


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
