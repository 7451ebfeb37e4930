"""Roofline: how long one step of inference takes, and which limit sets it.

A step reads the weights once and each request's KV cache once, computes, and
talks to the other chips:

    time = max(weights + KV cache over bandwidth, operations over compute)
           + collectives + overhead

A ``Deployment`` is a chip, a model, a way of cutting the model over chips, and a practice: what
is reached of the peaks. With the bare roofline (``IDEAL``) it is a bound, not a forecast.

Tensor parallelism cuts every layer over ``tensor`` chips, which work on it
together. Pipeline parallelism cuts the stack of layers into ``stages``, and the
batch into as many groups, so that each stage serves another group. A group of
``ceil(batch / stages)`` requests passes all stages for one token each: the
time of a step is that passage. With one request in flight per stage, the batch
costs a request nothing but its share of memory. Where stages differ, by a layer or by the kind
of their layers, the slowest sets the pace once its queue is full. The output projection counts as
spread over the stages, and what one stage hands to the next costs nothing.

What a layer's cut costs: chips that keep whole heads, or share every request's positions, add up
their parts after the attention; all add them up after the feed-forward block. Attention cut by
positions must besides hand every chip all queries and merge what each found; attention by request
sends vectors only on their way through the feed-forward block and back (pope2023).
"""

import dataclasses
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np

from lib import checks
from lib.checks import is_lazy
from lib.hardware import IDEAL, Chip, Practice
from lib.spatial.placement import (
    ATTENTION_CUTS,
    EXPERT_CUTS,
    cache_precision,
    cache_share,
    expert_share,
    fullest_stages,
)
from lib.transformer import Transformer
from lib.units import PRECISION_BYTES, bytes_per_value

#: Kernels behind the last layer: its norm, the projection, the choice of a token.
END_KERNELS = 3
#: All-reduces of a layer's attention under each cut.
_ALL_REDUCES = {"heads": 1.0, "context": 2.0, "requests": 0.0}


