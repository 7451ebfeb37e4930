"""The tables: every figure has a value, a unit and a source that the bibliography holds."""

import csv
import tomllib

import pytest
from pybtex.database import parse_file

from lib import tables
from lib.tables import BIBLIOGRAPHY, DATA, Sourced, figure, load, row
from lib.units import UNITS

TABLES = sorted(path.stem for path in DATA.glob("*.toml"))
NO_FIGURES = ("transformers", "architectures", "claims", "chapters")
FIGURES = [table for table in TABLES if table not in NO_FIGURES]
MEASUREMENTS = sorted(DATA.glob("*.csv"))


def figures(node, path=""):
    """Every figure below a node of a table, with its path."""
    if not isinstance(node, dict):
        return
    if {"value", "unit", "source"} & node.keys():
        yield path, node
    for key, child in node.items():
        yield from figures(child, f"{path}.{key}" if path else key)


def sources(node):
    """Every bibliography key that a table names, whatever the depth."""
    for key, child in node.items():
        if isinstance(child, dict):
            yield from sources(child)
        elif isinstance(child, list):
            yield from (
                found for item in child if isinstance(item, dict) for found in sources(item)
            )
        elif key in ("source", "stated_source", "file_source"):
            yield child


@pytest.fixture(scope="module")
def bibliography():
    return parse_file(BIBLIOGRAPHY).entries


# -- the tables as they stand -------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_every_source_of_a_table_is_in_the_bibliography(table, bibliography):
    assert set(sources(load(table))) <= bibliography.keys()


@pytest.mark.parametrize("path", MEASUREMENTS, ids=lambda path: path.stem)
def test_every_row_of_measurements_names_a_source_of_the_bibliography(path, bibliography):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and {measured["source"] for measured in rows} <= bibliography.keys()


@pytest.mark.parametrize("table", FIGURES)
def test_every_figure_has_a_value_a_known_unit_and_a_source(table):
    for path, node in figures(load(table)):
        read = Sourced.read(node, f"{table}.{path}")
        assert read.low <= read.value <= read.high
        assert read.source and read.unit in UNITS
        unknown = node.keys() - {"value", "unit", "source", "where", "low", "high", "date", "note"}
        assert not unknown, f"{table}.{path}: {unknown}"


@pytest.mark.parametrize("table", FIGURES)
def test_every_row_of_a_table_of_figures_has_a_name_and_a_figure(table):
    for key, fields in load(table).items():
        if table == "practice" and "figure" not in fields:
            continue  # where the figures come from, and how far off they were
        assert fields["name"], key
        assert list(figures(fields)), key


def test_what_the_document_assumes_is_sourced_to_the_document():
    for table in ("chips", "serving", "facts"):
        for key, fields in load(table).items():
            if "document" in key.split("_"):
                assert {node["source"] for _, node in figures(fields)} == {"li2024groq"}, key


def test_serving_rows_name_chips_and_models_that_the_tables_have():
    for key, fields in load("serving").items():
        assert fields["model"] in load("transformers"), key
        assert fields.get("chip", "h100_sxm") in load("chips"), key
        assert fields["basis"] in ("per request", "per chip", "whole system"), key


def test_cached_input_is_never_dearer_than_input_nor_input_than_output():
    for key, fields in load("prices").items():
        if "input" in fields:
            price = {kind: figure("prices", key, kind).value for kind in ("input", "output")}
            assert price["input"] <= price["output"], key
            if "cached" in fields:
                assert figure("prices", key, "cached").value < price["input"], key


def test_the_rack_of_the_successor_holds_what_its_chips_hold():
    rack = figure("facts", "lpx_memory").value
    assert rack == figure("facts", "lpx_chips").value * figure("chips", "lp30", "memory").value


def test_the_document_s_bandwidths_follow_from_bytes_a_cycle_and_clock():
    clock = figure("facts", "groq_clock").value
    sram = figure("facts", "groq_sram_per_cycle").value
    weights = figure("facts", "groq_weights_per_cycle").value
    bandwidth = figure("chips", "groq_lpu_isca", "bandwidth")
    assert bandwidth.value == pytest.approx(sram * clock)
    assert bandwidth.low == pytest.approx(weights * clock)


