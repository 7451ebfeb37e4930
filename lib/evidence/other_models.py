"""Other people's models: the same questions, their answers, and what the two differ by.

``tools/other_models.py`` puts the questions of this module to other programs, each in
an environment of its own, and stores what they say in ``data/other_models.csv``. The
book reads that table and needs none of them.

A difference is explained when it can be made. ``decode_causes`` and ``prefill_causes``
start from this book's bare roofline and add, one after another, what another program's
source does otherwise; the sum is that program's answer, to a part in a thousand. What
is read is GenZ 0.0.16 and llm-analysis 0.2.2.

The third judge is ``data/h100_llama31_70b_tpot.csv``, real serving. There a step of
decoding is not all: while one request writes its output, every other place in the batch
takes in a new request once, and its prompt interrupts. ``with_prefill_share`` adds that.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lib import checks
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode, prefill
from lib.tables import DATA, load
from lib.transformer import transformer
from lib.units import GiB, bytes_per_value, ms, us

#: The chip and the shapes that every program is asked about.
CHIP, MODELS = "h100_sxm", {"llama2_70b": "int8", "llama3_70b": "fp8"}
TENSORS, BATCHES, CONTEXTS = (2, 4, 8), (1, 4, 16, 64, 128, 256), (512, 2048, 4096)
PROMPTS = {"llama2_70b": (512, 1024, 2048, 4096), "llama3_70b": (1024, 8192)}
#: 320 SRAM chips: 80 stages of 4.
SRAM_CHIP, SRAM_SPLIT, SRAM_BATCHES = "groq_lpu", (4, 80), (1, 7, 8, 80, 320, 639, 640)
#: Beyond this time to the first token a measured row is saturated: requests queue.
SATURATED = 5.0


def questions():
    """Every question put to the other programs, as a list of mappings.

    ``phase`` is decode or prefill; ``inputs`` says whose figures of the chip are used,
    the book's ("sheet") or the program's own ("preset").

    >>> questions()[0]["model"], questions()[0]["batch"]
    ('llama2_70b', 1)
    """
    asked = []

    def ask(phase, model, tensor, batch, context, inputs="sheet", chip=CHIP, stages=1):
        asked.append(
            {"phase": phase, "inputs": inputs, "chip": chip, "model": model,
             "precision": MODELS[model], "tensor": tensor, "stages": stages,
             "batch": batch, "context": context}
        )  # fmt: skip

    for model in MODELS:
        for tensor in TENSORS:
            for context in CONTEXTS:
                for batch in BATCHES:
                    ask("decode", model, tensor, batch, context)
            for tokens in PROMPTS[model]:
                ask("prefill", model, tensor, 1, tokens)
    for batch in BATCHES:
        ask("decode", "llama2_70b", 8, batch, 4096, inputs="preset")
    for batch in SRAM_BATCHES:
        tensor, stages = SRAM_SPLIT
        ask("decode", "llama2_70b", tensor, batch, 4096, chip=SRAM_CHIP, stages=stages)
    for row in _measured_csv():
        context = int(row["input_tokens"] + row["output_tokens"] / 2)
        found = ("decode", "llama3_70b", int(row["tensor_parallel"]), int(row["concurrency"]))
        if not any((q["phase"], q["model"], q["tensor"], q["batch"]) == found
                   and q["context"] == context and q["chip"] == CHIP for q in asked):  # fmt: skip
            ask(*found, context)
    return asked


# -- what is stored -------------------------------------------------------------------


def _read(name):
    def value(text):
        try:
            return float(text)
        except ValueError:
            return text

    with open(DATA / name, newline="", encoding="utf-8") as file:
        return tuple({k: value(v) for k, v in row.items()} for row in csv.DictReader(file))


@lru_cache
def _answers():
    return _read("other_models.csv")


@lru_cache
def _measured_csv():
    return _read("h100_llama31_70b_tpot.csv")


def answers(**like):
    """The stored answers whose columns have the values given.

    Raises ValueError for a column that the table lacks and where no row is left.

    >>> len(answers(program="genz", inputs="preset"))
    6
    >>> answers(program="oracle")
    Traceback (most recent call last):
    ValueError: program: got 'oracle'; takes one of aiconfigurator, aiconfigurator_roofline, \
