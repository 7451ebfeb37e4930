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
        offer, name="cost_per_token-batch",
        inputs={"price": Number("Price of a chip", "$", 1000, 20_000, start=6000),
                "batch": Number("Requests at a time", "", 1, 4096, start=128, whole=True),
                "kv": Choice("KV cache in", ("int8", "fp16"))},
        x=Axis("Requests at a time (batch)", over="batch"),
        y=Axis("Price per token/s", "$", 0.5, 60_000),
        marks=[Curve("cost", "SRAM cluster", LPU),
               Curve("cost", "with fp16", MUTED, given={"kv": "fp16"}, dash="4 3"),
               Level("floor", "floor {floor:$}", LPU, dash="1 3"),
               Point("batch", "cost", "{cost:$}", LPU),
               Document(128, 61, "$61")],
        sentence="With {batch} requests a token/s costs {cost:$}{cheap?, less than $100|}.",
        caption="An SRAM cluster gets cheaper with every request.",
        alt="Price per token/s against batch, both on log scales.")

The function takes its inputs by name, in base units (`Number.factor`), choices as they are given,
and returns a dict of numbers by name; it runs on numbers, arrays and symbols alike: NumPy's
functions, no branch on a number, though a branch on a choice is fine (each choice that is no
number has its tape). What a model refuses is told at the input of that name, and a curve has
a gap there; so let the model refuse (`require_room`) rather than return NaN.

Other kinds, each a line of `marks`:

    Curve("price", "8 x H100", H100, x="speed", over="batch")   # parametric: a frontier
    Curve("rate", "with 16 cards", LPU, given={"cards": 16})     # another value of an input
    Curve("chance", "plan", LPU, step=True, at=40, dx=8, dy=6)   # steps; its label on the line
    Area("weights", "all", "KV cache", LPU, at=500)              # between two outputs
    Area(0, "weights", "weights", H100, at=500)
    Level("goal", "its maker's goal", MUTED, dash="1 3")         # a threshold
    Upright("fits", "{fits:,.0f} fit", INK)
    Point("batch", "cost", "{cost:$}", LPU)                      # the reader's point
    Point(contexts, rates, "measured", H100, marker="h")         # data: arrays or lists
    Document(128, 61, "$61")                                     # the document's point
    Bar("LPU", ("bought", "power"), (LPU, MUTED), "{total:$}")   # with Axis(names=("LPU", ...))
    Bar("price", "span", MUTED, low="least")                     # from one output on

and of `inputs`:

    "latency": Number("Latency", "µs", 0.5, 100, start=2, factor=1e-6)
    "share": Number("In use", "%", 1, 100, start=50, factor=0.01)
    "model": Choice("Model", {"LLaMA-3.1 70B": "llama3_70b", "DeepSeek-V3": "deepseek_v3"})
    "cards": Choice("Cards", {"8": 8, "16": 16})                  # numbers: one tape
    "chip": Choice("Chip", fills={"H100": {"price": 30000, "memory": 85.5}})  # fills boxes only
    "batch": Number("Batch", "", 1, 512, start=64, whole=True, knob=False)    # only an axis

A figure of bars gives one axis `names` and no numbers. Side by side: `panels=[Panel(x, y, marks),
...]` in place of x, y and marks. Templates of labels and sentences: ``lib.book.reading``.

