"""Placement: what a machine's chips hold, and how many requests fit beside the weights.

A machine is ``stages`` groups of layers, each on ``tensor`` chips (``lib.spatial.roofline``'s
``Deployment``). What fits is decided by its fullest chip:

    held = weights of its stage, its share + batch x KV cache of its stage, its share

and every bill, frontier, panel and plan asks the one function ``held`` for it, by way of
``requests_that_fit`` and ``chips_short``. How a stage's chips share it depends on the cut:

    attention   "heads"     a chip keeps whole KV heads; fewer heads than chips are kept twice
                            (the weights that make them are counted once)
                "context"   a chip keeps a share of every request's positions
                "requests"  a chip keeps the whole attention, and the cache of its own requests
    experts     "slices"    every expert is cut over the chips
                "whole"     a chip keeps whole experts

Stages hold whole layers, as many each as can be; the ends hold the embedding and the output
projection besides. Where layers differ, the fullest stage is not the mean one.

``by_bytes``, ``by_layers`` and ``by_stages`` answer the document's question, how many chips, in
three ways: by bytes alone, with no chip in two layers, and in equal stages.
"""

import operator
from dataclasses import dataclass
from functools import cache, reduce
from itertools import accumulate
from types import SimpleNamespace

import numpy as np

from lib import checks
from lib.transformer.layers import cache_widths
from lib.units import PRECISION_BYTES

#: How the chips of a stage share the attention, and the experts.
ATTENTION_CUTS = ("heads", "context", "requests")
EXPERT_CUTS = ("slices", "whole")


def cache_precision(kv_precision, precision):
    """The precision of the KV cache: its own, or the weights' where that is one format, or 16 bits.

    >>> cache_precision(None, "int8"), cache_precision("fp16", "int8"), cache_precision(
    ...     None, "released")
    ('int8', 'fp16', 'bf16')
    """
    if kv_precision is not None:
        try:
            cache_widths(kv_precision)
        except ValueError as error:  # it speaks of a "precision"
            raise ValueError(f"kv_{error}") from None
        return kv_precision
    return precision if isinstance(precision, str) and precision in PRECISION_BYTES else "bf16"


def whole_chips(bytes_needed, memory):
    """The fewest whole chips whose memory holds so many bytes.

    Exact for whole bytes up to 2**53: never one short, and never one too many
    where the bytes fill the chips to the last one.

    >>> whole_chips(70e9, 230e6), whole_chips(150e9, 230e6)
    (305.0, 653.0)
    """
    bytes_needed = checks.not_negative("bytes_needed", bytes_needed)
    memory = checks.positive("memory", memory)
    count = np.ceil(bytes_needed / memory)
    # A quotient just above a whole number is rounded down to it, one chip short; one
    # just below is at most rounded up to it, which ceil would have done anyway.
    return count + (count * memory < bytes_needed)


# -- which layers a stage holds -----------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Stage:
    """What one stage holds: ``counts`` of layers by the model's kinds, and which ends it is.

    ``first`` and ``last`` are 1 where it holds the embedding, or the output projection.
    """

    counts: tuple
    first: float
    last: float


def stage_layers(layers, stages):
    """How many layers each of so many stages holds, the first first; both are whole numbers.

    Layers are cut into runs of ceil or floor(layers / stages). The shorter runs go to the last
    stage, which has the output projection, then to the first and those behind it.

    >>> stage_layers(10, 4)
    [2, 3, 3, 2]
    """
    layers = checks.count("layers", layers)
    few, more = divmod(layers, checks.count("stages", stages, 1, layers))
    return [few + (0 < stages - 1 - stage <= more) for stage in range(stages)]


