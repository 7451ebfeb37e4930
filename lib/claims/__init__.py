"""Checks: for each claim, the calls of the models that test it.

A claim is checked by one function, called with the document's inputs and then with
the book's (``lib.claims.inputs``), so that whatever is supposed moves both values:

    check("memory-ratio", lambda s: s.h100.memory / s.lpu.memory)

Where the document computes nothing there is a function for the book alone. The reason, and
the verdict where numbers do not carry it, stand beside the claim in ``data/claims.toml``;
numbers are put into the reason here.
"""

import importlib
import re
import string
from collections.abc import Callable
from dataclasses import dataclass, field

from lib.units import dollars, quantity, significant

#: A corrected value this near the stated one, as a share of it, bears it out, or roughly so.
HOLDS_WITHIN, ROUGHLY_WITHIN = 0.02, 0.20


class Reason(string.Formatter):
    """Put numbers into a reason, each in the form that its place asks for.

    Besides Python's own: ``$`` for dollars, ``B``, ``B/s``, ``b/s`` or ``s`` for that
    unit with a suitable prefix, a number of significant digits, alone or before those.

    >>> Reason().format("{a:4B} for {b:$}, {c:3}, {d:,.0f}", a=230_686_720, b=61.125, c=1541, d=9e3)
    '230.7 MB for $61.1, 1,541, 9,000'
    """

    def format_field(self, value, spec):
        """The value as text."""
        form = re.fullmatch(r"(\d*)(\$|B/s|b/s|B|s|)", spec)
        if form is None or not spec:
            return super().format_field(value, spec)
        digits, unit = int(form[1] or 3), form[2]
        if unit == "$":
            return dollars(value, digits)
        return quantity(value, unit, digits) if unit else significant(value, digits)


@dataclass(frozen=True)
class Check:
    """How a claim is tested: a function for each side, and the numbers of its reason.

    ``premise`` names the inputs that the claim assumes: its book side takes the document's.

    ``document`` and ``book`` are functions of that side's inputs, None where there is
    nothing to compute; ``numbers`` of the reason, by name, are functions of a side too, or fixed.
    """

    document: Callable | None = None
    book: Callable | None = None
    premise: tuple = ()
    numbers: dict = field(default_factory=dict)

    def values(self, given):
        """What both sides' inputs give: (reproduced, corrected), the book's under the premise."""
        assumed = {name: getattr(given.document, name) for name in self.premise}
        return (
            self.document and self.document(given.document),
            self.book and self.book(given.book.but(**assumed)),
        )

    def finding(self, given, why):
        """(reproduced, corrected, the reason) from given inputs, each in the claim's unit.

        ``why`` is the reason with places for numbers.

        A place names an input of a side (``book.price``), ``own`` or ``found`` for the two
        values, or a number of the check: ``room`` by the book's inputs, ``own_room`` by
        the document's.
        """
        own, found = self.values(given)
        known = {"document": given.document, "book": given.book, "own": own, "found": found}
        for name, number in self.numbers.items():
            for place, side in ((name, given.book), (f"own_{name}", given.document)):
                if re.search(rf"{{{place}\b", why):
                    known[place] = number(side) if callable(number) else number
        return own, found, Reason().format(why, **known)


#: claim id -> its check
CHECKS = {}


def check(claim_id, value=None, *, document=None, book=None, premise=(), **numbers):
    """Register how a claim is tested; an id can be tested in one way only.

    ``value`` is a function of either side's inputs; ``document`` and ``book`` are for one
    side alone. ``premise`` names inputs that the claim only assumes, and under which it is
    judged. ``numbers`` are those that the reason names.
    """
    if claim_id in CHECKS:
        raise ValueError(f"claim_id: {claim_id!r} is checked twice")
    CHECKS[claim_id] = Check(document or value, book or value, premise, numbers)


#: Where checks stand, in the order in which they are looked for.
PARTS = ("spatial", "capacity", "cost", "margins", "reuse", "sync", "network")


def check_of(claim_id):
    """The check of a claim.

    A part is imported when a claim is not in those before it, so that a chapter of
    Part I need not wait for the models of Part III.
    """
    for part in PARTS:
        if claim_id in CHECKS:
            break
        importlib.import_module(f"lib.claims.{part}")
    return CHECKS[claim_id]
