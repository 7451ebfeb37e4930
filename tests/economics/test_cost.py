"""Cost: the document's dollars by a second way, and the laws that any price must keep."""

import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.economics.cost import (
    Capacity,
    Terms,
    bill,
    capital_per_rate,
    decode_bill,
    frontier,
    sweet_spot,
)
from lib.hardware import IDEAL, chip
from lib.spatial.placement import (
    by_layers,
    by_stages,
    chips_short,
    held,
    requests_that_fit,
    require_room,
)
from lib.spatial.roofline import Deployment, decode, prefill
from lib.transformer import transformer
from lib.units import GB, MB, hour, kWh, year

NAN = float("nan")
H100, LPU = chip("h100_sxm"), chip("groq_lpu")
LLAMA = transformer("llama2_70b")
DOCUMENT = Capacity(price=6000, memory=230 * MB, weights=70 * GB, request=0.625 * GB, speed=500)
H100_COST = 30_000 / 425

prices = st.floats(1, 1e6)
batches = st.integers(1, 10**6)
capacities = st.builds(
    Capacity,
    price=prices,
    memory=st.integers(10**6, 10**12),
    weights=st.integers(10**8, 10**13),
    request=st.integers(10**4, 10**11),
    speed=st.floats(0.1, 1e5),
)
terms_ = st.builds(
    Terms,
    lifetime=st.floats(0.1 * year, 20 * year),
    utilisation=st.floats(0.01, 1),
    electricity=st.floats(0, 1).map(lambda x: x / kWh),
    pue=st.floats(1, 3),
    host_price=st.floats(0, 1e5),
    host_power=st.floats(0, 1e3),
    load=st.floats(0.01, 1),
)


def chips_that_fit(total, memory):
    """Chips counted up until they hold so many whole bytes, in whole numbers."""
    count = 0
    while count * memory < total:
        count += 1
    return count


# -- the document's dollars ------------------------------------------------------------


def test_3600_dollars_a_token_per_second_for_a_cluster_that_serves_one():
    # One user pays for every chip that holds the weights: 305 of them, called 300.
    chips = chips_that_fit(70 * 10**9, 230 * 10**6)
    assert DOCUMENT.entry == chips * 6000 == 1_830_000
    assert capital_per_rate(300 * 6000, 500) == 3600
    assert DOCUMENT.entry / 500 == 3660


def test_61_dollars_a_token_per_second_at_batch_128():
    chips = chips_that_fit(70 * 10**9 + 128 * 625 * 10**6, 230 * 10**6)
    assert DOCUMENT.chips(128) == chips == 653
    assert DOCUMENT.cost(128) == pytest.approx(float(Fraction(653 * 6000, 128 * 500)))
    assert f"{DOCUMENT.cost(128):.0f}" == f"{652 * 6000 / 64_000:.0f}" == "61"


def test_71_dollars_for_an_h100_and_fifty_times_as_much_for_one_user():
    assert f"{capital_per_rate(30_000, 425):.1f}" == "70.6"
    assert round(capital_per_rate(1_800_000, 500) / capital_per_rate(30_000, 425)) == 51


def test_the_floor_is_the_price_of_one_more_request():
    # Beyond any batch, each request adds its own bytes and its own rate, nothing else.
    here, there = 10**6, 2 * 10**6
    added = DOCUMENT.exact_chips(there) - DOCUMENT.exact_chips(here)
    assert DOCUMENT.floor == pytest.approx(6000 * added / ((there - here) * 500))
    assert f"{DOCUMENT.floor:.1f}" == "32.6"
    # With three whole chips a request, as the document rounds: $36.
    assert 3 * 6000 / 500 == 36 > DOCUMENT.floor


def test_cost_price_takes_the_lpu_to_10_dollars_and_the_h100_to_5():
    assert f"{replace(DOCUMENT, price=1000).cost(128):.1f}" == "10.2"
    assert f"{capital_per_rate(2000, 425):.1f}" == "4.7"
    assert H100_COST / capital_per_rate(2000, 425) == pytest.approx(15)
    assert round(H100_COST / replace(DOCUMENT, price=1000).cost(128)) == 7


