"""Data sheets: every figure of the tables with its source, by the name that the text cites."""

import re

import pytest
from pybtex.database import parse_file

from lib import tables
from lib.book.datasheets import (
    balance_of,
    chip_sheet,
    chip_sheets,
    chips_overview,
    cited,
    model_sheet,
    model_sheets,
    models_overview,
    names_and_year,
)
from lib.hardware import Chip, chip
from lib.transformer import transformer

CHIPS, MODELS = list(tables.load("chips")), list(tables.load("transformers"))


def test_a_source_is_cited_by_its_authors_and_year_as_a_reader_of_bibtex_has_them():
    for key, entry in parse_file(tables.BIBLIOGRAPHY).entries.items():
        people = [" ".join(map(str, p.prelast_names + p.rich_last_names))
                  for p in entry.persons["author"]]  # fmt: skip
        many = len(people) > 2 or people[-1] == "others"
        names = f"{people[0]} et al." if many else " and ".join(people)
        assert names_and_year(key) == (names, entry.fields.get("year", "")), key
        assert not re.search(r"[{}\\]", cited(key))


def test_one_two_and_many_authors():
    assert cited("ling2025lpu") == "Ling 2025"
    assert cited("gray1987") == "Gray and Putzolu 1987"
    assert cited("williams2009") == "Williams et al. 2009"
    assert cited("abts2020") == "Abts et al. 2020"  # its list of authors ends in "and others"


def test_an_unknown_source_is_refused():
    with pytest.raises(ValueError, match="key: got 'nobody1900'"):
        cited("nobody1900")


@pytest.mark.parametrize("key", CHIPS)
def test_the_sheet_of_a_chip_has_every_figure_of_the_table(key):
    row = tables.row("chips", key)
    words = ("name", "compute", "links", "includes_host")
    figures = [f for f in row if f not in words] + list(row["compute"])
    assert len(chip_sheet(key).rows) == len(figures)


def test_a_figure_keeps_its_value_range_source_and_note():
    memory = chip_sheet("groq_lpu").rows[0]
    assert memory["value"] == "230.7 MB" and "220 MiB" in memory["range"]
    assert memory["cited"] == "Abts et al. 2022" and memory["told"].startswith(", abstract")
    price = next(r for r in chip_sheet("h100_sxm").rows if r["figure"] == "price")
    assert price["range"] == "$25,000 to $40,000" and "as of 2024-02-21" in price["told"]


def test_notes_name_sources_and_chips_and_not_their_keys():
    for sheets in (chip_sheets(), model_sheets()):
        shown = re.sub(r"<caption>.*?</caption>|<[^>]*>", "", sheets.data)
        for key in [*parse_file(tables.BIBLIOGRAPHY).entries, *CHIPS]:
            if any(sign.isdigit() or sign == "_" for sign in key):
                assert not re.search(rf"\b{re.escape(key)}\b", shown), key


def test_each_source_is_marked_so_that_a_page_can_link_it():
    every = [*map(chip_sheet, CHIPS)], [*map(model_sheet, MODELS)]
    for sheets, shown in zip(every, (chip_sheets(), model_sheets()), strict=True):
        sources = [row["source"] for sheet in sheets for row in sheet.rows]
        assert re.findall(r'data-source="([^"]+)"', shown.data) == sources


@pytest.mark.parametrize("key", MODELS)
def test_the_sheet_of_a_model_says_where_its_shape_comes_from(key):
    sheet, model = model_sheet(key), transformer(key)
    assert sheet.rows[0]["source"] == tables.row("transformers", key)["source"]
    assert str(model.layers) in sheet.rows[0]["value"]


def test_a_cache_of_latent_vectors_is_called_so_whatever_picks_among_them():
    heads = {line[0]: line[2] for line in models_overview().rows}
    latent = {name for name, text in heads.items() if text.endswith("latent")}
    keys = ("deepseek_v3", "deepseek_r1", "deepseek_v2_lite", "deepseek_v3_2", "kimi_k2",
            "glm_4_7_flash", "glm_5")  # fmt: skip
    assert latent == {transformer(key).name for key in keys}
    assert heads[transformer("deepseek_v3_2").name] == "128 / latent"
    assert heads[transformer("mixtral_8x7b").name] == "32 / 8"


def test_the_overviews_have_a_line_for_every_row_of_the_tables():
    assert [line[0] for line in chips_overview().rows] == [chip(key).name for key in CHIPS]
    assert [line[0] for line in models_overview().rows] == [transformer(k).name for k in MODELS]
    for overview in (chips_overview(), models_overview()):
        assert all(len(line) == len(overview.head) for line in overview.rows)
        assert overview._repr_html_().count("data-label") == len(overview.rows) * (
            len(overview.head) - 1
        )


def test_a_chip_is_compared_at_one_byte_a_number_where_it_can():
    assert balance_of(chip("rtx_5090"))[0] == "fp8"
    assert balance_of(chip("wse3"))[0] == "fp16"
    with pytest.raises(ValueError, match="card: odd has none"):
        balance_of(Chip("odd", memory=1e9, bandwidth=1e12, compute={"fp4": 1e12}))
