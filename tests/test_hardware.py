"""Chips and practices: figures in base units, what no chip can be, rounds of an all-reduce."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import (
    IDEAL,
    Chip,
    Practice,
    chip,
    chips,
    dragonfly_rounds,
    one_round,
    switch_rounds,
)
from lib.units import KiB, MiB

TINY = Chip("tiny", memory=1e9, bandwidth=1e12, compute={"int8": 1e14}, price=100)
KEYS = sorted(chips())


# -- the ratios of the second document ----------------------------------------------


def test_the_document_s_ratios_follow_from_the_figures_it_states():
    groq, h100 = chip("groq_document"), chip("h100_document")
    assert h100.memory / groq.memory == pytest.approx(400, rel=0.05)
    assert groq.bandwidth / h100.bandwidth == pytest.approx(25, rel=0.05)
    assert h100.peak("fp16") / groq.peak("fp16") == pytest.approx(5, rel=0.06)


def test_the_document_s_price_follows_from_the_ratio_of_fp16_operations():
    groq, h100 = chip("groq_document"), chip("h100_document")
    by_operations = h100.price * groq.peak("fp16") / h100.peak("fp16")
    assert round(by_operations, -3) == groq.price


def test_the_document_s_h100_is_no_product():
    stated = chip("h100_document")
    assert chip("h100_sxm").memory < stated.memory < chip("h200_sxm").memory
    assert stated.bandwidth == chip("h100_sxm").bandwidth


def test_the_document_s_230_megabytes_are_the_paper_s_220_mebibytes():
    assert chip("groq_document").memory == pytest.approx(chip("groq_lpu").memory, rel=0.004)


def test_sram_chips_read_all_they_hold_in_microseconds_and_hbm_chips_in_milliseconds():
    for key in ("groq_lpu", "groq_lpu_isca", "groq_document", "lp30", "wse3", "stratix_v_d5"):
        assert chip(key).memory / chip(key).bandwidth < 5e-6, key
    for key in ("h100_sxm", "h200_sxm", "a100_sxm", "rtx_4090", "mi300x", "b200"):
        assert 0.02 < chip(key).memory / chip(key).bandwidth < 0.05, key


# -- the table ----------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_every_chip_of_the_table_is_a_chip_and_knows_its_key(key):
    found = chip(key)
    assert found.key == key and found.name
    assert found is chip(key)


@pytest.mark.parametrize("key", KEYS)
def test_every_figure_lies_in_the_range_that_sources_give(key):
    found = chip(key)
    for name in ("memory", "bandwidth", "power", "price", "cost", "link_bandwidth", "sold"):
        value = getattr(found, name)
        if value is not None:
            low, high = found.range(name)
            assert low <= value <= high, name


@pytest.mark.parametrize("key", KEYS)
def test_no_chip_is_slower_in_fewer_bits(key):
    compute = chip(key).compute
    order = [p for p in ("fp16", "fp8", "fp4") if p in compute]
    assert [compute[p] for p in order] == sorted(compute[p] for p in order)
    if {"fp16", "int8"} <= compute.keys():
        assert compute["fp16"] < compute["int8"]
    if {"fp16", "bf16"} <= compute.keys():
        assert compute["fp16"] == compute["bf16"]


@pytest.mark.parametrize("key", KEYS)
def test_a_chip_with_a_rate_for_four_bits_computes_in_them(key):
    made = chip(key)
    assert made.four_bits == ("fp4" in made.compute)
    assert made.but(compute={"fp4": 1e15}).four_bits == 1


@pytest.mark.parametrize("key", KEYS)
def test_a_chip_is_made_for_less_than_it_is_sold_for(key):
    if chip(key).cost is not None:
        assert chip(key).range("cost")[1] < chip(key).range("price")[0]


def test_an_unknown_chip_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="chips: got 'tpu'; takes one of .*groq_lpu"):
        chip("tpu")


# -- bytes as they are reported, and hosts that are counted once --------------------------------


@pytest.mark.parametrize(
    ("key", "mebibytes", "sold"),
    [
        ("h100_sxm", 81_559, 80e9), ("h200_sxm", 143_771, 141e9), ("b200", 183_359, 180e9),
        ("rtx_4090", 24_564, 24e9), ("mi300x", 206_141_652_992 / MiB, 192e9),
    ],
)  # fmt: skip
def test_a_gpu_holds_what_its_driver_reports_which_is_more_than_its_maker_s_gb(
    key, mebibytes, sold
):
    card = chip(key)
    assert card.memory == mebibytes * MiB
    assert card.sold == sold
    # The GB of these cards are GiB, less a reserve for the driver.
    assert 0.98 < card.memory / (sold / 1e9 * 2**30) <= 1


def test_the_230_megabytes_of_an_lpu_are_binary_and_none_are_kept_back():
    assert chip("groq_lpu").memory == 220 * MiB


def test_prices_and_powers_that_include_a_host_say_so():
    assert chip("b200").includes_host == ("price",)
    assert chip("wse3").includes_host == ("price", "power")
    assert chip("h100_sxm").includes_host == ()


def test_a_price_that_is_given_is_the_chip_s_alone():
    changed = chip("wse3").but(price=1e6)
    assert changed.includes_host == ("power",)
    assert changed.but(power=2e4).includes_host == ()
    assert chip("wse3").but(price=1e6, includes_host=("price",)).includes_host == ("price",)
    assert chip("wse3").but(bandwidth=1e15).includes_host == ("price", "power")


def test_cards_without_links_of_their_own_are_marked():
    assert [key for key in KEYS if chip(key).links == "host"] == ["l40s", "rtx_4090", "rtx_5090"]
    with pytest.raises(ValueError, match="^links: got 'air'; takes one of own, host"):
        TINY.but(links="air")
    with pytest.raises(ValueError, match="^includes_host: got 'cost'; takes one of price, power"):
        TINY.but(includes_host=("cost",))


# -- a chip made up in a chapter ----------------------------------------------------


def test_a_precision_that_the_chip_lacks_is_refused_with_those_it_has():
    with pytest.raises(ValueError, match="precision: got 'fp16'; tiny takes one of int8"):
        TINY.peak("fp16")
    with pytest.raises(ValueError, match="precision: got 'int8'; Groq 3"):
        chip("lp30").peak("int8")


def test_a_figure_that_is_not_known_is_asked_for():
    with pytest.raises(ValueError, match="power: tiny has no figure for it; give one with but"):
        TINY.known("power")
    with pytest.raises(ValueError, match="power: tiny"):
        TINY.range("power")
    assert TINY.but(power=50).known("power") == 50


@pytest.mark.parametrize("name", ["colour", "compute", "name", ""])
def test_a_field_that_is_no_figure_is_refused(name):
    with pytest.raises(ValueError, match="name: got .*; takes one of memory"):
        TINY.known(name)


def test_without_a_range_a_field_ranges_over_its_value():
    assert TINY.range("price") == (100, 100)


@given(st.floats(1, 1e6))
def test_a_changed_field_has_no_range_any_more_and_the_others_keep_theirs(price):
    changed = chip("groq_lpu").but(price=price)
    assert changed.range("price") == (price, price)
    assert changed.range("power") == chip("groq_lpu").range("power")
    assert chip("groq_lpu").range("price") != (price, price)


def test_a_sweep_is_one_chip_with_an_array():
    sizes = np.array([1e8, 1e9, 1e10])
    swept = TINY.but(memory=sizes)
    assert swept.memory is sizes
    assert (swept.memory / swept.bandwidth).tolist() == [1e-4, 1e-3, 1e-2]


def test_compute_cannot_be_changed_from_outside():
    rates = {"int8": 1e14}
    made = Chip("made", memory=1, bandwidth=1, compute=rates)
    rates["fp16"] = 1e13
    assert list(made.compute) == ["int8"]
    with pytest.raises(TypeError):
        made.compute["fp16"] = 1e13


@pytest.mark.parametrize("name", ["memory", "bandwidth", "power", "link_bandwidth", "sold"])
@pytest.mark.parametrize("bad", [0, -1, math.nan, "80 GB", [1e9, 0]])
def test_a_size_or_rate_that_is_not_above_zero_is_refused_by_name(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        TINY.but(**{name: bad})


@pytest.mark.parametrize("name", ["memory", "bandwidth"])
def test_a_chip_needs_memory_and_bandwidth(name):
    with pytest.raises(ValueError, match=f"^{name}: got None"):
        TINY.but(**{name: None})


@pytest.mark.parametrize("name", ["price", "cost"])
@pytest.mark.parametrize("bad", [-1, math.nan, "$100"])
def test_a_negative_price_is_refused_by_name(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        TINY.but(**{name: bad})


def test_a_chip_may_cost_nothing():
    assert TINY.but(price=0, cost=0).price == 0


@pytest.mark.parametrize("bad", [{}, None, 1e14, [("int8", 1e14)]])
def test_compute_must_be_operations_by_precision(bad):
    with pytest.raises(ValueError, match="^compute: got"):
        TINY.but(compute=bad)


def test_compute_at_an_unknown_precision_or_rate_is_refused():
    with pytest.raises(ValueError, match="precision: got 'fp3'"):
        TINY.but(compute={"fp3": 1e14})
    with pytest.raises(ValueError, match=r"compute\[int8\]: got 0"):
        TINY.but(compute={"int8": 0})


def test_a_field_that_a_chip_does_not_have_cannot_be_changed():
    with pytest.raises(TypeError, match="colour"):
        TINY.but(colour="green")


# -- rounds of an all-reduce ------------------------------------------------------------------


@given(st.integers(1, 8), st.floats(1, 1e9), st.floats(1, 1e9))
def test_a_longer_message_takes_no_fewer_rounds_and_at_most_twice_as_many(tensor, one, other):
    short, long = switch_rounds(tensor, sorted((one, other)))
    assert np.log2(tensor) <= short <= long <= 2 * np.log2(tensor)


def test_two_chips_always_take_one_shot_and_more_share_long_messages():
    assert switch_rounds(2, 1e9) == 1
    assert list(switch_rounds(4, [512 * KiB - 1, 512 * KiB])) == [2, 4]
    assert list(switch_rounds(8, [256 * KiB - 1, 256 * KiB])) == [3, 6]
    # three chips follow the rule of four, five that of eight
    assert list(switch_rounds(3, [512 * KiB - 1, 512 * KiB]) / np.log2(3)) == [1, 2]
    assert list(switch_rounds(5, [256 * KiB - 1, 256 * KiB]) / np.log2(5)) == [1, 2]
    assert switch_rounds(1, 1e6) == 0


def test_a_dragonfly_takes_one_hop_in_a_node_three_in_a_group_and_five_beyond():
    widths = [1, 2, 8, 9, 264, 265, 10_440]
    assert list(dragonfly_rounds(widths, 1)) == [0, 1, 1, 3, 3, 5, 5]
    assert [dragonfly_rounds(n, 1e9) for n in widths] == [0, 1, 1, 3, 3, 5, 5]
    with pytest.raises(ValueError, match="^tensor: got 10441; takes chips from 1 to 10,440"):
        dragonfly_rounds(10_441, 1)


ROUNDS = [switch_rounds, dragonfly_rounds, one_round]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_chip_alone_makes_no_round(rounds):
    assert rounds(1, 16) == 0 and rounds(np.array([1, 2]), 16).tolist() == [0, 1]


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("tensor", [0, 2.5, -1, math.nan, "eight", [2, 0]])
def test_rounds_among_no_number_of_chips_are_refused(rounds, tensor):
    with pytest.raises(ValueError, match="^tensor: got"):
        rounds(tensor, 1)


@pytest.mark.parametrize("rounds", [switch_rounds, dragonfly_rounds])
@pytest.mark.parametrize("message", [0, -1, math.nan, "long", [1, 0]])
def test_an_all_reduce_of_no_bytes_is_refused(rounds, message):
    with pytest.raises(ValueError, match="^message: got"):
        rounds(2, message)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_rounds_keep_the_labels_of_arrays(rounds):
    xarray = pytest.importorskip("xarray", reason="xarray is not installed; the models need none")
    # Of equal lengths, so that labels alone tell which axis is which.
    tensor, message = np.array([1, 2, 4, 8]), np.array([1e3, 2e5, 4e5, 8e5])
    got = rounds(xarray.DataArray(tensor, dims="tensor"), xarray.DataArray(message, dims="message"))
    expected = rounds(tensor[:, None], message) * np.ones((4, 4))
    got = got * xarray.DataArray(np.ones((4, 4)), dims=("tensor", "message"))
    np.testing.assert_array_equal(got.transpose("tensor", "message"), expected)


# -- practice -------------------------------------------------------------------------------------

shares = st.floats(0.01, 1)


def test_the_ideal_reaches_every_peak_and_waits_for_nothing():
    efficiencies = (IDEAL.bandwidth_efficiency, IDEAL.kv_efficiency, IDEAL.compute_efficiency)
    assert efficiencies == (1, 1, 1) and IDEAL.memory_share == 1
    assert (IDEAL.layer_overhead, IDEAL.step_overhead, IDEAL.request_overhead) == (0, 0, 0)
    assert (IDEAL.latency([1, 2, 64], 1e6) == 0).all()


@given(st.floats(0, 1e-3), st.sampled_from(ROUNDS), st.integers(1, 64), st.floats(1, 1e8))
def test_a_latency_is_its_rounds(round_latency, rounds, tensor, message):
    made = Practice(round_latency=round_latency, rounds=rounds)
    assert made.latency(tensor, message) == round_latency * rounds(tensor, message)


@given(shares, shares, shares)
def test_the_cache_is_read_like_the_weights_unless_it_has_a_share_of_its_own(one, other, own):
    assert Practice(bandwidth_efficiency=one).kv_efficiency == one
    follows = Practice(bandwidth_efficiency=one).but(layer_overhead=1e-6)
    assert follows.but(bandwidth_efficiency=other).kv_efficiency == other
    given_ = Practice(bandwidth_efficiency=one, kv_efficiency=own)
    assert given_.kv_efficiency == given_.but(bandwidth_efficiency=other).kv_efficiency == own
    assert given_.but(kv_efficiency=None).kv_efficiency == one


def test_a_changed_practice_is_no_longer_the_fitted_one():
    fitted = Practice(fitted="25 rows", errors={"H100": (0.01, 25)})
    changed = fitted.but(layer_overhead=1e-6)
    assert fitted.errors["H100"] == (0.01, 25)
    assert changed.fitted == "" and dict(changed.errors) == {}
    assert changed.but(fitted="one row").fitted == "one row"
    with pytest.raises(TypeError):
        fitted.errors["H100"] = (0, 0)


@pytest.mark.parametrize(
    "name", ["bandwidth_efficiency", "kv_efficiency", "compute_efficiency", "memory_share"]
)
@pytest.mark.parametrize("bad", [0, -0.1, 1.01, math.nan, "most", [0.5, 0]])
def test_a_share_that_is_none_is_refused_by_name(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        Practice(**{name: bad})
    with pytest.raises(ValueError, match=f"^{name}: got"):
        IDEAL.but(**{name: bad})


@pytest.mark.parametrize(
    "name", ["round_latency", "layer_overhead", "step_overhead", "request_overhead"]
)
@pytest.mark.parametrize("bad", [-1e-9, math.nan, math.inf, "short", None, [0, -1]])
def test_an_overhead_below_nothing_is_refused_by_name(name, bad):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        Practice(**{name: bad})


def test_rounds_must_be_a_function():
    with pytest.raises(ValueError, match="^rounds: got 3; takes a function of tensor and message"):
        Practice(rounds=3)
