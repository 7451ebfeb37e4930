"""Checks of Part II: speeds, what a rate of tokens costs, and who is cheaper."""

import numpy as np

from lib.claims import check
from lib.claims.inputs import Book, Document, fact, rounded, served
from lib.claims.machines import FLEETS, SERVER, fastest, placed, room, server, staged, unlinked
from lib.economics.cost import bill, capital_per_rate, decode_bill, sweet_spot
from lib.evidence import answers
from lib.spatial.roofline import decode

#: All-reduces that a lone request on ever more H100s may wait for.
SLOW, QUICK = fact("allreduce_8_h100"), fact("allreduce_4_h100_graph")


def h100_at(s, rate):
    """Dollars per (token/s) of an H100 at another rate."""
    return capital_per_rate(s.h100.price, rate)


def corrections(context=answers.CONTEXT):
    """The document's two prices of a rate at batch 128, corrected one input at a time.

    Rows of (what is corrected, LPUs, H100s), the prices in dollars per (token/s); each row
    keeps the corrections of those above it. The document's prices of cards stand until the last
    but one, where both are what was asked that winter. ``context`` is what a request then
    holds in place of 4,096 tokens, and the H100s' batch the cheapest by the measured practice.

    >>> name, lpus, h100s = corrections()[0]
    >>> name, lpus, round(h100s, 1)
    ('as the document computes it', 61.125, 70.6)
    """
    theirs, ours = Document(), Book()
    less = ours.but(context=context)
    chips = ours.chips(ours.batch), *(staged(s, s.lpu, ours.batch).chips for s in (ours, less))
    lpus = [float(capital_per_rate(ours.price * n, ours.batch * ours.speed)) for n in chips]
    h100s = [theirs.but(rate=rate).h100_cost for rate in (theirs.rate, ours.rate, ours.later_rate)]
    cheapest = answers.cheapest_rate(context)
    asked = ours.lpu.price / ours.price, ours.h100.price / answers.H100_PRICE
    host = 1 + ours.host / ours.h100.price  # beside every card, with DRAM or without
    slower = theirs.but(speed=ours.speed).cost(theirs.batch)
    return [
        ("as the document computes it", theirs.cost(theirs.batch), h100s[0]),
        (f"{ours.speed:.0f} tokens/s, this model's speed", slower, h100s[0]),
        ("GiB counted as GiB", lpus[0], h100s[0]),
        ("a stage a layer, not by bytes", lpus[1], h100s[0]),
        ("H100, 2,048 in and out, 2023", lpus[1], h100s[1]),
        ("H100 with software of 2025", lpus[1], h100s[2]),
        (f"{context:,} tokens a request", lpus[2], cheapest),
        ("prices asked that winter", asked[0] * lpus[2], asked[1] * cheapest),
        ("hosts for both", host * asked[0] * lpus[2], host * asked[1] * cheapest),
    ]


# -- speeds -----------------------------------------------------------------------


def batch_that_passes(s, practised):
    """Requests with which the fewest H100s that hold the model beat one request on Groq."""
    cards = int(placed(s, s.h100).chips)
    batches = np.arange(1, room(s, s.h100, cards) + 1)
    rates = decode(server(s, cards, practised), batches, s.context).throughput
    return batches[np.argmax(rates > s.speed)]


check("headline-speed", lambda s: s.headline)
check("speed-on-70b", lambda s: s.speed, measured=lambda s: served("groq_70b_llmperf"))
check("throughput-at-batch-128", lambda s: s.batch * s.speed)
check("h100-throughput", lambda s: s.rate)
check(
    "one-h100-slower-than-cluster",
    lambda s: s.rate < s.speed,
    ideal=lambda s: batch_that_passes(s, practised=False),
    real=lambda s: batch_that_passes(s, practised=True),
    room=lambda s: room(s, s.h100, placed(s, s.h100).chips),
)
check(
    "no-number-of-h100s",
    book=lambda s: fastest(s, SLOW) < s.speed,
    cards=FLEETS[-1],
    waits=(SLOW, QUICK),
    ideal=lambda s: [fastest(s, wait) for wait in (SLOW, QUICK)],
    real=lambda s: [fastest(s, wait, practised=True) for wait in (SLOW, QUICK)],
    fitted=lambda s: fastest(s),
)

# -- dollars per (token/s) ----------------------------------------------------------


def lone_server_cost(s, practised):
    """Dollars per (token/s) of a lone request on a server of H100s."""
    return decode_bill(server(s, practised=practised), 1, s.context).capital_per_rate


def roofline_cost(s, card):
    """Dollars per (token/s) of a server of cards at the load, by their memory alone."""
    machine = server(s, card=unlinked(card))
    return decode_bill(machine, s.batch, s.context).capital_per_rate


