"""Chips: the figures of the table in base units, and what no chip can be."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import Chip, chip, chips

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
    for name in ("memory", "bandwidth", "power", "price", "cost", "link_bandwidth"):
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
def test_a_chip_is_made_for_less_than_it_is_sold_for(key):
    if chip(key).cost is not None:
        assert chip(key).range("cost")[1] < chip(key).range("price")[0]


def test_an_unknown_chip_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="chips: got 'tpu'; takes one of .*groq_lpu"):
        chip("tpu")


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


@pytest.mark.parametrize("name", ["memory", "bandwidth", "power", "link_bandwidth"])
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
