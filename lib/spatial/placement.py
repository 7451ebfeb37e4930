"""Placement: how many chips hold a model's weights and its KV cache.

Three rules, from what can be said to what can be built:

- by bytes: all bytes over one chip's bytes. The document's rule; it lets a chip
  hold the end of one matrix and the start of another.
- by layers: chips are given to whole layers, and no chip serves two.
- by stages: the layers are cut into pipeline stages of equally many layers,
  each stage over equally many chips, as a machine would be wired.

Each result carries the unrounded count next to the whole one, so that rounding
is visible. The first and the last layers' neighbours, the embedding and the
output projection, are placed too.
"""

from dataclasses import dataclass

import numpy as np

from lib import checks
from lib.units import PRECISION_BYTES, bytes_per_value


def cache_precision(kv_precision, precision):
    """The precision of the KV cache: the weights', unless it has its own.

    >>> cache_precision(None, "int8"), cache_precision("fp16", "int8")
    ('int8', 'fp16')
    """
    if kv_precision is None:
        return precision
    return checks.choice("kv_precision", kv_precision, tuple(PRECISION_BYTES))


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


@dataclass(frozen=True, eq=False)
class Placement:
    """Where a model lies: ``chips`` whole ones, ``exact`` before rounding.

    ``bytes_needed`` is what must be held, ``memory`` what one chip holds; with
    pipeline stages, ``stages`` and ``tensor`` multiply to the chips.
    """

    chips: float
    exact: float
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
    return Placement(whole_chips(total, chip.memory), total / chip.memory, total, chip.memory)


def by_layers(chip, model, precision, batch=0, context=0, kv_precision=None):
    """The placement that gives every chip to one layer only.

        layers x ceil(layer bytes / memory) + ceil(embedding bytes / memory)

    Where a chip holds a layer or more it is given as many whole layers as fit, and
    the embedding fills what they leave free before it takes chips of its own.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> by_layers(chip("groq_lpu"), transformer("llama2_70b"), "int8").chips
    323.0
    """
    batch = checks.not_negative("batch", batch)
    per_value = bytes_per_value(precision)
    kv_bytes = batch * model.kv_bytes(context, cache_precision(kv_precision, precision))
    layer = model.layer_parameters * per_value + kv_bytes / model.layers
    ends = (model.embedding_parameters + model.hidden) * per_value
    memory = chip.memory
    chips_per_layer = whole_chips(layer, memory)
    total = bytes_needed(model, precision, batch, context, kv_precision)
    apart = model.layers * chips_per_layer + whole_chips(ends, memory)
    layers_per_chip = np.maximum(np.floor(memory / layer), 1.0)
    shared = np.maximum(np.ceil(model.layers / layers_per_chip), whole_chips(total, memory))
    fits = (layer <= memory) * 1.0
    chips = fits * shared + (1 - fits) * apart
    return Placement(chips, total / memory, total, memory)


def by_stages(chip, model, precision, stages, batch=0, context=0, kv_precision=None):
    """The placement in ``stages`` pipeline stages, each over equally many chips.

        tensor = ceil(bytes of the fullest stage / memory); chips = stages x tensor

    A stage holds ceil(layers / stages) layers at most. The embedding lies with
    the first stage and the output projection with the last, half of both each; where
    they are one matrix each of the two stages keeps a copy.

    Raises ValueError for stages that are not whole or beyond the model's layers.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> place = by_stages(chip("groq_lpu"), transformer("llama2_70b"), "int8", stages=80)
    >>> place.tensor, place.chips
    (5.0, 400.0)
    """
    stages = checks.whole("stages", stages)
    takes = f"at most the model's {model.layers} layers"
    stages = checks.between("stages", stages, 1, model.layers, takes)
    batch = checks.not_negative("batch", batch)
    kv_bytes = batch * model.kv_bytes(context, cache_precision(kv_precision, precision))
    runs = _fullest_runs(model, precision, stages)
    fullest = np.maximum(*(weights + layers * kv_bytes / model.layers for layers, weights in runs))
    tensor = whole_chips(fullest, chip.memory)
    total = bytes_needed(model, precision, batch, context, kv_precision)
    return Placement(
        stages * tensor, total / chip.memory, total, chip.memory, stages=stages, tensor=tensor
    )


