"""Figures that compute where they are read: every number can be typed.

A chapter writes a function from inputs to outputs with the models of ``lib``, and says what is
drawn of it. ``live`` runs the function once on symbols (``lib.book.trace``); the tape of its
operations, the frame of the figure and what stands in it are data that one script of the book,
web/static/live.js, draws from in the next frame. The cell shows HTML that carries that script, so
the figure moves in Jupyter without a kernel too; on a page the script is loaded once.

    def offer(price, batch, kv):
        cluster = answers.lpu_cluster(4096, price, request=llama.kv_bytes(4096, kv))
        return {"cost": cluster.cost(batch), "floor": cluster.floor}

    live(
        offer, name="cost-of-a-cluster",
        inputs={"price": Number("Price of a chip", "$", 1000, 20_000, start=6000),
                "batch": Number("Requests at a time", "", 1, 4096, start=128, whole=True),
                "kv": Choice("KV cache in", ("int8", "fp16"))},
        x=Axis("Requests at a time (batch)", over="batch"),
        y=Axis("Price per token/s", "$", 0.5, 60_000),
        marks=[curve("cost", "SRAM cluster", LPU),
               curve("cost", "with fp16", MUTED, given={"kv": "fp16"}, dash="4 3"),
               level("floor", "floor {floor:$}", LPU, dash="1 3"),
               point("batch", "cost", "{cost:$}", LPU),
               document(128, 61, "$61")],
        sentence="With {batch} requests a token/s costs {cost:$}{cheap?, less than $100|}.",
        caption="An SRAM cluster gets cheaper with every request.",
        alt="Price per token/s against batch, both on log scales.")

The function takes its inputs by name, in base units (`Number.factor`), choices as they are given,
and returns a dict of numbers; it runs on numbers, arrays and symbols alike: NumPy's functions,
no branch on a number, though a branch on a choice is fine. What a model refuses is told at
the input of that name. Templates of labels and sentences: ``lib.book.reading``.

    python -m lib.book.live --list     every live figure of the book with its inputs
    python -m lib.book.live NAME       outputs for each line of inputs, computed by the models
"""

import base64
import contextlib
import html
import io
import itertools
import json
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from lib.book import figures
from lib.book.drawn import drawing, framed
from lib.book.figures import INK
from lib.book.reading import names, parse, render
from lib.book.trace import trace

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "web/static"
MOST_TAPES = 64


# What a reader may turn


@dataclass(frozen=True)
class Number:
    """A number that is typed or slid.

    label, unit: what stands before the box; "$" and "%" read as such.
    low, high, start: as the box shows them. factor: what one of them is worth in base units.
    whole: whole numbers only. log: a slider by ratios; by default where the range has decades.
    knob: False for a number that only runs along an axis.
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

    @property
    def by_ratio(self):
        """Whether its slider and its course along an axis go by ratios."""
        return self.low > 0 and self.high >= 50 * self.low if self.log is None else self.log

    def value(self, shown):
        """What the function gets."""
        if isinstance(shown, bool) or not isinstance(shown, (int, float)):
            raise ValueError(f"{self.label}: got {shown!r}; takes a number")
        shown = shown * self.factor
        return int(shown) if self.whole and float(shown).is_integer() else float(shown)

    def text(self, shown):
        """The number with its unit."""
        number = f"{shown:,.15g}"
        if self.unit in ("$", "%"):
            return f"${number}" if self.unit == "$" else f"{number}%"
        return f"{number} {self.unit}".strip()

    def data(self):
        """What the page is told."""
        return {
            "label": self.label, "unit": self.unit, "low": self.low, "high": self.high,
            "start": self.start, "factor": self.factor, "whole": self.whole,
            "log": self.by_ratio, "knob": self.knob,
        }  # fmt: skip


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
        return all(isinstance(v, (int, float)) for v in self.options.values())

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


# What is drawn


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


def curve(y, label="", color=INK, *, x=None, over=None, given=None, dash="", width=2.2, step=False,
          **place):  # fmt: skip
    """A line: output ``y`` against the axis's input, or against output ``x`` over any input.

    given: inputs that differ from the reader's, as boxes show them. place: where its label
    stands: at (a value along x, else the right end), dx, dy (points), ha ("left", "right",
    "center").
    """
    return dict(kind="curve", y=y, x=x, over=over, given=given or {}, label=label, color=color,
                dash=dash, width=width, step=step, **place)  # fmt: skip


def area(low, high, label="", color=INK, *, opacity=0.18, x=None, over=None, given=None, step=False,
         **place):  # fmt: skip
    """What lies between two outputs, or an output and a number, along the axis."""
    return dict(kind="area", low=low, y=high, x=x, over=over, given=given or {}, label=label,
                color=color, opacity=opacity, step=step, **place)  # fmt: skip


def point(x, y, label="", color=INK, *, marker="o", given=None, **place):
    """A dot, or several: numbers, lists of numbers, or names of inputs and outputs."""
    listed = [v.tolist() if isinstance(v, np.ndarray) else v for v in (x, y)]
    return dict(kind="point", x=listed[0], y=listed[1], label=label, color=color, marker=marker,
                given=given or {}, **place)  # fmt: skip


def document(x, y, label="", **place):
    """The document's own figure: a hollow diamond."""
    return point(x, y, label, figures.DOCUMENT, marker="D", **place)


