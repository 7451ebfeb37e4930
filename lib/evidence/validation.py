"""Validation: the roofline with its overheads, held against serving that others measured.

A roofline with every efficiency at 1 is a bound. What a real server reaches is put into six
numbers, each with a physical meaning:

    bandwidth_efficiency   share of the DRAM's bandwidth reached on the weights
    kv_efficiency          the same on the KV cache
    compute_efficiency     share of the peak reached while a prompt is read
    round_latency          seconds of one round of an all-reduce (lib.hardware)
    layer_overhead          seconds of a layer that no card saves
    request_overhead       seconds that each request under way adds to a step

Together they are a ``Practice``. ``fit`` finds them on measured rows, ``cross_validate`` predicts
each row from a fit that never saw it, and ``lib.economics.practice.dram_practice`` are those of
the H100 rows, stored in ``data/practice.toml``. Another chip or another width changes the chip's
own data and nothing else.

A row is one measurement: system (a key of the table of chips), model, precision, tokens in and
out, cards that share each layer, requests under way, and what was measured. The time of a token
is that of ``lib.economics.service.serve``: decoding, and the share of other requests' prompts.

    python -m lib.validation                          the book's own rows
    python -m lib.validation --rows FILE.csv          a table and the mean error by system
    python -m lib.validation --rows FILE.csv --json   the rows with their predicted times
    python -m lib.validation --fit                    fit again and store the six numbers
"""

import argparse
import json
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import least_squares
from scipy.stats import t as student

from lib import checks, tables
from lib.economics.kvcache import used_context
from lib.economics.practice import FITTED as FITTED_NUMBERS
from lib.economics.practice import dram_practice
from lib.economics.service import serve
from lib.hardware import IDEAL, Practice, chip, chips
from lib.spatial.placement import requests_that_fit, require_room
from lib.spatial.roofline import Deployment
from lib.transformer import transformer, transformers
from lib.units import ms

#: The rows that the shipped parameters stand on, and the rows that no fit has seen.
FITTED, UNSEEN = "h100_llama31_70b_tpot", "llama31_70b_tpot_more"

#: What a row must say before a time can be predicted; and what was measured, if anything.
NEEDED = ("system", "model", "precision", "input_tokens", "output_tokens", "tensor_parallel",
          "concurrency")  # fmt: skip
MEASURED = ("ttft_ms", "tpot_ms")
_ONE_LOAD = ("system", "model", "precision")

#: Milliseconds to the first token beyond which requests queue for memory.
SATURATED_TTFT_MS = 5000.0

KV_PRECISION = "fp8"


#: The six numbers, in the order of ``LEAST``, ``MOST`` and ``START``.
NAMES = FITTED_NUMBERS
LEAST = np.array([0.05, 0.05, 0.05, 0.0, 0.0, 0.0])
MOST = np.array([1.0, 1.0, 1.0, 1e-4, 1e-3, 1e-3])
START = np.array([0.8, 0.5, 0.5, 5e-6, 5e-5, 5e-5])


# -- rows ---------------------------------------------------------------------------------


def model_key(name):
    """The key of the model that a benchmark calls by some name.

    >>> model_key("Llama-3.1-70B")
    'llama3_70b'
    """

    def plain(text):
        return str(text).lower().replace("-", " ").replace("_", " ")

    known = {plain(transformer(key).name): key for key in transformers()}
    known |= {plain(key): key for key in transformers()}
    return known[checks.choice("model", plain(name), tuple(known))]


def read(path):
    """The rows of a CSV file, checked; see ``checked``.

    >>> len(read(tables.DATA / f"{FITTED}.csv"))
    27
    """
    path = Path(path)
    if not path.is_file():
        raise ValueError(f"rows: got {str(path)!r}; takes a CSV file that is there")
    return checked(pd.read_csv(path))


