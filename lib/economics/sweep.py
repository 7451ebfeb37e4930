"""Sweep: every machine that could be built, priced under every assumption, in one call.

A question such as "where do chips with SRAM win?" has many knobs: how a model is cut over
chips, how many requests share it, how long prompts are, what a chip and a kilowatt-hour cost.
Nothing is searched for. Every combination is priced, what cannot be built is marked, and the
least of the rest is the answer.

``offers`` is one function of arrays that broadcast against each other. It does not know
what kind of arrays they are: NumPy's, or xarray's with names for their dimensions, or Dask's,
which are cut in pieces and computed later, by many workers. The numbers are the same.

NumPy goes through memory once for each operation of a model. ``Compiled`` goes through it once,
for all of them: one loop, made of the model's tape, that refuses what the model refuses.

>>> from lib.hardware import chip
>>> from lib.transformer import transformer
>>> tensor, stages = [8, 16], [[20], [40]]
>>> found = offers(chip("groq_lpu"), transformer("llama3_70b"), tensor, stages, batch=80,
...                prompt=1024, output=512)
>>> found.fits
array([[False, False],
       [False,  True]])
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from lib import checks
from lib.economics.cost import bill
from lib.economics.kvcache import used_context
from lib.economics.practice import machine, owning
from lib.economics.service import serve
from lib.spatial.placement import chips_short


@dataclass(frozen=True, eq=False)
class Offers:
    """What machines offer, each an array: see ``offers``.

    ``time`` in seconds a token of one answer, ``cost`` in dollars a million tokens of all
    answers, ``fits`` whether the machine holds its requests.
    """

    time: float
    cost: float
    fits: bool


def offers(card, model, tensor, stages, batch, prompt, output,
           precision="int8", attention="heads", **terms):  # fmt: skip
    """Time and cost of a token on every machine of a sweep, and whether it can be built.

    Arguments: ``card`` with a price, which may be an array, and ``model``; ``tensor`` chips
    that share a layer and ``stages`` of layers; ``batch`` requests under way; tokens of each
    ``prompt`` and ``output``; ``attention``, how chips share it (``roofline.Deployment``);
    ``terms`` of ownership that replace those of ``practice.owning``. Arrays broadcast.
    Efficiencies are those of ``practice``.

    Raises ValueError for what no machine could be; where an argument is a Dask array, when
    the result is computed. A machine that is too small for its requests is no error: its
    ``fits`` is False, and its time and cost are those it would have.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> one = offers(chip("h100_sxm"), transformer("llama3_70b"), 8, 1, 64, 1024, 512)
    >>> one.fits, one.cost < 5
    (True, True)
    """
    made = machine(card, model, precision, tensor, stages, attention=attention)
    served = serve(made, batch, prompt, output)
    owned = bill(card, made.chips, served.rate, served.speed, owning(card, **terms))
    held = chips_short(made, batch, used_context(prompt, output))
    return Offers(served.time, owned.per_million_tokens, held == 0)


def price_to_match(price, cost, rival):
    """The price of a chip at which its tokens cost as much as a rival's, from a sweep of prices.

    Arguments: ``price``, rising; ``cost`` at each of them along the last axis, rising too, and
    infinite or NaN where nothing can be built; ``rival``, the cost to match, which broadcasts
    against the other axes. Straight lines join the costs, and go on at both ends. Returns the
    price, 0 where not even a free chip is as cheap; infinity where the rival's cost is
    infinite, for nobody else offers it; NaN where the chip's own cost is infinite or NaN.

    Raises ValueError for prices or costs that do not rise, and for a rival's cost that is not
    above 0.

    >>> price_to_match(np.array([1000, 2000]), np.array([[1.0, 1.5]]), np.array([1.25]))
    array([1500.])
    """
    price = np.asarray(checks.not_negative("price", price), float)
    if price.ndim != 1 or price.size < 2 or np.any(np.diff(price) <= 0):
        raise ValueError(f"price: got {price.tolist()}; takes two prices or more, rising")
    rival = np.asarray(checks.positive("rival", rival, infinite=True), float)
    cost = np.asarray(cost, float)
    if cost.shape[-1:] != price.shape:
        raise ValueError(f"cost: got shape {cost.shape}; takes (..., {price.size}), one a price")
    with np.errstate(invalid="ignore"):  # of what cannot be built
        if np.any(np.diff(cost) <= 0):
            raise ValueError("cost: got costs that fall or stay; takes costs that rise with price")
    shape = np.broadcast_shapes(cost.shape[:-1], rival.shape)
    cost = np.broadcast_to(cost, (*shape, price.size))
    below = np.sum(cost < rival[..., None], axis=-1)
    start = np.clip(below - 1, 0, price.size - 2)

    def at(values, place):
        return np.take_along_axis(values, place[..., None], axis=-1)[..., 0]

    with np.errstate(invalid="ignore"):
        low, high = at(cost, start), at(cost, start + 1)
        step = (rival - low) / (high - low) * (price[start + 1] - price[start])
        match = np.maximum(price[start] + step, 0.0)
    return np.where(np.isfinite(low), np.where(np.isfinite(rival), match, np.inf), np.nan)


# -- a model as one compiled loop ------------------------------------------------------------


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