def test_an_h100_token_by_hand():
    # $30,000 over four years of 425 tokens/s at 60%, 700 W at 10 cents.
    terms = Terms(utilisation=0.6, electricity=0.10 / kWh, pue=1.3)
    got = bill(H100.but(price=30_000), chips=1, rate=425, terms=terms)
    hours = 4 * 365.25 * 24
    tokens = 425 * 3600 * hours * 0.6
    dollars = 30_000 + 0.7 * 1.3 * hours * 0.10
    assert got.per_million_tokens == pytest.approx(1e6 * dollars / tokens)
    assert got.electricity_share == pytest.approx(0.7 * 1.3 * hours * 0.10 / dollars)
    assert got.joules_per_token == pytest.approx(700 * 1.3 / (425 * 0.6))


@given(st.integers(298, 2000), st.integers(1, 4096))
def test_by_bytes_alone_the_requests_that_chips_hold_are_held_and_one_more_is_not(chips, context):
    request = LLAMA.kv_bytes(context, "int8")
    byte_by_byte = Capacity(6000, LPU.memory, LLAMA.weight_bytes("int8"), request, 300)
    if chips < 300:
        short = rf"^chips: got {chips}; the weights take 300, {300 - chips} chips short"
        with pytest.raises(ValueError, match=short):
            byte_by_byte.requests(chips)
        return
    fit = int(byte_by_byte.requests(chips))
    kept = [LLAMA.parameters + n * 2 * 80 * 8 * 128 * context for n in (fit, fit + 1)]
    assert kept[0] <= chips * 220 * 2**20 < kept[1]
    assert byte_by_byte.chips(fit) <= chips < byte_by_byte.chips(fit + 1)


def test_the_worst_of_many_counts_is_told_with_its_own_shortage():
    two = DOCUMENT.but(memory=[230e6, 460e6])
    with pytest.raises(ValueError, match=r"^chips: got 290; the weights take 305, 15 chips short"):
        two.requests([290, 149])
    with pytest.raises(ValueError, match=r"^chips: got 100; the weights take 153, 53 chips short"):
        two.requests([290, 100])
    assert two.requests([653, 653]).tolist() == [128, 368]


# -- hosts, counted once ------------------------------------------------------------------


def test_a_price_that_includes_its_host_is_not_charged_for_another():
    b200, wafer, h100 = chip("b200"), chip("wse3"), chip("h100_sxm")
    host = Terms(host_price=10_000, host_power=500, pue=1.25)
    assert bill(h100, 8, 1, terms=host).capital == 8 * (33_810 + 10_000)
    assert bill(b200, 8, 1, terms=host).capital == 8 * b200.price
    assert bill(b200, 8, 1, terms=host).power == 8 * (b200.power + 500) * 1.25
    assert bill(wafer, 1, 1, terms=host).capital == wafer.price
    assert bill(wafer, 1, 1, terms=host).power == wafer.power * 1.25
    # A card that is bought alone has its host to pay.
    assert bill(b200.but(price=30_000), 8, 1, terms=host).capital == 8 * 40_000


# -- the capacity model --------------------------------------------------------------------


@given(capacities, batches)
def test_whole_chips_hold_weights_and_requests_and_one_fewer_do_not(capacity, batch):
    total = int(capacity.weights) + batch * int(capacity.request)
    assume(total < 2**53)
    assert capacity.chips(batch) == math.ceil(Fraction(total, int(capacity.memory)))
    assert capacity.chips(batch) >= capacity.exact_chips(batch)


@given(capacities, batches)
def test_cost_per_token_falls_with_batch_before_chips_are_rounded_up(capacity, batch):
    # Strictly, where doubles can tell: the weights' share must not drown in the last bit.
    assume(batch * (batch + 1) * capacity.request / capacity.weights < 1e12)
    assert capacity.exact_cost(batch + 1) < capacity.exact_cost(batch)


@given(capacities, batches)
def test_whole_chips_cost_at_most_one_chip_more_than_exact_ones(capacity, batch):
    rate = batch * capacity.speed
    extra = capacity.cost(batch) - capacity.exact_cost(batch)
    slack = 1e-9 * capacity.cost(batch)
    assert -slack <= extra <= capacity.price / rate + slack


@given(capacities, batches, batches)
def test_chips_never_decrease_with_batch(capacity, a, b):
    low, high = sorted((a, b))
    assert capacity.chips(low) <= capacity.chips(high)
    assert capacity.capital(low) <= capacity.capital(high)