def checked(rows):
    """The rows, if a prediction can be made of each.

    Raises ValueError, naming the column and the row, for a column that is missing, a system
    or model that the book's tables lack, a precision in which the chip does not compute,
    counts that are no whole numbers above 0, and a request longer than the model's context.

    >>> checked(fitted().assign(precision="fp4"))
    Traceback (most recent call last):
    ValueError: row 1: precision: got 'fp4'; H100 SXM takes one of fp16, bf16, fp8, int8
    """
    missing = [name for name in NEEDED if name not in rows]
    if missing:
        raise ValueError(f"rows: lack {', '.join(missing)}; take columns {', '.join(NEEDED)}")
    for place, row in enumerate(rows.to_dict("records")):
        try:
            card = chip(checks.choice("system", row["system"], tuple(sorted(chips()))))
            model = transformer(model_key(row["model"]))
            card.peak(row["precision"])
            for name in NEEDED[3:]:
                checks.whole(name, float(row[name]))
            total = float(row["input_tokens"]) + float(row["output_tokens"])
            checks.between("input_tokens + output_tokens", total, 1, model.context)
            for name in MEASURED:
                if name in rows and not pd.isna(row[name]):
                    checks.positive(name, float(row[name]))
        except ValueError as error:
            raise ValueError(f"row {place + 1}: {error}") from None
    return rows


@lru_cache
def _stored(name):
    return read(tables.DATA / f"{name}.csv")


def fitted():
    """The 27 rows of H100s that the shipped parameters stand on."""
    return _stored(FITTED).copy()


def unseen(backend="vllm"):
    """Rows that no fit has seen: other loads on H100, and H200 and B200.

    >>> unseen().groupby("system").size().to_dict()
    {'b200': 60, 'h100_sxm': 18, 'h200_sxm': 60}
    """
    rows = _stored(UNSEEN)
    backend = checks.choice("backend", backend, tuple(sorted(rows["backend"].unique())))
    return rows[rows["backend"] == backend].reset_index(drop=True)


def saturated(rows):
    """Tell of each row whether requests queued for memory: first token after more than 5 s.

    >>> int(saturated(fitted()).sum())
    2
    """
    if "ttft_ms" not in rows:
        return np.zeros(len(rows), bool)
    return (rows["ttft_ms"] > SATURATED_TTFT_MS).to_numpy()


# -- prediction ---------------------------------------------------------------------------


def mean_lengths(rows):
    """Mean tokens of prompts and answers: a row states the greatest length of each.

    >>> prompt, output = mean_lengths(fitted())
    >>> float(prompt[0])
    921.6
    """
    share = (1 + tables.figure("facts", "serving_least_length").value) / 2
    return tuple(share * rows[name].to_numpy(float) for name in ("input_tokens", "output_tokens"))


@dataclass(frozen=True, eq=False)
class _Load:
    """The rows of one chip, model and precision: their places, and an array of each quantity."""

    place: np.ndarray
    chip: object
    model: object
    precision: str
    tensor: np.ndarray
    prompt: np.ndarray
    output: np.ndarray
    batch: np.ndarray

    def served(self, practice):
        """The ``Service`` of these rows."""
        made = Deployment(self.chip, self.model, self.precision, self.tensor,
                          kv_precision=KV_PRECISION, practice=practice)  # fmt: skip
        return serve(made, self.batch, self.prompt, self.output)


def _loads(rows):
    """The rows as loads, one for each chip, model and precision.

    Requests beyond what the memory holds wait. The server may fill 0.9 of each card; what the
    weights leave holds the KV cache in fp8, as the benchmark's scripts ask.
    """
    share = tables.figure("facts", "serving_memory_share").value
    prompt, output = mean_lengths(rows)
    tensor, asked = (rows[name].to_numpy() for name in ("tensor_parallel", "concurrency"))
    loads = []
    for (system, name, precision), place in rows.groupby(
        list(_ONE_LOAD), sort=True
    ).indices.items():
        card, model = chip(system), transformer(model_key(name))
        made = Deployment(card, model, precision, tensor[place], kv_precision=KV_PRECISION,
                          practice=IDEAL.but(memory_share=share))  # fmt: skip
        context = used_context(prompt[place], output[place])
        held = requests_that_fit(require_room(made, 1, context), context)
        loads.append(_Load(place, card, model, precision, tensor[place], prompt[place],
                           output[place], np.minimum(asked[place], held)))  # fmt: skip
    return loads


def in_flight(rows):
    """Requests that a server works on at once: those under way, or as many as its memory holds.

    Raises ValueError where the weights leave no room for one.

    >>> two_cards = fitted().query("tensor_parallel == 2 and input_tokens == 8192")
    >>> [round(n) for n in in_flight(two_cards)]
    [4, 16, 64]
    """
    found = np.empty(len(rows))
    for load in _loads(rows):
        found[load.place] = load.batch
    return found