@dataclass(frozen=True, eq=False)
class Deployment:
    """One copy of a model on ``tensor * stages`` chips.

    Arguments
    ---------
    chip, model : what runs what
    precision : of the weights: a format, "released", or a format for each kind of matrix; one
        that the chip computes in, unless ``compute_precision`` names another (weights stored
        small, computed larger)
    tensor, stages : chips that share a layer; pipeline stages
    kv_precision : of the cache; the weights' where that is one format, else 16 bits
    compute_precision : of the arithmetic
    practice : what is reached of the peaks; the bare roofline if not given
    attention : "heads", "context" or "requests", how chips share a layer's attention
    experts : "slices" or "whole", how they share experts
    end_chips : so many more chips in the first and in the last stage, which hold the embedding
        and the output projection besides; they hold bytes and shorten no step
    activation_precision : of the vectors that chips send each other

    Raises ValueError naming the argument: stages beyond the model's layers, more chips a layer
    than its narrowest matrix or state has rows, whole heads that
    ``tensor`` does not divide (a state is cut by its channels), experts fewer than chips that
    are to keep whole ones, chips more at the ends where positions are not shared, and several
    chips a layer without a figure for their ``link_bandwidth``.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> llama = transformer("llama2_70b")
    >>> Deployment(chip("h100_sxm"), llama, tensor=8).chips
    8
    >>> Deployment(chip("h100_sxm"), llama, tensor=7)
    Traceback (most recent call last):
    ValueError: tensor: got 7; takes a divisor of LLaMA-2 70B's 64 heads that divides its 8 KV \
heads or is a multiple, or attention="context"
    """

    chip: Chip = None  # not given, they are refused in words
    model: Transformer = None
    precision: str = "int8"
    tensor: int = 1
    stages: int = 1
    kv_precision: str | None = None
    compute_precision: str | None = None
    practice: Practice = IDEAL
    attention: str = "heads"
    experts: str = "slices"
    end_chips: int = 0
    activation_precision: str = "fp16"

    def __post_init__(self):
        checks.keep(self, checks.a, "chip", "model", "practice")
        checks.choice("attention", self.attention, ATTENTION_CUTS)
        checks.choice("experts", self.experts, EXPERT_CUTS)
        checks.choice("activation_precision", self.activation_precision, tuple(PRECISION_BYTES))
        self.model.weight_bytes(self.precision)
        unset = [x for x in ("kv_precision", "compute_precision") if getattr(self, x) is None]
        object.__setattr__(self, "_unset", dict.fromkeys(unset))  # in copies too they follow
        cache = cache_precision(self.kv_precision, self.precision)
        object.__setattr__(self, "kv_precision", cache)
        object.__setattr__(self, "compute_precision", self._computes_in())
        checks.keep(self, checks.whole, "tensor", "stages")
        checks.keep(self, partial(checks.whole, least=0), "end_chips")
        # In this order: whether any of a lazy array is above 1 would have to be computed.
        if self.chip.link_bandwidth is None:
            lacks = partial(self.chip.lacks, "link_bandwidth")
            checks.require("link_bandwidth", self.tensor <= 1, lacks)
        takes = f"at most the model's {self.model.layers} layers"
        layers = partial(checks.between, low=1, high=self.model.layers, takes=takes)
        checks.keep(self, layers, "stages")
        # No slice is thinner than one row of a matrix, or one channel of a state.
        kinds = self.model.kinds
        wide = [self.model.hidden, *(x.feed_forward for x in kinds),
                *(x.heads * x.head_dim for x in kinds if x.state)]  # fmt: skip
        most = min((n for n in wide if not is_lazy(n) and n > 0), default=2**53)
        takes = (
            f"at most {most:,} chips, as many as the narrowest matrix of {self.model.name} has rows"
        )
        checks.keep(self, partial(checks.between, low=1, high=most, takes=takes), "tensor")
        if self.attention == "heads":
            self._divide_heads()
        if self.attention != "context":
            checks.require("end_chips", self.end_chips == 0, lambda: (
                f'got {self.end_chips} with attention="{self.attention}"; takes 0, or '
                'attention="context"'
            ))  # fmt: skip
        if self.experts == "whole":  # no fewer experts than chips
            most = min((x.experts for x in self.model.kinds if x.experts > 1), default=1)
            takes = f"at most {most} chips, one for each expert of {self.model.name}"
            checks.keep(self, partial(checks.between, low=1, high=most, takes=takes), "tensor")

    def _computes_in(self):
        """The precision of the arithmetic: as asked, or the weights', or 16 bits for a mix."""
        has = tuple(self.chip.compute)
        if self.compute_precision is not None:
            return checks.choice("compute_precision", self.compute_precision, has)
        if isinstance(self.precision, str) and self.precision in PRECISION_BYTES:
            self.chip.peak(self.precision)
            return self.precision
        return next((p for p in ("bf16", "fp16") if p in has), has[0])

    def _divide_heads(self):
        """Whole heads on every chip: all heads divide by the chips, KV heads one way or other.

        A state is cut by its channels, which are many more.
        """
        for layer in self.model.kinds:
            if layer.by_heads:
                takes = (
                    f"a divisor of {self.model.name}'s {layer.heads} heads that divides its "
                    f'{layer.kv_heads} KV heads or is a multiple, or attention="context"'
                )
                check = partial(checks.holds, takes=takes, good=whole_heads,
                                ends=(layer.heads, layer.kv_heads))  # fmt: skip
                checks.keep(self, check, "tensor")

    @property
    def formats(self):
        """The format of the weights, or of each kind of matrix."""
        return self.model.formats(self.precision)

    @property
    def memory(self):
        """Bytes of a chip that an engine may fill."""
        return self.chip.memory * self.practice.memory_share

    @property
    def bandwidth(self):
        """Bytes/s that the chips of one stage read together, of weights."""
        return self.tensor * self.chip.bandwidth * self.practice.bandwidth_efficiency

    @property
    def compute(self):
        """Operations/s that the chips of one stage do together."""
        peak = self.chip.peak(self.compute_precision)
        return self.tensor * peak * self.practice.compute_efficiency

    @property
    def slower_experts(self):
        """How many times as long an operation of a routed expert takes as any other."""
        return self.practice.compute_efficiency / self.practice.expert_efficiency

    @property
    def chips(self):
        """Chips that the copy takes."""
        return self.tensor * self.stages + self.end_chips * np.minimum(self.stages, 2)

    def but(self, **changes):
        """The same deployment with some fields changed.

        >>> from lib.hardware import chip
        >>> from lib.transformer import transformer
        >>> one = Deployment(chip("h100_sxm"), transformer("llama2_70b"))
        >>> one.but(practice=IDEAL.but(layer_overhead=1e-5)).practice.layer_overhead
        1e-05
        """
        return dataclasses.replace(self, **{**self._unset, **changes})


