"""Forecast: what the practice says of any row of serving, with an interval that holds.

    python -m lib.validation                          the book's own rows, and what was left out
    python -m lib.validation --rows FILE.csv          predict rows, each with a 90% interval
    python -m lib.validation --rows FILE.csv --own MINE.csv    the same, set by rows of one's own
    python -m lib.validation --rows FILE.csv --fit    the seven numbers of these rows

``--configs DIR`` adds models by their config.json; ``--json`` prints for another program. A row's
own measurement is never used for its prediction. Three measured rows or more of the reader's own
machine, by ``--own``, set the level of the rows of that kind (``levels``).
"""

import argparse
import json
import os
import sys

import numpy as np
import pandas as pd

from lib import tables
from lib.economics.practice import measured as measured_errors
from lib.economics.practice import practice as practice_of
from lib.economics.service import serve
from lib.evidence import rows as measured
from lib.evidence.generations import published_interval
from lib.evidence.rows import serving
from lib.evidence.validation import KIND, NAMES, errors, fit, predict
from lib.units import ms

#: Rows of a reader's own from which a level is set.
LEAST_OWN = 3


def first_tokens(rows, configs=None):
    """Predicted seconds to the first token: a prompt, some steps, and a share of all prompts.

        reading a prompt alone + steps x time of a token + share x requests x their prompts

    The two numbers, fitted to the same rows, stand for what an engine does before it begins and
    for requests that arrive together; they are a rule of thumb, with an interval that says so.

    >>> first = serving().head(1)
    >>> print(f"{first_tokens(first)[0] * 1e3:.0f} ms, measured {first.ttft_ms[0]:.0f}")
    136 ms, measured 388
    """
    return _first(first_token_parts(rows, configs))


def _first(parts):
    said = tables.load("practice")["first_token"]
    return parts @ np.array([1.0, said["steps"], said["share"]])


def first_token_parts(rows, configs=None, practice=None):
    """Seconds to read each row's prompt, of a step, and of all requests' prompts: (rows, 3)."""
    found = np.empty((len(rows), 3))
    for place, made, *asked in measured.loads(rows, configs):
        served = serve(made.but(practice=practice or practice_of(made.chip)), *asked[:3])
        prompts = served.prompts * asked[2]  # of an answer's tokens together
        found[place] = np.column_stack([served.first_token, served.time, prompts])
    return found


def levels(rows, own, configs=None):
    """By how much each row's prediction is moved by measured rows of the reader's own.

        (measured / predicted, median of the own rows of its kind) ** (n / (n + 1))

    for n of them, three at least; kinds are chip, model, program and precision. Returns an array,
    NaN where there are fewer: those rows keep their prediction.
    """
    if "tpot_ms" not in own or own["tpot_ms"].isna().any():
        raise ValueError("own: lack tpot_ms; takes measured rows")
    off = np.log(own["tpot_ms"].to_numpy() * ms / predict(own, configs=configs))
    both = pd.concat([_kinds(rows), _kinds(own)], ignore_index=True)
    both["architecture"] = measured.architectures(both, configs)
    kind = both.groupby(KIND).ngroup().to_numpy()
    kinds, mine, found = kind[: len(rows)], kind[len(rows) :], np.full(len(rows), np.nan)
    for value in np.unique(mine):
        n = np.sum(mine == value)
        if n >= LEAST_OWN:
            found[kinds == value] = np.median(off[mine == value]) * n / (n + 1)
    if np.all(np.isnan(found)):
        raise ValueError(f"own: takes {LEAST_OWN} measured rows or more of one kind (system, "
                         "model, backend, precision) that the rows have too")  # fmt: skip
    return np.exp(found)


def _kinds(rows):
    named = rows.assign(backend=rows["backend"].fillna("") if "backend" in rows else "")
    return named[["model", *KIND[1:]]]


def forecast(rows, own=None, configs=None):
    """Rows with what is predicted of each, between which ends, and what was taken for granted.

    Columns of milliseconds: predicted_tpot_ms, low_ms, high_ms; predicted_ttft_ms, ttft_low_ms,
    ttft_high_ms. Further: mean_input and mean_output tokens, kv_taken (precision of the cache),
    in_flight requests, and note. ``own``: measured rows of the reader's (see ``levels``). A row
    that cannot be predicted has no numbers, and a note that says why. Raises ValueError where
    that is every row.

    >>> told = forecast(serving().head(1)).iloc[0]
    >>> bool(told.low_ms < told.predicted_tpot_ms < told.high_ms), told.kv_taken
    (True, 'fp8')
    """
    rows, why = rows.reset_index(drop=True), measured.refusals(rows, configs)
    if len(rows) and np.all(why != ""):
        raise ValueError(f"row 1: {why[0]}")
    told = _told(rows[why == ""], own, configs)
    told = rows.drop(columns=told.columns, errors="ignore").join(told)
    return told.assign(note=told["note"].where(why == "", why))