def test_whole_chips_make_the_cost_rise_at_some_batches():
    # Why the law is one of exact chips: one request more may take a whole chip more.
    costs = replace(DOCUMENT, weights=1e6, request=1e6).cost(np.arange(1, 1000))
    assert (np.diff(costs) > 0).any()
    assert (
        np.diff(replace(DOCUMENT, weights=1e6, request=1e6).exact_cost(np.arange(1, 1000))) < 0
    ).all()


@given(capacities)
def test_the_cost_tends_to_the_floor_from_above(capacity):
    assert capacity.exact_cost(1) > capacity.floor
    many = 1e6 * max(capacity.weights / capacity.request, 1.0)
    assert capacity.exact_cost(many) == pytest.approx(capacity.floor, rel=2e-6)
    assert capacity.cost(many) >= capacity.floor * (1 - 1e-12)


@given(capacities, batches)
def test_doubling_the_price_doubles_every_cost(capacity, batch):
    double = replace(capacity, price=2 * capacity.price)
    for name in ("entry", "floor"):
        assert getattr(double, name) == 2 * getattr(capacity, name)
    for name in ("capital", "cost", "exact_cost"):
        assert getattr(double, name)(batch) == 2 * getattr(capacity, name)(batch)


@given(capacities, st.floats(1.001, 1e4))
def test_at_the_break_even_batch_the_costs_meet(capacity, above):
    rival = above * capacity.floor
    batch = capacity.break_even_batch(rival)
    assert capacity.exact_cost(batch) == pytest.approx(rival, rel=1e-6)
    assert capacity.exact_cost(1.01 * batch) < rival < capacity.exact_cost(0.99 * batch)


@given(capacities, st.floats(1e-3, 1))
def test_no_batch_meets_a_rival_at_or_below_the_floor(capacity, share):
    assert capacity.break_even_batch(share * capacity.floor) == np.inf


def test_the_lpu_meets_the_h100_between_batch_96_and_97():
    costs = DOCUMENT.exact_cost(np.arange(1, 200))
    first = int(np.argmax(costs <= H100_COST)) + 1
    assert math.ceil(DOCUMENT.break_even_batch(H100_COST)) == first == 97


@given(capacities, batches, st.floats(0.01, 1e6))
def test_at_the_break_even_price_and_speed_the_costs_meet(capacity, batch, rival):
    price = capacity.break_even_price(batch, rival)
    assert replace(capacity, price=price).exact_cost(batch) == pytest.approx(rival)
    speed = capacity.break_even_speed(batch, rival)
    assert replace(capacity, speed=speed).exact_cost(batch) == pytest.approx(rival)


# -- bills -----------------------------------------------------------------------------------

counts, rates = st.integers(1, 10**5), st.floats(0.01, 1e7)


@given(counts, rates, terms_)
def test_a_token_costs_its_purchase_and_its_electricity(chips, rate, terms):
    got = bill(LPU, chips, rate, terms=terms)
    assert got.per_token == pytest.approx(got.purchase_per_token + got.electricity_per_token)
    assert got.per_million_tokens == pytest.approx(1e6 * got.per_token)
    assert 0 <= got.electricity_share <= 1
    # A lifetime's tokens cost what was bought and what was drawn in that time.
    tokens = rate * terms.utilisation * terms.lifetime
    drawn = chips * (215 * terms.load + terms.host_power) * terms.pue * terms.lifetime
    bought = chips * (19948 + terms.host_price)
    assert got.per_token * tokens == pytest.approx(bought + drawn * terms.electricity)


@given(counts, rates, terms_)
def test_doubling_every_price_doubles_every_cost(chips, rate, terms):
    double = replace(terms, host_price=2 * terms.host_price, electricity=2 * terms.electricity)
    once = bill(LPU, chips, rate, terms=terms)
    twice = bill(LPU.but(price=2 * LPU.price), chips, rate, terms=double)
    for name in ("capital", "capital_per_rate", "purchase_per_token", "electricity_per_token",
                 "per_token", "per_million_tokens"):  # fmt: skip
        assert getattr(twice, name) == pytest.approx(2 * getattr(once, name), rel=1e-12)
    assert twice.joules_per_token == once.joules_per_token
    assert twice.electricity_share == pytest.approx(once.electricity_share)


