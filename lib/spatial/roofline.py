"""Roofline: how long one step of inference takes, and which limit sets it.

A step reads the weights once and each request's KV cache once, computes, and
talks to the other chips:

    time = max(weights + KV cache over bandwidth, operations over compute)
           + collectives + overhead

Tensor parallelism cuts every layer over ``tensor`` chips, which work on it
together. Pipeline parallelism cuts the stack of layers into ``stages``, and the
batch into as many groups, so that each stage serves another group. A group of
``ceil(batch / stages)`` requests passes all stages for one token each: the
time of a step is that passage. With one request in flight per stage, the batch
costs a request nothing but its share of memory. Where stages differ by a layer,
the longest sets the pace once its queue is full. The output projection counts as
spread over the stages, and what one stage hands to the next costs nothing.

The KV cache is cut as evenly as the weights (by heads, then by positions).
Every efficiency is 1 and every overhead 0 unless it is given: the bare roofline
is a bound, not a forecast.
"""

import dataclasses
from dataclasses import dataclass
from functools import partial

import numpy as np

from lib import checks
from lib.hardware import Chip
from lib.spatial.placement import cache_precision
from lib.transformer import Transformer
from lib.units import PRECISION_BYTES, KiB, bytes_per_value


@dataclass(frozen=True, eq=False)
class Deployment:
    """One copy of a model on ``tensor * stages`` chips.

    Arguments
    ---------
    chip, model : what runs what
    precision : of the weights; must be one that the chip computes in, unless
        ``compute_precision`` names another (weights stored small, computed larger)
    tensor, stages : chips that share a layer; pipeline stages
    kv_precision, compute_precision : default to ``precision``
    bandwidth_efficiency, compute_efficiency : reached share of the peaks, (0, 1]
    kv_efficiency : reached share of the bandwidth on the KV cache; defaults to
        ``bandwidth_efficiency``
    collective_latency : seconds an all-reduce takes besides moving its bytes
    layer_overhead, step_overhead, request_overhead : seconds per layer, per step, and per
        request of a step's group, that nothing hides

    Raises ValueError naming the argument: stages beyond the model's layers, and
    tensor parallelism over chips without a figure for their ``link_bandwidth``.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8).chips
    8
    """

    chip: Chip
    model: Transformer
    precision: str = "int8"
    tensor: int = 1
    stages: int = 1
    kv_precision: str | None = None
    compute_precision: str | None = None
    bandwidth_efficiency: float = 1.0
    compute_efficiency: float = 1.0
    collective_latency: float = 0.0
    layer_overhead: float = 0.0
    step_overhead: float = 0.0
    activation_precision: str = "fp16"
    kv_efficiency: float | None = None
    request_overhead: float = 0.0

    def __post_init__(self):
        for name in ("precision", "activation_precision"):
            checks.choice(name, getattr(self, name), tuple(PRECISION_BYTES))
        cache_precision(self.kv_precision, self.precision)
        if self.compute_precision is None:
            self.chip.peak(self.precision)
        else:
            checks.choice("compute_precision", self.compute_precision, tuple(self.chip.compute))
        checks.keep(self, checks.whole, "tensor", "stages")
        # In this order: whether any of a lazy array is above 1 would have to be computed.
        if self.chip.link_bandwidth is None and np.any(self.tensor > 1):
            self.chip.known("link_bandwidth")
        takes = f"at most the model's {self.model.layers} layers"
        layers = partial(checks.between, low=1, high=self.model.layers, takes=takes)
        checks.keep(self, layers, "stages")
        checks.keep(self, checks.fraction, "bandwidth_efficiency", "compute_efficiency")
        if self.kv_efficiency is not None:
            checks.keep(self, checks.fraction, "kv_efficiency")
        checks.keep(self, checks.not_negative, "collective_latency", "layer_overhead",
                    "step_overhead", "request_overhead")  # fmt: skip

    @property
    def bandwidth(self):
        """Bytes/s that the chips of one stage read together."""
        return self.tensor * self.chip.bandwidth * self.bandwidth_efficiency

    @property
    def compute(self):
        """Operations/s that the chips of one stage do together."""
        peak = self.chip.peak(self.compute_precision or self.precision)
        return self.tensor * peak * self.compute_efficiency

    @property
    def weight_time(self):
        """Seconds to read one parameter."""
        return bytes_per_value(self.precision) / self.bandwidth

    def kv_time(self, context):
        """Seconds to read the KV cache of one request."""
        kv_precision = cache_precision(self.kv_precision, self.precision)
        bytes_read = self.model.kv_bytes_read(context, kv_precision)
        if self.kv_efficiency is None:
            return bytes_read / self.bandwidth
        return bytes_read / (self.tensor * self.chip.bandwidth * self.kv_efficiency)

    @property
    def chips(self):
        """Chips that the copy takes."""
        return self.tensor * self.stages

    def but(self, **changes):
        """The same deployment with some fields changed."""
        return dataclasses.replace(self, **changes)