def queued(rows):
    """Requests that a server worked on at once, as its queue tells, from what was measured alone.

    Of N requests kept under way, those in flight each wait for their first token and then take
    output x time per token. By Little's law the rate is the same for all:

        in flight = N x answer / (answer + wait),  answer = output x tpot,  wait = ttft

    The wait holds the reading of the prompt besides the queue, so that this is a lower bound; it
    is close where the queue is long. Source: little1961.

    >>> rows = fitted()
    >>> [round(n) for n in queued(rows[saturated(rows)])]
    [58, 29]
    """
    answer = mean_lengths(rows)[1] * rows["tpot_ms"].to_numpy()
    return rows["concurrency"].to_numpy() * answer / (answer + rows["ttft_ms"].to_numpy())


def parts(rows, practice=None):
    """Predicted seconds by part (weights, KV cache, ..., prompts), a column each.

    >>> list(parts(fitted()).columns)
    ['weights', 'KV cache', 'compute', 'collectives', 'overhead', 'prompts']
    """
    columns = {}
    for load in _loads(rows):
        for name, seconds in load.served(practice or dram_practice()).parts.items():
            columns.setdefault(name, np.empty(len(rows)))[load.place] = seconds
    return pd.DataFrame(columns)


def _times(loads, practice):
    times = np.empty(sum(load.place.size for load in loads))
    for load in loads:
        times[load.place] = load.served(practice).time
    return times


def predict(rows, practice=None):
    """Predicted seconds of a token of an answer, for each row.

    Arguments: ``rows``, a DataFrame as ``read`` gives it; ``practice``, the shipped one if
    none is given. Returns an array of seconds.

    >>> first = fitted().head(1)
    >>> print(f"{predict(first)[0] * 1e3:.1f} ms, measured {first.tpot_ms[0]:.1f}")
    17.3 ms, measured 17.4
    """
    return _times(_loads(rows), practice or dram_practice())


def errors(rows, practice=None):
    """Predicted over measured time, less 1, for each row.

    >>> rows = fitted()
    >>> print(f"{mape(errors(rows[~saturated(rows)])):.1%}")
    0.9%
    """
    return predict(rows, practice) / (rows["tpot_ms"].to_numpy() * ms) - 1


def mape(errors):
    """Mean absolute error of relative errors.

    >>> mape([0.1, -0.2])
    0.15000000000000002
    """
    return float(np.mean(np.abs(errors)))


# -- the fit ------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Fit:
    """A practice fitted to rows; ``spread`` holds each number's standard error, in its unit.

    ``correlation`` is the matrix between the numbers, None where some were not free;
    ``residual`` the standard deviation of the relative errors, with the degrees of freedom
    that the fit leaves.
    """

    practice: Practice
    spread: dict
    correlation: np.ndarray | None
    residual: float
    freedom: int

    def interval(self, name, level=0.95):
        """Confidence interval of one number, (low, high), cut at what is physical."""
        checks.choice("name", name, NAMES)
        reach = student.ppf((1 + checks.fraction("level", level)) / 2, self.freedom)
        value, error = getattr(self.practice, name), self.spread[name]
        low, high = value - reach * error, value + reach * error
        return max(low, 0.0), (min(high, 1.0) if name.endswith("efficiency") else high)

    def reach(self, rows, level=0.95):
        """How far from its prediction the fit expects each row to be measured, as a share of it.

        From the uncertainty of the parameters, linearised, and the residual of a single row.
        It takes the form of the model for true, and knows of no other chip and no other software.

        Raises ValueError for a fit of which some parameters were not free.

        >>> rows = fitted()
        >>> print(f"{fit(rows).reach(rows.head(1))[0]:.1%}")
        3.1%
        """
        if self.correlation is None:
            raise ValueError("reach: got a fit of some parameters; takes a fit of all six")
        values, spread = _values(self.practice), np.array(list(self.spread.values()))
        logs = [
            np.log(predict(rows, _practice(values + side * step)))
            for step in np.diag(spread / 100)
            for side in (1, -1)
        ]
        slopes = 50 * (np.array(logs[::2]) - np.array(logs[1::2]))  # for one standard error each
        variance = np.einsum("ir,ij,jr->r", slopes, self.correlation, slopes) + self.residual**2
        return student.ppf((1 + checks.fraction("level", level)) / 2, self.freedom) * variance**0.5


