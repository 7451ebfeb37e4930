"""Split: attention on chips with HBM, feed-forward blocks on chips with SRAM.

The 2026 successor answers the second document's closing question by splitting each layer
between two memories. Attention reads a KV cache of its own for every request and needs
bytes; the feed-forward blocks read the same weights for all requests and need bandwidth.
Each layer then sends every token's vector across and back, which takes a link and time:

    token = layers x (attention + feed-forward + 2 x (latency + vector / link bandwidth))

``Split`` holds the two sides, ``split_decode`` is a step, ``link_needed`` what the link must do.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from lib import checks
from lib.hardware import Chip
from lib.spatial.placement import cache_precision, whole_chips
from lib.transformer import Transformer
from lib.units import PRECISION_BYTES, bytes_per_value


@dataclass(frozen=True, eq=False)
class Split:
    """One copy of a model whose layers are split between two kinds of chip.

    Attention, the KV cache, embedding and output projection lie on chips with HBM,
    which work on every layer together. The feed-forward blocks, with all experts, lie
    in the SRAM of the other chips, cut into ``stages`` groups of layers. Each layer
    sends every token's hidden vector across and back.

    Arguments
    ---------
    model : what runs
    hbm, hbm_chips, sram, sram_chips : the two sides
    precision, kv_precision, activation_precision : of weights (and arithmetic), cache,
        and of the vectors that cross
    stages : groups of layers on the SRAM side; each layer its own if not given
    link_bandwidth : bytes/s between the two sides, per direction, all links together
    link_latency : seconds one way, besides moving the bytes

    Raises ValueError naming the argument, and where the feed-forward blocks or the
    attention's weights do not fit how many chips short it is.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 8, chip("groq_lpu"), 245,
    ...               precision="int8")
    >>> print(f"{split.feed_forward_bytes / 1e9:.1f} GB, {split.requests(4096):.0f} requests")
    56.4 GB, 934 requests
    """

    model: Transformer
    hbm: Chip
    hbm_chips: float
    sram: Chip
    sram_chips: float
    precision: str = "fp8"
    kv_precision: str | None = None
    activation_precision: str = "fp16"
    stages: int | None = None
    link_bandwidth: float = np.inf
    link_latency: float = 0.0

    def __post_init__(self):
        cache_precision(self.kv_precision, self.precision)
        checks.choice("activation_precision", self.activation_precision, tuple(PRECISION_BYTES))
        for chip in (self.hbm, self.sram):
            chip.peak(self.precision)
        layers = self.model.layers
        if self.stages is None:
            object.__setattr__(self, "stages", layers)
        checks.keep(self, checks.whole, "stages", "hbm_chips", "sram_chips")
        checks.between("stages", self.stages, 1, layers, f"at most the model's {layers} layers")
        checks.keep(self, partial(checks.positive, infinite=True), "link_bandwidth")
        checks.keep(self, checks.not_negative, "link_latency")
        for name, chip, held in (
            ("hbm_chips", self.hbm, self.attention_bytes),
            ("sram_chips", self.sram, self.feed_forward_bytes),
        ):
            count = getattr(self, name)
            least = whole_chips(held, chip.memory)
            short = least - np.min(count)
            if short > 0:
                raise ValueError(
                    f"{name}: got {np.min(count)}; its part of {self.model.name} takes at least "
                    f"{least:.0f} of {chip.name}, {short:.0f} chips short"
                )

    @property
    def chips(self):
        """Chips of both kinds."""
        return self.hbm_chips + self.sram_chips

    @property
    def capital(self):
        """Dollars for the chips of both kinds."""
        return self.hbm_chips * self.hbm.known("price") + self.sram_chips * self.sram.known("price")

    # Weights by side. Embedding and output projection lie with attention.

    @property
    def feed_forward_bytes(self):
        """Bytes that lie in SRAM: every expert of every layer."""
        return self.model.feed_forward_parameters * bytes_per_value(self.precision)

    @property
    def attention_bytes(self):
        """Bytes of weights that lie in HBM."""
        return self.model.weight_bytes(self.precision) - self.feed_forward_bytes

    def kv_bytes(self, context):
        """Bytes of one request's KV cache, which lie in HBM."""
        return self.model.kv_bytes(context, cache_precision(self.kv_precision, self.precision))

    def requests(self, context):
        """Requests of a context whose KV cache fits into HBM beside the attention's weights."""
        context = checks.positive("context", context)
        room = self.hbm_chips * self.hbm.memory - self.attention_bytes
        return np.floor(room / self.kv_bytes(context))


@dataclass(frozen=True, eq=False)
class SplitStep:
    """One decode step of a split model by its parts, each in seconds; see ``split_decode``.

    ``attention``, ``feed_forward`` and ``link`` follow each other; ``waiting`` is what
    a group waits for the HBM side, which serves the other groups in between.
    """

    batch: float
    attention: float
    feed_forward: float
    link: float
    waiting: float

    @property
    def time(self):
        """Seconds per token of a request."""
        return self.attention + self.feed_forward + self.link + self.waiting

    @property
    def speed(self):
        """Tokens per second that one request sees."""
        return 1 / self.time

    @property
    def throughput(self):
        """Tokens per second of all requests together."""
        return self.batch / self.time


