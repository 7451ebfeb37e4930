"""What a reader may turn in a figure that computes, and the controls it turns them with.

A `Number` is a box and a slider, a `Choice` a list; `form` writes them as HTML. Each knows what
its function gets for what the box shows, and what the page is told of it.
"""

from dataclasses import dataclass, field
from numbers import Real
from typing import Any

import numpy as np

from lib.book.display import rendered
from lib.units import minus


@dataclass(frozen=True)
class Number:
    """A number that is typed or slid.

    label, unit: what stands before the box; "$" and "%" read as such.
    low, high, start: as the box shows them. factor: what one of them is worth in base units.
    whole: whole numbers only. log: a slider by ratios; by default where the range has decades.
    knob: False for a number that only runs along an axis.
    follows: input -> factor, of which it is the sum until it is given itself.
    """

    label: str
    unit: str
    low: float
    high: float
    start: float
    factor: float = 1.0
    whole: bool = False
    log: bool | None = None
    knob: bool = True
    follows: dict | None = None

    @property
    def by_ratio(self):
        """Whether its slider and its course along an axis go by ratios."""
        return self.low > 0 and self.high >= 50 * self.low if self.log is None else self.log

    def value(self, shown):
        """What the function gets."""
        if isinstance(shown, bool) or not isinstance(shown, (int, float)):
            raise ValueError(f"{self.label}: got {shown!r}; takes a number")
        shown = shown * self.factor
        # NumPy's, which divides by 0 as a page does
        return int(shown) if self.whole and float(shown).is_integer() else np.float64(shown)

    def text(self, shown):
        """The number with its unit."""
        number = f"{shown:,.15g}"
        if self.unit == "$":
            return minus(f"${number}")
        return minus(f"{number}%" if self.unit == "%" else f"{number} {self.unit}".strip())

    def data(self):
        """What the page is told."""
        told = vars(self) | {"log": self.by_ratio}
        return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True)
class Choice:
    """A list to choose from.

    options: name -> what the function gets, or names alone; None where it gets nothing.
    start: a name; by default the first. fills: name -> {input: number} that it puts in boxes.
    Where all that the function may get is numbers, one tape serves them all.
    """

    label: str
    options: Any = None
    start: str | None = None
    fills: dict = field(default_factory=dict)

    def __post_init__(self):
        options = self.options
        if options is not None and not isinstance(options, dict):
            options = {str(name): name for name in options}
        object.__setattr__(self, "options", options)
        if self.start is None:
            object.__setattr__(self, "start", next(iter(options or self.fills)))

    @property
    def names(self):
        """The names to choose from."""
        return list(self.options or self.fills)

    @property
    def numeric(self):
        """Whether it is a number to the tape."""
        return all(isinstance(v, Real) for v in self.options.values())

    @property
    def whole(self):
        """Whether all that the function may get is whole numbers."""
        return all(isinstance(v, int) for v in self.options.values())

    def value(self, shown):
        """What the function gets."""
        if shown not in self.options:
            raise ValueError(f"{self.label}: got {shown!r}; takes one of {', '.join(self.names)}")
        return self.options[shown]

    def text(self, shown):
        """Its name."""
        return str(shown)

    def data(self):
        """What the page is told."""
        told = {"label": self.label, "unit": "", "start": self.start, "choices": self.names}
        told["fills"] = self.fills
        if self.options is None or self.numeric:
            told["values"] = self.options and list(self.options.values())
        return told


def form(inputs, groups=None):
    """The controls as HTML: a box and a slider for each number, a list for each choice."""
    return rendered("controls", inputs=inputs, groups=groups or {"": list(inputs)})
