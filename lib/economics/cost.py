"""Cost: dollars for a rate of tokens, and dollars for tokens.

Two questions are kept apart. What must be bought for a rate of tokens per
second: dollars per (token/s), the document's measure. And what a token costs
once power, host, lifetime and idle time are counted: dollars per million tokens.

The document's argument is the capacity model: chips are bought for the bytes of
the weights and of every request's KV cache, and every request runs at the same
speed however many there are. Per (token/s) that is

    price x (weights + batch x request) / memory / (batch x speed)

which falls with the batch towards price x request / (memory x speed). Whole
chips make it a staircase of that fall. ``bill`` puts any other speed in, such as
that of the roofline.
"""

import dataclasses
from dataclasses import dataclass
from functools import partial

import numpy as np

from lib import checks
from lib.spatial.placement import requests_that_fit, require_room, whole_chips
from lib.spatial.roofline import decode
from lib.units import year


def capital_per_rate(capital, rate):
    """Dollars of purchase per token per second.

    Arguments: ``capital`` in dollars, ``rate`` in tokens/s.

    >>> capital_per_rate(1_800_000, 500)
    3600.0
    """
    capital = checks.not_negative("capital", capital)
    return capital / checks.positive("rate", rate)


# -- the capacity model -----------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Capacity:
    """Chips bought for their bytes, each request at its own speed.

    Arguments
    ---------
    price : dollars a chip
    memory : bytes a chip
    weights : bytes of the model
    request : bytes of one request's KV cache
    speed : tokens/s of one request, at every batch

    The first two examples are what the document computes: $3,600 and $61 per
    (token/s), with 305 and 652 chips (li2024groq). It rounds 652.2 chips down.

    >>> document = Capacity(price=6000, memory=230e6, weights=70e9, request=0.625e9, speed=500)
    >>> document.chips(0), document.chips(128)
    (305.0, 653.0)
    >>> print(f"{document.cost(128):.2f} {document.floor:.2f}")
    61.22 32.61
    """

    price: float
    memory: float
    weights: float
    request: float
    speed: float

    def __post_init__(self):
        checks.keep(self, checks.not_negative, "price")
        checks.keep(self, checks.positive, "memory", "weights", "request", "speed")

    def but(self, **changes):
        """The same model with some fields changed."""
        return dataclasses.replace(self, **changes)

    def exact_chips(self, batch):
        """Chips' worth of bytes at a batch, not rounded; batch 0 is the weights alone."""
        return (self.weights + checks.not_negative("batch", batch) * self.request) / self.memory

    def chips(self, batch):
        """Whole chips that hold the weights and the KV cache of a batch."""
        batch = checks.not_negative("batch", batch)
        return whole_chips(self.weights + batch * self.request, self.memory)

    def requests(self, chips):
        """Whole requests that so many chips hold beside the weights, by bytes alone.

        Raises ValueError, saying how many chips short it is, where not even the weights fit.

        >>> Capacity(6000, 230e6, 70e9, 0.625e9, 500).requests(653)
        128.0
        """
        chips = checks.whole("chips", chips)
        short = self.chips(0) - chips

        def says():
            count, worst = (np.ravel(x + 0 * short)[np.argmax(short)] for x in (chips, short))
            return (
                f"got {count:,.0f}; the weights take {count + worst:,.0f}, {worst:,.0f} chips short"
            )

        checks.require("chips", short <= 0, says)
        return np.floor((chips * self.memory - self.weights) / self.request)

    def capital(self, batch):
        """Dollars for the chips of a batch."""
        return self.price * self.chips(batch)

    def cost(self, batch):
        """Dollars per (token/s) at a batch, with whole chips."""
        return self.capital(batch) / (checks.positive("batch", batch) * self.speed)

    def exact_cost(self, batch):
        """Dollars per (token/s) at a batch, before chips are rounded up."""
        rate = checks.positive("batch", batch) * self.speed
        return self.price * self.exact_chips(batch) / rate

    @property
    def entry(self):
        """Dollars for the chips that hold the weights: nobody is served for less."""
        return self.capital(0)

    @property
    def floor(self):
        """Dollars per (token/s) that the cost falls towards and never reaches.

        price x request / (memory x speed): the price of the KV cache alone.
        """
        return self.price * self.request / (self.memory * self.speed)

    def break_even_batch(self, rival):
        """Batch from which the exact cost is at or below a rival's dollars per (token/s).

        price x weights / memory / (speed x (rival - floor)); infinite where the
        rival lies at or below the floor.

        >>> document = Capacity(6000, 230e6, 70e9, 0.625e9, 500)
        >>> print(f"{document.break_even_batch(30_000 / 425):.1f}")
        96.2
        """
        rival = checks.positive("rival", rival)
        gain = self.speed * (rival - self.floor)
        with np.errstate(divide="ignore"):
            return self.price * self.weights / self.memory / np.maximum(gain, 0.0)

    def break_even_price(self, batch, rival):
        """Dollars a chip may cost for the exact cost to equal a rival's at a batch."""
        rival = checks.positive("rival", rival)
        return rival * checks.positive("batch", batch) * self.speed / self.exact_chips(batch)

    def break_even_speed(self, batch, rival):
        """Tokens/s a request needs for the exact cost to equal a rival's at a batch."""
        rival = checks.positive("rival", rival)
        capital = self.price * self.exact_chips(batch)
        return capital / (checks.positive("batch", batch) * rival)