def test_the_bibliography_has_a_title_and_a_year_for_every_entry(bibliography):
    for key, entry in bibliography.items():
        assert entry.fields.get("title"), key
        assert entry.fields.get("year"), key
        assert entry.persons or entry.fields.get("key"), f"{key}: no author, and no key to sort by"


def test_every_table_is_described_beside_the_data():
    described = (DATA / "README.md").read_text(encoding="utf-8")
    for path in [*DATA.glob("*.toml"), *DATA.glob("*.csv")]:
        assert path.name in described, path.name


# -- reading a figure ---------------------------------------------------------------

GOOD = {"value": 80, "unit": "GB", "source": "anandtech2023"}


def test_a_figure_is_read_in_base_units_and_keeps_the_unit_of_the_table():
    read = Sourced.read({**GOOD, "low": 72, "high": 96, "date": "2023-11", "note": "n"}, "x")
    assert (read.value, read.low, read.high) == (80e9, 72e9, 96e9)
    assert (read.unit, read.date, read.note) == ("GB", "2023-11", "n")


def test_without_a_range_low_and_high_are_the_value():
    read = Sourced.read(GOOD, "x")
    assert read.low == read.value == read.high


@pytest.mark.parametrize("field", ["value", "unit", "source"])
def test_a_figure_without_value_unit_or_source_is_refused(field):
    lacking = {key: value for key, value in GOOD.items() if key != field}
    with pytest.raises(ValueError, match=f"memory: lacks {field}"):
        Sourced.read(lacking, "memory")


def test_an_unknown_unit_is_refused_by_name():
    with pytest.raises(ValueError, match="memory: got unit 'furlong'"):
        Sourced.read({**GOOD, "unit": "furlong"}, "memory")


@pytest.mark.parametrize("bounds", [{"low": 81}, {"high": 79}, {"low": 90, "high": 70}])
def test_a_value_outside_its_range_is_refused(bounds):
    with pytest.raises(ValueError, match="memory: got 80 outside its range"):
        Sourced.read({**GOOD, **bounds}, "memory")


@pytest.mark.parametrize("value", ["80", True, None, float("nan"), float("inf"), [80]])
def test_a_value_that_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="memory: got"):
        Sourced.read({**GOOD, "value": value}, "memory")


def test_an_empty_source_is_refused():
    with pytest.raises(ValueError, match="memory: lacks source"):
        Sourced.read({**GOOD, "source": ""}, "memory")


def test_a_misspelt_field_is_refused_by_name():
    with pytest.raises(ValueError, match="memory: got field 'hihg'"):
        Sourced.read({**GOOD, "hihg": 90}, "memory")


def test_an_unknown_table_says_which_there_are():
    with pytest.raises(ValueError, match="table: got 'chip'; takes one of .*chips"):
        load("chip")


def test_an_unknown_row_or_field_says_which_there_are():
    with pytest.raises(ValueError, match="chips: got 'h1000'; takes one of .*h100_sxm"):
        row("chips", "h1000")
    with pytest.raises(ValueError, match="chips.h100_sxm: got 'memroy'; takes one of .*memory"):
        figure("chips", "h100_sxm", "memroy")
    with pytest.raises(ValueError, match="chips.h100_sxm: got 'compute.fp2'"):
        figure("chips", "h100_sxm", "compute.fp2")
    with pytest.raises(ValueError, match="chips.h100_sxm: got 'name.first'"):
        figure("chips", "h100_sxm", "name.first")
    with pytest.raises(ValueError, match="chips.h100_sxm: got 'name'"):
        figure("chips", "h100_sxm", "name")


def test_a_table_is_read_once_and_cannot_be_changed():
    assert load("chips") is load("chips")
    with pytest.raises(TypeError):
        load("chips")["h100_sxm"] = {}


def test_the_tables_are_what_the_files_say():
    with open(tables.DATA / "chips.toml", "rb") as file:
        assert dict(load("chips")) == tomllib.load(file)


def test_a_measured_table_is_read_with_its_numbers_as_numbers():
    rows = tables.csv("published_throughput")
    assert rows.tokens_per_s.dtype.kind in "if" and not rows.source.isna().any()
    with pytest.raises(ValueError, match="^name: got 'nothing'; takes one of .*published_through"):
        tables.csv("nothing")
