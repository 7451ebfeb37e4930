"""One look for every figure of the book, and figures as small, stable SVG.

A figure is text: the same curve gives the same bytes on every run, so a moved
curve shows in the repository and fails the tests. Colours come from one palette
whose light and dark twins (`DARK`) are told apart by colour-blind readers and in
grey; a page swaps them by attribute, `[fill="#..."]` and `[stroke="#..."]`. The
background is transparent, labels are real text, and every axis states its unit.

    fig, ax = new()
    line, = ax.plot(batch, cost, color=H100)
    label_line(ax, line, "8 x H100")
    show(fig, "economics/cost_per_token-curve", "Cost falls with batch.", "Falling curve ...")
"""

import contextlib
import html
import io
import re
from pathlib import Path
from urllib.parse import quote, unquote

import matplotlib
import numpy as np
from IPython.display import display
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path as Outline
from matplotlib.ticker import FuncFormatter, Locator, NullLocator

from lib.book.display import InWords
from lib.book.svg import small
from lib.units import minus

FIGURES = Path(__file__).resolve().parents[2] / "figures"

PAPER = "#fffdf8"
INK = "#22262b"
MUTED = "#62676e"
GRID = "#dcd9d0"

LPU = "#c93604"  # the chip that keeps its model in SRAM
H100 = "#1537b8"  # the data-centre chip that keeps it in DRAM
GAMER = "#0a8268"  # the RTX 4090
DOCUMENT = "#8f0a80"  # a figure as the document states it
OCHRE = "#5c3300"  # a further series
SLATE = "#0a2c45"  # a further series

PALETTE = dict(LPU=LPU, H100=H100, GAMER=GAMER, DOCUMENT=DOCUMENT, OCHRE=OCHRE, SLATE=SLATE)

#: Each colour of a figure and its twin on a dark page.
DARK = {
    PAPER: "#14181d", INK: "#e8e6e1", MUTED: "#a3a8af", GRID: "#3a4048",
    LPU: "#ff5a2a", H100: "#6b9ffa", GAMER: "#2fdfab", DOCUMENT: "#c4699a",
    OCHRE: "#ecb61a", SLATE: "#d8f3f5",
}  # fmt: skip

_INKED = "text.color axes.labelcolor xtick.labelcolor ytick.labelcolor patch.edgecolor"
_MUTED = "axes.edgecolor xtick.color ytick.color hatch.color"
STYLE = {
    **matplotlib.rc_params_from_file(Path(__file__).with_name("book.mplstyle"), False, False),
    **dict.fromkeys(_INKED.split(), INK),
    **dict.fromkeys(_MUTED.split(), MUTED),
    "grid.color": GRID,
    "axes.prop_cycle": matplotlib.cycler(color=list(PALETTE.values())),
}
matplotlib.rcParams.update(STYLE)


def new(width=6.4, height=3.9, rows=1, cols=1, *, left=0.8, right=0.25, top=0.4, bottom=0.6, **kw):
    """Return an empty figure in the book's style and its axes.

    width, height: inches; text is set for 6.4 inches across the text column.
    rows, cols: panels; with more than one, the axes come as an array as in `subplots`.
    left, right, top, bottom: margins in inches; widen `right` for labels at a line's end.
    kw: passed to `Figure.subplots` (sharex, width_ratios, ...).

    >>> fig, ax = new(height=3)
    >>> [float(side) for side in fig.get_size_inches()]
    [6.4, 3.0]
    """
    if not (width > left + right and height > top + bottom):
        raise ValueError(f"width, height: {width} x {height} inches, no room inside the margins")
    matplotlib.rcParams.update(STYLE)
    fig = Figure(figsize=(width, height), dpi=72)
    FigureCanvasSVG(fig)
    fig.subplots_adjust(left / width, bottom / height, 1 - right / width, 1 - top / height)
    if rows * cols > 1:
        fig.subplots_adjust(wspace=0.32, hspace=0.5)
    return fig, fig.subplots(rows, cols, **kw)


