"""Small networks of every kind, for the tests of wiring, formulas and messages."""

import pytest

from lib.sync.network import dragonfly, fat_tree, full_mesh, ring, torus

SMALL = [ring(3), ring(8), ring(9), full_mesh(5), full_mesh(8), torus(2, 3), torus(4, 4),
         torus(6, 8), torus(2, 2, 2), torus(3, 4, 5), fat_tree(4, 1), fat_tree(4, 2),
         fat_tree(4, 3), fat_tree(8, 2), fat_tree(6, 2), fat_tree(6, 3), dragonfly(1),
         dragonfly(2), dragonfly(3), dragonfly(9), dragonfly(13), dragonfly(33),
         dragonfly(9, further=2), dragonfly(13, further=2), dragonfly(5, further=1)]  # fmt: skip
small = pytest.mark.parametrize("net", SMALL, ids=lambda net: net.name)