def whole_heads(tensor, heads, kv_heads):
    """Whether so many chips can share a layer's attention by whole heads; arrays broadcast.

    >>> bool(whole_heads(8, 64, 8)), bool(whole_heads(7, 64, 8))
    (True, False)
    """
    several = np.maximum(tensor, 1)
    pairs = (kv_heads % several == 0) | (several % kv_heads == 0)
    return (heads % several == 0) & pairs


def widths(deployment, tensors):
    """Those of ``tensors`` that a deployment's cut can be made with, as an array.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> widths(Deployment(chip("groq_lpu"), transformer("llama2_70b")), range(1, 10))
    array([1, 2, 4, 8])
    """
    tensors = checks.listed("tensors", tensors)
    possible = np.full(tensors.shape, True)
    for layer in checks.a("deployment", deployment).model.kinds:
        if deployment.attention == "heads" and layer.by_heads:
            possible &= whole_heads(tensors, layer.heads, layer.kv_heads)
        if deployment.experts == "whole" and layer.experts > 1:
            possible &= tensors <= layer.experts
    return tensors[possible]


class Paced:
    """What takes ``time`` seconds to give each request its next token."""

    @property
    def speed(self):
        """Tokens per second that one request sees."""
        return 1 / self.time


@dataclass(frozen=True, eq=False)
class Step(Paced):
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
    def throughput(self):
        """Tokens per second of all requests together."""
        return self.tokens / self.time

    @property
    def binds(self):
        """The part that takes longest: weights, KV cache, compute, collectives or overhead."""
        return self.longest()

    @property
    def parts(self):
        """Seconds of each part by its name; reading memory and computing overlap."""
        return {"weights": self.weights, "KV cache": self.kv, "compute": self.compute,
                "collectives": self.collectives, "overhead": self.overhead}  # fmt: skip

    def longest(self, **others):
        """The name of the longest of the step's parts and of others, given in seconds.

        Of reading memory and computing, which overlap, the shorter one counts nothing.
        """
        reads = (self.memory >= self.compute) * 1.0
        counts = {"weights": reads, "KV cache": reads, "compute": 1 - reads}
        parts = {name: part * counts.get(name, 1.0) for name, part in self.parts.items()} | others
        every = 0 * sum(parts.values())  # of the shape that all parts broadcast to
        seconds = np.stack([np.asarray(every + part) for part in parts.values()])
        return np.array(list(parts))[np.argmax(seconds, axis=0)]


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
    2.60 ms, weights bind
    """
    batch = checks.at_least("batch", batch, 1)
    d = checks.a("deployment", deployment)
    group = np.ceil(batch / d.stages)
    alone, share = passage(d, group, context)
    pace = np.maximum(np.minimum(batch, d.stages) * share, 1.0)
    step_overhead = d.practice.step_overhead + group * d.practice.request_overhead
    *parts, overhead = (pace * part for part in alone.parts.values())
    return Step(batch, *parts, overhead + step_overhead)


def passage(deployment, group, context):
    """A group's way through all stages for one token each, and its slowest stage's share of it.

    The way meets no other group, and leaves out what a step takes besides its layers. Groups
    that queue wait for the slowest stage: groups x share x time, where that is above the time.
    Returns ``(Step, share)``.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> lpus = Deployment(chip("groq_lpu"), transformer("llama2_70b"), tensor=8, stages=72)
    >>> step, share = passage(lpus, 1, 2048)
    >>> share
    0.025
    """
    d, model = deployment, checks.a("deployment", deployment).model
    group, context = checks.positive("group", group), model.check_context(context)
    layers = [
        _layer(d, x, group, 1.0, x.operations(context), x.kv_bytes_read(context, d.kv_precision))
        for x in model.kinds
    ]
    layers = _with_ends(d, layers, group)
    alone = Step(group, *_sum(model.counts, layers))
    if len(layers) == 1:  # the longest run, whatever its layers take
        return alone, fullest_stages(model, d.stages)[0].counts[0] / model.layers
    stages = (Step(group, *_sum(x.counts, layers)) for x in fullest_stages(model, d.stages))
    return alone, reduce(np.maximum, [stage.time for stage in stages]) / alone.time


def _layer(d, layer, requests, each, operations, cache):
    """Seconds of each part of one layer on the chips of its stage.

    Of each of so many ``requests``: vectors, operations of one, bytes of cache read or written.
    """
    vectors = requests * each
    crowd = 1.0  # the chip with most experts holds so many times the mean
    if d.experts == "whole":
        crowd = d.tensor * expert_share(layer, d.tensor, "whole")
    own = copies = 1.0  # whole requests: the same of requests, and every chip has all weights
    if d.attention == "requests":
        own, copies = np.ceil(requests / d.tensor) * d.tensor / requests, d.tensor
    mixer = layer.attention_bytes(d.formats)
    common = layer.common_bytes(d.formats)
    experts = layer.weight_bytes_read(vectors, d.formats) - mixer - common
    mixing = operations - 2.0 * (layer.active_parameters - layer.attention_parameters)
    routed = 2.0 * layer.active_experts * layer.expert_parameters
    return (
        (mixer * copies + common + experts * crowd) / d.bandwidth,
        requests * own * cache * cache_share(layer, d.tensor, d.attention)
        / (d.chip.bandwidth * d.practice.kv_efficiency),
        vectors * (operations + mixing * (own - 1) + routed * (crowd * d.slower_experts - 1))
        / d.compute,
        _collectives(d, layer, vectors),
        d.practice.layer_overhead + _kernels(d, layer, requests),
    )  # fmt: skip


def _kernels(d, layer, requests):
    """Seconds of a layer's kernels besides what they read and compute.

    With attention by request a chip's mixer meets its own requests alone; of whole experts it
    meets the vectors that are sent to it.
    """
    kernels = layer.kernels(d.formats, d.chip.four_bits)
    if d.attention != "requests":
        return _starting(d, kernels, requests)
    chosen = d.experts == "whole" and layer.experts > 1
    sent = np.minimum(layer.active_experts / d.tensor, 1.0) if chosen else 1.0
    mixer = _starting(d, layer.mixer_kernels, np.ceil(requests / d.tensor))
    return mixer + _starting(d, kernels - layer.mixer_kernels, requests * sent)


def _starting(d, kernels, requests):
    """Seconds of so many kernels besides what they read and compute of weights and cache.

    Each takes its own time, and takes every request's vector through memory some times.
    """
    vectors = requests * d.model.hidden * bytes_per_value(d.activation_precision)
    passing = d.practice.vector_passes * vectors / d.chip.bandwidth
    return kernels * (d.practice.kernel_time + passing)


def _collectives(d, layer, vectors):
    """Seconds of a layer's all-reduces: their latency, and bytes over the links.

    An all-reduce sends and receives 2 (n-1)/n of the vectors on every chip. Whole experts take
    a token's vector to the chips of its experts and back instead, as few as these may be.
    """
    message = vectors * d.model.hidden * bytes_per_value(d.activation_precision)
    # A chip alone sends nothing, over whatever link.
    links = np.inf if d.chip.link_bandwidth is None else d.chip.link_bandwidth
    moving = 2 * (d.tensor - 1) / d.tensor * message / (links * d.practice.link_efficiency)
    mixes = _ALL_REDUCES[d.attention] * (layer.attention_parameters > 0)
    feeds = sent = 1.0 * (layer.experts > 0)
    if d.experts == "whole" and layer.experts > 1:
        sent = np.minimum(layer.active_experts / d.tensor, 1.0)
    latency = (d.tensor > 1) * d.practice.latency(d.tensor, message)
    return (mixes + feeds) * latency + (mixes + sent) * moving


def _with_ends(d, layers, vectors):
    """Layers' parts, each with its share of the last norm, the projection and the choice.

    A part of a model that has no vocabulary ends in the middle, without any of these.
    """
    reading = d.model.ends_bytes(d.formats)[1] / d.bandwidth / d.model.layers
    operations = 2.0 * vectors * (d.model.projection + d.model.rest) / d.model.layers
    kernels = END_KERNELS * (d.model.vocabulary > 0) / d.model.layers
    starting = _starting(d, kernels, vectors)
    return [(weights + reading, kv, compute + operations / d.compute, sent, overhead + starting)
            for weights, kv, compute, sent, overhead in layers]  # fmt: skip


def _sum(counts, layers):
    """Parts of so many layers of each kind, one after the other."""
    return tuple(sum(n * part for n, part in zip(counts, parts, strict=True))
                 for parts in zip(*layers, strict=True))  # fmt: skip


def prefill(deployment, tokens, batch=1):
    """The step that reads prompts of ``tokens`` tokens, ``batch`` of them at once.

    Every token attends to those before it that its layer sees, and only
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
    d, model = deployment, checks.a("deployment", deployment).model
    takes = f"tokens above 0 and up to {model.context:,} ({model.name})"
    tokens = checks.positive("tokens", tokens, takes)
    tokens = checks.between("tokens", tokens, 0, model.context, takes)
    batch = checks.positive("batch", batch)
    layers = [  # the cache is written once
        _layer(d, x, batch, tokens, x.prompt_operations(tokens), x.kv_bytes(tokens, d.kv_precision))
        for x in model.kinds
    ]
    *parts, overhead = _sum(model.counts, _with_ends(d, layers, batch))
    extra = d.practice.step_overhead + batch * d.practice.request_overhead
    return Step(1.0 * batch * tokens, *parts, overhead + extra)


