"""What is drawn in a figure that computes: axes, and the marks that its outputs place.

A mark is a function of what the author says, and gives the data that Python draws its start from
(``lib.book.drawn``) and the page every other state. All take besides

    given         inputs that differ from the reader's, as boxes show them
    at            where the label stands: at a value along x in place of the right end,
    dx, dy, ha    so many points from there, and "left", "right" or "center"
"""

from dataclasses import dataclass
from typing import Any

from lib.book import figures
from lib.book.figures import INK
from lib.book.reading import parse


@dataclass(frozen=True)
class Axis:
    """An axis of the frame, which stands still.

    unit: as in `figures.human`; the values are in base units. over: the input that runs along it;
    low and high are then that input's unless given. log: by default where there are decades.
    names: an axis of bars has these in place of numbers.
    """

    label: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    over: str | None = None
    log: bool | None = None
    names: tuple = ()
    ticks: Any = None


def _mark(kind, own, label, color, *, given=None, at=None, dx=None, dy=None, ha=None):
    """What the page is told of a mark: all that is said of it."""
    said = own | {"color": color, "at": at, "dx": dx, "dy": dy, "ha": ha}
    told = {k: v.tolist() if hasattr(v, "tolist") else v for k, v in said.items() if v is not None}
    return {"kind": kind, "label": parse(label), "given": given or {}} | told


def Curve(y, label="", color=INK, *, x=None, over=None, dash="", width=2.2, step=False, **place):
    """A line: output `y` along the axis's input, or against output `x`, `over` any input."""
    own = {"y": y, "x": x, "over": over, "dash": dash, "width": width, "step": step}
    return _mark("curve", own, label, color, **place)


def Area(low, y, label="", color=INK, *, opacity=0.18, step=False, **place):
    """What lies between two along the axis, each an output or a number."""
    own = {"low": low, "y": y, "opacity": opacity, "step": step}
    return _mark("area", own, label, color, **place)


def Point(x, y, label="", color=INK, *, marker="o", **place):
    """A dot, or several: numbers, arrays of numbers, or names of inputs and outputs.

    marker: "o", "h" (a hollow dot) or "D" (a hollow diamond).
    """
    return _mark("point", {"x": x, "y": y, "marker": marker}, label, color, **place)


def Document(x, y, label="", color=figures.DOCUMENT, *, marker="D", **place):
    """The document's own figure: a hollow diamond in its colour."""
    return Point(x, y, label, color, marker=marker, **place)


def Seen(sets, key, also, times, label="", color=INK, **place):
    """Measured points, those of a case: `sets` by a choice's names, x and y times an output.

    sets: (name of the choice `key`, name of the choice `also`) joined by "|" -> (xs, ys).
    """
    own = {"sets": sets, "key": key, "also": also, "times": times}
    return _mark("seen", own, label, color, **place)


def Level(value, label="", color=INK, *, dash="", width=1.4, **place):
    """A level line at an output or a number; its label stands at the right end."""
    own = {"place": value, "dash": dash, "width": width}
    return _mark("level", own, label, color, **place)


def Upright(value, label="", color=INK, **look):
    """An upright line at an output or a number, else as `Level`; its label stands at the top."""
    return Level(value, label, color, **look) | {"kind": "upright"}


def Bar(name, parts, colors=INK, label="", *, low=None, **place):
    """A bar at one of an axis's `names`: outputs stacked, a colour each, from `low` on.

    low: an output or a number, by default 0; an axis by ratios shows what lies above its low end.
    """
    parts = [parts] if isinstance(parts, str) else list(parts)
    colors = [colors] * len(parts) if isinstance(colors, str) else list(colors)
    own = {"name": name, "parts": parts, "colors": colors, "low": low}
    return _mark("bar", own, label, INK, **place)


@dataclass(frozen=True)
class Panel:
    """One of several frames side by side: its axes and marks."""

    x: Axis
    y: Axis
    marks: tuple | list

    def data(self, inputs):
        """What the page is told."""
        x, y = axis(self.x, inputs), axis(self.y, inputs)
        return {"x": x, "y": y, "marks": list(self.marks)}


def axis(given, inputs):
    """An axis as data, with the ends that its input has."""
    made = dict(vars(given))
    if given.over:
        i = inputs[given.over]
        made["low"] = i.low * i.factor if given.low is None else given.low
        made["high"] = i.high * i.factor if given.high is None else given.high
        made["label"] = given.label or i.label
    if given.names:
        made |= {"low": -0.5, "high": len(given.names) - 0.5, "log": False}
    if made["low"] is None or made["high"] is None:
        raise ValueError(f"{given.label}: got no low and high; takes both, or over=an input")
    if given.log is None:
        made["log"] = made["low"] > 0 and made["high"] >= 50 * made["low"]
    return made
