"""Checks of arguments: every bad value ends in the same form of ValueError.

Each check returns its value, so that a model can write
``batch = positive("batch", batch)``, and returns it wide: an integer as Python's, of which
none is too large; any other number, list or array as float64. Products of narrow integers go
round, unsigned ones turn about when they are negated, and float32 rounds; what a check returns
does none of this. NaN fails every check, and so does infinity where a check does not ask for it.

NumPy, xarray and Dask arrays are taken. Of a masked array no entry may be masked. What pandas
holds is refused, for it would be joined by its labels in one place and by its order in another:
give its values, ``.to_numpy()``. Labels of xarray must agree: with the first labelled array
that a check sees, xarray is told to refuse arrays whose labels differ, where it would leave
out what they do not share.

An array whose numbers are not there yet, as Dask's are not, is checked piece by
piece when it is computed. What comes back then is the array with the check in
it: a model must go on with that one, or nothing is checked. The same way is open to any other
stand-in for numbers that has ``chunks`` and ``map_blocks(look, *more, meta)``: its numbers are
good where ``good(value, *ends, *more)`` is, with ``name, takes, good, ends = look.args``.
"""

import sys
from collections.abc import Hashable
from functools import partial
from numbers import Real

import numpy as np

# -- what is a number, and how wide ----------------------------------------------------------


def _refuse(name, value, takes):
    try:
        text = repr(value.item() if isinstance(value, np.generic) else value)
    except ValueError:
        text = "more digits than can be written"
    text = " ".join(text.split())
    text = text if len(text) <= 200 else f"{text[:200]}..."
    raise ValueError(f"{name}: got {text}; takes {takes}") from None


def _widened(value):
    """The value as int, float, float64 array or lazy array; None where it is no number."""
    if isinstance(value, (list, tuple)):
        return _from_list(value)
    if isinstance(value, np.ndarray):
        if np.ma.is_masked(value):
            return None
        value = np.asarray(value)
        if value.dtype.kind == "O":
            return _from_list(value.tolist())
        if value.ndim:
            kept = value.dtype == np.float64
            return value if kept else value.astype(float) if value.dtype.kind in "iuf" else None
        value = value[()]
    if isinstance(value, bool) or isinstance(value, np.generic) and value.dtype.kind not in "iuf":
        return None
    if isinstance(value, np.integer):
        value = int(value)
    if isinstance(value, int) and -(2**63) <= value < 2**63 or isinstance(value, float):
        return value
    if isinstance(value, (Real, np.floating)):
        try:
            return np.float64(value)
        except OverflowError:
            return None
    dtype = getattr(value, "dtype", None)  # xarray's, Dask's, a stand-in's
    if not isinstance(dtype, np.dtype) or dtype.kind not in "iuf" or _of_pandas(value):
        return None
    if hasattr(value, "dims") and "xarray" in sys.modules:
        sys.modules["xarray"].set_options(arithmetic_join="exact")
    return value if dtype == np.float64 or is_lazy(value) else value.astype(float)


def _from_list(value):
    """A list of lists of numbers as an array; None where any is no number, or rows differ."""
    if not isinstance(value, (list, tuple)):
        return _widened(value)
    found = [_widened(entry) for entry in value]
    if any(entry is None for entry in found):
        return None
    try:
        return np.asarray(found, float)
    except ValueError:  # rows of different lengths
        return None


def _of_pandas(value):
    return type(value).__module__.split(".")[0] == "pandas"


def _number(name, value, takes):
    wide = _widened(value)
    if wide is None:
        if _of_pandas(value) and np.ndim(value):
            takes += ", of a pandas object its values: .to_numpy()"
        elif np.ma.is_masked(value):
            takes += ", and no masked entries"
        _refuse(name, value, takes)
    return wide


def is_lazy(value):
    """Tell whether an array's numbers are computed later: Dask's, or xarray's made of Dask's.

    >>> is_lazy(3), is_lazy(np.ones(3))
    (False, False)
    """
    return getattr(value, "chunks", None) is not None


# -- now, or when it is computed ---------------------------------------------------------------


def _checked(name, value, takes, good, *ends):
    """The value, if ``good(value, *ends)`` holds everywhere, now or when it is computed."""
    if not any(map(is_lazy, (value, *ends))):
        return _look(name, takes, good, ends, value)
    value = _number(name, value, takes)
    if any(getattr(end, "ndim", 0) or is_lazy(end) for end in ends):
        # A piece would be held against whole ends: the answers go along with it instead.
        fine = good(value * 1.0, *ends)
        return _each_piece(value + 0 * fine, partial(_look, name, takes, _told, ()), fine)
    return _each_piece(value, partial(_look, name, takes, good, ends))


def _each_piece(value, look, *more):
    """A lazy array whose pieces pass through a function when they are computed."""
    if hasattr(value, "dims"):  # xarray's labels around Dask's array
        return value.copy(data=_each_piece(value.data, look, *(other.data for other in more)))
    return value.map_blocks(look, *more, meta=np.empty((0,) * value.ndim))


