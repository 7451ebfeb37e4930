"""Figures that move, in a kernel and on a page without one.

`explore` draws one figure for every combination of a few knob values, and returns
stock ipywidgets: a slider per knob, linked in the browser to nested `Stack` widgets
that hold the drawings. No code runs when a reader moves a slider, so the same object
moves in JupyterLab, in Binder and on the built page. Its text form carries a digest
over all drawings: if any of them changes, the stored notebook no longer agrees.

`live` is for free choice of many parameters: it computes while the reader moves its
controls, and says that it needs a kernel to do so.
"""

import hashlib
import html
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
from matplotlib.figure import Figure

from lib.book import figures

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


class Exploration(widgets.VBox):
    """The box that `explore` and `live` return: a widget that also shows as a picture.

    Where widgets cannot run, a reader sees the starting drawing; a test compares that
    drawing and the text, which has no widget id in it.
    """

    def __init__(self, children, *, picture=None, text="", **kw):
        super().__init__(children, **kw)
        self._picture = picture
        self._text = text

    def __repr__(self):
        return self._text

    def _repr_mimebundle_(self, **kw):
        bundle = super()._repr_mimebundle_(**kw)
        bundle["text/plain"] = self._text
        if self._picture:
            bundle["text/html"] = figures.picture(self._picture)
        return bundle


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
        texts = [knob.text(value) for value in values]
        if len(set(texts)) < len(texts):
            raise ValueError(f"{name}: two values read the same in {texts}; give another format")
        checked[name] = knob
    return checked


def _drawing(draw, values, alt, first):
    """Return one drawing as (svg, readout); check the first one's axes."""
    made = draw(**values)
    fig, readout = made if isinstance(made, tuple) and len(made) == 2 else (made, "")
    if not isinstance(fig, Figure):
        raise ValueError(
            f"draw: returned {type(made).__name__} for {values}; "
            "takes a matplotlib Figure or (figure, text)"
        )
    words = alt(**values) if callable(alt) else alt.format(**values)
    picture = figures.svg(fig, words)
    if first:
        figures.check_axes(fig)
    return picture, str(readout).strip()


def _control_layout():
    """Return the layout of a control: two share a line where there is room, else one."""
    return widgets.Layout(flex="1 1 15rem", width="auto", min_width="0")


def _row(controls):
    wide = widgets.Layout(flex_flow="row wrap", width="100%", overflow="visible")
    return widgets.HBox(controls, layout=wide)


def _slider(knob):
    """Return a knob's slider; its label is the knob's and its options are the values' texts."""
    texts = [knob.text(value) for value in knob.values]
    return widgets.SelectionSlider(
        options=texts,
        index=knob.values.index(knob.start),
        description=knob.label,
        continuous_update=True,
        style={"description_width": "initial"},
        layout=_control_layout(),
    )


def explore(draw, *, caption, alt, **knobs):
    """Return a figure that moves: one drawing for every combination of knob values.

    draw: called with one value per knob, by name; returns a figure made by `figures.new`,
        or (figure, text) where the text is a sentence that reads the numbers off. Keep the
        axis limits the same in all of them, or the reader cannot compare.
    caption: a sentence with the figure's message. alt: what each drawing shows, in words:
        a format string over the knob values, or a function of them.
    knobs: a sequence of values, or a `Knob`. At most 144 drawings and 2.5 MB in all.

    Raises ValueError, naming the argument, for no knobs, an empty or unknown start, a draw
    that returns no figure, too many drawings.

        explore(draw, caption="Cost falls with batch.", alt="Cost at batch {batch}.",
                batch=Knob((1, 8, 64), "batch (requests)", start=8), bits=(16, 8))
    """
    figures.check_words(caption, str(alt))
    knobs = _check(knobs)
    count = 1
    for knob in knobs.values():
        count *= len(knob.values)
    if count > MOST_DRAWINGS:
        sizes = " x ".join(f"{len(knob.values)} {name}" for name, knob in knobs.items())
        raise ValueError(
            f"knobs: {sizes} make {count} drawings; takes at most {MOST_DRAWINGS}; "
            f"give {max(knobs, key=lambda name: len(knobs[name].values))} fewer values"
        )
    digest = hashlib.sha256()
    size = 0
    pictures, panels = {}, {}
    layout = widgets.Layout(width="100%", margin="0", overflow="visible")
    start = tuple(knob.values.index(knob.start) for knob in knobs.values())
    for place in itertools.product(*(range(len(knob.values)) for knob in knobs.values())):
        values = {n: k.values[i] for (n, k), i in zip(knobs.items(), place, strict=True)}
        picture, readout = _drawing(draw, values, alt, first=not pictures)
        digest.update(f"{place} {picture} {readout}\n".encode())
        size += len(picture.encode()) if (picture, readout) not in panels else 0
        if size > MOST_BYTES:
            raise ValueError(
                f"draw: its drawings weigh more than {MOST_BYTES:,} bytes after {len(pictures)} "
                f"of {count}; plot fewer points or give the knobs fewer values"
            )
        if (picture, readout) not in panels:
            below = f'<p class="readout mathjax_ignore" role="status">{html.escape(readout)}</p>'
            panels[picture, readout] = widgets.HTML(
                picture + (below if readout else ""), layout=layout
            )
        pictures[place] = picture, readout

    sliders = [_slider(knob) for knob in knobs.values()]
    links = []

    def nest(place):
        """Return the stack over the knobs that `place` leaves open."""
        depth = len(place)
        if depth == len(knobs):
            return panels[pictures[place]]
        pages = [nest((*place, i)) for i in range(len(list(knobs.values())[depth].values))]
        stack = widgets.Stack(pages, selected_index=start[depth], layout=layout)
        links.append(widgets.jslink((sliders[depth], "index"), (stack, "selected_index")))
        return stack

    drawings = nest(())
    picture, readout = pictures[start]
    turned = [
        f"{knob.label}: "
        + ", ".join(f"[{knob.text(v)}]" if v == knob.start else knob.text(v) for v in knob.values)
        for knob in knobs.values()
    ]
    text = "\n".join(
        [
            caption.strip(),
            *turned,
            *([readout] if readout else []),
            f"{count} drawings, sha256 {digest.hexdigest()}",
        ]
    )
    box = Exploration(
        [_row(sliders), drawings, widgets.HTML(figures.caption_html(caption))],
        picture=picture,
        text=text,
        layout=widgets.Layout(width="100%", max_width="46rem"),
    )
    box.add_class("explore")
    box.links = links
    return box