def fullest_stages(model, stages):
    """The stages of a model that may be the fullest; others hold no more.

    Layers lie as ``stage_layers`` has them. ``stages`` may be an array: then counts and ends
    are arrays.

    Raises ValueError for stages that are not whole or beyond the model's layers.

    >>> from lib.transformer import transformer
    >>> [(int(r.counts[0]), int(r.first), int(r.last)) for r in fullest_stages(
    ...     transformer("llama2_70b"), 72)]
    [(2, 0, 0), (1, 1, 0), (1, 0, 1)]
    """
    stages = checks.whole("stages", stages)
    takes = f"at most the model's {checks.a('model', model).layers} layers"
    stages = checks.between("stages", stages, 1, model.layers, takes)
    if len(model.kinds) == 1:
        return _equal_runs(model.layers, stages)
    places = tuple(model.kinds.index(layer) for layer in model.stack)
    if isinstance(stages, (int, float)):
        return [Stage(run[:-2], *run[-2:]) for run in _unlike_runs(places, int(stages))]
    # Every number of stages that there can be, of which each element picks its own.
    every = [_unlike_runs(places, n) for n in range(1, model.layers + 1)]
    most = max(map(len, every))
    padded = np.array([runs + runs[:1] * (most - len(runs)) for runs in every])
    picked = [[_pick(numbers, stages) for numbers in run.T] for run in padded.swapaxes(0, 1)]
    return [Stage(tuple(run[:-2]), *run[-2:]) for run in picked]


def _equal_runs(layers, stages):
    """The three stages that may be fullest where all layers are alike."""
    longest, shortest = np.ceil(layers / stages), np.floor(layers / stages)
    shorter = stages - (layers - shortest * stages)
    one, few = 1.0 * (stages == 1), 1.0 * (stages <= 2)  # of two stages none is in the middle
    # Of the shorter runs the last stage has the first, the first stage the next.
    first = shortest + (longest - shortest) * (shorter < 2)
    return [Stage((longest,), few, one), Stage((first,), 1.0, one), Stage((shortest,), one, 1.0)]


@cache
def _unlike_runs(places, stages):
    """The stages of a stack of unlike layers that hold no less than another of the same ends.

    Each as its counts of layers by kind, and whether it is the first and the last.
    """
    sizes, found = stage_layers(len(places), stages), set()
    for stage, (size, end) in enumerate(zip(sizes, accumulate(sizes), strict=True)):
        counts = map(places[end - size : end].count, range(max(places) + 1))
        found.add((*map(float, counts), float(stage == 0), float(stage == stages - 1)))
    return [
        a for a in sorted(found)
        if not any(a != b and a[-2:] == b[-2:] and all(map(operator.le, a, b)) for b in found)
    ]  # fmt: skip


def _pick(values, place):
    """The value at each place, counted from 1, with NumPy's functions alone."""
    if isinstance(place, np.ndarray):
        return values[place.astype(int) - 1]
    return sum(value * (place == n) for n, value in enumerate(values.tolist(), 1) if value)


# -- what the fullest chip holds ----------------------------------------------------------------


def cache_share(layer, tensor, attention):
    """Share of a layer's KV cache on each of the chips that share it, under a cut of attention.

    >>> from lib.transformer import transformer
    >>> layer = transformer("llama3_70b").stack[0]
    >>> [cache_share(layer, n, "heads") for n in (4, 16)], cache_share(layer, 16, "context")
    ([0.25, 0.125], 0.0625)
    """
    tensor = checks.whole("tensor", tensor)
    checks.choice("attention", attention, ATTENTION_CUTS)
    checks.a("layer", layer)
    if attention == "heads" and layer.by_heads:
        return np.maximum(1 / tensor, 1 / layer.kv_heads)
    return 1 / tensor


def expert_share(layer, tensor, experts):
    """Share of a layer's routed experts on the chip that has most of them.

    >>> from lib.transformer import transformer
    >>> layer = transformer("mixtral_8x7b").stack[0]
    >>> expert_share(layer, 5, "slices"), expert_share(layer, 5, "whole")
    (0.2, 0.25)
    """
    tensor = checks.whole("tensor", tensor)
    checks.choice("experts", experts, EXPERT_CUTS)
    checks.a("layer", layer)
    if experts == "whole" and layer.experts > 1:
        return np.ceil(layer.experts / tensor) / layer.experts
    return 1 / tensor


def held(deployment, batch, context):
    """Bytes that the fullest chip of a deployment holds, with a batch under way.

    Arguments: ``batch`` requests (0 or more) of ``context`` tokens each; arrays broadcast.
    Every stage keeps a part of every request's cache.

    Raises ValueError for a negative batch and for a context beyond the model's.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> two = Deployment(chip("h100_sxm"), transformer("llama3_70b"), tensor=2)
    >>> print(f"{held(two, 1, 8192) / 1e9:.1f} GB")
    35.9 GB
    """
    batch = checks.not_negative("batch", batch)
    if checks.a("deployment", deployment).attention == "requests":
        batch = np.ceil(batch / deployment.tensor)
    return _held(_fullest(deployment, context), batch)


