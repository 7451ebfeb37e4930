"""What a chapter prints: dollar signs, tables, and the same text every time."""

import numpy as np
import pandas as pd
import pytest

from lib.book.display import DOLLAR, say, table
from lib.book.figures import human
from lib.book.inputs import Number
from lib.book.reading import said
from lib.units import dollars, quantity

CHIPS = [{"chip": "LPU", "price": 20000, "memory": 0.23}, {"chip": "H100", "price": 30000}]


def test_every_dollar_sign_is_escaped_once():
    assert say("from $3 to \\$2").data == f"from {DOLLAR}3 to {DOLLAR}2"
    assert repr(say("from $3")) == "from $3"
    assert say("x")._repr_mimebundle_() == {"text/markdown": "x", "text/plain": "x"}


@pytest.mark.parametrize("text", ["", "  ", None, 3])
def test_say_takes_a_sentence(text):
    with pytest.raises(ValueError, match="^text"):
        say(text)


def test_numbers_stand_to_the_right_and_names_to_the_left():
    html = table(CHIPS)._repr_html_()
    assert '<td style="text-align:left">LPU</td>' in html
    assert '<td class="number" style="text-align:right">20,000</td>' in html
    assert '<th scope="col" class="number" style="text-align:right">price</th>' in html
    assert 'class="book-table mathjax_ignore"' in html


def test_what_is_missing_is_a_dash_and_never_nan():
    assert "–" in repr(table(CHIPS)) and "nan" not in repr(table(CHIPS)).lower()
    assert "nan" not in repr(table(pd.DataFrame(CHIPS))).lower()


def test_whole_numbers_stay_whole_beside_a_missing_one():
    assert "20,000" in repr(table([{"a": 20000}, {"b": 1}]))


def test_formats_apply_by_column():
    text = repr(table(CHIPS, formats={"price": "${:,.0f}", "chip": str.lower}))
    assert "$20,000" in text and "lpu" in text


def test_an_index_is_shown_only_if_it_has_a_name():
    frame = pd.DataFrame({"price": [1, 2]}, index=["a", "b"])
    assert "<td" in table(frame)._repr_html_() and ">a<" not in table(frame)._repr_html_()
    named = table(frame.rename_axis("chip"))._repr_html_()
    assert '<th scope="row" style="text-align:left">a</th>' in named


def test_markup_in_cells_and_captions_is_text():
    html = table([{"a<b": "<i>&"}], caption="1 < 2")._repr_html_()
    assert "<i>" not in html and "a&lt;b" in html and "<caption>1 &lt; 2</caption>" in html


def test_the_same_rows_print_the_same():
    one, other = table(CHIPS), table(pd.DataFrame(CHIPS))
    assert repr(one) == repr(other) and one._repr_html_() == other._repr_html_()


def test_numbers_print_as_people_read_them():
    text = repr(table([{"v": v} for v in (np.int64(1234567), 0.123456, -2.5, 12345.6, np.nan)]))
    assert [line.strip() for line in text.splitlines()] == [
        "v", "1,234,567", "0.123", "−2.5", "12,346", "–",
    ]  # fmt: skip


def test_a_debt_reads_alike_in_sentences_tables_ticks_and_boxes():
    """What is negative has a minus, and before the dollar sign; a word that begins so does not."""
    cells = repr(table([{"v": -3.0}], formats={"v": "${:,.0f}"})).splitlines()[1]
    box = Number("Price", "$", -9, 9, start=-3).text(-3)
    assert {cells, dollars(-3), human(-3, "$"), said(-3, "$"), box} == {"−$3"}
    cells = repr(table([{"v": -0.03}], formats={"v": "{:+.0%}"})).splitlines()[1]
    box = Number("Share", "%", -9, 9, start=0).text(-3)
    assert {cells, said(-0.03, ".0%"), human(-3, "%"), box} == {"−3%"}
    assert said(-3) == human(-3) == "−3" and quantity(-3, "s") == human(-3, "s") == "−3 s"
    assert "-n" in repr(table([{"flag": "-n"}], formats={"flag": "{}"}))


def test_bad_tables_name_the_argument():
    with pytest.raises(ValueError, match="^rows"):
        table([])
    with pytest.raises(ValueError, match="^formats"):
        table(CHIPS, formats={"pice": "{}"})
