"""Validation: the roofline with its overheads, held against serving that others measured.

A roofline with every efficiency at 1 is a bound. What a real server reaches is put into six
numbers, each with a physical meaning:

    bandwidth_efficiency   share of the DRAM's bandwidth reached on the weights
    kv_efficiency          the same on the KV cache
    compute_efficiency     share of the peak reached while a prompt is read
    round_latency          seconds of one round of an all-reduce (lib.hardware)
    layer_overhead         seconds of a layer that no card saves
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
    python -m lib.validation --rows FILE.csv --fit    the six numbers of these rows
    python -m lib.validation --fit                    fit the book's rows again and store them

``--json`` prints any of these for another program.
"""

import argparse
import json
import os
import re
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
from lib.economics.practice import FITTED as NAMES
from lib.economics.practice import dram_practice
from lib.economics.service import serve
from lib.hardware import IDEAL, Practice, chip, chips
from lib.spatial.placement import requests_that_fit, require_room
from lib.spatial.roofline import Deployment
from lib.transformer import transformer, transformers
from lib.units import UNITS, ms

#: The rows that the stored practice stands on, and the rows that no fit has seen.
FITTED, UNSEEN = "h100_llama31_70b_tpot", "llama31_70b_tpot_more"

#: What a row must say before a time can be predicted; and what was measured, if anything.
NEEDED = ("system", "model", "precision", "input_tokens", "output_tokens", "tensor_parallel",
          "concurrency")  # fmt: skip
MEASURED = ("ttft_ms", "tpot_ms")

#: Milliseconds to the first token beyond which requests queue for memory.
SATURATED_TTFT_MS = 5000.0

#: Least, start and most of the six ``NAMES`` in a fit.
LEAST = np.array([0.05, 0.05, 0.05, 0.0, 0.0, 0.0])
START = np.array([0.8, 0.5, 0.5, 5e-6, 5e-5, 5e-5])
MOST = np.array([1.0, 1.0, 1.0, 1e-4, 1e-3, 1e-3])
#: A part of a time goes with an overhead or a latency, and with one over a share of a peak.
_POWERS = np.array([-1.0, -1.0, -1.0, 1.0, 1.0, 1.0])
#: What a direction adds, over what the strongest does, from which rows see it. The book's own see
#: each with 0.02 and more; where rows see nothing, rounding leaves some 1e-11.
_SEEN = 1e-6


# -- rows ---------------------------------------------------------------------------------


def model_key(name):
    """The key of the model that a benchmark calls by some name.

    >>> model_key("Llama-3.1-70B")
    'llama3_70b'
    """

    def plain(text):
        return str(text).lower().replace("-", " ").replace("_", " ")

    known = {plain(x): key for key, model in transformers().items() for x in (model.name, key)}
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
    return checked(tables.csv(name))


def fitted():
    """The 27 rows of H100s that the stored practice stands on."""
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


def _loads(rows):
    """A tuple for each chip, model and precision: places of its rows, and what ``serve`` takes.

    Requests beyond what the memory holds wait. The server may fill 0.9 of each card; what the
    weights leave holds the KV cache in fp8, as the benchmark's scripts ask.
    """
    engine = IDEAL.but(memory_share=dram_practice().memory_share)
    prompt, output = mean_lengths(rows)
    tensor, asked = (rows[name].to_numpy() for name in ("tensor_parallel", "concurrency"))
    loads = []
    for one, place in rows.groupby(["system", "model", "precision"]).indices.items():
        made = Deployment(chip(one[0]), transformer(model_key(one[1])), one[2], tensor[place],
                          kv_precision="fp8", practice=engine)  # fmt: skip
        context = used_context(prompt[place], output[place])
        held = requests_that_fit(require_room(made, 1, context), context)
        loads.append((place, made, np.minimum(asked[place], held), prompt[place], output[place]))
    return loads


def _served(loads, practice):
    """The places of each load's rows, and their ``Service``."""
    for place, made, *asked in loads:
        yield place, serve(made.but(practice=practice), *asked)