def _held(fullest, batch):
    return reduce(np.maximum, [weights + batch * kv for weights, kv in fullest])


def _fullest(d, context):
    """Of each stage that may be the fullest: bytes of weights a chip, and of KV a request.

    ``d`` is a deployment, or what has its fields that say how a model is cut.
    """
    context = d.model.check_context(context)
    found = []
    for stage in fullest_stages(d.model, d.stages):
        end = np.maximum(stage.first, stage.last)
        wide = d.tensor + d.end_chips * end if np.any(d.end_chips) else d.tensor
        found.append(_on_a_chip(d, stage, wide, context))
    return found


def _on_a_chip(d, stage, tensor, context):
    formats = d.model.formats(d.precision)
    first, last = d.model.ends_bytes(formats)
    # One stage alone holds both ends, of which a tied matrix is one.
    lone = stage.first * stage.last
    ends = (stage.first - lone) * first + (stage.last - lone) * last
    weights = (ends + lone * _ends(d.model, formats)) / tensor
    kv = 0.0
    whole = d.attention == "requests"  # then a chip has all of the attention
    for count, layer in zip(stage.counts, d.model.kinds, strict=True):
        mixer = layer.attention_bytes(formats)
        common = layer.common_bytes(formats)
        routed = layer.weight_bytes(formats) - mixer - common
        rest = common / tensor + routed * expert_share(layer, tensor, d.experts)
        weights = weights + count * ((mixer if whole else mixer / tensor) + rest)
        share = 1.0 if whole else cache_share(layer, tensor, d.attention)
        kv = kv + count * layer.kv_bytes(context, d.kv_precision) * share
    return weights, kv


def _ends(model, formats):
    """Bytes of embedding, output projection and last norm where one group of chips has them all."""
    layers = zip(model.counts, model.kinds, strict=True)
    return model.weight_bytes(formats) - sum(n * x.weight_bytes(formats) for n, x in layers)


def requests_that_fit(deployment, context):
    """Requests of a context that a deployment holds beside its weights: 0 where it holds none.

        floor((bytes that an engine may fill - weights) / KV bytes), on the fullest chip

    So many are ``held``, and one more is not. Arrays broadcast.

    Raises ValueError for a context that is not above 0 or beyond the model's.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> llama = transformer("llama2_70b")
    >>> [requests_that_fit(Deployment(chip("h100_sxm"), llama, tensor=n), 4096) for n in (1, 8)]
    [24.0, 916.0]
    """
    d = checks.a("deployment", deployment)
    fullest = _fullest(d, checks.positive("context", context))
    # A stage of layers that keep nothing of a request has room for any number.
    any_number = [1e99 * (kv == 0) * (w <= d.memory) for w, kv in fullest]
    fits = [np.floor((d.memory - w) / (kv + (kv == 0))) for w, kv in fullest]
    fits = np.maximum(reduce(np.minimum, map(np.maximum, fits, any_number)), 0.0)
    # A quotient next to a whole number may have been rounded to it, or past it.
    fits = fits + (_held(fullest, fits + 1) <= d.memory)
    fits = fits - (_held(fullest, fits) > d.memory) * (fits > 0)
    return fits * d.tensor if d.attention == "requests" else fits


def chips_short(deployment, batch, context):
    """Chips' worth of memory that a deployment lacks to hold a batch; 0 where it holds it.

        stages x (ceil(tensor x held / bytes that an engine may fill) - tensor)

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> small = Deployment(chip("groq_lpu"), transformer("llama2_70b"), tensor=4, stages=80)
    >>> chips_short(small, batch=1, context=4096)
    80.0
    """
    d, needed = deployment, held(deployment, batch, context)
    more = np.maximum(whole_chips(d.tensor * needed, d.memory) - d.tensor, 1.0)
    return d.stages * more * (needed > d.memory)


def require_room(deployment, batch, context, name="tensor"):
    """The deployment, if it holds the batch; else ValueError saying how many chips are short.

    ``name`` is the argument to blame, by default the deployment's own.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> require_room(Deployment(chip("h100_sxm"), transformer("llama2_70b")), 128, 4096)
    Traceback (most recent call last):
    ValueError: tensor: got 1 chips in each of 1 stages; LLaMA-2 70B with 128 requests of 4,096 \
tokens is 1 H100 SXM short
    """
    d, short = deployment, chips_short(deployment, batch, context)
    checks.require(name, short <= 0, lambda: (
        f"got {np.max(d.tensor)} chips in each of {np.max(d.stages)} stages; "
        f"{d.model.name} with {np.max(batch):,.10g} requests of {np.max(context):,.10g} tokens "
        f"is {np.max(short):,.0f} {d.chip.name} short"
    ))  # fmt: skip
    return d


