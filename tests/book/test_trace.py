"""The tracer and the page's runner: the same numbers, gaps and sentences as Python's."""

import json

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import special
from tapes import ROOT, SPECIAL, in_node

from lib import checks
from lib.book.trace import SPECIAL as SPECIAL_NAMES
from lib.book.trace import special_functions, trace


def share(part, whole):
    part = checks.between("part", part, 0, whole, f"a number from 0 to {whole:,.1f}")
    return {"share": part / checks.positive("whole", whole)}


def test_a_refusal_is_the_sentence_of_the_first_check_that_fails():
    tape = trace(share, ("part", "whole"))
    found = in_node(tape, [{"part": 1.0, "whole": 4.0}, {"part": 2e3, "whole": 1234.56},
                           {"part": 0.0, "whole": 0.0}])  # fmt: skip
    assert found == [
        {"share": 0.25},
        {"error": "part: got 2000.0; takes a number from 0 to 1,234.6", "argument": "part"},
        {"error": "whole: got 0.0; takes a number above 0", "argument": "whole"},
    ]


def test_a_curve_is_interrupted_where_its_points_are_refused():
    tape = trace(share, ("part", "whole"))
    (found,) = in_node(tape, [{"part": [-1.0, 0.0, 2.0, 5.0], "whole": 4.0}])
    np.testing.assert_array_equal(found["share"], [np.nan, 0.0, 0.5, np.nan])
    (found,) = in_node(tape, [{"part": [1.0, 2.0], "whole": 0.0}])
    assert found["argument"] == "whole"


def test_common_parts_stand_once_and_what_is_known_is_computed():
    def function(x):
        unused = np.exp(x)
        return {"y": (x * 2 + 1) / (1 + 2 * 1.0) + (x * 2 + 1) + 0 * np.float64(3), "z": x} | (
            {} if unused is None else {}
        )

    tape = trace(function, ("x",))
    assert [op[0] for op in tape["ops"]] == ["multiply", "add", "divide", "add"]
    assert sorted(tape["constants"]) == [1, 2, 3]
    assert tape["outputs"]["z"] == 0
    assert json.loads(json.dumps(tape)) == tape


@pytest.mark.parametrize(
    "asks",
    [
        lambda x: {"y": 1 if x > 0 else 2},
        lambda x: {"y": max(x, 2)},
        lambda x: {"y": float(x)},
        lambda x: {"y": np.asarray(x)},
        lambda x: {"y": np.sum(np.array([1.0, 2.0]) * x)},
        lambda x: {"y": np.all(x > 0)},
        lambda x: {"y": {x: 1}},
    ],
)
def test_what_asks_an_input_for_its_value_is_refused_with_its_line(asks):
    line = asks.__code__.co_firstlineno
    with pytest.raises(TypeError, match=rf"test_trace\.py:{line}: .* an input"):
        trace(asks, ("x",))


def test_choices_select_a_tape_and_inputs_may_be_true_or_false():
    def function(x, quick, way):
        return {"y": np.where(quick, x, -x) if way == "signed" else x}

    tape = trace(function, {"x": float, "quick": bool}, way="signed")
    found = in_node(tape, [{"x": 2.0, "quick": True}, {"x": 2.0, "quick": False}])
    assert found == [{"y": 2.0}, {"y": -2.0}]
    assert trace(function, ("x",), quick=True, way="plain")["ops"] == []


#: Formats that sentences have, on numbers of every size and on ties.
SPECS = ("", ".0f", ".2f", ",.0f", ",.10g", "g", ".3g", ".12g", ".1%", ",", ".2e", ",.1f")
TIES = (
    0.0,
    0.5,
    1.5,
    2.5,
    0.125,
    99.5,
    1e-4,
    9.9999e-5,
    1e16,
    1000005.0,
    999999.5,
    5e-324,
    1.7e308,
)


@settings(max_examples=30)
@given(st.lists(st.floats(allow_nan=True), min_size=60, max_size=60))
@example(TIES)
def test_numbers_in_sentences_are_written_as_python_writes_them(numbers):
    def function(x):
        checks.require("x", x * 0 > 1, lambda: " ".join(format(x, spec) for spec in SPECS))
        return {}

    found = in_node(trace(function, ("x",)), [{"x": x} for x in numbers])
    written = [" ".join(format(float(x), spec) for spec in SPECS) for x in numbers]
    assert [answer["error"] for answer in found] == [f"x: {text}" for text in written]


@pytest.mark.parametrize("form", ["{0}", "{0:,}", "{0:,.10g}"])
def test_whole_numbers_are_written_without_a_point(form):
    def function(n):
        checks.require("n", n < 0, lambda: form.format(n * 2 + 1))
        return {}

    numbers = [0, 7, 1234567, 10**12]
    found = in_node(trace(function, {"n": int}), [{"n": n} for n in numbers])
    assert [answer["error"] for answer in found] == [
        f"n: {form.format(2 * n + 1)}" for n in numbers
    ]


def every(low, high, count=400):
    return np.r_[10 ** np.linspace(low, high, count), np.linspace(10.0**low, 10.0**high, count)]


CHANCES = np.r_[every(-290, 0), 1 - every(-15, -1)]
#: Arguments of SciPy's functions.
FUNCTIONS = {"ndtri": CHANCES}


def test_every_function_that_javascript_lacks_has_its_script():
    assert {path.stem for path in (ROOT / "web/special").glob("*.js")} == SPECIAL_NAMES
    assert FUNCTIONS.keys() == SPECIAL_NAMES


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_that_javascript_lacks_are_those_of_scipy(name):
    if not (script := SPECIAL / f"{name}.js").exists():
        pytest.skip(f"{script} is not there: run python tools/build.py")
    function, values = getattr(special, name), FUNCTIONS[name]
    tape = trace(lambda x: {"y": function(x)}, ("x",))
    assert special_functions(tape) == [name]
    (found,) = in_node(tape, [{"x": values.tolist()}], script)
    np.testing.assert_allclose(found["y"], function(values), rtol=1e-12, atol=1e-290)
