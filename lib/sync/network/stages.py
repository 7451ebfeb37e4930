"""A model in stages: what one token takes on groups of chips that hand it on.

A model too large for one group of chips is cut into stages of whole layers; each stage is a
group with its own network. A token reads its share of the weights in every stage, is summed
over the group twice a layer, and is handed on to the next stage:

    time = reading + 2 layers x all-reduce + stages x handover

The last handover is that of the token itself: what is chosen behind the last stage must be known
in the first before it can go on. It takes its hops, and next to no bytes.

Models of which only a few counts are known get a shape that has these counts.
"""

import math
from dataclasses import dataclass

import numpy as np

from lib import checks
from lib.spatial.placement import require_room
from lib.spatial.roofline import Deployment, Paced, passage
from lib.sync.network.wiring import GLOBAL, LOCAL, groq_bandwidth, groq_hop
from lib.transformer import from_config


def handover(message, hop=None, link=None, hops=4):
    """Seconds to bring a vector from every chip of a stage to every chip of the next.

        hops x hop + message / link

    After the last all-reduce of a stage each of its chips has the vector, so the one
    that holds the link sends it: 1 hop, and 3 more to reach all chips of the other rack.
    ``link``: bytes/s of one link, an eleventh of a Groq chip's if not given.

    >>> print(f"{handover(0) * 1e6:.2f} us")
    2.89 us
    """
    message = checks.not_negative("message", message)
    hop = checks.not_negative("hop", groq_hop() if hop is None else hop)
    link = groq_bandwidth() / (LOCAL + GLOBAL) if link is None else link
    return checks.whole("hops", hops) * hop + message / checks.positive("link", link)


def mixture(name, parameters, active, layers, experts, active_experts, kv_heads=None):
    """A mixture of experts of which only counts are known, as a shape that has these counts.

        expert = (parameters - active) / (experts - active experts)
        parameters - experts x expert = layers (2 hidden^2 + 256 hidden kv_heads)
        expert = 2 hidden width layers

    Everything that is no expert counts as attention with heads of 128 numbers; ``hidden``
    is rounded to whole heads. ``kv_heads`` is as many as heads where it is not given:
    fewer mean a smaller KV cache and, of the same counts, a wider model.

    Raises ValueError where the counts leave nothing to share or no expert out.

    >>> shape = mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
    >>> shape.hidden, round(shape.parameters / 1e9), round(shape.active_parameters / 1e9)
    (11392, 1799, 279)
    """
    parameters = checks.positive("parameters", checks.single("parameters", parameters))
    active = checks.positive("active", checks.single("active", active))
    checks.between("active", active, 0, parameters)
    layers, experts = checks.count("layers", layers), checks.count("experts", experts, least=2)
    active_experts = checks.count("active_experts", active_experts, 1, experts - 1)
    expert = (parameters - active) / (experts - active_experts)
    shared = parameters - experts * expert
    if shared <= 0 or expert <= 0:
        takes = f"more than {active_experts / experts:g} of the {parameters:g} parameters"
        raise ValueError(f"active: got {active:g}; takes {takes}, and fewer than all")
    each, dim = shared / layers, 128
    if kv_heads is None:
        heads = kv_heads = max(round(math.sqrt(each / 4) / dim), 1)
    else:
        groups = checks.count("kv_heads", kv_heads)
        width = (math.sqrt((dim * groups) ** 2 + 2 * each) - dim * groups) / 2
        heads = max(round(width / (dim * groups)), 1) * groups
    hidden = heads * dim
    wide = round(expert / (2 * hidden * layers))
    some = {"num_local_experts": experts, "num_experts_per_tok": active_experts}
    return _shape(name, "mixtral", layers, hidden, heads, kv_heads, wide, **some)


