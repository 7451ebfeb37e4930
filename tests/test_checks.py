"""The checks: a good value comes back wide, a bad one is named with what was got."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import checks
from lib.economics.cost import bill
from lib.economics.service import serve
from lib.hardware import Practice, chip
from lib.spatial.placement import by_stages
from lib.spatial.roofline import Deployment
from lib.transformer import from_config, transformer

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
    "bad",
    ["1", None, True, 1j, {}, {1}, object(), [True], ["1"], [[1], [1, 2]], np.True_, np.str_("1")]
    + [np.complex64(1), np.timedelta64(1, "s"), np.datetime64(1, "s")],
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
@pytest.mark.parametrize("good", [1, 1.0, np.float64(1)])
def test_a_good_number_comes_back_as_it_is(check, good):
    assert check("batch", good) is good


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("kind", [*"bBhHiIlLqQ", *"efdg", ">f8", "<i2"])
def test_whatever_its_width_a_number_comes_back_wide(check, kind):
    one = np.array(1, kind)
    for number in (one, one[()]):
        found = check("batch", number)
        assert found == 1 and type(found) in (int, float, np.float64)
        assert np.asarray(found).dtype in (np.int64, np.float64)
    array = check("batch", np.array([[1, 1], [1, 1]], kind))
    assert array.dtype == np.float64 and array.tolist() == [[1, 1], [1, 1]]


@pytest.mark.parametrize("check", [c for c in CHECKS if c not in ("between", "fraction")])
@pytest.mark.parametrize("big", [10**20, 10**30, np.uint64(2**64 - 1), Fraction(10**20)])
def test_a_number_beyond_64_bits_comes_back_as_a_float(check, big):
    found = CHECKS[check]("x", big)
    assert isinstance(found, float) and found == float(big)
    assert CHECKS[check]("x", [big, 1]).tolist() == [float(big), 1.0]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_what_no_float_holds_is_refused(check):
    large, huge = 10**400, 10**5000
    for bad, got in (
        (large, "10000"),
        (Fraction(large), r"Fraction\(1000"),
        ([1, large], r"\[1, 1000"),
        (huge, "more digits than can be written"),
        ([huge], "more digits than can be written"),
    ):
        with pytest.raises(ValueError, match=f"^batch: got {got}.*; takes a"):
            check("batch", bad)


def test_what_is_refused_stands_in_the_message_as_it_was_given():
    for bad in (10**20, Fraction(3, 2), -(10**20)):
        with pytest.raises(ValueError) as caught:
            checks.fraction("load", bad)
        assert str(caught.value) == f"load: got {bad!r}; takes a number above 0 and at most 1"
    with pytest.raises(ValueError, match=r"^load: got 200; takes"):
        checks.fraction("load", np.array([1, 200], np.uint8))
    with pytest.raises(ValueError, match=r"^load: got 1.5; takes"):
        checks.fraction("load", np.float16(1.5))


def test_products_and_negations_of_what_came_back_are_right():
    wide = checks.positive("tensor", np.array([100], np.int8))
    assert (wide * wide)[0] == 10_000
    wide = checks.positive("batch", np.array([2**40]))
    assert (wide * wide)[0] == 2.0**80
    assert (-checks.not_negative("priority", np.array([3], np.uint8)))[0] == -3
    assert checks.whole("n", np.uint8(200)) * 2 == 400


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_an_array_of_float64_comes_back_itself_and_a_list_as_an_array(check):
    array = np.ones((2, 3))
    assert check("batch", array) is array
    from_list = check("batch", [1, 1, 1])
    assert isinstance(from_list, np.ndarray) and from_list.tolist() == [1, 1, 1]
    assert check("batch", []).shape == (0,)
    with pytest.warns(PendingDeprecationWarning):
        matrix = np.matrix([[1, 1]])  # its product is another
    assert type(check("batch", matrix)) is np.ndarray


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("kind", [float, np.float32, int, np.uint8])
def test_an_array_passes_or_fails_as_its_numbers_do(check, kind):
    for numbers in ([1, 0, 1], [1, 1], [3, 1, 2], [], [1, 5, 0, 1]):
        array = np.array(numbers, kind)
        passed = []
        for number in array:
            try:
                passed.append(check("batch", number) == number)
            except ValueError:
                passed.append(False)
        if all(passed):
            assert check("batch", array).tolist() == array.tolist()
        else:
            worst = array[passed.index(False)].item()
            with pytest.raises(ValueError, match=f"batch: got {worst!r}; takes"):
                check("batch", array)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize(
    "bad",
    [[True, 1], [1, [1]], [1, None], [1, "1"], [1, 1j], np.array([None]), np.array(["1"])]
    + [np.array([1], "m8[s]"), np.array([1j]), np.array([True])],
)
def test_a_list_of_which_one_entry_is_no_number_is_refused(check, bad):
    with pytest.raises(ValueError, match="^batch: got "):
        check("batch", bad)


# -- masked, and of pandas -------------------------------------------------------------------


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_masked_entry_is_refused_and_an_array_without_one_is_its_numbers(check):
    masked = np.ma.array([1, 1], mask=[False, True])
    for bad in (masked, np.ma.masked, [masked, masked]):
        with pytest.raises(ValueError, match="^batch: got .*; takes"):
            check("batch", bad)
    with pytest.raises(ValueError, match="and no masked entries$"):
        check("batch", masked)
    found = check("batch", np.ma.array([1, 1], mask=False))
    assert type(found) is np.ndarray and found.tolist() == [1, 1]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_what_pandas_holds_is_refused_by_name(check):
    of_pandas = [
        pd.Series([1, 1]),
        pd.Series([1, 1]).rename("batch").to_frame(),
        pd.Index([1, 1]),
        pd.array([1, None], dtype="Int64"),
        pd.array([1.0, 1.0], dtype="Float64"),
    ]
    for bad in of_pandas:
        with pytest.raises(ValueError, match=r"^batch: got .*pandas object.*\.to_numpy\(\)$"):
            check("batch", bad)
    for bad in (pd.NA, [1, pd.NA], [pd.NaT]):
        with pytest.raises(ValueError, match="^batch: got .*; takes"):
            check("batch", bad)
    assert check("batch", pd.Series([1, 1]).to_numpy()).tolist() == [1, 1]


# -- labelled, and computed later ---------------------------------------------------------------


def test_labelled_arrays_come_back_wide_and_under_their_names():
    xarray = pytest.importorskip("xarray")
    narrow = xarray.DataArray(np.array([100, 1], np.int8), dims="tensor", coords={"tensor": [0, 1]})
    wide = checks.whole("tensor", narrow)
    assert wide.dims == ("tensor",) and wide.dtype == np.float64
    assert (wide * wide).values.tolist() == [10_000, 1]
    with pytest.raises(ValueError, match="^tensor: got -3; takes a whole number from 1 up"):
        checks.whole("tensor", narrow - 4)


def test_labelled_arrays_whose_labels_differ_are_refused():
    xarray = pytest.importorskip("xarray")
    one, other = (xarray.DataArray([1.0, 2.0], dims="b", coords={"b": labels})
                  for labels in ([0, 1], [1, 2]))  # fmt: skip
    with pytest.raises(ValueError, match="not equal along these coordinates"):
        checks.positive("batch", one) * checks.positive("context", other)
    with pytest.raises(ValueError, match="not equal along these coordinates"):
        bill(chip("h100_sxm"), one, rate=other).capital_per_rate  # noqa: B018


@pytest.mark.parametrize("labels", [False, True])
def test_arrays_in_pieces_come_back_wide_and_are_checked_later(labels):
    dask = pytest.importorskip("dask.array")
    lazy = dask.from_array(np.array([100, 200], np.uint8), chunks=1)
    if labels:
        lazy = pytest.importorskip("xarray").DataArray(lazy, dims="n")
    wide = checks.whole("n", lazy)
    assert checks.is_lazy(wide) and wide.dtype == np.float64
    assert np.asarray(wide * wide).tolist() == [10_000, 40_000]
    bad = checks.whole("n", lazy, least=150)
    with pytest.raises(ValueError, match="^n: got 100; takes a whole number from 150 up"):
        np.asarray(bad)


@pytest.mark.parametrize("lazy", [(True, False), (False, True), (True, True)])
@pytest.mark.parametrize("labels", [False, True])
def test_ends_may_be_in_pieces_too(lazy, labels):
    dask = pytest.importorskip("dask.array")

    def given(array, dims, later):
        array = dask.from_array(array, chunks=2) if later else array
        return pytest.importorskip("xarray").DataArray(array, dims=dims) if labels else array

    low, value = np.array([[0, 4, 8], [1, 5, 6]]), np.array([1, 5, 9])
    ends = given(low, ["a", "b"], lazy[1]), 9
    found = checks.between("x", given(value, ["b"], lazy[0]), *ends, "its range")
    assert checks.is_lazy(found)
    assert np.all(np.sort(np.asarray(found), axis=None).reshape(3, -1) == value[:, None])
    found = checks.between("x", given(value - 4, ["b"], lazy[0]), *ends, "its range")
    with pytest.raises(ValueError, match="^x: got (-3|1|5).*; takes its range"):
        np.asarray(found)


def test_a_stand_in_for_numbers_is_handed_its_check():
    class StandIn(np.lib.mixins.NDArrayOperatorsMixin):
        dtype, shape, ndim, size, chunks = np.dtype(float), (), 0, 1, ()

        def __init__(self, guards):
            self.guards = guards

        def __array_ufunc__(self, ufunc, method, *args, **kwargs):
            return StandIn(self.guards)

        def map_blocks(self, look, *more, meta=None):
            name, takes, good, ends = look.args
            self.guards.append((name, takes, good(3.5, *ends, *more)))
            return self

        def __bool__(self):
            raise TypeError("a branch on a value that is an input")

    guards = []
    value = StandIn(guards)
    for check in CHECKS.values():
        assert isinstance(check("x", value), StandIn)
    checks.divides("x", value, 64)
    checks.single("x", value)
    assert [fine for *_, fine in guards] == [True, True, False, False, False, True, False, True]
    checks.between("x", 3, 0, value, "its range")  # an end that stands in
    assert guards[-1][:2] == ("x", "its range")


# -- ends, and what is said -----------------------------------------------------------------------


def test_infinity_in_an_array_fails_unless_it_is_asked_for():
    array = np.array([1.0, math.inf])
    for check in (checks.positive, checks.not_negative, checks.whole):
        with pytest.raises(ValueError, match="batch: got inf; takes"):
            check("batch", array)
    assert checks.positive("bandwidth", array, infinite=True) is array


def test_ends_may_be_arrays():
    low, high = np.array([0, 2]), np.array([1, 3])
    value = np.array([1.0, 2.0])
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


@given(st.integers(-3, 100), st.integers(1, 100))
def test_a_divisor_leaves_no_rest(value, whole):
    for given_value in (value, np.array([1, value]), np.float64(value)):
        if value >= 1 and whole % value == 0:
            assert np.max(checks.divides("tensor", given_value, whole)) == value
        else:
            with pytest.raises(ValueError, match=f"^tensor: got {value}.*divides {whole}$"):
                checks.divides("tensor", given_value, whole)


def test_a_single_number_is_no_array_and_comes_back_wide():
    assert type(checks.single("delay", np.int8(100))) is int
    assert checks.single("delay", np.array(2.5, np.float32)) == 2.5
    assert type(checks.count("delay", np.uint8(200))) is int
    for bad in ([1.0], np.ones(1), math.inf, None, True, pd.Series([1.0])):
        with pytest.raises(ValueError, match="^delay: got"):
            checks.single("delay", bad)


def test_choice_names_what_it_takes():
    assert checks.choice("attention", "mla", ("gqa", "mla")) == "mla"
    for bad in ("mqa", None, ["mla"], np.array(["mla", "gqa"]), pd.Series(["mla"]), {"mla": 1}):
        with pytest.raises(ValueError, match="attention: got .*; takes one of gqa, mla"):
            checks.choice("attention", bad, ("gqa", "mla"))


# -- where models take them -----------------------------------------------------------------------


NARROW = ["b", "B", "h", "H", "e", "f"]  # 8 and 16 bits, signed or not; floats of 16 and 32


@pytest.mark.parametrize("kind", NARROW)
def test_a_service_on_narrow_numbers_is_that_on_python_s(kind):
    groq, llama = chip("groq_lpu"), transformer("llama2_70b")
    for tensor, stages, batch in ((64, 80, 120), (64, 2, 7), (32, 5, 100)):
        narrow = (np.array([n], kind) for n in (tensor, stages, batch))
        made = Deployment(groq, llama, "int8", next(narrow), next(narrow))
        got = serve(made, next(narrow), np.array([64], kind), np.array([32], kind))
        want = serve(Deployment(groq, llama, "int8", tensor, stages), batch, 64, 32)
        assert got.time[0] == pytest.approx(want.time, rel=1e-12) and got.time[0] > 0
        assert got.rate[0] == pytest.approx(want.rate, rel=1e-12)
        assert got.first_token[0] == pytest.approx(want.first_token, rel=1e-12)
        bills = bill(groq, made.chips, got.rate), bill(groq, tensor * stages, want.rate)
        assert bills[0].capital[0] == pytest.approx(bills[1].capital, rel=1e-12)


@pytest.mark.parametrize("kind", NARROW)
def test_a_placement_of_narrow_numbers_is_that_of_python_s(kind):
    for batch, stages in ((1, 80), (127, 16), (100, 3)):
        args = chip("groq_lpu"), transformer("llama2_70b"), "int8"
        got = by_stages(*args, np.array([stages], kind), np.array([batch], kind), 4096)
        want = by_stages(*args, stages, batch, 4096)
        assert (got.chips[0], got.tensor[0]) == (want.chips, want.tensor)


def test_a_batch_of_narrow_floats_takes_no_chip_more():
    args = chip("groq_lpu"), transformer("llama2_70b"), "int8", 1
    batch = np.arange(1.0, 2000.0)
    for kind in (np.float32, np.float16):
        exact = batch[batch == batch.astype(kind)]
        np.testing.assert_array_equal(
            by_stages(*args, exact.astype(kind), 4096).chips, by_stages(*args, exact, 4096).chips
        )


def test_what_pandas_holds_is_refused_where_models_take_it():
    made = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    with pytest.raises(ValueError, match=r"^batch: got .*pandas"):
        serve(made, pd.Series([1, 2]), 64, 32)
    with pytest.raises(ValueError, match=r"^rate: got .*pandas"):
        bill(chip("h100_sxm"), 1, rate=pd.Series([100.0]))


def test_a_shape_is_what_it_says():
    for values, shape in (([1], (1,)), (np.ones((2, 3)), (None, 3)), (np.ones(3), (..., 3)),
                          (np.ones((4, 2, 3)), (..., None, 3)), (np.ones(()), ()),
                          (np.ones((0, 3)), (0, 3)), (5, ())):  # fmt: skip
        np.testing.assert_array_equal(checks.shaped("x", values, *shape), values)
    for values, shape, takes in (([1], (2,), "(2,)"), (5, (None,), "(any,)"),
                                 ([], (None,), "(any,)"), (np.ones((2, 3)), (2,), "(2,)"),
                                 ([1], (..., None, 1), "(..., any, 1)"),
                                 (np.ones((2, 0)), (..., None), "(..., any)")):  # fmt: skip
        with pytest.raises(ValueError) as refused:
            checks.shaped("x", values, *shape)
        assert str(refused.value) == f"x: got shape {np.shape(values)}; takes {takes}"


@pytest.mark.parametrize("bad", [8, 1.5, [], [0, 1], [1.5], "8", None, [[1]]])
def test_counts_come_in_a_list(bad):
    for listed in ([1, 2], range(1, 3), np.array([1.0, 2.0])):
        assert checks.listed("stages", listed).tolist() == [1, 2]
    with pytest.raises(ValueError, match="^stages: got .*; takes "):
        checks.listed("stages", bad)


@pytest.mark.parametrize(
    "read", [chip, transformer, from_config, lambda errors: Practice(errors=errors)]
)
@pytest.mark.parametrize("bad", [["a"], None, 5, b"x"])
def test_what_is_no_key_is_refused_in_words(read, bad):
    with pytest.raises(ValueError, match="^(chips|transformers|config|errors): got .*; takes"):
        read(bad)
