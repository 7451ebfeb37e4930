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

import hashlib
import html
import io
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import numpy as np
from IPython.display import display
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path as Outline
from matplotlib.ticker import FuncFormatter, Locator, NullLocator

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

PALETTE = {
    "LPU": LPU,
    "H100": H100,
    "GAMER": GAMER,
    "DOCUMENT": DOCUMENT,
    "OCHRE": OCHRE,
    "SLATE": SLATE,
}

#: Each colour of a figure and its twin on a dark page.
DARK = {
    PAPER: "#14181d",
    INK: "#e8e6e1",
    MUTED: "#a3a8af",
    GRID: "#3a4048",
    LPU: "#ff5a2a",
    H100: "#6b9ffa",
    GAMER: "#2fdfab",
    DOCUMENT: "#c4699a",
    OCHRE: "#ecb61a",
    SLATE: "#d8f3f5",
}

STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "space for time",
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "text.color": INK,
    "text.parse_math": False,  # a label may hold two dollar signs
    "axes.titlesize": 12,
    "axes.titlelocation": "left",
    "axes.titley": 1.0,  # a fixed place; looking for one costs a seventh of the drawing time
    "axes.titlepad": 9,
    "axes.labelsize": 11,
    "axes.labelcolor": INK,
    "axes.labelpad": 5,
    "axes.facecolor": "none",
    "axes.edgecolor": MUTED,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "axes.prop_cycle": matplotlib.cycler(color=list(PALETTE.values())),
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.labelsize": 10.5,
    "ytick.labelsize": 10.5,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "xtick.minor.size": 0,
    "ytick.minor.size": 0,
    "xtick.major.pad": 6,
    "ytick.major.pad": 6,
    "lines.linewidth": 2.2,
    "lines.markersize": 6,
    "patch.linewidth": 0.8,
    "patch.edgecolor": INK,
    "hatch.color": MUTED,
    "legend.frameon": False,
    "legend.fontsize": 10.5,
    "figure.facecolor": "none",
    "figure.edgecolor": "none",
    "savefig.facecolor": "none",
    "savefig.edgecolor": "none",
    "path.simplify": True,
    "path.simplify_threshold": 0.2,
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
    ax.plot(
        [x],
        [y],
        "D",
        color=DOCUMENT,
        markerfacecolor=PAPER,
        markersize=7.5,
        markeredgewidth=1.8,
        zorder=5,
        clip_on=False,
    )
    kw.setdefault("color", DOCUMENT)
    kw.setdefault("ha", "left" if dx >= 0 else "right")
    return label_line(ax, (x, y), text, dx=dx, dy=dy, **kw) if text else None


def document_line(ax, value, text="", *, axis="y", **kw):
    """Draw a value that the document states across the panel, dashed and labelled.

    value: data units of `axis`, which is "y" (a level line) or "x" (an upright one).
    """
    if axis not in ("x", "y"):
        raise ValueError(f"axis: got {axis!r}; takes 'x' or 'y'")
    draw = ax.axhline if axis == "y" else ax.axvline
    line = draw(value, color=DOCUMENT, linewidth=1.6, linestyle=(0, (5, 3)), zorder=1.5)
    if text:
        kw = {"color": DOCUMENT, **kw}
        if axis == "y":
            ax.annotate(
                text,
                (1, value),
                (-2, 4),
                xycoords=ax.get_yaxis_transform(),
                textcoords="offset points",
                ha="right",
                va="bottom",
                **kw,
            )
        else:
            ax.annotate(
                text,
                (value, 1),
                (5, -3),
                xycoords=ax.get_xaxis_transform(),
                textcoords="offset points",
                ha="left",
                va="top",
                **kw,
            )
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
    number = np.format_float_positional(float(f"{abs(value) / scale:.4g}"), trim="-")
    sign = "−" if value < 0 else ""
    if unit == "$":
        return f"{sign}${number}{'B' if prefix == 'G' else prefix}"
    if unit in ("", "%"):
        return f"{sign}{number}{prefix}{unit}"
    return f"{sign}{number} {prefix}{unit}"


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