genz, llm_analysis
    """
    left = _answers()
    for column, value in like.items():
        checks.choice("column", column, tuple(left[0]))
        kept = [row for row in left if row[column] == value]
        if not kept:
            there = ", ".join(sorted({str(row[column]) for row in left}))
            raise ValueError(f"{column}: got {value!r}; takes one of {there}")
        left = kept
    return tuple(left)


def answer(program, **like):
    """The seconds that a program gave for one question; NaN where it refused.

    Raises ValueError where the columns given leave no row or several.

    >>> round(128 / answer("genz", inputs="preset", batch=128))
    14188
    """
    found = answers(program=program, **like)
    if len(found) > 1:
        raise ValueError(f"like: got {like!r}, which leaves {len(found)} answers; takes one")
    taken = found[0]["time_ms"]
    return taken * ms if taken != "" else float("nan")


def speeds():
    """Stored times per evaluated point by program, in seconds, with what was counted.

    >>> speeds()["book"]["seconds_per_point"] < speeds()["genz"]["seconds_per_point"]
    True
    """
    return {row["program"]: row for row in _read("other_models_speed.csv")}


def programs():
    """What the book knows of other programs: the rows of ``data/other_models.toml`` by key.

    >>> programs()["genz"]["version"]
    '0.0.16'
    """
    return load("other_models")


# -- why they differ --------------------------------------------------------------------


@dataclass(frozen=True)
class Cause:
    """What another program does otherwise, and the seconds that it adds (or saves)."""

    name: str
    seconds: float


def asked_deployment(model="llama2_70b", tensor=8, chip_key=CHIP):
    """The deployment that a stored question with the book's figures is about.

    >>> asked_deployment(tensor=8).chips
    8
    """
    checks.choice("model", model, tuple(MODELS))
    return Deployment(chip(chip_key), transformer(model), precision=MODELS[model], tensor=tensor)


def _projections(d):
    """Weight bytes of the layers' matrices alone, over all chips."""
    m = d.model
    outside = m.embedding_parameters + (2 * m.layers + 1) * m.hidden
    return (m.parameters - outside) * bytes_per_value(d.precision)


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
    norms = (2 * m.layers + 1) * m.hidden * d.weight_time
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
    ends = (m.hidden + m.vocabulary / n) * d.tensor * d.weight_time  # of the projection: off chip
    return bare.time, [
        Cause("5 µs an all-reduce, 1 µs a hop", 2 * m.layers * _genz_reduce(d)),
        Cause("sums sent in 8 bits, not 16", short.collectives - bare.collectives),
        Cause("logits gathered from all chips", _genz_gather(d, batch)),
        Cause("norms not read", -norms),
        Cause("activations read and written", batch * (numbers * one / (18_000 * GiB) + ends)),
    ]


def _llma_decode(d, batch, context):
    bare, m, n = decode(d, batch, context), d.model, d.tensor
    one, h, bandwidth = bytes_per_value(d.precision), d.model.hidden, d.chip.known("bandwidth")
    moved = 2 * (n - 1) / n * batch * h / d.chip.known("link_bandwidth")
    reduce = np.maximum(8 * us, moved * one) * (n > 1)
    thinner = m.layers * (2 * h * 4 * h - 3 * h * m.feed_forward) * d.weight_time
    # Norms are read in this book and so they are there, twice a layer, as activations.
    ends = (m.vocabulary * h + (2 * m.layers + 1) * h) * d.weight_time
    whole = 2 * m.vocabulary * h / bandwidth + np.maximum(8 * us, 2 * moved) * (n > 1)
    projection = 2 * batch * m.vocabulary * h / d.compute
    passing = m.layers * batch * h * (3 * one + 4 * one + 2 * 4) / (n * bandwidth)
    return bare.time, [
        Cause("at least 8 µs an all-reduce", 2 * m.layers * reduce - bare.collectives),
        Cause("KV cache written back each step", bare.kv),
        Cause("two feed-forward matrices, not three", thinner),
        Cause("embedding read whole by every chip", whole + projection - ends),
        Cause("activations read and written", passing),
    ]


_DECODE = {"genz": _genz_decode, "llm_analysis": _llma_decode}


