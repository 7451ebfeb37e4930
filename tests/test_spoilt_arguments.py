"""Bad input: every number that an example passes is spoilt once, and must be refused by name.

The examples in the docstrings are the calls. Each is made again with one of its numbers
replaced by what is no number for any model: NaN, text, true; or one of its chips, models and
other records by what is none. The answer must be a ValueError that names this argument and says
what it got.
"""

import dataclasses
import doctest
import functools
import importlib
import inspect
import math
import sys
from pathlib import Path

import numpy as np
import pytest

from lib import checks

ROOT = Path(__file__).parent.parent
FOLDERS = ("spatial", "economics", "sync")
MODULES = ["lib.hardware", "lib.transformer", "lib.evidence.carried"] + [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for folder in FOLDERS
    for path in sorted((ROOT / "lib" / folder).rglob("*.py"))
    if path.stem != "__init__"
]
#: Functions that take what is no number, or are asked by others that have checked; and why.
TAKEN = {
    "sync.plan.checker.check": "NaN is no start, and is reported as one",
    "sync.laws.check_law": "a check: its caller names the argument",
    "sync.laws.inside": "a check: its caller names the argument",
    "spatial.roofline.whole_heads": "a check: its caller names the argument",
    "sync.plan.schedule.by_rank": "a check: its caller names the argument",
    "sync.plan.schedule.starts": "the loop of two functions that have checked",
    "economics.sweep.price_to_match": "a cost may be NaN, and its price is NaN too",
    "spatial.strategy.Strategy": "a result, made by hand in an example",
    "sync.network.wiring": "tables of links, for networks whose sizes were checked",
}


def plain(value):
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def numbers(value):
    """Whether a value is a number, or a list or array of numbers."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "if" and value.size > 0
    return plain(value) or (isinstance(value, (list, tuple)) and value and all(map(plain, value)))


def spoil(value, with_what):
    """The value with its first number replaced."""
    if plain(value):
        return with_what
    found = [list(row) if np.ndim(row) else row for row in value]
    first = found if not isinstance(found[0], list) else found[0]
    first[0] = with_what
    return found


def recorded(module, monkeypatch):
    """The calls that the examples of a module make themselves: (name, function, arguments)."""
    calls = []

    def watch(owner, name, label):
        function = inspect.getattr_static(owner, name)
        signature = inspect.signature(function)

        @functools.wraps(function)
        def watched(*args, **kwargs):
            if sys._getframe(1).f_code.co_filename.startswith("<doctest"):
                calls.append((label, function, signature.bind(*args, **kwargs)))
            return function(*args, **kwargs)

        monkeypatch.setattr(owner, name, watched)

    for name, found in list(vars(module).items()):
        if name.startswith("_") or getattr(found, "__module__", "") != module.__name__:
            continue
        label = f"{module.__name__}.{name}"
        if inspect.isclass(found):
            if dataclasses.is_dataclass(found):
                watch(found, "__init__", label)
            for method, function in list(vars(found).items()):
                if inspect.isfunction(function) and not method.startswith("_"):
                    watch(found, method, f"{label}.{method}")
        elif callable(found):
            watch(module, name, label)
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    for test in doctest.DocTestFinder().find(module, globs=dict(vars(module))):
        runner.run(test, out=lambda text: None)
    return calls


def not_refused(label, function, bound, argument, bad):
    """What came of a call with one argument spoilt, unless that is refused by its name."""
    changed = inspect.BoundArguments(bound.signature, bound.arguments | {argument: bad})
    try:
        with np.errstate(all="ignore"):
            found = function(*changed.args, **changed.kwargs)
    except ValueError as error:
        if str(error).startswith((f"{argument}: got", f"{argument}: takes")):
            return []
        found = error
    except Exception as error:
        found = error
    return [f"{label}({argument}={bad!r}) gave {found!r}"]


def met(name, monkeypatch, wanted):
    """Each argument that an example of a module gives a value of a kind, with the first such call.

    Yields (label, function, bound arguments, name of the argument, value).
    """
    with monkeypatch.context() as patch:
        calls = recorded(importlib.import_module(name), patch)
    seen = set()
    for label, function, bound in calls:
        for argument, value in bound.arguments.items():
            if argument != "self" and (label, argument) not in seen and wanted(value):
                seen.add((label, argument))
                yield label, function, bound, argument, value


@pytest.mark.parametrize("name", MODULES)
def test_no_number_of_an_example_may_be_replaced_by_what_is_none(name, monkeypatch):
    wrong = []
    for label, function, bound, argument, value in met(name, monkeypatch, numbers):
        if not any(label.startswith(f"lib.{taken}") for taken in TAKEN):
            # An array of numbers makes a number of True.
            for bad in (math.nan, "text", True) if plain(value) else (math.nan, "text"):
                wrong += not_refused(label, function, bound, argument, spoil(value, bad))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", MODULES)
def test_no_record_of_an_example_may_be_replaced_by_what_is_none(name, monkeypatch):
    records, wrong = {takes.split(":")[0] for takes in checks.RECORDS.values()}, []

    def record(value):
        return not records.isdisjoint(f"a {kind.__name__}" for kind in type(value).__mro__)

    for label, function, bound, argument, _ in met(name, monkeypatch, record):
        for bad in ([], 3, object()):
            wrong += not_refused(label, function, bound, argument, bad)
    assert not wrong, "\n".join(wrong)