def in_flight(rows):
    """Requests that a server works on at once: those under way, or as many as its memory holds.

    Raises ValueError where the weights leave no room for one.

    >>> two_cards = fitted().query("tensor_parallel == 2 and input_tokens == 8192")
    >>> [round(n) for n in in_flight(two_cards)]
    [4, 16, 64]
    """
    found = np.empty(len(rows))
    for place, _, batch, *_ in _loads(rows):
        found[place] = batch
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
    served = _served(_loads(rows), practice or dram_practice())
    return pd.concat([pd.DataFrame(x.parts, index=place) for place, x in served]).sort_index()


def _times(loads, practice):
    times = np.empty(sum(load[0].size for load in loads))
    for place, served in _served(loads, practice):
        times[place] = served.time
    return times


def predict(rows, practice=None):
    """Predicted seconds of a token of an answer, for each row.

    Arguments: ``rows``, a DataFrame as ``read`` gives it; ``practice``, ``dram_practice`` if
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
    """A practice fitted to so many ``rows``, with the uncertainty of the linearised model.

    ``covariance`` is that of the six ``NAMES``, 0 for those that were not free; ``residual`` the
    standard deviation of the relative errors, with the degrees of ``freedom`` that the fit leaves.
    """

    practice: Practice
    covariance: np.ndarray
    residual: float
    rows: int
    freedom: int

    def interval(self, name, level=0.95):
        """Confidence interval of one number, (low, high), cut at what is physical."""
        place = NAMES.index(checks.choice("name", name, NAMES))
        reach = self._quantile(level) * self.covariance[place, place] ** 0.5
        value = getattr(self.practice, name)
        high = min(value + reach, 1.0) if _POWERS[place] < 0 else value + reach
        return max(value - reach, 0.0), high

    def reach(self, rows, level=0.95):
        """How far from its prediction the fit expects each row to be measured, as a share of it.

        From the uncertainty of the numbers, linearised, and the residual of a single row. It
        takes the form of the model for true, and knows of no other chip and no other software.

        >>> rows = fitted()
        >>> print(f"{fit(rows).reach(rows.head(1))[0]:.1%}")
        3.1%
        """
        slopes = _slopes(_loads(rows), self.practice, ALL) / _gradient(self.practice)
        variance = np.sum(slopes @ self.covariance * slopes, axis=1) + self.residual**2
        return self._quantile(level) * variance**0.5

    def _quantile(self, level):
        return student.ppf((1 + checks.fraction("level", level)) / 2, self.freedom)


def fit(rows, free=NAMES, fixed=IDEAL):
    """The practice that meets the measured rows best; saturated rows are left out.

    Least squares on the logarithm of predicted over measured time, so that 10% too fast at
    9 ms counts as much as at 50 ms. The uncertainty is that of the linearised model. ``free``
    names the numbers that are fitted; the others stay as ``fixed`` has them, without spread.

    Raises ValueError for a name that is none of the six, for a row without a measured time, for
    fewer rows than numbers and two, and for rows that do not determine the numbers, naming which.

    >>> found = fit(fitted())
    >>> print(f"{found.practice.bandwidth_efficiency:.2f} of the bandwidth")
    0.90 of the bandwidth
    """
    rows, which = rows[~saturated(rows)], _which(free)
    practice, slopes, residuals = _least(rows, which, fixed)
    lost = np.any(np.abs(_blind(slopes)[0]) > 0.1, axis=0)
    if lost.any():
        names = ", ".join(NAMES[which[place]] for place in np.flatnonzero(lost))
        raise ValueError(f"rows: do not determine {names}; take others, of more kinds, or fewer "
                         "numbers in free")  # fmt: skip
    freedom = len(rows) - len(which)
    variance = np.sum(residuals**2) / freedom
    gradient = _gradient(practice)[which]
    covariance = np.zeros((len(NAMES), len(NAMES)))
    covariance[np.ix_(which, which)] = (
        variance * np.linalg.inv(slopes.T @ slopes) * np.outer(gradient, gradient)
    )
    return Fit(practice, covariance, float(variance**0.5), len(rows), freedom)


#: Places of all six numbers.
ALL = list(range(len(NAMES)))


def _which(free):
    """Places of the named numbers."""
    return [NAMES.index(checks.choice("free", name, NAMES)) for name in free]


# A time is a sum of parts, each in proportion to an overhead or to one over an efficiency. In
# these variables, in units of their start, differences of times are slopes, and the optimum is
# met to many digits from any start and on any machine.


def _values(practice):
    return np.array([getattr(practice, name) for name in NAMES])


def _variables(practice):
    return (_values(practice) / START) ** _POWERS


def _at(practice, which, variables):
    """The practice with some of its numbers at these variables."""
    values = START[which] * variables ** _POWERS[which]
    return practice.but(**dict(zip(np.array(NAMES)[which], map(float, values), strict=True)))


def _gradient(practice):
    """Of each number, by its variable."""
    return START * _POWERS * _variables(practice) ** (_POWERS - 1)


def _slopes(loads, practice, which, step=1e-4):
    """Of the logarithm of each row's time, by the variables."""
    times, variables = _times(loads, practice), _variables(practice)[which]
    moved = (_times(loads, _at(practice, which, variables + one)) - times
             for one in step * np.eye(len(which)))  # fmt: skip
    return np.column_stack([change / (step * times) for change in moved])