def unit_ticks(axis, unit=""):
    """Print an axis's ticks as `human` does: 20k, 2 ms, $1.5M."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: human(value, unit)))


def dollar_axis(axis, label=None):
    """Print a linear axis in dollars: $10, $2k, $1.5M."""
    unit_ticks(axis, "$")
    if label is not None:
        axis.set_label_text(label)


# SVG

_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_PATH = re.compile(r"[MLQCz]|-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_PAIRS = {"M": 1, "L": 1, "Q": 2, "C": 3}
_INHERITED = ("fill", "stroke", "stroke-width", "fill-opacity", "opacity", "stroke-opacity")
_FONT = re.compile(r"(?:(italic|oblique)\s+)?(?:(\d+|bold)\s+)?([\d.]+)px\b.*")


def _short(hundredths):
    """Write a whole number of hundredths as briefly as SVG allows."""
    whole, rest = divmod(abs(hundredths), 100)
    text = str(whole) if whole or not rest else ""
    if rest:
        text += f".{rest:02d}".rstrip("0")
    return "-" + text if hundredths < 0 else text


def _round(match):
    return _short(round(float(match.group()) * 100))


def _join(numbers):
    out = []
    last = "."
    for number in numbers:
        text = _short(number)
        if out and not (text[0] == "-" or (text[0] == "." and "." in last)):
            out.append(" ")
        out.append(text)
        last = text
    return "".join(out)


def _outline(d):
    """Return a path's data in relative, rounded form, and its bounding box."""
    tokens = _PATH.findall(d)
    out, run, verb = [], [], ""
    x = y = start_x = start_y = 0
    left = low = float("inf")
    right = high = -float("inf")
    i, command = 0, "M"

    def flush():
        if run:
            out.append(verb + _join(run))
            run.clear()

    while i < len(tokens):
        token = tokens[i]
        if token in _PAIRS:
            command = token
            i += 1
            continue
        if token == "z":
            flush()
            verb = ""
            out.append("z")
            x, y = start_x, start_y
            i += 1
            continue
        count = 2 * _PAIRS[command]
        points = [round(float(t) * 100) for t in tokens[i : i + count]]
        i += count
        left, right = min(left, *points[::2]), max(right, *points[::2])
        low, high = min(low, *points[1::2]), max(high, *points[1::2])
        if command == "L" and points == [x, y] and run:
            continue
        step = [p - (y if k % 2 else x) for k, p in enumerate(points)]
        x, y = points[-2:]
        if command == "M":
            flush()
            start_x, start_y = x, y
            verb, run = "m", step
            continue
        if command == "L" and 0 in step:
            wanted, step = ("v", step[1:]) if step[0] == 0 else ("h", step[:1])
        else:
            wanted = command.lower()
        if wanted != verb and not (wanted == "l" and verb == "m"):
            flush()
            verb = wanted
        elif wanted in "hv":
            flush()
        run.extend(step)
    flush()
    return "".join(out), (left / 100, low / 100, right / 100, high / 100)


def _attributes(element):
    """Move an element's style into attributes and round its numbers; return a box if it has one."""
    attributes = element.attrib
    style = attributes.pop("style", "")
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if name == "font":
            slant, weight, size = _FONT.fullmatch(value).groups()
            attributes["font-size"] = size
            if weight not in (None, "400"):
                attributes["font-weight"] = weight
            if slant:
                attributes["font-style"] = slant
        elif name == "font-size":
            attributes[name] = value.removesuffix("px")
        elif name and name != "font-family" and (name, value) != ("text-anchor", "start"):
            attributes[name] = value
    box = None
    if "d" in attributes:
        attributes["d"], box = _outline(attributes["d"])
    for name in ("x", "y", "width", "height", "stroke-width", "font-size", "stroke-dasharray"):
        if name in attributes and element.tag != "svg":
            attributes[name] = _NUMBER.sub(_round, attributes[name]).replace(", ", " ")
    transform = attributes.get("transform")
    if transform:
        transform = re.sub(r"rotate\(-?0(\.0*)?[ )][^()]*\)?", "", transform).strip()
        attributes["transform"] = re.sub(
            r"matrix\([^)]*\)|" + _NUMBER.pattern,
            lambda m: m.group() if m.group().startswith("matrix") else _round(m),
            transform,
        )
        if not transform:
            del attributes["transform"]
    if attributes.get("stroke-linejoin") == "round":
        del attributes["stroke-linejoin"]
    if element.tag == "use":
        x, y = float(attributes.get("x", 0)), float(attributes.get("y", 0))
        box = (x, y, x, y)
    return box


def _inside(box, frame):
    return frame and (
        frame[0] - 0.02 <= box[0]
        and frame[1] - 0.02 <= box[1]
        and box[2] <= frame[2] + 0.02
        and box[3] <= frame[3] + 0.02
    )


def _unseen(element):
    """Say whether an element leaves no mark: an empty group, or a path of no ink."""
    if element.tag in ("metadata", "style"):
        return True
    if element.tag in ("g", "defs"):
        return len(element) == 0
    return (
        element.tag == "path"
        and "id" not in element.attrib
        and element.get("fill") == "none"
        and "stroke" not in element.attrib
    )


def _tidy(element, frames, used):
    """Shorten an element and what it holds; return its bounding box where that is known."""
    if element.get("id") not in used:
        element.attrib.pop("id", None)
    box = _attributes(element)
    boxes = []
    for child in list(element):
        inner = _tidy(child, frames, used)
        if element.tag == "defs" and child.tag == "path":
            for name in _INHERITED:  # each <use> brings its own, which a page can recolour
                child.attrib.pop(name, None)
        if _unseen(child):
            element.remove(child)
        elif child.tag != "defs":
            boxes.append(inner)
    if element.tag == "g" and boxes and all(boxes):
        lefts, lows, rights, highs = zip(*boxes, strict=True)
        box = (min(lefts), min(lows), max(rights), max(highs))
    clip = _REFERENCE.fullmatch(element.get("clip-path", ""))
    if clip and box and _inside(box, frames.get(clip.group(1))):
        del element.attrib["clip-path"]  # nothing to cut off
    if element.tag == "g" and len(element) > 1:
        for name in _INHERITED:
            value = element[0].get(name)
            if value and name not in element.attrib and all(c.get(name) == value for c in element):
                element.set(name, value)
                for child in element:
                    del child.attrib[name]
    return None if "transform" in element.attrib else box


