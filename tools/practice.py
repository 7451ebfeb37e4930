"""Fit the practice of GPU servers to the book's measured rows again, and store what comes out.

    python tools/practice.py    rewrites lib/data/practice.toml; a minute

Beside the seven numbers stand their spread over kinds of row drawn anew, the intervals, the two
numbers of the first token, and the errors by kind, each of rows that the fit behind it did not see.
"""

import re
from functools import lru_cache

import numpy as np
from scipy.optimize import least_squares

from lib import tables
from lib.evidence import rows as measured
from lib.evidence.forecast import first_token_parts
from lib.evidence.validation import (
    KIND,
    LEVEL,
    NAMES,
    SHARES,
    at,
    best_stretch,
    book,
    groups,
    held_out,
    interval,
    sharpened,
)
from lib.transformer import transformers
from lib.units import UNITS, ms

TABLE = tables.DATA / "practice.toml"


def drawn_anew(draws=200, seed=0):
    """Stretches of fits to rows whose kinds are drawn with replacement, (draws, 7)."""
    rows, made_of, seconds = book()
    kind, rng = rows.groupby(KIND[:3]).ngroup().to_numpy(), np.random.default_rng(seed)
    places, found = [np.flatnonzero(kind == one) for one in np.unique(kind)], []
    for _ in range(draws):
        place = np.concatenate([places[i] for i in rng.integers(0, len(places), len(places))])
        found.append(best_stretch(made_of[place], seconds[place]))
    return np.array(found)


def coverage(by):
    """Whether each row lies in the interval that the other groups alone give it.

    Each of the others is held out in turn from a fit that saw neither it nor the row's group, so
    that nothing measured in a group says how wide its interval is.
    """
    _, made_of, seconds = book()
    off, group = np.log(seconds / held_out(by)), groups(by)
    held = np.empty(len(off), bool)
    for value in np.unique(group):
        out = group == value
        without = held_out(group[~out], made_of=made_of[~out], seconds=seconds[~out])
        others = np.log(seconds[~out] / without)
        low, high = np.log(interval(others, group[~out]))
        held[out] = (off[out] >= low) & (off[out] <= high)
    return held


def stored(text):
    """The text of ``practice.toml`` with the fit to the book's rows in place of its own."""
    rows, made_of, seconds = book()
    best, drawn = best_stretch(made_of, seconds), drawn_anew()
    text = text.partition("# -- errors")[0]
    for place, name in enumerate(NAMES):
        values = np.array([best[place], *np.quantile(drawn[:, place], [0.05, 0.95])])
        values = np.sort(1 / values[1:]) if SHARES[place] else values[1:]
        own = 1 / best[place] if SHARES[place] else best[place]
        before, header, after = text.partition(f"[{name}]\n")
        factor = UNITS[tables.figure("practice", name).unit]
        ends = min(values[0], own), max(values[1], own)
        for key, value in zip(("value", "low", "high"), (own, *ends), strict=True):
            after = re.sub(rf"\b{key} = [^,]+", f"{key} = {value / factor:.4g}", after, count=1)
        text = before + header + after
    lines = _stored_errors(rows, seconds, at(best))
    return f"{text}# -- errors\n" + "".join(f"\n{line}" for line in lines)


def _stored_errors(rows, seconds, practice):
    """Lines of ``practice.toml``: intervals, the first token's numbers, errors by kind."""
    out = {by: held_out(by) for by in ("model", "system", "program")}
    ends = [interval(np.log(seconds / out[by]), groups(by)) for by in ("model", "system")]
    low, high = np.min(ends, axis=0)[0], np.max(ends, axis=0)[1]
    widen = np.sqrt(1 + 1 / len(np.unique(groups("model"))))
    own = np.exp(widen * np.quantile(sharpened(), [(1 - LEVEL) / 2, (1 + LEVEL) / 2]))
    yield f"[interval]\nlow = {low:.3f}\nhigh = {high:.3f}\n"
    yield f"[interval_of_own]\nlow = {own[0]:.3f}\nhigh = {own[1]:.3f}\n"
    steps, share, *ends = _fit_first(rows, practice)
    yield (f"[first_token]\nsteps = {steps:.3g}\nshare = {share:.3g}\nlow = {ends[0]:.3g}\n"
           f"high = {ends[1]:.3g}\n")  # fmt: skip
    off = np.abs(out["model"] / seconds - 1)
    cards = rows["system"].map(lambda name: measured.system(name).key)
    shapes = rows["model"].map(_shape)
    for (card, model, program), place in rows.groupby([cards, shapes, "backend"]).indices.items():
        yield (f'[[errors]]\nchip = "{card}"\nmodel = "{model}"\nprogram = "{program}"\n'
               f"error = {off[place].mean():.3f}\nrows = {len(place)}\n")  # fmt: skip
    for by, times in out.items():
        off, held = np.abs(times / seconds - 1), coverage(by)
        for value in [None, *np.unique(groups(by))]:
            place = slice(None) if value is None else groups(by) == value
            name = "all" if value is None else _group_name(rows[place].iloc[0], by)
            yield (f'[[held_out]]\nby = "{by}"\ngroup = "{name}"\nerror = {off[place].mean():.4f}\n'
                   f"covered = {held[place].mean():.3f}\nrows = {off[place].size}\n")  # fmt: skip


def _group_name(row, by):
    if by == "program":
        return row["backend"]
    return _shape(row["model"]) if by == "model" else measured.system(row["system"]).key


@lru_cache
def _shape(name):
    """The first key of the table of models under which the shape of a row's model stands."""
    one = measured.model(name)
    same = (key for key, model in transformers().items()
            if (model.stack, model.vocabulary) == (one.stack, one.vocabulary))  # fmt: skip
    return next(same)


def _fit_first(rows, practice):
    """Steps and share of ``first_tokens``, and the ends of an interval for models left out."""
    rows = rows[rows["ttft_ms"].notna()]
    parts = first_token_parts(rows, practice=practice)
    logs = np.log(rows["ttft_ms"].to_numpy() * ms)

    def best(place):
        return np.exp(least_squares(
            lambda x: np.log(parts[place] @ np.array([1.0, *np.exp(x)])) - logs[place],
            np.log([10.0, 0.1]), loss="soft_l1", f_scale=0.2,
        ).x)  # fmt: skip

    group, off = rows["architecture"].to_numpy(), np.empty(len(rows))
    for value in np.unique(group):
        out = group == value
        off[out] = logs[out] - np.log(parts[out] @ np.array([1.0, *best(~out)]))
    return *best(slice(None)), *interval(off, group)


if __name__ == "__main__":
    TABLE.write_text(stored(TABLE.read_text()))
