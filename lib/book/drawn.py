"""The start of a live figure as a drawing: the frame, and in it what web/static/live.js draws too.

The frame stands still, so the page takes it as it is and draws in the box of its axes.
"""

import numpy as np

from lib.book import figures
from lib.book.figures import new, svg
from lib.book.reading import course, said

#: Points between the lines of labels that stand one above another.
APART = 13.5


def axes_of(spec):
    """A figure with the frame of every panel: (figure, [axes])."""
    panels, size = spec["panels"], dict(spec["size"])
    cols = size.pop("cols", len(panels))
    fig, made = new(rows=len(panels) // cols, cols=cols, **{"right": 1.2} | size)
    axes = list(np.ravel(np.asarray(made, dtype=object)))
    for ax, part in zip(axes, panels, strict=True):
        for axis, given in ((ax.xaxis, part["x"]), (ax.yaxis, part["y"])):
            if given["names"]:
                axis.set_ticks(range(len(given["names"])), given["names"])
                ax.grid(False, axis=axis.axis_name)
                axis.set_label_text(given["label"])
            elif given["log"]:
                figures.log_ticks(axis, given["unit"], given["label"])
            else:
                figures.unit_ticks(axis, given["unit"], given["label"])
            if given["ticks"] is not None:
                axis.set_ticks(given["ticks"])
        ax.set(xlim=(part["x"]["low"], part["x"]["high"]))
        low, high = part["y"]["low"], part["y"]["high"]
        ax.set(ylim=(high, low) if part["y"]["names"] else (low, high))  # the first name on top
    return fig, axes


def framed(spec):
    """The frame for the page: its drawing, and the boxes of its axes from the upper left corner."""
    fig, axes = axes_of(spec)
    high = fig.bbox.height
    boxes = [[box.x0, high - box.y1, box.width, box.height] for box in (ax.bbox for ax in axes)]
    text = svg(fig, "frame")
    figures.check_axes(fig)
    return {"svg": text, "boxes": [[round(float(v), 2) for v in box] for box in boxes]}


def steps(low, high, points, by_ratio, whole=False):
    """So many numbers from low to high; web/static/live.js has the same."""
    part = np.arange(points) / (points - 1)
    found = low * (high / low) ** part if by_ratio else low + (high - low) * part
    return np.unique(np.round(found)) if whole else found


def drawing(live):
    """The start state of a live figure: its drawing, with what it says in words."""
    fig, axes = axes_of(live.spec)
    told = [live.render(live.spec["alt"])]
    for ax, part in zip(axes, live.spec["panels"], strict=True):
        panel = Panel(live, ax, part)
        for mark in part["marks"]:
            getattr(panel, mark["kind"])(mark)
        panel.write_ends()
        told += panel.told
    alt = told[0] + (" " + "; ".join(told[1:]) + "." if told[1:] else "")
    return svg(fig, alt)


class Panel:
    """One frame and what is drawn in it."""

    def __init__(self, live, ax, part):
        self.live, self.ax, self.part = live, ax, part
        self.ends, self.told = [], []

    def of(self, mark):
        """Inputs and outputs for what a mark is given; and a name or a number looked up there."""
        values = self.live.values(mark["given"])
        return lambda v: values[v] if isinstance(v, str) else v

    def along(self, mark):
        """Where a curve goes: (xs, ys of each of its outputs)."""
        over = mark.get("over") or self.part["x"]["over"]
        i = self.live.inputs[over]
        if "x" in mark:
            low, high = i.low * i.factor, i.high * i.factor
        else:
            low, high = self.part["x"]["low"], self.part["x"]["high"]
        log = i.by_ratio if "x" in mark else self.part["x"]["log"]
        at = steps(low, high, self.live.spec["points"], log, i.whole)
        made = self.live.sweep(over, at, mark["given"])
        ys = [made[v] if isinstance(v, str) else np.full(at.shape, float(v))
              for v in (mark["y"], mark.get("low")) if v is not None]  # fmt: skip
        return made[mark.get("x") or over], *ys

    def words(self, mark):
        return self.live.render(mark["label"], mark["given"])

    def label(self, mark, x, y, **default):
        place = default | {k: mark[k] for k in ("dx", "dy", "ha") if k in mark}
        text = self.words(mark)
        if text and np.isfinite(x) and np.isfinite(y):
            place.setdefault("dx", 6)
            figures.label_line(self.ax, (x, y), text, color=mark["color"], **place)

    def end(self, mark, x, y):
        """A label in the right margin; `write_ends` keeps such labels apart."""
        text = self.words(mark)
        low, high = self.part["y"]["low"], self.part["y"]["high"]
        if text and low <= y <= high:
            place = self.ax.transData.transform((x, y))[1]
            self.ends.append([place, text, mark, x, y])

    def write_ends(self):
        self.ends.sort(key=lambda e: e[0])
        floor = -np.inf
        for place, text, mark, x, y in self.ends:
            half = APART * (text.count("\n") + 1) / 2
            at = max(place + mark.get("dy", 0), floor + half)
            floor = at + half
            figures.label_line(self.ax, (x, y), text, color=mark["color"], dx=mark.get("dx", 6),
                               dy=at - place)  # fmt: skip

    def curve(self, mark):
        xs, ys = self.along(mark)
        good = np.isfinite(xs) & np.isfinite(ys)
        dash = self.dash(mark)
        self.ax.plot(xs, ys, color=mark["color"], linewidth=mark["width"], linestyle=dash,
                     drawstyle="steps-post" if mark["step"] else None)  # fmt: skip
        if mark["label"]:
            name = self.words(mark).replace("\n", " ")
            self.told.append(course(name, xs, ys, self.part["x"]["unit"], self.part["y"]["unit"]))
        if not good.any():
            return
        if "at" in mark:
            k = np.abs(np.where(good, xs, np.inf) - mark["at"]).argmin()
            self.label(mark, xs[k], ys[k])
        else:
            inside = good.copy()
            for values, axis in ((xs, self.part["x"]), (ys, self.part["y"])):
                inside &= (values >= axis["low"]) & (values <= axis["high"])
            if inside.any():
                k = np.where(inside, xs, -np.inf).argmax()
                self.end(mark, xs[k], ys[k])

    def area(self, mark):
        xs, high, low = self.along(mark)
        self.ax.fill_between(xs, low, high, color=mark["color"], alpha=mark["opacity"], linewidth=0,
                             step="post" if mark["step"] else None)  # fmt: skip
        k = np.abs(xs - mark.get("at", xs[-1])).argmin()
        middle = np.sqrt(low[k] * high[k]) if self.part["y"]["log"] else (low[k] + high[k]) / 2
        self.label(mark, xs[k], middle, dx=0, ha="right")

    def point(self, mark):
        look = self.of(mark)
        xs, ys = (np.ravel([look(x) for x in np.ravel(v).tolist()]) for v in (mark["x"], mark["y"]))
        hollow = {"markerfacecolor": figures.PAPER, "markeredgewidth": 1.8}
        kind = hollow | {"markersize": 7.5} if mark["marker"] == "D" else {}
        kind = hollow if mark["marker"] == "h" else kind
        marker = "o" if mark["marker"] == "h" else mark["marker"]
        self.ax.plot(xs, ys, marker, color=mark["color"], zorder=5, **kind)
        self.label(mark, xs[-1], ys[-1], dx=9, dy=9)

    def seen(self, mark):
        at = self.live.texts(mark["given"])
        xs, ys = mark["sets"].get(f"{at[mark['key']]}|{at[mark['also']]}", ((), ()))
        ys = self.of(mark)(mark["times"]) * np.asarray(ys)
        self.ax.plot(xs, ys, "o", color=mark["color"], markerfacecolor="none", markersize=4,
                     markeredgewidth=1)  # fmt: skip
        words = self.words(mark).replace("\n", " ")
        self.told += [f"{words}: {len(xs)} points"] if words and len(xs) else []

    def dash(self, mark):
        numbers = [float(n) for n in mark["dash"].split()]
        return (0, [n / mark["width"] for n in numbers]) if numbers else "-"

    def reads(self, mark, value, axis):
        """Tell a line's value, unless its label has it already."""
        words, number = self.words(mark).replace("\n", " "), said(value, self.part[axis]["unit"])
        if words:
            self.told.append(words if number in words else f"{words}: {number}")

    def level(self, mark):
        value = self.of(mark)(mark["place"])
        look = {"color": mark["color"], "linewidth": mark["width"], "linestyle": self.dash(mark)}
        self.ax.axhline(value, **look)
        if "at" in mark:
            self.label(mark, mark["at"], value, dx=0, dy=8)
        else:
            self.end(mark, self.part["x"]["high"], value)
        self.reads(mark, value, "y")

    def upright(self, mark):
        value = self.of(mark)(mark["place"])
        look = {"color": mark["color"], "linewidth": mark["width"], "linestyle": self.dash(mark)}
        self.ax.axvline(value, **look)
        top = self.part["y"]["low" if self.part["y"]["names"] else "high"]
        self.label(mark, value, top, dx=0, dy=8, ha="center")
        self.reads(mark, value, "x")

    def bar(self, mark):
        level, look = bool(self.part["y"]["names"]), self.of(mark)
        names = list(self.part["y" if level else "x"]["names"])
        axis = self.part["x" if level else "y"]
        place = names.index(mark["name"])
        end = first = look(mark.get("low", 0.0))
        floor = axis["low"] if axis["log"] else -np.inf
        for part, color in zip(mark["parts"], mark["colors"], strict=True):
            begin, end = max(end, floor), end + look(part)
            draw, other = (self.ax.barh, "left") if level else (self.ax.bar, "bottom")
            draw(place, max(end, floor) - begin, 0.62, color=color, **{other: begin})
        inside = min(max(end, axis["low"]), axis["high"])
        if level:
            self.label(mark, inside, place)
        else:
            self.label(mark, place, inside, dx=0, dy=9, ha="center")
        begin = f"{said(first, axis['unit'])} to " if "low" in mark else ""
        self.told.append(f"{mark['name']}: {begin}{said(end, axis['unit'])}")