@given(counts, rates, terms_, st.integers(2, 50))
def test_more_copies_cost_a_token_the_same(chips, rate, terms, copies):
    one, many = (bill(LPU, n * chips, n * rate, terms=terms) for n in (1, copies))
    assert many.per_token == pytest.approx(one.per_token)
    assert many.capital == pytest.approx(copies * one.capital)


@given(counts, rates, terms_)
def test_half_the_utilisation_doubles_what_a_token_costs(chips, rate, terms):
    whole = bill(LPU, chips, rate, terms=terms)
    half = bill(LPU, chips, rate, terms=replace(terms, utilisation=terms.utilisation / 2))
    assert half.per_token == pytest.approx(2 * whole.per_token)
    assert half.capital_per_rate == whole.capital_per_rate


def test_without_electricity_its_share_is_nothing_and_with_all_of_it_everything():
    assert bill(LPU, 1, 1).electricity_share == 0
    assert bill(LPU.but(price=0), 1, 1, terms=Terms(electricity=1 / kWh)).electricity_share == 1
    assert bill(LPU.but(price=0), 1, 1).electricity_share == 0
    assert list(bill(LPU.but(price=0), np.ones(2), 1).electricity_share) == [0, 0]


def test_a_longer_life_tends_to_electricity_alone():
    terms = Terms(electricity=0.1 / kWh, lifetime=1e9 * year)
    assert bill(LPU, 1, 1, terms=terms).per_token == pytest.approx(215 * 0.1 / kWh, rel=1e-5)


def test_the_meter_reads_a_kilowatt_hour_an_hour_at_a_kilowatt():
    got = bill(LPU.but(power=1000.0, price=0), 1, 1 / hour, terms=Terms(electricity=0.25 / kWh))
    assert got.per_token == pytest.approx(0.25)


@given(st.integers(1, 500), st.integers(0, 4096), terms_)
def test_a_decode_bill_is_the_bill_of_its_step(batch, context, terms):
    eight = Deployment(H100, LLAMA, tensor=8)
    got = decode_bill(eight, batch, context, terms)
    assert got.chips == 8
    assert got.rate == pytest.approx(batch * got.speed)
    assert got.capital == pytest.approx(8 * (33_810 + terms.host_price))


def test_a_rate_of_one_request_is_its_speed():
    assert bill(LPU, 1, 240).speed == 240
    assert bill(LPU, 1, 240, speed=24).speed == 24


# -- sweet spot ------------------------------------------------------------------------------


@given(st.lists(st.floats(0, 1e6), min_size=3, max_size=30))
def test_the_sweet_spot_is_cheapest_and_inside_where_both_ends_are_dearer(costs):
    batch, cost, inside = sweet_spot(np.arange(1, len(costs) + 1), costs)
    assert cost == min(costs) == costs[batch - 1]
    assert inside == (costs[0] > cost < costs[-1])


def test_the_documents_curve_has_no_sweet_spot():
    batch = np.arange(1, 2001)
    assert sweet_spot(batch, DOCUMENT.exact_cost(batch))[0::2] == (2000, False)


def test_a_curve_that_ends_flat_has_no_sweet_spot():
    assert not sweet_spot([1, 2, 3], [3.0, 1.0, 1.0])[2]


# -- arrays -----------------------------------------------------------------------------------

ROW, COLUMN = np.array([[1], [40], [300]]), np.array([[1, 1024, 2048, 4096]])
EIGHT = Deployment(H100, LLAMA, tensor=8)
UNLIKE = Deployment(H100, transformer("gpt_oss_120b"), tensor=8, stages=5)


def document(**fields):
    return replace(DOCUMENT, **fields)


