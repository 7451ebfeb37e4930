"""A tracer: numbers that are not there yet, and the tape of what is done to them.

A ``Symbol`` stands in for a number. NumPy hands it every operation through its own protocols,
and the tape keeps them in order; ``Tape.at`` does them again on real numbers. A branch on a
symbol's value has nothing to go by and is refused: a model that runs on symbols has none.
"""

import numpy as np


class Tape:
    """Operations in order, and what the checks ask of them: (name, takes, condition)."""

    def __init__(self):
        self.operations, self.guards = [], []

    def symbol(self, do, arguments):
        self.operations.append((do, arguments))
        return Symbol(self, len(self.operations) - 1)

    def at(self, inputs):
        """The value of every operation, with the inputs' values given by name."""
        values = []

        def known(x):
            return values[x.place] if isinstance(x, Symbol) else x

        with np.errstate(all="ignore"):  # as on the page: a branch not taken may overflow
            for do, arguments in self.operations:
                given = do is None
                values.append(inputs[arguments] if given else do(*map(known, arguments)))
        return values

    def broken(self, values):
        """Names of the arguments whose checks fail, in the order in which they are asked for."""
        return [
            name for name, _, fine in self.guards
            if not (values[fine.place] if isinstance(fine, Symbol) else fine)
        ]  # fmt: skip


class Symbol(np.lib.mixins.NDArrayOperatorsMixin):
    """A number to be."""

    dtype, shape, ndim, size, chunks = np.dtype(float), (), 0, 1, ()

    def __init__(self, tape, place):
        self.tape, self.place = tape, place

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        if method != "__call__" or kwargs:
            raise TypeError(f"{ufunc.__name__}.{method} of a number that is not there yet")
        return self.tape.symbol(ufunc, inputs)

    def __array_function__(self, function, types, inputs, kwargs):
        raise TypeError(f"{function.__name__} of a number that is not there yet")

    def __bool__(self):
        raise TypeError("a branch on a number that is not there yet")

    def map_blocks(self, look, *more, meta):
        name, takes, good, ends = look.args
        self.tape.guards.append((name, takes, good(self, *ends, *more)))
        return self


def traced(function, names):
    """A function's tape and what it returns, run once on symbols of the names given."""
    tape = Tape()
    return tape, function(**{name: tape.symbol(None, name) for name in names})