# Labels and marks


def label_line(ax, line, text, *, x=None, dx=6, dy=0, **kw):
    """Write a label beside a line, in the line's colour, in place of a legend.

    line: a Line2D, or a point (x, y) in data coordinates.
    x: where along the line (data units); the default is its right end.
    dx, dy: offset in points. kw: passed to `annotate` (color, ha, va, ...).
    """
    if isinstance(line, Line2D):
        xs = np.asarray(line.get_xdata(), float)
        ys = np.asarray(line.get_ydata(), float)
        good = np.isfinite(xs) & np.isfinite(ys)
        if not good.any():
            raise ValueError("line: has no finite point to put a label at")
        xs, ys = xs[good], ys[good]
        at = xs.argmax() if x is None else np.abs(xs - x).argmin()
        point = xs[at], ys[at]
        kw.setdefault("color", line.get_color())
    else:
        point = line
    kw.setdefault("va", "center")
    return ax.annotate(
        text, point, (dx, dy), textcoords="offset points", annotation_clip=False, **kw
    )


def document_point(ax, x, y, text="", *, dx=9, dy=9, **kw):
    """Mark a figure as the document states it: a hollow diamond and its label.

    x, y: data units. dx, dy: the label's offset in points.
    """
    hollow = {"markerfacecolor": PAPER, "markersize": 7.5, "markeredgewidth": 1.8}
    ax.plot([x], [y], "D", color=DOCUMENT, zorder=5, clip_on=False, **hollow)
    kw.setdefault("color", DOCUMENT)
    kw.setdefault("ha", "left" if dx >= 0 else "right")
    return label_line(ax, (x, y), text, dx=dx, dy=dy, **kw) if text else None


def document_line(ax, value, text="", *, axis="y", **kw):
    """Draw a value that the document states across the panel, dashed and labelled.

    value: data units of `axis`, which is "y" (a level line) or "x" (an upright one).
    """
    if axis not in ("x", "y"):
        raise ValueError(f"axis: got {axis!r}; takes 'x' or 'y'")
    look = {"color": DOCUMENT, "linewidth": 1.6, "linestyle": (0, (5, 3)), "zorder": 1.5}
    if axis == "y":
        line, place = ax.axhline(value, **look), ax.get_yaxis_transform()
        at, offset, ha, va = (1, value), (-2, 4), "right", "bottom"
    else:
        line, place = ax.axvline(value, **look), ax.get_xaxis_transform()
        at, offset, ha, va = (value, 1), (5, -3), "left", "top"
    if text:
        kw = {"color": DOCUMENT, "ha": ha, "va": va, "textcoords": "offset points", **kw}
        ax.annotate(text, at, offset, xycoords=place, **kw)
    return line


# Axes


