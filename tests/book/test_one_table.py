"""Tapes of one figure on a page: packed together by _ext/book_live.py, and back in node."""

import json
import sys

import numpy as np
import pytest
from tapes import ROOT, unpacked

from lib import checks
from lib.book.trace import short, trace

sys.path.insert(0, str(ROOT / "_ext"))
from book_live import LEAST, one_table, repeated, together


def rate(chips, load, kind):
    """A function of two numbers that takes more steps, other constants, by a choice."""
    load = checks.positive("load", load)
    time = sum(np.maximum(chips * k, load + k) for k in range(1, {"a": 12, "b": 30, "c": 12}[kind]))
    return {"time": time * {"a": 2.5, "b": 7.0, "c": -0.0}[kind], "best": np.minimum(time, np.inf)}


TAPES = [trace(rate, {"chips": float, "load": float}, kind=kind) for kind in "abc"]


def spelled(tape):
    """A tape with its constants where they are used."""

    def at(place):
        return str(float(tape["constants"][-1 - place])) if place < 0 else place

    said = [[p if isinstance(p, str) else [at(p[0]), *p[1:]] for p in c["says"]]
            for c in tape["checks"]]  # fmt: skip
    return {
        "inputs": tape["inputs"], "ops": [[op[0], *map(at, op[1:])] for op in tape["ops"]],
        "outputs": {n: at(place) for n, place in tape["outputs"].items()},
        "checks": [[at(c["ok"]), c["argument"], s]
                   for c, s in zip(tape["checks"], said, strict=True)],
    }  # fmt: skip


@pytest.mark.parametrize("packed", [list, together])
def test_the_page_has_the_tapes_that_were_packed(packed):
    back = unpacked(packed([short(tape) for tape in TAPES]), len(TAPES))
    assert [spelled(tape) for tape in back] == [spelled(tape) for tape in TAPES]


def test_what_repeats_is_written_once():
    table = together([short(tape) for tape in TAPES])
    assert sum(tape["length"] for tape in table["tapes"]) == sum(len(t["ops"]) for t in TAPES)
    assert len(table["columns"][0]) < len(TAPES[1]["ops"]) + LEAST
    rows = [(0, 1)] * 9 + [(1,), (2,)] * 2
    assert repeated(rows) == ([(0, 1), (1,), (2,), (1,), (2,)], [(1, 1, 8), (4, 0, 0)])


def test_data_of_a_figure_with_one_tape_stand_as_they_are():
    from lib.book import moving

    spec = {"tapes": [short(TAPES[0])], "alt": "a < b"}
    data = moving.packed(json.dumps(spec))
    assert moving.DATA.sub(one_table, data) == data
    both = moving.packed(json.dumps(spec | {"tapes": [short(TAPES[0])] * 2}))
    again = json.loads(moving.DATA.fullmatch(moving.DATA.sub(one_table, both))[1])
    assert again["alt"] == "a < b" and len(again["tapes"]["tapes"]) == 2
