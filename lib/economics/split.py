"""Split: attention on chips with DRAM, feed-forward blocks on chips with SRAM.

The 2026 successor answers the second document's closing question by splitting each layer
between two memories. Attention reads a KV cache of its own for every request and needs
bytes; the feed-forward blocks read the same weights for all requests and need bandwidth.
Each layer then sends every token's vector across and back, which takes a link and time:

    token = attention + feed-forward + layers x 2 x (latency + vector / link bandwidth)

``halves`` cuts a model in two, each a model of its own, so that what fits a side, and what a
step takes there, is what ``lib.spatial`` says of any machine. A ``Split`` is two deployments
and a link, ``split_decode`` its step, ``link_needed`` what the link must do.
"""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from lib import checks
from lib.spatial.placement import chips_short, requests_that_fit
from lib.spatial.roofline import Deployment, Paced, passage
from lib.transformer import Layer
from lib.units import PRECISION_BYTES, bytes_per_value

#: What a layer has besides its mixer.
_BLOCK = ("feed_forward", "gated", "dense", "shared", "router", "block_vectors",
          "block_kernels", "experts", "active_experts", "expert", "expert_vectors")  # fmt: skip


def halves(model):
    """A model without its feed-forward blocks, and the blocks without the rest, as two models.

    Attention keeps cache and state, embedding, output projection and the last norm.

    >>> from lib.transformer import transformer
    >>> attention, blocks = halves(transformer("llama2_70b"))
    >>> round(attention.parameters / 1e9, 1), round(blocks.parameters / 1e9, 1)
    (12.6, 56.4)
    """
    none = {name: getattr(Layer(), name) for name in _BLOCK}
    checks.a("model", model)
    rest = tuple(replace(layer, **none) for layer in model.stack)
    blocks = tuple(Layer(**{name: getattr(x, name) for name in _BLOCK}) for x in model.stack)
    return (
        replace(model, name=f"{model.name} without feed-forward blocks", stack=rest),
        replace(model, name=f"the feed-forward blocks of {model.name}", stack=blocks,
                vocabulary=0, lookup=0, rest=0, tied=False),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Split:
    """One copy of a model whose layers are split between two kinds of chip.

    Arguments
    ---------
    attention : a ``Deployment`` of the first of the model's ``halves``, in one stage: its
        chips work on every layer together
    feed_forward : a ``Deployment`` of the second, its stages groups of layers
    link_bandwidth : bytes/s between the two sides, per direction, all links together
    link_latency : seconds one way, besides moving the bytes

    Raises ValueError naming the argument: for halves of two models, attention in several
    stages, and a side that does not hold its weights, with how many chips short it is.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> attention, blocks = halves(transformer("llama2_70b"))
    >>> split = Split(Deployment(chip("h100_sxm"), attention, tensor=8),
    ...               Deployment(chip("groq_lpu"), blocks, tensor=31, stages=8))
    >>> split.feed_forward.chips, split.requests(4096)
    (248, 1000.0)
    """

    attention: Deployment
    feed_forward: Deployment
    link_bandwidth: float = np.inf
    link_latency: float = 0.0

    def __post_init__(self):
        sides = {name: getattr(self, name) for name in ("attention", "feed_forward")}
        for name, side in sides.items():
            if not isinstance(side, Deployment):
                raise ValueError(f"{name}: got {side!r}; takes a Deployment of one of the halves")
        if self.attention.model.config != self.feed_forward.model.config:
            got = f"{self.attention.model.name}, {self.feed_forward.model.name}"
            raise ValueError(f"feed_forward: got {got}; takes the two halves of one model")
        checks.between("attention.stages", self.attention.stages, 1, 1, "one stage")
        checks.keep(self, partial(checks.positive, infinite=True), "link_bandwidth")
        checks.keep(self, checks.not_negative, "link_latency")
        for name, side in sides.items():
            short = np.max(chips_short(side, 0, 0))
            checks.require(name, short <= 0, lambda side=side, short=short: (
                f"got {np.min(side.chips):.0f} of {side.chip.name}; {side.model.name} "
                f"takes {short:.0f} more"
            ))  # fmt: skip

    @property
    def capital(self):
        """Dollars for the chips of both kinds."""
        sides = (self.attention, self.feed_forward)
        return sum(side.chips * side.chip.known("price") for side in sides)

    def requests(self, context):
        """Requests of a context whose cache and state the attention's side holds."""
        return requests_that_fit(self.attention, context)


@dataclass(frozen=True, eq=False)
class SplitStep(Paced):
    """One decode step of a split model by its parts, each in seconds; see ``split_decode``.

    ``attention``, ``feed_forward`` and ``link`` follow each other; ``waiting`` is what
    a group waits for the busiest part, which serves the other groups in between.
    """

    attention: float
    feed_forward: float
    link: float
    waiting: float

    @property
    def time(self):
        """Seconds per token of a request."""
        return self.attention + self.feed_forward + self.link + self.waiting


def split_decode(split, batch, context, groups=1):
    """The step that gives each of ``batch`` requests its next token on a split machine.

    The batch is cut into ``groups`` that take turns, so that one is at the attention's side
    while others are under way or in SRAM. A group passes the layers of each side as it would
    any machine (``roofline.passage``), and crosses 2 x layers times:

        link    2 x (layers x latency + vectors / link bandwidth)

    A token's time is the sum, or, where that is longer, the time for which its groups keep
    the busiest part at work: attention, the slowest SRAM stage or one direction of the link.

    Raises ValueError for a batch below 1, more groups than requests, and a batch
    whose KV cache does not fit.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> free = {"link_bandwidth": np.inf}       # all-reduces within a side cost nothing
    >>> attention, blocks = halves(transformer("llama2_70b"))
    >>> split = Split(
    ...     Deployment(chip("h100_sxm").but(**free), attention, tensor=17, attention="context"),
    ...     Deployment(chip("groq_lpu").but(**free), blocks, tensor=31, stages=8),
    ...     link_bandwidth=17 * 50e9, link_latency=3e-6)
    >>> step = split_decode(split, batch=128, context=4096, groups=2)
    >>> print(f"{step.speed:.0f} tokens/s for each of 128")
    511 tokens/s for each of 128
    """
    batch = checks.at_least("batch", batch, 1)
    groups = checks.whole("groups", groups)
    checks.between("groups", groups, 1, batch, "at most one a request")
    most = checks.a("split", split).requests(context)
    room = f"at most the {np.min(most):.0f} requests of {np.max(context):,} tokens that fit"
    checks.between("batch", batch, 1, most, room)

    group = np.ceil(batch / groups)
    attention, _ = passage(split.attention, group, context)
    blocks, slowest = passage(split.feed_forward, group, context)
    moving = group * _one_way(split) / split.link_bandwidth
    link = crossings(split.feed_forward.model) * split.link_latency + 2 * moving
    practice = split.attention.practice
    once = practice.step_overhead + group * practice.request_overhead

    busiest = np.maximum(np.maximum(attention.time, blocks.time * slowest), moving)
    alone = attention.time + blocks.time + link
    waiting = np.maximum(groups * busiest - alone, 0.0)
    return SplitStep(attention.time + once, blocks.time, link, waiting)


def _one_way(split):
    """Bytes that one token sends across in one direction."""
    return link_bytes(split.feed_forward.model, split.attention.activation_precision) / 2


# -- the link ---------------------------------------------------------------------------


def crossings(model):
    """Times that a token crosses the link: there and back for each layer with a block.

    >>> from lib.transformer import transformer
    >>> crossings(transformer("llama2_70b"))
    160
    """
    kinds = zip(checks.a("model", model).kinds, model.counts, strict=True)
    return 2 * sum(many * (layer.feed_forward_parameters > 0) for layer, many in kinds)


def link_bytes(model, activation_precision="fp16"):
    """Bytes that one token sends across and back between attention and feed-forward.

        crossings x hidden x bytes

    >>> from lib.transformer import transformer
    >>> link_bytes(transformer("llama2_70b")) / 1e6
    2.62144
    """
    checks.choice("activation_precision", activation_precision, tuple(PRECISION_BYTES))
    return crossings(model) * model.hidden * bytes_per_value(activation_precision)


def link_needed(split, batch, context, speed, groups=1):
    """What the link must do for each of ``batch`` requests to get ``speed`` tokens/s.

        bandwidth  batch x speed x layers x hidden x bytes
        transfer   (1 / speed - attention - feed-forward) / (2 x layers)

    Returns ``(bandwidth, transfer)``: bytes/s in each direction for all requests together, and
    seconds that one crossing may take, moving included. The transfer is 0 where no link is
    quick enough, as where groups keep one side busy for longer than a token may take.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> free = {"link_bandwidth": np.inf}
    >>> attention, blocks = halves(transformer("llama2_70b"))
    >>> split = Split(
    ...     Deployment(chip("h100_sxm").but(**free), attention, tensor=32, attention="context"),
    ...     Deployment(chip("groq_lpu").but(**free), blocks, tensor=31, stages=8))
    >>> bandwidth, transfer = link_needed(split, batch=128, context=4096, speed=500)
    >>> print(f"{bandwidth / 1e9:.0f} GB/s, {transfer * 1e6:.1f} us a crossing")
    84 GB/s, 2.9 us a crossing
    """
    speed = checks.positive("speed", speed)
    free = replace(checks.a("split", split), link_bandwidth=np.inf, link_latency=0.0)
    step = split_decode(free, batch, context, groups)
    alone = step.attention + step.feed_forward
    left = np.where(step.time <= 1 / speed, 1 / speed - alone, 0.0)
    transfer = left / crossings(split.feed_forward.model)
    return checks.at_least("batch", batch, 1) * speed * _one_way(split), transfer[()]
