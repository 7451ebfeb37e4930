"""Figures that move among drawings made ahead: for what a simulation gives and no closed form.

`explore` draws one figure for every combination of a few knob values. The cell's HTML holds all
drawings as data, and web/static/live.js shows the one that the sliders stand at, on a page and in
Jupyter alike, with no kernel. Its text form carries a digest over all drawings: if any of them
changes, the stored notebook, which keeps the first one alone, no longer agrees. What a
formula gives moves better with ``lib.book.live``.
"""

import itertools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from matplotlib.figure import Figure

from lib.book import figures, moving
from lib.book.display import rendered

MOST_DRAWINGS = 144
MOST_BYTES = 2_500_000


@dataclass(frozen=True)
class Knob:
    """One slider of `explore`: the values it takes and how they read.

    values: the values that `draw` gets, in the slider's order.
    label: what stands before the slider, with its unit; the default is the knob's name.
    format: a format string such as "{:,} tokens" or a function from a value to its text.
    start: the value at first; the default is the first one.

    >>> knob = Knob((4096, 131072), "context (tokens)", "{:,}", 131072)
    >>> knob.text(131072)
    '131,072'
    """

    values: Sequence[Any]
    label: str | None = None
    format: str | Callable[[Any], str] = "{}"
    start: Any = None

    def text(self, value):
        """Return a value as the slider shows it."""
        return self.format(value) if callable(self.format) else self.format.format(value)

    @property
    def texts(self):
        """All values as the slider shows them."""
        return [self.text(value) for value in self.values]


class Exploration:
    """What `explore` returns: its drawings, as the cell shows them.

    knobs: name -> `Knob`. drawings: (picture, what is read off it) for every combination, the
    last knob's values in the innermost order.
    """

    def __init__(self, knobs, drawings, caption):
        self.knobs, self.drawings, self.caption = knobs, drawings, caption
        self.start = 0
        for knob in knobs.values():
            self.start = self.start * len(knob.values) + knob.values.index(knob.start)

    def __repr__(self):
        turned = [
            f"{knob.label}: "
            + ", ".join(f"[{t}]" if t == knob.text(knob.start) else t for t in knob.texts)
            for knob in self.knobs.values()
        ]
        said = [self.drawings[self.start][1]] if self.drawings[self.start][1] else []
        return "\n".join([self.caption, *turned, *said, f"{len(self.drawings)} drawings"])

    def _repr_mimebundle_(self, **kw):
        return {"text/html": moving.with_script(self.html()), "text/plain": repr(self)}

    def html(self):
        """The figure with all its drawings."""
        picture, readout = self.drawings[self.start]
        different = list(dict.fromkeys(self.drawings))
        told = {"drawings": different, "at": [different.index(d) for d in self.drawings],
                "knobs": [[knob.label, knob.texts] for knob in self.knobs.values()]}  # fmt: skip
        data = moving.packed(json.dumps(told, ensure_ascii=False))
        rows = rendered("knobs", knobs=self.knobs.values())
        name = "-by-".join(self.knobs)
        return moving.figure({"data-drawn": name}, rows, picture, readout, self.caption, data)


class _Shown:
    """A knob's value in an alternative text: as the slider shows it, unless a format is asked."""

    def __init__(self, knob, value):
        self.text, self.value = knob.text(value), value

    def __format__(self, spec):
        return format(self.value, spec) if spec else self.text


def _check(knobs):
    """Return the knobs as Knob objects with a start, or say which argument is wrong."""
    if not knobs:
        raise ValueError("knobs: got none; takes at least one, such as batch=(1, 8, 64)")
    checked = {}
    for name, knob in knobs.items():
        if not isinstance(knob, Knob):
            knob = Knob(knob)
        if isinstance(knob.values, str) or not hasattr(knob.values, "__iter__"):
            raise ValueError(f"{name}: got {knob.values!r}; takes a sequence of values")
        values = tuple(knob.values)
        if not values:
            raise ValueError(f"{name}: got no values; takes at least one")
        start = values[0] if knob.start is None else knob.start
        if start not in values:
            raise ValueError(f"{name}: got start={start!r}; takes one of {list(values)}")
        knob = Knob(values, knob.label or name.replace("_", " "), knob.format, start)
        if len(set(knob.texts)) < len(values):
            raise ValueError(
                f"{name}: two values read the same in {knob.texts}; give another format"
            )
        checked[name] = knob
    return checked


def _drawing(draw, values, words, first):
    """Return one drawing as (svg, readout); check the first one's axes."""
    made = draw(**values)
    fig, readout = made if isinstance(made, tuple) and len(made) == 2 else (made, "")
    if not isinstance(fig, Figure):
        raise ValueError(
            f"draw: returned {type(made).__name__} for {values}; "
            "takes a matplotlib Figure or (figure, text)"
        )
    picture = figures.svg(fig, words)
    if first:
        figures.check_axes(fig)
    return picture, str(readout).strip()


def explore(draw, *, caption, alt, **knobs):
    """Return a figure that moves: one drawing for every combination of knob values.

    draw: called with one value per knob, by name; returns a figure made by `figures.new`,
        or (figure, text) where the text is a sentence that reads the numbers off. Keep the
        axis limits the same in all of them, or the reader cannot compare.
    caption: a sentence with the figure's message. alt: what each drawing shows, in words: a
        format string over the knobs, which reads as their sliders do, or a function of the values.
    knobs: a sequence of values, or a `Knob`. At most 144 drawings and 2.5 MB in all.

    Raises ValueError, naming the argument, for no knobs, an empty or unknown start, a draw
    that returns no figure, too many drawings.

        explore(draw, caption="Cost falls with batch.", alt="Cost at batch {batch}.",
                batch=Knob((1, 8, 64), "batch (requests)", start=8), bits=(16, 8))
    """
    figures.check_words(caption, str(alt))
    knobs = _check(knobs)
    count = prod(len(knob.values) for knob in knobs.values())
    if count > MOST_DRAWINGS:
        sizes = " x ".join(f"{len(knob.values)} {name}" for name, knob in knobs.items())
        raise ValueError(
            f"knobs: {sizes} make {count} drawings; takes at most {MOST_DRAWINGS}; "
            f"give {max(knobs, key=lambda name: len(knobs[name].values))} fewer values"
        )
    drawings = []
    for chosen in itertools.product(*(knob.values for knob in knobs.values())):
        values = dict(zip(knobs, chosen, strict=True))
        shown = {name: _Shown(knobs[name], value) for name, value in values.items()}
        words = alt(**values) if callable(alt) else alt.format(**shown)
        drawings.append(_drawing(draw, values, words, first=not drawings))
        if sum(len(picture.encode()) for picture, _ in set(drawings)) > MOST_BYTES:
            raise ValueError(
                f"draw: its drawings weigh more than {MOST_BYTES:,} bytes after {len(drawings)} "
                f"of {count}; plot fewer points or give the knobs fewer values"
            )
    return Exploration(knobs, drawings, caption.strip())