def _shape(name, model_type, layers, hidden, heads, kv_heads, wide, **keys):
    """A model with feed-forward blocks of two matrices and next to no vocabulary."""
    config = {
        "model_type": model_type, "num_hidden_layers": layers, "hidden_size": hidden,
        "num_attention_heads": heads, "num_key_value_heads": kv_heads, "intermediate_size": wide,
        "mlp_gated": False, "vocab_size": 1, "max_position_embeddings": 1_000_000,
    }  # fmt: skip
    return from_config(config | keys, name)


def dense(name, parameters, layers):
    """A dense model of which only counts are known, as a shape that has these counts.

        parameters = 12 hidden^2 layers

    Attention of four square matrices, feed-forward four times as wide, heads of 128.

    >>> shape = dense("GPT-4 (the document)", 1.8e12, 80)
    >>> shape.hidden, round(shape.parameters / 1e9)
    (43264, 1797)
    """
    parameters = checks.positive("parameters", checks.single("parameters", parameters))
    layers = checks.count("layers", layers)
    heads = max(round(math.sqrt(parameters / (12 * layers)) / 128), 1)
    hidden = 128 * heads
    return _shape(name, "llama", layers, hidden, heads, heads, 4 * hidden)


@dataclass(frozen=True, eq=False)
class StagedToken(Paced):
    """The time of one token of one request by its parts, in seconds.

    ``reading`` weights and KV cache (or computing, where that takes longer),
    ``all_reduces`` two a layer, ``handovers`` from stage to stage and back to the first.
    """

    reading: float
    all_reduces: float
    handovers: float
    chips: int

    @property
    def time(self):
        """Seconds from one token to the next of the same request."""
        return self.reading + self.all_reduces + self.handovers


def staged_token(chip, model, stages, group, precision="int8", context=0, placement="slices",
                 hop=None, link=None):  # fmt: skip
    """The time of a token on stages of which each is a group of chips with its own network.

    Arguments
    ---------
    chip, model, precision, context : as ``lib.spatial.roofline``; a group's chips share the
        positions of the cache
    stages : pipeline stages; ``group`` : the ``Network`` of one of them
    placement : "slices" cuts every expert over the whole group; "experts" gives each its own
        chips, so that those of the experts not called stand idle and the others
        read all they hold
    hop : seconds, Groq's if not given
    link : bytes/s of each link, one way; if not given the group's share the chip's
        ``link_bandwidth``, and one to the next stage has an eleventh of it

    A stage hands its vector on in one hop, and as many more as its group is wide.

    Raises ValueError naming the argument, or how many chips short the stages are.

    >>> from lib.hardware import chip
    >>> from lib.sync.network.topologies import dragonfly
    >>> gpt4 = mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
    >>> token = staged_token(chip("groq_lpu"), gpt4, 120, dragonfly(9, further=2))
    >>> token.chips, round(token.speed)
    (8640, 598)
    """
    checks.choice("placement", placement, ("slices", "experts"))
    checks.a("chip", chip)
    bandwidth = chip.known("link_bandwidth") if link is None else link * group.ports
    link = bandwidth / (LOCAL + GLOBAL) if link is None else link
    # Their own network is counted here; to the roofline the links are no limit.
    d = Deployment(chip.but(link_bandwidth=np.inf), model, precision, group.chips, stages,
                   attention="context")  # fmt: skip
    step, _ = passage(require_room(d, 1, context, "stages"), 1, context)
    weights = step.weights
    if placement == "experts":
        every = model.parameters_read(1e9)  # so many tokens call every expert
        weights = weights * every / model.parameters_read(1)
    message = 2.0 * model.hidden
    hops = 1 + group.diameter
    onward, back = handover(message, hop, link, hops), handover(0, hop, link, hops)
    return StagedToken(
        reading=np.maximum(weights + step.kv, step.compute),
        all_reduces=2 * model.layers * group.allreduce(message, hop, bandwidth),
        handovers=(d.stages - 1) * onward + (d.stages > 1) * back,
        chips=d.stages * group.chips,
    )