CALLS = {
    "capital_per_rate": lambda a, b: capital_per_rate(a, b),
    "chips": lambda a, b: document(memory=b * 1e6).chips(a),
    "exact_chips": lambda a, b: document(weights=b * 1e9).exact_chips(a),
    "capital": lambda a, b: document(price=b).capital(a),
    "cost": lambda a, b: document(speed=b).cost(a),
    "exact_cost": lambda a, b: document(request=b * 1e6).exact_cost(a),
    "entry": lambda a, b: document(price=a, weights=b * 1e9).entry,
    "floor": lambda a, b: document(speed=a, request=b * 1e6).floor,
    "break_even_batch": lambda a, b: document(price=b).break_even_batch(a),
    "break_even_price": lambda a, b: DOCUMENT.break_even_price(a, b),
    "break_even_speed": lambda a, b: DOCUMENT.break_even_speed(a, b),
    "bill, per_token": lambda a, b: bill(LPU, a, b, terms=Terms(electricity=1e-8)).per_token,
    "bill, prices": lambda a, b: bill(LPU.but(price=a, power=b), 9, 9).capital_per_rate + 0 * b,
    "bill, electricity_share": lambda a, b: (
        bill(LPU, 9, 9, terms=Terms(electricity=a * 1e-9, host_power=b)).electricity_share
    ),
    "bill, terms": lambda a, b: (
        bill(
            LPU, 9, 9, terms=Terms(lifetime=a * year, utilisation=1 / b, pue=a, electricity=1e-8)
        ).per_million_tokens
    ),
    "bill, joules": lambda a, b: (
        bill(LPU, 9, 9, terms=Terms(load=1 / a, host_price=b, host_power=b)).joules_per_token
    ),
    "requests": lambda a, b: document(memory=b * 1e9).requests(100 + a),
    "decode_bill": lambda a, b: decode_bill(EIGHT, a, b).per_token,
    "decode_bill, capital": lambda a, b: decode_bill(EIGHT, a, b).capital_per_rate,
}


@pytest.mark.parametrize("name", CALLS)
def test_arrays_broadcast_to_what_numbers_give_one_by_one(name):
    got = CALLS[name](ROW, COLUMN)
    assert got.shape == (3, 4)
    one_by_one = [[float(CALLS[name](int(a), int(b))) for b in COLUMN[0]] for a in ROW[:, 0]]
    np.testing.assert_allclose(got, one_by_one, rtol=1e-13)


def test_lists_are_arrays():
    assert list(replace(DOCUMENT, price=[6000, 1000]).cost([128, 128])) == [
        DOCUMENT.cost(128),
        replace(DOCUMENT, price=1000).cost(128),
    ]
    got = bill(LPU, [1, 2], [1, 2], terms=Terms(electricity=[1e-8, 0], pue=[1, 2]))
    assert got.per_token.shape == (2,)


def test_narrow_whole_numbers_do_not_overflow():
    exact = Capacity(6000, 230_000_000, 70_000_000_000, 671_088_640, 500)
    assert exact.chips(np.array([128], np.int16)) == exact.chips(128) == 678


# -- bad input ----------------------------------------------------------------------------------

GOOD = {"price": 6000, "memory": 230e6, "weights": 70e9, "request": 0.6e9, "speed": 500}
NOT_POSITIVE = (0, -1, NAN, "much", None, True, [1, 0])
NEGATIVE = (-1, NAN, "much", None, [1, -1])


@pytest.mark.parametrize(
    "make, name, value",
    [
        *((Capacity, "price", v) for v in NEGATIVE),
        *(
            (Capacity, n, v)
            for n in ("memory", "weights", "request", "speed")
            for v in NOT_POSITIVE
        ),
        *((Terms, "lifetime", v) for v in NOT_POSITIVE),
        *((Terms, n, v) for n in ("utilisation", "load") for v in (*NOT_POSITIVE, 1.01)),
        *((Terms, "pue", v) for v in (0.99, NAN, "much", None, [1, 0.5])),
        *((Terms, n, v) for n in ("electricity", "host_price", "host_power") for v in NEGATIVE),
    ],
)
def test_a_record_that_cannot_be_is_refused_by_name(make, name, value):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        make(**{**(GOOD if make is Capacity else {}), name: value})


@pytest.mark.parametrize("value", NOT_POSITIVE)
@pytest.mark.parametrize(
    "call, name",
    [
        (lambda v: capital_per_rate(1, v), "rate"),
        (DOCUMENT.cost, "batch"),
        (DOCUMENT.exact_cost, "batch"),
        (DOCUMENT.break_even_batch, "rival"),
        (lambda v: DOCUMENT.break_even_price(v, 1), "batch"),
        (lambda v: DOCUMENT.break_even_price(1, v), "rival"),
        (lambda v: DOCUMENT.break_even_speed(v, 1), "batch"),
        (lambda v: DOCUMENT.break_even_speed(1, v), "rival"),
        (lambda v: bill(LPU, v, 1), "chips"),
        (lambda v: bill(LPU, 1, v), "rate"),
        (lambda v: decode_bill(EIGHT, v, 1), "batch"),
    ],
)
def test_what_must_be_above_zero_is_refused_by_name(call, name, value):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        call(value)