``tools/live_figures.py`` lists the book's and answers lines of inputs from their functions.
"""

import itertools
import json
from numbers import Real

import numpy as np

from lib.book import figures, moving
from lib.book.columns import Columns
from lib.book.drawn import drawing, framed
from lib.book.inputs import Choice, Number, form
from lib.book.marks import (
    Area,
    Axis,
    Bar,
    Curve,
    Document,
    Level,
    Panel,
    Point,
    Seen,
    Upright,
)
from lib.book.paste import Paste
from lib.book.reading import names, parse, render
from lib.book.trace import short, special_functions, trace

__all__ = ["Area", "Axis", "Bar", "Choice", "Curve", "Document", "Level", "Live", "Number",
           "Panel", "Paste", "Point", "Seen", "Upright", "live"]  # fmt: skip

MOST_TAPES = 64
#: The figures that were made, by name.
REGISTER = {}


def _numbers(given):
    """Those of what a function gets that are numbers."""
    return {n: v for n, v in given.items() if isinstance(v, Real)}


class Live:
    """A figure that computes; a cell shows it."""

    def __init__(self, function, inputs, spec):
        self.function, self.inputs, self.spec = function, inputs, spec
        self.columns = function if isinstance(function, Columns) else None
        self.name = spec["name"]
        self.start = {name: i.start for name, i in self.asked.items()}
        self._known = {}

    @property
    def asked(self):
        """The inputs that the function takes."""
        return {n: i for n, i in self.inputs.items() if getattr(i, "options", True) is not None}

    @property
    def special(self):
        """Functions that the tapes need and JavaScript lacks."""
        return sorted({name for tape in self.spec["tapes"] for name in special_functions(tape)})

    def given(self, shown):
        """What the function gets for what boxes show; what is not said is as at the start."""
        unknown = [name for name in shown if name not in self.asked]
        if unknown:
            raise ValueError(f"{unknown[0]}: no such input; takes {', '.join(self.asked)}")
        shown = self.followed(shown)
        given = {n: i.value(shown[n]) for n, i in self.asked.items()}
        return self.columns.found(given) if self.columns else given

    def followed(self, shown):
        """What all boxes show, for those that are said."""
        full = self.start | shown
        for n, i in self.asked.items():
            if getattr(i, "follows", None) and n not in shown:
                full[n] = sum(factor * full[other] for other, factor in i.follows.items())
        return full

    def outputs(self, shown):
        """The outputs by name, as numbers, computed by the function itself."""
        with np.errstate(all="ignore"):
            made = self.function(**self.given(shown))
        return {name: float(value) for name, value in made.items()}

    def values(self, shown):
        """Inputs and outputs by name, in base units; computed once, for a drawing asks often."""
        key = repr(sorted(shown.items()))
        if key not in self._known:
            self._known[key] = _numbers(self.given(shown)) | self.outputs(shown)
        return self._known[key]

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
            n: np.full(xs.shape, float(v)) for n, v in _numbers(given).items()
        } | {over: xs}  # fmt: skip

    def _one(self, given):
        try:
            return self.function(**given)
        except ValueError:
            return {}

    def texts(self, shown):
        """How inputs read in a sentence."""
        full = self.followed(shown)
        return {n: i.text(full.get(n, i.start)) for n, i in self.inputs.items()}

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
        text = moving.with_script(self.html(), self.special)
        return {"text/html": text, "text/plain": repr(self)}

    def html(self):
        """The figure as it is stored: it moves where a script is given to it."""
        spec = self.spec
        picture = drawing(self)
        figures.keep(f"{self.name}.svg", picture + "\n")
        told = json.dumps(self.told(), ensure_ascii=False)
        attributes = {"id": f"live-{self.name}", "data-live": self.name, "data-inputs": told,
                      "data-special": " ".join(self.special) or None}  # fmt: skip
        spec = spec | {"tapes": [short(tape) for tape in spec["tapes"]]}
        return moving.figure(
            attributes, form(self.inputs, spec.get("groups")), picture,
            self.render(spec["sentence"]), spec["caption"],
            moving.packed(json.dumps(spec, separators=(",", ":"), ensure_ascii=False)),
            self.columns.table(spec["rows"], self.render) if self.columns else "",
        )  # fmt: skip


def live(function, *, name, inputs, caption, alt, sentence="", x=None, y=None, marks=(),
         panels=None, points=241, groups=None, columns=None, rows=None, search=None,
         **frame):  # fmt: skip
    """Return a figure that computes in the page; see the module for an example.

    name: the chapter's and the figure's, as in `figures.show`: "cost_per_token-batch".
    inputs: name -> `Number` or `Choice`. x, y: `Axis`. marks: of `Curve`, `Area`, `Point`,
    `Document`, `Level`, `Upright`, `Bar`.
    sentence: a template that reads the result off. alt: a template; what each curve does is
    added to it. panels: in place of x, y and marks, several `Panel`. points: along a curve.
    groups: title -> names, where inputs stand in groups. columns, rows, search: several cases
    side by side (`lib.book.columns`).
    frame: as in `figures.new` (width, height, left, right, top, bottom).

    Raises ValueError, naming the argument, for what does not fit together.
    """
    figures.check_name(name)
    figures.check_words(caption, alt)
    drawn = panels or [Panel(x, y, marks)]
    for name_, i in inputs.items():
        if not isinstance(i, (Number, Choice, Paste)):
            raise ValueError(f"inputs: {name_} is {i!r}; takes a Number or a Choice")
        if isinstance(i, Number) and not i.low <= i.start <= i.high:
            raise ValueError(f"{name_}: got start={i.start}; takes {i.low} to {i.high}")
        if isinstance(i, Choice) and i.start not in i.names:
            raise ValueError(f"{name_}: got start={i.start!r}; takes one of {i.names}")
    spec = {
        "name": name, "caption": caption, "alt": parse(" ".join(alt.split())),
        "sentence": parse(sentence), "points": points,
        "inputs": {n: i.data() for n, i in inputs.items()}, "size": frame,
        "panels": [part.data(inputs) for part in drawn],
    }  # fmt: skip
    asked = {n: i for n, i in inputs.items() if getattr(i, "options", True) is not None}
    if columns:
        function = Columns(function, columns, search)
        spec |= {"columns": list(columns), "rows": function.rows(rows or {})}
        spec |= {"search": vars(search)} if search else {}
        spec |= tapes(function.function, function.own(asked, next(iter(columns))))
    else:
        spec |= tapes(function, asked)
    spec |= {"groups": groups} if groups else {}
    made = Live(function, inputs, spec)
    check(made)
    spec["frame"] = framed(spec)
    REGISTER[name] = made
    return made


def tapes(function, asked):
    """The tapes of a function, one for each set of choices that changes it."""
    numeric = {n: i for n, i in asked.items() if isinstance(i, Number) or i.numeric}
    kinds = {n: int if i.whole else float for n, i in numeric.items()}
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
    outputs = set(made.spec["tapes"][0]["outputs"])
    if made.columns:
        outputs = {name + end for name in outputs for end in made.columns.ends}
    known = {*made.inputs, *outputs}
    both = set(made.asked) & outputs
    if both:
        raise ValueError(f"function: {sorted(both)[0]} is an input and an output; takes one name")
    asked = names(made.spec["sentence"]) | names(made.spec["alt"])
    for _, *cells in made.spec.get("rows", ()):
        asked |= set().union(*map(names, cells))
    for part in made.spec["panels"]:
        for m in part["marks"]:
            asked |= names(m["label"]) | set(m.get("parts", ()))
            told = map(m.get, ("x", "y", "place", "low", "over", "times", "key"))
            asked |= {name for name in told if isinstance(name, str)}
    if asked - known:
        raise ValueError(f"name: {sorted(asked - known)} in marks or templates; takes {known}")
