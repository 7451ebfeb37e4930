"""Units: what a name is worth, and that printing loses no more than the digits it drops."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import units
from lib.units import (
    PRECISION_BYTES,
    UNITS,
    block_bytes,
    bytes_per_value,
    dollars,
    quantity,
    significant,
)

sizes = st.floats(1e-6, 1e15)
amounts = st.floats(-1e12, 1e12, allow_nan=False)
PREFIX = {"E": 1e18, "P": 1e15, "T": 1e12, "G": 1e9, "M": 1e6, "k": 1e3, "": 1.0}
PREFIX |= {"m": 1e-3, "µ": 1e-6, "n": 1e-9}


def number(text):
    return float(text.replace(",", "").replace("−", "-"))


# -- what a unit is worth -----------------------------------------------------------


def test_a_gibibyte_is_two_to_the_thirtieth_and_a_gigabyte_is_less():
    assert units.GiB == 2**30 == 1_073_741_824
    assert units.GB == 1e9 < units.GiB


def test_230_megabytes_are_220_mebibytes_to_three_digits():
    assert significant(220 * units.MiB / units.MB) == "231"
    assert significant(220 * units.MiB / units.MB, 2) == "231"
    assert 220 * units.MiB / (230 * units.MB) == pytest.approx(1, rel=0.004)


@given(st.sampled_from(sorted(UNITS)), sizes)
def test_a_value_read_in_a_unit_and_printed_in_it_is_the_value(unit, value):
    assert value * UNITS[unit] / UNITS[unit] == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("small", "large", "ratio"),
    [
        ("B", "kB", 1e3), ("kB", "MB", 1e3), ("MB", "GB", 1e3), ("GB", "TB", 1e3),
        ("TB", "PB", 1e3), ("B", "KiB", 1024), ("KiB", "MiB", 1024), ("MiB", "GiB", 1024),
        ("MB/s", "GB/s", 1e3), ("GB/s", "TB/s", 1e3), ("TB/s", "PB/s", 1e3), ("Gb/s", "GB/s", 8),
        ("Gop/s", "Top/s", 1e3), ("Top/s", "Pop/s", 1e3), ("Pop/s", "Eop/s", 1e3),
        ("ns", "us", 1e3), ("us", "ms", 1e3), ("ms", "s", 1e3), ("s", "hour", 3600),
        ("hour", "year", 8766), ("W", "kW", 1e3), ("Hz", "MHz", 1e6), ("MHz", "GHz", 1e3),
        ("ppm", "%", 1e4), ("%", "1", 100), ("$/million tokens", "$", 1e6),
    ],
)  # fmt: skip
def test_units_stand_in_their_ratios(small, large, ratio):
    assert UNITS[large] / UNITS[small] == pytest.approx(ratio, rel=1e-12)


def test_a_kilowatt_for_an_hour_costs_the_price_of_a_kilowatt_hour():
    joules = UNITS["kW"] * UNITS["hour"]
    assert joules * UNITS["$/kWh"] == pytest.approx(1)


def test_half_the_bits_take_half_the_bytes():
    assert bytes_per_value("fp32") == 2 * bytes_per_value("fp16") == 4 * bytes_per_value("int8")
    assert bytes_per_value("int8") == 2 * bytes_per_value("int4") == 2 * bytes_per_value("fp4")
    assert bytes_per_value("bf16") == bytes_per_value("fp16")
    assert bytes_per_value("fp8") == bytes_per_value("int8")


@pytest.mark.parametrize(
    ("name", "bits"),
    [("mxfp4", 4.25), ("nvfp4", 4.5), ("q8_0", 8.5), ("fp8_block", 8 + 32 / 128**2)],
)
def test_a_format_with_scales_counts_them(name, bits):
    assert 8 * bytes_per_value(name) == bits


@given(st.integers(1, 16), st.integers(1, 4096), st.integers(0, 32))
def test_a_larger_block_spreads_its_scale_over_more_numbers(bits, block, scale):
    assert bits / 8 <= block_bytes(bits, 2 * block, scale) <= block_bytes(bits, block, scale)
    assert block * block_bytes(bits, block, scale) * 8 == pytest.approx(block * bits + scale)


@pytest.mark.parametrize("bad", ["fp3", "FP16", "", None, 8, ["int8"]])
def test_an_unknown_precision_is_refused_with_those_there_are(bad):
    with pytest.raises(ValueError, match="precision: got .*; takes one of fp32, fp16"):
        bytes_per_value(bad)


def test_every_precision_has_a_width_above_zero():
    assert all(width > 0 for width in PRECISION_BYTES.values())


# -- how a quantity is printed ------------------------------------------------------


@given(sizes, st.integers(1, 6))
def test_significant_loses_at_most_half_of_its_last_digit(value, digits):
    assert number(significant(value, digits)) == pytest.approx(
        value, rel=0.5001 * 10 ** (1 - digits)
    )


@given(sizes, st.sampled_from(["B", "B/s", "op/s", "W", "s"]))
def test_a_printed_quantity_reads_back_within_half_of_its_last_digit(value, unit):
    figure, prefixed = quantity(value, unit, digits=4).split(" ")
    assert prefixed.endswith(unit)
    back = number(figure) * PREFIX[prefixed.removesuffix(unit)]
    assert back == pytest.approx(value, rel=0.51e-3)


@given(st.floats(1.0, 1e20))
def test_a_quantity_in_bytes_never_prints_a_thousand_of_a_prefix_below_exa(value):
    figure, unit = quantity(value, "B").split(" ")
    assert number(figure) < 1000 or unit == "EB"


@given(amounts)
def test_the_sign_of_an_amount_stands_before_the_dollar(value):
    text = dollars(value)
    assert re.fullmatch(r"−?\$[\d,]+(\.\d+)?M?", text)
    assert text.startswith("−") == (value < 0)


@given(st.floats(0.001, 1e12))
def test_a_printed_amount_reads_back(value):
    text = dollars(value, digits=4).removeprefix("$")
    back = number(text.removesuffix("M")) * (1e6 if text.endswith("M") else 1)
    assert back == pytest.approx(value, rel=0.51e-2)


def test_the_figures_of_the_second_document_print_as_it_prints_them():
    assert dollars(3600) == "$3,600"
    assert dollars(10.1875) == "$10.2"
    assert dollars(1_800_000) == "$1.8M"
    assert quantity(80e12, "B/s") == "80 TB/s"
    assert quantity(230 * units.MB, "B") == "230 MB"


def test_a_name_too_long_for_a_prefix_gets_none():
    assert quantity(7826, "chips") == "7,826 chips"
    assert quantity(64_000, "token/s") == "64,000 token/s"


def test_nothing_and_the_infinite_are_printed_as_such():
    assert significant(0) == "0" and quantity(0, "B") == "0 B"
    assert significant(math.inf) == "∞" and quantity(math.inf, "s") == "∞ s"
    assert significant(-math.inf) == "−∞"
    assert quantity(-1500, "W") == "−1.5 kW"


def test_an_amount_that_rounds_up_to_a_million_prints_as_one():
    assert dollars(999_999.7) == "$1M"
    assert dollars(99.97) == "$100"
    assert dollars(-2.5e6) == "−$2.5M"