def _told(rows, own, configs):
    """What ``forecast`` adds to rows that can be predicted."""
    level = np.full(len(rows), np.nan) if own is None else levels(rows, own, configs)
    set_, level = ~np.isnan(level), np.nan_to_num(level, nan=1.0)
    parts = first_token_parts(rows, configs)
    time, first = level * parts[:, 1] / ms, _first(parts) / ms
    low, high = _ends(rows, set_)
    prompt, output = measured.lengths(rows)
    flying, note = np.empty(len(rows)), np.full(len(rows), "", object)
    odd = measured.shared_cards(rows)[-1]
    for place, made, batch, *_, held in measured.loads(rows, configs):
        flying[place] = batch
        fewer = batch < rows["concurrency"].to_numpy()[place]
        room = np.where(fewer, "not all fit, or copies share", "")
        room = np.where(held < 1, "the weights do not fit", room)
        chips = np.where(odd[place], "chips hold no whole number of copies and were not used", "")
        known = _borrowed(made.chip)
        note[place] = [
            "; ".join(filter(None, (*says, known))) for says in zip(chips, room, strict=True)
        ]
    first_ends = tables.load("practice")["first_token"]
    return pd.DataFrame({
        "predicted_tpot_ms": time, "low_ms": low * time, "high_ms": high * time,
        "predicted_ttft_ms": first, "ttft_low_ms": first_ends["low"] * first,
        "ttft_high_ms": first_ends["high"] * first, "mean_input": prompt, "mean_output": output,
        "kv_taken": measured.kv_precisions(rows, configs), "in_flight": flying, "note": note,
    }, rows.index)  # fmt: skip


def _in_sram(card):
    """Whether a chip reads all of its memory in less than a millisecond: none of DRAM does."""
    return card.memory / card.bandwidth < ms


def _borrowed(card):
    """What is to be said of a chip that no row was measured on."""
    if published_interval(card):
        return f"the practice is that of {practice_of(card).name}, of one request"
    if _in_sram(card):
        return "no interval: nobody measured a chip of this kind, the practice is that of GPUs"
    return "" if measured_errors(card) else "no row of this chip was measured"


def _ends(rows, own):
    """Multiples of predicted times between which measured ones lie: two arrays.

    ``own``: which rows a level was set for. An LPU's are those of its published speeds.
    """
    stored = tables.load("practice")
    names = np.where(own, "interval_of_own", "interval")
    ends = np.array([list(stored[name].values()) for name in names]).reshape(-1, 2)
    for name in rows["system"].unique():
        card, place = measured.system(name), (rows["system"] == name).to_numpy()
        if _in_sram(card):
            known = published_interval(card)
            ends[place & ~own] = (known.low, known.high) if known else np.nan
    return ends.T


#: What is said with every prediction on paper.
RULES = (
    "Each row: 90% interval of a model or chip that no fit has seen. Rows of InferenceX are taken\n"
    "at 0.9 of the lengths they state, others as stated; kv_taken is the cache's precision, said\n"
    "or by rule (lib.evidence.rows). LPUs' and wafers' intervals are those of published speeds."
)


def _report(told):
    """A table of predicted rows, then the mean error by system where times were measured."""
    names = [n for n in (*measured.NEEDED, "kv_taken", "tpot_ms", "predicted_tpot_ms", "low_ms",
                         "high_ms", "note") if n in told]  # fmt: skip
    lines = [told[names].to_string(index=False, float_format="{:.2f}".format), "", RULES]
    if "tpot_ms" in told:
        off = (told["predicted_tpot_ms"] / told["tpot_ms"] - 1).abs()
        held = told["tpot_ms"].between(told["low_ms"], told["high_ms"])
        for system, place in told[off.notna()].groupby("system").groups.items():
            lines.append(f"{system}: mean absolute error {off[place].mean():.1%} of {len(place)} "
                         f"rows, {held[place].mean():.0%} in their interval")  # fmt: skip
    return "\n".join(lines)


def _left_out():
    """A table of what was left out of the book's rows, by reason, with its errors."""
    every = serving(clean=False)
    off = pd.Series(errors(every), index=every.index)
    reason = every["reason"].where(every["reason"] != "", "kept")
    table = off.abs().groupby(reason).agg(rows="size", error="mean")
    copies = len(tables.csv("serving_rows")) - len(every)
    return f"{table.sort_values('rows').to_string(float_format='{:.3f}'.format)}\ncopies: {copies}"


# -- the command line -----------------------------------------------------------------------


def main(arguments=None):
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser("python -m lib.validation", description=__doc__.split("\n")[0])
    parser.add_argument("--rows", metavar="FILE.csv", help="rows; the book's own if none")
    parser.add_argument("--own", metavar="MINE.csv", help="three or more measured rows of a kind")
    parser.add_argument("--configs", metavar="DIR", help="more models, by their config.json")
    parser.add_argument("--json", action="store_true", help="print for another program")
    parser.add_argument("--fit", action="store_true", help="the seven numbers of the rows")
    asked = parser.parse_args(arguments)
    try:
        if asked.fit and asked.own:
            raise ValueError("own: got rows of one's own for a fit; takes --rows alone")
        rows = measured.read(asked.rows) if asked.rows else serving()
        if asked.fit:
            rows = measured.checked(rows, asked.configs)
            found = fit(rows, asked.configs)
            printed = {name: getattr(found, name) for name in NAMES}
            text = pd.Series(printed).to_string()
        else:
            own = measured.checked(measured.read(asked.own), asked.configs) if asked.own else None
            told = forecast(rows, own, asked.configs)
            printed = json.loads(told.to_json(orient="records"))
            text = _report(told) + ("" if asked.rows else f"\n\n{_left_out()}")
        print(json.dumps(printed, indent=1) if asked.json else text, flush=True)
    except ValueError as error:
        print(f"lib.validation: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader has seen enough; nothing is left to be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