# With a kernel

NOTE = (
    '<p class="needs-kernel">This panel computes as you move it, so it needs a kernel: '
    "open the chapter in Binder or in Jupyter.</p>"
    "<style>.jp-Notebook .needs-kernel{display:none}</style>"
)


def _as_html(result, alt, values):
    """Return what a live function gave as (html, text, svg of the first figure)."""
    parts = result if isinstance(result, tuple | list) else [result]
    rich, plain, picture = [], [], None
    for part in parts:
        if part is None:
            continue
        if isinstance(part, Figure):
            rich.append(figures.svg(part, alt(**values) if callable(alt) else alt.format(**values)))
            picture = picture or rich[-1]
        elif isinstance(part, str):
            rich.append(f'<p class="readout mathjax_ignore">{html.escape(part)}</p>')
            plain.append(part)
        elif hasattr(part, "_repr_mimebundle_") or hasattr(part, "_repr_html_"):
            bundle = part._repr_mimebundle_() if hasattr(part, "_repr_mimebundle_") else {}
            rich.append(bundle.get("text/html") or part._repr_html_())
            plain.append(bundle.get("text/plain") or repr(part))
        else:
            rich.append(f"<p>{html.escape(str(part))}</p>")
            plain.append(str(part))
    return "".join(rich), "\n".join(plain), picture


def live(function, *, alt="", **controls):
    """Return a panel that computes while its controls are moved; it needs a kernel.

    function: called with one value per control, by name; returns what to show: a text, a
        `display.table`, a figure, or a tuple of these. A ValueError it raises is shown to
        the reader in its place.
    alt: what the figure shows, as in `explore`; needed where `function` returns one.
    controls: ipywidgets, or what `interact` takes: a number, (min, max, step), a list.

    Raises ValueError for no controls or a value that makes no control.

        live(lambda batch: f"{700 / batch:.0f} dollars", batch=(1, 64))
    """
    if not controls:
        raise ValueError("controls: got none; takes at least one, such as batch=(1, 64)")
    made = {}
    for name, control in controls.items():
        if not isinstance(control, widgets.Widget):
            control = widgets.interactive.widget_from_abbrev(control)
        if not hasattr(control, "value"):
            raise ValueError(f"{name}: got {controls[name]!r}; takes a widget or its short form")
        if not control.description:
            control.description = name.replace("_", " ")
        control.style.description_width = "initial"
        control.layout = _control_layout()
        made[name] = control
    out = widgets.HTML(layout=widgets.Layout(width="100%"))

    def values():
        return {name: control.value for name, control in made.items()}

    def update(_=None):
        try:
            out.value, text, picture = _as_html(function(**values()), alt, values())
        except ValueError as error:
            out.value = f'<p class="refused" role="alert">{html.escape(str(error))}</p>'
            text, picture = str(error), None
        return text, picture

    text, picture = update()
    for control in made.values():
        control.observe(update, "value")
    digest = hashlib.sha256(out.value.encode()).hexdigest()
    names = ", ".join(f"{name}={value!r}" for name, value in values().items())
    box = Exploration(
        [widgets.HTML(NOTE), _row(list(made.values())), out],
        picture=picture,
        text=f"{text}\nlive at {names}, sha256 {digest}".strip(),
        layout=widgets.Layout(width="100%", max_width="46rem"),
    )
    box.add_class("explore")
    box.add_class("live")
    return box