def decode_causes(program, deployment, batch, context):
    """How this book's bare roofline becomes another program's time for a decode step.

    Arguments: ``program``, "genz" or "llm_analysis"; a ``deployment`` of one stage;
    ``batch`` and ``context`` at which memory binds. Returns the roofline's seconds and
    the causes in turn; their sum is what the program says. The order matters to none:
    each cause is an amount of its own.

    >>> start, causes = decode_causes("genz", asked_deployment(), 128, 4096)
    >>> round((start + sum(cause.seconds for cause in causes)) * 1e3, 2)
    9.54
    """
    checks.choice("program", program, tuple(_DECODE))
    step = decode(deployment, batch, context)
    if np.any(np.asarray(deployment.stages) > 1) or np.any(step.compute > step.memory):
        raise ValueError("deployment: takes one stage, at a batch where memory binds")
    return _DECODE[program](deployment, batch, context)


def prefill_causes(deployment, tokens):
    """How this book's bare roofline becomes GenZ's time for reading one prompt.

    Arguments: a ``deployment`` of one stage and the prompt's ``tokens``, enough of them
    that computing binds. Returns the roofline's seconds and the causes in turn.

    >>> start, causes = prefill_causes(asked_deployment(), 4096)
    >>> round((start + sum(cause.seconds for cause in causes)) * 1e3, 1)
    62.8
    """
    d, m = deployment, deployment.model
    bare = prefill(d, tokens)
    if np.any(bare.memory > bare.compute):
        raise ValueError("tokens: takes a prompt at which computing binds")
    short = prefill(d.but(activation_precision=d.precision), tokens)
    half = m.layers * 4 * m.heads * m.head_dim * tokens * (tokens / 2) / d.compute
    product = 2 * tokens * m.vocabulary * m.hidden / d.compute
    last = 2 * (tokens - 1) * m.vocabulary * m.hidden / d.compute
    extra = short.collectives / (2 * m.layers) + _genz_reduce(d) + _genz_gather(d, tokens)
    return bare.time, [
        Cause("sums sent in 8 bits, not 16", short.collectives - bare.collectives),
        Cause("5 µs an all-reduce, 1 µs a hop", 2 * m.layers * _genz_reduce(d)),
        Cause("every token attends to all, not to half", half),
        Cause("embedding as a matrix product", product),
        Cause("logits of every token", last),
        Cause("embedding and logits put together", extra),
    ]


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


def held_against_measurement(program, share=True, without=(), **efficiencies):
    """A program's time per token for every measured row that is not saturated.

    Arguments: ``program`` as in the table of answers, or "book" for this book's roofline
    with the ``efficiencies`` given (fields of a Deployment; none is the bare roofline);
    ``share``, whether the others' prompts are counted, by the program's own time for them;
    ``without``, names of causes of ``decode_causes`` that are taken out of its answer.
    Returns the rows as mappings with ``measured`` and ``predicted`` seconds; NaN where
    the program refused. Raises ValueError for a cause that the program does not have.

    >>> len(held_against_measurement("book"))
    25
    """
    found = []
    for row in _measured_csv():
        if row["ttft_ms"] * ms > SATURATED:
            continue
        tensor, batch = int(row["tensor_parallel"]), int(row["concurrency"])
        prompt, context = row["input_tokens"], row["input_tokens"] + row["output_tokens"] // 2
        if program == "book":
            d = asked_deployment("llama3_70b", tensor).but(**efficiencies)
            step, first = decode(d, batch, context).time, prefill(d, prompt).time
        else:
            like = {"model": "llama3_70b", "tensor": tensor, "inputs": "sheet"}
            step = answer(program, phase="decode", batch=batch, context=context, **like)
            first = answer(program, phase="prefill", context=prompt, **like)
        if without:
            _, causes = decode_causes(
                program, asked_deployment("llama3_70b", tensor), batch, context
            )
            seconds = {cause.name: cause.seconds for cause in causes}
            step -= sum(seconds[checks.choice("without", name, tuple(seconds))] for name in without)
        if share:
            step = with_prefill_share(step, first, batch, row["output_tokens"])
        found.append({**row, "measured": row["tpot_ms"] * ms, "predicted": float(step)})
    return found


def mean_error(rows):
    """Mean absolute error of predictions as a share of what was measured.

    >>> mean_error([{"measured": 2.0, "predicted": 1.0}, {"measured": 2.0, "predicted": 3.0}])
    0.5
    """
    ratios = [row["predicted"] / row["measured"] for row in rows]
    return float(np.mean(np.abs(np.array(ratios) - 1)))
