"""Trace: run a model once on numbers to be, and keep what was done to them as a tape of data.

A ``Symbol`` stands in for a number. NumPy hands it every operation through its own protocols
(``__array_ufunc__``, ``__array_function__``), and ``lib.checks`` every check through the hook
that it has for arrays whose numbers come later. So the unmodified model writes the tape: a page
computes from it (``web/static/tape.js``), and a compiled loop (``lib.book.compiled``).

    inputs     names, in order
    constants  numbers; "Infinity" as text, for JSON has none
    ops        [ufunc, operand, ...]: operands from 0 up are the inputs, then the results of the
               operations in order; -1, -2, ... are the constants
    outputs    name -> operand
    checks     {ok: operand, argument: name, says: [text or [operand, format], ...]}, in the order
               in which the model asks: the first that fails is the sentence of its ValueError

Common parts stand on it once, what is known is computed, what nobody asks for is left out.
A tape takes one way through a model: ``np.any`` of what is not known yet takes the general one,
and a branch on an input's value is refused with its file and line.
"""

import linecache
import re
import string
import sys

import numpy as np

#: Operations as the tape names them: NumPy's and SciPy's names, and one name for one thing.
CORE = frozenset(
    "add subtract multiply divide floor_divide remainder power negative absolute sign maximum "
    "minimum ceil floor trunc rint sqrt square reciprocal exp exp2 expm1 log log1p log2 log10 "
    "greater greater_equal less less_equal equal not_equal logical_and logical_or logical_not "
    "isfinite isinf isnan where".split()
)
#: SciPy's that JavaScript lacks and a figure needs; ``web/special`` has a script for each.
SPECIAL = frozenset(["ndtri"])
_OF_BOOLS = {"bitwise_and": "logical_and", "bitwise_or": "logical_or", "invert": "logical_not",
             "bitwise_xor": "not_equal"}  # fmt: skip
_SAMPLES = {"b": np.True_, "i": np.int64(1), "f": np.float64(0.5)}


def _refuse(what):
    """TypeError naming the line of the model that asks what only a number can answer."""
    frame = sys._getframe(1)
    while frame.f_code.co_filename in (__file__, np.lib.mixins.__file__):
        frame = frame.f_back
    file, line = frame.f_code.co_filename, frame.f_lineno
    source = linecache.getline(file, line).strip()
    raise TypeError(f"{file}:{line}: {what} an input, which a trace cannot follow: {source}")


class Symbol(np.lib.mixins.NDArrayOperatorsMixin):
    """A number to be: one operation of a recording, of kind "b", "i" or "f"."""

    shape, ndim, size = (), 0, 1
    chunks = ()  # so that checks take it for an array whose numbers come later

    def __init__(self, recording, place, kind):
        self.recording, self.place, self.kind = recording, place, kind
        self.dtype = _SAMPLES[kind].dtype

    def __array_ufunc__(self, ufunc, method, *args, **kwargs):
        if method != "__call__" or kwargs or ufunc.nout > 1 or any(map(np.ndim, args)):
            _refuse(f"{ufunc.__name__} in one piece with an array, or in place, of")
        kinds = [a.kind if isinstance(a, Symbol) else np.asarray(a).dtype.kind for a in args]
        if not set(kinds) <= set(_SAMPLES):
            _refuse(f"{ufunc.__name__} of something else than a number and")
        kind = ufunc(*(_SAMPLES[k] for k in kinds)).dtype.kind
        name = _OF_BOOLS.get(ufunc.__name__, ufunc.__name__) if kind == "b" else ufunc.__name__
        if name not in CORE | SPECIAL:
            _refuse(f"{name} of")
        return self.recording.symbol(kind, name, *args)

    def __array_function__(self, function, types, args, kwargs):
        name = function.__name__
        if name == "any":
            return True  # the general way
        if name in ("max", "min", "amax", "amin"):  # of one number
            return args[0]
        if name in ("ndim", "shape", "size"):
            return getattr(self, name)
        if name in ("ravel", "argmax"):  # for the worst of one
            return {"ravel": [self], "argmax": 0}[name]
        if name == "clip" and len(args) == 3:
            return np.minimum(np.maximum(args[0], args[1]), args[2])
        if name != "where" or len(args) != 3 or any(map(np.ndim, args)):
            _refuse(f"{name} of")
        kinds = (a.dtype.kind for a in map(_dtyped, args[1:]))
        return self.recording.symbol(max(kinds, key="bif".index), name, *args)

    def map_blocks(self, look, *more, meta=None):
        """A check (``lib.checks``): good where ``good(value, *ends, *more)`` is."""
        name, takes, good, ends = look.args
        fine = good(self, *ends, *more)
        self.recording.checks.append((fine, name, f"{name}: got {self}; takes {takes}"))
        return self

    def require(self, name, says):
        """A check in a model's own words: good where this truth holds."""
        self.recording.checks.append((self, name, f"{name}: {says}"))

    def __format__(self, spec):
        if not spec.endswith(("%", *string.ascii_letters)):
            spec += "r" if self.kind == "f" else "d"
        return f"\0{self.place} {spec}\0"  # taken apart again where the sentence is written

    def __repr__(self):
        return format(self, "")

    __str__ = __repr__

    def __getitem__(self, key):
        return self if key == () else _refuse("an element of")

    def __bool__(self):
        _refuse("a branch on")

    def __array__(self, *args, **kwargs):
        _refuse("an array of")

    def __hash__(self):
        _refuse("a look-up of")

    def _number(self, *args):
        _refuse("a Python number of")

    __float__ = __int__ = __index__ = __iter__ = __len__ = __round__ = __trunc__ = _number


