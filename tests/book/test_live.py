"""Figures that compute: what a chapter may ask, what the page is told, and the command line."""

import html
import io
import json
import math
import re

import numpy as np
import pytest

from lib import checks
from lib.book import drawn, figures, live, reading
from lib.book.live import (
    Area,
    Axis,
    Bar,
    Choice,
    Curve,
    Document,
    Level,
    Number,
    Panel,
    Point,
    Upright,
)
from tools import live_figures


@pytest.fixture(autouse=True)
def no_files(monkeypatch, tmp_path):
    """What a test draws is not kept among the book's figures."""
    monkeypatch.setattr(figures, "FIGURES", tmp_path / "figures")


def model(batch, price, kind):
    """A cost that falls with the batch; more than 400 dollars are refused."""
    price = checks.between("price", price, 0, 400)
    rate = batch if kind == "plain" else np.sqrt(batch)
    return {"cost": price / rate, "cheap": price / rate < 10, "room": price * 2}


def figure(**changes):
    """A figure of that model."""
    asked = {
        "name": "test-figure",
        "inputs": {
            "batch": Number("Batch", "", 1, 1000, start=8, whole=True),
            "price": Number("Price", "$", 0, 500, start=200),
            "kind": Choice("Kind", ("plain", "root")),
        },
        "x": Axis("Batch", over="batch"),
        "y": Axis("Cost", "$", 0.1, 1000),
        "marks": [Curve("cost", "cost", figures.LPU), Point("batch", "cost", "{cost:$}")],
        "sentence": "At {batch} it costs {cost:$}, {cheap?cheap|too much} for {price}.",
        "caption": "It falls.",
        "alt": "Cost against batch.",
    }
    return live.live(model, **asked | changes)


def test_the_start_is_written_by_the_model():
    assert "At 8 it costs $25, too much for $200." in repr(figure())
    assert "cost falls from $200 at 1 to $0.2 at 1,000" in figure().html()


def test_outputs_come_from_the_function_for_what_boxes_show():
    made = figure()
    assert made.outputs({"batch": 100})["cost"] == 2.0
    assert made.outputs({"batch": 100, "kind": "root"})["cost"] == 20.0
    with pytest.raises(ValueError, match="^price: got 450"):
        made.outputs({"price": 450})


def test_a_unit_is_worth_its_factor():
    latency = Number("Latency", "µs", 0.5, 100, start=2, factor=1e-6)
    made = live.live(
        lambda latency: {"double": 2 * latency}, name="test-unit", inputs={"latency": latency},
        x=Axis(over="latency"), y=Axis("Twice", "s", 1e-7, 1e-3), marks=[Curve("double")],
        sentence="{latency} twice is {double:s}.", caption="Twice.", alt="Twice.",
    )  # fmt: skip
    assert made.outputs({"latency": 10}) == {"double": pytest.approx(2e-5, 1e-15)}
    assert "2 µs twice is 4 µs." in repr(made)


def test_a_curve_has_a_gap_where_the_model_refuses():
    made = figure(marks=[Curve("room", "room")], x=Axis(over="price"), y=Axis("Room", "$", 0, 900))
    found = made.sweep("price", np.array([100.0, 450.0]), {})["room"]
    assert found[0] == 200 and math.isnan(found[1])


def test_choices_of_numbers_share_a_tape_and_others_have_their_own():
    made = figure()
    assert made.spec["pick"] == {"plain": 0, "root": 1}
    assert [len(t["inputs"]) for t in made.spec["tapes"]] == [2, 2]
    cards = Choice("Cards", {"8": 8, "16": 16})
    made = live.live(
        lambda cards: {"all": cards * 2}, name="test-cards", inputs={"cards": cards},
        x=Axis(names=("all",)), y=Axis("Cards", "", 0, 40), marks=[Bar("all", "all")],
        caption="All.", alt="All.",
    )  # fmt: skip
    assert len(made.spec["tapes"]) == 1 and made.outputs({"cards": "16"}) == {"all": 32}