def _references(root):
    """Return the ids that an element below root points at, in order."""
    found = {}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "href" and value.startswith("#"):
                found[value[1:]] = None
            elif "url(#" in value:
                found.update(dict.fromkeys(_REFERENCE.findall(value)))
    return found


def _write(element, names, out):
    """Append an element's text to out, with its ids renamed and without idle groups."""
    tag = element.tag
    if tag == "clipPath" and element.get("id") not in names:
        return
    attributes = ""
    for name, value in element.attrib.items():
        if name == "id":
            value = names[value]
        elif name == "href" and value.startswith("#"):
            value = "#" + names[value[1:]]
        elif "url(#" in value:
            value = _REFERENCE.sub(lambda m: f"url(#{names[m.group(1)]})", value)
        attributes += f' {name}="{html.escape(value)}"'
    inner = []
    if element.text and element.text.strip():
        inner.append(html.escape(element.text, quote=False))
    for child in element:
        _write(child, names, inner)
        if child.tail and child.tail.strip():
            inner.append(html.escape(child.tail, quote=False))
    if tag in ("svg", "g") and not attributes:
        out.extend(inner)
    elif inner:
        out.append(f"<{tag}{attributes}>{''.join(inner)}</{tag}>")
    elif tag not in ("g", "defs", "text"):
        out.append(f"<{tag}{attributes}/>")


def svg(fig, alt):
    """Return a figure as one line of SVG text: small, and the same for the same content.

    Text carries no font family of its own, ids carry a hash of the content so that two
    figures may stand in one page, and colours are attributes (`fill`, `stroke`).

    alt: what a reader who cannot see the figure should know; becomes its `aria-label`.
    Raises ValueError for an empty alt and for anything but a figure.
    """
    if not isinstance(fig, Figure):
        raise ValueError(f"fig: got {type(fig).__name__}; takes a matplotlib Figure")
    alt = " ".join(str(alt).split())
    if not alt:
        raise ValueError("alt: got an empty text; takes what the figure shows, in words")
    matplotlib.rcParams.update(STYLE)
    raw = io.StringIO()
    FigureCanvasSVG(fig).print_svg(raw, metadata={"Date": None})
    text = raw.getvalue()
    text = text[text.index("<svg") :].replace("xlink:href", "href")
    text = re.sub(r' xmlns(:\w+)?="[^"]*"', "", text.replace("xmlns:xlink", "xmlns:x", 1))
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    root = ElementTree.fromstring(text)
    box = root.get("viewBox")
    root.attrib.clear()
    frames = {
        clip.get("id"): (
            float(clip[0].get("x")),
            float(clip[0].get("y")),
            float(clip[0].get("x")) + float(clip[0].get("width")),
            float(clip[0].get("y")) + float(clip[0].get("height")),
        )
        for clip in root.iter("clipPath")
        if clip[0].tag == "rect"
    }
    _tidy(root, frames, _references(root))
    used = list(_references(root))
    _, _, width, height = (float(number) for number in box.split())
    pixels = f'width="{round(width * 4 / 3)}" height="{round(height * 4 / 3)}"'

    def body(prefix):
        out = []
        names = {name: f"{prefix}{k}" for k, name in enumerate(used)}
        _write(root, names, out)
        return "".join(out)

    digest = hashlib.sha256((box + alt + body("")).encode()).hexdigest()[:8]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" '
        f'aria-label="{html.escape(alt)}" viewBox="{_NUMBER.sub(_round, box)}" {pixels} '
        f'style="max-width:100%;height:auto" font-family="sans-serif" stroke-linejoin="round">'
        f"<style>svg:root{{background:{PAPER}}}</style>{body(f'f{digest}-')}</svg>"
    )


# Showing and saving


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


def show(fig, name, caption, alt):
    """Save a figure as `figures/<name>.svg` and display it with its caption.

    name: path below `figures/` without ending, such as "economics/cost_per_token-curve".
    caption: a sentence that states the figure's message. alt: the same for who cannot see.
    The file is written only if its bytes change. Raises ValueError for a name outside
    `figures/`, an empty caption or alt, a caption without full stop, an unlabelled axis.
    """
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*", name):
        raise ValueError(f"name: got {name!r}; takes lower-case words joined by _ - and /")
    check_words(caption, alt)
    text = svg(fig, alt)
    check_axes(fig)
    path = FIGURES / f"{name}.svg"
    content = (text + "\n").encode()
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    display({"image/svg+xml": text, "text/plain": " ".join(alt.split())}, raw=True)
    display({"text/html": caption_html(caption), "text/plain": caption.strip()}, raw=True)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(fig)