@pytest.mark.parametrize(
    "call, name",
    [
        *((lambda v=v: capital_per_rate(v, 1), "capital") for v in NEGATIVE),
        *((lambda v=v: DOCUMENT.chips(v), "batch") for v in NEGATIVE),
        *((lambda v=v: DOCUMENT.exact_chips(v), "batch") for v in NEGATIVE),
        *((lambda v=v: DOCUMENT.capital(v), "batch") for v in NEGATIVE),
        *((lambda v=v: DOCUMENT.requests(v), "chips") for v in (0, 400.5, NAN, "many", [400, 299])),
        (lambda: frontier(EIGHT, [1, 2]), "context"),
        (lambda: frontier(EIGHT, 4097), "context"),
        (lambda: frontier(EIGHT, 0), "context"),
        *((lambda v=v: bill(LPU, 1, 1, speed=v), "speed") for v in (0, -1, NAN)),
        (lambda: bill(LPU.but(price=None), 1, 1), "price"),
        (lambda: bill(LPU.but(power=None), 1, 1), "power"),
        *((lambda v=v: decode_bill(EIGHT, 1, v), "context") for v in (-1, 4097, NAN)),
        (lambda: sweet_spot([1, 2], [1, 2]), "batch"),
        (lambda: sweet_spot([1, 2, 3], [1, 2]), "cost"),
        (lambda: sweet_spot([[1, 2, 3]], [[1, 2, 3]]), "batch"),
        (lambda: sweet_spot([0, 1, 2], [1.0, 2.0, 3.0]), "batch"),
        (lambda: sweet_spot([1, 2, 3], [1.0, NAN, 3.0]), "cost"),
        (lambda: sweet_spot([1, 2, 3], [1.0, -1.0, 3.0]), "cost"),
    ],
)
def test_a_bad_argument_is_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}: "):
        call()


# -- labelled and lazy arrays ---------------------------------------------------------------

WORK_UNCHANGED = {
    "time": lambda a, b: decode(EIGHT, a, b).time,
    "binds": lambda a, b: decode(EIGHT, a, b).binds,
    "time in a pipeline": lambda a, b: decode(EIGHT.but(stages=79), a, b).time,
    "time to the first token": lambda a, b: prefill(EIGHT, b, a).time,
    "cost": lambda a, b: document(price=b).cost(a),
    "break_even_batch": lambda a, b: document(price=b).break_even_batch(a),
    "per_token": lambda a, b: bill(LPU, a, b, terms=Terms(electricity=1e-8)).per_token,
    "electricity_share": lambda a, b: decode_bill(EIGHT, a, b).electricity_share,
    "by_layers": lambda a, b: by_layers(LPU, LLAMA, "int8", a, b).chips,
    "by_stages": lambda a, b: by_stages(LPU, LLAMA, "int8", 27, a, b).chips,
    "requests_that_fit": lambda a, b: requests_that_fit(
        EIGHT.but(chip=H100.but(memory=a * 1e12)), b
    ),
    "held": lambda a, b: held(EIGHT, a, b),
    "chips_short": lambda a, b: chips_short(EIGHT.but(chip=LPU), a, b),
    "unlike stages": lambda a, b: decode(UNLIKE.but(stages=np.minimum(a, 36)), 99, b).time,
    "unlike stages, chips_short": lambda a, b: chips_short(UNLIKE.but(chip=LPU), a, b),
    "tensor": lambda a, b: decode(EIGHT.but(tensor=a, attention="context"), 99, b).time,
}


@pytest.mark.parametrize("name", WORK_UNCHANGED)
def test_labelled_arrays_give_what_plain_ones_give(name):
    xarray = pytest.importorskip("xarray", reason="xarray is not installed; the book needs none")
    call = WORK_UNCHANGED[name]
    got = call(
        xarray.DataArray(ROW[:, 0], dims="batch"), xarray.DataArray(COLUMN[0], dims="context")
    )
    assert name == "binds" or set(got.dims) == {"batch", "context"}
    got = got if name == "binds" else got.transpose("batch", "context")
    np.testing.assert_array_equal(got, call(ROW, COLUMN))