def level(value, label="", color=INK, *, dash="", width=1.4, given=None, **place):
    """A level line at an output or a number; its label stands at the right end."""
    return dict(kind="level", y=value, label=label, color=color, dash=dash, width=width,
                given=given or {}, **place)  # fmt: skip


def upright(value, label="", color=INK, *, dash="", width=1.4, given=None, **place):
    """An upright line at an output or a number; its label stands at the top."""
    return dict(kind="upright", x=value, label=label, color=color, dash=dash, width=width,
                given=given or {}, **place)  # fmt: skip


def bar(name, parts, colors, label="", *, given=None):
    """A bar at a name of an axis: outputs stacked from 0, a colour each, a label at the end."""
    parts = [parts] if isinstance(parts, str) else list(parts)
    colors = [colors] * len(parts) if isinstance(colors, str) else list(colors)
    return dict(kind="bar", name=name, parts=parts, colors=colors, label=label, color=INK,
                given=given or {})  # fmt: skip


# The figure

REGISTER = {}


class Live:
    """A figure that computes; a cell shows it."""

    def __init__(self, function, inputs, spec):
        self.function, self.inputs, self.spec = function, inputs, spec
        self.name = spec["name"]
        self.start = {name: i.start for name, i in self.asked.items()}

    @property
    def asked(self):
        """The inputs that the function takes."""
        return {n: i for n, i in self.inputs.items() if getattr(i, "options", True) is not None}

    def given(self, shown):
        """What the function gets for what boxes show; what is not said is as at the start."""
        unknown = [name for name in shown if name not in self.asked]
        if unknown:
            raise ValueError(f"{unknown[0]}: no such input; takes {', '.join(self.asked)}")
        return {n: i.value((self.start | shown)[n]) for n, i in self.asked.items()}

    def outputs(self, shown):
        """The outputs by name, as numbers, computed by the function itself."""
        with np.errstate(all="ignore"):
            made = self.function(**self.given(shown))
        return {name: float(value) for name, value in made.items()}

    def values(self, shown):
        """Inputs and outputs by name, in base units."""
        numbers = {n: v for n, v in self.given(shown).items() if not isinstance(v, str)}
        return numbers | self.outputs(shown)

    def sweep(self, over, xs, shown):
        """The outputs along an input; not a number where the model refuses."""
        given = self.given(shown)
        with np.errstate(all="ignore"):
            try:
                made = self.function(**given | {over: xs})
            except ValueError:
                made = [self._one(given | {over: x}) for x in xs]
                known = next((m for m in made if m), {})
                made = {n: [m.get(n, np.nan) for m in made] for n in known}
        return {n: np.broadcast_to(np.asarray(v, float), xs.shape) for n, v in made.items()} | {
            n: np.full(xs.shape, float(v)) for n, v in given.items() if not isinstance(v, str)
        } | {over: xs}  # fmt: skip

    def _one(self, given):
        try:
            return self.function(**given)
        except ValueError:
            return {}

    def texts(self, shown):
        """How inputs read in a sentence."""
        return {n: i.text((self.start | shown).get(n, i.start)) for n, i in self.inputs.items()}

    def render(self, parts, shown=None):
        """A parsed template for what boxes show."""
        shown = shown or {}
        return render(parts, self.values(shown), self.texts(shown))

    def told(self):
        """What a reader from outside is told of each input."""
        return [
            {k: v for k, v in {"name": n, **i.data()}.items() if k not in ("fills", "values")}
            for n, i in self.asked.items()
        ]

    def __repr__(self):
        at = "; ".join(f"{i.label}: {i.text(i.start)}" for i in self.asked.values())
        return f"{self.spec['caption']}\n{at}\n{self.render(self.spec['sentence'])}"

    def _repr_mimebundle_(self, **kw):
        return {"text/html": self.html() + script(), "text/plain": repr(self)}

    def html(self):
        """The figure as it is stored: it moves where a script is given to it."""
        spec = self.spec
        picture, alt = drawing(self)
        data = base64.b64encode(picture.encode()).decode()
        packed = json.dumps(spec, separators=(",", ":"), ensure_ascii=False)
        return (
            f'<figure class="live" id="live-{self.name}" data-live="{self.name}" '
            f"data-inputs='{html.escape(json.dumps(self.told(), ensure_ascii=False))}'>"
            # As data, for where scripts are taken out its controls would stand there dead.
            f'<script type="text/plain" data-form>{form(self.inputs)}</script>'
            f'<div class="live-picture"><img alt="{html.escape(alt)}" '
            f'src="data:image/svg+xml;base64,{data}"></div>'
            f'<p class="readout mathjax_ignore">'
            f"{html.escape(self.render(spec['sentence']), quote=False)}</p>"
            f"{figures.caption_html(spec['caption'])}"
            f'<script type="application/json">{packed.replace("<", chr(92) + "u003c")}</script>'
            "</figure>"
        )


