"""Checks of Part II: the KV cache, and the chips that it takes."""

import numpy as np

from lib.claims import HOLDS_WITHIN, check
from lib.claims.machines import pipeline
from lib.economics.kvcache import doubling_batch, kv_share, with_attention
from lib.spatial.roofline import decode
from lib.transformer import transformer
from lib.units import GB, GiB

# -- the KV cache -----------------------------------------------------------------


def ungrouped(s):
    """The model with keys and values for each of its heads."""
    return with_attention(s.model, "multi-head")


def every_head(s):
    """Bytes of a request's KV cache of that model."""
    return ungrouped(s).kv_bytes(s.context, s.precision)


def growth(model, s):
    """How many times the KV cache of half a context that of the whole one takes."""
    half, whole = model.kv_bytes(np.array([s.context / 2, s.context]), s.precision)
    return whole / half


check(
    "earlier-networks-keep-little",
    # A gated block has three matrices of hidden x width, and keeps one number of each width.
    book=lambda s: 1 / (3 * s.model.hidden) < HOLDS_WITHIN,
    weights=lambda s: 3 * s.model.hidden,
)
check(
    "kv-grows-with-context",
    lambda s: growth(s.model, s) == 2,
    windowed=lambda s: transformer("gpt_oss_120b"),
    growth=lambda s: growth(transformer("gpt_oss_120b"), s),
)
check("kv-per-request", lambda s: s.request / GB, binary=lambda s: s.request / GiB)
check(
    "gqa-divides-by-eight",
    lambda s: every_head(s) / s.model.kv_bytes(s.context, s.precision),
    every_head=every_head,
)
check(
    "kv-small-beside-weights",
    lambda s: s.request / (s.weights + s.request) < HOLDS_WITHIN,
    share=lambda s: kv_share(s.model, 1, s.context, s.precision),
    every_head=lambda s: kv_share(ungrouped(s), 1, s.context, s.precision),
)
check(
    "kv-at-batch-128",
    lambda s: s.batch * s.request / GB,
    binary=lambda s: s.batch * s.request / GiB,
)
check(
    "kv-exceeds-weights",
    lambda s: s.batch * s.request > s.weights,
    equal=lambda s: np.ceil(doubling_batch(s.model, s.context, s.precision)),
)
check("memory-at-batch-128", lambda s: (s.weights + s.batch * s.request) / GB)
check("chips-per-request", lambda s: s.per_request, exact=lambda s: s.request / s.lpu.memory)

# -- the chips of a batch -----------------------------------------------------------


def speeds_in_step(s):
    """Tokens/s of a request in a batch: spread over a stage a layer, and all in one stage."""
    stages = pipeline(s, s.lpu, s.batch)
    lone = decode(stages, 1, s.context).speed
    # One group of all requests, at work in one stage at a time.
    together = decode(stages.but(stages=1), s.batch, s.context).speed
    return min(decode(stages, s.batch, s.context).speed, lone), together


check(
    "batch-1-serves-one-user",
    lambda s: s.room(s.entry),
    exact=lambda s: (s.entry * s.lpu.memory - s.weights) / s.request,
)
check(
    "chips-at-batch-128",
    lambda s: s.chips(s.batch),
    exact=lambda s: s.capacity.exact_chips(s.batch),
)
check(
    "only-twice-the-cluster",
    lambda s: s.capital(s.batch) / s.capital(1),
    chips=lambda s: (s.chips(s.batch), s.chips(1)),
)
check(
    "speed-kept-at-batch-128", book=lambda s: speeds_in_step(s)[0] > s.speed, speeds=speeds_in_step
)
check("price-per-request", lambda s: s.per_request * s.price, chips=lambda s: s.per_request)
