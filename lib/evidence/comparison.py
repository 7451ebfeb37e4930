"""The second document's comparison: dollars per token/s of LPUs and of H100s, as inputs range.

Each input has the range that sources give, as an ``Uncertain`` of ``lib.economics.sensitivity``
with the document's own value, so that one may ask what decides between the two. The H100's
throughput is what its maker published, at any context: a line through measurements.
"""

from functools import lru_cache

import numpy as np

from lib import checks
from lib.economics.cost import Capacity, capital_per_rate
from lib.economics.kvcache import used_context
from lib.economics.sensitivity import Uncertain
from lib.hardware import chip
from lib.tables import csv, figure
from lib.transformer import transformer


def document_inputs(prices="market", law="log-uniform", tied=False):
    """The uncertain inputs of the document's comparison, each with the range of its sources.

    The likeliest values are the document's own, so that a tornado starts from its
    answer. Every figure comes from the data tables; beside the prices of chips there
    is ``host``, the dollars of server for each card: nothing in the document, and at
    most what a server of eight H100 costs more than its board. A server of eight LPUs
    has as many processors and as much memory, so both sides take the same.

    Arguments: ``prices``, "market" (what buyers pay) or "make" (what the chips cost
    their makers); ``law`` for every input but the host's, which is uniform; ``tied``,
    to let the throughput of the H100 follow from the context and from what its batch and
    its software reach (see ``tied_advantage``) in place of a range of its own. That share
    begins at the document's value, which is the lowest: the release of the same winter
    reached more at every length.

    >>> for x in document_inputs():
    ...     print(f"{x.name}: {x.value:g} in {x.low:g} to {x.high:g}")
    lpu_price: 6000 in 6000 to 20000
    lpu_speed: 500 in 185 to 500
    context: 4096 in 625 to 4096
    batch: 128 in 80 to 240
    host: 0 in 0 to 9940
    h100_price: 30000 in 25000 to 40000
    h100_rate: 425 in 425 to 3065.61
    """
    checks.choice("prices", prices, ("market", "make"))
    stated = {key: figure("facts", f"{key}_document").value for key in ("context", "batch")}
    speed, rate = (figure("serving", f"document_{key}").value for key in ("speed", "h100"))
    board, server = (figure("prices", key).value for key in ("hgx_h100_2024_02", "server_h100"))
    used = used_context(prompt=550, output=150)  # the load of groq_70b_llmperf
    stages = transformer("llama2_70b").layers
    fullest = stages * figure("facts", "groq_batch").value
    measured = figure("serving", "groq_70b_llmperf").value
    inputs = [
        _paid("lpu_price", "groq_lpu", "groq_document", prices, law, "price of an LPU"),
        Uncertain("lpu_speed", measured, speed, speed, law, "speed of a request"),
        Uncertain("context", used, stated["context"], stated["context"], law, "context held"),
        Uncertain("batch", stages, stated["batch"], fullest, law, "requests in flight"),
        Uncertain("host", 0, 0, (server - board) / 8, "uniform", "server per card"),
        _paid("h100_price", "h100_sxm", "h100_document", prices, law, "price of an H100"),
    ]
    if tied:
        likeliest = rate / published_rate(stated["context"])
        early, reached = published_points("TensorRT-LLM 0.6.1")
        low = min(likeliest, *(reached / published_rate(early)))
        last = Uncertain("reached", low, likeliest, 1.0, law, "batch and software of the H100")
    else:
        best = figure("serving", "mlperf_h100_offline").value / 8
        last = Uncertain("h100_rate", rate, rate, best, law, "throughput of an H100")
    return [*inputs, last]


def _paid(name, key, document, prices, law, label):
    """A chip's price, or cost to make, over what sources give, with the document's as the value."""
    field = "price" if prices == "market" else "cost"
    low, high = chip(key).range(field)
    value = chip(document).known(field)
    return Uncertain(name, min(low, value), value, max(high, value), law, label)


