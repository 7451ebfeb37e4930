"""The ledger: every claim of the two documents, recomputed, with a verdict.

``data/claims.toml`` states what the documents say, in their order, and the reason of
each verdict. For each claim a check in ``lib.claims`` calls the models twice: with the
document's inputs, in its way to round, and with the book's (sourced inputs, whole chips).
The verdict follows from the two numbers by the rule of ``verdict_of``, unless the table says
that the claim depends on something or cannot be tested.

    python -m lib.ledger                                       all of it
    python -m lib.ledger --verdict off --chapter economics --word h100 price
    python -m lib.ledger --json                                for other programs
"""

import argparse
import json
import math
import shutil
import sys
import textwrap
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cache

from lib import checks, tables
from lib.book.display import InWords, rendered, table
from lib.claims import HOLDS_WITHIN, ROUGHLY_WITHIN, check_of
from lib.claims.inputs import INPUTS, Inputs, nearest
from lib.units import significant

#: The table: how verdicts, documents, parts and chapters are called, and the claims.
TABLE = tables.load("claims")
#: The claims' rows by id, and the verdicts as the ledger prints them by key, in their order.
ROWS = {row["id"]: row for row in TABLE["claim"]}
VERDICTS = {key: words["name"] for key, words in TABLE["verdicts"].items()}


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One row of the ledger.

    ``stated``, ``reproduced`` (from the document's inputs) and ``corrected`` (from the
    book's) are in ``unit``; true and false stand for claims that are a comparison, None
    for a value there is none of. ``section`` is the part of the document that states it
    and ``words`` its own words, ``premise`` what it only assumes there: the book judges the
    claim under it. ``input`` tells a figure that the document takes as given and can only
    repeat.
    """

    id: str
    document: str
    claim: str
    stated: float | bool | None = None
    unit: str = ""
    reproduced: float | bool | None
    corrected: float | bool | None
    verdict: str
    why: str
    chapter: str
    section: str = ""
    words: str = ""
    premise: str = ""
    input: bool = False

    @property
    def kind(self):
        """The key of the verdict, of which its colour is made."""
        return next(key for key, name in VERDICTS.items() if name == self.verdict)

    @property
    def reason(self):
        """The reason as a sentence of its own."""
        return f"Depends on {self.why}" if self.kind == "depends" else self.why

    def shown(self, field):
        """One of the three values as text; what depends is never a plain no."""
        value = getattr(self, field)
        return "not always" if value is False and self.kind == "depends" else show(value, self.unit)

    def values(self, names):
        """The values that there are as text, each with a name: ``names`` by field."""
        return [(n, self.shown(f)) for f, n in names.items() if getattr(self, f) is not None]


#: The three values, by field, as tables head them.
VALUES = {"stated": "stated", "reproduced": "from its inputs", "corrected": "this book"}


def verdict_of(stated, corrected):
    """The verdict that two numbers carry by themselves.

    "holds" within 2% of the stated value, "holds roughly" within 20%, "off"
    beyond; a true or false claim holds or is off.

    >>> verdict_of(305, 300), verdict_of(500, 300), verdict_of(True, True)
    ('holds', 'off', 'holds')
    """
    if None in (stated, corrected) or isinstance(stated, bool) != isinstance(corrected, bool):
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


@cache
def _claim(claim_id):
    """The claim of an id, computed once: a chapter waits for no claim but its own."""
    return _row(ROWS[claim_id])


def _row(row, given=INPUTS):
    own, found, why = check_of(row["id"]).finding(given, row["why"])
    values = {"reproduced": _plain(own), "corrected": _plain(found)}
    if "verdict" in row:
        verdict = VERDICTS[row["verdict"]]
    else:
        verdict = verdict_of(row.get("stated"), values["corrected"])
    return Claim(**row | values | {"verdict": verdict, "why": why})


def _known(claim_id):
    if claim_id not in ROWS:
        raise ValueError(
            f"claim_id: got {claim_id!r}; takes an id such as {nearest(claim_id, ROWS)}"
        )
    return claim_id


def find(claim_id):
    """The claim of an id; ValueError, naming the nearest, for one the ledger lacks."""
    return _claim(_known(claim_id))


def claims(ids=None, given=INPUTS):
    """Claims in the documents' order, or those of the ids, as a tuple.

    ``given``, other ``Inputs``, supposes something: both values of each claim are then
    computed from it.

    >>> claims(["throughput-at-batch-128"], INPUTS.but(speed=500.0))[0].verdict
    'holds'
    """
    if not isinstance(given, Inputs):
        raise ValueError(f"given: got {given!r}; takes Inputs, such as Inputs().but(context=1024)")
    ids = ROWS if ids is None else map(_known, ids)
    return tuple(_claim(i) if given is INPUTS else _row(ROWS[i], given) for i in ids)


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


#: The three values as a card names them, and the colours of its verdicts.
_CARD = {
    "stated": "The document states",
    "reproduced": "From its own inputs",
    "corrected": "This book finds",
}
_COLOURS = {"holds": "GAMER", "roughly": "OCHRE", "off": "DOCUMENT", "depends": "H100"}


def _told(c):
    """A claim as a line of text: what is stated, what its own inputs give, what the book finds."""
    numbers = "; ".join(f"{name}: {value}" for name, value in c.values(_CARD))
    return f"{c.claim} [{numbers}] {c.verdict}: {c.why}"


def claim(claim_id):
    """The card of a claim, for a chapter to show where it meets the claim."""
    from lib.book import figures  # here, since the command needs no Matplotlib

    c = find(claim_id)
    colour = figures.PALETTE.get(_COLOURS.get(c.kind), figures.MUTED)
    card = rendered("claim", c=c, values=c.values(_CARD), grid=figures.GRID, colour=colour)
    return InWords("text/html", card, _told(c))


def counted(rows):
    """How many rows have each verdict, in words.

    >>> counted([find("h100-bandwidth"), find("cost-floor")])
    '1 holds, 1 is off'
    """
    found = Counter(c.kind for c in rows)
    return ", ".join(
        f"{n} {words['several' if n > 1 else 'one']}"
        for kind, words in TABLE["verdicts"].items()
        if (n := found[kind])
    )


def claims_of(chapter, *others):
    """Every claim of a chapter as a table to unfold, under a line that counts their verdicts.

    others: ids of those that the page shows and another chapter judges; with these alone the
    chapter is None. Raises ValueError for a chapter that judges none.
    """
    if chapter is not None or not others:
        checks.choice("chapter", chapter, sorted(TABLE["chapters"]))
    ids = [row["id"] for row in ROWS.values() if row["chapter"] == chapter]
    own, others = claims(ids), claims(others)
    sets = {"of this chapter": own, "of other chapters": others}
    told = "; ".join(f"{whose}: {counted(rows)}" for whose, rows in sets.items() if rows)
    first, rows = len(own or others), own + others
    summary = f"{first} {'claim' if first == 1 else 'claims'} {told}"
    caption = "What the document claims in this chapter's matter, and what became of it"
    words = table(
        [{"claim": c.claim, **{label: c.shown(field) for field, label in VALUES.items()},
          "verdict": c.verdict, "why": c.why} for c in rows],
        caption=caption,
    )  # fmt: skip
    page = rendered("claims", rows=rows, caption=caption, summary=summary)
    return InWords("text/html", page, repr(words))


# -- the whole ledger -----------------------------------------------------------------


class Ledger:
    """Claims of both documents as one table, by chapters, for a page that filters them.

    Without a script it is the whole table. Links lead to the notebooks, as Jupyter
    needs them; the book's build turns them to its pages.
    """

    def __init__(self, rows):
        self.rows = tuple(rows)
        self.whole = len(self.rows) == len(ROWS)
        self.places = {claim_id: place for place, claim_id in enumerate(ROWS)}
        self.caption = f"{len(self.rows)} claims: {counted(self.rows)}"

    def groups(self):
        """The rows of each chapter that has any, in the book's order."""
        for chapter, title in TABLE["chapters"].items():
            rows = [c for c in self.rows if c.chapter == chapter]
            if rows:
                yield chapter, title, rows

    def __repr__(self):
        return "\n".join(
            [f"{self.caption}."]
            + [
                f"\n{title}\n" + "\n".join(f"  {c.id}: {_told(c)}" for c in rows)
                for _, title, rows in self.groups()
            ]
        )

    def _repr_html_(self):
        return rendered("ledger", **vars(self), groups=self.groups(), fields=VALUES, names=TABLE)


def all_claims(words="", *, document=None, chapter=None, verdict=None):
    """Every claim of both documents as one table, or those that meet all that is asked.

    words: each must occur in the claim, the document's words, the reason or the id.
    document: a key of the bibliography. chapter: such as "economics/kv_cache", or a
    part's folder. verdict: its key, or as the table prints it. Raises ValueError for a
    document, chapter or verdict that no claim has, and for a choice that leaves none.

    >>> [c.id for c in all_claims("floor h100", verdict="holds").rows]
    ['floor-above-the-rtx-4090']
    """
    verdict = VERDICTS.get(verdict, verdict)
    for name, value, known in (
        ("document", document, TABLE["documents"]),
        ("chapter", chapter, [*TABLE["chapters"], *TABLE["parts"]]),
        ("verdict", verdict, VERDICTS.values()),
    ):
        if value is not None:
            checks.choice(name, value, known)
    rows = [
        c
        for c in claims()
        if document in (None, c.document)
        and chapter in (None, c.chapter, c.chapter.split("/")[0])
        and verdict in (None, c.verdict)
        and all(
            word in f"{c.id} {c.claim} {c.words} {c.premise} {c.why}".lower()
            for word in words.lower().split()
        )
    ]
    if not rows:
        raise ValueError(f"words: got {words!r}; no claim of that choice has them all")
    return Ledger(rows)


# -- in a terminal --------------------------------------------------------------------

#: Signs that a terminal may lack.
SIMPLER = str.maketrans({"…": "...", "–": "-", "µ": "u", "×": "x", "±": "+/-", "∞": "inf"})


def _fits(text):
    """Whether the terminal's encoding has every sign of a text."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "ignore").decode(encoding) == text


def _lines(c, width):
    """A claim as lines of text no wider than a terminal."""
    values = "; ".join(f"{name} {value}" for name, value in c.values(VALUES))
    yield textwrap.fill(f"{c.verdict:14}{c.id}", width, subsequent_indent="  ")
    words, premise = c.words and f'"{c.words}"', c.premise and f"Assumed: {c.premise}."
    for text in filter(None, (c.claim, words, premise, values and f"{values}.", c.reason)):
        yield textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  ")


def main(arguments=None):
    """Print the ledger, or the claims of a choice, as text or as JSON."""
    parser = argparse.ArgumentParser(prog="python -m lib.ledger", description=main.__doc__)
    parser.add_argument("--json", action="store_true", help="a list of objects")
    parser.add_argument("--verdict", help=f"one of {', '.join(VERDICTS)}")
    parser.add_argument("--chapter", help="such as economics/kv_cache, or a part: economics")
    parser.add_argument("--word", nargs="+", default=[], help="in the claim, its reason or its id")
    chosen = parser.parse_args(arguments)
    try:
        rows = all_claims(
            " ".join(chosen.word), chapter=chosen.chapter, verdict=chosen.verdict
        ).rows
    except ValueError as error:
        parser.error(str(error))
    if chosen.json:
        text = json.dumps([asdict(c) for c in rows], indent=2, ensure_ascii=False, allow_nan=False)
        print(text if _fits(text) else json.dumps(json.loads(text), indent=2))
        return
    width = shutil.get_terminal_size().columns
    blocks = ["\n".join(_lines(c, width)) for c in rows]
    blocks.append(textwrap.fill(f"{len(rows)} claims: {counted(rows)}.", width))
    text = "\n\n".join(blocks)
    print(text if _fits(text) else text.translate(SIMPLER))


if __name__ == "__main__":
    main()
