"""Other people's models: the same questions, their answers, and what the two differ by.

``tools/other_models.py`` puts questions to other programs, each in an environment of its
own, and stores what they say in ``data/other_models.csv``. The book reads that table and
needs none of them.

A difference is explained when it can be made. ``decode_causes`` starts from this book's bare
roofline and adds, one after another, what another program's source does otherwise; the sum is
that program's answer, to a part in ten thousand. What is read is GenZ 0.0.16 and llm-analysis
0.2.2.

The third judge is real serving, ``data/h100_llama31_70b_tpot.csv``. There a step of
decoding is not all: while one request writes its output, every other place in the batch
takes in a new request once, and its prompt interrupts. ``with_prefill_share`` adds that.
aiconfigurator has an answer of its own to serving, which ``served`` looks up for any row of
``data/other_models_served.csv``.
"""

import numpy as np

from lib import checks, tables
from lib.hardware import IDEAL, chip
from lib.spatial.roofline import Deployment, decode, prefill
from lib.transformer import transformer
from lib.units import GiB, bytes_per_value, ms, us

#: The chip and the models that every program is asked about, with their precisions.
CHIP, MODELS = "h100_sxm", {"llama2_70b": "int8", "llama3_70b": "fp8"}
#: Beyond this time to the first token a measured row is saturated: requests queue.
SATURATED = 5.0


# -- what is stored -------------------------------------------------------------------


def answers(**like):
    """The stored answers whose columns have the values given, a DataFrame.

    ``time_ms`` is NaN where the program refused; ``refused`` then says why. Raises
    ValueError for a column that the table lacks and where no row is left.

    >>> len(answers(program="genz", inputs="preset"))
    6
    >>> answers(program="oracle")
    Traceback (most recent call last):
    ValueError: program: got 'oracle'; takes one of aiconfigurator, aiconfigurator_roofline, \
genz, llm_analysis
    """
    left = tables.csv("other_models")
    for column, value in like.items():
        checks.choice("column", column, tuple(left))
        checks.choice(column, value, sorted(set(left[column].dropna())))
        left = left[left[column] == value]
    return left


def answer(program, **like):
    """The seconds that a program gave for one question; NaN where it refused.

    Raises ValueError where the columns given leave no row or several.

    >>> round(128 / answer("genz", inputs="preset", batch=128))
    14188
    """
    found = answers(program=program, **like)
    if len(found) > 1:
        raise ValueError(f"like: got {like!r}, which leaves {len(found)} answers; takes one")
    return float(found.time_ms.iloc[0]) * ms


def speeds():
    """Stored times per evaluated point by program, in seconds, with what was counted.

    >>> speeds()["book"]["seconds_per_point"] < speeds()["genz"]["seconds_per_point"]
    True
    """
    return tables.csv("other_models_speed").set_index("program").to_dict("index")


# -- why they differ --------------------------------------------------------------------


def asked_deployment(model="llama2_70b", tensor=8, kv_precision=None):
    """The deployment that a stored question with the book's figures is about.

    >>> asked_deployment(tensor=8).chips
    8
    """
    checks.choice("model", model, tuple(MODELS))
    return Deployment(chip(CHIP), transformer(model), precision=MODELS[model], tensor=tensor,
                      kv_precision=kv_precision)  # fmt: skip


def _genz_reduce(d):
    """GenZ's latency of an all-reduce: 5 us, and 1 us for each of 2 (n - 1) hops."""
    return (5 + 2 * (d.tensor - 1)) * us * (d.tensor > 1)


def _genz_gather(d, vectors):
    """GenZ's all-gather of the logits: 5 us, n - 1 hops, and the bytes."""
    n, one = d.tensor, bytes_per_value(d.precision)
    moved = (n - 1) / n * vectors * d.model.vocabulary * one / d.chip.known("link_bandwidth")
    return ((5 + n - 1) * us + moved) * (n > 1)