# -- any deployment ---------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Terms:
    """What owning chips costs besides their price, and for how long they are used.

    Arguments
    ---------
    lifetime : seconds over which the purchase is written off
    utilisation : share of that time in which the rate of tokens is reached, (0, 1]
    electricity : dollars per joule (use units: 0.08 / kWh)
    pue : facility power over equipment power, 1 or more
    host_price : dollars of server, network and rack per chip
    host_power : watts of the same per chip
    load : share of a chip's design power that it draws while it works, (0, 1]

    >>> Terms().lifetime / year
    4.0
    """

    lifetime: float = 4 * year
    utilisation: float = 1.0
    electricity: float = 0.0
    pue: float = 1.0
    host_price: float = 0.0
    host_power: float = 0.0
    load: float = 1.0

    def __post_init__(self):
        checks.keep(self, checks.positive, "lifetime")
        checks.keep(self, checks.fraction, "utilisation", "load")
        checks.keep(self, partial(checks.at_least, low=1), "pue")
        checks.keep(self, checks.not_negative, "electricity", "host_price", "host_power")


@dataclass(frozen=True, eq=False)
class Bill:
    """What a rate of tokens costs on so many chips; see ``bill``.

    ``capital`` in dollars, ``power`` in watts at the meter, ``rate`` in tokens/s
    of all requests, ``speed`` in tokens/s of one.
    """

    chips: float
    capital: float
    power: float
    rate: float
    speed: float
    terms: Terms

    @property
    def capital_per_rate(self):
        """Dollars of purchase per (token/s)."""
        return self.capital / self.rate

    @property
    def joules_per_token(self):
        """Joules at the meter per token; idle time draws power too and is charged to tokens."""
        return self.power / (self.rate * self.terms.utilisation)

    @property
    def purchase_per_token(self):
        """Dollars of purchase in each token, over the lifetime."""
        return self.capital / (self.rate * self.terms.utilisation * self.terms.lifetime)

    @property
    def electricity_per_token(self):
        """Dollars of electricity in each token."""
        return self.joules_per_token * self.terms.electricity

    @property
    def per_token(self):
        """Dollars a token costs, purchase and electricity."""
        dollars = self.capital / self.terms.lifetime + self.power * self.terms.electricity
        return dollars / (self.rate * self.terms.utilisation)

    @property
    def per_million_tokens(self):
        """Dollars a million tokens cost."""
        return 1e6 * self.per_token

    @property
    def electricity_share(self):
        """Share of a token's cost that is electricity, from 0 to 1; 0 of a cost of nothing."""
        return self.electricity_per_token / (self.per_token + (self.per_token == 0))


