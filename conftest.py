"""Shared test settings."""

import os
import re
import sys

import numpy as np
import pytest
from hypothesis import Phase, settings

from lib import checks

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

MODELS = ("lib.spatial.", "lib.economics.", "lib.sync.")


def _knows(frame, word):
    """Whether a word is an argument or a name in a running function, or a field of its self."""
    self = frame.f_locals.get("self")
    return (
        word in frame.f_locals or word in getattr(self, "__dict__", ()) or hasattr(type(self), word)
    )


def _named(check):
    """A check that asks first whether the name it is given is one in the model that calls it."""

    def look(name, value, *rest, **more):
        frames, frame = [], sys._getframe(1)
        if frame.f_globals.get("__name__", "").startswith(MODELS):
            while frame and frame.f_globals.get("__name__", "").startswith(("lib.", "mutmut.")):
                frames.append(frame)
                frame = frame.f_back
            words = re.findall(r"[A-Za-z_]\w*", str(name).split("[")[0].replace(" x ", " "))
            for word in words:
                known = any(_knows(frame, word) for frame in frames)
                assert known, f"{check.__name__} of {name!r}: {word} is no argument"
        return check(name, value, *rest, **more)

    return look


@pytest.fixture(autouse=True, scope="session")
def every_check_names_an_argument(request):
    """Whatever a model refuses it calls by a name that the reader can find in the call."""
    if request.config.getoption("benchmark_only", False):
        yield  # nothing but the models is to be timed
        return
    names = ("positive", "not_negative", "at_least", "between", "fraction", "whole", "choice")
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setattr(checks, name, _named(getattr(checks, name)))
        yield