# -- how many chips -----------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Placement:
    """Where a model lies: ``chips``, whole ones.

    ``bytes_needed`` is what must be held, ``memory`` what one chip holds; with
    pipeline stages, ``stages`` and ``tensor`` multiply to the chips.
    """

    chips: float
    bytes_needed: float
    memory: float
    stages: float | None = None
    tensor: float | None = None

    @property
    def filled(self):
        """Share of the chips' memory that is used."""
        return self.bytes_needed / (self.chips * self.memory)


def bytes_needed(model, precision, batch=0, context=0, kv_precision=None):
    """Bytes of the weights and of the KV cache of ``batch`` requests.

    >>> from lib.transformer import transformer
    >>> bytes_needed(transformer("llama2_70b"), "int8", batch=128, context=4096) / 1e9
    154.875994112
    """
    batch = checks.not_negative("batch", batch)
    checks.a("model", model)
    kv_bytes = model.kv_bytes(context, cache_precision(kv_precision, precision))
    return model.weight_bytes(precision) + batch * kv_bytes


def by_bytes(chip, model, precision, batch=0, context=0, kv_precision=None):
    """The placement by bytes alone: total bytes over one chip's bytes, rounded up.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> by_bytes(chip("groq_lpu"), transformer("llama2_70b"), "int8").chips
    300.0
    """
    total = bytes_needed(model, precision, batch, context, kv_precision)
    checks.a("chip", chip)
    return Placement(whole_chips(total, chip.memory), total, chip.memory)


def by_layers(chip, model, precision, batch=0, context=0, kv_precision=None):
    """The placement that gives every chip to one layer only.

        sum of ceil(layer bytes / memory) over layers + ceil(embedding bytes / memory)

    Where a chip holds the largest layer or more it is given as many whole layers as fit, and
    the embedding fills what they leave free before it takes chips of its own.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> by_layers(chip("groq_lpu"), transformer("llama2_70b"), "int8").chips
    323.0
    """
    total = bytes_needed(model, precision, batch, context, kv_precision)
    batch, context = checks.not_negative("batch", batch), model.check_context(context)
    cache, formats = cache_precision(kv_precision, precision), model.formats(precision)
    sizes = [x.weight_bytes(formats) + batch * x.kv_bytes(context, cache) for x in model.kinds]
    memory, largest = checks.a("chip", chip).memory, reduce(np.maximum, sizes)
    apart = sum(n * whole_chips(size, memory) for n, size in zip(model.counts, sizes, strict=True))
    apart = apart + whole_chips(_ends(model, formats), memory)
    shared = np.ceil(model.layers / np.maximum(np.floor(memory / largest), 1.0))
    shared = np.maximum(shared, whole_chips(total, memory))
    fits = (largest <= memory) * 1.0
    chips = fits * shared + (1 - fits) * apart
    return Placement(chips, total, memory)


def by_stages(chip, model, precision, stages, batch=0, context=0, kv_precision=None):
    """The placement in ``stages`` pipeline stages, each over equally many chips.

        tensor = ceil(bytes of the fullest stage / memory); chips = stages x tensor

    Every byte of a stage is spread evenly over its chips (attention cut by context): no cut
    takes fewer. Raises ValueError for stages that are not whole or beyond the model's layers.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> place = by_stages(chip("groq_lpu"), transformer("llama2_70b"), "int8", stages=80)
    >>> place.tensor, place.chips
    (5.0, 400.0)
    """
    batch = checks.not_negative("batch", batch)
    total = bytes_needed(model, precision, batch, context, kv_precision)
    stages, memory = checks.whole("stages", stages), checks.a("chip", chip).memory
    lone = SimpleNamespace(
        model=model, precision=precision, kv_precision=cache_precision(kv_precision, precision),
        tensor=1, stages=stages, attention="context", experts="slices", end_chips=0,
    )  # fmt: skip
    tensor = whole_chips(_held(_fullest(lone, context), batch), memory)
    return Placement(stages * tensor, total, memory, stages, tensor)
