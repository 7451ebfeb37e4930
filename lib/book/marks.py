"""What is drawn in a figure that computes: axes, and the marks that its outputs place.

Each is a record of what the author said. Python draws its start from it (``lib.book.drawn``), the
page every other state; `data` is what the page is told.
"""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What all marks may say.

    given: inputs that differ from the reader's, as boxes show them. at, dx, dy, ha: where the
    label stands: at a value along x in place of the right end, so many points from there,
    and "left", "right" or "center".
    """

    given: dict = field(default_factory=dict)
    at: float | None = None
    dx: float | None = None
    dy: float | None = None
    ha: str | None = None

    def data(self):
        """What the page is told."""
        plain = {k: v.tolist() if hasattr(v, "tolist") else v for k, v in vars(self).items()}
        told = {k: v for k, v in plain.items() if v is not None}
        return told | {"kind": type(self).__name__.lower(), "label": parse(self.label)}


@dataclass(frozen=True)
class Curve(Mark):
    """A line: output `y` along the axis's input, or against output `x`, `over` any input."""

    y: str
    label: str = ""
    color: str = INK
    x: str | None = field(default=None, kw_only=True)
    over: str | None = field(default=None, kw_only=True)
    dash: str = field(default="", kw_only=True)
    width: float = field(default=2.2, kw_only=True)
    step: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Area(Mark):
    """What lies between two along the axis, each an output or a number."""

    low: str | float
    y: str | float
    label: str = ""
    color: str = INK
    opacity: float = field(default=0.18, kw_only=True)
    step: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Point(Mark):
    """A dot, or several: numbers, arrays of numbers, or names of inputs and outputs.

    marker: "o", "h" (a hollow dot) or "D" (a hollow diamond).
    """

    x: Any
    y: Any
    label: str = ""
    color: str = INK
    marker: str = field(default="o", kw_only=True)


@dataclass(frozen=True)
class Seen(Mark):
    """Measured points, those of a case: `sets` by a choice's names, x and y times an output.

    sets: (name of the choice `key`, name of the choice `also`) joined by "|" -> (xs, ys).
    """

    sets: dict
    key: str
    also: str
    times: str
    label: str = ""
    color: str = INK


@dataclass(frozen=True)
class Document(Point):
    """The document's own figure: a hollow diamond in its colour."""

    color: str = figures.DOCUMENT
    marker: str = field(default="D", kw_only=True)

    def data(self):
        """What the page is told."""
        return super().data() | {"kind": "point"}


@dataclass(frozen=True)
class Level(Mark):
    """A level line at an output or a number; its label stands at the right end."""

    place: str | float
    label: str = ""
    color: str = INK
    dash: str = field(default="", kw_only=True)
    width: float = field(default=1.4, kw_only=True)


@dataclass(frozen=True)
class Upright(Level):
    """An upright line at an output or a number; its label stands at the top."""


@dataclass(frozen=True)
class Bar(Mark):
    """A bar at one of an axis's `names`: outputs stacked, a colour each, from `low` on.

    low: an output or a number; by default 0, on an axis by ratios its low end.
    """

    name: str
    parts: str | tuple
    colors: str | tuple = INK
    label: str = ""
    low: str | float | None = field(default=None, kw_only=True)

    def data(self):
        """What the page is told."""
        parts = [self.parts] if isinstance(self.parts, str) else list(self.parts)
        one = isinstance(self.colors, str)
        colors = [self.colors] * len(parts) if one else list(self.colors)
        return super().data() | {"parts": parts, "colors": colors, "color": INK}


@dataclass(frozen=True)
class Panel:
    """One of several frames side by side: its axes and marks."""

    x: Axis
    y: Axis
    marks: tuple | list

    def data(self, inputs):
        """What the page is told."""
        marks = [mark.data() for mark in self.marks]
        return {"x": axis(self.x, inputs), "y": axis(self.y, inputs), "marks": marks}


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