def _least(rows, which, fixed):
    """The best practice for rows of which none is saturated: (practice, slopes, residuals)."""
    if "tpot_ms" not in rows:
        raise ValueError("rows: lack tpot_ms; a fit takes measured times")
    if len(rows) < len(which) + 2:
        raise ValueError(
            f"rows: got {len(rows)} that are not saturated; takes at least {len(which) + 2} "
            f"for {len(which)} numbers"
        )
    loads = _loads(rows)
    measured = checks.positive("tpot_ms", rows["tpot_ms"].to_numpy()) * ms
    own = {name: getattr(fixed, name) for name in NAMES}  # said, lest one follow another
    fixed = fixed.but(name="a fit", memory_share=dram_practice().memory_share, **own)
    ends = [((end / START) ** _POWERS)[which] for end in (LEAST, MOST)]
    found = least_squares(
        lambda x: np.log(_times(loads, _at(fixed, which, x)) / measured),
        np.ones(len(which)),
        lambda x: _slopes(loads, _at(fixed, which, x), which),
        bounds=np.sort(ends, axis=0), x_scale="jac", xtol=1e-8, ftol=None, gtol=None,
    )  # fmt: skip
    return _at(fixed, which, found.x), found.jac, found.fun


def _blind(slopes):
    """Directions that rows with such slopes do not see, as unit vectors in units of a size."""
    size = np.maximum(np.linalg.norm(slopes, axis=0), 1e-99)
    _, seen, directions = np.linalg.svd(slopes / size)
    return directions[seen < _SEEN * seen[0]], size


def cross_validate(rows, by=None, free=NAMES, fixed=IDEAL):
    """Relative errors of rows, each predicted from a fit that saw neither it nor its group.

    ``by`` names a column whose values make the groups (``tensor_parallel``: each width is
    predicted from the other widths); None leaves out one row at a time. NaN where no error is
    claimed: for saturated rows, which no fit sees, and for rows that weigh numbers differently
    which all others weigh alike. ``free`` and ``fixed`` as in ``fit``.

    Raises ValueError for a column that is not there or has one value only.

    >>> found = cross_validate(fitted(), by="tensor_parallel")
    >>> print(f"{mape(found[~np.isnan(found)]):.1%}")
    1.5%
    """
    used, which = np.flatnonzero(~saturated(rows)), _which(free)
    values = used if by is None else rows[checks.choice("by", by, tuple(rows))].to_numpy()[used]
    if by is not None and len(set(values)) < 2:
        raise ValueError(f"by: got {by!r} with one value; takes a column with two or more")
    found = np.full(len(rows), np.nan)
    for value in set(values):
        practice, slopes, _ = _least(rows.iloc[used[values != value]], which, fixed)
        group = used[values == value]
        blind, size = _blind(slopes)
        along = _slopes(_loads(rows.iloc[group]), practice, which) / size @ blind.T
        error = errors(rows.iloc[group], practice)
        found[group] = np.where(np.all(np.abs(along) < _SEEN, axis=1), error, np.nan)
    return found


