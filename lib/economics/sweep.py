"""Sweep: every machine that could be built, priced under every assumption, in one call.

A question such as "where do chips with SRAM win?" has many knobs: how a model is cut over
chips, how many requests share it, how long prompts are, what a chip and a kilowatt-hour cost.
Nothing is searched for. Every combination is priced, what cannot be built is marked, and the
least of the rest is the answer.

``offers`` is one function of arrays that broadcast against each other. It does not know
what kind of arrays they are: NumPy's, or xarray's with names for their dimensions, or Dask's,
which are cut in pieces and computed later, by many workers. The numbers are the same.

>>> from lib.hardware import chip
>>> from lib.transformer import transformer
>>> tensor, stages = [8, 16], [[20], [40]]
>>> found = offers(chip("groq_lpu"), transformer("llama3_70b"), tensor, stages, batch=80,
...                prompt=1024, output=512)
>>> found.fits
array([[False, False],
       [False,  True]])
"""

from dataclasses import dataclass

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
    cost = checks.shaped("cost", np.asarray(cost, float), ..., price.size)
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