def _look(name, takes, good, ends, given, *more):
    value, ends = _number(name, given, takes), (*ends, *more)
    values = np.asarray(value) if hasattr(value, "dims") else value
    if good in _BY_ENDS and getattr(values, "ndim", 0) and not any(map(np.ndim, ends)):
        # If the least and the greatest pass, all do, and NaN is both of them. A third of the
        # time, and no array of answers is made.
        if values.size == 0 or (good(values.min(), *ends) and good(values.max(), *ends)):
            return value
    fine = good(value, *ends)
    if not (fine is True or fine is np.True_ or np.all(fine)):
        if hasattr(fine, "dims"):  # the ends have dimensions of their own
            given = given + 0 * fine
        if np.ndim(fine):
            given, fine = np.broadcast_arrays(np.asarray(given), np.asarray(fine))
            given = given[~fine].flat[0]
        _refuse(name, given, takes)
    return value


def _told(value, fine):
    return fine


def _is_positive(value, infinite):
    return (value > 0) & (infinite | (value < np.inf))


def _is_from(value, low):
    return (value >= low) & (value < np.inf)


def _is_between(value, low, high):
    return (value >= low) & (value <= high)


def _is_fraction(value):
    return (value > 0) & (value <= 1)


def _is_finite(value):
    return (value > -np.inf) & (value < np.inf)


_BY_ENDS = (_is_positive, _is_from, _is_between, _is_fraction, _is_finite)


def _is_whole(value, least):
    no_rest = type(value) is int or value == np.floor(value)
    return (value >= least) & (value < np.inf) & no_rest


def _is_count(value, least, most):
    return _is_whole(value, least) & (value <= most)


def _is_divisor(value, whole):
    return _is_whole(value, 1) & (whole % np.maximum(value, 1) == 0)


# -- the checks --------------------------------------------------------------------------------


def positive(name, value, takes="a number above 0", infinite=False):
    """The value, if it is above 0 everywhere; infinity only where it is asked for.

    >>> positive("batch", 128)
    128
    >>> positive("batch", [1, -1])
    Traceback (most recent call last):
    ValueError: batch: got -1; takes a number above 0
    """
    return _checked(name, value, takes, _is_positive, infinite)


def not_negative(name, value, takes="a number from 0 up"):
    """The value, if it is 0 or above everywhere, and finite."""
    return _checked(name, value, takes, _is_from, 0)


def at_least(name, value, low):
    """The value, if it is ``low`` or above everywhere, and finite.

    >>> at_least("pue", 1.5, 1)
    1.5
    """
    return _checked(name, value, f"a number from {low:g} up", _is_from, low)


def between(name, value, low, high, takes=None):
    """The value, if it lies from low to high everywhere, both included.

    >>> between("utilisation", 1.2, 0, 1)
    Traceback (most recent call last):
    ValueError: utilisation: got 1.2; takes a number from 0 to 1
    """
    takes = takes or f"a number from {low:g} to {high:g}"
    return _checked(name, value, takes, _is_between, low, high)


def fraction(name, value):
    """The value, if it is above 0 and at most 1 everywhere: an efficiency or a share."""
    return _checked(name, value, "a number above 0 and at most 1", _is_fraction)


def whole(name, value, least=1):
    """The value, if it is a whole number from ``least`` up everywhere.

    >>> whole("stages", 80)
    80
    >>> whole("stages", 2.5)
    Traceback (most recent call last):
    ValueError: stages: got 2.5; takes a whole number from 1 up
    """
    return _checked(name, value, f"a whole number from {least} up", _is_whole, least)


def divides(name, value, whole, takes=None):
    """The value, if it is a whole number everywhere that goes into ``whole`` without a rest.

    >>> divides("tensor", 8, 64)
    8
    >>> divides("tensor", 7, 64)
    Traceback (most recent call last):
    ValueError: tensor: got 7; takes a whole number that divides 64
    """
    return _checked(name, value, takes or f"a whole number that divides {whole:,}", _is_divisor,
                    whole)  # fmt: skip


def holds(name, value, takes, good, ends=()):
    """The value, if ``good(value, *ends)`` holds everywhere: for a rule that is a model's own.

    >>> holds("heads", 6, "an even number", lambda heads: heads % 2 == 0)
    6
    """
    return _checked(name, value, takes, good, *ends)


def require(name, fine, says):
    """Raise ValueError ``name: says`` unless ``fine`` everywhere: for a rule in a model's words.

    Arguments: ``says``, a function without arguments that gives the sentence. A stand-in for
    numbers that are not there yet notes both down, if it has a method ``require``.

    >>> require("chips", 8 >= 9, lambda: f"got {8}; the weights take {9}")
    Traceback (most recent call last):
    ValueError: chips: got 8; the weights take 9
    """
    if hasattr(fine, "require"):
        fine.require(name, says())
    elif not np.all(fine):
        raise ValueError(f"{name}: {says()}")