def _fullest_runs(model, precision, stages):
    """Layers and weight bytes of the two stages that may be the fullest.

    One has the longest run of layers, the other an end of the model besides its run.
    """
    layer = model.layer_parameters * bytes_per_value(precision)
    # One stage alone holds both ends.
    ends = (model.embedding_parameters + model.hidden) * bytes_per_value(precision)
    end = ends * np.maximum(1.0 if model.tied else 0.5, (stages == 1) * 1.0)
    longest, shortest = np.ceil(model.layers / stages), np.floor(model.layers / stages)
    # The end stages get the shorter run of layers where runs differ; where only one
    # stage has the shorter run, one of the two ends lies with a longer one.
    shorter = stages - (model.layers - shortest * stages)
    with_end = shortest + (longest - shortest) * ((stages > 1) & (shorter == 1))
    return (longest, longest * layer), (with_end, with_end * layer + end)


def requests_in_stages(
    chip, model, stages, tensor, context, precision="int8", kv_precision=None, end_chips=0
):
    """Requests of a context that fit a pipeline of equal stages: those of its fullest stage.

    Every request keeps a part of its KV cache in each stage, so the stage with the
    least room sets the number; ``requests_that_fit`` counts bytes alone and is never
    smaller. ``end_chips`` are that many more in the first and in the last stage, which
    hold the embedding and the output projection besides.

    Raises ValueError, saying how many chips a stage is short, where a stage does not
    hold its weights.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> requests_in_stages(chip("groq_lpu"), transformer("llama2_70b"), 72, 8, 4096)
    7.0
    >>> llama = transformer("llama2_70b")
    >>> [requests_in_stages(chip("groq_lpu"), llama, 80, 5, 4096, end_chips=n) for n in (0, 1)]
    [4.0, 31.0]
    """
    tensor = checks.whole("tensor", tensor)
    end_chips = checks.whole("end_chips", end_chips, least=0)
    context = checks.positive("context", context)
    stages = by_stages(chip, model, precision, stages).stages
    runs = _fullest_runs(model, precision, stages)
    # With one stage or two, every stage is an end.
    more = end_chips * (stages <= 2), end_chips
    least = np.maximum(
        *(whole_chips(weights, chip.memory) - n for (_, weights), n in zip(runs, more, strict=True))
    )
    if np.any(least > tensor):
        raise ValueError(
            f"tensor: got {np.min(tensor)}; a stage of {model.name} takes up to "
            f"{np.max(least):.0f} of {chip.name}, {np.max(least - tensor):.0f} chips short"
        )
    kv_bytes = model.kv_bytes(context, cache_precision(kv_precision, precision)) / model.layers
    rooms = (
        ((tensor + n) * chip.memory - weights) / (layers * kv_bytes)
        for (layers, weights), n in zip(runs, more, strict=True)
    )
    return np.floor(np.minimum(*rooms))


def requests_that_fit(chip, model, chips, context, precision="int8", kv_precision=None):
    """Requests of a context whose KV cache fits beside the weights, by bytes.

    Raises ValueError, saying how many chips short it is, where not even the
    weights fit.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> requests_that_fit(chip("groq_lpu"), transformer("llama2_70b"), 576, 4096)
    95.0
    >>> requests_that_fit(chip("groq_lpu"), transformer("llama2_70b"), 298, 4096)
    Traceback (most recent call last):
    ValueError: chips: got 298; LLaMA-2 70B takes at least 300 of Groq LPU, 2 chips short
    """
    chips = checks.whole("chips", chips)
    weights = model.weight_bytes(precision)
    least = whole_chips(weights, chip.memory)
    if np.any(least > chips):
        least, chips = np.broadcast_arrays(np.asarray(least), np.asarray(chips))
        worst = np.argmax(least - chips)
        least, chips = least.flat[worst], chips.flat[worst]
        raise ValueError(
            f"chips: got {chips:.10g}; {model.name} takes at least {least:.0f} of "
            f"{chip.name}, {least - chips:.0f} chips short"
        )
    context = checks.positive("context", context)
    kv_bytes = model.kv_bytes(context, cache_precision(kv_precision, precision))
    return np.floor((chips * chip.memory - weights) / kv_bytes)
