"""The tracer and the page's runner: the same numbers, gaps and sentences as Python's."""

import json

import numpy as np
import pytest
from tapes import in_node

from lib import checks
from lib.book.trace import trace


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