def rtx_4090_share(s):
    """What a 4090 costs as a share of an H100, both equally far below their rooflines."""
    return roofline_cost(s, s.rtx_4090) / roofline_cost(s, s.h100)


def costs_of_batches(s):
    """Dollars per (token/s) at every batch up to a hundred times the document's."""
    batches = np.arange(1, 100 * s.batch)
    return sweet_spot(batches, s.capacity.exact_cost(batches)), batches[-1]


def pays_at(s):
    """Requests that a thousand cards hold, and the dollars per (token/s) of these."""
    batch = s.room(s.cards)
    return batch, capital_per_rate(s.cards * s.price, batch * s.speed) if batch else np.inf


def joules(s):
    """Joules of a token on LPUs and on an H100, by design power."""
    lpus = bill(s.lpu.but(price=s.price), s.chips(s.batch), s.batch * s.speed)
    return lpus.joules_per_token, bill(s.h100, 1, s.rate).joules_per_token


check(
    "not-competitive-per-dollar",
    lambda s: s.cost(s.batch) > s.h100_cost,
    cost=lambda s: s.cost(s.batch),
    batch=lambda s: s.capacity.break_even_batch(s.h100_cost),
)
check("cost-at-batch-1", lambda s: s.cost(1), chips=lambda s: s.chips(1))
check(
    "h100-cost",
    lambda s: s.h100_cost,
    later=lambda s: h100_at(s, s.later_rate),
    short=lambda s: h100_at(s, s.short_rate),
)
check(
    "fifty-times-as-expensive",
    lambda s: s.cost(1) / s.h100_cost,
    ideal=lambda s: lone_server_cost(s, practised=False),
    real=lambda s: rounded(lone_server_cost(s, practised=True), 2),
    times=lambda s: [s.cost(1) / lone_server_cost(s, practised) for practised in (False, True)],
)
check(
    "cluster-price-at-batch-128",
    lambda s: s.capital(s.batch),
    chips=lambda s: s.chips(s.batch),
    listed=lambda s: s.listed.capital(s.batch),
)
check("cost-at-batch-128", lambda s: s.cost(s.batch), listed=lambda s: s.listed.cost(s.batch))
check(
    "slightly-below-the-h100",
    lambda s: s.cost(s.batch) < s.h100_cost,
    cost=lambda s: s.cost(s.batch),
    speed=lambda s: s.capacity.break_even_speed(s.batch, s.h100_cost),
)
check(
    "rtx-4090-at-half-the-price",
    book=lambda s: rtx_4090_share(s) <= 1 / 2,
    share=rtx_4090_share,
    twice=lambda s: 2 * rtx_4090_share(s),
)

# -- the floor --------------------------------------------------------------------

check(
    "no-sweet-spot",
    lambda s: not costs_of_batches(s)[0][2],
    least=lambda s: costs_of_batches(s)[0][1],
    last=lambda s: costs_of_batches(s)[1],
)
check("cost-floor", lambda s: s.floor, exact=lambda s: s.capacity.floor)
check(
    "floor-below-the-h100",
    lambda s: s.floor < s.h100_cost,
    turns=lambda s: capital_per_rate(s.h100.price, s.floor),
)
check(
    "floor-above-the-rtx-4090",
    # What a 4090 costs at most is another claim's; here it is the document's half.
    lambda s: s.floor > s.h100_cost / 2,
    half=lambda s: s.h100_cost / 2,
    rival=lambda s: s.h100_cost * rtx_4090_share(s),
)
check("few-tokens-per-joule", lambda s: np.greater(*joules(s)), joules=joules)

# -- the conclusion ---------------------------------------------------------------

check(
    "comparable-if-priced-by-compute",
    lambda s: 100 * s.cost(s.batch) / s.h100_cost,
    cost=lambda s: s.cost(s.batch),
    short=lambda s: h100_at(s, s.short_rate),
    # The floor is in proportion to the context.
    meets=lambda s: s.context * h100_at(s, s.short_rate) / s.floor,
)
check(
    "a-thousand-cards-pay",
    lambda s: pays_at(s)[1] < s.h100_cost,
    batch=lambda s: pays_at(s)[0],
    cost=lambda s: pays_at(s)[1],
)
check("a-thousand-cards-price", lambda s: s.cards * s.price, listed=lambda s: s.cards * s.lpu.price)
check("h100-server-price", lambda s: s.server_price, cards=lambda s: SERVER * s.h100.price)
check(
    "h100-entry-is-cheaper",
    lambda s: s.server_price < s.price * s.chips(1),
    groq=lambda s: s.price * s.chips(1),
    times=lambda s: s.price * s.chips(1) / s.server_price,
)
