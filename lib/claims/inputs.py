"""What the reckonings start from: the document's inputs, and the book's in their place.

Every number comes from a table. The book's reckoning replaces an input of the
document by a published one wherever one was found: the LPU's bytes and the model's
parameters, the speed Groq stated for this very model, an H100's price, cost and
throughput at full context. One supposition stays: $6,000 for a Groq card, because
the only published price is that of a single card at a distributor. The claim
``card-price`` judges it; all others keep it, so that each is judged for itself.
``suppose`` puts other values in the place of these for a while.
"""

import importlib
import math
from contextlib import contextmanager

from lib.claims import PARTS
from lib.economics.cost import Capacity
from lib.hardware import chip
from lib.tables import figure
from lib.transformer import transformer
from lib.units import GB, GiB

LLAMA = transformer("llama2_70b")
LPU, PAPERS_LPU = chip("groq_lpu"), chip("groq_lpu_isca")
H100, RTX_4090 = chip("h100_sxm"), chip("rtx_4090")
DOCUMENT_LPU, DOCUMENT_H100 = chip("groq_document"), chip("h100_document")

#: The document's load: tokens that a request holds, requests at once, the weights' precision.
CONTEXT = figure("facts", "context_document").value
BATCH = figure("facts", "batch_document").value
PRECISION = "int8"

#: Cards of the server that the document compares with.
SERVER = 8


def fact(key):
    """A figure of facts.toml in base units."""
    return figure("facts", key).value


def served(key):
    """A figure of serving.toml: tokens/s of a request, a chip or a system."""
    return figure("serving", key).value


def priced(key):
    """A figure of prices.toml in base units."""
    return figure("prices", key).value


def rounded(value, digits):
    """A number rounded to so many significant digits, as prose rounds it.

    >>> rounded(1_830_000, 2)
    1800000.0
    """
    return round(value, digits - 1 - math.floor(math.log10(abs(value)))) * 1.0


#: Tokens/s of one request, and of one H100 in a server of 8.
DOCUMENT_SPEED, SPEED = served("document_speed"), served("groq_70b_marketed")
DOCUMENT_RATE, RATE = served("document_h100"), served("trtllm_h100_long_input")
#: The same card and lengths with the software of 2025, a card's share of two.
LATER_RATE = served("trtllm_h100_10") / 2
#: The same card with short prompts and answers: MLPerf, a card's share of eight.
SHORT_RATE = served("mlperf_h100_offline") / SERVER
#: What a Groq card costs where the book reckons: the supposition that stays.
PRICE = DOCUMENT_LPU.price


def document_capacity():
    """The document's cluster: 230 MB a card, 70 GB of weights, GiB taken for GB, 500 tokens/s."""
    request = LLAMA.kv_bytes(CONTEXT, PRECISION) / GiB * GB
    return Capacity(
        price=DOCUMENT_LPU.price,
        memory=DOCUMENT_LPU.memory,
        weights=fact("weights_document"),
        request=request,
        speed=DOCUMENT_SPEED,
    )


def book_capacity(context=CONTEXT, **changes):
    """The same cluster with the published bytes and speed, at the document's price of a card."""
    inputs = dict(
        price=PRICE,
        memory=LPU.memory,
        weights=LLAMA.weight_bytes(PRECISION),
        request=LLAMA.kv_bytes(context, PRECISION),
        speed=SPEED,
    )
    return Capacity(**(inputs | changes))


@contextmanager
def suppose(**inputs):
    """Let every reckoning start from other inputs while the block lasts.

    inputs: names of this module in capitals, and their values. Raises ValueError for a
    name that it lacks.

    >>> with suppose(SPEED=500.0):
    ...     book_capacity().speed
    500.0
    >>> book_capacity().speed
    300.0
    """
    mine = globals()
    unknown = [name for name in inputs if not name.isupper() or name not in mine]
    if unknown:
        raise ValueError(f"inputs: got {unknown[0]}; takes inputs such as SPEED, RATE, PRICE")
    parts = [vars(importlib.import_module(f"lib.claims.{part}")) for part in PARTS]
    places = [(part, name) for part in (mine, *parts) for name in inputs if name in part]
    before = [part[name] for part, name in places]
    try:
        for part, name in places:
            part[name] = inputs[name]
        yield
    finally:
        for (part, name), value in zip(places, before, strict=True):
            part[name] = value
