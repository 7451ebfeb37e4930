"""Small networks of every kind, for the tests of wiring, formulas and messages."""

from functools import partial

import pytest

from lib.sync.network.topologies import dragonfly, fat_tree, full_mesh, ring, torus

MAKES = [
    *(partial(ring, n) for n in (3, 8, 9)),
    *(partial(full_mesh, n) for n in (5, 8)),
    *(partial(torus, *sides) for sides in ((2, 3), (4, 4), (6, 8), (2, 2, 2), (3, 4, 5))),
    *(partial(fat_tree, *s) for s in ((4, 1), (4, 2), (4, 3), (8, 2), (6, 2), (6, 3))),
    *(partial(dragonfly, n) for n in (1, 2, 3, 9, 13, 33)),
    *(partial(dragonfly, n, further=f) for n, f in ((9, 2), (13, 2), (5, 1))),
]


def told(make):
    """A network to be made, in words: "torus 3 4 5"."""
    return " ".join(map(str, (make.func.__name__, *make.args, *make.keywords.values())))


#: A test with the argument ``net`` for each. They are made when the test runs, so that a
#: change of the model is that test's to find.
small = pytest.mark.parametrize("net", MAKES, ids=told, indirect=True)
SMALL = [make() for make in MAKES]