def _genz_decode(d, batch, context):
    bare, m, one = decode(d, batch, context), d.model, bytes_per_value(d.precision)
    short = decode(d.but(activation_precision=d.precision), batch, context)
    parameter = one / d.bandwidth  # seconds to read one
    norms = (2 * m.layers + 1) * m.hidden * parameter
    # Each matrix's inputs and outputs pass an on-chip memory of 18 TiB/s, one chip at a time.
    n, head = d.tensor, m.head_dim
    heads, kv = m.heads / n, np.maximum(m.kv_heads / n, 1)
    wide = 2 * m.feed_forward / n
    numbers = m.layers * (
        (m.hidden + (heads + 2 * kv) * head)  # queries, keys, values
        + 2 * (heads * head + heads * context)  # scores, and what they weigh
        + (heads * head + m.hidden)
        + (m.hidden + wide)
        + (wide / 2 + m.hidden)
    )
    ends = (m.hidden + m.vocabulary / n) * d.tensor * parameter  # of the projection: off chip
    return bare.time, {
        "5 µs an all-reduce, 1 µs a hop": 2 * m.layers * _genz_reduce(d),
        "sums sent in 8 bits, not 16": short.collectives - bare.collectives,
        "logits gathered from all chips": _genz_gather(d, batch),
        "norms not read": -norms,
        "activations read and written": batch * (numbers * one / (18_000 * GiB) + ends),
    }


def _llma_decode(d, batch, context):
    bare, m, n = decode(d, batch, context), d.model, d.tensor
    one, h, bandwidth = bytes_per_value(d.precision), d.model.hidden, d.chip.known("bandwidth")
    moved = 2 * (n - 1) / n * batch * h / d.chip.known("link_bandwidth")
    reduce = np.maximum(8 * us, moved * one) * (n > 1)
    parameter = one / d.bandwidth  # seconds to read one
    thinner = m.layers * (2 * h * 4 * h - 3 * h * m.feed_forward) * parameter
    # Norms are read in this book and so they are there, twice a layer, as activations.
    ends = (m.vocabulary * h + (2 * m.layers + 1) * h) * parameter
    whole = 2 * m.vocabulary * h / bandwidth + np.maximum(8 * us, 2 * moved) * (n > 1)
    projection = 2 * batch * m.vocabulary * h / d.compute
    passing = m.layers * batch * h * (3 * one + 4 * one + 2 * 4) / (n * bandwidth)
    return bare.time, {
        "at least 8 µs an all-reduce": 2 * m.layers * reduce - bare.collectives,
        "KV cache written back each step": bare.kv,
        "two feed-forward matrices, not three": thinner,
        "embedding read whole by every chip": whole + projection - ends,
        "activations read and written": passing,
    }


_DECODE = {"genz": _genz_decode, "llm_analysis": _llma_decode}


def decode_causes(program, deployment, batch, context):
    """How this book's bare roofline becomes another program's time for a decode step.

    Arguments: ``program``, "genz" or "llm_analysis"; a ``deployment`` of one stage;
    ``batch`` and ``context`` at which memory binds. Returns the roofline's seconds and the
    causes, name -> seconds that it adds (or saves); their sum is what the program says. The
    order matters to none: each cause is an amount of its own.

    >>> start, causes = decode_causes("genz", asked_deployment(), 128, 4096)
    >>> round((start + sum(causes.values())) * 1e3, 2)
    9.54
    """
    checks.choice("program", program, tuple(_DECODE))
    checks.between("stages", deployment.stages, 1, 1, "one stage")
    step = decode(deployment, batch, context)
    bound = checks.between("compute over memory", step.compute / step.memory, 0, 1,
                           "at most 1: a batch where memory binds")  # fmt: skip
    start, causes = _DECODE[program](deployment, batch, context)
    return start + 0 * bound, causes


# -- against what was measured ------------------------------------------------------------


def with_prefill_share(decode_time, prefill_time, concurrency, output):
    """Seconds per token of a request whose neighbours' prompts interrupt it.

        decode + (concurrency - 1) x prefill / output

    While a request writes ``output`` tokens, each of the other places in the batch
    takes in one new request. Every argument broadcasts.

    >>> round(with_prefill_share(10e-3, 0.1, 65, 1000) * 1e3, 1)
    16.4
    """
    concurrency = checks.at_least("concurrency", concurrency, 1)
    output = checks.positive("output", output)
    return decode_time + (concurrency - 1) * prefill_time / output


