"""Figures that move among drawings made ahead: for what a simulation gives and no closed form.

`explore` draws one figure for every combination of a few knob values. The cell's HTML holds all
drawings as data, and web/static/live.js shows the one that the sliders stand at, on a page and in
Jupyter alike, with no kernel. Its text form carries a digest over all drawings: if any of them
changes, the stored notebook, which keeps the first one alone, no longer agrees. What a
formula gives moves better with ``lib.book.live``.
"""

import itertools
import json
from math import prod

from matplotlib.figure import Figure

from lib.book import figures, moving
from lib.book.display import rendered
from lib.book.inputs import Choice

MOST_DRAWINGS = 144
MOST_BYTES = 2_500_000


class Exploration:
    """What `explore` returns: its drawings, as the cell shows them.

    knobs: name -> `Choice`. drawings: (picture, what is read off it) for every combination, the
    last knob's values in the innermost order.
    """

    def __init__(self, knobs, drawings, caption):
        self.knobs, self.drawings, self.caption = knobs, drawings, caption
        self.start = 0
        for knob in knobs.values():
            self.start = self.start * len(knob.names) + knob.names.index(knob.start)

    def __repr__(self):
        turned = [
            f"{knob.label}: "
            + ", ".join(f"[{name}]" if name == knob.start else name for name in knob.names)
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
                "knobs": [[knob.label, knob.names] for knob in self.knobs.values()]}  # fmt: skip
        data = moving.packed(json.dumps(told, ensure_ascii=False))
        rows = rendered("knobs", knobs=self.knobs.values())
        name = "-by-".join(self.knobs)
        return moving.figure({"data-drawn": name}, rows, picture, readout, self.caption, data)


def _check(knobs):
    """Say which knob is wrong, if one is."""
    if not knobs:
        raise ValueError("knobs: got none; takes at least one, such as a Choice of batches")
    for name, knob in knobs.items():
        if not isinstance(knob, Choice) or not knob.options:
            raise ValueError(f"{name}: got {knob!r}; takes a Choice among some values")
        if knob.start not in knob.names:
            raise ValueError(f"{name}: got start={knob.start!r}; takes one of {knob.names}")


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
    knobs: each a `Choice`. At most 144 drawings and 2.5 MB in all.

    Raises ValueError, naming the argument, for no knobs, an unknown start, a draw that returns
    no figure, too many drawings.

        explore(draw, caption="Cost falls with batch.", alt="Cost at batch {batch}.",
                batch=Choice("batch (requests)", (1, 8, 64), "8"), bits=Choice("bits", (16, 8)))
    """
    figures.check_words(caption, str(alt))
    _check(knobs)
    count = prod(len(knob.names) for knob in knobs.values())
    if count > MOST_DRAWINGS:
        sizes = " x ".join(f"{len(knob.names)} {name}" for name, knob in knobs.items())
        raise ValueError(
            f"knobs: {sizes} make {count} drawings; takes at most {MOST_DRAWINGS}; "
            f"give {max(knobs, key=lambda name: len(knobs[name].names))} fewer values"
        )
    drawings = []
    for chosen in itertools.product(*(knob.names for knob in knobs.values())):
        shown = dict(zip(knobs, chosen, strict=True))
        values = {name: knobs[name].value(text) for name, text in shown.items()}
        words = alt(**values) if callable(alt) else alt.format(**shown)
        drawings.append(_drawing(draw, values, words, first=not drawings))
        if sum(len(picture.encode()) for picture, _ in set(drawings)) > MOST_BYTES:
            raise ValueError(
                f"draw: its drawings weigh more than {MOST_BYTES:,} bytes after {len(drawings)} "
                f"of {count}; plot fewer points or give the knobs fewer values"
            )
    return Exploration(knobs, drawings, caption.strip())