def split_decode(split, batch, context, groups=1):
    """The step that gives each of ``batch`` requests its next token on a split machine.

    The batch is cut into ``groups`` that take turns, so that one is at the HBM side
    while others are under way or in SRAM. Of a group of g requests, each layer takes

        attention     max(bytes of weights and KV / bandwidth, operations / compute) on HBM
        feed-forward  max(bytes of the experts met / bandwidth, operations / compute) in SRAM
        link          2 x (latency + g x hidden x bytes / link bandwidth)

    A token's time is the sum over the layers, or, where that is longer, the time for
    which its groups keep the busiest part at work: the HBM side, one SRAM stage or
    one direction of the link.

    Raises ValueError for a batch below 1, more groups than requests, and a batch
    whose KV cache does not fit.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 17, chip("groq_lpu"), 245,
    ...               precision="int8", stages=8, link_bandwidth=17 * 50e9, link_latency=3e-6)
    >>> step = split_decode(split, batch=128, context=4096, groups=2)
    >>> print(f"{step.speed:.0f} tokens/s for each of 128")
    510 tokens/s for each of 128
    """
    s, m = split, split.model
    batch = checks.at_least("batch", batch, 1)
    groups = checks.whole("groups", groups)
    checks.between("groups", groups, 1, batch, "at most one a request")
    most = s.requests(context)
    room = f"at most the {np.min(most):.0f} requests of {np.max(context):,} tokens that HBM holds"
    checks.between("batch", batch, 1, most, room)

    group = np.ceil(batch / groups)
    per_value = bytes_per_value(s.precision)
    outside = m.attention_parameters + m.projection + m.rest  # the look-up is not read
    met = (m.parameters_read(group) - outside) * per_value
    used = m.active_parameters - m.attention_parameters - m.embedding_parameters - m.rest
    met_operations = 2 * used
    other_operations = m.operations_per_token(context) - met_operations

    attention = _phase(
        outside * per_value + group * s.kv_bytes(context),
        group * other_operations,
        s.hbm_chips,
        s.hbm,
        s.precision,
    )
    # A layer has the chips of its stage to itself.
    feed_forward = _phase(met, group * met_operations, s.sram_chips / s.stages, s.sram, s.precision)
    moving = m.layers * group * m.hidden * bytes_per_value(s.activation_precision)
    moving = moving / s.link_bandwidth
    link = 2 * (m.layers * s.link_latency + moving)

    busiest = np.maximum(np.maximum(attention, feed_forward / s.stages), moving)
    waiting = np.maximum(groups * busiest - (attention + feed_forward + link), 0.0)
    return SplitStep(batch, attention, feed_forward, link, waiting)


def _phase(size, operations, chips, chip, precision):
    """Seconds to read so many bytes and do so many operations, the longer of the two."""
    return np.maximum(size / (chips * chip.bandwidth), operations / (chips * chip.peak(precision)))


@dataclass(frozen=True, eq=False)
class LinkNeed:
    """What the link between the two sides must do; see ``link_needed``.

    ``bandwidth`` in bytes/s per direction for all requests together; ``transfer``,
    seconds that one crossing may take, moving included (0: no link is quick enough).
    """

    bandwidth: float
    transfer: float


def link_bytes(model, activation_precision="fp16"):
    """Bytes that one token sends across and back between attention and feed-forward.

        2 x layers x hidden x bytes

    >>> from lib.transformer import transformer
    >>> link_bytes(transformer("llama2_70b")) / 1e6
    2.62144
    """
    checks.choice("activation_precision", activation_precision, tuple(PRECISION_BYTES))
    return 2 * model.layers * model.hidden * bytes_per_value(activation_precision)


def link_needed(split, batch, context, speed, groups=1):
    """What the link must do for each of ``batch`` requests to get ``speed`` tokens/s.

        bandwidth  batch x speed x layers x hidden x bytes
        transfer   (1 / speed - attention - feed-forward) / (2 x layers)

    The transfer is 0 too where the groups that take turns keep one side busy for longer
    than a token may take.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> split = Split(transformer("llama2_70b"), chip("h100_sxm"), 32, chip("groq_lpu"), 245,
    ...               precision="int8", stages=8)
    >>> need = link_needed(split, batch=128, context=4096, speed=500)
    >>> print(f"{need.bandwidth / 1e9:.0f} GB/s, {need.transfer * 1e6:.1f} us a crossing")
    84 GB/s, 2.8 us a crossing
    """
    speed = checks.positive("speed", speed)
    step = split_decode(split, batch, context, groups)
    batch = step.batch
    each_way = link_bytes(split.model, split.activation_precision) / 2
    busy = groups * np.maximum(step.attention, step.feed_forward / split.stages)
    left = np.where(busy <= 1 / speed, 1 / speed - step.attention - step.feed_forward, 0.0)
    transfer = np.maximum(left, 0.0) / (2 * split.model.layers)
    return LinkNeed(batch * speed * each_way, transfer[()])