def held_against_measurement(program, share=True, without=(), practice=IDEAL, kv="bf16"):
    """A program's time per token for every measured row that is not saturated.

    Arguments: ``program`` as in the table of answers, or "book" for this book's roofline
    with the ``practice`` given (the bare roofline if none is); ``share``, whether the others'
    prompts are counted, by the program's own time for them; ``without``, names of causes of
    ``decode_causes`` that are taken out of its answer; ``kv``, the precision of the cache, by all
    signs 16 bits (GenZ takes the weights' alone, whatever is asked). Returns the rows as a
    DataFrame with ``measured`` and ``predicted`` seconds; NaN where the program refused. Raises
    ValueError for a cause that the program does not have.

    >>> len(held_against_measurement("book"))
    25
    """
    rows = tables.csv("h100_llama31_70b_tpot")
    rows = rows[rows.ttft_ms * ms <= SATURATED].reset_index(drop=True)
    prompt, output, batch, tensor = (
        rows[name].to_numpy()
        for name in ("input_tokens", "output_tokens", "concurrency", "tensor_parallel")
    )
    context = prompt + output // 2
    kv = "fp8" if program == "genz" else checks.choice("kv", kv, ("bf16", "fp8"))
    d = asked_deployment("llama3_70b", tensor, kv_precision=kv)
    if program == "book":
        d = d.but(practice=practice)
        step, first = decode(d, batch, context).time, prefill(d, prompt).time
    else:
        said = answers(program=program, model="llama3_70b", inputs="sheet", kv_precision=kv)
        said = said.set_index(["phase", "tensor", "batch", "context"]).time_ms * ms
        asked = {"decode": zip(tensor, batch, context, strict=True),
                 "prefill": zip(tensor, np.ones_like(batch), prompt, strict=True)}  # fmt: skip
        step, first = (said[phase].loc[[*keys]].to_numpy() for phase, keys in asked.items())
    if without:
        _, causes = decode_causes(program, d, batch, context)
        step = step - sum(causes[checks.choice("without", name, tuple(causes))] for name in without)
    if share:
        step = with_prefill_share(step, first, batch, output)
    return rows.assign(measured=rows.tpot_ms * ms, predicted=step)


def served(rows, kv_bits=16):
    """aiconfigurator's own time per token, prompts mixed in, for rows of serving.

    Arguments: ``rows``, a DataFrame with the columns of a cell in ``other_models_served.csv``
    (system, backend, model and so on; a model by its name or a variant of it), and ``kv_bits`` of
    the cache, 16 or 8, one for all or one a row. Returns seconds, NaN for a row that it was not
    asked of. Raises ValueError for other bits.

    >>> asked = tables.csv("other_models_served").head(2)
    >>> (served(asked) * 1e3).round(1), (served(asked, 8) * 1e3).round(1)
    (array([8. , 8.5]), array([7.9, 8.4]))
    """
    said = tables.csv("other_models_served")
    cell = list(said.columns[: said.columns.get_loc("concurrency") + 1])
    names = set(said.model)
    known = {m: next((n for n in names if m.startswith(n)), m) for m in set(rows.model)}
    asked = rows[cell].assign(model=rows.model.map(known))
    found = asked.merge(said, how="left", on=cell)
    wide = checks.holds("kv_bits", kv_bits, "16 or 8", lambda bits: (bits == 16) | (bits == 8)) > 8
    return np.where(wide, found.tpot_kv16_ms, found.tpot_kv8_ms) * ms


def mean_error(rows):
    """Mean absolute error of predictions as a share of what was measured.

    >>> import pandas as pd
    >>> mean_error(pd.DataFrame({"measured": [2.0, 2.0], "predicted": [1.0, 3.0]}))
    0.5
    """
    return float((rows.predicted / rows.measured - 1).abs().mean())
