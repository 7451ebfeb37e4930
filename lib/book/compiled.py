"""A model as one compiled loop, made of the tape that a trace of it leaves.

NumPy goes through memory once for each operation of a model; ``Compiled`` goes through it once,
for all of them, and refuses what the model refuses. The tape (``lib.book.trace``) is written out
as a function in Python that numba compiles: what depends on no axis stands before the loops, what
varies from row to row in the outer one, the rest in the inner one.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np


@dataclass(frozen=True, eq=False)
class Compiled:
    """A model as one loop of machine code: a function of arrays by name.

    Arguments: ``tape`` of the model (``lib.book.trace``), and the ``function`` that was traced.
    Called with every input by name, numbers or arrays that broadcast, it returns the outputs by
    name, arrays of one shape: to the last bit what NumPy finds one operation after the other, but
    for powers and logarithms, in the memory that the outputs take. It is compiled at the first
    call, and anew for inputs that vary along other axes. Takes numba (the extra ``sweep``).

    Raises what the function raises, where one of its checks fails at any point.

    >>> from lib.book.trace import trace
    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment, decode
    >>> from lib.transformer import transformer
    >>> two = Deployment(chip("h100_sxm"), transformer("llama3_70b"), tensor=2)
    >>> def step(batch, context):
    ...     return {"time": decode(two, batch, context).time}
    >>> fast = Compiled(trace(step, ("batch", "context")), step)
    >>> load = {"batch": np.array([[1.0], [64.0]]), "context": np.array([1024.0, 2048.0])}
    >>> bool(np.all(fast(**load)["time"] == step(**load)["time"]))
    True
    """

    tape: Mapping
    function: Callable

    @cached_property
    def _text(self):
        return json.dumps(dict(self.tape))

    def __call__(self, **inputs):
        names, wanted = self.tape["inputs"], self.tape["outputs"]
        shape = np.broadcast_shapes(*(np.shape(inputs[name]) for name in names))
        every = [np.broadcast_to(inputs[name], shape) for name in names]
        # Rows that are long enough for a loop; what varies from row to row is one number in it.
        axis = next((n for n in range(len(shape), 0, -1) if np.prod(shape[n:]) >= 256), 0)
        size = int(np.prod(shape[:axis])), int(np.prod(shape[axis:]))
        kinds, laid = zip(*(_laid(x, axis, size) for x in every), strict=True)
        kernel, truths = _kernel(self._text, kinds)
        found = {name: np.empty(shape, bool if k in truths else float)
                 for name, k in wanted.items()}  # fmt: skip
        row = kernel(*laid, *(x.reshape(size) for x in found.values()))
        if row < size[0]:
            where = np.unravel_index(row, shape[:axis]) if axis else ()
            self.function(**{name: x[where] for name, x in zip(names, every, strict=True)})
            raise RuntimeError("the tape refuses what its function does not")
        return found


def _laid(x, axis, size):
    """How an input lies in rows and columns: one number, one a row, one a column, or all."""
    by_row, by_column = any(x.strides[:axis]), any(x.strides[axis:])
    if x.size and not (by_row or by_column):
        return "", float(x.flat[0])
    if by_row and by_column:
        return "[i, j]", np.ascontiguousarray(x, float).reshape(size)
    first = x[..., *(0,) * (x.ndim - axis)] if by_row else x[(0,) * axis]
    return "[i]" if by_row else "[j]", np.ascontiguousarray(first, float).ravel()


_SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "floor_divide": "//",
          "remainder": "%", "power": "**"}  # fmt: skip
_TRUTHS = {"greater": ">", "greater_equal": ">=", "less": "<", "less_equal": "<=", "equal": "==",
           "not_equal": "!=", "logical_and": "&", "logical_or": "|"}  # fmt: skip
_GREATER = {"maximum": ">", "minimum": "<"}
_ASKED = ("isfinite", "isinf", "isnan", "logical_not")


@lru_cache
def _kernel(text, kinds):
    """A tape's loop, compiled, and which values are truths; it returns the first row refused."""
    try:
        import numba
    except ImportError:
        raise ImportError("a compiled sweep takes numba: the extra space-for-time[sweep]") from None
    tape = json.loads(text)
    lines, truths = _lines(tape, kinds)
    inputs = [f"x{n}" for n in range(len(kinds))]
    outputs = [f"o{n}" for n in range(len(tape["outputs"]))]
    fine = " & ".join(_truth(check["ok"], truths) for check in tape["checks"]) or "True"
    stored = zip(outputs, tape["outputs"].values(), strict=True)
    code = [
        f"def kernel({', '.join(inputs + outputs)}):", *lines[0],
        f" for i in range({outputs[0]}.shape[0]):", "  refused = 0", *lines[1],
        f"  for j in range({outputs[0]}.shape[1]):", *lines[2],
        f"   refused |= 0 if {fine} else 1", *(f"   {o}[i, j] = {_name(k)}" for o, k in stored),
        "  if refused:", "   return i", f" return {outputs[0]}.shape[0]",
    ]  # fmt: skip
    scope = {"np": np} | {_name(-1 - n): float(x) for n, x in enumerate(tape["constants"])}
    exec("\n".join(code), scope)  # made of the names above, nothing that was handed in
    return numba.njit(error_model="numpy", nogil=True)(scope["kernel"]), truths


def _name(operand):
    return f"v{operand}" if operand >= 0 else f"c{-1 - operand}"


def _truth(operand, truths):
    return _name(operand) if operand in truths else f"({_name(operand)} != 0)"


def _lines(tape, kinds):
    """The tape's lines before the rows, in a row and at a point, and which values are truths."""
    lines, levels, truths = ([], [], []), [], set()

    def write(level, text):
        lines[level].append(f"{' ' * (level + 1)}v{len(levels)} = {text}")
        levels.append(level)

    for n, kind in enumerate(kinds):
        write({"": 0, "[i]": 1}.get(kind, 2), f"x{n}{kind}")
    for name, *operands in tape["ops"]:
        its = [f"(1.0 if v{k} else 0.0)" if k in truths else _name(k) for k in operands]
        if name in ("logical_and", "logical_or", "logical_not"):
            its = [_truth(k, truths) for k in operands]
        if name == "where":
            text = f"{its[1]} if {_truth(operands[0], truths)} else {its[2]}"
        elif name in _GREATER:  # of NaN and a number NaN, as NumPy
            a, b = its
            text = f"{a} if ({a} {_GREATER[name]} {b}) | ({a} != {a}) else {b}"
        elif sign := (_SIGNS | _TRUTHS).get(name):
            text = f"{its[0]} {sign} {its[1]}"
        elif hasattr(np, name):
            text = f"np.{name}({', '.join(its)})"
        else:
            raise ValueError(f"tape: got {name}; takes functions of NumPy alone")
        if name in _TRUTHS or name in _ASKED:
            truths.add(len(levels))
        write(max((levels[k] for k in operands if k >= 0), default=0), text)
    return lines, truths