@dataclass(frozen=True, eq=False)
class Step:
    """The time of one step by its parts, each in seconds, and what follows from it.

    ``weights`` and ``kv`` overlap with ``compute`` (the longer one counts);
    ``collectives`` and ``overhead`` add to it.
    """

    tokens: float
    weights: float
    kv: float
    compute: float
    collectives: float
    overhead: float

    @property
    def memory(self):
        """Seconds of reading memory."""
        return self.weights + self.kv

    @property
    def time(self):
        """Seconds of the whole step: one token for every request in the batch."""
        return np.maximum(self.memory, self.compute) + self.collectives + self.overhead

    @property
    def speed(self):
        """Tokens per second that one request sees."""
        return 1 / self.time

    @property
    def throughput(self):
        """Tokens per second of all requests together."""
        return self.tokens / self.time

    @property
    def binds(self):
        """The part that takes longest: weights, KV cache, compute, collectives or overhead."""
        names = np.array(["weights", "KV cache", "compute", "collectives", "overhead"])
        reads = (self.memory >= self.compute) * 1.0
        parts = (self.weights * reads, self.kv * reads, self.compute * (1 - reads),
                 self.collectives, self.overhead)  # fmt: skip
        every = 0 * self.time  # of the shape that all parts broadcast to
        return names[np.argmax(np.stack([np.asarray(every + p) for p in parts]), axis=0)]


def decode(deployment, batch, context):
    """The step that gives each of ``batch`` requests its next token.

    Arguments: ``batch`` requests in the deployment (1 or more) and ``context``
    tokens that each holds in its KV cache; arrays broadcast. A step's ``time``
    is the time per output token of a request.

    Raises ValueError for a batch below 1 or a context beyond the model's limit.
    Source: williams2009 for the roofline, pope2023 for its use on decoding.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> step = decode(eight, batch=1, context=4096)
    >>> print(f"{step.time * 1e3:.2f} ms, {step.binds} bind")
    2.61 ms, weights bind
    """
    batch = checks.at_least("batch", batch, 1)
    d, model = deployment, deployment.model
    group = np.ceil(batch / d.stages)
    # A group passes all layers in one step; the longest stage serves every group in it.
    longest = np.ceil(model.layers / d.stages)
    pace = None  # 1 where the layers divide, at any batch: no array is multiplied by it
    if np.any(model.layers % d.stages):
        pace = np.maximum(np.minimum(batch, d.stages) * (longest / model.layers), 1.0)

    def paced(seconds):
        return seconds if pace is None else pace * seconds

    overhead = paced(model.layers * d.layer_overhead) + d.step_overhead
    if np.any(d.request_overhead):
        overhead = overhead + group * d.request_overhead
    return Step(
        tokens=batch,
        weights=model.parameters_read(group) * paced(d.weight_time),
        kv=group * paced(d.kv_time(context)),
        compute=group * (model.operations_per_token(context) * paced(1 / d.compute)),
        collectives=paced(_collectives(d, group)),
        overhead=overhead,
    )