def _dtyped(x):
    return x if isinstance(x, Symbol) else np.asarray(x)


class _Recording:
    """What a model does to its inputs, in order, and asks of them."""

    def __init__(self):
        self.steps, self.checks = [], []

    def symbol(self, kind, name, *args):
        self.steps.append((kind, name, args))
        return Symbol(self, len(self.steps) - 1, kind)


class _Writer:
    """Writes a recording as a tape: simplified, and common parts once."""

    def __init__(self, steps, names):
        self.steps, self.known, self.ops, self.places = steps, [], list(names), {}
        for kind, name, args in steps:
            self.known.append(self.operation(kind, name, args))

    def value(self, x):
        """A symbol's or a constant's value: an ("op", place) or a number."""
        return self.known[x.place] if isinstance(x, Symbol) else np.asarray(x).item()

    def operation(self, kind, name, args):
        if name == "input":
            return "op", args[0]
        values = [self.value(a) for a in args]
        kinds = [a.kind if isinstance(a, Symbol) else "" for a in args]
        if not any(isinstance(v, tuple) for v in values):
            return self.computed(name, values)
        simple = _simpler(name, values, kinds)
        if simple is not None:
            return simple
        key = (name, *map(repr, values))
        if key not in self.places:
            self.places[key] = len(self.ops)
            self.ops.append((name, values))
        return "op", self.places[key]

    def computed(self, name, values):
        if name in SPECIAL:
            from scipy import special

            return float(getattr(special, name)(*values))
        with np.errstate(all="ignore"):
            return getattr(np, name)(*values).item()

    def tape(self, inputs, outputs, checks):
        outputs = {name: self.value(x) for name, x in outputs.items()}
        asked, said = {}, set()
        for fine, name, says in checks:
            ok, parts = self.value(fine), self.parts(says)
            if ok is not True and (ok, says) not in said:
                said.add((ok, says))
                asked[len(asked)] = (ok, name, parts)
        # From the last operation to the first: what is asked for, and what that is made of.
        needed = {v for v in outputs.values() if isinstance(v, tuple)}
        for ok, _, parts in asked.values():
            needed |= {v for v in (ok, *(p[0] for p in parts if p[0])) if isinstance(v, tuple)}
        for place in range(len(self.ops) - 1, len(inputs) - 1, -1):
            if ("op", place) in needed:
                needed |= {v for v in self.ops[place][1] if isinstance(v, tuple)}
        kept = [n for n in range(len(self.ops)) if n < len(inputs) or ("op", n) in needed]
        renumbered, constants = {n: m for m, n in enumerate(kept)}, {}

        def operand(value):
            if isinstance(value, tuple):
                return renumbered[value[1]]
            return constants.setdefault(float(value), -1 - len(constants))

        tape = {"inputs": list(inputs), "constants": []}
        tape["ops"] = [[self.ops[n][0], *map(operand, self.ops[n][1])] for n in kept[len(inputs) :]]
        tape["outputs"] = {name: operand(value) for name, value in outputs.items()}
        tape["checks"] = [
            {"ok": operand(ok), "argument": name,
             "says": [[operand(v), how] if how else text for v, how, text in parts]}
            for ok, name, parts in asked.values()
        ]  # fmt: skip
        tape["constants"] = [_json_number(x) for x in constants]
        return tape

    def parts(self, says):
        """A sentence in parts: (value, format, "") or (None, "", text)."""
        found = []
        for i, part in enumerate(re.split("\0", says)):
            if i % 2:
                place, spec = part.split(" ", 1)
                found.append((self.known[int(place)], spec, ""))
            elif part:
                found.append((None, "", part))
        return found