def finite(name, value):
    """The value, if it is a number and neither infinite nor NaN anywhere; it may be negative.

    >>> finite("offset", -3.5)
    -3.5
    """
    return _checked(name, value, "a finite number", _is_finite)


def count(name, value, least=1, most=np.inf):
    """The value as an int, if it is one whole number from ``least`` up, or to ``most``.

    For what must be one number and no array: what a graph or a simulation is built from.

    >>> count("chips", 8.0)
    8
    >>> count("chips", [8, 16])
    Traceback (most recent call last):
    ValueError: chips: got [8, 16]; takes a whole number from 1 up
    """
    if type(value) is int and least <= value <= most:  # the most frequent case
        return value
    takes = f"a whole number from {least} " + ("up" if most == np.inf else f"to {most:,}")
    return int(_one(name, value, takes, _is_count, least, most))


def single(name, value):
    """The value, if it is one finite number: for what takes no array.

    >>> single("delay", np.ones(2))
    Traceback (most recent call last):
    ValueError: delay: got array([1., 1.]); takes one finite number
    """
    return _one(name, value, "one finite number", _is_finite)


def _one(name, value, takes, good, *ends):
    if getattr(value, "ndim", 0) or isinstance(value, (list, tuple)):
        _refuse(name, value, takes)
    return _checked(name, value, takes, good, *ends)


def shaped(name, values, *shape):
    """The values as an array, if it has this shape: None is any length from 1 up.

    ``...`` at the beginning stands for any axes before the others.

    >>> shaped("start", [0, 3], 2).tolist()
    [0, 3]
    >>> shaped("times", [1.0, 2.0], ..., None, 8)
    Traceback (most recent call last):
    ValueError: times: got shape (2,); takes (..., any, 8)
    """
    values = np.asarray(values)
    least = shape[1:] if shape[:1] == (...,) else shape
    ends = values.shape[values.ndim - len(least) :] if least != shape else values.shape
    fits = [n == m if m is not None else n > 0 for n, m in zip(ends, least, strict=False)]
    if len(ends) != len(least) or not all(fits):
        words = {None: "any", ...: "..."}
        takes = ", ".join(str(words.get(n, n)) for n in shape) + "," * (len(shape) == 1)
        raise ValueError(f"{name}: got shape {values.shape}; takes ({takes})")
    return values


def keep(record, check, *fields):
    """Put the checked value in place of a frozen record's: a list has become an array.

    >>> from types import SimpleNamespace
    >>> terms = SimpleNamespace(pue=[1.1, 1.5])
    >>> keep(terms, positive, "pue")
    >>> terms.pue
    array([1.1, 1.5])
    """
    for field in fields:
        object.__setattr__(record, field, check(field, getattr(record, field)))


_CHIP = "a Chip: chip('h100_sxm')"
#: Records by the arguments that take them: the kind, and how one is had.
RECORDS = {
    "chip": _CHIP, "card": _CHIP, "costly": _CHIP, "cheap": _CHIP, "practice": "a Practice: IDEAL",
    "model": "a Transformer: transformer('llama2_70b')", "graph": "a TaskGraph: task_graph(rows)",
    "layer": "a Layer: transformer('llama2_70b').stack[0]", "store": "a Store: Store('host', 63e9)",
    "deployment": "a Deployment: Deployment(chip('h100_sxm'), transformer('llama2_70b'))",
    "split": "a Split: Split(attention, feed_forward)", "terms": "a Terms: Terms()",
    "tariff": "a Tariff: tariff('api_gpt4_turbo')",
}  # fmt: skip


def a(name, value, kind=None, takes=None):
    """The value, if it is of a kind: a class, or the record that such an argument takes.

    >>> a("chip", "h100_sxm")
    Traceback (most recent call last):
    ValueError: chip: got 'h100_sxm'; takes a Chip: chip('h100_sxm')
    """
    takes = takes or RECORDS[name]
    # By its name: who checks it need not import it.
    kinds = [f"a {x.__name__}" for x in type(value).__mro__]
    if not (isinstance(value, kind) if kind else takes.split(":")[0] in kinds):
        _refuse(name, value, takes)
    return value


def listed(name, values):
    """A list, range or array of whole numbers from 1 up, one at least, as an array.

    >>> listed("tensors", range(1, 4))
    array([1, 2, 3])
    """
    values = list(values) if isinstance(values, range) else values
    return shaped(name, whole(name, values), None).astype(int)


def choice(name, value, allowed):
    """The value, if it is one of those allowed.

    >>> choice("attention", "gqa", ("gqa", "mla"))
    'gqa'
    """
    if not isinstance(value, Hashable) or value not in allowed:
        _refuse(name, value, f"one of {', '.join(map(str, allowed))}")
    return value