def test_every_kind_of_mark_is_drawn_and_told():
    marks = [
        Area(1, "cost", "between", figures.H100, at=10), Curve("cost", "cost", dash="4 3"),
        Curve("cost", "root", given={"kind": "root"}, step=True, at=100, dy=8),
        Level("room", "room", figures.MUTED), Level(50, "goal"), Upright("batch", "yours"),
        Point([2, 4], np.array([100, 50]), "seen", marker="h"), Document(128, 61, "$61"),
    ]  # fmt: skip
    text = figure(marks=marks).html()
    for words in ("root falls from $200 at 1", "room: $400", "goal: $50", "yours: 8"):
        assert words in text
    bars = [Bar(n, ("cost", "room"), (figures.LPU, figures.MUTED), "{room:$}") for n in "ab"]
    sides = [Panel(Axis("Dollars", "$", 0, 900), Axis(names=("a", "b")), bars),
             Panel(Axis("Batch", over="batch"), Axis("Cost", "$", 0.1, 900), marks)]  # fmt: skip
    made = figure(x=None, y=None, marks=(), panels=sides)
    assert len(made.spec["frame"]["boxes"]) == 2 and "a: $425" in made.html()


def test_a_bar_on_an_axis_by_ratios_ends_at_its_value():
    """What it stacks begins at 0, of which such an axis shows only what lies above its low end."""
    x, y = Axis("Batch", "", 0.5, 10_000, log=True), Axis(names=("one", "parts", "from"))
    parts = Bar("parts", ("least", "batch"), (figures.LPU, figures.H100))
    marks = [Bar("one", "batch", label="{batch}"), parts, Bar("from", "batch", low="least")]
    made = live.live(
        lambda batch: {"least": 0.3 + 0 * batch}, name="test-bars", x=x, y=y, marks=marks,
        inputs={"batch": Number("Batch", "", 1, 1000, start=8)}, caption="Bars.", alt="Bars.",
    )  # fmt: skip
    _, (axes,) = drawn.axes_of(made.spec)
    panel = drawn.Panel(made, axes, made.spec["panels"][0])
    for mark in marks:
        panel.bar(mark)
    ends = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]
    assert ends == [(0.5, 8), (0.5, 0.5), (0.5, 8.3), (0.5, 8.3)]
    assert panel.told == ["one: 8", "parts: 8.3", "from: 0.3 to 8.3"]


def test_a_parametric_curve_runs_over_its_input():
    made = figure(
        x=Axis("Room", "$", 0, 1000), marks=[Curve("cost", "c", x="room", over="price")],
    )  # fmt: skip
    assert "c rises from $0 at $0" in made.html().replace("0 at 0", "$0 at $0")


@pytest.mark.parametrize(
    "change, name",
    [
        ({"name": "No Name"}, "name"),
        ({"caption": "no full stop"}, "caption"),
        ({"alt": ""}, "alt"),
        ({"inputs": {"batch": 8}}, "inputs: batch"),
        ({"sentence": "{nothing}"}, "name: .'nothing'."),
        ({"marks": [Curve("nothing")]}, "name: .'nothing'."),
        ({"y": Axis("Cost", "$")}, "Cost: got no low and high"),
        ({"sentence": "{cost"}, "template"),
        ({"sentence": "{cheap?yes|no"}, "template"),
        ({"x": Axis("", "", 1, 2)}, "fig: the x axis"),
    ],
)
def test_bad_input_names_the_argument(change, name):
    with pytest.raises(ValueError, match=f"^{name}"):
        figure(**change)


