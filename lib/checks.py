"""Checks of arguments: every bad value ends in the same form of ValueError.

Each check returns its value, so that a model can write
``batch = positive("batch", batch)``. Lists become arrays; NumPy, xarray and
Dask arrays pass through unchanged. NaN fails every check, and so does infinity
where a check does not ask for it.

An array whose numbers are not there yet, as Dask's are not, is checked piece by
piece when it is computed. What comes back then is the array with the check in
it: a model must go on with that one, or nothing is checked.
"""

from functools import partial
from numbers import Real

import numpy as np


def _complain(name, value, good, takes):
    if np.all(good):
        return
    values, good = np.broadcast_arrays(np.asarray(value), np.asarray(good))
    worst = values[~good].flat[0] if values.ndim else values[()]
    raise ValueError(f"{name}: got {worst.item()!r}; takes {takes}")


def _array(name, value, takes):
    if isinstance(value, (list, tuple)):
        try:
            value = np.asarray(value)
        except ValueError:  # rows of different lengths
            raise ValueError(f"{name}: got {value!r}; takes {takes}") from None
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    number = kind in "iuf" if kind else isinstance(value, Real) and not isinstance(value, bool)
    if not number:
        raise ValueError(f"{name}: got {value!r}; takes {takes}")
    return value


def is_lazy(value):
    """Tell whether an array's numbers are computed later: Dask's, or xarray's made of Dask's.

    >>> is_lazy(3), is_lazy(np.ones(3))
    (False, False)
    """
    return getattr(value, "chunks", None) is not None


def _each_piece(value, look):
    """A lazy array whose pieces pass through a function when they are computed."""
    if hasattr(value, "dims"):  # xarray's labels around Dask's array
        return value.copy(data=_each_piece(value.data, look))
    return value.map_blocks(look, meta=np.empty((0,) * value.ndim, value.dtype))


def _checked(name, value, takes, good, *ends):
    """The value, if ``good(value, *ends)`` holds everywhere, now or when it is computed."""
    value = _array(name, value, takes)
    if is_lazy(value) and not any(map(is_lazy, ends)):
        return _each_piece(value, partial(_look, name, takes, good, ends))
    _look(name, takes, good, ends, value)
    return value


def _look(name, takes, good, ends, value):
    values = np.asarray(value) if hasattr(value, "dims") else value
    plain = isinstance(values, np.ndarray) and values.ndim and not any(map(np.ndim, ends))
    # Each check takes numbers up to an end or two: if the least and the greatest pass, all
    # do, and NaN is both of them. A third of the time, and no array of answers is made.
    if good is not _is_whole and plain:
        if values.size == 0 or (good(values.min(), *ends) and good(values.max(), *ends)):
            return value
    _complain(name, value, good(value, *ends), takes)
    return value


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


def _is_whole(value, least):
    with np.errstate(invalid="ignore"):  # of infinity there is no rest
        return (value >= least) & (value % 1 == 0)


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
    takes = f"a whole number from {least} " + ("up" if most == np.inf else f"to {most:,}")
    if np.ndim(_array(name, value, takes)):
        raise ValueError(f"{name}: got {value!r}; takes {takes}")
    _complain(name, value, _is_whole(value, least) & (value <= most), takes)
    return int(value)


def single(name, value):
    """The value, if it is one finite number: for what takes no array.

    >>> single("delay", np.ones(2))
    Traceback (most recent call last):
    ValueError: delay: got array([1., 1.]); takes one finite number
    """
    takes = "one finite number"
    if np.ndim(_array(name, value, takes)):
        raise ValueError(f"{name}: got {value!r}; takes {takes}")
    _complain(name, value, _is_finite(value), takes)
    return value


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


def choice(name, value, allowed):
    """The value, if it is one of those allowed.

    >>> choice("attention", "gqa", ("gqa", "mla"))
    'gqa'
    """
    if value not in allowed:
        raise ValueError(f"{name}: got {value!r}; takes one of {', '.join(map(str, allowed))}")
    return value