def lpu_cost(lpu_price, lpu_speed, context, batch, host=0.0):
    """Dollars per (token/s) of LLaMA-2 70B in int8 on LPUs, bought for their bytes.

    Arguments: ``lpu_price`` and ``host``, dollars a card; ``lpu_speed``, tokens/s of
    a request; ``context`` tokens held for each of ``batch`` requests.

    >>> print(f"{lpu_cost(6000, 500, 4096, 128):.2f}")
    63.00
    """
    lpu, model = chip("groq_lpu"), transformer("llama2_70b")
    request = model.kv_bytes(context, "int8")
    paid = checks.not_negative("lpu_price", lpu_price) + checks.not_negative("host", host)
    speed = checks.positive("lpu_speed", lpu_speed)
    return Capacity(paid, lpu.memory, model.weight_bytes("int8"), request, speed).cost(batch)


def h100_cost(h100_price, h100_rate, host=0.0):
    """Dollars per (token/s) of an H100 that gives ``h100_rate`` tokens/s.

    >>> print(f"{h100_cost(30_000, 425):.2f}")
    70.59
    """
    paid = checks.not_negative("h100_price", h100_price) + checks.not_negative("host", host)
    return capital_per_rate(paid, checks.positive("h100_rate", h100_rate))


def advantage(lpu_price, lpu_speed, context, batch, host, h100_price, h100_rate):
    """How many times the H100's dollars per (token/s) the LPU's are worth: above 1 it wins.

    >>> print(f"{advantage(6000, 500, 4096, 128, 0, 30_000, 425):.2f}")
    1.12
    """
    lpu = lpu_cost(lpu_price, lpu_speed, context, batch, host)
    return h100_cost(h100_price, h100_rate, host) / lpu


def tied_advantage(lpu_price, lpu_speed, context, batch, host, h100_price, reached):
    """The same with both sides at one context.

    The H100's throughput is that of ``published_rate``: short contexts help it too.

    >>> print(f"{tied_advantage(6000, 500, 4096, 128, 0, 30_000, 1.0):.2f}")
    0.37
    """
    rate = published_rate(context, reached)
    return advantage(lpu_price, lpu_speed, context, batch, host, h100_price, rate)


def published_points(software):
    """What a release of TensorRT-LLM gives on H100s: contexts held, and output tokens/s a card.

    Arrays, from the maker's tables of a 70B model in fp8 where the answer is as long as the
    prompt or longer; the context is the mean that a request holds.

    Raises ValueError for a release that the table lacks.

    >>> context, rate = published_points("TensorRT-LLM 0.6.1")
    >>> print(context, rate)
    [ 192. 1152. 3072.] [2657. 1486.  547.]
    """
    rows = csv("published_throughput")
    rows = rows[rows.system == "H100 SXM 80GB"]
    checks.choice("software", software, sorted(set(rows.software)))
    rows = rows[(rows.software == software) & (rows.output_tokens >= rows.input_tokens)]
    cards = np.where(rows.basis == "per GPU", 1, rows.tensor_parallel)
    context = used_context(rows.input_tokens.to_numpy(), rows.output_tokens.to_numpy())
    return context, rows.tokens_per_s.to_numpy() / cards


@lru_cache
def _published_line():
    """Seconds per output token of one H100 on the newest release: fixed, and a token of context."""
    context, rate = published_points("TensorRT-LLM 1.0")
    per_token, fixed = np.polyfit(context, 1 / rate, 1)
    return float(fixed), float(per_token)


def published_rate(context, reached=1.0):
    """Output tokens/s of one H100 on a 70B model in fp8, at a context, as published.

        reached / (fixed time + time per token of context x context)

    A straight line through what the maker publishes for equally long inputs and
    outputs (tensorrtllm10, two cards a copy); ``context`` is the mean that a request
    holds, its input and half its output. ``reached`` is the share of that throughput
    that a batch and a software reach: a release of the winter 2023 with full batches
    (tensorrtllm061) five sixths at short contexts and a third at long ones. The loads
    published hold 192 to 3,072 tokens; beyond, the line is drawn on.

    >>> print(f"{published_rate(625):.0f} {published_rate(4096):.0f}")
    2722 1297
    """
    context = checks.positive("context", context)
    fixed, per_token = _published_line()
    return checks.positive("reached", reached) / (fixed + per_token * context)