def measured_errors(practice=None):
    """Mean absolute error of a practice on the rows that no fit has seen: kind -> (error, rows).

    A kind is a chip and a program; saturated rows are left out. ``dram_practice().errors`` are
    these, stored.

    >>> sorted(measured_errors())[0], measured_errors()["B200, trtllm"][1]
    ('B200, trtllm', 70)
    """
    rows = _stored(UNSEEN)
    rows = rows[~saturated(rows)].reset_index(drop=True)
    found = errors(rows, practice)
    return {
        f"{chip(system).name}, {program}": (mape(found[place]), place.size)
        for (system, program), place in rows.groupby(["system", "backend"]).indices.items()
    }


# -- storing and the command line -----------------------------------------------------------


def _numbers(found):
    """A fit's numbers as ``practice.toml`` states them: name -> value, low and high in a unit."""
    numbers = {}
    for name in NAMES:
        unit = tables.figure("practice", name).unit
        ends = getattr(found.practice, name), *found.interval(name)
        rounded = (float(f"{end / UNITS[unit]:.4g}") for end in ends)
        numbers[name] = {**dict(zip(("value", "low", "high"), rounded, strict=True)), "unit": unit}
    return numbers


def _stored_text(found, text):
    """The text of ``practice.toml`` with a fit's numbers and errors in place of its own."""
    text = text.partition("[[errors]]")[0]
    for name, row in _numbers(found).items():
        before, header, after = text.partition(f"[{name}]\n")
        for key in ("value", "low", "high"):
            after = re.sub(rf"\b{key} = [^,]+", f"{key} = {row[key]}", after, count=1)
        text = before + header + after
    return text + "\n".join(
        f'[[errors]]\nkind = "{kind}"\nerror = {error:.3f}\nrows = {rows}\n'
        for kind, (error, rows) in measured_errors(found.practice).items()
    )


def _report(rows):
    """A table of the rows with their errors, then the mean error by system."""
    shown = rows[[name for name in (*NEEDED, *MEASURED) if name in rows]]
    shown = shown.assign(predicted_tpot_ms=predict(rows) / ms)
    lines = []
    if "tpot_ms" in rows:
        error, queue = errors(rows), saturated(rows)
        shown = shown.assign(error=error, note=np.where(queue, "saturated", ""))
        for system, place in rows.groupby("system").indices.items():
            free = place[~queue[place] & ~np.isnan(error[place])]
            full = f"; {queue[place].sum()} saturated rows not counted" * bool(queue[place].any())
            mean = f"{mape(error[free]):.1%}" if free.size else "none"
            lines.append(f"{system}: mean absolute error {mean} of {free.size} rows{full}")
    form = {"predicted_tpot_ms": "{:.2f}".format, "error": "{:+.1%}".format}
    return "\n".join([shown.to_string(index=False, formatters=form), "", *lines])


def main(arguments=None):
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser("python -m lib.validation", description=__doc__.split("\n")[0])
    parser.add_argument("--rows", metavar="FILE.csv", help="measured rows; the book's own if none")
    parser.add_argument("--json", action="store_true", help="print for another program")
    parser.add_argument("--fit", action="store_true", help="fit the rows; store the book's own")
    asked = parser.parse_args(arguments)
    try:
        own = fitted() if asked.fit else pd.concat([fitted(), unseen()], ignore_index=True)
        rows = read(asked.rows) if asked.rows else own
        if asked.fit:
            found = fit(rows)
            printed = _numbers(found)
            text = pd.DataFrame(printed.values(), index=printed).to_string()
            text += f"\n\n{found.rows} rows, residual {found.residual:.1%}"
            if not asked.rows:
                path = tables.DATA / "practice.toml"
                path.write_text(_stored_text(found, path.read_text()))
        else:
            printed = rows.assign(predicted_tpot_ms=predict(rows) / ms, saturated=saturated(rows))
            printed = json.loads(printed.to_json(orient="records"))
            text = _report(rows)
        print(json.dumps(printed, indent=1) if asked.json else text, flush=True)
    except ValueError as error:
        print(f"lib.validation: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader has seen enough; nothing is left to be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
