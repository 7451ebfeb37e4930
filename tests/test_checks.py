"""The checks: a good value passes unchanged, a bad one is named with what was got."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import checks

CHECKS = {
    "positive": checks.positive,
    "not_negative": checks.not_negative,
    "between": lambda name, value: checks.between(name, value, 0, 1),
    "fraction": checks.fraction,
    "whole": checks.whole,
    "finite": checks.finite,
}
finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize(
    "bad", ["1", None, True, 1j, {}, {1}, object(), [True], ["1"], [[1], [1, 2]]]
)
def test_what_is_no_number_is_refused_by_every_check(check, bad):
    with pytest.raises(ValueError, match="batch: got "):
        check("batch", bad)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("bad", [math.nan, [1.0, math.nan], np.array([math.nan, 1.0])])
def test_nan_fails_every_check(check, bad):
    with pytest.raises(ValueError, match="batch: got nan"):
        check("batch", bad)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("good", [1, 1.0, np.float32(1), np.int64(1), Fraction(1)])
def test_a_good_number_comes_back_as_it_is(check, good):
    assert check("batch", good) is good


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_an_array_comes_back_itself_and_a_list_as_an_array(check):
    array = np.ones((2, 3))
    assert check("batch", array) is array
    from_list = check("batch", [1, 1, 1])
    assert isinstance(from_list, np.ndarray) and from_list.tolist() == [1, 1, 1]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("kind", [float, np.float32, int, np.uint8])
def test_an_array_passes_or_fails_as_its_numbers_do(check, kind):
    for numbers in ([1, 0, 1], [1, 1], [3, 1, 2], [], [1, 5, 0, 1]):
        array = np.array(numbers, kind)
        passed = []
        for number in array:
            try:
                passed.append(check("batch", number) is number)
            except ValueError:
                passed.append(False)
        if all(passed):
            assert check("batch", array) is array
        else:
            worst = array[passed.index(False)].item()
            with pytest.raises(ValueError, match=f"batch: got {worst!r}; takes"):
                check("batch", array)


def test_infinity_in_an_array_fails_unless_it_is_asked_for():
    array = np.array([1.0, math.inf])
    for check in (checks.positive, checks.not_negative, checks.whole):
        with pytest.raises(ValueError, match="batch: got inf; takes"):
            check("batch", array)
    assert checks.positive("bandwidth", array, infinite=True) is array


def test_ends_may_be_arrays():
    low, high = np.array([0, 2]), np.array([1, 3])
    value = np.array([1, 2])
    assert checks.between("x", value, low, high, "its own range") is value
    with pytest.raises(ValueError, match="x: got 1; takes its own range"):
        checks.between("x", np.array([1, 1]), low, high, "its own range")


def test_the_first_bad_value_of_an_array_is_the_one_named():
    with pytest.raises(ValueError, match="^batch: got -2; takes a number above 0$"):
        checks.positive("batch", np.array([[4, -2], [3, -9]]))


@pytest.mark.parametrize(
    ("check", "bad", "takes"),
    [
        ("positive", 0, "a number above 0"),
        ("positive", -1.5, "a number above 0"),
        ("not_negative", -1, "a number from 0 up"),
        ("between", 1.2, "a number from 0 to 1"),
        ("between", -0.1, "a number from 0 to 1"),
        ("fraction", 0, "a number above 0 and at most 1"),
        ("fraction", 1.01, "a number above 0 and at most 1"),
        ("whole", 2.5, "a whole number from 1 up"),
        ("whole", 0, "a whole number from 1 up"),
        ("whole", math.inf, "a whole number from 1 up"),
    ],
)
def test_the_message_says_the_name_what_was_got_and_what_it_takes(check, bad, takes):
    with pytest.raises(ValueError) as caught:
        CHECKS[check]("stages", bad)
    assert str(caught.value) == f"stages: got {bad!r}; takes {takes}"


def test_a_check_may_say_in_its_own_words_what_it_takes():
    with pytest.raises(ValueError, match="context: got 9; takes tokens from 0 to 8"):
        checks.between("context", 9, 0, 8, "tokens from 0 to 8")


@given(finite)
def test_positive_takes_exactly_the_numbers_above_zero(value):
    if value > 0:
        assert checks.positive("x", value) == value
    else:
        with pytest.raises(ValueError, match="x: got"):
            checks.positive("x", value)


@given(finite, finite, finite)
def test_between_takes_its_ends_and_nothing_outside_them(value, one, other):
    low, high = sorted((one, other))
    assert checks.between("x", low, low, high) == low
    assert checks.between("x", high, low, high) == high
    if not low <= value <= high:
        with pytest.raises(ValueError, match="x: got"):
            checks.between("x", value, low, high)


@given(st.integers(-50, 50), st.integers(-5, 5))
def test_whole_takes_whole_numbers_from_the_least_up(value, least):
    if value >= least:
        assert checks.whole("x", value, least) == value
    else:
        with pytest.raises(ValueError, match=f"takes a whole number from {least} up"):
            checks.whole("x", value, least)


@given(st.integers(-50, 50), st.integers(-5, 5), st.integers(0, 40))
def test_a_count_is_one_whole_number_from_the_least_to_the_most(value, least, most):
    if least <= value <= most:
        found = checks.count("x", float(value), least, most)
        assert found == value and type(found) is int
    else:
        with pytest.raises(ValueError, match=f"^x: got {value}; takes a whole number from {least}"):
            checks.count("x", value, least, most)


@pytest.mark.parametrize("bad", [[8, 8], [8], [], np.array([8]), 2.5, math.nan, math.inf, True,
                                 "8", None, 8j, [[1], [1, 2]]])  # fmt: skip
def test_a_count_is_no_array_and_no_fraction(bad):
    with pytest.raises(ValueError, match="^chips: got .*; takes a whole number from 1 up$"):
        checks.count("chips", bad)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, [0.0, -math.inf]])
def test_what_is_not_finite_is_refused_where_a_number_may_be_negative(bad):
    with pytest.raises(ValueError, match="^offset: got .*; takes a finite number$"):
        checks.finite("offset", bad)
    assert checks.finite("offset", -1.5) == -1.5


def test_choice_names_what_it_takes():
    assert checks.choice("attention", "mla", ("gqa", "mla")) == "mla"
    for bad in ("mqa", None, ["mla"]):
        with pytest.raises(ValueError, match="attention: got .*; takes one of gqa, mla"):
            checks.choice("attention", bad, ("gqa", "mla"))
