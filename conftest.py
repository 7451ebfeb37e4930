"""Shared test settings."""

import os

import numpy as np
from hypothesis import Phase, settings

# A figure that computes is compared as it is stored, without its script (lib/book/live.py).
os.environ.setdefault("BOOK_STORED", "1")

# Doctests show numbers as a reader writes them: 0.625, not np.float64(0.625).
np.set_printoptions(legacy="1.25")

# Laws must hold on every machine the same way: no deadline (a slow machine is
# not a broken law) and no random seed (a failure must come back).
settings.register_profile("book", deadline=None, derandomize=True, max_examples=100)
# Mutation testing asks thousands of times whether anything fails, not what fails least.
settings.register_profile(
    "quick",
    settings.get_profile("book"),
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "book"))