def test_a_start_out_of_range_or_refused_is_refused():
    inputs = {"batch": Number("Batch", "", 1, 10, start=20), "price": Number("Price", "$", 0, 9, 1),
              "kind": Choice("Kind", ("plain",))}  # fmt: skip
    with pytest.raises(ValueError, match="^batch: got start=20"):
        figure(inputs=inputs)
    inputs["batch"] = Number("Batch", "", 1, 1000, start=8)
    inputs["price"] = Number("Price", "$", 0, 500, start=450)
    with pytest.raises(ValueError, match="^price: got 450"):
        repr(figure(inputs=inputs))


def test_too_many_tapes_are_refused():
    inputs = {"batch": Number("Batch", "", 1, 10, start=2), "price": Number("Price", "$", 0, 9, 1),
              "kind": Choice("Kind", [f"k{n}" for n in range(65)])}  # fmt: skip
    with pytest.raises(ValueError, match="65 tapes"):
        figure(inputs=inputs)


def test_stored_it_has_no_script_and_in_jupyter_it_does(monkeypatch):
    assert "<script data-live>" not in figure()._repr_mimebundle_()["text/html"]
    monkeypatch.delenv("BOOK_STORED")
    text = figure()._repr_mimebundle_()["text/html"]
    assert text.count("<script data-live>") == text.count("<style data-live>") == 1


def test_what_stands_in_the_page_for_others_to_read():
    text = re.search('data-inputs="([^"]*)"', figure().html())[1]
    told = json.loads(html.unescape(text))
    assert [i["name"] for i in told] == ["batch", "price", "kind"]
    assert {k: told[1][k] for k in ("unit", "low", "high", "start")} == {
        "unit": "$", "low": 0, "high": 500, "start": 200,
    }  # fmt: skip
    assert told[2]["choices"] == ["plain", "root"]


def test_the_command_line_answers_from_the_models(monkeypatch, capsys):
    name, (_, inputs) = next(iter(live_figures.stored().items()))
    monkeypatch.setattr("sys.stdin", io.StringIO('{}\n{"no such input": 1}\n'))
    live_figures.main([name])
    answer, error = map(json.loads, capsys.readouterr().out.splitlines())
    start = {
        k: v if math.isfinite(v) else None for k, v in live_figures.figure(name).outputs({}).items()
    }
    assert answer == start
    known = ", ".join(i["name"] for i in inputs)
    assert error == {"error": f"no such input: no such input; takes {known}"}
    live_figures.main(["--list"])
    listed = json.loads(capsys.readouterr().out)
    assert {entry["name"] for entry in listed} == set(live_figures.stored())


def test_a_name_is_used_once_in_the_book():
    text = "".join(p.read_text("utf-8") for p in (live_figures.ROOT / "notebooks").rglob("*.ipynb"))
    names = re.findall(r'data-live=\\"([^\\]+)\\"', text)
    assert len(names) == len(set(names))


def test_templates_choose_by_truth_and_by_number():
    parts = reading.parse("{n#none|one|{n:.0f}} {far?{n:,.0f} off|here}")
    assert reading.names(parts) == {"n", "far"}
    assert reading.render(parts, {"n": 2, "far": True}) == "2 2 off"
    assert reading.render(parts, {"n": 0, "far": False}) == "none here"


@pytest.mark.parametrize(
    "ys, words",
    [
        ([1, 1, 1], "c stays at 1"), ([1, 2, 4], "c rises from 1 at 1 to 4 at 3"),
        ([4, 1, 3], "c falls from 4 at 1 to 1 at 2 and rises to 3 at 3"),
        ([math.nan] * 3, "c has no value"), ([math.nan, 2, 1], "c falls from 2 at 2 to 1 at 3"),
        ([2, 9, 4, 3], "c rises from 2 at 1 to 9 at 2 and falls to 3 at 4"),
        ([4, 9, 1, 4], "c goes from 4 at 1 to 4 at 4, between 1 at 3 and 9 at 2"),
    ],
)  # fmt: skip
def test_a_curve_is_told_by_its_course(ys, words):
    assert reading.course("c", range(1, len(ys) + 1), ys) == words