def fit(rows, free=NAMES, fixed=IDEAL):
    """The practice that meets the measured rows best; saturated rows are left out.

    Least squares on the logarithm of predicted over measured time, so that 10% too fast at
    9 ms counts as much as at 50 ms. The uncertainty is that of the linearised model. ``free``
    names the parameters that are fitted; the others stay as ``fixed`` has them, without spread.

    Raises ValueError for a name that is no parameter, and for fewer rows than parameters and two.

    >>> found = fit(fitted())
    >>> print(f"{found.practice.bandwidth_efficiency:.2f} of the bandwidth")
    0.90 of the bandwidth
    """
    rows = rows[~saturated(rows)]
    which = _which(free)
    found = _least(rows, which, fixed)
    freedom = len(rows) - len(which)
    variance = float(np.sum(found.fun**2)) / freedom
    covariance = np.zeros((len(NAMES), len(NAMES)))
    covariance[np.ix_(which, which)] = variance * np.linalg.pinv(found.jac.T @ found.jac)
    error = np.sqrt(np.diag(covariance))
    return Fit(
        practice=_at(found.x, which, fixed),
        spread=dict(zip(NAMES, map(float, error * (MOST - LEAST)), strict=True)),
        correlation=covariance / np.outer(error, error) if len(which) == len(NAMES) else None,
        residual=variance**0.5,
        freedom=freedom,
    )


def _which(free):
    """Places of the named parameters."""
    return [NAMES.index(checks.choice("free", name, NAMES)) for name in free]


def _values(practice):
    return np.array([getattr(practice, name) for name in NAMES])


def _practice(values):
    return IDEAL.but(name="a fit", **dict(zip(NAMES, map(float, values), strict=True)))


def _at(place, which, fixed):
    """A practice: ``fixed``, but numbers ``which`` at a place between their least and most."""
    values = _values(fixed)
    values[which] = LEAST[which] + place * (MOST - LEAST)[which]
    return _practice(values)


def _least(rows, which, fixed, start=None):
    """The optimum for rows of which none is saturated, as SciPy returns it."""
    if len(rows) < len(which) + 2:
        raise ValueError(
            f"rows: got {len(rows)} that are not saturated; takes at least {len(which) + 2} "
            f"for {len(which)} parameters"
        )
    loads, measured = _loads(rows), rows["tpot_ms"].to_numpy() * ms

    def distance(place):
        return np.log(_times(loads, _at(place, which, fixed)) / measured)

    if start is None:
        start = ((START - LEAST) / (MOST - LEAST))[which]
    return least_squares(distance, start, bounds=(0, 1), x_scale="jac", xtol=1e-8, ftol=1e-10)


def cross_validate(rows, by=None, free=NAMES, fixed=IDEAL):
    """Relative errors of rows, each predicted from a fit that saw neither it nor its group.

    ``by`` names a column whose values make the groups (``tensor_parallel``: each width is
    predicted from the other widths); None leaves out one row at a time. Saturated rows are
    NaN: no fit sees them and no error is claimed. ``free`` and ``fixed`` as in ``fit``.

    Raises ValueError for a column that is not there or has one value only.

    >>> found = cross_validate(fitted(), by="tensor_parallel")
    >>> print(f"{mape(found[~np.isnan(found)]):.1%}")
    1.5%
    """
    used, which = np.flatnonzero(~saturated(rows)), _which(free)
    if by is None:
        groups = [[place] for place in used]
    else:
        checks.choice("by", by, tuple(rows.columns))
        values = rows[by].to_numpy()
        groups = [used[values[used] == value] for value in np.unique(values[used])]
        if len(groups) < 2:
            raise ValueError(f"by: got {by!r} with one value; takes a column with two or more")
    found = np.full(len(rows), np.nan)
    # One row moves the optimum little: start there. A group may leave a fit that is barely
    # determined, and a start that knows the group would show it: start afar.
    start = np.clip(_least(rows.iloc[used], which, fixed).x, 0.001, 0.999) if by is None else None
    for group in groups:
        others = rows.iloc[np.setdiff1d(used, group)]
        best = _at(_least(others, which, fixed, start).x, which, fixed)
        found[group] = errors(rows.iloc[group], best)
    return found