def prefill(deployment, tokens, batch=1):
    """The step that reads prompts of ``tokens`` tokens, ``batch`` of them at once.

    Every token attends to those before it, half the prompt on average, and only
    the last of a prompt is projected onto the vocabulary. The time is the time to
    the first token of a request that waits for no other: prompts pass the stages in
    one piece, so that a pipeline could take ``stages`` such batches at once, which
    ``throughput`` does not count.

    Raises ValueError for a prompt of no tokens or beyond the model's context.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> eight = Deployment(chip("h100_sxm"), transformer("llama2_70b"), tensor=8)
    >>> step = prefill(eight, tokens=4096)
    >>> print(f"{step.time * 1e3:.0f} ms, {step.compute * 1e3:.0f} of them of computing")
    79 ms, 37 of them of computing
    """
    d, model = deployment, deployment.model
    takes = f"tokens above 0 and up to {model.context:,} ({model.name})"
    tokens = checks.between(
        "tokens", checks.positive("tokens", tokens, takes), 0, model.context, takes
    )
    batch = checks.positive("batch", batch)
    vectors = 1.0 * batch * tokens
    operations = vectors * model.prompt_operations(tokens)
    return Step(
        tokens=vectors,
        weights=model.parameters_read(vectors) * d.weight_time,
        kv=batch * d.kv_time(tokens),
        compute=operations / d.compute,
        collectives=_collectives(d, vectors),
        overhead=model.layers * d.layer_overhead + d.step_overhead + batch * d.request_overhead,
    )


def _collectives(deployment, vectors):
    """Seconds of the two all-reduces a layer: their latency, and bytes over the links."""
    d = deployment
    all_reduces = 2 * d.model.layers * (d.tensor > 1)
    # An all-reduce sends and receives 2 (n-1)/n of the vector on every chip.
    sent = 2 * (d.tensor - 1) / d.tensor * d.model.hidden
    # A chip alone sends nothing, over whatever link.
    links = np.inf if d.chip.link_bandwidth is None else d.chip.link_bandwidth
    moving = sent * bytes_per_value(d.activation_precision) / links
    return all_reduces * d.collective_latency + vectors * (all_reduces * moving)


def all_reduce_rounds(tensor, message):
    """Rounds of latency in an all-reduce over ``tensor`` chips, for a message of so many bytes.

        log2(tensor) x (1 in one shot, 2 where a reduce-scatter and an all-gather share the work)

    In one shot every chip reads the message of every other. The rule is that of vLLM's kernel
    for GPUs that are all linked (vllm2025): one shot for two chips at any size, for up to four
    below 512 KiB, for up to eight below 256 KiB. Arrays broadcast.

    >>> from lib.units import KiB
    >>> all_reduce_rounds(8, [16 * KiB, 256 * KiB])
    array([3., 6.])
    """
    tensor = checks.whole("tensor", tensor)
    message = checks.positive("message", message)
    limit = np.where(tensor <= 2, np.inf, np.where(tensor <= 4, 512 * KiB, 256 * KiB))
    return np.log2(tensor) * np.where(message < limit, 1.0, 2.0)


def balance(chip, precision):
    """Operations that a chip can do for each byte it reads: peak / bandwidth.

    >>> from lib.hardware import chip
    >>> round(balance(chip("groq_lpu"), "int8"), 1), round(balance(chip("h100_sxm"), "int8"))
    (9.4, 591)
    """
    return chip.peak(precision) / chip.bandwidth


def intensity(model, batch, context, precision="int8", kv_precision=None):
    """Operations of a decode step for each byte it reads, at a batch and context.

        batch x operations per token / (weight bytes + batch x KV bytes)

    As the batch grows this tends to operations per KV byte, a ceiling that no
    batch lifts.

    >>> from lib.transformer import transformer
    >>> print(f"{intensity(transformer('llama2_70b'), 1, 0):.2f}")
    1.99
    """
    batch = 1.0 * checks.positive("batch", batch)
    weight_bytes = model.parameters_read(batch) * bytes_per_value(precision)
    kv_bytes = batch * model.kv_bytes_read(context, cache_precision(kv_precision, precision))
    return batch * model.operations_per_token(context) / (weight_bytes + kv_bytes)


def critical_batch(deployment, context):
    """Requests in a group from which a dense model's decode step is bound by compute.

        weights / bandwidth = b (operations / compute - KV bytes / bandwidth)

    Infinite where one request's KV cache takes longer to read than its
    operations take to do: then no batch makes the step compute bound.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> h100 = Deployment(chip("h100_sxm"), transformer("llama2_70b"))
    >>> round(critical_batch(h100, context=0)), critical_batch(h100, context=4096)
    (296, inf)
    """
    d, model = deployment, deployment.model
    if model.experts > 1:
        raise ValueError(f"model: got {model.name}; takes a dense model (its weights do not vary)")
    gain = model.operations_per_token(context) / d.compute - d.kv_time(context)
    weights = model.parameters_read(1) * d.weight_time
    with np.errstate(divide="ignore"):
        return weights / np.maximum(gain, 0.0)
