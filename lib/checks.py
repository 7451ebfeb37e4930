"""Checks of arguments: every bad value ends in the same form of ValueError.

Each check returns its value, so that a model can write
``batch = positive("batch", batch)``. Lists become arrays; NumPy, xarray and
Dask arrays pass through unchanged. NaN fails every check, and so does infinity
where a check does not ask for it.
"""

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


def positive(name, value, takes="a number above 0", infinite=False):
    """The value, if it is above 0 everywhere; infinity only where it is asked for.

    >>> positive("batch", 128)
    128
    >>> positive("batch", [1, -1])
    Traceback (most recent call last):
    ValueError: batch: got -1; takes a number above 0
    """
    value = _array(name, value, takes)
    _complain(name, value, (value > 0) & (infinite | (value < np.inf)), takes)
    return value


def not_negative(name, value, takes="a number from 0 up"):
    """The value, if it is 0 or above everywhere, and finite."""
    value = _array(name, value, takes)
    _complain(name, value, (value >= 0) & (value < np.inf), takes)
    return value


def at_least(name, value, low):
    """The value, if it is ``low`` or above everywhere, and finite.

    >>> at_least("pue", 1.5, 1)
    1.5
    """
    takes = f"a number from {low:g} up"
    value = _array(name, value, takes)
    _complain(name, value, (value >= low) & (value < np.inf), takes)
    return value


def between(name, value, low, high, takes=None):
    """The value, if it lies from low to high everywhere, both included.

    >>> between("utilisation", 1.2, 0, 1)
    Traceback (most recent call last):
    ValueError: utilisation: got 1.2; takes a number from 0 to 1
    """
    takes = takes or f"a number from {low:g} to {high:g}"
    value = _array(name, value, takes)
    _complain(name, value, (value >= low) & (value <= high), takes)
    return value


def fraction(name, value):
    """The value, if it is above 0 and at most 1 everywhere: an efficiency or a share."""
    takes = "a number above 0 and at most 1"
    value = _array(name, value, takes)
    _complain(name, value, (value > 0) & (value <= 1), takes)
    return value


def whole(name, value, least=1):
    """The value, if it is a whole number from ``least`` up everywhere.

    >>> whole("stages", 80)
    80
    >>> whole("stages", 2.5)
    Traceback (most recent call last):
    ValueError: stages: got 2.5; takes a whole number from 1 up
    """
    takes = f"a whole number from {least} up"
    value = _array(name, value, takes)
    _complain(name, value, (value >= least) & (value % 1 == 0), takes)
    return value


def choice(name, value, allowed):
    """The value, if it is one of those allowed.

    >>> choice("attention", "gqa", ("gqa", "mla"))
    'gqa'
    """
    if value not in allowed:
        raise ValueError(f"{name}: got {value!r}; takes one of {', '.join(map(str, allowed))}")
    return value
