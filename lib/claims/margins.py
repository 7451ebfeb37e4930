"""Checks of Part II: prices and power, what chips cost to make, and margins."""

from lib.claims import ROUGHLY_WITHIN, check
from lib.claims.inputs import fact, stated
from lib.economics.cost import bill, capital_per_rate
from lib.evidence.generations import price_by_operations
from lib.tables import figure
from lib.units import year

BILLION = 1e9

# -- prices and power ---------------------------------------------------------------


def make_ratio(s):
    """How many times as much an H100 costs to make: by the least estimate of a Groq card's."""
    return s.h100.cost / s.lpu.range("cost")[0]


check("card-price", lambda s: price_by_operations(s.lpu, s.h100, "fp16"))
check("h100-price", lambda s: s.h100.price, range=lambda s: s.h100.range("price"))
check(
    "h100-has-a-premium",
    lambda s: s.h100.price > 2 * s.h100.cost,
    markup=lambda s: s.h100.price / s.h100.cost,
)
check("thermal-design-power", lambda s: s.lpu.power, range=lambda s: s.lpu.range("power"))
check(
    "power-like-the-rtx-4090",
    lambda s: abs(s.lpu.power / s.rtx_4090.power - 1) <= ROUGHLY_WITHIN,
    share=lambda s: s.lpu.power / s.rtx_4090.power,
)

# -- at cost price ----------------------------------------------------------------


def owned(s):
    """The bill of LPUs at cost price for a batch, electricity included."""
    cards = s.at_cost.lpu
    return bill(cards, s.chips(s.batch), s.batch * s.speed, terms=s.terms)


def half_electricity(s):
    """Years after which electricity is half of that bill."""
    made = owned(s)
    return s.terms.lifetime * made.purchase_per_token / made.electricity_per_token / year


check(
    "not-ten-times-cheaper",
    lambda s: 1 < make_ratio(s) < 10,
    ratios=lambda s: (s.h100.cost / s.lpu.cost, make_ratio(s)),
)
check(
    "groq-make-cost",
    book=lambda s: s.lpu.range("cost")[0] <= s.lpu.cost,
    estimate=lambda s: s.lpu.range("cost")[0],
)
check("h100-make-cost", lambda s: s.h100.cost)
check(
    "cluster-at-cost-price",
    lambda s: s.at_cost.capital(s.batch),
    chips=lambda s: s.chips(s.batch),
)
check("cost-at-cost-price", lambda s: s.at_cost.cost(s.batch))
check(
    "seven-times-cheaper",
    lambda s: s.h100_cost / s.at_cost.cost(s.batch),
    cost=lambda s: s.at_cost.cost(s.batch),
)
check(
    "electricity-is-the-larger-part",
    lambda s: owned(s).electricity_share > 1 / 2,
    share=lambda s: owned(s).electricity_share,
    lifetime=lambda s: s.terms.lifetime / year,
    even=half_electricity,
)
check("h100-a-fifteenth", lambda s: s.h100.price / s.h100.cost)
check(
    "h100-cost-at-cost-price",
    lambda s: s.at_cost.h100_cost,
    short=lambda s: capital_per_rate(s.h100.cost, s.short_rate),
)
check(
    "half-of-groqs",
    lambda s: s.at_cost.cost(s.batch) / s.at_cost.h100_cost,
    costs=lambda s: (s.at_cost.cost(s.batch), s.at_cost.h100_cost),
)

# -- companies, and the author --------------------------------------------------------


def near_alibaba():
    """NVIDIA's revenue over Alibaba's in that quarter."""
    return stated("nvidia_quarter") / stated("alibaba_quarter")


check(
    "nvidia-net-margin",
    lambda s: 100 * s.net_margin,
    quarter=lambda s: stated("nvidia_profit") / stated("nvidia_quarter"),
)
check(
    "nvidia-revenue-near-alibaba",
    book=lambda s: near_alibaba() >= 1 - ROUGHLY_WITHIN,
    billions=lambda s: [stated(f"{name}_quarter") / BILLION for name in ("nvidia", "alibaba")],
    share=lambda s: near_alibaba(),
)
check(
    "seven-hundred-billion",
    lambda s: s.altman_plan / BILLION,
    trillions=lambda s: [
        getattr(figure("document", "altman_plan"), end) / 1e12 for end in ("low", "high")
    ],
)
check("eight-years-earlier", document=lambda s: fact("years_since_document") / year)
