"""Reckonings: for each claim, the two calls of the models that test it.

A reckoning takes nothing and returns a ``Reckoned``. It is registered under the
id of its claim:

    @reckons("chips-for-the-weights")
    def _():
        ...
        return Reckoned(reproduced, corrected, "One sentence that says why.")
"""

import importlib
from dataclasses import dataclass

#: A corrected value this near the stated one, as a share of it, bears it out, or roughly so.
HOLDS_WITHIN, ROUGHLY_WITHIN = 0.02, 0.20


@dataclass(frozen=True)
class Reckoned:
    """What the models say of a claim, in the claim's unit.

    ``reproduced`` as the document reckons, ``corrected`` as the book reckons,
    ``why`` in one line, its numbers computed. ``verdict`` only where numbers do
    not carry it: "depends" or "untestable".
    """

    reproduced: float | bool | None
    corrected: float | bool | None
    why: str
    verdict: str | None = None


#: claim id -> function that reckons it
RECKONINGS = {}


def reckons(claim_id):
    """Register a reckoning under the id of its claim; an id can be reckoned once."""

    def register(function):
        if claim_id in RECKONINGS:
            raise ValueError(f"claim_id: {claim_id!r} is reckoned twice")
        RECKONINGS[claim_id] = function
        return function

    return register


#: Where reckonings stand, in the order in which they are looked for.
PARTS = ("spatial", "economics", "sync", "network")


def reckoning(claim_id):
    """The function that reckons a claim, None for a claim that has none yet.

    A part is imported when a claim is not in those before it, so that a chapter of
    Part I need not wait for the models of Part III.
    """
    for part in PARTS:
        if claim_id in RECKONINGS:
            break
        importlib.import_module(f"lib.claims.{part}")
    return RECKONINGS.get(claim_id)