def balance(chip, precision):
    """Operations that a chip can do for each byte it reads: peak / bandwidth.

    >>> from lib.hardware import chip
    >>> round(balance(chip("groq_lpu"), "int8"), 1), round(balance(chip("h100_sxm"), "int8"))
    (9.4, 591)
    """
    return checks.a("chip", chip).peak(precision) / chip.bandwidth


def intensity(model, batch, context, precision="int8", kv_precision=None):
    """Operations of a decode step for each byte it reads, at a batch and context.

        batch x operations per token / (weight bytes + batch x KV bytes)

    As the batch grows this tends to operations per KV byte, a ceiling that no
    batch lifts.

    >>> from lib.transformer import transformer
    >>> print(f"{intensity(transformer('llama2_70b'), 1, 0):.2f}")
    2.00
    """
    batch = 1.0 * checks.positive("batch", batch)
    weight_bytes = checks.a("model", model).weight_bytes_read(batch, precision)
    kv_bytes = batch * model.kv_bytes_read(context, cache_precision(kv_precision, precision))
    return batch * model.operations_per_token(context) / (weight_bytes + kv_bytes)


def critical_batch(deployment, context):
    """Requests in a group from which a dense model's decode step is bound by compute.

        weights / bandwidth = b (operations / compute - KV bytes / bandwidth)

    Infinite where one request's KV cache takes longer to read than its
    operations take to do: then no batch makes the step compute bound.

    Raises ValueError for a model of experts, whose weights read vary with the batch, and for
    attention by request, whose share of a batch is whole requests.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> h100 = Deployment(chip("h100_sxm"), transformer("llama2_70b"))
    >>> round(critical_batch(h100, context=0)), critical_batch(h100, context=4096)
    (295, inf)
    """
    d, model = deployment, checks.a("deployment", deployment).model
    if any(layer.experts > 1 for layer in model.kinds):
        raise ValueError(f"model: got {model.name}; takes a dense model (its weights do not vary)")
    if d.attention == "requests":
        raise ValueError('attention: got "requests"; takes "heads" or "context"')
    one = decode(d.but(stages=1), 1, context)
    gain = one.compute - one.kv
    with np.errstate(divide="ignore"):
        return one.weights / np.maximum(gain, 0.0)
