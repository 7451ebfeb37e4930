"""Columns: cases side by side are the function of each, and a search finds the least."""

import json
import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tapes import best_in_node

from lib import checks
from lib.book.columns import Columns, Search, first_least
from lib.book.live import Axis, Choice, Curve, Number, live
from lib.book.trace import short, trace


def cost(price, cards, batch, load, plan):
    speed = 1e3 / (batch + 50 / cards)
    fits = (batch <= 20 * cards) * (speed >= load)
    score = np.where(fits > 0, price * cards / (batch * speed), np.inf)
    return {"speed": speed, "score": score, "used": 1.0 * cards, "group": 1.0 * batch}


SEARCH = Search("plan", "score", {"cards": (1, 2, 4, 8), "batch": (1, 2, 4, 8, 16, 32, 64, 128)})


def made(**more):
    def box(label, start, high):
        return Number(label, "", 1, high, start=start, whole=True)

    both = {
        f"{name}_{c}": maker()
        for c in "ab"
        for name, maker in {
            "price": lambda: Number("Price", "$", 1, 100, start=10),
            "cards": lambda: box("Cards", 8, 16),
            "batch": lambda: box("Batch", 128, 256),
            "plan": lambda: Choice("Plan", {"as typed": 0, "cheapest": 1}, "cheapest"),
        }.items()
    }
    return live(
        cost, name="columns-test", inputs={"load": Number("Load", "", 0, 1000, start=10), **both},
        columns={"a": "A", "b": "B"}, rows={"Speed": "{speed:.1f} with {used:.0f}"}, search=SEARCH,
        x=Axis("Speed", low=1, high=1000), y=Axis("Cost", low=0.1, high=100),
        marks=[Curve("score_a", "A", x="speed_a", over="batch_a")], sentence="{speed_a} {speed_b}",
        caption="Two machines side by side.", alt="Cost against speed for two machines.", **more,
    )  # fmt: skip


def test_each_case_is_the_function_of_its_own_inputs():
    both = Columns(cost, {"a": "A", "b": "B"})
    found = both(load=10, price_a=1, price_b=2, cards_a=1, cards_b=2, batch_a=3, batch_b=4,
                 plan_a=0, plan_b=0)  # fmt: skip
    for c, own in (("a", (1, 1, 3)), ("b", (2, 2, 4))):
        assert {n[:-2]: v for n, v in found.items() if n.endswith(c)} == cost(*own, 10, 0)


@pytest.mark.parametrize("load", [0, 5, 10, 20, 50, 100])
@pytest.mark.parametrize("most", [1, 4, 9, 16])
def test_the_search_finds_what_trying_all_finds(load, most):
    out = made().outputs({"load": load, "cards_a": most})
    tried = {
        (cards, batch): float(cost(10, cards, batch, load, 1)["score"])
        for cards in SEARCH.over["cards"] if cards <= most for batch in SEARCH.over["batch"]
    }  # fmt: skip
    least = min(tried.values())
    assert out["score_a"] == pytest.approx(least)
    if np.isfinite(least):
        assert tried[out["used_a"], out["group_a"]] == pytest.approx(least)


def test_where_nothing_will_do_the_boxes_stand():
    out = made().outputs({"load": 1000, "cards_a": 3, "batch_a": 77})
    assert (out["score_a"], out["used_a"], out["group_a"]) == (np.inf, 3, 77)


def test_a_box_below_the_grid_stands():
    out = made().outputs({"cards_a": 0.5})
    assert (out["used_a"], out["group_a"]) == (0.5, 128)


def score(x, low, gap):
    """Falls to ``low`` at 3; no number at ``gap``."""
    return {"score": low + np.abs(x - 3) * 0.5 + np.where(x == gap, np.nan, 0)}


def refused(x, low, gap):
    """The same, where x is no more than ``low``."""
    return score(checks.between("x", x, -10, checks.finite("low", low)), 3, gap)


@pytest.mark.parametrize(
    "function, low, gap, want",
    [(score, 3, 9, 3), (score, -3, 9, 3), (score, 0, 9, 3), (score, -3, 2, 3), (score, -3, 3, 2),
     (score, np.nan, 9, None), (score, -np.inf, 9, None), (score, np.inf, 9, None),
     (refused, 2, 9, 2), (refused, 0, 9, None), (refused, np.nan, 9, None),
     (lambda x, low, gap: {"score": low}, -2, 9, 1)],
)  # fmt: skip
def test_page_and_python_find_the_same_least_of_any_sign_and_beside_what_is_no_number(
    function, low, gap, want
):
    """A constant least is found at the first place."""
    own = {"low": low, "gap": gap, "x": 4}
    columns = Columns(function, {"a": "A"}, Search("plan", "score", {"x": (1, 2, 3, 4, 5)}))
    assert columns.best(own) == ({} if want is None else {"x": want})
    tape = trace(function, ("x", "low", "gap"))
    found = best_in_node(tape, own, "score", ["x"], [[x] for x in (1, 2, 3, 4)])
    assert found == (None if want is None else [want])


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=20))
@example([-1.0, -1.0 - 1e-12])
@example([1e-300, -1e-300])
def test_the_first_least_is_first_and_least(score):
    place = first_least(score)
    finite = [v for v in score if np.isfinite(v)]
    if not finite:
        assert place is None
        return
    near = min(finite) + 1e-9 * abs(min(finite))
    assert min(finite) <= score[place] <= near
    assert not any(min(finite) <= v <= near for v in score[:place])


def test_as_typed_is_as_typed():
    out = made().outputs({"plan_a": "as typed", "cards_a": 5, "batch_a": 77})
    assert (out["used_a"], out["group_a"]) == (5, 77)


def test_the_table_has_a_cell_for_each_case():
    figure = made()
    cells = re.findall(r"<td>([^<]+)</td>", figure.html())
    out = figure.outputs({})
    assert cells == [f"{out[f'speed_{c}']:.1f} with {out[f'used_{c}']:.0f}" for c in "ab"]


def test_a_name_that_no_case_has_is_refused():
    with pytest.raises(ValueError, match="nobody_a"):
        live(cost, name="columns-test", inputs=made().inputs, columns={"a": "A", "b": "B"},
             rows={"": "{nobody}"},
             x=Axis("x", low=1, high=2), y=Axis("y", low=1, high=2), caption="Nothing at all here.",
             alt="Nothing is drawn in this figure.")  # fmt: skip


def test_a_short_tape_is_the_tape():
    tape = trace(cost, ("price", "cards", "batch", "load", "plan"))
    packed = json.loads(json.dumps(short(tape)))
    first, ops, flat = len(tape["inputs"]), [], packed["ops"]
    while flat:
        name, count = packed["names"][flat[0]]
        place = first + len(ops)
        ops.append([name, *(n if n < first else first + place - n for n in flat[1 : 1 + count])])
        flat = flat[1 + count :]
    assert ops == tape["ops"]