def measured_errors(practice=None):
    """Mean absolute error of a practice, or the shipped one, by kind: (kind, error, rows).

    The rows that no fit has seen, by system and program, those saturated left out.

    >>> [(kind, rows) for kind, error, rows in measured_errors()][0]
    ('B200, trtllm', 70)
    """
    found = []
    for backend in ("trtllm", "vllm"):
        rows = unseen(backend)
        rows = rows[~saturated(rows)]
        for system, part in rows.groupby("system"):
            error = mape(errors(part.reset_index(drop=True), practice))
            found.append((f"{chip(system).name}, {backend}", error, len(part)))
    return sorted(found)


# -- storing and the command line -----------------------------------------------------------

_MEANING = {
    "bandwidth_efficiency": "share of the bandwidth reached on the weights",
    "kv_efficiency": "share of the bandwidth reached on the KV cache, taken as fp8",
    "compute_efficiency": "share of the peak reached while a prompt is read",
    "round_latency": "one round of an all-reduce",
    "layer_overhead": "overhead of a layer, however many cards share it",
    "request_overhead": "overhead of a step for each request under way",
}
_UNITS = {"round_latency": ("us", 1e-6), "layer_overhead": ("us", 1e-6),
          "request_overhead": ("us", 1e-6)}  # fmt: skip

_HEAD = """\
# What a server of GPUs reaches in service, fitted to 25 measured rows of H100s
# (h100_llama31_70b_tpot.csv). Written by `python -m lib.validation --fit`.
# low and high: the 95% confidence interval of the linearised fit. errors: mean absolute
# error of the time per token on rows that no fit has seen, by kind.

fitted = "25 rows of Llama-3.1-70B in fp8 on H100s, vLLM (aiconfigurator2025)"
"""


def _stored_text(found):
    """The fit as the text of ``practice.toml``."""
    lines = [_HEAD]
    for name in NAMES:
        unit, factor = _UNITS.get(name, ("1", 1.0))
        value, low, high = (
            float(f"{number / factor:.4g}")
            for number in (getattr(found.practice, name), *found.interval(name))
        )
        lines.append(
            f'[{name}]\nname = "{_MEANING[name]}"\n'
            f'figure = {{value = {value}, unit = "{unit}", low = {low}, high = {high}, '
            'source = "aiconfigurator2025", note = "fitted, lib.evidence.validation"}\n'
        )
    lines += [
        f'[[errors]]\nkind = "{kind}"\nerror = {error:.3f}\nrows = {rows}\n'
        for kind, error, rows in measured_errors(found.practice)
    ]
    return "\n".join(lines)


def _as_json(rows):
    """Rows as a list of plain dicts: their columns, the predicted time and the mark."""
    rows = rows.assign(predicted_tpot_ms=predict(rows) / ms, saturated=saturated(rows))
    return json.loads(rows.to_json(orient="records"))


def _report(rows):
    """A table of the rows with their errors, then the mean error by system."""
    shown = rows.assign(predicted_tpot_ms=predict(rows) / ms)
    shown = shown[[c for c in (*NEEDED, *MEASURED, "predicted_tpot_ms") if c in shown]]
    lines = []
    if "tpot_ms" in rows:
        error, queue = errors(rows), saturated(rows)
        shown = shown.assign(error=error, note=np.where(queue, "saturated", ""))
        for system in sorted(rows["system"].unique()):
            here = (rows["system"] == system).to_numpy()
            free, full = mape(error[here & ~queue]), int(np.sum(here & queue))
            lines.append(f"{system}: mean absolute error {free:.1%} of {np.sum(here & ~queue)} rows"
                         + (f"; {full} saturated rows not counted" if full else ""))  # fmt: skip
    form = {"predicted_tpot_ms": "{:.2f}".format, "error": "{:+.1%}".format}
    return "\n".join([shown.to_string(index=False, formatters=form), "", *lines])


def main(arguments=None):
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser("python -m lib.validation", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--rows", metavar="FILE.csv", help="rows to predict; the book's own if none"
    )
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    parser.add_argument("--fit", action="store_true", help="fit again and store the parameters")
    asked = parser.parse_args(arguments)
    try:
        if asked.fit:
            (tables.DATA / "practice.toml").write_text(_stored_text(fit(fitted())))
            return 0
        rows = read(asked.rows) if asked.rows else pd.concat([fitted(), unseen()])
        rows = rows.reset_index(drop=True)
        print(json.dumps(_as_json(rows), indent=1) if asked.json else _report(rows))
    except ValueError as error:
        print(f"lib.evidence.validation: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