_LARGE = ((1e15, "P"), (1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""))
_SMALL = ((1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"))


def human(value, unit=""):
    """Return a tick's text: at most four figures and a suffix.

    unit: "" for a bare number, "$" for dollars, or a symbol such as "s" or "B" that
    takes the SI prefix.

    >>> human(20_000), human(1.5e6, "$"), human(2e9, "$"), human(2e-6, "s"), human(64e9, "B")
    ('20k', '$1.5M', '$2B', '2 µs', '64 GB')
    >>> human(0.01), human(-3, "$")
    ('0.01', '−$3')
    """
    value = float(value)
    steps = _LARGE[:-1] + _SMALL if unit not in ("", "$", "%") and abs(value) < 1 else _LARGE
    scale, prefix = next(((s, p) for s, p in steps if abs(value) >= s * 0.99999), (1, ""))
    number = np.format_float_positional(float(f"{value / scale:.4g}"), trim="-")
    if unit == "$":
        return minus(f"${number}{'B' if prefix == 'G' else prefix}")
    return minus(f"{number}{prefix}{unit}" if unit in ("", "%") else f"{number} {prefix}{unit}")


class _Decades(Locator):
    """At most eight ticks at whole powers of ten, or at 1, 2, 5 where the axis is short."""

    def __call__(self):
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin, vmax):
        low, high = sorted((vmin, vmax))
        if not low > 0:
            return []
        first, last = np.log10(low), np.log10(high)
        powers = np.arange(np.floor(first), np.ceil(last) + 1)
        span = last - first
        if span <= 2.2:
            digits = np.array((1, 2, 5) if span > 0.8 else (1, 2, 3, 5, 7))
            ticks = (10.0 ** powers[:, None] * digits).ravel()
        else:
            step = int(np.ceil(span / 7))
            ticks = 10.0 ** powers[powers % step == 0]
        return np.sort(ticks[(ticks >= low * 0.9999) & (ticks <= high * 1.0001)])


class _LogMarks(Artist):
    """The small marks at 2 to 9 that tell a log axis, drawn as one path."""

    def __init__(self, which):
        super().__init__()
        self.which = which
        self.set_zorder(2.4)

    def draw(self, renderer):
        ax = self.axes
        low, high = sorted(ax.get_xlim() if self.which == "x" else ax.get_ylim())
        if not low > 0:
            return
        powers = np.arange(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)
        digits = np.arange(1, 10) if len(powers) <= 6 else np.array([1])
        at = (10.0 ** powers[:, None] * digits).ravel()
        at = at[(at >= low * 0.9999) & (at <= high * 1.0001)]
        ends = np.zeros((len(at), 2, 2))
        index, length = (0, ax.bbox.height) if self.which == "x" else (1, ax.bbox.width)
        ends[:, :, index] = at[:, None]
        size = np.where(np.isclose(at, 10 ** np.round(np.log10(at))), 6, 3)
        ends[:, 1, 1 - index] = size / length
        codes = np.tile([Outline.MOVETO, Outline.LINETO], len(at))
        transform = ax.get_xaxis_transform() if self.which == "x" else ax.get_yaxis_transform()
        gc = renderer.new_gc()
        gc.set_foreground(MUTED)
        gc.set_linewidth(0.8)
        path = transform.transform_path(Outline(ends.reshape(-1, 2), codes))
        renderer.draw_path(gc, path, matplotlib.transforms.IdentityTransform())
        gc.restore()


def log_ticks(axis, unit="", label=None):
    """Make an axis logarithmic and say so: human ticks, marks at 2 to 9, "log scale".

    axis: `ax.xaxis` or `ax.yaxis`; positive values only. unit: as in `human`.
    label: the axis label, without "log scale", which is added; None leaves it to you.

    >>> fig, ax = new()
    >>> log_ticks(ax.xaxis, "$", "Price per card")
    >>> ax.get_xlabel()
    'Price per card, log scale'
    """
    ax = axis.axes
    which = axis.axis_name
    (ax.set_xscale if which == "x" else ax.set_yscale)("log")
    axis.set_major_locator(_Decades())
    axis.set_minor_locator(NullLocator())
    axis.set_major_formatter(FuncFormatter(lambda value, _: human(value, unit)))
    if label is not None:
        axis.set_label_text(f"{label}, log scale")
    if not any(isinstance(a, _LogMarks) and a.which == which for a in ax.artists):
        ax.add_artist(_LogMarks(which))


def unit_ticks(axis, unit="", label=None):
    """Print a linear axis's ticks as `human` does: 20k, 2 ms, $1.5M; label: as in `log_ticks`."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: human(value, unit)))
    if label is not None:
        axis.set_label_text(label)


# Showing and saving


def svg(fig, alt):
    """Return a figure as one line of SVG text: small, and the same for the same content.

    alt: what a reader who cannot see the figure should know; becomes its `aria-label`.
    Raises ValueError for an empty alt and for anything but a figure.
    """
    if not isinstance(fig, Figure):
        raise ValueError(f"fig: got {type(fig).__name__}; takes a matplotlib Figure")
    alt = " ".join(str(alt).split())
    if not alt:
        raise ValueError("alt: got an empty text; takes what the figure shows, in words")
    matplotlib.rcParams.update(STYLE)
    drawn = io.StringIO()
    FigureCanvasSVG(fig).print_svg(drawn, metadata={"Date": None})
    return small(drawn.getvalue(), alt, PAPER)


def picture(drawing):
    """Return a drawing, as `svg` gives it, as an image that Jupyter also shows untrusted.

    The drawing stands in the image's address as text, and `drawings` takes it from there.
    """
    alt = re.search('aria-label="([^"]*)"', drawing)[1]
    look = 'style="max-width:100%;height:auto"'
    return f'<img class="figure" alt="{alt}" {look} src=\'{_DATA}{quote(drawing, _AS_IT_IS)}\'>'


def drawings(text, put):
    """Return HTML in which each `picture` is replaced by what `put` makes of its drawing."""
    return _PICTURE.sub(lambda found: put(unquote(found[1])), text)


_DATA = "data:image/svg+xml,"
_AS_IT_IS = ' !$()*+,/:;<=>?@[]^`{|}"~'
_PICTURE = re.compile(rf"<img class=\"figure\" [^'>]* src='{re.escape(_DATA)}([^']*)'>")


def check_axes(fig):
    """Raise ValueError for an axis that has ticks and no label; names alone need no unit."""
    for number, ax in enumerate(fig.axes, 1):
        if not ax.get_visible() or not ax.axison:
            continue
        for axis in (ax.xaxis, ax.yaxis):
            if not axis.get_visible() or axis.get_label_text().strip():
                continue
            ticks = [t.get_text() for t in axis.get_ticklabels() if t.get_visible()]
            if any(re.match(r"[−-]?\$?\.?\d", text) for text in ticks):
                raise ValueError(
                    f"fig: the {axis.axis_name} axis of panel {number} has ticks and no label; "
                    "say what it counts and in which unit"
                )


def check_name(name):
    """Raise ValueError for a name that is no path below `figures/`."""
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*", name):
        raise ValueError(f"name: got {name!r}; takes lower-case words joined by _ - and /")


def check_words(caption, alt=None):
    """Raise ValueError for a caption that is no sentence, or an empty alternative."""
    if not str(caption).strip():
        raise ValueError("caption: got an empty text; takes the figure's message as a sentence")
    if str(caption).strip()[-1] not in ".!?":
        raise ValueError(f"caption: got {caption!r}; takes a sentence closed by a full stop")
    if alt is not None and not str(alt).strip():
        raise ValueError("alt: got an empty text; takes what the figure shows, in words")


def caption_html(caption):
    """Return a caption as HTML in which dollar signs stay dollar signs."""
    return f'<p class="caption mathjax_ignore">{html.escape(str(caption).strip(), quote=False)}</p>'


def keep(name, text):
    """Save a text as `figures/<name>` of a checkout, where its bytes change."""
    path, content = FIGURES / name, text.encode()
    with contextlib.suppress(OSError):  # what may only be read stays as it is
        written = path.exists() and path.read_bytes() == content
        if not written and (FIGURES.parent / "_toc.yml").exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def show(fig, name, caption, alt):
    """Display a figure with its caption, and save it as `figures/<name>.svg` of a checkout.

    name: path below `figures/` without ending, such as "economics/cost_per_token-curve".
    caption: a sentence that states the figure's message. alt: the same for who cannot see.
    The file is written only if its bytes change, and only where the book's sources lie.
    Raises ValueError for a name outside `figures/`, an empty caption or alt, a caption
    without full stop, an unlabelled axis.
    """
    check_name(name)
    check_words(caption, alt)
    text = svg(fig, alt)
    check_axes(fig)
    display(InWords("text/html", picture(text), " ".join(alt.split())))
    display(InWords("text/html", caption_html(caption), caption.strip()))
    keep(f"{name}.svg", text + "\n")