def bill(chip, chips, rate, speed=None, terms=None):
    """The bill of so many chips that give ``rate`` tokens per second together.

    Arguments: a ``chip`` with a price and a power; ``chips`` and ``rate`` (any
    arrays); ``speed`` of one request in tokens/s (the rate if not
    given); ``terms`` of ownership (the purchase alone if not given). A chip whose price or
    power includes its host pays for none besides.

    Raises ValueError for a chip without price or power, and for chips, rate or
    speed that are not above 0.

    >>> from lib.hardware import chip
    >>> card = chip("h100_sxm").but(price=30_000)
    >>> print(f"{bill(card, chips=1, rate=425).capital_per_rate:.1f}")
    70.6
    """
    terms = checks.a("terms", Terms() if terms is None else terms)
    chips = checks.positive("chips", chips)
    rate = checks.positive("rate", rate)
    speed = rate if speed is None else checks.positive("speed", speed)
    checks.a("chip", chip)
    hosts = (("price", terms.host_price), ("power", terms.host_power))
    host_price, host_power = (0.0 if name in chip.includes_host else x for name, x in hosts)
    capital = chips * (chip.known("price") + host_price)
    power = chips * (chip.known("power") * terms.load + host_power) * terms.pue
    return Bill(chips, capital, power, rate, speed, terms)


def decode_bill(deployment, batch, context, terms=None):
    """The bill of a deployment that decodes at its roofline, batch by batch.

    Where a batch does not fit the deployment's memory the bill is that of a
    machine that cannot be built: check with ``placement.requests_that_fit``.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> [f"${decode_bill(eight, batch, 4096).capital_per_rate:.0f}" for batch in (1, 128)]
    ['$703', '$15']
    """
    step = decode(deployment, batch, context)
    time = step.time  # once: its parts are put together at each call
    return bill(deployment.chip, deployment.chips, step.tokens / time, 1 / time, terms)


def sweet_spot(batch, cost):
    """The batch of least cost, and whether it lies inside the range or at its end.

    Arguments: ``batch`` and ``cost``, arrays of one dimension and equal length.
    Returns ``(batch, cost, inside)``: a minimum at either end, or no lower than
    either end, is no sweet spot, the curve goes on beyond.

    Raises ValueError for arrays of other shapes and for a negative cost or NaN.

    >>> sweet_spot(np.array([1, 2, 3]), np.array([5.0, 2.0, 4.0]))
    (2, 2.0, True)
    """
    checks.positive("batch", batch)
    checks.not_negative("cost", cost)
    batch = checks.shaped("batch", batch, None)
    cost = checks.shaped("cost", cost, batch.size)
    if batch.size < 3:
        raise ValueError(f"batch: got {batch.size}; takes 3 or more")
    best = int(np.argmin(cost))
    return batch[best].item(), cost[best].item(), bool(cost[best] < min(cost[0], cost[-1]))


def frontier(deployment, context, most=4096, terms=None):
    """The bills of a deployment at every batch that its memory holds, about 80 of them.

    Along them the speed of a request falls and, mostly, so does the price of a
    rate: the curve on which cheap slow tokens and expensive fast ones lie.

    Arguments: ``context`` tokens that each request holds; ``most`` requests to
    look at. Raises ValueError, saying how many chips short it is, for a
    deployment that does not hold one request.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> bills = frontier(eight, 4096)
    >>> round(bills.speed[0]), round(bills.speed[-1])
    (385, 29)
    """
    context, most = checks.single("context", context), checks.count("most", most)
    fits = float(requests_that_fit(require_room(deployment, 1, context), context))
    batch = np.unique(np.geomspace(1, min(fits, most), 80).round())
    return decode_bill(deployment, batch, context, terms)