def _json_number(x):
    whole = float(x).is_integer() and abs(x) < 2**53
    return int(x) if whole else x if np.isfinite(x) else str(x).replace("inf", "Infinity")


def _simpler(name, values, kinds):
    """What an operation with a known side comes to, where that needs no computing; or None."""
    if name == "where":
        chosen = None if isinstance(values[0], tuple) else values[1 if values[0] else 2]
        return values[1] if values[1] == values[2] else chosen
    for constant, other, kind, first in (
        (values[0], values[-1], kinds[-1], True), (values[-1], values[0], kinds[0], False)
    ):  # fmt: skip
        if len(values) != 2 or isinstance(constant, tuple) or not isinstance(other, tuple):
            continue
        if name == "logical_and" and kind == "b":
            return other if constant else False
        if name == "logical_or" and kind == "b":
            return True if constant else other
        if name == "multiply" and constant == 0 and kind == "b":
            return 0
        swaps = not first or name in ("add", "multiply")
        unit = {"add": 0, "subtract": 0, "multiply": 1, "divide": 1, "power": 1}.get(name)
        if swaps and unit == constant:
            return other
    return None


def trace(function, inputs, **given):
    """The tape of a function, run once on symbols.

    Arguments: ``function``, which takes its inputs by name and returns its outputs by name;
    ``inputs``, their names, or name -> ``int``, ``float`` or ``bool`` where a refusal should
    print them as whole numbers; ``given``, arguments that are known, choices among them.

    Raises TypeError for what cannot be traced, with the line that asks an input for its value.

    >>> from lib.economics.cost import capital_per_rate
    >>> tape = trace(lambda capital, rate: {"cost": capital_per_rate(capital, rate)},
    ...              ("capital", "rate"))
    >>> tape["ops"][-1], tape["outputs"], [check["argument"] for check in tape["checks"]]
    (['divide', 0, 1], {'cost': 8}, ['capital', 'rate'])
    """
    recording = _Recording()
    kinds = inputs if isinstance(inputs, dict) else dict.fromkeys(inputs, float)
    symbols = {
        name: recording.symbol(np.dtype(kind).kind, "input", place)
        for place, (name, kind) in enumerate(kinds.items())
    }
    outputs = function(**symbols, **given)
    return _Writer(recording.steps, kinds).tape(list(kinds), outputs, recording.checks)


def short(tape):
    """A tape with its operations as one list of numbers, each operand by its distance.

    Names of operations with their operands' number come first; so like models have like lists,
    which pack well. web/static/tape.js has the way back.
    """
    first, names, flat = len(tape["inputs"]), {}, []
    for place, (name, *operands) in enumerate(tape["ops"], first):
        flat.append(names.setdefault((name, len(operands)), len(names)))
        flat += [n if n < first else first + place - n for n in operands]
    return tape | {"names": list(names), "ops": flat}


def special_functions(tape):
    """Names of the functions on a tape that JavaScript lacks, each a script for its page."""
    return sorted({op[0] for op in tape["ops"]} & SPECIAL)