def script():
    """Style and script for a figure in Jupyter; where the book is stored they are left out."""
    if os.environ.get("BOOK_STORED") or not (STATIC / "live.js").exists():
        return ""
    code = "\n".join((STATIC / file).read_text("utf-8") for file in ("tape.js", "live.js"))
    style = (STATIC / "live.css").read_text("utf-8")
    return f"<style data-live>{style}</style><script data-live>{code}</script>"


def form(inputs):
    """The controls as HTML: a box and a slider for each number, a list for each choice."""
    rows = []
    for name, i in inputs.items():
        label = html.escape(i.label, quote=False)
        if isinstance(i, Choice):
            options = "".join(
                f"<option{' selected' if o == i.start else ''}>{html.escape(o, quote=False)}</option>"
                for o in i.names
            )
            control = f'<select name="{name}">{options}</select>'
        elif not i.knob:
            continue
        else:
            label += f" ({i.unit})" if i.unit else ""
            control = (
                f'<input name="{name}" inputmode="decimal" autocomplete="off" '
                f'data-lm-suppress-shortcuts="true" value="{i.start:,.15g}">'
            )
        rows.append(
            f'<div class="live-input"><label><span>{label}</span>{control}</label>'
            + ("" if isinstance(i, Choice) else
               f'<input type="range" data-slide="{name}" data-lm-suppress-shortcuts="true" min="0" '
               f'max="1000" step="any" aria-label="{label}">')
            + f'<p class="live-refusal" data-for="{name}"></p></div>'
        )  # fmt: skip
    tools = "".join(
        f'<button type="button" data-do="{what}">{what}</button>' for what in ("Reset", "CSV", "SVG")
    )
    link = '<a href="#" data-do="Link">Link</a>'
    return f'<form class="live-form">{"".join(rows)}<p class="live-tools">{tools}{link}</p></form>'


def panel(x, y, *marks):
    """One of several frames side by side: its axes and marks."""
    return {"x": x, "y": y, "marks": list(marks)}