# What Dask computes later it computes out of reach of a model's np.errstate.
@pytest.mark.filterwarnings("ignore:divide by zero encountered in divide")
@pytest.mark.parametrize("name", [name for name in WORK_UNCHANGED if name != "binds"])
def test_lazy_arrays_give_what_plain_ones_give_and_stay_lazy(name):
    dask = pytest.importorskip("dask.array", reason="Dask is not installed; the book needs none")
    call = WORK_UNCHANGED[name]
    got = call(dask.from_array(ROW, chunks=2), dask.from_array(COLUMN, chunks=2))
    assert isinstance(got, dask.Array)
    np.testing.assert_array_equal(got.compute(), call(ROW, COLUMN))


# -- the frontier ---------------------------------------------------------------------


def test_a_frontier_is_the_bill_of_each_batch_that_fits():
    eight = Deployment(H100, LLAMA, tensor=8)
    bills = frontier(eight, 4096)
    fits = requests_that_fit(eight, 4096)
    batch = bills.rate / bills.speed
    assert batch[0] == pytest.approx(1) and batch[-1] == pytest.approx(fits)
    for at in (0, 20, -1):
        one = decode_bill(eight, round(batch[at]), 4096)
        assert bills.capital_per_rate[at] == pytest.approx(one.capital_per_rate)


def test_80_stages_of_5_lpus_are_billed_for_no_more_requests_than_the_fullest_stage_holds():
    few = Deployment(LPU, LLAMA, tensor=5, stages=80, attention="context")
    bills = frontier(few, 4096)
    assert (bills.rate / bills.speed).round(9).tolist() == [1, 2, 3, 4]
    assert (bills.chips, bills.capital) == (400, 400 * LPU.price)
    with pytest.raises(ValueError, match="is 80 Groq LPU short"):
        require_room(few, 5, 4096)


def test_a_frontier_ends_where_the_engine_s_share_of_the_memory_does():
    one = Deployment(H100, LLAMA, practice=IDEAL.but(memory_share=0.9))
    bills = frontier(one, 4096)
    assert max(bills.rate / bills.speed) == pytest.approx(11)


@given(st.integers(1, 4096), st.integers(1, 5000))
def test_speed_falls_and_the_price_of_a_rate_never_rises_along_a_frontier(context, most):
    bills = frontier(Deployment(H100, LLAMA, tensor=8), context, most)
    assert np.all(np.diff(bills.speed) < 0)
    # Where compute binds, each request costs the same: level but for float noise.
    assert np.all(bills.capital_per_rate[1:] <= bills.capital_per_rate[:-1] * (1 + 1e-12))


def test_a_cache_of_twice_the_bytes_ends_a_frontier_at_half_the_requests():
    eight = Deployment(H100, LLAMA, tensor=8)
    wide = Deployment(H100, LLAMA, tensor=8, kv_precision="fp16")
    most, half = (max(b.rate / b.speed) for b in (frontier(d, 4096) for d in (eight, wide)))
    assert abs(most - 2 * half) <= 1.001


def test_a_frontier_without_room_for_a_request_is_refused():
    full = H100.but(memory=LLAMA.weight_bytes("int8") + 1)
    with pytest.raises(ValueError, match="with 1 requests of 4,096 tokens is 1 H100 SXM short"):
        frontier(Deployment(full, LLAMA), 4096)
    with pytest.raises(ValueError, match="most: got 0"):
        frontier(Deployment(H100, LLAMA, tensor=8), 4096, most=0)


def test_a_capacity_with_a_field_changed_keeps_the_others():
    changed = DOCUMENT.but(speed=300)
    assert changed.speed == 300 and changed.request == DOCUMENT.request
    with pytest.raises(ValueError, match="speed: got 0"):
        DOCUMENT.but(speed=0)


@pytest.mark.parametrize(
    "field", ["lifetime", "utilisation", "electricity", "pue", "host_price", "host_power", "load"]
)
def test_terms_in_a_list_are_as_many_bills(field):
    values = {"pue": [1.0, 1.5]}.get(field, [0.25, 1.0])
    card = chip("h100_sxm").but(price=30_000)

    def cost(value):
        terms = Terms(**{"electricity": 2e-8, field: value})
        return bill(card, 8, 1000, terms=terms).per_million_tokens

    assert cost(values) == pytest.approx([cost(value) for value in values])