def live(function, *, name, inputs, caption, alt, sentence="", x=None, y=None, marks=(),
         panels=None, points=241, **frame):  # fmt: skip
    """Return a figure that computes in the page; see the module for an example.

    name: lower-case words joined by "-", the figure's own in the whole book.
    inputs: name -> `Number` or `Choice`. x, y: `Axis`. marks: of `curve`, `area`, `point`,
    `document`, `level`, `upright`, `bar`; those that come later lie above.
    sentence: a template that reads the result off. alt: a template; what each curve does is
    added to it. panels: in place of x, y and marks, several `panel`. points: along a curve.
    frame: as in `figures.new` (width, height, left, right, top, bottom).

    Raises ValueError, naming the argument, for what does not fit together.
    """
    figures.check_words(caption, alt)
    drawn = panels or [panel(x, y, *marks)]
    for name_, i in inputs.items():
        if not isinstance(i, (Number, Choice)):
            raise ValueError(f"inputs: {name_} is {i!r}; takes a Number or a Choice")
        if isinstance(i, Number) and not i.low <= i.start <= i.high:
            raise ValueError(f"{name_}: got start={i.start}; takes {i.low} to {i.high}")
        if isinstance(i, Choice) and i.start not in i.names:
            raise ValueError(f"{name_}: got start={i.start!r}; takes one of {i.names}")
    spec = {
        "name": name, "caption": caption, "alt": parse(" ".join(alt.split())),
        "sentence": parse(sentence), "points": points,
        "inputs": {n: i.data() for n, i in inputs.items()}, "panels": drawn, "size": frame,
    }  # fmt: skip
    made = Live(function, inputs, spec)
    spec |= tapes(function, made.asked)
    for part in drawn:
        part["marks"] = [m | {"label": parse(m["label"])} for m in part["marks"]]
        part |= {"x": axis(part["x"], inputs), "y": axis(part["y"], inputs)}
    check(made)
    spec["frame"] = framed(spec)
    REGISTER[name] = made
    return made


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


def tapes(function, asked):
    """The tapes of a function, one for each set of choices that changes it."""
    numeric = {n: i for n, i in asked.items() if isinstance(i, Number) or i.numeric}
    kinds = {n: int if getattr(i, "whole", False) else float for n, i in numeric.items()}
    chosen = {n: i for n, i in asked.items() if n not in numeric}
    sets = list(itertools.product(*(i.names for i in chosen.values())))
    if len(sets) > MOST_TAPES:
        raise ValueError(f"inputs: the choices make {len(sets)} tapes; takes {MOST_TAPES} at most")
    kept, pick = [], {}
    for labels in sets:
        known = {n: i.value(label) for (n, i), label in zip(chosen.items(), labels, strict=True)}
        tape = trace(function, kinds, **known)
        if tape not in kept:
            kept.append(tape)
        pick["|".join(labels)] = kept.index(tape)
    return {"tapes": kept, "pick": pick, "chosen": list(chosen)}


def check(made):
    """Refuse names that are neither an input nor an output, and a start that is refused."""
    known = {*made.inputs, *made.spec["tapes"][0]["outputs"]}
    both = set(made.asked) & set(made.spec["tapes"][0]["outputs"])
    if both:
        raise ValueError(f"function: {sorted(both)[0]} is an input and an output; takes one name")
    asked = names(made.spec["sentence"]) | names(made.spec["alt"])
    for part in made.spec["panels"]:
        for m in part["marks"]:
            asked |= names(m["label"]) | set(m.get("parts", ()))
            asked |= {m[k] for k in ("x", "y", "low", "over") if isinstance(m.get(k), str)}
    if asked - known:
        raise ValueError(f"name: {sorted(asked - known)} in marks or templates; takes {known}")


# From outside


def stored():
    """Every live figure of the stored chapters: name -> (notebook, what is told of its inputs)."""
    found = {}
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            for out in cell.get("outputs", ()):
                text = "".join(out.get("data", {}).get("text/html", ""))
                for name, told in re.findall(r"data-live=\"([^\"]+)\" data-inputs='([^']*)'", text):
                    found[name] = path, json.loads(html.unescape(told))
    return found


def figure(name):
    """A live figure by its name: its chapter is run up to it."""
    known = stored()
    if name not in known:
        raise ValueError(f"name: got {name!r}; takes one of {', '.join(known)}")
    path = known[name][0]
    cells = json.loads(path.read_text("utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    space, here = {"__name__": "__main__"}, os.getcwd()
    os.chdir(path.parent)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            for source in sources:
                exec(compile(source, str(path), "exec"), space)
                if name in REGISTER:
                    return REGISTER[name]
    finally:
        os.chdir(here)
    raise ValueError(f"{path}: makes no live figure called {name}")


def main(arguments):
    """The command line; see the module."""
    if arguments == ["--list"]:
        told = [{"name": n, "notebook": path.relative_to(ROOT).as_posix(), "inputs": inputs}
                for n, (path, inputs) in stored().items()]  # fmt: skip
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if len(arguments) != 1:
        sys.exit("takes --list or the name of a live figure")
    made = figure(arguments[0])
    for line in sys.stdin:
        try:
            print(json.dumps(made.outputs(json.loads(line))), flush=True)
        except ValueError as error:
            print(json.dumps({"error": str(error)}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    from lib.book import live as module  # the one that chapters import

    module.main(sys.argv[1:])
